// What is written and not saved, kept by the browser: on its disk within a second (a transaction that is strict is flushed before it is done), so that
// neither a browser nor a program nor a machine that dies takes more along.

import type { Part } from "./form";

export type Kept = { key: string; file: string; source: string; fields: Part[]; body: string | null; whole: string | null; time: number; values: Part[]; wholeOpen: boolean };

const store = "unsaved";

/** Every window keeps its own: two that write one text do not take each other's away. So does every opening in one window: what was left there unsaved is
 * offered to who comes back. */
let own = "";
export const keepAnew = () => void (own = Math.random().toString(36).slice(2));
keepAnew();
const keyOf = (file: string) => file + "\n" + own;

let opened: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("vitryna-editor", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: "key" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("indexedDB"));
  });
  return opened;
}

async function transact<T>(mode: IDBTransactionMode, act: (s: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  try {
    const db = await database();
    return await new Promise<T>((resolve, reject) => {
      const transaction = db.transaction(store, mode, { durability: "strict" });
      const request = act(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error("indexedDB"));
    });
  } catch {
    return undefined; // a browser that keeps nothing: a warning before one leaves is all there is
  }
}

/** Its key is that of now, though it is written a moment later. */
export function keep(k: Omit<Kept, "key">): Promise<unknown> {
  const key = keyOf(k.file);
  return transact("readwrite", (s) => s.put({ ...k, key }));
}

export function forget(file: string): Promise<unknown> {
  const key = keyOf(file);
  return transact("readwrite", (s) => s.delete(key));
}

export const forgetKept = (k: Kept) => transact("readwrite", (s) => s.delete(k.key));

/** The newest text of a file that another window or opening, now or before, has kept. */
export async function kept(file: string): Promise<Kept | undefined> {
  const all = (await transact("readonly", (s) => s.getAll() as IDBRequest<Kept[]>)) ?? [];
  return all.filter((k) => k.file === file && k.key !== keyOf(file)).sort((a, b) => b.time - a.time)[0];
}
