import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

import { expect } from "chai";

import { fencesOf, linksOf } from "../../../scripts/docs/markdown.ts";
import { proseFiles } from "../../../scripts/docs/proseFiles.ts";
import { packageReadme } from "../../../scripts/packages/packageReadme.ts";

describe("READMEs of packages", () => {
  for (const source of ["docs/sdk.md", "docs/cli.md", "packages/contracts/README.md"]) {
    it(`${source} stands alone: no link leads into the repository, no fence bears a mark`, () => {
      const readme = packageReadme(source);
      expect(linksOf(readme).filter(({ target }) => !/^(?:https?:|#)/.test(target))).to.deep.equal([]);
      expect(fencesOf(readme).flatMap(({ marks }) => marks)).to.deep.equal([]);
      expect(fencesOf(readme).map(({ code }) => code)).to.deep.equal(
        fencesOf(readFileSync(source, "utf8")).map(({ code }) => code),
      );
    });
  }

  it("say where to find what their pages lead to", () => {
    expect(packageReadme("docs/cli.md")).to.match(/signed spot price \(`docs\/how-to\/buy-and-sell\.md` in the/);
  });

  it("and every other page install tarballs, since nothing is published", () => {
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
