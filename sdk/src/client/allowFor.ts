import { OrderError } from "../errors/OrderError.ts";
import { read } from "../rpc/read.ts";
import type { Receipt } from "../rpc/Receipt.ts";
import { formatUnits } from "../units/formatUnits.ts";
import type { Client } from "./connect.ts";
import { ensureAllowance } from "./ensureAllowance.ts";
import { lacksAllowance } from "./lacksAllowance.ts";
import { senderOf } from "./senderOf.ts";
import { tokenAbi } from "./tokenAbi.ts";

export interface AllowForParameters {
  /** What the call takes. */
  readonly token: { readonly address: string; readonly symbol: string; readonly decimals: number };
  readonly spender: string;
  /** Token units. */
  readonly amount: bigint;
  /** Rehearses the call: before it may take anything, it can be refused for whatever else is wrong with it. */
  readonly rehearse: () => Promise<unknown>;
}

/**
 * Lets a call take what it takes, once it is known that nothing else stands against it: sends nothing where it already may.
 * @returns what was sent (`ensureAllowance`)
 * @throws OrderError where the signer holds less than the call takes
 * @throws ContractError where a contract refuses the call for anything but the allowance; nothing was sent then
 */
export async function allowFor(
  client: Client,
  { token, spender, amount, rehearse }: AllowForParameters,
): Promise<readonly Receipt[]> {
  const owner = await senderOf(client);
  const contract = { address: token.address, abi: tokenAbi } as const;
  const allowed = await read(client, { ...contract, functionName: "allowance", args: [owner, spender] });
  if (allowed >= amount) return [];
  const held = await read(client, { ...contract, functionName: "balanceOf", args: [owner] });
  if (held < amount) {
    throw new OrderError({
      expected: `${formatUnits(amount, token.decimals)} ${token.symbol} at ${owner}`,
      got: formatUnits(held, token.decimals),
      action: "fund the account, or give less; nothing was sent",
    });
  }
  await rehearse().catch((error: unknown) => {
    if (!lacksAllowance(error)) throw error;
  });
  return (await ensureAllowance(client, { token: token.address, spender, amount })).receipts;
}
