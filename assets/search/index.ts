// The index of one language, read file by file as it is needed. Its files are scripts that call vitrynaIndex: a page opened from a disk can
// load nothing else. What they hold is written by generator/search.
import { key } from "./key";

/** Fields of a page in which a word stands, as bits, with their weights. */
export const inTitle = 1, inHeading = 2, inSummary = 4, inText = 8;

/** One form of a word, with where it stands. */
export interface Form {
  readonly word: string;
  readonly key: string;
  places(): Map<number, number>; // fields by page
}

/** What a line of results shows. */
export interface Card { path: string; title: string; day: string }

/** What an excerpt is cut from: the first part is the text before any heading. */
export interface PageText { summary: string; parts: { id: string; title: string; text: string }[] }

/** By what hits are narrowed down. */
export type Choice = "kind" | "centre" | "year" | "level";
export const choices: readonly Choice[] = ["kind", "centre", "year", "level"];

interface Manifest {
  pages: number;
  words: string[];
  cards: string[];
  texts: string[];
  kind: [string, string[]];
  centre: [string, string[]];
  year: [string, string[]];
  level: [string, string[]];
}

/** Load runs a script of the index and gives what it called vitrynaIndex with: language, sort, and what the file holds. */
export type Load = (url: string, lang: string) => Promise<unknown[]>;

// The signs of ASCII from # to ~ without the backslash.
const alphabet = Array.from({ length: 92 }, (_, i) => String.fromCharCode(35 + i)).join("").replace("\\", "");
const single = 59;

/** numbers reads the numbers of a text until its end or a sign that is none. */
export function numbers(text: string, from = 0): { list: number[]; end: number } {
  const list: number[] = [];
  let at = from;
  while (at < text.length) {
    let n = 0, scale = 1, digit = alphabet.indexOf(text[at]!);
    if (digit < 0) break;
    while (digit >= single) {
      n += scale * digit;
      scale *= alphabet.length - single;
      digit = alphabet.indexOf(text[++at]!);
    }
    list.push(n + scale * digit);
    at++;
  }
  return { list, end: at };
}

function placesOf(text: string): Map<number, number> {
  const places = new Map<number, number>();
  const { list, end } = numbers(text);
  let page = -1;
  for (const n of list) places.set((page += n + 1), inText);
  page = -1;
  const other = numbers(text, end + 1).list;
  for (let i = 0; i + 1 < other.length; i += 2) places.set((page += other[i]! + 1), other[i + 1]!);
  return places;
}

/** One file of words: in the order of their keys, which are made only where they are needed. */
class Words {
  readonly forms: Form[] = [];

  constructor(names: string, places: string) {
    const lists = places.split(" ");
    let last = "";
    names.split(" ").forEach((name, i) => {
      if (!name) return;
      last = last.slice(0, parseInt(name[0]!, 36)) + name.slice(1);
      this.forms.push(new LazyForm(last, lists[i] ?? ""));
    });
  }

  /** of are the forms that have a key. */
  of(k: string): Form[] {
    const from = firstOf(this.forms.length, (i) => compare(this.forms[i]!.key, k) >= 0);
    let end = from;
    while (this.forms[end]?.key === k) end++;
    return this.forms.slice(from, end);
  }
}

class LazyForm implements Form {
  private ownKey?: string;
  private ownPlaces?: Map<number, number>;

  constructor(readonly word: string, private readonly list: string) {}

  get key(): string {
    return (this.ownKey ??= key(this.word));
  }
  places(): Map<number, number> {
    return (this.ownPlaces ??= placesOf(this.list));
  }
}

export class Index {
  private readonly files = new Map<string, Promise<unknown>>();
  private readonly numbersOf = new Map<Choice, number[][]>();

  private constructor(readonly lang: string, private readonly folder: string, private readonly manifest: Manifest, private readonly load: Load) {}

  /** open reads the manifest. */
  static async open(url: string, lang: string, load: Load): Promise<Index> {
    const data = await load(url, lang);
    return new Index(lang, url.slice(0, url.lastIndexOf("/") + 1), data[2] as Manifest, load);
  }

  /** file reads one file of the index, once; after a failure it may be tried again. */
  private file<T>(sort: "words" | "cards" | "texts", n: number, made: (data: unknown[]) => T): Promise<T> {
    const hash = this.manifest[sort][2 * n + 1];
    const name = `${this.lang}-${sort[0]}${hash ? "." + hash : ""}.js`;
    let file = this.files.get(name) as Promise<T> | undefined;
    if (!file) {
      file = this.load(this.folder + name, this.lang).then((data) => made(data.slice(2)));
      file.catch(() => this.files.delete(name));
      this.files.set(name, file);
    }
    return file;
  }

  private words(n: number): Promise<Words> {
    const made = (data: unknown[]): Words => new Words(data[0] as string, data[1] as string);
    return this.manifest.words.length > 0 ? this.file("words", n, made) : Promise.resolve(made(["", ""]));
  }

  /** shardOf is the file that would hold a key: the last that does not begin behind it. */
  private shardOf(k: string): number {
    const list = this.manifest.words;
    return Math.max(0, firstOf(list.length / 2, (i) => compare(list[2 * i]!, k) > 0) - 1);
  }

  /** formsOf are the forms that have a key. */
  async formsOf(k: string): Promise<Form[]> {
    return (await this.words(this.shardOf(k))).of(k);
  }

  /** formsNear are all forms in the files whose keys begin so; of many files the first few. */
  async formsNear(prefix: string, most = 4): Promise<Form[]> {
    const first = this.shardOf(prefix), last = Math.min(this.shardOf(prefix + "\uffff"), first + most - 1);
    const files = await Promise.all(Array.from({ length: last - first + 1 }, (_, i) => this.words(first + i)));
    return files.flatMap((f) => f.forms);
  }

  /** at finds a page in files that begin with the numbers of pages. */
  private async at<T>(sort: "cards" | "texts", page: number): Promise<T | undefined> {
    const list = this.manifest[sort];
    let n = list.length / 2 - 1;
    while (n > 0 && Number(list[2 * n]) > page) n--;
    const rows = await this.file(sort, n, (data) => data[0] as T[]);
    return rows[page - Number(list[2 * n])];
  }

  async card(page: number): Promise<Card> {
    const [path = "", title = "", day = ""] = (await this.at<string[]>("cards", page)) ?? [];
    return { path, title, day };
  }

  async text(page: number): Promise<PageText> {
    const [summary = "", before = "", ...rest] = (await this.at<string[]>("texts", page)) ?? [];
    const parts = [{ id: "", title: "", text: before }];
    for (let i = 0; i + 2 < rest.length; i += 3) parts.push({ id: rest[i]!, title: rest[i + 1]!, text: rest[i + 2]! });
    return { summary, parts };
  }

  /** said is all that a page says, its title first. */
  async said(page: number): Promise<string[]> {
    const [card, text] = await Promise.all([this.card(page), this.text(page)]);
    return [card.title, text.summary, ...text.parts.flatMap((p) => [p.title, p.text])].map((t) => t.normalize("NFC"));
  }

  /** values are the values of a choice. */
  values(choice: Choice): string[] {
    return this.manifest[choice][1];
  }

  /** valuesOf are the numbers of a page's own values, from 1. */
  valuesOf(choice: Choice, page: number): number[] {
    let all = this.numbersOf.get(choice);
    if (!all) {
      const { list } = numbers(this.manifest[choice][0]);
      all = [];
      for (let i = 0; i < list.length;) {
        const n = choice === "level" ? list[i++]! : 1;
        all.push(list.slice(i, i + n).filter((v) => v > 0));
        i += n;
      }
      this.numbersOf.set(choice, all);
    }
    return all[page] ?? [];
  }
}

/** firstOf is the first number below n that holds, as all behind it do; n where none does. */
function firstOf(n: number, holds: (i: number) => boolean): number {
  let low = 0;
  while (low < n) {
    const middle = (low + n) >> 1;
    if (holds(middle)) n = middle;
    else low = middle + 1;
  }
  return low;
}

/** compare puts keys in the order of their bytes in UTF-8, as the files are cut. */
function compare(a: string, b: string): number {
  const x = [...a], y = [...b], i = x.findIndex((r, i) => r !== y[i]);
  return i < 0 || i >= y.length ? x.length - y.length : x[i]!.codePointAt(0)! - y[i]!.codePointAt(0)!;
}
