import { readFileSync } from "node:fs";

import { z } from "zod";

const Artifact = z.object({ buildInfoId: z.string() });
const BuildInfo = z.object({ input: z.object({ settings: z.object({ viaIR: z.boolean().optional() }) }) });

/** Of all contracts, since one compiler job makes them. */
const WITNESS = "artifacts/contracts/vault/OptionVault.sol/OptionVault.json";

/** Ends the process where the artifacts are those of the quick profile, which say nothing about what is deployed. */
export function requireProductionArtifacts(target: string): void {
  const { buildInfoId } = Artifact.parse(JSON.parse(readFileSync(WITNESS, "utf8")));
  const info = BuildInfo.parse(JSON.parse(readFileSync(`artifacts/build-info/${buildInfoId}.json`, "utf8")));
  if (info.input.settings.viaIR === true) return;
  console.error(`Expected artifacts of the production profile, got those of the default one; run make ${target}.`);
  process.exit(1);
}
