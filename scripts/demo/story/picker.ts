import { ladder, OptionKind, straddle, strangle, type StrategyLeg } from "@bulkhead/sdk";

import type { MarketLeg } from "../desk.ts";
import type { Market } from "../market.ts";
import type { Demo } from "../Demo.ts";

const { Call, Put } = OptionKind;

/** Strategies in one market. */
export type Picker = ReturnType<typeof pickerOf>;

/** Strategies of the SDK in one market, on strikes that are listed, chosen by their ratio to spot. */
export function pickerOf({ desk }: Demo, market: Market) {
  const { venue } = market;
  const near = (moneyness: number, expiry: number, ...kinds: [OptionKind, ...OptionKind[]]): Promise<number> =>
    desk.writableNear(market.now().spot * moneyness, { venue, kinds, expiry });
  const here = (legs: readonly StrategyLeg[]): MarketLeg[] => legs.map((leg) => ({ ...leg, venue }));
  return {
    single: async (
      kind: OptionKind,
      { expiry, moneyness, quantity }: { expiry: number; moneyness: number; quantity: number },
    ) => here([{ kind, expiry, strike: await near(moneyness, expiry, kind), quantity }]),
    calls: async (expiry: number, { moneyness, quantity }: { moneyness: readonly number[]; quantity: number }) => {
      const strikes = new Set<number>();
      for (const ratio of moneyness) strikes.add(await near(ratio, expiry, Call));
      return here(ladder({ kind: Call, expiries: [expiry], strikes: [...strikes], quantity }));
    },
    straddle: async (expiry: number, quantity: number) =>
      here(straddle({ expiry, strike: await near(1, expiry, Call, Put), quantity })),
    strangle: async (expiry: number, { width, quantity }: { width: number; quantity: number }) =>
      here(
        strangle({
          expiry,
          putStrike: await near(1 - width, expiry, Put),
          callStrike: await near(1 + width, expiry, Call),
          quantity,
        }),
      ),
  };
}
