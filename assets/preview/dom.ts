// Elements, words and dialogs of the preview and its editor.

let words: Record<string, string> = {};
export const setWords = (list: Record<string, string>) => void (words = list);
export const word = (key: string) => words[key.replaceAll("-", " ")] ?? key;

export function make<K extends keyof HTMLElementTagNameMap>(name: K, className: string, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const e = document.createElement(name);
  if (className) e.className = className;
  e.append(...children);
  return e;
}

/** Text in which `names` stand between backticks. */
export const worded = (text: string, className = "") => text.split("`").map((part, i) => (i % 2 === 1 ? make("code", className, part) : part));

export function push(name: string, act: () => void, className = "ve-button"): HTMLButtonElement {
  const b = make("button", className, name);
  b.type = "button";
  b.onclick = act;
  return b;
}

export function say(status: HTMLElement, message: string): void {
  if (status.textContent !== message) status.textContent = message;
}

/** Why something that was asked was not done: the program says it, or is not there. */
export const reason = (error: unknown) => (error instanceof TypeError ? word("away") : (error as Error).message);

let ids = 0;
export const newID = () => "e" + ++ids;

export type Dialog = {
  body: HTMLElement;
  button(name: string, act: () => void): HTMLButtonElement;
  /** A button that sends: the dialog shuts when it is done, and tells why it is not. */
  send(name: string, act: () => Promise<void>): void;
  tell(message: string): void;
  show(): void;
  close(): void;
  onclose: () => void;
};

/** A dialog of the browser's: it keeps the keyboard inside, Escape shuts it, and the focus goes back where it was. */
export function dialog(name: string, className: string): Dialog {
  const title = make("h2", "ve-dialog-title", name);
  title.id = newID();
  const body = make("div", "ve-dialog-body");
  const message = make("p", "ve-message");
  message.setAttribute("role", "alert");
  const foot = make("div", "ve-dialog-foot");
  const form = make("form", "", title, body, message, foot);
  form.method = "dialog";
  const box = make("dialog", "ve-dialog " + className, form);
  box.setAttribute("aria-labelledby", title.id);
  let sending: (() => Promise<void>) | undefined;
  const d: Dialog = {
    body,
    button(name, act) {
      const b = push(name, () => {
        box.close();
        act();
      });
      foot.append(b);
      return b;
    },
    send(name, act) {
      sending = act;
      const b = make("button", "ve-button ve-main-button", name);
      foot.prepend(b, push(word("cancel"), () => box.close()));
    },
    tell: (text) => say(message, text),
    show() {
      document.body.append(box);
      box.showModal();
      (body.querySelector<HTMLElement>("input, select, textarea") ?? foot.querySelector("button"))?.focus();
    },
    close: () => box.close(),
    onclose: () => undefined,
  };
  let underway = false; // a double click asks once
  form.onsubmit = (event) => {
    event.preventDefault();
    if (!sending || underway) return;
    underway = true;
    say(message, "");
    sending()
      .then(() => box.close())
      .catch((error: unknown) => say(message, reason(error)))
      .finally(() => (underway = false));
  };
  box.onclose = () => {
    box.remove();
    d.onclose();
  };
  return d;
}

export function confirm(question: string, yes: string): Promise<boolean> {
  return new Promise((resolve) => {
    const d = dialog(question, "");
    let answer = false;
    d.button(yes, () => (answer = true));
    d.button(word("cancel"), () => undefined);
    d.onclose = () => resolve(answer);
    d.show();
  });
}

/** Asks for one of what is found by words; nothing is chosen by Escape. */
export function choose<T extends { title: string; kind: string }>(name: string, find: (words: string) => Promise<{ hits: T[]; found: number }>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const d = dialog(name, "");
    const input = make("input", "");
    input.type = "search";
    input.autocomplete = "off";
    const count = make("p", "ve-hint");
    count.setAttribute("role", "status");
    const list = make("ul", "ve-hits");
    let chosen: T | undefined;
    let asked = 0;
    const look = async () => {
      const mine = ++asked;
      const { hits, found } = await find(input.value.trim()).catch(() => ({ hits: [], found: 0 }));
      if (mine !== asked) return;
      const some = word(hits.length < found ? "found some" : "found").replace("%d", String(found)).replace("%d", String(hits.length));
      say(count, hits.length > 0 ? some : word("nothing-found"));
      list.replaceChildren(
        ...hits.map((hit) =>
          make("li", "", push(hit.title + (hit.kind && ` (${hit.kind})`), () => {
            chosen = hit;
            d.close();
          }, "ve-hit")),
        ),
      );
    };
    let timer: number | undefined;
    input.oninput = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), 150);
    };
    input.onkeydown = (event) => {
      if (event.key !== "Enter" && event.key !== "ArrowDown") return;
      event.preventDefault();
      list.querySelector("button")?.[event.key === "Enter" ? "click" : "focus"]();
    };
    list.onkeydown = (event) => {
      const to = event.key === "ArrowDown" ? "nextElementSibling" : event.key === "ArrowUp" ? "previousElementSibling" : undefined;
      if (!to) return;
      event.preventDefault();
      ((event.target as HTMLElement).closest("li")?.[to]?.querySelector("button") ?? input).focus();
    };
    d.body.append(make("label", "ve-field", name, input), count, list);
    d.button(word("cancel"), () => undefined);
    d.onclose = () => resolve(chosen);
    d.show();
    void look();
  });
}
