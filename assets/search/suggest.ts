// Suggestions while typing stand outside the results: they match the beginning of the last word too.
import { wanted } from "./excerpt";
import { input, make, own, part } from "./page";
import { find, parse } from "./query";
import { linkTo } from "./results";

const most = 6;
const suggested = part("suggested");
let typed = 0, pause = 0;

/** suggestSoon suggests when the typing pauses. */
export function suggestSoon(): void {
  clearTimeout(pause);
  pause = window.setTimeout(suggest, 120);
}

async function suggest(): Promise<void> {
  const mine = ++typed, text = input.value;
  if (text.trim().length < 3) return hideSuggested();
  try {
    const index = await own();
    const query = parse(text, true), want = wanted(query);
    const hits = query.phrases.length > 0 ? [] : await find(index, query);
    const cards = await Promise.all(hits.slice(0, most).map((h) => index.card(h.page)));
    if (mine !== typed || document.activeElement !== input) return;
    suggested.replaceChildren(...cards.map((card) => make("li", "", linkTo(card, want))));
    suggested.hidden = cards.length === 0;
  } catch {
    hideSuggested();
  }
}

export function hideSuggested(): void {
  typed++;
  clearTimeout(pause); // who asks at once after the last letter wants no more of them
  suggested.hidden = true;
  suggested.replaceChildren();
}

/** walk leads between the field and its suggestions by the arrows, and back by Escape. */
export function walk(event: KeyboardEvent): void {
  const stops = [input, ...suggested.querySelectorAll<HTMLElement>("a")];
  const at = stops.indexOf(document.activeElement as HTMLInputElement), step = { ArrowDown: 1, ArrowUp: stops.length - 1 }[event.key];
  if (event.key === "Escape" && !suggested.hidden) {
    event.preventDefault();
    input.focus();
    hideSuggested();
  } else if (at >= 0 && step && stops.length > 1) {
    event.preventDefault();
    stops[(at + step) % stops.length]!.focus();
  }
}
