import { readFileSync } from "node:fs";

import { expect } from "chai";

import { CHAIN_ALIASES } from "../../../sdk/src/surface/chainColumns.ts";

describe("docs/reference/option-chain-files.md", () => {
  it("has every header that is known, and no other", () => {
    const rows = readFileSync("docs/reference/option-chain-files.md", "utf8")
      .split("\n")
      .filter((line) => line.startsWith("| "))
      .slice(2);
    const documented = rows.flatMap((row) => {
      const names = [...(row.split("|")[2] ?? "").matchAll(/`([a-z_0-9]+)`/g)].map(([, name = ""]) => name);
      return row.includes("the same with `ask`")
        ? names.filter((name) => name !== "ask").flatMap((name) => [name, name.replace("bid", "ask")])
        : names;
    });
    expect(documented.sort()).to.deep.equal(Object.values(CHAIN_ALIASES).flat().sort());
  });
});
