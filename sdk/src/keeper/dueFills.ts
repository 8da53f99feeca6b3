import type { Client, Vault } from "../client/connect.ts";
import { marketOf } from "../client/marketOf.ts";
import { read } from "../rpc/read.ts";
import { batchCall, readBatch } from "../rpc/readBatch.ts";
import { redeemQueueAbi } from "./abis.ts";
import { attempt, type Due } from "./doDue.ts";

export interface DueFillsParameters {
  /** The market's name; the client's by default. */
  readonly market?: string | undefined;
}

/** A vault's batch of redeem requests whose epoch has ended and which is not filled. */
export interface DueFill extends Due {
  readonly vault: Vault;
  /** The batch's. */
  readonly epoch: bigint;
  /** Shares that wait in it. */
  readonly waiting: bigint;
}

export type DueFillsResult = readonly DueFill[];

/**
 * The batches in the queues of a market's vaults that wait to be filled. One that was filled in part stays due while the vault can
 * pay for no more (`NoCapacity`).
 * @throws OrderError where the deployment has no such market
 * @example
 * const due = await dueFills(client);
 */
export async function dueFills(client: Client, { market }: DueFillsParameters = {}): Promise<DueFillsResult> {
  const { vaults } = marketOf(client, market);
  const { results: current, block } = await readBatch(client, {
    calls: vaults.map(({ queue: address }) =>
      batchCall({ address, abi: redeemQueueAbi, functionName: "currentEpoch", args: [] }),
    ),
  });
  const ended = vaults.map((vault, index) => ({ vault, epoch: (current[index] ?? 1n) - 1n }));
  const { results: batches } = await readBatch(client, {
    calls: ended.map(({ vault: { queue: address }, epoch }) =>
      batchCall({ address, abi: redeemQueueAbi, functionName: "batchOf", args: [epoch] }),
    ),
    block: block.number,
  });
  const waiting = ended.flatMap((one, index) => {
    const batch = batches[index];
    return batch === undefined || batch.filled === batch.requested
      ? []
      : [{ ...one, waiting: batch.requested - batch.filled }];
  });
  return Promise.all(
    waiting.map(async (one) => ({ ...one, refusal: (await attempt(read(client, fillOf(one)))).refusal })),
  );
}

/** The call that fills a batch. */
export function fillOf({ vault: { queue: address }, epoch }: Pick<DueFill, "vault" | "epoch">) {
  return { address, abi: redeemQueueAbi, functionName: "fill", args: [epoch] } as const;
}
