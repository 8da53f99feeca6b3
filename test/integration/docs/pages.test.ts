import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync, readFileSync } from "node:fs";
import { text } from "node:stream/consumers";

import { expect } from "chai";
import ts from "typescript";

import { fencesOf } from "../../../scripts/docs/markdown.ts";
import { proseFiles } from "../../../scripts/docs/proseFiles.ts";
import { writeProgram, type PageTerms } from "../../fixtures/docsPages.ts";
import { spawnPlayground, type Playground } from "../../fixtures/spawnPlayground.ts";

/** Every page with TypeScript that is run, what its reader has, and what it prints. */
const PAGES: Readonly<Record<string, PageTerms & { readonly prints: RegExp }>> = {
  "README.md": { given: "addresses", user: 2, prints: /^$/ },
  "docs/tutorial/first-option.md": {
    given: "nothing",
    user: 1,
    prints:
      /^a call struck at \d+: fair [\d.]+, ask [\d.]+ USDC\nbought from \d vault\(s\) for 0\.\d+ WETH\n([\d.]+ options paid [\d.]+ WETH\n)+$/,
  },
  "docs/sdk.md": { given: "provider", user: 6, prints: /^$/ },
  "docs/how-to/buy-and-sell.md": { given: "client", user: 3, prints: /^$/ },
  "docs/how-to/pay-in-any-token.md": { given: "client", user: 5, prints: /^paid \d+ units of USDC, at most \d+\n$/ },
  // What the playground's own keepers have left to do: the last Fridays of a month, which they do not open.
  "docs/how-to/keep-a-market.md": { given: "client", user: 7, prints: /^(\w+: 0x\w{64}\n)*$/ },
  "docs/how-to/provide-collateral.md": {
    given: "client",
    user: 4,
    prints: /\d{10,} shares wait\n[\s\S]*2\d{9} units of USDC for \d+ shares\n$/,
  },
};

describe("TypeScript of the documentation", function () {
  this.timeout(300_000);

  let playground: Playground;
  let url: string;

  before(async () => {
    playground = spawnPlayground("--still");
    const line = await playground.line();
    if (line === undefined) throw new Error(`expected a node, got: ${playground.said()}`);
    ({ url } = JSON.parse(line) as { url: string });
  });

  after(() => playground.interrupt());

  it("is run below, or marked", () => {
    const withCode = proseFiles().filter((file) =>
      fencesOf(readFileSync(file, "utf8")).some(
        ({ language, marks }) => /^(?:ts|typescript|js|javascript)$/.test(language) && !marks.includes("not-run"),
      ),
    );
    expect(withCode).to.have.members(Object.keys(PAGES));
  });

  for (const [page, { prints, ...terms }] of Object.entries(PAGES)) {
    it(`of ${page} does what the page says`, async () => {
      const path = writeProgram(page, { ...terms, url });
      const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), path]);
      const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
      expect(child.exitCode, err).to.equal(0);
      expect(out).to.match(prints);
    });
  }

  it("has no mistake of types", () => {
    const config = ts.readConfigFile("tsconfig.json", (path) => readFileSync(path, "utf8")) as { config: object };
    const { options } = ts.parseJsonConfigFileContent({ ...config.config, include: [] }, ts.sys, ".");
    const program = ts.createProgram(globSync("out/docs-snippets/*.ts"), options);
    const problems = ts.getPreEmitDiagnostics(program).map(({ messageText, file }) => {
      return `${file?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    });
    expect(problems).to.deep.equal([]);
  });
});
