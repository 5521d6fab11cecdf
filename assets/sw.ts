// The worker between the pages and the network: what was kept for reading without the internet is answered from the browser, and the last
// pages that were visited.
//
//   a page        from the network; without one, from what is kept, else from what was visited, else «Читання без інтернету»
//   a part        named by its content, so it is what it is in every version: from the browser if it is there, else from the network
//   all the rest  from the network; without one, from what is kept
//
// A page is put away behind its styles and scripts, and names all its parts by their content: an old page never meets new parts. The worker
// itself remembers nothing between two requests, so that a new one may take over at any time.
import { byContent, fileOf, locked, Store, type Entry } from "./offline/store";

/** What the build writes before this script. */
declare const vitryna: { version: string; pages: string[]; shell: Record<string, Entry> };

interface Waiting extends Event { waitUntil(work: Promise<unknown>): void }
interface Fetching extends Waiting { request: Request; respondWith(response: Promise<Response>): void }
declare const self: {
  registration: { scope: string };
  clients: { claim(): Promise<void>; matchAll(o: { type: "window"; includeUncontrolled: boolean }): Promise<{ url: string }[]> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", handler: (event: Waiting) => void): void;
  addEventListener(type: "fetch", handler: (event: Fetching) => void): void;
};

const store = new Store(self.registration.scope);
const patience = 5000; // for a network that is there and gives nothing, in milliseconds
const remembered = 50; // visited pages

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));

/** install keeps the page «Читання без інтернету» with its parts. If one is of another version already, the browser tries again later. */
async function install(): Promise<void> {
  const files = await store.open("files"), id = "~shell " + vitryna.version, list = `offline/shell.${vitryna.version}.json`;
  await store.put(list, list, JSON.stringify({ f: vitryna.shell }), {});
  await store.write({ id, now: { title: "", lang: "", version: vitryna.version, lists: [list], more: false, files: 0, bytes: 0, date: "" } });
  for (const [path, [sum]] of Object.entries(vitryna.shell)) {
    if (byContent(path) && await files.match(store.at(path))) continue;
    // Past the browser's cache: a host may call the page of another version "not modified", and here no sum is compared.
    const response = await fetch(store.at(path.replace(/index\.html$/, "")), { cache: byContent(path) ? "default" : "reload" });
    if (!response.ok) throw new Error(path);
    await store.put(path, sum, await response.blob(), { "Content-Type": response.headers.get("Content-Type") ?? "" });
  }
  await self.skipWaiting();
}

/** activate takes over, forgets the page of the version before, and puts away the pages that are open already. */
async function activate(): Promise<void> {
  await self.clients.claim();
  const all = await store.records();
  await Promise.all(all.filter((s) => s.id.startsWith("~shell ") && s.id !== "~shell " + vitryna.version).map((s) => store.write({ id: s.id })));
  void rememberOpen(); // requests wait until this event has ended: nothing of the network is waited for
}

async function rememberOpen(): Promise<void> {
  await store.sweep();
  for (const { url } of await self.clients.matchAll({ type: "window", includeUncontrolled: true })) {
    const path = pathOf(new URL(url));
    if (path === undefined || await (await store.open("seen")).match(store.at(fileOf(path)))) continue;
    const response = await fetch(store.at(path)).catch(() => undefined);
    if (response) await remember(path, response);
  }
}

/** pathOf is the path of an address below the worker's place, or undefined. */
function pathOf(url: URL): string | undefined {
  const { origin, pathname } = new URL(store.scope);
  if (url.origin !== origin || !url.pathname.startsWith(pathname)) return undefined;
  try {
    return decodeURIComponent(url.pathname.slice(pathname.length));
  } catch {
    return undefined;
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event, path = pathOf(new URL(request.url));
  if (request.method !== "GET" || path === undefined) return;
  if (request.mode === "navigate") event.respondWith(page(event, path));
  else if (request.destination === "") return; // a script of ours, that saves
  else if (request.headers.has("range")) event.respondWith(piece(request, path));
  else if (byContent(path)) event.respondWith(part(event, path));
  else event.respondWith(fetch(request).catch(async (e: unknown) => (await store.page(path)) ?? Promise.reject(e)));
});

async function page(event: Fetching, path: string): Promise<Response> {
  const network = fetch(event.request);
  const got = network.catch(() => undefined);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience, undefined));
  const first = await Promise.race([got, late]);
  if (first && first.status < 500) {
    event.waitUntil(remember(path, first.clone()));
    return first;
  }
  const kept = await keptPage(path);
  if (kept) return kept;
  const response = await got;
  if (response) return response;
  const english = path.startsWith("en/") && vitryna.pages.length > 1;
  const away = new URL(store.at(vitryna.pages[english ? 1 : 0]!));
  away.searchParams.set("from", path);
  return Response.redirect(away.href);
}

/** keptPage is a page without the network. What is kept as a whole comes before what was visited: its pages are all of one version. */
async function keptPage(path: string): Promise<Response | undefined> {
  const find = async (file: string): Promise<Response | undefined> =>
    (await store.page(file)) ?? (await (await store.open("seen")).match(store.at(file)));
  const there = byContent(path) ? await store.part(path, true) : await find(fileOf(path));
  if (there || path.endsWith("/") || /\.[a-z0-9]+$/.test(path)) return there;
  return (await find(path + "/index.html")) && Response.redirect(store.at(path + "/"));
}

/** remember puts away a page that was visited, behind its styles and scripts. */
async function remember(path: string, response: Response): Promise<void> {
  const file = fileOf(path);
  if (!response.ok || response.type !== "basic" || response.redirected || !/^text\/html/.test(response.headers.get("Content-Type") ?? "") || file in vitryna.shell) return;
  const html = await response.text();
  let many = false;
  await locked("store", async () => { many = await rememberHTML(path, file, html); }).catch(() => undefined); // no space, no network: not remembered
  if (many) await store.sweep();
}

/** rememberHTML tells whether so many pages have gathered that some were thrown away. */
async function rememberHTML(path: string, file: string, html: string): Promise<boolean> {
  const files = await store.open("files");
  for (const [, href] of html.matchAll(/(?:href|src)="([^"]+\.(?:css|js))"/g)) {
    const name = pathOf(new URL(href!, store.at(path)));
    if (!name || !byContent(name) || await files.match(store.at(name))) continue;
    const got = await fetch(store.at(name));
    if (!got.ok) return false;
    await files.put(store.at(name), got);
  }
  const seen = await store.open("seen"), url = store.at(file);
  await seen.delete(url); // the last one comes last
  await seen.put(url, new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } }));
  const all = await seen.keys();
  if (all.length <= remembered + 10) return false;
  for (const old of all.slice(0, all.length - remembered)) await seen.delete(old);
  return true;
}

async function part(event: Fetching, path: string): Promise<Response> {
  const there = await store.part(path, false);
  if (there) return there;
  try {
    const response = await fetch(event.request);
    if (response.ok && response.type === "basic" && /^(style|script|image|font)$/.test(event.request.destination)) {
      const body = response.clone();
      event.waitUntil(body.blob().then((b) => store.put(path, "", b, { "Content-Type": body.headers.get("Content-Type") ?? "" })));
    }
    return response;
  } catch (e) {
    const other = await store.part(path, true);
    if (other) return other;
    throw e;
  }
}

/** piece is a piece of a sound or a film. Who asks for one gets it of what is kept, too. */
async function piece(request: Request, path: string): Promise<Response> {
  const there = byContent(path) ? await store.part(path, false) : undefined;
  if (!there) return fetch(request);
  const blob = await there.blob(), m = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get("range") ?? "");
  const from = !m ? 0 : m[1] ? Number(m[1]) : Math.max(0, blob.size - Number(m[2]));
  const to = m?.[1] && m[2] ? Math.min(Number(m[2]), blob.size - 1) : blob.size - 1;
  const type = there.headers.get("Content-Type") ?? "";
  if (!m || !m[1] && !m[2] || from > to) return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${blob.size}` } });
  return new Response(blob.slice(from, to + 1, type), {
    status: 206, headers: { "Content-Type": type, "Content-Range": `bytes ${from}-${to}/${blob.size}`, "Content-Length": String(to - from + 1), "Accept-Ranges": "bytes" },
  });
}
