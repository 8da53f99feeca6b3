/**
 * Writes the packages that others install to `out/packages/`: `@bulkhead/sdk`, `@bulkhead/cli` and
 * `@bulkhead/contracts`, as npm packs them.
 *
 * Usage: tsx scripts/packages.ts     after `hardhat build --build-profile production --no-tests`
 */
import { packCli } from "./packages/packCli.ts";
import { packContracts } from "./packages/packContracts.ts";
import { packSdk } from "./packages/packSdk.ts";
import { requireProductionArtifacts } from "./requireProductionArtifacts.ts";

const OUT = "out/packages";

requireProductionArtifacts("packages");
for (const pack of [packSdk, packCli, packContracts]) console.log(`Packages: ${await pack(OUT)}`);
