// What is put into a text from elsewhere: pictures, chosen, dropped or pasted, and pages and documents from the clipboard.

import { query } from "./ask";
import { make, word } from "./dom";
import { askPhoto, shrink, type Photo } from "./photo";
import { insert } from "./toolbar";

/** What happens beside the text. */
export type Around = {
  file(): string | undefined; // of the text; undefined: none is open
  added(photo: Photo): void;
  say(message: string): void;
  fail(error: unknown): void;
};

/** Rich text: what a word processor or a page has put on the clipboard, with more in it than letters. */
const rich = /<(h[1-6]|li|table|b|strong|i|em|a|img|sup)\b|mso-|class="?Mso/i;

type Pasted = { mark: string; alt: string; data: string };

const images = (list: DataTransfer | null) => [...(list?.files ?? [])].filter((f) => f.type.startsWith("image/"));

/** Lets a text take what is dropped and pasted. What it returns asks for a picture's file, then for what must be said of it. */
export function pasting(text: HTMLTextAreaElement, around: Around): () => Promise<Photo | undefined> {
  async function take(picture: File | undefined): Promise<Photo | undefined> {
    const file = around.file();
    if (!picture || !file) return undefined;
    const small = await shrink(picture);
    if (small.smaller) around.say(word("shrunk").replace("%d", String(small.width)));
    const photo = await askPhoto(small.blob, picture.name, (answers) => query<Photo>("picture", { ...answers, file: around.file() ?? file, name: picture.name }));
    if (photo) around.added(photo);
    return photo;
  }

  async function takeAll(files: File[]): Promise<void> {
    for (const file of files) {
      const photo = await take(file);
      if (photo) insert(text, "\n" + photo.markdown + "\n");
    }
  }

  /** Asks about a picture that came with pasted text, and puts it in its place; without an answer its place goes. */
  async function carry(p: Pasted): Promise<void> {
    const bytes = Uint8Array.from(atob(p.data), (c) => c.charCodeAt(0));
    const type = bytes[0] === 0x89 ? "image/png" : bytes[0] === 0xff ? "image/jpeg" : bytes[0] === 0x47 ? "image/gif" : "image/webp";
    const photo = await take(new File([bytes], p.alt || "foto", { type }));
    const place = `![${p.alt}](${p.mark})`;
    const at = text.value.indexOf(place);
    if (at < 0) return;
    text.setSelectionRange(at, at + place.length);
    insert(text, photo?.markdown ?? " ");
  }

  text.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  text.addEventListener("drop", (event) => {
    const files = images(event.dataTransfer);
    if (files.length === 0) return;
    event.preventDefault();
    void takeAll(files);
  });
  text.addEventListener("paste", (event) => {
    const data = event.clipboardData;
    const html = data?.getData("text/html") ?? "";
    if (rich.test(html) && around.file()) {
      event.preventDefault();
      const plain = data?.getData("text/plain") ?? "";
      void query<{ markdown: string; lost: string[]; pictures: Pasted[] }>("paste", { html, rtf: html.includes("file:") ? (data?.getData("text/rtf") ?? "") : "" })
        .then(async (r) => {
          insert(text, r.markdown);
          around.say([word("pasted"), ...r.lost].join(" "));
          for (const p of r.pictures) await carry(p).catch(around.fail); // the text is there already
        })
        .catch((error: unknown) => {
          insert(text, plain);
          around.fail(error);
        });
      return;
    }
    const files = images(data);
    if (files.length === 0) return;
    event.preventDefault();
    void takeAll(files);
  });

  return () =>
    new Promise((resolve) => {
      const input = make("input", "");
      input.type = "file";
      input.accept = "image/*";
      input.onchange = () => void take(input.files?.[0]).then(resolve);
      input.oncancel = () => resolve(undefined);
      input.click();
    });
}
