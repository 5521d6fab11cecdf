// Keeps groups of the site's files: what is not there yet is fetched, compared with its sum, and put away; when all is there, the record
// changes to the new version at once.
import { addressOf, alone, byContent, key, Store, type Entry, type Kept, type List, type Saved } from "./store";

interface Group { lists: string[]; files: [number, number]; more: [number, number] }
interface Index { groups: Record<string, Group> }

/** Today is what the site has now. */
export interface Today { version: string; group: Group | undefined }

/** How far saving is. */
export interface Progress { files: number; of: number; bytes: number; ofBytes: number }

/** Why saving ended before its end. */
export type Stop = "paused" | "cut" | "full" | "changed" | "failed" | "elsewhere";

export class Stopped extends Error {
  constructor(readonly why: Stop, readonly what = "") { super(why); }
}

const atOnce = 4;
const large = 16 << 20; // what is larger is not read into memory to be compared: its name says what is in it

export class Saver {
  private index?: { version: string; index: Promise<Index> };
  constructor(readonly store: Store) {}

  private async json<T>(path: string, cache: RequestCache): Promise<T> {
    const response = await network(this.store.at(path), cache);
    if (!response.ok) throw new Stopped(response.status === 404 ? "changed" : "failed", path);
    return response.json() as Promise<T>;
  }

  /** today asks the site for its version, and what of a group it has. */
  async today(id: string): Promise<Today> {
    const { version, list } = await this.json<{ version: string; list: string }>("offline/version.json", "no-store");
    if (this.index?.version !== version) this.index = { version, index: this.json<Index>(list, "default") };
    this.index.index.catch(() => { this.index = undefined; });
    return { version, group: (await this.index.index).groups[id] };
  }

  /** lists fetches the lists of a group that are not there yet. */
  private async lists(names: string[]): Promise<List[]> {
    return Promise.all(names.map(async (name) => {
      const there = await this.store.list(name);
      if (there) return there;
      const list = await this.json<List>(name, "default");
      await this.store.put(name, name, JSON.stringify(list), { "Content-Type": "application/json" });
      return list;
    }));
  }

  private entries(lists: List[], more: boolean): Map<string, Entry> {
    return new Map(lists.flatMap((l) => [...Object.entries(l.f), ...(more ? Object.entries(l.m ?? {}) : [])]));
  }

  /** changes tells how many files, and bytes, a version has that are not kept. */
  async changes(kept: Kept, group: Group): Promise<[files: number, bytes: number]> {
    const missing = await this.missing(this.entries(await this.lists(group.lists), kept.more));
    return [missing.length, missing.reduce((sum, [, e]) => sum + e[1], 0)];
  }

  private async missing(entries: Map<string, Entry>): Promise<[path: string, Entry][]> {
    const there = new Set((await (await this.store.open("files")).keys()).map((r) => r.url));
    return [...entries].filter(([path, [sum]]) => !there.has(this.store.at(key(path, sum))));
  }

  /** save keeps a group as the site has it now, going on where it was left. It tells how far it is, and throws [Stopped]. */
  async save(id: string, about: { title: string; lang: string; more: boolean }, signal: AbortSignal, tell: (p: Progress) => void): Promise<Saved> {
    let saved: Saved = { id };
    const mine = await alone("save", async () => { saved = await this.alone(id, about, signal, tell); });
    if (!mine) throw new Stopped("elsewhere");
    await this.store.sweep();
    return saved;
  }

  private async alone(id: string, about: { title: string; lang: string; more: boolean }, signal: AbortSignal, tell: (p: Progress) => void): Promise<Saved> {
    const { version, group } = await this.today(id);
    if (!group) throw new Stopped("changed");
    const saved = await this.store.record(id);
    saved.next = {
      ...about, version, lists: group.lists, paused: false, date: "",
      files: group.files[0] + (about.more ? group.more[0] : 0), bytes: group.files[1] + (about.more ? group.more[1] : 0),
    };
    await full(() => this.store.write(saved)); // before anything is fetched: what it names is not swept away
    const entries = await full(async () => this.entries(await this.lists(group.lists), about.more));
    const missing = await this.missing(entries);
    const lacking = missing.reduce((sum, [, e]) => sum + e[1], 0);
    const progress: Progress = { files: entries.size - missing.length, of: entries.size, bytes: saved.next.bytes - lacking, ofBytes: saved.next.bytes };
    tell(progress);
    await this.fetchAll(missing, signal, progress, tell);
    const { paused: _, ...next } = saved.next;
    const whole: Saved = { id, now: { ...next, date: new Date().toISOString() } };
    await full(() => this.store.write(whole));
    return whole;
  }

  private async fetchAll(missing: [string, Entry][], signal: AbortSignal, progress: Progress, tell: (p: Progress) => void): Promise<void> {
    const queue = missing.values();
    const stop = new AbortController(); // the first that fails ends the others
    const end = (): void => stop.abort();
    signal.addEventListener("abort", end);
    const work = async (): Promise<void> => {
      for (const [path, entry] of queue) {
        if (stop.signal.aborted) return;
        await this.fetchOne(path, entry, stop.signal);
        progress.files++;
        progress.bytes += entry[1];
        tell(progress);
      }
    };
    try {
      const ends = await Promise.allSettled(Array.from({ length: atOnce }, () => work().catch((e: unknown) => { end(); throw e; })));
      if (signal.aborted) throw new Stopped("paused");
      const faults = ends.flatMap((e) => (e.status === "rejected" ? [e.reason as unknown] : []));
      if (faults.length > 0) throw faults.find((f) => f instanceof Stopped && f.why !== "cut") ?? faults[0];
    } finally {
      signal.removeEventListener("abort", end);
    }
  }

  /**
   * fetchOne keeps one file. Hosts tell a file's version by its time and size, and say "not modified" of another one with the same: what has
   * other bytes than the list says is asked for once more, whole. If it has other ones still, it is of another version: nothing of it is kept.
   */
  private async fetchOne(path: string, entry: Entry, signal: AbortSignal): Promise<void> {
    if (!await this.fetched(path, entry, "no-cache", signal) && !await this.fetched(path, entry, "reload", signal)) throw new Stopped("changed", path);
  }

  private async fetched(path: string, [sum, size]: Entry, cache: RequestCache, signal: AbortSignal): Promise<boolean> {
    const response = await network(this.store.at(addressOf(path)), cache, signal);
    if (!response.ok) throw new Stopped(response.status === 404 ? "changed" : response.status >= 500 ? "cut" : "failed", path);
    const headers = { "Content-Type": response.headers.get("Content-Type") ?? "application/octet-stream", "Content-Length": String(size) };
    if (size > large && byContent(path) && response.body) {
      await full(() => this.store.put(path, sum, response.body!, headers));
      return true;
    }
    const data = await response.arrayBuffer().catch(() => { throw new Stopped("cut"); });
    if ((await sumOf(data)) !== sum) return false;
    await full(() => this.store.put(path, sum, data, headers));
    return true;
  }

  /** pause notes that saving was stopped on purpose. */
  async pause(id: string): Promise<void> {
    const saved = await this.store.record(id);
    if (!saved.next) return;
    saved.next.paused = true;
    await this.store.write(saved);
  }

  /** cancel forgets what is on its way, and leaves what was kept before. */
  async cancel(id: string): Promise<void> {
    const { next: _, ...rest } = await this.store.record(id);
    await this.store.write(rest);
    await this.store.sweep();
  }

  async remove(id: string): Promise<void> {
    await this.store.write({ id });
    await this.store.sweep();
  }

  /** left is how far a save that was stopped had come. */
  async left(next: Kept): Promise<Progress> {
    const lists = (await Promise.all(next.lists.map((name) => this.store.list(name)))).filter((l) => l !== undefined);
    const missing = await this.missing(this.entries(lists, next.more));
    const bytes = missing.reduce((sum, [, e]) => sum + e[1], 0);
    return lists.length < next.lists.length ? { files: 0, of: next.files, bytes: 0, ofBytes: next.bytes }
      : { files: next.files - missing.length, of: next.files, bytes: next.bytes - bytes, ofBytes: next.bytes };
  }
}

/** network fetches past the worker, which leaves alone what scripts fetch. No connection is "cut". */
async function network(url: string, cache: RequestCache, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, { cache, signal: signal ?? null, credentials: "same-origin" });
  } catch {
    throw new Stopped("cut");
  }
}

/** full does what needs space; none left is "full". */
async function full<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (e) {
    if (e instanceof DOMException && e.name === "QuotaExceededError") throw new Stopped("full");
    if (e instanceof TypeError) throw new Stopped("cut"); // the body broke off
    throw e;
  }
}

async function sumOf(data: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", data));
  return [...digest.subarray(0, 5)].map((b) => b.toString(16).padStart(2, "0")).join("");
}
