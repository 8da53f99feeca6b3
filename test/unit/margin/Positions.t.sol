// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC6909} from "@openzeppelin/contracts/token/ERC6909/ERC6909.sol";

import {IMarginEngine} from "../../../contracts/interfaces/IMarginEngine.sol";
import {AccountId, toAccountId} from "../../../contracts/types/AccountId.sol";
import {Leg} from "../../../contracts/types/Leg.sol";
import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {VaultState} from "../../../contracts/types/VaultState.sol";
import {MarginFixture} from "../../fixtures/MarginFixture.sol";

/// @notice surrender, issue and move.
contract PositionsTest is MarginFixture {
  function setUp() public override {
    super.setUp();
    _pledge(hers, putVault, 100_000e6);
    _pledge(his, putVault, 100_000e6);
    usdc.mint(alice, 1_000_000e6);
    vm.startPrank(alice);
    usdc.approve(address(putVault), FOREVER);
    putVault.buy(id, 5e18, FOREVER, alice, FOREVER);
    puts.setOperator(address(engine), true);
    vm.stopPrank();
  }

  function _tokens(address who) private view returns (uint256) {
    return puts.balanceOf(who, SeriesId.unwrap(id));
  }

  // surrender

  function test_Surrender_MakesTokensLongLots() public {
    vm.expectEmit();
    emit IMarginEngine.Surrendered(hers, putVault, id, 3e18);
    vm.prank(alice);
    engine.surrender(hers, putVault, id, 3e18);
    assertEq(_tokens(alice), 2e18);
    assertEq(_positionOf(hers, id), -3e18);
    assertEq(_clearedOf(putVault, id), -3e18);
    _assertSound(putVault);
  }

  function test_Surrender_MakesAShortSmaller() public {
    _write(hers, putVault, id, 5e18);
    uint256 needed = _neededOf(hers, putVault);
    vm.prank(alice);
    engine.surrender(hers, putVault, id, 4e18);
    assertEq(_neededOf(hers, putVault), needed / 5);
    vm.prank(alice);
    engine.surrender(hers, putVault, id, 1e18);
    assertEq(engine.accountOf(hers).positions.length, 0);
    _assertSound(putVault);
  }

  function test_Surrender_OperatorsBringTheirOwnTokens() public {
    vm.prank(bob);
    engine.setOperator(alice, true);
    vm.prank(alice);
    engine.surrender(his, putVault, id, 3e18);
    assertEq(_tokens(alice), 2e18);
    assertEq(_positionOf(his, id), -3e18);
  }

  /// Else a stranger could fill an account's eight places with his dust.
  function test_Surrender_RevertWhen_IntoAStrangersAccount() public {
    vm.prank(alice);
    vm.expectRevert(abi.encodeWithSelector(IMarginEngine.NotAuthorised.selector, his, alice));
    engine.surrender(his, putVault, id, 1e18);
  }

  /// A17: whose tokens are burned is the caller, whoever has given the engine rights.
  function test_A17_Surrender_RevertWhen_TheTokensAreAnothers() public {
    vm.prank(bob);
    vm.expectRevert(
      abi.encodeWithSelector(ERC6909.ERC6909InsufficientAllowance.selector, address(engine), 0, 1e18, id)
    );
    engine.surrender(his, putVault, id, 1e18);
    vm.startPrank(bob);
    puts.setOperator(address(engine), true);
    vm.expectRevert(abi.encodeWithSelector(ERC6909.ERC6909InsufficientBalance.selector, bob, 0, 1e18, id));
    engine.surrender(his, putVault, id, 1e18);
    vm.stopPrank();
  }

  function test_Surrender_RevertWhen_NothingOrNoWholeLots() public {
    _refused(
      hers,
      abi.encodeCall(engine.surrender, (hers, putVault, id, 0)),
      abi.encodeWithSelector(IMarginEngine.ZeroAmount.selector)
    );
    _refused(
      hers,
      abi.encodeCall(engine.surrender, (hers, putVault, id, 1e18 + 1)),
      abi.encodeWithSelector(IMarginEngine.NotWholeLots.selector, 1e18 + 1, 0.01e18)
    );
  }

  // issue

  function test_Issue_MakesLongLotsTokens() public {
    _purchase(hers, putVault, id, 3e18);
    vm.expectEmit();
    emit IMarginEngine.Issued(hers, putVault, id, 2e18, bob);
    vm.prank(alice);
    engine.issue(hers, putVault, id, 2e18, bob);
    assertEq(_tokens(bob), 2e18);
    assertEq(_positionOf(hers, id), -1e18);
    vm.prank(alice);
    engine.issue(hers, putVault, id, 1e18, bob);
    assertEq(engine.accountOf(hers).positions.length, 0);
    _assertSound(putVault);
  }

  function test_Issue_RevertWhen_MoreThanIsLong() public {
    _purchase(hers, putVault, id, 3e18);
    _refused(
      hers,
      abi.encodeCall(engine.issue, (hers, putVault, id, 3.01e18, alice)),
      abi.encodeWithSelector(IMarginEngine.PositionTooSmall.selector, hers, id, 3.01e18, -3e18)
    );
    _write(his, putVault, id, 3e18);
    _refused(
      his,
      abi.encodeCall(engine.issue, (his, putVault, id, 1e18, bob)),
      abi.encodeWithSelector(IMarginEngine.PositionTooSmall.selector, his, id, 1e18, 3e18)
    );
    AccountId none = toAccountId(alice, 9);
    _refused(
      none,
      abi.encodeCall(engine.issue, (none, putVault, id, 1e18, alice)),
      abi.encodeWithSelector(IMarginEngine.PositionTooSmall.selector, none, id, 1e18, 0)
    );
  }

  /// What covers a short cannot leave.
  function test_Issue_RevertWhen_ItCoversAShort() public {
    _trade(hers, putVault, _two(_leg(_series(putVault, 4), -40e18), _leg(_series(putVault, 2), 40e18)));
    vm.prank(alice);
    engine.withdraw(hers, putVault, type(uint256).max, alice);
    (uint256 share, uint256 needed) = _pledgeOf(hers, putVault);
    assertEq(share, needed);
    uint256 more = needed + (2 * _series(putVault, 2).strikeOf()) / 1e12;
    _refused(
      hers,
      abi.encodeCall(engine.issue, (hers, putVault, _series(putVault, 2), 2e18, alice)),
      abi.encodeWithSelector(IMarginEngine.PledgeTooSmall.selector, hers, putVault, share, more)
    );
  }

  function test_A33_Issue_RevertWhen_TheReceiverCouldNotReturnIt() public {
    _purchase(hers, putVault, id, 3e18);
    address[5] memory lost = [address(0), address(engine), address(putVault), address(usdc), address(puts)];
    for (uint256 i; i < lost.length; ++i) {
      _refused(
        hers,
        abi.encodeCall(engine.issue, (hers, putVault, id, 1e18, lost[i])),
        abi.encodeWithSelector(IMarginEngine.BadReceiver.selector, lost[i])
      );
    }
  }

  function test_Issue_RevertWhen_ByAStranger() public {
    _purchase(hers, putVault, id, 3e18);
    vm.expectRevert(abi.encodeWithSelector(IMarginEngine.NotAuthorised.selector, hers, bob));
    vm.prank(bob);
    engine.issue(hers, putVault, id, 1e18, bob);
  }

  function test_M4_SurrenderAndIssueNeedNoPrice() public {
    _purchase(hers, putVault, id, 3e18);
    _killFeed();
    _shut(putVault, uint8(VaultState.SettleOnly));
    vm.startPrank(alice);
    engine.surrender(hers, putVault, id, 5e18);
    engine.issue(hers, putVault, id, 8e18, alice);
    vm.stopPrank();
    assertEq(_tokens(alice), 8e18);
    _assertSound(putVault);
  }

  // move

  function _bothAgree() private {
    vm.prank(bob);
    engine.setOperator(alice, true);
  }

  function test_Move_TakesPositionsAndPledgeAcross() public {
    _bothAgree();
    SeriesId low = _series(putVault, 2);
    _trade(hers, putVault, _two(_leg(id, -10e18), _leg(low, 8e18)));
    uint256 share = _shareOf(hers, putVault);
    Leg[] memory legs = _two(_leg(id, 4e18), _leg(low, -3e18));
    vm.expectEmit();
    emit IMarginEngine.Moved(hers, his, putVault, 1_234e6, legs);
    vm.prank(alice);
    engine.move(hers, his, putVault, legs, 1_234e6);
    assertEq(_positionOf(hers, id), 6e18);
    assertEq(_positionOf(his, id), 4e18);
    assertEq(_positionOf(hers, low), -5e18);
    assertEq(_positionOf(his, low), -3e18);
    assertEq(_shareOf(hers, putVault), share - 1_234e6);
    assertEq(_shareOf(his, putVault), 101_234e6);
    assertEq(_clearedOf(putVault, id), 10e18);
    _assertSound(putVault);
  }

  function test_Move_OppositePositionsCancel() public {
    _bothAgree();
    _write(hers, putVault, id, 5e18);
    _purchase(his, putVault, id, 5e18);
    vm.prank(alice);
    engine.move(hers, his, putVault, _one(_leg(id, 5e18)), 0);
    assertEq(engine.accountOf(hers).positions.length, 0);
    assertEq(engine.accountOf(his).positions.length, 0);
    assertEq(_clearedOf(putVault, id), 0);
  }

  function test_Move_BetweenOnesOwnAccounts() public {
    AccountId second = toAccountId(alice, 1);
    vm.prank(alice);
    engine.move(hers, second, putVault, new Leg[](0), 100_000e6);
    assertEq(engine.accountOf(hers).pledges.length, 0);
    assertEq(_shareOf(second, putVault), 100_000e6);
  }

  function test_Move_RevertWhen_EitherDoesNotAgree() public {
    Leg[] memory none = new Leg[](0);
    vm.expectRevert(abi.encodeWithSelector(IMarginEngine.NotAuthorised.selector, his, alice));
    vm.prank(alice);
    engine.move(hers, his, putVault, none, 1);
    vm.expectRevert(abi.encodeWithSelector(IMarginEngine.NotAuthorised.selector, his, alice));
    vm.prank(alice);
    engine.move(his, hers, putVault, none, 1);
  }

  function test_Move_RevertWhen_MoreThanIsHeldOfThatSign() public {
    _bothAgree();
    _write(hers, putVault, id, 5e18);
    bytes4 tooSmall = IMarginEngine.PositionTooSmall.selector;
    _refused(
      hers,
      abi.encodeCall(engine.move, (hers, his, putVault, _one(_leg(id, 5.01e18)), 0)),
      abi.encodeWithSelector(tooSmall, hers, id, 5.01e18, 5e18)
    );
    _refused(
      hers,
      abi.encodeCall(engine.move, (hers, his, putVault, _one(_leg(id, -1e18)), 0)),
      abi.encodeWithSelector(tooSmall, hers, id, 1e18, 5e18)
    );
    // Twice the same, each within: the second finds what the first left.
    _refused(
      hers,
      abi.encodeCall(engine.move, (hers, his, putVault, _two(_leg(id, 3e18), _leg(id, 3e18)), 0)),
      abi.encodeWithSelector(tooSmall, hers, id, 3e18, 2e18)
    );
  }

  function test_Move_RevertWhen_EitherIsNotCoveredAfterwards() public {
    _bothAgree();
    _write(hers, putVault, id, 40e18);
    (uint256 share, uint256 needed) = _pledgeOf(hers, putVault);
    _refused(
      hers,
      abi.encodeCall(engine.move, (hers, his, putVault, new Leg[](0), share - needed + 1)),
      abi.encodeWithSelector(IMarginEngine.PledgeTooSmall.selector, hers, putVault, needed - 1, needed)
    );
    AccountId second = toAccountId(alice, 1);
    uint256 hisNeed = (10 * id.strikeOf()) / 1e12;
    _refused(
      hers,
      abi.encodeCall(engine.move, (hers, second, putVault, _one(_leg(id, 10e18)), hisNeed - 1)),
      abi.encodeWithSelector(IMarginEngine.PledgeTooSmall.selector, second, putVault, hisNeed - 1, hisNeed)
    );
    vm.prank(alice);
    engine.move(hers, second, putVault, _one(_leg(id, 10e18)), hisNeed);
    _assertSound(putVault);
  }

  function test_Move_RevertWhen_MorePledgeThanThereIs() public {
    AccountId second = toAccountId(alice, 1);
    _refused(
      hers,
      abi.encodeCall(engine.move, (hers, second, putVault, new Leg[](0), 100_000e6 + 1)),
      abi.encodeWithSelector(IMarginEngine.PledgeTooSmall.selector, hers, putVault, 100_000e6, 100_000e6 + 1)
    );
    _refused(
      hers,
      abi.encodeCall(engine.move, (second, hers, putVault, new Leg[](0), 1)),
      abi.encodeWithSelector(IMarginEngine.PledgeTooSmall.selector, second, putVault, 0, 1)
    );
  }

  function test_Move_RevertWhen_ToItselfOrNothing() public {
    _refused(
      hers,
      abi.encodeCall(engine.move, (hers, hers, putVault, new Leg[](0), 1)),
      abi.encodeWithSelector(IMarginEngine.SameAccount.selector, hers)
    );
    _refused(
      hers,
      abi.encodeCall(engine.move, (hers, toAccountId(alice, 1), putVault, new Leg[](0), 0)),
      abi.encodeWithSelector(IMarginEngine.ZeroAmount.selector)
    );
    _refused(
      hers,
      abi.encodeCall(engine.move, (hers, toAccountId(alice, 1), putVault, _one(_leg(id, 0)), 1)),
      abi.encodeWithSelector(IMarginEngine.ZeroAmount.selector)
    );
  }

  function test_Move_RevertWhen_TheTakerIsFull() public {
    AccountId second = toAccountId(alice, 1);
    _pledge(second, putVault, 10_000e6);
    for (uint256 i; i < 8; ++i) _purchase(second, putVault, _series(putVault, i), 0.1e18);
    _pledge(hers, callVault, 10e18);
    _write(hers, callVault, callId, 1e18);
    _refused(
      hers,
      abi.encodeCall(engine.move, (hers, second, callVault, _one(_leg(callId, 1e18)), 1e18)),
      abi.encodeWithSelector(IMarginEngine.TooManyPositions.selector, second, 8)
    );
  }
}
