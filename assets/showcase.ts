// A showcase narrowed by several facets at once. Without this script each facet leads to a list of its own. The choice stands in the
// address, so that it can be sent to others: ?kind=game&level=primary, and from a disk #kind=game&level=primary.

type Choice = Map<string, string>;

const nav = document.querySelector<HTMLElement>("[data-facets]");
const fromDisk = location.protocol === "file:";

if (nav) narrow(nav);
offerPrint();

function narrow(nav: HTMLElement): void {
  const links = [...nav.querySelectorAll<HTMLAnchorElement>("a[data-facet]")];
  const exhibits = [...document.querySelectorAll<HTMLElement>("[data-keys]")].map((element) => ({ element, keys: new Set((element.dataset.keys ?? "").split(" ")) }));
  const total = document.querySelector<HTMLElement>("[data-total]");
  const none = document.querySelector<HTMLElement>("[data-none]");
  const reset = document.querySelector<HTMLAnchorElement>("[data-reset]");
  const forms = (total?.dataset.forms ?? "").split("|");
  let choice = chosen(links);

  const fits = (keys: Set<string>, choice: Choice): boolean => [...choice].every(([facet, value]) => keys.has(facet + "=" + value));

  function show(): void {
    let seen = 0;
    for (const e of exhibits) {
      e.element.hidden = !fits(e.keys, choice);
      if (!e.element.hidden) seen++;
    }
    for (const part of document.querySelectorAll<HTMLElement>(".showcase-part")) part.hidden = !part.querySelector("[data-keys]:not([hidden])");
    for (const link of links) mark(link);
    if (total) total.textContent = counted(seen, forms);
    if (none) none.hidden = seen > 0;
    if (reset) reset.hidden = choice.size === 0;
    document.dispatchEvent(new Event("narrowed"));
  }

  /** A value of a facet: chosen or not, how many it would leave, and the address of that choice. */
  function mark(link: HTMLAnchorElement): void {
    const facet = link.dataset.facet ?? "", value = link.dataset.value ?? "";
    const then: Choice = new Map(choice);
    if (value) then.set(facet, value);
    else then.delete(facet);
    link.href = addressOf(then);
    if ((choice.get(facet) ?? "") === value) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
    const left = exhibits.filter((e) => fits(e.keys, then)).length;
    const count = link.querySelector(".facet-count");
    if (count) count.textContent = String(left);
    link.classList.toggle("facet-nothing", left === 0);
  }

  function choose(then: Choice): void {
    choice = then;
    if (fromDisk) location.replace(addressOf(then));
    else history.replaceState(null, "", addressOf(then));
    show();
  }

  nav.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-facet]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const then: Choice = new Map(choice);
    if (link.dataset.value) then.set(link.dataset.facet ?? "", link.dataset.value);
    else then.delete(link.dataset.facet ?? "");
    choose(then);
  });
  reset?.addEventListener("click", (event) => {
    event.preventDefault();
    links[0]?.focus(); // what had the focus goes away
    choose(new Map());
  });
  if (fromDisk) window.addEventListener("hashchange", () => { choice = chosen(links); show(); });
  show();
}

/** What the address chooses. Facets and values that the showcase has not are passed over. */
function chosen(links: HTMLAnchorElement[]): Choice {
  const choice: Choice = new Map();
  for (const [facet, value] of new URLSearchParams(fromDisk ? location.hash.slice(1) : location.search)) {
    if (value && links.some((l) => l.dataset.facet === facet && l.dataset.value === value)) choice.set(facet, value);
  }
  return choice;
}

function addressOf(choice: Choice): string {
  const query = new URLSearchParams([...choice].sort(([a], [b]) => (a < b ? -1 : 1))).toString();
  if (fromDisk) return "#" + query;
  return query ? "?" + query : location.pathname;
}

/** «12 експонатів»: the forms are those of the language, one, few and many, or one and many. */
function counted(n: number, forms: string[]): string {
  const rule = new Intl.PluralRules(document.documentElement.lang).select(n);
  const form = rule === "one" ? forms[0] : rule === "few" && forms.length > 2 ? forms[1] : forms[forms.length - 1];
  return n + "\u00a0" + (form ?? "");
}

/** A button that prints the page, where there is a printer to ask for. */
function offerPrint(): void {
  const print = document.querySelector<HTMLElement>("[data-print]");
  if (!print || !("print" in window)) return;
  print.hidden = false;
  print.querySelector("button")?.addEventListener("click", () => window.print());
}
