import { batchCall, formatWad, marketOf, readBatch, type OptionKind } from "@bulkhead/sdk";
import { optionVaultAbi } from "@bulkhead/sdk/abi";

import { formatTime } from "./format.ts";
import type { ExpiryText } from "./parse.ts";
import type { Session } from "./session.ts";
import { UsageError } from "./UsageError.ts";

/** Seconds before an expiry from which on it no longer trades. */
export const CUT_OFF = 3_600n;

/** Live expiries over the vaults of a market, ascending, and the time of the block that they are of. */
export async function liveExpiries({ client }: Session) {
  const { name, vaults } = marketOf(client);
  const calls = vaults.map(({ address }) =>
    batchCall({ address, abi: optionVaultAbi, functionName: "expiries", args: [] }),
  );
  const { results, block } = await readBatch(client, { calls });
  const expiries = ascending(results.flat());
  return { market: name, expiries, now: block.timestamp };
}

/**
 * An expiry as it was given, "next" as the market's earliest that still trades.
 * @throws UsageError where none does
 */
export async function resolveExpiry(session: Session, expiry: ExpiryText): Promise<bigint> {
  if (expiry !== "next") return expiry;
  const { market, expiries, now } = await liveExpiries(session);
  const next = expiries.find((candidate) => candidate > now + CUT_OFF);
  if (next !== undefined) return next;
  throw new UsageError({
    expected: `an expiry of ${market} that trades`,
    got: "none open",
    action: "wait until one is opened, or see bulkhead expiries",
  });
}

/** An expiry as it was given, which some vault of the market has open. @throws UsageError where none has, with those that are */
export async function resolveLive(session: Session, text: ExpiryText): Promise<bigint> {
  const expiry = await resolveExpiry(session, text);
  if (text === "next") return expiry;
  const { market: name, expiries } = await liveExpiries(session);
  requireAmong(expiries, { name, expiry });
  return expiry;
}

function requireAmong(
  expiries: readonly bigint[],
  { name, expiry }: { readonly name: string; readonly expiry: bigint },
): void {
  if (expiries.includes(expiry)) return;
  throw new UsageError({
    expected: `a live expiry of ${name} (${expiries.map(formatTime).join(", ") || "there is none"})`,
    got: formatTime(expiry),
    action: "choose one of them",
  });
}

/**
 * @throws UsageError where no vault of the kind lists a series, with those that are listed
 */
export async function requireListed(
  { client }: Session,
  { kind, expiry, strike }: { readonly kind: OptionKind; readonly expiry: bigint; readonly strike: bigint },
): Promise<void> {
  const { name, vaults } = marketOf(client);
  const contracts = vaults
    .filter((vault) => vault.kind === kind)
    .map(({ address }) => ({ address, abi: optionVaultAbi }) as const);
  const { results: live, block } = await readBatch(client, {
    calls: contracts.map((contract) => batchCall({ ...contract, functionName: "expiries", args: [] })),
  });
  const expiries = ascending(live.flat());
  requireAmong(expiries, { name, expiry });
  const having = contracts.filter((_, index) => live[index]?.includes(expiry));
  const { results: ladders } = await readBatch(client, {
    block: block.number,
    calls: having.map((contract) => batchCall({ ...contract, functionName: "strikesOf", args: [expiry] })),
  });
  const strikes = ascending(ladders.flatMap(([listed]) => [...listed]));
  if (strikes.includes(strike)) return;
  throw new UsageError({
    expected: `a strike of ${formatTime(expiry)} that is listed (${strikes.map(formatWad).join(", ")})`,
    got: formatWad(strike),
    action: "choose one of them",
  });
}

function ascending(values: readonly bigint[]): bigint[] {
  return [...new Set(values)].sort((one, other) => Number(one - other));
}
