// Loads a script of a folder of assets as the browser runs it: its types are taken off, nothing else changes.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";

/** script imports one of them, with the others that it imports. */
export async function script(name, folder = "search") {
  const source = new URL(`../../assets/${folder}/`, import.meta.url);
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "vitryna-search-"));
  process.on("exit", () => fs.rmSync(dir, { recursive: true, force: true }));
  for (const file of fs.readdirSync(source).filter((f) => f.endsWith(".ts"))) {
    const code = fs.readFileSync(new URL(file, source), "utf8").replace(/from "(\.\/[a-z0-9-]+)"/g, 'from "$1.mjs"');
    const out = ts.transpileModule(code, { compilerOptions: { target: "es2022", module: "esnext" } });
    fs.writeFileSync(path.join(dir, file.replace(/\.ts$/, ".mjs")), out.outputText);
  }
  return import(pathToFileURL(path.join(dir, name + ".mjs")));
}
