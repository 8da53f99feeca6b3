import { expect } from "chai";

import { main } from "../../../scripts/replay/main.ts";
import { parseOptions } from "../../../scripts/replay/options.ts";
import { UsageError } from "../../../scripts/node/UsageError.ts";

describe("replay: options", () => {
  const silent = { write: () => true };

  it("asks for as much as the vault has, a tenth above realised volatility, by default", () => {
    const options = { premium: 1.1, demand: 1, tolerance: 0.2, volatility: 65, seed: 7, json: false };
    expect(parseOptions([], silent)).to.deep.equal(options);
  });

  it("takes every option", () => {
    const args = "--premium 1.25 --demand 2 --tolerance 0.1 --volatility 80 --seed 12 --json".split(" ");
    const options = { premium: 1.25, demand: 2, tolerance: 0.1, volatility: 80, seed: 12, json: true };
    expect(parseOptions(args, silent)).to.deep.equal(options);
  });

  it("prints help to the given stream and asks for no run", () => {
    let printed = "";
    expect(parseOptions(["--help"], { write: (text) => (printed += text) })).to.equal(undefined);
    expect(printed).to.contain("--tolerance");
  });

  const mistakes: readonly (readonly [string, readonly string[]])[] = [
    ["a premium under its least", ["--premium", "0.4"]],
    ["a premium that is no number", ["--premium", "high"]],
    ["an exponent", ["--demand", "1e2"]],
    ["no demand", ["--demand", "0"]],
    ["a negative tolerance", ["--tolerance", "-0.1"]],
    ["a volatility beyond the largest", ["--volatility", "151"]],
    ["a fraction for a seed", ["--seed", "1.5"]],
    ["a seed beyond the largest", ["--seed", "4294967296"]],
    ["an unknown option", ["--speed", "9"]],
    ["a missing value", ["--premium"]],
    ["an argument without an option", ["3"]],
  ];
  for (const [name, args] of mistakes) {
    it(`answers ${name} in one line: expected, got, do`, async () => {
      expect(() => parseOptions(args, silent)).to.throw(UsageError, /^expected .+, got .+: .*make replay.*$/);
      let said = "";
      const code = await main(args, { out: silent, err: { write: (text) => (said += text) } });
      expect([code, said.split("\n").length]).to.deep.equal([2, 2]);
    });
  }
});
