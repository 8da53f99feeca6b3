// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {FarExpiryFixture} from "../../fixtures/FarExpiryFixture.sol";

/// @notice "No trade and no flow moves E, only time": the first deposit sets it all the same, and need not stay. Whoever comes first
/// chooses E between the least deposit and all that can be borrowed for a block, and everybody after him trades and deposits against
/// it for days.
contract RiskCapitalStartTest is FarExpiryFixture {
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

  /// @dev The least deposit, taken back at once but for a share unit: the next deposit is the real first one, and does not count as it.
  function test_A14_ALeastDepositTakenBack_DoesNotMakeTheNextProvidersVaultDear() public {
    _assertNotDear();
  }

  /// @dev The same with the least deposit of the deployment's table.
  function test_A14_ALeastDepositTakenBack_WithTheDeployedLeast() public {
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
