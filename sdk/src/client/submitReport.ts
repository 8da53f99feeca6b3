import type { Receipt } from "../rpc/Receipt.ts";
import type { Report } from "../surface/Report.ts";
import { volatilitySurfaceAbi } from "./abis.ts";
import type { Client } from "./connect.ts";
import { marketOf } from "./marketOf.ts";
import { sendObserved } from "./sendObserved.ts";
import { senderOf } from "./senderOf.ts";

export interface SubmitReportParameters {
  /** The market's name; the client's by default. */
  readonly market?: string | undefined;
  readonly report: Report;
  /** In the chain's order (`agreeOnReport`, `orderSignatures`). */
  readonly signatures: readonly string[];
}

export interface SubmitReportResult {
  readonly receipt: Receipt;
}

/**
 * Delivers a signed report; it takes effect in the next block. Anyone may. One that was observed after the latest block is tried on
 * the block that comes next.
 * @throws ContractError where the chain refuses it
 * @example
 * const { receipt } = await submitReport(client, { report, signatures });
 */
export async function submitReport(
  client: Client,
  { market, report, signatures }: SubmitReportParameters,
): Promise<SubmitReportResult> {
  const { surface: address } = marketOf(client, market);
  const from = await senderOf(client);
  const args = [report, signatures] as const;
  const call = { address, abi: volatilitySurfaceAbi, functionName: "submit", args } as const;
  return { receipt: await sendObserved(client, call, { from }) };
}
