import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { build, type Metafile } from "esbuild";

/** What a browser loads of an entry, gzipped bytes. */
export interface BundleSize {
  /** At once. */
  readonly initial: number;
  /** With what is loaded when it is needed. */
  readonly all: number;
  /** Modules that come at once. */
  readonly modules: readonly string[];
}

/** Bundles a module of a folder for browsers and weighs it: minified, gzipped at the strongest level. */
export async function bundleSize(
  folder: string,
  { source, splitting = true }: { source: string; splitting?: boolean },
): Promise<BundleSize> {
  const { metafile } = await build({
    absWorkingDir: folder,
    stdin: { contents: source, resolveDir: folder, sourcefile: "entry.js" },
    bundle: true,
    minify: true,
    splitting,
    format: "esm",
    platform: "browser",
    target: "es2022",
    outdir: join(folder, "weighed"),
    metafile: true,
    logLevel: "error",
  });
  const weigh = (names: Iterable<string>): number =>
    [...names].reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0);
  const atOnce = loadedAtOnce(metafile);
  return {
    initial: weigh(atOnce),
    all: weigh(Object.keys(metafile.outputs)),
    modules: [...atOnce].flatMap((name) =>
      Object.entries(metafile.outputs[name]?.inputs ?? {}).flatMap(([path, { bytesInOutput }]) =>
        bytesInOutput > 0 ? [path] : [],
      ),
    ),
  };
}

/** The files that the entry imports, and those that they import. */
function loadedAtOnce({ outputs }: Metafile): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const { path, kind } of outputs[name]?.imports ?? []) if (kind === "import-statement") visit(path);
  };
  const [entry] = Object.entries(outputs).filter(([, { entryPoint }]) => entryPoint === "entry.js");
  if (entry === undefined) throw new Error("esbuild made no entry");
  visit(entry[0]);
  return found;
}
