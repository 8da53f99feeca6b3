import type { ContractTransactionReceipt } from "ethers";

import type { Agreement } from "../surface/agreeOnReport.ts";
import type { Client } from "./connect.ts";
import { explained } from "./explained.ts";
import { requireChain } from "./requireChain.ts";

/** Delivers a signed report; it takes effect in the next block. Anyone may. */
export async function submitReport(
  client: Client,
  { report, signatures }: Pick<Agreement, "report" | "signatures">,
): Promise<ContractTransactionReceipt | null> {
  await requireChain(client);
  const words = { ...report, expiries: [...report.expiries], slices: [...report.slices] };
  const sent = await explained(client.surface.submit(words, [...signatures]));
  return explained(sent.wait());
}
