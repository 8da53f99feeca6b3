import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { toBeHex, TypedDataEncoder } from "ethers";
import type { NetworkConnection } from "hardhat/types/network";

/** Where Permit2 lies on every chain. */
export const PERMIT2 = "0x000000000022D473030F116dDEE9F6B43aC78BA3";

/** Where the package keeps the runtime code, and the two words in it that its constructor had set there. */
const SOURCE = "@uniswap/v4-periphery/lib/permit2/test/utils/DeployPermit2.sol";
const BUILT_ON_CHAIN = toBeHex(31_337, 32).slice(2);
const BUILT_WITH_DOMAIN = "d5a17abc3865df5c1400c0299bd4ce2eefc8114aec5f9d3dded1745783e57b98";

/** Puts the real Permit2 where it is on every public chain. Local networks only. */
export async function setPermit2({ ethers, provider }: NetworkConnection): Promise<void> {
  if ((await ethers.provider.getCode(PERMIT2)) !== "0x") return;
  const { chainId } = await ethers.provider.getNetwork();
  await provider.request({ method: "hardhat_setCode", params: [PERMIT2, permit2Code(chainId)] });
}

/** Permit2's runtime code, with what its constructor would have cached at this address on this chain. */
export function permit2Code(chainId: bigint): string {
  const text = readFileSync(createRequire(import.meta.url).resolve(SOURCE), "utf8");
  const code = /hex"([0-9a-f]+)"/.exec(text)?.[1];
  if (code === undefined) throw new Error(`Permit2: expected runtime code in ${SOURCE}, got none`);
  const domain = TypedDataEncoder.hashDomain({ name: "Permit2", chainId, verifyingContract: PERMIT2 });
  const onChain = replaceOnce(code, BUILT_ON_CHAIN, toBeHex(chainId, 32).slice(2));
  return `0x${replaceOnce(onChain, BUILT_WITH_DOMAIN, domain.slice(2))}`;
}

function replaceOnce(code: string, word: string, by: string): string {
  const parts = code.split(word);
  if (parts.length !== 2) throw new Error(`Permit2: expected the word ${word} once, got it ${parts.length - 1} times`);
  return parts.join(by);
}
