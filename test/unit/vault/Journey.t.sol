// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Assessment} from "../../../contracts/types/Assessment.sol";
import {IOptionToken} from "../../../contracts/interfaces/IOptionToken.sol";
import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {VaultFixture} from "../../fixtures/VaultFixture.sol";

/// @notice One life of a vault, from the first deposit to the last exit, on a call and on a put vault.
contract JourneyTest is VaultFixture {
  function test_Life_PutVaultSettledInTheMoney() public {
    _live(putVault, 1_000_000e6, 1900e18);
  }

  function test_Life_PutVaultSettledOutOfTheMoney() public {
    _live(putVault, 1_000_000e6, 2300e18);
  }

  function test_Life_CallVaultSettledInTheMoney() public {
    _live(callVault, 500e18, 2300e18);
  }

  function test_Life_CallVaultSettledOutOfTheMoney() public {
    _live(callVault, 500e18, 1700e18);
  }

  function _live(IOptionVault vault, uint256 assets, uint256 settlement) private {
    IOptionToken token = vault.optionToken();
    uint256 expiry = _expiry(7);
    _deposit(vault, provider, assets);
    vault.openExpiry(expiry);
    SeriesId id = _atTheMoneySeries(vault, expiry);

    _tick();
    uint256 premium = _buy(vault, buyer, id, 10e18);
    assertEq(token.balanceOf(buyer, SeriesId.unwrap(id)), 10e18);
    assertEq(vault.netOf(id), 10e18);
    _checkBooks(vault);

    _tick();
    uint256 payout = _sell(vault, buyer, id, 4e18);
    assertLt(payout, (premium * 4) / 10, "a round trip never pays");
    assertEq(vault.netOf(id), 6e18);
    _checkBooks(vault);

    _fixExpiry(expiry, settlement);
    uint256 owed = vault.settle(expiry);
    assertEq(vault.accounts().reserve, owed);
    assertEq(vault.accounts().lock, 0);
    vm.startPrank(buyer);
    uint256 paid = vault.redeemOptions(id, 6e18, buyer, buyer);
    vm.stopPrank();
    assertLe(paid, owed);
    assertLe(owed - paid, 1, "one unit of rounding at the most");
    _checkBooks(vault);

    _passFresh(1 minutes);
    uint256 shares = vault.balanceOf(provider);
    vm.startPrank(provider);
    vault.redeem(shares / 2, provider, provider, 0, FOREVER);
    _checkBooks(vault);
    aggregator.setBehaviour(aggregator.behaviour());
    vm.warp(block.timestamp + 30 hours);
    vault.guaranteedExit(shares - shares / 2, provider, provider);
    vm.stopPrank();
    assertEq(vault.totalSupply(), 0);
    _checkBooks(vault);
  }

  /// @dev I1, I4 and I6 as far as one vault's books show them.
  function _checkBooks(IOptionVault vault) private view {
    IOptionVault.Accounts memory books = vault.accounts();
    uint256 collateral = books.held - books.reserve - books.feesOwed - books.escrow;
    assertLe(books.lock, collateral * vault.scale(), "I1");
    assertEq(books.held, vault.collateral().balanceOf(address(vault)), "I4");
    uint256[] memory live = vault.expiries();
    for (uint256 i; i < live.length; ++i) {
      (uint256[] memory strikes, int256[] memory nets) = vault.strikesOf(live[i]);
      for (uint256 j; j < strikes.length; ++j) {
        uint256 supply = vault.optionToken().totalSupply((live[i] << 128) | strikes[j]);
        assertEq(supply, uint256(nets[j]), "I6");
      }
    }
    if (live.length == 0) return;
    Assessment memory found = vault.assess();
    assertEq(found.lock, books.lock, "the oracle's worst case is the vault's lock");
  }
}
