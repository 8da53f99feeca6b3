import { fromTokenUnits, fromWad, offer, OptionKind, toSeriesId, toWad } from "@bulkhead/sdk";

import { comingFridays, HOUR } from "../calendar.ts";
import { formatNumber, formatTime } from "../format.ts";
import type { Market } from "../market.ts";
import type { Results } from "../../report/Output.ts";
import { wobbleWindow } from "../stablecoin.ts";
import type { Scene } from "../timeline.ts";
import type { Vault, Venue } from "../../markets/world.ts";
import { openMarkets } from "./openMarkets.ts";
import type { Demo } from "../Demo.ts";

/** Hours after the wobble's beginning at which quotes are noted. */
const LOOKS = [-1, 3, 6, 18, 30, 39, 48] as const;
/** How many options are asked for. */
const QUANTITIES = { WETH: 5, WBTC: 0.1 } as const;

/** One market in one look. Prices in USDC. */
interface Quoted {
  readonly market: Market;
  readonly spot: number;
  readonly call: number | undefined;
  readonly put: number | undefined;
  readonly isFresh: boolean;
}

/** While the stablecoin loses and recovers the same options are quoted again and again. Ends with the table of it. */
export function wobbleScenes(demo: Demo): Scene[] {
  const { calendar, markets, output, recorder, stablecoin } = demo;
  const window = wobbleWindow(calendar);
  if (window === undefined) return [];
  const rows: Results["rows"][number][] = [];
  const strikes = new Map<Market, number>();
  return LOOKS.map((hours, look) => ({
    at: window.from + hours * HOUR,
    play: async () => {
      const [, expiry = 0] = comingFridays(window.from, 2);
      await openMarkets(demo);
      for (const market of markets) {
        const strike = strikes.get(market) ?? (await strikeOf(demo, { market, expiry }));
        strikes.set(market, strike);
        rows.push(rowOf(demo, { strike, quoted: await quote(demo, { market, expiry, strike }) }));
      }
      if (look === 0) output.story(`${formatTime(window.from)}  the stablecoin begins to lose its dollar`);
      if (hours * HOUR === window.low - window.from) {
        output.story(
          `${formatTime(window.low)}  the stablecoin stands at ${formatNumber(stablecoin.price(), 4)} dollars`,
        );
      }
      if (look < LOOKS.length - 1) return;
      const table = tableOf(rows, expiry);
      output.results(table);
      recorder.tables.push(table);
    },
  }));
}

function strikeOf({ desk }: Demo, { market, expiry }: { market: Market; expiry: number }): Promise<number> {
  const kinds = [OptionKind.Call, OptionKind.Put] as const;
  return desk.writableNear(market.now().spot, { venue: market.venue, kinds, expiry });
}

async function quote(
  { reporting }: Demo,
  { market, expiry, strike }: { market: Market; expiry: number; strike: number },
): Promise<Quoted> {
  const { venue } = market;
  const id = toSeriesId(BigInt(expiry), toWad(strike));
  const reporters = reporting.reporters.find((candidate) => candidate.venue === venue);
  const [call, put] = await Promise.all([
    cheapest(venue, { kind: OptionKind.Call, id }),
    cheapest(venue, { kind: OptionKind.Put, id }),
  ]);
  return { market, spot: market.now().spot, call, put, isFresh: (await reporters?.isFresh()) ?? false };
}

/** The lowest ask for one option, in USDC; undefined where no vault sells it. */
async function cheapest(
  { vaults, client, symbol }: Venue,
  { kind, id }: { kind: OptionKind; id: bigint },
): Promise<number | undefined> {
  const quantity = toWad(QUANTITIES[symbol]);
  const asks = await Promise.all(
    vaults
      .filter((vault) => vault.kind === kind)
      .map(async (vault: Vault) => {
        const { amount, parts, refusal } = await offer(client, { vault: vault.address, id, quantity });
        if (refusal !== undefined) return Infinity;
        const unit = kind === OptionKind.Call ? fromWad(parts.spot) : 1;
        return (fromTokenUnits(amount, vault.collateral.decimals) * unit) / QUANTITIES[symbol];
      }),
  );
  const lowest = Math.min(...asks);
  return lowest === Infinity ? undefined : lowest;
}

function rowOf(
  { stage, stablecoin }: Demo,
  { strike, quoted }: { strike: number; quoted: Quoted },
): Results["rows"][number] {
  const { market, spot, call, put, isFresh } = quoted;
  const dollars = market.inDollars().spot;
  const coin = stablecoin.price();
  const price = (value: number | undefined): string => (value === undefined ? "-" : formatNumber(value));
  return {
    cells: [
      formatTime(stage.now),
      market.venue.symbol,
      formatNumber(coin, 4),
      formatNumber(dollars),
      formatNumber(spot),
      formatNumber(strike, 0),
      price(call),
      price(put),
      isFresh ? "open" : "only close",
    ],
    record: {
      at: stage.now,
      market: market.venue.name,
      stablecoin: coin,
      dollars,
      spot,
      strike,
      call: call ?? null,
      put: put ?? null,
      isFresh,
    },
  };
}

function tableOf(rows: Results["rows"], expiry: number): Results {
  return {
    name: "wobble",
    title:
      `The stablecoin's wobble: the same call and put of each market for ${formatTime(expiry)}, asked for again and again, in USDC.\n` +
      "Prices are underlying/USD over USDC/USD: as the coin loses, spot in it rises, calls with it, and puts fall; no rule shuts a vault for it",
    columns: ["time", "market", "USDC/USD", "USD", "USDC", "strike", "call", "put", "vaults"],
    rows,
  };
}
