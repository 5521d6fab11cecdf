/** Buttons that copy a text of the page: data-copy is the id of the text, data-done and data-failed what is said afterwards. */
export function copying(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    const text = document.getElementById(button.dataset.copy ?? "");
    const status = button.parentElement?.querySelector<HTMLElement>('[role="status"]');
    if (!text || !status) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const copied = await copy(text);
      status.textContent = ""; // the same words twice are told twice
      setTimeout(() => (status.textContent = (copied ? button.dataset.done : button.dataset.failed) ?? ""), 50);
    });
  }
}

/** copy puts the text of an element into the clipboard; where that is forbidden the text stays selected. */
async function copy(element: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(element.innerText.trim());
    return true;
  } catch {
    getSelection()?.selectAllChildren(element);
    return document.execCommand("copy"); // a page from a disk, an old browser
  }
}
