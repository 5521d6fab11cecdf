// One block: what of a group is kept, how far saving is, and the buttons.
import { count } from "../search/count";
import { Saver, Stopped, type Progress } from "./save";
import type { Saved } from "./store";

type Words = Record<string, string>;
type Action = [word: string, act: () => unknown];

const lang = document.documentElement.lang;

export const phrase = (text = "", ...args: string[]): string => args.reduce((t, a) => t.replace("%s", () => a), text);

/** size is a number of bytes as people read it: «2,4 МБ». */
export function size(bytes: number): string {
  const units = lang === "en" ? ["KB", "MB"] : ["КБ", "МБ"];
  const mb = bytes >= 1 << 20, n = mb ? Math.floor(bytes / (1 << 20) * 10) / 10 : Math.max(1, Math.floor(bytes / 1024));
  return n.toLocaleString(lang === "en" ? "en-GB" : "uk") + "\u00a0" + units[mb ? 1 : 0];
}

const day = (iso: string): string => new Intl.DateTimeFormat(lang === "en" ? "en-GB" : "uk", { dateStyle: "long" }).format(new Date(iso));

/** Block shows one group. Its text is read out when it changes, but for the numbers that run: of those every quarter is. */
export class Block {
  private readonly text = make("p", "keep-text");
  private readonly bar = document.createElement("progress");
  private readonly running = make("p", "keep-running");
  private readonly choice = make("p", "keep-choice");
  private readonly buttons = make("p", "keep-buttons");
  private stop: AbortController | undefined;
  private retry: (() => void) | undefined;
  private shown = 0; // counts what was shown

  constructor(private readonly root: HTMLElement, private readonly id: string, private readonly title: string, private readonly say: Words, private readonly saver: Saver) {
    this.text.setAttribute("role", "status");
    this.bar.setAttribute("aria-label", title);
    this.bar.hidden = this.running.hidden = this.choice.hidden = true;
    root.append(this.text, this.bar, this.running, this.choice, this.buttons);
  }

  /** show tells what of the group is kept, and does not wait for the network. */
  async show(): Promise<void> {
    const saved = await this.saver.store.record(this.id);
    if (saved.next) {
      const p = await this.saver.left(saved.next);
      this.set(this.far(saved.next.paused ? "paused" : "stopped", p), ["resume", () => this.save(saved.next!.more)], ["cancel", () => this.cancel()]);
    } else if (saved.now) void this.kept(saved);
    else this.set("", ["ask", () => this.ask()]);
  }

  /** kept shows what is kept, and asks the site whether it has something newer. */
  private async kept(saved: Saved, note = ""): Promise<void> {
    const now = saved.now!;
    const text = phrase(this.say.saved, day(now.date), this.files(now.files), size(now.bytes));
    const remove: Action = ["remove", () => this.confirm(saved)];
    this.set(text + note, remove);
    const shown = this.shown;
    try {
      const { version, group } = await this.saver.today(this.id);
      const [files, bytes] = !group || version === now.version ? [0, 0] : await this.saver.changes(now, group);
      if (shown !== this.shown) return; // the visitor was quicker: her question stays
      if (!group) return this.set(text + " " + this.say.gone, remove);
      if (files > 0) this.set(text + " " + phrase(this.say.newer, this.files(files), size(bytes)), ["update", () => this.save(now.more)], remove);
      else this.set(text + " " + this.say.current + note, remove);
    } catch { /* no network: what is kept is kept */ }
  }

  /** ask looks up how large the group is before anything of it is fetched. */
  private async ask(): Promise<void> {
    this.set(this.say.looking ?? "");
    try {
      const { group } = await this.saver.today(this.id);
      if (!group) throw new Stopped("changed");
      const box = document.createElement("input"), label = document.createElement("label");
      box.type = "checkbox";
      label.append(box, " ", phrase(this.say.more, this.files(group.more[0]), size(group.more[1])));
      this.set(phrase(this.say.size, this.files(group.files[0]), size(group.files[1])), ["start", () => this.save(box.checked)], ["cancel", () => this.show()]);
      this.choice.replaceChildren(label);
      this.choice.hidden = group.more[0] === 0;
    } catch (e) {
      const why = e instanceof Stopped ? e.why : "failed";
      this.set((why === "cut" ? this.say.offline : this.say.changed) ?? "", ["ask", () => this.ask()]);
    }
  }

  /** save keeps the group, and goes on by itself when the connection is back. */
  private async save(more: boolean): Promise<void> {
    const stop = this.stop = new AbortController();
    let last: Progress = { files: 0, of: 0, bytes: 0, ofBytes: 0 }, quarter = 0;
    const tell = (p: Progress): void => {
      last = { ...p };
      this.bar.max = Math.max(1, p.ofBytes);
      this.bar.value = p.bytes;
      this.running.textContent = this.working(p);
      const now = Math.floor(p.bytes * 4 / Math.max(1, p.ofBytes));
      if (now > quarter) [quarter, this.text.textContent] = [now, this.working(p)];
    };
    const buttons: Action[] = [["pause", () => this.pause()], ["cancel", () => this.cancel()]];
    for (let wait = 2000; ; wait = Math.min(wait * 2, 60_000)) {
      try {
        await this.room(more);
        const persistent = await navigator.storage?.persist?.().catch(() => false);
        this.set(this.say.looking ?? "", ...buttons);
        this.bar.hidden = this.running.hidden = false;
        const saved = await this.saver.save(this.id, { title: this.title, lang, more }, stop.signal, tell);
        this.stop = undefined;
        return await this.kept(saved, persistent ? "" : " " + this.say.fragile);
      } catch (e) {
        if (stop !== this.stop) return; // cancelled
        if (!(e instanceof Stopped) || e.why !== "cut" || stop.signal.aborted) return this.stopped(e, last, more);
        const files = last.files;
        this.set(this.far("cut", last), ...buttons);
        await this.connection(wait, stop.signal);
        if (last.files > files) wait = 2000;
        if (stop.signal.aborted) return this.stopped(new Stopped("paused"), last, more);
      }
    }
  }

  /** room tells before anything is fetched that there is no room for it. */
  private async room(more: boolean): Promise<void> {
    const { group } = await this.saver.today(this.id);
    const { quota, usage } = await navigator.storage?.estimate?.().catch(() => ({} as StorageEstimate)) ?? {};
    if (!group || quota === undefined || usage === undefined) return;
    const saved = await this.saver.store.record(this.id);
    if (saved.next || saved.now) return; // much of it is there
    const needed = group.files[1] + (more ? group.more[1] : 0);
    if (needed > quota - usage) throw new NoRoom(phrase(this.say.room, size(needed), size(Math.max(0, quota - usage))));
  }

  private async stopped(e: unknown, p: Progress, more: boolean): Promise<void> {
    this.stop = undefined;
    if (e instanceof NoRoom) return this.set(e.message, ["ask", () => this.ask()]);
    const why = e instanceof Stopped ? e.why : "failed";
    if (why === "paused") await this.saver.pause(this.id);
    const next = (await this.saver.store.record(this.id).catch(() => undefined))?.next;
    const texts: Words = { paused: this.far("paused", p), full: this.far("full", p), changed: this.say.changed!, elsewhere: this.say.elsewhere! };
    const text = texts[why] ?? phrase(this.say.failed, e instanceof Stopped ? e.what : String(e));
    this.set(text, ["resume", () => this.save(next?.more ?? more)], ["cancel", () => this.cancel()]);
  }

  private async pause(): Promise<void> {
    this.stop?.abort();
    this.retry?.();
  }

  private async cancel(): Promise<void> {
    const stop = this.stop;
    this.stop = undefined;
    stop?.abort();
    this.retry?.();
    await this.saver.cancel(this.id);
    const saved = await this.saver.store.record(this.id);
    if (saved.now) await this.kept(saved);
    else this.set(this.say.cancelled ?? "", ["ask", () => this.ask()]);
  }

  private confirm(saved: Saved): void {
    this.set(this.say.confirm ?? "", ["confirmed", async () => {
      await this.saver.remove(this.id);
      this.set(this.say.removed ?? "", ["ask", () => this.ask()]);
      this.root.dispatchEvent(new Event("removed", { bubbles: true }));
    }], ["cancel", () => this.kept(saved)]);
  }

  /** connection waits until there is one again, or a while, or for nothing if saving is stopped. */
  private connection(wait: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const go = (): void => {
        clearTimeout(timer);
        removeEventListener("online", go);
        this.retry = undefined;
        resolve();
      };
      const timer = setTimeout(go, wait);
      addEventListener("online", go);
      this.retry = go;
      if (signal.aborted) go();
    });
  }

  private readonly files = (n: number): string => count(n, this.say.files ?? "", lang);
  private readonly far = (word: string, p: Progress): string => phrase(this.say[word], String(p.files), this.files(p.of));
  private readonly working = (p: Progress): string => phrase(this.say.progress, String(p.files), this.files(p.of), size(p.bytes), size(p.ofBytes));

  /** set shows a text and buttons. If a button that goes had the focus, the first of the new ones gets it. */
  private set(text: string, ...actions: Action[]): void {
    const focused = this.root.contains(document.activeElement);
    this.shown++;
    this.bar.hidden = this.running.hidden = this.choice.hidden = true;
    this.text.textContent = text;
    this.buttons.replaceChildren(...actions.map(([word, act], i) => {
      const b = document.createElement("button");
      b.type = "button";
      b.className = i === 0 && word !== "remove" ? "button" : "quiet";
      b.textContent = this.say[word] ?? word;
      b.dataset.act = word;
      if (this.root.closest("li")) b.setAttribute("aria-label", `${b.textContent}: ${this.title}`);
      b.addEventListener("click", () => void act());
      return b;
    }));
    if (!focused) return;
    const next = this.buttons.querySelector("button");
    if (next) next.focus();
    else {
      this.text.tabIndex = -1;
      this.text.focus();
    }
  }
}

class NoRoom extends Error {}

function make(tag: "p", name: string): HTMLElement {
  const e = document.createElement(tag);
  e.className = name;
  return e;
}
