import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import type { Artifact } from "@nomicfoundation/ignition-core";
import { z } from "zod";

const resolve = createRequire(import.meta.url).resolve;

const ArtifactFile = z.looseObject({
  contractName: z.string(),
  sourceName: z.string(),
  abi: z.array(z.looseObject({ type: z.string() })),
  bytecode: z.string(),
});

const CORE = "@uniswap/v3-core/artifacts/contracts";
const PERIPHERY = "@uniswap/v3-periphery/artifacts/contracts";
const ROUTERS = "@uniswap/swap-router-contracts/artifacts/contracts";

const PATHS = {
  UniswapV3Factory: `${CORE}/UniswapV3Factory.sol/UniswapV3Factory.json`,
  UniswapV3Pool: `${CORE}/UniswapV3Pool.sol/UniswapV3Pool.json`,
  NonfungiblePositionManager: `${PERIPHERY}/NonfungiblePositionManager.sol/NonfungiblePositionManager.json`,
  SwapRouter02: `${ROUTERS}/SwapRouter02.sol/SwapRouter02.json`,
  QuoterV2: `${ROUTERS}/lens/QuoterV2.sol/QuoterV2.json`,
} as const;

/** What Uniswap's npm packages ship of a contract: the code that is deployed everywhere. */
export function npmArtifact(name: keyof typeof PATHS): Artifact {
  const found: unknown = ArtifactFile.parse(JSON.parse(readFileSync(resolve(PATHS[name]), "utf8")));
  return found as Artifact;
}
