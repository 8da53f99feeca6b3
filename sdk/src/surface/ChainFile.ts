import type { OptionChain, OptionQuote } from "./OptionChain.ts";

/** A chain as a file has it. */
export interface ChainFile extends OptionChain {
  /** Quote per underlying at the observation; the nearest expiry's forward where the file does not say. */
  readonly spot: number;
  /** "BTC", where the file says so by its instruments or in the unit of its prices. */
  readonly underlying?: string;
  /** Whether there is open interest or volume in an option of this expiry; every one's where the file does not say. */
  readonly isTraded: (expiry: number, option: OptionQuote) => boolean;
}
