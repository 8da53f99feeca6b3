import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

import type { Parameters } from "../parameters/schema.ts";
import { vaultPlans } from "./vault.ts";

/** What the margin engine is made with, and the vaults that are to answer to it, by the keys of their plans. */
interface MarginContext {
  readonly factory: string;
  readonly vaults: Readonly<Record<string, string>>;
}

/** One margin engine, registered with every vault while the deployer may still do so. */
export const marginModule = (parameters: Parameters, { factory, vaults }: MarginContext) =>
  buildModule("Margin", (m) => {
    const marginEngine = m.contract("MarginEngine", [factory]);
    for (const { id } of vaultPlans(parameters)) {
      const address = vaults[id];
      if (address === undefined) throw new Error(`Deployment: expected the address of vault ${id}, got none`);
      m.call(m.contractAt("IVaultClearing", address, { id: `vault_${id}` }), "registerEngine", [marginEngine], {
        id: `register_${id}`,
      });
    }
    return { marginEngine };
  });
