import { readFileSync } from "node:fs";

import { expect } from "chai";
import { Contract, ContractFactory, parseEther, parseUnits, type InterfaceAbi } from "ethers";

import { compileSolidity, type Diagnosed } from "../../../scripts/docs/compileSolidity.ts";
import { fencesOf } from "../../../scripts/docs/markdown.ts";
import { proseFiles } from "../../../scripts/docs/proseFiles.ts";
import { parseSeriesId } from "../../../sdk/src/index.ts";
import { liveMarket, type LiveMarket, type LiveVault } from "../../fixtures/liveMarket.ts";

interface Output extends Diagnosed {
  readonly contracts: Record<string, Record<string, { abi: InterfaceAbi; evm: { bytecode: { object: string } } }>>;
}

const QUANTITY = parseEther("1.5");

describe("Solidity of the documentation", function () {
  this.timeout(180_000);

  let market: LiveMarket;
  let vault: LiveVault;
  let id: bigint;
  const compiled = new Map<string, { abi: InterfaceAbi; bytecode: string }>();

  before(async () => {
    for (const file of proseFiles()) {
      for (const { language, code, marks } of fencesOf(readFileSync(file, "utf8"))) {
        if (language !== "solidity" || marks.includes("not-run")) continue;
        const outputSelection = { "*": ["abi", "evm.bytecode.object"] };
        const { contracts } = compileSolidity({ sources: { "page.sol": code }, outputSelection }) as Output;
        for (const [name, { abi, evm }] of Object.entries(contracts["page.sol"] ?? {})) {
          compiled.set(name, { abi, bytecode: evm.bytecode.object });
        }
      }
    }
    market = await liveMarket();
    vault = market.vaults.find(({ kind, tier }) => kind === "put" && tier === "wide")!;
    id = await market.seriesNear(vault, { expiry: market.expiries[1], price: 1_900 });
  });

  after(() => market.connection.close());

  async function deploy(name: string, ...args: unknown[]): Promise<Contract> {
    const { abi, bytecode } = compiled.get(name)!;
    const { trader } = market.signers;
    const deployed = await new ContractFactory(abi, bytecode, trader).deploy(...args);
    const contract = new Contract(await deployed.getAddress(), abi, trader);
    await vault.token.connect(trader).approve(contract.target, parseUnits("1000000", 6));
    return contract;
  }

  const held = (): Promise<bigint> => vault.options.balanceOf(market.signers.trader, id);
  const cash = (): Promise<bigint> => vault.token.balanceOf(market.signers.trader);

  it("compiles, and is all deployed below", () => {
    expect([...compiled.keys()].sort()).to.deep.equal(["CarefulBuyer", "Insurer"]);
  });

  it("of the README buys a put and gives back what it did not need", async () => {
    const insurer = await deploy("Insurer");
    const [before, most] = [await cash(), parseUnits("500", 6)];
    await insurer.getFunction("insure")(vault.address, id, QUANTITY, most);
    expect(await held()).to.equal(QUANTITY);
    const paid = before - (await cash());
    expect(paid > 0n && paid < most, `${paid}`).to.equal(true);
    expect(await vault.token.balanceOf(insurer.target)).to.equal(0n);
    expect(await vault.token.allowance(insurer.target, vault.address)).to.equal(0n);
  });

  it("of the how-to page buys at the quoted premium, or says why the vault would not", async () => {
    const buyer = await deploy("CarefulBuyer", market.quoter.target);
    const { expiry, strike } = parseSeriesId(id);
    const [options, before] = [await held(), await cash()];
    const buy = buyer.getFunction("buy");
    const { amount } = await market.quoter.quote(vault.address, id, QUANTITY);
    await buy(vault.address, expiry, strike, QUANTITY);
    expect((await held()) - options).to.equal(QUANTITY);
    expect(before - (await cash())).to.be.closeTo(amount, amount / 100n);
    await expect(buy(vault.address, expiry, strike, parseEther("100000"))).to.be.revertedWithCustomError(
      buyer,
      "Refused",
    );
  });
});
