// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {DevToken} from "../../../contracts/devnet/DevToken.sol";
import {IMarginEngine} from "../../../contracts/interfaces/IMarginEngine.sol";
import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {AccountId, toAccountId} from "../../../contracts/types/AccountId.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {VaultState} from "../../../contracts/types/VaultState.sol";
import {MarginFixture} from "../../fixtures/MarginFixture.sol";

/// @notice deposit and withdraw.
contract PledgesTest is MarginFixture {
  function test_Deposit_MovesTokensToTheVaultAndCountsThem() public {
    uint256 balance = usdc.balanceOf(address(putVault));
    vm.expectEmit();
    emit IMarginEngine.VaultListed(putVault);
    vm.expectEmit();
    emit IMarginEngine.Deposited(hers, putVault, alice, 1_000e6);
    _pledge(hers, putVault, 1_000e6);
    assertEq(usdc.balanceOf(address(putVault)), balance + 1_000e6);
    assertEq(putVault.accounts().pledged, 1_000e6);
    assertEq(_shareOf(hers, putVault), 1_000e6);
    _assertSound(putVault);
  }

  function test_Deposit_AnyoneAddsToWhatIsThere() public {
    _pledge(hers, putVault, 1);
    vm.prank(bob);
    engine.deposit(hers, putVault, 500e6);
    assertEq(_shareOf(hers, putVault), 500e6 + 1);
    assertEq(_shareOf(his, putVault), 0);
  }

  function test_Deposit_AnOperatorBeginsAVault() public {
    vm.prank(alice);
    engine.setOperator(bob, true);
    vm.prank(bob);
    engine.deposit(hers, putVault, 500e6);
    assertEq(_shareOf(hers, putVault), 500e6);
  }

  function test_Deposit_RevertWhen_AStrangerBeginsAVault() public {
    vm.prank(bob);
    vm.expectRevert(abi.encodeWithSelector(IMarginEngine.NotAuthorised.selector, hers, bob));
    engine.deposit(hers, putVault, 500e6);
  }

  /// Whatever strangers put where the account is already, its owner makes room in one batch.
  function test_Deposit_StrangersCannotKeepAnOwnerFromAnotherVault() public {
    IOptionVault fifth = _createVault(_config(OptionKind.Put, usdc, 6e18, 0.1e18));
    _register(fifth);
    _pledge(hers, putVault, 1);
    _pledge(hers, putVaultTight, 1);
    _pledge(hers, callVault, 1);
    _pledge(hers, callVaultTight, 1);
    vm.prank(bob);
    engine.deposit(hers, putVault, 7);
    _refused(
      hers,
      abi.encodeCall(engine.deposit, (hers, fifth, 1)),
      abi.encodeWithSelector(IMarginEngine.TooManyVaults.selector, hers, 4)
    );
    bytes[] memory calls = new bytes[](2);
    calls[0] = abi.encodeCall(engine.withdraw, (hers, putVault, type(uint256).max, alice));
    calls[1] = abi.encodeCall(engine.deposit, (hers, fifth, 1_000e6));
    vm.prank(alice);
    engine.batch(calls);
    assertEq(_shareOf(hers, fifth), 1_000e6);
    // And nobody gets the place back.
    vm.prank(bob);
    vm.expectRevert(abi.encodeWithSelector(IMarginEngine.NotAuthorised.selector, hers, bob));
    engine.deposit(hers, putVault, 7);
  }

  function test_Deposit_RevertWhen_Nothing() public {
    _refused(
      hers,
      abi.encodeCall(engine.deposit, (hers, putVault, 0)),
      abi.encodeWithSelector(IMarginEngine.ZeroAmount.selector)
    );
  }

  /// A18: neither a look-alike, nor a vault of the factory that answers to another engine or to none.
  function test_A18_Deposit_RevertWhen_TheVaultIsNotListed() public {
    IOptionVault another = _createVault(_config(OptionKind.Put, usdc, 6e18, 0.1e18));
    IOptionVault[3] memory unknown = [another, IOptionVault(address(this)), IOptionVault(makeAddr("nothing"))];
    for (uint256 i; i < 3; ++i) {
      _refused(
        hers,
        abi.encodeCall(engine.deposit, (hers, unknown[i], 1)),
        abi.encodeWithSelector(IMarginEngine.VaultNotListed.selector, unknown[i])
      );
    }
    // What never lists does not ask.
    bytes memory notListed = abi.encodeWithSelector(IMarginEngine.VaultNotListed.selector, putVault);
    _refused(hers, abi.encodeCall(engine.withdraw, (hers, putVault, 1, alice)), notListed);
    _refused(hers, abi.encodeCall(engine.issue, (hers, putVault, id, 1e18, alice)), notListed);
    _refused(hers, abi.encodeCall(engine.settleAccount, (hers, putVault, expiry)), notListed);
  }

  function test_Withdraw_PaysTheReceiver() public {
    _pledge(hers, putVault, 1_000e6);
    address receiver = makeAddr("receiver");
    vm.expectEmit();
    emit IMarginEngine.Withdrawn(hers, putVault, receiver, 400e6);
    vm.prank(alice);
    assertEq(engine.withdraw(hers, putVault, 400e6, receiver), 400e6);
    assertEq(usdc.balanceOf(receiver), 400e6);
    assertEq(_shareOf(hers, putVault), 600e6);
    assertEq(putVault.accounts().pledged, 600e6);
  }

  function test_Withdraw_All_LeavesNoVaultBehind() public {
    _pledge(hers, putVault, 1_000e6);
    vm.prank(alice);
    assertEq(engine.withdraw(hers, putVault, type(uint256).max, alice), 1_000e6);
    assertEq(engine.accountOf(hers).pledges.length, 0);
    assertEq(usdc.balanceOf(alice), 10_000_000e6);
  }

  function test_Withdraw_AllThatPositionsLeaveFree() public {
    _pledge(hers, putVault, 50_000e6);
    _write(hers, putVault, id, 10e18);
    uint256 free = _freeOf(hers, putVault);
    vm.prank(alice);
    assertEq(engine.withdraw(hers, putVault, type(uint256).max, alice), free);
    assertEq(_shareOf(hers, putVault), (10 * id.strikeOf()) / 1e12);
    // Nothing is free any more: nothing moves, and nothing is refused.
    vm.prank(alice);
    assertEq(engine.withdraw(hers, putVault, type(uint256).max, alice), 0);
    _pledge(his, callVault, 1);
    vm.prank(alice);
    assertEq(engine.withdraw(hers, callVault, type(uint256).max, alice), 0);
    _assertSound(putVault);
  }

  function test_Withdraw_RevertWhen_PositionsNeedIt() public {
    _pledge(hers, putVault, 50_000e6);
    _write(hers, putVault, id, 10e18);
    (uint256 share, uint256 needed) = _pledgeOf(hers, putVault);
    _refused(
      hers,
      abi.encodeCall(engine.withdraw, (hers, putVault, share - needed + 1, alice)),
      abi.encodeWithSelector(IMarginEngine.PledgeTooSmall.selector, hers, putVault, needed - 1, needed)
    );
  }

  function test_Withdraw_RevertWhen_MoreThanTheShareThoughOthersHaveIt() public {
    _pledge(hers, putVault, 1_000e6);
    _pledge(his, putVault, 9_000e6);
    _refused(
      hers,
      abi.encodeCall(engine.withdraw, (hers, putVault, 1_000e6 + 1, alice)),
      abi.encodeWithSelector(IMarginEngine.PledgeTooSmall.selector, hers, putVault, 1_000e6, 1_000e6 + 1)
    );
    AccountId empty = toAccountId(alice, 77);
    _refused(
      empty,
      abi.encodeCall(engine.withdraw, (empty, putVault, 1, alice)),
      abi.encodeWithSelector(IMarginEngine.PledgeTooSmall.selector, empty, putVault, 0, 1)
    );
  }

  /// A33
  function test_A33_Withdraw_RevertWhen_TheReceiverCouldNotReturnIt() public {
    _pledge(hers, putVault, 1_000e6);
    address[5] memory lost = [
      address(0),
      address(engine),
      address(putVault),
      address(usdc),
      address(putVault.optionToken())
    ];
    for (uint256 i; i < lost.length; ++i) {
      _refused(
        hers,
        abi.encodeCall(engine.withdraw, (hers, putVault, 1, lost[i])),
        abi.encodeWithSelector(IMarginEngine.BadReceiver.selector, lost[i])
      );
    }
  }

  function test_Withdraw_RevertWhen_ByAStranger() public {
    _pledge(hers, putVault, 1_000e6);
    vm.prank(bob);
    vm.expectRevert(abi.encodeWithSelector(IMarginEngine.NotAuthorised.selector, hers, bob));
    engine.withdraw(hers, putVault, 1, bob);
  }

  function test_Withdraw_RevertWhen_Nothing() public {
    _pledge(hers, putVault, 1_000e6);
    _refused(
      hers,
      abi.encodeCall(engine.withdraw, (hers, putVault, 0, alice)),
      abi.encodeWithSelector(IMarginEngine.ZeroAmount.selector)
    );
  }

  function test_M4_DepositsAndWithdrawalsNeedNoPrice() public {
    _pledge(hers, putVault, 50_000e6);
    _write(hers, putVault, id, 10e18);
    _killFeed();
    _shut(putVault, uint8(VaultState.SettleOnly));
    _pledge(hers, putVault, 1_000e6);
    uint256 free = _freeOf(hers, putVault);
    vm.prank(alice);
    assertEq(engine.withdraw(hers, putVault, free, alice), free);
  }

  /// The whole way with 8 decimals, calls.
  function test_EightDecimals() public {
    DevToken wbtc = new DevToken("Wrapped Bitcoin", "WBTC", 8);
    IOptionVault.Config memory config = _config(OptionKind.Call, wbtc, 8e18, 0.15e18);
    config.leastDeposit = 1e8;
    IOptionVault vault = _createVault(config);
    _register(vault);
    _deposit(vault, provider, 500e8);
    vault.openExpiry(expiry);
    wbtc.mint(alice, 100e8);
    vm.prank(alice);
    wbtc.approve(address(engine), FOREVER);
    _tick();
    _pledge(hers, vault, 10e8);
    int256 premium = _trade(hers, vault, _two(_leg(_series(vault, 4), -5e18), _leg(_series(vault, 6), 5e18)));
    assertLt(premium, 0);
    (uint256 low, uint256 high) = (_series(vault, 4).strikeOf(), _series(vault, 6).strikeOf());
    // Worst at the long strike: 5·(high − low)/high of the underlying.
    assertEq(_neededOf(hers, vault), (5e8 * (high - low) + high - 1) / high);
    assertEq(_shareOf(hers, vault), uint256(int256(10e8) - premium));
    _assertSound(vault);
    _fixExpiry(expiry, high);
    vault.settle(expiry);
    int256 owed = engine.settleAccount(hers, vault, expiry);
    assertEq(uint256(owed), (5e8 * (high - low) + high - 1) / high);
    vm.prank(alice);
    assertEq(engine.withdraw(hers, vault, type(uint256).max, alice), uint256(int256(10e8) - premium - owed));
    assertEq(vault.accounts().pledged, 0);
  }
}
