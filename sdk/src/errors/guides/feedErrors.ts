import type { Guides } from "../Guide.ts";

/** Refusals of price feeds, of their sources, of signed spot prices, realised volatility and expiry prices. */
export const FEED_ERRORS: Guides = {
  // Prices
  TooFewSources: [
    "{quorum:count} usable price sources",
    "{usable:count}",
    "wait for the sources; redeeming and the guaranteed exit still work",
  ],
  SourceFailed: [
    "a usable price from {source:address}",
    'a failure, "{reason:reason}"',
    "wait for the source; redeeming and the guaranteed exit still work",
  ],
  SourcesDisagree: ["price sources within {limit:percent} of each other", "{spread:percent}", "wait until they agree"],
  UnusableReading: [
    "a price above zero, of now and certain within 100 %",
    "{price:wad} ± {confidence:percent} of {updatedAt:time}",
    "wait for the source; redeeming and the guaranteed exit still work",
  ],
  SequencerDown: [
    "a running sequencer",
    "one down since {since:time}",
    "wait until it is up and the grace period has passed",
  ],
  SequencerGracePeriod: [
    "a sequencer up until {until:time}",
    "one up since {since:time}",
    "wait for the grace period to pass",
  ],
  SequencerFeedFailed: [
    "an answer of the sequencer's feed {sequencerFeed:address}",
    'a failure, "{reason:reason}"',
    "wait for the feed; redeeming and the guaranteed exit still work",
  ],
  FeedGiven: [
    "no feed for an estimator that observes its own",
    "{feed:address}",
    "leave it zero: price and realised volatility are one contract",
  ],
  DuplicateSource: ["each source once", "{source:address} twice", "name it once: it would count twice in the median"],
  AggregatorFailed: [
    "an answer of the aggregator {aggregator:address}",
    'a failure, "{reason:reason}"',
    "wait for the feed; redeeming and the guaranteed exit still work",
  ],
  NonPositiveAnswer: [
    "an answer above zero from {aggregator:address}",
    "{answer:count}",
    "wait for the feed; redeeming and the guaranteed exit still work",
  ],
  AnswerClamped: [
    "an answer of {aggregator:address} between its own clamps, {lowest:count} and {highest:count}",
    "{answer:count}",
    "wait for the feed: the true price may be anywhere past the clamp",
  ],
  DecimalsChanged: [
    "{expected:count} decimals of {aggregator:address}, as at deployment",
    "{actual:count}",
    "replace the feed: its answers would be read powers of ten off",
  ],
  FutureRound: [
    "a round of {aggregator:address} until {timestamp:time:timestamp}",
    "one dated {updatedAt:time:timestamp}",
    "wait for the feed",
  ],
  IncompleteRound: [
    "a round of {aggregator:address} with an answer of its own",
    "{roundId:round} of {updatedAt:time}, answered in {answeredInRound:round}",
    "wait for the next round",
  ],
  StaleAnswer: [
    "a price of {aggregator:address} at most {maxAge:span} old",
    "one of {updatedAt:time}",
    "wait for the feed; redeeming and the guaranteed exit still work",
  ],
  InsufficientGas: [
    "{needed:count} gas for an outside call",
    "less",
    "send again with more gas: estimate anew, or raise the limit",
  ],
  // Uniswap
  CardinalityTooLow: [
    "a pool with {minimum:count} observations",
    "{pool:address} with {cardinality:count}",
    "have it keep more: increaseObservationCardinalityNext on the pool, which anyone may call",
  ],
  LiquidityTooLow: [
    "a pool whose liquidity over the window was at least {minimum:count}",
    "{liquidity:count} in {pool:address}",
    "wait until liquidity returns",
  ],
  NotInPool: ["a token of the pool {pool:address}", "{token:address}", "give the pool of the priced token"],
  TwapOutOfRange: [
    "an average price that the arithmetic can hold",
    "one of e^({lnPriceQ96:q96}) in {pool:address}",
    "choose another pool",
  ],
  WindowNotCovered: [
    "a record of {window:span} in {pool:address}",
    "a shorter one",
    "wait until the pool's observations reach back that far",
  ],
  // Signed spot
  ObservedOutOfOrder: [
    "an observation after the latest, of {latest:time}",
    "one of {observedAt:time}",
    "nothing: the same or a newer one was delivered before",
  ],
  ObservedInFuture: [
    "an observation of {time:time:time} or earlier",
    "one of {observedAt:time:time}",
    "deliver it in the next block; check the reporters' clocks",
  ],
  ObservedTooLongAgo: [
    "an observation of {oldest:time} or later",
    "one of {observedAt:time}",
    "fetch a newer one and deliver it at once",
  ],
  AlreadySubmittedInBlock: [
    "one signed spot price a block",
    "a second one, after that of {number:time}",
    "trade at the price that is there, or deliver yours in the next block",
  ],
  SignedSpotSuspended: [
    "signed spot prices to be let in",
    "a market that shuts them out",
    "trade at the push feed's price until the governor lets them in again",
  ],
  PriceOutOfRange: [
    "a price above zero, and at most {maximum:wad}, which is what the arithmetic holds",
    "{price:wad}",
    "check the price and its scale, WAD quote per underlying",
  ],
  // Expiry prices
  ExpiryPriceOutOfRange: [
    "a settlement price for {expiry:time} above zero that the contract can hold",
    "{price:wad}",
    "check the aggregators' answers and their decimals, or that of a proposed fallback",
  ],
  ExpiryOutOfRange: [
    "an expiry with a whole averaging window before it",
    "{expiry:time}",
    "name the expiry in unix seconds",
  ],
  NotExpired: [
    "a block after the expiry {expiry:time:timestamp}",
    "one of {timestamp:time:timestamp}",
    "prove the price once it has expired",
  ],
  AlreadyFixed: [
    "an expiry without a price",
    "{price:wad}, fixed for {expiry:time}",
    "nothing to do: settle the expiry",
  ],
  NotTheStartRound: [
    "the round in effect at {windowStart:time}",
    "{roundId:round}, which was from {since:time} until {until:time}",
    "find the start round anew: bulkhead settle does",
  ],
  RoundMissing: [
    "{roundId:round} of {aggregator:address}",
    "none, or one without an answer",
    "start at a round that exists, or wait for the next one",
  ],
  RoundIncomplete: [
    "{roundId:round} of {aggregator:address} with an answer of its own",
    "one carried over from {answeredInRound:round}",
    "leave the price to the fallback, a day after the expiry",
  ],
  RoundsOutOfOrder: [
    "{roundId:round} of {aggregator:address} after {previous:time}",
    "{updatedAt:time}",
    "leave the price to the fallback, a day after the expiry",
  ],
  RoundGap: [
    "rounds of {aggregator:address} at most {maxGap:span} apart",
    "{gap:span} at {roundId:round}",
    "prove it a day after the expiry, when twice as long may pass, or leave it to the fallback",
  ],
  AnswerUnusable: [
    "an answer above zero and between the clamps of {aggregator:address}",
    "{answer:count} in {roundId:round}",
    "leave the price to the fallback, a day after the expiry",
  ],
  PhaseNotProven: [
    "phase {phase:count} of {aggregator:address} seen live both before and after {windowStart:time}",
    "sightings from {firstSeen:time} to {lastSeen:time}",
    "leave the price to the fallback; before the next expiry call checkpoint, and after it again",
  ],
  FallbackTooEarly: [
    "a fallback for {expiry:time:timestamp} from {earliest:time:timestamp} on",
    "a block of {timestamp:time:timestamp}",
    "wait: the proof has its time first",
  ],
  FallbackOutOfBand: [
    "a price from {lowest:wad} to {highest:wad}, near the aggregators' latest",
    "{price:wad}",
    "propose one inside the band",
  ],
  NoFallback: ["a proposed fallback price", "none for {expiry:time}", "have the governor propose one first"],
  // Constructors
  ParameterOutOfRange: [
    "{parameter:text} from {lowest:parameter:parameter} to {highest:parameter:parameter}",
    "{value:parameter:parameter}",
    "deploy with a value inside the bounds",
  ],
};
