import { formatWad } from "../units/formatWad.ts";
import { parseSeriesId } from "../units/seriesId.ts";
import type { Arguments } from "./Arguments.ts";
import { ORDER_ERRORS } from "./orderErrors.ts";
import { plainMessageOf } from "./plainMessageOf.ts";
import type { Explanation } from "./SdkError.ts";
import { SPOT_ERRORS } from "./spotErrors.ts";

const STATES = ["Open", "Guarded", "CloseOnly", "SettleOnly"];

/** Readers over the arguments of one error, by their names. */
export function argumentsOf(args: Readonly<Record<string, unknown>>): Arguments {
  const value = (name: string): unknown => {
    if (Object.hasOwn(args, name)) return args[name];
    throw new Error(`the error has no argument ${name}`);
  };
  const number = (name: string): bigint => BigInt(String(value(name)));
  const time = (seconds: bigint): string =>
    seconds < 8_640_000_000_000n ? new Date(Number(seconds) * 1_000).toISOString() : String(seconds);
  return {
    raw: (name) => String(value(name)),
    wad: (name) => formatWad(number(name)),
    time: (name) => time(number(name)),
    reason: (name) => plainMessageOf(String(value(name))),
    state: (name) => STATES[Number(number(name))] ?? String(value(name)),
    series: (name) => {
      const { expiry, strike } = parseSeriesId(number(name));
      return `strike ${formatWad(strike)} expiring ${time(expiry)}`;
    },
  };
}

/** What was expected, what came and what to do, for the errors that users meet. */
export const ERROR_GUIDE: Readonly<Record<string, (read: Arguments) => Explanation>> = {
  DeadlinePassed: ({ time }) => ({
    expected: `inclusion by ${time("deadline")}`,
    got: `a block at ${time("now_")}`,
    action: "quote again and send with a later deadline",
  }),
  PremiumAboveLimit: ({ raw }) => ({
    expected: `a premium of at most ${raw("limit")} token units`,
    got: raw("premium"),
    action: "the price moved: quote again, or raise the limit",
  }),
  PayoutBelowLimit: ({ raw }) => ({
    expected: `a payout of at least ${raw("limit")} token units`,
    got: raw("payout"),
    action: "the price moved: quote again, or lower the limit",
  }),
  LegLimitMissed: ({ raw }) => ({
    expected: `leg ${raw("leg")} within ${raw("limit")} token units`,
    got: raw("amount"),
    action: "the price moved: quote again, or loosen that leg's limit",
  }),
  TotalLimitMissed: ({ raw }) => ({
    expected: `a net cost of at most ${raw("limit")} units of ${raw("token")}`,
    got: raw("netPaid"),
    action: "the price moved: quote again, or loosen the order's limit",
  }),
  SeriesNotListed: ({ series }) => ({
    expected: "a listed series",
    got: series("id"),
    action:
      "choose a strike of the option chain, or have the expiry opened or relisted; a parked one is redeemed at its expiry",
  }),
  ExpiryNotOpen: ({ time }) => ({
    expected: "an expiry that is open in the vault",
    got: time("expiry"),
    action: "choose an expiry of the option chain, or call openExpiry",
  }),
  ExpiryClosed: ({ time }) => ({
    expected: `an order before trading closed at ${time("cutOff")}`,
    got: `expiry ${time("expiry")}`,
    action: "choose a later expiry, or wait and redeem",
  }),
  OrderTooSmall: ({ wad }) => ({
    expected: `at least ${wad("minimum")} options`,
    got: wad("quantity"),
    action: "order more",
  }),
  OrderTooLarge: ({ wad }) => ({
    expected: `at most ${wad("maximum")} options`,
    got: wad("quantity"),
    action: "order less, or split the order over vaults",
  }),
  NotEnoughCapacity: ({ raw }) => ({
    expected: `an order of at most ${raw("capacity")} lots, which the vaults together take now`,
    got: raw("lots"),
    action: "order less, or wait for deposits",
  }),
  NotWholeLots: ({ wad }) => ({
    expected: `a multiple of ${wad("lotSize")} options`,
    got: wad("quantity"),
    action: "round the quantity to whole lots",
  }),
  DeltaOutOfBounds: ({ wad }) => ({
    expected: `an absolute delta from ${wad("minimum")} to ${wad("maximum")}`,
    got: wad("spotDelta"),
    action: "choose a strike nearer the forward, or not so deep in the money",
  }),
  TenorOutOfBounds: ({ raw }) => ({
    expected: `a time to expiry from ${raw("minimum")} to ${raw("maximum")} seconds`,
    got: raw("tenor"),
    action: "choose another expiry",
  }),
  NothingToPay: () => ({
    expected: "an option worth more than the fees of selling it",
    got: "less",
    action: "keep it until expiry, or sell more at once",
  }),
  StateForbids: ({ state }) => ({
    expected: "a vault state that allows this",
    got: state("state"),
    action: "wait until the vault opens again; redeeming and the guaranteed exit always work",
  }),
  SurfaceForbids: () => ({
    expected: "a fresh volatility surface",
    got: "a stale or pending one",
    action: "deliver a new report, or wait; selling back and the guaranteed exit still work",
  }),
  SurfaceAbsent: () => ({
    expected: "a volatility surface",
    got: "none yet",
    action: "deliver the first report",
  }),
  NoProviders: () => ({
    expected: "a vault with providers",
    got: "no shares in existence",
    action: "deposit first, or choose another vault",
  }),
  UtilisationAboveLimit: ({ wad }) => ({
    expected: `a lock of at most ${wad("limit")} of the risk capital ${wad("riskCapital")}`,
    got: wad("lock"),
    action: "order less, split over vaults, or wait for deposits",
  }),
  NotEnoughFreeCollateral: ({ raw }) => ({
    expected: `at most ${raw("free")} free token units`,
    got: raw("requested"),
    action: "withdraw less now, or use the guaranteed exit",
  }),
  SettlementPending: ({ time }) => ({
    expected: "no expiry between its averaging window and its settlement",
    got: time("expiry"),
    action: "have the expiry's price proven and settle it, then try again",
  }),
  ExpiryPriceNotFixed: ({ time }) => ({
    expected: "a fixed settlement price",
    got: `none yet for ${time("expiry")}`,
    action: "prove the price after the expiry, then settle",
  }),
  NotSettled: ({ time }) => ({
    expected: "a settled expiry",
    got: time("expiry"),
    action: "settle it first; anyone may",
  }),
  SharesBelowLimit: ({ raw }) => ({
    expected: `at least ${raw("limit")} shares`,
    got: raw("shares"),
    action: "the share price moved: preview again, or lower the limit",
  }),
  AssetsBelowLimit: ({ raw }) => ({
    expected: `at least ${raw("limit")} token units`,
    got: raw("assets"),
    action: "the share price moved: preview again, or lower the limit",
  }),
  NavTooLow: ({ wad }) => ({
    expected: `a net asset value of at least ${wad("minimum")}`,
    got: wad("nav"),
    action: "don't deposit into this vault now",
  }),
  RequestTooSmall: ({ raw }) => ({
    expected: `a request of at least ${raw("minimum")} share units`,
    got: raw("shares"),
    action: "request more, or withdraw at once",
  }),
  MinimumAboveRange: ({ wad }) => ({
    expected: `a minimum of at most ${wad("highest")} a share`,
    got: wad("minimum"),
    action: "give it in WAD collateral a whole share",
  }),
  InvalidReceiver: ({ raw }) => ({
    expected: "a receiver or controller that can use what it gets",
    got: raw("receiver"),
    action: "name an account of yours; not a vault, queue or token of the protocol",
  }),
  EpochNotFillable: ({ raw }) => ({
    expected: `a batch of the epoch before ${raw("current")}`,
    got: `epoch ${raw("epoch")}`,
    action: "fill in the epoch after the requests' own; later they are taken back or renewed",
  }),
  NothingToFill: ({ raw }) => ({
    expected: "a batch with requests that wait",
    got: `none in epoch ${raw("epoch")}`,
    action: "nothing to do",
  }),
  NoCapacity: () => ({
    expected: "collateral that no option locks",
    got: "none",
    action: "fill again once options have come back or expired",
  }),
  PriceBelowMinimum: ({ wad }) => ({
    expected: `a price of at least ${wad("minimum")} a share, as a participant of the batch asked`,
    got: wad("price"),
    action: "fill again at a better price within the epoch",
  }),
  TradedThisBlock: () => ({
    expected: "a block in which the vault did not trade",
    got: "a trade in this one",
    action: "send again",
  }),
  NothingToClaim: () => ({
    expected: "a request that has been filled, or has ended",
    got: "neither yet, or all claimed",
    action: "see what redeemRequests says of it",
  }),
  NothingToReturn: () => ({
    expected: "a request that has ended with shares not filled",
    got: "none left, or not ended yet",
    action: "see what redeemRequests says of it",
  }),
  NotOperator: ({ raw }) => ({
    expected: `${raw("account")} or an operator of it`,
    got: raw("caller"),
    action: "sign as that account, or have it call setOperator",
  }),
  TokenNotTraded: ({ raw }) => ({
    expected: "totals, permits and paths of tokens that the order trades",
    got: raw("token"),
    action: "leave it out, or add the leg it was meant for",
  }),
  NotAToken: ({ raw }) => ({
    expected: "a token to settle in",
    got: `no contract at ${raw("token")}`,
    action: "check the token's address and the chain",
  }),
  BadPathLength: ({ raw }) => ({
    expected: `path ${raw("path")} of 1 to 4 pools`,
    got: `${raw("length")} bytes`,
    action: "encode it with encodePath",
  }),
  PathEndsElsewhere: ({ raw }) => ({
    expected: `path ${raw("path")} to lead to the token of settlement`,
    got: `one that ends at ${raw("end")}`,
    action: "encode it from the vault's collateral to the token of settlement",
  }),
  NoPath: ({ raw }) => ({
    expected: `a path from the collateral ${raw("collateral")} to the token of settlement`,
    got: "none",
    action: "add encodePath(collateral, pools) to the settlement's paths",
  }),
  NotArrived: ({ raw }) => ({
    expected: `${raw("expected")} units of ${raw("token")} to arrive`,
    got: raw("arrived"),
    action: "settle in a token without a fee on transfers",
  }),
  FundsExhausted: ({ raw }) => ({
    expected: `${raw("needed")} units of ${raw("token")} left for a premium`,
    got: raw("available"),
    action: "raise maxNetPaid, or put the sales first",
  }),
  SwapFailed: ({ raw, reason }) => ({
    expected: `a swap from ${raw("from")} to ${raw("to")} (${raw("amount")} units) within the order's bound`,
    got: `Uniswap's refusal "${reason("reason")}"`,
    action: "raise maxNetPaid, choose pools with more liquidity, or put the sales first",
  }),
  SwapIncomplete: ({ raw }) => ({
    expected: `a pool that takes all ${raw("amount")} units of ${raw("from")} for ${raw("to")}`,
    got: `one that leaves ${raw("left")}`,
    action: "choose pools with more liquidity, or sell less at once",
  }),
  InvalidSigner: () => ({
    expected: "the sender's own Permit2 signature for this router, token, amount and chain",
    got: "another's, or one over other terms",
    action: "sign with signPermit2 and send from the same account",
  }),
  InvalidNonce: () => ({
    expected: "an unused nonce of Permit2",
    got: "one used before",
    action: "sign again: a signature is good once",
  }),
  SignatureExpired: ({ time }) => ({
    expected: `inclusion by ${time("signatureDeadline")}, the signature's deadline`,
    got: "a later block",
    action: "sign again with a later deadline",
  }),
  InvalidAmount: ({ raw }) => ({
    expected: `at most the ${raw("maxAmount")} units that were signed for`,
    got: "more",
    action: "sign for at least maxNetPaid",
  }),
  UnknownVault: ({ raw }) => ({
    expected: "a vault that the factory made",
    got: raw("vault"),
    action: "take vaults from the deployment's addresses",
  }),
  TooFewSources: ({ raw }) => ({
    expected: `${raw("quorum")} usable price sources`,
    got: raw("usable"),
    action: "wait for the sources; redeeming and the guaranteed exit still work",
  }),
  SourceFailed: ({ raw }) => ({
    expected: `a usable price from ${raw("source")}`,
    got: "a failure",
    action: "wait for the source; redeeming and the guaranteed exit still work",
  }),
  StaleAnswer: ({ raw, time }) => ({
    expected: `a price at most ${raw("maxAge")} s old`,
    got: `one of ${time("updatedAt")}`,
    action: "wait for the feed; redeeming and the guaranteed exit still work",
  }),
  SourcesDisagree: ({ wad }) => ({
    expected: `price sources within ${wad("limit")} of each other`,
    got: wad("spread"),
    action: "wait until they agree",
  }),
  SequencerDown: ({ time }) => ({
    expected: "a running sequencer",
    got: `down since ${time("since")}`,
    action: "wait until it is up and the grace period has passed",
  }),
  SequencerGracePeriod: ({ time }) => ({
    expected: `a sequencer up until ${time("until")}`,
    got: `up since ${time("since")}`,
    action: "wait for the grace period to pass",
  }),
  ButterflyArbitrage: ({ raw }) => ({
    expected: `slice ${raw("index")} without butterfly arbitrage`,
    got: `g = ${raw("g")} at k = ${raw("k")} (Q96)`,
    action: "calibrate with calibrateSurface, which repairs such slices",
  }),
  CalendarArbitrage: ({ raw }) => ({
    expected: `slice ${raw("index")} nowhere under the earlier one (${raw("earlier")})`,
    got: raw("later"),
    action: "calibrate with calibrateSurface, which repairs such slices",
  }),
  SignatureCountOutOfBounds: ({ raw }) => ({
    expected: `signatures of at least ${raw("threshold")} reporters`,
    got: raw("count"),
    action: "collect more signatures with agreeOnReport",
  }),
  NotReporter: ({ raw }) => ({
    expected: "signatures of registered reporters over exactly this report",
    got: `signature ${raw("index")} of ${raw("signer")}`,
    action: "check the signer, the chain id and the surface's address",
  }),
  RoundOutOfOrder: ({ raw }) => ({
    expected: `a value after the latest (${raw("latest")})`,
    got: "an older one",
    action: "build the report with the next round",
  }),
  ...ORDER_ERRORS,
  ...SPOT_ERRORS,
  ERC20InsufficientBalance: ({ raw }) => ({
    expected: `a balance of ${raw("needed")} token units at ${raw("sender")}`,
    got: raw("balance"),
    action: "fund the account, or order less",
  }),
  ERC20InsufficientAllowance: ({ raw }) => ({
    expected: `an allowance of ${raw("needed")} token units to ${raw("spender")}`,
    got: raw("allowance"),
    action: "approve the token, or pass a permit",
  }),
  ERC6909InsufficientBalance: ({ raw, series }) => ({
    expected: `${raw("needed")} options (WAD) of ${series("id")}`,
    got: raw("balance"),
    action: "sell no more than is held",
  }),
  ERC6909InsufficientAllowance: ({ raw }) => ({
    expected: `the right to move options given to ${raw("spender")}`,
    got: `an allowance of ${raw("allowance")}`,
    action: "call setOperator on the vault's option token",
  }),
  ERC4626ExceededMaxDeposit: ({ raw }) => ({
    expected: `a deposit of at most ${raw("max")} token units now`,
    got: raw("assets"),
    action: "deposit less, or wait until the vault takes deposits",
  }),
  ERC4626ExceededMaxRedeem: ({ raw }) => ({
    expected: `redeeming at most ${raw("max")} shares now`,
    got: raw("shares"),
    action: "redeem less, or use the guaranteed exit",
  }),
  AccessManagedUnauthorized: ({ raw }) => ({
    expected: "a caller with the role, through the access manager where it has a delay",
    got: raw("caller"),
    action: "schedule the call as governor, or call as guardian where it tightens",
  }),
};
