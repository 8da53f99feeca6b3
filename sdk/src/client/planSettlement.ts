import { OrderError } from "../errors/OrderError.ts";
import type { Client } from "./connect.ts";
import type { OrderLeg } from "./planOrder.ts";
import { quoteSwap } from "./quoteSwap.ts";

/** How an order is paid in one token, as the swap router takes it. */
export interface Settlement {
  readonly token: string;
  /** Token units: the most to pay or, negative, the least to receive. */
  readonly maxNetPaid: bigint;
  /** From each other collateral to the token (`encodePath`). */
  readonly paths: readonly string[];
}

export interface SettlementRequest {
  /** Of `planOrder`; sales stand before the purchases that they are to pay for. */
  readonly legs: readonly OrderLeg[];
  /** In which the order is to be paid. */
  readonly token: string;
  /** One from each collateral that is another (`encodePath`). */
  readonly paths: readonly string[];
  /** How far the pools' prices may move, in basis points; 50 by default. The vaults' may by the legs' limits. */
  readonly slippageBps?: bigint;
}

const BPS = 10_000n;
const ADDRESS_DIGITS = 42;

/** Finds what an order comes to in one token, with each leg at its limit and pools as they are, and bounds it. */
export async function planSettlement(client: Client, request: SettlementRequest): Promise<Settlement> {
  const { legs, token, paths, slippageBps = 50n } = request;
  if (slippageBps < 0n || slippageBps > BPS) {
    throw new OrderError({
      expected: "a slippage from 0 to 10000 basis points",
      got: String(slippageBps),
      action: "50 is half a per cent",
    });
  }
  let total = 0n;
  for (const [collateral, amount] of netByCollateral(client, legs)) {
    if (collateral === token.toLowerCase()) total += amount;
    else {
      const quoted = await quoteSwap(client, { path: pathFrom(collateral, paths), amount });
      total += amount > 0n ? quoted : -quoted;
    }
  }
  const allowance = ((total < 0n ? -total : total) * slippageBps) / BPS;
  return { token, maxNetPaid: total + allowance, paths };
}

/** Units of each collateral that the order pays, or receives with a minus sign. */
function netByCollateral(client: Client, legs: readonly OrderLeg[]): Map<string, bigint> {
  const net = new Map<string, bigint>();
  for (const { vault, quantity, limit } of legs) {
    const collateral = collateralOf(client, vault).toLowerCase();
    net.set(collateral, (net.get(collateral) ?? 0n) + (quantity > 0n ? limit : -limit));
  }
  return net;
}

/** An order may have legs of several markets. */
function collateralOf({ deployment }: Client, vault: string): string {
  for (const { vaults, underlying, quote } of deployment.markets) {
    const found = vaults.find(({ address }) => address.toLowerCase() === vault.toLowerCase());
    if (found !== undefined) return (found.kind === "call" ? underlying : quote).address;
  }
  throw new OrderError({
    expected: "a vault of the deployment",
    got: vault,
    action: "take the address from the deployment's addresses",
  });
}

function pathFrom(collateral: string, paths: readonly string[]): string {
  const path = paths.find((candidate) => candidate.slice(0, ADDRESS_DIGITS).toLowerCase() === collateral);
  if (path !== undefined) return path;
  throw new OrderError({
    expected: `a path from ${collateral}`,
    got: "none",
    action: "add encodePath(collateral, pools) to the paths",
  });
}
