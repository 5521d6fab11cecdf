// A form made from a kind: one control for each field, whatever its type. A control shows a value and reads it back; what was not touched is not sent.

import { make, newID, push, word } from "./dom";

export type Value = { form?: "text" | "list" | "parts"; text?: string; items?: Value[]; parts?: Part[] };
export type Part = { name: string; value: Value };

export type Field = {
  name: string;
  label: string;
  type: string;
  list?: boolean;
  map?: boolean;
  required?: boolean;
  options?: { name: string; label: string }[];
  to?: string[];
  parts?: Field[];
  min?: number;
  max?: number;
  partial?: boolean;
  help?: string;
  example?: string;
  default?: string;
  rare?: boolean;
};

/** What a control cannot do itself: find an item, take a picture. */
export type Outer = { find(to: string[]): Promise<{ ref: string } | undefined>; picture(): Promise<{ name: string } | undefined> };

type Control = { element: HTMLElement; read(): Value };

const nothing: Value = {};
const textValue = (text: string): Value => (text.trim() === "" ? nothing : { form: "text", text });

export class Form {
  readonly element = make("div", "ve-form");
  private controls = new Map<string, { field: Field; control: Control; place: HTMLElement }>();
  private was = new Map<string, string>();

  constructor(
    schema: Field[],
    values: Part[],
    private changedNow: () => void,
    private outer: Outer,
  ) {
    const rare = make("details", "ve-rare", make("summary", "", word("rare")));
    for (const field of schema) {
      const place = make("div", "ve-place");
      this.put(field, values.find((v) => v.name === field.name)?.value ?? nothing, place);
      (field.rare ? rare : this.element).append(place);
      if (field.rare && values.some((v) => v.name === field.name)) rare.open = true;
    }
    if (rare.children.length > 1) this.element.append(rare);
    for (const [name, c] of this.controls) this.was.set(name, JSON.stringify(c.control.read()));
    this.element.addEventListener("input", changedNow);
    this.element.addEventListener("change", changedNow);
  }

  private put(field: Field, value: Value, place: HTMLElement): void {
    const control = controlOf(field, value, this.outer, this.changedNow);
    place.replaceChildren(control.element);
    this.controls.set(field.name, { field, control, place });
  }

  /** The fields that are another than they were. */
  changed(): Part[] {
    return this.values().filter((p) => JSON.stringify(p.value) !== this.was.get(p.name));
  }

  values(): Part[] {
    return [...this.controls].map(([name, c]) => ({ name, value: c.control.read() }));
  }

  /** These values stand in the file now. */
  saved(values: Part[]): void {
    for (const p of values) this.was.set(p.name, JSON.stringify(p.value));
  }

  /** Puts values in the place of those shown; they are changes. */
  take(values: Part[]): void {
    for (const p of values) {
      const c = this.controls.get(p.name);
      if (c) this.put(c.field, p.value, c.place);
    }
  }

  /** Adds an element to a list. */
  add(name: string, element: Value): void {
    const c = this.controls.get(name);
    if (!c) return;
    this.put(c.field, { form: "list", items: [...(c.control.read().items ?? []), element] }, c.place);
    this.changedNow();
  }
}

function controlOf(f: Field, v: Value, outer: Outer, changed: () => void): Control {
  if (f.map) return mapControl(f, v, changed);
  if (f.list) {
    const one = { ...f, list: false };
    if (f.parts?.length || f.type === "ref" || f.type === "image" || f.type === "file") return rows(f, v, (value) => controlOf({ ...one, label: "" }, value, outer, changed), changed);
    return f.options ? boxes(f, v) : lineList(f, v, changed);
  }
  if (f.parts?.length) return object(f, v, outer, changed);
  return labelled(f, single(f, v, outer, changed));
}

/** A label with a control, its marks, its help. */
function labelled(f: Field, c: { input: HTMLElement; extra?: HTMLElement; read(): Value }): Control {
  c.input.id ||= newID();
  const label = make("label", "ve-label", f.label);
  label.htmlFor = c.input.id;
  if (f.required) label.append(" ", make("span", "ve-required", word("required")));
  const box = make("div", "ve-field", ...(f.label ? [label] : []), c.input, ...(c.extra ? [c.extra] : []));
  if (!f.label) c.input.setAttribute("aria-label", f.name);
  const help = helpOf(f);
  if (help) {
    help.id = newID();
    c.input.setAttribute("aria-describedby", help.id);
    box.append(help);
  }
  if (f.required) c.input.setAttribute("aria-required", "true");
  return { element: box, read: c.read };
}

function helpOf(f: Field): HTMLElement | undefined {
  const text = [sentence(f.help), f.partial ? word("partial") : "", f.example && !f.list && !f.parts?.length && f.type !== "enum" && f.type !== "bool" ? `${word("example")}: ${f.example}` : ""].filter(Boolean).join(" ");
  return text && f.label ? make("p", "ve-help", text) : undefined;
}

/** What a kind says of a field, with a full stop where its designer left it out: more is said after it. */
function sentence(help = ""): string {
  return /[^.!?…]$/u.test(help) ? help + "." : help;
}

function single(f: Field, v: Value, outer: Outer, changed: () => void): { input: HTMLElement; extra?: HTMLElement; read(): Value } {
  const text = v.text ?? "";
  switch (f.type) {
    case "enum":
      return select(text, f.options ?? []);
    case "bool":
      return select(text, [{ name: "true", label: word("yes") }, { name: "false", label: word("no") }]);
    case "text":
    case "markdown": {
      const area = make("textarea", "ve-area");
      area.value = text;
      area.rows = Math.min(12, Math.max(f.type === "markdown" ? 4 : 2, text.split("\n").length + 1));
      return { input: area, read: () => textValue(area.value) };
    }
  }
  const input = make("input", "");
  input.value = text;
  if (f.type === "date" && !f.partial && /^(\d{4}-\d\d-\d\d)?$/.test(text)) input.type = "date";
  if (f.type === "int" || f.type === "number" || f.type === "latitude" || f.type === "longitude") input.inputMode = "decimal";
  if (f.type === "url") input.inputMode = "url";
  if (f.type === "string" && f.max && f.max > 1) input.maxLength = f.max;
  const set = (value: string) => {
    input.value = value;
    changed();
  };
  let extra: HTMLElement | undefined;
  if (f.type === "ref") extra = push(word("find"), () => void outer.find(f.to ?? []).then((hit) => hit && set(hit.ref)));
  if (f.type === "image") extra = push(word("choose"), () => void outer.picture().then((p) => p && set(p.name)));
  return { input, ...(extra ? { extra } : {}), read: () => textValue(input.value) };
}

function select(text: string, options: { name: string; label: string }[]): { input: HTMLElement; read(): Value } {
  const input = make("select", "", new Option(word("none"), ""), ...options.map((o) => new Option(o.label, o.name)));
  if (text && !options.some((o) => o.name === text)) input.append(new Option(text, text));
  input.value = text;
  return { input, read: () => textValue(input.value) };
}

/** A group with a name. */
function group(f: Field): HTMLFieldSetElement {
  const legend = make("legend", "ve-label", f.label || f.name);
  if (f.required) legend.append(" ", make("span", "ve-required", word("required")));
  const set = make("fieldset", "ve-group", legend);
  const help = helpOf(f);
  if (help) set.append(help);
  return set;
}

/** Words of a vocabulary, several of which may hold. Those that held keep their order. */
function boxes(f: Field, v: Value): Control {
  const set = group(f);
  const was = (v.items ?? []).map((i) => i.text ?? "");
  const known = f.options ?? [];
  const inputs = [...known, ...was.filter((w) => !known.some((o) => o.name === w)).map((w) => ({ name: w, label: w }))].map((o) => {
    const input = make("input", "");
    input.type = "checkbox";
    input.value = o.name;
    input.checked = was.includes(o.name);
    set.append(make("label", "ve-check", input, " " + o.label));
    return input;
  });
  return {
    element: set,
    read() {
      const on = inputs.filter((i) => i.checked).map((i) => i.value);
      const order = [...was.filter((w) => on.includes(w)), ...on.filter((w) => !was.includes(w))];
      return order.length > 0 ? { form: "list", items: order.map(textValue) } : nothing;
    },
  };
}

/** Short texts, one on each line. */
function lineList(f: Field, v: Value, changed: () => void): Control {
  const area = make("textarea", "ve-area");
  const texts = (v.items ?? []).map((i) => i.text ?? "");
  const long = texts.some((t) => t.includes("\n"));
  if (long) return rows(f, v, (value) => {
    const one = make("textarea", "ve-area");
    one.value = value.text ?? "";
    one.setAttribute("aria-label", f.label);
    return { element: one, read: () => textValue(one.value) };
  }, changed);
  area.value = texts.join("\n");
  area.rows = Math.max(2, texts.length + 1);
  const c = labelled({ ...f, help: [sentence(f.help), word("one-per-line")].filter(Boolean).join(" ") }, {
    input: area,
    read() {
      const items = area.value.split("\n").map(textValue).filter((i) => i.form);
      return items.length > 0 ? { form: "list", items } : nothing;
    },
  });
  return c;
}

function object(f: Field, v: Value, outer: Outer, changed: () => void): Control {
  const set = f.label ? group(f) : make("div", "ve-parts");
  const parts = (f.parts ?? []).map((p) => ({ name: p.name, control: controlOf(p, v.parts?.find((q) => q.name === p.name)?.value ?? nothing, outer, changed) }));
  set.append(...parts.map((p) => p.control.element));
  return {
    element: set,
    read() {
      const list = parts.map((p) => ({ name: p.name, value: p.control.read() })).filter((p) => p.value.form);
      return list.length > 0 ? { form: "parts", parts: list } : nothing;
    },
  };
}

/** Elements below each other, which may be added, taken away and moved. */
function rows(f: Field, v: Value, control: (value: Value) => Control, changed: () => void): Control {
  const set = group(f);
  const list = make("div", "ve-rows");
  let all: { element: HTMLElement; read(): Value }[] = [];
  const order = () => {
    list.replaceChildren(...all.map((r) => r.element));
    changed();
  };
  const add = (value: Value) => {
    const c = control(value);
    const row = { element: make("div", "ve-row", c.element), read: c.read };
    const move = (step: number) => {
      const at = all.indexOf(row);
      const to = at + step;
      if (to < 0 || to >= all.length) return;
      [all[at], all[to]] = [all[to]!, all[at]!];
      order();
    };
    const name = (text: string) => `${text}: ${f.label} ${all.indexOf(row) + 1}`;
    const tools = make("div", "ve-row-tools", push("↑", () => move(-1)), push("↓", () => move(1)), push(word("remove"), () => {
      all = all.filter((r) => r !== row);
      order();
      more.focus();
    }));
    const texts = [word("up"), word("down"), word("remove")];
    [...tools.children].forEach((b, i) => b.setAttribute("aria-label", name(texts[i]!)));
    row.element.append(tools);
    all.push(row);
    return row;
  };
  for (const item of v.items ?? []) add(item);
  list.append(...all.map((r) => r.element));
  const more = push(word("add"), () => {
    const row = add(nothing);
    list.append(row.element);
    row.element.querySelector<HTMLElement>("input, select, textarea")?.focus();
  });
  more.setAttribute("aria-label", `${word("add")}: ${f.label}`);
  set.append(list, more);
  return {
    element: set,
    read() {
      const items = all.map((r) => r.read()).filter((i) => i.form);
      return items.length > 0 ? { form: "list", items } : nothing;
    },
  };
}

/** A map: keys of the author's own, or words of a vocabulary, each with a value. */
function mapControl(f: Field, v: Value, changed: () => void): Control {
  const entry = (value: Value): Control => {
    const [part] = value.parts ?? [];
    const key = f.options ? select(part?.name ?? "", f.options) : undefined;
    const name = make("input", "");
    name.value = part?.name ?? "";
    const keyInput = key?.input ?? name;
    keyInput.setAttribute("aria-label", word("key"));
    const input = make("input", "");
    input.value = part?.value.text ?? "";
    input.setAttribute("aria-label", f.label);
    return {
      element: make("div", "ve-pair", keyInput, input),
      read() {
        const k = key ? (key.read().text ?? "") : name.value.trim();
        const text = textValue(input.value);
        return k && text.form ? { form: "parts", parts: [{ name: k, value: text }] } : nothing;
      },
    };
  };
  const c = rows(f, { form: "list", items: (v.parts ?? []).map((p) => ({ form: "parts", parts: [p] })) }, entry, changed);
  return {
    element: c.element,
    read() {
      const parts = (c.read().items ?? []).flatMap((i) => i.parts ?? []);
      return parts.length > 0 ? { form: "parts", parts } : nothing;
    },
  };
}
