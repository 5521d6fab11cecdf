// Items of the site, as the editor asks for them: one that is opened, one that is looked for, a new one, one with a new name.

import { query, type Told } from "./ask";
import { choose, dialog, make, word } from "./dom";
import type { Field, Part } from "./form";

export type Opened = {
  file: string;
  source: string;
  hash: string;
  body: string;
  fields: Part[];
  form: boolean;
  schema: Field[];
  kind: string;
  title: string;
  url: string;
  id: string;
  other: string;
  told: Told[];
  photos: boolean;
};

export type Hit = { title: string; kind: string; ref: string; link: string; file: string };

/** Asks for an item of these kinds by words of its title; links are those of a file. With the web an address may be written as well. */
export async function find(from: string, to: string[], web = false): Promise<Hit | undefined> {
  return choose(word(web ? "address" : "find"), async (words) => {
    const reply = await query<{ hits: Hit[]; found: number }>("search", { query: words, from, to });
    const hits = reply.hits.map((h) => ({ ...h, file: resolve(from, h.link) }));
    if (web && /^(https?:\/\/|mailto:|tel:)/.test(words)) hits.unshift({ title: words, kind: "", ref: "", link: words, file: "" });
    return { hits, found: Math.max(reply.found, hits.length) };
  });
}

/** The file to which a link of a text leads. */
const resolve = (from: string, link: string) => decodeURI(new URL(link, "http://x/" + from).pathname).slice(1);

/** Asks what a new item is to be, and makes it. */
export async function fresh(made: (o: Opened) => void): Promise<void> {
  const { kinds } = await query<{ kinds: { name: string; label: string; in?: string; owners?: { name: string; label: string }[] }[] }>("kinds", {});
  const d = dialog(word("new"), "");
  const kind = make("select", "", new Option("", ""), ...kinds.map((k) => new Option(k.label, k.name)));
  kind.required = true; // the first by the alphabet would be taken by who looks at the title only
  const owner = make("select", "");
  const ownerLabel = make("label", "ve-field", word("in"), owner);
  const name = make("input", "");
  name.required = true;
  kind.onchange = () => {
    const k = kinds.find((k) => k.name === kind.value);
    owner.replaceChildren(...(k?.owners ?? []).map((o) => new Option(o.label, o.name)));
    ownerLabel.hidden = !k?.owners?.length;
  };
  d.body.append(make("label", "ve-field", word("kind"), kind), ownerLabel, make("label", "ve-field", word("title"), name));
  kind.onchange(new Event("change"));
  d.send(word("make"), async () => {
    made(await query<Opened>("new", { kind: kind.value, owner: ownerLabel.hidden ? "" : owner.value, title: name.value }));
  });
  d.show();
}

export type Renamed = Opened & { changed: string[]; left: string[] };

/** Asks for a new name of an item's folder; links and references follow it. */
export function rename(o: Opened, renamed: (r: Renamed) => void): void {
  const d = dialog(word("rename"), "");
  const id = make("input", "");
  id.value = o.id; // no pattern: of «Мій звіт» the program answers what it would be, a browser in its own language that it is wrong
  d.body.append(make("label", "ve-field", word("new-id"), id));
  d.send(word("rename"), async () => {
    renamed(await query<Renamed>("rename", { file: o.file, id: id.value }));
  });
  d.show();
}
