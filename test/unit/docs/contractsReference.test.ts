import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

import { expect } from "chai";

import { writeContractsReference } from "../../../scripts/docs/contractsReference.ts";

describe("reference of the contracts", function () {
  this.timeout(120_000);

  let folder: string;
  let names: string[];
  const page = (name: string): string => readFileSync(join(folder, `${name}.md`), "utf8");

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "reference-"));
    names = writeContractsReference(folder);
  });

  after(() => rmSync(folder, { recursive: true }));

  it("has a page for every interface, and each on the first page", () => {
    const declared = globSync("contracts/interfaces/*.sol").flatMap((path) =>
      [...readFileSync(path, "utf8").matchAll(/^interface (\w+)/gm)].map(([, name = ""]) => name),
    );
    expect([...names].sort()).to.deep.equal(declared.sort());
    for (const name of names) expect(page("index")).to.contain(`[${name}](./${name}.md)`);
  });

  it("has every function, event and error of an interface", () => {
    for (const path of globSync("contracts/interfaces/*.sol")) {
      const source = readFileSync(path, "utf8");
      if ([...source.matchAll(/^interface /gm)].length !== 1) continue;
      const members = [...source.matchAll(/^ {2}(?:function|event|error|struct) (\w+)/gm)].map(([, name = ""]) => name);
      for (const name of members) expect(page(basename(path, ".sol")), path).to.match(new RegExp(`^### ${name}$`, "m"));
    }
  });

  it("says of a function what its NatSpec says, in the order of its declaration", () => {
    const [, buy = ""] = /^### buy\n([\s\S]*?)^### /m.exec(page("IOptionVault")) ?? [];
    expect(buy).to.contain("Buys `quantity` (WAD) of a listed series; pulls the premium from the caller.");
    expect(buy).to.contain("```solidity\nfunction buy(\n  SeriesId id,\n");
    expect(buy).to.contain("| `maxPremium` | token units; reverts `PremiumAboveLimit` beyond |");
    expect(buy).to.contain("| `premium` | paid, token units, rounded up |");
    const order = [...page("IQuoter").matchAll(/^\| `(parts|amount|revertData)` \|/gm)].map(([, name]) => name);
    expect(order.slice(0, 3)).to.deep.equal(["parts", "amount", "revertData"]);
  });

  it("shows structs with the comments of their members", () => {
    expect(page("IOptionVault")).to.contain(
      "/// Smallest order, WAD options; a multiple of lotSize.\n  uint256 minOrder;",
    );
    expect(page("types")).to.contain("struct Leg {");
  });
});
