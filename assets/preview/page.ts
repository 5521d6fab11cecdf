// The page as it will be, in a frame beside the text it is made of.

/** Puts the page into the frame, without its scripts: a page is complete without. Its addresses are made whole, for the frame stands nowhere; its place is
 * kept. */
export function paint(frame: HTMLIFrameElement, url: string, html: string): void {
  const inside = frame.contentDocument;
  if (!inside) return;
  const base = location.origin + url;
  const fresh = new DOMParser().parseFromString(html, "text/html");
  for (const e of fresh.querySelectorAll("script, noscript, meta[http-equiv], link:not([rel~=stylesheet])")) e.remove();
  const whole = (e: Element, name: string, change: (value: string) => string) => {
    const value = e.getAttribute(name);
    if (value && !value.startsWith("#")) e.setAttribute(name, change(value));
  };
  const absolute = (value: string) => (/^(data|mailto|tel):/.test(value) ? value : new URL(value, base).href);
  for (const e of fresh.querySelectorAll("[href]")) whole(e, "href", absolute);
  for (const e of fresh.querySelectorAll("[src]")) whole(e, "src", absolute);
  for (const e of fresh.querySelectorAll("[srcset]")) whole(e, "srcset", (v) => v.split(", ").map((s) => s.replace(/^\s*\S+/, (u) => absolute(u.trim()))).join(", "));
  const place = inside.scrollingElement?.scrollTop ?? 0;
  const styles = (d: Document) => [...d.querySelectorAll("link[rel~=stylesheet]")].map((l) => l.getAttribute("href")).join(" ");
  const settle = () => inside.scrollingElement && (inside.scrollingElement.scrollTop = place);
  if (styles(fresh) !== styles(inside)) {
    inside.head.replaceWith(inside.importNode(fresh.head, true));
    for (const l of inside.querySelectorAll<HTMLLinkElement>("link[rel~=stylesheet]")) l.onload = settle;
  }
  inside.documentElement.lang = fresh.documentElement.lang;
  inside.body.replaceWith(inside.importNode(fresh.body, true));
  inside.onclick = (event) => follow(event, inside);
  settle();
}

/** A link of the page: a place of the same page is shown, another page gets a window of its own. */
function follow(event: MouseEvent, inside: Document): void {
  const link = (event.target as Element).closest?.("a[href]");
  if (!link) return;
  event.preventDefault();
  const to = link.getAttribute("href") ?? "";
  if (to.startsWith("#")) inside.getElementById(decodeURIComponent(to.slice(1)))?.scrollIntoView();
  else window.open(to, "_blank", "noopener");
}
