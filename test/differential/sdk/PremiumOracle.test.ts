import { expect } from "chai";

import {
  assessBook,
  decodeBook,
  decodeCapital,
  fromWad,
  MAX_ORDER_LEGS,
  OptionKind,
  packSvi,
  priceOption,
  quoteOrder,
  quoteTrade,
  unpackSvi,
  type Capital,
  type MarketState,
  type RawCapital,
  type Svi,
  type VaultBooks,
} from "../../../sdk/src/index.ts";
import { openFixedMarket, STATUS } from "../premium/fixedMarket.ts";
import { randomScenario, toBook, type PicoSvi, type Scenario } from "../premium/scenario.ts";

const NOW = 1_800_000_000;
const BOOKS = 30;

/** Fields of an assessment, and of a capital, that are amounts of collateral; and the share. */
const AMOUNTS = [
  "value",
  "lock",
  "lowCapital",
  "depositCapital",
  "moveCharge",
  "rentCharge",
  "depositCharge",
  "nav",
  "claim",
  "band",
] as const;
const CAPITAL = ["collateral", "riskCapital", "actual", "fresh", "recentCharge", "doublingBase", "claimShare"] as const;

const fromPico = ({ a, b, rho, m, sigma }: PicoSvi): Svi => ({
  a: Number(a) / 1e12,
  b: Number(b) / 1e12,
  rho: Number(rho) / 1e12,
  m: Number(m) / 1e12,
  sigma: Number(sigma) / 1e12,
});

/** The scenario as the SDK reads a market. */
function marketOf(scenario: Scenario, surfaceStale: boolean): MarketState {
  return {
    now: NOW,
    spot: fromWad(scenario.spot),
    feedConfidence: fromWad(scenario.feedConfidence),
    volConfidence: fromWad(scenario.volConfidence),
    rate: fromWad(scenario.rate),
    yieldRate: fromWad(scenario.yield),
    realisedVolatility: fromWad(scenario.realised),
    surfaceStale,
    ...(scenario.signed === undefined
      ? {}
      : { signedSpot: { age: scenario.signed.age, floor: fromWad(scenario.signed.floor) } }),
    curveOf: (expiry) => {
      const row = scenario.expiries.find((candidate) => candidate.expiry === expiry);
      if (row === undefined) throw new Error(`no curve for ${expiry}`);
      return {
        near: fromPico(row.near),
        nearWeight: fromWad(row.nearWeight),
        far: fromPico(row.far),
        farWeight: fromWad(row.farWeight),
      };
    },
  };
}

function vaultOf(scenario: Scenario): VaultBooks {
  const { params, sinceUpdate } = scenario;
  return {
    kind: scenario.kind === "call" ? OptionKind.Call : OptionKind.Put,
    book: decodeBook(toBook(scenario)),
    capital: decodeCapital({ ...scenario.capital, updatedAt: BigInt(NOW - sinceUpdate) }),
    params: {
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
    },
  };
}

describe("SDK pricing against PremiumOracle", function () {
  this.timeout(600_000);

  const setUp = (scenario: Scenario, status: number) => openFixedMarket(scenario, { now: NOW, status });

  /** Fails where the SDK is further than 1e-12 of the scale from the chain. */
  function close(sdk: number, chain: bigint, { what, scale }: { what: string; scale: number }): void {
    const distance = Math.abs(sdk - fromWad(chain));
    expect(distance, `${what}: SDK ${sdk}, chain ${fromWad(chain)}`).to.be.at.most(1e-12 * scale + 1e-14);
  }

  function agreeOnCapital(sdk: Capital, chain: RawCapital): void {
    const scale = Math.max(1, sdk.collateral);
    for (const what of CAPITAL) close(sdk[what], chain[what], { what: `capital's ${what}`, scale });
    expect(sdk.updatedAt).to.equal(Number(chain.updatedAt));
  }

  it("packs slices as the scenario's own packing does", () => {
    const scenario = randomScenario(1, NOW);
    for (const { near } of scenario.expiries) expect(fromPico(near)).to.deep.equal(unpackSvi(packSvi(fromPico(near))));
  });

  for (let seed = 101; seed <= 100 + BOOKS; seed++) {
    it(`agrees on book ${seed}: value, Greeks, lock, the step of E, both charges, NAV, claim, band`, async () => {
      const scenario = randomScenario(seed, NOW);
      const { oracle, capital } = await setUp(scenario, STATUS.fresh);
      const vault = vaultOf(scenario);
      const chain = await oracle.assess(vault.kind, toBook(scenario), capital, scenario.params);
      const sdk = assessBook(marketOf(scenario, false), vault);
      const scale = Math.max(1, vault.capital.collateral, sdk.value);
      for (const what of AMOUNTS) close(sdk[what], chain[what], { what, scale: Math.max(scale, Math.abs(sdk[what])) });
      agreeOnCapital(sdk.capital, chain.capital);
      close(sdk.spotConfidence, chain.spotConfidence, { what: "spotConfidence", scale: 1 });
      for (const what of ["delta", "gamma", "vega", "theta", "rho"] as const) {
        close(sdk.greeks[what], chain.greeks[what], { what, scale: Math.max(scale, Math.abs(sdk.greeks[what])) });
      }
    });

    it(`agrees on trades with book ${seed}: ask, bid, stale bid and their parts`, async () => {
      const scenario = randomScenario(seed, NOW);
      const live = scenario.expiries.filter(({ expiry }) => expiry > NOW);
      const row = live[seed % Math.max(1, live.length)];
      const entry = row?.entries.find(({ lots }) => lots > 0n);
      if (row === undefined || entry === undefined) return;
      for (const status of [STATUS.fresh, STATUS.stale]) {
        const { oracle, capital } = await setUp(scenario, status);
        const vault = vaultOf(scenario);
        const market = marketOf(scenario, status === STATUS.stale);
        const strike = entry.tick * scenario.tickSize;
        for (const lots of [entry.lots, -entry.lots / 2n - 1n]) {
          const quantity = lots * scenario.lotSize;
          const terms = { expiry: row.expiry, strike, quantity };
          const chain = await oracle.quote(vault.kind, toBook(scenario), capital, scenario.params, [terms]);
          const trade = { expiry: row.expiry, strike: fromWad(strike), quantity: fromWad(quantity) };
          const sdk = quoteTrade(market, { vault, trade });
          const [leg] = chain.legs;
          if (leg === undefined) throw new Error("expected a leg, got none");
          const scale = Math.max(1, vault.capital.collateral, sdk.before.value, sdk.chargeAfter);
          const paid = lots > 0n ? chain.premium : -chain.premium;
          close(sdk.premium, paid > 0n ? paid : 0n, { what: `premium of ${lots} lots`, scale });
          for (const what of ["moveCharge", "rentCharge", "fee", "chargeAfter"] as const) {
            close(sdk[what], chain[what], { what: `${what} of ${lots} lots`, scale });
          }
          close(sdk.fair, leg.fair, { what: "fair", scale });
          close(sdk.clamp, leg.clamp + chain.clamp, { what: "clamp", scale });
          close(sdk.before.claim, chain.claim, { what: "claim", scale });
          agreeOnCapital(sdk.before.capital, chain.capital);
          close(sdk.option.volatility, leg.volatility, { what: "volatility", scale: 1 });
          close(sdk.option.forward, leg.forward, { what: "forward", scale: sdk.option.forward });
          close(sdk.option.spotDelta, leg.spotDelta, { what: "spotDelta", scale: 1 });
        }
      }
    });

    it(`agrees on orders of several legs with book ${seed}`, async () => {
      const scenario = randomScenario(seed, NOW);
      const live = scenario.expiries.filter(({ expiry }) => expiry > NOW);
      // Every second series is sold, as far as there is anything to sell; the others are bought.
      const legs = live
        .flatMap(({ expiry, entries }) => entries.map((entry) => ({ expiry, ...entry })))
        .slice(0, MAX_ORDER_LEGS)
        .map(({ expiry, tick, lots }, i) => ({
          expiry,
          strike: tick * scenario.tickSize,
          quantity: (i % 2 === seed % 2 && lots > 0n ? -(lots / 3n) - 1n : lots / 2n + 10n) * scenario.lotSize,
        }));
      if (legs.length < 2) return;
      for (const status of [STATUS.fresh, STATUS.stale]) {
        const { oracle, capital } = await setUp(scenario, status);
        const vault = vaultOf(scenario);
        const chain = await oracle.quote(vault.kind, toBook(scenario), capital, scenario.params, legs);
        const sdk = quoteOrder(marketOf(scenario, status === STATUS.stale), {
          vault,
          legs: legs.map(({ expiry, strike, quantity }) => ({
            expiry,
            strike: fromWad(strike),
            quantity: fromWad(quantity),
          })),
        });
        const scale = Math.max(1, vault.capital.collateral, sdk.before.value, sdk.chargeAfter);
        for (const what of [
          "premium",
          "moveCharge",
          "rentCharge",
          "fee",
          "clamp",
          "valueAfter",
          "chargeAfter",
        ] as const) {
          close(sdk[what], chain[what], { what, scale });
        }
        for (const [i, leg] of sdk.legs.entries()) {
          const found = chain.legs[i];
          if (found === undefined) throw new Error(`expected leg ${i}, got none`);
          for (const what of ["amount", "fair", "fee", "clamp"] as const) {
            close(leg[what], found[what], { what: `${what} of leg ${i}`, scale });
          }
        }
      }
    });

    it(`agrees on single options of book ${seed}`, async () => {
      const scenario = randomScenario(seed, NOW);
      const { oracle } = await setUp(scenario, STATUS.fresh);
      const market = marketOf(scenario, false);
      for (const { expiry, entries } of scenario.expiries) {
        for (const { tick } of entries) {
          const strike = tick * scenario.tickSize;
          for (const kind of [OptionKind.Call, OptionKind.Put]) {
            const chain = await oracle.option(kind, expiry, strike);
            const sdk = priceOption(market, { kind, expiry, strike: fromWad(strike) });
            const unit = kind === OptionKind.Call ? 1 : market.spot;
            close(sdk.fair, chain.fair, { what: "fair", scale: unit });
            for (const what of ["delta", "gamma", "vega", "theta", "rho"] as const) {
              const scale = Math.max(unit, Math.abs(sdk.greeks[what]));
              close(sdk.greeks[what], chain.greeks[what], { what: `${what} at ${fromWad(strike)}`, scale });
            }
          }
        }
      }
    });
  }
});
