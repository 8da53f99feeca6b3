// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Assessment} from "../../../contracts/types/Assessment.sol";
import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {DeployedTermsFixture} from "./DeployedTermsFixture.sol";

// Behaviour tree
// somebody buys a block before a fill, calls it, and sells a block later
//   at every strike, size, tenor, utilisation and tier, whether bought before or after the epoch's close
//     a trader without shares gains nothing
//     a large provider who does it loses
//     the leavers' price is what it would have been; within one per cent of it where it was bought before the close
//     while they claim, the vault does not sell so much that only a part of them could leave
//     a minimum of two per cent below the price is filled
// somebody does so around an instant redemption, in one block
//   gains nothing, and the leaver is paid what he would have been
contract FillSandwichTest is DeployedTermsFixture {
  /// What leavers may lose to it, WAD: they do not bear what was bought after their epoch closed.
  uint256 private constant MOST_LOST = 0.0005e18;
  /// Where the attacker bought before their epoch closed, for which leavers bear rent, too.
  uint256 private constant MOST_LOST_BEFORE = 0.01e18;
  uint256 private constant PROVIDED = 1_000_000e6;
  /// Of the lock that leaves room for what is to leave: just inside what the vault asks for (0.85).
  uint256 private constant JUST_INSIDE = 0.8495e18;

  /// A game: who leaves with how much, what is sold already, and what the attacker buys.
  struct Game {
    /// Token units of the leaver's and of standing options, WAD.
    uint256 leaving;
    uint256 standing;
    uint256 expiry;
    uint256 strikeIndex;
    /// Of the batch, per cent, that the purchase leaves room for.
    uint256 part;
    /// Minimum below the price, WAD; any where zero.
    uint256 below;
    bool beforeClose;
    /// The attacker is also the one who stays.
    bool provides;
  }

  struct Outcome {
    uint256 filled;
    uint256 assets;
    int256 cash;
    uint256 bought;
    /// Token units: what those who stay have.
    uint256 staying;
  }

  function _game() private view returns (Game memory) {
    return
      Game({
        leaving: 200_000e6,
        standing: 150e18,
        expiry: far,
        strikeIndex: 1,
        part: 100,
        below: 0,
        beforeClose: false,
        provides: false
      });
  }

  // With a fill

  function test_A1_TraderGainsNothing_AtAnyStrike() public {
    Game memory game = _game();
    for (game.strikeIndex = 1; game.strikeIndex < 7; ++game.strikeIndex) _check(game);
  }

  function test_A1_LeavingRoomForAPart_IsRefusedWhileTheyClaim() public {
    Game memory game = _game();
    uint256[3] memory parts = [uint256(25), 50, 75];
    for (uint256 i; i < parts.length; ++i) {
      game.part = parts[i];
      assertEq(_play(game).bought, 0);
    }
  }

  function test_A1_TraderGainsNothing_LeavingRoomForAnyPart() public {
    Game memory game = _game();
    game.beforeClose = true;
    uint256[3] memory parts = [uint256(60), 75, 90];
    for (uint256 i; i < parts.length; ++i) {
      game.part = parts[i];
      _check(game);
    }
  }

  function test_A1_TraderGainsNothing_AtAnySize() public {
    Game memory game = _game();
    uint256[4] memory sizes = [uint256(50_000e6), 100_000e6, 300_000e6, 400_000e6];
    for (uint256 i; i < sizes.length; ++i) {
      game.leaving = sizes[i];
      _check(game);
    }
    (game.leaving, game.standing) = (500_000e6, 50e18);
    _check(game);
  }

  function test_A1_TraderGainsNothing_AtAnyTenor() public {
    Game memory game = _game();
    uint256[3] memory days_ = [uint256(42), 28, 21];
    for (uint256 i; i < days_.length; ++i) {
      game.expiry = _expiry(days_[i]);
      _check(game);
    }
  }

  function test_A1_TraderGainsNothing_AtAnyUtilisation() public {
    Game memory game = _game();
    uint256[4] memory standing = [uint256(0), 50e18, 250e18, 320e18];
    for (uint256 i; i < standing.length; ++i) {
      game.standing = standing[i];
      _check(game);
    }
  }

  function test_A1_TraderGainsNothing_InTheOtherTier() public {
    _useTier(4e18, 0.08e18, 0.7e18);
    Game memory game = _game();
    _check(game);
    (game.leaving, game.strikeIndex) = (400_000e6, 4);
    _check(game);
  }

  /// @dev Then the leavers bear rent of the purchase, too, as anybody who leaves after a purchase; the trader has none of it.
  function test_A1_TraderGainsNothing_HavingBoughtBeforeTheClose() public {
    Game memory game = _game();
    game.beforeClose = true;
    _check(game);
    game.leaving = 400_000e6;
    _check(game);
  }

  function test_A1_ALargeProviderGainsNothing() public {
    Game memory game = _game();
    game.provides = true;
    _check(game);
    game.standing = 250e18;
    _check(game);
    (game.leaving, game.strikeIndex) = (300_000e6, 2);
    _check(game);
  }

  function test_A1_AMinimumTwoPerCentBelow_IsFilled() public {
    Game memory game = _game();
    game.below = 0.02e18;
    Outcome memory hit = _play(game);
    assertGt(hit.bought, 0);
    assertGt(hit.filled, 0);
    game.leaving = 400_000e6;
    hit = _play(game);
    assertGt(hit.bought, 0);
    assertGt(hit.filled, 0);
  }

  function _check(Game memory game) private {
    Outcome memory hit = _play(game);
    assertGt(hit.bought, 0, "nothing was bought");
    assertLt(hit.cash, 0, "a trader gained");
    Outcome memory calm = _play(_calm(game));
    if (game.provides) {
      int256 gain = int256(hit.staying) + hit.cash - int256(calm.staying);
      assertLe(gain, 0, "a provider gained");
    }
    assertGt(hit.filled, 0, "nobody was filled");
    uint256 undisturbed = (calm.assets * WAD) / calm.filled;
    uint256 lost = game.beforeClose ? MOST_LOST_BEFORE : MOST_LOST;
    assertGe((hit.assets * WAD) / hit.filled, (undisturbed * (WAD - lost)) / WAD, "leavers lost");
  }

  /// @dev The same without the attack.
  function _calm(Game memory game) private pure returns (Game memory calm) {
    calm = Game(game.leaving, game.standing, game.expiry, game.strikeIndex, 0, game.below, false, game.provides);
  }

  function _play(Game memory game) private returns (Outcome memory out) {
    uint256 snapshot = vm.snapshotState();
    SeriesId pumped = _open(game);
    uint256 minimum = game.below == 0 ? 0 : (_price() * (WAD - game.below)) / WAD;
    _request(leaver, vault.balanceOf(leaver), minimum);
    if (game.beforeClose) {
      // A minute before the epoch ends.
      _passFresh(EPOCH - (vm.getBlockTimestamp() % EPOCH) - 60);
      _pump(game, pumped, out);
      vm.warp(vm.getBlockTimestamp() + 70);
      vm.roll(vm.getBlockNumber() + 6);
    } else {
      _nextEpoch();
      _pump(game, pumped, out);
      _tick();
    }
    if (game.part == 0 || out.bought != 0) (out.filled, out.assets) = queue.fill(_lastEpoch());
    _tick();
    if (out.bought != 0) out.cash += int256(_sell(vault, attacker, pumped, out.bought));
    _tick();
    out.staying = vault.convertToAssets(vault.balanceOf(provider));
    vm.revertToState(snapshot);
  }

  function _open(Game memory game) private returns (SeriesId pumped) {
    _deposit(vault, provider, PROVIDED - game.leaving);
    _deposit(vault, leaver, game.leaving);
    vault.openExpiry(far);
    if (game.expiry != far) vault.openExpiry(game.expiry);
    pumped = _strike(game.expiry, game.strikeIndex);
    _tick();
    if (game.standing != 0) _buy(vault, buyer, _strike(far, 3), game.standing);
    _tick();
  }

  /// @dev Buys to where the given part of the batch may just leave, or nothing where the vault does not sell as much.
  function _pump(Game memory game, SeriesId pumped, Outcome memory out) private {
    if (game.part == 0) return;
    Assessment memory found = vault.assess();
    uint256 leaving = (_worth(vault.balanceOf(address(queue))) * game.part) / 100;
    uint256 quantity = _quantityTo(((found.capital.actual - leaving) * JUST_INSIDE) / WAD, pumped);
    if (quantity == 0) return;
    usdc.mint(attacker, 1e12 * 1e6);
    vm.startPrank(attacker);
    usdc.approve(address(vault), FOREVER);
    try vault.buy(pumped, quantity, FOREVER, attacker, FOREVER) returns (uint256 premium) {
      (out.bought, out.cash) = (quantity, -int256(premium));
    } catch {}
    vm.stopPrank();
  }

  // Around an instant redemption

  function test_A1_AroundAnInstantRedemption_TraderGainsNothing() public {
    Game memory game = _game();
    for (game.strikeIndex = 1; game.strikeIndex < 6; game.strikeIndex += 2) {
      (uint256 calm, ) = _redeemBetween(game, false);
      (uint256 hit, int256 cash) = _redeemBetween(game, true);
      assertLt(cash, 0, "a trader gained");
      assertGe(hit, (calm * (WAD - MOST_LOST)) / WAD, "the leaver lost");
    }
  }

  function _redeemBetween(Game memory game, bool attacked) private returns (uint256 got, int256 cash) {
    uint256 snapshot = vm.snapshotState();
    SeriesId pumped = _open(game);
    _passFresh(1 hours);
    uint256 shares = vault.balanceOf(leaver);
    uint256 bought;
    if (attacked) {
      uint256 left = vault.assess().capital.actual - _worth(shares);
      bought = _quantityTo((left * JUST_INSIDE) / WAD, pumped);
      cash = -int256(_buy(vault, attacker, pumped, bought));
    }
    vm.prank(leaver);
    got = vault.redeem(shares, leaver, leaver);
    if (attacked) cash += int256(_sell(vault, attacker, pumped, bought));
    vm.revertToState(snapshot);
  }
}
