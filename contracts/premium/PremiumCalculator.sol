// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IPremiumCalculator} from "../interfaces/IPremiumCalculator.sol";
import {BlackScholes} from "../math/BlackScholes.sol";
import {Exponential} from "../math/Exponential.sol";
import {ImpliedVolatility} from "../math/ImpliedVolatility.sol";
import {OptionKind} from "../types/OptionKind.sol";

/// @title PremiumCalculator
/// @notice Black-Scholes for anyone: pure, without state, owner or market. Vaults don't use it; contracts and people do.
/// @dev An underlying that yields y is one that does not, at spot' = S·e^(−yτ): price at S is price' at S', and with
/// dS' = e^(−yτ)·dS and dS' = y·S'·dt the Greeks follow from those of the kernel.
contract PremiumCalculator is IPremiumCalculator {
  int256 private constant WAD = 1e18;
  int256 private constant SECONDS_PER_YEAR = 365 days;
  uint256 private constant MAX_TENOR = type(uint32).max;
  uint256 private constant MAX_YIELD = 4e18;

  /// @inheritdoc IPremiumCalculator
  function prices(Terms calldata terms) external pure returns (uint256 call, uint256 put) {
    (call, put, , , , ) = BlackScholes.evaluate(
      _ownedAtExpiry(terms),
      terms.strike,
      terms.tenor,
      terms.volatility,
      terms.rate
    );
  }

  /// @inheritdoc IPremiumCalculator
  function evaluate(Terms calldata terms) external pure returns (Valuation memory v) {
    uint256 owned = _ownedAtExpiry(terms);
    uint256 kernelDelta;
    (v.call, v.put, kernelDelta, v.gamma, v.vega, v.callTheta) = BlackScholes.evaluate(
      owned,
      terms.strike,
      terms.tenor,
      terms.volatility,
      terms.rate
    );
    // Prices < 2^96, deltas ≤ 1e18, rates < 2^62, tenors < 2^31: no product reaches 2^190.
    int256 ownedDelta = (int256(owned) * int256(kernelDelta)) / WAD;
    int256 discountedStrike = int256(owned) + int256(v.put) - int256(v.call);
    int256 yielded = (int256(terms.yield) * int256(owned)) / WAD;
    v.callTheta += (int256(terms.yield) * ownedDelta) / WAD;
    // Parity, C − P = S' − K·e^(−rτ), moves by y·S' − r·K·e^(−rτ) a year.
    v.putTheta = v.callTheta - yielded + (int256(terms.rate) * discountedStrike) / WAD;
    // τ·K·e^(−rτ)·Φ(d2) and −τ·K·e^(−rτ)·Φ(−d2), with K·e^(−rτ)·Φ(d2) = S'·Φ(d1) − C.
    int256 tenor = int256(terms.tenor);
    v.callRho = ((ownedDelta - int256(v.call)) * tenor) / SECONDS_PER_YEAR;
    v.putRho = ((ownedDelta - int256(v.call) - discountedStrike) * tenor) / SECONDS_PER_YEAR;
    _toSpot(v, kernelDelta, owned, terms.spot);
  }

  /// @inheritdoc IPremiumCalculator
  function impliedVolatility(OptionKind kind, uint256 price, Terms calldata terms) external pure returns (uint256) {
    return ImpliedVolatility.solve(kind, price, _ownedAtExpiry(terms), terms.strike, terms.tenor, terms.rate);
  }

  /// @dev Delta and gamma by S where the kernel has them by S' = S·e^(−yτ).
  function _toSpot(Valuation memory v, uint256 kernelDelta, uint256 owned, uint256 spot) private pure {
    int256 ratio = spot == owned ? WAD : (int256(owned) * WAD) / int256(spot);
    v.callDelta = (int256(kernelDelta) * ratio) / WAD;
    v.putDelta = v.callDelta - ratio;
    if (ratio != WAD) v.gamma = (((v.gamma * uint256(ratio)) / uint256(WAD)) * uint256(ratio)) / uint256(WAD);
  }

  /// @dev S·e^(−yτ), WAD.
  function _ownedAtExpiry(Terms calldata terms) private pure returns (uint256) {
    if (terms.yield == 0) return terms.spot;
    require(
      terms.yield <= MAX_YIELD && terms.tenor <= MAX_TENOR && terms.spot <= type(uint96).max,
      TermsOutOfDomain(terms.spot, terms.tenor, terms.yield)
    );
    uint256 exponent = ((terms.yield * terms.tenor) << 96) / uint256(WAD * SECONDS_PER_YEAR);
    return (terms.spot * Exponential.expNegQ96(exponent)) >> 128;
  }
}
