// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {ClearingFixture} from "./ClearingFixture.sol";

/// @notice Settlement with cleared lots: holders are paid in full, accounts pay their part from the pledge, and providers lose
/// what the net book owed, at every price.
contract ClearedSettlementTest is ClearingFixture {
  function setUp() public override {
    super.setUp();
    engine.pledge(5_000_000e6);
    callEngine.pledge(5_000e18);
    for (uint256 i = 1; i < 7; ++i) {
      _buy(putVault, _series(putVault, i), i * 1e18);
      _buy(callVault, _series(callVault, i), i * 1e18);
    }
    engine.clear(_two(_leg(_series(putVault, 2), -7e18), _leg(_series(putVault, 3), 2e18)), 0, type(int256).max);
    engine.clear(_two(_leg(_series(putVault, 5), -3e18), _leg(_series(putVault, 6), -9e18)), 0, type(int256).max);
    callEngine.clear(_two(_leg(_series(callVault, 2), -7e18), _leg(_series(callVault, 4), 7e18)), 0, type(int256).max);
    callEngine.clear(_one(_leg(_series(callVault, 6), -9e18)), 0, type(int256).max);
    _assertSound(putVault);
    _assertSound(callVault);
  }

  function test_I1_I2_SettlesInFullAtEveryPrice_Puts() public {
    _settleAcross(putVault, 1e12);
  }

  function test_I1_I2_SettlesInFullAtEveryPrice_Calls() public {
    _settleAcross(callVault, 1);
  }

  function _settleAcross(IOptionVault vault, uint256 unit) private {
    uint256 snapshot = vm.snapshotState();
    for (uint256 price = 1200e18; price <= 3200e18; price += 97.31e18) {
      _settleAt(vault, price, unit);
      vm.revertToState(snapshot);
    }
  }

  function _settleAt(IOptionVault vault, uint256 price, uint256 unit) private {
    (int256 net, int256 cleared) = _owed(vault, (price / 1e10) * 1e10);
    IOptionVault.Accounts memory before = vault.accounts();
    _fixExpiry(expiry, price);
    uint256 owed = vault.settle(expiry);
    IOptionVault.Accounts memory books = vault.accounts();
    // Σ w·payoff and Σ c·payoff, each rounded up.
    assertEq(owed, _ceil(net + cleared, unit), "owed");
    assertEq(int256(before.pledged) - int256(books.pledged), _signedCeil(cleared, unit), "pledged");
    assertEq(books.held + books.pledged, before.held + before.pledged, "tokens");
    assertEq(books.lock, 0);
    // Providers lose what the net book owed, and a unit of rounding at most.
    int256 lost = int256(before.held - _others(before)) - int256(books.held - _others(books));
    assertLe(lost, _signedCeil(net, unit));
    assertGe(lost, _signedCeil(net, unit) - 1);
    _assertSound(vault);
    _redeemAll(vault, owed);
    // The rest of the pledge is the accounts'.
    uint256 left = vault.accounts().pledged;
    if (left != 0) (address(vault) == address(putVault) ? engine : callEngine).unpledge(left, stranger);
    _assertSound(vault);
  }

  /// @dev Every holder is paid.
  function _redeemAll(IOptionVault vault, uint256 owed) private {
    uint256 paid;
    for (uint256 i = 1; i < 7; ++i) {
      SeriesId series = _seriesAt[vault][i];
      uint256 balance = vault.optionToken().balanceOf(buyer, SeriesId.unwrap(series));
      if (balance == 0) continue;
      vm.prank(buyer);
      paid += vault.redeemOptions(series, balance, buyer, buyer);
    }
    assertLe(paid, owed);
    assertLe(owed - paid, 7);
  }

  mapping(IOptionVault vault => SeriesId[8] ids) private _seriesAt;

  /// @dev Σ n·payoff and Σ c·payoff, WAD collateral × 1e18, exact.
  function _owed(IOptionVault vault, uint256 price) private returns (int256 net, int256 cleared) {
    (uint256[] memory strikes, int256[] memory nets) = vault.strikesOf(expiry);
    (, int256[] memory lots) = _clearing(vault).clearedOf(expiry);
    bool isPut = address(vault) == address(putVault);
    for (uint256 i; i < strikes.length; ++i) {
      _seriesAt[vault][i] = _series(vault, i);
      (uint256 high, uint256 low) = isPut ? (strikes[i], price) : (price, strikes[i]);
      if (high <= low) continue;
      net += nets[i] * int256(high - low);
      cleared += lots[i] * int256(high - low);
    }
    _divisor = isPut ? 1e18 : price;
  }

  uint256 private _divisor;

  function _ceil(int256 sum, uint256 unit) private view returns (uint256) {
    uint256 divisor = _divisor * unit;
    return (uint256(sum) + divisor - 1) / divisor;
  }

  function _signedCeil(int256 sum, uint256 unit) private view returns (int256) {
    return sum > 0 ? int256(_ceil(sum, unit)) : -int256(uint256(-sum) / (_divisor * unit));
  }

  function _others(IOptionVault.Accounts memory books) private pure returns (uint256) {
    return books.reserve + books.feesOwed + books.escrow;
  }

  function test_T1_WaitsForThePriceWhereOnlyAccountsHaveLots() public {
    // Whatever is held is surrendered: nothing is written to holders, and accounts hold and owe.
    vm.prank(buyer);
    puts.setOperator(address(engine), true);
    for (uint256 i = 1; i < 7; ++i) engine.surrender(_series(putVault, i), i * 1e18, buyer);
    vm.warp(expiry + 1);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.ExpiryPriceNotFixed.selector, expiry));
    putVault.settle(expiry);
  }

  function test_ClearedLotsAreGoneAfterSettlement() public {
    _fixExpiry(expiry, 1900e18);
    putVault.settle(expiry);
    assertEq(_clearing(putVault).clearedLock(), 0);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.ExpiryNotOpen.selector, expiry));
    _clearing(putVault).clearedOf(expiry);
    SeriesId some = toSeries(1900e18);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.ExpiryNotOpen.selector, expiry));
    engine.issue(some, 1e18, stranger);
  }

  function toSeries(uint256 strike) private view returns (SeriesId) {
    return SeriesId.wrap((expiry << 128) | strike);
  }
}
