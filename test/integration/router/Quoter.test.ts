import { expect } from "chai";
import { ContractFactory, MaxUint256, parseEther, parseUnits } from "ethers";

import { liveMarket, type LiveMarket, type LiveVault } from "../../fixtures/liveMarket.ts";
import { testContract } from "../../helpers/testContract.ts";
import { randomFrom } from "../../helpers/randomFrom.ts";

const ONE = parseEther("1");
const LOT = parseEther("0.01");
const FAR = 2n ** 40n;
const NO_REASON = "0x00000000";
const TRIES = 60;

const STATES = { Open: 0, Guarded: 1, CloseOnly: 2, SettleOnly: 3 } as const;

describe("Quoter", () => {
  let market: LiveMarket;
  let restore: () => Promise<void>;
  let calls: LiveVault[];
  let puts: LiveVault[];
  let callId: bigint;
  let putId: bigint;

  before(async () => {
    market = await liveMarket();
    calls = market.vaults.filter(({ kind }) => kind === "call");
    puts = market.vaults.filter(({ kind }) => kind === "put");
    const near = { expiry: market.expiries[1], price: 2000 };
    callId = await market.seriesNear(calls[0]!, near);
    putId = await market.seriesNear(puts[0]!, near);
    for (const vault of market.vaults) {
      await hold(vault, 5n * ONE);
      // What a vault says directly must not be about allowances.
      await vault.token.connect(market.signers.trader).approve(vault.address, MaxUint256);
    }
  });

  beforeEach(async () => {
    const snapshot = await market.connection.networkHelpers.takeSnapshot();
    restore = () => snapshot.restore();
  });

  afterEach(() => restore());
  after(() => market.connection.close());

  const idOf = ({ kind }: LiveVault): bigint => (kind === "call" ? callId : putId);
  const addressesOf = (vaults: readonly LiveVault[]): string[] => vaults.map(({ address }) => address);

  async function hold(vault: LiveVault, quantity: bigint): Promise<void> {
    const leg = { vault: vault.address, id: idOf(vault), quantity, limit: MaxUint256 };
    await market.router.execute([leg], [], market.signers.trader.address, FAR);
  }

  async function tightenAll(state: number): Promise<void> {
    const { guardian } = market.signers;
    for (const { contract } of market.vaults) await contract.connect(guardian).tighten(state);
  }

  /** What the vault itself says to a trade, in the block that the quoter is asked in: an amount, or revert data. */
  async function outcome(
    vault: LiveVault,
    { id, quantity }: { id: bigint; quantity: bigint },
  ): Promise<bigint | string> {
    const { trader } = market.signers;
    const data =
      quantity > 0n
        ? vault.contract.interface.encodeFunctionData("buy", [id, quantity, MaxUint256, trader.address, FAR])
        : vault.contract.interface.encodeFunctionData("sell", [id, -quantity, 0n, trader.address, trader.address, FAR]);
    return trader.call({ to: vault.address, data }).then(
      (result) => BigInt(result),
      (error: unknown) => {
        if (error instanceof Error && "data" in error && typeof error.data === "string") return error.data;
        throw error;
      },
    );
  }

  describe("quote", () => {
    /** Situations that the vaults can be in. */
    const situations: Record<string, () => Promise<unknown>> = {
      "an open market": async () => undefined,
      "a guarded vault": () => tightenAll(STATES.Guarded),
      "a close-only vault": () => tightenAll(STATES.CloseOnly),
      "a settle-only vault": () => tightenAll(STATES.SettleOnly),
      "a moved price": () => market.underlyingAggregator.push(parseUnits("2150", 8)),
      "a stale surface": async () => {
        await market.connection.networkHelpers.time.increase(6 * 3_600 + 1);
        await market.underlyingAggregator.push(parseUnits("2000", 8));
      },
      "a stale price": () => market.connection.networkHelpers.time.increase(5 * 3_600),
      "an expiry about to close": async () => {
        await market.connection.networkHelpers.time.increaseTo(market.expiries[0] - 3_700);
        await market.underlyingAggregator.push(parseUnits("2000", 8));
        await market.quoteAggregator.push(parseUnits("1", 8));
        await market.report();
      },
      "an expired expiry": async () => {
        await market.connection.networkHelpers.time.increaseTo(market.expiries[0] + 60);
        await market.underlyingAggregator.push(parseUnits("2000", 8));
      },
    };

    for (const [situation, prepare] of Object.entries(situations)) {
      it(`says exactly what the vault would do to random trades, in ${situation}`, async () => {
        await prepare();
        const random = randomFrom(situation);
        let refused = 0;
        for (let i = 0; i < TRIES; i++) {
          const vault = random.pick(market.vaults);
          const trade = await randomTrade(vault, random);
          const quote = await market.quoter.quote(vault.address, trade.id, trade.quantity);
          const actual = await outcome(vault, trade);
          const label = `${vault.kind} ${vault.tier}, ${trade.quantity} of ${trade.id.toString(16)}`;
          if (typeof actual === "bigint") {
            expect(quote.reason, label).to.equal(NO_REASON);
            expect(quote.revertData, label).to.equal("0x");
            expect(quote.amount, label).to.equal(actual);
            const size = trade.quantity < 0n ? -trade.quantity : trade.quantity;
            expect(quote.maxQuantity, label).to.be.greaterThanOrEqual(size);
          } else {
            refused += 1;
            expect(quote.revertData, label).to.equal(actual);
            expect(quote.reason, label).to.equal(actual.slice(0, 10));
          }
        }
        expect(refused, "some trades are refused").to.be.greaterThan(0);
      });
    }

    async function randomTrade(vault: LiveVault, random: ReturnType<typeof randomFrom>) {
      const expiry = random.pick(market.expiries);
      const listed = await market.strikeNear(vault, { expiry, price: 1400 + random.below(1300) }).catch(() => 0n);
      const strike = random.pick([listed, listed, listed, listed, listed + 1n, 1n]);
      const id = random.pick([
        (BigInt(expiry) << 128n) | strike,
        idOf(vault),
        idOf(vault),
        idOf(vault),
        2n ** 200n,
        0n,
      ]);
      const size = random.pick([
        LOT * BigInt(1 + random.below(400)),
        LOT * BigInt(10 + random.below(100)),
        ONE,
        LOT,
        1n,
        parseEther("450.5"),
        parseEther("100000"),
        2n ** 200n,
        0n,
      ]);
      return { id, quantity: random.below(2) === 0 ? size : -size };
    }

    it("finds the largest quantity to the lot, buying and selling, open and guarded", async () => {
      for (const state of [STATES.Open, STATES.Guarded]) {
        if (state !== STATES.Open) await tightenAll(state);
        for (const vault of [calls[0]!, puts[1]!]) {
          for (const sign of [1n, -1n]) {
            const { maxQuantity } = await market.quoter.quote(vault.address, idOf(vault), sign * ONE);
            expect(maxQuantity).to.be.greaterThan(0n);
            // What a seller needs beyond that is to hold it: the vault has no more outstanding.
            if (sign === 1n) {
              expect(typeof (await outcome(vault, { id: idOf(vault), quantity: maxQuantity }))).to.equal("bigint");
            }
            const more = await outcome(vault, { id: idOf(vault), quantity: sign * (maxQuantity + LOT) });
            expect(typeof more).to.equal("string");
          }
        }
      }
    });

    it("A18: says of a vault that no factory made that it is unknown, without asking it", async () => {
      const { abi, bytecode } = await testContract("test/mocks/HostileVault.sol");
      const { signers, quoter } = market;
      const args = [market.places.underlying.address, market.places.quote.address, 1n];
      const hostile = await new ContractFactory(abi, bytecode, signers.deployer).deploy(...args);
      for (const stranger of [await hostile.getAddress(), signers.stranger.address]) {
        const quote = await quoter.quote(stranger, callId, ONE);
        expect(quote.revertData).to.equal(quoter.interface.encodeErrorResult("UnknownVault", [stranger]));
        expect(quote.amount).to.equal(0n);
        expect(quote.maxQuantity).to.equal(0n);
      }
    });

    it("never reverts, whatever it is asked", async () => {
      for (const quantity of [0n, 1n, -1n, 2n ** 255n - 1n, -(2n ** 255n)]) {
        for (const id of [0n, callId, 2n ** 256n - 1n]) {
          const { reason } = await market.quoter.quote(calls[0]!.address, id, quantity);
          expect(reason).not.to.equal(NO_REASON);
        }
      }
    });

    it("is valid for as long as the price is fresh", async () => {
      const { quoter, connection } = market;
      const { validUntil } = await quoter.quote(calls[0]!.address, callId, ONE);
      await connection.networkHelpers.time.increaseTo(validUntil + 1n);
      const { reason } = await quoter.quote(calls[0]!.address, callId, ONE);
      expect(reason).not.to.equal(NO_REASON);
    });

    it("has a state hash that time leaves alone, and a trade, a price, a report and a parameter change", async () => {
      const { quoter, connection } = market;
      const hash = async (): Promise<string> => (await quoter.quote(calls[0]!.address, callId, ONE)).stateHash;
      const first = await hash();
      await connection.networkHelpers.mine(2, { interval: 30 });
      expect(await hash(), "time").to.equal(first);
      const seen = new Set([first]);
      const changes: [string, () => Promise<unknown>][] = [
        ["a trade", () => hold(calls[0]!, ONE)],
        ["a price", () => market.underlyingAggregator.push(parseUnits("2001", 8))],
        ["a report", () => market.report(0.66)],
        ["a state", () => tightenAll(STATES.Guarded)],
      ];
      for (const [name, change] of changes) {
        await change();
        const now = await hash();
        expect(seen.has(now), name).to.equal(false);
        seen.add(now);
      }
    });
  });

  describe("bestSplit", () => {
    /** Total of every split of an order over two vaults in whole lots; the least, or the most for a sale. */
    async function bruteForce(
      vaults: readonly LiveVault[],
      { id, lots, sign }: { id: bigint; lots: bigint; sign: bigint },
    ) {
      const costs = await Promise.all(
        vaults.map(({ address }) =>
          Promise.all(
            Array.from({ length: Number(lots) + 1 }, async (_, count) => {
              if (count === 0) return 0n;
              const quantity = sign * LOT * BigInt(count);
              const reason = await market.quoter.check(address, id, quantity).catch(() => "refused");
              return reason === "refused" ? undefined : (await market.quoter.price(address, id, quantity)).amount;
            }),
          ),
        ),
      );
      let best: bigint | undefined;
      for (let count = 0; count <= Number(lots); count++) {
        const [first, second] = [costs[0]![count], costs[1]![Number(lots) - count]];
        if (first === undefined || second === undefined) continue;
        const total = first + second;
        if (best === undefined || (sign > 0n ? total < best : total > best)) best = total;
      }
      return best!;
    }

    it("buys as cheaply as the best of all splits, and never dearer than the best single vault", async () => {
      const lots = 40n;
      for (const vaults of [calls, puts]) {
        const id = idOf(vaults[0]!);
        const [parts, total, best] = await market.quoter.bestSplit(addressesOf(vaults), id, LOT * lots, 0n);
        expect(parts.reduce((sum, { quantity }) => sum + quantity, 0n)).to.equal(LOT * lots);
        expect(parts.reduce((sum, { amount }) => sum + amount, 0n)).to.equal(total);
        expect(total).to.be.lessThanOrEqual(best);
        // Each part is rounded up to a token unit.
        expect(total).to.be.closeTo(await bruteForce(vaults, { id, lots, sign: 1n }), 2n);
      }
    });

    it("splits a large order, which executes at the total that it named", async () => {
      const { quoter, router, signers } = market;
      const quantity = 200n * ONE;
      const [parts, total, best] = await quoter.bestSplit(addressesOf(calls), callId, quantity, 0n);
      expect(parts.length).to.equal(2);
      expect(total).to.be.lessThan(best);
      const legs = parts.map(({ vault, quantity: part }) => ({ vault, id: callId, quantity: part, limit: MaxUint256 }));
      const premiums = await router.execute.staticCall(legs, [], signers.trader.address, FAR);
      expect([...premiums]).to.deep.equal(parts.map(({ amount }) => amount));
      expect(premiums.reduce((sum, premium) => sum + premium, 0n)).to.equal(total);
    });

    it("fills an order that no vault takes alone, and refuses one that all together do not", async () => {
      const { quoter } = market;
      const most = await Promise.all(calls.map(({ address }) => quoter.maxQuantity(address, callId, true)));
      const [parts, , best] = await quoter.bestSplit(addressesOf(calls), callId, most[0]! + most[1]! - LOT, 0n);
      expect(parts.length).to.equal(2);
      expect(best).to.equal(MaxUint256);
      const tooMuch = quoter.bestSplit(addressesOf(calls), callId, most[0]! + most[1]! + LOT, 0n);
      await expect(tooMuch).to.be.revertedWithCustomError(quoter, "NotEnoughCapacity");
    });

    it("drops a vault that saves less than its gas", async () => {
      const { quoter } = market;
      const quantity = 200n * ONE;
      const [, cheapest, single] = await quoter.bestSplit(addressesOf(calls), callId, quantity, 0n);
      const saving = single - cheapest;
      expect(saving).to.be.greaterThan(0n);
      const [kept] = await quoter.bestSplit(addressesOf(calls), callId, quantity, saving - 1n);
      const [dropped, total] = await quoter.bestSplit(addressesOf(calls), callId, quantity, saving + 1n);
      expect(kept.length).to.equal(2);
      expect(dropped.length).to.equal(1);
      expect(total).to.equal(single);
    });

    it("fills a guarded market to the lot", async () => {
      const { quoter } = market;
      await tightenAll(STATES.Guarded);
      const most = await Promise.all(calls.map(({ address }) => quoter.maxQuantity(address, callId, true)));
      const all = most[0]! + most[1]!;
      const [parts] = await quoter.bestSplit(addressesOf(calls), callId, all, 0n);
      expect(parts.map(({ quantity }) => quantity)).to.deep.equal(most);
      const tooMuch = quoter.bestSplit(addressesOf(calls), callId, all + LOT, 0n);
      await expect(tooMuch)
        .to.be.revertedWithCustomError(quoter, "NotEnoughCapacity")
        .withArgs((all + LOT) / LOT, all / LOT);
    });

    it("leaves out vaults that would refuse", async () => {
      const { quoter, signers } = market;
      await calls[0]!.contract.connect(signers.guardian).tighten(STATES.CloseOnly);
      const [parts] = await quoter.bestSplit(addressesOf(calls), callId, 10n * ONE, 0n);
      expect(parts.map(({ vault }) => vault)).to.deep.equal([calls[1]!.address]);
    });

    it("sells for as much as the best of all splits, within what the holder has of each vault", async () => {
      const { quoter, signers } = market;
      const lots = 40n;
      const [, total, best] = await quoter.bestSale(signers.trader.address, addressesOf(puts), putId, LOT * lots, 0n);
      expect(total).to.be.greaterThanOrEqual(best);
      expect(total).to.be.closeTo(await bruteForce(puts, { id: putId, lots, sign: -1n }), 2n);

      const all = 10n * ONE;
      const [parts] = await quoter.bestSale(signers.trader.address, addressesOf(puts), putId, all, 0n);
      expect(parts.map(({ quantity }) => quantity)).to.deep.equal([-5n * ONE, -5n * ONE]);
      const more = quoter.bestSale(signers.trader.address, addressesOf(puts), putId, all + LOT, 0n);
      await expect(more).to.be.revertedWithCustomError(quoter, "NotEnoughCapacity");
    });

    it("sells what the holder has, where a vault would take more", async () => {
      const { quoter, signers } = market;
      const { trader, other } = signers;
      await puts[0]!.options.connect(trader).transfer(other.address, putId, 4n * ONE);
      const [parts] = await quoter.bestSale(trader.address, addressesOf(puts), putId, 4n * ONE, 0n);
      const fromFirst = parts.find(({ vault }) => vault === puts[0]!.address)?.quantity ?? 0n;
      expect(fromFirst).to.be.greaterThanOrEqual(-ONE);
      expect(parts.reduce((sum, { quantity }) => sum + quantity, 0n)).to.equal(-4n * ONE);
    });

    it("finds no place for an order below every vault's smallest, nor on a market without a price", async () => {
      const { quoter, connection } = market;
      const below = quoter.bestSplit(addressesOf(calls), callId, LOT, 0n);
      await expect(below).to.be.revertedWithCustomError(quoter, "NotEnoughCapacity").withArgs(1n, 0n);
      await connection.networkHelpers.time.increase(2 * 86_400);
      const unpriced = quoter.bestSplit(addressesOf(calls), callId, ONE, 0n);
      await expect(unpriced)
        .to.be.revertedWithCustomError(quoter, "NotEnoughCapacity")
        .withArgs(ONE / LOT, 0n);
    });

    it("refuses by name what is not an order over one market", async () => {
      const { quoter, signers } = market;
      const ask = (vaults: string[], quantity = ONE) => quoter.bestSplit(vaults, callId, quantity, 0n);
      const both = addressesOf(calls);
      await expect(ask(both, 0n)).to.be.revertedWithCustomError(quoter, "ZeroQuantity");
      await expect(ask([])).to.be.revertedWithCustomError(quoter, "NoVaults");
      await expect(ask(Array.from({ length: 9 }, () => both[0]!))).to.be.revertedWithCustomError(
        quoter,
        "TooManyVaults",
      );
      await expect(ask([both[0]!, both[0]!])).to.be.revertedWithCustomError(quoter, "DuplicateVault");
      await expect(ask([both[0]!, puts[0]!.address])).to.be.revertedWithCustomError(quoter, "MixedMarkets");
      await expect(ask(both, 1n)).to.be.revertedWithCustomError(quoter, "NotWholeLots");
      await expect(ask([signers.stranger.address])).to.be.revertedWithCustomError(quoter, "UnknownVault");
      await expect(ask([both[0]!, signers.stranger.address])).to.be.revertedWithCustomError(quoter, "UnknownVault");
    });
  });
});
