/**
 * Writes the packages that others install to `out/packages/`: `@bulkhead/sdk` and `@bulkhead/contracts`, as npm packs them.
 *
 * Usage: tsx scripts/packages.ts     after `hardhat build --build-profile production --no-tests`
 */
import { packContracts } from "./packages/packContracts.ts";
import { packSdk } from "./packages/packSdk.ts";
import { requireProductionArtifacts } from "./requireProductionArtifacts.ts";

const OUT = "out/packages";

requireProductionArtifacts("packages");
for (const pack of [packSdk, packContracts]) console.log(`Packages: ${await pack(OUT)}`);
