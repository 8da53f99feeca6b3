// SPDX-License-Identifier: MIT
pragma solidity 0.8.33;

import {PriceReading} from "../types/PriceReading.sol";

/// @title IPriceFeed
/// @notice A market's spot price: the median over 1..n sources, with its uncertainty.
/// @dev A feed holds no state that a trader can move; two reads in one transaction agree (invariant O4).
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
  /// @notice With one source: why it failed, as that source's own named error.
  error SourceFailed(address source, bytes reason);

  /// @notice The price now, or a named error.
  /// @dev confidence = max(the sources' deviation threshold, their disagreement, the hard floor). The premium oracle adds
  /// one minute of volatility to it.
  function read() external view returns (PriceReading memory reading);

  /// @notice `read` without reverting.
  /// @return ok false where `read` would revert
  /// @return reading zeros where not ok
  /// @return reason the revert data where not ok
  function tryRead() external view returns (bool ok, PriceReading memory reading, bytes memory reason);
}
