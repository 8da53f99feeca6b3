// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {IPriceFeed} from "../../../contracts/interfaces/IPriceFeed.sol";
import {IRealisedVolatility} from "../../../contracts/interfaces/IRealisedVolatility.sol";
import {IVolatilitySurface} from "../../../contracts/interfaces/IVolatilitySurface.sol";
import {PremiumOracle} from "../../../contracts/premium/PremiumOracle.sol";
import {Assessment} from "../../../contracts/types/Assessment.sol";
import {Book, entryAt, expiryHeader, headerAt, withEntry} from "../../../contracts/types/Book.sol";
import {Capital} from "../../../contracts/types/Capital.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {Quote, toQuote} from "../../../contracts/types/Quote.sol";
import {RiskParams} from "../../../contracts/types/RiskParams.sol";
import {SurfaceStatus} from "../../../contracts/types/SurfaceStatus.sol";
import {SviParams} from "../../../contracts/types/SviSlice.sol";
import {Trade} from "../../../contracts/types/Trade.sol";
import {FixedMarket} from "../../mocks/FixedMarket.sol";

/// @notice A market and a book that tests carry themselves: what a vault does, without one.
abstract contract PremiumFixture is Test {
  uint256 internal constant NOW = 1_800_000_000;
  uint256 internal constant WAD = 1e18;
  uint256 internal constant EXPIRIES = 3;
  uint256 internal constant STRIKES = 4;
  uint256 internal constant LOT = 0.01e18;
  uint256 internal constant TICK = 10e18;
  uint256 internal constant SPOT = 2000e18;

  FixedMarket internal market;
  PremiumOracle internal oracle;
  Book internal book;
  Capital internal capital;
  RiskParams internal params = RiskParams(
    6e18,
    0.1e18,
    0.8e18,
    -0.5e18,
    1 days,
    0.0003e18,
    0.125e18,
    0.1e18,
    0.0005e18,
    1e18,
    1e18
  );
  OptionKind internal kind = OptionKind.Put;

  function setUp() public virtual {
    vm.warp(NOW);
    market = new FixedMarket();
    market.setSpot(SPOT, 0.002e18);
    market.setSurface(SurfaceStatus.Fresh, 0.01e18);
    market.setRealised(0.5e18);
    (IPriceFeed feed, IVolatilitySurface surface, IRealisedVolatility realised) = market.parts();
    oracle = new PremiumOracle(address(this), feed, surface, realised, 0.04e18, 0.01e18);
    (book.tickSize, book.lotSize) = (TICK, LOT);
    for (uint256 i; i < EXPIRIES; ++i) {
      book.expiries |= expiryHeader(expiryAt(i), STRIKES) << (32 * i);
      book.quads.push(0);
      int256 scale = int256(((expiryAt(i) - NOW) * 1e12) / uint256(365 days));
      market.setSlice(expiryAt(i), SviParams((scale * 30) / 100, uint256(scale) / 5, -0.3e12, 0.02e12, 0.2e12));
      for (uint256 j; j < STRIKES; ++j) book.quads[i] = withEntry(book.quads[i], j, strikeAt(j) / TICK, 0);
    }
    setCollateral(kind);
  }

  /// @dev The same worth of collateral in either unit.
  function setCollateral(OptionKind kind_) internal {
    kind = kind_;
    uint256 units = kind_ == OptionKind.Call ? 500e18 : 1_000_000e18;
    capital = restedAt(units, NOW);
  }

  /// @dev A vault at rest: E has followed, nothing flows, nothing is claimed.
  function restedAt(uint256 units, uint256 time) internal pure returns (Capital memory rested) {
    (rested.collateral, rested.riskCapital, rested.actual) = (units, units, units);
    (rested.doublingBase, rested.updatedAt) = (1e18, time);
  }

  /// @dev E, a, C at which the book is charged alike: what a test says of E it says of all.
  function setCapital(uint256 units) internal {
    (capital.collateral, capital.riskCapital, capital.actual) = (units, units, units);
  }

  /// @dev Half a day, a week and a month ahead, at 08:00.
  function expiryAt(uint256 index) internal pure returns (uint256) {
    uint256 days_ =
      index == 0
        ? 1
        : index == 1
          ? 7
          : 30;
    return (NOW / 1 days + days_) * 1 days + 8 hours;
  }

  function strikeAt(uint256 index) internal pure returns (uint256) {
    return 1700e18 + index * 200e18;
  }

  function lotsAt(uint256 expiry, uint256 strike) internal view returns (int256 lots) {
    (, lots) = entryAt(book.quads[expiry], strike);
  }

  function setLots(uint256 expiry, uint256 strike, int256 lots) internal {
    book.quads[expiry] = withEntry(book.quads[expiry], strike, strikeAt(strike) / TICK, lots);
  }

  /// @dev Up to 90 % of the collateral locked in all, spread at random.
  function fillBook(uint256 seed) internal {
    uint256 series = EXPIRIES * STRIKES;
    for (uint256 i; i < series; ++i) {
      uint256 draw = uint256(keccak256(abi.encode(seed, i)));
      uint256 most = kind == OptionKind.Call ? capital.collateral / LOT : (capital.collateral * WAD) / 2300e18 / LOT;
      uint256 lots = draw % 4 == 0 ? 0 : ((draw >> 8) % ((most * 9) / 10 / series));
      setLots(i / STRIKES, i % STRIKES, int256(lots));
    }
  }

  function quote(uint256 expiry, uint256 strike, int256 lots) internal view returns (Quote memory) {
    return quoteOf(expiryAt(expiry), strikeAt(strike), lots * int256(LOT));
  }

  /// @dev An order of one leg.
  function quoteOf(uint256 expiry, uint256 strike, int256 quantity) internal view returns (Quote memory) {
    Trade[] memory legs = new Trade[](1);
    legs[0] = Trade(expiry, strike, quantity);
    return toQuote(oracle.quote(kind, book, capital, params, legs), quantity > 0);
  }

  /// @dev Trades as a vault would: the premium moves C, the book takes the lots, E stays.
  function trade(uint256 expiry, uint256 strike, int256 lots) internal returns (Quote memory done) {
    done = quote(expiry, strike, lots);
    if (lots > 0) capital.collateral += done.premium;
    else capital.collateral -= done.premium;
    setLots(expiry, strike, lotsAt(expiry, strike) + lots);
  }

  function assess() internal view returns (Assessment memory) {
    return oracle.assess(kind, book, capital, params);
  }

  /// @dev Rounding of R over a few quotes: its logarithm is good to 2e-19 of E.
  function slack() internal view returns (uint256) {
    return capital.riskCapital / 1e16 + 1e4;
  }

  function headerCount() internal view returns (uint256 count) {
    for (uint256 expiry; count < 8; ++count) {
      (expiry, ) = headerAt(book.expiries, count);
      if (expiry == 0) break;
    }
  }
}
