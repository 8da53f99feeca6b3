import { ContractError } from "../errors/ContractError.ts";
import { isRevert } from "../rpc/isRevert.ts";

/** How tokens and option tokens refuse to be taken by whom they were not allowed to. */
const NAMED: ReadonlySet<string> = new Set([
  "ERC20InsufficientAllowance",
  "ERC6909InsufficientAllowance",
  // A token that answers false.
  "SafeERC20FailedOperation",
  // Older tokens have a message or an underflow ...
  "Error",
  "Panic",
]);

/**
 * Whether a rehearsed call may have failed for want of an allowance alone. Contracts move tokens after all else was
 * checked, so that what fails otherwise would fail with the allowance, too. Of tokens that say nothing it is taken to be so.
 * @example
 * const plan = await planOrder(client, { legs, trader: account });
 * const order = { legs: plan.legs, totals: plan.totals, deadline };
 * const isWaiting = await rehearseOrder(client, order).then(() => false, lacksAllowance);
 */
export function lacksAllowance(error: unknown): boolean {
  if (!isRevert(error)) return false;
  // ... or nothing at all.
  if (!(error instanceof ContractError)) return true;
  // A limit that was missed is told as one (`tellingLimits`): no allowance would help.
  if (error.errorName.startsWith("TotalLimitMissed/")) return false;
  const name = error.errorName.split("/").at(-1) ?? "";
  return NAMED.has(name) || name.startsWith("0x");
}
