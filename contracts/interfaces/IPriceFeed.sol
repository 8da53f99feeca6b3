// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {PriceReading} from "../types/PriceReading.sol";
import {SpotReading} from "../types/SpotReading.sol";

/// @title IPriceFeed
/// @notice A market's spot price: the median over 1..n sources, with its uncertainty.
/// @dev A feed holds no state that a trader can move; two reads in one transaction agree (invariant O4). Where it has a
/// signed spot the newest price may change within a block, once: who reads `readAt` twice asks for the number he used first.
interface IPriceFeed {
  /// @notice Fewer sources than the quorum gave an answer that can be used.
  /// @param usable sources that answered with a fresh, positive, complete round
  /// @param quorum how many are needed
  error TooFewSources(uint256 usable, uint256 quorum);
  /// @notice The sources disagree by more than the limit.
  /// @param spread (highest − lowest)/median, WAD
  /// @param limit WAD
  error SourcesDisagree(uint256 spread, uint256 limit);
  /// @notice The sequencer is down.
  error SequencerDown(uint256 since);
  /// @notice The sequencer is up again, for less than the grace period.
  error SequencerGracePeriod(uint256 since, uint256 until);
  /// @notice The sequencer's uptime feed gave no answer.
  error SequencerFeedFailed(address sequencerFeed, bytes reason);
  /// @notice With one source: why it failed, as that source's own named error (its first 256 bytes).
  error SourceFailed(address source, bytes reason);
  /// @notice A source answered with what cannot be a price: zero, 2¹¹² or more, dated in the future or older than any source
  /// allows, or uncertain by 100 % or more.
  error UnusableReading(uint256 price, uint256 confidence, uint256 updatedAt);
  /// @notice The same source twice would count twice in the median.
  error DuplicateSource(address source);

  /// @notice The price now, or a named error.
  /// @dev confidence = max(the sources' deviation threshold, their disagreement, the hard floor). The premium oracle adds
  /// one minute of volatility to it. With an even number of usable sources the median is the mean of the middle two.
  /// Reverts with `BoundedCall.InsufficientGas` where a source failed and the caller had left it too little gas to blame it.
  function read() external view returns (PriceReading memory reading);

  /// @notice `read` without reverting.
  /// @dev It reverts for one reason only, `BoundedCall.InsufficientGas`: a caller must not be able to make a feed look dead
  /// by starving it of gas.
  /// @return ok false where `read` would revert
  /// @return reading zeros where not ok
  /// @return reason the revert data where not ok
  function tryRead() external view returns (bool ok, PriceReading memory reading, bytes memory reason);

  /// @notice The last second at which `read` still answers if no source brings anything new until then: with one source
  /// that source's, with several the second before so many have turned stale that the quorum is lost, or that those left
  /// disagree.
  /// @dev Reverts with the error of `read` where there is no price now. A source that answers `read` and not this counts as
  /// fresh in this second only. An outage of the sequencer is not foreseen.
  /// @return unix seconds, not before now
  function freshUntil() external view returns (uint256);

  /// @notice The sources, fixed at construction.
  function sources() external view returns (address[] memory);

  /// @notice The largest age, in seconds, at which a reading is still used.
  function maxAge() external view returns (uint256);

  /// @notice The price of a number: the push price of `read`, or a signed price beside it.
  /// @dev A signed price counts while it is kept, at most `ISignedSpot.maxAge` seconds old, and within the push price's own
  /// doubt: |signed − push| ≤ push · confidence, compared without rounding. Otherwise the push price holds, silently; where the
  /// signed price is young but further away, its distance is then the push price's doubt, up to 5 %: the market has left. A newest
  /// price that does not count is not replaced by the one before it, which is staler still.
  /// Reverts exactly where `read` does (no push price, no price at all), and with `BoundedCall.InsufficientGas` where the
  /// signed spot failed and the caller had left it too little gas: nobody picks the price by how much gas he brings.
  /// What signed prices are worth to who signs or selects them is bounded by that band: see docs/architecture.md.
  /// @param number `NEWEST_SPOT` (0) for what counts now, `PUSH_ONLY` (1) for the push price, else a signed price's number
  function readAt(uint256 number) external view returns (SpotReading memory reading);

  /// @notice The market's `ISignedSpot`, fixed at construction; zero where it has none.
  function signedSpot() external view returns (address);
}
