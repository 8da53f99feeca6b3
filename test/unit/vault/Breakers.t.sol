// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Quote} from "../../../contracts/types/Quote.sol";
import {SeriesId, toSeriesId} from "../../../contracts/types/SeriesId.sol";
import {VaultState} from "../../../contracts/types/VaultState.sol";
import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {OpenVaultFixture} from "./OpenVaultFixture.sol";

/// @notice What a price is made of, and what shutting a vault leaves alone.
// Behaviour tree
// a breaker: moves no token, touches no fixed price, keeps nobody from what is fixed
// a price: the same whatever lies in whose account; never better than the market by what the feed does not see
contract BreakersTest is OpenVaultFixture {
  uint256 private constant BOUGHT = 10e18;

  function test_O3_ABreakerMovesNoTokenAndTouchesNoFixedPrice() public {
    SeriesId high = _highestStrike();
    _buy(putVault, buyer, high, BOUGHT);
    _fixExpiry(expiry, 1900e18);
    putVault.settle(expiry);
    uint256[4] memory before = _holdings(high);

    vm.startPrank(guardian);
    putVault.raiseStress(1.1e18);
    VaultState[3] memory states = [VaultState.Guarded, VaultState.CloseOnly, VaultState.SettleOnly];
    for (uint256 i; i < states.length; ++i) {
      putVault.tighten(states[i]);
      uint256[4] memory later = _holdings(high);
      for (uint256 j; j < 4; ++j) assertEq(later[j], before[j]);
      assertEq(expiryPrice.priceOf(expiry), 1900e18);
    }
    vm.stopPrank();

    uint256 held = usdc.balanceOf(buyer);
    vm.prank(buyer);
    uint256 paid = putVault.redeemOptions(high, BOUGHT, buyer, buyer);
    assertEq(usdc.balanceOf(buyer) - held, paid);
    assertGt(paid, 0);
  }

  function test_O4_APriceDoesNotDependOnBalances() public {
    Quote memory put = putVault.quoteTrade(id, int256(BOUGHT));
    Quote memory call = callVault.quoteTrade(callId, int256(BOUGHT));
    address[5] memory accounts = [
      address(putVault),
      address(callVault),
      address(aggregator),
      address(putVault.optionToken()),
      address(putVault.oracle())
    ];
    for (uint256 i; i < accounts.length; ++i) {
      usdc.mint(accounts[i], 1e15);
      weth.mint(accounts[i], 1e24);
    }
    assertEq(putVault.quoteTrade(id, int256(BOUGHT)).premium, put.premium);
    assertEq(callVault.quoteTrade(callId, int256(BOUGHT)).premium, call.premium);
    // Nor does spot move within a transaction, whatever is traded in it.
    uint256 spot = putVault.assess().spot;
    _buy(putVault, buyer, id, BOUGHT);
    assertEq(putVault.assess().spot, spot);
  }

  /// @dev The market has moved by as much as the aggregator lets pass, and somebody who sees it trades at the old price.
  function test_A2_TradingInsideTheDeviationThreshold_GainsNothing() public {
    _inside(callVault, callId, true);
    _setSpot(2000e18);
    _tick();
    _inside(putVault, id, false);
  }

  function _inside(IOptionVault vault, SeriesId series, bool up) private {
    uint256 unseen = feed.read().confidence;
    uint256 premium = _buy(vault, buyer, series, BOUGHT);
    _setSpot(up ? (2000e18 * (WAD + unseen)) / WAD : (2000e18 * (WAD - unseen)) / WAD);
    _tick();
    assertLt(_sell(vault, buyer, series, BOUGHT), premium);
  }

  function _highestStrike() private view returns (SeriesId) {
    (uint256[] memory strikes, ) = putVault.strikesOf(expiry);
    return toSeriesId(expiry, strikes[strikes.length - 1]);
  }

  /// @dev Tokens of the vault, the buyer's money and options, shares.
  function _holdings(SeriesId series) private view returns (uint256[4] memory) {
    return
      [
        usdc.balanceOf(address(putVault)),
        usdc.balanceOf(buyer),
        puts.balanceOf(buyer, SeriesId.unwrap(series)),
        putVault.totalSupply()
      ];
  }
}
