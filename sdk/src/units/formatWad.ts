import { formatUnits } from "./formatUnits.ts";

const DECIMALS = 18;

/**
 * An 18-decimal fixed-point number of the chain as a decimal string with all its digits: `toWad` gives the same number
 * back.
 */
export function formatWad(value: bigint): string {
  return formatUnits(value, DECIMALS);
}
