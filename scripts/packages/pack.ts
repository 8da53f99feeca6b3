import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** What a `package.json` holds, as far as it is read here. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly [field: string]: unknown;
}

/** A package's manifest, from its folder. */
export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
}

/** Writes a manifest into a folder. */
export function writeManifest(folder: string, manifest: Manifest): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, undefined, 2)}\n`);
}

/** A workspace's manifest is private, since in the repository its entries lead to sources or to what is not built. */
export function withoutPrivate(manifest: Manifest): Manifest {
  return Object.fromEntries(Object.entries(manifest).filter(([field]) => field !== "private")) as Manifest;
}

/** Packs a folder as npm would publish it. @returns the tarball's path */
export function pack(folder: string, out: string): string {
  mkdirSync(out, { recursive: true });
  const options = { cwd: folder, encoding: "utf8" } as const;
  const said = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", resolve(out)], options);
  const [packed] = JSON.parse(said) as { filename: string }[];
  if (packed === undefined) throw new Error(`npm packed nothing of ${folder}`);
  return join(out, packed.filename);
}
