import { OptionKind } from "@bulkhead/sdk";
import { z } from "zod";

/** Unix seconds. */
const Time = z.number().int();

/** A vault at one moment. Shares of its actual capital where no other unit is named. */
const VaultMoment = z.object({
  /** Worth of one share in the vault's collateral, over what it was at first. */
  share: z.number(),
  /** lock / E */
  used: z.number(),
  /** Gain for each per cent that the price rises, and for each point that volatility rises. */
  delta: z.number(),
  vega: z.number(),
  /** Gain from a move of one per cent, whichever way, beyond delta; and from a day in which nothing moves. */
  gamma: z.number(),
  theta: z.number(),
  /** Parts of the risk charge, paid by buyers and not earned yet: for the book's moves, and for its locked capacity. */
  charge: z.number(),
  rent: z.number(),
});
export type VaultMoment = z.infer<typeof VaultMoment>;

/** All vaults at one moment, by address; one without a price is absent. */
const Moment = z.object({ at: Time, vaults: z.record(z.string(), VaultMoment) });
export type Moment = z.infer<typeof Moment>;

/** The market's smile of one expiry as it was quoted, and as the chain has it. */
const Smile = z.object({
  expiry: Time,
  quotes: z.array(z.object({ strike: z.number(), bid: z.number(), ask: z.number() })),
  curve: z.array(z.object({ strike: z.number(), volatility: z.number() })),
});
export type Smile = z.infer<typeof Smile>;

const Svi = z.object({ a: z.number(), b: z.number(), rho: z.number(), m: z.number(), sigma: z.number() });

/** The smiles of all expiries of a market at one moment. */
const SurfaceMoment = z.object({
  at: Time,
  spot: z.number(),
  /** As it was reported. */
  surface: z.object({ observedAt: Time, slices: z.array(z.object({ expiry: Time, svi: Svi })) }),
  smiles: z.array(Smile),
});
export type SurfaceMoment = z.infer<typeof SurfaceMoment>;

/** What became of one report, as reporters remember it (`ReportOutcome`). */
const ReportStory = z.object({
  at: Time,
  spot: z.number(),
  marketVolatility: z.number(),
  chainVolatility: z.number(),
  isFresh: z.boolean(),
});
export type ReportStory = z.infer<typeof ReportStory>;

const Kind = z.enum(OptionKind);

const VaultStory = z.object({ address: z.string(), symbol: z.string(), kind: Kind, tier: z.string() });
export type VaultStory = z.infer<typeof VaultStory>;

/** What the page shows of one market. */
const MarketStory = z.object({
  /** "WETH/USDC" */
  name: z.string(),
  /** "WETH" */
  symbol: z.string(),
  /** "ether" */
  coin: z.string(),
  vaults: z.array(VaultStory),
  reports: z.array(ReportStory),
  surfaces: z.array(SurfaceMoment),
});
export type MarketStory = z.infer<typeof MarketStory>;

/** Positive quantities are bought, negative ones sold. Amounts in whole tokens of the collateral. */
const LegStory = z.object({
  symbol: z.string(),
  kind: Kind,
  expiry: Time,
  strike: z.number(),
  quantity: z.number(),
  amount: z.number(),
  /** At the best single vault; absent for sales, and where none could have taken it. */
  bestSingle: z.number().optional(),
  /** How many vaults it was split over. */
  parts: z.number().int(),
});
export type LegStory = z.infer<typeof LegStory>;

const OrderStory = z.object({ name: z.string(), at: Time, legs: z.array(LegStory) });
export type OrderStory = z.infer<typeof OrderStory>;

/** What was scripted, and so is known to whoever reads a chart: from when to when. */
const Episode = z.object({ name: z.enum(["crash", "wobble", "frozen feed"]), from: Time, to: Time });
export type Episode = z.infer<typeof Episode>;

/** Somebody left through the guaranteed exit. */
const GuaranteedExit = z.object({
  at: Time,
  who: z.string(),
  vault: z.string(),
  /** The collateral's symbol; what came out, and how much less that was than the last NAV, in whole tokens. */
  token: z.string(),
  got: z.number(),
  leftBehind: z.number(),
});
export type GuaranteedExit = z.infer<typeof GuaranteedExit>;

/** A provider's result in USDC at the end, beside having kept the tokens. */
const ProviderStory = z.object({
  worth: z.number(),
  held: z.number(),
  /** Whether the guaranteed exit was among the ways out. */
  tookExit: z.boolean(),
});

/** A table as it was printed; what programs read of it is no part of the page. */
const Table = z.object({
  name: z.string(),
  title: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.object({ cells: z.array(z.union([z.string(), z.number()])) })),
});
export type Table = z.infer<typeof Table>;

/** Everything that the page shows: plain data, so that it can be kept in a file and drawn again. */
export const Story = z.object({
  weeks: z.number(),
  seed: z.number(),
  transactions: z.number(),
  blocks: z.number(),
  /** How often an invariant was checked, and held: one per vault or contract and check. */
  checks: z.number(),
  refusals: z.number(),
  markets: z.array(MarketStory),
  moments: z.array(Moment),
  orders: z.array(OrderStory),
  providers: z.array(ProviderStory),
  episodes: z.array(Episode),
  exits: z.array(GuaranteedExit),
  /** Orders, settlements, providers, refusals, invariants, as they were printed. */
  tables: z.array(Table),
});
export type Story = z.infer<typeof Story>;
