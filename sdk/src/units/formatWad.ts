const DECIMALS = 18;

/**
 * An 18-decimal fixed-point number of the chain as a decimal string with all its digits: `toWad` gives the same number
 * back.
 */
export function formatWad(value: bigint): string {
  const digits = String(value < 0n ? -value : value).padStart(DECIMALS + 1, "0");
  const fraction = digits.slice(-DECIMALS).replace(/0+$/, "");
  return `${value < 0n ? "-" : ""}${digits.slice(0, -DECIMALS)}${fraction === "" ? "" : `.${fraction}`}`;
}
