import type { Eip1193Provider } from "./Eip1193Provider.ts";

/** A provider and how it is used. */
export interface Connection {
  readonly provider: Eip1193Provider;
  /** Who signs and sends; the provider's first account where absent. */
  readonly account: string | undefined;
  /** Milliseconds between two questions whether something has happened. */
  readonly pollingInterval: number;
}
