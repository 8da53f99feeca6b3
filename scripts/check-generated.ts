/**
 * Generated files are regenerated and compared, never edited: fails where they differ from what is committed.
 *
 * Usage: tsx scripts/check-generated.ts     after `hardhat build --no-tests`
 */
import { execFileSync } from "node:child_process";

import "./abis.ts";

/** TypeChain's types, which the build writes, and the SDK's ABIs, which `scripts/abis.ts` has just written. */
const GENERATED = ["typechain-types", "sdk/src/abi", "sdk/src/client/abis.ts"];

const changed = execFileSync("git", ["status", "--porcelain", "--", ...GENERATED], { encoding: "utf8" }).trim();
if (changed === "") {
  console.log(`Generated: ${GENERATED.join(", ")} are what the contracts generate.`);
} else {
  console.error(changed);
  console.error(
    "Generated: expected the files above as committed, got others; commit what make build and make abis wrote.",
  );
  process.exitCode = 1;
}
