// What a visitor has chosen for her reading, on this device and in this browser only.

/** Each is an attribute of the page, data-text="large"; without it the page is as it was made, for the device's own settings. */
const names = ["text", "contrast", "space", "motion", "calm"];

const place = "vitryna.reading";

export type Choice = Record<string, string>;

/** chosen is what was kept. A private window, a page from a disk and a strict browser may forbid to look: then nothing was. */
export function chosen(): Choice {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? "{}");
    return typeof kept === "object" && kept !== null ? (kept as Choice) : {};
  } catch {
    return {};
  }
}

/** keep tells whether the device will remember. */
export function keep(choice: Choice): boolean {
  try {
    if (Object.keys(choice).length > 0) localStorage.setItem(place, JSON.stringify(choice));
    else localStorage.removeItem(place);
    return true;
  } catch {
    return false;
  }
}

export function apply(root: HTMLElement, choice: Choice): void {
  for (const name of names) {
    const value = choice[name];
    if (typeof value === "string" && value) root.dataset[name] = value;
    else delete root.dataset[name];
  }
}
