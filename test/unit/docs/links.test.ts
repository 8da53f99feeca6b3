import { existsSync, readFileSync, statSync } from "node:fs";
import { posix } from "node:path";

import { expect } from "chai";

import { anchorsOf, linksOf } from "../../../scripts/docs/markdown.ts";
import { proseFiles } from "../../../scripts/docs/proseFiles.ts";

/** What is wrong with a link of a file; undefined where it leads somewhere. */
function faultOf(file: string, target: string): string | undefined {
  const [path = "", anchor] = target.split("#");
  const place = path === "" ? file : posix.normalize(posix.join(posix.dirname(file), path));
  if (!existsSync(place)) return `${target}: no such file`;
  if (anchor === undefined) return undefined;
  if (!statSync(place).isFile()) return `${target}: an anchor of a folder`;
  return anchorsOf(readFileSync(place, "utf8")).includes(anchor) ? undefined : `${target}: no such heading`;
}

describe("links of the documentation", () => {
  for (const file of proseFiles()) {
    it(`of ${file} lead to files and headings that are there`, () => {
      const targets = linksOf(readFileSync(file, "utf8")).map(({ target }) => target);
      const inside = targets.filter((target) => !/^(?:https?:|\/)/.test(target));
      expect(inside.map((target) => faultOf(file, target)).filter((fault) => fault !== undefined)).to.deep.equal([]);
    });
  }

  it("are found to be dead where they are", () => {
    expect(faultOf("README.md", "docs/none.md")).to.equal("docs/none.md: no such file");
    expect(faultOf("docs/gas.md", "glossary.md#none")).to.equal("glossary.md#none: no such heading");
    expect(faultOf("docs/gas.md", "glossary.md#nav")).to.equal(undefined);
  });
});
