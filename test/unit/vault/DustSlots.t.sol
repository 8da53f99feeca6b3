// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EachQuote} from "../../../contracts/types/EachQuote.sol";
import {SeriesId, toSeriesId} from "../../../contracts/types/SeriesId.sol";
import {FarExpiryFixture} from "../../fixtures/FarExpiryFixture.sol";

/// @notice A13: buyers trade listed series only, at a minimum order size, and dust can't take the slots. Under the deployed calendar.
contract DustSlotsTest is FarExpiryFixture {
  uint256 private constant DUST = 0.1e18;

  uint256[] private live;
  uint256 private paid;
  uint256 private bought;

  function _openAll() private {
    _deposit(vault, provider, STAKE);
    uint256[7] memory ahead = [uint256(15), 16, 21, 28, 35, 42, 70];
    for (uint256 i; i < 7; ++i) {
      try vault.openExpiry(_expiry(ahead[i])) {
        live.push(_expiry(ahead[i]));
      } catch {}
    }
    _tick();
  }

  /// @dev The smallest order in every series that can be bought.
  function _dust() private {
    usdc.mint(attacker, STAKE);
    vm.startPrank(attacker);
    usdc.approve(address(vault), FOREVER);
    for (uint256 i; i < live.length; ++i) {
      (uint256[] memory strikes, int256[] memory nets) = vault.strikesOf(live[i]);
      for (uint256 j; j < strikes.length; ++j) {
        if (nets[j] != 0) continue;
        SeriesId id = toSeriesId(live[i], strikes[j]);
        try vault.buy(id, DUST, FOREVER, attacker, FOREVER) returns (uint256 premium) {
          paid += premium;
          ++bought;
        } catch {}
      }
    }
    vm.stopPrank();
  }

  function _relistAll(uint256 spot) private {
    _setSpot(spot);
    _tick();
    for (uint256 i; i < live.length; ++i) try vault.relist(live[i]) {} catch {}
  }

  /// @dev Series of an expiry within a tenth to nine tenths of delta: what a buyer finds there.
  function _offered(uint256 expiry) private view returns (uint256 count) {
    (uint256[] memory strikes, ) = vault.strikesOf(expiry);
    SeriesId[] memory ids = new SeriesId[](strikes.length);
    for (uint256 j; j < strikes.length; ++j) ids[j] = toSeriesId(expiry, strikes[j]);
    int256[] memory quantities = new int256[](1);
    quantities[0] = int256(DUST);
    EachQuote memory each = vault.quoteEach(ids, quantities);
    for (uint256 j; j < strikes.length; ++j) {
      int256 delta = each.series[j].spotDelta;
      uint256 size = uint256(delta < 0 ? -delta : delta);
      if (size >= 0.1e18 && size <= 0.9e18) ++count;
    }
  }

  function _walk(uint256[] memory path, bool isDusted) private returns (uint256[] memory offered) {
    uint256 snapshot = vm.snapshotState();
    _openAll();
    for (uint256 i; i < path.length; ++i) {
      if (isDusted) _dust();
      _relistAll(path[i]);
    }
    offered = new uint256[](live.length);
    uint256 parked;
    for (uint256 i; i < live.length; ++i) {
      offered[i] = _offered(live[i]);
      (uint256[] memory strikes, ) = vault.parkedOf(live[i]);
      parked += strikes.length;
    }
    emit log_named_uint("bought", bought);
    emit log_named_uint("parked", parked);
    emit log_named_decimal_uint("paid", paid, 6);
    emit log_named_decimal_uint("lock, WAD", vault.accounts().lock, 18);
    emit log_named_decimal_uint("reserve", vault.accounts().reserve, 6);
    if (isDusted) assertGt(parked, live.length, "dust waits outside the book");
    vm.revertToState(snapshot);
  }

  /// @dev Half of what there would be, at least, at every expiry.
  function _assertRoom(uint256[] memory path) private {
    uint256[] memory calm = _walk(path, false);
    uint256[] memory dusted = _walk(path, true);
    assertEq(calm.length, 7);
    for (uint256 i; i < 7; ++i) {
      emit log_named_uint("offered, calm", calm[i]);
      emit log_named_uint("  dusted", dusted[i]);
      assertGe(2 * dusted[i], calm[i]);
    }
  }

  function _path(uint256 first, uint256 second, uint256 third) private pure returns (uint256[] memory path) {
    path = new uint256[](3);
    (path[0], path[1], path[2]) = (first * WAD, second * WAD, third * WAD);
  }

  function test_A13_DustDoesNotTakeTheSlots_InARisingMarket() public {
    _assertRoom(_path(2250, 2550, 2900));
  }

  function test_A13_DustDoesNotTakeTheSlots_InAFallingMarket() public {
    _assertRoom(_path(1770, 1550, 1350));
  }

  function test_A13_DustDoesNotTakeTheSlots_AfterOneMove() public {
    uint256[] memory path = new uint256[](1);
    path[0] = 2500e18;
    _assertRoom(path);
  }

  /// @dev An option left at the bottom of a ladder must not make the expiry's middle look wide.
  function test_A13_DustFarOut_DoesNotKeepALadderFromFollowingTheMarket() public {
    assertEq(_ratchet(true), _ratchet(false), "strikes around the money");
  }

  function _ratchet(bool isDusted) private returns (uint256 offered) {
    uint256 snapshot = vm.snapshotState();
    _deposit(vault, provider, STAKE);
    uint256 expiry = _expiry(35);
    vault.openExpiry(expiry);
    live.push(expiry);
    _tick();
    if (isDusted) _buy(vault, attacker, _series(expiry, 1), DUST);
    uint256[5] memory path = [uint256(2500), 3100, 3800, 3000, 2350];
    for (uint256 i; i < 5; ++i) _relistAll(path[i] * WAD);
    offered = _offered(expiry);
    vm.revertToState(snapshot);
  }
}
