// The panel «Налаштування читання». A change holds at once, is said in words and kept.
import { apply, chosen, keep, type Choice } from "./chosen";

export function begin(): void {
  const open = document.querySelector<HTMLButtonElement>("[data-reading-open]");
  const panel = document.querySelector<HTMLElement>("[data-reading]");
  if (!open || !panel) return;
  const root = document.documentElement, say = panel.dataset;
  const status = panel.querySelector<HTMLElement>("[role=status]")!;
  const inputs = [...panel.querySelectorAll("input")];

  const show = (choice: Choice): void => {
    apply(root, choice);
    for (const input of inputs) input.checked = (choice[input.name] ?? "") === input.value;
  };
  const toggle = (shown: boolean): void => {
    panel.hidden = !shown;
    open.setAttribute("aria-expanded", String(shown));
    status.textContent = "";
  };
  const close = (): void => {
    toggle(false);
    open.focus();
  };

  open.addEventListener("click", () => toggle(panel.hidden));
  panel.querySelector("[data-reading-close]")?.addEventListener("click", close);
  panel.addEventListener("change", () => {
    const choice: Choice = {};
    for (const input of inputs) if (input.checked && input.value) choice[input.name] = input.value;
    apply(root, choice);
    status.textContent = (keep(choice) ? say.sayKept : say.sayLost) ?? "";
  });
  panel.querySelector("[data-reading-reset]")?.addEventListener("click", () => {
    show({});
    status.textContent = (keep({}) ? say.sayReset : say.sayLost) ?? "";
  });

  // It lies over the page, so it goes when a visitor goes on: nothing that has the focus is hidden under it.
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !panel.hidden) close(); });
  const leave = (event: Event): void => {
    const to = event.target as Node;
    if (!panel.hidden && !panel.contains(to) && !open.contains(to)) toggle(false);
  };
  document.addEventListener("focusin", leave);
  document.addEventListener("pointerdown", leave);

  const again = (): void => show(chosen());
  addEventListener("storage", again); // chosen in another window
  addEventListener("pageshow", again); // a browser may have filled in what was chosen when the page was left
  again();
}
