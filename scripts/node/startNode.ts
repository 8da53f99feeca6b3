import { network } from "hardhat";

import { LOOPBACK, requireFree } from "./requireFree.ts";
import { withRequests, type Requests } from "./requests.ts";

/** A JSON-RPC node on loopback with a chain of its own. */
export interface Node {
  readonly url: string;
  readonly chainId: number;
  close(): Promise<void>;
}

/** One in this very process, which may have methods of its own. */
export interface LocalNode extends Node {
  readonly requests: Pick<Requests, "serve" | "answerLate">;
}

/** Not Hardhat's usual 31337, so that nothing signed here means anything on another local chain. */
const CHAIN_ID = 31_338;

export interface NodeOptions {
  /** Zero takes any free one. */
  readonly port: number;
  /** Unix seconds of the first block; the present by default. */
  readonly startsAt?: number;
  /** How many funded accounts there are; twenty by default. */
  readonly accounts?: number;
  /** Contracts have a size limit by default, as on a public chain. */
  readonly allowUnlimitedContractSize?: boolean;
}

/**
 * Starts a real JSON-RPC node.
 * @throws UsageError where the port is taken
 */
export async function startNode({
  port,
  startsAt,
  accounts,
  allowUnlimitedContractSize = false,
}: NodeOptions): Promise<LocalNode> {
  await requireFree(port);
  const { made: server, requests } = await withRequests(() =>
    network.createServer(
      {
        network: "default",
        override: {
          chainId: CHAIN_ID,
          ...(startsAt === undefined ? {} : { initialDate: new Date(startsAt * 1_000) }),
          ...(accounts === undefined ? {} : { accounts: { count: accounts } }),
          allowUnlimitedContractSize,
          // As on a public chain, a failed transaction is mined as failed.
          throwOnTransactionFailures: false,
        },
      },
      LOOPBACK,
      port,
    ),
  );
  const address = await server.listen();
  return {
    url: `http://${LOOPBACK}:${address.port}`,
    chainId: CHAIN_ID,
    requests,
    close: async () => {
      requests.release();
      await server.close();
    },
  };
}
