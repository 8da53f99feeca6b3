import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import type { NetworkConnection } from "hardhat/types/network";

/** Where Multicall3 lies on every chain. */
export const MULTICALL3 = "0xcA11bde05977b3631167028862bE2a173976CA11";

/** Where viem keeps Multicall3's creation code: no entry of the package, so its version is pinned. */
const SOURCE = "_cjs/constants/contracts.js";
const CREATION_CODE = /multicall3Bytecode = '(0x[0-9a-f]+)'/;

/** Puts Multicall3 where wallets and libraries look for it. Local networks only. */
export async function setMulticall3({ ethers, provider }: NetworkConnection): Promise<void> {
  if ((await ethers.provider.getCode(MULTICALL3)) !== "0x") return;
  // What creation code returns is the code.
  const code = await ethers.provider.call({ data: creationCode() });
  await provider.request({ method: "hardhat_setCode", params: [MULTICALL3, code] });
}

function creationCode(): string {
  const viem = dirname(createRequire(import.meta.url).resolve("viem/package.json"));
  const code = CREATION_CODE.exec(readFileSync(join(viem, SOURCE), "utf8"))?.[1];
  if (code === undefined) throw new Error(`Multicall3: expected its creation code in viem's ${SOURCE}, got none`);
  return code;
}
