// Words of a text and their keys: the same rules as in generator/ukrainian (words.go, key.go), by the same tables. A test holds both to one
// file of vectors and compares the tables.

/** One word of a text: folded, with its place there. Words joined by hyphens are one group: its parts, and all of them as one word. */
export interface Word {
  word: string;
  start: number;
  end: number;
  part: "whole" | "part" | "joined" | "rest";
}

const apostrophe = /['`´‘’ʼ]/;
const letter = /[\p{L}\p{Nd}+]/u;
const inner = new Map([["є", "е"], ["ё", "е"], ["ѐ", "е"], ["ї", "і"], ["ѝ", "и"], ["ґ", "г"]]);

/** foldRune is a letter, digit or plus as keys have it, "" where r is none. */
function foldRune(r: string): string {
  if (apostrophe.test(r) || !letter.test(r)) return "";
  const small = [...r.toLowerCase()][0] ?? "";
  return inner.get(small) ?? small;
}

/** words finds every word of a text; the text is in the form NFC. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  let at = 0;
  const rune = (i: number): string => (i < text.length ? String.fromCodePoint(text.codePointAt(i)!) : "");
  while (at < text.length) {
    if (!foldRune(rune(at))) {
      at += rune(at).length;
      continue;
    }
    const start = at;
    const parts: Word[] = [];
    for (;;) {
      const from = at;
      let word = "";
      while (at < text.length) {
        const r = rune(at);
        const folded = foldRune(r);
        const silent = /[\u0300\u0301\u00AD]/.test(r) || apostrophe.test(r) && foldRune(rune(at + 1)) !== "";
        if (!folded && !silent) break;
        word += folded;
        at += r.length;
      }
      if (/[^+]/.test(word)) parts.push({ word, start: from, end: at, part: "part" });
      if (!/[-\u2010\u2011]/.test(rune(at)) || !foldRune(rune(at + 1))) break;
      at++;
    }
    if (parts.length === 1) parts[0]!.part = "whole";
    for (const p of parts) hand(found, p);
    if (parts.length > 1) hand(found, { word: parts.map((p) => p.word).join(""), start, end: at, part: "joined" });
  }
  return found;
}

/** hand adds a word, and what follows веб in it. */
function hand(found: Word[], word: Word): void {
  found.push(word);
  if (word.word.length > 6 && word.word.startsWith("веб") && !word.word.startsWith("вебінар")) {
    found.push({ ...word, word: word.word.slice(3), part: "rest" });
  }
}

const stopWords = new Set("і й та в у з із зі до на по про за для від що як".split(" "));

/** Words that stand in every text. */
export const isStopWord = (word: string): boolean => stopWords.has(word);

const exceptions = new Map<string, string>();
for (const [key, forms] of [
  ["дит", "діти дітей дітям дітьми дітях дитина дитини дитині дитину дитиною"],
  ["люд", "люди людей людям людьми людях людина людини людині людину людиною"],
] as const) {
  for (const form of forms.split(" ")) exceptions.set(form, key);
}

/** key is the key of a folded word: the forms of one word have the same, most often. */
export function key(word: string): string {
  if (/[0-9+\uD800-\uDFFF]/.test(word) || !/[\u0400-\u04FF]/.test(word)) return word;
  const exception = exceptions.get(word);
  if (exception) return exception;
  let w = softStart(word);
  if (w.length > 3) w = stem(w);
  return settle(w);
}

const vowel = (r: string | undefined): boolean => !!r && "аеиіоуюя".includes(r);
const hasVowel = (w: string): boolean => /[аеиіоуюя]/.test(w);
const consonant = (r: string): boolean => !vowel(r) && r !== "ь" && r !== "й";

const keptU = /^(управ|уклад|удач|украін)/;

function softStart(w: string): string {
  if (w.length < 4 || vowel(w[1])) return w;
  if (w[0] === "у" && !keptU.test(w)) return "в" + w.slice(1);
  return w[0] === "й" ? "і" + w.slice(1) : w;
}

const selfTails = "ти ть в ла ло ли ши чи еш иш мо ем те ю у и й ім".split(" ");

type Endings = Map<string, number>;

function table(text: string): Endings {
  const m: Endings = new Map();
  for (const line of text.trim().split("\n")) {
    const [least, ...endings] = line.split(" ");
    for (const e of endings) m.set(e, Number(least));
  }
  return m;
}

const future = table("3 тиму тимеш тиме тиметь тимемо тимем тимете тимуть");
const endings = table(`
0 ого ому ього ьому ими іми ій ий им ім их іх ою оі ьоі ьою ами ями ах ях ам ям ів ей ею ом ем ові еві ьми ью у ю а я о е и і ь й
2 увати увала увало ували увавши ювати ювала ювало ювали ювавши увано ювано нувши
3 ував ював аючи яючи уючи юючи іючи учи ючи ачи ячи авши ивши явши івши увши вши
3 ають яють ують юють іють ють уть ать ять іть еть нуть німо ніть
3 аю яю аеш яеш уеш юеш іеш еш иш неш аемо яемо уемо юемо іемо емо немо имо імо аете яете уете юете іете ете нете
3 аймо аймо уймо юймо яймо іймо аймо айте уйте юйте яйте ійте йте мо яти нув
4 ав яв ув ив`);
const innerEndings = table(`
3 ам ям ом ем им ів ов ев
4 ав яв ув ив`);
const selfEndings = table(`
3 ати яти ити іти ути ала яла ила іла ула ало яло ило іло уло али яли или іли ули ив ав яв ув ім ить ать`);

function stem(w: string): string {
  let self = false;
  if (w.length >= 6 && /с[яь]$/.test(w) && selfTails.some((t) => w.slice(0, -2).endsWith(t))) {
    w = w.slice(0, -2);
    self = true;
  }
  const n = ending(w, future);
  if (n) w = w.slice(0, w.length - n + 2);
  if (self) w = without(w, selfEndings);
  w = without(w, endings);
  if (w.length > 4) w = without(w, innerEndings);
  return w.length > 5 && /[яа]нин$/.test(w) ? w.slice(0, -2) : w;
}

const without = (w: string, set: Endings): string => w.slice(0, w.length - ending(w, set));

/** ending is the length of the longest ending that may be taken off. */
function ending(w: string, set: Endings): number {
  for (let n = Math.min(6, w.length - 2); n > 0; n--) {
    const least = set.get(w.slice(-n)), stays = w.length - n;
    if (least !== undefined && (least === 0 && stays >= 3 || stays >= least && hasVowel(w.slice(0, stays)))) return n;
  }
  return 0;
}

/** settle evens out what changes at the end of a stem. */
function settle(w: string): string {
  while (w.length > 2 && /[аеиіоуюяйь]$/.test(w) && hasVowel(w.slice(0, -1))) w = w.slice(0, -1);
  if (w.length > 3 && w.at(-1) === w.at(-2)) w = w.slice(0, -1);
  if (w.endsWith("іст")) w = w.slice(0, -3) + "ост";
  if (w.length >= 3 && w.at(-2) === "і" && consonant(w.at(-3)!) && consonant(w.at(-1)!)) w = w.slice(0, -2) + "о" + w.at(-1);
  if (w.length >= 4 && !vowel(w.at(-1))) {
    if ((w.at(-2) === "о" || w.at(-2) === "е") && !vowel(w.at(-3))) w = w.slice(0, -2) + w.at(-1);
    if (w.length > 3 && w.at(-2) === "ь") w = w.slice(0, -2) + w.at(-1);
  }
  if (w.length > 3 && /[бпвмф]л$/.test(w)) return w.slice(0, -1);
  const last = lastLetters.get(w.at(-1) ?? "");
  return last ? w.slice(0, -1) + last : w;
}

const lastLetters = new Map([["ц", "к"], ["з", "г"], ["ж", "г"], ["с", "х"]]);
