import { createRequire } from "node:module";

const TYPECHAIN = "typechain/dist/codegen/outputTransformers/index.js";

const BYTECODE = /const _bytecode =\s*"0x[0-9a-fA-F_$]*";/;
const OMITTED = 'const _bytecode = "omitted from generated types; take it from the artifact";';

/**
 * Has TypeChain leave creation code out of the types it generates, so that they depend on the contracts' interfaces alone:
 * the same under every build profile, and unchanged by a change within a function. They can be committed and compared.
 * Whoever deploys takes code from the artifacts (`hardhat-ethers` does); a generated factory's own `deploy` fails in ethers
 * with "invalid BytesLike value".
 */
export function generateTypesWithoutBytecode(): void {
  const typechain: unknown = createRequire(import.meta.url)(TYPECHAIN);
  // The list is TypeChain's only hook; Hardhat's own plugin adds to it in the same way.
  if (typeof typechain !== "object" || typechain === null || !("outputTransformers" in typechain)) {
    throw new Error(`expected ${TYPECHAIN} to export a list of transformers; look where this version keeps it`);
  }
  const transformers = typechain.outputTransformers as ((output: string) => string)[];
  transformers.push((output) => output.replace(BYTECODE, OMITTED));
}
