import { id } from "ethers";
import { z } from "zod";

import { functionsOf } from "./functionsOf.ts";
import type { Gas, GasStatistics } from "./GasStatistics.ts";
import { isView } from "./isView.ts";

/** What was recorded while tests ran (`scripts/hardhat/recordGas.ts`). */
export const GasRecord = z.object({
  /** What succeeded of transactions, calls and estimates. */
  measured: z.array(
    z.object({
      /** "project/contracts/router/VaultRouter.sol:VaultRouter" */
      contract: z.string(),
      /** Its signature; null for a deployment. */
      method: z.string().nullable(),
      gas: z.number(),
      /** Where a contract handed the call on: all of them, the one that ran it last. */
      proxyChain: z.array(z.string()),
    }),
  ),
  /** Transactions that succeeded. */
  mined: z.array(
    z.object({
      /** The selector that was called, or less; null for a deployment. */
      input: z.string().nullable(),
      gas: z.number(),
    }),
  ),
});
export type GasRecord = z.infer<typeof GasRecord>;

type Measured = GasRecord["measured"][number];

const SELECTOR_LENGTH = 10;

/**
 * Statistics of transactions; of methods that only read, which nobody sends, of calls.
 *
 * A measurement does not say whether it was of a transaction. For each transaction there is one of its method and its gas, so as many
 * of these are counted as were mined: which of them does not matter to a figure.
 */
export function statisticsOf({ measured, mined }: GasRecord): GasStatistics {
  const left = new Map<string, number>();
  for (const { input, gas } of mined) add(left, keyOf(input, gas), 1);
  const isCounted = (one: Measured): boolean => {
    if (one.method !== null && isView(partsOf(one.contract), one.method)) return true;
    const key = inputsOf(one)
      .map((input) => keyOf(input, one.gas))
      .find((candidate) => (left.get(candidate) ?? 0) > 0);
    if (key !== undefined) add(left, key, -1);
    return key !== undefined;
  };
  const groups = new Map<string, Measured[]>();
  for (const one of measured.filter(isCounted)) {
    const key = [one.contract, ...one.proxyChain].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return { contracts: Object.fromEntries([...groups].map(([key, group]) => [key, contractOf(group)])) };
}

/** What a transaction of the method, or a deployment, begins with. */
function inputsOf({ contract, method }: Measured): (string | null)[] {
  if (method === null) return [null];
  const found = functionsOf(partsOf(contract), method).map(({ selector }) => selector);
  return found.length > 0 ? found : [id(method).slice(0, SELECTOR_LENGTH)];
}

function contractOf(group: readonly Measured[]): GasStatistics["contracts"][string] {
  const [{ contract, proxyChain }] = group as [Measured];
  const deployments = group.filter(({ method }) => method === null);
  const byMethod = new Map<string, Measured[]>();
  for (const one of group) {
    if (one.method !== null) byMethod.set(one.method, [...(byMethod.get(one.method) ?? []), one]);
  }
  const names = [...byMethod.keys()].map(nameOf);
  const functions = [...byMethod].map(([method, calls]) => {
    const name = nameOf(method);
    const isOverloaded = names.filter((other) => other === name).length > 1;
    return [isOverloaded ? method : name, gasOf(calls)] as const;
  });
  return {
    ...partsOf(contract),
    proxyChain: proxyChain.map(placeOf),
    deployment: deployments.length === 0 ? null : gasOf(deployments),
    functions: functions.length === 0 ? null : Object.fromEntries(functions),
  };
}

function gasOf(group: readonly Measured[]): Gas {
  const ascending = group.map(({ gas }) => gas).sort((one, other) => one - other);
  const at = (index: number): number => ascending[index] ?? 0;
  const half = Math.floor(ascending.length / 2);
  return {
    min: at(0),
    max: at(ascending.length - 1),
    avg: Math.round(ascending.reduce((sum, gas) => sum + gas, 0) / ascending.length),
    median: Math.round(ascending.length % 2 === 1 ? at(half) : (at(half - 1) + at(half)) / 2),
    count: ascending.length,
  };
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

function keyOf(input: string | null, gas: number): string {
  return `${input ?? "deployment"} ${gas}`;
}

function nameOf(signature: string): string {
  return signature.split("(")[0] ?? signature;
}

/** `contracts/X.sol:X` of "project/contracts/X.sol:X" and of "npm/package@1.2.3/contracts/X.sol:X". */
function placeOf(contract: string): string {
  return contract.replace(/^project\//, "").replace(/^npm\/(@?[^@]+)@[^/]+\//, "$1/");
}

function partsOf(contract: string): { sourceName: string; contractName: string } {
  const [sourceName = "", contractName = ""] = placeOf(contract).split(":");
  return { sourceName, contractName };
}
