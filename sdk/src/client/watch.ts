import type { Abi, AbiParameter, AbiParameterToPrimitiveType, ExtractAbiEvent, ExtractAbiEventNames } from "abitype";

import { decodeValues, signatureHash, signatureOf } from "../rpc/abiCoder.ts";
import { blockOf } from "../rpc/blockOf.ts";
import { isSame } from "../rpc/hex.ts";
import { logsOf } from "../rpc/logsOf.ts";
import { sleep } from "../rpc/sleep.ts";
import { queueEventsAbi, signedSpotEventsAbi, surfaceEventsAbi, vaultEventsAbi } from "./abis.ts";
import type { Client, Vault } from "./connect.ts";
import { marketOf } from "./marketOf.ts";

/** Which of a deployment's contracts said something. */
export type WatchedContract = "vault" | "queue" | "surface" | "signedSpot";

interface Abis {
  readonly vault: typeof vaultEventsAbi;
  readonly queue: typeof queueEventsAbi;
  readonly surface: typeof surfaceEventsAbi;
  readonly signedSpot: typeof signedSpotEventsAbi;
}

/** An event's arguments by name. */
type ArgumentsOf<Inputs extends readonly AbiParameter[]> = {
  readonly [
    Input in Inputs[number] as Input extends { readonly name: infer Name extends string } ? Name : never
  ]: AbiParameterToPrimitiveType<Input, "outputs">;
};

type Named<Contract extends WatchedContract, Name> =
  Name extends ExtractAbiEventNames<Abis[Contract]>
    ? {
        readonly contract: Contract;
        readonly name: Name;
        readonly args: ArgumentsOf<ExtractAbiEvent<Abis[Contract], Name>["inputs"]>;
      }
    : never;

type EventOf<Contract extends WatchedContract> = Contract extends WatchedContract
  ? Named<Contract, ExtractAbiEventNames<Abis[Contract]>>
  : never;

/** An event with its arguments, and where it comes from: `event.name` tells what `event.args` are. */
export type WatchedEvent = EventOf<WatchedContract> & {
  /** The market's name. */
  readonly market: string;
  /** Of vaults and queues. */
  readonly vault: Vault | undefined;
  readonly address: string;
  readonly blockNumber: bigint;
  readonly transactionHash: string;
  readonly logIndex: number;
};

/** The name of an event. */
export type WatchedEventName = EventOf<WatchedContract>["name"];

export interface WatchParameters<Name extends WatchedEventName = WatchedEventName> {
  /** The market's name; all of the deployment by default. */
  readonly market?: string;
  /** Names of events; all by default. */
  readonly events?: readonly Name[];
  /** The first block to look at; the one after the latest by default. */
  readonly fromBlock?: bigint;
  /** How many blocks an event must be deep: those of fewer may still be undone. None by default. */
  readonly confirmations?: number;
  /** Ends the watch. */
  readonly signal?: AbortSignal;
}

export type WatchResult<Name extends WatchedEventName = WatchedEventName> = AsyncGenerator<
  Extract<WatchedEvent, { readonly name: Name }>,
  void,
  undefined
>;

/** Blocks that one question is about at most: many nodes refuse more. */
const LONGEST_RANGE = 1_000n;

interface Source {
  readonly contract: WatchedContract;
  readonly abi: Abi;
  readonly address: string;
  readonly market: string;
  readonly vault: Vault | undefined;
}

/**
 * What vaults, queues, surfaces and signed spots say, each event once and in the chain's order, until the signal is given or the
 * loop is left. Asks the node at the client's polling interval; blocks that are undone later are not reported.
 * @example
 * for await (const event of watch(client, { events: ["OptionsBought"], fromBlock: 0n })) {
 *   console.log(event.vault?.symbol, event.args.quantity);
 *   break;
 * }
 */
export async function* watch<const Name extends WatchedEventName = WatchedEventName>(
  client: Client,
  parameters: WatchParameters<Name> = {},
): WatchResult<Name> {
  const { market, events, confirmations = 0, signal } = parameters;
  const sources = (market === undefined ? client.markets : [marketOf(client, market)]).flatMap(sourcesOf);
  const wanted = events === undefined ? undefined : new Set<string>(events);
  let next = parameters.fromBlock ?? (await blockOf(client)).number + 1n;
  while (!isOver(signal)) {
    const last = (await blockOf(client)).number - BigInt(confirmations);
    while (next <= last && !isOver(signal)) {
      const end = next + LONGEST_RANGE - 1n < last ? next + LONGEST_RANGE - 1n : last;
      const addresses = sources.map(({ address }) => address);
      for (const log of await logsOf(client, { addresses, fromBlock: next, toBlock: end })) {
        const source = sources.find(({ address }) => isSame(address, log.address));
        const event = source === undefined ? undefined : decoded(source, log);
        if (event === undefined || wanted?.has(event.name) === false) continue;
        if (isOver(signal)) return;
        const { blockNumber, transactionHash, logIndex } = log;
        yield {
          ...event,
          blockNumber: BigInt(blockNumber),
          transactionHash,
          logIndex: Number(logIndex),
        } as unknown as Extract<WatchedEvent, { readonly name: Name }>;
      }
      next = end + 1n;
    }
    await sleep(client.pollingInterval, signal);
  }
}

/** Asked anew each time: it may be given at any. */
function isOver(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

function sourcesOf({ name, surface, signedSpot, vaults }: Client["markets"][number]): Source[] {
  const ofMarket = { market: name, vault: undefined };
  return [
    ...vaults.flatMap((vault): Source[] => [
      { contract: "vault", abi: vaultEventsAbi, address: vault.address, market: name, vault },
      { contract: "queue", abi: queueEventsAbi, address: vault.queue, market: name, vault },
    ]),
    { contract: "surface", abi: surfaceEventsAbi, address: surface, ...ofMarket },
    ...(signedSpot === undefined
      ? []
      : [{ contract: "signedSpot", abi: signedSpotEventsAbi, address: signedSpot, ...ofMarket } as const]),
  ];
}

interface RawEvent {
  readonly topics: readonly string[];
  readonly data: string;
}

/** An event by its contract's ABI; nothing where it has none of the kind. */
function decoded({ abi, ...source }: Source, { topics, data }: RawEvent) {
  const items = abi.filter((item) => item.type === "event");
  const item = items.find((candidate) => topicOf(candidate) === topics[0]);
  if (item === undefined) return undefined;
  const indexed = topics.slice(1);
  const plain = item.inputs.filter((input) => input.indexed !== true);
  const values = plain.length === 0 ? [] : [...decodeValues(plain, data as `0x${string}`)];
  const args = item.inputs.map((input) => {
    if (input.indexed !== true) return [input.name, values.shift()];
    const [value] = decodeValues([input], (indexed.shift() ?? "0x") as `0x${string}`);
    return [input.name, value];
  });
  return { ...source, name: item.name, args: Object.fromEntries(args) as Record<string, unknown> };
}

/** An event's first topic, hashed once. */
function topicOf(event: Parameters<typeof signatureOf>[0]): string {
  const known = topicsOf.get(event) ?? signatureHash(signatureOf(event));
  topicsOf.set(event, known);
  return known;
}

const topicsOf = new WeakMap<object, string>();
