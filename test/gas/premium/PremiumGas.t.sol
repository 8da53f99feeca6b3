// SPDX-License-Identifier: MIT
pragma solidity 0.8.33;

import {Test} from "forge-std/Test.sol";

import {IPriceFeed} from "../../../contracts/interfaces/IPriceFeed.sol";
import {IRealisedVolatility} from "../../../contracts/interfaces/IRealisedVolatility.sol";
import {IVolatilitySurface} from "../../../contracts/interfaces/IVolatilitySurface.sol";
import {PremiumOracle} from "../../../contracts/premium/PremiumOracle.sol";
import {Book, expiryHeader, withEntry} from "../../../contracts/types/Book.sol";
import {Capital} from "../../../contracts/types/Capital.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {RiskParams} from "../../../contracts/types/RiskParams.sol";
import {SurfaceStatus} from "../../../contracts/types/SurfaceStatus.sol";
import {SviParams} from "../../../contracts/types/SviSlice.sol";
import {Trade} from "../../../contracts/types/Trade.sol";
import {FixedMarket} from "../../mocks/FixedMarket.sol";

/// @notice What the oracle itself costs, feed and surface being storage reads. The whole of a vault's call is measured where
/// the vault is.
contract PremiumGas is Test {
  uint256 private constant NOW = 1_800_000_000;

  FixedMarket private market;
  PremiumOracle private oracle;
  Capital private capital = Capital(1_000_000e18, 900_000e18, NOW - 1 hours);
  RiskParams private params = RiskParams(
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
  Trade private trade;

  function setUp() public {
    vm.warp(NOW);
    market = new FixedMarket();
    market.setSpot(2000e18, 0.002e18);
    market.setSurface(SurfaceStatus.Fresh, 0.01e18);
    market.setRealised(0.5e18);
    (IPriceFeed feed, IVolatilitySurface surface, IRealisedVolatility realised) = market.parts();
    oracle = new PremiumOracle(address(this), feed, surface, realised, 0, 0);
  }

  /// @dev Strikes from 1700 in steps of 50, 10 options short of each, expiries a week apart.
  function _book(uint256 expiries, uint256 strikes) private returns (Book memory book) {
    book.quads = new uint256[](expiries * ((strikes + 3) / 4));
    (book.tickSize, book.lotSize) = (10e18, 0.01e18);
    for (uint256 i; i < expiries; ++i) {
      uint256 expiry = (NOW / 1 days) * 1 days + 8 hours + (i + 1) * 7 days;
      trade.expiry = expiry;
      uint256 year = 365 days;
      int256 scale = int256(((expiry - NOW) * 1e12) / year);
      market.setSlice(expiry, SviParams((scale * 30) / 100, uint256(scale) / 5, -0.3e12, 0.02e12, 0.2e12));
      book.expiries |= expiryHeader(expiry, strikes) << (32 * i);
      for (uint256 j; j < strikes; ++j) {
        uint256 at = i * ((strikes + 3) / 4) + j / 4;
        book.quads[at] = withEntry(book.quads[at], j % 4, 170 + 5 * j, 1000);
      }
    }
  }

  function test_Quote() public {
    Book memory book = _book(2, 4);
    trade.strike = 1800e18;
    trade.quantity = 5e18;
    oracle.quote(OptionKind.Put, book, capital, params, trade);
    oracle.quote(OptionKind.Put, book, capital, params, trade);
    vm.snapshotGasLastCall("premium", "premium.quote.oracle");
  }

  function test_Sell() public {
    Book memory book = _book(2, 4);
    trade.strike = 1800e18;
    trade.quantity = -5e18;
    oracle.quote(OptionKind.Call, book, capital, params, trade);
    oracle.quote(OptionKind.Call, book, capital, params, trade);
    vm.snapshotGasLastCall("premium", "premium.quoteSell.oracle");
  }

  function test_Assess8() public {
    Book memory book = _book(2, 4);
    oracle.assess(OptionKind.Put, book, capital, params);
    oracle.assess(OptionKind.Put, book, capital, params);
    vm.snapshotGasLastCall("premium", "premium.book8.oracle");
  }

  function test_Assess64() public {
    Book memory book = _book(8, 8);
    oracle.assess(OptionKind.Put, book, capital, params);
    oracle.assess(OptionKind.Put, book, capital, params);
    vm.snapshotGasLastCall("premium", "premium.book64.oracle");
  }

  function test_World() public {
    Book memory book = _book(8, 8);
    market.curvesFor(book.expiries);
    market.curvesFor(book.expiries);
    vm.snapshotGasLastCall("premium", "premium.world.curves8");
  }

  function test_WorldFeed() public {
    market.read();
    market.read();
    vm.snapshotGasLastCall("premium", "premium.world.feed");
  }
}
