// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SeriesId, toSeriesId} from "../../../contracts/types/SeriesId.sol";
import {Quote} from "../../../contracts/types/Quote.sol";
import {FarExpiryFixture} from "../../fixtures/FarExpiryFixture.sol";

/// @notice A13: "buyers trade listed series only, at a minimum order size: dust can't take the slots". Under the deployed calendar.
contract DustSlotsTest is FarExpiryFixture {
  uint256 private constant DUST = 0.1e18;

  uint256[] private live;
  uint256 private paid;
  uint256 private bought;
  mapping(uint256 id => uint256) private held;

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
          held[SeriesId.unwrap(id)] = DUST;
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
    for (uint256 j; j < strikes.length; ++j) {
      Quote memory q = vault.quoteTrade(toSeriesId(expiry, strikes[j]), int256(DUST));
      uint256 size = uint256(q.spotDelta < 0 ? -q.spotDelta : q.spotDelta);
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
    offered = new uint256[](7);
    for (uint256 i; i < live.length; ++i) offered[i] = _offered(live[i]);
    if (isDusted) {
      emit log_named_uint("series bought", bought);
      emit log_named_decimal_uint("paid", paid, 6);
      emit log_named_decimal_uint("lock, WAD", vault.accounts().lock, 18);
      int256 back;
      for (uint256 i; i < live.length; ++i) {
        (uint256[] memory strikes, int256[] memory nets) = vault.strikesOf(live[i]);
        for (uint256 j; j < strikes.length; ++j) {
          if (nets[j] == 0) continue;
          try this.sellBack(toSeriesId(live[i], strikes[j]), uint256(nets[j])) returns (uint256 payout) {
            back += int256(payout);
          } catch {}
        }
      }
      emit log_named_decimal_int("sold back for", back, 6);
    }
    vm.revertToState(snapshot);
  }

  function sellBack(SeriesId id, uint256 quantity) external returns (uint256) {
    return _sell(vault, attacker, id, quantity);
  }

  function _assertRoom(uint256[] memory path) private {
    uint256[] memory calm = _walk(path, false);
    uint256[] memory dusted = _walk(path, true);
    bool isFair = true;
    for (uint256 i; i < 7; ++i) {
      emit log_named_uint("offered, calm", calm[i]);
      emit log_named_uint("  dusted", dusted[i]);
      if (2 * dusted[i] < calm[i]) isFair = false;
    }
    assertTrue(isFair, "half of what there would be, at least, at every expiry");
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
