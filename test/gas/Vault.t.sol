// SPDX-License-Identifier: MIT
pragma solidity 0.8.33;

import {IOptionVault} from "../../contracts/interfaces/IOptionVault.sol";
import {OptionKind} from "../../contracts/types/OptionKind.sol";
import {SeriesId, toSeriesId} from "../../contracts/types/SeriesId.sol";
import {OptionVault} from "../../contracts/vault/OptionVault.sol";
import {VaultFixture} from "../fixtures/VaultFixture.sol";

/// @notice Gas of a vault's entries, by a returning user, with books of 8 (2 × 4) and 64 (8 × 8) series, all with open
/// interest, and an expiry of 16 strikes. Each test makes one call, so that everything is cold and storage's original values are
/// those before it; figures are execution alone, and a transaction adds 21,000 and its calldata and takes its refund off.
abstract contract VaultGasFixture is VaultFixture {
  OptionVault internal book8;
  OptionVault internal book64;
  OptionVault internal strikes16;
  SeriesId internal bought;

  function setUp() public virtual override {
    super.setUp();
    book8 = _withBook(4, 2, 0);
    bought = _fill(book8, 2, 4);
    book64 = _withBook(8, 6, 1);
    _fill(book64, 8, 8);
    strikes16 = _withBook(16, 6, 1);
    _fill(strikes16, 1, 16);
    _pass(10 minutes);
    _deliver(VOLATILITY);
  }

  function _withBook(uint8 strikesPerExpiry, uint8 dailies, uint8 weeklies) private returns (OptionVault vault) {
    IOptionVault.Config memory config = _config(OptionKind.Put, usdc, 8e18, 0.15e18);
    config.series.strikesPerExpiry = strikesPerExpiry;
    config.series.dailies = dailies;
    config.series.weeklies = weeklies + 1;
    config.series.monthlies = 0;
    config.series.minDelta = 0;
    config.series.maxDelta = 1e18;
    vault = _createVault(config);
    _deposit(vault, provider, 10_000_000e6);
    vm.prank(provider);
    usdc.approve(address(vault), type(uint256).max);
    usdc.mint(provider, 1_000_000e6);
  }

  /// @dev Buys one of each strike of the first expiries.
  function _fill(OptionVault vault, uint256 expiries, uint256 count) private returns (SeriesId id) {
    for (uint256 i = 1; i <= expiries; ++i) {
      uint256 expiry = _expiry(i == 8 ? 14 : i);
      vault.openExpiry(expiry);
      (uint256[] memory strikes, ) = vault.strikesOf(expiry);
      for (uint256 j; j < count; ++j) {
        id = toSeriesId(expiry, strikes[j]);
        _buy(vault, buyer, id, 1e18);
      }
    }
  }

  function _report(string memory name) internal {
    emit log_named_uint(name, vm.snapshotGasLastCall("vault", name));
  }
}

/// @notice What works on a live book.
contract VaultGasTest is VaultGasFixture {
  function test_Gas_Buy8() public {
    vm.prank(buyer);
    book8.buy(bought, 1e18, FOREVER, buyer, FOREVER);
    _report("vault.buy8");
  }

  function test_Gas_Sell8() public {
    vm.prank(buyer);
    book8.sell(bought, 0.5e18, 0, buyer, buyer, FOREVER);
    _report("vault.sell8");
  }

  function test_Gas_Deposit8() public {
    vm.prank(provider);
    book8.deposit(1000e6, provider);
    _report("vault.deposit8");
  }

  function test_Gas_Deposit64() public {
    vm.prank(provider);
    book64.deposit(1000e6, provider);
    _report("vault.deposit64");
  }

  function test_Gas_Withdraw64() public {
    vm.prank(provider);
    book64.withdraw(1000e6, provider, provider);
    _report("vault.withdraw64");
  }

  function test_Gas_GuaranteedExit() public {
    uint256 shares = book64.balanceOf(provider) / 10;
    vm.prank(provider);
    book64.guaranteedExit(shares, provider, provider);
    _report("vault.guaranteedExit");
  }

  function test_Gas_OpenExpiry() public {
    strikes16.openExpiry(_expiry(2));
    _report("vault.openExpiry16");
  }
}

/// @notice What comes after an expiry.
contract SettlementGasTest is VaultGasFixture {
  SeriesId internal inTheMoney;

  function setUp() public override {
    super.setUp();
    (uint256[] memory strikes, ) = book64.strikesOf(_expiry(1));
    inTheMoney = toSeriesId(_expiry(1), strikes[7]);
    _fixExpiry(_expiry(1), 1900e18);
    book64.settle(_expiry(1));
  }

  function test_Gas_Settle16() public {
    strikes16.settle(_expiry(1));
    _report("vault.settle16");
  }

  function test_Gas_Redeem() public {
    vm.prank(buyer);
    book64.redeemOptions(inTheMoney, 1e18, buyer, buyer);
    _report("vault.redeem");
  }
}
