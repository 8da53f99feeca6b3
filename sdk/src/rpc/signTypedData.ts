import type { Connection } from "./Connection.ts";

/** A field of an EIP-712 type. */
export interface TypedDataField {
  readonly name: string;
  readonly type: string;
}

/** Where a signature is good (EIP-712). */
export interface TypedDataDomain {
  readonly name?: string;
  readonly version?: string;
  readonly chainId?: bigint;
  readonly verifyingContract?: string;
  readonly salt?: string;
}

/** EIP-712 data as it is signed. */
export interface TypedData {
  readonly domain: TypedDataDomain;
  readonly types: Readonly<Record<string, readonly TypedDataField[]>>;
  readonly primaryType: string;
  readonly message: Readonly<Record<string, unknown>>;
}

/** The fields that a domain may have, in EIP-712's order. */
const DOMAIN_FIELDS = [
  { name: "name", type: "string" },
  { name: "version", type: "string" },
  { name: "chainId", type: "uint256" },
  { name: "verifyingContract", type: "address" },
  { name: "salt", type: "bytes32" },
] as const;

/** The fields that a domain has. */
export function domainFields(domain: TypedDataDomain) {
  return DOMAIN_FIELDS.filter(({ name }) => domain[name] !== undefined);
}

/** An account's signature over typed data (`eth_signTypedData_v4`). */
export async function signTypedData(
  { provider }: Connection,
  { account, data }: { readonly account: string; readonly data: TypedData },
): Promise<string> {
  const { domain, types, primaryType, message } = data;
  const EIP712Domain = domainFields(domain);
  const json = JSON.stringify(
    { domain, types: { EIP712Domain, ...types }, primaryType, message },
    (_, value: unknown) => (typeof value === "bigint" ? String(value) : value),
  );
  return String(await provider.request({ method: "eth_signTypedData_v4", params: [account, json] }));
}
