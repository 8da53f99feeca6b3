// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title CivilDate
/// @notice Day numbers since 1970-01-01 to dates of the Gregorian calendar.
library CivilDate {
  /// @dev Days of a 400-year era, of a 4-year and a 100-year cycle less one, and from 0000-03-01 to 1970-01-01.
  uint256 private constant DAYS_PER_ERA = 146_097;
  uint256 private constant DAYS_TO_EPOCH = 719_468;

  /// @notice The date of a day number.
  /// @dev Source: H. Hinnant, "chrono-compatible low-level date algorithms", `civil_from_days`. Years begin in March there,
  /// so that the leap day is the last of its year and month lengths follow (153·m + 2)/5.
  /// @param day days since 1970-01-01
  /// @return year Gregorian
  /// @return month 1 .. 12
  /// @return dayOfMonth 1 .. 31
  function fromDay(uint256 day) internal pure returns (uint256 year, uint256 month, uint256 dayOfMonth) {
    uint256 shifted = day + DAYS_TO_EPOCH;
    uint256 dayOfEra = shifted % DAYS_PER_ERA;
    uint256 yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    uint256 dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    uint256 marchMonth = (5 * dayOfYear + 2) / 153;
    dayOfMonth = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
    year = yearOfEra + (shifted / DAYS_PER_ERA) * 400 + (month <= 2 ? 1 : 0);
  }

  /// @notice Months since year 0: equal for two days of the same month, one more for the next month's.
  function monthIndex(uint256 day) internal pure returns (uint256) {
    (uint256 year, uint256 month, ) = fromDay(day);
    return year * 12 + month;
  }
}
