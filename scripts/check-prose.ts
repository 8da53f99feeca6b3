import { readFileSync, writeFileSync } from "node:fs";

import { proseFiles } from "./docs/proseFiles.ts";
import { wideLines } from "./docs/prose.ts";
import { wrapProse } from "./docs/wrapProse.ts";

const isFix = process.argv.includes("--fix");
let problems = 0;
for (const file of proseFiles()) {
  const markdown = readFileSync(file, "utf8");
  if (isFix) writeFileSync(file, wrapProse(markdown));
  else {
    for (const problem of wideLines(markdown)) {
      console.error(`${file}:${problem}, expected 120 at most: make fix wraps it`);
      ++problems;
    }
  }
}
if (problems > 0) process.exitCode = 1;
else if (!isFix) console.log("Prose: within 120 columns.");
