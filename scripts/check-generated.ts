/**
 * Generated files are regenerated and compared, never edited: fails where `typechain-types/` differs from what is committed.
 *
 * Usage: tsx scripts/check-generated.ts     after `hardhat build --no-tests`
 */
import { execFileSync } from "node:child_process";

const GENERATED = "typechain-types";

const changed = execFileSync("git", ["status", "--porcelain", "--", GENERATED], { encoding: "utf8" }).trim();
if (changed === "") {
  console.log(`Generated: ${GENERATED}/ is what the contracts generate.`);
} else {
  console.error(changed);
  console.error(`Generated: expected ${GENERATED}/ as committed, got the above; commit what make build wrote.`);
  process.exitCode = 1;
}
