import type { Actors } from "./actors.ts";
import type { Parameters } from "./schema.ts";
import { sepoliaParameters } from "./sepolia.ts";

/** The table of each public network: its name in `hardhat.config.ts`, and what is deployed there. */
export const NETWORKS = {
  sepolia: { chainId: 11_155_111, parameters: sepoliaParameters },
} as const satisfies Record<string, { chainId: number; parameters: (actors: Actors) => Parameters }>;

/** A network that has a table. */
export type NetworkName = keyof typeof NETWORKS;
