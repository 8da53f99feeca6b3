import { MaxUint256, parseUnits } from "ethers";
import { network } from "hardhat";

import { answerOf, deployMarket, EXPIRIES, STARTS_AT } from "./deployMarket.ts";
import type { Figures } from "./Figures.ts";
import { fillBook } from "./fillBook.ts";
import { meterOn } from "./meterOn.ts";

const HOUR = 3_600;
/** Short, so that the book lives through two epochs. */
const EPOCH = 2 * HOUR;
const MINUTE = 60;
/** Share units of a whole share of a vault in a token of six decimals. */
const SHARE = 10n ** 12n;
const SHARES = 1_000n * SHARE;
/** Below the price here: a share began at one. */
const MINIMUM = parseUnits("0.9", 18);

/**
 * Gas of the redeem queue over a vault with a book of 8: by a controller who has been here before, in a batch that others
 * are in too. `queue.requestFirst` opens the batch, `queue.requestMinimum` a level of it and its group;
 * `queue.fillExcluding` leaves out a level whose minimum the price misses, after trying with it.
 */
export async function measureQueue(): Promise<Figures> {
  const connection = await network.create({ override: { initialDate: new Date(STARTS_AT * 1_000) } });
  const { networkHelpers } = connection;
  const figures: Figures = {};
  const measure = meterOn(connection, figures);
  try {
    const market = await deployMarket(connection);
    const { provider, trader, usdc, aggregator } = market;
    for (const who of [provider, trader]) await usdc.mint(who.address, parseUnits("100000000", 6));
    await market.report();
    const vault = await market.createVault(4);
    await fillBook(vault, trader.address, EXPIRIES.slice(0, 2));
    await vault["deposit(uint256,address)"](parseUnits("100000", 6), trader.address);

    const queue = await market.createQueue(vault, { epochLength: EPOCH, minimumRequest: SHARE });
    const ofTrader = queue.connect(trader);
    for (const who of [provider, trader]) await vault.connect(who).approve(queue, MaxUint256);
    const [lp, me] = [provider.address, trader.address];
    const plain = "requestRedeem(uint256,address,address)";
    const withMinimum = "requestRedeem(uint256,address,address,uint256)";

    /** Into the next epoch, with a price and a surface of then. */
    async function goTo(time: number, dollars: number): Promise<void> {
      await networkHelpers.time.increaseTo(time);
      await aggregator.push(answerOf(dollars));
      await market.report();
    }

    await ofTrader[plain](SHARES, me, me);
    await queue[plain](SHARES, lp, lp);
    const end = STARTS_AT + EPOCH;
    await goTo(end + MINUTE, 2_010);
    const epoch = BigInt(end / EPOCH) - 1n;
    const now = end + 10 * MINUTE;
    await measure("queue.fill", now, () => ofTrader.fill(epoch));
    await ofTrader.fill(epoch);
    const [filled = 0n] = await queue.requestsOf(lp);
    await measure("queue.claim", now, () => queue.claim(filled, lp, lp));
    await measure("queue.redeem", now, () => queue.redeem(SHARES, lp, lp));
    await queue.claim(filled, lp, lp);

    // Nobody is in this batch yet; another's shares in the queue would be there in practice, and are here.
    await vault.connect(trader).transfer(queue, SHARES);
    await measure("queue.requestFirst", now, () => queue[plain](SHARES, lp, lp));
    await ofTrader[plain](SHARES, me, me);
    await measure("queue.request", now, () => queue[plain](SHARES, lp, lp));
    await measure("queue.requestMinimum", now, () => queue[withMinimum](SHARES, lp, lp, MINIMUM));

    await queue[withMinimum](SHARES, lp, lp, await priceOf());
    await ofTrader[plain](SHARES, me, me);
    // A rise costs who sold puts nothing; a fall does.
    await goTo(end + EPOCH + MINUTE, 1_500);
    await measure("queue.fillExcluding", now + EPOCH, () => ofTrader.fill(epoch + 1n));
    return figures;

    /** NAV less the band a share, about. */
    async function priceOf(): Promise<bigint> {
      const [{ nav, band }, supply] = await Promise.all([vault.assess(), vault.totalSupply()]);
      return ((((nav - band) * SHARE) / supply) * 999_999n) / 1_000_000n;
    }
  } finally {
    await connection.close();
  }
}
