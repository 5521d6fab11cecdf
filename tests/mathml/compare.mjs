// Compares our MathML with Temml's, formula by formula: node mathml/compare.mjs [VECTORS]
//
// Both are read as trees and brought to one form. What is left out is written here, each with its reason: where the two differ by
// taste. Any other difference fails.
import fs from "node:fs";
import process from "node:process";
import temml from "temml";

const vectors = process.argv[2] ?? new URL("../../generator/mathml/testdata/formulas.txt", import.meta.url);

// Formulas that differ on purpose. A formula that is here and does not differ fails too.
const list = "several commas are a list to us; Temml reads one number with two decimal marks";
const thousands = "thousands belong to the number";
const dots = "dots stand on the line between plus signs too, as in Ukrainian textbooks";
const bar = "we tell a bar that opens from one that closes";
const room = "Temml leaves room for a number at both sides";
const wide = "Temml gives an arrow a least width by an empty label";
const different = new Map(Object.entries({
  "1,2,3": list,
  "10\\,000": thousands,
  "1\\,234\\,567{,}8": thousands,
  "12~000": thousands,
  "V_{об'єм} V_{об’єму}": "an apostrophe in a word is no prime",
  "\\mathbf{\\nabla}": "Temml has no bold nabla",
  "\\angle ABC = 90^\\circ": "a degree is no power",
  "36{,}6\\,\\celsius": "Temml does not know it",
  "1 + 2 + \\dots + n": dots,
  "\\underbrace{1+\\dots+1}_{n}": dots,
  "|-x|": bar,
  "((a+b)^2)^n - |x|^2": bar,
  "\\mbox{на {всіх}~}": "Temml does not know it",
  "\\sum_{\\substack{i < n \\\\ j < m}} a_{ij}": "Temml says once more that a script is small",
  "$$ \\begin{aligned} x &= a \\\\ &+ b \\\\ &= -c \\end{aligned}": "a plus at the beginning of a cell goes on with the row above, as in TeX",
  "\\overset{n}{x}": "Temml makes a power of it in a line",
  "\\underset{x}{\\max} f": "Temml puts the label below the invisible application too",
  "x \\celsius \\varnothing x \\ncong x \\arccot x \\arch x \\arcsec x \\arsh x \\arth \\dddot{xy}":
    "Temml does not know some of them, and means another sign by \\ncong and \\varnothing",
  "\\textit{a} \\textnormal{b} \\textrm{c}": "a class slants words, of any alphabet",
  "$$ \\begin{align} a &= b \\end{align}": room,
  "$$ \\begin{gather} a \\\\ b \\end{gather}": room,
  "$$ \\begin{multline} a \\\\ b \\end{multline}": room,
  "a \\xrightarrow{f} b": wide,
  "a \\xrightarrow[g]{f} b": wide,
}));

/** One element: its name, its attributes, its children or its text. */
function read(xml) {
  const root = { tag: "root", attrs: {}, kids: [], text: "" };
  const stack = [root];
  for (const [, close, tag, attrs, empty, text] of xml.matchAll(/<(\/?)([a-z]+)((?:\s[^\s=>]+="[^"]*")*)\s*(\/?)>|([^<]+)/g)) {
    const top = stack.at(-1);
    if (text !== undefined) top.text += unescape(text);
    else if (close) stack.pop();
    else {
      const node = { tag, attrs: {}, kids: [], text: "" };
      for (const [, name, value] of attrs.matchAll(/([^\s=]+)="([^"]*)"/g)) node.attrs[name] = value;
      top.kids.push(node);
      if (!empty) stack.push(node);
    }
  }
  return root;
}

const unescape = (text) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&");

// Elements whose children are one row, whatever stands between.
const rows = new Set(["root", "math", "mrow", "msqrt", "mstyle", "mtd", "mphantom", "mpadded"]);

// Signs that look alike, and which of them is written is a matter of fonts.
const alike = new Map(Object.entries({ "ˆ": "^", "‾": "¯", "˜": "~", "∣": "|", "⟂": "⊥", "·": "⋅" }));

const moving = /^[∑∏∐⋃⋂⋁⋀⨁⨂⨀⨆⨄]$|^(lim|max|min|sup|inf|det|gcd|extr)$/;

/** The form in which trees are compared: text, one element a line. */
function normal(node, depth = 0) {
  const lines = [];
  const write = (n, level) => {
    const attrs = Object.entries(n.attrs).map(([name, value]) => ` ${name}=${value}`).join("");
    lines.push("  ".repeat(level) + n.tag + attrs + (n.text ? ` ${n.text}` : ""));
    for (const k of n.kids) write(k, level + 1);
  };
  for (const n of simplify(node).kids) write(n, depth);
  return lines.join("\n");
}

function simplify(node) {
  const kids = isRow(node) ? join(flatten(node.kids.map(simplify))) : node.kids.map(simplify).map(alone);
  const n = { tag: node.tag, attrs: meaning(node), kids, text: node.text.replace(/\u00a0/g, " ") };
  if (n.tag === "menclose") { // Temml draws lines over and under with it; the Core has no menclose
    const over = node.attrs.notation === "top";
    return { ...n, tag: over ? "mover" : "munder", kids: [kids[0], sign(over ? "¯" : "_")] };
  }
  if (n.tag === "mpadded" && Object.keys(node.attrs).join() === "lspace") n.tag = "mrow"; // Temml's, around \mathrm
  if (n.tag === "mrow" && kids.length === 1) return kids[0];
  return leafOf(scripts(n));
}

const isRow = (node) => rows.has(node.tag) || (node.tag === "menclose" && node.kids.length !== 1);

const sign = (text) => ({ tag: "sign", attrs: {}, kids: [], text });

/** Of a sign alone, the form means nothing: it has no spaces. */
function alone(n) {
  delete n.attrs.form;
  return n;
}

/** mi, mo and mtext of one sign are compared as signs: which of them it is shows in its spaces only, and those we set by TeX's classes. */
function leafOf(n) {
  n.text = alike.get(n.text) ?? n.text.normalize().replace("\ufe0e", "");
  if (["mi", "mo", "mtext"].includes(n.tag) && !/[\p{L}\p{N}]/u.test(n.text)) n.tag = "sign";
  if (n.tag === "mo") n.tag = "mi"; // lim is an operator with us, because only operators move their limits
  return n;
}

/** Attributes that mean something and are no default of the readers' dictionary of operators. */
function meaning({ tag, attrs, text }) {
  const kept = {};
  if (attrs.linethickness) kept.linethickness = parseFloat(attrs.linethickness);
  if (tag === "mstyle") {
    kept.scriptlevel = attrs.scriptlevel;
    if (attrs.scriptlevel === "0") kept.displaystyle = attrs.displaystyle; // smaller sizes are never displayed
  }
  if (tag === "mo" && attrs.form === "prefix" && "+−±∓".includes(text)) kept.form = "prefix";
  if (attrs.minsize) kept.size = parseFloat(attrs.minsize);
  return kept;
}

/** Scripts of operators that move their limits: with us the reader moves them, Temml decides when it writes. */
function scripts(n) {
  const base = n.kids[0];
  const tags = { munder: "msub", mover: "msup", munderover: "msubsup" };
  if (tags[n.tag] && moving.test(base.text)) n.tag = tags[n.tag];
  return n;
}

/** mrow in a row means nothing, and an empty operator neither; spaces are compared by our own vectors. */
function flatten(kids) {
  return kids.flatMap((k) => {
    if (k.tag === "mrow") return k.kids;
    if (k.tag === "mspace" || (["sign", "mi"].includes(k.tag) && k.text === "")) return [];
    return [k];
  });
}

/** Joins what Temml writes sign by sign: Cyrillic words and primes. */
function join(kids) {
  const out = [];
  for (const k of kids) {
    const last = out.at(-1);
    if (last?.text && /^\p{Script=Cyrillic}+$/u.test(last.text) && /^\p{Script=Cyrillic}$/u.test(k.text)) last.text += k.text;
    else if (k.text === "′" && ["′", "″", "‴"].includes(last?.text)) last.text = { "′": "″", "″": "‴", "‴": "⁗" }[last.text];
    else if (/^\p{Script=Cyrillic}$/u.test(k.text)) out.push({ ...k, tag: "mi" });
    else out.push(k);
  }
  return out;
}

let failures = 0;
let count = 0;
let formula;
const met = new Set();
for (const line of fs.readFileSync(vectors, "utf8").split("\n")) {
  if (line === "" || line.startsWith("#")) continue;
  if (!line.startsWith("\t")) {
    formula = line;
    continue;
  }
  count++;
  met.add(formula);
  const displayMode = formula.startsWith("$$ ");
  const tex = displayMode ? formula.slice(3) : formula;
  let theirs;
  try {
    theirs = normal(read(temml.renderToString(tex, { displayMode, throwOnError: true }).replace(/<\/?math[^>]*>/g, "")));
  } catch (error) {
    theirs = `error: ${error.message.split("\n")[0]}`;
  }
  const ours = normal(read(line.slice(1)));
  if ((ours === theirs) !== different.has(formula)) continue;
  failures++;
  console.error(`${formula}\n--- ours\n${ours}\n--- Temml\n${theirs}\n`);
}
for (const gone of different.keys()) {
  if (met.has(gone)) continue;
  failures++;
  console.error(`${gone}\n--- differs on purpose, and is not among the formulas\n`);
}
console.log(`${count} formulas, ${different.size} of them different on purpose, ${failures} unexpected`);
process.exitCode = failures ? 1 : 0;
