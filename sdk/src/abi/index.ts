// Written by scripts/abis.ts from the compiled contracts; not to be edited.
export { errorsAbi } from "./errorsAbi.ts";
export { expiryPriceAbi } from "./expiryPriceAbi.ts";
export { optionTokenAbi } from "./optionTokenAbi.ts";
export { optionVaultAbi } from "./optionVaultAbi.ts";
export { premiumOracleAbi } from "./premiumOracleAbi.ts";
export { priceFeedAbi } from "./priceFeedAbi.ts";
export { quoterAbi } from "./quoterAbi.ts";
export { realisedVolatilityAbi } from "./realisedVolatilityAbi.ts";
export { redeemQueueAbi } from "./redeemQueueAbi.ts";
export { signedSpotAbi } from "./signedSpotAbi.ts";
export { solvencyLensAbi } from "./solvencyLensAbi.ts";
export { vaultFactoryAbi } from "./vaultFactoryAbi.ts";
export { vaultRouterAbi } from "./vaultRouterAbi.ts";
export { vaultSwapRouterAbi } from "./vaultSwapRouterAbi.ts";
export { volatilitySurfaceAbi } from "./volatilitySurfaceAbi.ts";
