// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {IVaultClearing} from "../../../contracts/interfaces/IVaultClearing.sol";
import {VaultTerms} from "../../../contracts/vault/core/VaultContext.sol";
import {RiskParams} from "../../../contracts/types/RiskParams.sol";
import {VaultState} from "../../../contracts/types/VaultState.sol";
import {ModuleContext} from "../../../contracts/vault/modules/ModuleContext.sol";
import {OpenVaultFixture} from "./OpenVaultFixture.sol";

/// @notice The code that vaults run by delegation: it can do nothing for whoever calls it directly, whatever terms he puts behind
/// the call.
contract ModulesTest is OpenVaultFixture {
  function test_A37_RevertWhen_AModuleIsCalledDirectly_WithForgedTerms() public {
    bytes[] memory calls = _entries();
    address[3] memory targets = [modules.operations, modules.clearing, modules.shares];
    uint256 refused;
    for (uint256 i; i < calls.length; ++i) {
      for (uint256 j; j < targets.length; ++j) {
        (bool ok, bytes memory answer) = targets[j].call(abi.encodePacked(calls[i], abi.encode(_forged())));
        assertFalse(ok, "a module did something for a stranger");
        if (answer.length >= 4 && bytes4(answer) == ModuleContext.NotDelegated.selector) ++refused;
      }
    }
    // Each entry is one module's; the others do not know it.
    assertEq(refused, calls.length, "every entry is refused by name, by the module that serves it");
  }

  function test_A37_TermsBehindACallToTheVault_AreNotRead() public {
    // Forged terms behind a call end up before the vault's own.
    bytes memory call = abi.encodePacked(abi.encodeCall(IOptionVault.scale, ()), abi.encode(_forged()));
    (bool ok, bytes memory answer) = address(putVault).call(call);
    assertTrue(ok);
    assertEq(abi.decode(answer, (uint256)), 1e12);
    vm.expectRevert();
    this.collectFor(address(putVault));
  }

  /// @dev Fees go where the vault's own terms say, so that forged ones bring nothing.
  function collectFor(address vault) external {
    uint256 before = usdc.balanceOf(buyer);
    (bool ok, ) = vault.call(abi.encodePacked(abi.encodeCall(IOptionVault.collectFees, ()), abi.encode(_forged())));
    require(ok && usdc.balanceOf(buyer) > before, "nothing");
  }

  function _forged() private view returns (VaultTerms memory terms) {
    terms.collateral = usdc;
    terms.oracle = oracle;
    terms.expiryPrice = expiryPrice;
    terms.optionToken = putVault.optionToken();
    terms.feeRecipient = buyer;
    terms.scale = 1;
    terms.tickSize = 1;
    terms.lotSize = 1;
    terms.leastDeposit = 1;
  }

  function _entries() private view returns (bytes[] memory calls) {
    calls = new bytes[](31);
    RiskParams memory tier;
    calls[0] = abi.encodeCall(IOptionVault.openExpiry, (expiry));
    calls[1] = abi.encodeCall(IOptionVault.relist, (expiry));
    calls[2] = abi.encodeCall(IOptionVault.settle, (expiry));
    calls[25] = abi.encodeCall(IVaultClearing.registerEngine, (buyer));
    calls[26] = abi.encodeCall(IVaultClearing.clear, (_alone(id, 1e18), 0, 0));
    calls[27] = abi.encodeCall(IVaultClearing.pledge, (1));
    calls[28] = abi.encodeCall(IVaultClearing.unpledge, (1, buyer));
    calls[29] = abi.encodeCall(IVaultClearing.surrender, (id, 1e18, buyer));
    calls[30] = abi.encodeCall(IVaultClearing.issue, (id, 1e18, buyer));
    calls[3] = abi.encodeCall(IOptionVault.trip, (VaultState.Guarded));
    calls[4] = abi.encodeCall(IOptionVault.lapse, ());
    calls[5] = abi.encodeCall(IOptionVault.tighten, (VaultState.Guarded));
    calls[6] = abi.encodeCall(IOptionVault.loosen, (VaultState.Open));
    calls[7] = abi.encodeCall(IOptionVault.collectFees, ());
    calls[8] = abi.encodeCall(IOptionVault.registerQueue, (buyer));
    calls[9] = abi.encodeCall(IOptionVault.scheduleRiskParams, (tier, 1 days));
    calls[10] = abi.encodeCall(IOptionVault.raiseStress, (2e18));
    calls[11] = abi.encodeCall(IOptionVault.lowerStress, (1e18));
    calls[12] = abi.encodeCall(IOptionVault.setProtocolFee, (0));
    calls[13] = abi.encodeWithSignature("mint(uint256,address)", 1, buyer);
    calls[14] = abi.encodeWithSignature("mint(uint256,address,uint256,uint256)", 1, buyer, 1, FOREVER);
    calls[15] = abi.encodeWithSignature("withdraw(uint256,address,address)", 1, buyer, buyer);
    calls[16] = abi.encodeWithSignature(
      "withdraw(uint256,address,address,uint256,uint256)",
      1,
      buyer,
      buyer,
      1,
      FOREVER
    );
    calls[17] = abi.encodeWithSignature("redeem(uint256,address,address)", 1, buyer, buyer);
    calls[18] = abi.encodeWithSignature("redeem(uint256,address,address,uint256,uint256)", 1, buyer, buyer, 0, FOREVER);
    calls[19] = abi.encodeWithSignature("guaranteedExit(uint256,address,address)", 1, buyer, buyer);
    calls[20] = abi.encodeWithSignature(
      "guaranteedExit(uint256,address,address,uint256,uint256)",
      1,
      buyer,
      buyer,
      0,
      FOREVER
    );
    calls[21] = abi.encodeCall(IOptionVault.setRequestsWaiting, (true));
    calls[22] = abi.encodeCall(IOptionVault.fillRedeem, (1, 1));
    calls[23] = abi.encodeCall(IOptionVault.releaseEscrow, (buyer, 1));
    calls[24] = abi.encodeCall(IOptionVault.redeemOptions, (id, 1e18, buyer, buyer));
  }
}
