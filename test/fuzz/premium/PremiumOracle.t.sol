// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {RiskCapital} from "../../../contracts/premium/RiskCapital.sol";
import {Assessment} from "../../../contracts/types/Assessment.sol";
import {Greeks} from "../../../contracts/types/Greeks.sol";
import {Quote} from "../../../contracts/types/Quote.sol";
import {SurfaceStatus} from "../../../contracts/types/SurfaceStatus.sol";
import {PremiumFixture} from "./PremiumFixture.sol";

contract PremiumOracleFuzz is PremiumFixture {
  modifier randomVault(uint256 seed) {
    setCollateral(seed % 2 == 0 ? OptionKind.Call : OptionKind.Put);
    fillBook(seed);
    _;
  }

  function _series(uint256 pick) private pure returns (uint256 expiry, uint256 strike) {
    return (pick % EXPIRIES, (pick / EXPIRIES) % STRIKES);
  }

  function testFuzz_P3_BuyingInSlices_IsNeverCheaper(
    uint256 seed,
    uint256 pick,
    uint256 first,
    uint256 second
  ) public randomVault(seed) {
    (uint256 expiry, uint256 strike) = _series(pick);
    first = bound(first, 1, 4000);
    second = bound(second, 1, 4000);
    market.setRealised(bound(pick, 0.1e18, 2e18));
    params.stress = bound(seed, 1e18, 3e18);
    Quote memory whole = quote(expiry, strike, int256(first + second));
    Quote memory one = trade(expiry, strike, int256(first));
    Quote memory two = trade(expiry, strike, int256(second));
    assertGe(one.premium + two.premium + slack(), whole.premium, "slices cheaper");
    assertApproxEqAbs(
      int256(two.chargeAfter) - int256(one.chargeBefore),
      int256(whole.chargeAfter) - int256(whole.chargeBefore),
      slack(),
      "potential"
    );
  }

  function testFuzz_P3_SellingInSlices_NeverPaysMore(
    uint256 seed,
    uint256 pick,
    uint256 first,
    uint256 second
  ) public randomVault(seed) {
    (uint256 expiry, uint256 strike) = _series(pick);
    first = bound(first, 1, 2000);
    second = bound(second, 1, 2000);
    setLots(expiry, strike, lotsAt(expiry, strike) + int256(first + second));
    if (pick % 5 == 0) market.setSurface(SurfaceStatus.Stale, bound(pick, 0, 2e18));
    uint256 whole = quote(expiry, strike, -int256(first + second)).premium;
    uint256 one = trade(expiry, strike, -int256(first)).premium;
    uint256 two = trade(expiry, strike, -int256(second)).premium;
    // A sale that would pay nothing is refused by the vault; leaving it out is not slicing.
    if (one != 0 && two != 0) assertLe(one + two, whole + slack());
  }

  function testFuzz_P3_OrderOfTrades_MovesThePotentialAlike(
    uint256 seed,
    uint256 a,
    uint256 b,
    uint256 lots
  ) public randomVault(seed) {
    (uint256 expiryA, uint256 strikeA) = _series(a);
    (uint256 expiryB, uint256 strikeB) = _series(b);
    lots = bound(lots, 1, 3000);
    uint256 snapshot = vm.snapshotState();
    trade(expiryA, strikeA, int256(lots));
    uint256 oneWay = trade(expiryB, strikeB, int256(lots)).chargeAfter;
    vm.revertToState(snapshot);
    trade(expiryB, strikeB, int256(lots));
    assertApproxEqAbs(trade(expiryA, strikeA, int256(lots)).chargeAfter, oneWay, slack());
  }

  /// @dev Random trades of one who ends flat, with a deposit and a withdrawal on the way, in one block.
  function testFuzz_P4_ClosedCycleInABlock_NeverGains(
    uint256 seed,
    uint256[6] memory steps,
    uint256 deposit
  ) public randomVault(seed) {
    params.stress = 1e18;
    deposit = bound(deposit, 0, capital.collateral * 2);
    uint256 shares = 1e24;
    int256 cash;
    int256[12] memory held;
    uint256 mine;
    for (uint256 i; i < steps.length; ++i) {
      if (i == 1) {
        mine = _deposit(deposit, shares);
        cash -= int256(deposit);
      }
      if (i == 4) cash += int256(_withdraw(mine, shares + mine));
      uint256 series = steps[i] % 12;
      int256 lots = int256((steps[i] >> 8) % 1500) + 1;
      if ((steps[i] >> 128) % 3 == 0 && held[series] > 0) lots = -held[series];
      cash -= _cost(series, lots);
      held[series] += lots;
    }
    for (uint256 i; i < 12; ++i) if (held[i] > 0) cash -= _cost(i, -held[i]);
    assertLe(cash, int256(slack() * 20), "a cycle gained");
  }

  function _cost(uint256 series, int256 lots) private returns (int256) {
    int256 premium = int256(trade(series / STRIKES, series % STRIKES, lots).premium);
    return lots > 0 ? premium : -premium;
  }

  /// @dev A deposit at NAV + band, the risk charge at E_dep. E stays.
  function _deposit(uint256 assets, uint256 supply) private returns (uint256 shares) {
    Assessment memory a = assess();
    vm.assume(a.nav > int256(capital.collateral / 10));
    uint256 price = capital.collateral + a.band - uint256(a.value) - a.depositCharge;
    uint256 free = capital.collateral > a.lock ? capital.collateral - a.lock : 0;
    shares = (assets * supply) / (price > free ? price : free);
    capital.collateral += assets;
    capital.actual += assets;
    capital.fresh += int256(assets);
  }

  /// @dev A withdrawal at NAV − band that bears the rise of R at E_low. E stays.
  function _withdraw(uint256 shares, uint256 supply) private returns (uint256 assets) {
    Assessment memory a = assess();
    vm.assume(a.nav > int256(a.band));
    uint256 gross = (shares * (uint256(a.nav) - a.band)) / supply;
    (uint256 move, uint256 rent) = oracle.chargeAt(a.sums, params, RiskCapital.low(a.capital, gross));
    uint256 before = a.moveCharge + a.rentCharge;
    uint256 burden = move + rent > before ? move + rent - before : 0;
    assets = gross > burden ? gross - burden : 0;
    capital.collateral -= assets;
    capital.actual = capital.actual > assets ? capital.actual - assets : 0;
    capital.fresh -= int256(assets);
  }

  function testFuzz_P5_Ask_IsPositiveAndAtLeastIntrinsic(
    uint256 seed,
    uint256 expiry,
    uint256 strike,
    uint256 quantity
  ) public randomVault(seed) {
    quantity = bound(quantity, 1, 1e24);
    strike = bound(strike, 1e18, 100_000e18);
    Quote memory asked = quoteOf(expiryAt(expiry % EXPIRIES), strike, int256(quantity));
    assertGt(asked.premium, 0);
    if (kind == OptionKind.Put && strike > asked.forward) {
      assertGe(asked.premium * 1e18, (quantity * (strike - asked.forward)) / 1.01e18);
    }
    assertGe(asked.premium, asked.fair);
  }

  function testFuzz_BidIsAtMostAsk(uint256 seed, uint256 pick, uint256 lots) public randomVault(seed) {
    (uint256 expiry, uint256 strike) = _series(pick);
    lots = bound(lots, 1, 3000);
    setLots(expiry, strike, lotsAt(expiry, strike) + int256(lots));
    if (pick % 7 == 0) market.setSurface(SurfaceStatus.Stale, 0.2e18);
    assertLe(quote(expiry, strike, -int256(lots)).premium, quote(expiry, strike, int256(lots)).premium);
  }

  function testFuzz_SellingBack_IsPaidForTheRiskItSaves(
    uint256 seed,
    uint256 pick,
    uint256 lots
  ) public randomVault(seed) {
    (uint256 expiry, uint256 strike) = _series(pick);
    lots = bound(lots, 1, 3000);
    setLots(expiry, strike, lotsAt(expiry, strike) + int256(lots));
    Quote memory sold = quote(expiry, strike, -int256(lots));
    assertLe(sold.chargeAfter, sold.chargeBefore + slack());
    // Fees above what the option is worth: a price of zero, which the vault refuses.
    if (sold.premium + sold.clamp == 0) return;
    uint256 saved = sold.chargeBefore + slack() - sold.chargeAfter;
    assertApproxEqAbs(sold.premium + sold.clamp + sold.fee, sold.fair + saved, 2 * slack());
  }

  function testFuzz_S3_Trade_MovesNavByItsFeeAlone(uint256 seed, uint256 pick, uint256 lots) public randomVault(seed) {
    (uint256 expiry, uint256 strike) = _series(pick);
    lots = bound(lots, 1, 3000);
    int256 before = assess().nav;
    Quote memory bought = trade(expiry, strike, int256(lots));
    int256 later = assess().nav;
    assertApproxEqAbs(later - before, int256(bought.fee + bought.clamp), slack(), "buy");
    Quote memory sold = trade(expiry, strike, -int256(lots));
    // Where fees exceed what the option is worth the price is zero, and the rest of them was not paid.
    if (sold.premium + sold.clamp == 0) return;
    assertApproxEqAbs(assess().nav - later, int256(sold.fee + sold.clamp), slack(), "sell");
  }

  function testFuzz_Stress_TouchesNeitherBidsNorNav(
    uint256 seed,
    uint256 pick,
    uint256 stress
  ) public randomVault(seed) {
    (uint256 expiry, uint256 strike) = _series(pick);
    setLots(expiry, strike, lotsAt(expiry, strike) + 100);
    int256 nav = assess().nav;
    uint256 bid = quote(expiry, strike, -100).premium;
    uint256 ask = quote(expiry, strike, 100).premium;
    params.stress = bound(stress, 1e18, 5e18);
    market.setRealised(3e18);
    assertEq(assess().nav, nav);
    assertEq(quote(expiry, strike, -100).premium, bid);
    assertGe(quote(expiry, strike, 100).premium, ask);
  }

  function testFuzz_Insolvent_IsStillAssessed(
    uint256 seed,
    uint128 collateral,
    uint128 riskCapital,
    uint96 spot,
    uint32 later
  ) public randomVault(seed) {
    setCapital(uint256(collateral) >> (seed % 128));
    capital.riskCapital = uint256(riskCapital) >> (seed % 111);
    capital.fresh = int256(uint256(riskCapital)) - int256(uint256(collateral));
    vm.warp(NOW + later);
    market.setSpot(bound(spot, 1e12, 1e26), 0.002e18);
    Assessment memory a = assess();
    assertLe(a.lowCapital, a.capital.riskCapital, "E_low <= E");
    assertGe(a.depositCapital, a.capital.riskCapital, "E_dep >= E");
    assertEq(a.nav, int256(capital.collateral) - a.value - int256(a.moveCharge + a.rentCharge));
  }

  /// @dev One option at a time, added up here, against the one pass: a book has the Greeks of what it owes, turned round.
  function testFuzz_Greeks_OfABookAreThoseOfItsOptionsTurnedRound(uint256 seed, bool isCall) public {
    setCollateral(isCall ? OptionKind.Call : OptionKind.Put);
    fillBook(seed);
    int256[5] memory sums;
    for (uint256 i; i < EXPIRIES * STRIKES; ++i) {
      (uint256 e, uint256 k) = (i / STRIKES, i % STRIKES);
      int256 amount = lotsAt(e, k) * int256(LOT);
      (, , , Greeks memory one) = oracle.option(kind, expiryAt(e), strikeAt(k));
      int256[5] memory parts = [one.delta, one.gamma, one.vega, one.theta, one.rho];
      for (uint256 j; j < 5; ++j) sums[j] -= (parts[j] * amount) / int256(WAD);
    }
    Greeks memory book_ = assess().greeks;
    int256[5] memory held = [book_.delta, book_.gamma, book_.vega, book_.theta, book_.rho];
    for (uint256 j; j < 5; ++j) assertApproxEqAbs(held[j], sums[j], 1e10);
  }
}
