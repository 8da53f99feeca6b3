// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {IVolatilitySurface} from "../../../contracts/interfaces/IVolatilitySurface.sol";
import {CurvesAnswer} from "../../../contracts/surface/CurvesAnswer.sol";
import {Curve} from "../../../contracts/types/Curve.sol";
import {SurfaceStatus} from "../../../contracts/types/SurfaceStatus.sol";
import {SviSlice} from "../../../contracts/types/SviSlice.sol";

/// @notice What `CurvesAnswer.ask` makes of answers that no surface of ours gives.
contract CurvesAnswerTest is Test {
  IVolatilitySurface private surface = IVolatilitySurface(makeAddr("surface"));

  function ask() public view returns (Curve[] memory, uint256, SurfaceStatus) {
    return CurvesAnswer.ask(surface, 1);
  }

  function _answer(bytes memory data) private {
    vm.mockCall(address(surface), abi.encodeCall(surface.curvesFor, (1)), data);
  }

  function _curves(uint256 count) private pure returns (Curve[] memory curves) {
    curves = new Curve[](count);
    for (uint256 i = 0; i < count; ++i) curves[i] = Curve(SviSlice.wrap(i + 1), i + 2, SviSlice.wrap(i + 3), i + 4);
  }

  function test_Ask_ReadsWhatSolidityEncodes() public {
    for (uint256 count = 0; count <= 8; ++count) {
      bytes memory data = abi.encode(_curves(count), 0.02e18, SurfaceStatus.Stale);
      _answer(data);
      (Curve[] memory curves, uint256 confidence, SurfaceStatus status) = ask();
      assertEq(abi.encode(curves, confidence, status), data);
    }
  }

  function test_RevertWhen_TheSurfaceReverts_WithItsError() public {
    vm.mockCallRevert(
      address(surface),
      abi.encodeCall(surface.curvesFor, (1)),
      abi.encodeWithSelector(IVolatilitySurface.SurfaceAbsent.selector)
    );
    vm.expectRevert(IVolatilitySurface.SurfaceAbsent.selector);
    this.ask();
  }

  function test_RevertWhen_ThereIsNoSurface() public {
    vm.expectRevert(CurvesAnswer.MalformedAnswer.selector);
    this.ask();
  }

  function test_RevertWhen_TheAnswerIsCutShort() public {
    _answer(abi.encode(0x60, 0.02e18, SurfaceStatus.Fresh, 2, 1, 2, 3, 4, 5, 6, 7));
    vm.expectRevert(CurvesAnswer.MalformedAnswer.selector);
    this.ask();
  }

  function test_RevertWhen_TheArrayIsElsewhere() public {
    _answer(abi.encode(0x80, 0.02e18, SurfaceStatus.Fresh, 0));
    vm.expectRevert(CurvesAnswer.MalformedAnswer.selector);
    this.ask();
  }

  function test_RevertWhen_TheCurvesAreMoreThanEight() public {
    _answer(abi.encode(_curves(9), 0.02e18, SurfaceStatus.Fresh));
    vm.expectRevert(CurvesAnswer.MalformedAnswer.selector);
    this.ask();
  }

  function test_RevertWhen_TheStatusIsNone() public {
    _answer(abi.encode(0x60, 0.02e18, 4, 0));
    vm.expectRevert();
    this.ask();
  }
}
