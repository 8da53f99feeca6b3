import { writeFileSync } from "node:fs";

import type { JsonRpcResponse } from "hardhat/types/providers";
import type { HardhatPlugin } from "hardhat/types/plugins";

import type { GasRecord } from "../gas-report/GasRecord.ts";

/** Where to write what was measured; nothing is measured without. */
export const RECORD_GAS = "BULKHEAD_GAS_RECORD";

const SENDS = new Set(["eth_sendTransaction", "eth_sendRawTransaction"]);
const SUCCEEDED = "0x1";

type Ask = (method: string, ...params: unknown[]) => Promise<unknown>;

/**
 * Records while tests run what Hardhat measures of gas, and what was mined of it. Hardhat's own statistics count calls and estimates as
 * well, which nobody pays for, and have no way to tell them from transactions.
 */
export function recordGas(path: string): HardhatPlugin {
  const measured: GasRecord["measured"][number][] = [];
  const mined: GasRecord["mined"][number][] = [];
  /** Sent, and not mined at once: by the connection that they were sent over. */
  const waiting: { readonly hash: string; readonly ask: Ask }[] = [];

  async function note({ hash, ask }: (typeof waiting)[number]): Promise<void> {
    const receipt = (await ask("eth_getTransactionReceipt", hash)) as { status: string; gasUsed: string } | null;
    if (receipt === null) {
      waiting.push({ hash, ask });
      return;
    }
    if (receipt.status !== SUCCEEDED) return;
    const { to, input } = (await ask("eth_getTransactionByHash", hash)) as { to: string | null; input: string };
    mined.push({ input: to === null ? null : input.slice(0, 10), gas: Number(receipt.gasUsed) });
  }

  return {
    id: "bulkhead-record-gas",
    hookHandlers: {
      network: async () => ({
        default: async () => ({
          onGasMeasurement: (_context, measurement) => {
            const { contractFqn, gas } = measurement;
            const call = measurement.type === "function" ? measurement : undefined;
            measured.push({
              contract: contractFqn,
              gas,
              method: call?.functionSig ?? null,
              proxyChain: call?.proxyChain ?? [],
            });
          },
          onRequest: async (context, connection, request, next) => {
            const answer = await next(context, connection, request);
            const ask: Ask = async (method, ...params) =>
              resultOf(await next(context, connection, { jsonrpc: "2.0", id: request.id, method, params }));
            if (request.method === "evm_mine" || request.method === "hardhat_mine") {
              for (const sent of waiting.splice(0)) await note(sent);
            }
            const hash = SENDS.has(request.method) ? resultOf(answer) : undefined;
            if (typeof hash === "string") await note({ hash, ask });
            return answer;
          },
        }),
      }),
      test: async () => ({
        default: async () => ({
          onTestRunDone: async (context, id, next) => {
            await next(context, id);
            for (const sent of waiting.splice(0)) await note(sent).catch(() => undefined);
            writeFileSync(path, JSON.stringify({ measured, mined } satisfies GasRecord));
          },
        }),
      }),
    },
  };
}

function resultOf(answer: JsonRpcResponse): unknown {
  return "result" in answer ? answer.result : undefined;
}
