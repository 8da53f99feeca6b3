import { ContractFactory, type Signer } from "ethers";

/** Where every chain that has it has it. */
const MULTICALL3 = "0xcA11bde05977b3631167028862bE2a173976CA11";
/** viem ships its creation code, for chains that have it not. */
const SOURCE = new URL("../../node_modules/viem/_esm/constants/contracts.js", import.meta.url).href;

interface Network {
  readonly ethers: { readonly provider: { getCode(address: string): Promise<string> } };
  readonly networkHelpers: { setCode(address: string, code: string): Promise<void> };
}

/** Puts Multicall3's own code where it is on public chains. */
export async function putMulticall3({ ethers, networkHelpers }: Network, deployer: Signer): Promise<void> {
  const { multicall3Bytecode } = (await import(SOURCE)) as { multicall3Bytecode: string };
  const contract = await new ContractFactory([], multicall3Bytecode, deployer).deploy();
  await contract.waitForDeployment();
  await networkHelpers.setCode(MULTICALL3, await ethers.provider.getCode(await contract.getAddress()));
}
