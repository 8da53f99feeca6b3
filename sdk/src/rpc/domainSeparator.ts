import { encodeAbiParameters, keccak256, stringToHex } from "viem/utils";

import { domainFields, type TypedDataDomain } from "./signTypedData.ts";

/** The hash of a domain (EIP-712), which tokens answer as their `DOMAIN_SEPARATOR()`. */
export function domainSeparator(domain: TypedDataDomain): string {
  const fields = domainFields(domain);
  const type = `EIP712Domain(${fields.map(({ name, type: of }) => `${of} ${name}`).join(",")})`;
  const words = fields.map(({ name, type: of }) => {
    const value = domain[name];
    return of === "string" ? { type: "bytes32", value: hashOf(String(value)) } : { type: of, value };
  });
  const parameters = [{ type: "bytes32" }, ...words.map(({ type: of }) => ({ type: of }))];
  return keccak256(encodeAbiParameters(parameters, [hashOf(type), ...words.map(({ value }) => value)]));
}

function hashOf(text: string): `0x${string}` {
  return keccak256(stringToHex(text));
}
