// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {VaultState} from "../../../contracts/types/VaultState.sol";
import {FarExpiryFixture} from "../../fixtures/FarExpiryFixture.sol";

/// @notice A27: what anyone may trip costs whoever leaves or sells, and stands in the guardian's way.
contract TrippingTest is FarExpiryFixture {
  /// @dev A vault at the limit before an expiry, and far from it after; tripped or not on the eve.
  function _leave(bool isTripped) private returns (uint256 got, uint256 sold) {
    uint256 snapshot = vm.snapshotState();
    _deposit(vault, provider, STAKE / 2);
    _deposit(vault, victim, STAKE / 2);
    uint256 near = _expiry(15);
    vault.openExpiry(near);
    vault.openExpiry(far);
    _tick();
    SeriesId later = _series(far, 3);
    _buy(vault, buyer, later, _locking(later, 450_000e18));
    _buy(vault, buyer, _series(near, 3), _locking(_series(near, 3), 430_000e18));
    vm.warp(near - 2 hours);
    _passFresh(30 minutes);
    if (isTripped) vault.trip(VaultState.Guarded);
    _fixExpiry(near, 2000e18);
    vault.settle(near);
    _passFresh(1 minutes);
    uint256 shares = vault.balanceOf(victim) / 4;
    vm.prank(victim);
    got = vault.redeem(shares, victim, victim);
    sold = _sell(vault, buyer, later, 50e18);
    vm.revertToState(snapshot);
  }

  function test_A27_TrippingGuarded_TakesNothingOfWhoLeavesAfterwards() public {
    (uint256 calm, uint256 calmSale) = _leave(false);
    (uint256 tripped, uint256 trippedSale) = _leave(true);
    emit log_named_decimal_uint("leaver gets, calm", calm, 6);
    emit log_named_decimal_uint("leaver gets, tripped", tripped, 6);
    emit log_named_decimal_uint("holder sells at, calm", calmSale, 6);
    emit log_named_decimal_uint("holder sells at, tripped", trippedSale, 6);
    assertGe(tripped + 1, calm, "the leaver");
    assertGe(trippedSale + 1, calmSale, "the holder");
  }

  /// @dev The guardian wants what somebody has tripped already to last.
  function test_G3_TheGuardianTightens_AlsoWhatIsTrippedAlready() public {
    _open();
    SeriesId id = _series(far, 3);
    _buy(vault, attacker, id, _locking(id, 899_000e18));
    _tick();
    vault.trip(VaultState.Guarded);
    (bool ok, ) = address(vault).call(abi.encodeCall(IOptionVault.tighten, (VaultState.Guarded)));
    assertTrue(ok, "tightening to what is tripped makes it last");
  }

  /// @dev A provider leaves for a moment, trips, and comes back, in one block: what a trade cannot do, a flow can.
  function test_A27_Guarded_IsNotTrippedByFlowsOfItsOwnBlock() public {
    _deposit(vault, provider, (STAKE * 2) / 3);
    uint256 shares = _deposit(vault, attacker, STAKE / 3);
    vault.openExpiry(far);
    _tick();
    SeriesId id = _series(far, 3);
    _buy(vault, buyer, id, _locking(id, 600_000e18));
    _restFor(1);
    uint256 before = vault.convertToAssets(shares);
    uint256 most = vault.maxWithdraw(attacker);
    vm.prank(attacker);
    uint256 out = vault.withdraw(most, attacker, attacker);
    // The exit asks for no limit: a little of it takes the rest of the way.
    vm.prank(attacker);
    vault.guaranteedExit(shares / 400, attacker, attacker);
    (bool ok, ) = address(vault).call(abi.encodeCall(IOptionVault.trip, (VaultState.Guarded)));
    vm.startPrank(attacker);
    usdc.approve(address(vault), FOREVER);
    vault.deposit(usdc.balanceOf(attacker), attacker);
    vm.stopPrank();
    emit log_named_decimal_uint("shares taken out", out, 12);
    emit log_named_decimal_int("it cost", int256(before) - int256(vault.convertToAssets(vault.balanceOf(attacker))), 6);
    assertFalse(ok, "lock over capital was 0.6 before and after");
  }
}
