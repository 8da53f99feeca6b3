import { expect } from "chai";

import { main } from "../../../scripts/fairness/main.ts";
import { parseOptions } from "../../../scripts/fairness/options.ts";
import { UsageError } from "../../../scripts/node/UsageError.ts";

const SEARCH = {
  command: "search",
  trials: 200_000,
  seed: 1,
  horizon: "minutes",
  parties: "strangers",
  tiers: "shipped",
  feed: "push",
  moves: "deep",
  limits: "all",
  rule: "slow",
  refine: 0,
  json: false,
};

describe("fairness: options", () => {
  const silent = { write: () => true };

  it("searches as shipped, among strangers, within minutes, by default", () => {
    expect(parseOptions([], silent)).to.deep.equal(SEARCH);
    expect(parseOptions(["search"], silent)).to.deep.equal(SEARCH);
  });

  it("takes every option", () => {
    const args =
      "--trials 5 --seed 9 --horizon days --parties holders --tiers triple --feed signed --moves shallow --limits trades " +
      "--rule first --refine 7 --json";
    expect(parseOptions(args.split(" "), silent)).to.deep.equal({
      command: "search",
      trials: 5,
      seed: 9,
      horizon: "days",
      parties: "holders",
      tiers: "triple",
      feed: "signed",
      moves: "shallow",
      limits: "trades",
      rule: "first",
      refine: 7,
      json: true,
    });
  });

  it("takes the other commands", () => {
    expect(parseOptions("attacks --feed signed --markdown".split(" "), silent)).to.deep.equal({
      command: "attacks",
      tiers: "shipped",
      feed: "signed",
      markdown: true,
      json: false,
    });
    expect(parseOptions("bounds --trials 10 --json".split(" "), silent)).to.deep.equal({
      command: "bounds",
      trials: 10,
      seed: 1,
      moves: "shallow",
      json: true,
    });
  });

  for (const args of [["--help"], ["attacks", "--help"], ["help"]]) {
    it(`prints help for ${args.join(" ")} to the given stream and asks for no run`, () => {
      let printed = "";
      expect(parseOptions(args, { write: (text) => (printed += text) })).to.equal(undefined);
      expect(printed).to.contain("make fairness");
    });
  }

  const mistakes: readonly (readonly [string, readonly string[]])[] = [
    ["no cycles", ["--trials", "0"]],
    ["too many cycles", ["--trials", "100000001"]],
    ["a fraction of a cycle", ["--trials", "1.5"]],
    ["an exponent", ["--trials", "1e3"]],
    ["a seed beyond the largest", ["--seed", "4294967296"]],
    ["a negative seed", ["--seed", "-1"]],
    ["an unknown horizon", ["--horizon", "weeks"]],
    ["an unknown party", ["--parties", "everybody"]],
    ["unknown tiers", ["--tiers", "quadruple"]],
    ["an unknown option", ["--speed", "9"]],
    ["a missing value", ["--trials"]],
    ["an option of another command", ["attacks", "--trials", "3"]],
    ["an unknown command", ["guess"]],
  ];
  for (const [name, args] of mistakes) {
    it(`answers ${name} in one line: expected, got, do`, async () => {
      expect(() => parseOptions(args, silent)).to.throw(UsageError, /^expected .+, got .+: .*make fairness.*$/);
      let said = "";
      const code = await main(args, { out: silent, err: { write: (text) => (said += text) } });
      expect([code, said.split("\n").length]).to.deep.equal([2, 2]);
    });
  }

  it("prints one JSON record a row and progress apart from it", async () => {
    let out = "";
    const streams = { out: { write: (text: string) => (out += text) }, err: silent };
    expect(await main(["--trials", "300", "--refine", "5", "--json"], streams)).to.equal(0);
    const records = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { table: string; net: number });
    expect(records.map(({ table }) => table)).to.deep.equal(["search", ...triple("cycle"), ...triple("refined")]);
    expect(records[0]!.net).to.equal(records[1]!.net);
  });
});

function triple(name: string): string[] {
  return [name, name, name];
}
