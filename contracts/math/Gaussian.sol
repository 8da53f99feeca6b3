// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Exponential} from "./Exponential.sol";
import {MillsRatio} from "./MillsRatio.sol";

/// @title Gaussian
/// @notice The standard normal distribution: Φ, its density φ, and the Mills ratio with a sign.
library Gaussian {
  /// @dev 1/1e18 in Q156: a WAD times this, shifted by 60, is a Q96.
  uint256 private constant INV_WAD_Q156 = 0x12725dd1d243aba0e75fe645d;
  /// @dev 1.0 in WAD.
  uint256 private constant WAD = 1e18;
  /// @dev Φ(−10) = 7.6e-24 is nothing in WAD, and so is φ(10).
  uint256 private constant TAIL_END = 10e18;

  /// @notice Φ(x), the probability of a standard normal variable below x.
  /// @param x WAD, any value
  /// @return WAD, 0 .. 1e18; error ≤ 2e-18; Φ(x) + Φ(−x) = 1 exactly
  function cdf(int256 x) internal pure returns (uint256) {
    unchecked {
      // sign is 0 or −1; (a ^ sign) − sign negates a where sign is −1.
      int256 sign = x >> 255;
      uint256 magnitude = uint256((x ^ sign) - sign);
      int256 tail;
      if (magnitude < TAIL_END) {
        magnitude = (magnitude * INV_WAD_Q156) >> 60;
        // φ in Q128 and M in Q96, below 2¹²⁷ and 2⁹⁷; 60 bits come off before a WAD goes on. To the nearest, so that Φ(0) = ½.
        tail = int256(
          (((densityQ96(int256(magnitude)) * MillsRatio.millsQ96(magnitude)) >> 60) * WAD + (1 << 163)) >> 164
        );
      }
      return uint256((int256(WAD) & ~sign) - ((tail ^ sign) - sign));
    }
  }

  /// @notice φ(x) = e^(−x²/2)/√2π.
  /// @param x WAD, any value
  /// @return WAD, to the nearest
  function pdf(int256 x) internal pure returns (uint256) {
    unchecked {
      uint256 magnitude = _abs(x);
      if (magnitude >= TAIL_END) return 0;
      return (densityQ96(int256((magnitude * INV_WAD_Q156) >> 60)) * WAD + (1 << 127)) >> 128;
    }
  }

  /// @notice φ(x).
  /// @param x Q96, |x| < 2¹²⁷ (2³¹ in value); not checked, every caller bounds it
  /// @return Q128
  function densityQ96(int256 x) internal pure returns (uint256) {
    unchecked {
      // x² < 2²⁵⁴ in Q192; halved and brought to Q96 it is below 2¹⁵⁷.
      return Exponential.normalDensityQ96(uint256(x * x) >> 97);
    }
  }

  /// @notice The tail of two scores, each on its own side, over the density; signed so that Φ(x) = [x ≥ 0] + φ(x)·result,
  /// to a unit of Q96.
  /// @param x Q96, |x| < 2²⁵⁴
  /// @param y Q96, |y| < 2²⁵⁴
  /// @return Q96: −M(x) where x ≥ 0, M(−x) where x < 0; the same for y
  function signedMillsPairQ96(int256 x, int256 y) internal pure returns (int256, int256) {
    unchecked {
      // sign is 0 or −1; a ^ sign negates a where sign is −1, and ~(a ^ sign) the other way, but for a unit, which is left.
      int256 signX = x >> 255;
      int256 signY = y >> 255;
      (uint256 mx, uint256 my) = MillsRatio.millsPairQ96(uint256(x ^ signX), uint256(y ^ signY));
      return (~(int256(mx) ^ signX), ~(int256(my) ^ signY));
    }
  }

  /// @dev |x|, right for the smallest integer too.
  function _abs(int256 x) private pure returns (uint256) {
    unchecked {
      int256 sign = x >> 255;
      return uint256((x ^ sign) - sign);
    }
  }
}
