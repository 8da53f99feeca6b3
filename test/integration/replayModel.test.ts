import { expect } from "chai";
import type { ContractTransactionReceipt } from "ethers";
import { formatEther, MaxUint256, parseEther } from "ethers";

import {
  assessBook,
  curvesOf,
  fromTokenUnits,
  fromWad,
  OptionKind,
  parseSeriesId,
  unpackSvi,
  type MarketState,
  type RiskParams,
} from "../../sdk/src/index.ts";
import { toAnswer } from "@bulkhead/simulation";
import { VaultModel } from "../../simulation/src/VaultModel.ts";
import {
  ExpiryPrice__factory,
  PriceFeed__factory,
  RealisedVolatility__factory,
  VolatilitySurface__factory,
} from "../../typechain-types/index.ts";
import { liveMarket, type LiveMarket, type LiveVault } from "../fixtures/liveMarket.ts";

const HOUR = 3_600;
const TOLERANCE = 1e-9;

/**
 * Orders in the order in which they come: seconds after the market's beginning, spot then, and what is bought. In ether; for
 * bitcoin prices are so many times as large, and quantities as much smaller.
 */
const ORDERS = [
  { after: 2 * HOUR, spot: 2_000, expiry: 0, price: 2_000, quantity: "40" },
  { after: 2 * HOUR + 60, spot: 2_000, expiry: 1, price: 2_100, quantity: "60" },
  { after: 9 * HOUR, spot: 1_930, expiry: 0, price: 1_950, quantity: "25.5" },
  // Longer than E's longest step since the order before, and after a rise.
  { after: 30 * HOUR, spot: 2_080, expiry: 1, price: 2_000, quantity: "80.05" },
  { after: 31 * HOUR, spot: 2_080, expiry: 0, price: 2_080, quantity: "12" },
] as const;
/** At the first expiry; both kinds have something to pay. */
const SETTLEMENT = 2_010;
const AFTERWARDS = { after: 3 * HOUR, spot: 1_985, price: 1_900, quantity: "30" } as const;

const MARKETS = [
  { name: "WETH/USDC", scale: 1 },
  { name: "WBTC/USDC", scale: 50 },
] as const;

for (const { name, scale } of MARKETS) {
  describe(`replay: the vault model against the contracts on a common path, ${name}`, function () {
    this.timeout(300_000);
    agreement(name, scale);
  });
}

function agreement(name: (typeof MARKETS)[number]["name"], scale: number): void {
  let market: LiveMarket;
  let startedAt: number;
  const models = new Map<LiveVault, VaultModel>();

  before(async () => {
    market = await liveMarket(name);
    startedAt = await market.connection.networkHelpers.time.latest();
    for (const vault of market.vaults) {
      await vault.token.connect(market.signers.trader).approve(vault.address, MaxUint256);
      const { collateral, riskCapital, actual, fresh, doublingBase, updatedAt } = await vault.contract.capital();
      expect([riskCapital, actual, fresh], "a first deposit's E, a and p").to.deep.equal([collateral, collateral, 0n]);
      const model = new VaultModel({
        kind: kindOf(vault),
        params: toParams(await vault.contract.riskParams()),
        deposit: fromWad(collateral),
        doublingBase: fromWad(doublingBase),
        now: Number(updatedAt),
      });
      for (const expiry of market.expiries) model.open(expiry);
      models.set(vault, model);
    }
  });

  for (const [index, order] of ORDERS.entries()) {
    it(`agrees on purchase ${index + 1} in every vault: premium, fee, C, E, R, NAV`, async () => {
      await bringPrice(order.spot * scale, startedAt + order.after);
      for (const vault of market.vaults) {
        await agreeOnPurchase(vault, { ...scaled(order), expiry: market.expiries[order.expiry] });
      }
    });
  }

  it("agrees between trades, where nothing but time and price has moved", async () => {
    await bringPrice(1_960 * scale, startedAt + 36 * HOUR);
    const { number } = await latestBlock();
    for (const vault of market.vaults) await agreeOnNav(vault, number);
  });

  it("agrees on what the expiry owes, and leaves E as it is", async () => {
    const { connection, expiries, signers, places } = market;
    const [expiry] = expiries;
    await bringPrice(SETTLEMENT * scale, expiry - 40 * 60);
    const [roundId, quoteRoundId] = [
      await market.underlyingAggregator.latestRoundId(),
      await market.quoteAggregator.latestRoundId(),
    ];
    await connection.networkHelpers.time.increaseTo(expiry + 10);
    const prices = ExpiryPrice__factory.connect(places.expiryPrice, signers.stranger);
    await prices.prove(expiry, roundId, quoteRoundId, 512);
    expect(fromWad(await prices.priceOf(expiry))).to.equal(SETTLEMENT * scale);

    for (const vault of market.vaults) {
      const before = await vault.contract.accounts();
      await vault.contract.settle(expiry);
      const after = await vault.contract.accounts();
      const owed = inCollateral(vault, after.reserve - before.reserve);
      const model = modelOf(vault).settle(expiry, SETTLEMENT * scale);
      expect(model, `what ${nameOf(vault)} owes`).to.be.above(0);
      // Rounded up a series, of which there are three.
      within(model, owed, { what: `${nameOf(vault)}: owed`, slack: 3 * unitOf(vault) });
      expect(after.riskCapital).to.equal(before.riskCapital);
      within(modelOf(vault).books.capital.riskCapital, fromWad(after.riskCapital), {
        what: "E",
        slack: roundingOf(vault),
      });
    }
  });

  it("agrees on NAV after settlement, and on the next purchase", async () => {
    const [settled, expiry] = market.expiries;
    await bringPrice(AFTERWARDS.spot * scale, settled + AFTERWARDS.after);
    const { number } = await latestBlock();
    for (const vault of market.vaults) await agreeOnNav(vault, number);
    for (const vault of market.vaults) await agreeOnPurchase(vault, { ...scaled(AFTERWARDS), expiry });
  });

  /** What is bought, in the market's own measure. */
  function scaled({ price, quantity }: { price: number; quantity: string }) {
    return { price: price * scale, quantity: formatEther(parseEther(quantity) / BigInt(scale)) };
  }

  /** Spot, a fresh round of the stablecoin and a fresh surface, from the given second on. */
  async function bringPrice(spot: number, at: number): Promise<void> {
    await market.connection.networkHelpers.time.increaseTo(at);
    await market.underlyingAggregator.push(toAnswer(spot));
    await market.quoteAggregator.push(toAnswer(1));
    await RealisedVolatility__factory.connect(market.places.realisedVolatility, market.signers.stranger).update();
    // The fixture reports both expiries: once the first has passed, the last report holds for its maximum age.
    if (at < market.expiries[0]) await market.report();
  }

  async function agreeOnPurchase(
    vault: LiveVault,
    { expiry, price, quantity }: { expiry: number; price: number; quantity: string },
  ): Promise<void> {
    const model = modelOf(vault);
    const id = await market.seriesNear(vault, { expiry, price });
    const response = await vault.contract.buy(
      id,
      parseEther(quantity),
      MaxUint256,
      market.signers.trader.address,
      MaxUint256,
    );
    const receipt = (await response.wait()) as ContractTransactionReceipt;
    const { bought, marked } = eventsOf(vault, receipt);
    const state = await stateAt(vault, receipt.blockNumber);

    const strike = fromWad(parseSeriesId(id).strike);
    const outcome = model.buy(state, { expiry, strike, quantity: Number(quantity), limit: Infinity });
    expect(outcome.bought, `${nameOf(vault)} sells`).to.equal(true);
    within(outcome.price.premium, inCollateral(vault, bought.premium), { what: "premium", slack: unitOf(vault) });
    within(outcome.price.fee, fromWad(bought.fee), { what: "fee" });
    const slack = roundingOf(vault);
    const { collateral, riskCapital, recentCharge } = model.books.capital;
    within(recentCharge, fromWad((await vault.contract.accounts({ blockTag: receipt.blockNumber })).recentCharge), {
      what: "Rb",
    });
    within(collateral, fromWad(marked.collateral), { what: "C", slack });
    within(riskCapital, fromWad(marked.riskCapital), { what: "E", slack });
    const { value, lock, moveCharge, rentCharge } = model.mark(state);
    within(value, fromWad(marked.value), { what: "book value" });
    within(lock, fromWad(marked.lock), { what: "lock" });
    within(moveCharge + rentCharge, fromWad(marked.riskCharge), { what: "R" });
    await agreeOnNav(vault, receipt.blockNumber);
  }

  async function agreeOnNav(vault: LiveVault, block: number): Promise<void> {
    const chain = await vault.contract.assess({ blockTag: block });
    const model = assessBook(await stateAt(vault, block), modelOf(vault).books);
    const slack = roundingOf(vault);
    for (const what of ["riskCapital", "actual", "recentCharge"] as const) {
      within(model.capital[what], fromWad(chain.capital[what]), { what: `${nameOf(vault)}: ${what}`, slack });
    }
    for (const what of ["lowCapital", "depositCapital", "depositCharge"] as const) {
      within(model[what], fromWad(chain[what]), { what: `${nameOf(vault)}: ${what}`, slack });
    }
    within(model.moveCharge, fromWad(chain.moveCharge), { what: `${nameOf(vault)}: charge of the move` });
    within(model.rentCharge, fromWad(chain.rentCharge), { what: `${nameOf(vault)}: rent` });
    within(model.nav, fromWad(chain.nav), { what: `${nameOf(vault)}: NAV`, slack: 10 * unitOf(vault) });
  }

  /** What a vault's oracle reads in a block, as the model takes it; the curves come from the report itself. */
  async function stateAt(vault: LiveVault, blockTag: number): Promise<MarketState> {
    const { connection, parameters, places, signers } = market;
    const terms = parameters.markets.find((table) => table.name === name);
    const block = await connection.ethers.provider.getBlock(blockTag);
    const now = block?.timestamp ?? NaN;
    const { price, confidence } = await PriceFeed__factory.connect(places.priceFeed, signers.stranger).read({
      blockTag,
    });
    const surface = VolatilitySurface__factory.connect(places.surface, signers.stranger);
    const [observedAt, expiries, slices] = await surface.surface({ blockTag });
    const realised = RealisedVolatility__factory.connect(places.realisedVolatility, signers.stranger);
    const { volConfidence } = await vault.contract.assess({ blockTag });
    return {
      now,
      spot: fromWad(price),
      feedConfidence: fromWad(confidence),
      volConfidence: fromWad(volConfidence),
      rate: fromWad(terms?.rate ?? 0n),
      yieldRate: fromWad(terms?.yield ?? 0n),
      realisedVolatility: fromWad(await realised.volatility({ blockTag })),
      curveOf: curvesOf(
        {
          observedAt: Number(observedAt),
          slices: expiries.map((expiry, i) => ({ expiry: Number(expiry), svi: unpackSvi(slices[i] ?? 0n) })),
        },
        now,
      ),
    };
  }

  async function latestBlock(): Promise<{ number: number }> {
    const block = await market.connection.ethers.provider.getBlock("latest");
    if (block === null) throw new Error("expected a block, got none");
    return block;
  }

  function modelOf(vault: LiveVault): VaultModel {
    const model = models.get(vault);
    if (model === undefined) throw new Error(`expected a model of ${nameOf(vault)}, got none`);
    return model;
  }
}

/** Within 1e-9 of the chain's figure, or within token units where the chain rounds to these. */
function within(model: number, chain: number, { what, slack = 0 }: { what: string; slack?: number }): void {
  const allowed = TOLERANCE * Math.max(1, Math.abs(chain)) + slack;
  expect(Math.abs(model - chain), `${what}: model ${model}, chain ${chain}`).to.be.at.most(allowed);
}

const kindOf = (vault: LiveVault): OptionKind => (vault.kind === "call" ? OptionKind.Call : OptionKind.Put);
const nameOf = ({ kind, tier }: LiveVault): string => `the ${tier} ${kind} vault`;
const unitOf = ({ decimals }: LiveVault): number => 10 ** -decimals;
/** Every purchase so far was rounded up to a unit, in C, and in E that follows it. */
const roundingOf = (vault: LiveVault): number => (ORDERS.length + 1) * unitOf(vault);
const inCollateral = ({ decimals }: LiveVault, units: bigint): number => fromTokenUnits(units, decimals);

function toParams(params: Record<keyof RiskParams, bigint>): RiskParams {
  return {
    riskAversion: fromWad(params.riskAversion),
    capacityRent: fromWad(params.capacityRent),
    volOfVol: fromWad(params.volOfVol),
    spotVolCorrelation: fromWad(params.spotVolCorrelation),
    horizon: Number(params.horizon),
    notionalFee: fromWad(params.notionalFee),
    premiumFeeCap: fromWad(params.premiumFeeCap),
    chargeFee: fromWad(params.chargeFee),
    lockFee: fromWad(params.lockFee),
    stress: fromWad(params.stress),
    confidenceFactor: fromWad(params.confidenceFactor),
  };
}

function eventsOf({ contract }: LiveVault, { logs }: ContractTransactionReceipt) {
  const parsed = logs.map((log) => contract.interface.parseLog(log));
  const args = (name: string) => {
    const found = parsed.find((event) => event?.name === name);
    if (found === undefined || found === null) throw new Error(`expected an event ${name}, got none`);
    return found.args.toObject() as Record<string, bigint>;
  };
  const [bought, marked] = [args("OptionsBought"), args("BookMarked")];
  const field = (of: Record<string, bigint>, name: string): bigint => of[name] ?? 0n;
  return {
    bought: { premium: field(bought, "premium"), fee: field(bought, "fee") },
    marked: {
      collateral: field(marked, "collateral"),
      value: field(marked, "value"),
      riskCapital: field(marked, "riskCapital"),
      riskCharge: field(marked, "riskCharge"),
      lock: field(marked, "lock"),
    },
  };
}
