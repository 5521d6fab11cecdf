// Asks the search in the browser whatever anybody might type, paste or put into a link, and holds the answers to a slow search that reads every page:
// node search/queries.mjs [SEED] [COUNT]. The same seed asks the same.
import fs from "node:fs";
import process from "node:process";
import { script } from "./scripts.mjs";

const seed = Number(process.argv[2] ?? 1), count = Number(process.argv[3] ?? 2000);
const { words, key, isStopWord } = await script("key");
const { parse, find } = await script("query");
const { meant, alsoCyrillic, distance } = await script("guess");
const { excerpt, wanted } = await script("excerpt");

/** dice is mulberry32: numbers from 0 to n-1. */
let state = seed >>> 0;
function dice(n) {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % n;
}
const one = (list) => list[dice(list.length)];

// Pages are made of the texts to which the words of both languages are held.
const vectors = JSON.parse(fs.readFileSync(new URL("../../generator/ukrainian/testdata/search.json", import.meta.url)));
const vocabulary = vectors.map((v) => v.text.normalize("NFC")).filter((t) => t.length < 60);
const pages = Array.from({ length: 40 }, () => ({ title: one(vocabulary), text: Array.from({ length: 30 }, () => one(vocabulary)).join(" ") }));

/** Like index.ts, from memory. */
class Memory {
  lang = "uk";
  forms = new Map();

  constructor() {
    pages.forEach((page, n) => {
      for (const [field, text] of [[1, page.title], [8, page.text]]) {
        for (const { word } of words(text)) {
          const at = this.forms.get(word) ?? this.forms.set(word, new Map()).get(word);
          at.set(n, (at.get(n) ?? 0) | field);
        }
      }
    });
    this.list = [...this.forms].map(([word, places]) => ({ word, key: key(word), places: () => places }));
    this.keyed = new Map();
    for (const f of this.list) this.keyed.set(f.key, [...(this.keyed.get(f.key) ?? []), f]);
  }
  async formsOf(k) { return this.keyed.get(k) ?? []; }
  async formsNear(prefix) { return this.list.filter((f) => f.key.startsWith(prefix)); }
  async said(page) { return [pages[page].title, "", "", pages[page].text]; }
  valuesOf(choice, page) { return choice === "kind" ? [1 + (page % 3)] : []; }
}
const index = new Memory();
const said = pages.map((p) => [p.title, p.text].map((t) => words(t)));
const everyWord = said.map((texts) => new Set(texts.flat().map((w) => w.word))), everyKey = everyWord.map((all) => new Set([...all].map(key)));

/** answers tells whether a page answers a query, by its words alone; begun, whether the last word may be a beginning. */
function answers(q, page, begun) {
  const all = everyWord[page], keys = everyKey[page];
  const has = (t, w, last) => (t.exact ? all.has(w) : keys.has(key(w)) || begun && t.prefix && last && [...all].some((a) => a.startsWith(w)));
  const single = (list) => list.filter((w) => w.part === "whole" || w.part === "part").map((w) => w.word);
  return q.terms.length > 0 && q.terms.every((t) => t.alternatives.some((a) => a.every((w, i) => has(t, w, i === a.length - 1)))) &&
    q.phrases.every((p) => said[page].some((text) => (" " + single(text).join(" ") + " ").includes(" " + p.join(" ") + " ")));
}

const signs = [..."«»\"“”„'’`´ʼ-‐‑–—.,;:!?()[]{}<>/\\|*+^$#@&%=~_№°\u0301\u0300\u00ad\u200b\u202e\u2066\ufeff\0\x1b\x7f\n\t\u2028\ud800\udc00\uffff\u0130ßŉﬁǅẞΣ", "😀", "é", "e\u0301", "и\u0306", "і\u0308", "𝒜", "٣", "Ⅷ", "中文"];
const words_ = [...vocabulary.flatMap((t) => t.split(" ")), "__proto__", "constructor", "toString", "<script>", "javascript:", "веб", "вебінари", "gtlfuju", "NUSH", "i", "й", "та", "в", "c++", "2024-2025", "%D0%", "&amp;"];

/** question is a query nobody thought of: mostly of words of one page. */
function question() {
  let q = "";
  const { text } = one(pages), runs = text.split(" ");
  for (let n = dice(4); n >= 0; n--) {
    const w = dice(4) === 0 ? one(words_) : one(runs);
    switch (dice(14)) {
      case 0: q += one(signs); break;
      case 1: q += w.slice(0, dice(w.length + 1)); break;
      case 2: q += one("«\"“„".split("")) + w + " " + one(words_) + one("»\"”“".split("")); break;
      case 3: q += w.toUpperCase(); break;
      case 4: q += w.slice(0, 2) + one(signs) + w.slice(2); break;
      case 5: { const at = dice(runs.length); q += "«" + runs.slice(at, at + 3).join(" ") + "»"; break; }
      case 6: q += w + "-" + one(words_); break;
      case 7: q += w.slice(0, 1) + w.slice(2); break;
      default: q += w;
    }
    if (dice(3) > 0) q += " ";
  }
  return dice(50) === 0 ? q.repeat(dice(60)) : q;
}

let wrong = 0;
function must(holds, what, text) {
  if (!holds) console.error(`${what}: ${JSON.stringify(text.slice(0, 300))} (seed ${seed})`);
  if (!holds && ++wrong > 20) process.exit(1);
}

/** What was once answered wrongly is asked first. */
const once = ["В-ід", "пр‑о прагнемо", "з-і", "«В‐ід Назва"];

let found = 0, phrases = 0, beginnings = 0, guesses = 0;
for (let n = 0; n < count; n++) {
  const text = once[n] ?? question(), typing = dice(2) === 0;
  try {
    const q = parse(text, typing);
    must(JSON.stringify(q) === JSON.stringify(parse(text, typing)), "read twice, it is another", text);
    must(q.terms.every((t) => t.alternatives.flat().every((w) => w && !isStopWord(w) && !/[\s«»"“”„]/u.test(w))), "a word that is none", text);
    must(q.terms.every((t, i) => !t.prefix || typing && i === q.terms.length - 1), "a beginning that is not being typed", text);
    const hits = await find(index, q), got = hits.map((h) => h.page);
    const numbers = pages.map((_, i) => i), least = numbers.filter((i) => answers(q, i, false)), most = numbers.filter((i) => answers(q, i, true));
    must(least.every((i) => got.includes(i)) && got.every((i) => most.includes(i)) && new Set(got).size === got.length, `found ${got}, and ${least} answer`, text); // of beginnings some are found
    must(hits.every((h, i) => i === 0 || hits[i - 1].score > h.score || hits[i - 1].score === h.score && hits[i - 1].page > h.page), "not in their order", text);
    const some = await find(index, q, {}, true);
    must(JSON.stringify(some.slice(0, got.length).map((h) => h.page)) === JSON.stringify(got), "pages with all words do not stand before those with some", text);
    must(q.phrases.length > 0 || numbers.every((i) => q.terms.every((t) => !answers({ terms: [t], phrases: [] }, i, false)) || some.some((h) => h.page === i)), "a page with one of the words is not among those with some", text);
    const narrow = { kind: 1 + dice(3) };
    const few = await find(index, q, narrow);
    must(JSON.stringify(few) === JSON.stringify(hits.filter((h) => 1 + (h.page % 3) === narrow.kind)), "narrowed down, other pages are found", text);
    for (const { page } of hits.slice(0, 2)) {
      const e = excerpt({ summary: "", parts: [{ id: "", title: "", text: pages[page].text }] }, pages[page].title, wanted(q));
      const whole = e.pieces.map((p) => p.text).join("").replace(/^… /, "").replace(/ …$/, "");
      must(pages[page].text.includes(whole), "an excerpt that no page has", text);
    }
    const guess = hits.length === 0 ? await meant(index, text, {}) : await alsoCyrillic(index, text, hits, {});
    must(!guess || guess.hits.length > 0, "a guess that finds nothing", text);
    [found, phrases, beginnings, guesses] = [found + (hits.length > 0), phrases + (q.phrases.length > 0 && hits.length > 0), beginnings + q.terms.some((t) => t.prefix), guesses + !!guess];
  } catch (error) {
    must(false, String(error.stack ?? error), text);
  }
}
for (let n = 0; n < count; n++) {
  const [a, b] = [one(words_), one(words_)], limit = 1 + dice(2);
  must((distance(a, b, limit) > limit) === (distance(b, a, limit) > limit) && distance(a, a, limit) === 0, "distances that differ with the direction", a + " " + b);
}

// A link may bear any query: none may stop the page. Twice the length takes about twice as long.
for (const sign of ["«", "\"", "а", "а-", "«а б", "'", "а'", "+", "-", "\u0301", "ж\u0301", "а ", "«»", "😀", "i", "веб", "веб-"]) {
  const begin = process.cpuUsage();
  const q = parse(sign.repeat(100_000), true);
  wanted(q);
  const taken = process.cpuUsage(begin).user / 1000;
  must(taken < 2000, `${Math.round(taken)} ms of the processor for a query of 100,000`, sign);
}
console.log(`search queries: ${count} asked (seed ${seed}), ${found} found pages, ${phrases} by a phrase, ${beginnings} were still being typed, ${guesses} guessed; ${wrong} wrong`);
process.exit(wrong > 0 || found < count / 20 || phrases < count / 200 || beginnings < count / 20 || guesses < count / 100 ? 1 : 0);
