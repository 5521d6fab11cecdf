// The author's bar of the preview: what the text of this page is, what is wrong with it, what of the site will not be published, and where to change it.
// It stands above the page, in its flow, so it covers nothing; it stays open or shut from page to page.

import { ask, type Told } from "./ask";
import { make, reason, setWords, word, worded } from "./dom";

type Reply = {
  words: Record<string, string>;
  file: string;
  canEdit: boolean;
  facts: { name: string; text: string }[];
  here: Told[];
  site: string;
  absent: { title: string; url: string; file: string; why: string }[];
  guests: boolean;
  kind: { title: string; url: string };
};

const memory = "vitryna-bar";

function button(text: string, act: () => void): HTMLButtonElement {
  const b = make("button", "vp-button", text);
  b.type = "button";
  b.onclick = act;
  return b;
}

function anchor(url: string, text: string): HTMLAnchorElement {
  const a = make("a", "", text);
  a.href = url;
  return a;
}

/** Where a text is edited. */
export const editor = (file: string, line = 0) => "/_editor/?file=" + encodeURIComponent(file) + (line > 0 ? "&line=" + line : "");

export const editable = (file: string) => file.startsWith("content/") && file.endsWith(".md");

/** A problem as an element of a list, with the way to its place. */
function problem(p: Told): HTMLElement {
  const where = p.file + (p.line > 0 ? ":" + p.line : "");
  const li = make("li", "vp-bar-" + p.severity, ...worded(p.what, "vp-name"), " ");
  li.append(editable(p.file) ? anchor(editor(p.file, p.line), where) : make("code", "", where), " ", make("span", "vp-code", p.code));
  if (p.mend) li.append(make("br", ""), make("b", "", word("mend") + ": "), ...worded(p.mend, "vp-name"));
  return li;
}

/** What can be done from here. */
function actions(r: Reply, system: () => void, check: () => void): HTMLElement {
  const list = make("p", "vp-bar-actions");
  if (r.canEdit) {
    const edit = anchor(editor(r.file), word("edit"));
    edit.className = "vp-button";
    list.append(edit, button(word("system"), system));
  }
  const fresh = anchor("/_editor/?new=1", word("new"));
  fresh.className = "vp-button";
  list.append(fresh, button(word("check"), check));
  if (r.guests) list.append(anchor("/_lan/", word("phone")));
  if (r.kind.url) list.append(anchor(r.kind.url, word("kind").replace("%s", r.kind.title)));
  return list;
}

/** What this page and its site are. */
function facts(r: Reply): HTMLElement {
  const list = make("dl", "vp-bar-facts");
  const fact = (name: string, ...value: (Node | string)[]) => list.append(make("div", "", make("dt", "", name), make("dd", "", ...value)));
  fact(word("file"), r.file ? make("code", "", r.file) : word("no file"));
  for (const f of r.facts) fact(f.name, f.text);
  fact(word("site"), r.site);
  return list;
}

/** What is wrong with the text of this page. */
function here(r: Reply): HTMLElement {
  return make("section", "", make("h2", "vp-bar-title", word("problems")), r.here.length > 0 ? make("ol", "vp-bar-list", ...r.here.map(problem)) : make("p", "", word("none")));
}

/** What of the site will not be published. */
function absent(r: Reply): HTMLElement {
  const items = r.absent.map((a) => make("li", "", a.url ? anchor(a.url, a.title || a.file) : a.title || a.file, " — " + a.why));
  return make("section", "", make("h2", "vp-bar-title", word("absent")), items.length > 0 ? make("ul", "vp-bar-list", ...items) : make("p", "", word("all there")));
}

/** The bar stays open or shut from page to page. */
function remember(details: HTMLDetailsElement): void {
  try {
    details.open = localStorage.getItem(memory) === "open";
  } catch {
    // no storage: shut
  }
  details.ontoggle = () => {
    try {
      localStorage.setItem(memory, details.open ? "open" : "shut");
    } catch {
      // as above
    }
  };
}

export function bar(token: string): { refresh(): void } {
  const summary = make("summary", "vp-bar-head", "…");
  const body = make("div", "vp-bar-body");
  const details = make("details", "vp-bar-details", summary, body);
  const aside = make("aside", "vp-bar", details);
  aside.hidden = token === "";
  remember(details);
  const skip = document.querySelector("body > .skip");
  if (skip) skip.after(aside);
  else document.body.prepend(aside);

  const answer = make("p", "vp-bar-answer");
  answer.setAttribute("role", "status");
  const checked = make("div", "vp-bar-checked");

  async function order(name: string, question: unknown, after: () => string): Promise<void> {
    try {
      await ask(token, name, question);
      answer.textContent = after();
    } catch (error) {
      answer.textContent = reason(error);
    }
  }

  async function check(): Promise<void> {
    answer.textContent = word("checking");
    try {
      const r = await ask<{ summary: string; problems: Told[]; more: string }>(token, "check", {});
      answer.textContent = r.summary;
      checked.replaceChildren(...(r.problems.length > 0 ? [make("ol", "vp-bar-list", ...r.problems.map(problem))] : []), r.more);
    } catch (error) {
      answer.textContent = reason(error);
    }
  }

  function show(r: Reply): void {
    setWords(r.words);
    aside.setAttribute("aria-label", word("name"));
    const errors = r.here.filter((p) => p.severity === "error").length;
    summary.replaceChildren(
      make("b", "", word("name")),
      make("span", "vp-bar-file", r.file),
      make("span", errors > 0 ? "vp-bar-count vp-bar-error" : "vp-bar-count", r.here.length > 0 ? `${word("problems")}: ${r.here.length}` : word("site") + ": " + r.site),
    );
    const system = () => void order("system", { file: r.file }, () => `${word("opened")}: ${r.file}`);
    body.replaceChildren(actions(r, system, () => void check()), answer, facts(r), ...(r.file ? [here(r)] : []), absent(r), checked);
  }

  async function refresh(): Promise<void> {
    if (token === "") return;
    try {
      show(await ask<Reply>(token, "bar", { path: decodeURI(location.pathname) }));
    } catch {
      // the program is only starting, or has gone: the badge tells of it
    }
  }
  void refresh();
  return { refresh: () => void refresh() };
}
