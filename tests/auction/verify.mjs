// Holds the browser's check of an auction to the audits that the Go code is held to: node auction/verify.mjs
import { createHash } from "node:crypto";
import fs from "node:fs";
import process from "node:process";
import { script } from "../search/scripts.mjs";

const { verify } = await script("verify", "auction");
const { sha256 } = await script("sha256", "auction");
let wrong = 0;
const fail = (text) => {
  console.error(text);
  wrong++;
};

// The digest: FIPS 180-4, and every length round the borders of blocks.
const known = { "": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", abc: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" };
for (const [text, digest] of Object.entries(known)) if (sha256(text) !== digest) fail(`sha256 of ${JSON.stringify(text)}: ${sha256(text)}`);
for (let n = 0; n < 300; n++) {
  const text = "аb–".repeat(n).slice(0, n);
  if (sha256(text) !== createHash("sha256").update(text).digest("hex")) fail(`sha256 of ${n} letters`);
}

// The audits.
const { whole, changed } = JSON.parse(fs.readFileSync(new URL("../../generator/auction/testdata/audits.json", import.meta.url)));
const found = (audit) => [...verify(audit)].flatMap((step) => step.findings);
for (const audit of whole) {
  const list = found(audit);
  if (list.length > 0) fail(`${audit.id}: ${JSON.stringify(list[0])}`);
}
for (const { name, finds, audit } of changed) {
  const [first] = found(audit);
  if (first?.what !== finds) fail(`${name}: ${JSON.stringify(first)}, want ${finds}`);
}

// Each single field of each row that is changed breaks the chain at that row; each field of an outcome, a wallet, a place is missed by something.
let tampered = 0;
for (const audit of whole) {
  for (const list of ["rows", "results", "wallets", "ranking"]) {
    audit[list].forEach((one, i) => {
      for (const key of Object.keys(one)) {
        const copy = structuredClone(audit);
        const value = copy[list][i][key];
        copy[list][i][key] = typeof value === "number" ? value + 1 : typeof value === "boolean" ? !value : Array.isArray(value) ? [...value, 99] : value + "x";
        const [first] = found(copy);
        tampered++;
        if (!first || (list === "rows" && (first.what !== "chain" || first.at !== copy.rows[i].row))) fail(`${audit.id}: ${list}[${i}].${key} changed: ${JSON.stringify(first)}`);
      }
    });
  }
}
console.log(`auction: ${whole.length} whole, ${changed.length} changed, ${tampered} tampered, ${wrong} wrong`);
process.exit(wrong > 0 || whole.length < 10 || changed.length < 5 || tampered < 1000 ? 1 : 0);
