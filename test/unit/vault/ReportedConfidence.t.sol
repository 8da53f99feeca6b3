// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IVolatilitySurface} from "../../../contracts/interfaces/IVolatilitySurface.sol";
import {SurfaceStatus} from "../../../contracts/types/SurfaceStatus.sol";
import {VaultFixture} from "../../fixtures/VaultFixture.sol";

/// @notice What reporters can take from who leaves at NAV by reporting that they know little.
contract ReportedConfidenceTest is VaultFixture {
  uint256 private shares;
  uint256 private fair;

  function setUp() public override {
    super.setUp();
    _deposit(callVault, provider, 100e18);
    uint256 expiry = _expiry(28);
    callVault.openExpiry(expiry);
    _tick();
    _buy(callVault, buyer, _atTheMoneySeries(callVault, expiry), 50e18);
    _tick();
    shares = callVault.balanceOf(provider) / 10;
    fair = callVault.previewRedeem(shares);
  }

  function _confident(uint256 confidence) private {
    vm.warp(vm.getBlockTimestamp() + 12);
    vm.roll(vm.getBlockNumber() + 1);
    IVolatilitySurface.Report memory report = _report(VOLATILITY);
    report.confidence = uint128(confidence);
    _submit(report);
    vm.roll(vm.getBlockNumber() + 1);
  }

  /// As large as it may be, and confirmed: a per cent of what he has, not a fifth, and out of the allowances.
  function test_A20_AtMostAPerCent() public {
    (uint256 before, ) = surface.allowances();
    for (uint256 i = 0; i < 2; ++i) _confident(0.15e18);
    assertEq(_confidence(), 0.15e18);
    uint256 later = callVault.previewRedeem(shares);
    assertLt(later, fair);
    assertGt(later, (fair * 99) / 100);
    (uint256 left, ) = surface.allowances();
    assertGt(before - left, 0.13e18);
  }

  /// Growing again after it has shrunk draws again, until the hour has no room left.
  function test_A20_EachGrowthDraws() public {
    for (uint256 i = 0; i < 4; ++i) _confident(0.15e18);
    (uint256 left, ) = surface.allowances();
    assertApproxEqAbs(left, 0.16e18, 1e13);
    _confident(0.005e18);
    for (uint256 i = 0; i < 2; ++i) _confident(0.15e18);
    (left, ) = surface.allowances();
    assertApproxEqAbs(left, 0.02e18, 1e13);
    _confident(0.005e18);
    assertEq(uint8(_status()), uint8(SurfaceStatus.Fresh));
    for (uint256 i = 0; i < 2; ++i) _confident(0.15e18);
    assertEq(uint8(_status()), uint8(SurfaceStatus.Pending));
  }
}
