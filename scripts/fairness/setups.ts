import type { Setup } from "./attacks/Attack.ts";
import { SINGLE_E, slowRule } from "./model/capitalRules.ts";
import { PUSH_FEED, SIGNED_FEED } from "./model/Listing.ts";
import { SHIPPED_TIERS, scaledTiers } from "./model/tiers.ts";

/** The multiple of the shipped λ and β that the hard bounds must leave room for. */
export const TRIPLE = 3;

/** A setup by the words of the command line. */
export function setupFor(words: {
  tiers: "shipped" | "triple";
  feed: "push" | "signed";
  rule: "slow" | "first";
}): Setup {
  return {
    rule: words.rule === "slow" ? slowRule() : SINGLE_E,
    tiers:
      words.tiers === "shipped"
        ? SHIPPED_TIERS
        : scaledTiers(SHIPPED_TIERS, { riskAversion: TRIPLE, capacityRent: TRIPLE }),
    market: words.feed === "push" ? PUSH_FEED : SIGNED_FEED,
  };
}
