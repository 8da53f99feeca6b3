import { expect } from "chai";

import { gasRows, gasTable } from "../../../scripts/gas-report/gasTable.ts";
import type { GasStatistics } from "../../../scripts/gas-report/GasStatistics.ts";
import { parseOptions } from "../../../scripts/gas-report/options.ts";
import { markdownTable } from "../../../scripts/report/markdownTable.ts";
import { expectClose } from "../../helpers/expectClose.ts";

const gas = (avg: number) => ({ min: avg - 10, avg, median: avg + 5, max: avg + 50, count: 3 });

const statistics: GasStatistics = {
  contracts: {
    router: {
      sourceName: "contracts/router/VaultRouter.sol",
      contractName: "VaultRouter",
      proxyChain: [],
      deployment: gas(1_500_000),
      functions: { execute: gas(240_000), factory: gas(2_000) },
    },
    vault: {
      sourceName: "contracts/vault/OptionVault.sol",
      contractName: "OptionVault",
      proxyChain: [],
      deployment: null,
      functions: { deposit: gas(120_000) },
    },
    module: {
      sourceName: "contracts/vault/modules/VaultOperations.sol",
      contractName: "VaultOperations",
      proxyChain: [
        "contracts/vault/OptionVault.sol:OptionVault",
        "contracts/vault/modules/VaultOperations.sol:VaultOperations",
      ],
      deployment: gas(5_000_000),
      functions: { buy: gas(222_000) },
    },
    standIn: {
      sourceName: "contracts/devnet/DevToken.sol",
      contractName: "DevToken",
      proxyChain: [],
      deployment: gas(900_000),
      functions: { mint: gas(40_000) },
    },
  },
};

const terms = { block: 60_000_000, all: false, currency: "EUR" };

describe("gas report: table", () => {
  it("has a row a method and a deployment, what a proxy hands on under the proxy's name", () => {
    const rows = gasRows(statistics, terms);
    expect(rows.map(({ contract, method }) => [contract, method])).to.deep.equal([
      ["OptionVault", "buy"],
      ["OptionVault", "deposit"],
      ["VaultRouter", "execute"],
      ["VaultRouter", "factory"],
      ["VaultRouter", undefined],
    ]);
  });

  it("leaves out what only reads where that is known, and shows others' contracts where they are asked for", () => {
    const isView = ({ contractName }: { contractName: string }, method: string) =>
      contractName === "VaultRouter" && method === "factory";
    const rows = gasRows(statistics, { ...terms, all: true, isView });
    expect(rows.map(({ contract, method }) => `${contract}.${method ?? ""}`)).to.deep.equal([
      "DevToken.mint",
      "DevToken.",
      "OptionVault.buy",
      "OptionVault.deposit",
      "VaultRouter.execute",
      "VaultRouter.",
    ]);
  });

  it("computes shares of the block and costs of the average", () => {
    const [inEth] = gasRows(statistics, { ...terms, gwei: 2.5 });
    // 222,000 · 2.5 gwei = 555,000 gwei
    expectClose(inEth!.cost!, 0.000555, 1e-15);
    expect(inEth?.blockShare).to.equal(0.0037);
    const [inEuro] = gasRows(statistics, { ...terms, gwei: 2.5, price: 2_000 });
    expectClose(inEuro!.cost!, 1.11, 1e-12);
    const [unpriced] = gasRows(statistics, { ...terms, block: 30_000_000 });
    expect(unpriced).not.to.have.property("cost");
    expect(unpriced?.blockShare).to.equal(0.0074);
  });

  it("says units and prices in its head, and is the same as Markdown", () => {
    const prices = { ...terms, gwei: 2, price: 3_000 };
    const table = gasTable(gasRows(statistics, prices), prices);
    expect(table.columns.at(-1)).to.equal("EUR");
    expect(table.title).to.match(/block of 60,000,000; cost of an average call at 2 gwei and 3,000 EUR an ETH$/);
    expect(table.rows.map(({ cells }) => cells.at(-1))).to.deep.equal(["1.33", "0.72", "1.44", "0.01", "9.00"]);
    const [title, , head, rule, first, , , , last] = markdownTable(table).split("\n");
    expect(title).to.equal(table.title);
    expect(head).to.equal("| contract | method | calls | min | average | median | max | block | EUR |");
    expect(rule).to.equal("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    expect(first).to.equal("| OptionVault | buy | 3 | 221,990 | 222,000 | 222,005 | 222,050 | 0.37 % | 1.33 |");
    expect(last).to.equal("|  | (deployment) | 3 | 1,499,990 | 1,500,000 | 1,500,005 | 1,500,050 | 2.50 % | 9.00 |");
    expect(gasTable(gasRows(statistics, terms), terms).columns).not.to.include("ETH");
    expect(gasTable([], { ...terms, gwei: 1 }).columns.at(-1)).to.equal("ETH");
  });
});

describe("gas report: options", () => {
  const parse = (...args: string[]) => parseOptions(args, { write: () => true });

  it("are numbers, files of tests and flags", () => {
    const file = "test/unit/gasReport/gasTable.test.ts";
    expect(parse("--gwei", "0.05", "--price", "2500", "--currency", "EUR", file)).to.deep.include({
      files: [file],
      gwei: 0.05,
      price: 2_500,
      currency: "EUR",
      block: 60_000_000,
      all: false,
      views: false,
    });
  });

  it("are refused in one line that says what to do", () => {
    expect(() => parse("--gwei", "0")).to.throw(/expected --gwei to be a positive number, got "0": for example/);
    expect(() => parse("--price", "3000")).to.throw(/expected --gwei beside --price/);
    expect(() => parse("test/unit/nowhere.test.ts")).to.throw(/expected files of tests, .* got "test\/unit\/nowhere/);
    expect(() => parse("Makefile")).to.throw(/expected files of tests/);
    expect(() => parse("--block", "many")).to.throw(/--block to be a positive number/);
    expect(() => parse("--unknown")).to.throw(/see make gas-report/);
  });
});
