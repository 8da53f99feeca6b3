// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Test} from "forge-std/Test.sol";

import {Intervals} from "../../../contracts/premium/Intervals.sol";
import {WadMath} from "../../../contracts/premium/WadMath.sol";
import {MAX_EXPIRIES} from "../../../contracts/types/Book.sol";

/// @notice Short cuts of the premium stage against OpenZeppelin's 512 bits and Solidity's checked access.
contract WadMathFuzz is Test {
  uint256 private constant WAD = 1e18;

  function mulUp(uint256 x, uint256 y) external pure returns (uint256) {
    return WadMath.mulUp(x, y);
  }

  function mulDivUp(uint256 x, uint256 y, uint256 denominator) external pure returns (uint256) {
    return WadMath.mulDivUp(x, y, denominator);
  }

  /// @dev Both sizes of operands: what fits a word with its product, and what does not.
  function testFuzz_WadProducts_AreOpenZeppelins(uint256 x, uint256 y, uint8 shiftX, uint8 shiftY) external pure {
    (x, y) = (x >> shiftX, y >> shiftY);
    vm.assume(_fits(x, y, WAD));
    assertEq(WadMath.mulUp(x, y), Math.mulDiv(x, y, WAD, Math.Rounding.Ceil), "up");
    assertEq(WadMath.mulDown(x, y), Math.mulDiv(x, y, WAD), "down");
  }

  /// @dev The largest product that a word holds leaves no room for what rounds it up.
  function test_WadProducts_AtTheEdgeOfAWord() external pure {
    uint256[3] memory edges = [uint256(type(uint128).max), 1 << 127, (1 << 127) - 1];
    for (uint256 i; i < 9; ++i) {
      (uint256 x, uint256 y) = (edges[i / 3], edges[i % 3]);
      assertEq(WadMath.mulUp(x, y), Math.mulDiv(x, y, WAD, Math.Rounding.Ceil), "up");
      assertEq(WadMath.mulDown(x, y), Math.mulDiv(x, y, WAD), "down");
    }
  }

  function testFuzz_Quotients_AreOpenZeppelins(
    uint256 x,
    uint256 y,
    uint256 denominator,
    uint8 shiftX,
    uint8 shiftY
  ) external pure {
    (x, y) = (x >> shiftX, y >> shiftY);
    denominator = bound(denominator, 1, type(uint256).max);
    vm.assume(_fits(x, y, denominator));
    assertEq(
      WadMath.mulDivUp(x, y, denominator),
      Math.mulDiv(x, y, denominator, Math.Rounding.Ceil),
      "up, any denominator"
    );
  }

  function test_Products_RoundUpByOneWhereInexact() external pure {
    assertEq(WadMath.mulUp(1, 1), 1);
    assertEq(WadMath.mulUp(3, WAD), 3);
    assertEq(WadMath.mulUp(3, WAD + 1), 4);
    assertEq(WadMath.mulDivUp(0, 5, 3), 0);
    assertEq(WadMath.mulDivUp(2, 3, 6), 1);
    assertEq(WadMath.mulDivUp(2, 3, 5), 2);
  }

  function test_RevertWhen_ResultDoesNotFit() external {
    vm.expectRevert();
    this.mulUp(type(uint256).max, type(uint256).max);
    vm.expectRevert();
    this.mulDivUp(type(uint256).max, 2, 1);
  }

  function test_RevertWhen_DenominatorIsZero() external {
    vm.expectRevert();
    this.mulDivUp(1, 1, 0);
  }

  function testFuzz_Intervals_AreThePlainArray(uint256[MAX_EXPIRIES] memory values, uint256 value) external pure {
    for (uint256 i; i < MAX_EXPIRIES; ++i) assertEq(Intervals.get(values, i), values[i], "at");
    uint256 index = value % MAX_EXPIRIES;
    uint256[MAX_EXPIRIES] memory plain;
    for (uint256 i; i < MAX_EXPIRIES; ++i) plain[i] = values[i];
    plain[index] = value;
    Intervals.set(values, index, value);
    for (uint256 i; i < MAX_EXPIRIES; ++i) assertEq(values[i], plain[i], "set");
  }

  function _fits(uint256 x, uint256 y, uint256 denominator) private pure returns (bool) {
    (uint256 high, ) = Math.mul512(x, y);
    // One less than the denominator leaves room for rounding up.
    return high < denominator - 1 || high == 0;
  }
}
