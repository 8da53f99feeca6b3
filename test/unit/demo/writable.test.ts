import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { writeWhole } from "../../../deploy/writeWhole.ts";
import { ExitCode, main } from "../../../scripts/demo/main.ts";
import { artifactsProblem } from "../../../scripts/requireProductionArtifacts.ts";

describe("demo: before its first week", () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "a demo "));
  });

  after(() => rmSync(folder, { recursive: true }));

  /** The demo with its report somewhere else. */
  async function run(report: string, allowUnlimitedContractSize = true) {
    const err: string[] = [];
    const streams = { out: { write: () => undefined }, err: { write: (text: string) => err.push(text) } };
    return { code: await main([], { streams, overrides: { report, allowUnlimitedContractSize } }), err: err.join("") };
  }

  it("says in one line that its report could not be written", async () => {
    const file = join(folder, "out");
    writeFileSync(file, "a file where a folder should be");
    const { code, err } = await run(join(file, "report.html"));
    expect(code).to.equal(ExitCode.Misused);
    expect(err).to.match(/^make demo: expected .*report\.html to be writable, got (ENOTDIR|EEXIST): [^\n]+\n$/);
  });

  it("says which build profile's artifacts there are where it needs another's", async () => {
    const problem = artifactsProblem("demo")?.message;
    expect(problem).to.match(
      /^expected artifacts of the build profile "production", got those of "default": run make demo/,
    );
    const { code, err } = await run(join(folder, "report.html"), false);
    expect([code, err]).to.deep.equal([ExitCode.Misused, `make demo: ${problem}\n`]);
  });

  it("leaves nothing but the whole file where one is written", () => {
    const place = join(folder, "whole");
    writeWhole(join(place, "report.html"), "all of it");
    expect(readdirSync(place)).to.deep.equal(["report.html"]);
    expect(() => writeWhole(place, "a folder's name")).to.throw();
    expect(readdirSync(folder).sort()).to.deep.equal(["out", "whole"]);
  });
});
