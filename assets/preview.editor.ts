// The editor of the preview, at /_editor/: a form made from the kind beside a text with a toolbar and the page as it will be. What is asked and answered
// stands in generator/editor. Nothing here is a library: the text is a plain textarea, the dialogs are the browser's.

import { query, type Told } from "./preview/ask";
import { confirm, make, push, say, word } from "./preview/dom";
import { Form, type Part } from "./preview/form";
import { find, fresh, rename, type Opened, type Renamed } from "./preview/item";
import { forget, forgetKept, keep, keepAnew, kept, type Kept } from "./preview/keep";
import { paint } from "./preview/page";
import { pasting } from "./preview/paste";
import { insert, toolbar } from "./preview/toolbar";
import { bin, past, quarrel, type Conflict } from "./preview/versions";
import { actions, arrange, atTitle, fail, fields, fileName, hasFocus, heading, main, noPage, note, page, showTold, status, tell, text } from "./preview/window";

type Edit = { file: string; source: string; fields: Part[]; body: string | null; whole: string | null };

let now: Opened | undefined;
let form: Form | undefined;
let whole = false; // the header is changed as a text, with the text below it
let saving = false;

const saveButton = push(word("save"), () => void save());
saveButton.classList.add("ve-main-button");

// ---- What is unsaved.

/** A text with the ends of lines that a textarea has. */
const plain = (source: string) => source.replace(/\r\n?/g, "\n");
const bodyOf = (o: Opened) => (whole ? plain(o.source) : o.body);

/** What has been changed since the text was opened or saved; undefined is nothing. */
function changes(): Edit | undefined {
  if (!now) return undefined;
  const edit: Edit = { file: now.file, source: now.source, fields: whole ? [] : (form?.changed() ?? []), body: null, whole: null };
  if (text.value !== bodyOf(now)) edit[whole ? "whole" : "body"] = text.value;
  return edit.fields.length > 0 || edit.body !== null || edit.whole !== null ? edit : undefined;
}

const everything = (): Edit => changes() ?? { file: now!.file, source: now!.source, fields: [], body: null, whole: null };

let keepTimer: number | undefined;
let draftTimer: number | undefined;

/** Something was typed: the browser keeps it within half a second, the page is made anew when the hand rests. */
function typed(): void {
  say(status, changes() ? word("unsaved") : "");
  document.title = (changes() ? "• " : "") + (now?.title ?? word("name"));
  keepTimer ??= setTimeout(keepNow, 500);
  clearTimeout(draftTimer);
  draftTimer = setTimeout(() => void draft(), 400);
}

function keepNow(): void {
  clearTimeout(keepTimer);
  keepTimer = undefined;
  if (!now) return;
  const edit = changes();
  void (edit ? keep({ ...edit, time: Date.now(), values: form?.values() ?? [], wholeOpen: whole }) : forget(now.file));
}

addEventListener("pagehide", keepNow);
addEventListener("visibilitychange", () => document.hidden && keepNow());
addEventListener("beforeunload", (event) => changes() && event.preventDefault());

// ---- The page as it will be.

let drafting: AbortController | undefined;

async function draft(): Promise<void> {
  if (!now) return;
  drafting?.abort();
  const mine = (drafting = new AbortController());
  try {
    const reply = await query<{ html: string; url: string; told: Told[] }>("draft", everything(), mine.signal);
    if (mine !== drafting) return;
    showTold(reply.told, goTo);
    if (reply.html) paint(page, reply.url, reply.html);
    page.hidden = !reply.html; // a kind whose items are only listed has no page
    noPage.hidden = !page.hidden;
  } catch (error) {
    if (!mine.signal.aborted) fail(error);
  }
}

/** Leads to a line of the file: in the text, or, if it is the header's, to the form. */
function goTo(line: number): void {
  if (!now) return;
  const above = whole ? 0 : plain(now.source).split("\n").length - now.body.split("\n").length;
  if (line <= above) {
    fields.querySelector<HTMLElement>("input, select, textarea")?.focus();
    return;
  }
  const lines = text.value.split("\n");
  const from = lines.slice(0, line - above - 1).reduce((n, l) => n + l.length + 1, 0);
  text.focus();
  text.setSelectionRange(from, from + (lines[line - above - 1]?.length ?? 0));
}

// ---- Saving.

// A button asks and does not wait for the answer: where there is none, it is told here.
addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  fail(event.reason);
});

async function save(over = ""): Promise<void> {
  const edit = over ? everything() : changes();
  if (!now || !edit || saving) return;
  saving = true;
  keepNow();
  say(status, word("saving"));
  const sent = form?.values() ?? [];
  try {
    const reply = await query<Opened & { conflict?: Conflict }>("save", { ...edit, over });
    if (reply.conflict) {
      say(status, word("unsaved"));
      const c = reply.conflict;
      quarrel(c, { mine: () => void save(c.gone ? "gone" : c.hash), theirs: () => void giveWay(), both: () => text.focus() });
    } else {
      now = { ...reply, told: now.told };
      form?.saved(sent);
      say(status, word("saved"));
      document.title = (changes() ? "• " : "") + now.title;
      keepNow();
      clearTimeout(draftTimer);
      draftTimer = setTimeout(() => void draft(), 50);
      asSaved(reply);
    }
  } catch (error) {
    fail(error);
  }
  saving = false;
}

/** The header may have been mended, or broken, and the title changed; the form comes back when nothing was typed meanwhile. */
function asSaved(o: Opened): void {
  const wasBroken = note.dataset["about"] === "header" && !note.hidden;
  if (o.form && wasBroken && !changes()) {
    show(o);
    return;
  }
  if (!o.form && !wasBroken) tell("header", word("broken-header"));
  renew();
}

/** Takes what the file holds. What was written here goes to the history first: if that fails, it stays. */
async function giveWay(): Promise<void> {
  if (!now) return;
  const mine = everything();
  saving = true; // nobody is to look after the file meanwhile
  try {
    await query("aside", mine);
    const theirs = await query<Opened>("open", { file: mine.file });
    if (JSON.stringify(everything()) !== JSON.stringify(mine)) return await giveWay(); // a word more was typed while it was asked for
    await forget(mine.file);
    show(theirs);
    say(status, word("set-aside"));
  } catch (error) {
    fail(error);
  } finally {
    saving = false;
  }
}

/** Looks now and then whether the file is another than the one that was opened. */
setInterval(() => void look(), 3000);
async function look(): Promise<void> {
  const busy = () => saving || document.querySelector("dialog[open]") !== null;
  if (!now || document.hidden || busy()) return;
  try {
    const file = now.file;
    const state = await query<{ hash: string; url: string; told: Told[] }>("state", { file });
    if (!now || now.file !== file || busy()) return;
    if (state.hash === now.hash) {
      if (state.url !== now.url) {
        now.url = state.url; // the site has a page of a new text only when it is made
        renew();
      }
      note.hidden = note.dataset["about"] === "changed" ? true : note.hidden;
      return;
    }
    if (!changes()) await refresh(file);
    else if (note.hidden) tell("changed", word("changed"));
  } catch {
    // the program is away: saving tells of it
  }
}

/** Shows what the file holds now, unless something was typed while it was asked for: nothing of that is lost. */
async function refresh(file: string): Promise<void> {
  const reply = await query<Opened>("open", { file });
  if (now?.file !== file || saving || changes()) return;
  keepNow();
  const [writing, from, to] = [document.activeElement === text, text.selectionStart, text.selectionEnd];
  show(reply);
  if (!writing) return;
  text.focus({ preventScroll: true });
  text.setSelectionRange(from, to);
}

// ---- Opening.

async function open(file: string, offer = true): Promise<void> {
  say(status, word("loading"));
  try {
    const reply = await query<Opened>("open", { file });
    show(reply);
    say(status, "");
    const unsaved = offer ? await kept(file) : undefined;
    if (unsaved) offerKept(unsaved);
  } catch (error) {
    fail(error);
    if (!now) welcome();
  }
}

/** A text that was not saved: it is offered, and nothing of it is lost by not taking it at once. */
function offerKept(k: Kept): void {
  clearTimeout(keepTimer);
  keepTimer = undefined;
  const time = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "short", timeStyle: "medium" }).format(k.time);
  tell(
    "kept",
    word("found-local").replace("%s", time),
    push(word("restore"), () => {
      note.hidden = true;
      if (!now) return;
      whole = k.wholeOpen;
      if (k.source !== now.source) now = { ...now, source: k.source, hash: "" }; // it was made of that; saving compares
      layout(k.values);
      text.value = k.whole ?? k.body ?? bodyOf(now);
      form?.take(k.fields);
      typed();
      keepNow();
      void forgetKept(k);
    }),
    push(word("forget"), () => {
      note.hidden = true;
      void forgetKept(k).then(() => kept(k.file)).then((next) => next && now?.file === k.file && offerKept(next));
    }),
  );
}

function show(o: Opened): void {
  keepAnew();
  now = o;
  history.replaceState(null, "", "/_editor/?file=" + encodeURIComponent(o.file));
  whole = !o.form;
  note.hidden = true;
  layout(o.fields);
  text.value = bodyOf(o);
  document.title = o.title;
  showTold(o.told, goTo);
  void draft();
  if (!o.form) tell("header", word("broken-header"));
}

function layout(values: Part[]): void {
  if (!now) return;
  const inside = hasFocus();
  form = whole ? undefined : new Form(now.schema, values, typed, { find: (to) => find(here(), to), picture: pick });
  fields.replaceChildren(make("h2", "ve-subtitle", word("header")), ...(form ? [form.element] : [make("p", "", word("as-text"))]));
  renew();
  arrange(bar.element);
  atTitle(heading, inside);
}

/** The title, the file and what can be done with it. */
function renew(): void {
  if (!now) return;
  heading.textContent = now.title || now.file;
  fileName.textContent = now.file;
  const had = actions.contains(document.activeElement) ? document.activeElement?.textContent : undefined;
  actions.replaceChildren(...menu());
  ([...actions.children] as HTMLElement[]).find((e) => e.textContent === had)?.focus();
}

function menu(): HTMLElement[] {
  const list: HTMLElement[] = [saveButton];
  if (now?.url) {
    const back = make("a", "ve-button", word("back"));
    back.href = now.url;
    list.push(back);
  }
  if (now?.form) list.push(push(word(whole ? "as-form" : "as-text"), turn));
  if (now?.other) list.push(push(word("other"), () => void leave(() => open(now!.other))));
  list.push(push(word("history"), () => void past(here(), take)), ...others());
  if (now?.id) list.push(push(word("rename"), called), push(word("delete"), () => void remove()));
  return list;
}

const others = () => [push(word("open"), () => void leaveFor()), push(word("new"), () => void fresh(begin)), push(word("bin"), () => void bin(back))];

/** The header as a text, or as a form: only between changes that are saved, so that no two of them meet. */
function turn(): void {
  if (!now) return;
  if (changes()) return say(status, word("rename-first"));
  whole = !whole;
  layout(now.fields);
  text.value = bodyOf(now);
}

async function leave(go: () => unknown): Promise<void> {
  keepNow(); // it is kept and offered when one comes back
  if (!changes() || (await confirm(word("leave"), word("open")))) await go();
}

async function leaveFor(): Promise<void> {
  const hit = await find(here(), []);
  if (hit) await leave(() => open(hit.file));
}

// ---- Other items.

/** The file from which links are counted. */
const here = () => now?.file ?? "content/index.md";

const pick = pasting(text, {
  file: () => now?.file,
  added: (photo) => {
    if (photo.photo) form?.add("photos", photo.photo);
  },
  noPhotos: () => (whole && now?.photos ? word("photo-form") : ""), // what is said of who is seen would be written nowhere
  say: (message) => say(status, message),
  fail,
});

const bar = toolbar(text, {
  link: () => find(here(), [], true),
  picture: () => void pick().then((p) => p && insert(text, p.markdown)),
});

function begin(o: Opened): void {
  keepNow();
  show(o);
}

/** Only between changes that are saved: they know the file by its name. */
function called(): void {
  if (!now) return;
  if (changes()) say(status, word("rename-first"));
  else rename(now, moved);
}

function moved(r: Renamed): void {
  show(r);
  say(status, word("renamed").replace("%d", String(r.changed.length)) + (r.left.length > 0 ? " " + word("not-renamed").replace("%s", r.left.join(", ")) : ""));
}

async function remove(): Promise<void> {
  if (!now || !(await confirm(word("delete-sure"), word("delete")))) return;
  saving = true; // nobody is to find it gone meanwhile, neither who looks after the file nor who makes its page
  clearTimeout(draftTimer);
  drafting?.abort();
  try {
    await query("delete", { file: now.file });
    await forget(now.file);
    now = undefined;
    form = undefined;
    welcome();
    say(status, word("deleted"));
  } catch (error) {
    fail(error);
  }
  saving = false;
}

/** A text that was deleted is there again. */
const back = (o: Opened) => void leave(() => show(o));

/** Takes an earlier version as the text that is being written; it is saved as any other. */
function take(old: string): void {
  if (!now) return;
  if (changes()) {
    say(status, word("rename-first")); // what was not saved is in no version yet
    return;
  }
  whole = true;
  layout([]);
  text.value = plain(old);
  typed();
  say(status, word("restored"));
}

text.addEventListener("input", typed);
addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.code === "KeyS") {
    event.preventDefault();
    void save();
  }
});

/** Before a text is chosen. */
function welcome(): void {
  const inside = hasFocus();
  const title = make("h1", "ve-title", word("name"));
  title.tabIndex = -1;
  main.replaceChildren(title, status, make("p", "", word("no-file")), make("p", "ve-menu", ...others()));
  atTitle(title, inside);
}

const asked = new URLSearchParams(location.search);
welcome();
if (asked.get("file")) void open(asked.get("file")!).then(() => Number(asked.get("line")) > 0 && goTo(Number(asked.get("line"))));
else if (asked.get("path")) void query<Opened>("open", { path: asked.get("path") }).then((o) => open(o.file)).catch(fail);
else if (asked.get("new")) void fresh(begin).catch(fail);
