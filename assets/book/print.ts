/** Buttons that print the page, and what a page needs for paper. */
export function printing(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
  let opened: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>("details.answer:not([open])")];
    for (const answer of opened) answer.open = true;
  });
  addEventListener("afterprint", () => {
    for (const answer of opened) answer.open = false;
  });
  const book = document.querySelector<HTMLElement>("[data-running]");
  if (book) runningHeads(book);
}

/**
 * runningHeads writes the name of the book over the left pages and that of the chapter over the right ones. No browser can take them
 * from the text yet (string-set), so each chapter gets a page style of its own.
 */
function runningHeads(book: HTMLElement): void {
  const rules = [...book.querySelectorAll<HTMLElement>("[data-head]")].map((part, n) => {
    part.dataset.page = String(n);
    const left = `@top-left { content: ${quoted(book.dataset.running)} }`;
    const right = `@top-right { content: ${quoted(part.dataset.head)} }`;
    return `[data-page="${n}"] { page: part${n} } @page part${n}:left { ${left} } @page part${n}:right { ${right} }`;
  });
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules.join("\n"));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  } catch {
    // an old browser prints without running heads
  }
}

/** quoted is a text as CSS writes it: a quotation mark, a backslash and a new line would end it. */
function quoted(text = ""): string {
  return `"${text.replace(/["\\\n\r\f]/g, (c) => `\\${c.charCodeAt(0).toString(16)} `)}"`;
}
