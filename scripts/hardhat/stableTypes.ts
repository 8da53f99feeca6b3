import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const TYPECHAIN = "typechain/dist/codegen/outputTransformers/index.js";
const RUN_TYPECHAIN = "typechain/dist/typechain/runTypeChain.js";

/** Entries of the lists of all contracts, one a line: they come in the order in which the disk lists the artifacts. */
const ENTRY = /^\s*(getContractFactory|getContractAt|deployContract|export (type )?\{)/;

const BYTECODE = /const _bytecode =\s*"0x[0-9a-fA-F_$]*";/;
const OMITTED = 'const _bytecode = "omitted from generated types; take it from the artifact";';

/**
 * Has TypeChain generate the same types from the same interfaces, on every machine and under every build profile, so that
 * they can be committed and compared: lists in order, and creation code left out, which changes with every function.
 * Whoever deploys takes code from the artifacts (`hardhat-ethers` does); a generated factory's own `deploy` fails in ethers
 * with "invalid BytesLike value".
 */
export function generateStableTypes(): void {
  const typechain: unknown = createRequire(import.meta.url)(TYPECHAIN);
  // The list is TypeChain's only hook; Hardhat's own plugin adds to it in the same way.
  if (typeof typechain !== "object" || typechain === null || !("outputTransformers" in typechain)) {
    throw new Error(`expected ${TYPECHAIN} to export a list of transformers; look where this version keeps it`);
  }
  omitUndeployed();
  const transformers = typechain.outputTransformers as ((output: string) => string)[];
  transformers.push((output) => sortEntries(output.replace(BYTECODE, OMITTED)));
}

interface RunConfig {
  readonly allFiles: readonly string[];
  readonly filesToProcess: readonly string[];
}

/** What nobody ever calls at an address of its own gets no types: bases of contracts, and libraries of internal functions. */
function omitUndeployed(): void {
  const module = createRequire(import.meta.url)(RUN_TYPECHAIN) as { runTypeChain?: (config: RunConfig) => unknown };
  const run = module.runTypeChain;
  if (run === undefined)
    throw new Error(`expected ${RUN_TYPECHAIN} to export runTypeChain; look where this version keeps it`);
  module.runTypeChain = (config) => {
    const files = config.allFiles.filter(isCalled);
    return run({ ...config, allFiles: files, filesToProcess: files });
  };
}

function isCalled(path: string): boolean {
  if (/\/(interfaces|extensions)\//.test(path)) return true;
  const { abi, bytecode } = JSON.parse(readFileSync(path, "utf8")) as { abi: { type: string }[]; bytecode: string };
  return bytecode !== "0x" && abi.some(({ type }) => type === "function" || type === "constructor");
}

/** Sorts each run of entries. */
function sortEntries(output: string): string {
  const lines = output.split("\n");
  const sorted: string[] = [];
  while (lines.length > 0) {
    const end = lines.findIndex((line) => !ENTRY.test(line));
    const entries = lines.splice(0, end === -1 ? lines.length : end);
    sorted.push(...entries.map((line) => line.trim()).sort(), ...lines.splice(0, 1));
  }
  return sorted.join("\n");
}
