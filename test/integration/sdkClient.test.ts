import { expect } from "chai";

import {
  allowSales,
  bestSplit,
  connect,
  ContractError,
  deposit,
  executeOrder,
  explainError,
  fromWad,
  guaranteedExit,
  OptionKind,
  optionChain,
  OrderError,
  planOrder,
  quote,
  signPermit,
  straddle,
  toSeriesId,
  toWad,
  withdraw,
  WAD,
  type VaultPremium,
} from "../../sdk/src/index.ts";
import { fromEthers } from "../../sdk/src/ethers.ts";
import { liveMarket, type LiveMarket } from "../fixtures/liveMarket.ts";

const SOON = 600n;

describe("SDK client on a live market", function () {
  this.timeout(300_000);

  let market: LiveMarket;
  let deadline: bigint;

  before(async () => {
    market = await liveMarket();
    deadline = BigInt(await market.connection.networkHelpers.time.latest()) + SOON * 10n;
  });

  const trading = () => connect(fromEthers(market.signers.trader), market.addresses, { market: "WETH/USDC" });
  const providing = () => connect(fromEthers(market.signers.provider), market.addresses, { market: "WETH/USDC" });
  const expiry = () => market.expiries[1];

  /** A strike that call and put vaults both list. */
  async function strike(): Promise<number> {
    const rows = await optionChain(trading(), { expiry: BigInt(expiry()) });
    const both = rows.filter((row) => rows.some((other) => other.strike === row.strike && other.kind !== row.kind));
    const near = both.sort((a, b) => Math.abs(Math.abs(a.delta) - 0.5) - Math.abs(Math.abs(b.delta) - 0.5))[0];
    return fromWad(near?.strike ?? 0n);
  }

  it("shows the chain: every listed series with bid, ask, volatility and Greeks", async () => {
    const rows = await optionChain(trading());
    expect(rows.length).to.be.above(8);
    for (const { ask, fair, volatility, delta, gamma, vega, theta, kind } of rows.filter(
      (row) => row.ask !== undefined,
    )) {
      expect(ask?.price ?? 0).to.be.above(fair);
      expect(volatility).to.be.above(0.3);
      expect(kind === OptionKind.Call ? delta : -delta).to.be.above(0);
      expect(gamma > 0 && vega > 0 && theta < 0).to.equal(true);
    }
  });

  it("buys a straddle split over the tiers and sells it back, at a loss no larger than charges and fees", async () => {
    const client = trading();
    const legs = straddle({ expiry: expiry(), strike: await strike(), quantity: 4 });
    const plan = await planOrder(client, { legs, trader: market.signers.trader.address });
    const { premiums, receipt } = await executeOrder(client, { legs: plan.legs, deadline });
    expect(receipt.status).to.equal(1);
    plan.legs.forEach(({ vault, limit }, index) => {
      expect(premiums[index]?.vault).to.equal(vault);
      expect(premiums[index]?.premium ?? 0n).to.be.within(1n, limit);
    });

    for (const { address } of client.vaults) await allowSales(client, { vault: address });
    const back = legs.map((leg) => ({ ...leg, quantity: -leg.quantity }));
    const sale = await planOrder(client, { legs: back, trader: market.signers.trader.address });
    const sold = await executeOrder(client, { legs: sale.legs, deadline });
    const total = (values: readonly VaultPremium[]): bigint => values.reduce((sum, { premium }) => sum + premium, 0n);
    expect(-total(sold.premiums)).to.be.within(1n, total(premiums) - 1n);
  });

  it("splits no dearer than the best single vault", async () => {
    const terms = {
      kind: OptionKind.Put,
      expiry: BigInt(expiry()),
      strike: toWad(await strike()),
      quantity: 20n * WAD,
    };
    const { total, bestSingle, parts } = await bestSplit(trading(), terms);
    expect(parts.reduce((sum, part) => sum + part.quantity, 0n)).to.equal(terms.quantity);
    if (bestSingle !== undefined) expect(total).to.be.at.most(bestSingle);
  });

  it("pays with a permit instead of an approval", async () => {
    const client = connect(fromEthers(market.signers.other), market.addresses, { market: "WETH/USDC" });
    const legs = straddle({ expiry: expiry(), strike: await strike(), quantity: 1 }).slice(1);
    const plan = await planOrder(client, { legs, trader: market.signers.other.address });
    const value = plan.legs.reduce((sum, { limit }) => sum + limit, 0n);
    const token = market.places.quote.address;
    const permit = await signPermit(client, { token, value, deadline });
    const { premiums } = await executeOrder(client, { legs: plan.legs, deadline, permits: [permit] });
    expect(premiums[0]?.premium ?? 0n).to.be.above(0n);
  });

  it("deposits, withdraws and exits within limits", async () => {
    const client = providing();
    const vault = client.vaults[0];
    if (vault === undefined) throw new Error("expected a vault, got none");
    const { address: owner } = market.signers.provider;
    const shares = market.vaults[0]!.contract;
    const before = await shares.balanceOf(owner);
    const assets = 10n ** BigInt(vault.collateral.decimals);
    const { shares: made } = await deposit(client, { vault: vault.address, assets, minShares: 0n, deadline });
    expect((await shares.balanceOf(owner)) - before).to.be.above(0n);
    const { assets: paid } = await withdraw(client, {
      vault: vault.address,
      shares: made / 2n,
      minAssets: 0n,
      deadline,
    });
    expect(paid).to.be.within(assets / 3n, assets / 2n);
    const { assets: exited } = await guaranteedExit(client, {
      vault: vault.address,
      shares: made / 4n,
      minAssets: assets / 5n,
      deadline,
    });
    expect(exited).to.be.at.least(assets / 5n);
  });

  it("answers refusals in one line", async () => {
    const client = trading();
    const [vault] = client.vaults;
    if (vault === undefined) throw new Error("expected a vault, got none");
    const unlisted = toSeriesId(BigInt(expiry()), 12_345n * WAD);
    const { refusal } = await quote(client, { vault: vault.address, id: unlisted, quantity: WAD });
    expect(refusal?.message).to.match(/SeriesNotListed: expected a listed series, got strike 12,345/);

    const legs = straddle({ expiry: expiry(), strike: await strike(), quantity: 1 });
    const plan = await planOrder(client, { legs, trader: market.signers.trader.address });
    const failure = async (order: Parameters<typeof executeOrder>[1]): Promise<unknown> =>
      executeOrder(client, order).then(
        () => undefined,
        (error: unknown) => error,
      );
    const late = await failure({ legs: plan.legs, deadline: 1n });
    expect(late).to.be.instanceOf(ContractError);
    expect(explainError(late)).to.match(/^DeadlinePassed: expected inclusion by 1970/);
    const mean = plan.legs.map((leg) => ({ ...leg, limit: 1n }));
    expect(explainError(await failure({ legs: mean, deadline }))).to.match(/quote again/);
    expect(await failure({ legs: [], deadline })).to.be.instanceOf(OrderError);
    const reading = connect(fromEthers(market.connection.ethers.provider), market.addresses, { market: "WETH/USDC" });
    const unsigned = await executeOrder(reading, { legs: plan.legs, deadline }).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(explainError(unsigned)).to.match(/expected a client bound to a signer/);
  });
});
