import { getSignPayload } from "ox/TypedData";

import type { TypedData } from "./signTypedData.ts";

/** The digest that is signed of typed data (EIP-712). */
export function hashTypedData(data: TypedData): string {
  return getSignPayload(data as unknown as Parameters<typeof getSignPayload>[0]);
}
