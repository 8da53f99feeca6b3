// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IMarginEngine} from "../../../contracts/interfaces/IMarginEngine.sol";
import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {AccountId, toAccountId} from "../../../contracts/types/AccountId.sol";
import {Leg} from "../../../contracts/types/Leg.sol";
import {VaultState} from "../../../contracts/types/VaultState.sol";
import {MarginFixture} from "../../fixtures/MarginFixture.sol";

/// @notice batch and simulate.
contract BatchesTest is MarginFixture {
  function _calls(bytes memory one) private pure returns (bytes[] memory calls) {
    calls = new bytes[](1);
    calls[0] = one;
  }

  function _calls(bytes memory one, bytes memory other) private pure returns (bytes[] memory calls) {
    calls = new bytes[](2);
    (calls[0], calls[1]) = (one, other);
  }

  function _trading(AccountId account, Leg[] memory legs) private view returns (bytes memory) {
    return abi.encodeCall(engine.trade, (account, putVault, legs, type(int256).max, FOREVER));
  }

  function _depositing(AccountId account, uint256 amount) private view returns (bytes memory) {
    return abi.encodeCall(engine.deposit, (account, putVault, amount));
  }

  function _withdrawing(AccountId account, uint256 amount) private view returns (bytes memory) {
    return abi.encodeCall(engine.withdraw, (account, putVault, amount, account.ownerOf()));
  }

  // batch

  function test_Batch_RunsAllAndReturnsWhatEachDid() public {
    vm.prank(alice);
    bytes[] memory results = engine.batch(_calls(_depositing(hers, 50_000e6), _trading(hers, _one(_leg(id, -10e18)))));
    assertEq(results[0].length, 0);
    int256 premium = abi.decode(results[1], (int256));
    assertEq(_shareOf(hers, putVault), uint256(int256(50_000e6) - premium));
    assertEq(_positionOf(hers, id), 10e18);
    _assertSound(putVault);
  }

  function test_Batch_ChecksAtItsEndOnly() public {
    _pledge(his, putVault, 100_000e6);
    bytes memory first = _trading(hers, _one(_leg(id, -10e18)));
    vm.prank(alice);
    engine.batch(_calls(first, _depositing(hers, 50_000e6)));
    // The same by itself, or at the end of a batch, is refused.
    AccountId second = toAccountId(alice, 1);
    vm.startPrank(alice);
    vm.expectPartialRevert(IMarginEngine.PledgeTooSmall.selector);
    engine.trade(second, putVault, _one(_leg(id, -10e18)), type(int256).max, FOREVER);
    vm.expectPartialRevert(IMarginEngine.PledgeTooSmall.selector);
    engine.batch(_calls(_depositing(second, 100e6), _trading(second, _one(_leg(id, -10e18)))));
    vm.stopPrank();
  }

  /// One account's excess does not cover another, whichever was touched first.
  function test_Batch_ChecksEveryAccountThatItTouched() public {
    AccountId second = toAccountId(alice, 1);
    _pledge(hers, putVault, 50_000e6);
    _pledge(second, putVault, 1e6);
    for (uint256 i; i < 2; ++i) {
      bytes memory bad = _trading(second, _one(_leg(id, -1e18)));
      bytes memory good = _trading(hers, _one(_leg(id, -1e18)));
      vm.expectPartialRevert(IMarginEngine.PledgeTooSmall.selector);
      vm.prank(alice);
      engine.batch(i == 0 ? _calls(bad, good) : _calls(good, bad));
    }
  }

  function test_Batch_EachOfTwoInATransactionIsChecked() public {
    // Others' pledge is enough for the vault's own test.
    _pledge(his, putVault, 1_000_000e6);
    TwoBatches both = new TwoBatches();
    AccountId its = toAccountId(address(both), 0);
    usdc.mint(address(both), 1_000_000e6);
    both.allow(engine, usdc);
    bytes[] memory good = _calls(_depositing(its, 50_000e6), _trading(its, _one(_leg(id, -1e18))));
    bytes[] memory bad = _calls(_trading(its, _one(_leg(id, -100e18))));
    vm.expectPartialRevert(IMarginEngine.PledgeTooSmall.selector);
    both.run(engine, good, bad);
    both.run(engine, good, _calls(_withdrawing(its, 1e6)));
  }

  function test_Batch_NeedsTheRightsOfEachCall() public {
    _pledge(his, putVault, 1_000e6);
    bytes memory notHis = abi.encodeWithSelector(IMarginEngine.NotAuthorised.selector, his, alice);
    _refused(hers, abi.encodeCall(engine.batch, (_calls(_withdrawing(his, 1)))), notHis);
    _refused(hers, abi.encodeCall(engine.batch, (_calls(_trading(his, _one(_leg(id, 1e18)))))), notHis);
    // Depositing is anyone's.
    vm.prank(alice);
    engine.batch(_calls(_depositing(his, 5)));
    assertEq(_shareOf(his, putVault), 1_000e6 + 5);
  }

  function test_Batch_OneFailsAllFail() public {
    vm.prank(alice);
    vm.expectRevert(IMarginEngine.ZeroAmount.selector);
    engine.batch(_calls(_depositing(hers, 5), _depositing(hers, 0)));
    assertEq(_shareOf(hers, putVault), 0);
  }

  function test_A16_Batch_RevertWhen_Nested() public {
    bytes[] memory inner = _calls(_depositing(hers, 5));
    bytes memory nested = abi.encodeWithSelector(IMarginEngine.NestedBatch.selector);
    _refused(hers, abi.encodeCall(engine.batch, (_calls(abi.encodeCall(engine.batch, (inner))))), nested);
    bytes memory simulating = abi.encodeCall(engine.simulate, (inner, new AccountId[](0)));
    _refused(hers, abi.encodeCall(engine.batch, (_calls(simulating))), nested);
  }

  function test_A16_Batch_RevertWhen_ItCallsAnythingElse() public {
    bytes[6] memory others = [
      abi.encodeCall(engine.setOperator, (bob, true)),
      abi.encodeCall(engine.setLockdown, (true)),
      abi.encodeCall(engine.permitOperator, (alice, bob, true, 1, "")),
      abi.encodeCall(engine.tryBatch, (new bytes[](0), new AccountId[](0))),
      abi.encodeCall(engine.accountOf, (hers)),
      hex"01"
    ];
    for (uint256 i; i < others.length; ++i) {
      _refused(
        hers,
        abi.encodeCall(engine.batch, (_calls(others[i]))),
        abi.encodeWithSelector(IMarginEngine.NotBatchable.selector, bytes4(others[i]))
      );
    }
  }

  function test_Batch_TouchesEightAccounts() public {
    bytes[] memory calls = new bytes[](18);
    for (uint96 i; i < 9; ++i) {
      calls[i] = _depositing(toAccountId(alice, i), 1e6);
      calls[9 + i] = _withdrawing(toAccountId(alice, i), 1);
    }
    _refused(
      hers,
      abi.encodeCall(engine.batch, (calls)),
      abi.encodeWithSelector(IMarginEngine.TooManyAccounts.selector, 8)
    );
    // The same one again counts once; deposits count for nothing.
    calls[17] = calls[9];
    vm.prank(alice);
    engine.batch(calls);
  }

  /// Whoever settles for others can do many in one go.
  function test_Batch_SettlesAnyNumberOfAccounts() public {
    for (uint96 i; i < 9; ++i) {
      AccountId account = toAccountId(alice, i);
      _pledge(account, putVault, 1_000e6);
      _purchase(account, putVault, id, 0.1e18);
    }
    _fixExpiry(expiry, 1500e18);
    putVault.settle(expiry);
    bytes[] memory calls = new bytes[](9);
    for (uint96 i; i < 9; ++i) {
      calls[i] = abi.encodeCall(engine.settleAccount, (toAccountId(alice, i), putVault, expiry));
    }
    vm.prank(stranger);
    engine.batch(calls);
    for (uint96 i; i < 9; ++i) assertEq(engine.accountOf(toAccountId(alice, i)).positions.length, 0);
  }

  /// Pledge can leave and come back within a batch, its own account's and no more.
  function test_Batch_WithdrawsNoMoreThanItsOwnOnTheWay() public {
    _pledge(his, putVault, 100_000e6);
    _pledge(hers, putVault, 50_000e6);
    _write(hers, putVault, id, 10e18);
    uint256 share = _shareOf(hers, putVault);
    _refused(
      hers,
      abi.encodeCall(engine.batch, (_calls(_withdrawing(hers, share + 1), _depositing(hers, share + 1)))),
      abi.encodeWithSelector(IMarginEngine.PledgeTooSmall.selector, hers, putVault, share, share + 1)
    );
    vm.prank(alice);
    engine.batch(_calls(_withdrawing(hers, share), _depositing(hers, share)));
    assertEq(_shareOf(hers, putVault), share);
    _assertSound(putVault);
  }

  function test_Batch_Empty() public {
    assertEq(engine.batch(new bytes[](0)).length, 0);
  }

  // simulate

  function test_Simulate_TellsWhatABatchWouldComeTo() public {
    bytes[] memory calls = _calls(_depositing(hers, 50_000e6), _trading(hers, _one(_leg(id, -10e18))));
    AccountId[] memory accounts = new AccountId[](2);
    (accounts[0], accounts[1]) = (hers, his);
    uint256 before = usdc.balanceOf(alice);
    vm.prank(alice);
    (bool ok, bytes memory reason, bytes[] memory results, IMarginEngine.Account[] memory afterwards) = engine.simulate(
      calls,
      accounts
    );
    assertTrue(ok);
    assertEq(reason.length, 0);
    assertEq(afterwards.length, 2);
    assertEq(afterwards[1].pledges.length, 0);
    // Nothing stays.
    assertEq(engine.accountOf(hers).pledges.length, 0);
    assertEq(usdc.balanceOf(alice), before);
    assertEq(putVault.accounts().pledged, 0);
    vm.prank(alice);
    bytes[] memory real = engine.batch(calls);
    assertEq(abi.encode(results), abi.encode(real));
    assertEq(abi.encode(afterwards[0]), abi.encode(engine.accountOf(hers)));
  }

  function test_Simulate_SaysWhyItWouldFail() public {
    AccountId[] memory accounts = new AccountId[](1);
    accounts[0] = hers;
    vm.prank(alice);
    (bool ok, bytes memory reason, bytes[] memory results, IMarginEngine.Account[] memory afterwards) = engine.simulate(
      _calls(_depositing(hers, 1e6), _withdrawing(hers, 2e6)),
      accounts
    );
    assertFalse(ok);
    assertEq(reason, abi.encodeWithSelector(IMarginEngine.PledgeTooSmall.selector, hers, putVault, 1e6, 2e6));
    assertEq(results.length, 0);
    assertEq(afterwards.length, 0);
    _shut(putVault, uint8(VaultState.SettleOnly));
    vm.prank(alice);
    (ok, reason, , ) = engine.simulate(
      _calls(_depositing(hers, 9_000e6), _trading(hers, _one(_leg(id, -1e18)))),
      accounts
    );
    assertFalse(ok);
    assertEq(reason, abi.encodeWithSelector(IOptionVault.StateForbids.selector, VaultState.SettleOnly));
    (ok, reason, , ) = engine.simulate(_calls(hex"01020304"), accounts);
    assertFalse(ok);
    assertEq(reason, abi.encodeWithSelector(IMarginEngine.NotBatchable.selector, bytes4(0x01020304)));
  }

  /// It is what the caller could do, not what the owner could.
  function test_Simulate_HasTheCallersRights() public {
    _pledge(hers, putVault, 1e6);
    vm.prank(bob);
    (bool ok, bytes memory reason, , ) = engine.simulate(_calls(_withdrawing(hers, 1)), new AccountId[](0));
    assertFalse(ok);
    assertEq(reason, abi.encodeWithSelector(IMarginEngine.NotAuthorised.selector, hers, bob));
  }

  function test_TryBatch_AlwaysReverts() public {
    bytes[] memory calls = _calls(_depositing(hers, 5));
    vm.expectPartialRevert(IMarginEngine.Simulated.selector);
    vm.prank(alice);
    engine.tryBatch(calls, new AccountId[](0));
    vm.expectPartialRevert(IMarginEngine.Simulated.selector);
    engine.tryBatch(new bytes[](0), new AccountId[](0));
    assertEq(engine.accountOf(hers).pledges.length, 0);
  }
}

/// @notice Runs two batches in one transaction.
contract TwoBatches {
  function allow(IMarginEngine engine, IERC20 token) external {
    token.approve(address(engine), type(uint256).max);
  }

  function run(IMarginEngine engine, bytes[] calldata first, bytes[] calldata second) external {
    engine.batch(first);
    engine.batch(second);
  }
}
