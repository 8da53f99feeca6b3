// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

import {OptionKind} from "../../types/OptionKind.sol";
import {CivilDate} from "../series/CivilDate.sol";

/// @title SeriesNaming
/// @notice What people call a series: "WETH/USDC 26 Dec 2026 2400 Put", "WETH-26DEC26-2400-P".
library SeriesNaming {
  using Strings for uint256;

  uint256 private constant WAD = 1e18;
  uint256 private constant WAD_DECIMALS = 18;
  uint256 private constant MONTH_LETTERS = 3;
  bytes private constant MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  bytes private constant UPPER_MONTHS = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";

  /// @notice Market, date of expiry, strike, kind.
  /// @param market "WETH/USDC"
  /// @param expiry unix seconds
  /// @param strike WAD quote per underlying
  function nameOf(
    string memory market,
    OptionKind kind,
    uint256 expiry,
    uint256 strike
  ) internal pure returns (string memory) {
    return string.concat(market, " ", dateOf(expiry), " ", decimal(strike), kind == OptionKind.Put ? " Put" : " Call");
  }

  /// @notice "26 Dec 2026".
  /// @param time unix seconds
  function dateOf(uint256 time) internal pure returns (string memory) {
    (uint256 year, uint256 month, uint256 day) = CivilDate.fromDay(time / 1 days);
    return string.concat(day.toString(), " ", _month(MONTHS, month), " ", year.toString());
  }

  /// @notice "08:00", by the clock of UTC.
  /// @param time unix seconds
  function timeOf(uint256 time) internal pure returns (string memory) {
    uint256 minute = (time % 1 days) / 1 minutes;
    return string.concat(_twoDigits(minute / 60), ":", _twoDigits(minute % 60));
  }

  /// @notice Underlying, date of expiry, strike, P or C, as exchanges write it.
  function symbolOf(
    string memory market,
    OptionKind kind,
    uint256 expiry,
    uint256 strike
  ) internal pure returns (string memory) {
    (uint256 year, uint256 month, uint256 day) = CivilDate.fromDay(expiry / 1 days);
    string memory date = string.concat(day.toString(), _month(UPPER_MONTHS, month), _twoDigits(year % 100));
    return string.concat(underlyingOf(market), "-", date, "-", decimal(strike), kind == OptionKind.Put ? "-P" : "-C");
  }

  /// @notice What stands before the slash of a market's name; all of it where there is none.
  function underlyingOf(string memory market) internal pure returns (string memory) {
    bytes memory letters = bytes(market);
    uint256 length;
    while (length < letters.length && letters[length] != "/") ++length;
    return _head(letters, length);
  }

  /// @notice What stands after the slash of a market's name; nothing where there is none.
  function quoteOf(string memory market) internal pure returns (string memory) {
    uint256 start = bytes(underlyingOf(market)).length + 1;
    bytes memory letters = bytes(market);
    if (start >= letters.length) return "";
    bytes memory tail = new bytes(letters.length - start);
    for (uint256 i; i < tail.length; ++i) tail[i] = letters[start + i];
    return string(tail);
  }

  /// @notice A WAD number in decimal, without trailing zeros.
  function decimal(uint256 value) internal pure returns (string memory) {
    uint256 fraction = value % WAD;
    string memory whole = (value / WAD).toString();
    if (fraction == 0) return whole;
    uint256 digits = WAD_DECIMALS;
    for (; fraction % 10 == 0; --digits) fraction /= 10;
    bytes memory tail = bytes(fraction.toString());
    bytes memory padded = new bytes(digits);
    uint256 zeros = digits - tail.length;
    for (uint256 i; i < digits; ++i) padded[i] = i < zeros ? bytes1("0") : tail[i - zeros];
    return string.concat(whole, ".", string(padded));
  }

  function _month(bytes memory names, uint256 month) private pure returns (string memory) {
    bytes memory letters = new bytes(MONTH_LETTERS);
    for (uint256 i; i < MONTH_LETTERS; ++i) letters[i] = names[(month - 1) * MONTH_LETTERS + i];
    return string(letters);
  }

  function _twoDigits(uint256 value) private pure returns (string memory) {
    return value < 10 ? string.concat("0", value.toString()) : value.toString();
  }

  function _head(bytes memory letters, uint256 length) private pure returns (string memory) {
    bytes memory head = new bytes(length);
    for (uint256 i; i < length; ++i) head[i] = letters[i];
    return string(head);
  }
}
