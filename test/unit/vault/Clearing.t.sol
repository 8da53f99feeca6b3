// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {IVaultClearing} from "../../../contracts/interfaces/IVaultClearing.sol";
import {Assessment} from "../../../contracts/types/Assessment.sol";
import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {VaultState} from "../../../contracts/types/VaultState.sol";
import {BareEngine} from "../../mocks/BareEngine.sol";
import {ClearingFixture} from "./ClearingFixture.sol";

/// @notice The engine's door: what accounts owe together, and the pledge that always covers it.
contract ClearingTest is ClearingFixture {
  // Rights

  function test_RevertWhen_NotTheEngine() public {
    IVaultClearing door = _clearing(putVault);
    bytes memory reason = abi.encodeWithSelector(IVaultClearing.NotEngine.selector, stranger);
    vm.startPrank(stranger);
    vm.expectRevert(reason);
    door.clear(_one(_leg(id, 1e18)), 0, type(int256).max);
    vm.expectRevert(reason);
    door.pledge(1);
    vm.expectRevert(reason);
    door.unpledge(1, stranger);
    vm.expectRevert(reason);
    door.surrender(id, 1e18, stranger);
    vm.expectRevert(reason);
    door.issue(id, 1e18, stranger);
    vm.stopPrank();
  }

  function test_RevertWhen_NoEngineIsRegistered() public {
    vm.expectRevert(abi.encodeWithSelector(IVaultClearing.NotEngine.selector, address(this)));
    _clearing(putVaultTight).pledge(1);
  }

  function test_RevertWhen_AnEngineIsRegisteredTwice() public {
    assertEq(_clearing(putVault).engine(), address(engine));
    BareEngine other = new BareEngine(putVault);
    vm.expectRevert(abi.encodeWithSelector(IVaultClearing.EngineAlreadyRegistered.selector, address(engine)));
    _clearing(putVault).registerEngine(address(other));
  }

  function test_RevertWhen_TheEngineHasNoCode() public {
    vm.expectRevert(IOptionVault.ZeroAddress.selector);
    _clearing(putVaultTight).registerEngine(stranger);
  }

  // Pledge

  function test_Pledge_IsApartFromTheVaultsOwn() public {
    IOptionVault.Accounts memory before = putVault.accounts();
    uint256 assets = putVault.totalAssets();
    engine.pledge(1000e6);
    IOptionVault.Accounts memory books = putVault.accounts();
    assertEq(books.pledged, 1000e6);
    assertEq(books.held, before.held);
    assertEq(putVault.totalAssets(), assets);
    engine.unpledge(400e6, stranger);
    assertEq(putVault.accounts().pledged, 600e6);
    assertEq(usdc.balanceOf(stranger), 400e6);
    _assertSound(putVault);
  }

  function test_RevertWhen_ThePledgeDidNotArrive() public {
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.TransferShort.selector, 1, 0));
    engine.pretend(1);
    engine.pledge(100e6);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.TransferShort.selector, 1, 0));
    engine.pretend(1);
  }

  function test_RevertWhen_MoreThanThePledgeIsTakenOut() public {
    engine.pledge(100e6);
    vm.expectRevert(abi.encodeWithSelector(IVaultClearing.PledgeExceeded.selector, 100e6 + 1, 100e6));
    engine.unpledge(100e6 + 1, stranger);
  }

  function test_RevertWhen_PledgeGoesWhereNobodyGetsItBack() public {
    engine.pledge(100e6);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.BadReceiver.selector, address(putVault)));
    engine.unpledge(1, address(putVault));
  }

  // Writing

  function test_WrittenPut_IsPaidAtThePotentialsBidAndPledgedInFull() public {
    _buy(putVault, id, 10e18);
    uint256 lock = putVault.accounts().lock;
    uint256 held = putVault.accounts().held;
    engine.pledge((id.strikeOf() / 1e12) * 4);
    int256 premium = engine.clear(_one(_leg(id, -4e18)), 0, type(int256).max);
    assertLt(premium, 0);
    IOptionVault.Accounts memory books = putVault.accounts();
    // The vault pays the account; it is short four options less.
    assertEq(books.held, held - uint256(-premium));
    assertEq(books.pledged, (id.strikeOf() / 1e12) * 4 + uint256(-premium));
    assertEq(books.lock, lock - 4 * id.strikeOf());
    assertEq(putVault.netOf(id), 6e18);
    assertEq(_clearing(putVault).clearedLock(), (id.strikeOf() / 1e12) * 4);
    assertEq(puts.totalSupply(SeriesId.unwrap(id)), 10e18);
    _assertSound(putVault);
  }

  function test_RevertWhen_I7_ThePledgeWouldNotCoverWhatIsWritten() public {
    _buy(putVault, id, 10e18);
    uint256 needed = (id.strikeOf() / 1e12) * 4;
    int256 bid = _bidOf(4e18);
    uint256 pledged = needed - uint256(-bid) - 1;
    engine.pledge(pledged);
    vm.expectRevert(abi.encodeWithSelector(IVaultClearing.PledgeTooSmall.selector, pledged + uint256(-bid), needed));
    engine.clear(_one(_leg(id, -4e18)), 0, type(int256).max);
    // One unit more is enough.
    engine.pledge(1);
    engine.clear(_one(_leg(id, -4e18)), 0, type(int256).max);
    vm.expectRevert(abi.encodeWithSelector(IVaultClearing.PledgeTooSmall.selector, needed - 1, needed));
    engine.unpledge(1, stranger);
  }

  function _bidOf(int256 quantity) private returns (int256 bid) {
    uint256 snapshot = vm.snapshotState();
    engine.pledge(1_000_000e6);
    bid = engine.clear(_one(_leg(id, -quantity)), 0, type(int256).max);
    vm.revertToState(snapshot);
  }

  function test_Spread_PledgesWhatItCanLose() public {
    (SeriesId low, SeriesId high) = (_series(putVault, 2), _series(putVault, 4));
    engine.pledge(1_000_000e6);
    engine.clear(_two(_leg(low, 5e18), _leg(high, -5e18)), 0, type(int256).max);
    // Short the higher put, long the lower one: the difference of strikes at worst.
    assertEq(_clearing(putVault).clearedLock(), (5 * (high.strikeOf() - low.strikeOf())) / 1e12);
    // The vault wrote the lower and holds the higher: nothing can be lost to it.
    assertEq(putVault.accounts().lock, 0);
    assertEq(putVault.netOf(low), 5e18);
    assertEq(putVault.netOf(high), -5e18);
    _assertSound(putVault);
  }

  function test_CallSpread_PledgesWhatItCanLose() public {
    (SeriesId low, SeriesId high) = (_series(callVault, 3), _series(callVault, 5));
    callEngine.pledge(100e18);
    callEngine.clear(_two(_leg(low, -5e18), _leg(high, 5e18)), 0, type(int256).max);
    // Short the lower call, long the higher: (K' − K)/K' of an underlying at worst, at P = K'.
    uint256 worst = 5e18 * (high.strikeOf() - low.strikeOf());
    assertEq(_clearing(callVault).clearedLock(), (worst + high.strikeOf() - 1) / high.strikeOf());
    _assertSound(callVault);
  }

  function test_LongVault_CountsWhatItHolds() public {
    Assessment memory before = putVault.assess();
    engine.pledge(100_000e6);
    int256 premium = engine.clear(_one(_leg(id, -5e18)), 0, type(int256).max);
    Assessment memory found = putVault.assess();
    // Nothing is written, and the vault holds five puts.
    assertLt(found.value, 0);
    assertEq(found.lock, 0);
    assertEq(putVault.accounts().lock, 0);
    // What it paid is less than what they are worth.
    assertGt(-found.value, -premium * 1e12);
    // NAV rises by the fee at least.
    assertGe(found.nav, before.nav);
    assertGt(found.moveCharge, 0);
    _assertSound(putVault);
  }

  // Holders

  function test_Holder_SellsBackWhatAccountsWroteInstead() public {
    _buy(putVault, id, 10e18);
    engine.pledge(1_000_000e6);
    engine.clear(_one(_leg(id, -10e18)), 0, type(int256).max);
    assertEq(putVault.netOf(id), 0);
    // The vault is short nothing any more, and buys all the same: it is long then.
    assertGt(_sell(putVault, id, 10e18), 0);
    assertEq(putVault.netOf(id), -10e18);
    _assertSound(putVault);
    vm.expectRevert();
    this.sellOne();
    // Bought again, it is where it was.
    _buy(putVault, id, 10e18);
    assertEq(putVault.netOf(id), 0);
    assertEq(putVault.accounts().lock, 0);
    _assertSound(putVault);
  }

  function sellOne() external {
    _sell(putVault, id, 1e18);
  }

  function test_SurrenderAndIssue_MoveNoPriceAndNoNet() public {
    _buy(putVault, id, 10e18);
    Assessment memory before = putVault.assess();
    vm.prank(buyer);
    puts.setOperator(address(engine), true);
    engine.surrender(id, 4e18, buyer);
    assertEq(puts.balanceOf(buyer, SeriesId.unwrap(id)), 6e18);
    assertEq(putVault.netOf(id), 10e18);
    (, int256[] memory cleared) = _clearing(putVault).clearedOf(expiry);
    assertEq(_sum(cleared), -4e18);
    _assertSound(putVault);
    engine.issue(id, 4e18, stranger);
    assertEq(puts.balanceOf(stranger, SeriesId.unwrap(id)), 4e18);
    (, cleared) = _clearing(putVault).clearedOf(expiry);
    assertEq(_sum(cleared), 0);
    assertEq(abi.encode(putVault.assess()), abi.encode(before));
    assertEq((putVault.book().expiries >> 24) & 3, 0);
    _assertSound(putVault);
  }

  function test_RevertWhen_SomebodysOptionsAreSurrenderedWithoutHisWord() public {
    _buy(putVault, id, 10e18);
    vm.expectRevert();
    engine.surrender(id, 1e18, buyer);
  }

  function test_RevertWhen_IssuedWithoutPledge() public {
    vm.expectRevert(abi.encodeWithSelector(IVaultClearing.PledgeTooSmall.selector, 0, id.strikeOf() / 1e12));
    engine.issue(id, 1e18, stranger);
  }

  function test_RevertWhen_PartsOfLots() public {
    bytes memory reason = abi.encodeWithSelector(IOptionVault.NotWholeLots.selector, 0.015e18, 0.01e18);
    vm.expectRevert(reason);
    engine.issue(id, 0.015e18, stranger);
    vm.expectRevert(reason);
    engine.surrender(id, 0.015e18, stranger);
    vm.expectRevert(IOptionVault.ZeroAmount.selector);
    engine.issue(id, 0, stranger);
  }

  // Closing

  function test_Closing_GoesOnWhereNothingOpens() public {
    _buy(putVault, id, 10e18);
    engine.pledge(1_000_000e6);
    engine.clear(_one(_leg(id, -5e18)), 0, type(int256).max);
    vm.prank(guardian);
    putVault.tighten(VaultState.CloseOnly);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.StateForbids.selector, VaultState.CloseOnly));
    engine.clear(_one(_leg(id, 2e18)), 0, type(int256).max);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.StateForbids.selector, VaultState.CloseOnly));
    engine.clear(_one(_leg(id, -2e18)), 0, type(int256).max);
    assertGt(engine.clear(_one(_leg(id, 2e18)), 1, type(int256).max), 0);
    // Less than a smallest order closes, too.
    assertGt(engine.clear(_one(_leg(id, 0.01e18)), 1, type(int256).max), 0);
    vm.expectRevert(abi.encodeWithSelector(IVaultClearing.NotClosing.selector, id, 3e18, 2.99e18));
    engine.clear(_one(_leg(id, 3e18)), 1, type(int256).max);
    vm.expectRevert(abi.encodeWithSelector(IVaultClearing.NotClosing.selector, id, -1e18, 2.99e18));
    engine.clear(_one(_leg(id, -1e18)), 1, type(int256).max);
    assertGt(engine.clear(_one(_leg(id, 2.99e18)), 1, type(int256).max), 0);
    assertEq(_clearing(putVault).clearedLock(), 0);
    _assertSound(putVault);
    vm.prank(guardian);
    putVault.tighten(VaultState.SettleOnly);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.StateForbids.selector, VaultState.SettleOnly));
    engine.clear(_one(_leg(id, 1e18)), 1, type(int256).max);
  }

  function test_Closing_PaysStressAsAPurchaseDoes() public {
    _buy(putVault, id, 100e18);
    engine.pledge(1_000_000e6);
    engine.clear(_one(_leg(id, -50e18)), 0, type(int256).max);
    _tick();
    vm.prank(guardian);
    putVault.raiseStress(3e18);
    uint256 snapshot = vm.snapshotState();
    int256 opening = engine.clear(_one(_leg(id, 50e18)), 0, type(int256).max);
    vm.revertToState(snapshot);
    assertEq(engine.clear(_one(_leg(id, 50e18)), 1, type(int256).max), opening);
  }

  function test_RevertWhen_AccountsWriteToAGuardedVault() public {
    _buy(putVault, id, 10e18);
    engine.pledge(1_000_000e6);
    engine.clear(_one(_leg(id, -5e18)), 0, type(int256).max);
    vm.prank(guardian);
    putVault.tighten(VaultState.Guarded);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.StateForbids.selector, VaultState.Guarded));
    engine.clear(_one(_leg(id, -5e18)), 0, type(int256).max);
    assertGt(engine.clear(_one(_leg(id, 5e18)), 1, type(int256).max), 0);
  }

  // Limits

  function test_RevertWhen_TheOrderMissesItsLimit() public {
    engine.pledge(1_000_000e6);
    vm.expectPartialRevert(IOptionVault.OrderAboveLimit.selector);
    engine.clear(_one(_leg(id, 1e18)), 0, 1);
    vm.expectPartialRevert(IOptionVault.OrderAboveLimit.selector);
    engine.clear(_one(_leg(id, -1e18)), 0, -1_000_000e6);
  }

  function test_RevertWhen_AnAccountWritesLessThanASmallestOrder() public {
    engine.pledge(1_000_000e6);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.OrderTooSmall.selector, 0.05e18, 0.1e18));
    engine.clear(_one(_leg(id, -0.05e18)), 0, type(int256).max);
  }

  function test_RevertWhen_TheVaultWouldBeLongTooMuch() public {
    engine.pledge(10_000_000e6);
    // A quarter of a million dollars of puts struck near 2,000 at 7 days: some 3,000 of them.
    engine.clear(_one(_leg(id, -500e18)), 0, type(int256).max);
    _assertSound(putVault);
    vm.expectPartialRevert(IVaultClearing.LongAboveLimit.selector);
    engine.clear(_one(_leg(id, -4000e18)), 0, type(int256).max);
  }

  function test_RevertWhen_IssuedBeyondWhatHoldersCouldSellBack() public {
    engine.pledge(10_000_000e6);
    vm.expectPartialRevert(IVaultClearing.LongAboveLimit.selector);
    engine.issue(id, 4800e18, buyer);
    engine.issue(id, 100e18, buyer);
    _assertSound(putVault);
  }

  function _sum(int256[] memory list) private pure returns (int256 sum) {
    for (uint256 i; i < list.length; ++i) sum += list[i];
  }
}
