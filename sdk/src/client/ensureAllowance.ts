import { OrderError } from "../errors/OrderError.ts";
import { isRevert } from "../rpc/isRevert.ts";
import { read } from "../rpc/read.ts";
import type { Receipt } from "../rpc/Receipt.ts";
import { send } from "../rpc/send.ts";
import type { Client } from "./connect.ts";
import { senderOf } from "./senderOf.ts";
import { tokenAbi } from "./tokenAbi.ts";
import { amountText } from "./tokenInfo.ts";

export interface EnsureAllowanceParameters {
  readonly token: string;
  readonly spender: string;
  /** Token units. */
  readonly amount: bigint;
}

export interface EnsureAllowanceResult {
  /** None where it was allowed already, and two where the token wanted its allowance set to zero first. */
  readonly receipts: readonly Receipt[];
}

/** Some tokens keep an allowance in 96 bits, the largest standing for any. */
const LARGEST_KEPT = 2n ** 96n - 1n;

/**
 * Lets `spender` take at least `amount` token units of the signer's token; sends nothing where it already may. Tokens
 * like USDT let no allowance be replaced by another: theirs is set to zero first.
 * @throws OrderError where the token says yes and allows less
 * @example
 * const { address } = marketOf(client).quote;
 * await ensureAllowance(client, { token: address, spender: client.deployment.router, amount: 10n ** 12n });
 */
export async function ensureAllowance(
  client: Client,
  { token, spender, amount }: EnsureAllowanceParameters,
): Promise<EnsureAllowanceResult> {
  const from = await senderOf(client);
  const allowance = async (): Promise<bigint> =>
    read(client, { address: token, abi: tokenAbi, functionName: "allowance", args: [from, spender] });
  const approval = (units: bigint) =>
    ({ address: token, abi: tokenAbi, functionName: "approve", args: [spender, units] }) as const;
  const takes = async (units: bigint): Promise<boolean> =>
    read(client, approval(units), { from }).then(
      () => true,
      (error: unknown) => {
        if (isRevert(error)) return false;
        throw error;
      },
    );
  const allowed = await allowance();
  if (allowed >= amount) return { receipts: [] };
  const steps = allowed > 0n && !(await takes(amount)) ? [0n, amount] : [amount];
  const receipts: Receipt[] = [];
  for (const units of steps) receipts.push(await send(client, approval(units), { from }));
  const least = amount < LARGEST_KEPT ? amount : LARGEST_KEPT;
  const got = await allowance();
  if (got >= least) return { receipts };
  throw new OrderError({
    expected: `an allowance of ${await amountText(client, token, amount)} to ${spender} after approving it`,
    got: await amountText(client, token, got),
    action: "check the token: it does not do what it was asked",
  });
}
