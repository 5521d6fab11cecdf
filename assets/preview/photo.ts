// A picture before it is added: smaller if it is huge, and nothing is written until its author has said who is seen on it and by whose consent.

import { dialog, make, word } from "./dom";
import type { Value } from "./form";

export type Photo = { name: string; markdown: string; photo?: Value };

type Answers = { data: string; alt: string; caption: string; decorative: boolean; people: string; consent: string; ref: string; assent: boolean; until: string };

/** No page shows more dots than this. */
const widest = 2560;

/** Makes a photograph smaller that is wider or higher than any page shows. What the browser cannot read goes to the program as it is. */
export async function shrink(file: File): Promise<{ blob: Blob; smaller: boolean; width: number }> {
  const same = { blob: file, smaller: false, width: 0 };
  if (!/^image\/(jpeg|png|webp|bmp)$/.test(file.type)) return same;
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) return same;
  const scale = widest / Math.max(bitmap.width, bitmap.height);
  if (scale >= 1 && file.type !== "image/bmp") return same;
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * Math.min(scale, 1));
  canvas.height = Math.round(bitmap.height * Math.min(scale, 1));
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const type = file.type === "image/png" ? "image/png" : "image/jpeg";
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, 0.9));
  return blob ? { blob, smaller: true, width: canvas.width } : same;
}

async function base64(blob: Blob): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error ?? new Error("read"));
    reader.readAsDataURL(blob);
  });
  return url.slice(url.indexOf(",") + 1);
}

/** The questions of PD-05 … PD-08. The program asks the same before it writes; here they only lead. */
export function askPhoto(blob: Blob, name: string, add: (answers: Answers) => Promise<Photo>): Promise<Photo | undefined> {
  return new Promise((resolve) => {
    const d = dialog(word("photo"), "ve-photo");
    const shown = make("img", "ve-thumb");
    shown.src = URL.createObjectURL(blob);
    shown.alt = name;
    const field = (label: string, input: HTMLElement) => make("label", "ve-field", label, input);
    const box = (label: string) => {
      const input = make("input", "");
      input.type = "checkbox";
      return { input, label: make("label", "ve-check", input, " " + label) };
    };
    const people = make("select", "", new Option(word("none"), ""), new Option(word("people-none"), "none"), new Option(word("people-adults"), "adults"), new Option(word("people-kids"), "children"), new Option(word("people-mixed"), "mixed"));
    people.required = true;
    people.name = "people";
    const consent = make("select", "", new Option(word("none"), ""), new Option(word("consent-paper"), "written"), new Option(word("consent-public"), "public-event"), new Option(word("consent-blur"), "blurred"));
    consent.name = "consent";
    const ref = make("input", "");
    ref.name = "ref";
    const until = make("input", "");
    until.type = "date";
    const assent = box(word("assent"));
    const alt = make("input", "");
    alt.name = "alt";
    alt.maxLength = 150;
    const decorative = box(word("decorative"));
    const caption = make("input", "");
    caption.maxLength = 250;
    const consentField = field(word("consent"), consent);
    const refField = field(word("consent-ref"), ref);
    const untilField = field(word("until"), until);
    const follow = () => {
      const seen = people.value !== "" && people.value !== "none";
      const written = seen && consent.value === "written";
      consentField.hidden = untilField.hidden = !seen;
      refField.hidden = !written;
      assent.label.hidden = !(written && people.value !== "adults");
      alt.disabled = decorative.input.checked;
    };
    people.onchange = consent.onchange = decorative.input.onchange = follow;
    follow();
    d.body.append(shown, make("p", "", word("photo-why")), field(word("people"), people), consentField, refField, assent.label, untilField, field(word("alt"), alt), decorative.label, field(word("caption"), caption));
    let photo: Photo | undefined;
    d.send(word("add-picture"), async () => {
      photo = await add({
        data: await base64(blob),
        alt: decorative.input.checked ? "" : alt.value,
        caption: caption.value,
        decorative: decorative.input.checked,
        people: people.value,
        consent: consent.value,
        ref: ref.value,
        assent: assent.input.checked,
        until: until.value,
      });
    });
    d.onclose = () => {
      URL.revokeObjectURL(shown.src);
      resolve(photo);
    };
    d.show();
  });
}
