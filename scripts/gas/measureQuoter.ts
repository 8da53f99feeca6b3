import { MaxUint256, parseEther, parseUnits } from "ethers";
import { network } from "hardhat";

import { Quoter__factory } from "../../typechain-types/index.ts";
import { answerOf, deployMarket, EXPIRIES, STARTS_AT } from "./deployMarket.ts";
import type { Figures } from "./Figures.ts";
import { fillBook, FOREVER } from "./fillBook.ts";
import { intrinsicGas } from "./intrinsicGas.ts";
import { meterOn } from "./meterOn.ts";

const HOUR = 3_600;
const VAULTS = 8;
/** Ten thousand lots, so that all scales of the split are searched. */
const SPLIT = parseEther("100");
const ONE = parseEther("1");

/**
 * Gas of the quoter's views that ask many prices, everything cold, each within what a node lets a call use: bid and ask of every
 * series of a vault of 8 × 8, and the split of an order over eight such vaults whose books differ.
 */
export async function measureQuoter(): Promise<Figures> {
  const connection = await network.create({ override: { initialDate: new Date(STARTS_AT * 1_000) } });
  const { ethers, networkHelpers } = connection;
  const figures: Figures = {};
  const measure = meterOn(connection, figures);
  try {
    const market = await deployMarket(connection);
    const { provider, trader, usdc, aggregator, router } = market;
    for (const who of [provider, trader]) await usdc.mint(who.address, parseUnits("1000000000", 6));
    await market.report();
    const deployed = await ethers.deployContract("Quoter", [await router.factory()]);
    const quoter = Quoter__factory.connect(await deployed.getAddress(), trader);

    const vaults: string[] = [];
    let id = 0n;
    for (let index = 0; index < VAULTS; ++index) {
      const vault = await market.createVault(8);
      vaults.push(await vault.getAddress());
      id = await fillBook(vault, trader.address, EXPIRIES);
      // Books that differ, so that the split has something to find.
      await vault.buy(id, BigInt(1 + 40 * index) * ONE, MaxUint256, trader.address, FOREVER);
    }
    await networkHelpers.time.increaseTo(STARTS_AT + HOUR);
    await aggregator.push(answerOf(2_010));
    await market.report();

    const now = STARTS_AT + HOUR + 600;
    const views = {
      "quoter.chain64": quoter.interface.encodeFunctionData("chain", [vaults[0] ?? "", ONE]),
      "quoter.bestSplit8": quoter.interface.encodeFunctionData("bestSplit", [vaults, id, SPLIT, 0n]),
    };
    for (const [key, data] of Object.entries(views)) {
      await measure(key, now, () => trader.sendTransaction({ to: quoter, data }));
      figures[key] = (figures[key] ?? 0) - intrinsicGas(data);
    }
    return figures;
  } finally {
    await connection.close();
  }
}
