// The page of the search. Without this script it is an alphabetical index.
import { count } from "./search/count";
import { excerpt, mark, wanted, type Piece, type Wanted } from "./search/excerpt";
import { alsoCyrillic, meant } from "./search/guess";
import { choices, Index, type Card } from "./search/index";
import { load } from "./search/load";
import { find, parse, type Hit, type Narrow } from "./search/query";

const portion = 10; // results at once
const suggestions = 6;
const ofOther = 5;

const page = document.querySelector<HTMLElement>("[data-find]");
if (page) begin(page);

function begin(page: HTMLElement): void {
  const say = page.dataset, lang = document.documentElement.lang;
  const part = <T extends HTMLElement>(name: string): T => page.querySelector<T>(`[data-${name}]`)!;
  const form = page.querySelector("form")!, input = page.querySelector<HTMLInputElement>("input[name=q]")!;
  const results = page.querySelector<HTMLElement>("#results")!;
  const status = part("status"), maybe = part("maybe"), found = part("found"), other = part("other"), all = part("all"), more = part<HTMLButtonElement>("more");
  const suggested = part("suggested"), narrowing = part("narrow");
  const fromDisk = location.protocol === "file:" || document.documentElement.dataset.edition === "disk"; // there a folder has no index

  const indexes = new Map<string, Promise<Index>>();
  /** indexOf opens an index, once; after a failure again. */
  function indexOf(url: string, language: string): Promise<Index> {
    let index = indexes.get(url);
    if (!index) {
      index = Index.open(url, language, load);
      index.catch(() => indexes.delete(url));
      indexes.set(url, index);
    }
    return index;
  }
  const own = (): Promise<Index> => indexOf(say.index!, lang);

  const phrase = (text = "", ...args: string[]): string => args.reduce((t, a) => t.replace("%s", () => a), text);
  const pages = (n: number): string => count(n, say.sayPages!, lang);
  const address = (path: string, id: string): string => say.root! + path + (fromDisk ? "index.html" : "") + (id ? "#" + id : "");

  let made = false, offered = false; // the choices; of an index where all pages are of one kind there are none
  let turn = 0; // a search that has been overtaken by the next one shows nothing

  /** answer shows what a query finds, whole words only. */
  async function answer(text: string): Promise<void> {
    const mine = ++turn;
    hideSuggested();
    maybe.hidden = other.hidden = found.hidden = more.hidden = true;
    results.replaceChildren();
    all.hidden = text.trim() !== "";
    status.textContent = "";
    if (!text.trim()) return;
    const waiting = setTimeout(() => mine === turn && (status.textContent = say.sayLoading!), 400);
    try {
      const index = await own();
      offerChoices(index);
      const narrow = narrowed();
      const chosen = Object.keys(narrow).length > 0;
      let asked = text, hits = await find(index, parse(text), narrow);
      const guess = hits.length === 0 ? await meant(index, text, narrow) : await alsoCyrillic(index, text, hits, narrow);
      if (mine !== turn) return;
      clearTimeout(waiting); // what follows comes little by little
      if (guess && !guess.offered) {
        ({ text: asked, hits } = guess);
        status.textContent = phrase(say.sayInstead, text, asked) + " " + phrase(say.sayFound, pages(hits.length));
      } else if (hits.length > 0) status.textContent = phrase(say.sayFoundFor, text, pages(hits.length));
      else status.textContent = phrase(say.sayNone, text) + " " + (chosen ? say.sayNoneNarrowed : say.sayNoneAdvice);
      narrowing.hidden = hits.length === 0 && !chosen || !offered;
      if (guess?.offered) offer(guess.text);
      all.hidden = hits.length > 0;
      found.hidden = !all.hidden;
      await show(index, hits, asked, mine);
      await showOther(text, mine);
    } catch {
      if (mine !== turn) return;
      status.textContent = say.sayFailed!;
      all.hidden = false;
    } finally {
      clearTimeout(waiting);
    }
  }

  /** show adds the first hits, and the next ones when they are asked for. */
  async function show(index: Index, hits: Hit[], asked: string, mine: number): Promise<void> {
    const next = async (): Promise<void> => {
      const from = results.childElementCount;
      const lines = await Promise.all(hits.slice(from, from + portion).map((h) => line(index, h, asked)));
      if (mine !== turn) return;
      results.append(...lines);
      more.hidden = results.childElementCount >= hits.length;
      if (from > 0) lines[0]?.querySelector("a")?.focus();
    };
    more.onclick = () => void next();
    await next();
  }

  /** linkTo leads to a page by its title. */
  function linkTo(card: Card, want: Wanted): HTMLAnchorElement {
    const link = make("a");
    link.href = address(card.path, "");
    link.append(...shown(mark(card.title, want)));
    return link;
  }

  /** line is one result: shown at once with its title, and with a piece of the text as soon as that has come. */
  async function line(index: Index, hit: Hit, asked: string): Promise<HTMLLIElement> {
    const card = await index.card(hit.page), want = wanted(parse(asked));
    const li = make("li"), head = make("p", "search-title"), link = linkTo(card, want);
    li.lang = link.hreflang = index.lang;
    head.append(link);
    const kind = index.values("kind")[(index.valuesOf("kind", hit.page)[0] ?? 0) - 1];
    const marks = make("p", "search-marks soft", [kind, card.day].filter(Boolean).join(" · "));
    li.append(head, marks);
    void index.text(hit.page).then((text) => {
      const e = excerpt(text, card.title, want);
      if (e.id) link.href = address(card.path, e.id);
      if (e.heading) marks.append(" · ", ...shown(mark(e.heading, want)));
      const p = make("p", "search-excerpt");
      p.append(...shown(e.pieces));
      if (p.textContent) li.append(p);
    }, () => {}); // without its text a result is a result all the same
    return li;
  }

  /** showOther offers what the other language has. */
  async function showOther(text: string, mine: number): Promise<void> {
    if (!say.otherIndex) return;
    const index = await indexOf(say.otherIndex, say.otherLang!);
    let hits = await find(index, parse(text));
    // An English page names people and places in Latin letters, their own pages in Ukrainian ones.
    ({ text, hits } = (await alsoCyrillic(index, text, hits)) ?? { text, hits });
    const lines = await Promise.all(hits.slice(0, ofOther).map((h) => line(index, h, text)));
    if (mine !== turn) return;
    part("other-results").replaceChildren(...lines);
    other.hidden = lines.length === 0;
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

  const selectOf = (c: string): HTMLSelectElement | null => form.querySelector<HTMLSelectElement>(`select[name=${c}]`);

  // Choices by which hits are narrowed down. They stand in the address, so that it can be passed on.
  function narrowed(): Narrow {
    const narrow: Narrow = {};
    for (const c of choices) {
      const n = Number(selectOf(c)?.selectedOptions[0]?.dataset.n);
      if (n) narrow[c] = n;
    }
    return narrow;
  }
  function offerChoices(index: Index): void {
    if (made) return;
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
      select.onchange = () => ask();
      part(`choice="${c}"`).hidden = false;
      offered = true;
    }
  }

  // Suggestions while typing stand outside the results: they match the beginning of the last word too.
  let typed = 0, pause = 0;
  async function suggest(): Promise<void> {
    const mine = ++typed, text = input.value;
    if (text.trim().length < 3) return hideSuggested();
    try {
      const index = await own();
      const query = parse(text, true), want = wanted(query);
      const hits = query.phrases.length > 0 ? [] : await find(index, query);
      const cards = await Promise.all(hits.slice(0, suggestions).map((h) => index.card(h.page)));
      if (mine !== typed || document.activeElement !== input) return;
      suggested.replaceChildren(...cards.map((card) => {
        const li = make("li");
        li.append(linkTo(card, want));
        return li;
      }));
      suggested.hidden = cards.length === 0;
    } catch {
      hideSuggested();
    }
  }
  function hideSuggested(): void {
    typed++;
    clearTimeout(pause); // who asks at once after the last letter wants no more of them
    suggested.hidden = true;
    suggested.replaceChildren();
  }

  /** ask answers what stands in the field, and writes it into the address. */
  function ask(): void {
    const asked = new URLSearchParams({ q: input.value.trim() });
    for (const c of choices) {
      const value = selectOf(c)?.value;
      if (value) asked.set(c, value);
    }
    history.replaceState(null, "", input.value.trim() ? "?" + asked.toString() : location.pathname);
    void answer(input.value);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = window.setTimeout(() => void suggest(), 120);
    if (input.value === "") ask(); // emptied by its own cross
  });
  form.addEventListener("keydown", (event) => {
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
  });

  input.value = new URLSearchParams(location.search).get("q") ?? "";
  if (input.value) void answer(input.value);
  else if (!location.hash) input.focus();
}

function make<K extends "a" | "li" | "mark" | "p">(tag: K, name = "", text = ""): HTMLElementTagNameMap[K] {
  const e = document.createElement(tag);
  if (name) e.className = name;
  e.textContent = text;
  return e;
}

function shown(pieces: Piece[]): (string | HTMLElement)[] {
  return pieces.map((p) => (p.marked ? make("mark", "", p.text) : p.text));
}
