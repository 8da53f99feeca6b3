import { OptionKind, priceOption, quoteTrade, SECONDS_PER_DAY, type TradePrice, type VaultBooks } from "@bulkhead/sdk";

import type { QuoteMarket } from "./quoteMarket.ts";
import { isSold, restingVault, withWritten } from "./restingBook.ts";

/** Options that each quote is for. */
export const QUANTITY = 0.1;
/** Lock over risk capital of the vaults that are asked. */
export const UTILISATIONS = [0.1, 0.5, 0.8] as const;
export type Utilisation = (typeof UTILISATIONS)[number];

export const KINDS = [OptionKind.Call, OptionKind.Put] as const;

/** What an ask is made of, in the order in which the page shows it. */
export const PARTS = [
  "fair",
  "move",
  "rent",
  "spotDoubt",
  "volDoubt",
  "notionalFee",
  "lockFee",
  "chargeFee",
  "clamp",
] as const;
export type Part = (typeof PARTS)[number];

/** An option of the exchange, dollars an option. */
export interface ListedOption {
  readonly kind: OptionKind;
  /** Unix seconds. */
  readonly expiry: number;
  readonly strike: number;
  readonly days: number;
  /** Absolute, of Black and Scholes. */
  readonly delta: number;
  /** ln(K/F), F the exchange's. */
  readonly logMoneyness: number;
  /** The exchange's; without a bid nobody buys. */
  readonly bid?: number;
  readonly ask: number;
  /** Whether its delta is one that vaults sell. */
  readonly isSold: boolean;
}

/** What one vault asks and bids for an option, dollars an option. */
export interface PricedOption {
  readonly option: ListedOption;
  readonly tier: string;
  readonly utilisation: Utilisation;
  readonly ask: number;
  /** What a holder is paid who sells back; zero where fees are all that it is worth. */
  readonly bid: number;
  /** Their sum is the ask. */
  readonly parts: Readonly<Record<Part, number>>;
}

/** Prices every option in which there is interest and that somebody offers. */
export function priceChain(market: QuoteMarket): PricedOption[] {
  return market.tiers.flatMap(({ name, params }) =>
    UTILISATIONS.flatMap((utilisation) =>
      KINDS.flatMap((kind) => {
        const vault = restingVault(market, { kind, params, utilisation });
        return optionsOf(market, kind).map((option) => ({
          tier: name,
          utilisation,
          ...priceOne(market, { vault, option }),
        }));
      }),
    ),
  );
}

/**
 * The exchange's options of one kind with open interest or volume and an ask. Its prices, which the file's reader has multiplied
 * by the forward, are paid at once: worth spot over forward of that.
 */
export function optionsOf({ chain, state, series }: QuoteMarket, kind: OptionKind): ListedOption[] {
  return chain.expiries.flatMap(({ expiry, forward, quotes }) =>
    quotes
      .filter((quote) => quote.kind === kind && chain.isTraded(expiry, quote))
      .flatMap(({ strike, bid = 0, ask = 0 }): ListedOption[] => {
        if (!(ask > 0)) return [];
        const paid = state.spot / forward;
        const terms = { kind, expiry, strike };
        const { spotDelta } = priceOption(state, terms);
        return [
          {
            ...terms,
            days: (expiry - state.now) / SECONDS_PER_DAY,
            delta: Math.abs(spotDelta),
            logMoneyness: Math.log(strike / forward),
            ...(bid > 0 ? { bid: bid * paid } : {}),
            ask: ask * paid,
            isSold: isSold({ state, series }, terms),
          },
        ];
      }),
  );
}

/** One option from and to one vault. */
function priceOne(
  { state }: QuoteMarket,
  { vault, option }: { vault: VaultBooks; option: ListedOption },
): Pick<PricedOption, "option" | "ask" | "bid" | "parts"> {
  const { kind, expiry, strike } = option;
  const inDollars = (kind === OptionKind.Call ? state.spot : 1) / QUANTITY;
  const open = withWritten(vault, { expiry, strike, net: 0 });
  const bought = quoteTrade(state, { vault: open, trade: { expiry, strike, quantity: QUANTITY } });
  // The way back of whoever has just bought.
  const held = withWritten(vault, { expiry, strike, net: QUANTITY });
  const sold = quoteTrade(state, { vault: held, trade: { expiry, strike, quantity: -QUANTITY } });
  return {
    option,
    ask: bought.premium * inDollars,
    bid: sold.premium * inDollars,
    parts: partsOf(bought, inDollars),
  };
}

/** What an ask is made of, each part times a factor. */
export function partsOf(price: TradePrice, factor: number): Record<Part, number> {
  const { fair, moveCharge, rentCharge, feeParts, clamp } = price;
  return {
    fair: fair * factor,
    move: moveCharge * factor,
    rent: rentCharge * factor,
    spotDoubt: feeParts.spotDoubt * factor,
    volDoubt: feeParts.volDoubt * factor,
    notionalFee: feeParts.notional * factor,
    lockFee: feeParts.lock * factor,
    chargeFee: feeParts.charge * factor,
    clamp: clamp * factor,
  };
}
