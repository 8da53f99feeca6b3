// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OptionKind} from "../../contracts/types/OptionKind.sol";
import {VaultModules} from "../../contracts/types/VaultModules.sol";
import {IOptionVault} from "../../contracts/interfaces/IOptionVault.sol";
import {ForgetfulOperations, GenerousVault} from "../mocks/BrokenVaults.sol";
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
    broken.operations = address(new ForgetfulOperations(modules.operations));
    factory.registerVersion(keccak256(_creationCode()), broken, "forgetful");
    IOptionVault twin = IOptionVault(
      address(factory.createVault(2, _creationCode(), _config(OptionKind.Put, usdc, 4e18, 0.08e18)))
    );
    _start(_pairWith(twin));
    _liveThroughAnExpiry();
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

  function _isBroken(string memory name) private view returns (bool) {
    string[] memory names = _brokenNow();
    for (uint256 i; i < names.length; ++i) {
      if (keccak256(bytes(names[i])) == keccak256(bytes(name))) return true;
    }
    return false;
  }
}
