/** A decimal number as `digits · 10^exponent`, without zeros at the end of its digits. */
export interface DecimalParts {
  /** With its sign. */
  readonly digits: bigint;
  readonly exponent: number;
  /** How many digits stand before the decimal point; zero or negative for fractions. */
  readonly magnitude: number;
}

const DECIMAL = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i;
/** Longer text is no amount that somebody means, and takes its time. */
const MAX_LENGTH = 1_000;
const ZERO: DecimalParts = { digits: 0n, exponent: 0, magnitude: 0 };

/** The digits of a decimal number, written plainly or with an exponent; nothing where the text is no such number. */
export function parseDecimal(text: string): DecimalParts | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const [, sign = "", whole = "", fraction = "", power = "0"] = DECIMAL.exec(text) ?? [];
  const all = whole + fraction;
  if (all === "") return undefined;
  const digits = all.replace(/^0+/, "").replace(/0+$/, "");
  if (digits === "") return ZERO;
  const zeros = all.length - all.replace(/0+$/, "").length;
  const exponent = Number(power) - fraction.length + zeros;
  return { digits: BigInt(sign === "-" ? `-${digits}` : digits), exponent, magnitude: digits.length + exponent };
}
