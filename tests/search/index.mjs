// Reads an index as the browser does, from a folder: what node gives for a script that calls vitrynaIndex.
import fs from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { script } from "./scripts.mjs";

/** open opens the index of a language in a folder; loads counts what was read. */
export async function open(dir, lang, loads = []) {
  const { Index } = await script("index");
  const manifest = fs.readdirSync(dir).find((name) => new RegExp(`^${lang}(\\.[0-9a-f]+)?\\.js$`).test(name));
  const load = async (name) => {
    const code = fs.readFileSync(path.join(dir, path.basename(name)), "utf8");
    loads.push({ name, code });
    let data;
    vm.runInNewContext(code, { vitrynaIndex: (...d) => { data = d; } });
    return data;
  };
  return Index.open("/" + manifest, lang, load);
}
