import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { build } from "tsdown";

import { pack, readManifest, withoutPrivate, writeManifest, type Manifest } from "./pack.ts";
import { readmeOf } from "./readmeOf.ts";

const SOURCE = "sdk";

/** `@bulkhead/sdk`: built, with entries that lead to what was built. @returns the tarball's path */
export async function packSdk(out: string): Promise<string> {
  const { exports: sources, ...manifest } = readManifest(SOURCE) as Manifest & {
    readonly exports: Readonly<Record<string, string>>;
  };
  await buildSdk(sources);
  const staging = join(out, "sdk");
  rmSync(staging, { recursive: true, force: true });
  writeManifest(staging, {
    ...withoutPrivate(manifest),
    files: ["dist", "README.md", "LICENSE"],
    main: "./dist/index.cjs",
    module: "./dist/index.mjs",
    types: "./dist/index.d.cts",
    exports: {
      ...Object.fromEntries(Object.keys(sources).map((entry) => [entry, conditionsOf(nameOf(entry))])),
      "./package.json": "./package.json",
    },
  });
  cpSync(join(SOURCE, "dist"), join(staging, "dist"), { recursive: true });
  writeFileSync(join(staging, "README.md"), readmeOf("docs/sdk.md"));
  cpSync("LICENSE", join(staging, "LICENSE"));
  return pack(staging, out);
}

/** The file of an entry: "index" of ".", "client" of "./client". */
function nameOf(entry: string): string {
  return entry === "." ? "index" : entry.slice("./".length);
}

/** An entry as ES modules and CommonJS find it, each with declarations of its own. */
function conditionsOf(name: string) {
  return {
    import: { types: `./dist/${name}.d.mts`, default: `./dist/${name}.mjs` },
    require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
  };
}

/** Builds the entries that the sources' manifest names. */
async function buildSdk(sources: Readonly<Record<string, string>>): Promise<void> {
  await build({
    cwd: SOURCE,
    config: false,
    entry: Object.fromEntries(Object.entries(sources).map(([entry, path]) => [nameOf(entry), path])),
    format: ["esm", "cjs"],
    fixedExtension: true,
    platform: "neutral",
    target: "es2022",
    dts: true,
    clean: true,
    logLevel: "warn",
    checks: { pluginTimings: false },
  });
}
