import { PermitError } from "../errors/PermitError.ts";
import { signatureHash } from "../rpc/abiCoder.ts";
import { ifAnswered } from "../rpc/ifAnswered.ts";
import { isRevert } from "../rpc/isRevert.ts";
import { read } from "../rpc/read.ts";
import { signTypedData } from "../rpc/signTypedData.ts";
import type { Client } from "./connect.ts";
import { permitDomain } from "./permitDomain.ts";
import { requireDeadline } from "./requireDeadline.ts";
import { requireNotNegative } from "./requireNotNegative.ts";
import { senderOf } from "./senderOf.ts";
import { splitSignature } from "./splitSignature.ts";
import { tokenAbi } from "./tokenAbi.ts";
import { shortened } from "../errors/shortened.ts";

/** An ERC-2612 permit as the router takes it. */
export interface Permit {
  readonly token: string;
  readonly value: bigint;
  readonly deadline: bigint;
  readonly v: number;
  readonly r: string;
  readonly s: string;
}

export type SignPermitResult = Permit;

const PERMIT_TYPES = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
};

/** `PERMIT_TYPEHASH` of the standard, and of the form that DAI had before it. */
const ERC2612_FORM = signatureHash(
  "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)",
);
const DAI_FORM = signatureHash("Permit(address holder,address spender,uint256 nonce,uint256 expiry,bool allowed)");
const INSTEAD = "approve it with ensureAllowance, or pay through the swap router with signPermit2";

export interface SignPermitParameters {
  readonly token: string;
  /** Token units. */
  readonly value: bigint;
  /** Unix seconds. */
  readonly deadline: bigint;
  /** The router by default. */
  readonly spender?: string;
}

/**
 * Signs the caller's ERC-2612 permit of a token to the router, so that an order needs no separate approval.
 *
 * The router goes on where a permit fails, so one that the token would not take is refused here: for its form or its
 * domain before anything is signed, and for anything else once the token, asked without sending, has refused the
 * signature.
 * @throws PermitError where the token takes no such permits, or not this one
 * @example
 * const { address: token } = marketOf(client).quote;
 * const permit = await signPermit(client, { token, value: 10n ** 9n, deadline });
 */
export async function signPermit(client: Client, parameters: SignPermitParameters): Promise<SignPermitResult> {
  const { token, value, deadline, spender = client.deployment.router } = parameters;
  requireDeadline(deadline);
  requireNotNegative(value, "a value");
  const owner = await senderOf(client);
  const contract = { address: token, abi: tokenAbi } as const;
  const [counted, form] = await Promise.all([
    ifAnswered(read(client, { ...contract, functionName: "nonces", args: [owner] })),
    ifAnswered(read(client, { ...contract, functionName: "PERMIT_TYPEHASH", args: [] })),
  ]);
  const nonce = requireForm(token, { nonce: counted, form });
  const domain = await permitDomain(client, { token });
  const message = { owner, spender, value, nonce, deadline };
  const data = { domain, types: PERMIT_TYPES, primaryType: "Permit", message };
  const { v, r, s } = splitSignature(await signTypedData(client, { account: owner, data }));
  try {
    const args = [owner, spender, value, deadline, v, r, s] as const;
    await read(client, { ...contract, functionName: "permit", args });
  } catch (error) {
    if (!isRevert(error)) throw error;
    throw new PermitError(token, {
      expected: `a permit that ${token} takes`,
      got: `its refusal (${reasonOf(error)})`,
      action: INSTEAD,
    });
  }
  return { token, value, deadline, v, r, s };
}

/** What the token said, in one line. */
function reasonOf(error: unknown): string {
  return shortened(String(error instanceof Error ? error.message : error).split("\n")[0] ?? "");
}

/**
 * The nonce of a token whose permits are of the standard's form: others have other arguments, which the router's call
 * does not carry.
 */
function requireForm(token: string, { nonce, form }: { nonce: bigint | undefined; form: string | undefined }): bigint {
  const expected = "a token with permits by ERC-2612";
  if (form === DAI_FORM) {
    const got = `${token}, whose permits are of DAI's form (nonce, expiry, allowed), which the router cannot pass on`;
    throw new PermitError(token, { expected, got, action: INSTEAD });
  }
  if (form !== undefined && form !== ERC2612_FORM) {
    throw new PermitError(token, { expected, got: `${token}, whose permits are of type ${form}`, action: INSTEAD });
  }
  if (nonce !== undefined) return nonce;
  throw new PermitError(token, { expected, got: `${token}, which has no nonces(owner)`, action: INSTEAD });
}
