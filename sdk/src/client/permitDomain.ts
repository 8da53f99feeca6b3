import { PermitError } from "../errors/PermitError.ts";
import { isSame, toQuantity } from "../rpc/hex.ts";
import { ifAnswered } from "../rpc/ifAnswered.ts";
import { read } from "../rpc/read.ts";
import { domainSeparator } from "../rpc/domainSeparator.ts";
import type { TypedDataDomain } from "../rpc/signTypedData.ts";
import type { Client } from "./connect.ts";
import { tokenAbi } from "./tokenAbi.ts";

/** A token's signing domain by ERC-5267. */
type DomainAnswer = readonly [
  fields: string,
  name: string,
  version: string,
  chainId: bigint,
  verifyingContract: string,
  salt: string,
  extensions: readonly bigint[],
];

export interface PermitDomainParameters {
  readonly token: string;
}

export type PermitDomainResult = TypedDataDomain;

/** Versions that tokens sign under without saying so. */
const USUAL_VERSIONS = ["1", "2"];
/** ERC-5267's bits, in the order of the answer. */
const FIELDS = { name: 1, version: 2, chainId: 4, verifyingContract: 8, salt: 16 } as const;
const WORD_DIGITS = 64;

/**
 * The domain under which a token takes signatures (EIP-712): the one it states by ERC-5267 or, for older tokens, the
 * one of the usual domains whose hash is the token's own `DOMAIN_SEPARATOR()`.
 * @throws PermitError where none is
 * @example
 * const domain = await permitDomain(client, { token: marketOf(client).quote.address });
 */
export async function permitDomain(client: Client, { token }: PermitDomainParameters): Promise<PermitDomainResult> {
  const contract = { address: token, abi: tokenAbi, args: [] } as const;
  const [stated, separator] = await Promise.all([
    ifAnswered(read(client, { ...contract, functionName: "eip712Domain" })),
    ifAnswered(read(client, { ...contract, functionName: "DOMAIN_SEPARATOR" })),
  ]);
  const own = stated === undefined ? undefined : statedDomain(stated);
  if (separator === undefined) {
    if (own !== undefined && isOf(own, { client, token })) return own;
    throw refused(token, stated === undefined ? "neither eip712Domain() nor DOMAIN_SEPARATOR()" : "another's domain");
  }
  const [name, version] = await Promise.all([
    ifAnswered(read(client, { ...contract, functionName: "name" })),
    ifAnswered(read(client, { ...contract, functionName: "version" })),
  ]);
  const usual = name === undefined ? [] : usualDomains({ client, token, name, version });
  const candidates = own !== undefined && isOf(own, { client, token }) ? [own, ...usual] : usual;
  const found = candidates.find((domain) => domainSeparator(domain) === separator);
  if (found !== undefined) return found;
  throw refused(
    token,
    `DOMAIN_SEPARATOR() ${separator}, which no usual domain of chain ${client.deployment.chainId} has`,
  );
}

/** What ERC-5267 answers; nothing where it asks for more than EIP-712 itself has. */
function statedDomain(answer: DomainAnswer): TypedDataDomain | undefined {
  const [fields, name, version, chainId, verifyingContract, salt, extensions] = answer;
  if (extensions.length > 0) return undefined;
  const has = (bit: number): boolean => (Number(fields) & bit) !== 0;
  return {
    ...(has(FIELDS.name) ? { name } : {}),
    ...(has(FIELDS.version) ? { version } : {}),
    ...(has(FIELDS.chainId) ? { chainId } : {}),
    ...(has(FIELDS.verifyingContract) ? { verifyingContract } : {}),
    ...(has(FIELDS.salt) ? { salt } : {}),
  };
}

/** Whether a signature under a domain is good for this token on this chain and for nothing else. */
function isOf(domain: TypedDataDomain, { client, token }: { client: Client; token: string }): boolean {
  const { chainId, verifyingContract, salt } = domain;
  const here = BigInt(client.deployment.chainId);
  const isHere = chainId === undefined ? salt === saltOf(here) : chainId === here;
  return isHere && verifyingContract !== undefined && isSame(verifyingContract, token);
}

function usualDomains(terms: {
  client: Client;
  token: string;
  name: string;
  version: string | undefined;
}): TypedDataDomain[] {
  const { client, token: verifyingContract, name, version } = terms;
  const chainId = BigInt(client.deployment.chainId);
  const versions = [...new Set([...(version === undefined ? [] : [version]), ...USUAL_VERSIONS])];
  return [...versions.map((known) => ({ name, version: known })), { name }].flatMap((named) => [
    { ...named, chainId, verifyingContract },
    // Tokens that were bridged to Polygon have the chain in the salt.
    { ...named, verifyingContract, salt: saltOf(chainId) },
  ]);
}

function saltOf(chainId: bigint): string {
  return `0x${toQuantity(chainId).slice("0x".length).padStart(WORD_DIGITS, "0")}`;
}

function refused(token: string, got: string): PermitError {
  return new PermitError(token, {
    expected: `a token that says what its permits are signed under`,
    got: `${token} with ${got}`,
    action: "approve it with ensureAllowance, or pay through the swap router with signPermit2",
  });
}
