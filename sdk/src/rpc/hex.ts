/** A number as JSON-RPC takes it. */
export function toQuantity(value: bigint | number): `0x${string}` {
  return `0x${value.toString(16)}`;
}

/** Whether a text is bytes in hexadecimal. */
export function isHex(value: unknown): value is `0x${string}` {
  return typeof value === "string" && /^0x([0-9a-f]{2})*$/i.test(value);
}

/** Whether two addresses are the same, in whichever letters. */
export function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
