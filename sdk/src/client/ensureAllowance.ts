import { OrderError } from "../errors/OrderError.ts";
import { explained } from "./explained.ts";
import type { Client } from "./connect.ts";
import { isRevert } from "./isRevert.ts";
import { signerOf } from "./signerOf.ts";
import { tokenContract, type TokenContract } from "./TokenContract.ts";

/** Some tokens keep an allowance in 96 bits, the largest standing for any. */
const LARGEST_KEPT = 2n ** 96n - 1n;

/**
 * Lets `spender` take at least `amount` token units of the signer's token; sends nothing where it already may. Tokens
 * like USDT let no allowance be replaced by another: theirs is set to zero first.
 * @throws OrderError where the token says yes and allows less
 */
export async function ensureAllowance(
  client: Client,
  { token, spender, amount }: { token: string; spender: string; amount: bigint },
): Promise<void> {
  const { address } = await signerOf(client);
  const contract = tokenContract(token, client.runner);
  const allowed = await explained(contract.allowance(address, spender));
  if (allowed >= amount) return;
  if (allowed > 0n && !(await takes(contract, { spender, amount }))) await approve(contract, { spender, amount: 0n });
  await approve(contract, { spender, amount });
  const least = amount < LARGEST_KEPT ? amount : LARGEST_KEPT;
  const got = await explained(contract.allowance(address, spender));
  if (got >= least) return;
  throw new OrderError({
    expected: `an allowance of ${amount} units of ${token} to ${spender} after approving it`,
    got: String(got),
    action: "check the token: it does not do what it was asked",
  });
}

interface Allowance {
  readonly spender: string;
  readonly amount: bigint;
}

async function takes(contract: TokenContract, { spender, amount }: Allowance): Promise<boolean> {
  try {
    await contract.approve.staticCall(spender, amount);
    return true;
  } catch (error) {
    if (isRevert(error)) return false;
    throw error;
  }
}

async function approve(contract: TokenContract, { spender, amount }: Allowance): Promise<void> {
  const sent = await explained(contract.approve(spender, amount));
  await explained(sent.wait());
}
