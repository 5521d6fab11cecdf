// Where the files of the site lie in the browser, and under which keys. The worker and the page «Читання без інтернету» both know it.
//
//   files    parts, by their path: what their names say is in them, so one name is one content. Pages and other files whose names stay, by path
//            and sum: pages of two versions lie side by side and are never taken for one another.
//   seen     pages that were visited, by their path: the last ones.
//   records  what is kept: which lists of files it takes. A record is written when the last of the files is there, so that it changes all at
//            once from one version to the next.

/** A group that was kept, or is being kept. */
export interface Kept {
  title: string;
  lang: string;
  version: string;
  lists: string[];
  more: boolean; // with the files for download
  files: number;
  bytes: number;
  date: string;
}

export interface Saved {
  id: string;
  now?: Kept; // whole
  next?: Kept & { paused: boolean }; // on its way
}

export type Entry = [sum: string, size: number];
export interface List { f: Record<string, Entry>; m?: Record<string, Entry> }

const ofContent = /\.[0-9a-f]{8,16}\.[a-z0-9]+$/;
const picture = /^(.*?)(?:-\d+)?(\.[0-9a-f]{8})\.(?:jpg|png|webp|gif|avif)$/; // generator/edition/offline.go has it too

/** byContent tells whether the name of a file says what is in it. */
export const byContent = (path: string): boolean => ofContent.test(path);

/** key is under what a file lies among the files. */
export const key = (path: string, sum: string): string => (byContent(path) ? path : path + "?" + sum);

/** anySize is where stands which size of a picture is kept; "" for what is no picture. */
export function anySize(path: string): string {
  const m = picture.exec(path);
  return m ? m[1]! + m[2]! + "?any" : "";
}

/** fileOf is the file of an address: a folder's is its index. */
export const fileOf = (path: string): string => (path === "" || path.endsWith("/") ? path + "index.html" : path);
/** addressOf is where a file is fetched from: hosts lead from an index to its folder. */
export const addressOf = (file: string): string => file.replace(/(^|\/)index\.html$/, "$1");

/** Store is what the browser keeps of the site at an address. */
export class Store {
  constructor(readonly scope: string) {}

  readonly open = (part: "files" | "seen" | "records"): Promise<Cache> => caches.open(`vitryna ${new URL(this.scope).pathname} ${part}`);
  readonly at = (path: string): string => new URL(path.replace(/%/g, "%25"), this.scope).href;
  readonly pathOf = (url: string): string => decodeURIComponent(url.slice(this.scope.length));

  async put(path: string, sum: string, body: BodyInit, headers: HeadersInit): Promise<void> {
    const files = await this.open("files");
    await files.put(this.at(key(path, sum)), new Response(body, { headers }));
    const any = anySize(path);
    if (any) await files.put(this.at(any), new Response(path));
  }

  /** part is a file that is named by its content; a picture may come in another size. */
  async part(path: string, otherSize: boolean): Promise<Response | undefined> {
    const files = await this.open("files");
    const there = await files.match(this.at(path));
    if (there || !otherSize) return there;
    const any = anySize(path);
    const other = any ? await (await files.match(this.at(any)))?.text() : undefined;
    return other ? files.match(this.at(other)) : undefined;
  }

  async records(): Promise<Saved[]> {
    const cache = await this.open("records");
    const all = await Promise.all((await cache.keys()).map(async (k) => (await cache.match(k))?.json() as Promise<Saved>));
    return all.filter((s) => s?.id && (s.now || s.next)).sort((a, b) => (b.now?.date ?? "").localeCompare(a.now?.date ?? ""));
  }
  async record(id: string): Promise<Saved> {
    return ((await (await (await this.open("records")).match(this.record_(id)))?.json()) as Saved | undefined) ?? { id };
  }
  async write(s: Saved): Promise<void> {
    const cache = await this.open("records");
    if (s.now || s.next) await cache.put(this.record_(s.id), new Response(JSON.stringify(s)));
    else await cache.delete(this.record_(s.id));
  }
  private readonly record_ = (id: string): string => this.at("~/" + id);

  /** list is a list that is kept. */
  async list(name: string): Promise<List | undefined> {
    return (await (await (await this.open("files")).match(this.at(key(name, name))))?.json()) as List | undefined;
  }

  /** page is the file of a path that belongs to something kept, in the version that is kept. */
  async page(file: string): Promise<Response | undefined> {
    for (const { now } of await this.records()) {
      for (const name of now?.lists ?? []) {
        const list = await this.list(name);
        const entry = list?.f[file] ?? (now!.more ? list?.m?.[file] : undefined);
        const there = entry && await (await this.open("files")).match(this.at(key(file, entry[0])));
        if (there) return there;
      }
    }
    return undefined;
  }

  /** sweep throws away what nothing that is kept needs, and no page that was seen. */
  async sweep(): Promise<void> {
    await locked("store", async () => {
      const files = await this.open("files"), seen = await this.open("seen");
      const needed = new Set<string>();
      for (const saved of await this.records()) {
        for (const kept of [saved.now, saved.next]) {
          for (const name of kept?.lists ?? []) {
            needed.add(this.at(key(name, name)));
            const list = await this.list(name);
            for (const [path, [sum]] of [...Object.entries(list?.f ?? {}), ...(kept!.more ? Object.entries(list?.m ?? {}) : [])]) {
              needed.add(this.at(key(path, sum)));
            }
          }
        }
      }
      let text = "";
      for (const page of await seen.keys()) text += (await (await seen.match(page))?.text()) ?? "";
      const stays = (url: string): boolean => needed.has(url) || byContent(url) && text.includes(url.slice(url.lastIndexOf("/") + 1));
      for (const { url } of await files.keys()) {
        const size = url.endsWith("?any") ? await (await files.match(url))?.text() : undefined;
        if (!stays(size ? this.at(size) : url)) await files.delete(url);
      }
    });
  }
}

/** locked does something that no two tabs, nor a tab and the worker, do at the same time: it waits for its turn. */
export async function locked(what: string, work: () => Promise<void>): Promise<void> {
  if (navigator.locks) await navigator.locks.request("vitryna " + what, work);
  else await work();
}

/** alone does something unless another tab is at it; then it is left to that one, and false. */
export async function alone(what: string, work: () => Promise<void>): Promise<boolean> {
  if (!navigator.locks) {
    await work();
    return true;
  }
  return await navigator.locks.request("vitryna " + what, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
    return lock !== null;
  });
}
