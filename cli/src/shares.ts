import { batchCall, readBatch, type Vault } from "@bulkhead/sdk";
import { optionVaultAbi } from "@bulkhead/sdk/abi";

import { formatAmount } from "./format.ts";
import { parseShares } from "./parse.ts";
import type { Session } from "./session.ts";
import { balanceOf } from "./tokens.ts";
import { UsageError } from "./UsageError.ts";

const BPS = 10_000n;

/** A vault's shares as a token. */
export async function shareToken({ client }: Session, { address, symbol }: Vault) {
  const call = batchCall({ address, abi: optionVaultAbi, functionName: "decimals", args: [] });
  const { results } = await readBatch(client, { calls: [call] });
  return { address, symbol, decimals: results[0] };
}

/**
 * Shares as they were given, of what the account holds.
 * @throws UsageError where it holds fewer, or they are none
 */
export async function sharesOf(session: Session, { vault, text }: { vault: Vault; text: string }) {
  const { account } = session;
  const token = await shareToken(session, vault);
  const held = account === undefined ? undefined : await balanceOf(session, vault.address, account);
  const shares = parseShares(text, { held, decimals: token.decimals });
  if (shares > 0n && (held === undefined || shares <= held)) return { token, shares };
  if (held === 0n) {
    throw new UsageError({
      expected: `shares of ${vault.symbol} at ${account ?? "the account"}`,
      got: "none",
      action: "deposit first; bulkhead portfolio says what is held",
    });
  }
  throw new UsageError({
    expected: `shares of ${vault.symbol} above zero that ${account ?? "the account"} holds`,
    got: `${text}, and it holds ${held === undefined ? "an unknown number" : formatAmount(held, token)}`,
    action: "give fewer, or all; bulkhead portfolio says what is held",
  });
}

/** What a call on shares or assets would come to now, by the vault's own preview. */
export async function previewOf(
  { client }: Session,
  {
    vault,
    name,
    amount,
  }: { vault: Vault; name: "previewDeposit" | "previewRedeem" | "previewGuaranteedExit"; amount: bigint },
): Promise<bigint> {
  const call = batchCall({ address: vault.address, abi: optionVaultAbi, functionName: name, args: [amount] });
  const { results } = await readBatch(client, { calls: [call] });
  return results[0];
}

/** What is left of an amount after the slippage that is allowed. */
export function lessSlippage(amount: bigint, slippageBps: bigint): bigint {
  return (amount * (BPS - slippageBps)) / BPS;
}
