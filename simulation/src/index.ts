export { marketAt } from "./marketAt.ts";
export { BITCOIN_LIKE, ETHER_LIKE, type MarketEvent, type MarketModel, type MarketPoint } from "./MarketModel.ts";
export { modelAt } from "./modelAt.ts";
export { quoteChain, type ChainOptions } from "./quoteChain.ts";
export { RandomSource } from "./RandomSource.ts";
export { SeededSurface, type SurfaceSeed } from "./SeededSurface.ts";
export { SimulationError } from "./SimulationError.ts";
export { simulateMarket, type Scenario } from "./simulateMarket.ts";
export { toAnswer } from "./toAnswer.ts";
export { trueSurface } from "./trueSurface.ts";

export { observePrice, type VolatilityEstimate, type VolatilityRules } from "./observePrice.ts";
