import {
  BITCOIN_LIKE,
  ETHER_LIKE,
  quoteChain,
  simulateMarket,
  trueSurface,
  type MarketModel,
} from "@bulkhead/simulation";

import type { LegStory, MarketStory, Moment, Story, SurfaceMoment } from "../../scripts/demo/report/Story.ts";
import { observations, OptionKind, SECONDS_PER_YEAR, sviVariance } from "../../sdk/src/index.ts";

const HOUR = 3_600;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 0, 2, 9) / 1_000;
const WEEKS = 6;
const END = START + WEEKS * 7 * DAY;
const MOVES = { crash: START + 25 * DAY, wobble: START + 33.5 * DAY, freeze: START + 41 * DAY };
/** Who leaves does it between two looks at the vaults. */
const EXIT = MOVES.freeze + 4 * HOUR - 300;
const LEAP = 1.2;

/** A demo's story as six weeks leave it, of the size that they have: markets and surfaces simulated, vaults made up. */
export function demoStory(): Story {
  const markets = [
    marketStory({ symbol: "WETH", coin: "ether", model: { ...ETHER_LIKE, spot: 2_500 }, seed: 7 }),
    marketStory({ symbol: "WBTC", coin: "bitcoin", model: { ...BITCOIN_LIKE, spot: 100_000 }, seed: 8 }),
  ];
  const orders = Array.from({ length: 72 }, (_, index) => orderStory(index));
  return {
    weeks: WEEKS,
    seed: 7,
    transactions: 2_450,
    blocks: 1_306,
    checks: 45_710,
    refusals: 23,
    markets,
    moments: times(12 * HOUR).map((at) => momentAt(at, markets)),
    orders,
    providers: [
      { worth: 101_000, held: 100_000, tookExit: false },
      { worth: 198_000, held: 200_000, tookExit: false },
      { worth: 62_000, held: 100_000, tookExit: true },
    ],
    episodes: [
      { name: "crash", from: MOVES.crash, to: MOVES.crash + 20 * HOUR },
      { name: "wobble", from: MOVES.wobble, to: MOVES.wobble + 2 * DAY },
      { name: "frozen feed", from: MOVES.freeze, to: MOVES.freeze + 4 * HOUR },
    ],
    exits: [{ at: EXIT, who: "Henri", vault: "WETH put tight", token: "USDC", got: 74_721, leftBehind: 45_399 }],
    tables: [
      tableOf("wobble", 14),
      tableOf("orders", 144),
      tableOf("settlements", 40),
      tableOf("providers", 16),
      tableOf("refusals", 23),
      tableOf("invariants", 5),
    ],
  };
}

function times(step: number): number[] {
  return Array.from({ length: Math.ceil((END - START) / step) }, (_, index) => START + index * step);
}

function marketStory({
  symbol,
  coin,
  model,
  seed,
}: {
  symbol: string;
  coin: string;
  model: MarketModel;
  seed: number;
}): MarketStory {
  const path = simulateMarket({ seed, start: START, duration: END - START, model });
  const step = Math.floor(path.length / 300);
  const points = path.filter((_, index) => index % step === 0);
  const [first, last] = [points[0], points[Math.floor(points.length / 2)]];
  return {
    name: `${symbol}/USDC`,
    symbol,
    coin,
    vaults: ["wide", "tight"].flatMap((tier) => [
      { address: `${symbol} call ${tier}`, symbol, kind: OptionKind.Call, tier },
      { address: `${symbol} put ${tier}`, symbol, kind: OptionKind.Put, tier },
    ]),
    reports: points.map(({ time, spot, variance }, index) => ({
      at: time,
      spot,
      marketVolatility: Math.sqrt(variance),
      chainVolatility: Math.sqrt(points[Math.max(0, index - 1)]?.variance ?? variance),
      isFresh: index % 20 !== 0,
    })),
    surfaces: [first, last].flatMap((point) => (point === undefined ? [] : [surfaceMoment(point, { model, seed })])),
  };
}

function surfaceMoment(
  point: { readonly time: number; readonly spot: number; readonly variance: number },
  { model, seed }: { model: MarketModel; seed: number },
): SurfaceMoment {
  const { time: at, spot } = point;
  const expiries = [7, 14, 21, 28].map((days) => at + days * DAY);
  const surface = trueSurface(point, { expiries, model });
  const chain = quoteChain(surface, { spot, seed });
  const smiles = surface.slices.map(({ expiry, svi }, index) => {
    const quoted = chain.expiries[index];
    const points = quoted === undefined ? [] : observations(quoted, at);
    const years = (expiry - at) / SECONDS_PER_YEAR;
    const strikeAt = (k: number): number => (quoted?.forward ?? spot) * Math.exp(k);
    return {
      expiry,
      quotes: points.map(({ k, bidVolatility: bid, askVolatility: ask }) => ({ strike: strikeAt(k), bid, ask })),
      curve: Array.from({ length: 41 }, (_, place) => {
        const k = (place - 20) / 50;
        return { strike: strikeAt(k), volatility: Math.sqrt(sviVariance(svi, k).w / years) };
      }),
    };
  });
  const slices = surface.slices.map(({ expiry, svi }) => ({ expiry, svi }));
  return { at, spot, surface: { observedAt: at, slices }, smiles };
}

function momentAt(at: number, markets: readonly MarketStory[]): Moment {
  const vaults = markets.flatMap((market) => market.vaults);
  const days = (at - START) / DAY;
  return {
    at,
    vaults: Object.fromEntries(
      vaults.map(({ address }, index) => {
        const wave = Math.sin(days / 3 + index);
        const leapt = address === "WETH put tight" && at >= EXIT ? LEAP : 1;
        const moment = {
          share: (1 + 0.01 * wave) * leapt,
          used: 0.3 + 0.2 * wave,
          delta: 0.004 * wave,
          vega: -0.0002 * (1 + wave),
          gamma: -0.0001 * (1 + wave),
          theta: 0.0003 * (1 + wave),
          charge: 0.0001 * (1 + wave),
          rent: 0.00002 * (1 + wave),
        };
        return [address, moment] as const;
      }),
    ),
  };
}

/** Twelve kinds of orders, each with its own name, of two legs. */
function orderStory(index: number): Story["orders"][number] {
  const isEther = index % 2 === 0;
  const at = START + index * 12 * HOUR;
  const strike = isEther ? 2_500 : 100_000;
  const legOf = (kind: OptionKind): LegStory => ({
    symbol: isEther ? "WETH" : "WBTC",
    kind,
    expiry: at + 7 * DAY,
    strike,
    quantity: isEther ? 10 : 0.345,
    amount: kind === OptionKind.Call ? 0.3 : 800,
    bestSingle: kind === OptionKind.Call ? 0.31 : 802,
    parts: 2,
  });
  return { name: `order ${index % 12}`, at, legs: [legOf(OptionKind.Call), legOf(OptionKind.Put)] };
}

function tableOf(name: string, rows: number): Story["tables"][number] {
  const columns = ["time", "vault", "series", "amount", "best single", "saved", "left"];
  return {
    name,
    title: `The ${name}: a title of some length, which says what is in the columns and what is not`,
    columns,
    rows: Array.from({ length: rows }, (_, row) => ({
      cells: columns.map((column) => (column === "vault" ? "WETH/USDC calls, wide" : `${row + 1}0,000.12345`)),
    })),
  };
}
