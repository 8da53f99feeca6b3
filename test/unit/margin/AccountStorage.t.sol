// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {IMarginEngine} from "../../../contracts/interfaces/IMarginEngine.sol";
import {AccountStorage, Holdings} from "../../../contracts/margin/AccountStorage.sol";
import {AccountId} from "../../../contracts/types/AccountId.sol";
import {AccountHarness} from "../../mocks/AccountHarness.sol";

/// @notice An account's words: what lies where, what vanishes, and what does not fit.
contract AccountStorageTest is Test {
  AccountId private constant ID = AccountId.wrap(bytes32(uint256(7)));
  /// @dev A day at 08:00 UTC.
  uint256 private constant EXPIRY = 20_000 days + 8 hours;
  int256 private constant MAX_LOTS = type(int40).max;

  AccountHarness private account;

  function setUp() public {
    account = new AccountHarness();
  }

  function _word(uint256 slot) private view returns (uint256) {
    return uint256(vm.load(address(account), bytes32(slot)));
  }

  function test_TwoPledgesAndThreePositionsTakeAWordEach() public {
    account.open(11);
    account.open(12);
    for (uint256 i; i < 3; ++i) account.add(i % 2, EXPIRY, 100 + i, -5);
    assertGt(_word(0), 0);
    assertEq(_word(1), 0);
    assertGt(_word(2), 0);
    assertEq(_word(3), 0);
    account.open(13);
    account.add(2, EXPIRY, 100, 1);
    assertGt(_word(1), 0);
    assertGt(_word(3), 0);
    assertEq(_word(4), 0);
  }

  function test_HeadLeavesItsHighestBitsFree() public {
    for (uint256 i; i < 4; ++i) account.setShare(account.open(type(uint16).max - i), AccountStorage.MAX_SHARE);
    for (uint256 i; i < 8; ++i) account.add(3, EXPIRY, i + 1, MAX_LOTS);
    assertEq(_word(0) >> 243, 0);
    assertEq(_word(0) >> 240, 7);
  }

  function test_WhatIsReadIsWhatWasWritten() public {
    account.open(500);
    account.setShare(0, 123_456);
    account.open(65_535);
    account.setShare(1, AccountStorage.MAX_SHARE);
    account.add(1, EXPIRY, type(uint24).max, MAX_LOTS);
    account.add(0, uint256(type(uint16).max) * 1 days + 8 hours, 1, -MAX_LOTS);
    Holdings memory held = account.holdings();
    assertEq(held.count, 2);
    assertEq(held.indexes[0], 500);
    assertEq(held.shares[0], 123_456);
    assertEq(held.indexes[1], 65_535);
    assertEq(held.shares[1], AccountStorage.MAX_SHARE);
    assertEq(held.positions[0].slotOf(), 0);
    assertEq(held.positions[0].expiryOf(), uint256(type(uint16).max) * 1 days + 8 hours);
    assertEq(held.positions[0].lotsOf(), -MAX_LOTS);
    assertEq(held.positions[1].slotOf(), 1);
    assertEq(held.positions[1].tickOf(), type(uint24).max);
    assertEq(held.positions[1].lotsOf(), MAX_LOTS);
  }

  function test_PositionsAreSortedByVaultExpiryAndTick() public {
    account.open(1);
    account.open(2);
    account.add(1, EXPIRY, 5, 1);
    account.add(0, EXPIRY + 1 days, 9, 1);
    account.add(0, EXPIRY, 200, 1);
    account.add(0, EXPIRY, 100, -1);
    Holdings memory held = account.holdings();
    for (uint256 i = 1; i < held.count; ++i) assertLt(held.positions[i - 1].keyOf(), held.positions[i].keyOf());
    assertEq(held.positions[0].tickOf(), 100);
    assertEq(held.positions[2].expiryOf(), EXPIRY + 1 days);
    assertEq(held.positions[3].slotOf(), 1);
  }

  function test_APositionOfZeroLotsVanishes() public {
    account.open(1);
    account.add(0, EXPIRY, 100, 5);
    account.add(0, EXPIRY, 200, 5);
    assertEq(account.add(0, EXPIRY, 100, -5), 5);
    Holdings memory held = account.holdings();
    assertEq(held.count, 1);
    assertEq(held.positions[0].tickOf(), 200);
    account.add(0, EXPIRY, 200, -5);
    assertEq(_word(2), 0);
    assertEq(account.add(0, EXPIRY, 300, 0), 0);
    assertEq(account.holdings().count, 0);
  }

  function test_APositionCrossesZero() public {
    account.open(1);
    account.add(0, EXPIRY, 100, 5);
    assertEq(account.add(0, EXPIRY, 100, -8), 5);
    assertEq(account.holdings().positions[0].lotsOf(), -3);
    assertEq(account.holdings().count, 1);
  }

  function test_AVaultAtWhichNothingIsLeftVanishes() public {
    account.open(1);
    account.open(2);
    account.setShare(0, 0);
    assertEq(account.holdings().indexes[0], 0);
    assertEq(account.holdings().indexes[1], 2);
    // Its place is free again, and the other's stays.
    assertEq(account.open(3), 0);
    account.setShare(0, 0);
    account.setShare(1, 0);
    assertEq(_word(0), 0);
  }

  function test_AVaultWithPositionsStaysWithoutAPledge() public {
    account.open(1);
    account.add(0, EXPIRY, 100, -1);
    account.setShare(0, 0);
    assertEq(account.holdings().indexes[0], 1);
    account.add(0, EXPIRY, 100, 1);
    assertEq(_word(0), 0);
  }

  function test_RemovingAnExpiryLeavesTheOthers() public {
    account.open(1);
    account.open(2);
    for (uint256 i; i < 3; ++i) account.add(0, EXPIRY, 100 + i, 1);
    account.add(0, EXPIRY + 1 days, 100, 1);
    account.add(1, EXPIRY, 100, 1);
    account.removeGroup(0, EXPIRY);
    Holdings memory held = account.holdings();
    assertEq(held.count, 2);
    assertEq(held.positions[0].expiryOf(), EXPIRY + 1 days);
    assertEq(held.positions[1].slotOf(), 1);
    assertEq(_word(3), 0);
  }

  function test_RevertWhen_ThereAreEightPositions() public {
    account.open(1);
    for (uint256 i; i < 8; ++i) account.add(0, EXPIRY, i + 1, 1);
    vm.expectRevert(abi.encodeWithSelector(IMarginEngine.TooManyPositions.selector, ID, 8));
    account.add(0, EXPIRY, 9, 1);
    // What is there already can still change.
    account.add(0, EXPIRY, 8, 1);
  }

  function test_RevertWhen_ThereAreFourVaults() public {
    for (uint256 i = 1; i <= 4; ++i) account.open(i);
    vm.expectRevert(abi.encodeWithSelector(IMarginEngine.TooManyVaults.selector, ID, 4));
    account.open(5);
    assertEq(account.open(4), 3);
  }

  function test_RevertWhen_LotsDoNotFit() public {
    account.open(1);
    account.add(0, EXPIRY, 1, MAX_LOTS);
    vm.expectRevert(
      abi.encodeWithSelector(IMarginEngine.PositionTooLarge.selector, ID, uint256(MAX_LOTS) + 1, uint256(MAX_LOTS))
    );
    account.add(0, EXPIRY, 1, 1);
    account.add(0, EXPIRY, 2, -MAX_LOTS);
    vm.expectRevert(
      abi.encodeWithSelector(IMarginEngine.PositionTooLarge.selector, ID, uint256(MAX_LOTS) + 1, uint256(MAX_LOTS))
    );
    account.add(0, EXPIRY, 2, -1);
  }

  function test_RevertWhen_AShareDoesNotFit() public {
    account.open(1);
    uint256 most = AccountStorage.MAX_SHARE;
    vm.expectRevert(abi.encodeWithSelector(IMarginEngine.PledgeTooLarge.selector, ID, most + 1, most));
    account.setShare(0, most + 1);
  }
}
