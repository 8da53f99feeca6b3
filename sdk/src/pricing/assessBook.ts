import { SECONDS_PER_YEAR } from "../units/constants.ts";
import { curveVariance } from "./curve.ts";
import { OptionKind } from "./OptionKind.ts";
import { priceOption } from "./priceOption.ts";
import { riskCharge } from "./riskCharge.ts";
import { spotConfidenceOf } from "./spotConfidence.ts";
import { stepRiskCapital } from "./stepRiskCapital.ts";
import type { Assessment, BookExpiry, Greeks, MarketState, RiskSums, VaultBooks } from "./types.ts";

/** One pass over a book: value, Greeks, worst case, risk capital, risk charge, NAV (`IPremiumOracle.assess`). */
export function assessBook(market: MarketState, vault: VaultBooks): Assessment {
  const { book, capital, params } = vault;
  const rows = book.map((row) => assessExpiry(market, { row, vault }));
  const value = rows.reduce((sum, row) => sum + row.value, 0);
  const lock = rows.reduce((sum, row) => sum + row.lock, 0);
  const greeks = rows.reduce<Greeks>((sum, row) => addGreeks(sum, row.greeks), NO_GREEKS);
  const riskCapital = stepRiskCapital(capital, { value, now: market.now });
  const sums: RiskSums = {
    spotMove: rows.reduce((sum, row) => sum + row.spotMove, 0),
    volMove: rows.reduce((sum, row) => sum + row.volMove, 0),
    gammaMove: rows.reduce((sum, row) => sum + row.gammaMove, 0),
    // What is still locked once the expiries before the k-th have gone.
    locked: rows.map((_, k) => rows.slice(k).reduce((sum, row) => sum + row.lock, 0)),
    interval: rows.map((row, k) => Math.max(0, row.expiry - Math.max(market.now, rows[k - 1]?.expiry ?? market.now))),
  };
  const spotConfidence = spotConfidenceOf(market, nearVolatility(rows));
  const band = Math.abs(greeks.delta) * spotConfidence + Math.abs(greeks.vega) * market.volConfidence;
  const charge = riskCharge(sums, { params, riskCapital });
  return {
    spotConfidence,
    value,
    greeks,
    lock,
    riskCapital,
    ...charge,
    nav: capital.collateral - value - charge.moveCharge - charge.rentCharge,
    band: band * Math.max(1, params.confidenceFactor),
    sums,
  };
}

/** At-the-money volatility of the nearest expiry ahead; zero where there is none. */
function nearVolatility(rows: readonly { volatility: number }[]): number {
  return rows.find(({ volatility }) => volatility > 0)?.volatility ?? 0;
}

/** The worst case of a book that only writes: every put at zero, every call far in the money. */
function lockOf({ kind }: VaultBooks, { entries }: BookExpiry): number {
  return entries.reduce((sum, { strike, net }) => sum + Math.max(0, net) * (kind === OptionKind.Call ? 1 : strike), 0);
}

const NO_GREEKS: Greeks = { delta: 0, gamma: 0, vega: 0, theta: 0, rho: 0 };

function addGreeks(a: Greeks, b: Greeks): Greeks {
  return {
    delta: a.delta + b.delta,
    gamma: a.gamma + b.gamma,
    vega: a.vega + b.vega,
    theta: a.theta + b.theta,
    rho: a.rho + b.rho,
  };
}

/** One expiry's part; its moves fade out over the last horizon before it, so that settling changes no share price. */
function assessExpiry(market: MarketState, { row, vault }: { row: BookExpiry; vault: VaultBooks }) {
  const { kind, params } = vault;
  let value = 0;
  let greeks = NO_GREEKS;
  for (const { strike, net } of row.entries) {
    if (net === 0) continue;
    const option = priceOption(market, { kind, expiry: row.expiry, strike });
    value += net * option.fair;
    greeks = addGreeks(greeks, {
      delta: -net * option.greeks.delta,
      gamma: -net * option.greeks.gamma,
      vega: -net * option.greeks.vega,
      theta: -net * option.greeks.theta,
      rho: -net * option.greeks.rho,
    });
  }
  const left = Math.max(0, row.expiry - market.now);
  const years = left / SECONDS_PER_YEAR;
  const horizon = params.horizon / SECONDS_PER_YEAR;
  const fading = Math.min(1, left / params.horizon);
  const atTheMoney = curveVariance(market.curveOf(row.expiry), 0).w;
  const volatility = years > 0 ? Math.sqrt(atTheMoney / years) : 0;
  const variance = volatility ** 2 * horizon;
  return {
    expiry: row.expiry,
    volatility,
    value,
    greeks,
    lock: lockOf(vault, row),
    spotMove: greeks.delta * Math.sqrt(fading * variance),
    volMove: greeks.vega * params.volOfVol * Math.sqrt(fading * horizon),
    gammaMove: greeks.gamma * fading * variance,
  };
}
