import { OrderError } from "../errors/OrderError.ts";

/** One pool on the way: its fee in hundredths of a basis point, and the token it leads to. */
export interface PoolStep {
  readonly fee: number;
  readonly token: string;
}

const MAX_POOLS = 4;
const MAX_FEE = 2 ** 24 - 1;
const FEE_DIGITS = 6;

/**
 * A path over Uniswap's pools as the swap router takes it: from a vault's collateral to the token the order is settled in.
 * @throws OrderError where it has no pool or too many, or a token is no address
 * @example
 * const { underlying, quote } = marketOf(client);
 * const path = encodePath(underlying.address, [{ fee: 500, token: quote.address }]);
 */
export function encodePath(collateral: string, pools: readonly PoolStep[]): string {
  if (pools.length === 0 || pools.length > MAX_POOLS) {
    throw new OrderError({
      expected: `a path over 1 to ${MAX_POOLS} pools`,
      got: String(pools.length),
      action: "name each pool by its fee and the token it leads to",
    });
  }
  return `0x${digitsOf(collateral)}${pools.map(({ fee, token }) => feeDigits(fee) + digitsOf(token)).join("")}`;
}

function feeDigits(fee: number): string {
  if (Number.isInteger(fee) && fee >= 0 && fee <= MAX_FEE) return fee.toString(16).padStart(FEE_DIGITS, "0");
  throw new OrderError({
    expected: "a pool's fee in hundredths of a basis point",
    got: String(fee),
    action: "500 is 0.05 %",
  });
}

function digitsOf(token: string): string {
  if (/^0x[0-9a-f]{40}$/i.test(token)) return token.slice(2).toLowerCase();
  throw new OrderError({
    expected: "an address of 40 hexadecimal digits",
    got: token,
    action: "check the addresses that you pass",
  });
}
