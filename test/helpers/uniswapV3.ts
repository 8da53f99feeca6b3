import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import { Contract, ContractFactory, type BaseContract, type InterfaceAbi, type Signer } from "ethers";

const resolve = createRequire(import.meta.url).resolve;

/** A fee tier of Uniswap v3, in hundredths of a basis point, and the tick spacing that goes with it. */
export const FEE_TIER = { fee: 500, tickSpacing: 10 } as const;

/** The real Uniswap v3, deployed from its npm artifacts. */
export interface UniswapV3 {
  readonly factory: Contract;
  readonly positions: Contract;
  readonly router: Contract;
}

interface Artifact {
  readonly abi: InterfaceAbi;
  readonly bytecode: string;
}

async function artifact(path: string): Promise<Artifact> {
  return JSON.parse(await readFile(resolve(path), "utf8")) as Artifact;
}

async function deploy(path: string, signer: Signer, parameters: readonly unknown[]): Promise<Contract> {
  const { abi, bytecode } = await artifact(path);
  const deployed: BaseContract = await new ContractFactory(abi, bytecode, signer).deploy(...parameters);
  await deployed.waitForDeployment();
  return new Contract(await deployed.getAddress(), abi, signer);
}

/**
 * Deploys the factory, the position manager and the swap router.
 *
 * @param signer who pays for it
 * @param wrappedNative the chain's wrapped native coin; any address where native coin is not used
 */
export async function deployUniswapV3(signer: Signer, wrappedNative: string): Promise<UniswapV3> {
  const periphery = "@uniswap/v3-periphery/artifacts/contracts";
  const core = "@uniswap/v3-core/artifacts/contracts/UniswapV3Factory.sol/UniswapV3Factory.json";
  const factory = await deploy(core, signer, []);
  const target = await factory.getAddress();
  const manager = `${periphery}/NonfungiblePositionManager.sol/NonfungiblePositionManager.json`;
  const positions = await deploy(manager, signer, [target, wrappedNative, wrappedNative]);
  const router = await deploy(`${periphery}/SwapRouter.sol/SwapRouter.json`, signer, [target, wrappedNative]);
  return { factory, positions, router };
}

/** The pool of two tokens at `FEE_TIER`, as a contract. */
export async function poolAt(address: string, signer: Signer): Promise<Contract> {
  const { abi } = await artifact("@uniswap/v3-core/artifacts/contracts/UniswapV3Pool.sol/UniswapV3Pool.json");
  return new Contract(address, abi, signer);
}
