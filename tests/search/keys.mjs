// Holds the browser's words and keys to the vectors that the Go code is held to: node search/keys.mjs
import fs from "node:fs";
import process from "node:process";
import { script } from "./scripts.mjs";

const { words, key } = await script("key");
const vectors = JSON.parse(fs.readFileSync(new URL("../../generator/ukrainian/testdata/search.json", import.meta.url)));
let wrong = 0;
for (const v of vectors) {
  const found = words(v.text.normalize("NFC")).map((w) => w.word);
  const keys = found.map(key);
  if (JSON.stringify([found, keys]) !== JSON.stringify([v.words, v.keys])) {
    console.error(`${JSON.stringify(v.text)}:\n  got  ${found} | ${keys}\n  want ${v.words} | ${v.keys}`);
    wrong++;
  }
}
console.log(`search keys: ${vectors.length} vectors, ${wrong} differ`);
process.exit(wrong > 0 || vectors.length < 1000 ? 1 : 0);
