// The page of the search. Without this script it is an alphabetical index.
import { count } from "./search/count";
import { alsoCyrillic, meant, type Meant } from "./search/guess";
import type { Index } from "./search/index";
import { chosenBy, narrowed, offerChoices } from "./search/narrow";
import { form, indexOf, input, lang, make, own, part, results, say } from "./search/page";
import { find, parse, type Hit, type Narrow } from "./search/query";
import { lines, show } from "./search/results";
import { hideSuggested, suggestSoon, walk } from "./search/suggest";

const ofOther = 5;
const status = part("status"), maybe = part("maybe"), found = part("found"), other = part("other"), all = part("all");

let turn = 0; // a search that has been overtaken by the next one shows nothing

const phrase = (text = "", ...args: string[]): string => args.reduce((t, a) => t.replace("%s", () => a), text);

/** answer shows what a query finds, whole words only. */
async function answer(text: string): Promise<void> {
  const mine = ++turn, overtaken = (): boolean => mine !== turn;
  hideSuggested();
  for (const e of [maybe, other, found, part("more")]) e.hidden = true;
  results.replaceChildren();
  all.hidden = text.trim() !== "";
  status.textContent = "";
  if (!all.hidden) return;
  const waiting = setTimeout(() => overtaken() || (status.textContent = say.sayLoading!), 400);
  try {
    const index = await own();
    const choice = offerChoices(index, ask), narrow = narrowed(), chosen = Object.keys(narrow).length > 0;
    const { asked, hits, said, guess } = await understood(index, text, narrow, chosen);
    if (overtaken()) return;
    clearTimeout(waiting); // what follows comes little by little
    status.textContent = said;
    part("narrow").hidden = !choice || hits.length === 0 && !chosen;
    if (guess?.offered) offer(guess.text);
    all.hidden = hits.length > 0;
    found.hidden = !all.hidden;
    await show(index, hits, asked, overtaken);
    await showOther(text, overtaken);
  } catch {
    if (overtaken()) return;
    status.textContent = say.sayFailed!;
    all.hidden = false;
  } finally {
    clearTimeout(waiting);
  }
}

/** understood looks for all words of a query, then for what was perhaps meant, and then for some of the words; said tells which it was. */
async function understood(index: Index, asked: string, narrow: Narrow, chosen: boolean): Promise<{ asked: string; hits: Hit[]; said: string; guess?: Meant | undefined }> {
  const query = parse(asked), pages = (): string => count(hits.length, say.sayPages!, lang);
  let hits = await find(index, query, narrow), sentence = say.sayFoundFor;
  const guess = hits.length > 0 ? await alsoCyrillic(index, asked, hits, narrow) : await meant(index, asked, narrow);
  if (guess && !guess.offered) {
    hits = guess.hits;
    return { asked: guess.text, hits, said: phrase(say.sayInstead, asked, guess.text) + " " + phrase(say.sayFound, pages()) };
  }
  if (hits.length === 0 && !chosen && (sentence = say.sayPartly)) hits = await find(index, query, narrow, true);
  return { asked, hits, guess, said: hits.length > 0 ? phrase(sentence, asked, pages()) : phrase(say.sayNone, asked) + " " + (chosen ? say.sayNoneNarrowed : say.sayNoneAdvice) };
}

/** showOther offers what the other language has. */
async function showOther(text: string, overtaken: () => boolean): Promise<void> {
  if (!say.otherIndex) return;
  const index = await indexOf(say.otherIndex, say.otherLang!);
  let hits = await find(index, parse(text));
  // An English page names people and places in Latin letters, their own pages in Ukrainian ones.
  ({ text, hits } = (await alsoCyrillic(index, text, hits)) ?? { text, hits });
  const some = await lines(index, hits.slice(0, ofOther), text);
  if (overtaken()) return;
  part("other-results").replaceChildren(...some);
  other.hidden = some.length === 0;
}

/** offer asks whether another word was meant. */
function offer(text: string): void {
  const link = make("a", "", text);
  link.href = "?q=" + encodeURIComponent(text);
  link.onclick = (event) => {
    event.preventDefault();
    input.value = text;
    ask();
    input.focus();
  };
  const [before, behind] = say.sayMaybe!.split("%s");
  maybe.replaceChildren(before!, link, behind ?? "");
  maybe.hidden = false;
}

/** ask answers what stands in the field, and writes it into the address. */
function ask(): void {
  history.replaceState(null, "", input.value.trim() ? chosenBy(new URLSearchParams({ q: input.value.trim() })) : location.pathname);
  void answer(input.value);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask();
});
input.addEventListener("input", () => {
  suggestSoon();
  if (input.value === "") ask(); // emptied by its own cross
});
form.addEventListener("keydown", walk);

input.value = new URLSearchParams(location.search).get("q") ?? "";
if (input.value) void answer(input.value);
else if (!location.hash) input.focus();
