// The pages that answer, as lines: each at once with its title, and with a piece of its text as soon as that has come.
import { excerpt, mark, wanted, type Piece, type Wanted } from "./excerpt";
import type { Card, Index } from "./index";
import { make, part, results, say } from "./page";
import { parse, type Hit } from "./query";

const portion = 10; // results at once
const fromDisk = location.protocol === "file:" || document.documentElement.dataset.edition === "disk"; // there a folder has no index

const address = (path: string, id: string): string => say.root! + path + (fromDisk ? "index.html" : "") + (id ? "#" + id : "");
const shown = (pieces: Piece[]): (string | HTMLElement)[] => pieces.map((p) => (p.marked ? make("mark", "", p.text) : p.text));

/** linkTo leads to a page by its title. */
export function linkTo(card: Card, want: Wanted): HTMLAnchorElement {
  const link = make("a", "", ...shown(mark(card.title, want)));
  link.href = address(card.path, "");
  return link;
}

/** lines are some results. */
export function lines(index: Index, hits: Hit[], asked: string): Promise<HTMLLIElement[]> {
  const want = wanted(parse(asked));
  return Promise.all(hits.map((h) => line(index, h, want)));
}

async function line(index: Index, hit: Hit, want: Wanted): Promise<HTMLLIElement> {
  const card = await index.card(hit.page), link = linkTo(card, want);
  const kind = index.values("kind")[(index.valuesOf("kind", hit.page)[0] ?? 0) - 1];
  const marks = make("p", "search-marks soft", [kind, card.day].filter(Boolean).join(" · "));
  const li = make("li", "", make("p", "search-title", link), marks);
  li.lang = link.hreflang = index.lang;
  void index.text(hit.page).then((text) => {
    const e = excerpt(text, card.title, want);
    if (e.id) link.href = address(card.path, e.id);
    if (e.heading) marks.append(" · ", ...shown(mark(e.heading, want)));
    const p = make("p", "search-excerpt", ...shown(e.pieces));
    if (p.textContent) li.append(p);
  }, () => {}); // without its text a result is a result all the same
  return li;
}

/** show adds the first hits, and the next ones when they are asked for. */
export async function show(index: Index, hits: Hit[], asked: string, overtaken: () => boolean): Promise<void> {
  const more = part<HTMLButtonElement>("more");
  const next = async (): Promise<void> => {
    const from = results.childElementCount;
    const some = await lines(index, hits.slice(from, from + portion), asked);
    if (overtaken()) return;
    results.append(...some);
    more.hidden = results.childElementCount >= hits.length;
    if (from > 0) some[0]?.querySelector("a")?.focus();
  };
  more.onclick = next;
  await next();
}
