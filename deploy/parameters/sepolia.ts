import { parseUnits } from "ethers";

import type { Actors } from "./actors.ts";
import { majority } from "./majority.ts";
import { Parameters } from "./schema.ts";
import { USDC } from "./usdcMarkets.ts";
import { WAITS } from "./waits.ts";
import { WBTC_USDC } from "./wbtcUsdc.ts";
import { WETH_USDC } from "./wethUsdc.ts";

/**
 * Ethereum's Sepolia: wrapped ether, the wrapped bitcoin of Aave's test market, Circle's test USDC, and Chainlink's ETH/USD,
 * BTC/USD and USDC/USD.
 */
const VENUE = {
  weth: "0xfFf9976782d46CC05630D1f6eBAb18b2324d6B14",
  wbtc: "0x29f2D40B0605204364af54EC677bD022dA425d03",
  usdc: "0x1c7D4B196Cb0C7B01d743Fbc6116a902379C7238",
  etherInDollars: "0x694AA1769357215DE4FAC081bf1f309aDC325306",
  bitcoinInDollars: "0x1b44F3514812d835EB1BDB0acB33d3fA3351Ee43",
  usdcInDollars: "0xA2F78ab2355fe2f984D808B5CeE7FD0A93D5270E",
} as const;

/** SwapRouter02 and QuoterV2 as Uniswap lists them for Sepolia; Permit2 is at the same address everywhere. */
const SWAP_VENUE = {
  uniswapRouter: "0x3bFA4769FB09eefC5a80d6E87c3B9C650f7Ae48E",
  uniswapQuoter: "0xEd1f6473345F45b75F8179591dd5bA1888cf2FB3",
  permit2: "0x000000000022D473030F116dDEE9F6B43aC78BA3",
} as const;

/** Test tokens come from faucets, in small amounts: vaults are meant to hold some 10,000 dollars each, 5 ether or 0.1 bitcoin. */
const LEAST_DEPOSITS = {
  ether: { call: parseUnits("0.05", 18), put: parseUnits("100", 6) },
  bitcoin: { call: parseUnits("0.001", 8), put: parseUnits("100", 6) },
} as const;

/** WETH/USDC and WBTC/USDC on Sepolia. */
export function sepoliaParameters({ reporters, ...roles }: Actors): Parameters {
  return Parameters.parse({
    network: "sepolia",
    local: false,
    quote: { ...USDC.quote, address: VENUE.usdc },
    quoteAggregator: { ...USDC.quoteAggregator, address: VENUE.usdcInDollars },
    markets: [
      {
        ...WETH_USDC,
        underlying: { ...WETH_USDC.underlying, address: VENUE.weth },
        aggregator: { ...WETH_USDC.aggregator, address: VENUE.etherInDollars },
        leastDeposit: LEAST_DEPOSITS.ether,
      },
      {
        ...WBTC_USDC,
        underlying: { ...WBTC_USDC.underlying, address: VENUE.wbtc },
        aggregator: { ...WBTC_USDC.aggregator, address: VENUE.bitcoinInDollars },
        leastDeposit: LEAST_DEPOSITS.bitcoin,
      },
    ],
    reporters: { addresses: reporters, threshold: majority(reporters) },
    version: "OptionVault 2",
    swapVenue: SWAP_VENUE,
    roles: { ...roles, ...WAITS },
  });
}
