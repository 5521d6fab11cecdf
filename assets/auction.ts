// The button «Перевірити результат»: checks an auction in the reader's own browser, from a disk too, where a page may run scripts and read no files.
import type { Audit, Finding } from "./auction/audit";
import { verify, type Step } from "./auction/verify";

declare global {
  interface Window { vitrynaAudit?: (audit: Audit) => void }
}

const english = document.documentElement.lang === "en";
const say = (uk: string, en: string) => (english ? en : uk);

/** What a step says when all is right. */
const right: Record<Step["name"], (a: Audit) => string> = {
  chain: (a) => say(`Ланцюг хешів цілий. Рядків: ${a.rows.length}.`, `The chain of hashes is whole. Rows: ${a.rows.length}.`),
  lots: (a) => say(`Переможці й ціни випливають із прийнятих ставок. Лотів: ${a.lots.length}.`, `Winners and prices follow from the accepted bids. Lots: ${a.lots.length}.`),
  budgets: (a) => say(`Ставки жодного учасника не перевищують гаманця. Учасників: ${a.bidders.length}.`, `Nobody’s bids exceed the wallet. Bidders: ${a.bidders.length}.`),
  wallets: () => say("Суми витрат сходяться.", "The sums spent agree."),
  ranking: (a) => say(`Місця випливають з оцінок і цін. Оцінок журі: ${a.marks.length}.`, `The places follow from marks and prices. Marks: ${a.marks.length}.`),
};

/** What was found, in words. */
function wrong(f: Finding): string {
  const other = say(`записано ${f.said}, а виходить ${f.got}`, `it says ${f.said}, and ${f.got} comes out`);
  switch (f.what) {
    case "chain":
      return say(`Рядок ${f.at} (${f.name}): ланцюг хешів розірвано. Рядок змінено, додано чи вилучено.`, `Row ${f.at} (${f.name}): the chain of hashes is broken. A row was changed, added or taken out.`);
    case "hash":
      return say("Останній хеш не той, що в ланцюзі.", "The last hash is not that of the chain.");
    case "row":
      return say(`Рядок ${f.at}: такої ставки не могли прийняти.`, `Row ${f.at}: such a bid cannot have been accepted.`);
    case "lot":
      return say(`Лот ${f.at}: ${other}.`, `Lot ${f.at}: ${other}.`);
    case "budget":
      return say(`Учасник ${f.name}: ставки на ${f.got}, а в гаманці ${f.said}.`, `Bidder ${f.name}: bids of ${f.got} with ${f.said} in the wallet.`);
    case "wallet":
      return say(`Учасник ${f.name}: ${other}.`, `Bidder ${f.name}: ${other}.`);
    case "rank":
      return say(`Місце лота ${f.at}: ${other}.`, `Place of the lot ${f.at}: ${other}.`);
  }
}

const shownAtMost = 20;

function line(list: Element, good: boolean, ...texts: string[]): void {
  const li = document.createElement("li");
  li.className = good ? "check-good" : "check-bad";
  const mark = document.createElement("strong");
  mark.textContent = good ? say("Сходиться. ", "Right. ") : say("Не сходиться. ", "Wrong. ");
  li.append(mark, texts.slice(0, shownAtMost).join(" "));
  list.append(li);
}

/** Between two steps the page breathes: an auction may be long. */
const breath = () => new Promise((resolve) => setTimeout(resolve));

async function check(box: HTMLElement, list: Element, audit: Audit): Promise<void> {
  list.replaceChildren();
  let faults = 0;
  const same = audit.format === "som-auction-v1" && audit.hash === box.dataset.hash;
  line(list, same, same ? say("Файл — той самий, що на сторінці: останній хеш збігається.", "The file is that of the page: the last hash is the same.") : say("Останній хеш файлу не той, що на сторінці.", "The last hash of the file is not that of the page."));
  if (!same) faults++;
  try {
    for (const step of verify(audit)) {
      line(list, step.findings.length === 0, ...(step.findings.length === 0 ? [right[step.name](audit)] : step.findings.map(wrong)));
      faults += step.findings.length;
      await breath();
    }
  } catch {
    faults++;
    line(list, false, say("Файл перевірки пошкоджено.", "The file of the check is damaged."));
  }
  const end = document.createElement("li");
  end.className = "check-end";
  end.textContent = faults === 0 ? say("Усе сходиться.", "Everything agrees.") : say("Результат не сходиться: дивіться вище.", "The result does not agree: see above.");
  list.append(end);
}

const box = document.querySelector<HTMLElement>("[data-check]");
const button = box?.querySelector("button");
const list = box?.querySelector(".check-lines");
if (box && button && list) {
  box.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    const script = document.createElement("script");
    const done = () => {
      button.disabled = false;
      script.remove();
    };
    window.vitrynaAudit = (audit) => void check(box, list, audit);
    script.src = box.dataset.check ?? "";
    script.onload = done;
    script.onerror = () => {
      done();
      list.replaceChildren();
      line(list, false, say("Не вдалося прочитати файл перевірки.", "The file of the check could not be read."));
    };
    document.head.append(script);
  });
}
