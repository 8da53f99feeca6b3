// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {Test} from "forge-std/Test.sol";

import {Roles} from "../../contracts/governance/Roles.sol";
import {IRealisedVolatility} from "../../contracts/interfaces/IRealisedVolatility.sol";
import {IVolatilitySurface} from "../../contracts/interfaces/IVolatilitySurface.sol";
import {SquareRoot} from "../../contracts/math/SquareRoot.sol";
import {SurfaceParameters} from "../../contracts/surface/SurfaceParameters.sol";
import {SurfaceStore} from "../../contracts/surface/SurfaceStore.sol";
import {VolatilitySurface} from "../../contracts/surface/VolatilitySurface.sol";
import {SurfaceStatus} from "../../contracts/types/SurfaceStatus.sol";
import {SviParams, SviSlice, packSvi} from "../../contracts/types/SviSlice.sol";

/// @notice A surface with three reporters, two of whom must sign, and reports to hand it.
abstract contract SurfaceFixture is Test {
  uint256 internal constant START = 1_800_000_000 - (1_800_000_000 % 86_400) + 10 hours;
  uint256 internal constant THRESHOLD = 2;
  /// @dev ρ of every slice made here, and √(1 − ρ²), pico.
  int256 internal constant RHO = -0.3e12;
  uint256 internal constant RHO_COMPLEMENT = 953_939_201_417;

  AccessManager internal manager;
  VolatilitySurface internal surface;
  /// @dev Ascending by address.
  uint256[] internal keys;
  address[] internal reporters;
  address internal guardian = makeAddr("guardian");
  uint64 internal round;

  function setUp() public virtual {
    vm.warp(START);
    vm.roll(1000);
    _makeReporters(3);
    manager = new AccessManager(address(this));
    surface = new VolatilitySurface(
      address(manager),
      _parameters(),
      reporters,
      THRESHOLD,
      IRealisedVolatility(address(0))
    );
    bytes4[] memory tightening = new bytes4[](1);
    tightening[0] = SurfaceStore.suspend.selector;
    manager.setTargetFunctionRole(address(surface), tightening, Roles.GUARDIAN);
    manager.grantRole(Roles.GUARDIAN, guardian, 0);
  }

  function _parameters() internal pure virtual returns (SurfaceParameters memory) {
    return
      SurfaceParameters({
        confidenceFloor: 0.01e18,
        confidenceGrowth: 2e18,
        maxAge: 3 hours,
        hourlyAllowance: 0.3e18,
        dailyAllowance: 0.8e18,
        bandLow: 0.2e18,
        bandHigh: 5e18,
        minExpiries: 2
      });
  }

  function _makeReporters(uint256 count) private {
    for (uint256 i = 1; i <= count; ++i) {
      uint256 key = uint256(keccak256(abi.encode("reporter", i)));
      uint256 j = keys.length;
      keys.push(key);
      while (j > 0 && vm.addr(keys[j - 1]) > vm.addr(key)) {
        keys[j] = keys[j - 1];
        --j;
      }
      keys[j] = key;
    }
    for (uint256 i = 0; i < count; ++i) reporters.push(vm.addr(keys[i]));
  }

  /// @dev One day's 08:00 some days ahead of the start.
  function _expiry(uint256 daysAhead) internal pure returns (uint256) {
    return START - 2 hours + daysAhead * 1 days;
  }

  /// @dev A slice with a given volatility at the money and the shape of SSVI with φ = 1/√θ (Gatheral and Jacquier): free of
  /// arbitrage, and between expiries too where θ rises.
  function _slice(uint256 volatility, uint256 tenor) internal pure returns (SviSlice) {
    uint256 theta = (((volatility * volatility) / 1e24) * tenor) / 365 days;
    uint256 root = SquareRoot.sqrt(theta * 1e12);
    return
      packSvi(
        SviParams({
          a: int256((theta * RHO_COMPLEMENT * RHO_COMPLEMENT) / 2e24),
          b: root / 2,
          rho: RHO,
          m: (-RHO * int256(root)) / 1e12,
          sigma: (RHO_COMPLEMENT * root) / 1e12
        })
      );
  }

  /// @dev A report of one volatility at the money for expiries in 7, 14 and 28 days, observed now.
  function _report(uint256 volatility) internal returns (IVolatilitySurface.Report memory report) {
    report.round = ++round;
    // Asked of the cheat codes: the IR compiler takes a block's time to be the same before and after a warp.
    uint256 now_ = vm.getBlockTimestamp();
    report.observedAt = uint64(now_);
    report.confidence = 0.005e18;
    report.expiries = new uint256[](3);
    report.slices = new SviSlice[](3);
    for (uint256 i = 0; i < 3; ++i) {
      report.expiries[i] = _expiry(7 << i);
      while (report.expiries[i] <= now_) report.expiries[i] += 28 days;
    }
    _sort(report.expiries);
    for (uint256 i = 0; i < 3; ++i) report.slices[i] = _slice(volatility, report.expiries[i] - now_);
  }

  function _sort(uint256[] memory list) private pure {
    for (uint256 i = 1; i < list.length; ++i) {
      for (uint256 j = i; j > 0 && list[j - 1] > list[j]; --j) (list[j - 1], list[j]) = (list[j], list[j - 1]);
    }
  }

  function _sign(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
    (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
    return abi.encodePacked(r, s, v);
  }

  /// @dev The first `count` reporters' signatures, ascending.
  function _signatures(
    IVolatilitySurface.Report memory report,
    uint256 count
  ) internal view returns (bytes[] memory signatures) {
    signatures = new bytes[](count);
    bytes32 digest = surface.digestOf(report);
    for (uint256 i = 0; i < count; ++i) signatures[i] = _sign(keys[i], digest);
  }

  function _submit(IVolatilitySurface.Report memory report) internal {
    surface.submit(report, _signatures(report, THRESHOLD));
  }

  function _nextBlock() internal {
    vm.roll(vm.getBlockNumber() + 1);
  }

  /// @dev Observes, signs, delivers, and goes on to the block in which it holds.
  function _deliver(uint256 volatility) internal {
    _submit(_report(volatility));
    _nextBlock();
  }

  function _pass(uint256 time) internal {
    vm.warp(vm.getBlockTimestamp() + time);
    vm.roll(vm.getBlockNumber() + 1 + time / 12);
  }

  /// @dev At-the-money volatility to the expiry 14 days after the start.
  function _atTheMoney() internal view returns (uint256) {
    return surface.volatility(0, _expiry(14));
  }

  function _status() internal view returns (SurfaceStatus status) {
    (status, ) = surface.status();
  }

  function _is(SurfaceStatus expected) internal view {
    assertEq(uint8(_status()), uint8(expected));
  }

  function _confidence() internal view returns (uint256 confidence) {
    (, confidence) = surface.status();
  }
}
