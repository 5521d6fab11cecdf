// What is put into a text from elsewhere: pictures, chosen, dropped or pasted, and pages and documents from the clipboard.

import { query } from "./ask";
import { make, word } from "./dom";
import { askPhoto, shrink, type Photo } from "./photo";
import { gapBefore, insert } from "./toolbar";

/** What happens beside the text. */
export type Around = {
  file(): string | undefined; // of the text; undefined: none is open
  added(photo: Photo): void;
  noPhotos(): string; // why no picture can be taken now; "": it can
  say(message: string): void;
  fail(error: unknown): void;
};

/** Rich text: what a word processor or a page has put on the clipboard, with more in it than letters. */
const rich = /<(h[1-6]|li|table|b|strong|i|em|a|img|sup)\b|mso-|class="?Mso/i;

/** A heading, a list, a table: behind other words of a line their signs would be letters. */
const startsBlock = /^(#{1,6} |[-*+] |\d+[.)] |[|>])/;

type Pasted = { mark: string; alt: string; data: string };

/** A system that does not know the ending of a photograph gives it no type; the program says what it cannot read. */
const isImage = (f: File) => f.type.startsWith("image/") || (f.type === "" && /\.(jpe?g|png|gif|webp|avif|hei[cf]|bmp|tiff?)$/i.test(f.name));
const images = (list: DataTransfer | null) => [...(list?.files ?? [])].filter(isImage);
const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;

/** Lets a text take what is dropped and pasted. What it returns asks for a picture's file, then for what must be said of it. */
export function pasting(text: HTMLTextAreaElement, around: Around): () => Promise<Photo | undefined> {
  async function take(picture: File | undefined): Promise<Photo | undefined> {
    const file = around.file();
    if (!picture || !file) return undefined;
    const why = around.noPhotos();
    if (why) {
      around.say(why);
      return undefined;
    }
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
    // Its words stand there as Markdown writes them, with signs before some: the mark is what is looked for.
    const mark = `](${p.mark})`;
    const end = text.value.indexOf(mark);
    const at = text.value.lastIndexOf("![", end);
    if (end < 0 || at < 0) return;
    text.setSelectionRange(at, end + mark.length);
    insert(text, photo?.markdown ?? " ");
  }

  // A file that falls beside the text, or is no picture, would be shown by the browser in the place of the editor.
  addEventListener("dragover", (event) => hasFiles(event) && event.preventDefault());
  addEventListener("drop", (event) => hasFiles(event) && event.preventDefault());
  text.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    const files = images(event.dataTransfer);
    if (files.length === 0) around.say(word("only-pictures"));
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
          insert(text, (startsBlock.test(r.markdown) ? gapBefore(text) : "") + r.markdown);
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
