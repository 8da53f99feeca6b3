import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

import type { Parameters } from "../parameters/schema.ts";
import { vaultPlans } from "./vault.ts";

const WAD = 10n ** 18n;
/** A share has this many decimals more than the collateral (`VaultLimits.SHARE_DECIMALS_OFFSET`). */
const SHARE_DECIMALS_OFFSET = 6;

/** A redeem queue for each vault, registered there while the deployer may still do so. Keys are the vaults' own. */
export const queueModule = (parameters: Parameters, vaults: Readonly<Record<string, string>>) =>
  buildModule("Queue", (m) => {
    const queues = vaultPlans(parameters).map(({ id, market, kind }) => {
      const address = vaults[id];
      if (address === undefined) throw new Error(`Deployment: expected the address of vault ${id}, got none`);
      const { decimals } = kind === "call" ? market.underlying : parameters.quote;
      const { epochLength, minimumRequest } = market.queue;
      const minimum = (minimumRequest[kind] * 10n ** BigInt(decimals + SHARE_DECIMALS_OFFSET)) / WAD;
      const queue = m.contract("RedeemQueue", [address, epochLength, minimum], { id: `queue_${id}` });
      m.call(m.contractAt("IOptionVault", address, { id: `vault_${id}` }), "registerQueue", [queue], {
        id: `register_${id}`,
      });
      return [id, queue] as const;
    });
    return Object.fromEntries(queues);
  });
