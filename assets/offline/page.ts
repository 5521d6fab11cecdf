// The page «Читання без інтернету»: what is kept on this device, and what was visited.
import { count } from "../search/count";
import { Block, phrase, size } from "./block";
import type { Saver } from "./save";
import { addressOf, type Store } from "./store";

const part = <T extends HTMLElement>(name: string): T | null => document.querySelector<T>(`[data-${name}]`);

/** lost says that a page could not be opened, and leads to it again. The worker says which in the address. */
export function lost(): void {
  const from = new URLSearchParams(location.search).get("from"), again = part<HTMLAnchorElement>("again"), note = part("lost");
  if (from === null || !again || !note) return;
  const home = new URL(document.documentElement.lang === "en" ? "../../" : "../", location.href);
  const to = new URL(home.href + from.replace(/%/g, "%25").replace(/^\/+/, ""));
  if (to.href.startsWith(home.href)) again.href = to.href;
  note.hidden = false;
}

/** lists shows what is kept and what was visited, with the means to throw it away. */
export async function lists(store: Store, saver: Saver, say: Record<string, string>): Promise<void> {
  const list = part("saved-list"), section = part("saved");
  if (!list || !section) return;
  section.hidden = false;
  const used = async (): Promise<void> => {
    const { usage } = await navigator.storage?.estimate?.().catch(() => ({} as StorageEstimate)) ?? {};
    if (usage !== undefined) part("used")!.textContent = phrase(say.used, size(usage));
  };
  const saved = (await store.records()).filter((s) => !s.id.startsWith("~"));
  part("saved-none")!.hidden = saved.length > 0;
  for (const s of saved) {
    const about = s.now ?? s.next!, li = document.createElement("li"), link = document.createElement("a"), root = document.createElement("div");
    link.href = s.id === "site" ? "#_whole" : store.at(s.id);
    link.textContent = about.title;
    if (about.lang !== document.documentElement.lang) link.lang = about.lang;
    li.append(link);
    list.append(li);
    if (s.id === "site") continue; // its block stands below
    root.className = "keep";
    li.append(root);
    await new Block(root, s.id, about.title, say, saver).show();
  }
  document.addEventListener("removed", () => void used());
  await visited(store, say);
  await used();
}

async function visited(store: Store, say: Record<string, string>): Promise<void> {
  const section = part("visited"), list = part("visited-list"), seen = await store.open("seen");
  const pages = [...(await seen.keys())].reverse();
  if (!section || !list || pages.length === 0) return;
  part("forget")!.onclick = async () => {
    for (const page of await seen.keys()) await seen.delete(page);
    await store.sweep();
    section.hidden = true;
    part("saved")!.querySelector<HTMLElement>("h2")!.tabIndex = -1;
    part("saved")!.querySelector<HTMLElement>("h2")!.focus();
  };
  section.hidden = false;
  part("visited-count")!.textContent = phrase(say.visited, count(pages.length, say.pages ?? "", document.documentElement.lang));
  for (const page of pages) {
    const html = (await (await seen.match(page))?.text()) ?? "";
    // Only its language and title are read: a book as one file has its style in its head, and the policy of this page would complain of it.
    const head = new DOMParser().parseFromString((/<html[^>]*>/.exec(html)?.[0] ?? "") + (/<title>[^]*?<\/title>/.exec(html)?.[0] ?? ""), "text/html");
    const li = document.createElement("li"), link = document.createElement("a");
    link.href = addressOf(page.url);
    link.lang = head.documentElement.lang;
    link.textContent = head.title;
    li.append(link);
    list.append(li);
  }
}
