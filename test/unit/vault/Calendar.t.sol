// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {CivilDate} from "../../../contracts/vault/series/CivilDate.sol";
import {ExpiryCalendar} from "../../../contracts/vault/series/ExpiryCalendar.sol";

/// @notice Dates against a count from day to day, the calendar against a walk over every day.
contract CalendarTest is Test {
  uint256 private constant FROM = 20_000;

  /// @dev 2024-10-04 is day 20,000; every day after it is the previous one and one more.
  function test_CivilDate_AgainstACountOverEightyYears() public pure {
    (uint256 year, uint256 month, uint256 day) = (2024, 10, 4);
    for (uint256 i = FROM; i < FROM + 80 * 365; ++i) {
      (uint256 y, uint256 m, uint256 d) = CivilDate.fromDay(i);
      assertTrue(y == year && m == month && d == day);
      if (++day > _daysIn(year, month)) {
        day = 1;
        if (++month > 12) (month, year) = (1, year + 1);
      }
    }
  }

  function test_CivilDate_AtLeapDaysAndCenturies() public pure {
    _isDate(0, 1970, 1, 1);
    _isDate(11_016, 2000, 2, 29);
    _isDate(47_540, 2100, 2, 28);
    _isDate(47_541, 2100, 3, 1);
  }

  /// @dev Counts the coming days, Fridays and last Fridays one by one.
  function testFuzz_IsListed_AgainstAWalk(uint256 now_, uint256 d, uint256 w, uint256 m) public pure {
    now_ = bound(now_, 20_000 days, 30_000 days);
    (d, w, m) = (bound(d, 0, 7), bound(w, 0, 8), bound(m, 0, 6));
    (uint256 days_, uint256 fridays, uint256 lastFridays) = (0, 0, 0);
    uint256 expiry = now_ - (now_ % 1 days) + 8 hours;
    if (expiry <= now_) expiry += 1 days;
    for (uint256 i; i < 220; ++i) {
      uint256 day = expiry / 1 days;
      bool listed = ++days_ <= d;
      if (day % 7 == 1) {
        listed = ++fridays <= w || listed;
        (, uint256 month, ) = CivilDate.fromDay(day);
        (, uint256 later, ) = CivilDate.fromDay(day + 7);
        if (month != later) listed = ++lastFridays <= m || listed;
      }
      assertEq(ExpiryCalendar.isListed(expiry, now_, d, w, m), listed);
      expiry += 1 days;
    }
  }

  function test_IsListed_NeverOffTheHourNorInThePast() public pure {
    uint256 now_ = 20_000 days + 9 hours;
    assertTrue(ExpiryCalendar.isListed(20_001 days + 8 hours, now_, 1, 0, 0));
    assertFalse(ExpiryCalendar.isListed(20_001 days + 8 hours + 1, now_, 7, 8, 6));
    assertFalse(ExpiryCalendar.isListed(20_000 days + 8 hours, now_, 7, 8, 6));
    assertFalse(ExpiryCalendar.isListed(20_000 days + 8 hours, 20_000 days + 8 hours, 7, 8, 6));
    assertFalse(ExpiryCalendar.isListed(65_536 days + 8 hours, 65_535 days + 9 hours, 7, 8, 6));
  }

  function _isDate(uint256 day, uint256 year, uint256 month, uint256 dayOfMonth) private pure {
    (uint256 y, uint256 m, uint256 d) = CivilDate.fromDay(day);
    assertTrue(y == year && m == month && d == dayOfMonth);
  }

  function _daysIn(uint256 year, uint256 month) private pure returns (uint256) {
    if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }
}
