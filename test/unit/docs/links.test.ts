import { existsSync, readFileSync, statSync } from "node:fs";
import { posix } from "node:path";

import { expect } from "chai";

import { anchorsOf, linesOutsideFences, linksOf, replaceLinks } from "../../../scripts/docs/markdown.ts";
import { proseFiles } from "../../../scripts/docs/proseFiles.ts";

/** A path of the repository, as prose writes it. */
const PATH = /^(?:contracts|deploy|docs|packages|scripts|sdk|simulation|snapshots|test)\/[\w./-]+$/;
/** Only there once a deployment or a node has written it. */
const WRITTEN = /^deploy\/deployments\//;

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

  for (const file of proseFiles()) {
    it(`of ${file} in code, to parts of the repository, too`, () => {
      const spans = [
        ...linesOutsideFences(readFileSync(file, "utf8"))
          .join("\n")
          .matchAll(/`([^`\s]+)`/g),
      ];
      const paths = spans.map(([, span = ""]) => span).filter((span) => PATH.test(span) && !WRITTEN.test(span));
      expect(paths.filter((path) => !existsSync(path))).to.deep.equal([]);
    });
  }

  it("are found over line ends, and not in code", () => {
    const text = "See [one\ntwo](a.md), `[x](b.md)`\n\n```\n[y](c.md)\n```\n[![p](d.svg)](e.md)\n";
    expect(linksOf(text).map(({ target, line }) => [target, line])).to.deep.equal([
      ["a.md", 1],
      ["e.md", 7],
      ["d.svg", 7],
    ]);
    expect(replaceLinks(text, ({ target }) => target)).to.equal(
      text.replace("[one\ntwo](a.md)", "a.md").replace("[![p](d.svg)](e.md)", "e.md"),
    );
  });

  it("are found to be dead where they are", () => {
    expect(faultOf("README.md", "docs/none.md")).to.equal("docs/none.md: no such file");
    expect(faultOf("docs/gas.md", "glossary.md#none")).to.equal("glossary.md#none: no such heading");
    expect(faultOf("docs/gas.md", "glossary.md#nav")).to.equal(undefined);
  });
});
