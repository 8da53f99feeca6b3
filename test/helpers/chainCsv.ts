import { OptionKind, type OptionChain } from "../../sdk/src/index.ts";
import { ETHER_LIKE, quoteChain, trueSurface, type MarketModel } from "@bulkhead/simulation";

const DAY = 86_400;

/** When the quotes of `syntheticChain` were seen: Saturday, 14 June 2025, 22:00 UTC. */
export const SEEN_AT = Date.UTC(2025, 5, 14, 22) / 1_000;

/** Quotes of some Fridays as an exchange might show them, from the simulation's own surface. */
export function syntheticChain({
  spot = 2_600,
  model = ETHER_LIKE,
}: { spot?: number; model?: MarketModel } = {}): OptionChain {
  const firstFriday = Date.UTC(2025, 5, 20, 8) / 1_000;
  const expiries = [0, 7, 14, 35].map((days) => firstFriday + days * DAY);
  const surface = trueSurface({ time: SEEN_AT, spot, variance: model.variance }, { expiries, model });
  return quoteChain(surface, { spot, seed: 3, strikeTick: spot / 200 });
}

/** A chain as a file, its columns called as exchanges often do. */
export function toCsv(
  { observedAt, expiries }: OptionChain,
  { underlying = "ETH", spot = 2_600 }: { underlying?: string; spot?: number } = {},
): string {
  const unit = underlying.toLowerCase();
  const header = [
    "instrument",
    "forward_usd",
    `bid_${unit}`,
    `ask_${unit}`,
    "open_interest",
    "index_usd",
    "timestamp_ms",
  ];
  const lines = expiries.flatMap(({ expiry, forward, quotes }) =>
    quotes.map(({ kind, strike, bid = 0, ask = 0 }) => {
      const name = `${underlying}-${shortDate(expiry)}-${strike}-${kind === OptionKind.Call ? "C" : "P"}`;
      return [name, forward, bid / forward, ask / forward, 1, spot, observedAt * 1_000].join(",");
    }),
  );
  return [header.join(","), ...lines].join("\n");
}

/** "20JUN25" */
function shortDate(time: number): string {
  const [, day = "", month = "", year = ""] =
    /, (\d+) (\w+) \d\d(\d\d)/.exec(new Date(time * 1_000).toUTCString()) ?? [];
  return `${Number(day)}${month.toUpperCase()}${year}`;
}
