import type { MarketParameters } from "../parameters/schema.ts";

/** A market's name as modules and their futures may bear it: "WETH_USDC". */
export function marketId({ name }: Pick<MarketParameters, "name">): string {
  return name.replaceAll(/[^0-9A-Za-z]+/g, "_");
}
