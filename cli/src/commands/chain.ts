import { Command, Option } from "@commander-js/extra-typings";
import { formatWad, optionChain, OptionKind, WAD, type ChainRow } from "@bulkhead/sdk";

import { onStdout } from "../colours.ts";
import { resolveLive } from "../expiries.ts";
import { formatPercent, formatPrice, formatTime, kindName, NONE } from "../format.ts";
import { globalsOf } from "../globals.ts";
import { parseExpiry, parseKind, parsePositive } from "../parse.ts";
import { openSession } from "../session.ts";

/** `bulkhead chain` */
export function chain() {
  return new Command("chain")
    .description(
      "a market's option chain: the best bid and ask over its vaults, volatility and Greeks, in quote for one option",
    )
    .addOption(
      new Option("--expiry <expiry>", "one expiry only: 27JUN25, 2025-06-27, unix seconds or next").argParser(
        parseExpiry,
      ),
    )
    .addOption(new Option("--kind <kind>", "call or put only").argParser(parseKind))
    .addOption(
      new Option("--quantity <options>", "the size for which bid and ask are asked")
        .argParser((text) => parsePositive(text, "quantity"))
        .default(WAD, "1"),
    )
    .action(async ({ expiry, kind, quantity }, command) => {
      const session = await openSession(globalsOf(command));
      const { client, output } = session;
      const only = expiry === undefined ? {} : { expiry: await resolveLive(session, expiry) };
      const rows = await optionChain(client, { quantity, ...only });
      const shown = rows.filter((row) => kind === undefined || row.kind === kind);
      if (output.isJson || kind !== undefined) {
        output.table(shown, { columns: COLUMNS, record: recordOf, none: "no series is listed" });
        return;
      }
      output.table(strikesOf(shown), { columns: BOTH, record: () => ({}), none: "no series is listed" });
      if (shown.some(({ bid }) => bid === undefined)) output.line(onStdout.dim(NO_BID));
    });
}

/** Points of volatility in 1.00, and days in a year. */
const POINTS = 100;
const DAYS = 365;
/** Vaults take back what they have sold, and no more. */
const NO_BID = "\nno bid: less than that is open at any vault, so that there is less to be sold back";

const COLUMNS = {
  expiry: ({ expiry }: ChainRow) => formatTime(expiry),
  kind: ({ kind }: ChainRow) => kindName(kind),
  strike: ({ strike }: ChainRow) => formatWad(strike),
  bid: ({ bid }: ChainRow) => (bid === undefined ? NONE : formatPrice(bid.price)),
  fair: ({ fair }: ChainRow) => formatPrice(fair),
  ask: ({ ask }: ChainRow) => (ask === undefined ? NONE : formatPrice(ask.price)),
  from: ({ ask }: ChainRow) => ask?.vault.tier ?? NONE,
  volatility: ({ volatility }: ChainRow) => formatPercent(volatility),
  delta: ({ delta }: ChainRow) => delta.toFixed(3),
  gamma: ({ gamma }: ChainRow) => gamma.toPrecision(3),
  "vega/pt": ({ vega }: ChainRow) => (vega / POINTS).toFixed(3),
  "theta/day": ({ theta }: ChainRow) => (theta / DAYS).toFixed(3),
  open: ({ openInterest }: ChainRow) => String(openInterest),
};

/** The call and the put of one strike. */
interface Strike {
  readonly expiry: bigint;
  readonly strike: bigint;
  readonly call: ChainRow | undefined;
  readonly put: ChainRow | undefined;
}

/** As exchanges show it: calls, strike, puts. */
const BOTH = {
  expiry: ({ expiry }: Strike) => formatTime(expiry),
  "call bid": ({ call }: Strike) => priceOf(call?.bid),
  "call ask": ({ call }: Strike) => priceOf(call?.ask),
  delta: ({ call }: Strike) => call?.delta.toFixed(2) ?? NONE,
  strike: ({ strike }: Strike) => formatWad(strike),
  volatility: ({ call, put }: Strike) => formatPercent((put ?? call)?.volatility ?? 0),
  "put bid": ({ put }: Strike) => priceOf(put?.bid),
  "put ask": ({ put }: Strike) => priceOf(put?.ask),
  "delta ": ({ put }: Strike) => put?.delta.toFixed(2) ?? NONE,
};

function priceOf(side: ChainRow["bid"]): string {
  return side === undefined ? NONE : formatPrice(side.price);
}

/** Rows of the chain by expiry and strike; the chain has them in that order. */
function strikesOf(rows: readonly ChainRow[]): Strike[] {
  const ids = [...new Set(rows.map(({ id }) => id))];
  return ids.flatMap((id) => {
    const same = rows.filter((row) => row.id === id);
    const [first] = same;
    if (first === undefined) return [];
    const [call, put] = [OptionKind.Call, OptionKind.Put].map((kind) => same.find((row) => row.kind === kind));
    return [{ expiry: first.expiry, strike: first.strike, call, put }];
  });
}

function recordOf({ kind, expiry, strike, bid, ask, ...row }: ChainRow) {
  const side = (one: ChainRow["bid"]) => (one === undefined ? null : { price: one.price, vault: one.vault.symbol });
  const { fair, volatility, delta, gamma, vega, theta, openInterest } = row;
  const terms = { kind: kindName(kind), expiry: Number(expiry), strike: formatWad(strike) };
  return {
    ...terms,
    bid: side(bid),
    ask: side(ask),
    fair,
    volatility,
    delta,
    gamma,
    vegaPerPoint: vega / POINTS,
    thetaPerDay: theta / DAYS,
    openInterest,
  };
}
