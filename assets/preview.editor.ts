// The editor of the preview, at /_editor/: a form made from the kind beside a text with a toolbar and the page as it will be. What is asked and answered
// stands in generator/editor. Nothing here is a library: the text is a plain textarea, the dialogs are the browser's.

import { ask, type Told } from "./preview/ask";
import { choose, confirm, dialog, make, push, say, setWords, word } from "./preview/dom";
import { Form, type Field, type Part } from "./preview/form";
import { forget, forgetKept, keep, kept, type Kept } from "./preview/keep";
import { askPhoto, shrink, type Photo } from "./preview/photo";
import { toolbar, insert } from "./preview/toolbar";

type Opened = {
  file: string;
  source: string;
  hash: string;
  body: string;
  fields: Part[];
  form: boolean;
  schema: Field[];
  kind: string;
  title: string;
  url: string;
  id: string;
  other: string;
  told: Told[];
  photos: boolean;
};

type DiffLine = { sign: " " | "-" | "+" | "…"; text: string };
type Conflict = { mine: string; theirs: string; hash: string; gone: boolean; lines: DiffLine[] };
type Edit = { file: string; source: string; fields: Part[]; body: string | null; whole: string | null };

const token = document.body.dataset["token"] ?? "";
setWords(JSON.parse(document.body.dataset["words"] ?? "{}") as Record<string, string>);
const query = <T>(name: string, question: unknown, signal?: AbortSignal) => ask<T>(token, name, question, signal);

const main = document.querySelector<HTMLElement>("#editor")!;
const status = make("p", "ve-status");
status.setAttribute("role", "status");
const note = make("div", "ve-note");
note.setAttribute("role", "alert");
note.hidden = true;

let now: Opened | undefined;
let form: Form | undefined;
let whole = false; // the header is changed as a text, with the text below it
let saving = false;

const text = make("textarea", "ve-text");
text.id = "text";
text.spellcheck = true;
text.autocapitalize = "sentences";
const page = make("iframe", "ve-page");
page.title = word("preview");
page.setAttribute("sandbox", "allow-same-origin"); // the page is complete without script
const noPage = make("p", "ve-hint", word("no-page"));
noPage.hidden = true;
const told = make("section", "ve-told");
const fields = make("section", "ve-fields");
const heading = make("h1", "ve-title");
const fileName = make("code", "ve-file");
const saveButton = push(word("save"), () => void save());
saveButton.classList.add("ve-main-button");

// ---- What is unsaved.

const bodyOf = (o: Opened) => (whole ? o.source.replace(/\r\n?/g, "\n") : o.body);

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
    showTold(reply.told);
    if (reply.html) paint(reply.url, reply.html);
    else pageless();
  } catch (error) {
    if (!mine.signal.aborted) fail(error);
  }
}

/** A kind whose items are only listed. */
function pageless(): void {
  page.hidden = true;
  noPage.hidden = false;
}

/** Puts the page into the frame, without its scripts: a page is complete without. Its addresses are made whole, for the frame stands nowhere; its place is
 * kept. */
function paint(url: string, html: string): void {
  const inside = page.contentDocument;
  if (!inside) return;
  page.hidden = false;
  noPage.hidden = true;
  const base = location.origin + url;
  const fresh = new DOMParser().parseFromString(html, "text/html");
  for (const e of fresh.querySelectorAll("script, noscript, meta[http-equiv], link:not([rel~=stylesheet])")) e.remove();
  const whole = (e: Element, name: string, change: (value: string) => string) => {
    const value = e.getAttribute(name);
    if (value && !value.startsWith("#")) e.setAttribute(name, change(value));
  };
  const absolute = (value: string) => (/^(data|mailto|tel):/.test(value) ? value : new URL(value, base).href);
  for (const e of fresh.querySelectorAll("[href]")) whole(e, "href", absolute);
  for (const e of fresh.querySelectorAll("[src]")) whole(e, "src", absolute);
  for (const e of fresh.querySelectorAll("[srcset]")) whole(e, "srcset", (v) => v.split(", ").map((s) => s.replace(/^\s*\S+/, (u) => absolute(u.trim()))).join(", "));
  const place = inside.scrollingElement?.scrollTop ?? 0;
  const styles = (d: Document) => [...d.querySelectorAll("link[rel~=stylesheet]")].map((l) => l.getAttribute("href")).join(" ");
  const settle = () => inside.scrollingElement && (inside.scrollingElement.scrollTop = place);
  if (styles(fresh) !== styles(inside)) {
    inside.head.replaceWith(inside.importNode(fresh.head, true));
    for (const l of inside.querySelectorAll<HTMLLinkElement>("link[rel~=stylesheet]")) l.onload = settle;
  }
  inside.documentElement.lang = fresh.documentElement.lang;
  inside.body.replaceWith(inside.importNode(fresh.body, true));
  inside.onclick = (event) => follow(event, inside);
  settle();
}

/** A link of the page: a place of the same page is shown, another page gets a window of its own. */
function follow(event: MouseEvent, inside: Document): void {
  const link = (event.target as Element).closest?.("a[href]");
  if (!link) return;
  event.preventDefault();
  const to = link.getAttribute("href") ?? "";
  if (to.startsWith("#")) inside.getElementById(decodeURIComponent(to.slice(1)))?.scrollIntoView();
  else window.open(to, "_blank", "noopener");
}

function showTold(list: Told[]): void {
  const items = list.map((p) => {
    const li = make("li", "ve-" + p.severity);
    li.append(...p.what.split("`").map((part, i) => (i % 2 === 1 ? make("code", "", part) : part)));
    if (p.line > 0) li.append(" ", push(`${word("line")} ${p.line}`, () => goTo(p.line), "ve-line"));
    if (p.mend) li.append(make("br", ""), ...p.mend.split("`").map((part, i) => (i % 2 === 1 ? make("code", "", part) : part)));
    return li;
  });
  told.replaceChildren(make("h2", "ve-subtitle", word("problems")), list.length > 0 ? make("ol", "ve-list", ...items) : make("p", "", word("no-problems")));
}

/** Leads to a line of the file: in the text, or, if it is the header's, to the form. */
function goTo(line: number): void {
  if (!now) return;
  const above = whole ? 0 : now.source.replace(/\r\n?/g, "\n").split("\n").length - now.body.split("\n").length;
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

function fail(error: unknown): void {
  say(status, error instanceof TypeError ? word("away") : (error as Error).message);
}

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
      quarrel(reply.conflict);
    } else {
      now = { ...reply, told: now.told };
      form?.saved(sent);
      say(status, word("saved"));
      if (whole && reply.form && !now.form) show(reply);
      document.title = (changes() ? "• " : "") + now.title;
      keepNow();
      clearTimeout(draftTimer);
      draftTimer = setTimeout(() => void draft(), 50);
    }
  } catch (error) {
    fail(error);
  }
  saving = false;
}

const differences = (lines: DiffLine[]) =>
  make("pre", "ve-diff", ...lines.map((l) => make(l.sign === "+" ? "ins" : l.sign === "-" ? "del" : "span", "", (l.sign === "-" ? "−" : l.sign) + " " + l.text + "\n")));

/** Somebody else has written the file meanwhile: both texts and their differences, and a choice. */
function quarrel(c: Conflict): void {
  const d = dialog(word("conflict"), "ve-conflict");
  const both = make("details", "", make("summary", "", `${word("mine")} · ${word("theirs")}`));
  const column = (name: string, value: string) => {
    const area = make("textarea", "ve-version");
    area.value = value;
    area.readOnly = true;
    return make("label", "", name, area);
  };
  both.append(make("div", "ve-versions", column(word("mine"), c.mine), column(word("theirs"), c.theirs)));
  const lines = differences(c.lines);
  lines.tabIndex = 0;
  lines.setAttribute("aria-label", word("differences"));
  d.body.append(make("p", "", word(c.gone ? "conflict-gone" : "conflict-text")), lines, both);
  d.button(word("keep-mine"), () => void save(c.gone ? "gone" : c.hash));
  if (!c.gone) d.button(word("take-theirs"), () => void reopen());
  d.button(word("both"), () => text.focus());
  d.show();
}

async function reopen(): Promise<void> {
  if (!now) return;
  await forget(now.file);
  await open(now.file, false);
}

/** Looks now and then whether the file is another than the one that was opened. */
setInterval(() => void look(), 3000);
async function look(): Promise<void> {
  if (!now || document.hidden || saving || document.querySelector("dialog[open]")) return;
  try {
    const file = now.file;
    const state = await query<{ hash: string; told: Told[] }>("state", { file });
    if (!now || now.file !== file || saving) return;
    if (state.hash === now.hash) {
      note.hidden = note.dataset["about"] === "changed" ? true : note.hidden;
      return;
    }
    if (!changes()) await open(file, false);
    else if (note.hidden) tell("changed", word("changed"));
  } catch {
    // the program is away: saving tells of it
  }
}

function tell(about: string, message: string, ...buttons: HTMLButtonElement[]): void {
  note.dataset["about"] = about;
  note.replaceChildren(make("p", "", message), ...buttons);
  note.hidden = false;
}

// ---- Opening.

async function open(file: string, offer = true): Promise<void> {
  say(status, word("loading"));
  try {
    const reply = await query<Opened>("open", { file });
    show(reply);
    say(status, "");
    history.replaceState(null, "", "/_editor/?file=" + encodeURIComponent(file));
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
      now = { ...now, source: k.source, hash: "" }; // it was made of that; saving compares
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
  now = o;
  whole = !o.form;
  note.hidden = true;
  layout(o.fields);
  text.value = bodyOf(o);
  document.title = o.title;
  showTold(o.told);
  void draft();
  if (!o.form) tell("header", word("broken-header"));
}

function layout(values: Part[]): void {
  if (!now) return;
  heading.textContent = now.title || now.file;
  fileName.textContent = now.file;
  form = whole ? undefined : new Form(now.schema, values, typed, { find: (to) => find(to), picture: () => pick() });
  fields.replaceChildren(make("h2", "ve-subtitle", word("header")), ...(form ? [form.element] : [make("p", "", word("as-text"))]));
  const head = make("header", "ve-head", make("div", "ve-names", heading, fileName), menu());
  const label = make("label", "ve-subtitle", word("text"));
  label.htmlFor = text.id;
  const middle = make("section", "ve-middle", label, bar.element, text, make("p", "ve-hint", word("drop") + " " + word("local")));
  const right = make("section", "ve-right", make("h2", "ve-subtitle", word("preview")), page, noPage, told);
  const skip = make("a", "ve-skip", word("skip"));
  skip.href = "#text";
  main.replaceChildren(skip, head, status, note, make("div", "ve-columns", fields, middle, right));
}

function menu(): HTMLElement {
  const list = make("div", "ve-menu", saveButton);
  if (now?.url) {
    const back = make("a", "ve-button", word("back"));
    back.href = now.url;
    list.append(back);
  }
  if (now?.form) list.append(push(word(whole ? "as-form" : "as-text"), turn));
  if (now?.other) list.append(push(word("other"), () => void leave(() => open(now!.other))));
  list.append(push(word("history"), () => void past()), push(word("new"), () => void fresh()), push(word("open"), () => void leaveFor()), push(word("bin"), () => void bin()));
  if (now?.id) list.append(push(word("rename"), () => void rename()), push(word("delete"), () => void remove()));
  return list;
}

/** The header as a text, or as a form: only between changes that are saved, so that no two of them meet. */
function turn(): void {
  if (!now) return;
  if (changes()) {
    say(status, word("rename-first"));
    return;
  }
  whole = !whole;
  layout(now.fields);
  text.value = bodyOf(now);
}

async function leave(go: () => unknown): Promise<void> {
  keepNow(); // it is kept and offered when one comes back
  if (!changes() || (await confirm(word("leave"), word("open")))) await go();
}

async function leaveFor(): Promise<void> {
  const hit = await find([], false);
  if (hit) await leave(() => open(hit.file));
}

// ---- Other items.

export type Hit = { title: string; kind: string; ref: string; link: string; file: string };

/** Asks for an item by words of its title. With the web an address may be written as well. */
async function find(to: string[], web = false): Promise<Hit | undefined> {
  const from = now?.file ?? "content/index.md";
  return choose(word(web ? "address" : "find"), async (words) => {
    const reply = await query<{ hits: Hit[] }>("search", { query: words, from, to });
    const hits = reply.hits.map((h) => ({ ...h, file: resolve(from, h.link) }));
    if (web && /^(https?:\/\/|mailto:|tel:)/.test(words)) hits.unshift({ title: words, kind: "", ref: "", link: words, file: "" });
    return hits;
  });
}

/** The file to which a link of a text leads. */
const resolve = (from: string, link: string) => decodeURI(new URL(link, "http://x/" + from).pathname).slice(1);

const bar = toolbar(text, {
  async link() {
    return (await find([], true)) as Hit | undefined;
  },
  picture: () => void pick().then((p) => p && insert(text, p.markdown)),
});

async function fresh(): Promise<void> {
  const { kinds } = await query<{ kinds: { name: string; label: string; in?: string; owners?: { name: string; label: string }[] }[] }>("kinds", {});
  const d = dialog(word("new"), "");
  const kind = make("select", "", ...kinds.map((k) => new Option(k.label, k.name)));
  const owner = make("select", "");
  const ownerLabel = make("label", "ve-field", word("in"), owner);
  const name = make("input", "");
  name.required = true;
  kind.onchange = () => {
    const k = kinds.find((k) => k.name === kind.value);
    owner.replaceChildren(...(k?.owners ?? []).map((o) => new Option(o.label, o.name)));
    ownerLabel.hidden = !k?.owners?.length;
  };
  d.body.append(make("label", "ve-field", word("kind"), kind), ownerLabel, make("label", "ve-field", word("title"), name));
  kind.onchange(new Event("change"));
  d.send(word("make"), async () => {
    const reply = await query<Opened>("new", { kind: kind.value, owner: ownerLabel.hidden ? "" : owner.value, title: name.value });
    keepNow();
    show(reply);
    history.replaceState(null, "", "/_editor/?file=" + encodeURIComponent(reply.file));
  });
  d.show();
}

async function rename(): Promise<void> {
  if (!now) return;
  if (changes()) {
    say(status, word("rename-first"));
    return;
  }
  const file = now.file;
  const d = dialog(word("rename"), "");
  const id = make("input", "");
  id.value = now.id;
  id.pattern = "[a-z0-9]+(-[a-z0-9]+)*";
  d.body.append(make("label", "ve-field", word("new-id"), id));
  d.send(word("rename"), async () => {
    const reply = await query<Opened & { changed: string[]; left: string[] }>("rename", { file, id: id.value });
    show(reply);
    history.replaceState(null, "", "/_editor/?file=" + encodeURIComponent(reply.file));
    say(status, word("renamed").replace("%d", String(reply.changed.length)) + (reply.left.length > 0 ? " " + word("not-renamed").replace("%s", reply.left.join(", ")) : ""));
  });
  d.show();
}

async function remove(): Promise<void> {
  if (!now || !(await confirm(word("delete-sure"), word("delete")))) return;
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
}

const moment = (time: string) => new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" }).format(new Date(time));

async function bin(): Promise<void> {
  const reply = await query<{ bin: { id: string; time: string; file: string }[] }>("bin", {});
  const d = dialog(word("bin"), "");
  const list = make("ul", "ve-list");
  for (const item of reply.bin) {
    const put = push(word("put-back"), () => {
      void query<Opened>("undelete", { id: item.id })
        .then((o) => {
          d.close();
          if (o.file) void leave(() => show(o));
        })
        .catch((error: unknown) => d.tell((error as Error).message));
    });
    list.append(make("li", "", make("code", "", item.file), ` — ${moment(item.time)} `, put));
  }
  d.body.append(reply.bin.length > 0 ? list : make("p", "", word("bin-empty")));
  d.button(word("close"), () => undefined);
  d.show();
}

async function past(): Promise<void> {
  if (!now) return;
  const file = now.file;
  const reply = await query<{ versions: { id: string; time: string; size: number }[] }>("history", { file });
  const d = dialog(word("history"), "ve-conflict");
  const shown = make("div", "");
  const list = make("ul", "ve-list");
  for (const v of reply.versions) {
    list.append(
      make("li", "", push(moment(v.time), () => {
        void query<{ text: string; lines: DiffLine[] }>("version", { file, id: v.id }).then((old) => {
          const lines = differences(old.lines);
          lines.tabIndex = 0;
          shown.replaceChildren(make("h3", "ve-subtitle", moment(v.time)), lines, push(word("restore-this"), () => {
            d.close();
            take(old.text);
          }));
        });
      })),
    );
  }
  d.body.append(reply.versions.length > 0 ? list : make("p", "", word("no-history")), shown);
  d.button(word("close"), () => undefined);
  d.show();
}

/** Takes an earlier version as the text that is being written; it is saved as any other. */
function take(old: string): void {
  if (!now) return;
  whole = true;
  layout([]);
  text.value = old.replace(/\r\n?/g, "\n");
  typed();
  say(status, word("restored"));
}

// ---- Pictures and what is pasted.

/** Asks for a file, then for what must be said of it. */
function pick(): Promise<Photo | undefined> {
  return new Promise((resolve) => {
    const input = make("input", "");
    input.type = "file";
    input.accept = "image/*";
    input.onchange = () => void take1(input.files?.[0]).then(resolve);
    input.oncancel = () => resolve(undefined);
    input.click();
  });
}

async function take1(file: File | undefined): Promise<Photo | undefined> {
  if (!file || !now) return undefined;
  const small = await shrink(file);
  if (small.smaller) say(status, word("shrunk").replace("%d", String(small.width)));
  const photo = await askPhoto(small.blob, file.name, (answers) => query<Photo>("picture", { ...answers, file: now!.file, name: file.name }));
  if (photo?.photo && !whole) form?.add("photos", photo.photo);
  return photo;
}

async function takeAll(files: File[]): Promise<void> {
  for (const file of files) {
    const photo = await take1(file);
    if (photo) insert(text, "\n" + photo.markdown + "\n");
  }
}

const images = (list: DataTransfer | null) => [...(list?.files ?? [])].filter((f) => f.type.startsWith("image/"));

text.addEventListener("dragover", (event) => {
  if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
});
text.addEventListener("drop", (event) => {
  const files = images(event.dataTransfer);
  if (files.length === 0) return;
  event.preventDefault();
  void takeAll(files);
});

/** Rich text: what a word processor or a page has put on the clipboard, with more in it than letters. */
const rich = /<(h[1-6]|li|table|b|strong|i|em|a|img|sup)\b|mso-|class="?Mso/i;

text.addEventListener("paste", (event) => {
  const data = event.clipboardData;
  const html = data?.getData("text/html") ?? "";
  if (rich.test(html) && now) {
    event.preventDefault();
    const plain = data?.getData("text/plain") ?? "";
    void query<{ markdown: string; lost: string[]; pictures: { mark: string; alt: string; data: string }[] }>("paste", { html, rtf: html.includes("file:") ? (data?.getData("text/rtf") ?? "") : "" })
      .then(async (r) => {
        insert(text, r.markdown);
        say(status, [word("pasted"), ...r.lost].join(" "));
        for (const p of r.pictures) await carry(p);
      })
      .catch((error: unknown) => {
        insert(text, plain);
        fail(error);
      });
    return;
  }
  const files = images(data);
  if (files.length === 0) return;
  event.preventDefault();
  void takeAll(files);
});

/** Asks about a picture that came with pasted text, and puts it in its place; without an answer its place goes. */
async function carry(p: { mark: string; alt: string; data: string }): Promise<void> {
  const bytes = Uint8Array.from(atob(p.data), (c) => c.charCodeAt(0));
  const type = bytes[0] === 0x89 ? "image/png" : bytes[0] === 0xff ? "image/jpeg" : bytes[0] === 0x47 ? "image/gif" : "image/webp";
  const photo = await take1(new File([bytes], p.alt || "foto", { type }));
  const place = `![${p.alt}](${p.mark})`;
  const at = text.value.indexOf(place);
  if (at < 0) return;
  text.setSelectionRange(at, at + place.length);
  insert(text, photo?.markdown ?? " ");
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
  main.replaceChildren(
    make("h1", "ve-title", word("name")),
    status,
    make("p", "", word("no-file")),
    make("p", "ve-menu", push(word("open"), () => void leaveFor()), push(word("new"), () => void fresh()), push(word("bin"), () => void bin())),
  );
}

const asked = new URLSearchParams(location.search);
welcome();
if (asked.get("file")) void open(asked.get("file")!).then(() => Number(asked.get("line")) > 0 && goTo(Number(asked.get("line"))));
else if (asked.get("path")) void query<Opened>("open", { path: asked.get("path") }).then((o) => open(o.file)).catch(fail);
else if (asked.get("new")) void fresh().catch(fail);


