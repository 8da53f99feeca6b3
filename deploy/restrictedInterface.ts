import { Interface } from "ethers";
import { artifacts } from "hardhat";

import type { RestrictedContract } from "./roles.ts";

/** Where a contract's functions are declared: a vault's own code serves some, its modules the rest. */
export async function restrictedInterface(contract: RestrictedContract): Promise<Interface> {
  const { abi } = await artifacts.readArtifact(contract === "OptionVault" ? "IOptionVault" : contract);
  return new Interface(abi);
}
