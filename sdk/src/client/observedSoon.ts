import { ContractError } from "../errors/ContractError.ts";

/** Seconds that an observation may be ahead of what is known of the chain's time: of a slot, and of a clock that is a little fast. */
const LONGEST_LEAD = 15n;
/** A selector, and the words behind it, in hexadecimal. */
const [SELECTOR, WORD] = [10, 64];

/** Whether a chain refuses an observation for being later than the block that it was tried on. */
export function isOfTheFuture(refusal: unknown): refusal is ContractError {
  return refusal instanceof ContractError && refusal.errorName === "ObservedInFuture";
}

/**
 * When something was observed that a node refuses for being of the future, though the next block will take it: many nodes answer at the
 * latest block's time, which may be long ago where blocks come on demand.
 * @returns unix seconds; nothing where the refusal is another, or the observation really is of the future
 */
export function observedSoon(refusal: unknown): bigint | undefined {
  if (!isOfTheFuture(refusal)) return undefined;
  const { data } = refusal;
  const word = (index: number): bigint =>
    BigInt(`0x${data.slice(SELECTOR + index * WORD, SELECTOR + (index + 1) * WORD)}`);
  // Of `ObservedInFuture(observedAt, time)`.
  const [observedAt, time] = [word(0), word(1)];
  const clock = BigInt(Math.floor(Date.now() / 1_000));
  return observedAt - (time > clock ? time : clock) <= LONGEST_LEAD ? observedAt : undefined;
}
