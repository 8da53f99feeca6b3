import { chmodSync, cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { build } from "esbuild";

import { pack, readManifest, withoutPrivate, writeManifest, type Manifest } from "./pack.ts";
import { readmeOf } from "./readmeOf.ts";

const SOURCE = "cli";
const BUNDLE = "dist/bulkhead.js";
const EXECUTABLE = 0o755;

type CliManifest = Manifest & { readonly dependencies: Readonly<Record<string, string>> };

/** `@bulkhead/cli`: one module, which takes its dependencies from npm. @returns the tarball's path */
export async function packCli(out: string): Promise<string> {
  const manifest = withoutPrivate(readManifest(SOURCE)) as CliManifest;
  await bundleCli(join(SOURCE, BUNDLE), { external: Object.keys(manifest.dependencies) });
  const staging = join(out, "cli");
  rmSync(staging, { recursive: true, force: true });
  writeManifest(staging, { ...manifest, files: ["dist", "README.md", "LICENSE"] });
  cpSync(join(SOURCE, "dist"), join(staging, "dist"), { recursive: true });
  writeFileSync(join(staging, "README.md"), readmeOf("docs/cli.md"));
  cpSync("LICENSE", join(staging, "LICENSE"));
  return pack(staging, out);
}

/** Makes one executable module of the command line and of what is not `external`. */
export async function bundleCli(
  outfile: string,
  { external }: { readonly external: readonly string[] },
): Promise<void> {
  await build({
    entryPoints: [join(SOURCE, "src/bulkhead.ts")],
    outfile,
    bundle: true,
    external: external.flatMap((name) => [name, `${name}/*`]),
    format: "esm",
    platform: "node",
    target: "node22",
    banner: { js: "#!/usr/bin/env node" },
    logLevel: "warning",
  });
  chmodSync(outfile, EXECUTABLE);
}
