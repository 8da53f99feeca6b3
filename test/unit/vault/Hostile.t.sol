// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {VaultState} from "../../../contracts/types/VaultState.sol";
import {VaultFixture} from "../../fixtures/VaultFixture.sol";
import {HostileToken} from "../../mocks/HostileToken.sol";

/// @notice Attacks A7 and A8: tokens that call back while they move, and tokens that are not what they seem.
contract HostileTest is VaultFixture {
  HostileToken internal token;
  IOptionVault internal vault;
  SeriesId internal id;

  function setUp() public override {
    super.setUp();
    token = new HostileToken();
    IOptionVault.Config memory config = _config(OptionKind.Put, usdc, 8e18, 0.15e18);
    config.collateral = IERC20(address(token));
    vault = _createVault(config);
    token.mint(provider, 10_000_000e6);
    token.mint(buyer, 10_000_000e6);
    vm.prank(provider);
    token.approve(address(vault), FOREVER);
    vm.prank(buyer);
    token.approve(address(vault), FOREVER);
    vm.prank(provider);
    vault.deposit(1_000_000e6, provider);
    vault.openExpiry(_expiry(7));
    id = _atTheMoneySeries(vault, _expiry(7));
    vm.prank(buyer);
    vault.buy(id, 5e18, FOREVER, buyer, FOREVER);
  }

  // A7

  function test_A7_EveryEntryIsShutWhileAnotherRuns() public {
    bytes[] memory entries = new bytes[](16);
    entries[0] = abi.encodeCall(IOptionVault.buy, (id, 1e18, FOREVER, buyer, FOREVER));
    entries[1] = abi.encodeCall(IOptionVault.sell, (id, 1e18, 0, buyer, buyer, FOREVER));
    entries[2] = abi.encodeWithSignature("deposit(uint256,address)", 1e6, buyer);
    entries[3] = abi.encodeCall(IERC4626.mint, (1e12, buyer));
    entries[4] = abi.encodeCall(IERC4626.withdraw, (1e6, buyer, buyer));
    entries[5] = abi.encodeWithSignature("redeem(uint256,address,address)", 1e12, buyer, buyer);
    entries[6] = abi.encodeWithSignature("guaranteedExit(uint256,address,address)", 1e12, buyer, buyer);
    entries[7] = abi.encodeCall(IOptionVault.redeemOptions, (id, 1e18, buyer, buyer));
    entries[8] = abi.encodeCall(IOptionVault.settle, (_expiry(7)));
    entries[9] = abi.encodeCall(IOptionVault.openExpiry, (_expiry(14)));
    entries[10] = abi.encodeCall(IOptionVault.relist, (_expiry(7)));
    entries[11] = abi.encodeCall(IOptionVault.collectFees, ());
    entries[12] = abi.encodeCall(IOptionVault.trip, (VaultState.Guarded));
    entries[13] = abi.encodeCall(IOptionVault.tradeWithCallback, (_alone(id, 1e18), buyer, buyer, buyer, ""));
    entries[14] = abi.encodeCall(IOptionVault.fillRedeem, (1e12, 1));
    entries[15] = abi.encodeCall(IOptionVault.releaseEscrow, (buyer, 1));
    _expectAllRefused(entries);
  }

  function test_A7_ViewsThatAHalfDoneCallMisleadsDoNotAnswer() public {
    bytes[] memory views = new bytes[](11);
    views[0] = abi.encodeCall(IERC4626.totalAssets, ());
    views[1] = abi.encodeCall(IERC4626.convertToShares, (1e6));
    views[2] = abi.encodeCall(IERC4626.convertToAssets, (1e12));
    views[3] = abi.encodeCall(IERC4626.previewDeposit, (1e6));
    views[4] = abi.encodeCall(IERC4626.previewMint, (1e12));
    views[5] = abi.encodeCall(IERC4626.previewWithdraw, (1e6));
    views[6] = abi.encodeCall(IERC4626.previewRedeem, (1e12));
    views[7] = abi.encodeCall(IOptionVault.assess, ());
    views[8] = abi.encodeCall(IOptionVault.accounts, ());
    views[9] = abi.encodeCall(IOptionVault.quoteTrade, (id, 1e18));
    views[10] = abi.encodeCall(IOptionVault.previewGuaranteedExit, (1e12));
    _expectAllRefused(views);
  }

  function test_A7_LimitsAreZeroWhileACallRuns() public {
    bytes4[4] memory limits = [
      IERC4626.maxDeposit.selector,
      IERC4626.maxMint.selector,
      IERC4626.maxWithdraw.selector,
      IERC4626.maxRedeem.selector
    ];
    for (uint256 i; i < 4; ++i) {
      token.setHook(address(vault), abi.encodeWithSelector(limits[i], provider));
      vm.prank(provider);
      vault.deposit(1e6, provider);
      assertTrue(token.called() && token.callSucceeded());
      assertEq(abi.decode(token.callResult(), (uint256)), 0);
    }
    assertGt(vault.maxWithdraw(provider), 0);
  }

  function _expectAllRefused(bytes[] memory calls) private {
    for (uint256 i; i < calls.length; ++i) {
      for (uint256 way; way < 2; ++way) {
        token.setHook(address(vault), calls[i]);
        if (way == 0) {
          vm.prank(provider);
          vault.deposit(1e6, provider);
        } else {
          vm.prank(buyer);
          vault.sell(id, 0.01e18, 0, buyer, buyer, FOREVER);
        }
        assertTrue(token.called());
        assertFalse(token.callSucceeded());
        assertEq(bytes4(token.callResult()), ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
      }
    }
  }

  // A8

  function test_A8_RevertWhen_TheTokenTakesAFee() public {
    token.setBehaviour(HostileToken.Behaviour.FeeOnTransfer);
    vm.prank(provider);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.TransferShort.selector, 100e6, 99e6));
    vault.deposit(100e6, provider);
    vm.prank(buyer);
    vm.expectPartialRevert(IOptionVault.TransferShort.selector);
    vault.buy(id, 1e18, FOREVER, buyer, FOREVER);
  }

  function test_A8_RevertWhen_TheTokenReturnsFalse() public {
    token.setBehaviour(HostileToken.Behaviour.ReturnsFalse);
    vm.prank(provider);
    vm.expectRevert(abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, address(token)));
    vault.deposit(100e6, provider);
  }

  function test_A8_WhenTheTokenReturnsNothing_AllWorks() public {
    token.setBehaviour(HostileToken.Behaviour.ReturnsNothing);
    vm.prank(provider);
    vault.deposit(100e6, provider);
    vm.prank(provider);
    vault.withdraw(100e6, provider, provider);
    vm.prank(buyer);
    vault.sell(id, 1e18, 0, buyer, buyer, FOREVER);
  }

  function test_A8_WhenTheTokenRevertsOnZero_WorthlessOptionsStillRedeem() public {
    _fixExpiry(_expiry(7), 3000e18);
    vault.settle(_expiry(7));
    token.setBehaviour(HostileToken.Behaviour.RevertsOnZero);
    vm.prank(buyer);
    assertEq(vault.redeemOptions(id, 5e18, buyer, buyer), 0);
  }

  function test_A26_ABlockedReceiverBlocksNobodyElse() public {
    token.setBehaviour(HostileToken.Behaviour.Blocklist);
    token.setBlocked(feeRecipient, true);
    token.setBlocked(buyer, true);
    vault.setProtocolFee(0.05e18);
    vm.expectRevert(abi.encodeWithSelector(HostileToken.Blocked.selector, buyer));
    vm.prank(buyer);
    vault.sell(id, 1e18, 0, buyer, buyer, FOREVER);
    vm.prank(buyer);
    vault.sell(id, 1e18, 0, buyer, makeAddr("elsewhere"), FOREVER);
    vm.expectRevert(abi.encodeWithSelector(HostileToken.Blocked.selector, feeRecipient));
    vault.collectFees();
    vm.prank(provider);
    vault.withdraw(1000e6, provider, provider);
    _fixExpiry(_expiry(7), 1500e18);
    vault.settle(_expiry(7));
    vm.prank(buyer);
    vault.redeemOptions(id, 4e18, buyer, makeAddr("elsewhere"));
  }

  // A6

  function test_A6_S2_DonationsAreNeverCounted() public {
    IOptionVault.Accounts memory before = vault.accounts();
    uint256 assets = vault.totalAssets();
    token.mint(address(vault), 5_000_000e6);
    SeriesId series = id;
    IERC4626 share = vault;
    vm.startPrank(buyer);
    vault.optionToken().transfer(address(vault), SeriesId.unwrap(series), 1e18);
    vm.stopPrank();
    vm.prank(provider);
    share.transfer(address(vault), 1e12);
    assertEq(vault.totalAssets(), assets);
    assertEq(vault.accounts().held, before.held);
    assertEq(vault.capital().collateral, (before.held) * 1e12);
  }

  function test_A6_DonationsPayForNobody() public {
    token.mint(address(vault), 1_000_000e6);
    token.setBehaviour(HostileToken.Behaviour.FeeOnTransfer);
    vm.prank(provider);
    vm.expectPartialRevert(IOptionVault.TransferShort.selector);
    vault.deposit(100e6, provider);
  }
}
