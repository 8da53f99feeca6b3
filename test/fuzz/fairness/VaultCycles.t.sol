// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IOptionToken} from "../../../contracts/interfaces/IOptionToken.sol";
import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {TwinVaultsFixture} from "./TwinVaultsFixture.sol";

/// @notice P4 on the contracts themselves: the search that `make fairness` makes in a model, with real vaults, queues, oracle and feeds
/// of both tiers. A party takes three to nine steps among others who trade, deposit, redeem, leave and are paid by the queue, and in the
/// end holds what it held at first.
/// @dev The same number of runs under every profile: the runner keeps what each call did, and 5,000 such runs take over 20 GB.
contract VaultCyclesTest is TwinVaultsFixture {
  /// @dev What a cycle may do.
  struct Terms {
    bool holds;
    /// λ and β, times the tier's.
    uint256 factor;
    /// No second passes.
    bool inABlock;
    /// How far spot goes, and may come back from, WAD parts of itself.
    uint256 deepest;
  }

  /// @dev What rounding may bring, WAD parts of the vault.
  int256 private constant NOTHING = 1e12;
  uint256 private constant LASTING = 20 minutes;
  /// @dev Tried in each vault.
  uint256 private constant PLANS = 5;

  uint256 private seed;
  uint256 private left = LASTING;

  function _next(uint256 bound_) private returns (uint256) {
    seed = uint256(keccak256(abi.encode(seed)));
    return seed % bound_;
  }

  // A vault at random

  function _stage(Terms memory terms) private returns (bool) {
    _found(_next(2) == 0 ? OptionKind.Put : OptionKind.Call, _next(2) == 0, terms.factor);
    uint256 standing = _next(SERIES);
    try this.othersTrade(standing, int256(_locking(standing, 0.05e18 + _next(80) * 0.01e18))) {} catch {
      return false;
    }
    for (uint256 i = _next(3); i != 0; --i) {
      _passFresh(6 hours);
      _poke();
    }
    if (_next(3) == 0) {
      try this.othersRequest((active.vault.balanceOf(provider) * (1 + _next(50))) / 100) {} catch {}
      _passFresh(EPOCH - (vm.getBlockTimestamp() % EPOCH) + 60);
      _poke();
    }
    if (_next(5) < 2) {
      _move(10 minutes, _dipped(0.5e18));
      _move(10 minutes, HOME);
    }
    _give(standing, terms.holds);
    (cash, earned, given) = (0, 0, 0);
    (active.drift, still.drift, othersActed) = (0, 0, 0);
    _tick();
    return true;
  }

  /// @dev What the party holds at first, of options and of shares, as in both vaults.
  function _give(uint256 standing, bool holds) private {
    uint256[3] memory parts = [uint256(0), 30, 100];
    uint256 part = parts[_next(3)];
    uint256 options = (_options(active, buyer, standing) * part) / 100;
    options -= options % LOT;
    uint256[4] memory shares = [uint256(0), 20, 60, 95];
    part = holds ? shares[_next(4)] : 0;
    sharesAtFirst = (active.vault.balanceOf(provider) * part) / 100;
    for (uint256 j; j < 2; ++j) {
      IOptionVault vault = _world(j == 0).vault;
      IOptionToken optionToken = vault.optionToken();
      vm.prank(buyer);
      optionToken.transfer(party, SeriesId.unwrap(ids[standing]), options);
      vm.prank(provider);
      IERC20(address(vault)).transfer(party, sharesAtFirst);
    }
  }

  /// @dev Against the writer mostly.
  function _dipped(uint256 deepest) private returns (uint256) {
    uint256 part = (deepest * (1 + _next(4))) / 4;
    bool down = (kind == OptionKind.Put) == (_next(5) != 0);
    return down ? HOME - (HOME * part) / WAD : (HOME * WAD) / (WAD - part);
  }

  // Steps

  function _step(Terms memory terms) private {
    uint256 which = _next(terms.holds ? 15 : 12);
    if (which < 4) _partyTrades();
    else if (which < 10) _othersAct();
    else if (which < 12) _time(terms);
    else _partyComesOrGoes();
  }

  function _partyTrades() private {
    uint256 i = _next(SERIES);
    if (_options(active, party, i) == 0 || _next(3) == 0) {
      try this.partyBuys(i, _size(i)) {} catch {}
      return;
    }
    uint256 held = _options(active, party, i);
    uint256 quantity = _next(2) == 0 ? held : (held * (1 + _next(100))) / 100;
    try this.partySells(i, quantity - (quantity % LOT)) {} catch {}
  }

  /// @dev From a hundredth of the vault to all of it.
  function _size(uint256 i) private returns (uint256) {
    uint256[6] memory parts = [uint256(0.01e18), 0.03e18, 0.1e18, 0.2e18, 0.4e18, 0.85e18];
    return _locking(i, (parts[_next(6)] * (50 + _next(50))) / 100);
  }

  function _partyComesOrGoes() private {
    uint256 shares = (_shares(active) * [uint256(100), 90, 50, 20][_next(4)]) / 100;
    uint256 way = _next(6);
    if (way < 2) {
      uint256[5] memory parts = [uint256(1), 10, 50, 150, 500];
      try this.partyDeposits((stake * parts[_next(5)] * (50 + _next(50))) / 10_000) {} catch {}
    } else if (way == 2) {
      try this.partyWithdraws((active.vault.maxWithdraw(party) * (1 + _next(100))) / 100) {} catch {}
    } else if (way == 3) {
      try this.partyExits(shares) {} catch {}
    } else {
      try this.partyRedeems(shares) {} catch {}
    }
  }

  function _othersAct() private {
    uint256 i = _next(SERIES);
    uint256 way = _next(8);
    uint256 shares = (still.vault.balanceOf(provider) * [uint256(5), 20, 50, 90][_next(4)]) / 100;
    if (way < 2) {
      uint256 quantity = _size(i) / 2;
      try this.othersTrade(i, int256(quantity - (quantity % LOT))) {} catch {}
    } else if (way < 4) {
      uint256 quantity = (_options(still, buyer, i) * [uint256(100), 50, 10][_next(3)]) / 100;
      try this.othersTrade(i, -int256(quantity - (quantity % LOT))) {} catch {}
    } else if (way == 4) {
      try this.othersDeposit((stake * [uint256(1), 10, 50, 100, 300][_next(5)]) / 100) {} catch {}
    } else if (way == 5) {
      try this.othersRedeem(shares) {} catch {}
    } else if (way == 6) {
      try this.othersExit(shares) {} catch {}
    } else {
      try this.fill() {} catch {}
    }
  }

  function _time(Terms memory terms) private {
    if (terms.inABlock) return;
    uint256 time = [uint256(12), 60, 300][_next(3)];
    if (time > left) return;
    left -= time;
    _move(time, _next(2) == 0 ? HOME : _dipped(terms.deepest));
  }

  /// @return closed whether the party holds in the end what it held at first
  function _cycle(Terms memory terms) private returns (bool closed, int256 net, int256 beyondLimits) {
    for (uint256 steps = 3 + _next(7); steps != 0; --steps) _step(terms);
    if (spot != HOME) _move(12, HOME);
    try this.partyRestores(_next(2) == 0) {
      (net, beyondLimits) = _outcome();
      closed = true;
    } catch {}
  }

  /// @dev Some plans in one vault, each undone.
  function _search(uint256 seed_, Terms memory terms, int256 most, int256 mostBeyond) private {
    seed = seed_;
    if (!_stage(terms)) return;
    uint256 snapshot = vm.snapshotState();
    for (uint256 i; i < PLANS; ++i) {
      seed = uint256(keccak256(abi.encode(seed_, i)));
      (, int256 net, int256 beyondLimits) = _cycle(terms);
      assertLe(net, most, "P4: what a party gains, of the vault");
      assertLe(beyondLimits, mostBeyond, "P4: what it gains beyond others' own limits");
      vm.revertToState(snapshot);
    }
  }

  /// @dev At the tiers as deployed, or λ and β three times that, which may bring twice as much.
  function _factor(uint256 seed_) private pure returns (uint256) {
    return seed_ % 3 == 0 ? 3 : 1;
  }

  /// forge-config: default.fuzz.runs = 256
  function testFuzz_P4_StrangersWithinABlock(uint256 seed_) public {
    _search(
      seed_,
      Terms(false, _factor(seed_), true, 0),
      seed_ % 3 == 0 ? int256(0.001e18) : int256(0.0005e18),
      NOTHING
    );
  }

  /// forge-config: default.fuzz.runs = 256
  function testFuzz_P4_HoldersWithinABlock(uint256 seed_) public {
    _search(
      seed_,
      Terms(true, _factor(seed_), true, 0),
      seed_ % 3 == 0 ? int256(0.01e18) : int256(0.005e18),
      0.0002e18
    );
  }

  /// @dev While spot moves by 5 % at most.
  /// forge-config: default.fuzz.runs = 256
  function testFuzz_P4_StrangersWithinTwentyMinutes(uint256 seed_) public {
    Terms memory terms = Terms(false, _factor(seed_), false, 0.05e18);
    _search(seed_, terms, seed_ % 3 == 0 ? int256(0.001e18) : int256(0.0005e18), 0.00001e18);
  }

  /// forge-config: default.fuzz.runs = 256
  function testFuzz_P4_HoldersWithinTwentyMinutes(uint256 seed_) public {
    Terms memory terms = Terms(true, _factor(seed_), false, 0.05e18);
    _search(seed_, terms, seed_ % 3 == 0 ? int256(0.01e18) : int256(0.005e18), 0.001e18);
  }

  /// @dev Whoever foresees a fall sells inside it, or sells in front of others who accept a hundredth less of all that is locked.
  /// forge-config: default.fuzz.runs = 256
  function testFuzz_P4_AnybodyInDeepFalls(uint256 seed_) public {
    _search(seed_, Terms(seed_ % 2 == 0, 1, false, 0.7e18), 0.01e18, 0.006e18);
  }

  /// @dev A search in which nothing happens finds nothing.
  function test_Cycles_MostCloseAndOthersActInThem() public {
    uint256 closed;
    uint256 acted;
    uint256 moved;
    uint256 start = vm.snapshotState();
    for (uint256 i; i < 16; ++i) {
      Terms memory terms = Terms(i % 2 == 0, 1, false, 0.05e18);
      seed = i;
      if (_stage(terms)) {
        (bool isClosed, int256 net, int256 beyond) = _cycle(terms);
        emit log_named_decimal_int("net, %", net, 16);
        emit log_named_decimal_int("beyond others' limits, %", beyond, 16);
        if (isClosed) (closed, acted) = (closed + 1, acted + othersActed);
        if (net != 0) ++moved;
      }
      vm.revertToState(start);
    }
    emit log_named_uint("closed", closed);
    emit log_named_uint("in which somebody gained or lost", moved);
    emit log_named_uint("acts of others", acted);
    assertGe(closed, 10);
    assertGe(moved, 7);
    assertGe(acted, 12);
  }
}
