// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IVolatilitySurface} from "../interfaces/IVolatilitySurface.sol";
import {Surface} from "./SurfaceDistance.sol";

/// @title ReportShape
/// @notice Refuses reports that are not well formed, before anything costly is done with them.
library ReportShape {
  uint256 internal constant MOST_EXPIRIES = 8;
  /// @dev The last expiry is at least this far from the observation, so that the flat wing beyond it means something.
  uint256 internal constant MIN_HORIZON = 1 days;
  uint256 internal constant MAX_TENOR = 3 * 365 days;
  /// @dev WAD of volatility: who leaves at NAV pays it times vega, so no signature may make it large.
  uint256 internal constant MAX_CONFIDENCE = 0.15e18;

  /// @notice Fewer or more expiries than allowed.
  error ExpiryCountOutOfBounds(uint256 count, uint256 fewest, uint256 most);
  /// @notice Not one slice an expiry.
  error SliceCountMismatch(uint256 slices, uint256 expiries);
  /// @notice The expiry is not later than the one before it, or than the observation.
  error ExpiriesNotAscending(uint256 index, uint256 earlier, uint256 later);
  /// @notice The last expiry is too near or too far, in seconds from the observation, or has passed.
  error HorizonOutOfBounds(uint256 horizon, uint256 low, uint256 high);
  /// @notice The reported confidence is above the largest.
  error ConfidenceTooLarge(uint256 confidence, uint256 largest);

  /// @notice The report as a surface in memory, after every check of its shape.
  /// @dev `report.observedAt` has been checked not to be in the future.
  function toSurface(
    IVolatilitySurface.Report calldata report,
    uint256 fewest
  ) internal view returns (Surface memory shaped) {
    uint256 count = report.expiries.length;
    require(fewest <= count && count <= MOST_EXPIRIES, ExpiryCountOutOfBounds(count, fewest, MOST_EXPIRIES));
    require(report.slices.length == count, SliceCountMismatch(report.slices.length, count));
    require(report.confidence <= MAX_CONFIDENCE, ConfidenceTooLarge(report.confidence, MAX_CONFIDENCE));
    uint256 earlier = report.observedAt;
    shaped.observedAt = earlier;
    for (uint256 i = 0; i < count; ++i) {
      uint256 expiry = report.expiries[i];
      require(expiry > earlier, ExpiriesNotAscending(i, earlier, expiry));
      // Truncates only what the horizon's bound refuses below: three years from now is < 2³² until 2103.
      shaped.expiries |= uint256(uint32(expiry)) << (i << 5);
      shaped.slices[i] = report.slices[i];
      earlier = expiry;
    }
    uint256 horizon = earlier - report.observedAt;
    require(
      MIN_HORIZON <= horizon && horizon <= MAX_TENOR && earlier > block.timestamp && earlier <= type(uint32).max,
      HorizonOutOfBounds(horizon, MIN_HORIZON, MAX_TENOR)
    );
  }
}
