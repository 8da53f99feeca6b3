import type { Actors } from "./actors.ts";
import { majority } from "./majority.ts";
import { Parameters } from "./schema.ts";
import { WETH_USDC, WETH_USDC_AGGREGATORS } from "./wethUsdc.ts";

const DAY = 86_400;

/** Ethereum's Sepolia: wrapped ether, Circle's test USDC, Chainlink's ETH/USD and USDC/USD. */
const VENUE = {
  weth: "0xfFf9976782d46CC05630D1f6eBAb18b2324d6B14",
  usdc: "0x1c7D4B196Cb0C7B01d743Fbc6116a902379C7238",
  etherInDollars: "0x694AA1769357215DE4FAC081bf1f309aDC325306",
  usdcInDollars: "0xA2F78ab2355fe2f984D808B5CeE7FD0A93D5270E",
} as const;

/** The WETH/USDC market on Sepolia. */
export function sepoliaParameters({ reporters, ...roles }: Actors): Parameters {
  const { market, feed, surface } = WETH_USDC;
  const { underlying, quote } = WETH_USDC_AGGREGATORS;
  return Parameters.parse({
    ...WETH_USDC,
    network: "sepolia",
    local: false,
    market: {
      ...market,
      underlying: { ...market.underlying, address: VENUE.weth },
      quote: { ...market.quote, address: VENUE.usdc },
    },
    feed: {
      ...feed,
      underlying: { ...underlying, address: VENUE.etherInDollars },
      quote: { ...quote, address: VENUE.usdcInDollars },
    },
    surface: { ...surface, reporters, threshold: majority(reporters) },
    roles: { ...roles, governorDelay: 2 * DAY },
  });
}
