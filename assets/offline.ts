// «Зберегти для читання без інтернету»: the blocks of manuals and showcases, and the page «Читання без інтернету». Where a browser cannot
// keep a site there is no button, and the text of the page says what else there is.
import { Block } from "./offline/block";
import { Saver } from "./offline/save";
import { Store } from "./offline/store";
import { lists, lost } from "./offline/page";

const roots = [...document.querySelectorAll<HTMLElement>("[data-keep]")];
const manifest = document.querySelector<HTMLLinkElement>("link[rel=manifest]");
// What is kept is known a while after the page is there: its parts wait for that, so that none of them jumps (assets/offline.css).
const settled = (): void => document.querySelector("[data-late]")?.removeAttribute("data-late");
lost();
if (roots[0] && manifest && "serviceWorker" in navigator && "caches" in window && crypto.subtle) void begin(roots[0], manifest.href).finally(settled);
else settled();

async function begin(first: HTMLElement, manifest: string): Promise<void> {
  const say = JSON.parse(first.dataset.words ?? "{}") as Record<string, string>;
  const store = new Store(new URL("./", manifest).href), saver = new Saver(store);
  const otherwise = [...document.querySelectorAll<HTMLElement>("[data-otherwise]")];
  const blocked = (): void => {
    for (const text of otherwise) text.hidden = false;
    for (const root of roots) {
      root.replaceChildren(Object.assign(document.createElement("p"), { textContent: say.blocked }), ...root.querySelectorAll("[data-otherwise]"));
    }
  };
  for (const text of otherwise) text.hidden = true;
  // The worker may be long on its way: what is kept is shown without it.
  const registered = navigator.serviceWorker.register(new URL("sw.js", manifest)).then(() => true, () => false);
  if (!await store.open("records").then(() => true, () => false)) return blocked();
  for (const root of roots) {
    await new Block(root, root.dataset.keep!, root.dataset.title ?? "", say, saver).show();
  }
  await lists(store, saver, say);
  void registered.then((well) => { if (!well) blocked(); });
}
