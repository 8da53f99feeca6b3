// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {Capital} from "../../../contracts/types/Capital.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {FarExpiryFixture} from "../../fixtures/FarExpiryFixture.sol";

/// @notice A first deposit has E begin, and need not stay. So E begins with 100 least deposits at most, whatever was borrowed for a block,
/// and begins anew in an empty book that holds less than one.
contract FirstDepositTest is FarExpiryFixture {
  uint256 private constant LOCKED = 850_000e18;
  /// @dev What can be borrowed within a transaction: 500 vaults.
  uint256 private constant BORROWED = 500_000_000e6;

  struct Outcome {
    uint256 riskCapital;
    uint256 premium;
    uint256 payout;
    uint256 provider;
    uint256 newcomer;
    uint256 previewed;
  }

  // Where E begins

  function test_FirstDeposit_UpToTheUsualSize_IsAllOfE() public {
    _deposit(vault, provider, STAKE);
    _assertBegun(STAKE, STAKE);
  }

  function test_FirstDeposit_BeyondTheUsualSize_IsFresh() public {
    _deposit(vault, provider, BORROWED + STAKE);
    _assertBegun(STAKE, BORROWED + STAKE);
  }

  function test_FirstDeposit_TakenBack_LeavesNothingFresh() public {
    _found(true);
    Capital memory books = vault.capital();
    assertEq(books.riskCapital, STAKE * 1e12);
    assertApproxEqAbs(books.actual, books.riskCapital, 2e12);
    assertApproxEqAbs(books.fresh, 0, 2e12);
  }

  function test_EmptyBook_WithLessThanALeastDeposit_BeginsAnew() public {
    uint256 least = vault.leastDeposit();
    _deposit(vault, provider, least);
    vm.prank(provider);
    vault.withdraw(1, provider, provider);
    _deposit(vault, provider, 2 * STAKE);
    _assertBegun(STAKE, least - 1 + 2 * STAKE);
  }

  function test_EmptyBook_WithALeastDeposit_DoesNot() public {
    uint256 least = vault.leastDeposit();
    _deposit(vault, provider, least);
    _deposit(vault, provider, 2 * STAKE);
    _assertBegun(least, least + 2 * STAKE);
  }

  /// @dev What is written was charged at E: it must not move under it, however little there is.
  function test_BookWithOptions_WithLessThanALeastDeposit_DoesNot() public {
    uint256 least = vault.leastDeposit();
    _deposit(vault, provider, least);
    vault.openExpiry(far);
    _tick();
    _buy(vault, buyer, _series(far, 3), 0.1e18);
    vm.prank(provider);
    vault.withdraw(least / 2, provider, provider);
    Capital memory before = vault.capital();
    assertLt(before.collateral, least * 1e12);
    _deposit(vault, provider, STAKE);
    assertEq(vault.capital().riskCapital, before.riskCapital);
  }

  /// @dev E_dep is E: the first block's comers and sellers see nothing of what may leave again.
  function _assertBegun(uint256 riskCapital, uint256 actual) private view {
    Capital memory books = vault.capital();
    assertEq(books.riskCapital, riskCapital * 1e12, "E");
    assertEq(books.actual, actual * 1e12, "a");
    assertEq(books.fresh, int256((actual - riskCapital) * 1e12), "p");
    assertEq(vault.assess().depositCapital, books.riskCapital, "E_dep");
  }

  // What nobody gains by it

  /// @dev The first provider deposits `STAKE` and, where he is flash, five hundred times as much for a moment before.
  function _found(bool isFlash) private {
    if (!isFlash) {
      _deposit(vault, provider, STAKE);
      return;
    }
    uint256 shares = _deposit(vault, provider, BORROWED + STAKE);
    uint256 part = (shares * BORROWED) / (BORROWED + STAKE);
    vm.prank(provider);
    uint256 back = vault.redeem(part, provider, provider);
    assertApproxEqAbs(back, BORROWED, 2, "the loan is paid back in the block");
  }

  /// @dev Somebody buys, and `quarters` of a day later sells, or somebody else deposits.
  function _live(bool isFlash, uint256 quarters, bool sells) private returns (Outcome memory out) {
    uint256 snapshot = vm.snapshotState();
    _found(isFlash);
    vault.openExpiry(far);
    _tick();
    SeriesId id = _series(far, 3);
    uint256 n = _locking(id, LOCKED);
    out.premium = _buy(vault, victim, id, n);
    _restFor(quarters);
    out.riskCapital = vault.assess().capital.riskCapital;
    if (sells) {
      out.payout = _sell(vault, victim, id, n);
    } else {
      uint256 shares = _deposit(vault, attacker, STAKE);
      out.newcomer = vault.convertToAssets(shares);
    }
    out.provider = vault.convertToAssets(vault.balanceOf(provider));
    vm.revertToState(snapshot);
  }

  function _assertNothingGained(uint256 quarters, bool sells) private {
    Outcome memory calm = _live(false, quarters, sells);
    Outcome memory flash = _live(true, quarters, sells);
    emit log_named_uint("hours", quarters * 6);
    emit log_named_decimal_uint("E, calm", calm.riskCapital, 18);
    emit log_named_decimal_uint("E, flash", flash.riskCapital, 18);
    emit log_named_decimal_int("provider gains", int256(flash.provider) - int256(calm.provider), 6);
    if (sells) emit log_named_decimal_int("seller loses", int256(calm.payout) - int256(flash.payout), 6);
    else emit log_named_decimal_int("newcomer loses", int256(calm.newcomer) - int256(flash.newcomer), 6);
    assertLe(flash.provider, calm.provider + STAKE / 10_000, "the first provider gains nothing");
    if (sells) assertGe(flash.payout + STAKE / 10_000, calm.payout, "the seller loses nothing");
    else assertGe(flash.newcomer + STAKE / 10_000, calm.newcomer, "the newcomer loses nothing");
  }

  function test_P4_AFlashFirstDeposit_TakesNothingOfASellerAfterADay() public {
    _assertNothingGained(4, true);
  }

  function test_P4_AFlashFirstDeposit_TakesNothingOfASellerAfterSixDays() public {
    _assertNothingGained(24, true);
  }

  function test_S2_AFlashFirstDeposit_TakesNothingOfANewcomerAfterADay() public {
    _assertNothingGained(4, false);
  }

  function test_S2_AFlashFirstDeposit_TakesNothingOfANewcomerAfterSixDays() public {
    _assertNothingGained(24, false);
  }

  // What is gained where a vault begins smaller than it is meant to be

  /// @dev E may be 100 least deposits, whatever is there: the first provider takes from a seller of the next day at most what the buyer
  /// was charged for the risk, and E is on its way down.
  function _assertBounded(uint256 least, uint256 quarters, uint256 most) private {
    vault = _withLeast(least);
    Outcome memory calm = _live(false, quarters, true);
    Outcome memory flash = _live(true, quarters, true);
    assertGt(flash.riskCapital, calm.riskCapital, "the loan decided E");
    int256 gain = int256(flash.provider) - int256(calm.provider);
    emit log_named_decimal_int("provider gains, %", (gain * 100e6) / int256(STAKE), 6);
    assertLe(gain, int256((STAKE * most) / 10_000), "hundredths of a per cent of what he left there");
  }

  function test_P4_AFlashFirstDeposit_InAVaultMeantThreeTimesAsLarge() public {
    _assertBounded(33_333e6, 4, 170);
  }

  function test_P4_AFlashFirstDeposit_InAVaultMeantThreeTimesAsLarge_AfterSixDays() public {
    _assertBounded(33_333e6, 24, 20);
  }

  function test_P4_AFlashFirstDeposit_InAVaultMeantTenTimesAsLarge() public {
    _assertBounded(100_000e6, 4, 210);
  }

  /// @dev The smallest first deposit that there may be.
  function test_P4_AFlashFirstDeposit_InAVaultMeantAHundredTimesAsLarge() public {
    _assertBounded(STAKE, 4, 230);
  }

  function test_P4_AFlashFirstDeposit_InAVaultMeantAHundredTimesAsLarge_AfterTenDays() public {
    _assertBounded(STAKE, 40, 50);
  }

  /// @dev The least deposit, taken back at once but for a share unit: the next deposit is the first one again.
  function test_A14_ALeastDepositTakenBack_DoesNotMakeTheNextProvidersVaultDear() public {
    _assertNotDear();
  }

  /// @dev The same in a vault that is meant to hold a hundredth of what it gets.
  function test_A14_ALeastDepositTakenBack_InAVaultMeantToBeSmall() public {
    vault = _withLeast(100e6);
    _assertNotDear();
  }

  function _withLeast(uint256 least) private returns (IOptionVault) {
    IOptionVault.Config memory config = _config(OptionKind.Put, usdc, 8e18, 0.15e18);
    (config.series.weeklies, config.series.monthlies, config.series.maxTenor) = (3, 2, 90 days);
    config.leastDeposit = least;
    return _createVault(config);
  }

  function _assertNotDear() private {
    uint256 calm = _firstAsk(false);
    uint256 sabotaged = _firstAsk(true);
    emit log_named_decimal_uint("premium, calm", calm, 6);
    emit log_named_decimal_uint("premium, sabotaged", sabotaged, 6);
    assertApproxEqRel(sabotaged, calm, 0.01e18, "asks are those of the capital that is there");
  }

  /// @dev What a tenth of the vault costs a day after its provider came.
  function _firstAsk(bool isSabotaged) private returns (uint256 premium) {
    uint256 snapshot = vm.snapshotState();
    if (isSabotaged) {
      uint256 shares = _deposit(vault, attacker, vault.leastDeposit());
      vm.prank(attacker);
      vault.redeem(shares - 1, attacker, attacker);
      _tick();
    }
    _deposit(vault, provider, STAKE);
    vault.openExpiry(far);
    _restFor(4);
    SeriesId id = _series(far, 3);
    premium = _buy(vault, buyer, id, _locking(id, 100_000e18));
    vm.revertToState(snapshot);
  }
}
