import type { Capital, Expiry, Kind, Params, Smile, Svi, World } from "./reference.ts";
import { Real } from "./normal.ts";
import { Random } from "./random.ts";

const WAD = 10n ** 18n;

/** A raw SVI slice in 1e-12, as the chain packs it. */
export interface PicoSvi {
  readonly a: bigint;
  readonly b: bigint;
  readonly rho: bigint;
  readonly m: bigint;
  readonly sigma: bigint;
}

/** One random state of a market and a vault, in the chain's own integers. */
export interface Scenario {
  readonly kind: Kind;
  readonly spot: bigint;
  readonly rate: bigint;
  readonly yield: bigint;
  readonly feedConfidence: bigint;
  readonly volConfidence: bigint;
  readonly realised: bigint;
  readonly tickSize: bigint;
  readonly lotSize: bigint;
  readonly capital: {
    readonly collateral: bigint;
    readonly riskCapital: bigint;
    readonly actual: bigint;
    readonly fresh: bigint;
    readonly recentCharge: bigint;
    readonly doublingBase: bigint;
    readonly claimShare: bigint;
  };
  /** Seconds since the capital's last step. */
  readonly sinceUpdate: number;
  /** Where a signed price counts: its age in seconds, and the least c_S. */
  readonly signed?: { readonly age: number; readonly floor: bigint };
  readonly params: {
    readonly riskAversion: bigint;
    readonly capacityRent: bigint;
    readonly volOfVol: bigint;
    readonly spotVolCorrelation: bigint;
    readonly horizon: bigint;
    readonly notionalFee: bigint;
    readonly premiumFeeCap: bigint;
    readonly chargeFee: bigint;
    readonly lockFee: bigint;
    readonly stress: bigint;
    readonly confidenceFactor: bigint;
  };
  readonly expiries: readonly {
    readonly expiry: number;
    readonly near: PicoSvi;
    readonly nearWeight: bigint;
    readonly far: PicoSvi;
    readonly farWeight: bigint;
    readonly entries: readonly { readonly tick: bigint; readonly lots: bigint }[];
  }[];
}

/** A slice without butterfly arbitrage near the money, for volatilities from 15 % to 150 %. */
function randomSlice(random: Random, years: number): PicoSvi {
  const variance = random.between(0.15, 1.5) ** 2 * years;
  const root = Math.sqrt(variance);
  const b = random.between(0.05, 0.4) * root;
  const sigma = random.between(0.4, 1.5) * root + 0.01;
  const rho = random.between(-0.7, 0.3);
  const pico = (x: number): bigint => BigInt(Math.round(x * 1e12));
  return {
    a: pico(variance - b * sigma * Math.sqrt(1 - rho * rho) * random.between(0.5, 1)),
    b: pico(b),
    rho: pico(rho),
    m: pico(random.between(-0.5, 0.5) * root),
    sigma: pico(sigma),
  };
}

const wad = (x: number): bigint => BigInt(Math.round(x * 1e12)) * 10n ** 6n;

/** @param now unix seconds; expiries are laid at 08:00 UTC after it, in some scenarios one before it */
export function randomScenario(seed: number, now: number): Scenario {
  const random = new Random(seed);
  const spot = wad(random.between(500, 4000));
  const kind: Kind = random.chance(0.5) ? "call" : "put";
  const flat = random.chance(0.3);
  const tickSize = 5n * WAD;
  const firstDay = Math.floor(now / 86400) + (random.chance(0.25) ? 0 : 1);
  let day = firstDay;
  const expiries = Array.from({ length: random.integer(1, 4) }, () => {
    const expiry = day * 86400 + 8 * 3600;
    day += random.integer(1, 40);
    const years = Math.max(expiry - now, 3600) / (365 * 86400);
    const interpolated = random.chance(0.5);
    const weight = interpolated ? wad(random.between(0.1, 0.9)) : wad(random.between(0.8, 1));
    const width = Math.max(0.03, Math.sqrt(years));
    const ticks = new Set(
      Array.from({ length: random.integer(1, 4) }, () =>
        BigInt(Math.round((Number(spot / WAD) * Math.exp(random.between(-1.5, 1.5) * width)) / 5)),
      ),
    );
    const settled = expiry <= now;
    return {
      expiry,
      near: randomSlice(random, years),
      nearWeight: settled ? 0n : weight,
      far: randomSlice(random, years * 1.2),
      farWeight: settled || !interpolated ? 0n : WAD - weight,
      entries: [...ticks].map((tick) => ({ tick, lots: random.chance(0.2) ? 0n : BigInt(random.integer(1, 20_000)) })),
    };
  });
  const unit = kind === "call" ? 1 : Number(spot / WAD);
  const collateral = wad(unit * random.between(100, 3000));
  return {
    kind,
    spot,
    rate: flat ? 0n : wad(random.between(0, 0.2)),
    yield: flat ? 0n : wad(random.between(0, 0.1)),
    feedConfidence: wad(random.between(0.001, 0.01)),
    volConfidence: wad(random.between(0.005, 0.1)),
    realised: wad(random.between(0.1, 1.5)),
    tickSize,
    lotSize: 10n ** 16n,
    sinceUpdate: random.chance(0.3) ? 0 : random.integer(1, 50_000),
    params: {
      riskAversion: wad(random.between(0, 20)),
      capacityRent: wad(random.between(0, 0.5)),
      volOfVol: wad(random.between(0, 2)),
      spotVolCorrelation: wad(random.between(-1, 1)),
      horizon: BigInt(random.integer(3600, 7 * 86400)),
      notionalFee: wad(0.0003),
      premiumFeeCap: wad(0.125),
      chargeFee: wad(random.between(0, 0.2)),
      lockFee: wad(random.between(0, 0.001)),
      stress: wad(random.between(1, 3)),
      confidenceFactor: random.chance(0.5) ? WAD : 2n * WAD,
    },
    expiries,
    capital: randomCapital(random, collateral),
    ...(random.chance(0.4) ? { signed: { age: random.integer(1, 120), floor: wad(random.between(0, 0.002)) } } : {}),
  };
}

/**
 * Capital anywhere around its collateral: at rest or not, after losses, deposits or withdrawals, sometimes so small that the doubling
 * bound holds it, in half of all cases with a claim.
 */
function randomCapital(random: Random, collateral: bigint): Scenario["capital"] {
  const partOf = (low: number, high: number): bigint => (collateral * wad(random.between(low, high))) / WAD;
  return {
    collateral,
    riskCapital: random.chance(0.25) ? partOf(0.001, 0.05) : partOf(0.1, 1.2),
    actual: partOf(0.05, 1.1),
    fresh: random.chance(0.2) ? 0n : partOf(-0.6, 0.6),
    recentCharge: random.chance(0.2) ? 0n : partOf(0, 0.2),
    doublingBase: partOf(0, 0.05),
    claimShare: random.chance(0.5) ? 0n : wad(random.between(0, 1)),
  };
}

const real = (x: bigint, decimals = 18): Real => new Real(x.toString()).div(new Real(10).pow(decimals));

function smileOf(expiry: Scenario["expiries"][number]): Smile {
  const svi = (p: PicoSvi): Svi => ({
    a: real(p.a, 12),
    b: real(p.b, 12),
    rho: real(p.rho, 12),
    m: real(p.m, 12),
    sigma: real(p.sigma, 12),
  });
  return {
    near: svi(expiry.near),
    nearWeight: real(expiry.nearWeight),
    far: svi(expiry.far),
    farWeight: real(expiry.farWeight),
  };
}

/** The scenario as the reference model reads it. */
export function toReference(
  scenario: Scenario,
  now: number,
  stale = false,
): { world: World; params: Params; book: Expiry[]; capital: Capital } {
  const { params, capital, signed } = scenario;
  return {
    world: {
      kind: scenario.kind,
      spot: real(scenario.spot),
      rate: real(scenario.rate),
      yield: real(scenario.yield),
      now,
      feedConfidence: real(scenario.feedConfidence),
      volConfidence: real(scenario.volConfidence),
      realised: real(scenario.realised),
      stale,
      ...(signed === undefined ? {} : { signed: { age: signed.age, floor: real(signed.floor) } }),
    },
    capital: {
      collateral: real(capital.collateral),
      riskCapital: real(capital.riskCapital),
      actual: real(capital.actual),
      fresh: real(capital.fresh),
      recentCharge: real(capital.recentCharge),
      doublingBase: real(capital.doublingBase),
      claimShare: real(capital.claimShare),
    },
    params: {
      riskAversion: real(params.riskAversion),
      capacityRent: real(params.capacityRent),
      volOfVol: real(params.volOfVol),
      spotVolCorrelation: real(params.spotVolCorrelation),
      horizon: Number(params.horizon),
      notionalFee: real(params.notionalFee),
      premiumFeeCap: real(params.premiumFeeCap),
      chargeFee: real(params.chargeFee),
      lockFee: real(params.lockFee),
      stress: real(params.stress),
      confidenceFactor: real(params.confidenceFactor),
    },
    book: scenario.expiries.map((expiry) => ({
      expiry: expiry.expiry,
      smile: smileOf(expiry),
      series: expiry.entries.map(({ tick, lots }) => ({
        strike: real(tick * scenario.tickSize),
        net: real(lots * scenario.lotSize),
      })),
    })),
  };
}

/** The scenario's book as the chain packs it. */
export function toBook(scenario: Scenario): {
  expiries: bigint;
  quads: bigint[];
  tickSize: bigint;
  lotSize: bigint;
} {
  let expiries = 0n;
  const quads: bigint[] = [];
  scenario.expiries.forEach(({ expiry, entries }, index) => {
    const header = BigInt(Math.floor(expiry / 86400)) | (BigInt(entries.length) << 16n);
    expiries |= header << BigInt(32 * index);
    for (let start = 0; start < entries.length; start += 4) {
      quads.push(
        entries.slice(start, start + 4).reduce((quad, { tick, lots }, place) => {
          return quad | ((tick | (BigInt.asUintN(40, lots) << 24n)) << BigInt(64 * place));
        }, 0n),
      );
    }
  });
  return { expiries, quads, tickSize: scenario.tickSize, lotSize: scenario.lotSize };
}
