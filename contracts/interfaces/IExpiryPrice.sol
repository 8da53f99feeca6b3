// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @title IExpiryPrice
/// @notice The settlement price of each expiry: the time average of the step function P(t) = answer of the last round
/// with updatedAt ≤ t over the averaging window before expiry, fixed once, from a proof that anyone may bring.
/// @dev Window W = [T − 1800 s, T). A market quoted in a stablecoin has two aggregators, underlying/USD and quote/USD; its
/// price is the exact time average of their ratio, P_u(t)/P_q(t), taken over the merged steps of both (not the ratio of two
/// averages, which would differ from it by the covariance within the window).
///
/// The proof names, for each aggregator, the start round a with updatedAt(a) ≤ T − 1800 < updatedAt(a + 1). It is unique,
/// the rounds after it are consecutive, and every one of them is read from the aggregator itself, so the caller decides
/// nothing but when (invariant T2). Which phase was live at T − 1800 is known from having been seen live both before and
/// after that moment (`checkpoint`); where a phase change falls between two sightings, no proof is accepted and the
/// fallback decides.
///
/// A round that stood within the window for longer than heartbeat and grace says that the aggregator was not at work, and
/// its average waits. From 24 hours after expiry on twice that counts: the same average, with the same proof, by anyone. So a
/// heartbeat that was a little late waits for a day and for no governor, and nobody chooses: the rounds are what they were.
interface IExpiryPrice {
  /// @notice An expiry's settlement price is fixed, for good.
  /// @param expiry unix seconds
  /// @param price WAD quote per underlying
  /// @param fallbackUsed true where the timelocked fallback fixed it
  event ExpiryPriceFixed(uint256 indexed expiry, uint256 price, bool fallbackUsed);
  /// @notice A proof went on without coming to its end.
  /// @param roundId the round of the underlying's aggregator that it stands in
  /// @param quoteRoundId that of the quote's aggregator, zero where there is none
  /// @param provenUntil unix seconds up to which the average is taken
  event ExpiryProofAdvanced(uint256 indexed expiry, uint80 roundId, uint80 quoteRoundId, uint256 provenUntil);
  /// @notice The governor announced a price; anyone may execute it from then on, unless a proof arrives first.
  event FallbackProposed(uint256 indexed expiry, uint256 price, uint256 executableAt);
  /// @notice An announced price was withdrawn.
  event FallbackCancelled(uint256 indexed expiry, uint256 price);

  /// @notice Expiry has not passed: a round may still come that is dated within the window.
  error NotExpired(uint256 expiry, uint256 timestamp);
  /// @notice No window ends there.
  error ExpiryOutOfRange(uint256 expiry);
  /// @notice The price is fixed, once and for all.
  error AlreadyFixed(uint256 expiry, uint256 price);
  /// @notice The round is not the one in effect at the window's start.
  /// @param since the round's time
  /// @param until the next round's time, at most the expiry
  /// @param windowStart T − 1800
  error NotTheStartRound(uint80 roundId, uint256 since, uint256 until, uint256 windowStart);
  /// @notice The phase was not seen live both at or before, and at or after the window's start.
  /// @param firstSeen first sighting, unix seconds; zero for none
  /// @param lastSeen last sighting, unix seconds
  error PhaseNotProven(address aggregator, uint16 phase, uint256 windowStart, uint256 firstSeen, uint256 lastSeen);
  /// @notice The round does not exist, has no answer yet, or is not found although later rounds exist.
  error RoundMissing(address aggregator, uint80 roundId);
  /// @notice The round carries over the answer of an older one.
  error RoundIncomplete(address aggregator, uint80 roundId, uint80 answeredInRound);
  /// @notice The answer is not positive, or at or beyond the aggregator's clamp.
  error AnswerUnusable(address aggregator, uint80 roundId, int256 answer);
  /// @notice A round is dated before the one that it follows.
  error RoundsOutOfOrder(address aggregator, uint80 roundId, uint256 updatedAt, uint256 previous);
  /// @notice A round stood within the window for longer than heartbeat and grace allow, or than twice that from 24 hours after
  /// expiry on.
  error RoundGap(address aggregator, uint80 roundId, uint256 gap, uint256 maxGap);
  /// @notice The aggregator's latest round cannot be read.
  error AggregatorFailed(address aggregator, bytes reason);
  /// @notice The aggregator's decimals are not what they were at construction.
  error DecimalsChanged(address aggregator, uint256 expected, uint256 actual);
  /// @notice A price of zero, or of 2¹¹² and more.
  error ExpiryPriceOutOfRange(uint256 expiry, uint256 price);
  /// @notice The fallback has to leave the proof its time.
  error FallbackTooEarly(uint256 expiry, uint256 earliest, uint256 timestamp);
  /// @notice Nothing was proposed for this expiry.
  error NoFallback(uint256 expiry);
  /// @notice The proposed price is further from the aggregators' latest answers than the fallback may go.
  error FallbackOutOfBand(uint256 price, uint256 lowest, uint256 highest);

  /// @notice Takes the proof of an expiry's price as far as `maxRounds` rounds, and fixes the price at its end.
  /// @dev Open to anyone, for any expiry whose window began after this contract was deployed. Where an earlier call has left
  /// a cursor, the start rounds are not looked at again. Any way of cutting the walk into calls gives the same price.
  /// @param expiry unix seconds, passed
  /// @param roundId start round of the underlying's aggregator, phase bits included
  /// @param quoteRoundId start round of the quote's aggregator; ignored where there is none
  /// @param maxRounds rounds to walk at most, itself limited to 512
  /// @return price WAD quote per underlying, rounded down; zero where the proof is not at its end yet
  function prove(
    uint256 expiry,
    uint80 roundId,
    uint80 quoteRoundId,
    uint256 maxRounds
  ) external returns (uint256 price);

  /// @notice Notes which phase of each aggregator is live now. Needed only around a change of phase; `prove` does it too, and
  /// a vault that opens an expiry.
  function checkpoint() external;

  /// @notice Announces the price of an expiry that nobody could prove for 24 hours. For the governor.
  /// @dev Within a factor of the aggregators' latest answers, where these can be read: 1.5 a day after expiry, a half more
  /// with each further day (by the second), four at most. A new proposal replaces an older one and starts its notice anew.
  /// A proof overtakes it until it is executed, also one whose rounds are far apart.
  /// @param price WAD quote per underlying
  function proposeFallback(uint256 expiry, uint256 price) external;

  /// @notice Withdraws an announced price. For the guardian.
  function cancelFallback(uint256 expiry) external;

  /// @notice Fixes the announced price, from 24 hours after its announcement. Open to anyone.
  function executeFallback(uint256 expiry) external;

  /// @notice The aggregator of the underlying whose rounds a proof walks, in the quote asset or in the unit that both share.
  function underlyingAggregator() external view returns (address);

  /// @notice That of the quote asset; zero where the first one quotes the market directly.
  function quoteAggregator() external view returns (address);

  /// @notice Length of the averaging window before expiry, seconds.
  function averagingWindow() external view returns (uint256);

  /// @notice The settlement price, WAD quote per underlying; zero while it is not fixed. Never changes once non-zero.
  function priceOf(uint256 expiry) external view returns (uint256);

  /// @notice How far an unfinished proof has come; zeros where none was begun.
  /// @return roundId the round of the underlying's aggregator that it stands in
  /// @return quoteRoundId that of the quote's
  /// @return provenUntil unix seconds
  function cursorOf(uint256 expiry) external view returns (uint80 roundId, uint80 quoteRoundId, uint256 provenUntil);

  /// @notice The announced fallback of an expiry; zeros where there is none.
  /// @return price WAD quote per underlying
  /// @return executableAt unix seconds
  function fallbackOf(uint256 expiry) external view returns (uint256 price, uint256 executableAt);
}
