// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Test} from "forge-std/Test.sol";

import {UniswapV3TwapSource} from "../../../contracts/feeds/adapters/UniswapV3TwapSource.sol";
import {PriceReading} from "../../../contracts/types/PriceReading.sol";

/// @notice A pool that stood at one tick, with one liquidity until a moment and another one since. Its tokens, too.
contract SteadyPool {
  int256 public tick;
  uint256 public liquidityBefore;
  uint128 public liquidity;
  uint256 public changedAt;
  uint8 public immutable decimals0;
  uint8 public immutable decimals1;

  constructor(uint8 decimals0_, uint8 decimals1_) {
    (decimals0, decimals1) = (decimals0_, decimals1_);
    (liquidityBefore, liquidity, changedAt) = (1e30, 1e30, block.timestamp);
  }

  function setTick(int256 tick_) external {
    tick = tick_;
  }

  function setLiquidity(uint128 liquidity_) external {
    (liquidityBefore, liquidity, changedAt) = (liquidity, liquidity_, block.timestamp);
  }

  function token0() external pure returns (address) {
    return address(0xa0);
  }

  function token1() external pure returns (address) {
    return address(0xa1);
  }

  function slot0() external view returns (uint160, int24, uint16, uint16, uint16, uint8, bool) {
    return (0, int24(tick), 0, 100, 100, 0, true);
  }

  /// @dev Accumulators counted from now, as differences are all that is read.
  function observe(uint32[] calldata ago) external view returns (int56[] memory ticks, uint160[] memory sums) {
    (ticks, sums) = (new int56[](ago.length), new uint160[](ago.length));
    uint256 since = block.timestamp - changedAt;
    for (uint256 i = 0; i < ago.length; ++i) {
      uint256 recent = Math.min(ago[i], since);
      ticks[i] = -int56(tick * int256(uint256(ago[i])));
      uint256 sum = (recent << 128) / Math.max(1, liquidity) + ((ago[i] - recent) << 128) / liquidityBefore;
      unchecked {
        sums[i] = uint160(0) - uint160(sum);
      }
    }
  }
}

// Behaviour tree
// read: the price at every tick, or TwapOutOfRange, never another one
// freshUntil: for good while the liquidity is enough; until the second at which a fallen one is no longer
contract UniswapV3TwapSourceTest is Test {
  uint256 private constant WINDOW = 1800;
  int256 private constant MAX_TICK = 887_272;
  /// @dev 1.0001 in Q127 is the base of the powers below.
  uint256 private constant BASE_Q127 = (uint256(1) << 127) + (uint256(1) << 127) / 10_000;

  function setUp() public {
    vm.warp(1_700_000_000);
  }

  function _source(SteadyPool pool, bool first, uint128 minLiquidity) private returns (UniswapV3TwapSource) {
    vm.mockCall(pool.token0(), abi.encodeWithSignature("decimals()"), abi.encode(pool.decimals0()));
    vm.mockCall(pool.token1(), abi.encodeWithSignature("decimals()"), abi.encode(pool.decimals1()));
    address underlying = first ? pool.token0() : pool.token1();
    return
      new UniswapV3TwapSource(
        UniswapV3TwapSource.Config(address(pool), underlying, uint32(WINDOW), 0.01e18, minLiquidity, 1)
      );
  }

  /// @dev 1.0001^n as mantissa · 2^exponent, mantissa in [2¹²⁷, 2¹²⁸): by squaring, every product rounded down, to 1e-37 each.
  function _power(uint256 n) private pure returns (uint256 mantissa, int256 exponent) {
    (mantissa, exponent) = (1 << 127, -127);
    (uint256 base, int256 baseExponent) = (BASE_Q127, int256(-127));
    for (; n != 0; n >>= 1) {
      if (n & 1 == 1) (mantissa, exponent) = _times(mantissa, exponent, base, baseExponent);
      (base, baseExponent) = _times(base, baseExponent, base, baseExponent);
    }
  }

  function _times(uint256 a, int256 ea, uint256 b, int256 eb) private pure returns (uint256 mantissa, int256 exponent) {
    mantissa = Math.mulDiv(a, b, 1 << 127);
    exponent = ea + eb + 127;
    if (mantissa >> 128 != 0) (mantissa, exponent) = (mantissa >> 1, exponent + 1);
  }

  /// @dev 1.0001^tick · 10^shift in WAD; the largest number where it is above 2¹²⁸.
  function _exact(int256 tick, int256 shift) private pure returns (uint256) {
    (uint256 mantissa, int256 exponent) = _power(uint256(tick < 0 ? -tick : tick));
    uint256 scale = 10 ** uint256(18 + shift);
    if (tick >= 0) {
      if (exponent > 60) return type(uint256).max;
      return
        exponent >= 0 ? (mantissa * scale) << uint256(exponent) : Math.mulDiv(mantissa, scale, 1 << uint256(-exponent));
    }
    // 2^−exponent/mantissa: the reciprocal in Q255 first.
    uint256 inverse = Math.mulDiv(1 << 127, 1 << 128, mantissa);
    uint256 down = uint256(exponent + 255);
    return down > 255 ? 0 : Math.mulDiv(inverse, scale, 1 << down);
  }

  function testFuzz_Read_IsThePriceOrRefused_AtEveryTick(int256 tick, uint256 decimals, bool first) public {
    tick = bound(tick, -MAX_TICK, MAX_TICK);
    (uint8 d0, uint8 d1) = (uint8(6 + (decimals % 13)), uint8(6 + ((decimals >> 8) % 13)));
    SteadyPool pool = new SteadyPool(d0, d1);
    pool.setTick(tick);
    UniswapV3TwapSource source = _source(pool, first, 1);
    int256 shift = first ? int256(uint256(d0)) - int256(uint256(d1)) : int256(uint256(d1)) - int256(uint256(d0));
    uint256 exact = _exact(first ? tick : -tick, shift);
    try source.read() returns (PriceReading memory reading) {
      uint256 price = reading.price;
      assertLe(price, exact + exact / 1e17 + 2);
      assertGe(price + exact / 1e17 + 2, exact);
    } catch (bytes memory reason) {
      assertEq(bytes4(reason), UniswapV3TwapSource.TwapOutOfRange.selector);
      // e⁴⁸ = 7.0e20 and less than a WAD unit: no price that is refused is one that a feed would take.
      assertTrue(exact > 7e38 || exact < 2);
    }
  }

  /// At e⁴⁸ and beyond, where the exponential would answer with e⁴⁸ whatever the tick.
  function test_RevertWhen_ThePriceIsOutOfTheDomain() public {
    SteadyPool pool = new SteadyPool(18, 18);
    UniswapV3TwapSource source = _source(pool, true, 1);
    // 48/ln 1.0001 = 480,023.999…
    pool.setTick(480_023);
    assertGt(source.read().price, 7e38);
    pool.setTick(480_025);
    vm.expectPartialRevert(UniswapV3TwapSource.TwapOutOfRange.selector);
    source.read();
    pool.setTick(600_000);
    vm.expectPartialRevert(UniswapV3TwapSource.TwapOutOfRange.selector);
    source.read();
    // ln 1e-18 = −41.4: what is less than a WAD unit is no price of zero.
    pool.setTick(-414_486);
    assertEq(source.read().price, 1);
    pool.setTick(-414_490);
    vm.expectPartialRevert(UniswapV3TwapSource.TwapOutOfRange.selector);
    source.read();
    vm.expectPartialRevert(UniswapV3TwapSource.TwapOutOfRange.selector);
    source.freshUntil();
  }

  function test_FreshUntil_IsForGood_GivenEnoughLiquidity() public {
    SteadyPool pool = new SteadyPool(18, 18);
    UniswapV3TwapSource source = _source(pool, true, 1e30);
    vm.warp(block.timestamp + WINDOW);
    // Nothing to spare, and nothing that time takes away.
    assertEq(source.freshUntil(), block.timestamp);
    pool.setLiquidity(2e30);
    vm.warp(block.timestamp + WINDOW);
    assertEq(source.freshUntil(), type(uint256).max);
    assertEq(_source(pool, true, 0).freshUntil(), type(uint256).max);
    vm.warp(block.timestamp + 365 days);
    source.read();
  }

  /// The window began with so much liquidity that what leaves it takes nothing along: then the second is exact.
  function test_FreshUntil_IsTheLastSecond_GivenLiquidityThatFell() public {
    SteadyPool pool = new SteadyPool(18, 18);
    pool.setLiquidity(type(uint128).max);
    UniswapV3TwapSource source = _source(pool, true, 1e30);
    vm.warp(block.timestamp + WINDOW);
    pool.setLiquidity(0.25e30);
    uint256 fell = block.timestamp;
    // A quarter of the minimum uses the window's room up in a quarter of it.
    assertEq(source.freshUntil(), fell + WINDOW / 4 - 1);
    vm.warp(fell + WINDOW / 4 - 1);
    source.read();
    vm.warp(fell + WINDOW / 4 + 1);
    vm.expectPartialRevert(UniswapV3TwapSource.LiquidityTooLow.selector);
    source.read();
    vm.expectPartialRevert(UniswapV3TwapSource.LiquidityTooLow.selector);
    source.freshUntil();
  }

  function testFuzz_FreshUntil_ReadAnswersUntilThen(uint128 before, uint128 now_, uint256 passed, uint256 wait) public {
    SteadyPool pool = new SteadyPool(18, 6);
    before = uint128(bound(before, 1e18, 1e26));
    now_ = uint128(bound(now_, 0, 1e26));
    pool.setLiquidity(before);
    UniswapV3TwapSource source = _source(pool, true, 1e20);
    vm.warp(block.timestamp + WINDOW);
    pool.setLiquidity(now_);
    vm.warp(block.timestamp + bound(passed, 0, WINDOW));
    try source.freshUntil() returns (uint256 until) {
      assertGe(until, block.timestamp);
      vm.warp(Math.min(until, block.timestamp + bound(wait, 0, 2 * WINDOW)));
      source.read();
    } catch (bytes memory reason) {
      assertEq(bytes4(reason), UniswapV3TwapSource.LiquidityTooLow.selector);
    }
  }
}
