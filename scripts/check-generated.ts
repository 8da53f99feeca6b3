/**
 * Generated files are regenerated and compared, never edited: fails where TypeChain's types or the SDK's ABIs are not what the contracts
 * generate, or, in a clone, not what is committed. Builds by itself, since a build writes them: what was there before is what counts.
 *
 * Usage: tsx scripts/check-generated.ts
 */
import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const GENERATED = ["typechain-types", "sdk/src/abi", "sdk/src/client/abis.ts"];
const HARDHAT = "node_modules/hardhat/dist/src/cli.js";

/** Every generated file with what it holds. */
function filesNow(): Map<string, string> {
  const paths = GENERATED.flatMap((root) =>
    statSync(root).isFile()
      ? [root]
      : readdirSync(root, { recursive: true, encoding: "utf8" }).map((path) => join(root, path)),
  );
  return new Map(paths.filter((path) => statSync(path).isFile()).map((path) => [path, readFileSync(path, "utf8")]));
}

/** What has changed since `before`, a line each. */
function changesSince(before: Map<string, string>): string[] {
  const now = filesNow();
  return [...new Set([...before.keys(), ...now.keys()])]
    .filter((path) => before.get(path) !== now.get(path))
    .map((path) => ` ${now.has(path) ? (before.has(path) ? "M" : "A") : "D"} ${path}`)
    .sort();
}

/** What differs from what is committed, a line each; nothing where these files are in no repository. */
function uncommitted(): string[] {
  const git = (...args: string[]) => spawnSync("git", [...args, "--", ...GENERATED], { encoding: "utf8" });
  const tracked = git("ls-files");
  if (tracked.status !== 0 || tracked.stdout.trim() === "") return [];
  return git("status", "--porcelain")
    .stdout.split("\n")
    .filter((line) => line !== "");
}

const before = filesNow();
execFileSync(process.execPath, [HARDHAT, "build", "--no-tests", "--quiet"], { stdio: "inherit" });
// Written anew as it loads.
await import("./abis.ts");
const changed = [...new Set([...changesSince(before), ...uncommitted()])];
if (changed.length === 0) {
  console.log(`Generated: ${GENERATED.join(", ")} are what the contracts generate.`);
} else {
  console.error(changed.join("\n"));
  console.error(
    "Generated: expected these as the contracts generate them, got the above; what is there now is right: commit it.",
  );
  process.exitCode = 1;
}
