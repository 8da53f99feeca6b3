import { fromWad, type RiskParams, type SignedSpot } from "@bulkhead/sdk";

import type { Tier } from "../../deploy/parameters/schema.ts";
import { SIGNED_SPOT } from "../../deploy/parameters/usdcMarkets.ts";

/** A tier of a deployment as the SDK's pricing takes it, in a vault that is open. */
export function toRiskParams(tier: Tier): RiskParams {
  return {
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
  };
}

/** A signed price as orders usually bring it along. */
export const TYPICAL_SIGNED_SPOT: SignedSpot = {
  floor: fromWad(SIGNED_SPOT.confidenceFloor),
  age: SIGNED_SPOT.typicalAge,
};
