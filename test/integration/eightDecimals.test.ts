import { expect } from "chai";
import { parseEther, parseUnits } from "ethers";

import {
  bestSplit,
  claimRedeem,
  connect,
  deposit,
  executeOrder,
  explainError,
  fillRedeem,
  fromWad,
  marketOf,
  OptionKind,
  optionChain,
  OrderError,
  planOrder,
  quote,
  requestRedeem,
  toSeriesId,
  withdraw,
  type Vault,
  type VaultPremium,
} from "../../sdk/src/index.ts";
import { fromEthers } from "../../sdk/src/ethers.ts";
import { toAnswer } from "@bulkhead/simulation";
import { IRedeemQueue__factory, PriceFeed__factory, SolvencyLens__factory } from "../../typechain-types/index.ts";
import { liveMarket, type LiveMarket } from "../fixtures/liveMarket.ts";

const DAY = 86_400;
const SATOSHI = 1n;
const SMALLEST_ORDER = parseEther("0.005");
const LOT = parseEther("0.001");

/** WBTC has eight decimals, USDC six; the contracts count in 1e-18. Every rounding between them must favour the vault. */
describe("WBTC/USDC: eight and six decimals", function () {
  this.timeout(300_000);

  let market: LiveMarket;
  let deadline: bigint;

  before(async () => {
    market = await liveMarket("WBTC/USDC");
    deadline = BigInt((await market.connection.networkHelpers.time.latest()) + 30 * DAY);
  });

  after(() => market.connection.close());
  afterEach(everythingSolvent);

  const options = { market: "WBTC/USDC" };
  const trading = () => connect(fromEthers(market.signers.trader), market.addresses, options);
  const providing = () => connect(fromEthers(market.signers.provider), market.addresses, options);
  const callVault = (): Vault => marketOf(providing()).vaults[0]!;

  async function everythingSolvent(): Promise<void> {
    const lens = SolvencyLens__factory.connect(market.addresses.lens, market.signers.stranger);
    const every = market.addresses.markets.flatMap(({ vaults }) => vaults.map(({ address }) => address));
    expect(every).to.have.lengthOf(8);
    for (const found of await lens.solvencyOf(every, [])) {
      const { lockCovered, reserveCovers, balanceCovers, supplyMatches } = found;
      expect([lockCovered, reserveCovers, balanceCovers, supplyMatches]).to.deep.equal([true, true, true, true]);
    }
  }

  async function atTheMoney(kind: OptionKind): Promise<{ strike: bigint; id: bigint; vault: Vault }> {
    const rows = await optionChain(trading(), { expiry: BigInt(market.expiries[1]), quantity: SMALLEST_ORDER });
    const near = rows
      .filter((row) => row.kind === kind && row.ask !== undefined)
      .sort((a, b) => Math.abs(Math.abs(a.delta) - 0.5) - Math.abs(Math.abs(b.delta) - 0.5))[0];
    return { strike: near!.strike, id: near!.id, vault: near!.ask!.vault };
  }

  const refusalOf = async (call: Promise<unknown>): Promise<string> =>
    call.then(
      () => "no refusal",
      (error: unknown) => explainError(error),
    );

  it("is a market that a user names; another is refused in one line", () => {
    expect(marketOf(trading()).name).to.equal("WBTC/USDC");
    expect(trading().markets.map(({ name }) => name)).to.deep.equal(["WETH/USDC", "WBTC/USDC"]);
    expect(connect(fromEthers(market.signers.trader), market.addresses).market).to.equal(undefined);
    expect(() => connect(fromEthers(market.signers.trader), market.addresses, { market: "WSOL/USDC" })).to.throw(
      OrderError,
      "expected a market of the deployment (WETH/USDC, WBTC/USDC), got WSOL/USDC",
    );
  });

  it("S1: takes a deposit of one satoshi, whose shares redeem to no more than it", async () => {
    const { address } = callVault();
    const made = await deposit(providing(), { vault: address, assets: SATOSHI, minShares: 1n, deadline });
    expect(made.shares).to.be.above(0n);
    expect(await market.vaults[0]!.contract.decimals()).to.equal(14n);
    const out = withdraw(providing(), { vault: address, shares: made.shares, minAssets: 0n, deadline });
    // A satoshi's worth of shares may round to nothing; then there is nothing to take.
    expect(
      await out.then(
        ({ assets }) => assets,
        () => 0n,
      ),
    ).to.be.at.most(SATOSHI);
  });

  it("sells the smallest order for whole units, rounded up, and refuses less or a part of a lot", async () => {
    for (const kind of [OptionKind.Call, OptionKind.Put]) {
      const { id, vault } = await atTheMoney(kind);
      const { amount, parts } = await quote(trading(), { vault: vault.address, id, quantity: SMALLEST_ORDER });
      const scale = 10n ** BigInt(18 - vault.collateral.decimals);
      // What the vault gives away, and what it asks beyond it, in 1e-18.
      expect(amount * scale).to.be.above((parts.fair * SMALLEST_ORDER) / parseEther("1"));
      const tooSmall = await quote(trading(), { vault: vault.address, id, quantity: SMALLEST_ORDER - LOT });
      expect(tooSmall.refusal?.errorName).to.equal("OrderTooSmall");
      const halfLot = await quote(trading(), { vault: vault.address, id, quantity: SMALLEST_ORDER + LOT / 2n });
      expect(halfLot.refusal?.errorName).to.equal("NotWholeLots");
    }
  });

  it("buys the smallest order and one split over the tiers, and pays less for them back", async () => {
    const trader = market.signers.trader.address;
    for (const kind of [OptionKind.Call, OptionKind.Put]) {
      const { strike } = await atTheMoney(kind);
      for (const quantity of [0.005, 2]) {
        const leg = { kind, expiry: market.expiries[1], strike: fromWad(strike), quantity };
        const bought = await executeOrder(trading(), {
          legs: (await planOrder(trading(), { legs: [leg], trader })).legs,
          deadline,
        });
        const back = await planOrder(trading(), { legs: [{ ...leg, quantity: -quantity }], trader });
        const sold = await executeOrder(trading(), { legs: back.legs, deadline });
        const sum = (premiums: readonly VaultPremium[]): bigint =>
          premiums.reduce((total, { premium }) => total + premium, 0n);
        expect(-sum(sold.premiums)).to.be.within(1n, sum(bought.premiums) - 1n);
      }
    }
  });

  it("splits a large order over both tiers, no dearer than the best vault alone", async () => {
    const { strike } = await atTheMoney(OptionKind.Call);
    const terms = { kind: OptionKind.Call, expiry: BigInt(market.expiries[1]), strike, quantity: parseEther("4") };
    const { total, bestSingle, parts } = await bestSplit(trading(), terms);
    expect(parts).to.have.lengthOf(2);
    expect(parts.reduce((sum, { quantity }) => sum + quantity, 0n)).to.equal(terms.quantity);
    for (const { quantity } of parts) expect(quantity % LOT).to.equal(0n);
    if (bestSingle !== undefined) expect(total).to.be.at.most(bestSingle);
  });

  it("prices in the stablecoin: at 0.97 dollars a bitcoin costs 3 % more of it, and a call too", async () => {
    const { networkHelpers } = market.connection;
    const snapshot = await networkHelpers.takeSnapshot();
    const feed = PriceFeed__factory.connect(market.places.priceFeed, market.signers.stranger);
    const { id, vault } = await atTheMoney(OptionKind.Call);
    const before = await quote(trading(), { vault: vault.address, id, quantity: SMALLEST_ORDER });

    await market.quoteAggregator.push(toAnswer(0.97));
    const { price } = await feed.read();
    expect(Math.abs(fromWad(price) - 100_000 / 0.97)).to.be.below(1e-6);
    const during = await quote(trading(), { vault: vault.address, id, quantity: SMALLEST_ORDER });
    expect(during.amount).to.be.above(before.amount);
    await snapshot.restore();
  });

  it("leaves by the queue: a minimum in shares of fourteen decimals, a claim in satoshis", async () => {
    const { address } = callVault();
    const queue = IRedeemQueue__factory.connect(callVault().queue, market.signers.stranger);
    const shares = market.vaults[0]!.contract;
    const minimum = parseUnits("0.002", 14);
    expect(await queue.minimumRequest()).to.equal(minimum);
    expect(await refusalOf(requestRedeem(providing(), { vault: address, shares: minimum - 1n }))).to.match(
      /^RequestTooSmall: /,
    );
    const owner = market.signers.provider.address;
    const held = await shares.balanceOf(owner);
    await market.vaults[0]!.contract.connect(market.signers.provider).approve(await queue.getAddress(), minimum);
    const small = await requestRedeem(providing(), { vault: address, shares: minimum });
    await nextEpoch();
    const first = await fillRedeem(connect(fromEthers(market.signers.stranger), market.addresses, options), {
      vault: address,
    });
    expect(first.shares).to.equal(minimum);
    const before = await market.underlying.balanceOf(owner);
    const { assets } = await claimRedeem(providing(), { vault: address, requestId: small.requestId });
    expect((await market.underlying.balanceOf(owner)) - before).to.equal(assets);
    expect(assets).to.be.within(parseUnits("0.0019", 8), parseUnits("0.0021", 8));
    expect(held - (await shares.balanceOf(owner))).to.equal(minimum);
  });

  it("settles and pays what the price says, in whole satoshis", async () => {
    const trader = market.signers.trader.address;
    const expiry = market.expiries[0];
    const { time } = market.connection.networkHelpers;
    const [strikes] = await market.vaults[0]!.contract.strikesOf(expiry);
    const strike = [...strikes].find((candidate) => candidate >= parseEther("100000")) ?? 0n;
    const id = toSeriesId(BigInt(expiry), strike);
    const vault = market.vaults[0]!;
    const quantity = parseEther("0.017");
    await vault.token.connect(market.signers.trader).approve(vault.address, 2n ** 255n);
    await (await vault.contract.buy(id, quantity, 2n ** 255n, trader, deadline)).wait();

    await time.increaseTo(expiry - 40 * 60);
    const price = 107_234.56789;
    await market.underlyingAggregator.push(toAnswer(price));
    await market.quoteAggregator.push(toAnswer(1));
    const rounds = [await market.underlyingAggregator.latestRoundId(), await market.quoteAggregator.latestRoundId()];
    await time.increaseTo(expiry + 10);
    await market.expiryPrice.prove(expiry, rounds[0]!, rounds[1]!, 512);
    await (await vault.contract.settle(expiry)).wait();

    const before = await vault.token.balanceOf(trader);
    await (await vault.contract.redeemOptions(id, quantity, trader, trader)).wait();
    const paid = (await vault.token.balanceOf(trader)) - before;
    const settled = await market.expiryPrice.priceOf(expiry);
    // q·(P − K)/P, rounded down to a satoshi.
    expect(paid).to.equal((quantity * (settled - strike)) / settled / 10n ** 10n);
  });

  /** An hour into the next epoch, with prices and surface reported anew. */
  async function nextEpoch(): Promise<void> {
    const { time } = market.connection.networkHelpers;
    const now = await time.latest();
    await time.increaseTo(now - (now % DAY) + DAY + 3_600);
    for (const aggregator of [market.underlyingAggregator, market.quoteAggregator]) {
      const [, answer] = await aggregator.latestRoundData();
      await aggregator.push(answer);
    }
    await market.report();
  }
});
