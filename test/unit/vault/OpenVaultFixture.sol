// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {IOptionToken} from "../../../contracts/interfaces/IOptionToken.sol";
import {Roles} from "../../../contracts/governance/Roles.sol";
import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {VaultFixture} from "../../fixtures/VaultFixture.sol";

/// @notice A put and a call vault with providers, one open weekly expiry, and roles as a deployment sets them.
abstract contract OpenVaultFixture is VaultFixture {
  uint256 internal constant PUT_ASSETS = 1_000_000e6;
  uint256 internal constant CALL_ASSETS = 500e18;
  uint32 internal constant GOVERNOR_DELAY = 2 days;

  address internal governor = makeAddr("governor");
  address internal stranger = makeAddr("stranger");
  IOptionToken internal puts;
  uint256 internal expiry;
  SeriesId internal id;
  SeriesId internal callId;

  function setUp() public virtual override {
    super.setUp();
    expiry = _expiry(7);
    _deposit(putVault, provider, PUT_ASSETS);
    _deposit(callVault, provider, CALL_ASSETS);
    putVault.openExpiry(expiry);
    callVault.openExpiry(expiry);
    id = _atTheMoneySeries(putVault, expiry);
    callId = _atTheMoneySeries(callVault, expiry);
    puts = putVault.optionToken();
    _assignRoles(putVault);
    _assignRoles(callVault);
    _fund(buyer);
    _tick();
  }

  /// @dev Tokens and allowances for both vaults.
  function _fund(address who) internal {
    usdc.mint(who, 10_000_000e6);
    weth.mint(who, 10_000e18);
    vm.startPrank(who);
    usdc.approve(address(putVault), FOREVER);
    weth.approve(address(callVault), FOREVER);
    vm.stopPrank();
  }

  function _assignRoles(IOptionVault vault) private {
    bytes4[] memory tightening = new bytes4[](2);
    tightening[0] = IOptionVault.tighten.selector;
    tightening[1] = IOptionVault.raiseStress.selector;
    manager.setTargetFunctionRole(address(vault), tightening, Roles.GUARDIAN);
    bytes4[] memory loosening = new bytes4[](5);
    loosening[0] = IOptionVault.loosen.selector;
    loosening[1] = IOptionVault.lowerStress.selector;
    loosening[2] = IOptionVault.scheduleRiskParams.selector;
    loosening[3] = IOptionVault.setProtocolFee.selector;
    loosening[4] = IOptionVault.registerQueue.selector;
    manager.setTargetFunctionRole(address(vault), loosening, Roles.GOVERNOR);
    manager.grantRole(Roles.GOVERNOR, governor, GOVERNOR_DELAY);
  }

  /// @dev Schedules a governor's call, waits its delay, and executes it.
  function _govern(IOptionVault vault, bytes memory data) internal {
    vm.prank(governor);
    manager.schedule(address(vault), data, 0);
    _pass(GOVERNOR_DELAY);
    vm.prank(governor);
    manager.execute(address(vault), data);
  }

  /// @dev Without the wait, for tests that are not about it.
  function _governNow(IOptionVault vault) internal returns (IOptionVault) {
    manager.grantRole(Roles.GOVERNOR, address(this), 0);
    return vault;
  }

  function _shut(IOptionVault vault, uint8 to) internal {
    vm.prank(guardian);
    (bool ok, ) = address(vault).call(abi.encodeWithSelector(IOptionVault.tighten.selector, to));
    require(ok, "tighten failed");
  }

  /// @dev NAV per 1e12 shares, WAD: fine enough to see a wei.
  function _navPerShare(IOptionVault vault) internal view returns (int256) {
    return (vault.assess().nav * 1e12) / int256(vault.totalSupply());
  }

  /// @dev A vault that is nearly all lock: written to the limit, most providers gone by the guaranteed exit, spot far down.
  function _ruin() internal {
    vm.prank(buyer);
    putVault.buy(id, 300e18, FOREVER, buyer, FOREVER);
    uint256 shares = (putVault.balanceOf(provider) * 19) / 20;
    vm.prank(provider);
    putVault.guaranteedExit(shares, provider, provider);
    _setSpot(100e18);
  }

  /// @dev Feeds as they are when nobody reports any more.
  function _killFeed() internal {
    vm.warp(block.timestamp + 26 hours);
    vm.roll(block.number + 1);
  }

  function _staleSurface() internal {
    uint256 price = uint256(_answer()) * 1e10;
    _pass(4 hours);
    _setSpot(price);
    _tick();
  }

  function _answer() internal view returns (int256 answer) {
    (, answer, , , ) = aggregator.latestRoundData();
  }
}
