// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Vm} from "forge-std/Vm.sol";

import {IMarginEngine} from "../../../contracts/interfaces/IMarginEngine.sol";
import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {AccountId, toAccountId} from "../../../contracts/types/AccountId.sol";
import {Leg} from "../../../contracts/types/Leg.sol";
import {MalformedSeriesId, SeriesId, toSeriesId} from "../../../contracts/types/SeriesId.sol";
import {VaultState} from "../../../contracts/types/VaultState.sol";
import {MarginFixture} from "../../fixtures/MarginFixture.sol";

/// @notice trade: what opens, what closes, what it costs the account and what is refused.
contract TradingTest is MarginFixture {
  uint256 internal constant LOT = 0.01e18;
  uint256 internal constant MIN_ORDER = 0.1e18;

  function setUp() public override {
    super.setUp();
    _pledge(hers, putVault, 100_000e6);
    _pledge(his, putVault, 100_000e6);
    _pledge(hers, callVault, 100e18);
  }

  function _call(Leg[] memory legs) private view returns (bytes memory) {
    return abi.encodeCall(engine.trade, (hers, putVault, legs, type(int256).max, FOREVER));
  }

  // Opening

  function test_Write_BringsThePremiumIntoTheShare() public {
    Leg[] memory legs = _one(_leg(id, -10e18));
    uint256 pledged = putVault.accounts().pledged;
    int256 premium = _trade(hers, putVault, legs);
    assertLt(premium, 0);
    assertEq(_shareOf(hers, putVault), 100_000e6 + uint256(-premium));
    assertEq(putVault.accounts().pledged, pledged + uint256(-premium));
    assertEq(_positionOf(hers, id), 10e18);
    assertEq(_clearedOf(putVault, id), 10e18);
    // A cash-secured put: its strike, and no more.
    assertEq(_neededOf(hers, putVault), (10 * id.strikeOf()) / 1e12);
    _assertSound(putVault);
  }

  function test_Write_CoveredCallNeedsItsUnderlying() public {
    _write(hers, callVault, callId, 7e18);
    assertEq(_neededOf(hers, callVault), 7e18);
    _assertSound(callVault);
  }

  function test_Buy_TakesThePremiumOutOfTheShare() public {
    int256 premium = _purchase(hers, putVault, id, 3e18);
    assertGt(premium, 0);
    assertEq(_shareOf(hers, putVault), 100_000e6 - uint256(premium));
    assertEq(_positionOf(hers, id), -3e18);
    assertEq(_neededOf(hers, putVault), 0);
    _assertSound(putVault);
  }

  function test_Trade_SaysWhatHappened() public {
    Leg[] memory legs = _two(_leg(_series(putVault, 4), -2e18), _leg(_series(putVault, 2), 2e18));
    vm.recordLogs();
    int256 premium = _trade(hers, putVault, legs);
    bytes32 topic = IMarginEngine.Traded.selector;
    (bool found, bytes memory data) = _lastLog(topic);
    assertTrue(found);
    assertEq(data, abi.encode(legs, premium));
  }

  function _lastLog(bytes32 topic) private returns (bool found, bytes memory data) {
    Vm.Log[] memory logs = vm.getRecordedLogs();
    for (uint256 i; i < logs.length; ++i) {
      if (logs[i].emitter == address(engine) && logs[i].topics[0] == topic) (found, data) = (true, logs[i].data);
    }
  }

  function test_Spread_NeedsItsWidthAndNoMore() public {
    (SeriesId low, SeriesId high) = (_series(putVault, 2), _series(putVault, 4));
    int256 premium = _trade(hers, putVault, _two(_leg(high, -10e18), _leg(low, 10e18)));
    uint256 width = (10 * (high.strikeOf() - low.strikeOf())) / 1e12;
    assertEq(_neededOf(hers, putVault), width);
    // With the premium that came in, a unit less than the rest of the width is too little.
    vm.startPrank(bob);
    engine.withdraw(his, putVault, type(uint256).max, bob);
    uint256 rest = uint256(int256(width) + premium);
    engine.deposit(his, putVault, rest + 1000e6);
    engine.trade(his, putVault, _two(_leg(high, -10e18), _leg(low, 10e18)), type(int256).max, FOREVER);
    uint256 free = _freeOf(his, putVault);
    engine.withdraw(his, putVault, free, bob);
    vm.expectRevert(abi.encodeWithSelector(IMarginEngine.PledgeTooSmall.selector, his, putVault, width - 1, width));
    engine.withdraw(his, putVault, 1, bob);
    vm.stopPrank();
    _assertSound(putVault);
  }

  function test_Trade_RevertWhen_TheShareDoesNotCoverTheWorstCase() public {
    vm.startPrank(alice);
    engine.withdraw(hers, putVault, 99_000e6, alice);
    uint256 needed = id.strikeOf() / 1e12;
    vm.expectPartialRevert(IMarginEngine.PledgeTooSmall.selector);
    engine.trade(hers, putVault, _one(_leg(id, -1e18)), type(int256).max, FOREVER);
    vm.stopPrank();
    assertGt(needed, 1_000e6);
  }

  function test_Trade_RevertWhen_TheShareDoesNotCoverThePremium() public {
    uint256 snapshot = vm.snapshotState();
    int256 premium = _purchase(hers, putVault, id, 10e18);
    vm.revertToState(snapshot);
    vm.prank(alice);
    engine.withdraw(hers, putVault, 100_000e6 - uint256(premium) + 1, alice);
    _refused(
      hers,
      _call(_one(_leg(id, 10e18))),
      abi.encodeWithSelector(
        IMarginEngine.PledgeTooSmall.selector,
        hers,
        putVault,
        uint256(premium) - 1,
        uint256(premium)
      )
    );
  }

  function test_Trade_RevertWhen_TheAccountHasNothingAtTheVault() public {
    _deposit(putVaultTight, provider, PUT_ASSETS);
    putVaultTight.openExpiry(expiry);
    _pledge(his, putVaultTight, 10_000e6);
    vm.prank(alice);
    vm.expectPartialRevert(IMarginEngine.PledgeTooSmall.selector);
    engine.trade(hers, putVaultTight, _one(_leg(id, -1e18)), type(int256).max, FOREVER);
    assertEq(engine.accountOf(hers).pledges.length, 2);
  }

  // Closing

  function test_Close_MakesThePositionSmaller() public {
    _write(hers, putVault, id, 10e18);
    int256 premium = _purchase(hers, putVault, id, 4e18);
    assertGt(premium, 0);
    assertEq(_positionOf(hers, id), 6e18);
    _purchase(hers, putVault, id, 6e18);
    assertEq(engine.accountOf(hers).positions.length, 0);
    assertEq(_clearedOf(putVault, id), 0);
    _assertSound(putVault);
  }

  function test_Close_GoesOnWhereOpeningDoesNot() public {
    _write(hers, putVault, id, 10e18);
    _purchase(hers, putVault, _series(putVault, 2), 5e18);
    _shut(putVault, uint8(VaultState.CloseOnly));
    bytes memory forbidden = abi.encodeWithSelector(IOptionVault.StateForbids.selector, VaultState.CloseOnly);
    _refused(hers, _call(_one(_leg(id, -1e18))), forbidden);
    _refused(hers, _call(_one(_leg(id, 10e18 + int256(MIN_ORDER)))), forbidden);
    _trade(hers, putVault, _two(_leg(id, 10e18), _leg(_series(putVault, 2), -5e18)));
    assertEq(engine.accountOf(hers).positions.length, 0);
    _assertSound(putVault);
  }

  function test_Close_BelowTheSmallestOrderOnlyWhole() public {
    _write(hers, putVault, id, 1e18);
    _refused(
      hers,
      _call(_one(_leg(id, int256(MIN_ORDER - LOT)))),
      abi.encodeWithSelector(IMarginEngine.OrderTooSmall.selector, MIN_ORDER - LOT, MIN_ORDER)
    );
    _purchase(hers, putVault, id, 1e18 - LOT);
    _purchase(hers, putVault, id, LOT);
    assertEq(engine.accountOf(hers).positions.length, 0);
    // Longs likewise.
    _purchase(hers, putVault, id, 1e18);
    _refused(
      hers,
      _call(_one(_leg(id, -int256(LOT)))),
      abi.encodeWithSelector(IMarginEngine.OrderTooSmall.selector, LOT, MIN_ORDER)
    );
    _write(hers, putVault, id, 1e18 - MIN_ORDER / 2);
    _write(hers, putVault, id, MIN_ORDER / 2);
    assertEq(engine.accountOf(hers).positions.length, 0);
  }

  function test_Trade_RevertWhen_WhatOpensIsBelowTheSmallestOrder() public {
    _refused(
      hers,
      _call(_one(_leg(id, -int256(MIN_ORDER - LOT)))),
      abi.encodeWithSelector(IOptionVault.OrderTooSmall.selector, MIN_ORDER - LOT, MIN_ORDER)
    );
  }

  function test_Trade_AcrossZeroOpens() public {
    _write(hers, putVault, id, 2e18);
    _purchase(hers, putVault, id, 5e18);
    assertEq(_positionOf(hers, id), -3e18);
    _write(hers, putVault, id, 7e18);
    assertEq(_positionOf(hers, id), 4e18);
    _assertSound(putVault);
  }

  /// What others are long is no closing to the vault; the account closes all the same.
  function test_Close_WhereOthersHoldTheOtherWay() public {
    _write(hers, putVault, id, 5e18);
    _purchase(his, putVault, id, 5e18);
    assertEq(_clearedOf(putVault, id), 0);
    _purchase(hers, putVault, id, 5e18);
    assertEq(_positionOf(hers, id), 0);
    assertEq(_clearedOf(putVault, id), -5e18);
    _write(his, putVault, id, 5e18);
    assertEq(_clearedOf(putVault, id), 0);
    _assertSound(putVault);
  }

  function test_Close_SeveralOfWhichSomeAreTheOtherWay() public {
    (SeriesId a, SeriesId b) = (_series(putVault, 3), _series(putVault, 4));
    _trade(hers, putVault, _two(_leg(a, -5e18), _leg(b, -5e18)));
    _purchase(his, putVault, b, 5e18);
    // a closes for the vault, b does not; a below the smallest order can still close whole beside it.
    _purchase(hers, putVault, a, 5e18 - LOT);
    _trade(hers, putVault, _two(_leg(a, int256(LOT)), _leg(b, 5e18)));
    assertEq(engine.accountOf(hers).positions.length, 0);
    _assertSound(putVault);
  }

  // Limits and refusals

  function test_Trade_RevertWhen_DearerThanTheLimit() public {
    uint256 snapshot = vm.snapshotState();
    int256 premium = _purchase(hers, putVault, id, 1e18);
    vm.revertToState(snapshot);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.OrderAboveLimit.selector, premium, premium - 1));
    vm.prank(alice);
    engine.trade(hers, putVault, _one(_leg(id, 1e18)), premium - 1, FOREVER);
  }

  function test_Trade_RevertWhen_DeadlinePassed() public {
    vm.expectRevert(
      abi.encodeWithSelector(IMarginEngine.DeadlinePassed.selector, block.timestamp - 1, block.timestamp)
    );
    vm.prank(alice);
    engine.trade(hers, putVault, _one(_leg(id, 1e18)), type(int256).max, block.timestamp - 1);
  }

  function test_Trade_RevertWhen_ByAStranger() public {
    vm.expectRevert(abi.encodeWithSelector(IMarginEngine.NotAuthorised.selector, hers, bob));
    vm.prank(bob);
    engine.trade(hers, putVault, _one(_leg(id, 1e18)), type(int256).max, FOREVER);
  }

  function test_Trade_RevertWhen_QuantityIsNoWholeLots() public {
    _refused(
      hers,
      _call(_one(_leg(id, -1e18 - 1))),
      abi.encodeWithSelector(IMarginEngine.NotWholeLots.selector, 1e18 + 1, LOT)
    );
    _refused(hers, _call(_one(_leg(id, 0))), abi.encodeWithSelector(IMarginEngine.ZeroAmount.selector));
  }

  /// A24
  function test_A24_Trade_RevertWhen_QuantityDoesNotFit() public {
    uint256 most = uint256(int256(type(int40).max));
    int256 large = int256((most + 1) * LOT);
    bytes memory reason = abi.encodeWithSelector(IMarginEngine.PositionTooLarge.selector, hers, most + 1, most);
    _refused(hers, _call(_one(_leg(id, large))), reason);
    _refused(hers, _call(_one(_leg(id, -large))), reason);
    vm.expectPartialRevert(IMarginEngine.NotWholeLots.selector);
    vm.prank(alice);
    engine.trade(hers, putVault, _one(_leg(id, type(int256).min)), type(int256).max, FOREVER);
  }

  function test_Trade_RevertWhen_NoVaultCouldListTheSeries() public {
    uint256 strike = id.strikeOf();
    SeriesId[4] memory strange = [
      toSeriesId(expiry, strike + 1),
      toSeriesId(expiry + 1, strike),
      toSeriesId(uint256(2 ** 16) * 1 days + 8 hours, strike),
      toSeriesId(expiry, uint256(2 ** 24) * 10e18)
    ];
    for (uint256 i; i < strange.length; ++i) {
      _refused(
        hers,
        _call(_one(_leg(strange[i], -1e18))),
        abi.encodeWithSelector(IOptionVault.SeriesNotListed.selector, strange[i])
      );
    }
    _refused(
      hers,
      _call(_one(_leg(SeriesId.wrap(2 ** 200), -1e18))),
      abi.encodeWithSelector(MalformedSeriesId.selector, uint256(2 ** 200))
    );
    // What could be listed and is not, the vault refuses itself.
    SeriesId unlisted = toSeriesId(expiry, strike + 7 * 10e18);
    _refused(
      hers,
      _call(_one(_leg(unlisted, -1e18))),
      abi.encodeWithSelector(IOptionVault.SeriesNotListed.selector, unlisted)
    );
  }

  function test_Trade_RevertWhen_ASeriesComesTwice() public {
    _refused(
      hers,
      _call(_two(_leg(id, -1e18), _leg(id, 1e18))),
      abi.encodeWithSelector(IOptionVault.DuplicateSeries.selector, id)
    );
  }

  function test_Trade_RevertWhen_NoLegs() public {
    _refused(hers, _call(new Leg[](0)), abi.encodeWithSelector(IOptionVault.LegsOutOfRange.selector, 0, 8));
  }

  function test_Trade_RevertWhen_TheExpiryIsClosed() public {
    vm.warp(expiry - 1);
    _refused(
      hers,
      _call(_one(_leg(id, 1e18))),
      abi.encodeWithSelector(IOptionVault.ExpiryClosed.selector, expiry, expiry - 1 hours)
    );
  }

  function test_Trade_RevertWhen_ThereAreEightPositions() public {
    for (uint256 i; i < 8; ++i) _purchase(hers, putVault, _series(putVault, i), MIN_ORDER);
    _refused(
      hers,
      abi.encodeCall(engine.trade, (hers, callVault, _one(_leg(callId, 1e18)), type(int256).max, FOREVER)),
      abi.encodeWithSelector(IMarginEngine.TooManyPositions.selector, hers, 8)
    );
  }

  function test_Trade_OneVaultIsNotHeldUpByAnother() public {
    _write(hers, putVault, id, 10e18);
    _shut(putVault, uint8(VaultState.SettleOnly));
    _write(hers, callVault, callId, 5e18);
    _purchase(hers, callVault, callId, 5e18);
    assertEq(_positionOf(hers, id), 10e18);
  }

  function test_Accounts_OfOneOwnerAreApart() public {
    _write(hers, putVault, id, 10e18);
    AccountId other = toAccountId(alice, 1);
    assertEq(engine.accountOf(other).positions.length, 0);
    _refused(
      other,
      abi.encodeCall(engine.withdraw, (other, putVault, 1, alice)),
      abi.encodeWithSelector(IMarginEngine.PledgeTooSmall.selector, other, putVault, 0, 1)
    );
  }
}
