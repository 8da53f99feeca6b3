import { existsSync, readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";

import hre from "hardhat";
import { z } from "zod";

import { UsageError } from "./node/UsageError.ts";

const Artifact = z.object({ buildInfoId: z.string() });
const Settings = z.object({
  evmVersion: z.string().optional(),
  viaIR: z.boolean().optional(),
  optimizer: z.object({ enabled: z.boolean().optional(), runs: z.number().optional() }).optional(),
});
const BuildInfo = z.object({ input: z.object({ settings: Settings }) });

/** Of all contracts: whatever is built holds it. */
const WITNESS = "artifacts/contracts/vault/OptionVault.sol/OptionVault.json";
const PRODUCTION = "production";

/** Ends the process where the artifacts are another profile's, which say nothing about what is deployed, or where there are none. */
export function requireProductionArtifacts(target: string): void {
  const problem = artifactsProblem(target);
  if (problem === undefined) return;
  console.error(`make ${target}: ${problem.message}`);
  process.exit(1);
}

/** What is wrong with the artifacts for a target that needs those of the production profile; undefined where nothing is. */
export function artifactsProblem(target: string): UsageError | undefined {
  const got = builtProfile();
  if (got === PRODUCTION) return undefined;
  return new UsageError({
    expected: `artifacts of the build profile "${PRODUCTION}"`,
    got: got === undefined ? "none" : `those of ${got === UNKNOWN ? UNKNOWN : `"${got}"`}`,
    action: `run make ${target}, which builds them`,
  });
}

const UNKNOWN = "a profile that hardhat.config.ts does not have";

/** The name of the build profile that made the present artifacts; undefined where there are none. */
function builtProfile(): string | undefined {
  if (!existsSync(WITNESS)) return undefined;
  const { buildInfoId } = Artifact.parse(JSON.parse(readFileSync(WITNESS, "utf8")));
  const info = `artifacts/build-info/${buildInfoId}.json`;
  if (!existsSync(info)) return undefined;
  const { settings } = BuildInfo.parse(JSON.parse(readFileSync(info, "utf8"))).input;
  const made = Object.entries(hre.config.solidity.profiles).find(([, { compilers, overrides }]) =>
    [...compilers, ...Object.values(overrides)].some((terms) =>
      isDeepStrictEqual(Settings.parse(terms.settings), settings),
    ),
  );
  return made?.[0] ?? UNKNOWN;
}
