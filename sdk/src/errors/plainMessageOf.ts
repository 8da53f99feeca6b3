import { decodeValues } from "../rpc/abiCoder.ts";
import { isHex } from "../rpc/hex.ts";

/** The selector of `Error(string)`. */
const MESSAGE = "0x08c379a0";

/** The text of a plain `revert("…")`; other bytes as they are. */
export function plainMessageOf(data: string): string {
  if (data === "0x") return "";
  if (!isHex(data) || !data.startsWith(MESSAGE)) return data;
  try {
    const [message] = decodeValues([{ type: "string" }], `0x${data.slice(MESSAGE.length)}`);
    return String(message);
  } catch {
    return data;
  }
}
