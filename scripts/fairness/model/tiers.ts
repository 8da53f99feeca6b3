import { USDC_MARKET } from "../../../deploy/parameters/usdcMarkets.ts";
import { fromWad } from "../../../sdk/src/units/fromWad.ts";
import type { RiskParams } from "../../../sdk/src/pricing/types.ts";

/** A tier with its parameters as the model takes them. */
export interface Tier {
  readonly name: string;
  readonly params: RiskParams;
}

/** The tiers as deployed. */
export const SHIPPED_TIERS: readonly Tier[] = USDC_MARKET.tiers.map((tier) => ({
  name: tier.name,
  params: {
    riskAversion: fromWad(tier.riskAversion),
    capacityRent: fromWad(tier.capacityRent),
    volOfVol: fromWad(tier.volOfVol),
    spotVolCorrelation: fromWad(tier.spotVolCorrelation),
    horizon: tier.horizon,
    notionalFee: fromWad(tier.notionalFee),
    premiumFeeCap: fromWad(tier.premiumFeeCap),
    chargeFee: fromWad(tier.chargeFee),
    lockFee: fromWad(tier.lockFee),
    stress: 1,
    confidenceFactor: 1,
  },
}));

/** λ and β of each tier times a factor of its own. */
export function scaledTiers(tiers: readonly Tier[], factors: { riskAversion: number; capacityRent: number }): Tier[] {
  return tiers.map(({ name, params }) => ({
    name,
    params: {
      ...params,
      riskAversion: params.riskAversion * factors.riskAversion,
      capacityRent: params.capacityRent * factors.capacityRent,
    },
  }));
}

/** Every tier with some parameters replaced. */
export function tiersWith(tiers: readonly Tier[], changes: Partial<RiskParams>): Tier[] {
  return tiers.map(({ name, params }) => ({ name, params: { ...params, ...changes } }));
}
