// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IERC6909, IERC6909Metadata, IERC6909TokenSupply} from "@openzeppelin/contracts/interfaces/IERC6909.sol";

import {DevToken} from "../../../contracts/devnet/DevToken.sol";
import {IOptionToken} from "../../../contracts/interfaces/IOptionToken.sol";
import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {IVaultFactory} from "../../../contracts/interfaces/IVaultFactory.sol";
import {VaultModules} from "../../../contracts/types/VaultModules.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {MalformedSeriesId, SeriesId, toSeriesId} from "../../../contracts/types/SeriesId.sol";
import {SeriesNaming} from "../../../contracts/vault/token/SeriesNaming.sol";
import {VaultFixture} from "../../fixtures/VaultFixture.sol";

/// @notice What the factory makes and refuses, what a vault's constructor refuses, and what its token is called.
contract FactoryTest is VaultFixture {
  bytes internal code;

  function setUp() public override {
    super.setUp();
    code = _creationCode();
  }

  // Registry

  function test_A18_KnowsItsVaultsAndNoOthers() public view {
    assertEq(factory.vaultCount(), 4);
    assertEq(address(factory.vaultAt(2)), address(putVault));
    assertTrue(factory.isVault(address(putVault)));
    assertEq(factory.versionOf(address(putVault)), 1);
    assertEq(address(factory.collateralOf(address(putVault))), address(putVault.collateral()));
    assertEq(address(factory.collateralOf(address(callVault))), address(callVault.collateral()));
    assertFalse(factory.isVault(address(this)));
    assertEq(factory.versionOf(address(this)), 0);
    assertEq(address(factory.collateralOf(address(this))), address(0));
  }

  function test_ListsTheVaultsOfAMarket() public view {
    bytes32 market = factory.marketIdOf(address(oracle), OptionKind.Put);
    IOptionVault[] memory vaults = factory.vaultsOf(market);
    assertEq(vaults.length, 2);
    assertEq(address(vaults[0]), address(putVault));
    assertEq(address(vaults[1]), address(putVaultTight));
    assertEq(factory.vaultsOf(bytes32(0)).length, 0);
  }

  function test_Versions_OnlyGrow() public {
    bytes32 other = keccak256("other code");
    assertEq(factory.registerVersion(other, modules, "OptionVault 2"), 2);
    assertEq(factory.versionAt(1).codeHash, keccak256(code));
    assertEq(factory.versionAt(2).codeHash, other);
    assertEq(factory.versionAt(2).modules.shares, modules.shares);
    assertEq(factory.versionAt(2).label, "OptionVault 2");
  }

  function test_RevertWhen_VersionUnknown() public {
    IOptionVault.Config memory config = _config(OptionKind.Put, usdc, 8e18, 0.15e18);
    for (uint256 version; version <= 2; version += 2) {
      vm.expectRevert(abi.encodeWithSelector(IVaultFactory.UnknownVersion.selector, version));
      factory.createVault(version, code, config);
    }
  }

  function test_A18_RevertWhen_TheCodeIsNotTheRegisteredOne() public {
    bytes memory other = bytes.concat(code, hex"00");
    vm.expectRevert(abi.encodeWithSelector(IVaultFactory.CodeMismatch.selector, keccak256(code), keccak256(other)));
    factory.createVault(1, other, _config(OptionKind.Put, usdc, 8e18, 0.15e18));
  }

  function test_RevertWhen_OperationsHaveNoCode() public {
    vm.expectRevert(abi.encodeWithSelector(IVaultFactory.NoCode.selector, address(1)));
    factory.registerVersion(bytes32(0), VaultModules(address(1), modules.clearing, modules.shares), "");
  }

  function test_RevertWhen_NotTheGovernor() public {
    IOptionVault.Config memory config = _config(OptionKind.Put, usdc, 8e18, 0.15e18);
    vm.startPrank(buyer);
    vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, buyer));
    factory.createVault(1, code, config);
    vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, buyer));
    factory.registerVersion(bytes32(0), modules, "");
    vm.stopPrank();
  }

  // Constructor

  function test_Config_IsWhatTheVaultSays() public view {
    IOptionVault.SeriesRules memory rules = putVault.seriesRules();
    IOptionVault.Config memory config = _config(OptionKind.Put, usdc, 8e18, 0.15e18);
    assertEq(keccak256(abi.encode(rules)), keccak256(abi.encode(config.series)));
    assertEq(keccak256(abi.encode(putVault.riskParams())), keccak256(abi.encode(config.risk)));
    assertEq(address(putVault.collateral()), address(usdc));
    assertEq(address(putVault.oracle()), address(oracle));
    assertEq(address(putVault.expiryPrice()), address(expiryPrice));
    assertEq(putVault.modules().operations, modules.operations);
    assertEq(putVault.feeRecipient(), feeRecipient);
    assertEq(putVault.authority(), address(manager));
    assertEq(putVault.scale(), 1e12);
    assertEq(uint8(putVault.kind()), uint8(OptionKind.Put));
    assertEq(uint8(callVault.kind()), uint8(OptionKind.Call));
  }

  function test_A8_RevertWhen_MoreThanEighteenDecimals() public {
    IOptionVault.Config memory config = _config(OptionKind.Put, new DevToken("27", "27", 27), 8e18, 0.15e18);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.UnsupportedDecimals.selector, 27));
    factory.createVault(1, code, config);
  }

  function test_A8_TwoDecimalsAreServedWhereLotsAreWholeUnits() public {
    DevToken token = new DevToken("2", "2", 2);
    IOptionVault vault = _createVault(_config(OptionKind.Put, token, 8e18, 0.15e18));
    assertEq(vault.scale(), 1e16);
    IOptionVault.Config memory config = _config(OptionKind.Call, token, 8e18, 0.15e18);
    config.series.lotSize = 0.001e18;
    _refused(config, "lotSize", 0.001e18);
  }

  function test_RevertWhen_AnAddressIsZero() public {
    IOptionVault.Config memory config = _config(OptionKind.Put, usdc, 8e18, 0.15e18);
    config.feeRecipient = address(0);
    vm.expectRevert(IOptionVault.ZeroAddress.selector);
    factory.createVault(1, code, config);
    config = _config(OptionKind.Put, usdc, 8e18, 0.15e18);
    config.authority = address(0);
    vm.expectRevert(IOptionVault.ZeroAddress.selector);
    factory.createVault(1, code, config);
  }

  function test_G2_RevertWhen_SeriesRulesLeaveTheirBounds() public {
    IOptionVault.Config memory config = _config(OptionKind.Put, usdc, 8e18, 0.15e18);
    config.series.tickSize = 0;
    _refused(config, "tickSize", 0);
    config.series.tickSize = 1e21 + 1;
    _refused(config, "tickSize", 1e21 + 1);
    config = _config(OptionKind.Put, usdc, 8e18, 0.15e18);
    config.series.lotSize = 0;
    _refused(config, "lotSize", 0);
    config.series.lotSize = 1;
    _refused(config, "lotSize", 1);
    config = _config(OptionKind.Put, usdc, 8e18, 0.15e18);
    config.series.minOrder = 0.105e18;
    _refused(config, "minOrder", 0.105e18);
    config.series.minOrder = 0;
    _refused(config, "minOrder", 0);
    config = _config(OptionKind.Put, usdc, 8e18, 0.15e18);
    config.series.strikesPerExpiry = 17;
    _refused(config, "strikesPerExpiry", 17);
    config.series.strikesPerExpiry = 0;
    _refused(config, "strikesPerExpiry", 0);
    config = _config(OptionKind.Put, usdc, 8e18, 0.15e18);
    config.series.dailies = 8;
    _refused(config, "dailies", 8);
    config = _config(OptionKind.Put, usdc, 8e18, 0.15e18);
    config.series.ladderStep = 0;
    _refused(config, "ladderStep", 0);
    config = _config(OptionKind.Put, usdc, 8e18, 0.15e18);
    config.series.minDelta = 0.96e18;
    _refused(config, "minDelta", 0.96e18);
    config = _config(OptionKind.Put, usdc, 8e18, 0.15e18);
    config.series.maxTenor = 731 days;
    _refused(config, "maxTenor", 731 days);
    config.series.maxTenor = 1 hours;
    _refused(config, "minTenor", 2 hours);
  }

  function _refused(IOptionVault.Config memory config, bytes32 name, uint256 value) private {
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.ParamOutOfBounds.selector, name, value));
    factory.createVault(1, code, config);
  }

  // Option token

  function test_Token_NamesItsSeries() public view {
    IOptionToken puts = putVault.optionToken();
    // 2026-12-26 08:00 UTC
    uint256 id = SeriesId.unwrap(toSeriesId(1_798_272_000, 2400e18));
    assertEq(puts.name(id), "WETH/USDC 26 Dec 2026 2400 Put");
    assertEq(puts.symbol(id), "WETH-26DEC26-2400-P");
    assertEq(callVault.optionToken().symbol(id), "WETH-26DEC26-2400-C");
    id = SeriesId.unwrap(toSeriesId(1_798_272_000 - 25 days, 0.0125e18));
    assertEq(puts.name(id), "WETH/USDC 1 Dec 2026 0.0125 Put");
    assertEq(puts.symbol(id), "WETH-1DEC26-0.0125-P");
    assertEq(puts.decimals(id), 18);
  }

  function test_Naming_OfAMarketWithoutASlash() public pure {
    assertEq(SeriesNaming.underlyingOf("GOLD"), "GOLD");
    assertEq(SeriesNaming.quoteOf("GOLD"), "");
    assertEq(SeriesNaming.quoteOf("GOLD/"), "");
    assertEq(SeriesNaming.quoteOf("GOLD/USDC"), "USDC");
  }

  function test_Naming_OfATime() public pure {
    uint256 midnight = 20_000 days;
    assertEq(SeriesNaming.timeOf(midnight), "00:00");
    assertEq(SeriesNaming.timeOf(midnight + 8 hours + 1 minutes), "08:01");
    assertEq(SeriesNaming.timeOf(midnight + 1 days - 1), "23:59");
  }

  function test_A24_RevertWhen_TheIdIsMalformed() public {
    IOptionToken puts = putVault.optionToken();
    vm.expectRevert(abi.encodeWithSelector(MalformedSeriesId.selector, 7));
    puts.name(7);
    vm.expectRevert(abi.encodeWithSelector(MalformedSeriesId.selector, type(uint256).max));
    puts.symbol(type(uint256).max);
  }

  function test_G1_RevertWhen_AnyoneButTheVaultMintsOrBurns() public {
    IOptionToken puts = putVault.optionToken();
    assertEq(puts.vault(), address(putVault));
    vm.expectRevert(abi.encodeWithSelector(IOptionToken.NotVault.selector, address(this)));
    puts.mint(address(this), 1, 1);
    vm.expectRevert(abi.encodeWithSelector(IOptionToken.NotVault.selector, address(this)));
    puts.burn(address(this), 1, 1, address(this));
  }

  function test_Token_SaysWhatItIs() public view {
    IOptionToken puts = putVault.optionToken();
    assertTrue(puts.supportsInterface(type(IERC6909).interfaceId));
    assertTrue(puts.supportsInterface(type(IERC6909Metadata).interfaceId));
    assertTrue(puts.supportsInterface(type(IERC6909TokenSupply).interfaceId));
    assertFalse(puts.supportsInterface(0xffffffff));
  }

  function test_A18_WhoeverAsksForATokenIsItsVault() public {
    IOptionToken token = factory.createOptionToken("X/Y", OptionKind.Put);
    assertEq(token.vault(), address(this));
    assertFalse(factory.isVault(address(this)));
  }
}
