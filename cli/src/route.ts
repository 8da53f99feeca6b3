import type { BoundOrder, BroughtPrice, OrderLeg, TokenInfo } from "@bulkhead/sdk";
import { allowSales, batchCall, ensureAllowance, lacksAllowance, readBatch, vaultAt } from "@bulkhead/sdk";
import { optionTokenAbi } from "@bulkhead/sdk/abi";

import { formatAmount } from "./format.ts";
import type { Facts } from "./Output.ts";
import type { Mined } from "./receipts.ts";
import type { Sent } from "./sending.ts";
import { requireAccount, type Session } from "./session.ts";
import { allowanceOf, balanceOf } from "./tokens.ts";
import { UsageError } from "./UsageError.ts";

/** What is to find its way: a plan, and for how long it holds. */
export interface PlannedOrder extends Pick<BoundOrder, "legs" | "totals"> {
  /** Unix seconds. */
  readonly deadline: bigint;
  /** Basis points that its limits leave. */
  readonly slippage: bigint;
  /** The signed spot prices that it brings, as they are when it is sent. */
  readonly prices: () => Promise<readonly BroughtPrice[]>;
}

/** A way for a planned order through one of the routers. */
export interface Route {
  /** What it pays and receives, beyond what the plan says. */
  readonly facts: Facts;
  readonly record: object;
  /** What it costs all in all as quoted, negative where it brings something, where that is in one token of the trader's choice. */
  readonly cost?: Payment;
  /** Tries it without sending; absent where the account is unknown or has not given its allowances. */
  readonly rehearse: (() => Promise<unknown>) | undefined;
  /** Allows what is still to be allowed, after everything else was checked, and sends it. */
  readonly send: () => Promise<Sent & { readonly order: Mined }>;
  /** What came of it, beyond what each vault was paid and what spot price came along. */
  readonly outcome: (mined: Mined) => { readonly facts: Facts; readonly record: object };
}

/** Units of a token that a router takes. */
export interface Payment {
  readonly token: TokenInfo;
  readonly amount: bigint;
}

/** Which payments a spender is not allowed to take yet. */
export async function missingOf<One extends Payment>(
  session: Session,
  { payments, spender }: { readonly payments: readonly One[]; readonly spender: string },
): Promise<readonly One[]> {
  const allowed = await Promise.all(
    payments.map(({ token }) => allowanceOf(session, { token: token.address, spender })),
  );
  return payments.filter(({ amount }, index) => (allowed[index] ?? 0n) < amount);
}

/** Vaults whose options a router is not allowed to sell for the account yet. */
export async function lockedOf(
  { client, account }: Session,
  { legs, router }: { readonly legs: readonly OrderLeg[]; readonly router: string },
): Promise<readonly string[]> {
  const vaults = [...new Set(legs.filter(({ quantity }) => quantity < 0n).map(({ vault }) => vault))];
  if (account === undefined || vaults.length === 0) return vaults;
  const args = [account, router] as const;
  const calls = vaults.map((vault) => {
    const address = vaultAt(client, vault).optionToken;
    return batchCall({ address, abi: optionTokenAbi, functionName: "isOperator", args });
  });
  const { results } = await readBatch(client, { calls });
  return vaults.filter((_, index) => results[index] !== true);
}

/** What an order still waits for, by transactions of their own. */
export interface Allowances {
  readonly router: string;
  /** All that the order takes, allowed or not. */
  readonly payments: readonly Payment[];
  /** Of these, what is to be approved. */
  readonly approvals: readonly Payment[];
  /** Vaults whose options the router is to be allowed to sell. */
  readonly locked: readonly string[];
  /** Rehearses the order as it will be sent. */
  readonly rehearse: () => Promise<unknown>;
}

/**
 * Gives the allowances that an order waits for, once nothing else stands against it.
 * @throws UsageError where the account holds less than the order takes
 * @throws ContractError where the order would be refused for anything else; nothing was sent then
 */
export async function allow(
  session: Session,
  { router, payments, approvals, locked, rehearse }: Allowances,
): Promise<Sent["receipts"]> {
  await requireHeld(session, payments);
  if (approvals.length === 0 && locked.length === 0) return [];
  await rehearse().catch((error: unknown) => {
    if (!lacksAllowance(error)) throw error;
  });
  const receipts: Sent["receipts"][number][] = [];
  for (const vault of locked) {
    const { receipt } = await allowSales(session.client, { vault, router });
    if (receipt !== undefined) receipts.push(receipt);
  }
  for (const { token, amount } of approvals) {
    const terms = { token: token.address, spender: router, amount };
    receipts.push(...(await ensureAllowance(session.client, terms)).receipts);
  }
  return receipts;
}

async function requireHeld(session: Session, payments: readonly Payment[]): Promise<void> {
  const account = requireAccount(session);
  for (const { token, amount } of payments) {
    const held = await balanceOf(session, token.address, account);
    if (held >= amount) continue;
    throw new UsageError({
      expected: `${formatAmount(amount, token)} at ${account}, which the order may cost`,
      got: formatAmount(held, token),
      action: "fund the account, or order less; nothing was sent",
    });
  }
}
