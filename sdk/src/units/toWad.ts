import { toFixedPoint } from "./toFixedPoint.ts";

/** A double as the chain's 18-decimal fixed point. */
export function toWad(value: number): bigint {
  return toFixedPoint(value, 18);
}
