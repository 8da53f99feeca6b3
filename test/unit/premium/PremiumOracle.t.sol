// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";

import {Roles} from "../../../contracts/governance/Roles.sol";
import {IPremiumOracle} from "../../../contracts/interfaces/IPremiumOracle.sol";
import {IPriceFeed} from "../../../contracts/interfaces/IPriceFeed.sol";
import {IRealisedVolatility} from "../../../contracts/interfaces/IRealisedVolatility.sol";
import {IVolatilitySurface} from "../../../contracts/interfaces/IVolatilitySurface.sol";
import {PremiumOracle} from "../../../contracts/premium/PremiumOracle.sol";
import {Assessment} from "../../../contracts/types/Assessment.sol";
import {Book} from "../../../contracts/types/Book.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {Quote} from "../../../contracts/types/Quote.sol";
import {SurfaceStatus} from "../../../contracts/types/SurfaceStatus.sol";
import {Trade} from "../../../contracts/types/Trade.sol";
import {PremiumFixture} from "../../fuzz/premium/PremiumFixture.sol";

contract PremiumOracleTest is PremiumFixture {
  address private governor = makeAddr("governor");

  function _trade(uint256 expiry, uint256 strike, int256 quantity) private view {
    Trade[] memory legs = new Trade[](1);
    legs[0] = Trade(expiry, strike, quantity);
    oracle.quote(kind, book, capital, params, legs);
  }

  function test_Quote_RevertWhen_NoLegsOrTooMany() public {
    vm.expectRevert(abi.encodeWithSelector(IPremiumOracle.LegsOutOfRange.selector, 0, 8));
    oracle.quote(kind, book, capital, params, new Trade[](0));
    vm.expectRevert(abi.encodeWithSelector(IPremiumOracle.LegsOutOfRange.selector, 9, 8));
    oracle.quote(kind, book, capital, params, new Trade[](9));
  }

  // ---- bad input

  function test_Quote_RevertWhen_ExpiryIsNotInTheBook() public {
    vm.expectRevert(abi.encodeWithSelector(IPremiumOracle.ExpiryNotInBook.selector, NOW + 5 days));
    _trade(NOW + 5 days, 1900e18, 1e18);
  }

  function test_Quote_RevertWhen_QuantityIsHuge() public {
    int256 huge = int256(uint256(type(uint96).max)) + 1;
    vm.expectRevert(
      abi.encodeWithSelector(IPremiumOracle.QuantityOutOfRange.selector, type(int256).min, type(uint96).max)
    );
    _trade(expiryAt(0), 1900e18, type(int256).min);
    vm.expectRevert(abi.encodeWithSelector(IPremiumOracle.QuantityOutOfRange.selector, huge, type(uint96).max));
    _trade(expiryAt(0), 1900e18, huge);
    _trade(expiryAt(0), 1900e18, huge - 1);
    _trade(expiryAt(0), type(uint96).max, huge - 1);
  }

  function test_Quote_RevertWhen_StrikeIsZeroOrHuge() public {
    vm.expectRevert(abi.encodeWithSelector(IPremiumOracle.PriceOutOfRange.selector, 0, type(uint96).max));
    _trade(expiryAt(0), 0, 1e18);
    vm.expectRevert(abi.encodeWithSelector(IPremiumOracle.PriceOutOfRange.selector, 1 << 96, type(uint96).max));
    _trade(expiryAt(0), 1 << 96, 1e18);
  }

  function test_Assess_RevertWhen_SpotIsOutOfRange() public {
    market.setSpot(1e6 - 1, 0);
    vm.expectRevert(abi.encodeWithSelector(IPremiumOracle.PriceOutOfRange.selector, 1e6 - 1, type(uint96).max));
    assess();
  }

  function test_Assess_RevertWhen_TickOrLotSizeIsOutOfRange() public {
    book.tickSize = 0;
    vm.expectPartialRevert(IPremiumOracle.SizeOutOfRange.selector);
    assess();
    (book.tickSize, book.lotSize) = (TICK, 1 << 64);
    vm.expectPartialRevert(IPremiumOracle.SizeOutOfRange.selector);
    assess();
    // A tick of 2^72 is the largest whose 2^24th strike is still a price.
    (book.tickSize, book.lotSize) = (type(uint96).max >> 24, LOT);
    assess();
    ++book.tickSize;
    vm.expectPartialRevert(IPremiumOracle.SizeOutOfRange.selector);
    assess();
  }

  function test_VolOfVol_CountsUpToItsBound() public {
    fillBook(1);
    params.volOfVol = type(uint96).max;
    Assessment memory most = assess();
    params.volOfVol = type(uint128).max;
    assertEq(assess().moveCharge, most.moveCharge);
  }

  function test_Option_RevertWhen_ExpiryIsTooFar() public {
    uint256 tenor = 20 * 365 days + 1;
    vm.expectRevert(abi.encodeWithSelector(IPremiumOracle.TenorOutOfRange.selector, tenor, 20 * 365 days));
    oracle.option(kind, NOW + tenor, 1900e18);
  }

  // ---- states

  function test_EmptyVault_IsWorthItsCollateral() public view {
    Assessment memory a = assess();
    assertEq(a.value, 0);
    assertEq(a.moveCharge + a.rentCharge + a.lock + a.band, 0);
    assertEq(a.nav, int256(capital.collateral));
  }

  function test_NoExpiries_IsAssessed() public view {
    Book memory empty;
    (empty.tickSize, empty.lotSize) = (TICK, LOT);
    Assessment memory a = oracle.assess(kind, empty, capital, params);
    assertEq(a.nav, int256(capital.collateral));
    assertEq(a.spotConfidence, 0.002e18);
  }

  function test_AtExpiry_IsIntrinsicAndChargesNothing() public {
    setLots(0, 3, 1000);
    vm.warp(expiryAt(0));
    Assessment memory a = assess();
    assertApproxEqAbs(a.value, 10 * 300e18, 100, "value");
    assertEq(a.greeks.vega, 0);
    assertEq(a.greeks.theta, 0);
    assertEq(a.moveCharge + a.rentCharge, 0);
    assertEq(a.lock, 10 * 2300e18);
  }

  function test_RiskFadesOut_TowardsExpiry() public {
    setLots(0, 1, 2000);
    uint256 last = type(uint256).max;
    for (uint256 i = 1; i <= 6; ++i) {
      vm.warp(expiryAt(0) - 6 hours / (4 ** i));
      Assessment memory a = assess();
      assertLt(a.rentCharge, last);
      last = a.rentCharge;
    }
    assertLt(last, capital.collateral / 1e9);
  }

  function test_SellingOnStaleSurface_IsPricedAtLessVolatility() public {
    setLots(1, 1, 500);
    Quote memory fresh = quote(1, 1, -500);
    market.setSurface(SurfaceStatus.Stale, 0.2e18);
    Quote memory stale = quote(1, 1, -500);
    assertLt(stale.premium, fresh.premium);
    market.setSurface(SurfaceStatus.Stale, 5e18);
    assertLe(quote(1, 1, -500).premium, stale.premium);
  }

  function test_GuardedVault_CountsConfidenceTwiceInWhatIsBoughtAlone() public {
    setLots(1, 1, 500);
    uint256 band = assess().band;
    uint256 ask = quote(1, 1, 100).premium;
    uint256 bid = quote(1, 1, -100).premium;
    params.confidenceFactor = 2e18;
    assertEq(assess().band, band, "nobody's way out");
    assertGt(quote(1, 1, 100).premium, ask);
    assertEq(quote(1, 1, -100).premium, bid, "nor a sale");
    params.confidenceFactor = 0;
    assertEq(quote(1, 1, 100).premium, ask);
  }

  function test_RealisedVolatility_RaisesAsksOnly() public {
    params.riskAversion = 0;
    params.capacityRent = 0;
    setLots(1, 1, 500);
    Quote memory calm = quote(1, 1, 100);
    uint256 bid = quote(1, 1, -100).premium;
    market.setRealised(1.5e18);
    Quote memory stormy = quote(1, 1, 100);
    assertEq(stormy.fair, calm.fair);
    assertEq(stormy.clamp, stormy.premium - calm.premium);
    assertGt(stormy.premium, calm.premium);
    assertEq(quote(1, 1, -100).premium, bid);
  }

  function test_Sale_PaysAtMostTheLockItFrees() public {
    kind = OptionKind.Call;
    setCapital(1000e18);
    setLots(1, 0, 50_000);
    market.setSpot(1_000_000e18, 0.0001e18);
    assertLe(quote(1, 0, -50_000).premium, 500e18, "what 500 calls lock");
  }

  function test_ZeroQuantity_CostsNothing() public view {
    assertEq(quote(1, 1, 0).premium, 0);
  }

  function test_UnlistedStrike_IsQuotedAsListedOnesAre() public view {
    Quote memory between = quoteOf(expiryAt(1), 1805e18, 1e18);
    assertGt(between.fair, quote(1, 0, 100).fair);
    assertLt(between.fair, quote(1, 1, 100).fair);
  }

  function test_ForwardAndVolatility() public view {
    (uint256 forward, uint256 volatility) = oracle.forwardAndVolatility(expiryAt(2));
    // 2000·e^(0.03·τ)
    uint256 tenor = expiryAt(2) - NOW;
    assertApproxEqRel(forward, 2000e18 + (2000e18 * 3 * tenor) / (100 * 365 days), 1e13);
    assertApproxEqRel(volatility, 0.583e18, 0.01e18);
  }

  // ---- rates

  function _managed() private returns (PremiumOracle managed) {
    AccessManager manager = new AccessManager(address(this));
    (IPriceFeed feed, IVolatilitySurface surface, IRealisedVolatility realised) = market.parts();
    managed = new PremiumOracle(address(manager), feed, surface, realised, 0.04e18, 0.01e18);
    bytes4[] memory selectors = new bytes4[](1);
    selectors[0] = IPremiumOracle.scheduleRates.selector;
    manager.setTargetFunctionRole(address(managed), selectors, Roles.GOVERNOR);
    manager.grantRole(Roles.GOVERNOR, governor, 0);
  }

  function test_Rates_MoveLinearlyOverTheRamp() public {
    PremiumOracle managed = _managed();
    vm.prank(governor);
    vm.expectEmit(address(managed));
    emit IPremiumOracle.RatesScheduled(0.05e18, 0, NOW, NOW + 2 days);
    managed.scheduleRates(0.05e18, 0, 2 days);
    _assertRates(managed, 0.04e18, 0.01e18);
    vm.warp(NOW + 1 days);
    _assertRates(managed, 0.045e18, 0.005e18);
    vm.warp(NOW + 9 days);
    _assertRates(managed, 0.05e18, 0);
    vm.prank(governor);
    managed.scheduleRates(0.04e18, 0.01e18, 1 days);
    _assertRates(managed, 0.05e18, 0);
    vm.warp(NOW + 10 days);
    _assertRates(managed, 0.04e18, 0.01e18);
  }

  function test_G4_Rates_RevertWhen_ARampIsTooSteep() public {
    PremiumOracle managed = _managed();
    vm.startPrank(governor);
    // One point either way.
    _expectTooSteep(0.04e18, 0.05e18 + 1e6);
    managed.scheduleRates(0.05e18 + 1e6, 0.01e18, 1 days);
    _expectTooSteep(0.04e18, 0.03e18 - 1e6);
    managed.scheduleRates(0.03e18 - 1e6, 0.01e18, 1 days);
    _expectTooSteep(0.01e18, 0.02e18 + 1e6);
    managed.scheduleRates(0.04e18, 0.02e18 + 1e6, 1 days);
    managed.scheduleRates(0.03e18, 0.02e18, 1 days);
  }

  function test_G4_Rates_RevertWhen_TheLastRampEndedLessThanSevenDaysAgo() public {
    PremiumOracle managed = _managed();
    vm.startPrank(governor);
    managed.scheduleRates(0.05e18, 0.01e18, 30 days);
    for (uint256 day = 1; day < 37; day += 5) {
      vm.warp(NOW + day * 1 days);
      vm.expectRevert(abi.encodeWithSelector(IPremiumOracle.RampTooSoon.selector, NOW + 37 days));
      managed.scheduleRates(0.05e18, 0.01e18, 1 days);
    }
    vm.warp(NOW + 37 days - 1);
    vm.expectRevert(abi.encodeWithSelector(IPremiumOracle.RampTooSoon.selector, NOW + 37 days));
    managed.scheduleRates(0.06e18, 0.01e18, 1 days);
    vm.warp(NOW + 37 days);
    managed.scheduleRates(0.06e18, 0.01e18, 1 days);
  }

  function _expectTooSteep(uint256 current, uint256 target) private {
    vm.expectRevert(abi.encodeWithSelector(IPremiumOracle.RampTooSteep.selector, current, target));
  }

  function _assertRates(PremiumOracle managed, uint256 rate, uint256 yield) private view {
    (uint256 r, uint256 y) = managed.rates();
    assertEq(r, rate);
    assertEq(y, yield);
  }

  function test_G1_Rates_RevertWhen_CallerIsNotGovernor() public {
    PremiumOracle managed = _managed();
    vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, address(this)));
    managed.scheduleRates(0, 0, 1 days);
  }

  function test_G2_Rates_RevertWhen_OutOfBounds() public {
    PremiumOracle managed = _managed();
    vm.startPrank(governor);
    vm.expectRevert(abi.encodeWithSelector(IPremiumOracle.RateOutOfBounds.selector, 0.5e18 + 1e6, 0.5e18));
    managed.scheduleRates(0.5e18 + 1e6, 0, 1 days);
    vm.expectRevert(abi.encodeWithSelector(IPremiumOracle.RateOutOfBounds.selector, 1e6 + 1, 0.5e18));
    managed.scheduleRates(0, 1e6 + 1, 1 days);
    vm.expectPartialRevert(IPremiumOracle.RampDurationOutOfBounds.selector);
    managed.scheduleRates(0, 0, 1 days - 1);
    vm.expectPartialRevert(IPremiumOracle.RampDurationOutOfBounds.selector);
    managed.scheduleRates(0, 0, 365 days + 1);
  }

  function test_Constructor_RevertWhen_AnAddressIsZero() public {
    (IPriceFeed feed, IVolatilitySurface surface, IRealisedVolatility realised) = market.parts();
    vm.expectRevert(IPremiumOracle.ZeroAddress.selector);
    new PremiumOracle(address(0), feed, surface, realised, 0, 0);
    vm.expectRevert(IPremiumOracle.ZeroAddress.selector);
    new PremiumOracle(address(this), IPriceFeed(address(0)), surface, realised, 0, 0);
  }
}
