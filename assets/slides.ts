// Slides: one at a time, by buttons, arrows, Home and End, by swiping; over the whole screen and in a mode for projectors. Without this
// script they are sections one below another with links to their neighbours.

const deck = document.querySelector<HTMLElement>("[data-slides]");
if (deck) show(deck);

function show(deck: HTMLElement): void {
  const all = [...deck.querySelectorAll<HTMLElement>(".slide")];
  if (all.length === 0) return;
  const words = deck.dataset;
  const { prev, next, number, projector, full } = controls(deck);
  const { large, project, toggle, fill } = modes(deck, projector, full);
  const addressed = (): HTMLElement | undefined => all.find((s) => "#" + s.id === decodeURI(location.hash));

  let now = addressed() ?? all[0]!;
  /** Those that no facet has taken away. */
  const open = (): HTMLElement[] => all.filter((s) => !s.hidden);

  function turn(to: HTMLElement | undefined, tell = true): void {
    const list = open();
    now = to && list.includes(to) ? to : (list[0] ?? now);
    const at = list.indexOf(now);
    for (const s of all) s.classList.toggle("slide-now", s === now && at >= 0);
    const text = (words.number ?? "%s / %s").replace("%s", String(at + 1)).replace("%s", String(list.length));
    if (number.textContent !== text) number.textContent = text;
    prev.disabled = at <= 0;
    next.disabled = at >= list.length - 1;
    if (prev.disabled && document.activeElement === document.body && tell) next.focus({ preventScroll: true });
    if (tell) remember(now.id);
    for (const near of [list[at - 1], list[at + 1]]) for (const i of near?.querySelectorAll("img") ?? []) i.loading = "eager";
  }
  function step(by: number): void {
    const list = open();
    const at = list.indexOf(now) + by;
    if (at < 0 || at >= list.length) return;
    turn(list[at]);
    const left = by < 0 ? prev : next; // a button that can go no further gives the focus to the other
    if (left.disabled && (document.activeElement === left || document.activeElement === document.body)) (by < 0 ? next : prev).focus({ preventScroll: true });
  }

  prev.addEventListener("click", () => step(-1));
  next.addEventListener("click", () => step(1));
  document.addEventListener("narrowed", () => turn(now, false));
  window.addEventListener("hashchange", () => {
    const wanted = addressed();
    if (wanted && wanted !== now) turn(wanted, false);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const focus = document.activeElement;
    if (!large() && focus && focus !== document.body && !deck.contains(focus)) return;
    const keys: Record<string, () => void> = {
      ArrowLeft: () => step(-1), ArrowRight: () => step(1), Home: () => turn(open()[0]), End: () => turn(open().at(-1)),
      f: fill, F: fill, а: fill, А: fill, p: toggle, P: toggle, з: toggle, З: toggle,
    };
    if (large()) Object.assign(keys, { PageUp: () => step(-1), PageDown: () => step(1), Escape: () => project(false) }); // a presenter's remote sends these
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  swipes(deck, step);
  turn(now, false);
}

/** What stands below the slides: the way to the neighbours, the number, the two modes. */
function controls(deck: HTMLElement) {
  const words = deck.dataset;
  const bar = document.createElement("div");
  bar.className = "slides-bar";
  const prev = button("slides-prev", words.prev, "back");
  const next = button("slides-next", words.next, "arrow");
  const number = document.createElement("p");
  number.className = "slides-number";
  number.setAttribute("aria-live", "polite");
  number.setAttribute("aria-atomic", "true");
  const projector = button("slides-projector", words.projector);
  projector.setAttribute("aria-pressed", "false");
  const full = button("slides-full", words.full);
  bar.append(prev, number, next, projector);
  if (document.fullscreenEnabled) bar.append(full);
  const hint = document.createElement("p");
  hint.className = "slides-hint";
  hint.textContent = words.hint ?? "";
  deck.append(bar, hint);
  deck.classList.add("slides-on");
  return { prev, next, number, projector, full };
}

/** The two ways of larger slides: for projectors, and over the whole screen. */
function modes(deck: HTMLElement, projector: HTMLElement, full: HTMLElement) {
  const words = deck.dataset;
  const root = document.documentElement;
  const projecting = (): boolean => root.classList.contains("projecting");
  function project(on: boolean): void {
    root.classList.toggle("projecting", on);
    projector.setAttribute("aria-pressed", String(on));
    if (!on) deck.scrollIntoView({ block: "nearest" });
  }
  const toggle = (): void => project(!projecting());
  function fill(): void {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void deck.requestFullscreen().catch(() => project(true));
  }
  projector.addEventListener("click", toggle);
  full.addEventListener("click", fill);
  document.addEventListener("fullscreenchange", () => {
    full.querySelector("span")!.textContent = (document.fullscreenElement ? words.leave : words.full) ?? "";
  });
  const large = (): boolean => projecting() || document.fullscreenElement === deck;
  return { large, project, toggle, fill };
}

/** A finger goes to the neighbour. */
function swipes(deck: HTMLElement, step: (by: number) => void): void {
  let from: { x: number; y: number } | undefined;
  deck.addEventListener("pointerdown", (e) => { from = e.pointerType === "mouse" || !e.isPrimary ? undefined : { x: e.clientX, y: e.clientY }; });
  deck.addEventListener("pointercancel", () => { from = undefined; });
  deck.addEventListener("pointerup", (e) => {
    if (!from) return;
    const dx = e.clientX - from.x, dy = e.clientY - from.y;
    from = undefined;
    if (Math.abs(dx) > 48 && Math.abs(dx) > 2 * Math.abs(dy)) step(dx < 0 ? 1 : -1);
  });
}

/** The slide stands in the address. A page on a disk may not rewrite its history, but may go to its own anchors. */
function remember(id: string): void {
  if (location.protocol === "file:") location.replace("#" + id);
  else history.replaceState(null, "", location.search + "#" + id);
}

/** A button with words; of an arrow they are its label. The arrow is the one that the slides without script have. */
function button(name: string, label = "", icon = ""): HTMLButtonElement {
  const b = document.createElement("button");
  b.type = "button";
  b.className = name;
  const drawn = icon && document.querySelector<SVGElement>(icon === "back" ? ".slide-prev svg" : ".slide-next svg");
  if (drawn) {
    b.setAttribute("aria-label", label);
    b.append(drawn.cloneNode(true));
  } else {
    const text = document.createElement("span");
    text.textContent = label;
    b.append(text);
  }
  return b;
}
