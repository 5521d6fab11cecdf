// Choices by which hits are narrowed down. They stand in the address, so that it can be passed on.
import { choices, type Choice, type Index } from "./index";
import { form, lang, part } from "./page";
import type { Narrow } from "./query";

let made = false, offered = false; // of an index where all pages are of one kind there are none

const selectOf = (c: Choice): HTMLSelectElement | null => form.querySelector<HTMLSelectElement>(`select[name=${c}]`);

/** narrowed is what is chosen, by the numbers of the index. */
export function narrowed(): Narrow {
  const narrow: Narrow = {};
  for (const c of choices) {
    const n = Number(selectOf(c)?.selectedOptions[0]?.dataset.n);
    if (n) narrow[c] = n;
  }
  return narrow;
}

/** chosenBy adds what is chosen to a query of an address. */
export function chosenBy(asked: URLSearchParams): string {
  for (const c of choices) {
    const value = selectOf(c)?.value;
    if (value) asked.set(c, value);
  }
  return "?" + asked.toString();
}

/** offerChoices fills the choices, once, and tells whether there are any. */
export function offerChoices(index: Index, ask: () => void): boolean {
  if (made) return offered;
  made = true;
  const asked = new URLSearchParams(location.search);
  for (const c of choices) {
    const select = selectOf(c), values = index.values(c);
    if (!select || values.length < 2) continue;
    const numbered = values.map((value, i) => ({ value, n: i + 1 }));
    if (c !== "year") numbered.sort((a, b) => a.value.localeCompare(b.value, lang));
    for (const { value, n } of numbered) {
      const option = new Option(value, value, false, asked.get(c) === value);
      option.dataset.n = String(n);
      select.append(option);
    }
    select.onchange = ask;
    part(`choice="${c}"`).hidden = false;
    offered = true;
  }
  return offered;
}
