import { decodeErrorResult } from "viem/utils";

/** The text of a plain `revert("…")`; other bytes as they are. */
export function plainMessageOf(data: string): string {
  if (data === "0x") return "";
  try {
    const { errorName, args } = decodeErrorResult({ data: data as `0x${string}` });
    return errorName === "Error" ? String(args[0]) : data;
  } catch {
    return data;
  }
}
