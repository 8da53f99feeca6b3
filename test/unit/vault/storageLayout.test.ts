import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { expect } from "chai";

const VAULT = "contracts/vault/OptionVault.sol";
const MODULES = ["VaultOperations", "VaultClearing", "VaultShares", "VaultViews"] as const;
const fileOf = (name: string): string => `contracts/vault/modules/${name}.sol`;

/** One variable, as the compiler lays it out. */
interface Variable {
  readonly label: string;
  readonly slot: string;
  readonly offset: number;
  readonly type: string;
}

interface Layout {
  readonly storage: readonly Variable[];
}

interface Output {
  readonly errors?: readonly { readonly severity: string; readonly formattedMessage: string }[];
  readonly contracts: Record<string, Record<string, { readonly storageLayout: Layout }>>;
}

interface Compiler {
  compile(input: string, callbacks: { import: (path: string) => { contents: string } }): string;
}

const require = createRequire(import.meta.url);

/** Sources by the names that imports resolve to: ours from the root, packages from where they are installed. */
function load(path: string): { contents: string } {
  return { contents: readFileSync(path.startsWith("contracts/") ? path : require.resolve(path), "utf8") };
}

/** All layouts out of one analysis, so that types have the same names in each; no code is generated. */
function layouts(): { vault: Layout; modules: readonly Layout[] } {
  const compiler = require("solc") as Compiler;
  const files = [VAULT, ...MODULES.map(fileOf)];
  const input = {
    language: "Solidity",
    sources: Object.fromEntries(files.map((path) => [path, { content: load(path).contents }])),
    settings: {
      evmVersion: "osaka",
      outputSelection: Object.fromEntries(files.map((path) => [path, { "*": ["storageLayout"] }])),
    },
  };
  const output = JSON.parse(compiler.compile(JSON.stringify(input), { import: load })) as Output;
  const errors = output.errors?.filter(({ severity }) => severity === "error") ?? [];
  expect(errors.map(({ formattedMessage }) => formattedMessage)).to.deep.equal([]);
  const of = (path: string, name: string): Layout => output.contracts[path]![name]!.storageLayout;
  return { vault: of(VAULT, "OptionVault"), modules: MODULES.map((name) => of(fileOf(name), name)) };
}

const placeOf = ({ label, slot, offset, type }: Variable) => ({ label, slot, offset, type });

describe("Storage of a vault and of the code it delegates to", function () {
  this.timeout(60_000);

  let vault: readonly Variable[];
  let modules: readonly (readonly Variable[])[];

  before(() => {
    const found = layouts();
    vault = found.vault.storage;
    modules = found.modules.map(({ storage }) => storage);
  });

  for (const [index, name] of MODULES.entries()) {
    it(`A21: every word that ${name} knows is the same word of OptionVault, and they are its first`, () => {
      const known = modules[index]!;
      expect(known.length).to.be.greaterThan(0);
      expect(vault.slice(0, known.length).map(placeOf)).to.deep.equal(known.map(placeOf));
    });
  }

  it("A21: what the vault alone has begins after all of those", () => {
    const known = modules[0]!;
    const last = Math.max(...known.map(({ slot }) => Number(slot)));
    const own = vault.slice(known.length);
    expect(own.length).to.be.greaterThan(0);
    for (const { label, slot } of own) expect(Number(slot), label).to.be.greaterThan(last);
  });

  it("is laid out as VaultLayout documents it", () => {
    const slots = Object.fromEntries(vault.map(({ label, slot }) => [label, Number(slot)]));
    expect(slots).to.include({ _ledger: 1, _book: 7, _params: 9, _rules: 12, _queue: 14, _settledPrices: 15 });
    expect(slots).to.include({ _tripped: 16, _parked: 17, _ladders: 20, _clearing: 21, _balances: 23, _symbol: 27 });
  });
});
