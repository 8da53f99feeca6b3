import {
  agreeOnReport,
  fromWad,
  ReportError,
  SECONDS_PER_YEAR,
  submitReport,
  sviVariance,
  type Agreement,
  type Calibration,
  type Client,
  type OptionChain,
  type Report,
  type SurfaceDomain,
  type Svi,
} from "@bulkhead/sdk";
import { quoteChain, type MarketPoint } from "@bulkhead/simulation";
import type { Signer } from "ethers";

import { comingFridays, HOUR } from "./calendar.ts";
import { clientThrough } from "./clientThrough.ts";
import type { ReferenceMarket } from "./ReferenceMarket.ts";
import type { Chain } from "./Chain.ts";
import type { Venue } from "./world.ts";

/** What became of one report. */
export interface ReportOutcome {
  /** Unix seconds. */
  readonly at: number;
  readonly spot: number;
  /** At-the-money volatility of the nearest expiry: as the market has it, and as the chain prices with it afterwards. */
  readonly marketVolatility: number;
  readonly chainVolatility: number;
  /** Share of the market's move that was signed: 1 where it was within the allowance. */
  readonly signedShare: number;
  /** Whether it took effect; otherwise it is pending and the vaults only close positions. */
  readonly isAccepted: boolean;
  /** c_σ afterwards. */
  readonly confidence: number;
  readonly isFresh: boolean;
}

/** A signed report, and the variance that it stands for. */
export interface Proposal {
  readonly point: MarketPoint;
  readonly agreement: Agreement;
  readonly chain: OptionChain;
  readonly share: number;
  readonly variance: number;
}

/** How many of the coming Fridays a report covers, and how near the first may be: later there is little left to quote. */
const EXPIRIES = 4;
const NEAREST = 3 * HOUR;
/** The reporters' own uncertainty of volatility, and how far a report may lie from a reporter's own quotes. */
const CONFIDENCE = 0.01;
const TOLERANCE = 0.03;
/** When all of the market's move is more than the chain allows: how many smaller ones are tried, each this far inside. */
const MOST_CLIPS = 3;
const CLIP_MARGIN = 0.9;
/** A smaller share of a move than this is not worth a report. */
const SMALLEST_SHARE = 0.02;
/** `SurfaceStatus.Fresh` */
const FRESH = 1n;

/** A market's three reporters with quotes of their own, who sign one report; a relayer, which might be anyone, delivers it. */
export class Reporters {
  readonly venue: Venue;
  readonly #chain: Chain;
  readonly #market: ReferenceMarket;
  readonly #signers: readonly Signer[];
  readonly #relayer: Client;
  readonly #seed: number;
  readonly #history: ReportOutcome[] = [];
  /** What was last accepted, and the quotes that its proposer saw. */
  #latest: { readonly calibration: Calibration; readonly chain: OptionChain } | undefined;
  #threshold = 0;
  #round = 0n;
  /** The variance that the surface in effect stands for. */
  #reportedVariance: number | undefined;

  constructor(market: ReferenceMarket, { chain, signers, relayer, seed }: ReportersSetup) {
    this.venue = market.venue;
    this.#chain = chain;
    this.#market = market;
    this.#signers = signers;
    this.#relayer = clientThrough(chain, { venue: market.venue, signer: relayer });
    this.#seed = seed;
  }

  get history(): readonly ReportOutcome[] {
    return this.#history;
  }

  get latest() {
    return this.#latest;
  }

  /** Where reports are valid. */
  domain(): SurfaceDomain {
    const { client, market } = this.venue;
    return { chainId: BigInt(client.deployment.chainId), verifyingContract: market.surface };
  }

  async isFresh(): Promise<boolean> {
    return (await this.venue.surface.status())[0] === FRESH;
  }

  /**
   * What is signed now: the market as it is, if the chain allows that step. If not, it is delivered all the same, stays pending
   * and closes the vaults; from then on each round signs as much of the way as is allowed, until the chain has caught up.
   * Undefined where in a storm the reporters' quotes lie too far apart: then there is no report, and the surface grows old.
   */
  async propose(): Promise<Proposal | undefined> {
    const point = this.#point();
    const { pending } = await this.venue.surface.rounds();
    return this.#agree(point, { mayClip: pending !== 0n }).catch((error: unknown) => {
      if (!(error instanceof ReportError)) throw error;
      return undefined;
    });
  }

  /** Brings a report to the chain. */
  async deliver({ agreement }: Proposal): Promise<void> {
    await submitReport(this.#relayer, agreement);
  }

  /** What became of a report, in the block after its delivery or later. */
  async conclude(proposal: Proposal | undefined): Promise<ReportOutcome> {
    if (proposal === undefined) return this.#remember(this.#point(), { share: 0, isAccepted: false });
    const { agreement, chain, share, variance, point } = proposal;
    const isAccepted = (await this.venue.surface.rounds()).pending !== agreement.report.round;
    if (isAccepted) {
      this.#reportedVariance = variance;
      this.#latest = { calibration: agreement.calibration, chain };
    }
    return this.#remember(point, { share, isAccepted });
  }

  #point(): MarketPoint {
    return { ...this.#market.now(), time: this.#chain.now };
  }

  /** A report that every reporter would sign now, and its signatures: for those who would misuse it, too. */
  async signedNow(): Promise<Agreement> {
    return (await this.#sign(this.#point(), { round: this.#round + 1n })).agreement;
  }

  /** As much of the market's move as the chain admits; all of it, to stay pending, where it admits nothing. */
  async #agree(point: MarketPoint, { mayClip }: { mayClip: boolean }): Promise<Proposal> {
    this.#round += 1n;
    const from = this.#reportedVariance ?? point.variance;
    let share = 1;
    let whole: Proposal | undefined;
    for (let clips = 0; clips <= MOST_CLIPS && share >= SMALLEST_SHARE; clips++) {
      const variance = from + share * (point.variance - from);
      const { agreement, chain } = await this.#sign({ ...point, variance }, { round: this.#round });
      const proposal = { agreement, chain, share, variance, point };
      // Where only all of it may be signed, the chain's opinion changes nothing.
      if (!mayClip) return proposal;
      const { admissible, step, drift, allowance } = await this.venue.surface.preview(encodable(agreement.report));
      if (admissible) return proposal;
      whole ??= proposal;
      // Distances grow with the share, so the one too large says which share would have been allowed.
      share *= (CLIP_MARGIN * fromWad(allowance)) / fromWad(step > drift ? step : drift);
    }
    if (whole === undefined) throw new Error("no share of the market's move was tried");
    return whole;
  }

  /** Each reporter sees the market with an error of its own; the first proposes, the others verify and sign. */
  async #sign(point: MarketPoint, { round }: { round: bigint }): Promise<{ agreement: Agreement; chain: OptionChain }> {
    if (this.#threshold === 0) this.#threshold = Number((await this.venue.surface.reporters())[1]);
    const surface = this.#market.surfaceAt(point, reportedFridays(point.time, EXPIRIES));
    const rates = await this.#rates();
    const reporters = this.#signers.map((signer, index) => ({
      signer,
      chain: quoteChain(surface, {
        ...rates,
        spot: point.spot,
        seed: this.#seed + Number(round) * this.#signers.length + index,
      }),
    }));
    const agreement = await agreeOnReport(reporters, {
      domain: this.domain(),
      round,
      confidence: CONFIDENCE,
      tolerance: TOLERANCE,
      threshold: this.#threshold,
    });
    const [leader] = reporters;
    if (leader === undefined) throw new Error("expected a reporter who leads, got none");
    return { agreement, chain: leader.chain };
  }

  /** Forwards, and with them moneyness, follow the rates that the chain prices with. */
  async #rates(): Promise<{ rate: number; yieldRate: number }> {
    const [rate, yieldRate] = await this.venue.oracle.rates();
    return { rate: fromWad(rate), yieldRate: fromWad(yieldRate) };
  }

  async #remember(
    point: MarketPoint,
    { share, isAccepted }: { share: number; isAccepted: boolean },
  ): Promise<ReportOutcome> {
    const [expiry = point.time] = reportedFridays(point.time, 1);
    const [{ svi } = { svi: undefined }] = this.#market.surfaceAt(point, [expiry]).slices;
    const [status, confidence] = await this.venue.surface.status();
    const outcome = {
      at: point.time,
      spot: point.spot,
      marketVolatility: svi === undefined ? 0 : atTheMoney(svi, expiry - point.time),
      chainVolatility: fromWad(await this.venue.surface.volatility(0n, expiry)),
      signedShare: share,
      isAccepted,
      confidence: fromWad(confidence),
      isFresh: status === FRESH,
    };
    this.#history.push(outcome);
    return outcome;
  }
}

/** A report as the generated types take it: with lists of their own. */
export function encodable(report: Report) {
  return { ...report, expiries: [...report.expiries], slices: [...report.slices] };
}

function reportedFridays(time: number, count: number): number[] {
  return comingFridays(time + NEAREST, count);
}

function atTheMoney(svi: Svi, tenor: number): number {
  return Math.sqrt((sviVariance(svi, 0).w * SECONDS_PER_YEAR) / tenor);
}

export interface ReportersSetup {
  readonly chain: Chain;
  readonly signers: readonly Signer[];
  /** Who delivers: anyone might. */
  readonly relayer: Signer;
  readonly seed: number;
}
