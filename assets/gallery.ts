// Photographs seen large, in a dialog of the browser's own: arrows, swiping, zoom by two fingers, by keys and by a button, captions. Escape
// closes it and the focus is back on the photograph. Without this script each photograph is a link to its large size.

for (const gallery of document.querySelectorAll<HTMLElement>("[data-gallery]")) {
  if (typeof HTMLDialogElement === "function") open(gallery);
}

function open(gallery: HTMLElement): void {
  const links = [...gallery.querySelectorAll<HTMLAnchorElement>("a[data-photo]")];
  const words = gallery.dataset;
  const several = links.length > 1;
  const box = lightbox(words);
  const { dialog, stage, picture, caption } = box;
  if (several) dialog.append(box.prev, box.next);
  const lens = magnifier(box, words);
  let at = 0;

  function show(i: number): void {
    at = (i + links.length) % links.length;
    const link = links[at]!;
    const small = link.querySelector("img");
    picture.removeAttribute("src"); // the one before is not shown under the new caption
    picture.src = link.href;
    picture.alt = small?.alt ?? "";
    const text = link.closest("figure")?.querySelector("figcaption");
    caption.textContent = text?.textContent?.trim() ?? "";
    caption.hidden = !caption.textContent;
    const lang = link.closest<HTMLElement>("figure")?.lang ?? "";
    for (const e of [picture, caption]) e.lang = lang || document.documentElement.lang;
    box.number.textContent = (words.number ?? "%s / %s").replace("%s", String(at + 1)).replace("%s", String(links.length));
    lens.magnify(1);
    for (const near of [links[(at + 1) % links.length]!, links[(at - 1 + links.length) % links.length]!]) new Image().src = near.href;
  }

  gallery.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-photo]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(links.indexOf(link));
    dialog.showModal();
    dialog.focus(); // not a button: the same Enter that opened would press it
    document.documentElement.classList.add("lightbox-open");
  });
  dialog.addEventListener("close", () => {
    document.documentElement.classList.remove("lightbox-open");
    picture.removeAttribute("src");
    links[at]?.focus();
  });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  box.close.addEventListener("click", () => dialog.close());
  box.prev.addEventListener("click", () => show(at - 1));
  box.next.addEventListener("click", () => show(at + 1));
  const aside = (by: number): void => { if (several) show(at + by); };
  press(dialog, {
    ArrowLeft: () => (lens.large() ? lens.move(80, 0) : aside(-1)), ArrowRight: () => (lens.large() ? lens.move(-80, 0) : aside(1)),
    Home: () => show(0), End: () => show(links.length - 1), PageUp: () => show(at - 1), PageDown: () => show(at + 1),
    ArrowUp: () => lens.move(0, 80), ArrowDown: () => lens.move(0, -80),
    "+": () => lens.by(1.5), "=": () => lens.by(1.5), "-": () => lens.by(1 / 1.5), "0": () => lens.magnify(1),
  });
  touch(stage, lens, aside);
}

type Lightbox = ReturnType<typeof lightbox>;
type Lens = ReturnType<typeof magnifier>;

/** The dialog, closed and without a photograph yet. */
function lightbox(words: DOMStringMap) {
  const dialog = document.createElement("dialog");
  dialog.className = "lightbox";
  dialog.setAttribute("aria-label", words.label ?? "");
  dialog.tabIndex = -1;
  const stage = make("div", "lightbox-stage");
  const picture = document.createElement("img");
  picture.decoding = "async";
  picture.draggable = false;
  stage.append(picture);
  const caption = make("p", "lightbox-caption");
  const number = make("p", "lightbox-number");
  number.setAttribute("aria-live", "polite");
  number.setAttribute("aria-atomic", "true");
  const prev = button("lightbox-prev", words.prev, "‹");
  const next = button("lightbox-next", words.next, "›");
  const zoom = button("lightbox-zoom", words.closer, "+");
  zoom.setAttribute("aria-pressed", "false");
  const close = button("lightbox-close", words.close, "×");
  const bar = make("div", "lightbox-bar");
  bar.append(number, zoom, close);
  dialog.append(bar, stage, caption);
  document.body.append(dialog);
  return { dialog, stage, picture, caption, number, prev, next, zoom, close };
}

/** Makes the photograph of a lightbox larger, and moves it. */
function magnifier({ stage, picture, zoom }: Lightbox, words: DOMStringMap) {
  const view = { scale: 1, x: 0, y: 0 };
  const large = (): boolean => view.scale > 1;

  /** Scale and place of the picture; it never leaves the stage whole. */
  function place(): void {
    const limitX = Math.max(0, (picture.offsetWidth * view.scale - stage.clientWidth) / 2);
    const limitY = Math.max(0, (picture.offsetHeight * view.scale - stage.clientHeight) / 2);
    view.x = Math.min(limitX, Math.max(-limitX, view.x));
    view.y = Math.min(limitY, Math.max(-limitY, view.y));
    picture.style.transform = view.scale === 1 ? "" : `translate(${view.x}px, ${view.y}px) scale(${view.scale})`;
  }
  function magnify(to: number): void {
    view.scale = Math.min(5, Math.max(1, to));
    if (view.scale < 1.05) Object.assign(view, { scale: 1, x: 0, y: 0 });
    stage.classList.toggle("lightbox-large", large());
    zoom.setAttribute("aria-pressed", String(large()));
    zoom.setAttribute("aria-label", (large() ? words.whole : words.closer) ?? "");
    zoom.firstElementChild!.textContent = large() ? "−" : "+";
    place();
  }
  function by(factor: number): void { magnify(view.scale * factor); }
  function move(x: number, y: number): void {
    view.x += x;
    view.y += y;
    place();
  }

  const toggle = (): void => magnify(large() ? 1 : 2.5);
  zoom.addEventListener("click", toggle);
  stage.addEventListener("dblclick", toggle);
  stage.addEventListener("wheel", (event) => {
    event.preventDefault();
    by(event.deltaY < 0 ? 1.15 : 1 / 1.15);
  }, { passive: false });
  return { large, magnify, by, move };
}

/** What keys do while the dialog is open. */
function press(dialog: HTMLElement, keys: Record<string, () => void>): void {
  dialog.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

/** What fingers do: one swipes to the neighbour or moves a large picture, two make it larger. */
function touch(stage: HTMLElement, lens: Lens, aside: (by: number) => void): void {
  const fingers = new Map<number, PointerEvent>();
  let start: PointerEvent | undefined;
  let apart = 0;
  const distance = (): number => {
    const [a, b] = [...fingers.values()];
    return a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0;
  };
  stage.addEventListener("pointerdown", (event) => {
    fingers.set(event.pointerId, event);
    start = fingers.size === 1 ? event : undefined;
    apart = distance();
    try {
      stage.setPointerCapture(event.pointerId);
    } catch { /* the finger is up already */ }
  });
  stage.addEventListener("pointermove", (event) => {
    const last = fingers.get(event.pointerId);
    if (!last) return;
    fingers.set(event.pointerId, event);
    if (fingers.size === 2 && apart > 0) {
      const now = distance();
      lens.by(now / apart);
      apart = now;
    } else if (lens.large()) lens.move(event.clientX - last.clientX, event.clientY - last.clientY);
  });
  stage.addEventListener("pointerup", (event) => {
    fingers.delete(event.pointerId);
    if (start && !lens.large()) {
      const dx = event.clientX - start.clientX, dy = event.clientY - start.clientY;
      if (Math.abs(dx) > 48 && Math.abs(dx) > 2 * Math.abs(dy)) aside(dx < 0 ? 1 : -1);
    }
    start = undefined;
  });
  stage.addEventListener("pointercancel", (event) => { fingers.delete(event.pointerId); start = undefined; });
}

function make(tag: "div" | "p", name: string): HTMLElement {
  const e = document.createElement(tag);
  e.className = name;
  return e;
}

function button(name: string, label = "", sign = ""): HTMLButtonElement {
  const b = document.createElement("button");
  b.type = "button";
  b.className = name;
  b.setAttribute("aria-label", label);
  const s = document.createElement("span");
  s.setAttribute("aria-hidden", "true");
  s.textContent = sign;
  b.append(s);
  return b;
}
