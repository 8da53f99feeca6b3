import { setTimeout as sleep } from "node:timers/promises";

import { Command, Option } from "@commander-js/extra-typings";
import {
  parseSeriesId,
  watch as watchEvents,
  type Vault,
  type WatchedEvent,
  type WatchedEventName,
} from "@bulkhead/sdk";
import { optionVaultAbi, redeemQueueAbi, signedSpotAbi, volatilitySurfaceAbi } from "@bulkhead/sdk/abi";
import { onStdout } from "../colours.ts";

import { EXIT, exitCodeOf } from "../failure.ts";
import { formatAmount, formatSeries, formatTime, formatWadNumber } from "../format.ts";
import { globalsOf } from "../globals.ts";
import { parseCount, parsePositiveCount } from "../parse.ts";
import { openSession, type Session } from "../session.ts";
import { UsageError } from "../UsageError.ts";

const RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;

/** `bulkhead watch` */
export function watch() {
  return new Command("watch")
    .description("what vaults, queues, surfaces and signed spots say, as it comes, until interrupted")
    .addOption(new Option("--events <names...>", `only these of ${EVENTS.join(", ")}`).argParser(parseEvent))
    .addOption(
      new Option("--from-block <number>", "the first block to look at; the next one by default").argParser(parseCount),
    )
    .addOption(new Option("--confirmations <blocks>", "how deep an event has to be").argParser(parseCount))
    .addOption(new Option("--limit <events>", "end after so many").argParser(parsePositiveCount))
    .action(async ({ events, fromBlock, confirmations, limit }, command) => {
      const session = await openSession(globalsOf(command));
      const interrupted = new AbortController();
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => interrupted.abort());
      const { signal } = interrupted;
      let left = limit ?? undefined;
      for await (const event of withoutEnd(session, { events, fromBlock, confirmations, signal })) {
        show(session, event);
        if (left !== undefined && --left <= 0n) break;
      }
    });
}

/** Names as they are given one after the other. @throws UsageError where the contracts say nothing of the name */
function parseEvent(text: string, before: readonly string[] | undefined): readonly string[] {
  const found = EVENTS.find((name) => name.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return [...(before ?? []), found];
  throw new UsageError({
    expected: `events by name, of ${EVENTS.length} that there are`,
    got: JSON.stringify(text),
    action: "give names like OptionsBought; bulkhead watch --help lists them",
  });
}

interface Wish {
  readonly events: readonly string[] | undefined;
  readonly fromBlock: bigint | undefined;
  readonly confirmations: bigint | undefined;
  readonly signal: AbortSignal;
}

/** Watches on where the node was lost and comes back: from the block of the last event, which is not told twice. */
async function* withoutEnd(
  session: Session,
  { events, fromBlock, confirmations, signal }: Wish,
): AsyncGenerator<WatchedEvent> {
  const { client, output } = session;
  let next = fromBlock ?? BigInt(await session.node.getBlockNumber()) + 1n;
  let told = new Set<string>();
  let pause = RETRY_MS;
  while (!isOver(signal)) {
    try {
      const watched = watchEvents(client, {
        fromBlock: next,
        signal,
        ...(events === undefined ? {} : { events: events as readonly WatchedEventName[] }),
        ...(confirmations === undefined ? {} : { confirmations: Number(confirmations) }),
        ...(client.market === undefined ? {} : { market: client.market }),
      });
      for await (const event of watched) {
        const { blockNumber, transactionHash, logIndex } = event;
        const key = `${transactionHash}:${logIndex}`;
        if (told.has(key)) continue;
        if (blockNumber > next) told = new Set();
        next = blockNumber;
        told.add(key);
        pause = RETRY_MS;
        yield event;
      }
    } catch (error) {
      if (exitCodeOf(error) !== EXIT.tryAgain) throw error;
      output.warn(`${error instanceof Error ? error.message : String(error)}; watching again in ${pause / 1_000} s`);
      await sleep(pause, undefined, { signal }).catch(() => undefined);
      pause = Math.min(2 * pause, LONGEST_RETRY_MS);
    }
  }
}

/** Asked anew each time: it may be given at any. */
function isOver(signal: AbortSignal): boolean {
  return signal.aborted;
}

function show(
  { output }: Session,
  { name, contract, market, vault, args, blockNumber, transactionHash, logIndex }: WatchedEvent,
): void {
  if (output.isJson) {
    output.record({
      event: name,
      contract,
      market,
      vault: vault?.symbol ?? null,
      args,
      blockNumber: Number(blockNumber),
      transactionHash,
      logIndex,
    });
    return;
  }
  const shown = Object.entries(args).map(([key, value]) => `${onStdout.dim(key)} ${textOf(value, { key, vault })}`);
  output.line(
    `${onStdout.dim(String(blockNumber))} ${onStdout.bold(name)} ${vault?.symbol ?? market} ${shown.join(" ")}`,
  );
}

/** Arguments by what they are in. */
const WAD_ARGUMENTS = new Set(
  "quantity spot price fee collateral value riskCapital riskCharge lock strikes added retired confidence stress distance".split(
    " ",
  ),
);
const TOKEN_ARGUMENTS = new Set(["premium", "payout", "owed", "assets", "amount"]);
const TIME_ARGUMENTS = new Set(["expiry", "expiries", "observedAt"]);

/** An argument of an event for a person. */
function textOf(value: unknown, { key, vault }: { readonly key: string; readonly vault: Vault | undefined }): string {
  if (Array.isArray(value)) return `[${value.map((entry) => textOf(entry, { key, vault })).join(" ")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([name, entry]) => `${name} ${textOf(entry, { key: name, vault })}`);
    return `{${entries.join(" ")}}`;
  }
  if (typeof value !== "bigint") return String(value);
  if (WAD_ARGUMENTS.has(key)) return formatWadNumber(value);
  if (TIME_ARGUMENTS.has(key)) return formatTime(value);
  if (vault !== undefined && TOKEN_ARGUMENTS.has(key)) return formatAmount(value, vault.collateral);
  return key === "id" && vault !== undefined
    ? formatSeries({ kind: vault.kind, ...parseSeriesId(value) })
    : String(value);
}

/** What may be asked for by name. */
const EVENTS: readonly string[] = [
  ...new Set(
    [optionVaultAbi, redeemQueueAbi, volatilitySurfaceAbi, signedSpotAbi].flatMap((abi) =>
      abi.flatMap((item) => (item.type === "event" ? [item.name as string] : [])),
    ),
  ),
].sort();
