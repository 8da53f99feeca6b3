import { expect } from "chai";

import { parseOptions } from "../../../scripts/demo/options.ts";
import { UsageError } from "../../../scripts/node/UsageError.ts";

describe("demo: options", () => {
  const silent = { write: () => true };

  it("has a seed, six weeks, any free port and tables by default", () => {
    expect(parseOptions([], silent)).to.deep.equal({ seed: 7, weeks: 6, port: 0, json: false });
  });

  it("takes every option", () => {
    const options = parseOptions(
      ["--seed", "12", "--weeks", "2", "--port", "8545", "--json", "--chain", "a.csv"],
      silent,
    );
    expect(options).to.deep.equal({ seed: 12, weeks: 2, port: 8545, json: true, chain: "a.csv" });
  });

  it("prints help to the given stream and asks for no run", () => {
    let printed = "";
    expect(parseOptions(["--help"], { write: (text) => (printed += text) })).to.equal(undefined);
    expect(printed).to.contain("--weeks");
  });

  const mistakes: readonly (readonly [string, readonly string[]])[] = [
    ["weeks of zero", ["--weeks", "0"]],
    ["weeks that are no number", ["--weeks", "two"]],
    ["a fraction of a week", ["--weeks", "1.5"]],
    ["a negative seed", ["--seed", "-1"]],
    ["a port beyond the last", ["--port", "65536"]],
    ["an unknown option", ["--speed", "9"]],
    ["a missing value", ["--weeks"]],
    ["a chain without a file", ["--chain"]],
    ["an argument without an option", ["3"]],
  ];
  for (const [name, args] of mistakes) {
    it(`answers ${name} in one line: expected, got, do`, () => {
      try {
        parseOptions(args, silent);
        expect.fail("the mistake went unseen");
      } catch (error) {
        expect(error).to.be.instanceOf(UsageError);
        expect((error as UsageError).message).to.match(/^expected .+, got .+: .*make demo.*$/);
      }
    });
  }
});
