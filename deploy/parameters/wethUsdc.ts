import { CALENDAR, DAY, DOLLAR_PRICE, HOUR, USDC_MARKET, wad } from "./usdcMarkets.ts";

/** What a WETH/USDC market is on every network. */
export const WETH_USDC = {
  ...USDC_MARKET,
  name: "WETH/USDC",
  underlying: { name: "Wrapped Ether", symbol: "WETH", decimals: 18 },
  aggregator: { ...DOLLAR_PRICE, description: "ETH / USD" },
  realisedVolatility: { seed: wad("0.65"), halfLife: DAY, minSpacing: HOUR / 12, outlier: wad("5") },
  /** What staked ether earns, and with it the forward's discount. */
  yield: wad("0.03"),
  series: { ...CALENDAR, tickSize: wad("10"), lotSize: wad("0.01"), minOrder: wad("0.1") },
  queue: { epochLength: DAY, minimumRequest: { call: wad("0.05"), put: wad("100") } },
};
