import { readFileSync } from "node:fs";
import { relative } from "node:path";

import ts from "typescript";

/**
 * Circles among imports of TypeScript files, those of types included: each a list of files that all import each other,
 * directly or by way of others. Whoever reads one of them has to read them all.
 * @param files paths; imports of other files are not followed
 */
export function importCircles(files: readonly string[], options: ts.CompilerOptions): string[][] {
  const paths = new Map(files.map((file) => [ts.sys.resolvePath(file), file]));
  const cache = ts.createModuleResolutionCache(process.cwd(), (name) => name, options);
  const importsOf = (path: string): string[] =>
    ts
      .preProcessFile(readFileSync(path, "utf8"), true, true)
      .importedFiles.map(({ fileName }) => ts.resolveModuleName(fileName, path, options, ts.sys, cache).resolvedModule)
      .flatMap((found) => (found !== undefined && paths.has(found.resolvedFileName) ? [found.resolvedFileName] : []));
  return stronglyConnected([...paths.keys()], importsOf).map((circle) =>
    circle.map((path) => relative(process.cwd(), path)).sort(),
  );
}

/** The compiler's options as the project has them: how imports are resolved. */
export function projectOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile("tsconfig.json", (path) => ts.sys.readFile(path)) as { config: unknown };
  return ts.parseJsonConfigFileContent(config, { ...ts.sys, readDirectory: () => [] }, process.cwd()).options;
}

/** Sets of at least two nodes of which each reaches all others (Tarjan, 1972). */
function stronglyConnected(nodes: readonly string[], nextOf: (node: string) => readonly string[]): string[][] {
  const found: string[][] = [];
  const index = new Map<string, number>();
  const lowest = new Map<string, number>();
  const path: string[] = [];
  const onPath = new Set<string>();
  const visit = (node: string): number => {
    const number = index.size;
    index.set(node, number);
    lowest.set(node, number);
    path.push(node);
    onPath.add(node);
    for (const next of nextOf(node)) {
      if (!index.has(next)) lower(node, visit(next));
      else if (onPath.has(next)) lower(node, index.get(next) ?? number);
    }
    const low = lowest.get(node) ?? number;
    if (low !== number) return low;
    const component = path.splice(path.indexOf(node));
    for (const member of component) onPath.delete(member);
    if (component.length > 1) found.push(component);
    return low;
  };
  const lower = (node: string, by: number): void => {
    lowest.set(node, Math.min(lowest.get(node) ?? by, by));
  };
  for (const node of nodes) if (!index.has(node)) visit(node);
  return found;
}
