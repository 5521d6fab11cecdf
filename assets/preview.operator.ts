// The operator's desk in the preview: bids are typed without the mouse and without waiting for the eye. The page stays while the site is made anew;
// what the hall sees is read from the wall's page after every build.

type Reply = { verdict: string; written: boolean; code: string; lot: number; amount: number; note: string; row: number; tries: number; trouble?: string };

const desk = document.querySelector<HTMLElement>(".desk")!;
const form = desk.querySelector<HTMLFormElement>("[data-form]")!;
const answer = desk.querySelector<HTMLElement>("[data-answer]")!;
const anyway = desk.querySelector<HTMLElement>("[data-anyway]")!;
const log = desk.querySelector<HTMLOListElement>("[data-log]")!;
const wall = desk.querySelector<HTMLElement>("[data-wall]")!;
const fields = [...form.querySelectorAll<HTMLInputElement>(".desk-row input")];
const first = fields[0]!;
const word = (key: string) => desk.querySelector(`[data-words] [data-verdict="${CSS.escape(key)}"]`)?.textContent ?? key;

function say(kind: "good" | "bad" | "lost" | "", text: string): void {
  answer.className = "desk-answer" + (kind && " desk-" + kind);
  answer.textContent = text;
}

/** The bid as the program has understood it. */
const bidOf = (r: Reply) => [r.code || "—", word("lot") + " " + (r.lot || "—"), r.amount || r.note || ""].filter(Boolean).join(" · ");

let busy = false;

async function send(force: boolean): Promise<void> {
  if (busy) return;
  busy = true;
  anyway.hidden = true;
  say("", word("sending"));
  const body = new URLSearchParams();
  new FormData(form).forEach((value, key) => body.append(key, String(value)));
  if (force) body.append("anyway", "1");
  try {
    const response = await fetch(location.pathname, { method: "POST", body });
    if (!response.ok) throw new Error(await response.text());
    tell((await response.json()) as Reply, force);
  } catch (error) {
    say("lost", `${word("not-written")}: ${error instanceof TypeError ? word("away") : (error as Error).message}`);
    fields.at(-1)?.focus();
  }
  busy = false;
}

function tell(r: Reply, force: boolean): void {
  const waited = r.tries > 1 ? ` (${word("waited")})` : "";
  if (r.trouble) {
    const why = r.trouble === "held" ? "held" : r.trouble === "CLOCK" ? "clock" : "table";
    say("lost", `${word("not-written")}: ${word(why).replace("{row}", String(r.row))}`);
    fields.at(-1)?.focus();
  } else if (r.written) {
    const good = r.verdict.startsWith("OK");
    say(good ? "good" : "bad", `${word(good ? "written" : "forced")}: ${bidOf(r)} — ${word(r.verdict)}${waited}`);
    const li = document.createElement("li");
    li.className = good ? "desk-good" : "desk-bad";
    li.textContent = `${bidOf(r)} — ${word(r.verdict)}`;
    log.prepend(li);
    clear();
  } else {
    say("bad", `${word("refused")}: ${word(r.verdict)}. ${bidOf(r)}`);
    anyway.hidden = force;
    fields.at(-1)?.focus();
    fields.at(-1)?.select();
  }
}

function clear(): void {
  form.reset();
  anyway.hidden = true;
  first.focus();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  void send(false);
});
form.addEventListener("change", () => { // who takes a bid back names no amount
  const back = form.querySelector<HTMLInputElement>("[name=withdraw]");
  if (back) fields.at(-1)!.required = !back.checked;
});
form.addEventListener("reset", () => (fields.at(-1)!.required = true));
anyway.querySelector("button")?.addEventListener("click", () => void send(true));
form.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    say("", "");
    clear();
    return;
  }
  const at = fields.indexOf(event.target as HTMLInputElement);
  if (event.key !== "Enter" || at < 0 || at === fields.length - 1 || event.isComposing) return;
  event.preventDefault(); // Enter leads on, and sends from the last field
  fields[at + 1]?.focus();
});

/** What the hall sees, as a list: number, title, who leads, what comes next. */
async function look(): Promise<void> {
  try {
    const page = new DOMParser().parseFromString(await (await fetch(desk.dataset.live ?? "")).text(), "text/html");
    const list = document.createElement("ol");
    list.className = "desk-lots";
    for (const lot of page.querySelectorAll(".hall-lot")) {
      const li = document.createElement("li");
      for (const [name, part] of [["n", ".hall-n"], ["title", ".hall-title"], ["leader", ".hall-leader"], ["next", ".hall-next, .hall-text"], ["close", ".hall-close"]]) {
        let text = lot.querySelector(part!)?.textContent?.replace(/\s+/g, " ").trim();
        if (name === "n") text = text?.match(/\d+$/)?.[0]; // without the word for those who listen
        if (!text) continue;
        const span = document.createElement("span");
        span.className = "desk-lot-" + name;
        span.textContent = text + " ";
        li.append(span);
      }
      list.append(li);
    }
    wall.replaceChildren(list);
  } catch {
    // the program does not answer: what was seen last stays
  }
}

document.addEventListener("vitryna-build", () => void look());
void look();
first.focus();
