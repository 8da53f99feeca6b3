// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";

import {SurfaceFixture} from "../../mocks/SurfaceFixture.sol";
import {IRealisedVolatility} from "../../../contracts/interfaces/IRealisedVolatility.sol";
import {IVolatilitySurface} from "../../../contracts/interfaces/IVolatilitySurface.sol";
import {ReporterSet} from "../../../contracts/feeds/ReporterSet.sol";
import {
  ParameterOutOfBounds,
  ParameterStepTooLarge,
  ParametersTooSoon,
  SurfaceParameters
} from "../../../contracts/surface/SurfaceParameters.sol";
import {SurfaceStatus} from "../../../contracts/types/SurfaceStatus.sol";

/// @notice Who may change what of a surface, by how much, and who signs for it.
contract SurfaceGovernanceTest is SurfaceFixture {
  function test_G3_Suspend_TightensAtOnceAndOnlyTheGovernorReleases() public {
    _deliver(0.8e18);
    vm.prank(guardian);
    surface.suspend();
    _is(SurfaceStatus.Pending);
    // Reports keep it closed.
    _pass(10 minutes);
    _submit(_report(0.8e18));
    _is(SurfaceStatus.Pending);
    _nextBlock();
    _is(SurfaceStatus.Pending);
    vm.prank(guardian);
    vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, guardian));
    surface.resume();
    surface.resume();
    _is(SurfaceStatus.Fresh);
  }

  function test_RevertWhen_NotAuthorised() public {
    address stranger = makeAddr("stranger");
    bytes memory refusal = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, stranger);
    vm.startPrank(stranger);
    vm.expectRevert(refusal);
    surface.setParameters(_parameters());
    vm.expectRevert(refusal);
    surface.setReporters(reporters, 2);
    vm.expectRevert(refusal);
    surface.setRealisedVolatility(IRealisedVolatility(address(0)));
    vm.expectRevert(refusal);
    surface.suspend();
    vm.stopPrank();
  }

  function test_Parameters_HoldAtOnceAndInTheBlockOfAReport() public {
    _deliver(0.8e18);
    _pass(1 minutes);
    _submit(_report(0.8e18));
    SurfaceParameters memory p = _parameters();
    p.confidenceFloor = 0.0225e18;
    surface.setParameters(p);
    assertEq(_confidence(), 0.0225e18);
    _nextBlock();
    assertEq(_confidence(), 0.0225e18);
    assertEq(surface.parameters().confidenceFloor, 0.0225e18);
  }

  function test_G4_RevertWhen_AParameterMovesFurtherThanAStep() public {
    SurfaceParameters memory p = _parameters();
    p.confidenceFloor = 0.0225e18 + 1;
    _refusedStep(p, "confidenceFloor", 0.01e18, p.confidenceFloor);
    p = _parameters();
    p.confidenceGrowth = 2.5e18 + 1;
    _refusedStep(p, "confidenceGrowth", 2e18, p.confidenceGrowth);
    p = _parameters();
    p.maxAge = 4.2 hours + 1;
    _refusedStep(p, "maxAge", 3 hours, p.maxAge);
    p = _parameters();
    p.hourlyAllowance = 0.375e18 + 1;
    _refusedStep(p, "hourlyAllowance", 0.3e18, p.hourlyAllowance);
    p = _parameters();
    p.dailyAllowance = 1e18 + 1;
    _refusedStep(p, "dailyAllowance", 0.8e18, p.dailyAllowance);
    p = _parameters();
    p.bandLow = 0.25e18 + 1;
    _refusedStep(p, "bandLow", 0.2e18, p.bandLow);
    p = _parameters();
    p.bandHigh = 7.5e18 + 1;
    _refusedStep(p, "bandHigh", 5e18, p.bandHigh);
  }

  function test_G4_RevertWhen_ParametersChangedLessThanAWeekAgo() public {
    SurfaceParameters memory p = _parameters();
    p.confidenceFloor = 0.02e18;
    uint256 begun = vm.getBlockTimestamp();
    surface.setParameters(p);
    vm.warp(begun + 7 days - 1);
    vm.expectRevert(abi.encodeWithSelector(ParametersTooSoon.selector, begun + 7 days));
    surface.setParameters(p);
    vm.warp(begun + 7 days);
    surface.setParameters(p);
  }

  function _refusedStep(SurfaceParameters memory p, bytes32 name, uint256 current, uint256 target) private {
    vm.expectRevert(abi.encodeWithSelector(ParameterStepTooLarge.selector, name, current, target));
    surface.setParameters(p);
  }

  function _refusedParameters(SurfaceParameters memory p, bytes32 name, uint256[3] memory values) private {
    vm.expectRevert(abi.encodeWithSelector(ParameterOutOfBounds.selector, name, values[0], values[1], values[2]));
    surface.setParameters(p);
  }

  function test_G2_RevertWhen_AParameterIsOutOfBounds() public {
    SurfaceParameters memory p = _parameters();
    p.confidenceFloor = 0;
    _refusedParameters(p, "confidenceFloor", [uint256(0), 0.001e18, 0.5e18]);
    p = _parameters();
    p.confidenceGrowth = 4e18 + 1;
    _refusedParameters(p, "confidenceGrowth", [uint256(4e18 + 1), 0.1e18, 4e18]);
    p = _parameters();
    p.maxAge = 2 days + 1;
    _refusedParameters(p, "maxAge", [uint256(2 days + 1), 10 minutes, 2 days]);
    p = _parameters();
    p.hourlyAllowance = 1e18 + 1;
    _refusedParameters(p, "hourlyAllowance", [uint256(1e18 + 1), 0.01e18, 1e18]);
    p = _parameters();
    p.dailyAllowance = 0.29e18;
    _refusedParameters(p, "dailyAllowance", [uint256(0.29e18), 0.3e18, 4e18]);
    p = _parameters();
    p.bandLow = 1e18 + 1;
    _refusedParameters(p, "bandLow", [uint256(1e18 + 1), 0, 1e18]);
    p = _parameters();
    p.bandHigh = 1e18 - 1;
    _refusedParameters(p, "bandHigh", [uint256(1e18 - 1), 1e18, 100e18]);
    p = _parameters();
    p.minExpiries = 0;
    _refusedParameters(p, "minExpiries", [uint256(0), 1, 8]);
  }

  function test_Reporters_AreReplaced() public {
    address[] memory one = new address[](1);
    one[0] = vm.addr(keys[2]);
    surface.setReporters(one, 1);
    (address[] memory now_, uint256 threshold) = surface.reporters();
    assertEq(now_.length, 1);
    assertEq(threshold, 1);
    IVolatilitySurface.Report memory report = _report(0.8e18);
    bytes[] memory signatures = _signatures(report, 1);
    vm.expectRevert(abi.encodeWithSelector(ReporterSet.NotReporter.selector, 0, reporters[0]));
    surface.submit(report, signatures);
    signatures[0] = _sign(keys[2], surface.digestOf(report));
    surface.submit(report, signatures);
  }

  function test_RevertWhen_TheReporterSetIsMalformed() public {
    vm.expectRevert(abi.encodeWithSelector(ReporterSet.ReporterCountOutOfBounds.selector, 0, 16));
    surface.setReporters(new address[](0), 0);
    vm.expectRevert(abi.encodeWithSelector(ReporterSet.ReporterCountOutOfBounds.selector, 17, 16));
    surface.setReporters(new address[](17), 9);
    vm.expectRevert(abi.encodeWithSelector(ReporterSet.ThresholdOutOfBounds.selector, 1, 3));
    surface.setReporters(reporters, 1);
    vm.expectRevert(abi.encodeWithSelector(ReporterSet.ThresholdOutOfBounds.selector, 4, 3));
    surface.setReporters(reporters, 4);
    address[] memory twice = new address[](2);
    (twice[0], twice[1]) = (reporters[0], reporters[0]);
    vm.expectRevert(abi.encodeWithSelector(ReporterSet.NotAscending.selector, reporters[0], reporters[0]));
    surface.setReporters(twice, 2);
    twice[0] = address(0);
    vm.expectRevert(abi.encodeWithSelector(ReporterSet.NotAscending.selector, address(0), address(0)));
    surface.setReporters(twice, 2);
  }
}
