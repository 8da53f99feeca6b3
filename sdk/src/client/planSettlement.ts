import { OrderError } from "../errors/OrderError.ts";
import type { Client } from "./connect.ts";
import { netByCollateral } from "./netByCollateral.ts";
import { oracleValue } from "./oracleValue.ts";
import type { OrderLeg } from "./OrderLeg.ts";
import { quoteSwap } from "./quoteSwap.ts";
import { requirePayable } from "./requirePayable.ts";
import { tokensOnPath } from "./tokensOnPath.ts";
import type { TotalLimit } from "./TotalLimit.ts";
import { formatUnits } from "../units/formatUnits.ts";
import { amountText, symbolText } from "./tokenInfo.ts";

/** How an order is paid in one token, as the swap router takes it. */
export interface PlanSettlementResult {
  readonly token: string;
  /** Token units: the most to pay or, negative, the least to receive. */
  readonly maxNetPaid: bigint;
  /** From each other collateral to the token (`encodePath`). */
  readonly paths: readonly string[];
}

export interface PlanSettlementParameters {
  /** Of `planOrder`, each sale before the purchases that it is to pay for (`salesFirst`). */
  readonly legs: readonly OrderLeg[];
  /** Of `planOrder`, too: what vaults with several legs come to in their collateral. */
  readonly totals?: readonly TotalLimit[];
  /** In which the order is to be paid. */
  readonly token: string;
  /** One from each collateral that is another (`encodePath`). */
  readonly paths: readonly string[];
  /** How far the price of each swap may move, in basis points of that swap; 50 by default. The vaults' may by the legs' limits. */
  readonly slippageBps?: bigint;
  /**
   * How much worse than by the deployment's price feeds a swap may be quoted, pools' fees and all, in basis points; 300 by
   * default. It says nothing of tokens that no market has.
   */
  readonly maxDeviationBps?: bigint;
  /**
   * The caller's own bound, in the settlement's token and with the sign of `maxNetPaid`, which is not to be above it. By default
   * there is none.
   */
  readonly worst?: bigint;
}

const BPS = 10_000n;
/** Units by which a quote may differ from the exact price where the amounts are dust. */
const ROUNDING = 1n;

/**
 * Finds what an order comes to in one token, with each leg at its limit and pools as they are, and bounds it.
 *
 * The pools that are traded say what a swap costs, so whoever moves one just before, or answers for the node, sets the bound,
 * too. Where markets of the deployment lead from a collateral to the token, a quote that is worse than their price feeds say by
 * more than `maxDeviationBps` is refused. For any other token pools and node are trusted, unless `worst` is given.
 *
 * It is one bound for all: what the legs leave of their own limits (`planOrder`'s slippage, one per cent by default), whoever
 * trades around the order may take in the pools on top of `slippageBps`. Smaller limits leave less. Every swap is quoted
 * as if it were the only one; `slippageBps` is to cover what swaps through the same pool do to each other.
 * @throws OrderError where a purchase comes before a sale that is to pay for it, a path is missing or ends elsewhere, pools cannot take
 * the whole amount, a quote deviates from the feeds, or the bound is above `worst`
 * @throws ContractError where a feed that a quote is to be compared with gives no price now
 * @example
 * const plan = await planOrder(client, { legs, trader: account });
 * const { underlying: token, quote } = marketOf(client);
 * const paths = [encodePath(quote.address, [{ fee: 500, token: token.address }])];
 * const inOrder = salesFirst(client, plan.legs);
 * const settlement = await planSettlement(client, { legs: inOrder, totals: plan.totals, token: token.address, paths });
 */
export async function planSettlement(
  client: Client,
  parameters: PlanSettlementParameters,
): Promise<PlanSettlementResult> {
  const { legs, totals, token, paths, slippageBps = 50n, maxDeviationBps = 300n, worst } = parameters;
  requireBasisPoints(slippageBps, { what: "slippage", action: "50 is half a per cent" });
  requireBasisPoints(maxDeviationBps, { what: "deviation from the price feeds", action: "300 is three per cent" });
  requirePayable(client, { legs, totals, token });
  let maxNetPaid = 0n;
  for (const [collateral, amount] of netByCollateral(client, { legs, totals })) {
    if (collateral === token.toLowerCase()) {
      maxNetPaid += amount;
      continue;
    }
    const path = pathBetween(client, { paths, collateral, token });
    const quoted = await quoteSwap(client, { path, amount });
    await requireFair(client, { collateral, amount, token, quoted, maxDeviationBps });
    maxNetPaid += (amount > 0n ? quoted : -quoted) + (quoted * slippageBps) / BPS;
  }
  if (worst !== undefined && maxNetPaid > worst) {
    throw new OrderError({
      expected: `a bound of at most ${await amountText(client, token, worst)}`,
      got: `${await amountText(client, token, maxNetPaid)} by vaults and pools as they are`,
      action: "try other pools, wait, or accept a worse total",
    });
  }
  return { token, maxNetPaid, paths };
}

function requireBasisPoints(value: bigint, { what, action }: { what: string; action: string }): void {
  if (value >= 0n && value <= BPS) return;
  throw new OrderError({ expected: `a ${what} from 0 to 10000 basis points`, got: String(value), action });
}

function pathBetween(
  client: Client,
  {
    paths,
    collateral,
    token,
  }: { readonly paths: readonly string[]; readonly collateral: string; readonly token: string },
): string {
  const ends = paths.map((path) => ({ path, tokens: tokensOnPath(path) }));
  const found = ends.find(({ tokens }) => tokens[0]?.toLowerCase() === collateral);
  const end = found?.tokens.at(-1) ?? "none";
  if (found !== undefined && end.toLowerCase() === token.toLowerCase()) return found.path;
  throw new OrderError({
    expected: `a path from ${symbolText(client, collateral)} to ${symbolText(client, token)}`,
    got: found === undefined ? "none" : `one to ${symbolText(client, end)}`,
    action: "add encodePath(collateral, pools) to the paths",
  });
}

interface QuotedSwap {
  readonly collateral: string;
  /** Units of the collateral; positive where it is bought. */
  readonly amount: bigint;
  readonly token: string;
  readonly quoted: bigint;
  readonly maxDeviationBps: bigint;
}

/** Only what is worse for the trader is refused: a quote that is better makes the bound tighter, no more. */
async function requireFair(client: Client, swap: QuotedSwap): Promise<void> {
  const { collateral, amount, token, quoted, maxDeviationBps } = swap;
  if (amount === 0n) return;
  const size = amount < 0n ? -amount : amount;
  const worth = await oracleValue(client, { from: collateral, to: token, amount: size });
  if (worth === undefined) return;
  const isFair =
    amount > 0n
      ? (quoted - ROUNDING) * BPS <= worth * (BPS + maxDeviationBps)
      : (quoted + ROUNDING) * BPS >= worth * (BPS - maxDeviationBps);
  if (isFair) return;
  throw new OrderError({
    expected: `${amount > 0n ? "at most" : "at least"} ${await amountText(client, token, worth)} for ${await amountText(client, collateral, size)}, within ${formatUnits(maxDeviationBps, 2)} %`,
    got: `${await amountText(client, token, quoted)} by the pools, where the price feeds say otherwise`,
    action: "choose other pools, trade less, or wait; maxDeviationBps sets how far the two may lie apart",
  });
}
