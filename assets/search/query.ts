// What a visitor asks, and which pages answer.
import { inHeading, inSummary, inText, inTitle, type Choice, type Form, type Index } from "./index";
import { isStopWord, key, words } from "./key";

/** A term of a query. A page must have all words of one of the alternatives. */
interface Term { alternatives: string[][]; prefix: boolean; exact: boolean }

export interface Query {
  terms: Term[];
  phrases: string[][]; // folded words that stand side by side
}

export interface Hit { page: number; score: number }

/** Values by which hits are narrowed down, by their numbers. */
export type Narrow = Partial<Record<Choice, number>>;

// Between the marks stands no other mark: so a text of nothing but opening ones, which a link may bear, is read once and not once for each of them.
const quoted = /[«"“„]([^«»"“”„]+)[»"”“]/g;

// A Ukrainian keyboard hides the apostrophe: people type what is at hand before я, ю, є, ї.
const apostrophe = /([а-я])["”*](?=[єїюя])/gi;

/** parse reads a query. While it is typed, its last word may be a beginning. */
export function parse(text: string, typing = false): Query {
  text = text.normalize("NFC").trim();
  const q: Query = { terms: [], phrases: [] };
  const rest = text.replace(apostrophe, "$1'").replace(quoted, (_, phrase: string) => {
    const found = single(phrase);
    if (found.length > 1) q.phrases.push(found);
    q.terms.push(...found.map((w) => ({ ...term([[w]]), exact: true })));
    return " ";
  });
  let parts: string[] = [];
  for (const w of words(rest)) {
    if (w.part === "part") parts.push(w.word);
    if (w.part === "whole" || w.part === "joined") {
      q.terms.push(term([[w.word], parts])); // a whole word has none
      parts = [];
    }
  }
  q.terms = q.terms.filter((t) => t.alternatives.length > 0);
  const last = q.terms.at(-1);
  if (typing && last && !last.exact && /[\p{L}\p{Nd}+]$/u.test(rest)) {
    last.prefix = last.alternatives.every((a) => (a.at(-1)?.length ?? 0) >= 3);
  }
  return q;
}

/** single are the words as they stand one behind another, those joined by hyphens apart. */
const single = (text: string): string[] => words(text).filter((w) => w.part === "whole" || w.part === "part").map((w) => w.word);

/** term is what any of the alternatives answers; words that stand in every text are none. */
const term = (alternatives: string[][]): Term => ({ alternatives: alternatives.map((a) => a.filter((w) => !isStopWord(w))).filter((a) => a.length > 0), prefix: false, exact: false });

/** weight is what a word counts for by the fields it stands in. */
function weight(fields: number): number {
  return (fields & inTitle ? 8 : 0) + (fields & inHeading ? 4 : 0) + (fields & inSummary ? 3 : 0) + (fields & inText ? 1 : 0);
}

/**
 * find gives the pages that answer, the best first: of equal ones the newer, whose number is larger. Asked for some, it gives pages that have
 * any of the words, those with most of them first.
 */
export async function find(index: Index, q: Query, narrow: Narrow = {}, some = false): Promise<Hit[]> {
  let hits = [...(some ? inAny : inAll)(await Promise.all(q.terms.map((t) => ofTerm(index, t))))].map(([page, score]) => ({ page, score }))
    .filter((h) => chosen(index, h.page, narrow)).sort((a, b) => b.score - a.score || b.page - a.page);
  if (q.phrases.length > 0) {
    const kept = await Promise.all(hits.map((h) => hasPhrases(index, h.page, q.phrases)));
    hits = hits.filter((_, i) => kept[i]);
  }
  return hits;
}

/** chosen tells whether a page has every value that was chosen. */
export function chosen(index: Index, page: number, narrow: Narrow): boolean {
  return Object.entries(narrow).every(([choice, value]) => index.valuesOf(choice as Choice, page).includes(value));
}

/** inAll are the pages that have every word, with the sums of their scores. */
function inAll(words: Map<number, number>[]): Map<number, number> {
  const [first, ...others] = words, sums = new Map<number, number>();
  for (const [page, score] of first ?? []) {
    if (others.every((o) => o.has(page))) sums.set(page, others.reduce((sum, o) => sum + o.get(page)!, score));
  }
  return sums;
}

/** inAny are the pages that have any of them: one word more outweighs every score. */
function inAny(words: Map<number, number>[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const found of words) {
    for (const [page, score] of found) sums.set(page, (sums.get(page) ?? 0) + 1000 + score);
  }
  return sums;
}

async function ofTerm(index: Index, t: Term): Promise<Map<number, number>> {
  const best = new Map<number, number>();
  for (const alternative of t.alternatives) {
    const scores = await Promise.all(alternative.map((word, i) => ofWord(index, word, t.prefix && i === alternative.length - 1, t.exact)));
    for (const [page, score] of inAll(scores)) best.set(page, Math.max(score, best.get(page) ?? 0));
  }
  return best;
}

async function ofWord(index: Index, word: string, prefix: boolean, exact: boolean): Promise<Map<number, number>> {
  let forms = await index.formsOf(key(word));
  if (exact) forms = forms.filter((f) => f.word === word);
  if (prefix) forms = [...new Set([...forms, ...(await beginning(index, word))])];
  const fields = new Map<number, number>();
  const same = new Set<number>(); // pages with the very form
  for (const f of forms) {
    for (const [page, in_] of f.places()) {
      fields.set(page, (fields.get(page) ?? 0) | in_);
      if (f.word === word) same.add(page);
    }
  }
  return new Map([...fields].map(([page, in_]) => [page, weight(in_) + (same.has(page) ? 2 : 0)]));
}

/** beginning are the forms that begin with what is typed, whatever their keys are. */
async function beginning(index: Index, word: string): Promise<Form[]> {
  const forms = await Promise.all([...new Set([word, key(word)])].filter((p) => p.length > 1).map((p) => index.formsNear(p, 2)));
  return forms.flat().filter((f) => f.word.startsWith(word));
}

async function hasPhrases(index: Index, page: number, phrases: string[][]): Promise<boolean> {
  const read = (await index.said(page)).map(single);
  return phrases.every((phrase) => read.some((list) => list.some((_, i) => phrase.every((w, j) => list[i + j] === w))));
}
