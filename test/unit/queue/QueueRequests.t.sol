// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IERC7540Operator, IERC7540Redeem} from "../../../contracts/interfaces/IERC7540.sol";
import {IERC7575} from "../../../contracts/interfaces/IERC7575.sol";
import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {IRedeemQueue} from "../../../contracts/interfaces/IRedeemQueue.sol";
import {Leg} from "../../../contracts/types/Leg.sol";
import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {PriceLevels} from "../../../contracts/queue/PriceLevels.sol";
import {RedeemQueue} from "../../../contracts/queue/RedeemQueue.sol";
import {ShareHolder} from "../../../contracts/queue/ShareHolder.sol";
import {QueueFixture} from "./QueueFixture.sol";

/// @notice Requests: who may make them, how large, at what minimum, into which batch; and the queue's standard faces.
contract QueueRequestsTest is QueueFixture {
  uint256 private constant SHARES = 10_000 * SHARE;

  // Faces

  function test_AnswersForItsStandards() public view {
    assertEq(type(IERC7540Operator).interfaceId, bytes4(0xe3bc4e65));
    assertEq(type(IERC7540Redeem).interfaceId, bytes4(0x620ee8e4));
    assertEq(type(IERC7575).interfaceId, bytes4(0x2f0a18c5));
    assertTrue(queue.supportsInterface(0xe3bc4e65));
    assertTrue(queue.supportsInterface(0x620ee8e4));
    assertTrue(queue.supportsInterface(0x2f0a18c5));
    assertTrue(queue.supportsInterface(type(IERC165).interfaceId));
    assertTrue(queue.supportsInterface(type(IRedeemQueue).interfaceId));
    assertFalse(queue.supportsInterface(0xffffffff));
    // ERC-7540's asynchronous deposits, and ERC-7575's share: neither is here.
    assertFalse(queue.supportsInterface(0xce3bbe50));
    assertFalse(queue.supportsInterface(0xf815c03d));
  }

  function test_ShareIsTheVault() public view {
    assertEq(queue.share(), address(putVault));
    assertEq(address(queue.vault()), address(putVault));
    assertEq(queue.asset(), address(usdc));
    assertEq(queue.totalAssets(), putVault.totalAssets());
    assertEq(queue.convertToAssets(SHARES), putVault.convertToAssets(SHARES));
    assertEq(queue.convertToShares(1e9), putVault.convertToShares(1e9));
  }

  function test_RevertWhen_Previewed() public {
    vm.expectRevert(IRedeemQueue.NoPreview.selector);
    queue.previewRedeem(0);
    vm.expectRevert(IRedeemQueue.NoPreview.selector);
    queue.previewWithdraw(1);
  }

  function test_DepositsAreTheVaults() public {
    assertEq(queue.maxDeposit(alice), 0);
    assertEq(queue.maxMint(alice), 0);
    bytes memory elsewhere = abi.encodeWithSelector(IRedeemQueue.DepositAtVault.selector, address(putVault));
    vm.expectRevert(elsewhere);
    queue.deposit(1, alice);
    vm.expectRevert(elsewhere);
    queue.mint(1, alice);
    vm.expectRevert(elsewhere);
    queue.previewDeposit(1);
    vm.expectRevert(elsewhere);
    queue.previewMint(1);
  }

  function test_RevertWhen_MadeOutOfBounds() public {
    IOptionVault vault = IOptionVault(address(putVault));
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.EpochLengthOutOfBounds.selector, 1 hours - 1, 1 hours, 7 days));
    new RedeemQueue(vault, 1 hours - 1, MINIMUM);
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.EpochLengthOutOfBounds.selector, 7 days + 1, 1 hours, 7 days));
    new RedeemQueue(vault, 7 days + 1, MINIMUM);
    vm.expectRevert(IRedeemQueue.ZeroAmount.selector);
    new RedeemQueue(vault, EPOCH, 0);
  }

  function test_HolderObeysItsQueueAlone() public {
    assertEq(putVault.allowance(holder, address(queue)), FOREVER);
    ShareHolder other = new ShareHolder(putVault);
    assertEq(putVault.allowance(address(other), address(this)), FOREVER);
    assertEq(putVault.allowance(address(other), address(queue)), 0);
  }

  // Requests

  function test_Request_TakesSharesIntoTheBatchThatIsOpen() public {
    uint256 before = putVault.balanceOf(alice);
    uint256 expected = PriceLevels.toRequestId(queue.currentEpoch(), 0);
    vm.expectEmit(address(queue));
    emit IERC7540Redeem.RedeemRequest(bob, alice, expected, alice, SHARES);
    vm.prank(alice);
    assertEq(queue.requestRedeem(SHARES, bob, alice), expected);

    assertEq(putVault.balanceOf(alice), before - SHARES);
    assertEq(putVault.balanceOf(address(queue)), SHARES);
    assertEq(queue.custody(), SHARES);
    assertEq(queue.pendingRedeemRequest(expected, bob), SHARES);
    assertEq(queue.pendingRedeemRequest(expected, alice), 0);
    assertEq(queue.claimableRedeemRequest(expected, bob), 0);
    assertEq(queue.maxRedeem(bob), 0);
    assertEq(queue.requestsOf(bob)[0], expected);
    assertEq(_batch(queue.currentEpoch()).requested, SHARES);
  }

  function test_Request_AgainInTheSameEpochAdds() public {
    uint256 first = _request(alice, SHARES);
    assertEq(_request(alice, 2 * SHARES), first);
    assertEq(queue.pendingRedeemRequest(first, alice), 3 * SHARES);
    assertEq(queue.requestsOf(alice).length, 1);
    _nextEpoch();
    assertNotEq(_request(alice, SHARES), first);
    assertEq(queue.requestsOf(alice).length, 2);
  }

  function test_RevertWhen_TooSmall() public {
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.RequestTooSmall.selector, MINIMUM - 1, MINIMUM));
    _request(alice, MINIMUM - 1);
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.RequestTooSmall.selector, 0, MINIMUM));
    _request(alice, 0);
    _request(alice, MINIMUM);
  }

  function test_RevertWhen_OwnerHasFewer() public {
    uint256 balance = putVault.balanceOf(alice);
    vm.expectRevert(
      abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, alice, balance, balance + 1)
    );
    _request(alice, balance + 1);
  }

  function test_G1_RevertWhen_CallerIsNoOperatorOfTheOwner() public {
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.NotOperator.selector, alice, stranger));
    vm.prank(stranger);
    queue.requestRedeem(SHARES, stranger, alice);
    // Nor of those who hold for others and have allowed the queue everything.
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.NotOperator.selector, holder, stranger));
    vm.prank(stranger);
    queue.requestRedeem(SHARES, stranger, holder);
  }

  function test_Operator_RequestsUntilItIsDismissed() public {
    vm.expectEmit(address(queue));
    emit IERC7540Operator.OperatorSet(alice, stranger, true);
    vm.prank(alice);
    assertTrue(queue.setOperator(stranger, true));
    assertTrue(queue.isOperator(alice, stranger));
    assertFalse(queue.isOperator(stranger, alice));
    vm.prank(stranger);
    queue.requestRedeem(SHARES, alice, alice);
    vm.prank(alice);
    queue.setOperator(stranger, false);
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.NotOperator.selector, alice, stranger));
    vm.prank(stranger);
    queue.requestRedeem(SHARES, alice, alice);
  }

  function test_RevertWhen_ControllerCouldNotUseWhatItGets() public {
    address[6] memory traps = _traps();
    for (uint256 i; i < traps.length; ++i) {
      vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.InvalidReceiver.selector, traps[i]));
      vm.prank(alice);
      queue.requestRedeem(SHARES, traps[i], alice);
      vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.InvalidReceiver.selector, traps[i]));
      vm.prank(alice);
      queue.requestRedeem(SHARES, traps[i], alice, 1);
    }
  }

  function test_RevertWhen_TheVaultHasAnotherQueue() public {
    RedeemQueue other = new RedeemQueue(IOptionVault(address(putVault)), EPOCH, MINIMUM);
    vm.prank(alice);
    putVault.approve(address(other), FOREVER);
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.NotRegistered.selector, address(queue)));
    vm.prank(alice);
    other.requestRedeem(SHARES, alice, alice);
  }

  // Minimum prices

  function test_Minimum_IsRoundedUpToTheNextLevelOfTheGrid() public {
    uint256 price = _price();
    uint256[6] memory minimums = [price, price * 3, price / 2, (price * 99) / 100, 1e9, 1];
    for (uint256 i; i < minimums.length; ++i) {
      uint256 requestId = _request(alice, MINIMUM, minimums[i]);
      uint256 kept = queue.minimumPriceOf(requestId);
      assertGe(kept, minimums[i]);
      assertLe(kept, (minimums[i] * 101) / 100 + 1);
      if (minimums[i] != 1) assertLt(queue.minimumPriceOf(requestId - 1), minimums[i], "a lower level would do");
    }
    assertEq(queue.minimumPriceOf(_request(alice, MINIMUM, 0)), 0);
  }

  function test_Minimum_OnALevelIsKeptAsItIs() public {
    uint256 requestId = _request(alice, MINIMUM, _price());
    uint256 kept = queue.minimumPriceOf(requestId);
    assertEq(_request(bob, MINIMUM, kept), requestId);
    assertEq(_request(bob, MINIMUM, kept + 1), requestId + 1);
  }

  function test_Minimum_HighestOfTheBatchIsKnown() public {
    uint256 price = _price();
    assertEq(_batch(queue.currentEpoch()).highestLevel, 0);
    _request(alice, MINIMUM, 0);
    assertEq(_batch(queue.currentEpoch()).highestLevel, 0);
    (, uint256 high) = PriceLevels.parts(_request(alice, MINIMUM, price * 2));
    _request(alice, MINIMUM, price / 2);
    assertEq(_batch(queue.currentEpoch()).highestLevel, high);
  }

  function test_RevertWhen_MinimumIsAboveTheGrid() public {
    uint256 highest = PriceLevels.priceOf(PriceLevels.HIGHEST);
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.MinimumAboveRange.selector, highest + 1, highest));
    _request(alice, SHARES, highest + 1);
    vm.expectRevert(abi.encodeWithSelector(IRedeemQueue.MinimumAboveRange.selector, FOREVER, highest));
    _request(alice, SHARES, FOREVER);
    (, uint256 level) = PriceLevels.parts(_request(alice, SHARES, highest));
    assertEq(level, PriceLevels.HIGHEST);
  }

  function test_O2_Requests_NeedNoPrice() public {
    uint256 price = _price();
    _killFeed();
    _request(alice, SHARES, price);
    _request(alice, SHARES);
  }

  function test_A7_RevertWhen_TheVaultIsInTheMiddleOfACall() public {
    Meddler meddler = new Meddler(queue, putVault);
    usdc.mint(address(meddler), 1_000_000e6);
    vm.prank(alice);
    putVault.transfer(address(meddler), SHARES);
    vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
    meddler.meddle(id, SHARES);
  }
}

/// @dev Makes the first request, of which the vault is told, while the vault waits for a premium.
contract Meddler {
  RedeemQueue private queue;
  IOptionVault private vault;
  uint256 private shares;

  constructor(RedeemQueue queue_, IOptionVault vault_) {
    (queue, vault) = (queue_, vault_);
  }

  function meddle(SeriesId id, uint256 shares_) external {
    shares = shares_;
    Leg[] memory legs = new Leg[](1);
    (legs[0].id, legs[0].quantity) = (id, 1e18);
    vault.tradeWithCallback(legs, address(this), address(this), address(this), "");
  }

  function onPremiumDue(uint256, bytes calldata) external {
    queue.requestRedeem(shares, address(this), address(this), 1);
  }
}
