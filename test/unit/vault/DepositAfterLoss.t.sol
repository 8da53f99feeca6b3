// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {VaultFixture} from "../../fixtures/VaultFixture.sol";

/// @notice Coming while E lags behind what the vault has, after a crash and a recovery: R is still that of the fallen E, shares look
/// cheap, and are worth more as E grows back (ADR 0009). What comes of it, at a market that stands still.
contract DepositAfterLossTest is VaultFixture {
  uint256 private constant ASSETS = 1_000_000e6;
  uint256 private constant OPTIONS = 300e18;
  uint256 private constant UNCHANGED = 2000e18;
  /// @dev Down 47.5 %.
  uint256 private constant CRASHED = 1050e18;
  /// @dev Withdrawals at once are limited; this share of one provider's says what all of them are worth.
  uint256 private constant SAMPLE = 10;

  address private late = makeAddr("late");
  address private anyone = makeAddr("anyone");

  /// @dev Any priced call moves E on.
  function _moveRiskCapital() private {
    _deposit(putVault, anyone, 1e6);
  }

  function _spotGoesTo(uint256 price) private {
    _passFresh(1 hours);
    _setSpot(price);
    _tick();
    _moveRiskCapital();
  }

  /// @dev A vault at 60 % utilisation sees spot go to `low` and come back; `late` deposits there and leaves some quarters of a day
  /// later. Nothing is left of it.
  /// @return gain what `late` made
  /// @return others what the provider's shares would pay
  function _play(uint256 low, uint256 assets, uint256 quarters) private returns (int256 gain, uint256 others) {
    uint256 snapshot = vm.snapshotState();
    _deposit(putVault, provider, ASSETS);
    putVault.openExpiry(_expiry(28));
    SeriesId id = _atTheMoneySeries(putVault, _expiry(28));
    _tick();
    _buy(putVault, buyer, id, OPTIONS);
    _spotGoesTo(low);
    _spotGoesTo(UNCHANGED);
    uint256 shares = assets == 0 ? 0 : _deposit(putVault, late, assets);
    for (uint256 i; i < quarters; ++i) {
      _passFresh(6 hours);
      _moveRiskCapital();
    }
    _passFresh(1 minutes);
    if (assets != 0) {
      vm.prank(late);
      gain = int256(putVault.redeem(shares, late, late)) - int256(assets);
    }
    others = putVault.previewRedeem(putVault.balanceOf(provider) / SAMPLE) * SAMPLE;
    vm.revertToState(snapshot);
  }

  /// @dev Against the same days without the deposit.
  function _compare(uint256 low, uint256 quarters) private returns (int256 gain, int256 othersGain) {
    (, uint256 without) = _play(low, 0, quarters);
    uint256 with_;
    (gain, with_) = _play(low, ASSETS, quarters);
    othersGain = int256(with_) - int256(without);
    emit log_named_int("gain of who came, USDC", gain / 1e6);
    emit log_named_int("gain of the others, USDC", othersGain / 1e6);
  }

  function test_S3_ComingAndLeaving_CostsWhoComes() public {
    (int256 gain, int256 othersGain) = _compare(UNCHANGED, 0);
    assertLt(gain, 0);
    assertGe(othersGain, 0);
  }

  function test_S3_ComingAfterALoss_AndLeavingWithinThreeDays_GainsNothing() public {
    uint256[3] memory waits = [uint256(0), 4, 12];
    for (uint256 i; i < waits.length; ++i) {
      (int256 gain, int256 othersGain) = _compare(CRASHED, waits[i]);
      assertLt(gain, 0);
      assertGe(othersGain, 0);
    }
  }

  /// @dev Five days: who came has shared in what E's return released, and carried half of the book for it.
  function test_S3_ComingAfterALoss_AndStaying_CostsTheOthersLessThanAThousandth() public {
    (int256 gain, int256 othersGain) = _compare(CRASHED, 20);
    assertLt(gain, int256(ASSETS / 1000));
    assertGt(othersGain, -int256(ASSETS / 1000));
  }
}
