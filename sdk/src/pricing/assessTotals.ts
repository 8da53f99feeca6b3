import type { BookTotals } from "./bookTotals.ts";
import { capitalDep } from "./capitalDep.ts";
import { capitalLow } from "./capitalLow.ts";
import { riskCharge } from "./riskCharge.ts";
import { spotConfidenceOf } from "./spotConfidence.ts";
import { stepRiskCapital } from "./stepRiskCapital.ts";
import type { Assessment, Capital, MarketState, RiskParams } from "./types.ts";
import { spotDoubtOf } from "./spotDoubtOf.ts";

/**
 * What a book's totals come to with a vault's capital: the block's step, both charges, NAV, band and claim.
 *
 * @param context totals of the book in this very market; capital as stored
 */
export function assessTotals(
  market: MarketState,
  { totals, capital, params }: { totals: BookTotals; capital: Capital; params: RiskParams },
): Assessment {
  const { value, greeks, lock, nearVolatility, sums } = totals;
  const stepped = stepRiskCapital(capital, { value, now: market.now });
  const [lowCapital, depositCapital] = [capitalLow(stepped), capitalDep(stepped)];
  const charge = riskCharge(sums, { params, riskCapital: lowCapital });
  const deposit = riskCharge(sums, { params, riskCapital: depositCapital });
  const nav = stepped.collateral - value - charge.moveCharge - charge.rentCharge;
  const spotConfidence = spotConfidenceOf(market, nearVolatility);
  const band = spotDoubtOf(greeks, spotConfidence) + Math.abs(greeks.vega) * market.volConfidence;
  return {
    spotConfidence,
    value,
    greeks,
    lock,
    capital: stepped,
    lowCapital,
    depositCapital,
    ...charge,
    depositCharge: deposit.moveCharge + deposit.rentCharge,
    nav,
    band,
    claim: Math.max(0, nav) * stepped.claimShare,
    sums,
  };
}
