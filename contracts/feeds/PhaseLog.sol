// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IExpiryPrice} from "../interfaces/IExpiryPrice.sol";

/// @title PhaseLog
/// @notice When each phase of an aggregator was seen live, first and last.
/// @dev A proxy keeps no record of when it changed its aggregator, and an aggregator often reports for days before and after
/// it is the live one: two phases then have rounds at the same moment, and whoever brings the proof would choose between
/// them (attack A12). A proxy's phase only rises, so one seen both at or before a moment and at or after it was live then,
/// whoever looked.
library PhaseLog {
  /// @dev Unix seconds; zero for never.
  struct Sightings {
    uint64 first;
    uint64 last;
  }

  struct Log {
    mapping(uint16 phase => Sightings seen) sightings;
  }

  /// @notice Notes that `phase` is live now.
  function see(Log storage log, uint16 phase) internal {
    Sightings storage seen = log.sightings[phase];
    if (seen.first == 0) seen.first = uint64(block.timestamp);
    seen.last = uint64(block.timestamp);
  }

  /// @notice Reverts with `PhaseNotProven` unless `phase` is known to have been live at `time`.
  function requireLiveAt(Log storage log, address aggregator, uint16 phase, uint256 time) internal view {
    Sightings memory seen = log.sightings[phase];
    require(
      seen.first != 0 && seen.first <= time && time <= seen.last,
      IExpiryPrice.PhaseNotProven(aggregator, phase, time, seen.first, seen.last)
    );
  }
}
