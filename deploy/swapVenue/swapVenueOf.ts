import type { NetworkConnection } from "hardhat/types/network";

import { swapVenueModule } from "../modules/swapVenue.ts";
import type { Parameters } from "../parameters/schema.ts";
import { required, type DeployStage } from "../venue.ts";
import { PERMIT2, setPermit2 } from "./permit2.ts";

interface SwapVenueSetup {
  readonly parameters: Parameters;
  readonly deploy: DeployStage;
  /** Stands for the chain's wrapped native coin, where Uniswap is put on a local one. */
  readonly wrappedNative: string | undefined;
}

/** Uniswap and Permit2: those of the table, or the same code put on a local chain. */
export async function swapVenueOf(
  connection: NetworkConnection,
  { parameters, deploy, wrappedNative }: SwapVenueSetup,
): Promise<NonNullable<Parameters["swapVenue"]>> {
  if (parameters.swapVenue !== undefined) return parameters.swapVenue;
  if (!parameters.local) throw new Error("Deployment: expected a swap venue in the parameters, got none");
  await setPermit2(connection);
  return { ...(await deploy(swapVenueModule(required(wrappedNative)))), permit2: PERMIT2 };
}
