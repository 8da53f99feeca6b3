import { a as SpotPrice, i as SignedPrice, n as TypedDataDomain, r as TypedDataField, t as Report } from "./Report-ur_ItMpi.mjs";
import { t as OptionKind } from "./OptionKind-Bgy8Fgbb.mjs";
import { n as Surface, s as Svi } from "./curve-CR_oaN_w.mjs";

//#region src/rpc/TypedDataSigner.d.ts
/** A key that signs typed data, in ethers' shape: every ethers signer is one. */
interface EthersSigner {
  getAddress(): Promise<string>;
  signTypedData(domain: object, types: Record<string, {
    name: string;
    type: string;
  }[]>, message: Record<string, unknown>): Promise<string>;
}
/** In viem's shape: every local account is one. */
interface ViemAccount {
  readonly address: string;
  readonly signTypedData: (data: never) => Promise<string>;
}
/** A key that signs typed data: an ethers signer or a viem account. */
type TypedDataSigner = EthersSigner | ViemAccount;
//#endregion
//#region src/surface/OptionChain.d.ts
/** Two-sided price of one option, in quote. */
interface OptionQuote {
  readonly kind: OptionKind;
  readonly strike: number;
  /** Zero or absent where nobody bids. */
  readonly bid?: number;
  readonly ask?: number;
}
/** All quotes of one expiry. */
interface ExpiryQuotes {
  /** Unix seconds. */
  readonly expiry: number;
  readonly forward: number;
  /** e^(-rτ), one by default. */
  readonly discount?: number;
  readonly quotes: readonly OptionQuote[];
}
/** A market's option quotes as one observer saw them at one moment. */
interface OptionChain {
  /** Unix seconds. */
  readonly observedAt: number;
  readonly expiries: readonly ExpiryQuotes[];
}
//#endregion
//#region src/surface/SurfaceRules.d.ts
/** What the chain demands of every slice (`ArbitrageChecks.sol`), in double precision. */
interface SurfaceRules {
  /** Log-moneyness at which butterfly and calendar arbitrage are looked for. */
  readonly grid: readonly number[];
  /** Standard deviations either side of the money at which butterflies are looked for besides. */
  readonly deviations: readonly number[];
  /** Widths σ either side of m at which they are, too. */
  readonly widths: readonly number[];
  /** Smallest total variance anywhere on a slice. */
  readonly minVariance: number;
  /** Lee's bound on b·(1 + |ρ|). */
  readonly maxWingSlope: number;
  readonly maxA: number;
  readonly maxM: number;
  readonly maxRho: number;
  readonly minSigma: number;
  readonly maxSigma: number;
  /** Bounds of at-the-money volatility, a year. */
  readonly minVolatility: number;
  readonly maxVolatility: number;
}
/** The rules of the deployed contract. */
declare const SURFACE_RULES: SurfaceRules;
//#endregion
//#region src/surface/calibrateSurface.d.ts
/** How well a slice meets the quotes that it was made from. */
interface FitStatistics {
  /** Unix seconds. */
  readonly expiry: number;
  /** Two-sided out-of-the-money quotes used. */
  readonly quotes: number;
  /** Share of them whose bid and ask enclose the slice. */
  readonly insideBidAsk: number;
  /** Root mean square of volatility against mid, by the fit's weights and plain. */
  readonly weightedRmse: number;
  readonly rmse: number;
  /** Largest move of volatility at a quote by which the earlier expiries lifted this slice: the price of calendar order. */
  readonly calendarShift: number;
}
interface Calibration extends Surface {
  readonly statistics: readonly FitStatistics[];
  /** Over all expiries. */
  readonly insideBidAsk: number;
  readonly rmse: number;
}
/** Five parameters want at least this many two-sided out-of-the-money quotes. */
declare const MIN_QUOTES = 5;
/**
 * A surface that the chain will accept, from option quotes: one SVI slice an expiry, in pico units, each fitted
 * by vega over spread under the no-arbitrage conditions and then checked, and repaired where it must be.
 */
declare function calibrateSurface(chain: OptionChain, rules?: SurfaceRules): Calibration;
//#endregion
//#region src/surface/reportTypedData.d.ts
/** The EIP-712 type of a report. */
declare const REPORT_TYPES: Record<string, TypedDataField[]>;
/** Where a report is valid: one surface on one chain. */
interface SurfaceDomain {
  readonly chainId: bigint;
  /** Address of the `VolatilitySurface`. */
  readonly verifyingContract: string;
}
/** The full EIP-712 domain of a surface. */
declare function reportDomain({
  chainId,
  verifyingContract
}: SurfaceDomain): TypedDataDomain;
/** The digest that reporters sign, as `VolatilitySurface.digestOf` computes it. */
declare function reportDigest(report: Report, domain: SurfaceDomain): string;
//#endregion
//#region src/surface/agreeOnReport.d.ts
/** One reporter: its key and what it sees of the market. */
interface Reporter {
  readonly signer: TypedDataSigner;
  readonly chain: OptionChain;
}
interface AgreementOptions {
  readonly domain: SurfaceDomain;
  readonly round: bigint;
  /** The reporters' own uncertainty of volatility, a year. */
  readonly confidence: number;
  /** How far a report may be from a reporter's own quotes, in volatility. */
  readonly tolerance: number;
  /** Signatures needed. */
  readonly threshold: number;
  readonly rules?: SurfaceRules;
}
interface Agreement {
  readonly report: Report;
  /** In the chain's order. */
  readonly signatures: readonly string[];
  readonly calibration: Calibration;
  /** Who did not sign, and why. */
  readonly refusals: readonly {
    readonly reporter: string;
    readonly reason: string;
  }[];
}
/**
 * Brings reporters with different data to sign one and the same report.
 *
 * The first reporter leads: it calibrates and proposes. Each other one verifies the proposal against its own quotes and signs or refuses.
 * Where a proposal finds fewer than `threshold` signers the next reporter leads, so one bad leader can't stop the rest.
 */
declare function agreeOnReport(reporters: readonly Reporter[], options: AgreementOptions): Promise<Agreement>;
//#endregion
//#region src/surface/buildReport.d.ts
interface ReportOptions {
  /** Above the last accepted round. */
  readonly round: bigint;
  /** The reporters' own uncertainty of volatility, a year. */
  readonly confidence: number;
  readonly rules?: SurfaceRules;
}
/** A report from a calibrated surface; refuses what the chain would refuse. */
declare function buildReport(surface: Surface, {
  round,
  confidence,
  rules
}: ReportOptions): Report;
//#endregion
//#region src/surface/chainColumns.d.ts
/** What a column of a file of option quotes can hold. */
type ChainField = "instrument" | "kind" | "strike" | "expiry" | "years" | "forward" | "spot" | "bid" | "ask" | "mark" | "markVolatility" | "openInterest" | "volume" | "observedAt" | "note";
/**
 * How each field may be called: any case, and any of blank, dot, dash and underscore between words. A unit may follow:
 * `_usd`, `_btc` or `_eth` on a price, `_pct` on a volatility, `_ms` or `_s` on a time.
 */
declare const CHAIN_ALIASES: Readonly<Record<ChainField, readonly string[]>>;
//#endregion
//#region src/surface/ChainFile.d.ts
/** A chain as a file has it. */
interface ChainFile extends OptionChain {
  /** Quote per underlying at the observation; the nearest expiry's forward where the file does not say. */
  readonly spot: number;
  /** "BTC", where the file says so by its instruments or in the unit of its prices. */
  readonly underlying?: string;
  /** Whether there is open interest or volume in an option of this expiry; every one's where the file does not say. */
  readonly isTraded: (expiry: number, option: OptionQuote) => boolean;
}
//#endregion
//#region src/surface/checkSlice.d.ts
/** A rule of the chain that a slice breaks. */
interface Violation {
  readonly rule: "domain" | "minimum variance" | "wing" | "volatility" | "butterfly" | "calendar";
  /** Log-moneyness where it is broken, for the rules that are checked on the grid. */
  readonly k?: number;
  readonly value: number;
  readonly limit: number;
}
interface CheckContext {
  readonly rules: SurfaceRules;
  /** The slice of the earlier expiry. */
  readonly earlier?: Svi | undefined;
  /** Time to expiry, for the bounds of at-the-money volatility; not checked where absent. */
  readonly years?: number;
}
/** Every rule of the chain that a slice would break; empty where it would pass. */
declare function checkSlice(slice: Svi, {
  rules,
  earlier,
  years
}: CheckContext): Violation[];
//#endregion
//#region src/surface/decodeReport.d.ts
/** The surface that a report stands for, in double precision. */
declare function decodeReport(report: Pick<Report, "observedAt" | "expiries" | "slices">): Surface;
//#endregion
//#region src/surface/fitSlice.d.ts
/** A point that the slice should pass by, and how much that counts. */
interface FitPoint {
  readonly k: number;
  readonly variance: number;
  readonly weight: number;
}
interface FitInput {
  readonly points: readonly FitPoint[];
  readonly rules: SurfaceRules;
  /** The slice of the earlier expiry, which this one may not undercut. */
  readonly earlier?: Svi | undefined;
  /** What the later expiry's quotes say by themselves: this slice keeps under it where its own quotes allow. */
  readonly later?: Svi | undefined;
}
/**
 * Raw SVI through weighted points by Levenberg-Marquardt.
 *
 * The search runs over both wing slopes, the minimum variance, and the smile's place and width, each through a map onto its
 * own domain: positive variance and Lee's bound then hold for every candidate. Durrleman's and the calendar condition enter as
 * residuals on the chain's grid, Durrleman's at each candidate's own points besides. Starts come from a grid over place and width, at each of which the other three parameters
 * are a linear least-squares problem (Zeliade's reduction). What the chain would still refuse is repaired, and of all
 * candidates the one that lies closest to the points after its repair wins.
 */
declare function fitSlice(input: FitInput): Svi;
//#endregion
//#region src/surface/insideBidAsk.d.ts
interface FitQuestion {
  readonly chain: OptionChain;
  /** Which of the chain's quotes count. */
  readonly isCounted: (expiry: number, quote: OptionQuote) => boolean;
}
/** Of a chain's two-sided out-of-the-money quotes that count, how many there are and which share encloses the surface. */
declare function insideBidAsk({
  slices,
  observedAt
}: Surface, {
  chain,
  isCounted
}: FitQuestion): {
  quotes: number;
  share: number;
};
//#endregion
//#region src/surface/minimumVariance.d.ts
/** The least total variance of a slice over all k: a + b·σ·√(1 - ρ²). */
declare function minimumVariance({
  a,
  b,
  rho,
  sigma
}: Svi): number;
//#endregion
//#region src/surface/observations.d.ts
/** What a two-sided quote says about the smile. */
interface Observation {
  /** ln(K/F) */
  readonly k: number;
  readonly bidVolatility: number;
  readonly askVolatility: number;
  readonly midVolatility: number;
  /** Total variance at the mid volatility. */
  readonly variance: number;
  /** One over the half spread in total variance: vega over spread, in the units of the fit. */
  readonly weight: number;
}
/**
 * The two-sided out-of-the-money quotes of an expiry as volatilities, ascending by k. In-the-money options say the same as
 * their out-of-the-money twins, with wider spreads.
 */
declare function observations(chain: ExpiryQuotes, observedAt: number): Observation[];
//#endregion
//#region src/surface/signReport.d.ts
/** One reporter's signature over a report. */
interface ReportSignature {
  readonly signer: string;
  readonly signature: string;
}
/**
 * Signs a report as EIP-712 typed data, by an ethers signer or a viem account.
 * @example
 * const { signer, signature } = await signReport(reporter, { report, domain });
 */
declare function signReport(signer: TypedDataSigner, {
  report,
  domain
}: {
  report: Report;
  domain: SurfaceDomain;
}): Promise<ReportSignature>;
//#endregion
//#region src/surface/orderSignatures.d.ts
/** Signatures in the order that the chain demands: ascending by signer address, each signer once. */
declare function orderSignatures(signatures: readonly ReportSignature[]): string[];
//#endregion
//#region src/surface/packSvi.d.ts
/** Rounds a slice to pico units and packs it into the word that the chain takes and a signature covers. */
declare function packSvi(slice: Svi): bigint;
/** The slice that a word stands for, exactly as the chain reads it. */
declare function unpackSvi(word: bigint): Svi;
//#endregion
//#region src/surface/readOptionChain.d.ts
interface ReadOptions {
  /** Unix seconds of the observation, where the file does not say. */
  readonly observedAt: number;
}
/**
 * Reads option quotes from CSV (comma, semicolon or tab; with a header line; see `CHAIN_ALIASES` for the columns). Bid and ask are
 * in units of the underlying unless their column ends in `_usd`; strike, forward and spot always in dollars. A cell without
 * bid or ask means that nobody quotes that side; a file without both columns is read at its mark volatilities.
 * @throws ChainFileError with the line and column of the first mistake
 */
declare function readOptionChain(csv: string, {
  observedAt
}: ReadOptions): ChainFile;
//#endregion
//#region src/surface/repairSlice.d.ts
/**
 * The nearest slice, in pico units, that passes every check of the chain.
 *
 * A slice that passes comes back as it is but for rounding. Otherwise it is lifted until it nowhere undercuts the earlier expiry,
 * then blended with its own at-the-money level as little as needed: (1-θ)·w + θ·const is SVI again, and at θ = 1 it is a flat
 * smile, on which g = 1. So an answer always exists.
 */
declare function repairSlice(slice: Svi, {
  rules,
  earlier
}: {
  rules: SurfaceRules;
  earlier?: Svi | undefined;
}): Svi;
//#endregion
//#region src/surface/verifyReport.d.ts
interface VerifyOptions {
  /** The verifier's own quotes. */
  readonly chain: OptionChain;
  /** Largest weighted root mean square of volatility between report and quotes in any expiry. */
  readonly tolerance: number;
  /** Seconds by which the observation times may differ. */
  readonly maxClockSkew?: number;
  readonly rules?: SurfaceRules;
}
/**
 * Refuses a report that a reporter should not sign: one that the chain would refuse, one of another moment, one whose expiries are
 * not those it sees itself, or one further from its own quotes than the tolerance.
 */
declare function verifyReport(report: Report, options: VerifyOptions): void;
//#endregion
//#region src/spot/spotTypedData.d.ts
/** The EIP-712 type of a spot price. */
declare const SPOT_TYPES: Record<string, TypedDataField[]>;
/** Where a signed spot price is valid: one market's contract on one chain. */
interface SpotScope {
  readonly chainId: bigint;
  /** Address of the `SignedSpot`. */
  readonly verifyingContract: string;
  /** The market's name, "WETH/USDC". */
  readonly market: string;
}
/** The full EIP-712 domain of a signed spot. */
declare function spotDomain({
  chainId,
  verifyingContract
}: Omit<SpotScope, "market">): TypedDataDomain;
/** The digest that reporters sign, as `SignedSpot.digestOf` computes it. */
declare function spotDigest(spot: SpotPrice, scope: SpotScope): string;
//#endregion
//#region src/spot/agreeOnSpot.d.ts
/** One reporter: its key and the price that it sees, WAD. */
interface SpotReporter {
  readonly signer: TypedDataSigner;
  readonly price: bigint;
}
interface SpotAgreementOptions {
  readonly scope: SpotScope;
  /** Unix seconds at which all of them looked. */
  readonly observedAt: bigint;
  /** How far the common price may be from a reporter's own, WAD fraction of the common price. */
  readonly tolerance: bigint;
  /** Signatures needed. */
  readonly threshold: number;
}
/**
 * The median of what reporters see, signed by all who find it within their tolerance: a minority can neither move it past what
 * the others see nor stop it.
 * @throws SpotError where fewer than `threshold` would sign it
 */
declare function agreeOnSpot(reporters: readonly SpotReporter[], {
  scope,
  observedAt,
  tolerance,
  threshold
}: SpotAgreementOptions): Promise<SignedPrice>;
//#endregion
//#region src/spot/signSpot.d.ts
/**
 * Signs a market's spot price as EIP-712 typed data, by an ethers signer or a viem account.
 * @example
 * const signature = await signSpot(reporter, { spot: { price: toWad(2_000), observedAt }, scope });
 */
declare function signSpot(signer: TypedDataSigner, {
  spot,
  scope
}: {
  spot: SpotPrice;
  scope: SpotScope;
}): Promise<ReportSignature>;
//#endregion
export { ChainFile as A, SurfaceDomain as B, insideBidAsk as C, decodeReport as D, fitSlice as E, Agreement as F, MIN_QUOTES as G, reportDomain as H, AgreementOptions as I, SurfaceRules as J, calibrateSurface as K, Reporter as L, ChainField as M, ReportOptions as N, Violation as O, buildReport as P, TypedDataSigner as Q, agreeOnReport as R, FitQuestion as S, FitPoint as T, Calibration as U, reportDigest as V, FitStatistics as W, OptionChain as X, ExpiryQuotes as Y, OptionQuote as Z, ReportSignature as _, SPOT_TYPES as a, observations as b, spotDomain as c, repairSlice as d, ReadOptions as f, orderSignatures as g, unpackSvi as h, agreeOnSpot as i, CHAIN_ALIASES as j, checkSlice as k, VerifyOptions as l, packSvi as m, SpotAgreementOptions as n, SpotScope as o, readOptionChain as p, SURFACE_RULES as q, SpotReporter as r, spotDigest as s, signSpot as t, verifyReport as u, signReport as v, FitInput as w, minimumVariance as x, Observation as y, REPORT_TYPES as z };