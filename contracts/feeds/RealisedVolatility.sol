// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IPriceFeed} from "../interfaces/IPriceFeed.sol";
import {IRealisedVolatility} from "../interfaces/IRealisedVolatility.sol";
import {Exponential} from "../math/Exponential.sol";
import {Logarithm} from "../math/Logarithm.sol";
import {ParameterBounds} from "./ParameterBounds.sol";

/// @title RealisedVolatility
/// @notice See the interface for the estimator.
/// @dev Whoever updates chooses when, and may choose the moments at which the price stands out. Minimum spacing and the clamp
/// bound what that is worth, the reader's side does the rest: the estimate can only raise what the vault charges.
contract RealisedVolatility is IRealisedVolatility {
  /// @dev What an estimator is built from.
  struct Config {
    /// `IPriceFeed` observed.
    address feed;
    /// Volatility before there is any observation, WAD a year.
    uint256 seed;
    /// Seconds after which an observation has lost half its weight.
    uint256 halfLife;
    /// Seconds between two observations at least.
    uint256 minSpacing;
    /// Largest move that counts in full, in standard deviations of the present estimate over the step, WAD.
    uint256 outlier;
  }

  /// @dev One slot. `previous` is in effect in the block of the update, `current` from the next one on.
  struct Estimate {
    uint64 current;
    uint64 previous;
    uint64 updatedBlock;
    uint64 observedAt;
  }

  uint256 private constant WAD = 1e18;
  uint256 private constant YEAR_SECONDS = 365 days;
  uint256 private constant ONE_Q128 = 1 << 128;
  uint256 private constant LN_2_Q96 = 0xb17217f7d1cf79abc9e3b398;
  /// @dev The estimate's own bounds: it never gets stuck at zero, where no move would be small enough to count.
  uint256 private constant MIN_VOLATILITY_WAD = 0.01e18;
  uint256 private constant MAX_VOLATILITY_WAD = 10e18;
  uint256 private constant MIN_SPACING_SECONDS = 1 minutes;
  uint256 private constant MIN_HALF_LIFE_SECONDS = 1 hours;
  uint256 private constant MAX_HALF_LIFE_SECONDS = 90 days;
  uint256 private constant MIN_OUTLIER_WAD = 3e18;
  uint256 private constant MAX_OUTLIER_WAD = 20e18;

  /// @notice The feed observed.
  address public immutable feed;
  /// @notice Seconds after which an observation has lost half its weight.
  uint256 public immutable halfLife;
  /// @notice Seconds between two observations at least.
  uint256 public immutable minSpacing;
  /// @notice Largest move that counts in full, in standard deviations, WAD.
  uint256 public immutable outlier;

  Estimate private estimate;
  uint256 private lastPrice;

  constructor(Config memory config) {
    ParameterBounds.requireWithin("seed", config.seed, MIN_VOLATILITY_WAD, MAX_VOLATILITY_WAD);
    ParameterBounds.requireWithin("halfLife", config.halfLife, MIN_HALF_LIFE_SECONDS, MAX_HALF_LIFE_SECONDS);
    ParameterBounds.requireWithin("minSpacing", config.minSpacing, MIN_SPACING_SECONDS, config.halfLife);
    ParameterBounds.requireWithin("outlier", config.outlier, MIN_OUTLIER_WAD, MAX_OUTLIER_WAD);
    feed = config.feed;
    halfLife = config.halfLife;
    minSpacing = config.minSpacing;
    outlier = config.outlier;
    estimate = Estimate(uint64(config.seed), uint64(config.seed), 0, 0);
  }

  /// @inheritdoc IRealisedVolatility
  function update() external {
    Estimate memory state = estimate;
    uint256 elapsed = block.timestamp - state.observedAt;
    if (elapsed < minSpacing) return;

    uint256 price = IPriceFeed(feed).read().price;
    uint256 variance = (uint256(state.current) * state.current) / WAD;
    if (state.observedAt != 0) variance = _step(variance, price, elapsed);
    uint256 next = Math.sqrt(variance * WAD);
    next = Math.min(Math.max(next, MIN_VOLATILITY_WAD), MAX_VOLATILITY_WAD);
    estimate = Estimate(uint64(next), state.current, uint64(block.number), uint64(block.timestamp));
    lastPrice = price;
    emit VolatilityUpdated(price, variance, next);
  }

  /// @inheritdoc IRealisedVolatility
  function volatility() external view returns (uint256) {
    Estimate memory state = estimate;
    return block.number > state.updatedBlock ? state.current : state.previous;
  }

  /// @inheritdoc IRealisedVolatility
  function lastObservation() external view returns (uint256, uint256) {
    return (lastPrice, estimate.observedAt);
  }

  /// @dev The variance after one more observation, WAD a year.
  function _step(uint256 variance, uint256 price, uint256 elapsed) private view returns (uint256) {
    // |r| < 78 in WAD, so r² < 6.1e39 and r² · year < 2e47.
    int256 move = (Logarithm.lnRatioQ96(price, lastPrice) * int256(WAD)) >> 96;
    uint256 observed = (uint256(move * move) * YEAR_SECONDS) / (elapsed * WAD);
    uint256 ceiling = (variance * ((outlier * outlier) / WAD)) / WAD;
    observed = Math.min(observed, ceiling);
    // Variances stay below 400 · 100 in WAD, under 2⁷⁶: the products with Q128 weights cannot overflow.
    uint256 decayQ128 = Exponential.expNegQ96((elapsed * LN_2_Q96) / halfLife);
    return (variance * decayQ128 + observed * (ONE_Q128 - decayQ128)) >> 128;
  }
}
