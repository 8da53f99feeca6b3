import { CALENDAR, DAY, DOLLAR_PRICE, HOUR, USDC_MARKET, wad } from "./usdcMarkets.ts";

/**
 * What a WBTC/USDC market is on every network. Strikes, lots and the smallest order are in proportion to a price some forty
 * times ether's; a lot of 0.001 is 100,000 of the token's eight-decimal units, so that every lock is a whole number of them.
 */
export const WBTC_USDC = {
  ...USDC_MARKET,
  name: "WBTC/USDC",
  underlying: { name: "Wrapped Bitcoin", symbol: "WBTC", decimals: 8 },
  aggregator: { ...DOLLAR_PRICE, description: "BTC / USD" },
  realisedVolatility: { seed: wad("0.35"), halfLife: DAY, minSpacing: HOUR / 12, outlier: wad("5") },
  yield: 0n,
  series: { ...CALENDAR, tickSize: wad("500"), lotSize: wad("0.001"), minOrder: wad("0.005") },
  queue: { epochLength: DAY, minimumRequest: { call: wad("0.002"), put: wad("100") } },
};
