// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {RedeemQueue} from "../../../contracts/queue/RedeemQueue.sol";
import {OpenVaultFixture} from "./OpenVaultFixture.sol";

/// @notice A33: nothing is paid or minted to whom nobody could get it back from.
contract ReceiversTest is OpenVaultFixture {
  address[] private lost;

  function setUp() public override {
    super.setUp();
    RedeemQueue queue = new RedeemQueue(putVault, 1 days, 1e12);
    _governNow(putVault).registerQueue(address(queue));
    lost = [address(0), address(putVault), address(puts), address(usdc), address(queue)];
    vm.prank(buyer);
    putVault.buy(id, 10e18, FOREVER, buyer, FOREVER);
    _tick();
  }

  function _refused(address who, bytes memory data, address receiver) private {
    vm.prank(who);
    (bool ok, bytes memory answer) = address(putVault).call(data);
    assertFalse(ok);
    assertEq(answer, abi.encodeWithSelector(IOptionVault.BadReceiver.selector, receiver));
  }

  function test_A33_RevertWhen_OptionsOrPayoutsWouldBeLost() public {
    for (uint256 i; i < lost.length; ++i) {
      address to = lost[i];
      _refused(buyer, abi.encodeCall(IOptionVault.buy, (id, 1e18, FOREVER, to, FOREVER)), to);
      _refused(buyer, abi.encodeCall(IOptionVault.sell, (id, 1e18, 0, buyer, to, FOREVER)), to);
      _refused(buyer, abi.encodeCall(IOptionVault.trade, (_alone(id, 1e18), 1e12, buyer, to, FOREVER)), to);
      _refused(buyer, abi.encodeCall(IOptionVault.tradeWithCallback, (_alone(id, -1e18), buyer, buyer, to, "")), to);
    }
  }

  function test_A33_RevertWhen_SharesOrAssetsWouldBeLost() public {
    for (uint256 i; i < lost.length; ++i) {
      address to = lost[i];
      _refused(buyer, abi.encodeWithSignature("deposit(uint256,address)", 1e6, to), to);
      _refused(buyer, abi.encodeWithSignature("deposit(uint256,address,uint256,uint256)", 1e6, to, 0, FOREVER), to);
      _refused(buyer, abi.encodeWithSignature("mint(uint256,address)", 1e12, to), to);
      _refused(provider, abi.encodeWithSignature("withdraw(uint256,address,address)", 1e6, to, provider), to);
      _refused(provider, abi.encodeWithSignature("redeem(uint256,address,address)", 1e12, to, provider), to);
      _refused(provider, abi.encodeWithSignature("guaranteedExit(uint256,address,address)", 1e12, to, provider), to);
    }
  }

  function test_A33_RevertWhen_SettledPayoutsWouldBeLost() public {
    _fixExpiry(expiry, 1500e18);
    putVault.settle(expiry);
    for (uint256 i; i < lost.length; ++i) {
      _refused(buyer, abi.encodeCall(IOptionVault.redeemOptions, (id, 1e18, buyer, lost[i])), lost[i]);
    }
  }
}
