// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Exponential} from "../math/Exponential.sol";
import {RawDivision} from "../math/RawDivision.sol";
import {SquareRoot} from "../math/SquareRoot.sol";
import {OptionKind} from "../types/OptionKind.sol";
import {IPremiumOracle} from "../interfaces/IPremiumOracle.sol";
import {MAX_TENOR, Market, SECONDS_PER_YEAR, WAD} from "./Market.sol";
import {Smile, Smiles} from "./Smile.sol";

/// @notice What all series of one expiry share.
struct ExpiryTerms {
  /// τ, seconds; zero from the expiry on.
  uint256 tenor;
  /// F = S·e^((r−y)τ), WAD quote per underlying.
  uint256 forward;
  /// Collateral that one unit of normalised price is worth an option, WAD: e^(−yτ) in a call vault, S·e^(−yτ) in a put
  /// vault (DF·F = S·e^(−yτ)).
  uint256 unit;
  /// √τ in years, WAD.
  uint256 rootTenor;
  /// √w(0) = σ̂·√τ, Q96.
  uint256 atmRoot;
  /// σ̂·√min(τ, h), Q96, and ω·√min(τ, h), WAD: an expiry is at risk for the horizon, or for what is left of its life.
  /// These are σ̂√h and ω√h with the fading weight sqrt(min(1, τ/h)) multiplied in.
  uint256 spotMove;
  uint256 volMove;
}

/// @title ExpiryPricing
/// @notice Forward, discount and horizon of one expiry.
library ExpiryPricing {
  /// @notice Fills the terms of an expiry, whatever `t` held. From the expiry on: τ = 0, no carry, no discount, no variance.
  /// @param smile total variance to that expiry
  /// @param expiry unix seconds; reverts `TenorOutOfRange` if more than `MAX_TENOR` away
  function load(ExpiryTerms memory t, Market memory market, Smile memory smile, uint256 expiry) internal pure {
    t.forward = market.spot;
    t.unit = market.kind == OptionKind.Call ? WAD : market.spot;
    if (expiry <= market.timestamp) {
      (t.tenor, t.rootTenor, t.atmRoot, t.spotMove, t.volMove) = (0, 0, 0, 0, 0);
      return;
    }
    uint256 tenor = expiry - market.timestamp;
    require(tenor <= MAX_TENOR, IPremiumOracle.TenorOutOfRange(tenor, MAX_TENOR));
    // Spot < 2^96, roots of years < 2^63, √w < 2^115 in Q96, ω < 2^96: no product reaches 2^225, no root of a tenor is zero.
    unchecked {
      t.tenor = tenor;
      if (market.yield != 0) t.unit = (t.unit * discountQ128(market.yield, tenor)) >> 128;
      if (market.yield != market.rate) {
        t.forward = (market.spot * Exponential.expQ96(_carryQ96(market, tenor))) >> 96;
      }
      uint256 atmRoot = SquareRoot.sqrt(Smiles.atTheMoney(smile));
      uint256 rootTenor = rootOfYears(tenor);
      (t.atmRoot, t.rootTenor) = (atmRoot, rootTenor);
      if (tenor <= market.horizon) {
        t.spotMove = atmRoot;
        t.volMove = RawDivision.div(market.volOfVol * rootTenor, WAD);
      } else {
        t.spotMove = RawDivision.div(atmRoot * market.rootHorizon, rootTenor);
        t.volMove = market.volMove;
      }
    }
  }

  /// @notice Makes `to` what `from` is.
  function copy(ExpiryTerms memory to, ExpiryTerms memory from) internal pure {
    // Seven words.
    assembly ("memory-safe") {
      mcopy(to, from, 0xe0)
    }
  }

  /// @notice σ̂, at-the-money volatility, WAD a year; zero at the expiry.
  function atmVolatility(ExpiryTerms memory t) internal pure returns (uint256) {
    if (t.tenor == 0) return 0;
    return toVolatility(t.atmRoot, t.rootTenor);
  }

  /// @notice σ = √w/√τ, WAD a year.
  /// @param root √w, Q96, below 2^128
  /// @param rootTenor √τ in years, WAD, not zero
  function toVolatility(uint256 root, uint256 rootTenor) internal pure returns (uint256) {
    unchecked {
      return RawDivision.div(root * (WAD * WAD), rootTenor) >> 96;
    }
  }

  /// @notice e^(−rate·tenor), Q128, at most 1.
  /// @param rate WAD a year, at most `MAX_RATE`
  /// @param tenor seconds, at most `MAX_TENOR`
  function discountQ128(uint256 rate, uint256 tenor) internal pure returns (uint256) {
    unchecked {
      return Exponential.expNegQ96(RawDivision.div((rate * tenor) << 96, WAD * SECONDS_PER_YEAR));
    }
  }

  /// @notice √(seconds in years), WAD.
  /// @param duration seconds, below 2^64
  function rootOfYears(uint256 duration) internal pure returns (uint256) {
    unchecked {
      return SquareRoot.sqrt(RawDivision.div(duration * (WAD * WAD), SECONDS_PER_YEAR));
    }
  }

  /// @notice ln(F/S) = (r − y)·τ, Q96, at most 10 either way.
  function _carryQ96(Market memory market, uint256 tenor) private pure returns (int256) {
    unchecked {
      int256 drift = int256(market.rate) - int256(market.yield);
      return RawDivision.sdiv((drift * int256(tenor)) << 96, int256(WAD * SECONDS_PER_YEAR));
    }
  }
}
