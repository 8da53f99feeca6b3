// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EXPIRY_SECOND} from "../../types/Book.sol";
import {CivilDate} from "./CivilDate.sol";

/// @title ExpiryCalendar
/// @notice Which expiries may be listed now: the next so many days, Fridays, and last Fridays of a month, each at 08:00 UTC.
library ExpiryCalendar {
  /// @dev Day 1 (1970-01-02) was a Friday.
  uint256 private constant FRIDAY = 1;
  uint256 private constant WEEK = 7;
  /// @dev Book headers hold the day in 16 bits.
  uint256 private constant MAX_DAY = type(uint16).max;

  /// @notice Whether `expiry` is among the coming expiries at `now_`.
  /// @param expiry unix seconds
  /// @param now_ unix seconds, at least a week after the epoch
  /// @param dailies how many of the coming days count
  /// @param weeklies how many of the coming Fridays
  /// @param monthlies how many of the coming last Fridays of a month
  function isListed(
    uint256 expiry,
    uint256 now_,
    uint256 dailies,
    uint256 weeklies,
    uint256 monthlies
  ) internal pure returns (bool) {
    uint256 day = expiry / 1 days;
    if (expiry <= now_ || expiry % 1 days != EXPIRY_SECOND || day > MAX_DAY) return false;
    uint256 lastDay = (now_ - EXPIRY_SECOND) / 1 days;
    if (day - lastDay <= dailies) return true;
    if (day % WEEK != FRIDAY) return false;
    return
      fridaysBetween(lastDay, day) <= weeklies || (isLastFriday(day) && monthliesBetween(lastDay, day) <= monthlies);
  }

  /// @notice Fridays after day `from` up to and including day `to`.
  function fridaysBetween(uint256 from, uint256 to) internal pure returns (uint256) {
    return (to - FRIDAY) / WEEK - (from - FRIDAY) / WEEK;
  }

  /// @notice Last Fridays of a month after day `from` up to and including the last Friday `to`.
  function monthliesBetween(uint256 from, uint256 to) internal pure returns (uint256) {
    uint256 month = CivilDate.monthIndex(from);
    // A Friday still to come in the month of `from` means that month's last one is still to come, too.
    uint256 own = CivilDate.monthIndex(nextFriday(from)) == month ? 1 : 0;
    return CivilDate.monthIndex(to) - month + own;
  }

  /// @notice Whether a day is the last Friday of its month.
  function isLastFriday(uint256 day) internal pure returns (bool) {
    return day % WEEK == FRIDAY && CivilDate.monthIndex(day + WEEK) != CivilDate.monthIndex(day);
  }

  /// @notice The first Friday after a day.
  function nextFriday(uint256 day) internal pure returns (uint256) {
    return day + WEEK - ((day + WEEK - FRIDAY) % WEEK);
  }
}
