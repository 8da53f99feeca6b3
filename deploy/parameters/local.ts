import { parseUnits } from "ethers";

import { majority } from "./majority.ts";
import { Parameters } from "./schema.ts";
import { DOLLAR_DECIMALS, USDC } from "./usdcMarkets.ts";
import { WAITS } from "./waits.ts";
import { WBTC_USDC } from "./wbtcUsdc.ts";
import { WETH_USDC } from "./wethUsdc.ts";

/** Who does what on a local network. */
export interface LocalActors {
  readonly governor: string;
  readonly guardian: string;
  readonly feeRecipient: string;
  readonly priceKeeper: string;
  readonly reporters: readonly string[];
}

/** What the aggregators of a local network say at first. */
const PRICES = { ether: "2000", bitcoin: "100000", stablecoin: "1" } as const;

/** Vaults hold about a million dollars each, at those prices: 500 ether, 10 bitcoin. */
const LEAST_DEPOSITS = {
  ether: { call: parseUnits("5", 18), put: parseUnits("10000", 6) },
  bitcoin: { call: parseUnits("0.1", 8), put: parseUnits("10000", 6) },
} as const;

const dollars = (value: string): bigint => parseUnits(value, DOLLAR_DECIMALS);

/** WETH/USDC and WBTC/USDC on a chain that nobody else uses, with tokens and aggregators of its own. */
export function localParameters(actors: LocalActors): Parameters {
  const { governor, guardian, feeRecipient, priceKeeper, reporters } = actors;
  return Parameters.parse({
    network: "local",
    local: true,
    priceKeeper,
    quote: USDC.quote,
    quoteAggregator: { ...USDC.quoteAggregator, initialAnswer: dollars(PRICES.stablecoin) },
    markets: [
      {
        ...WETH_USDC,
        aggregator: { ...WETH_USDC.aggregator, initialAnswer: dollars(PRICES.ether) },
        leastDeposit: LEAST_DEPOSITS.ether,
      },
      {
        ...WBTC_USDC,
        aggregator: { ...WBTC_USDC.aggregator, initialAnswer: dollars(PRICES.bitcoin) },
        leastDeposit: LEAST_DEPOSITS.bitcoin,
      },
    ],
    reporters: { addresses: [...reporters], threshold: majority(reporters) },
    version: "OptionVault 2",
    roles: { governor, guardian, feeRecipient, ...WAITS },
  });
}
