// The parts of the page of the search, what it has to say, and the indexes it reads.
import { Index } from "./index";
import { load } from "./load";

const page = document.querySelector<HTMLElement>("[data-find]")!;

/** What the page says, in its own language. */
export const say = page.dataset;
export const lang = document.documentElement.lang;

/** part is the element with the attribute data-name. */
export const part = <T extends HTMLElement = HTMLElement>(name: string): T => page.querySelector<T>(`[data-${name}]`)!;

export const form = page.querySelector("form")!;
export const input = page.querySelector<HTMLInputElement>("input[name=q]")!;
export const results = page.querySelector<HTMLElement>("#results")!;

const indexes = new Map<string, Promise<Index>>();

/** indexOf opens an index, once; after a failure again. */
export function indexOf(url: string, language: string): Promise<Index> {
  let index = indexes.get(url);
  if (!index) {
    index = Index.open(url, language, load);
    index.catch(() => indexes.delete(url));
    indexes.set(url, index);
  }
  return index;
}

/** own is the index of the page's own language. */
export const own = (): Promise<Index> => indexOf(say.index!, lang);

export function make<K extends "a" | "li" | "mark" | "p">(tag: K, name = "", ...inside: (string | Node)[]): HTMLElementTagNameMap[K] {
  const e = document.createElement(tag);
  if (name) e.className = name;
  e.append(...inside);
  return e;
}
