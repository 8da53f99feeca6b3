// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {SurfaceParameters} from "../../../contracts/surface/SurfaceParameters.sol";
import {SeriesId, toSeriesId} from "../../../contracts/types/SeriesId.sol";
import {VaultFixture} from "../../fixtures/VaultFixture.sol";

/// @notice Spot crashes, and somebody buys before reporters have said what that does to volatility: realised volatility, which anyone
/// may bring up to date, is the floor under what he pays (ADR 0015).
contract LaggingSurfaceTest is VaultFixture {
  uint256 private constant MOVES = 3;
  /// @dev Small enough to count without being confirmed.
  uint256 private constant STEP = 0.004e18;

  /// @dev As a market's surface is deployed.
  function _parameters() internal pure override returns (SurfaceParameters memory) {
    return
      SurfaceParameters({
        confidenceFloor: 0.005e18,
        confidenceGrowth: 1e18,
        maxAge: 6 hours,
        hourlyAllowance: 0.15e18,
        dailyAllowance: 0.6e18,
        bandLow: 0.3e18,
        bandHigh: 4e18,
        minExpiries: 2
      });
  }

  function _quietDay() private {
    realised.update();
    for (uint256 i = 0; i < 24; ++i) {
      _passFresh(1 hours);
      realised.update();
    }
  }

  /// @param drop WAD fraction
  /// @param lasting seconds
  function _crash(uint256 drop, uint256 lasting) private returns (uint256 spot) {
    spot = 2000e18;
    for (uint256 i = 0; i < MOVES; ++i) {
      spot = (spot * (1e18 - drop / MOVES)) / 1e18;
      vm.warp(vm.getBlockTimestamp() + lasting / MOVES);
      vm.roll(vm.getBlockNumber() + 20);
      _setSpot(spot);
      realised.update();
    }
    _tick();
  }

  function _walkTo(uint256 later) private {
    for (uint256 volatility = VOLATILITY; volatility < later;) {
      volatility = volatility + STEP < later ? volatility + STEP : later;
      vm.warp(vm.getBlockTimestamp() + 30);
      vm.roll(vm.getBlockNumber() + 3);
      _submit(_report(volatility));
    }
    _tick();
  }

  function _atTheMoney(IOptionVault vault, uint256 expiry, uint256 spot) private view returns (SeriesId nearest) {
    (uint256[] memory strikes, ) = vault.strikesOf(expiry);
    uint256 least = type(uint256).max;
    for (uint256 i = 0; i < strikes.length; ++i) {
      uint256 distance = strikes[i] > spot ? strikes[i] - spot : spot - strikes[i];
      if (distance < least) (least, nearest) = (distance, toSeriesId(expiry, strikes[i]));
    }
  }

  function _gain(uint256 day, uint256 drop, uint256 later, uint256 quantity) private returns (int256 gain) {
    uint256 before = vm.snapshotState();
    _deposit(putVault, provider, 1_000_000e6);
    _quietDay();
    uint256 expiry = _expiry(day);
    putVault.openExpiry(expiry);
    _tick();
    uint256 spot = _crash(drop, 30 minutes);
    // Where the ladder does not reach the money any more.
    try putVault.relist(expiry) {} catch {}
    _tick();
    SeriesId id = _atTheMoney(putVault, expiry, spot);
    uint256 paid = _buy(putVault, buyer, id, quantity);
    _walkTo(later);
    gain = int256(_sell(putVault, buyer, id, quantity)) - int256(paid);
    vm.revertToState(before);
  }

  function test_ABuyerAheadOfTheSurface_GainsNothing() public {
    for (uint256 size = 50e18; size <= 200e18; size += 150e18) {
      assertLt(_gain(28, 0.15e18, 0.94e18, size), 0, "15 % down, volatility 80 to 94 %");
      assertLt(_gain(28, 0.1e18, 0.9e18, size), 0, "10 % down, volatility 80 to 90 %");
      assertLt(_gain(28, 0.06e18, 0.86e18, size), 0, "6 % down, volatility 80 to 86 %");
      assertLt(_gain(7, 0.15e18, 1.1e18, size), 0, "15 % down, a week, volatility 80 to 110 %");
    }
  }
}
