// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Leg} from "../../../contracts/types/Leg.sol";
import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {FarExpiryFixture} from "../../fixtures/FarExpiryFixture.sol";

/// @notice P4 and S3 with orders of several legs: within a block no closed cycle of them gains, whatever others do in between, and no
/// order lowers NAV.
contract CyclesTest is FarExpiryFixture {
  uint256 private constant SERIES = 8;

  SeriesId[] private series;
  uint256[SERIES] private held;
  int256 private cash;
  uint256 private seed;

  function _next(uint256 bound_) private returns (uint256) {
    seed = uint256(keccak256(abi.encode(seed)));
    return seed % bound_;
  }

  function _start() private {
    _deposit(vault, provider, STAKE);
    uint256 near = _expiry(28);
    vault.openExpiry(near);
    vault.openExpiry(far);
    _tick();
    for (uint256 i; i < SERIES / 2; ++i) {
      series.push(_series(near, 2 + i));
      series.push(_series(far, 2 + i));
    }
    _buy(vault, buyer, series[_next(SERIES)], 10e18 + _next(200) * 1e18);
    _restFor(1 + _next(3));
    uint256 history = _next(4);
    if (history == 0) _deposit(vault, victim, STAKE * (1 + _next(4)));
    if (history == 1) _spotAt(1600e18);
    if (history == 2) {
      uint256 shares = vault.balanceOf(provider) / (4 + _next(4));
      vm.prank(provider);
      try vault.redeem(shares, provider, provider) {} catch {}
    }
    _passFresh(1 + _next(3 hours));
    if (_next(2) == 0) vault.setProtocolFee(0.05e18);
    if (_next(3) == 0) vault.raiseStress(1e18 + _next(3e6) * 1e12);
    usdc.mint(attacker, 1000 * STAKE);
    vm.prank(attacker);
    usdc.approve(address(vault), FOREVER);
  }

  /// @dev An order of one to four legs, purchases and sales of what is held.
  function _order() private {
    uint256 first = _next(SERIES);
    uint256 count = 1 + _next(4);
    Leg[] memory legs = new Leg[](count);
    for (uint256 i; i < count; ++i) {
      uint256 place = (first + i) % SERIES;
      legs[i].id = series[place];
      uint256 size = 0.1e18 + _next(8000) * 0.01e18;
      if (held[place] != 0 && _next(2) == 0) {
        if (size > held[place]) size = held[place];
        legs[i].quantity = -int256(size);
      } else {
        (legs[i].quantity, legs[i].limit) = (int256(size), FOREVER);
      }
    }
    int256 before = vault.assess().nav;
    vm.prank(attacker);
    try vault.trade(legs, type(int256).max, attacker, attacker, FOREVER) returns (int256 premium) {
      cash -= premium;
      for (uint256 i; i < count; ++i) {
        uint256 place = (first + i) % SERIES;
        held[place] = uint256(int256(held[place]) + legs[i].quantity);
      }
      assertGe(vault.assess().nav + 1e12, before, "S3: NAV falls on no order, whatever its legs");
    } catch {}
  }

  function _close() private {
    uint256 count;
    for (uint256 i; i < SERIES; ++i) if (held[i] != 0) ++count;
    if (count == 0) return;
    Leg[] memory legs = new Leg[](count);
    for (uint256 i; i < SERIES; ++i) {
      if (held[i] != 0) (legs[--count].id, legs[count].quantity) = (series[i], -int256(held[i]));
    }
    vm.prank(attacker);
    cash -= vault.trade(legs, type(int256).max, attacker, attacker, FOREVER);
  }

  /// forge-config: default.fuzz.runs = 48
  function testFuzz_P4_CyclesOfSeveralLegsWithinABlock_GainNothing(uint256 seed_) public {
    seed = seed_;
    _start();
    for (uint256 i; i < 5; ++i) {
      _order();
      uint256 others = _next(6);
      if (others == 0) _deposit(vault, victim, STAKE / 10 + _next(2 * STAKE));
      if (others == 1) {
        vm.prank(provider);
        try vault.redeem(vault.balanceOf(provider) / 5, provider, provider) {} catch {}
      }
    }
    _close();
    assertLe(cash, 0);
  }
}
