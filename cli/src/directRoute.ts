import {
  executeOrder,
  PermitError,
  rehearseOrder,
  signPermit,
  vaultAt,
  type BoundOrder,
  type Permit,
} from "@bulkhead/sdk";

import { formatAmount } from "./format.ts";
import { allow, lockedOf, missingOf, type Payment, type PlannedOrder, type Route } from "./route.ts";
import type { Session } from "./session.ts";
import { tokenAt } from "./tokens.ts";

/** An order's bound in one collateral. */
interface Bound extends Payment {
  /** At worst, for the order does not run beyond; negative where it brings at least so much. */
  readonly limit: bigint;
}

/** An order that pays and receives in the vaults' own collaterals, through the router. */
export async function directRoute(session: Session, order: PlannedOrder): Promise<Route> {
  const { client } = session;
  const { legs, totals, deadline, slippage, prices } = order;
  const { router } = client.deployment;
  const bounds = boundsOf(session, order);
  const payments = bounds.filter(({ amount }) => amount > 0n);
  const [missing, locked] = await Promise.all([
    missingOf(session, { payments, spender: router }),
    lockedOf(session, { legs, router }),
  ]);
  const terms = { legs, totals, deadline };
  const isAllowed = session.account !== undefined && missing.length === 0 && locked.length === 0;
  const worst = bounds.filter(({ limit }) => limit > 0n).map(({ limit, token }) => formatAmount(limit, token));
  return {
    facts: [
      ...bounds.map(({ limit, token }) => ["limit", limitText(limit, { token, slippage })] as const),
      ["worst loss", worstText(worst)],
    ],
    record: {},
    rehearse: isAllowed ? async () => rehearseOrder(client, { ...terms, prices: await prices() }) : undefined,
    send: async () => {
      const { permits, approvals } = await permitsFor(session, { missing, deadline });
      const ready = async () => ({ ...terms, permits, prices: await prices() });
      const rehearse = async (): Promise<unknown> => rehearseOrder(client, await ready());
      const receipts = await allow(session, { router, payments, approvals, locked, rehearse });
      const { receipt } = await executeOrder(client, await ready());
      return { receipts: [...receipts, receipt], approvals: receipts.length, order: receipt };
    },
    outcome: () => ({ facts: [], record: {} }),
  };
}

/** Token by token: a total where the plan has one, else each leg at its limit. */
export function boundsOf({ client }: Session, { legs, totals }: Pick<BoundOrder, "legs" | "totals">): Bound[] {
  const collateralOf = (vault: string): string => vaultAt(client, vault).collateral.address.toLowerCase();
  return [...new Set(legs.map(({ vault }) => collateralOf(vault)))].map((address) => {
    const own = legs.filter(({ vault }) => collateralOf(vault) === address);
    const sum = (sign: 1 | -1): bigint =>
      own.reduce((total, { quantity, limit }) => (sign > 0 === quantity > 0n ? total + limit : total), 0n);
    const total = totals.find(({ token }) => token.toLowerCase() === address)?.maxNetPaid;
    const limit = total ?? sum(1) - sum(-1);
    // Purchases are paid for before or after sales bring anything, so what these bring is allowed on top.
    return { token: tokenAt(client, address), limit, amount: sum(1) === 0n ? 0n : limit + sum(-1) };
  });
}

/** "at most 104.3 USDC (1 % slippage)". */
export function limitText(
  limit: bigint,
  { token, slippage }: { readonly token: Payment["token"]; readonly slippage: bigint },
): string {
  if (limit < 0n) return `at least ${formatAmount(-limit, token)}`;
  return `at most ${formatAmount(limit, token)} (${Number(slippage) / 100} % slippage)`;
}

/** What is lost at worst, of what may be paid in each token. */
export function worstText(paid: readonly string[]): string {
  if (paid.length === 0) return "nothing is paid; what is sold pays you nothing later";
  return `${paid.join(" and ")}, all that is paid`;
}

/** Signs what tokens with permits are to give; the others are to be approved. */
async function permitsFor(
  { client }: Session,
  { missing, deadline }: { readonly missing: readonly Payment[]; readonly deadline: bigint },
): Promise<{ permits: readonly Permit[]; approvals: readonly Payment[] }> {
  const permits: Permit[] = [];
  const approvals: Payment[] = [];
  for (const payment of missing) {
    try {
      permits.push(await signPermit(client, { token: payment.token.address, value: payment.amount, deadline }));
    } catch (error) {
      if (!(error instanceof PermitError)) throw error;
      approvals.push(payment);
    }
  }
  return { permits, approvals };
}
