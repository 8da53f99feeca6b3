// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IPriceSource} from "../../interfaces/IPriceSource.sol";
import {IUniswapV3Oracle} from "../../interfaces/IUniswapV3Oracle.sol";
import {Exponential} from "../../math/Exponential.sol";
import {PriceReading} from "../../types/PriceReading.sol";
import {ParameterBounds} from "../ParameterBounds.sol";

/// @title UniswapV3TwapSource
/// @notice The time-weighted geometric mean of a Uniswap v3 pool's price over a fixed window.
/// @dev It reads nothing that a transaction can move: neither the pool's present price nor its present liquidity, only the
/// accumulators over the window (invariant O4). Holding a wrong price against arbitrage for long enough to move the mean
/// costs the more, the more liquidity the pool has had; below a minimum (harmonic mean over the window, which a moment of
/// borrowed liquidity hardly lifts) there is no price. A mean lags: to be one voice in a median, never the only one.
contract UniswapV3TwapSource is IPriceSource {
  /// @dev What a source is built from.
  struct Config {
    /// A Uniswap v3 pool.
    address pool;
    /// The pool's token that is priced; the other one is the quote.
    address underlying;
    /// Seconds averaged over, 5 minutes to a day.
    uint32 window;
    /// Half-width of the price, WAD fraction, at most 10 %: the pool's fee plus what the mean may lag.
    uint256 confidence;
    /// Smallest harmonic mean of the liquidity in range, in the pool's own unit.
    uint128 minLiquidity;
    /// Observations that the pool has to keep, so that the record reaches over the window at one observation a block.
    uint16 minCardinality;
  }

  /// @notice The priced token is none of the pool's.
  error NotInPool(address pool, address token);
  /// @notice The pool keeps fewer observations than asked for; anyone can make it keep more.
  error CardinalityTooLow(address pool, uint256 cardinality, uint256 minimum);
  /// @notice The pool's record does not reach back over the window.
  error WindowNotCovered(address pool, uint256 window);
  /// @notice The pool had too little liquidity over the window.
  error LiquidityTooLow(address pool, uint256 liquidity, uint256 minimum);
  /// @notice The price lies outside the domain: e^±48, and at least 1e-18.
  error TwapOutOfRange(address pool, int256 lnPriceQ96);

  /// @dev ln 1.0001 and ln 10 in Q96; the former to 24 digits, so that over 887,272 ticks of it the error is below 1e-23.
  int256 private constant LN_TICK_Q96 = 0x68da3419600002c61c7bf;
  int256 private constant LN_10_Q96 = 0x24d763776aaa2b05ba95b58ae;
  /// @dev Beyond this `Exponential.expQ96` holds its argument, and the price would be another one. A pool's ticks go to
  /// ln P = ±88.7 in smallest units, so that prices at either end of them are refused, with tokens of any decimals.
  int256 private constant MAX_LN_Q96 = int256(Exponential.MAX_EXPONENT_Q96);
  uint256 private constant WAD = 1e18;
  uint256 private constant MIN_WINDOW_SECONDS = 5 minutes;
  uint256 private constant MAX_WINDOW_SECONDS = 1 days;
  uint256 private constant MAX_CONFIDENCE_WAD = 0.1e18;

  /// @notice The pool read.
  address public immutable pool;
  /// @notice Seconds averaged over.
  uint256 public immutable window;
  /// @notice Half-width of the price, WAD fraction.
  uint256 public immutable confidence;
  /// @notice Smallest harmonic mean of the liquidity in range.
  uint256 public immutable minLiquidity;

  /// @dev Whether the underlying is token0: the pool's price is then quote per underlying already.
  bool private immutable IS_TOKEN0;
  /// @dev ln 10^(underlying decimals − quote decimals): from smallest units to whole tokens.
  int256 private immutable LN_SCALE_Q96;

  constructor(Config memory config) {
    ParameterBounds.requireWithin("window", config.window, MIN_WINDOW_SECONDS, MAX_WINDOW_SECONDS);
    ParameterBounds.requireWithin("confidence", config.confidence, 0, MAX_CONFIDENCE_WAD);
    IUniswapV3Oracle oracle = IUniswapV3Oracle(config.pool);
    (address token0, address token1) = (oracle.token0(), oracle.token1());
    require(config.underlying == token0 || config.underlying == token1, NotInPool(config.pool, config.underlying));
    (, , , uint256 cardinality, , , ) = oracle.slot0();
    require(cardinality >= config.minCardinality, CardinalityTooLow(config.pool, cardinality, config.minCardinality));
    pool = config.pool;
    window = config.window;
    confidence = config.confidence;
    minLiquidity = config.minLiquidity;
    IS_TOKEN0 = config.underlying == token0;
    int256 decimals0 = int256(uint256(IERC20Metadata(token0).decimals()));
    int256 decimals1 = int256(uint256(IERC20Metadata(token1).decimals()));
    LN_SCALE_Q96 = (IS_TOKEN0 ? decimals0 - decimals1 : decimals1 - decimals0) * LN_10_Q96;
  }

  /// @inheritdoc IPriceSource
  function read() external view returns (PriceReading memory) {
    (uint256 price, ) = _mean();
    return PriceReading({price: price, confidence: confidence, updatedAt: block.timestamp - window});
  }

  /// @inheritdoc IPriceSource
  /// @dev A mean does not age: the record reaches over the window as long as nobody writes to it. What may end without a
  /// trade is the liquidity, where the pool has less now than it had within the window. After t more seconds Σ 1/liquidity
  /// is at most today's and t/liquidity now, hence enough for t ≤ liquidity now · (window/minimum − today's sum): a lower
  /// bound, since what leaves the window is not subtracted. A whole window of the liquidity of now is enough for good. A
  /// mean tick that wanders out of the price's domain while nobody trades is not foreseen.
  function freshUntil() external view returns (uint256) {
    (, uint256 secondsPerLiquidityX128) = _mean();
    if (minLiquidity == 0) return type(uint256).max;
    // `_mean` has checked that the sum is no more than this. The pool's own sums take no liquidity for 1, too.
    uint256 room = (window << 128) / minLiquidity - secondsPerLiquidityX128;
    uint256 lasts = Math.mulDiv(room, Math.max(1, IUniswapV3Oracle(pool).liquidity()), 1 << 128);
    return lasts < window ? block.timestamp + lasts : type(uint256).max;
  }

  /// @inheritdoc IPriceSource
  /// @dev The oldest observation is always one window old.
  function maxAge() external view returns (uint256) {
    return window;
  }

  /// @dev price = 1.0001^(±mean tick) · 10^(decimals), taken as one exponential: the mean tick stays a fraction. In Q96 the
  /// price is within 6e-18 of the exact one, of itself, plus 2⁻⁹⁶, and is then rounded down to a whole WAD unit.
  function _mean() private view returns (uint256 price, uint256 secondsPerLiquidityX128) {
    int256 ticks;
    (ticks, secondsPerLiquidityX128) = _accumulated();
    uint256 liquidity = secondsPerLiquidityX128 == 0 ? type(uint256).max : (window << 128) / secondsPerLiquidityX128;
    require(liquidity >= minLiquidity, LiquidityTooLow(pool, liquidity, minLiquidity));
    int256 lnPriceQ96 = ((IS_TOKEN0 ? ticks : -ticks) * LN_TICK_Q96) / int256(window) + LN_SCALE_Q96;
    require(lnPriceQ96 < MAX_LN_Q96 && lnPriceQ96 > -MAX_LN_Q96, TwapOutOfRange(pool, lnPriceQ96));
    price = (Exponential.expQ96(lnPriceQ96) * WAD) >> 96;
    require(price != 0, TwapOutOfRange(pool, lnPriceQ96));
  }

  /// @return ticks Σ tick · seconds over the window
  /// @return secondsPerLiquidityX128 Σ seconds · 2¹²⁸ / liquidity over the window
  function _accumulated() private view returns (int256 ticks, uint256 secondsPerLiquidityX128) {
    uint32[] memory secondsAgos = new uint32[](2);
    secondsAgos[0] = uint32(window);
    try IUniswapV3Oracle(pool).observe(secondsAgos) returns (
      int56[] memory tickCumulatives,
      uint160[] memory secondsPerLiquidityCumulatives
    ) {
      // Both accumulators wrap around by design; their differences over a day do not.
      unchecked {
        ticks = tickCumulatives[1] - tickCumulatives[0];
        secondsPerLiquidityX128 = secondsPerLiquidityCumulatives[1] - secondsPerLiquidityCumulatives[0];
      }
    } catch {
      revert WindowNotCovered(pool, window);
    }
  }
}
