// The script of the preview: keeps the page true while the site is being written, and shows what is wrong in the content.
// The protocol stands in generator/serve.

import { bar, editable, editor } from "./preview/bar";
import { make, worded } from "./preview/dom";

type Problem = {
  file: string;
  line: number;
  column: number;
  length: number;
  code: string;
  severity: "error" | "warning" | "notice";
  source: string;
  what: string;
  mend: string;
};

type Message =
  | { type: "hello"; build: string; page: string }
  | { type: "reload" }
  | { type: "style"; from: string; to: string }
  | { type: "problems"; problems: Problem[]; errors: number; warnings: number; more?: number };

const memory = "vitryna-preview";

// A built site that was once looked at under this address may have left its worker here: it would answer with what it has kept.
void navigator.serviceWorker?.getRegistrations().then((all) => all.forEach((r) => void r.unregister())).catch(() => undefined);

// ---- Connection: tries again, ever more slowly, and at once when the page is looked at.

let page = firstPage();
let pause = 250;
let timer: number | undefined;
let socket: WebSocket | undefined;

/** The digest of the page as it was delivered; the server compares with it. */
function firstPage(): string {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  for (const t of entry?.serverTiming ?? []) if (t.name === "page") return t.description;
  return "";
}

function connect(): void {
  clearTimeout(timer);
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  const query = "?path=" + encodeURIComponent(location.pathname) + (page && "&page=" + encodeURIComponent(page));
  const ours = new WebSocket(scheme + "//" + location.host + "/_preview/socket" + query);
  socket = ours;
  ours.onmessage = (event) => receive(JSON.parse(event.data as string) as Message);
  ours.onclose = () => {
    if (socket !== ours) return;
    socket = undefined;
    badge.lost(true);
    timer = setTimeout(connect, pause);
    pause = Math.min(pause * 1.6, 5000);
  };
}

document.addEventListener("visibilitychange", () => {
  if (document.hidden || socket) return;
  pause = 250;
  connect();
});
addEventListener("pageshow", (event) => {
  if (event.persisted) reload(); // back from the browser's store: it may be of long ago
});

function receive(message: Message): void {
  pause = 250;
  badge.lost(false);
  switch (message.type) {
    case "hello":
      page = message.page;
      document.dispatchEvent(new Event("vitryna-build")); // for pages that stay and show something of others
      authorsBar?.refresh();
      break;
    case "reload":
      reload();
      break;
    case "style":
      exchange(message.from, message.to);
      break;
    case "problems":
      show(message);
  }
}

// ---- Reload and what stays: the place, open parts, the focus.

type Kept = { path: string; x: number; y: number; open: number[]; focus: string; closed: string };

function reload(): void {
  const details = [...document.querySelectorAll("details")];
  const kept: Kept = {
    path: location.pathname,
    x: scrollX,
    y: scrollY,
    open: details.flatMap((d, i) => (d.open ? [i] : [])),
    focus: pathOf(document.activeElement),
    closed: closedFor,
  };
  try {
    sessionStorage.setItem(memory, JSON.stringify(kept));
  } catch {
    // no storage: the page begins at its top
  }
  socket = undefined;
  location.reload();
}

function restore(): Kept | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(memory) ?? "null") as Kept | null;
    sessionStorage.removeItem(memory);
    if (!kept || kept.path !== location.pathname) return undefined;
    const details = document.querySelectorAll("details");
    for (const i of kept.open) if (details[i]) details[i].open = true;
    if (kept.focus) document.querySelector<HTMLElement>(kept.focus)?.focus({ preventScroll: true });
    const scroll = () => scrollTo({ left: kept.x, top: kept.y, behavior: "instant" as ScrollBehavior });
    history.scrollRestoration = "manual";
    scroll();
    addEventListener("load", scroll, { once: true });
    return kept;
  } catch {
    return undefined;
  }
}

/** The way from <body> to an element, as a selector. */
function pathOf(element: Element | null): string {
  const steps: string[] = [];
  for (let e = element; e && e !== document.body; e = e.parentElement) {
    if (!e.parentElement) return "";
    steps.unshift(`${e.localName}:nth-child(${[...e.parentElement.children].indexOf(e) + 1})`);
  }
  return steps.length > 0 ? "body > " + steps.join(" > ") : "";
}

/** Puts a style sheet in the place of another without a flash: the old one goes when the new one has come. */
function exchange(from: string, to: string): void {
  for (const old of document.querySelectorAll<HTMLLinkElement>("link[rel~=stylesheet]")) {
    if (new URL(old.href).pathname !== from) continue;
    const fresh = old.cloneNode() as HTMLLinkElement;
    fresh.href = to;
    fresh.onload = () => old.remove();
    fresh.onerror = () => fresh.remove();
    old.after(fresh);
  }
}

// ---- What is wrong: a layer over the page for errors, a badge for the rest.

/** Number and noun, in one piece of text. */
function count(n: number, one: string, few: string, many: string): string {
  const ten = n % 10;
  const hundred = n % 100;
  const word =
    ten === 1 && hundred !== 11 ? one : ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14) ? few : many;
  return `${n} ${word}`;
}

/** A page on which nothing may come up by itself. */
const calm = document.querySelector("[data-calm]") !== null;

const errorsOf = (n: number) => count(n, "помилка", "помилки", "помилок");
const warningsOf = (n: number) => count(n, "попередження", "попередження", "попереджень");

/** The author's own line with the place marked. Columns count characters, not bytes. */
function excerpt(p: Problem): HTMLElement {
  const line = make("code", "vp-line");
  const letters = [...p.source];
  const from = p.column > 0 ? Math.min(p.column - 1, letters.length) : letters.length;
  const to = Math.min(from + Math.max(p.length, 1), letters.length);
  line.append(letters.slice(0, from).join(""));
  if (to > from) line.append(make("mark", "", letters.slice(from, to).join("")));
  line.append(letters.slice(to).join(""));
  const box = make("pre", "vp-source");
  if (p.line > 0) box.append(make("span", "vp-number", String(p.line)));
  box.append(line);
  box.tabIndex = 0;
  return box;
}

const names = { error: "Помилка", warning: "Попередження", notice: "У чернетці" };

function item(p: Problem): HTMLLIElement {
  const li = make("li", "vp-problem vp-" + p.severity);
  const where = p.file ? p.file + (p.line > 0 ? ":" + p.line + (p.column > 0 ? ":" + p.column : "") : "") : "";
  li.append(
    make("p", "vp-what", make("span", "vp-severity", names[p.severity]), " ", ...worded(p.what.charAt(0).toUpperCase() + p.what.slice(1), "vp-name")),
  );
  if (p.source) li.append(excerpt(p));
  if (p.mend) li.append(make("p", "vp-mend", make("b", "", "Що зробити: "), ...worded(p.mend, "vp-name")));
  if (where || p.code) {
    const foot = make("p", "vp-where");
    const code = make("code", "", where);
    if (editable(p.file)) {
      const link = make("a", ""); // a text whose header cannot be read has no page, and so no bar that leads to the editor
      link.href = editor(p.file, p.line);
      link.append(code);
      foot.append(link);
    } else if (where) foot.append(code);
    if (p.code) foot.append(" ", make("span", "vp-code", p.code));
    li.append(foot);
  }
  return li;
}

/** The errors for which the author has closed the layer; the same errors do not open it again. */
let closedFor = "";
let last: Extract<Message, { type: "problems" }> | undefined;

const title = make("h2", "vp-title");
title.id = "_preview-title";
title.tabIndex = -1;
const list = make("ol", "vp-list");
const more = make("p", "vp-more");
const closeButton = make("button", "vp-button", "Сховати");
closeButton.type = "button";
const hint = make("p", "vp-hint", "Клавіша Esc теж ховає це вікно. Назва файлу веде до редактора. Виправте текст там або у своїй програмі й збережіть: сторінка оновиться сама.");
const box = make("div", "vp-box", make("header", "vp-head", title, closeButton), list, more, hint);
const layer = make("dialog", "vp-layer", box); // Escape, the keyboard's trap and the way back are the browser's
layer.setAttribute("aria-labelledby", title.id);
layer.lang = "uk";

const badge = (() => {
  const button = make("button", "vp-badge");
  button.type = "button";
  button.hidden = true;
  button.lang = "uk";
  button.setAttribute("aria-haspopup", "dialog");
  const live = make("p", "vp-live");
  live.setAttribute("role", "status");
  live.lang = "uk";
  let counts = "";
  let severity = "";
  let away = false;
  let waiting: number | undefined;
  const draw = () => {
    const text = away ? "Немає зв’язку з програмою" : counts;
    button.textContent = text;
    button.hidden = text === "" || (layer.open && !away);
    button.className = "vp-badge vp-" + (away ? "lost" : severity);
    button.disabled = away;
  };
  return {
    button,
    live,
    draw,
    set(errors: number, warnings: number) {
      counts = [errors > 0 ? errorsOf(errors) : "", warnings > 0 ? warningsOf(warnings) : ""].filter(Boolean).join(", ");
      severity = errors > 0 ? "error" : "warning";
      if (live.textContent !== counts) live.textContent = counts;
      draw();
    },
    /** The program may only be starting anew: says so after a while. */
    lost(is: boolean) {
      clearTimeout(waiting);
      if (is) {
        waiting = setTimeout(() => {
          away = true;
          draw();
        }, 2000);
      } else if (away) {
        away = false;
        draw();
      }
    },
  };
})();

function unfold(byHand: boolean): void {
  if (!last) return;
  const all = last.problems;
  const shown = byHand ? all : all.filter((p) => p.severity === "error");
  title.textContent =
    last.errors > 0
      ? errorsOf(last.errors) + (last.warnings > 0 ? ", " + warningsOf(last.warnings) : "")
      : warningsOf(last.warnings);
  list.replaceChildren(...shown.map(item));
  const left = byHand ? (last.more ?? 0) : last.errors - shown.length; // of the warnings the title tells
  more.textContent = left > 0 ? `Ще ${count(left, "зауваження", "зауваження", "зауважень")} покаже команда vitryna check.` : "";
  more.hidden = left === 0;
  box.classList.toggle("vp-mild", last.errors === 0);
  if (!layer.open) {
    layer.showModal();
    title.focus({ preventScroll: true });
  }
  badge.draw();
}

function shut(): void {
  if (layer.open) layer.close();
}

/** What the errors are, without the lines on which they stand. */
function keyOf(): string {
  return (last?.problems ?? [])
    .filter((p) => p.severity === "error")
    .map((p) => [p.file, p.code, p.what].join("|"))
    .join("\n");
}

function show(message: Extract<Message, { type: "problems" }>): void {
  last = message;
  const key = keyOf();
  badge.set(message.errors, message.warnings);
  if (message.errors > 0 && calm) {
    badge.draw(); // a hall looks on, or somebody types: the layer waits until it is asked for
  } else if (message.errors > 0 && (key !== closedFor || layer.open)) {
    unfold(false);
  } else if (message.errors === 0) {
    shut();
    closedFor = "";
  }
  badge.draw();
}

closeButton.onclick = shut;
layer.onclose = () => {
  closedFor = keyOf();
  badge.draw();
};
badge.button.onclick = () => unfold(true);

/** Not where a hall looks on. Before the place is restored, for it moves the page down. */
const authorsBar = calm ? undefined : bar(document.querySelector<HTMLScriptElement>("script[data-token]")?.dataset["token"] ?? "");
document.body.append(badge.live, badge.button, layer);
closedFor = restore()?.closed ?? "";
connect();
