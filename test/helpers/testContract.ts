import { readFile } from "node:fs/promises";
import path from "node:path";

import type { InterfaceAbi } from "ethers";
import hre from "hardhat";

/** What a contract under `test/` compiles to: enough for an ethers `ContractFactory`. */
export interface TestContract {
  readonly abi: InterfaceAbi;
  readonly bytecode: string;
}

/**
 * Compiles a contract that lives under `test/` (mocks, harnesses) and reads its artifact. Hardhat keeps those apart from the
 * contracts that are deployed, so that `ethers.getContractFactory` does not know them.
 *
 * @param file path from the project's root, such as `test/mocks/FixedMarket.sol`
 * @param name the contract's name; the file's by default
 */
export async function testContract(file: string, name = path.basename(file, ".sol")): Promise<TestContract> {
  await hre.solidity.build([path.join(hre.config.paths.root, file)], { scope: "tests", quiet: true });
  const directory = await hre.solidity.getArtifactsDirectory("tests");
  const artifact: unknown = JSON.parse(await readFile(path.join(directory, file, `${name}.json`), "utf8"));
  if (
    typeof artifact !== "object" ||
    artifact === null ||
    !("abi" in artifact) ||
    !("bytecode" in artifact) ||
    typeof artifact.bytecode !== "string"
  ) {
    throw new Error(`expected an artifact of ${name} in ${file}, got something else; rebuild the project`);
  }
  return { abi: artifact.abi as InterfaceAbi, bytecode: artifact.bytecode };
}
