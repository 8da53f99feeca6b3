// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRealisedVolatility} from "../../../contracts/interfaces/IRealisedVolatility.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {SeriesId, toSeriesId} from "../../../contracts/types/SeriesId.sol";
import {VolatilitySurface} from "../../../contracts/surface/VolatilitySurface.sol";
import {PremiumOracle} from "../../../contracts/premium/PremiumOracle.sol";
import {SignedMarketFixture} from "./SignedMarketFixture.sol";

/// @notice A2 a few hours before an expiry: doubt is charged along the delta, and an option's value bends within it.
contract ShortTenorTest is SignedMarketFixture {
  uint256 private constant CALM_VOLATILITY = 0.38e18;
  uint256 private expiry;

  /// @dev A calm market, six hours before an expiry that was opened in good time.
  function setUp() public override {
    super.setUp();
    surface = new VolatilitySurface(
      address(manager),
      _parameters(),
      reporters,
      THRESHOLD,
      IRealisedVolatility(address(0))
    );
    _deliver(CALM_VOLATILITY);
    signedOracle = new PremiumOracle(address(manager), signedFeed, surface, realised, 0.04e18, 0.03e18);
    vault = _signedVault(OptionKind.Put, 4e18, 0.05e18);
    expiry = _expiry(16);
    _deposit(vault, provider, STAKE);
    vault.openExpiry(expiry);
    _passCalm(expiry - 6 hours - 1 minutes - vm.getBlockTimestamp());
  }

  function _passCalm(uint256 time) private {
    _pass(time);
    _setSpot(2000e18);
    _deliver(CALM_VOLATILITY);
  }

  /// @dev The market has fallen by as much as the push feed may not have seen; somebody buys at the old price.
  function test_A2_TradingInsideTheDoubt_SixHoursBeforeExpiry_GainsNothing() public {
    uint256 unseen = signedFeed.read().confidence;
    _assertNoGain(unseen);
  }

  function test_A2_TradingTwoThirdsInsideTheDoubt_SixHoursBeforeExpiry_GainsNothing() public {
    uint256 unseen = signedFeed.read().confidence;
    _assertNoGain((unseen * 2) / 3);
  }

  function _assertNoGain(uint256 unseen) private {
    (uint256[] memory strikes, ) = vault.strikesOf(expiry);
    int256 most = type(int256).min;
    for (uint256 i; i < strikes.length; ++i) {
      uint256 snapshot = vm.snapshotState();
      usdc.mint(attacker, STAKE);
      vm.startPrank(attacker);
      usdc.approve(address(vault), FOREVER);
      try vault.buy(toSeriesId(expiry, strikes[i]), 100e18, FOREVER, attacker, FOREVER) returns (uint256 premium) {
        vm.stopPrank();
        _setSpot((2000e18 * (WAD - unseen)) / WAD);
        _tick();
        int256 gain = vault.assess().value / 1e12 - int256(premium);
        emit log_named_uint("strike", strikes[i] / WAD);
        emit log_named_decimal_uint("premium", premium, 6);
        emit log_named_decimal_int("worth more by", gain, 6);
        if (gain > most) most = gain;
      } catch {
        vm.stopPrank();
      }
      vm.revertToState(snapshot);
    }
    assertLe(most, 0, "an option bought inside the doubt is worth no more than its price");
  }

  // A10

  /// @dev Half an hour and a minute before an expiry at which most of the book lies: the last moment to leave at NAV. The market has
  /// fallen by `unseen`, the feed not yet.
  function _leave(uint256 unseen) private returns (int256 stayersLose, uint256 worth) {
    address informed = makeAddr("informed");
    uint256 shares = _deposit(vault, informed, STAKE / 4);
    (uint256[] memory strikes, ) = vault.strikesOf(expiry);
    uint256 nearest;
    for (uint256 i; i < strikes.length; ++i) if (strikes[i] <= 2000e18) nearest = i;
    SeriesId id = toSeriesId(expiry, strikes[nearest]);
    _buy(vault, buyer, id, _locking(id, 750_000e18));
    _passCalm(expiry - 31 minutes - vm.getBlockTimestamp());
    uint256 fallen = (strikes[nearest] * (WAD - unseen)) / WAD;
    // At the money until now.
    _setSpot(strikes[nearest]);
    _tick();

    uint256 snapshot = vm.snapshotState();
    _setSpot(fallen);
    _tick();
    uint256 stayed = _ofStayers();
    worth = vault.convertToAssets(shares);
    vm.revertToState(snapshot);

    vm.prank(informed);
    vault.redeem(shares, informed, informed);
    _setSpot(fallen);
    _tick();
    stayersLose = int256(stayed) - int256(_ofStayers());
  }

  function _ofStayers() private view returns (uint256) {
    return vault.convertToAssets(vault.balanceOf(provider));
  }

  function test_A10_LeavingInsideTheDoubt_HalfAnHourBeforeExpiry_TakesNothingOfStayers() public {
    (int256 stayersLose, uint256 worth) = _leave(signedFeed.read().confidence);
    emit log_named_decimal_int("stayers lose", stayersLose, 6);
    emit log_named_decimal_uint("the leaver was worth", worth, 6);
    assertLe(stayersLose, 0);
  }

  function test_A10_LeavingTwoThirdsInsideTheDoubt_HalfAnHourBeforeExpiry_TakesNothingOfStayers() public {
    (int256 stayersLose, uint256 worth) = _leave((signedFeed.read().confidence * 2) / 3);
    emit log_named_decimal_int("stayers lose", stayersLose, 6);
    emit log_named_decimal_uint("the leaver was worth", worth, 6);
    assertLe(stayersLose, 0);
  }
}
