// What a line of results shows of a page: a piece of its text with the found words marked, and the heading it stands under.
import type { PageText } from "./index";
import { key, words, type Word } from "./key";
import type { Query } from "./query";

export interface Piece { text: string; marked?: boolean }
export interface Excerpt { id: string; heading: string; pieces: Piece[] }

const longest = 220;

/** Wanted tells which words of a text a query means. */
export type Wanted = (word: string) => boolean;

export function wanted(q: Query): Wanted {
  const keys = new Set<string>(), exact = new Set<string>(), beginnings: string[] = [];
  for (const t of q.terms) {
    for (const a of t.alternatives) {
      a.forEach((w, i) => {
        if (t.exact) exact.add(w);
        else keys.add(key(w));
        if (t.prefix && i === a.length - 1) beginnings.push(w);
      });
    }
  }
  return (w) => exact.has(w) || keys.has(key(w)) || beginnings.some((b) => w.startsWith(b));
}

/** excerpt chooses the part of a page that has most of the words, a heading before a text, and cuts a piece of it. */
export function excerpt(page: PageText, title: string, want: Wanted): Excerpt {
  const inTitle = found(title, want);
  let best = { score: 0, id: "", heading: "", text: page.summary || page.parts[0]!.text };
  const consider = (text: string, id: string, heading: string): void => {
    const score = 2 * found(text, want) + 3 * (heading ? found(heading, want) : 0) + (id ? 0 : 0.5);
    if (score > best.score + 0.5) best = { score, id, heading, text };
  };
  consider(page.summary, "", "");
  for (const p of page.parts) consider(p.text, p.id, p.title);
  if (inTitle > 0 && best.score <= 2 * inTitle) best = { ...best, id: "", heading: "" }; // the page itself is what was looked for
  return { ...best, pieces: mark(cut(best.text || page.summary, want), want) };
}

const meant = (text: string, want: Wanted): Word[] => words(text).filter((w) => want(w.word));

/** found is how many different words of a text are wanted. */
function found(text: string, want: Wanted): number {
  return new Set(meant(text, want).map((w) => key(w.word))).size;
}

/** cut takes a piece of a text, from a little before where most wanted words stand close together. */
function cut(text: string, want: Wanted): string {
  if (text.length <= longest) return text;
  const at = meant(text, want).map((w) => w.start);
  let start = 0, most = 0;
  for (const [i, a] of at.entries()) {
    const n = at.slice(i).filter((b) => b < a + longest - 60).length;
    if (n > most) [start, most] = [a, n];
  }
  start = Math.max(0, Math.min(start - 60, text.length - longest));
  if (start > 0) start = text.indexOf(" ", start) + 1;
  let end = start + longest;
  if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), start + 1);
  return (start > 0 ? "… " : "") + text.slice(start, end).trim() + (end < text.length ? " …" : "");
}

/** mark parts a text into what is marked and what is not. */
export function mark(text: string, want: Wanted): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const w of words(text)) {
    if (w.start < at || !want(w.word)) continue;
    pieces.push({ text: text.slice(at, w.start) }, { text: text.slice(w.start, w.end), marked: true });
    at = w.end;
  }
  pieces.push({ text: text.slice(at) });
  return pieces.filter((p) => p.text !== "");
}
