// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IRedeemQueue} from "../interfaces/IRedeemQueue.sol";

/// @dev Bits of a level in a request's id, and how many levels there are with the one that is no minimum.
uint256 constant LEVEL_BITS = 13;
uint256 constant LEVEL_COUNT = 1 << LEVEL_BITS;

/// @title PriceLevels
/// @notice Minimum prices on one grid for all vaults and times, each level one per cent above the last:
///
/// ```
/// level 0: no minimum          level n = 1 .. 8191: ⌈1.01^(n − 1)⌉ WAD collateral per whole share
/// ```
/// That is every price from 1e-18 to 2.4e17 units of collateral. Where the grid is finer than a wei, neighbouring levels ask for
/// the same price.
/// @dev Exact, not approximate: products of powers with 240 bits after the point err by less than 1e-70, and no 1.01^n is nearer than
/// that to a whole number but 1 itself. A test compares all levels with 101^n/100^n in integers.
library PriceLevels {
  uint256 internal constant HIGHEST = LEVEL_COUNT - 1;
  /// @dev Bits after the point of a power. Below it is room for thirteen factors below two.
  uint8 private constant POINT = 240;

  /// @notice The lowest level that asks for at least `minimum`, which is not zero.
  function levelOf(uint256 minimum) internal pure returns (uint256 level) {
    level = _countBelow(minimum) + 1;
    require(level <= HIGHEST, IRedeemQueue.MinimumAboveRange(minimum, priceOf(HIGHEST)));
  }

  /// @notice The highest level that asks for no more than `price`; zero where all ask for more.
  function highestMet(uint256 price) internal pure returns (uint256) {
    return Math.min(_countBelow(Math.saturatingAdd(price, 1)), HIGHEST);
  }

  /// @notice What a level asks for, WAD collateral per whole share.
  function priceOf(uint256 level) internal pure returns (uint256) {
    if (level == 0) return 0;
    uint256 steps = level - 1;
    (uint256 mantissa, uint256 exponent) = (1 << POINT, 0);
    for (uint256 bit = LEVEL_BITS; bit != 0;) {
      --bit;
      if ((steps >> bit) & 1 == 1) (mantissa, exponent) = _times(mantissa, exponent, bit);
    }
    return _toPrice(mantissa, exponent);
  }

  function toRequestId(uint256 epoch, uint256 level) internal pure returns (uint256) {
    return (epoch << LEVEL_BITS) | level;
  }

  function parts(uint256 requestId) internal pure returns (uint256 epoch, uint256 level) {
    return (requestId >> LEVEL_BITS, requestId & HIGHEST);
  }

  /// @dev How many of ⌈1.01^0⌉, ⌈1.01^1⌉, … ⌈1.01^8191⌉ are below `price`: the highest of those powers, bit by bit.
  function _countBelow(uint256 price) private pure returns (uint256 count) {
    if (price <= 1) return 0;
    (uint256 mantissa, uint256 exponent) = (1 << POINT, 0);
    for (uint256 bit = LEVEL_BITS; bit != 0;) {
      --bit;
      (uint256 next, uint256 nextExponent) = _times(mantissa, exponent, bit);
      if (_toPrice(next, nextExponent) >= price) continue;
      (mantissa, exponent) = (next, nextExponent);
      count |= 1 << bit;
    }
    ++count;
  }

  /// @dev Times 1.01^(2^bit). Mantissas of thirteen factors stay below 2^253; exponents below 113.
  function _times(uint256 mantissa, uint256 exponent, uint256 bit) private pure returns (uint256, uint256) {
    (uint256 factor, uint256 added) = _power(bit);
    return (Math.mulShr(mantissa, factor, POINT), exponent + added);
  }

  /// @dev mantissa·2^(exponent − 240), rounded up.
  function _toPrice(uint256 mantissa, uint256 exponent) private pure returns (uint256) {
    return ((mantissa - 1) >> (POINT - exponent)) + 1;
  }

  /// @dev 1.01^(2^bit) as a mantissa from one to two, rounded down, and a power of two.
  function _power(uint256 bit) private pure returns (uint256 mantissa, uint256 exponent) {
    if (bit == 0) return (0x1028f5c28f5c28f5c28f5c28f5c28f5c28f5c28f5c28f5c28f5c28f5c28f5, 0);
    if (bit == 1) return (0x10525460aa64c2f837b4a2339c0ebedfa43fe5c91d14e3bcd35a858793dd9, 0);
    if (bit == 2) return (0x10a65063f09553e4ae95d513ee1e811f7a43bdefe52abc971f96c92fb44da, 0);
    if (bit == 3) return (0x1153618d8ed4986ac6b49570bb6215ca23171394b0ff4f11b5b997f7b11fa, 0);
    if (bit == 4) return (0x12c2e1d33ef6e9cc5022ec8dc30fe0de41fa1df72a06263eaa60783bbc0f7, 0);
    if (bit == 5) return (0x15ffc1cc03b2a19f669714114ad7ce435de04b47d64c070fbd6f1de127fcb, 0);
    if (bit == 6) return (0x1e3f54f1fbfec8b5ed4c56f01e0a7079460adceda416979ad8723068d974b, 0);
    if (bit == 7) return (0x1c973c9d12cb8468751caaeccdaecaba15b8174c78a16aae49d4136f273cf, 1);
    if (bit == 8) return (0x198b74d75e1591e40f586523c1f9727b0a76d2f3e408e57a07697f09344f1, 3);
    if (bit == 9) return (0x146446513ca222ed7d6c0d6b8569d3646d4c2988ba76a98d32720e47ebc78, 7);
    if (bit == 10) return (0x19fd243b4413b107d3340734ab16362b1ce8b92b50164f8a77137e557f5ce, 14);
    if (bit == 11) return (0x151b5b21ac8902eb6d7f16836a7b95c690c7513000d5df0ca6c7a2fb59782, 29);
    // 1.01^4096
    return (0x1bd7fdfdfd9d478954e784b5f1c76b85e3bea37d6b8efd8cc43e426b770fc, 58);
  }
}
