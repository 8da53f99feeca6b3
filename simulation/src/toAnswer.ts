import { toFixedPoint } from "@bulkhead/sdk";

/** A simulated price as a price aggregator answers it: eight decimals unless told otherwise. */
export function toAnswer(price: number, decimals = 8): bigint {
  return toFixedPoint(price, decimals);
}
