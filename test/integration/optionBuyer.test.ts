import { existsSync, readFileSync } from "node:fs";

import { expect } from "chai";
import { ContractFactory, parseEther, type InterfaceAbi } from "ethers";
import solc from "solc";

import { liveMarket, type LiveMarket } from "../fixtures/liveMarket.ts";

const NAME = "OptionBuyer";
const EXAMPLE = `packages/contracts/examples/${NAME}.sol`;
const OWN = "@bulkhead/contracts/";

interface Compiled {
  readonly contracts: Record<string, Record<string, { abi: InterfaceAbi; evm: { bytecode: { object: string } } }>>;
}

/** Compiles the example as its users do: against the package's folders. */
function compiled() {
  const input = {
    language: "Solidity",
    sources: { [NAME]: { content: readFileSync(EXAMPLE, "utf8") } },
    settings: { outputSelection: { "*": { "*": ["abi", "evm.bytecode.object"] } } },
  };
  const compiler = solc as { compile(text: string, callbacks: object): string };
  const output = compiler.compile(JSON.stringify(input), {
    import: (path: string) => {
      const file = path.startsWith(OWN) ? `contracts/${path.slice(OWN.length)}` : `node_modules/${path}`;
      return existsSync(file) ? { contents: readFileSync(file, "utf8") } : { error: `no ${file}` };
    },
  });
  return (JSON.parse(output) as Compiled).contracts[NAME]![NAME]!;
}

describe("The contracts' example: a contract that quotes and buys", function () {
  this.timeout(300_000);

  let market: LiveMarket;

  before(async () => {
    market = await liveMarket();
  });

  after(() => market.connection.close());

  it("buys what the vault sells for the price that the quoter says, and nothing dearer than it is told", async () => {
    const { abi, evm } = compiled();
    const trader = market.signers.trader;
    const deployed = await new ContractFactory(abi, evm.bytecode.object, trader).deploy();
    await deployed.waitForDeployment();
    const buyer = await deployed.getAddress();
    const vault = market.vaults.find(({ kind }) => kind === "put")!;
    const expiry = market.expiries[1];
    const strike = await market.strikeNear(vault, { expiry, price: 2_000 });
    const id = await market.seriesNear(vault, { expiry, price: 2_000 });
    const quantity = parseEther("2");
    const { amount } = await market.quoter.quote(vault.address, id, quantity);
    await market.quote.connect(trader).approve(buyer, 2n ** 255n);

    const buy = deployed.getFunction("buy");
    const terms = [market.addresses.quoter, vault.address, expiry, strike, quantity] as const;
    await expect(buy(...terms, amount / 2n)).to.be.revertedWith("refused, or too dear");
    const before = await market.quote.balanceOf(trader.address);
    await buy(...terms, (amount * 101n) / 100n);
    const paid = before - (await market.quote.balanceOf(trader.address));
    expect(paid).to.be.closeTo(amount, amount / 1_000n);
    expect(await vault.options.balanceOf(trader.address, id)).to.equal(quantity);
    expect(await market.quote.balanceOf(buyer)).to.equal(0n);
  });
});
