/** A token, as far as an amount of it is written. */
export interface NamedToken {
  readonly symbol: string;
  readonly decimals: number;
}

/** What an error's arguments alone do not say. */
export interface ErrorContext {
  /** Where the error comes from: addresses are named by it, and amounts written in its tokens. */
  readonly deployment?: object | undefined;
  /** The call that was refused: it tells whose units amounts are in. */
  readonly call?: { readonly to: string; readonly data: string } | undefined;
  /** Unix seconds that times are told from; by default now, by the clock here. */
  readonly now?: bigint | undefined;
}
