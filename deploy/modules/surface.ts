import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

import type { Parameters } from "../parameters/schema.ts";

/** The market's volatility surface and who may report it. */
export const surfaceModule = (
  { surface }: Parameters,
  { accessManager, realisedVolatility }: { accessManager: string; realisedVolatility: string },
) =>
  buildModule("Surface", (m) => ({
    surface: m.contract("VolatilitySurface", [
      accessManager,
      surface.parameters,
      [...surface.reporters].sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1)),
      surface.threshold,
      realisedVolatility,
    ]),
  }));
