// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {OptionKind} from "../types/OptionKind.sol";

/// @title IPremiumCalculator
/// @notice Black-Scholes prices, Greeks and implied volatility of European options, for anyone. Black and Scholes, "The pricing of
/// options and corporate liabilities", 1973; Merton, "Theory of rational option pricing", 1973, for the yield.
/// @dev Pure. Everything in quote per underlying, WAD; time in seconds, years of 365 days; rates continuously compounded.
interface IPremiumCalculator {
  /// @param spot WAD quote per underlying, 1 .. 2^96 − 1
  /// @param strike WAD quote per underlying, 1 .. 2^96 − 1
  /// @param tenor seconds to expiry, 0 .. 2^31 − 1
  /// @param volatility WAD a year, 0 .. 2^67 − 1
  /// @param rate r of the quote asset, WAD a year, 0 .. 2^62 − 1
  /// @param yield y of the underlying, WAD a year, 0 .. 4e18
  struct Terms {
    uint256 spot;
    uint256 strike;
    uint256 tenor;
    uint256 volatility;
    uint256 rate;
    uint256 yield;
  }

  /// @notice Of one call and one put held. Prices are good to 1e-17 of the larger of spot and strike, and two units. So are
  /// deltas to 1e-17 wherever σ√τ is at least 1e-11 and a twentieth of r·τ. Below, ln(K/F) is not known well enough: the
  /// error is φ(d1)·(2⁻⁹⁵ + 3e-19·|ln(K/S)|)/(σ√τ), which at σ = 1e-18 over a second is 6e-8 near the money without a rate.
  struct Valuation {
    /// WAD quote.
    uint256 call;
    uint256 put;
    /// ∂/∂S, WAD: 0 .. e^(−yτ) and −e^(−yτ) .. 0.
    int256 callDelta;
    int256 putDelta;
    /// ∂²/∂S², WAD: the same for both.
    uint256 gamma;
    /// ∂/∂σ, WAD quote per 1.0 of volatility: the same for both.
    uint256 vega;
    /// ∂/∂t, WAD quote a year.
    int256 callTheta;
    int256 putTheta;
    /// ∂/∂r, WAD quote per 1.0 of the rate.
    int256 callRho;
    int256 putRho;
  }

  /// @notice With a yield, spot, tenor or yield are outside the domain. Without one, and for all else, the kernel's own
  /// `BlackScholesOutOfDomain` says so.
  error TermsOutOfDomain(uint256 spot, uint256 tenor, uint256 yield);

  /// @notice Call and put, WAD quote.
  function prices(Terms calldata terms) external pure returns (uint256 call, uint256 put);

  /// @notice Prices and all Greeks.
  function evaluate(Terms calldata terms) external pure returns (Valuation memory);

  /// @notice The volatility at which an option has a price. Same bounded work for every input; reverts
  /// `PriceBelowIntrinsic`, `PriceNotBelowBound` or `ImpliedVolatilityOutOfDomain` where there is none.
  /// @param price WAD quote
  /// @param terms whose volatility is not read; a tenor of at least one second
  /// @return WAD a year, rounded down: within 1e-12 of itself and a unit (1e-18) of a volatility whose exact price is within a
  /// unit of `price`. A rate or a yield is a discount that is rounded: two units then, and 3e-18 of the discounted strike or
  /// of the spot less its yield. Zero where `price` is intrinsic value to the unit
  function impliedVolatility(OptionKind kind, uint256 price, Terms calldata terms) external pure returns (uint256);
}
