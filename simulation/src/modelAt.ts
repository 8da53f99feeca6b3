import type { MarketModel } from "./MarketModel.ts";

/** No model's own volatility is lower, whatever was seen. */
const LEAST_VARIANCE = 0.15 ** 2;

/** A model moved to another price and volatility (a year): it starts there, and its variance returns there. Jumps stay, and count. */
export function modelAt(model: MarketModel, { spot, volatility }: { spot: number; volatility: number }): MarketModel {
  const { jumpRate, jumpMean, jumpDeviation } = model;
  const jumps = jumpRate * (jumpMean ** 2 + jumpDeviation ** 2);
  const variance = Math.max(LEAST_VARIANCE, volatility ** 2 - jumps);
  return { ...model, spot, variance, meanVariance: variance };
}
