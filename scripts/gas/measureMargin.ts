import { toSeriesId } from "@bulkhead/sdk";
import { MaxInt256, MaxUint256, parseEther, parseUnits, solidityPacked } from "ethers";
import { network } from "hardhat";

import { MarginEngine__factory, type IOptionVault } from "../../typechain-types/index.ts";
import { answerOf, deployMarket, EXPIRIES, STARTS_AT } from "./deployMarket.ts";
import type { Figures } from "./Figures.ts";
import { fillBook, FOREVER } from "./fillBook.ts";
import { fixPrice } from "./fixPrice.ts";
import { meterOn } from "./meterOn.ts";

const HOUR = 3_600;
const MINUTE = 60;
/** Of each series, so that the vault stays short in all: others have bought more. */
const QUARTER = parseEther("0.25");
const DEPOSIT = parseUnits("1000", 6);
const PLEDGE = parseUnits("100000", 6);
/** Between the strikes of the spread. */
const SETTLES_AT = 1_900;

/** Legs of one size, in the order of the strikes: `-1` writes, `1` buys. */
const legsOf = (ids: readonly bigint[], signs: readonly bigint[]) =>
  ids.map((id, i) => {
    const quantity = (signs[i] ?? 0n) * QUARTER;
    return { id, quantity, limit: quantity > 0n ? MaxUint256 : 0n };
  });

/**
 * Gas of accounts without debt over a put vault with a book of 8, `receipt.gasUsed`, by an owner who has been here before: the
 * account has a pledge, and others have lots in its series. `margin.writeSpread` deposits and writes a spread in one batch,
 * `margin.open4` writes a condor, both into an account without a position; `margin.clear4` writes a condor into an account
 * that has one; `margin.settleAccount` ends a spread. `vault.settle16Cleared` settles an expiry of sixteen strikes in each of which
 * holders and accounts have lots.
 */
export async function measureMargin(): Promise<Figures> {
  const connection = await network.create({ override: { initialDate: new Date(STARTS_AT * 1_000) } });
  const { ethers, networkHelpers } = connection;
  const figures: Figures = {};
  const measure = meterOn(connection, figures);
  try {
    const market = await deployMarket(connection);
    const { provider, trader, usdc, aggregator } = market;
    for (const who of [provider, trader]) await usdc.mint(who.address, parseUnits("100000000", 6));
    await market.report();
    const vault = await market.createVault(4);
    await fillBook(vault, trader.address, EXPIRIES.slice(0, 2));

    const deployed = await ethers.deployContract("MarginEngine", [await market.router.factory()]);
    const engine = MarginEngine__factory.connect(await deployed.getAddress(), trader);
    const clearing = await ethers.getContractAt("IVaultClearing", await vault.getAddress());
    await clearing.getFunction("registerEngine")(engine);
    const [others, mine, second] = [
      accountOf(provider.address),
      accountOf(trader.address),
      accountOf(trader.address, 1),
    ];
    for (const who of [provider, trader]) await usdc.connect(who).approve(engine, MaxUint256);
    await engine.connect(provider).deposit(others, vault, PLEDGE);
    for (const account of [mine, second]) await engine.deposit(account, vault, PLEDGE);
    const [expiry = 0] = EXPIRIES;
    const ids = await seriesOf(vault, expiry);
    const condor = legsOf(ids, [1n, -1n, -1n, 1n]);
    await engine.connect(provider).trade(others, vault, condor, MaxInt256, FOREVER);
    await engine.trade(second, vault, condor, MaxInt256, FOREVER);

    const wide = await market.createVault(16);
    await fillBook(wide, trader.address, [expiry]);
    await (await ethers.getContractAt("IVaultClearing", await wide.getAddress())).getFunction("registerEngine")(engine);
    const wideIds = await seriesOf(wide, expiry);
    for (const [number, eight] of [wideIds.slice(0, 8), wideIds.slice(8)].entries()) {
      const account = accountOf(trader.address, 2 + number);
      await engine.deposit(account, wide, PLEDGE);
      await engine.trade(account, wide, legsOf(eight, [1n, -1n, 1n, -1n, 1n, -1n, 1n, -1n]), MaxInt256, FOREVER);
    }

    // A fresh price and surface, and time for E to move.
    await networkHelpers.time.increaseTo(STARTS_AT + HOUR);
    await aggregator.push(answerOf(2_010));
    await market.report();
    const now = STARTS_AT + HOUR + 10 * MINUTE;
    const spread = legsOf(ids.slice(0, 2), [1n, -1n]);
    const batch = [
      engine.interface.encodeFunctionData("deposit", [mine, await vault.getAddress(), DEPOSIT]),
      engine.interface.encodeFunctionData("trade", [mine, await vault.getAddress(), spread, MaxInt256, FOREVER]),
    ];
    await measure("margin.writeSpread", now, () => engine.batch(batch));
    await measure("margin.open4", now, () => engine.trade(mine, vault, condor, MaxInt256, FOREVER));
    await measure("margin.clear4", now, () => engine.trade(second, vault, condor, MaxInt256, FOREVER));

    await engine.batch(batch);
    await fixPrice(market, { expiry, dollars: SETTLES_AT, networkHelpers });
    await vault.settle(expiry);
    await measure("vault.settle16Cleared", expiry + HOUR, () => wide.settle(expiry));
    await measure("margin.settleAccount", expiry + HOUR, () => engine.settleAccount(mine, vault, expiry));
    return figures;
  } finally {
    await connection.close();
  }
}

const accountOf = (owner: string, number = 0): string => solidityPacked(["address", "uint96"], [owner, number]);

async function seriesOf(vault: IOptionVault, expiry: number): Promise<bigint[]> {
  const [strikes] = await vault.strikesOf(expiry);
  return strikes.map((strike) => toSeriesId(BigInt(expiry), strike));
}
