import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import { ZeroAddress } from "ethers";

import { npmArtifact } from "../swapVenue/npmArtifact.ts";

/** Uniswap v3 of a local network, from its npm packages: factory, positions, SwapRouter02, QuoterV2. No pool yet. */
export const swapVenueModule = (wrappedNative: string) =>
  buildModule("SwapVenue", (m) => {
    const factory = m.contract("UniswapV3Factory", npmArtifact("UniswapV3Factory"), []);
    // Only their descriptor of pictures and version 2 are missing.
    const positions = m.contract("NonfungiblePositionManager", npmArtifact("NonfungiblePositionManager"), [
      factory,
      wrappedNative,
      ZeroAddress,
    ]);
    return {
      uniswapRouter: m.contract("SwapRouter02", npmArtifact("SwapRouter02"), [
        ZeroAddress,
        factory,
        positions,
        wrappedNative,
      ]),
      uniswapQuoter: m.contract("QuoterV2", npmArtifact("QuoterV2"), [factory, wrappedNative]),
    };
  });
