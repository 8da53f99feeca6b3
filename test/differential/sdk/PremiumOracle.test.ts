import { expect } from "chai";

import {
  assessBook,
  decodeBook,
  fromWad,
  OptionKind,
  packSvi,
  priceOption,
  quoteTrade,
  unpackSvi,
  type Capital,
  type MarketState,
  type Svi,
  type VaultBooks,
} from "../../../sdk/src/index.ts";
import { openFixedMarket, STATUS } from "../premium/fixedMarket.ts";
import { randomScenario, toBook, type PicoSvi, type Scenario } from "../premium/scenario.ts";

const NOW = 1_800_000_000;
const BOOKS = 30;

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
  const { params } = scenario;
  const capital: Capital = {
    collateral: fromWad(scenario.collateral),
    riskCapital: fromWad(scenario.riskCapital),
    updatedAt: NOW - scenario.sinceUpdate,
  };
  return {
    kind: scenario.kind === "call" ? OptionKind.Call : OptionKind.Put,
    book: decodeBook(toBook(scenario)),
    capital,
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

  /** Fails where the SDK is further than 1e-9 of the scale from the chain. */
  function close(sdk: number, chain: bigint, { what, scale }: { what: string; scale: number }): void {
    const distance = Math.abs(sdk - fromWad(chain));
    expect(distance, `${what}: SDK ${sdk}, chain ${fromWad(chain)}`).to.be.at.most(1e-9 * scale + 1e-14);
  }

  it("packs slices as the scenario's own packing does", () => {
    const scenario = randomScenario(1, NOW);
    for (const { near } of scenario.expiries) expect(fromPico(near)).to.deep.equal(unpackSvi(packSvi(fromPico(near))));
  });

  for (let seed = 101; seed <= 100 + BOOKS; seed++) {
    it(`agrees on book ${seed}: value, Greeks, lock, E, R, NAV, band`, async () => {
      const scenario = randomScenario(seed, NOW);
      const { oracle, capital } = await setUp(scenario, STATUS.fresh);
      const vault = vaultOf(scenario);
      const chain = await oracle.assess(vault.kind, toBook(scenario), capital, scenario.params);
      const sdk = assessBook(marketOf(scenario, false), vault);
      const scale = Math.max(1, vault.capital.collateral, sdk.value);
      for (const what of ["value", "lock", "riskCapital", "moveCharge", "rentCharge", "nav", "band"] as const) {
        close(sdk[what], chain[what], { what, scale: Math.max(scale, Math.abs(sdk[what])) });
      }
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
          const chain = await oracle.quote(vault.kind, toBook(scenario), capital, scenario.params, terms);
          const trade = { expiry: row.expiry, strike: fromWad(strike), quantity: fromWad(quantity) };
          const sdk = quoteTrade(market, { vault, trade });
          const scale = Math.max(1, vault.capital.collateral, sdk.before.value, sdk.chargeAfter);
          for (const what of ["premium", "fair", "moveCharge", "rentCharge", "fee", "clamp"] as const) {
            close(sdk[what], chain[what], { what: `${what} of ${lots} lots`, scale });
          }
          close(sdk.chargeAfter, chain.chargeAfter, { what: "chargeAfter", scale });
          close(sdk.lockAfter, chain.lockAfter, { what: "lockAfter", scale });
          close(sdk.option.volatility, chain.volatility, { what: "volatility", scale: 1 });
          close(sdk.option.forward, chain.forward, { what: "forward", scale: sdk.option.forward });
          close(sdk.option.spotDelta, chain.spotDelta, { what: "spotDelta", scale: 1 });
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
