import { hashDomain } from "ox/TypedData";

import { domainFields, type TypedDataDomain } from "./signTypedData.ts";

/** The hash of a domain (EIP-712), which tokens answer as their `DOMAIN_SEPARATOR()`. */
export function domainSeparator(domain: TypedDataDomain): string {
  const known = domain as Parameters<typeof hashDomain>[0]["domain"];
  return hashDomain({ domain: known, types: { EIP712Domain: domainFields(domain) } });
}
