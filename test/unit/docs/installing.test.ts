import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

import { expect } from "chai";

import { fencesOf } from "../../../scripts/docs/markdown.ts";
import { proseFiles } from "../../../scripts/docs/proseFiles.ts";

describe("pages", () => {
  it("install tarballs, since nothing is published", () => {
    for (const file of proseFiles()) {
      const code = fencesOf(readFileSync(file, "utf8")).map((fence) => fence.code);
      expect(code.join("\n"), file).not.to.match(/npm (?:install|i|add) .*@bulkhead\//);
    }
  });
});

describe("an interrupted make docs", () => {
  it("leaves nothing for git to see", () => {
    const path = "docs/.vitepress/.temp/page.js";
    expect(execFileSync("git", ["check-ignore", path], { encoding: "utf8" }).trim()).to.equal(path);
  });
});
