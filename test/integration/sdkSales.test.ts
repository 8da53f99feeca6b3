import { expect } from "chai";
import { MaxUint256, parseEther } from "ethers";

import {
  allowSales,
  bestSale,
  bestSplit,
  connect,
  ContractError,
  executeOrder,
  executeSwapOrder,
  explainError,
  formatWad,
  fromWad,
  offer,
  opposite,
  optionChain,
  OptionKind,
  OrderError,
  parseSeriesId,
  planOrder,
  planSettlement,
  salesFirst,
  toWad,
  type Client,
  type Decimal,
  type Split,
  type StrategyLeg,
} from "../../sdk/src/index.ts";
import { fromEthers } from "../../sdk/src/ethers.ts";
import type { LiveVault } from "../fixtures/liveMarket.ts";
import { swapMarket, type SwapMarket } from "../fixtures/swapMarket.ts";

const LOT = parseEther("0.01");
const FAR = 2n ** 40n;
const NOT_SOLD = 0n;

/** What the trader holds of each tier, and what others hold: the vaults' books differ, and so do their prices. */
const HELD = ["16", "19"].map(parseEther);
const OF_OTHERS = ["6", "18"].map(parseEther);

describe("SDK: where options are sold", function () {
  this.timeout(300_000);

  let market: SwapMarket;
  let client: Client;
  let trader: string;
  let deadline: bigint;
  let restore: () => Promise<void>;
  const ids = { call: 0n, put: 0n };

  before(async () => {
    market = await swapMarket();
    client = connect(fromEthers(market.signers.trader), market.addresses, { market: "WETH/USDC" });
    trader = market.signers.trader.address;
    deadline = BigInt(await market.connection.networkHelpers.time.latest()) + 6_000n;
    for (const kind of ["call", "put"] as const) {
      const tiers = tiersOf(kind);
      ids[kind] = await market.seriesNear(tiers[0]!, { expiry: market.expiries[1], price: 2_000 });
      for (const [index, vault] of tiers.entries()) {
        await take(vault, { quantity: HELD[index]!, receiver: trader });
        await take(vault, { quantity: OF_OTHERS[index]!, receiver: market.signers.stranger.address });
      }
    }
  });

  beforeEach(async () => {
    const snapshot = await market.connection.networkHelpers.takeSnapshot();
    restore = () => snapshot.restore();
  });

  afterEach(() => restore());
  after(() => market.connection.close());

  const optionsOf = (vault: string) => market.vaults.find(({ address }) => address === vault)!.options;

  const tiersOf = (kind: "call" | "put"): LiveVault[] => market.vaults.filter((vault) => vault.kind === kind);

  async function take(vault: LiveVault, { quantity, receiver }: { quantity: bigint; receiver: string }): Promise<void> {
    const leg = { vault: vault.address, id: ids[vault.kind], quantity, limit: MaxUint256 };
    await market.router.execute([leg], [], receiver, FAR);
  }

  function legOf(kind: "call" | "put", quantity: Decimal): StrategyLeg<Decimal> {
    const { expiry, strike } = parseSeriesId(ids[kind]);
    return {
      kind: kind === "call" ? OptionKind.Call : OptionKind.Put,
      expiry: Number(expiry),
      strike: formatWad(strike),
      quantity,
    };
  }

  /** Token units for so much sold to a vault now; nothing where it refuses. */
  async function payout(vault: LiveVault, quantity: bigint): Promise<bigint | undefined> {
    if (quantity === 0n) return 0n;
    const { amount, refusal } = await offer(client, { vault: vault.address, id: ids[vault.kind], quantity: -quantity });
    return refusal === undefined ? amount : undefined;
  }

  /** What each way of dividing a sale over two tiers would bring, in `steps`. */
  async function everyWay(kind: "call" | "put", { quantity, steps }: { quantity: bigint; steps: bigint }) {
    const [one, other] = tiersOf(kind) as [LiveVault, LiveVault];
    const ways: bigint[] = [];
    for (let step = 0n; step <= steps; step++) {
      const first = ((quantity * step) / steps / LOT) * LOT;
      if (first > HELD[0]! || quantity - first > HELD[1]!) continue;
      const amounts = await Promise.all([payout(one, first), payout(other, quantity - first)]);
      const taken = amounts.filter((amount) => amount !== undefined);
      if (taken.length === amounts.length) ways.push(sum(taken));
    }
    return ways;
  }

  const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);
  const sold = ({ parts }: Split): bigint => -sum(parts.map(({ quantity }) => quantity));

  async function refusal(call: Promise<unknown>): Promise<{ error: unknown; message: string }> {
    const error: unknown = await call.then(
      () => expect.fail("expected a refusal"),
      (reason: unknown) => reason,
    );
    return { error, message: explainError(error) };
  }

  for (const kind of ["call", "put"] as const) {
    it(`sells ${kind}s where they bring most: no other way of dividing them brings more`, async () => {
      for (const size of ["1.1", "4", "12.77", "20.3", "31"]) {
        const { splits } = await planOrder(client, { legs: [legOf(kind, `-${size}`)], trader });
        const [split] = splits as readonly Split[] as [Split];
        expect(sold(split)).to.equal(toWad(size));
        for (const { vault, quantity } of split.parts) {
          expect(-quantity <= (await optionsOf(vault.address).balanceOf(trader, split.id)), vault.tier).to.equal(true);
        }
        const ways = await everyWay(kind, { quantity: toWad(size), steps: 24n });
        expect(ways.length, size).to.be.above(1);
        // A payout is rounded down once a vault.
        for (const way of ways) expect(split.total + 1n, size).to.be.at.least(way);
      }
    });

    it(`loses nothing on ${kind}s by the order in which the record lists the vaults`, async () => {
      const vaults = [...market.places.vaults].reverse();
      const turned = connect(
        fromEthers(market.signers.trader),
        {
          ...market.addresses,
          markets: market.addresses.markets.map((place, index) => (index === 0 ? { ...place, vaults } : place)),
        },
        { market: "WETH/USDC" },
      );
      const [tier, next] = tiersOf(kind) as [LiveVault, LiveVault];
      const quantity = toWad("18");
      const there = await bestSale(client, { ...legOf(kind, quantity), holder: trader });
      const back = await bestSale(turned, { ...legOf(kind, quantity), holder: trader });
      expect(there.total).to.be.closeTo(back.total, 1n);
      // First come, first served: all of the first tier, the rest of the next.
      const inOrder = [(await payout(tier, HELD[0]!))!, (await payout(next, quantity - HELD[0]!))!];
      const reversed = (await payout(next, quantity))!;
      expect(there.total).to.be.above(sum(inOrder));
      // The next tier may well pay most for all of it.
      expect(there.total).to.be.at.least(reversed);
    });
  }

  it("is the quoter's own answer, the cost of one more vault included", async () => {
    const [one, other] = tiersOf("put") as [LiveVault, LiveVault];
    const addresses = [one.address, other.address];
    for (const gasCost of [0n, 10n ** 12n]) {
      const { parts, total, bestSingle } = await bestSale(client, { ...legOf("put", "15"), holder: trader, gasCost });
      const answer = await market.quoter.bestSale(trader, addresses, ids.put, toWad("15"), gasCost);
      expect(total).to.equal(answer.total);
      expect(bestSingle).to.equal(answer.best);
      expect(parts.map(({ quantity }) => quantity)).to.deep.equal(answer.parts.map(({ quantity }) => quantity));
    }
    const dear = await planOrder(client, { legs: [legOf("put", -15)], trader, gasCost: () => 10n ** 12n });
    expect(dear.legs.length).to.equal(1);
    // More than either tier's options that are held.
    expect((await planOrder(client, { legs: [legOf("put", -20)], trader })).legs.length).to.equal(2);
  });

  it("says what no single vault takes by saying nothing of it", async () => {
    const whole = await bestSale(client, { ...legOf("put", "30"), holder: trader });
    expect(whole).to.not.have.property("bestSingle");
    expect(whole.parts.length).to.equal(2);
  });

  it("brings what was planned, in a roll as well: sold and bought in one order", async () => {
    const { expiry } = parseSeriesId(ids.put);
    const rows = await optionChain(client, { expiry: BigInt(market.expiries[0]) });
    const next = rows.find((row) => row.kind === OptionKind.Put && row.ask !== undefined && row.expiry !== expiry);
    const roll = [
      legOf("put", "-8.05"),
      { kind: OptionKind.Put, expiry: market.expiries[0], strike: next!.strike, quantity: 2 },
    ];
    const plan = await planOrder(client, { legs: roll, trader, slippageBps: 300n });
    const [sale] = plan.splits as readonly Split[] as [Split];
    expect(sale.total).to.equal((await bestSale(client, { ...legOf("put", "8.05"), holder: trader })).total);
    const before = await market.quote.balanceOf(trader);
    const { legs, totals } = plan;
    // Vaults that sell and take back price both together: the roll is bounded as a whole.
    expect(legs.length).to.be.above(new Set(legs.map(({ vault }) => vault)).size);
    expect(totals.map(({ token }) => token)).to.deep.equal([market.places.quote.address.toLowerCase()]);
    expect((await refusal(executeOrder(client, { legs, deadline }))).message).to.match(
      /^expected a total in USDC, for 2 legs/,
    );
    const { premiums } = await executeOrder(client, { legs, totals, deadline });
    const net = sum(premiums.map(({ premium }) => premium));
    expect(net).to.be.at.most(totals[0]!.maxNetPaid);
    expect((await market.quote.balanceOf(trader)) - before).to.be.closeTo(-net, sale.total / 1_000n);
    // No dearer than its legs one by one.
    const bought = sum(plan.splits.filter(({ leg }) => leg.quantity !== "-8.05").map(({ total }) => total));
    expect(net).to.be.at.most(bought - sale.total + sale.total / 1_000n);
  });

  it("brings what was planned through the swap router", async () => {
    const legs = [legOf("call", -10), legOf("put", "-7")];
    const { legs: planned, splits } = await planOrder(client, { legs, trader });
    for (const { address } of client.vaults)
      await allowSales(client, { vault: address, router: market.addresses.swapRouter });
    const token = market.tokens.usdc;
    const order = salesFirst(client, planned);
    const settlement = await planSettlement(client, { legs: order, token, paths: [market.paths.wethToUsdc] });
    const { netPaid, premiums } = await executeSwapOrder(client, { legs: order, settlement, deadline });
    expect(netPaid).to.be.at.most(settlement.maxNetPaid);
    const total = sum(splits.map((split) => split.total));
    expect(-sum(premiums.map(({ premium }) => premium))).to.be.closeTo(total, total / 100n);
  });

  it("takes quantities and strikes as strings, numbers and bigints, and turns an order round", async () => {
    const { strike } = parseSeriesId(ids.put);
    const plans = await Promise.all(
      [
        { strike: fromWad(strike), quantity: -1.1 },
        { strike: formatWad(strike), quantity: "-1.1" },
        { strike, quantity: -11n * 10n ** 17n },
        { strike, quantity: "-1.10" },
      ].map((terms) => planOrder(client, { legs: [{ ...legOf("put", 1), ...terms }], trader })),
    );
    for (const { legs } of plans) expect(legs).to.deep.equal(plans[0]!.legs);
    const turned = await planOrder(client, { legs: opposite([legOf("put", "1.1")]), trader });
    expect(turned.legs).to.deep.equal(plans[0]!.legs);
    const purchase = await planOrder(client, { legs: opposite([legOf("put", "-1.1")]), trader });
    expect(sum(purchase.legs.map(({ quantity }) => quantity))).to.equal(toWad("1.1"));
    const asked = await bestSplit(client, legOf("put", 1.1));
    expect(sum(asked.parts.map(({ quantity }) => quantity))).to.equal(toWad("1.1"));
  });

  describe("refuses", () => {
    const plan = (quantity: Decimal, more: readonly StrategyLeg<Decimal>[] = []) =>
      planOrder(client, { legs: [legOf("put", quantity), ...more], trader });

    it("more than is held", async () => {
      const { error, message } = await refusal(plan("-35.01"));
      expect(error).to.be.instanceOf(OrderError);
      expect(message).to.equal(`expected 35.01 options to sell at ${trader}, got 35: sell what is held`);
    });

    it("two sales that would count on the same options", async () => {
      const { message } = await refusal(plan("-5", [legOf("put", -4)]));
      expect(message).to.match(
        /^expected at most one sale of each series, and not beside a purchase of it, got two legs of strike \d+ expiring 20\d\d-\d\d-\d\d 08:00:00 UTC: put/,
      );
    });

    it("nothing, and what is no number", async () => {
      expect((await refusal(plan(0))).message).to.match(/got a quantity of 0/);
      expect((await refusal(plan("1e-19"))).message).to.match(/^expected quantity of at most 18 decimals/);
      expect((await refusal(plan(NaN))).message).to.match(/^expected quantity as a decimal number, got NaN/);
      const turned = bestSale(client, { ...legOf("put", -1), holder: trader });
      expect((await refusal(turned)).message).to.match(/^expected a quantity above zero to sell, got -1: /);
      const nobody = planOrder(client, { legs: [legOf("put", -1)], trader: "0x12" });
      expect((await refusal(nobody)).message).to.equal("expected the trader's address, got 0x12: check it for a slip");
    });

    it("a fraction of a lot, by name", async () => {
      expect((await refusal(plan("-1.005"))).message).to.match(
        /^NotWholeLots: expected a multiple of 0\.01 options, got 1\.005/,
      );
    });

    it("what the vaults refuse, with a vault's own reason", async () => {
      for (const { contract } of tiersOf("put")) await contract.connect(market.signers.guardian).tighten(3);
      const { error, message } = await refusal(plan("-2"));
      expect(error).to.be.instanceOf(ContractError);
      expect(message).to.match(/^StateForbids: .*SettleOnly/);
      expect((await refusal(plan("2"))).message).to.match(/^StateForbids/);
    });

    it("an order under the minimum, by that and not by a lack of capacity", async () => {
      expect((await refusal(plan("0.05"))).message).to.match(
        /^OrderTooSmall: expected at least 0\.1 options, got 0\.05/,
      );
      expect((await refusal(plan("1000000"))).message).to.match(/^(NotEnoughCapacity|OrderTooLarge|Utilisation)/);
    });
  });

  it("sells with what one vault takes where another refuses all", async () => {
    const [one, other] = tiersOf("put") as [LiveVault, LiveVault];
    await one.contract.connect(market.signers.guardian).tighten(3);
    const { legs } = await planOrder(client, { legs: [legOf("put", "-4")], trader });
    expect(legs.map(({ vault }) => vault)).to.deep.equal([other.address]);
    expect(legs[0]!.limit).to.be.above(NOT_SOLD);
    const { message } = await refusal(planOrder(client, { legs: [legOf("put", "-25")], trader }));
    expect(message).to.match(/^StateForbids/);
  });
});
