// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IPriceFeed} from "../interfaces/IPriceFeed.sol";
import {IRealisedVolatility} from "../interfaces/IRealisedVolatility.sol";
import {Exponential} from "../math/Exponential.sol";
import {Logarithm} from "../math/Logarithm.sol";
import {PriceReading} from "../types/PriceReading.sol";
import {ParameterBounds} from "./ParameterBounds.sol";

/// @title RealisedVolatility
/// @notice See the interface for the estimator.
/// @dev Whoever updates chooses when, and may choose the moments at which the price stands out, or does not. That is worth
/// little: an observation adds its squared return times ln 2/half-life, whatever time it covers (as long as that is short
/// beside the half-life), and the expected sum of squared returns is the variance over the whole time however it is cut by
/// who cannot see the future. It holds for a price that a push feed brings in steps, too: the squares of its steps add up to
/// the variance of the price behind it. What breaks it is a cut that does not take the time into account: a clamp that is narrow after a
/// short time takes most of every step of a feed and pins the estimate low (ADR 0015). So the clamp is as wide as for an hour
/// at least, and never cuts what is the feed's own grain.
contract RealisedVolatility is IRealisedVolatility {
  /// @dev What an estimator is built from.
  struct EstimatorConfig {
    /// `IPriceFeed` observed.
    address feed;
    /// Volatility before there is any observation, WAD a year.
    uint256 seed;
    /// Seconds after which an observation has lost half its weight.
    uint256 halfLife;
    /// Seconds between two observations at least.
    uint256 minSpacing;
    /// Largest move that counts in full, in standard deviations of the present estimate over the time that the step covers, an
    /// hour at least, WAD; twice the feed's confidence counts on top.
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
  /// @dev The clamp is as wide as for this time at least, so that frequent updates do not narrow it.
  uint256 private constant CLAMP_HORIZON_SECONDS = 1 hours;
  /// @dev A feed that waits for a move of its deviation threshold brings that move, or what it grew to meanwhile: in one step.
  uint256 private constant GRAINS = 2;
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
  /// @notice Largest move that counts in full besides the feed's grain, in standard deviations, WAD.
  uint256 public immutable outlier;

  Estimate private estimate;
  uint256 private lastPrice;

  constructor(EstimatorConfig memory config) {
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

    PriceReading memory reading = IPriceFeed(feed).read();
    uint256 price = reading.price;
    uint256 variance = (uint256(state.current) * state.current) / WAD;
    if (state.observedAt != 0) variance = _step(variance, reading, elapsed);
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
  function _step(uint256 variance, PriceReading memory reading, uint256 elapsed) private view returns (uint256) {
    // |r| < 78 in WAD, so r² < 6.1e39 in WAD², and r² · year < 2e47.
    int256 move = (Logarithm.lnRatioQ96(reading.price, lastPrice) * int256(WAD)) >> 96;
    uint256 square = Math.min(uint256(move * move), _ceiling(variance, reading.confidence, elapsed));
    uint256 observed = (square * YEAR_SECONDS) / (elapsed * WAD);
    // Below 6100 · year/minute = 3.3e9 in WAD, under 2⁹²: the products with Q128 weights cannot overflow.
    uint256 decayQ128 = Exponential.expNegQ96((elapsed * LN_2_Q96) / halfLife);
    return (variance * decayQ128 + observed * (ONE_Q128 - decayQ128)) >> 128;
  }

  /// @dev Largest squared return that counts, WAD²: (outlier·σ)² over the step, an hour at least, plus the square of the
  /// feed's grain. Below 100 · 400 in WAD², times years, plus 4.
  function _ceiling(uint256 variance, uint256 confidence, uint256 elapsed) private view returns (uint256) {
    uint256 covered = Math.max(elapsed, CLAMP_HORIZON_SECONDS);
    uint256 grain = GRAINS * confidence;
    return (variance * ((outlier * outlier) / WAD) * covered) / YEAR_SECONDS + grain * grain;
  }
}
