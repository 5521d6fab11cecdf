// What a text was, and what others have made of it: versions, deleted texts, and the choice between two.

import { query } from "./ask";
import { dialog, make, push, reason, word } from "./dom";
import type { Opened } from "./item";

type DiffLine = { sign: " " | "-" | "+" | "…"; text: string };
export type Conflict = { mine: string; theirs: string; hash: string; gone: boolean; lines: DiffLine[] };

const differences = (lines: DiffLine[]) => {
  const pre = make("pre", "ve-diff", ...lines.map((l) => make(l.sign === "+" ? "ins" : l.sign === "-" ? "del" : "span", "", (l.sign === "-" ? "−" : l.sign) + " " + l.text + "\n")));
  pre.tabIndex = 0;
  return pre;
};

/** Somebody else has written the file meanwhile: both texts and their differences, and a choice. */
export function quarrel(c: Conflict, choice: { mine(): void; theirs(): void; both(): void }): void {
  const d = dialog(word("conflict"), "ve-conflict");
  const both = make("details", "", make("summary", "", `${word("mine")} · ${word("theirs")}`));
  const column = (name: string, value: string) => {
    const area = make("textarea", "ve-version");
    area.value = value;
    area.readOnly = true;
    return make("label", "", name, area);
  };
  both.append(make("div", "ve-versions", column(word("mine"), c.mine), column(word("theirs"), c.theirs)));
  const lines = differences(c.lines);
  lines.setAttribute("aria-label", word("differences"));
  d.body.append(make("p", "", word(c.gone ? "conflict-gone" : "conflict-text")), lines, both);
  d.button(word("keep-mine"), choice.mine);
  if (!c.gone) d.button(word("take-theirs"), choice.theirs);
  d.button(word("both"), choice.both);
  d.show();
}

const moment = (time: string) => new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" }).format(new Date(time));

/** Shows what was deleted; one of it can be put back. */
export async function bin(back: (o: Opened) => void): Promise<void> {
  const reply = await query<{ bin: { id: string; time: string; file: string }[] }>("bin", {});
  const d = dialog(word("bin"), "");
  const list = make("ul", "ve-list");
  for (const item of reply.bin) {
    const put = push(word("put-back"), () => {
      void query<Opened>("undelete", { id: item.id })
        .then((o) => {
          d.close();
          if (o.file) back(o);
        })
        .catch((error: unknown) => d.tell(reason(error)));
    });
    list.append(make("li", "", make("code", "", item.file), ` — ${moment(item.time)} `, put));
  }
  d.body.append(reply.bin.length > 0 ? list : make("p", "", word("bin-empty")));
  d.button(word("close"), () => undefined);
  d.show();
}

/** Shows earlier versions of a file; one of them can be taken. */
export async function past(file: string, take: (old: string) => void): Promise<void> {
  const reply = await query<{ versions: { id: string; time: string; size: number }[] }>("history", { file });
  const d = dialog(word("history"), "ve-conflict");
  const shown = make("div", "");
  const list = make("ul", "ve-list");
  for (const v of reply.versions) {
    list.append(
      make("li", "", push(moment(v.time), () => {
        void query<{ text: string; lines: DiffLine[] }>("version", { file, id: v.id }).then((old) => {
          shown.replaceChildren(make("h3", "ve-subtitle", moment(v.time)), differences(old.lines), push(word("restore-this"), () => {
            d.close();
            take(old.text);
          }));
        }).catch((error: unknown) => d.tell(reason(error)));
      })),
    );
  }
  d.body.append(reply.versions.length > 0 ? list : make("p", "", word("no-history")), shown);
  d.button(word("close"), () => undefined);
  d.show();
}
