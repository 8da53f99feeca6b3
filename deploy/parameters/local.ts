import { parseUnits } from "ethers";

import { Parameters } from "./schema.ts";
import { majority } from "./majority.ts";
import { DOLLAR_DECIMALS, WETH_USDC, WETH_USDC_AGGREGATORS } from "./wethUsdc.ts";

/** Who does what on a local network. */
export interface LocalActors {
  readonly governor: string;
  readonly guardian: string;
  readonly feeRecipient: string;
  readonly priceKeeper: string;
  readonly reporters: readonly string[];
}

const DAY = 86_400;

const dollars = (value: string): bigint => parseUnits(value, DOLLAR_DECIMALS);

/** The WETH/USDC market on a chain that nobody else uses, with tokens and aggregators of its own. */
export function localParameters(actors: LocalActors): Parameters {
  const { underlying, quote } = WETH_USDC_AGGREGATORS;
  return Parameters.parse({
    ...WETH_USDC,
    network: "local",
    local: true,
    priceKeeper: actors.priceKeeper,
    feed: {
      ...WETH_USDC.feed,
      underlying: { ...underlying, initialAnswer: dollars("2000") },
      quote: { ...quote, initialAnswer: dollars("1") },
    },
    surface: { ...WETH_USDC.surface, reporters: [...actors.reporters], threshold: majority(actors.reporters) },
    roles: {
      governor: actors.governor,
      guardian: actors.guardian,
      feeRecipient: actors.feeRecipient,
      governorDelay: 2 * DAY,
    },
  });
}
