import { signTypedData } from "../rpc/signTypedData.ts";
import type { Client } from "./connect.ts";
import { requireDeadline } from "./requireDeadline.ts";
import { requireNotNegative } from "./requireNotNegative.ts";
import { senderOf } from "./senderOf.ts";

/** A Permit2 signature as the swap router takes it. */
export interface SignPermit2Result {
  /** Token units. */
  readonly amount: bigint;
  readonly nonce: bigint;
  /** Unix seconds. */
  readonly deadline: bigint;
  readonly signature: string;
}

const TRANSFER_TYPES = {
  PermitTransferFrom: [
    { name: "permitted", type: "TokenPermissions" },
    { name: "spender", type: "address" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
  TokenPermissions: [
    { name: "token", type: "address" },
    { name: "amount", type: "uint256" },
  ],
};

const NONCE_BYTES = 32;

export interface SignPermit2Parameters {
  readonly token: string;
  /** The most that may be taken, token units: at least the settlement's `maxNetPaid`. */
  readonly amount: bigint;
  /** Unix seconds. */
  readonly deadline: bigint;
  /** One that the signer has not used with Permit2; a random one by default. */
  readonly nonce?: bigint;
}

/**
 * Signs the caller's Permit2 transfer to the swap router, good once and for no other spender. The token must have been
 * approved to Permit2 before (`ensureAllowance` with `deployment.permit2`), which most wallets have.
 *
 * Permit2 asks an account with code whether the signature is its own (ERC-1271), and takes ECDSA from others only.
 * Since EIP-7702 an account with a private key may have code, too, by delegation: then it is that code that accepts
 * this signature or does not. Where it does not, pay by an allowance to the swap router instead.
 * @example
 * const { address: token } = marketOf(client).quote;
 * const permit = await signPermit2(client, { token, amount: 10n ** 9n, deadline });
 */
export async function signPermit2(client: Client, parameters: SignPermit2Parameters): Promise<SignPermit2Result> {
  const { token, amount, deadline, nonce = randomNonce() } = parameters;
  const { chainId, permit2, swapRouter } = client.deployment;
  requireDeadline(deadline);
  requireNotNegative(amount, "an amount");
  const account = await senderOf(client);
  const domain = { name: "Permit2", chainId: BigInt(chainId), verifyingContract: permit2 };
  const message = { permitted: { token, amount }, spender: swapRouter, nonce, deadline };
  const data = { domain, types: TRANSFER_TYPES, primaryType: "PermitTransferFrom", message };
  return { amount, nonce, deadline, signature: await signTypedData(client, { account, data }) };
}

/** Permit2's nonces have no order: of so many at random none comes twice. */
function randomNonce(): bigint {
  const bytes = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  return BigInt(`0x${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`);
}
