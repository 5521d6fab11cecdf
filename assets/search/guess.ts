// What a visitor may have meant when nothing is found.
import type { Form, Index } from "./index";
import { isStopWord, key, words } from "./key";
import { find, parse, type Hit, type Narrow } from "./query";

const latinKeys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`\\";
const ukrainianKeys = "йцукенгшщзхїфівапролджєячсмитьбю'ґ";

/** otherLayout is what the same keys write in the other layout of the keyboard: gtlfuju is педагог. */
export function otherLayout(text: string): string {
  const latin = /[a-z]/i.test(text), [from, to] = latin ? [latinKeys, ukrainianKeys] : [ukrainianKeys, latinKeys];
  return [...text.toLowerCase()].map((r) => (from.includes(r) ? to[from.indexOf(r)]! : r)).join("");
}

// Latin letters of the resolution № 55, and of habit, with what they may stand for; folded, without ь and apostrophes. First those that stand
// for one letter each.
const letters = new Map([..."abdefgjklmnopqrstuvwz"].map((latin, i) => [latin, ["абдефгйклмнопкрстуввз"[i]!]]));
const several = "shch щ zgh зг kh х zh ж ts ц ch ч sh ш ie е/іе iu ю/іу ia я/іа io іо/йо ye е yi ий/і yu ю ya я ju ю ja я je е yo йо ii іі/ій c ц/к/с h г/х i і/й x кс/х y и/й/і".split(" ");
for (let i = 0; i < several.length; i += 2) letters.set(several[i]!, several[i + 1]!.split("/"));

/** unromanised are Ukrainian words that a Latin one may stand for, the likeliest first. */
export function unromanised(word: string, most = 40): string[] {
  let found = [""];
  for (let at = 0; at < word.length;) {
    let n = 4;
    while (n > 1 && !letters.has(word.slice(at, at + n))) n--;
    const meant = letters.get(word.slice(at, at + n)) ?? [word[at]!];
    found = meant.flatMap((m) => found.map((f) => f + m)).slice(0, most);
    at += n;
  }
  return found;
}

/** fromLatin finds for a Latin word the form in the index that it most likely stands for: one spelled so, else one with the same key. */
async function fromLatin(index: Index, word: string): Promise<string | undefined> {
  const bare = (s: string): string => s.replace(/ь/g, "");
  const candidates = unromanised(word);
  const wanted = new Map<string, number>(), spelled = new Set(candidates.map(bare)), ranges = new Set<string>();
  for (const [i, w] of candidates.entries()) {
    const k = key(w);
    if (!wanted.has(bare(k))) wanted.set(bare(k), i);
    if (ranges.size < 4) ranges.add(k.slice(0, 2));
  }
  return likeliest(index, ranges, (form) => {
    const at = wanted.get(bare(form.key));
    return at === undefined ? at : [spelled.has(bare(form.word)) ? 0 : 1, at, -form.places().size];
  });
}

/** likeliest is the word with the least rank in some ranges of keys; what has no rank is not meant. */
async function likeliest(index: Index, ranges: Set<string>, rankOf: (form: Form) => number[] | undefined): Promise<string | undefined> {
  let best: { word: string; rank: number[] } | undefined;
  for (const range of ranges) {
    for (const form of await index.formsNear(range)) {
      const rank = rankOf(form);
      if (rank && (!best || before(rank, best.rank))) best = { word: form.word, rank };
    }
  }
  return best?.word;
}

function before(a: number[], b: number[]): boolean {
  const i = a.findIndex((n, at) => n !== b[at]);
  return i >= 0 && a[i]! < b[i]!;
}

/** distance counts the letters to add, drop, change or swap; of words whose lengths differ by more than limit it is limit + 1. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [], last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      let d = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + Number(a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, before[j - 2]! + 1);
      row.push(d);
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}

/** nearest is the word of the index most like one that it does not have: the nearest, of those the commonest. */
async function nearest(index: Index, word: string): Promise<string | undefined> {
  if (word.length < 4) return undefined;
  const limit = word.length < 7 ? 1 : 2;
  const swapped = word[1]! + word[0]! + word.slice(2);
  const ranges = new Set([word, swapped, word.slice(1)].map((w) => key(w).slice(0, 2)));
  return likeliest(index, ranges, (form) => {
    const d = distance(word, form.word, limit);
    return d > limit ? undefined : [d, -form.places().size];
  });
}

/** Meant is an answer to what was perhaps meant: shown at once, or only offered. */
export interface Meant { text: string; hits: Hit[]; offered: boolean }

/** meant looks for another reading of a query that finds nothing: typed in the other layout, in Latin letters, as one word, with a slip. */
export async function meant(index: Index, text: string, narrow: Narrow): Promise<Meant | undefined> {
  const readings: (() => Promise<string | undefined>)[] = [
    async () => otherLayout(text),
    () => replaced(text, async (w) => (/[a-z]/i.test(w) ? fromLatin(index, w) : undefined)),
    async () => (/\s/.test(text) ? text.replace(/\s+/g, "") : undefined),
  ];
  const answer = async (other: string | undefined, offered: boolean): Promise<Meant | undefined> => {
    const hits = other && other !== text ? await find(index, parse(other), narrow) : [];
    return hits.length > 0 ? { text: await spelled(index, other!, hits[0]!.page), hits, offered } : undefined;
  };
  for (const reading of readings) {
    const found = await answer(await reading(), false);
    if (found) return found;
  }
  return answer(await replaced(text, async (w) => ((await index.formsOf(key(w))).length > 0 ? undefined : nearest(index, w))), true);
}

/** fewInLatin is how few hits a Latin query may have for its Ukrainian reading to be shown with them: addresses and names of files hold Latin words. */
export const fewInLatin = 3;

/** alsoCyrillic adds to the few hits of a Latin query in an index of Ukrainian those of its Ukrainian reading. */
export async function alsoCyrillic(index: Index, text: string, hits: Hit[], narrow?: Narrow): Promise<Meant | undefined> {
  if (index.lang !== "uk" || !/^[a-z\s-]+$/i.test(text) || hits.length >= fewInLatin) return undefined;
  const other = await replaced(text, (w) => fromLatin(index, w));
  const found = other ? await find(index, parse(other), narrow) : [];
  if (!other || found.length <= hits.length) return undefined;
  const more = hits.filter((h) => !found.some((f) => f.page === h.page));
  return { text: await spelled(index, other, found[0]!.page), hits: [...found, ...more], offered: false };
}

/** replaced puts other words in the place of some; undefined where none is put. */
async function replaced(text: string, other: (word: string) => Promise<string | undefined>): Promise<string | undefined> {
  text = text.normalize("NFC");
  let out = "", at = 0, changed = false;
  for (const w of words(text)) {
    if (w.part === "joined" || w.part === "rest" || isStopWord(w.word)) continue;
    const put = await other(w.word);
    out += text.slice(at, w.start) + (put ?? text.slice(w.start, w.end));
    at = w.end;
    changed ||= put !== undefined;
  }
  return changed ? out + text.slice(at) : undefined;
}

/** spelled writes words as a page does: the index has мріі for мрії. */
async function spelled(index: Index, text: string, page: number): Promise<string> {
  const written = new Map<string, string>();
  for (const t of await index.said(page)) {
    for (const w of words(t)) if (!written.has(w.word)) written.set(w.word, t.slice(w.start, w.end).toLowerCase());
  }
  return (await replaced(text, async (w) => written.get(w))) ?? text;
}
