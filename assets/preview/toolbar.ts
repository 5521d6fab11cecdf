// The toolbar of the text: it writes the signs that one would type. What is inserted can be undone as anything typed.

import { make, push, word } from "./dom";

/** Puts words in the place of the selection. */
export function insert(text: HTMLTextAreaElement, words: string): void {
  text.focus();
  // The only call that keeps the browser's own «undo»; where it is gone one day, the text is changed without.
  if (!document.execCommand("insertText", false, words)) {
    text.setRangeText(words, text.selectionStart, text.selectionEnd, "end");
    text.dispatchEvent(new Event("input"));
  }
}

/** Signs about the selection; without one, about a word that is selected then. */
function around(text: HTMLTextAreaElement, before: string, after: string): void {
  const from = text.selectionStart;
  const chosen = text.value.slice(from, text.selectionEnd) || word("here");
  insert(text, before + chosen + after);
  text.setSelectionRange(from + before.length, from + before.length + chosen.length);
}

/** A sign before every line of the selection. */
function lines(text: HTMLTextAreaElement, change: (line: string) => string): void {
  const from = text.value.lastIndexOf("\n", text.selectionStart - 1) + 1;
  const end = text.value.indexOf("\n", text.selectionEnd);
  const to = end < 0 ? text.value.length : end;
  text.setSelectionRange(from, to);
  insert(text, text.value.slice(from, to).split("\n").map(change).join("\n"));
}

/** A block of its own: blank lines are put about it where there are none. */
function block(text: HTMLTextAreaElement, words: string): void {
  insert(text, gapBefore(text) + words + "\n\n");
}

/** What makes the line before the selection a blank one. */
export function gapBefore(text: HTMLTextAreaElement): string {
  const before = text.value.slice(0, text.selectionStart);
  return before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
}

export function toolbar(text: HTMLTextAreaElement, outer: { link(): Promise<{ title: string; link: string } | undefined>; picture(): void }): { element: HTMLElement } {
  const element = make("div", "ve-toolbar");
  element.setAttribute("role", "toolbar");
  element.setAttribute("aria-label", word("toolbar"));
  element.setAttribute("aria-controls", "text");
  const acts: [string, () => void][] = [
    ["bold", () => around(text, "**", "**")],
    ["italic", () => around(text, "*", "*")],
    ["heading", () => lines(text, (l) => (l.startsWith("### ") ? l.slice(4) : l.startsWith("## ") ? "#" + l : "## " + l))],
    ["list", () => lines(text, (l) => (l.startsWith("- ") ? l.slice(2) : "- " + l))],
    ["link", () => void link()],
    ["picture", () => outer.picture()],
    ["table", () => block(text, `| ${word("column")} 1 | ${word("column")} 2 |\n| --- | --- |\n| ${word("cell")} | ${word("cell")} |`)],
    ["callout", () => block(text, `> [!${word("callout-kind")}] ${word("callout-title")}\n> ${word("callout-text")}`)],
  ];
  async function link(): Promise<void> {
    const [from, to] = [text.selectionStart, text.selectionEnd];
    const hit = await outer.link();
    text.focus();
    text.setSelectionRange(from, to);
    if (!hit) return;
    const name = text.value.slice(from, to) || hit.title;
    insert(text, `[${name.replaceAll(/([[\]])/g, "\\$1")}](${hit.link})`);
  }
  const buttons = acts.map(([name, act]) => push(word(name), act));
  // One stop of the keyboard for all: the arrows lead on.
  buttons.forEach((b, i) => (b.tabIndex = i === 0 ? 0 : -1));
  element.onkeydown = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    if (!step || at < 0) return;
    event.preventDefault();
    const next = buttons[(at + step + buttons.length) % buttons.length]!;
    buttons.forEach((b) => (b.tabIndex = b === next ? 0 : -1));
    next.focus();
  };
  element.append(...buttons);
  text.addEventListener("keydown", (event) => {
    const name = event.ctrlKey || event.metaKey ? { KeyB: "bold", KeyI: "italic", KeyK: "link" }[event.code] : undefined;
    if (!name) return;
    event.preventDefault();
    acts.find((a) => a[0] === name)?.[1]();
  });
  return { element };
}
