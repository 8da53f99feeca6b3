// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {OptionKind} from "../../types/OptionKind.sol";

/// @title Payoff
/// @notice What options pay at a settlement price, and the most they could: the two sides of a vault's solvency.
library Payoff {
  uint256 private constant WAD = 1e18;

  /// @notice quantity·max(0, K − P) for a put, quantity·max(0, P − K)/P for a call, in token units.
  /// @param quantity options, WAD
  /// @param strike K, WAD quote per underlying
  /// @param price P > 0, WAD quote per underlying
  /// @param scale WAD per token unit
  function amountAt(
    OptionKind kind,
    uint256 quantity,
    uint256 strike,
    uint256 price,
    uint256 scale,
    Math.Rounding rounding
  ) internal pure returns (uint256) {
    if (kind == OptionKind.Put) {
      return strike > price ? Math.mulDiv(quantity, strike - price, WAD * scale, rounding) : 0;
    }
    return price > strike ? Math.mulDiv(quantity, price - strike, price * scale, rounding) : 0;
  }

  /// @notice max(0, K − P) of a put, max(0, P − K) of a call, WAD quote: what `owed` adds up.
  function depthAt(OptionKind kind, uint256 strike, uint256 price) internal pure returns (uint256) {
    return kind == OptionKind.Put ? Math.saturatingSub(strike, price) : Math.saturatingSub(price, strike);
  }

  /// @notice Payoff of a sum of quantity·depth over series of one expiry, token units, rounded up as a signed number: against whoever
  /// owes it.
  /// @param sum options × quote, WAD × WAD, positive where owed
  function owed(OptionKind kind, int256 sum, uint256 price, uint256 scale) internal pure returns (int256) {
    uint256 divisor = (kind == OptionKind.Put ? WAD : price) * scale;
    return sum > 0 ? int256(Math.ceilDiv(uint256(sum), divisor)) : -int256(uint256(-sum) / divisor);
  }

  /// @notice The worst case of one series, WAD collateral: quantity·K for a put, quantity for a call. Exact: a vault's lots
  /// and ticks make it a whole number of token units.
  function lockOf(OptionKind kind, uint256 quantity, uint256 strike) internal pure returns (uint256) {
    return kind == OptionKind.Put ? (quantity * strike) / WAD : quantity;
  }
}
