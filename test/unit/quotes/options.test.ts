import { expect } from "chai";

import { UsageError } from "../../../scripts/node/UsageError.ts";
import { main } from "../../../scripts/quotes/main.ts";
import { parseOptions } from "../../../scripts/quotes/options.ts";

describe("quotes: options", () => {
  const silent = { write: () => true };

  it("takes signed prices, every tier and the market's own realised volatility by default", () => {
    expect(parseOptions(["--chain", "a.csv"], silent)).to.deep.equal({ chain: "a.csv", signed: true, json: false });
  });

  it("takes every option", () => {
    const args = "--chain a.csv --tier wide --push --realised 37.5 --json".split(" ");
    const options = { chain: "a.csv", tier: "wide", signed: false, realised: 37.5, json: true };
    expect(parseOptions(args, silent)).to.deep.equal(options);
    expect(parseOptions(["--chain", "a.csv", "--signed"], silent)?.signed).to.equal(true);
  });

  it("prints help to the given stream and asks for no run", () => {
    let printed = "";
    expect(parseOptions(["--help"], { write: (text) => (printed += text) })).to.equal(undefined);
    expect(printed).to.contain("--realised");
  });

  const mistakes: readonly (readonly [string, readonly string[], RegExp])[] = [
    ["no chain", [], /--chain to be the path .* got none/],
    ["an empty path", ["--chain", ""], /--chain to be the path .* got ""/],
    ["both kinds of price", ["--chain", "a.csv", "--push", "--signed"], /one of --signed and --push, got both/],
    ["a volatility that is no number", ["--chain", "a.csv", "--realised", "high"], /--realised .* got "high"/],
    ["a negative volatility", ["--chain", "a.csv", "--realised=-1"], /--realised .* got "-1"/],
    ["a volatility beyond its most", ["--chain", "a.csv", "--realised", "501"], /0 to 500, got "501"/],
    ["an unknown option", ["--chain", "a.csv", "--tiers"], /unknown option '--tiers'/],
    ["an argument too many", ["--chain", "a.csv", "b.csv"], /too many arguments/],
  ];
  for (const [what, args, says] of mistakes) {
    it(`refuses ${what} in one line`, async () => {
      expect(() => parseOptions(args, silent)).to.throw(UsageError, says);
      let said = "";
      const streams = { out: silent, err: { write: (text: string) => (said += text) } };
      expect(await main(args, streams)).to.equal(2);
      expect(said.trimEnd()).to.match(says).and.not.to.contain("\n");
    });
  }
});
