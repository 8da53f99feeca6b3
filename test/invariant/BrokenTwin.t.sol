// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OptionKind} from "../../contracts/types/OptionKind.sol";
import {VaultModules} from "../../contracts/types/VaultModules.sol";
import {IOptionVault} from "../../contracts/interfaces/IOptionVault.sol";
import {CarelessOperations, ForgetfulClearing, GenerousVault} from "../mocks/BrokenVaults.sol";
import {VaultInvariants} from "./VaultInvariants.sol";

/// @notice The proof that the invariant suite can fail: the same checks, over vaults with one line wrong.
contract BrokenTwinTest is VaultInvariants {
  function test_SoundVault_BreaksNothing() public {
    _start(_pairWith(putVaultTight));
    _liveThroughAnExpiry();
    assertEq(_brokenNow().length, 0);
  }

  function test_VaultThatReservesTooLittle_BreaksSolvency() public {
    VaultModules memory broken = modules;
    broken.clearing = address(new ForgetfulClearing(modules.clearing));
    factory.registerVersion(keccak256(_creationCode()), broken, "forgetful");
    IOptionVault twin = IOptionVault(
      address(factory.createVault(2, _creationCode(), _config(OptionKind.Put, usdc, 4e18, 0.08e18)))
    );
    _start(_pairWith(twin));
    _liveThroughAnExpiry();
    assertTrue(_isBroken("I2: the reserve does not cover what is unredeemed"));
  }

  function test_SoundVaultThatParks_BreaksNothing() public {
    _start(_pairWith(callVaultTight));
    _parkSome();
    assertEq(_brokenNow().length, 0);
  }

  function test_VaultThatParksWithoutReserving_BreaksSolvency() public {
    VaultModules memory broken = modules;
    broken.operations = address(new CarelessOperations(modules.operations));
    factory.registerVersion(keccak256(_creationCode()), broken, "careless");
    IOptionVault twin = IOptionVault(
      address(factory.createVault(2, _creationCode(), _config(OptionKind.Call, weth, 4e18, 0.08e18)))
    );
    _start(_pairWith(twin));
    _parkSome();
    assertTrue(_isBroken("I2: the reserve does not cover what is unredeemed"));
  }

  function test_VaultThatMintsTooManyShares_BreaksSharePrice() public {
    factory.registerVersion(keccak256(type(GenerousVault).creationCode), modules, "generous");
    IOptionVault twin = IOptionVault(
      address(factory.createVault(2, type(GenerousVault).creationCode, _config(OptionKind.Put, usdc, 4e18, 0.08e18)))
    );
    _start(_pairWith(twin));
    handler.deposit(1, 2, 500e6);
    assertTrue(_isBroken("S3: NAV per share fell"));
  }

  function _pairWith(IOptionVault vault) private view returns (IOptionVault[] memory vaults) {
    vaults = new IOptionVault[](2);
    (vaults[0], vaults[1]) = (callVault, vault);
  }

  /// @dev A put bought, a fall, an expiry proven and settled: the vault owes.
  function _liveThroughAnExpiry() private {
    for (uint256 i; i < 8; ++i) handler.buy(1, 1, i << 8, 10 + i);
    for (uint256 i; i < 12; ++i) handler.passTime(10 hours, 100, 1);
    handler.movePrice(95);
    handler.movePrice(95);
    handler.movePrice(95);
    handler.passTime(10 hours, 100, 1);
    handler.reachExpiry(1, 95);
    handler.settle(1);
  }

  /// @dev Dust around the money, then a rise that leaves the ladder behind.
  function _parkSome() private {
    for (uint256 i; i < 4; ++i) handler.dustAndMove(1, 1, (2 + i) << 8, i % 2 == 0 || i == 3);
    assertGt(handler.done("park"), 0);
  }

  function _isBroken(string memory name) private view returns (bool) {
    string[] memory names = _brokenNow();
    for (uint256 i; i < names.length; ++i) {
      if (keccak256(bytes(names[i])) == keccak256(bytes(name))) return true;
    }
    return false;
  }
}
