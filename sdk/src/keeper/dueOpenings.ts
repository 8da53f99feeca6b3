import { optionVaultAbi } from "./abis.ts";
import type { Client, Vault } from "../client/connect.ts";
import { marketOf } from "../client/marketOf.ts";
import { read } from "../rpc/read.ts";
import { batchCall, readBatch } from "../rpc/readBatch.ts";
import { comingExpiries } from "./comingExpiries.ts";
import { attempt, type Due } from "./doDue.ts";

export interface DueOpeningsParameters {
  /** The market's name; the client's by default. */
  readonly market?: string | undefined;
  /** Unix seconds; all that are on each vault's calendar by default. */
  readonly expiries?: readonly (bigint | number)[] | undefined;
}

/** An expiry that a vault could list. */
export interface DueOpening extends Due {
  readonly vault: Vault;
  /** Unix seconds. */
  readonly expiry: bigint;
}

/** Vault by vault, each with the earliest expiry first. */
export type DueOpeningsResult = readonly DueOpening[];

/** So near its end an expiry opens no more. */
const NOT_DUE = "ExpiryClosed";

/**
 * The expiries of a market's vaults that are on the calendar and not open yet.
 * @throws OrderError where the deployment has no such market
 * @example
 * const due = await dueOpenings(client);
 * const waiting = due.filter(({ refusal }) => refusal !== undefined);
 */
export async function dueOpenings(client: Client, parameters: DueOpeningsParameters = {}): Promise<DueOpeningsResult> {
  const { vaults } = marketOf(client, parameters.market);
  const [live, rules] = await Promise.all([
    readBatch(client, {
      calls: vaults.map(({ address }) =>
        batchCall({ address, abi: optionVaultAbi, functionName: "expiries", args: [] }),
      ),
    }),
    readBatch(client, {
      calls: vaults.map(({ address }) =>
        batchCall({ address, abi: optionVaultAbi, functionName: "seriesRules", args: [] }),
      ),
    }),
  ]);
  const now = Number(live.block.timestamp);
  const candidates = vaults.flatMap((vault, index) => {
    const rule = rules.results[index];
    const calendar = rule === undefined ? [] : comingExpiries(now, rule).filter((at) => at - now <= rule.maxTenor);
    return (parameters.expiries ?? calendar)
      .map(BigInt)
      .filter((expiry) => live.results[index]?.includes(expiry) !== true)
      .map((expiry) => ({ vault, expiry }));
  });
  const rehearsed = await Promise.all(
    candidates.map(async ({ vault, expiry }): Promise<DueOpening> => {
      const { refusal } = await attempt(read(client, openingOf({ vault, expiry })));
      return { vault, expiry, refusal };
    }),
  );
  return rehearsed.filter(({ refusal }) => refusal?.errorName !== NOT_DUE);
}

/** The call that opens an expiry. */
export function openingOf({ vault: { address }, expiry }: DueOpening) {
  return { address, abi: optionVaultAbi, functionName: "openExpiry", args: [expiry] } as const;
}
