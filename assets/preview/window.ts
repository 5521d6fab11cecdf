// The window of the editor: the elements that stay while texts come and go, and what is said in them.

import type { Told } from "./ask";
import { make, push, reason, say, setWords, word, worded } from "./dom";

setWords(JSON.parse(document.body.dataset["words"] ?? "{}") as Record<string, string>);

export const main = document.querySelector<HTMLElement>("#editor")!;
export const status = make("p", "ve-status");
status.setAttribute("role", "status");
export const note = make("div", "ve-note");
note.setAttribute("role", "alert");
note.hidden = true;

export const text = make("textarea", "ve-text");
text.id = "text";
text.spellcheck = true;
text.autocapitalize = "sentences";
export const page = make("iframe", "ve-page");
page.title = word("preview");
page.setAttribute("sandbox", "allow-same-origin"); // the page is complete without script
export const noPage = make("p", "ve-hint", word("no-page"));
noPage.hidden = true;
const told = make("section", "ve-told");
export const fields = make("section", "ve-fields");
export const heading = make("h1", "ve-title");
heading.tabIndex = -1;
export const fileName = make("code", "ve-file");
export const actions = make("div", "ve-menu");
const head = make("header", "ve-head", make("div", "ve-names", heading, fileName), actions);

/** Puts everything into its place, the text below its toolbar. */
export function arrange(toolbar: HTMLElement): void {
  const label = make("label", "ve-subtitle", word("text"));
  label.htmlFor = text.id;
  const middle = make("section", "ve-middle", label, toolbar, text, make("p", "ve-hint", word("drop") + " " + word("local")));
  const right = make("section", "ve-right", make("h2", "ve-subtitle", word("preview")), page, noPage, told);
  const skip = make("a", "ve-skip", word("skip"));
  skip.href = "#text";
  main.replaceChildren(skip, head, status, note, make("div", "ve-columns", fields, middle, right));
}

/** What is wrong in the text; each leads to its line. */
export function showTold(list: Told[], goTo: (line: number) => void): void {
  const items = list.map((p) => {
    const li = make("li", "ve-" + p.severity);
    li.append(...worded(p.what));
    if (p.line > 0) li.append(" ", push(`${word("line")} ${p.line}`, () => goTo(p.line), "ve-line"));
    if (p.mend) li.append(make("br", ""), ...worded(p.mend));
    return li;
  });
  told.replaceChildren(make("h2", "ve-subtitle", word("problems")), list.length > 0 ? make("ol", "ve-list", ...items) : make("p", "", word("no-problems")));
}

export const fail = (error: unknown) => say(status, reason(error));

/** Tells what waits for an answer, above the text until it goes. */
export function tell(about: string, message: string, ...buttons: HTMLButtonElement[]): void {
  note.dataset["about"] = about;
  note.replaceChildren(make("p", "", message), ...buttons);
  note.hidden = false;
}

/** The focus is here, or a dialog that is about to shut will give it back here. */
export const hasFocus = () => main.contains(document.activeElement) || document.querySelector("dialog[open]") !== null;

/** What had the focus is gone: it begins at the title. */
export function atTitle(title: HTMLElement, had: boolean): void {
  setTimeout(() => had && document.activeElement === document.body && title.focus({ preventScroll: true }));
}
