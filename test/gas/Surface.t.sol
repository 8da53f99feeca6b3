// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SurfaceFixture} from "../mocks/SurfaceFixture.sol";
import {IVolatilitySurface} from "../../contracts/interfaces/IVolatilitySurface.sol";
import {expiryHeader} from "../../contracts/types/Book.sol";
import {SviSlice} from "../../contracts/types/SviSlice.sol";

/// @notice Gas of the surface's two calls that matter: the read in every trade, and the delivery of a full report.
contract SurfaceGasTest is SurfaceFixture {
  function _full(uint256 volatility) private returns (IVolatilitySurface.Report memory report) {
    report = _report(volatility);
    report.expiries = new uint256[](8);
    report.slices = new SviSlice[](8);
    for (uint256 i = 0; i < 8; ++i) {
      report.expiries[i] = _expiry(7 * (i + 1));
      report.slices[i] = _slice(volatility, report.expiries[i] - report.observedAt);
    }
  }

  function setUp() public override {
    super.setUp();
    _submit(_full(0.8e18));
    _nextBlock();
    _pass(10 minutes);
    _submit(_full(0.805e18));
    _nextBlock();
    _pass(10 minutes);
  }

  function _packed(uint256 count) private pure returns (uint256 packed) {
    for (uint256 i = 0; i < count; ++i) packed |= expiryHeader(_expiry(7 * (i + 1)), 8) << (32 * i);
  }

  function _curves(uint256 count, string memory name, bool cold) private {
    uint256 packed = _packed(count);
    if (cold) _cool();
    else surface.curvesFor(packed);
    surface.curvesFor(packed);
    emit log_named_uint(name, vm.lastCallGas().gasTotalUsed);
  }

  /// @dev The surface, and the accounts that its reports lie in.
  function _cool() private {
    vm.cool(address(surface));
    for (uint256 i = 1; i <= 2; ++i) vm.cool(vm.computeCreateAddress(address(surface), i));
  }

  function test_Gas_CurvesFor2Cold() public {
    _curves(2, "surface.curvesFor2Cold", true);
  }

  function test_Gas_CurvesFor8Cold() public {
    _curves(8, "surface.curvesFor8Cold", true);
  }

  function test_Gas_CurvesFor2Warm() public {
    _curves(2, "surface.curvesFor2Warm", false);
  }

  function test_Gas_CurvesFor8Warm() public {
    _curves(8, "surface.curvesFor8Warm", false);
  }

  function test_Gas_Submit8() public {
    IVolatilitySurface.Report memory report = _full(0.81e18);
    bytes[] memory signatures = _signatures(report, THRESHOLD);
    _cool();
    surface.submit(report, signatures);
    emit log_named_uint("surface.submit8", vm.lastCallGas().gasTotalUsed);
  }
}
