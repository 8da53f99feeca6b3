import { toSeriesId } from "@bulkhead/sdk";
import { MaxUint256, parseEther, parseUnits } from "ethers";
import { network } from "hardhat";

import type { IOptionVault } from "../../typechain-types/index.ts";
import { answerOf, deployMarket, EXPIRIES, expiryIn, STARTS_AT } from "./deployMarket.ts";
import type { Figures } from "./Figures.ts";
import { BOUGHT, fillBook, FOREVER } from "./fillBook.ts";
import { fixPrice } from "./fixPrice.ts";
import { intrinsicGas } from "./intrinsicGas.ts";
import { meterOn } from "./meterOn.ts";

const HOUR = 3_600;
const ONE = parseEther("1");
const HALF = ONE / 2n;
const DEPOSIT = parseUnits("1000", 6);
/** Below the upper strikes of every ladder: puts are in the money. */
const SETTLES_AT = 1_900;

/**
 * Gas of whole transactions, `receipt.gasUsed`, by a returning user: balances, allowances and open interest are there
 * before and after, the protocol takes no fee, everything is cold as a transaction finds it.
 * `premium.book64` is the callee's part of one: a vault's own assessment of a book of 8 × 8.
 */
export async function measureTransactions(): Promise<Figures> {
  const connection = await network.create({ override: { initialDate: new Date(STARTS_AT * 1_000) } });
  const { networkHelpers } = connection;
  const figures: Figures = {};

  const measure = meterOn(connection, figures);

  try {
    const market = await deployMarket(connection);
    const { provider, trader, usdc, router, aggregator } = market;
    const [me, lp] = [trader.address, provider.address];
    await usdc.mint(provider.address, parseUnits("100000000", 6));
    await usdc.mint(trader.address, parseUnits("100000000", 6));
    await usdc.approve(router, MaxUint256);
    await market.report();

    const of8 = await market.createVault(4);
    const other8 = await market.createVault(4);
    const of64 = await market.createVault(8);
    const of16 = await market.createVault(16);
    const id = await fillBook(of8, me, EXPIRIES.slice(0, 2));
    await fillBook(other8, me, EXPIRIES.slice(0, 2));
    await fillBook(of64, me, EXPIRIES);
    await fillBook(of16, me, EXPIRIES.slice(0, 2));

    // A fresh price and surface, and time for E to move.
    await networkHelpers.time.increaseTo(STARTS_AT + HOUR);
    await aggregator.push(answerOf(2_010));
    await market.report();
    const now = STARTS_AT + HOUR + 600;
    const asProvider = (vault: IOptionVault): IOptionVault => vault.connect(provider);

    await measure("vault.buy8", now, () => of8.buy(id, ONE, MaxUint256, me, FOREVER));
    await measure("vault.sell8", now, () => of8.sell(id, ONE, 0n, me, me, FOREVER));
    const leg = { id, quantity: HALF, limit: MaxUint256 };
    await measure("router.buySplit2", now, () =>
      router.execute(
        [
          { ...leg, vault: of8 },
          { ...leg, vault: other8 },
        ],
        [],
        me,
        FOREVER,
      ),
    );
    const [strikes8] = await of8.strikesOf(EXPIRIES[0] ?? 0);
    const legs4 = strikes8.map((strike) => ({ ...leg, id: toSeriesId(BigInt(EXPIRIES[0] ?? 0), strike), vault: of8 }));
    await measure("router.buyLegs4", now, () => router.execute(legs4, [], me, FOREVER));
    await measure("vault.deposit8", now, () => asProvider(of8)["deposit(uint256,address)"](DEPOSIT, lp));
    await measure("vault.deposit64", now, () => asProvider(of64)["deposit(uint256,address)"](DEPOSIT, lp));
    await measure("vault.withdraw64", now, () =>
      asProvider(of64)["withdraw(uint256,address,address)"](DEPOSIT, lp, lp),
    );
    const shares = await of64.balanceOf(lp);
    await measure("vault.guaranteedExit", now, () =>
      asProvider(of64)["guaranteedExit(uint256,address,address)"](shares / 10n, lp, lp),
    );
    await measure("vault.openExpiry16", now, () => of16.openExpiry(expiryIn(3)));

    const assess = of64.interface.encodeFunctionData("assess");
    await measure("premium.book64", now, () => trader.sendTransaction({ to: of64, data: assess }));
    figures["premium.book64"] = (figures["premium.book64"] ?? 0) - intrinsicGas(assess);

    const expiry = expiryIn(1);
    const [strikes] = await of16.strikesOf(expiry);
    await fixPrice(market, { expiry, dollars: SETTLES_AT, networkHelpers });
    const later = expiry + HOUR;
    await measure("vault.settle16", later, () => of16.settle(expiry));
    await of16.settle(expiry);
    const inTheMoney = toSeriesId(BigInt(expiry), strikes.at(-1) ?? 0n);
    await measure("vault.redeem", later, () => of16.redeemOptions(inTheMoney, ONE, me, me));
    // As most will: all that one holds, which empties a slot and takes a refund.
    await measure("vault.redeemAll", later, () => of16.redeemOptions(inTheMoney, BOUGHT, me, me));
    return figures;
  } finally {
    await connection.close();
  }
}
