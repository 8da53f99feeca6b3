/**
 * Sizes of every deployable contract under the production profile, into `snapshots/sizes.json`.
 *
 * Usage: tsx scripts/check-sizes.ts [--check]     after `hardhat build --build-profile production --no-tests`
 * Writes the snapshot, or with --check compares with it. Fails in both cases where a contract is past a limit.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { z } from "zod";

import { requireProductionArtifacts } from "./requireProductionArtifacts.ts";

/** EIP-170: bytes of deployed code. */
const RUNTIME_LIMIT = 24_576;
/** EIP-3860: bytes of creation code, constructor arguments not counted. */
const INIT_LIMIT = 49_152;

const ARTIFACTS = "artifacts/contracts";
const SNAPSHOT = "snapshots/sizes.json";

const Artifact = z.object({
  contractName: z.string(),
  sourceName: z.string(),
  bytecode: z.string(),
  deployedBytecode: z.string(),
});
const Size = z.object({ runtime: z.number(), runtimeLeft: z.number(), init: z.number(), initLeft: z.number() });
const Sizes = z.record(z.string(), Size);
type Sizes = z.infer<typeof Sizes>;

/** Bytes in a hex string with its prefix; library placeholders count as the address they stand for. */
const bytesIn = (hex: string): number => (hex.length - 2) / 2;

/** A library of internal functions leaves a stub that reverts; nobody deploys it. */
const STUB_BYTES = 100;

function readSizes(): Sizes {
  const sizes: Sizes = {};
  const paths = readdirSync(ARTIFACTS, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".json"));
  for (const path of paths.sort()) {
    const parsed = Artifact.safeParse(JSON.parse(readFileSync(join(ARTIFACTS, path), "utf8")));
    if (!parsed.success || parsed.data.sourceName.startsWith("contracts/devnet/")) continue;
    const { contractName, bytecode, deployedBytecode } = parsed.data;
    const runtime = bytesIn(deployedBytecode);
    if (runtime <= STUB_BYTES) continue;
    const init = bytesIn(bytecode);
    sizes[contractName] = { runtime, runtimeLeft: RUNTIME_LIMIT - runtime, init, initLeft: INIT_LIMIT - init };
  }
  return sizes;
}

const LAYOUT_BYTES = 100;

/** What is past a limit. */
function excesses(sizes: Sizes): string[] {
  return Object.entries(sizes).flatMap(([name, { runtime, runtimeLeft, init, initLeft }]) => [
    ...(runtimeLeft < 0 ? [`${name}: ${runtime} bytes of code, ${-runtimeLeft} past ${RUNTIME_LIMIT} (EIP-170)`] : []),
    ...(initLeft < 0 ? [`${name}: ${init} bytes of creation code, ${-initLeft} past ${INIT_LIMIT} (EIP-3860)`] : []),
  ]);
}

/** The IR compiler lays the same code out a little differently from job to job. */
function isClose(before: number, now: number): boolean {
  return Math.abs(now - before) <= LAYOUT_BYTES;
}

/** What differs from the committed snapshot. */
function differences(sizes: Sizes): string[] {
  const committed = existsSync(SNAPSHOT) ? Sizes.parse(JSON.parse(readFileSync(SNAPSHOT, "utf8"))) : {};
  const names = [...new Set([...Object.keys(committed), ...Object.keys(sizes)])].sort();
  return names.flatMap((name) => {
    const [before, now] = [committed[name], sizes[name]];
    if (
      before !== undefined &&
      now !== undefined &&
      isClose(before.runtime, now.runtime) &&
      isClose(before.init, now.init)
    ) {
      return [];
    }
    const text = (size: z.infer<typeof Size> | undefined): string =>
      size === undefined ? "absent" : `${size.runtime} runtime, ${size.init} init`;
    return [`${name}: committed ${text(before)}; now ${text(now)}`];
  });
}

requireProductionArtifacts("sizes");
const check = process.argv.includes("--check");
const sizes = readSizes();
const complaints = [...excesses(sizes), ...(check ? differences(sizes) : [])];

if (!check) {
  mkdirSync(dirname(SNAPSHOT), { recursive: true });
  writeFileSync(SNAPSHOT, `${JSON.stringify(sizes, null, 2)}\n`);
}
for (const complaint of complaints) console.error(complaint);
const tightest = Object.entries(sizes).sort(([, a], [, b]) => a.runtimeLeft - b.runtimeLeft)[0];
console.log(
  `Sizes: ${Object.keys(sizes).length} contracts` +
    (tightest === undefined ? "." : `; tightest is ${tightest[0]} with ${tightest[1].runtimeLeft} bytes left.`) +
    (complaints.length === 0
      ? ""
      : ` ${complaints.length} complaints${check ? "; make sizes rewrites the snapshot" : ""}.`),
);
process.exitCode = complaints.length === 0 ? 0 : 1;
