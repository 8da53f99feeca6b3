import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** What every answer of the compiler's may hold. */
export interface Diagnosed {
  readonly errors?: readonly { readonly severity: string; readonly formattedMessage: string }[];
}

interface Compiler {
  compile(input: string, callbacks: { import: (path: string) => { contents: string } }): string;
}

export interface CompilationRequest {
  /** Solidity by path. */
  readonly sources: Readonly<Record<string, string>>;
  /** Of every file: what is wanted by contract ("*") and of the file itself (""). */
  readonly outputSelection: Readonly<Record<string, readonly string[]>>;
}

/** How integrators call the folder of the contracts. */
const CONTRACTS_PACKAGE = "@bulkhead/contracts/";

/**
 * Compiles a few files with the pinned compiler, by itself. Imports are read from the repository and its packages.
 * @throws Error with the compiler's message where one does not compile
 */
export function compileSolidity({ sources, outputSelection }: CompilationRequest): Diagnosed {
  const compiler = createRequire(import.meta.url)("solc") as Compiler;
  const input = {
    language: "Solidity",
    sources: Object.fromEntries(Object.entries(sources).map(([path, content]) => [path, { content }])),
    settings: { evmVersion: "osaka", outputSelection: { "*": outputSelection } },
  };
  const read = (path: string) => ({ contents: readFileSync(placeOf(path), "utf8") });
  const output = JSON.parse(compiler.compile(JSON.stringify(input), { import: read })) as Diagnosed;
  const problem = output.errors?.find(({ severity }) => severity === "error");
  if (problem !== undefined) throw new Error(problem.formattedMessage);
  return output;
}

function placeOf(path: string): string {
  if (path.startsWith(CONTRACTS_PACKAGE)) return `contracts/${path.slice(CONTRACTS_PACKAGE.length)}`;
  return path.startsWith("contracts/") ? path : `node_modules/${path}`;
}
