// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Blank} from "../../../contracts/premium/Blank.sol";
import {Cursor, WatchedSeries} from "../../../contracts/premium/BookPass.sol";
import {Market} from "../../../contracts/premium/Market.sol";
import {OrderContext} from "../../../contracts/premium/OrderPricing.sol";
import {Capital} from "../../../contracts/types/Capital.sol";
import {SeriesPrice} from "../../../contracts/types/EachQuote.sol";
import {LegQuote} from "../../../contracts/types/LegQuote.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {RiskParams} from "../../../contracts/types/RiskParams.sol";
import {SurfaceStatus} from "../../../contracts/types/SurfaceStatus.sol";
import {MemoryFixture} from "../../fixtures/MemoryFixture.sol";

/// What `Blank` makes is what Solidity makes: the same words when encoded, member by member, also in memory that was not clean;
/// and nothing written to one member is read in another, or behind it.
contract BlankTest is MemoryFixture {
  function ofOrder(
    Capital calldata capital,
    RiskParams calldata params
  ) external pure onDirt returns (bytes memory, bytes memory, bytes memory) {
    uint256 start = _free();
    OrderContext memory order = Blank.order(capital, params)[0];
    uint256 end = _free();
    order.legs = Blank.legs(0);
    bytes memory made = abi.encode(order);
    bytes memory apart = abi.encode(order.book.capital, order.params);
    // Enumerations hold few values.
    (order.market.kind, order.market.surface) = (OptionKind.Put, SurfaceStatus.Stale);
    order.book.surface = SurfaceStatus.Stale;
    _number(start, end);
    return (made, apart, abi.encode(order));
  }

  function testFuzz_Order(Capital calldata capital, RiskParams calldata params) public view {
    (bytes memory made, bytes memory apart, bytes memory numbered) = this.ofOrder(capital, params);
    OrderContext memory plain;
    (plain.book.capital, plain.params) = (capital, params);
    assertEq(keccak256(made), keccak256(abi.encode(plain)));
    assertEq(keccak256(apart), keccak256(abi.encode(capital, params)));
    _assertDistinct(numbered, made);
  }

  function ofCopies(
    Capital calldata capital,
    RiskParams calldata params
  ) external pure onDirt returns (bytes memory capitalCopy, bytes memory paramsCopy) {
    return (abi.encode(Blank.copy(capital)[0]), abi.encode(Blank.copy(params)[0]));
  }

  function testFuzz_Copy(Capital calldata capital, RiskParams calldata params) public view {
    (bytes memory capitalCopy, bytes memory paramsCopy) = this.ofCopies(capital, params);
    assertEq(keccak256(capitalCopy), keccak256(abi.encode(capital)));
    assertEq(keccak256(paramsCopy), keccak256(abi.encode(params)));
  }

  function ofMarket() external pure onDirt returns (bytes memory made, bytes memory numbered) {
    uint256 start = _free();
    Market memory market = Blank.market()[0];
    uint256 end = _free();
    made = abi.encode(market);
    (market.kind, market.surface) = (OptionKind.Put, SurfaceStatus.Stale);
    _number(start, end);
    numbered = abi.encode(market);
  }

  function test_Market() public view {
    (bytes memory made, bytes memory numbered) = this.ofMarket();
    Market memory plain;
    assertEq(keccak256(made), keccak256(abi.encode(plain)));
    _assertDistinct(numbered, made);
  }

  function ofCursor() external pure onDirt returns (bytes memory made, bytes memory numbered) {
    uint256 start = _free();
    Cursor memory cursor = Blank.cursor()[0];
    uint256 end = _free();
    made = abi.encode(cursor);
    // The flag holds one or zero.
    cursor.chain.smile.blended = true;
    _number(start, end);
    numbered = abi.encode(cursor);
  }

  function test_Cursor() public view {
    (bytes memory made, bytes memory numbered) = this.ofCursor();
    Cursor memory plain;
    assertEq(keccak256(made), keccak256(abi.encode(plain)));
    _assertDistinct(numbered, made);
  }

  function ofLegs(uint256 count) external pure onDirt returns (bytes memory made, bytes memory numbered) {
    uint256 start = _free();
    WatchedSeries[] memory legs = Blank.legs(count);
    uint256 end = _free();
    made = abi.encode(legs);
    for (uint256 i = 0; i < count; ++i) legs[i].found = true;
    _number(start, end);
    numbered = abi.encode(legs);
  }

  function testFuzz_Legs(uint256 count) public view {
    count = bound(count, 1, 20);
    (bytes memory made, bytes memory numbered) = this.ofLegs(count);
    WatchedSeries[] memory plain = new WatchedSeries[](count);
    assertEq(keccak256(made), keccak256(abi.encode(plain)));
    _assertDistinct(numbered, made);
  }

  function ofQuotes(uint256 count) external pure onDirt returns (bytes memory made, bytes memory numbered) {
    uint256 start = _free();
    LegQuote[] memory quotes = Blank.quotes(count);
    SeriesPrice[] memory prices = Blank.prices(count);
    uint256 end = _free();
    made = abi.encode(quotes, prices);
    _number(start, end);
    numbered = abi.encode(quotes, prices);
  }

  function testFuzz_QuotesAndPrices(uint256 count) public view {
    count = bound(count, 1, 20);
    (bytes memory made, bytes memory numbered) = this.ofQuotes(count);
    LegQuote[] memory quotes = new LegQuote[](count);
    SeriesPrice[] memory prices = new SeriesPrice[](count);
    assertEq(keccak256(made), keccak256(abi.encode(quotes, prices)));
    _assertDistinct(numbered, made);
  }

  function test_Lists_GivenNone() public pure {
    assertEq(Blank.legs(0).length, 0);
    assertEq(Blank.quotes(0).length, 0);
    assertEq(Blank.prices(0).length, 0);
  }
}
