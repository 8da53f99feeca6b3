import { readFileSync } from "node:fs";

import { expect } from "chai";

import { anchorsOf, linksOf, slugOf } from "../../../scripts/docs/markdown.ts";
import { sentencesOf, wideLines, wordsOf } from "../../../scripts/docs/prose.ts";
import { proseFiles } from "../../../scripts/docs/proseFiles.ts";
import { wrapProse } from "../../../scripts/docs/wrapProse.ts";

const WORDS = 30;
const read = (path: string): string => readFileSync(path, "utf8");
const words = (text: string): string[] => text.split(/\s+/);

describe("prose", () => {
  for (const file of proseFiles()) {
    it(`of ${file} wraps at 120 columns`, () => {
      expect(wideLines(read(file))).to.deep.equal([]);
    });
  }

  describe("of the README", () => {
    const readme = read("README.md");

    it("opens with one sentence and a picture", () => {
      const [title, sentence, picture] = readme.split("\n\n");
      expect(title).to.equal("# Bulkhead");
      expect(sentencesOf(sentence ?? "")).to.have.length(1);
      expect(picture).to.match(/^!\[[^\]]+\]\(docs\/images\/\w+\.svg\)$/);
    });

    it(`has no sentence of more than ${WORDS} words`, () => {
      const long = sentencesOf(readme).filter((sentence) => wordsOf(sentence) > WORDS);
      expect(long).to.deep.equal([]);
    });

    it("links every term of the glossary that it uses", () => {
      const text = sentencesOf(readme)
        .join(" ")
        .replaceAll(/`[^`]*`/g, " ");
      const linked = new Set(linksOf(readme).map(({ target }) => target));
      const terms = [...read("docs/glossary.md").matchAll(/^## (.*)$/gm)].map(([, term = ""]) => term);
      expect(terms.length).to.be.above(40);
      // These are everyday words, too.
      const used = terms.filter((term) => !["Call", "Market", "State"].includes(term) && isUsed(text, term));
      expect(used).to.include.members(["Vault", "Premium", "Router"]);
      expect(used.filter((term) => !linked.has(`docs/glossary.md#${slugOf(term)}`))).to.deep.equal([]);
    });

    it("shows how to test, as CI does", () => {
      expect(readme).to.match(/^make test /m);
      expect(read("Makefile")).to.match(/^test: /m);
    });
  });

  describe("is measured", () => {
    it("without code, tables, and what of links is not read", () => {
      const wide = "word ".repeat(30).trim();
      expect(wideLines(wide)).to.deep.equal(["1: 149 columns"]);
      expect(wideLines(`\`\`\`\n${wide}\n\`\`\`\n| ${wide} |`)).to.deep.equal([]);
      expect(wideLines(`[a link](${"x".repeat(140)})`)).to.deep.equal([]);
      expect(wideLines(`[${wide}](x)`)).to.have.length(1);
    });

    it("sentence by sentence", () => {
      const text = "# Title\n\nOne two `a b c`. Three\nfour [five](x.md)!\n\n- Six. `Seven` eight.\n\n| no | prose |\n";
      const sentences = sentencesOf(text);
      expect(sentences).to.deep.equal(["Title", "One two `a b c`.", "Three four five!", "Six.", "`Seven` eight."]);
      expect(sentences.map(wordsOf)).to.deep.equal([1, 3, 3, 1, 2]);
    });
  });

  describe("is wrapped", () => {
    const long = `${"word ".repeat(40)}\`code that is not broken\` ${"word ".repeat(40)}- 1. end`;
    const text = `# Title\n\n${long}\n\n- ${long}\n  more\n- short\n\n| ${long} |\n\n\`\`\`\n${long}\n\`\`\`\n`;
    const wrapped = wrapProse(text);

    it("with the same words, within the columns, and once is enough", () => {
      expect(words(wrapped)).to.deep.equal(words(text));
      expect(wideLines(wrapped)).to.deep.equal([]);
      expect(wrapProse(wrapped)).to.equal(wrapped);
    });

    it("without touching tables and fences", () => {
      expect(wrapped).to.contain(`\n| ${long} |\n`);
      expect(wrapped).to.contain(`\`\`\`\n${long}\n\`\`\`\n`);
    });

    it("without a line that begins an item, or breaks code", () => {
      expect(wrapped.match(/`code that is not broken`/g)).to.have.length(4);
      expect(wrapped).not.to.match(/^\s*(?:- 1|1\.)/m);
    });
  });

  it("names anchors as GitHub does", () => {
    expect(anchorsOf("# A, b: c\n## `make demo` shows\n## Same\n## Same\n")).to.deep.equal([
      "a-b-c",
      "make-demo-shows",
      "same",
      "same-1",
    ]);
  });
});

/** By itself or in the plural, in any case. */
function isUsed(text: string, term: string): boolean {
  const ending = term.endsWith("y") ? `${term.slice(0, -1)}(?:y|ies)` : `${term}s?`;
  return new RegExp(`(?<![\\w-])${ending}(?![\\w-])`, "i").test(text);
}
