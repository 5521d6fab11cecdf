// «Поділитися»: the device's own list where there is one, else the address goes to the clipboard. A browser that can do neither, and a
// copy on a disk, whose address means nothing to others, have no button.
export function begin(): void {
  const place = document.querySelector<HTMLElement>("[data-share]");
  const button = place?.querySelector("button"), status = place?.querySelector<HTMLElement>("[role=status]");
  const shares = typeof navigator.share === "function", copies = !!navigator.clipboard;
  if (!place || !button || !status || location.protocol === "file:" || !(shares || copies)) return;
  place.hidden = false;
  button.addEventListener("click", () => {
    const address = document.querySelector<HTMLLinkElement>("link[rel=canonical]")?.href ?? location.href;
    status.textContent = "";
    if (shares) void navigator.share({ title: document.title, url: address }).catch(() => undefined); // whoever closes the list has shared nothing
    else void navigator.clipboard.writeText(address).then(() => { status.textContent = place.dataset.shared ?? ""; }, () => { place.hidden = true; });
  });
}
