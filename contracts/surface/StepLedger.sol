// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice What accepted steps drew on the hourly and the daily allowance, in one word.
/// @dev Time is cut into quarters (of an hour: 900 s; of a day: 21,600 s). The last five quarters of each are kept. Five
/// quarters that end now always cover a whole hour (day), so that limiting their sum bounds *every* interval of that
/// length, wherever it starts, at the price of freeing what was drawn up to a quarter late. Layout from the low end: five
/// hour quarters of 22 bits, latest first | five day quarters of 22 bits, latest first | 36 bits of the latest 900-second
/// quarter since 1970. Amounts in units of 1e-6 of volatility, rounded up: a quarter holds 4.19, above the largest
/// allowance that parameters may set.
type StepLedger is uint256;

using {drawn, withDraw} for StepLedger global;

/// @dev The quarter of an hour, in seconds, and how many of them make the quarter of a day.
uint256 constant HOUR_QUARTER = 15 minutes;
uint256 constant HOUR_QUARTERS_IN_DAY_QUARTER = 24;
uint256 constant QUARTERS_KEPT = 5;

uint256 constant ENTRY_BITS = 22;
uint256 constant ENTRY_MASK = (1 << ENTRY_BITS) - 1;
uint256 constant ROW_BITS = ENTRY_BITS * QUARTERS_KEPT;
uint256 constant ROW_MASK = (1 << ROW_BITS) - 1;
/// @dev WAD of volatility in one unit of an entry.
uint256 constant ENTRY_UNIT = 1e12;

/// @dev The two rows moved on to a time.
function _rowsAt(StepLedger ledger, uint256 quarter) pure returns (uint256 hourRow, uint256 dayRow) {
  uint256 word = StepLedger.unwrap(ledger);
  uint256 latest = word >> (2 * ROW_BITS);
  hourRow = _aged(word & ROW_MASK, quarter - latest);
  dayRow = _aged(
    (word >> ROW_BITS) & ROW_MASK,
    quarter / HOUR_QUARTERS_IN_DAY_QUARTER - latest / HOUR_QUARTERS_IN_DAY_QUARTER
  );
}

/// @dev The row after some quarters have begun: each moves every entry up by one, the oldest drop out.
function _aged(uint256 row, uint256 quarters) pure returns (uint256) {
  return quarters < QUARTERS_KEPT ? (row << (ENTRY_BITS * quarters)) & ROW_MASK : 0;
}

function _sum(uint256 row) pure returns (uint256 sum) {
  for (; row != 0; row >>= ENTRY_BITS) sum += row & ENTRY_MASK;
}

/// @notice What was drawn over the last hour and day (rounded up to quarters), WAD of volatility.
/// @param time unix seconds, not before the last draw
function drawn(StepLedger ledger, uint256 time) pure returns (uint256 hour, uint256 day) {
  (uint256 hourRow, uint256 dayRow) = _rowsAt(ledger, time / HOUR_QUARTER);
  return (_sum(hourRow) * ENTRY_UNIT, _sum(dayRow) * ENTRY_UNIT);
}

/// @notice The ledger with an amount (WAD of volatility) drawn at a time.
/// @dev The caller has checked the amount against allowances of at most 4, so an entry cannot overflow.
function withDraw(StepLedger ledger, uint256 time, uint256 amount) pure returns (StepLedger) {
  uint256 quarter = time / HOUR_QUARTER;
  (uint256 hourRow, uint256 dayRow) = _rowsAt(ledger, quarter);
  uint256 units = (amount + ENTRY_UNIT - 1) / ENTRY_UNIT;
  return StepLedger.wrap((hourRow + units) | ((dayRow + units) << ROW_BITS) | (quarter << (2 * ROW_BITS)));
}
