import { fromWad, optionChain } from "@bulkhead/sdk";

import { formatNumber, formatPercent, formatTime, nameOfKind } from "./format.ts";
import type { Results } from "../report/Output.ts";
import type { Venue } from "../markets/world.ts";

const DAYS_PER_YEAR = 365;
const POINTS_PER_ONE = 100;

/** The option chain of one expiry: best bid and ask over the tiers, volatility, Greeks. */
export async function optionChainTable(
  { client, name, symbol }: Venue,
  { expiry, at, spot }: { expiry: number; at: number; spot: number },
): Promise<Results> {
  const rows = await optionChain(client, { expiry: BigInt(expiry) });
  return {
    name: "option-chain",
    title:
      `Option chain of ${name} for ${formatTime(expiry)}, on ${formatTime(at)} with ${symbol} at ${formatNumber(spot)} USDC: USDC for one option,\n` +
      "vega for a point of volatility, theta for a day. Asks carry the charge for risk, the fee and the floor of realised volatility;\n" +
      '"-": no vault sells so far out, or holds what it could buy back.',
    columns: ["kind", "strike", "bid", "fair", "ask", "IV", "delta", "gamma", "vega", "theta"],
    rows: rows.map((row) => {
      const vega = row.vega / POINTS_PER_ONE;
      const theta = row.theta / DAYS_PER_YEAR;
      const [bid, ask] = [row.bid?.price, row.ask?.price];
      return {
        cells: [
          nameOfKind(row.kind),
          formatNumber(fromWad(row.strike), 0),
          bid === undefined ? "-" : formatNumber(bid),
          formatNumber(row.fair),
          ask === undefined ? "-" : formatNumber(ask),
          formatPercent(row.volatility),
          formatNumber(row.delta, 3),
          formatNumber(row.gamma, symbol === "WETH" ? 5 : 7),
          formatNumber(vega),
          formatNumber(theta),
        ],
        record: {
          market: name,
          kind: nameOfKind(row.kind),
          expiry,
          strike: fromWad(row.strike),
          bid: bid ?? null,
          fair: row.fair,
          ask: ask ?? null,
          volatility: row.volatility,
          delta: row.delta,
          gamma: row.gamma,
          vega,
          theta,
        },
      };
    }),
  };
}
