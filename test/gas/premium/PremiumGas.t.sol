// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SettableAggregator} from "../../../contracts/devnet/SettableAggregator.sol";
import {MarketFeed} from "../../../contracts/feeds/MarketFeed.sol";
import {PriceFeed} from "../../../contracts/feeds/PriceFeed.sol";
import {RealisedVolatility} from "../../../contracts/feeds/RealisedVolatility.sol";
import {ChainlinkSource} from "../../../contracts/feeds/adapters/ChainlinkSource.sol";
import {IVolatilitySurface} from "../../../contracts/interfaces/IVolatilitySurface.sol";
import {PremiumOracle} from "../../../contracts/premium/PremiumOracle.sol";
import {AggregatorConfig} from "../../../contracts/types/AggregatorConfig.sol";
import {Book, expiryHeader, withEntry} from "../../../contracts/types/Book.sol";
import {Capital} from "../../../contracts/types/Capital.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {RiskParams} from "../../../contracts/types/RiskParams.sol";
import {SviSlice} from "../../../contracts/types/SviSlice.sol";
import {Trade} from "../../../contracts/types/Trade.sol";
import {SurfaceFixture} from "../../mocks/SurfaceFixture.sol";

/// @notice Gas of the oracle's calls with everything warm, the real feed (one aggregator) and the real surface included. What it
/// costs cold, from a vault's storage, is measured where the vault is (`scripts/gas`).
contract PremiumGasTest is SurfaceFixture {
  uint256 private constant RATE = 0.04e18;
  uint256 private constant YIELD = 0.03e18;
  uint256 private constant EXPIRIES = 8;

  PremiumOracle private oracle;
  Capital private capital;
  RiskParams private params = RiskParams(
    8e18,
    0.15e18,
    1e18,
    -0.3e18,
    1 days,
    0.0003e18,
    0.125e18,
    0.1e18,
    0.0003e18,
    1e18,
    1e18
  );

  function setUp() public override {
    super.setUp();
    SettableAggregator aggregator = new SettableAggregator(8, "ETH / USD", 2000e8, address(this));
    AggregatorConfig memory terms = AggregatorConfig(address(aggregator), 25 hours, 0, type(int128).max);
    address[] memory sources = new address[](1);
    sources[0] = address(new ChainlinkSource(terms, 0.005e18));
    MarketFeed feed = new MarketFeed(
      PriceFeed.Config(sources, 1, 0.02e18, 0.001e18, address(0), 0, address(0)),
      RealisedVolatility.EstimatorConfig(address(0), 0.65e18, 1 days, 5 minutes, 5e18)
    );
    oracle = new PremiumOracle(address(manager), feed, surface, feed, RATE, YIELD);
    _submit(_wholeSurface());
    _nextBlock();
    _pass(10 minutes);
    capital.collateral = capital.actual = 1_000_000e18;
    capital.riskCapital = 900_000e18;
    capital.doublingBase = 10_000e18;
    capital.updatedAt = vm.getBlockTimestamp() - 1 hours;
  }

  function _wholeSurface() private returns (IVolatilitySurface.Report memory report) {
    report = _report(0.8e18);
    report.expiries = new uint256[](EXPIRIES);
    report.slices = new SviSlice[](EXPIRIES);
    for (uint256 i = 0; i < EXPIRIES; ++i) {
      report.expiries[i] = _expiry(i + 1);
      report.slices[i] = _slice(0.8e18, report.expiries[i] - report.observedAt);
    }
  }

  /// @dev Strikes from 1700 in steps of 50, 10 options short of each, on the coming days.
  function _book(uint256 expiries, uint256 strikes) private pure returns (Book memory book) {
    book.quads = new uint256[](expiries * ((strikes + 3) / 4));
    (book.tickSize, book.lotSize) = (10e18, 0.01e18);
    for (uint256 i; i < expiries; ++i) {
      book.expiries |= expiryHeader(_expiry(i + 1), strikes) << (32 * i);
      for (uint256 j; j < strikes; ++j) {
        uint256 quad = i * ((strikes + 3) / 4) + j / 4;
        book.quads[quad] = withEntry(book.quads[quad], j % 4, 170 + 5 * j, 1000);
      }
    }
  }

  function test_Gas_Quote() public {
    _quoteTwice(_legs(5e18));
    _record("premium.quote");
  }

  function test_Gas_QuoteOfSale() public {
    _quoteTwice(_legs(-5e18));
    _record("premium.quoteOfSale");
  }

  /// @dev The second is warm.
  function _quoteTwice(Trade[] memory legs) private view {
    Book memory book = _book(2, 4);
    oracle.quote(OptionKind.Put, book, capital, params, legs);
    oracle.quote(OptionKind.Put, book, capital, params, legs);
  }

  function _legs(int256 quantity) private pure returns (Trade[] memory legs) {
    legs = new Trade[](1);
    legs[0] = Trade(_expiry(2), 1800e18, quantity);
  }

  function test_Gas_Assess8() public {
    Book memory book = _book(2, 4);
    oracle.assess(OptionKind.Put, book, capital, params);
    oracle.assess(OptionKind.Put, book, capital, params);
    _record("premium.assess8");
  }

  function test_Gas_Assess64() public {
    Book memory book = _book(8, 8);
    oracle.assess(OptionKind.Put, book, capital, params);
    oracle.assess(OptionKind.Put, book, capital, params);
    _record("premium.assess64");
  }

  function _record(string memory name) private {
    emit log_named_uint(name, vm.lastCallGas().gasTotalUsed);
  }
}
