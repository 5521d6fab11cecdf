// The script of every page. Pages are complete without it.
import { begin as readingSettings } from "./reading/panel";
import { begin as sharing } from "./share";

readingSettings();
sharing();

/** A page says «найближчі заходи» for the day it was built on; what has passed since is taken away. */
function hidePassed(now: Date): void {
  for (const part of document.querySelectorAll<HTMLElement>("[data-until]")) {
    const until = endOf(part.dataset.until ?? "");
    if (!until || until >= now) continue;
    const item = part.closest<HTMLElement>("[data-upcoming] li");
    const past = document.querySelector<HTMLElement>("[data-past]");
    if (item && past) {
      past.querySelector(".rows")?.prepend(item); // soonest first becomes newest first
      past.hidden = false;
    } else if (item) item.remove();
    else if (!part.classList.contains("card")) part.hidden = true;
  }
  for (const section of document.querySelectorAll<HTMLElement>("[data-upcoming]")) {
    const items = section.querySelectorAll<HTMLElement>(".rows > li");
    const none = section.querySelector<HTMLElement>("[data-none]");
    if (none) none.hidden = items.length > 0;
  }
}

/** The last moment of a date (2027-03-18), of a month (2027-03), of a year, or the moment itself. */
function endOf(text: string): Date | undefined {
  const m = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d))?)?)?/.exec(text);
  if (!m) return undefined;
  const [year, month, day, hour, minute] = m.slice(1).map(Number) as [number, number, number, number, number]; // NaN is what is not said
  if (!month) return new Date(year + 1, 0);
  if (!day) return new Date(year, month);
  return isNaN(hour) ? new Date(year, month - 1, day + 1) : new Date(year, month - 1, day, hour, minute);
}

hidePassed(new Date());

// The key / leads to the field of the search, but while something is being written.
document.addEventListener("keydown", (event) => {
  const at = event.target as HTMLElement;
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) return;
  const field = [...document.querySelectorAll<HTMLInputElement>("[data-search]")].find((f) => f.offsetParent);
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

// A browser keeps what was visited, and what it is asked to keep. The worker lies beside the manifest, which pages on the web alone have.
const manifest = document.querySelector<HTMLLinkElement>("link[rel=manifest]");
if (manifest && "serviceWorker" in navigator) addEventListener("load", () => void navigator.serviceWorker.register(new URL("sw.js", manifest.href)).catch(() => undefined));
