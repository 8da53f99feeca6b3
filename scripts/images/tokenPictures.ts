import { toSeriesId, toWad } from "@bulkhead/sdk";
import type { NetworkConnection } from "hardhat/types/network";
import { z } from "zod";

const Document = z.object({ image: z.string() });
const JSON_URI = "data:application/json;base64,";
const SVG_URI = "data:image/svg+xml;base64,";

/** The series that `docs/images/` shows, by file. */
const SHOWN = {
  "call.svg": { market: "WETH/USDC", kind: 0, strike: 2_400 },
  "put.svg": { market: "WBTC/USDC", kind: 1, strike: 95_000 },
} as const;
const EXPIRY = BigInt(Date.UTC(2027, 0, 29, 8) / 1_000);

/** The pictures of `docs/images/`, as the option token draws them on chain: by file, SVG. */
export async function tokenPictures({ ethers }: NetworkConnection): Promise<Record<string, string>> {
  const [anybody] = await ethers.getSigners();
  const pictures: Record<string, string> = {};
  for (const [file, { market, kind, strike }] of Object.entries(SHOWN)) {
    const token = await ethers.deployContract("OptionToken", [anybody, market, kind]);
    const uri = await token.tokenURI(toSeriesId(EXPIRY, toWad(strike, "strike")));
    const { image } = Document.parse(JSON.parse(decode(uri, JSON_URI)));
    pictures[file] = `${decode(image, SVG_URI)}\n`;
  }
  return pictures;
}

function decode(uri: string, prefix: string): string {
  if (!uri.startsWith(prefix)) throw new Error(`expected a URI that begins with ${prefix}, got ${uri.slice(0, 40)}`);
  return Buffer.from(uri.slice(prefix.length), "base64").toString("utf8");
}
