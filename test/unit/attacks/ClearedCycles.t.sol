// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IVaultClearing} from "../../../contracts/interfaces/IVaultClearing.sol";
import {MarginEngine} from "../../../contracts/margin/MarginEngine.sol";
import {AccountId, toAccountId} from "../../../contracts/types/AccountId.sol";
import {Leg} from "../../../contracts/types/Leg.sol";
import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {FarExpiryFixture} from "../../fixtures/FarExpiryFixture.sol";

/// @notice P4 and S3 with an account: within a block no closed cycle of tokens, writing, spreads, surrendering and issuing gains,
/// whatever others deposit and redeem in between, and no order lowers NAV a share.
contract ClearedCyclesTest is FarExpiryFixture {
  uint256 private constant SERIES = 8;

  MarginEngine private engine;
  AccountId private account;
  SeriesId[] private series;
  uint256[SERIES] private held;
  /// @dev Positive where the account is short, WAD options.
  int256[SERIES] private short;
  int256 private cash;
  uint256 private seed;
  uint256 private orders;

  function _next(uint256 bound_) private returns (uint256) {
    seed = uint256(keccak256(abi.encode(seed)));
    return seed % bound_;
  }

  function _start() private {
    engine = new MarginEngine(factory);
    IVaultClearing(address(vault)).registerEngine(address(engine));
    account = toAccountId(attacker, 0);
    _deposit(vault, provider, STAKE);
    uint256 near = _expiry(28);
    vault.openExpiry(near);
    vault.openExpiry(far);
    _tick();
    for (uint256 i; i < SERIES / 2; ++i) {
      series.push(_series(near, 2 + i));
      series.push(_series(far, 2 + i));
    }
    _buy(vault, buyer, series[_next(SERIES)], 10e18 + _next(300) * 1e18);
    if (_next(2) == 0) try vault.buy(series[_next(SERIES)], 10e18, FOREVER, buyer, FOREVER) {} catch {}
    _restFor(1 + _next(3));
    uint256 history = _next(4);
    if (history == 0) _deposit(vault, victim, STAKE * (1 + _next(4)));
    if (history == 1) _spotAt(1600e18 + _next(800) * 1e18);
    if (history == 2) {
      uint256 shares = vault.balanceOf(provider) / (4 + _next(4));
      vm.prank(provider);
      try vault.redeem(shares, provider, provider) {} catch {}
    }
    _passFresh(1 + _next(3 hours));
    if (_next(2) == 0) vault.setProtocolFee(0.05e18);
    if (_next(3) == 0) vault.raiseStress(1e18 + _next(3e6) * 1e12);
    usdc.mint(attacker, 1000 * STAKE);
    vm.startPrank(attacker);
    usdc.approve(address(vault), FOREVER);
    usdc.approve(address(engine), FOREVER);
    engine.deposit(account, vault, 100 * STAKE);
    vault.optionToken().setOperator(address(engine), true);
    vm.stopPrank();
  }

  function _size() private returns (uint256) {
    return 0.1e18 + _next(20000) * 0.01e18;
  }

  function _tokens() private {
    uint256 place = _next(SERIES);
    int256 size = int256(_size());
    if (held[place] != 0 && _next(2) == 0) size = -int256(_next(3) == 0 ? held[place] : (held[place] / 2e16) * 1e16);
    if (size == 0) return;
    vm.prank(attacker);
    try vault.trade(_alone(series[place], size), type(int256).max, attacker, attacker, FOREVER) returns (int256 p) {
      cash -= p;
      held[place] = uint256(int256(held[place]) + size);
    } catch {}
  }

  function _account() private {
    uint256 first = _next(SERIES);
    uint256 count = 1 + _next(3);
    Leg[] memory legs = new Leg[](count);
    for (uint256 i; i < count; ++i) {
      uint256 place = (first + i) % SERIES;
      legs[i].id = series[place];
      int256 size = int256(_size());
      uint256 kind = _next(4);
      if (kind == 0 && short[place] != 0) size = short[place];
      else if (kind != 1) size = -size;
      legs[i].quantity = size;
      if (size > 0) legs[i].limit = FOREVER;
    }
    vm.prank(attacker);
    try engine.trade(account, vault, legs, type(int256).max, FOREVER) returns (int256 p) {
      cash -= p;
      for (uint256 i; i < count; ++i) short[(first + i) % SERIES] -= legs[i].quantity;
      ++orders;
    } catch {}
  }

  function _convert() private {
    uint256 place = _next(SERIES);
    vm.startPrank(attacker);
    if (_next(2) == 0 && held[place] != 0) {
      engine.surrender(account, vault, series[place], held[place]);
      short[place] -= int256(held[place]);
      held[place] = 0;
    } else if (short[place] < 0) {
      uint256 size = uint256(-short[place]);
      try engine.issue(account, vault, series[place], size, attacker) {
        held[place] += size;
        short[place] = 0;
      } catch {}
    }
    vm.stopPrank();
  }

  function _act() private {
    int256 before = (vault.assess().nav * 1e18) / int256(vault.totalSupply());
    uint256 what = _next(8);
    if (what < 2) _tokens();
    else if (what < 6) _account();
    else _convert();
    int256 afterwards = (vault.assess().nav * 1e18) / int256(vault.totalSupply());
    assertGe(afterwards + 1e3, before, "S3: NAV a share falls");
  }

  function _others() private {
    uint256 others = _next(6);
    if (others == 0) _deposit(vault, victim, STAKE / 10 + _next(2 * STAKE));
    if (others == 1) {
      uint256 shares = vault.balanceOf(provider) / 5;
      vm.prank(provider);
      try vault.redeem(shares, provider, provider) {} catch {}
    }
  }

  /// @return whether nothing is left open
  function _close() private returns (bool) {
    uint256 count;
    for (uint256 i; i < SERIES; ++i) if (short[i] != 0) ++count;
    if (count != 0) {
      Leg[] memory legs = new Leg[](count);
      for (uint256 i; i < SERIES; ++i) {
        if (short[i] == 0) continue;
        (legs[--count].id, legs[count].quantity) = (series[i], short[i]);
        if (short[i] > 0) legs[count].limit = FOREVER;
      }
      vm.prank(attacker);
      try engine.trade(account, vault, legs, type(int256).max, FOREVER) returns (int256 p) {
        cash -= p;
      } catch {
        return false;
      }
    }
    for (uint256 i; i < SERIES; ++i) {
      if (held[i] == 0) continue;
      vm.prank(attacker);
      try vault.sell(series[i], held[i], 0, attacker, attacker, FOREVER) returns (uint256 payout) {
        cash += int256(payout);
      } catch {
        return false;
      }
    }
    return true;
  }

  /// forge-config: default.fuzz.runs = 150
  function testFuzz_P4_CyclesOfAccountsWithinABlock_GainNothing(uint256 seed_) public {
    seed = seed_;
    _start();
    for (uint256 i; i < 6; ++i) {
      _act();
      _others();
    }
    if (_close()) assertLe(cash, 0, "P4: a cycle gains");
  }

  /// @dev Time passes at the same spot. What remains is what decay leaves, and what docs/fairness.md grants a stranger.
  /// forge-config: default.fuzz.runs = 150
  function testFuzz_P4_CyclesOfAccountsWithinTwentyMinutes_GainLittle(uint256 seed_) public {
    seed = seed_;
    _start();
    for (uint256 i; i < 6; ++i) {
      _act();
      _others();
      _passFresh(1 + _next(200));
    }
    if (_close()) assertLe(cash, int256(STAKE) / 800, "P4: a cycle gains");
  }

  /// @dev That the cycles above are cycles.
  function test_CyclesHappen() public {
    (uint256 done, uint256 closed) = (0, 0);
    for (uint256 i; i < 24; ++i) {
      uint256 snapshot = vm.snapshotState();
      seed = uint256(keccak256(abi.encode(i)));
      _start();
      for (uint256 j; j < 6; ++j) {
        _act();
        _others();
      }
      done += orders;
      if (_close()) ++closed;
      vm.revertToState(snapshot);
    }
    assertGt(done, 24);
    assertGt(closed, 12);
  }
}
