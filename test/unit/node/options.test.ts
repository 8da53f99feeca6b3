import { readFileSync } from "node:fs";

import { expect } from "chai";

import { parseDuration } from "../../../scripts/node/parseDuration.ts";
import { parseOptions } from "../../../scripts/node/options.ts";
import { requireNodeVersion } from "../../../scripts/node/requireNodeVersion.ts";
import { UsageError } from "../../../scripts/node/UsageError.ts";

describe("make node: options", () => {
  const mistake = (...args: string[]): unknown => {
    try {
      return parseOptions(args);
    } catch (error) {
      return error;
    }
  };

  it("are a port, a speed, a seed, and whether prices stay", () => {
    expect(parseOptions([])).to.deep.equal({ port: 8_545, speed: 1, still: false, seed: 1 });
    const args = ["--port", "0", "--speed", "600", "--still", "--seed", "9"];
    expect(parseOptions(args)).to.deep.equal({ port: 0, speed: 600, still: true, seed: 9 });
  });

  it("are refused in one line where they are not understood", () => {
    for (const args of [
      ["--port", "65536"],
      ["--speed", "0"],
      ["--speed", "1.5"],
      ["--seed", "-1"],
      ["--fast"],
      ["x"],
    ]) {
      expect(mistake(...args), args.join(" ")).to.be.instanceOf(UsageError);
      expect(String(mistake(...args))).to.match(/^UsageError: expected [^\n]+, got [^\n]+: see make node/);
    }
  });

  it("print help", () => {
    let printed = "";
    expect(parseOptions(["--help"], { write: (text) => (printed += text) })).to.equal(undefined);
    for (const option of ["--port", "--speed", "--still", "--seed"]) expect(printed).to.contain(option);
  });
});

describe("make node: the Node that it runs on", () => {
  it("is 22.13 or newer, or the refusal says how to get one", () => {
    for (const version of ["22.13.0", "23.0.0", "24.11.1"]) requireNodeVersion("node", version);
    for (const version of ["20.20.2", "22.12.9"]) {
      expect(() => requireNodeVersion("node", version)).to.throw(
        UsageError,
        `expected Node 22.13 or newer, got ${version}: run make node, which brings one`,
      );
    }
    const { engines } = JSON.parse(readFileSync("package.json", "utf8")) as { engines: { node: string } };
    expect(engines.node).to.equal(">=22.13.0");
  });
});

describe("make warp: times", () => {
  it("are minutes, hours, days and weeks", () => {
    const times = ["90m", "6h", "1d", "2w", "52w"].map(parseDuration);
    expect(times).to.deep.equal([5_400, 21_600, 86_400, 1_209_600, 31_449_600]);
  });
});
