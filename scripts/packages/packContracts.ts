import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { pack, readManifest, writeManifest } from "./pack.ts";
import { readmeOf } from "./readmeOf.ts";

const SOURCE = "packages/contracts";
/** Folders of `contracts/` that other compilers take. */
const SHARED = ["interfaces", "types"];
const ARTIFACTS = "artifacts/contracts";
const STAND_INS = join(ARTIFACTS, "devnet");

interface Artifact {
  readonly contractName: string;
  readonly abi: readonly unknown[];
  readonly bytecode: string;
}

/** `@bulkhead/contracts`: interfaces, types, and an artifact of every contract that has an ABI. @returns the tarball's path */
export async function packContracts(out: string): Promise<string> {
  const staging = join(out, "contracts");
  rmSync(staging, { recursive: true, force: true });
  writeManifest(staging, readManifest(SOURCE));
  writeFileSync(join(staging, "README.md"), readmeOf(join(SOURCE, "README.md")));
  cpSync("LICENSE", join(staging, "LICENSE"));
  for (const folder of SHARED) cpSync(join("contracts", folder), join(staging, folder), { recursive: true });
  mkdirSync(join(staging, "artifacts"));
  const files = readdirSync(ARTIFACTS, { recursive: true, encoding: "utf8" })
    .map((name) => join(ARTIFACTS, name))
    .filter((path) => /\.sol[/\\]\w+\.json$/.test(path) && !path.startsWith(STAND_INS));
  for (const file of files) {
    const { contractName, abi, bytecode } = JSON.parse(readFileSync(file, "utf8")) as Artifact;
    if (abi.length === 0) continue;
    const text = `${JSON.stringify({ contractName, abi, bytecode }, undefined, 2)}\n`;
    writeFileSync(join(staging, "artifacts", `${contractName}.json`), text, { flag: "wx" });
  }
  return pack(staging, out);
}
