import { ContractError, explainError, ProviderError, SdkError, TransactionError } from "@bulkhead/sdk";

import { Interrupted } from "./Interrupted.ts";
import { NodeUnreachable } from "./NodeUnreachable.ts";
import { NotYetError } from "./NotYetError.ts";

/** What a command ends with. */
export const EXIT = { done: 0, tryAgain: 1, stop: 2, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Refusals that time, the market or another block may mend. */
const PASSING: ReadonlySet<string> = new Set([
  // The price moved, or the order was late.
  "AssetsAboveLimit",
  "AssetsBelowLimit",
  "DeadlinePassed",
  "LegLimitMissed",
  "OrderAboveLimit",
  "PayoutBelowLimit",
  "PremiumAboveLimit",
  "PriceBelowMinimum",
  "SharesAboveLimit",
  "SharesBelowLimit",
  "TotalLimitMissed",
  // Feeds and surface.
  "AggregatorFailed",
  "SequencerDown",
  "SequencerFeedFailed",
  "SequencerGracePeriod",
  "SourcesDisagree",
  "StaleAnswer",
  "SurfaceAbsent",
  "SurfaceForbids",
  "TooFewSources",
  "UnusableReading",
  // The vault is full, or has to wait for something.
  "FilledThisBlock",
  "LockGrowthAboveLimit",
  "NoCapacity",
  "NotEnoughCapacity",
  "NotEnoughFreeCollateral",
  "SettlementPending",
  "TradedThisBlock",
  "UtilisationAboveLimit",
  // The queue's and the calendar's time has not come.
  "EpochNotFillable",
  "ExpiryPriceNotFixed",
  "NotExpired",
  "NothingToClaim",
  "NothingToFill",
  "PhaseNotProven",
  "RoundGap",
]);

/** Codes of providers for what passes: no connection, no answer in time, a nonce that was just used. */
const PASSING_CODES: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "NETWORK_ERROR",
  "NONCE_EXPIRED",
  "REPLACEMENT_UNDERPRICED",
  "SERVER_ERROR",
  "TIMEOUT",
]);

/** Whether to try again, or to stop. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof Interrupted) return EXIT.interrupted;
  return isPassing(error) ? EXIT.tryAgain : EXIT.stop;
}

function isPassing(error: unknown): boolean {
  if (error instanceof NodeUnreachable) return error.isPassing;
  if (error instanceof TransactionError || error instanceof NotYetError) return true;
  // Of an error that carries another's, either: "SourceFailed/StaleAnswer".
  if (error instanceof ContractError) return error.errorName.split("/").some((name) => PASSING.has(name));
  if (error instanceof SdkError && !(error instanceof ProviderError)) return false;
  return error instanceof Error && "code" in error && PASSING_CODES.has(String(error.code));
}

/** A failure in one line, and for programs in its parts. */
export function failureOf(error: unknown) {
  const message = explainError(error).replaceAll(/\s*\n\s*/g, " ");
  const parts =
    error instanceof SdkError ? { expected: error.expected, got: error.got, do: error.action } : { message };
  const name = error instanceof ContractError ? error.errorName : error instanceof Error ? error.name : "Error";
  return { message, record: { error: name, ...parts, exitCode: exitCodeOf(error) } };
}
