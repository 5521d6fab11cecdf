// Worksheets: the blank cells of their tables take text, which stays on the reader's device and nowhere else.

/** What is written on a worksheet, by the numbers of its cells. */
type Filled = Record<string, string>;

interface Cell {
  input: HTMLTextAreaElement;
  printed: HTMLElement; // a text area is cut at its edge on paper
  label: string;
}

/** worksheets makes every worksheet of the page writable. Its words stand in the element with data-sheet-words. */
export function worksheets(): void {
  const words = document.querySelector<HTMLElement>("[data-sheet-words]")?.dataset;
  if (!words) return;
  for (const sheet of document.querySelectorAll<HTMLElement>("[data-worksheet]")) {
    const cells = [...sheet.querySelectorAll<HTMLTableCellElement>("td.blank")].map(writable);
    if (cells.length > 0) keep(sheet, cells, words);
  }
}

function writable(td: HTMLTableCellElement): Cell {
  const cell = { input: document.createElement("textarea"), printed: document.createElement("div"), label: labelOf(td) };
  cell.input.rows = 1;
  cell.input.setAttribute("aria-label", cell.label);
  cell.printed.className = "sheet-print";
  cell.printed.ariaHidden = "true";
  td.replaceChildren(cell.input, cell.printed);
  return cell;
}

/** labelOf is what a cell is about: the first words of its row and the head of its column. */
function labelOf(td: HTMLTableCellElement): string {
  const row = td.parentElement as HTMLTableRowElement;
  const head = td.closest("table")?.tHead?.rows[0]?.cells[td.cellIndex];
  const first = [...row.cells].find((c) => !c.classList.contains("blank"));
  const name = first?.textContent?.trim() || String(row.sectionRowIndex + 1);
  return [name, head?.textContent?.trim()].filter(Boolean).join(", ");
}

function keep(sheet: HTMLElement, cells: Cell[], words: DOMStringMap): void {
  const place = `worksheet:${location.pathname.replace(/index\.html$/, "")}#${sheet.dataset.worksheet}`;
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  const say = (text = "") => {
    if (status.textContent !== text) status.textContent = text;
  };

  const show = (filled: Filled) =>
    cells.forEach((cell, n) => {
      cell.input.value = cell.printed.textContent = filled[n] ?? "";
      fit(cell.input);
    });
  const save = () => {
    const filled: Filled = {};
    cells.forEach((cell, n) => {
      cell.printed.textContent = cell.input.value;
      if (cell.input.value) filled[n] = cell.input.value;
    });
    say(store(place, filled) ? words.kept : words.lost);
  };
  show(load(place));
  for (const { input } of cells) {
    input.addEventListener("input", () => {
      fit(input);
      save();
    });
  }

  const tools = document.createElement("p");
  tools.className = "sheet-tools";
  tools.append(
    button(words.export, () => download(`${sheet.dataset.worksheet}.txt`, asText(sheet, cells))),
    button(words.clear, () => {
      if (!confirm(words.confirm)) return;
      show({});
      store(place, {});
      say(words.cleared);
    }),
    status,
  );
  sheet.append(tools);
}

/** fit makes a cell as high as its text. */
function fit(input: HTMLTextAreaElement): void {
  input.style.height = "";
  if (input.scrollHeight > input.clientHeight) input.style.height = `${input.scrollHeight}px`;
}

function button(text: string | undefined, act: () => void): HTMLButtonElement {
  const b = document.createElement("button");
  b.type = "button";
  b.className = "quiet";
  b.textContent = text ?? "";
  b.addEventListener("click", act);
  return b;
}

/** load and store: a private window, a full disk or a page from a disk may forbid both. */
function load(place: string): Filled {
  try {
    const filled: unknown = JSON.parse(localStorage.getItem(place) ?? "{}");
    return typeof filled === "object" && filled !== null ? (filled as Filled) : {};
  } catch {
    return {};
  }
}

function store(place: string, filled: Filled): boolean {
  try {
    if (Object.keys(filled).length === 0) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(filled));
    return true;
  } catch {
    return false;
  }
}

/** asText is the worksheet as a text file: the mark at its beginning tells Windows that it is UTF-8. */
function asText(sheet: HTMLElement, cells: Cell[]): string {
  const lines = [document.title, location.href.replace(/#.*/, ""), "", sheet.querySelector(".block-title")?.textContent?.trim() ?? "", ""];
  for (const cell of cells) lines.push(`${cell.label}:`, cell.input.value, "");
  return "\uFEFF" + lines.join("\n").replace(/\r?\n/g, "\r\n");
}

function download(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
