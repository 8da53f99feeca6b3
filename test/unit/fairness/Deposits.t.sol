// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {FarExpiryFixture} from "../../fixtures/FarExpiryFixture.sol";

/// @notice A29, A30: who trades, deposits and leaves around somebody's deposit, or after a dip.
contract DepositFairnessTest is FarExpiryFixture {
  struct Outcome {
    int256 cash;
    uint256 others;
    uint256 newcomer;
  }

  /// @dev An option holder sells before somebody's deposit and buys back after it.
  function _sandwich(
    uint256 locked,
    uint256 index,
    uint256 deposit,
    bool attack,
    uint256 pause
  ) private returns (Outcome memory out) {
    uint256 snapshot = vm.snapshotState();
    _open();
    SeriesId id = _series(far, index);
    uint256 n = _locking(id, locked);
    _buy(vault, attacker, id, n);
    _passFresh(1 hours);
    if (attack) out.cash += int256(_sell(vault, attacker, id, n));
    uint256 shares = _deposit(vault, victim, deposit);
    if (pause != 0) _passFresh(pause);
    if (attack) out.cash -= int256(_buy(vault, attacker, id, n));
    out.others = vault.convertToAssets(vault.balanceOf(provider));
    out.newcomer = vault.convertToAssets(shares);
    vm.revertToState(snapshot);
  }

  function _assertNoGain(uint256 locked, uint256 index, uint256 deposit) private {
    Outcome memory hit = _sandwich(locked, index, deposit, true, 0);
    Outcome memory base = _sandwich(locked, index, deposit, false, 0);
    assertLe(hit.cash, 0, "in one block");
    assertGe(hit.newcomer + STAKE / 10_000, base.newcomer, "the newcomer loses nothing");
    assertLe(_sandwich(locked, index, deposit, true, 10 minutes).cash, int256(STAKE / 2_000), "within ten minutes");
  }

  function test_A29_SellDepositBuyBack_AtTheLimit() public {
    _assertNoGain(880_000e18, 3, 1_000_000e6);
    _assertNoGain(880_000e18, 1, 1_000_000e6);
  }

  function test_A29_SellDepositBuyBack_AroundLargeAndSmallDeposits() public {
    _assertNoGain(880_000e18, 1, 3_000_000e6);
    _assertNoGain(880_000e18, 1, 300_000e6);
  }

  function test_A29_SellDepositBuyBack_AtModerateUtilisation() public {
    _assertNoGain(700_000e18, 1, 1_000_000e6);
    _assertNoGain(400_000e18, 2, 1_000_000e6);
  }

  /// @dev A flash deposit around somebody's deposit takes nothing of it.
  function test_A29_DepositAroundADeposit_GainsNothing() public {
    _open();
    SeriesId id = _series(far, 3);
    _buy(vault, buyer, id, _locking(id, 880_000e18));
    _passFresh(1 hours);
    uint256[3] memory stakes = [uint256(300_000e6), 1_000_000e6, 3_000_000e6];
    for (uint256 i; i < 3; ++i) {
      uint256 snapshot = vm.snapshotState();
      uint256 mine = _deposit(vault, attacker, stakes[i]);
      _deposit(vault, victim, 2_000_000e6);
      vm.prank(attacker);
      uint256 got = vault.redeem(mine, attacker, attacker);
      assertLe(got, stakes[i]);
      vm.revertToState(snapshot);
    }
  }

  /// @dev A flash deposit in front of somebody's sale: the seller gets what he would have got, and the depositor at most his
  /// part of the fees.
  function test_A29_DepositAroundASale_TakesNothingOfTheSeller() public {
    _open();
    SeriesId id = _series(far, 3);
    uint256 n = _locking(id, 880_000e18);
    _buy(vault, victim, id, n);
    _restFor(4);
    uint256 snapshot = vm.snapshotState();
    uint256 fee = vault.quoteTrade(id, -int256(n)).fee / 1e12;
    uint256 undisturbed = _sell(vault, victim, id, n);
    vm.revertToState(snapshot);

    uint256 mine = _deposit(vault, attacker, 3_000_000e6);
    uint256 disturbed = _sell(vault, victim, id, n);
    vm.prank(attacker);
    uint256 got = vault.redeem(mine, attacker, attacker);
    assertGe(disturbed + 1, undisturbed, "the seller loses nothing");
    assertLe(int256(got) - 3_000_000e6, int256(fee), "the depositor has a part of the fees at most");
  }

  struct Lag {
    uint256 others;
    int256 mark;
  }

  /// @dev A vault at `locked`, a dip and back, a deposit while E lags; what the others have five days later.
  function _lag(uint256 low, uint256 locked, uint256 assets) private returns (Lag memory out) {
    uint256 snapshot = vm.snapshotState();
    _open();
    SeriesId id = _series(far, 3);
    _buy(vault, buyer, id, _locking(id, locked));
    _restFor(4);
    _passFresh(1 hours);
    _spotAt(low);
    _poke();
    _passFresh(1 hours);
    _spotAt(2000e18);
    _poke();
    uint256 shares = assets == 0 ? 0 : _deposit(vault, attacker, assets);
    _restFor(20);
    out.others = vault.convertToAssets(vault.balanceOf(provider));
    if (assets != 0) out.mark = int256(vault.convertToAssets(shares)) - int256(assets);
    vm.revertToState(snapshot);
  }

  /// @dev Against the same days without the dip, what others lose to the deposit is at most 0.2 % of the vault.
  function _assertLag(uint256 low, uint256 locked, uint256 assets) private {
    int256 lossAfterDip = int256(_lag(low, locked, 0).others) - int256(_lag(low, locked, assets).others);
    int256 lossInCalm = int256(_lag(2000e18, locked, 0).others) - int256(_lag(2000e18, locked, assets).others);
    assertLe(lossAfterDip - lossInCalm, int256(STAKE / 500));
  }

  function test_A30_DepositAfterADip_Of48Percent_AtTheLimit() public {
    _assertLag(1050e18, 850_000e18, 1_000_000e6);
    _assertLag(1050e18, 850_000e18, 5_000_000e6);
  }

  function test_A30_DepositAfterADip_Of60Percent() public {
    _assertLag(800e18, 850_000e18, 5_000_000e6);
    _assertLag(800e18, 500_000e18, 1_000_000e6);
  }

  function test_A30_DepositAfterADip_Of20And35Percent() public {
    _assertLag(1300e18, 895_000e18, 5_000_000e6);
    _assertLag(1600e18, 850_000e18, 5_000_000e6);
  }
}
