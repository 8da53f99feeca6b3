// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {IPremiumOracle} from "../../../contracts/interfaces/IPremiumOracle.sol";
import {IQuoter} from "../../../contracts/interfaces/IQuoter.sol";
import {OracleAnswer} from "../../../contracts/premium/OracleAnswer.sol";
import {ChainAnswer} from "../../../contracts/router/ChainAnswer.sol";
import {Assessment} from "../../../contracts/types/Assessment.sol";
import {Book} from "../../../contracts/types/Book.sol";
import {Capital} from "../../../contracts/types/Capital.sol";
import {EachQuote, SeriesPrice} from "../../../contracts/types/EachQuote.sol";
import {Leg} from "../../../contracts/types/Leg.sol";
import {LegQuote} from "../../../contracts/types/LegQuote.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {OrderQuote} from "../../../contracts/types/OrderQuote.sol";
import {RiskParams} from "../../../contracts/types/RiskParams.sol";
import {SeriesId, toSeriesId} from "../../../contracts/types/SeriesId.sol";
import {SurfaceStatus} from "../../../contracts/types/SurfaceStatus.sol";
import {Trade} from "../../../contracts/types/Trade.sol";
import {OracleCall} from "../../../contracts/vault/core/OracleCall.sol";

/// @notice `OracleCall` beside what Solidity makes of the same calls and answers, and of answers that no oracle of ours gives.
contract OracleCallTest is Test {
  using OracleCall for Assessment;
  using OracleCall for EachQuote;
  using OracleCall for OrderQuote;

  IPremiumOracle private oracle = IPremiumOracle(makeAddr("oracle"));

  uint256 private constant ASSESSMENT_WORDS = 47;
  /// @dev Where an answer to `quote` says the surface's status, how many legs it has, and where they begin.
  uint256 private constant STATUS_WORD = 7;
  uint256 private constant LEGS_WORD = 22;
  uint256 private constant COUNT_WORD = 23;

  /// @dev Likewise of an answer to `quoteEach`: status, where each of its lists begins.
  uint256 private constant EACH_STATUS_WORD = 2;
  uint256 private constant EACH_LISTS_WORD = 6;

  OptionKind private kind = OptionKind.Call;

  function assess(
    Book memory book,
    Capital memory capital,
    RiskParams memory params
  ) public view returns (bool ok, bytes memory reason, Assessment memory found) {
    (ok, reason) = found.tryAssessInto(oracle, kind, book, capital, params);
    // What lies behind the answer must not be in it.
    assertEq(new bytes(64), abi.encode(0, 0));
  }

  function quote(
    Book memory book,
    Capital memory capital,
    RiskParams memory params,
    Leg[] memory legs
  ) public view returns (OrderQuote memory found) {
    found.quoteInto(oracle, kind, book, capital, params, legs);
    assertEq(new bytes(64), abi.encode(0, 0));
  }

  function quoteEach(
    Book memory book,
    Capital memory capital,
    RiskParams memory params,
    SeriesId[] memory ids,
    int256[] memory quantities
  ) public view returns (bool ok, bytes memory reason, EachQuote memory found) {
    (ok, reason) = found.tryQuoteEachInto(oracle, kind, book, capital, params, ids, quantities);
    assertEq(new bytes(64), abi.encode(0, 0));
  }

  function _book(uint256 quads, uint256 seed) private pure returns (Book memory book) {
    (book.expiries, book.tickSize, book.lotSize) = (_word(seed, 1), _word(seed, 2), _word(seed, 3));
    book.quads = new uint256[](quads);
    for (uint256 i = 0; i < quads; ++i) book.quads[i] = _word(seed, 100 + i);
  }

  function _capital(uint256 seed) private pure returns (Capital memory) {
    return abi.decode(_words(9, seed), (Capital));
  }

  function _params(uint256 seed) private pure returns (RiskParams memory) {
    return abi.decode(_words(11, ~seed), (RiskParams));
  }

  function _legs(uint256 count, uint256 seed) private pure returns (Leg[] memory legs, Trade[] memory trades) {
    (legs, trades) = (new Leg[](count), new Trade[](count));
    for (uint256 i = 0; i < count; ++i) {
      (uint256 expiry, uint256 strike) = (1 + uint32(_word(seed, i)), 1 + (_word(seed, i) >> 129));
      int256 quantity = int256(_word(seed, 50 + i));
      legs[i] = Leg({id: toSeriesId(expiry, strike), quantity: quantity, limit: _word(seed, 60 + i)});
      trades[i] = Trade({expiry: expiry, strike: strike, quantity: quantity});
    }
  }

  /// @dev An answer to `quote`, as words: static fields are numbers, offset and count as Solidity encodes them.
  function _quoteAnswer(uint256 legs, uint256 seed) private pure returns (bytes memory) {
    OrderQuote memory q = abi.decode(
      bytes.concat(abi.encode(0x20), _staticQuote(seed), abi.encode(0x2c0, 0)),
      (OrderQuote)
    );
    q.legs = new LegQuote[](legs);
    for (uint256 i = 0; i < legs; ++i) q.legs[i] = abi.decode(_words(12, seed ^ (i + 1)), (LegQuote));
    return abi.encode(q);
  }

  function _asked(
    uint256 series,
    uint256 each,
    uint256 seed
  ) private pure returns (SeriesId[] memory ids, int256[] memory quantities) {
    (ids, quantities) = (new SeriesId[](series), new int256[](each));
    for (uint256 i = 0; i < series; ++i) ids[i] = SeriesId.wrap(_word(seed, 200 + i));
    for (uint256 i = 0; i < each; ++i) quantities[i] = int256(_word(seed, 300 + i));
  }

  function _eachAnswer(uint256 series, uint256 each, uint256 seed) private pure returns (bytes memory) {
    EachQuote memory q;
    (q.spot, q.riskCapital, q.actualCapital, q.claim) = (
      _word(seed, 1),
      _word(seed, 2),
      _word(seed, 3),
      _word(seed, 4)
    );
    q.surface = SurfaceStatus(seed % 4);
    (q.premiums, q.fees) = (new int256[](series * each), new uint256[](series * each));
    q.series = new SeriesPrice[](series);
    for (uint256 i = 0; i < series; ++i) q.series[i] = abi.decode(_words(9, seed ^ (i + 1)), (SeriesPrice));
    for (uint256 i = 0; i < series * each; ++i) {
      (q.premiums[i], q.fees[i]) = (int256(_word(seed, 400 + i)), _word(seed, 900 + i));
    }
    return abi.encode(q);
  }

  function _staticQuote(uint256 seed) private pure returns (bytes memory data) {
    data = _words(21, seed);
    _set(data, 6, seed % 4);
  }

  function _assessment(uint256 seed) private pure returns (bytes memory data) {
    data = _words(ASSESSMENT_WORDS, seed);
    _set(data, 3, seed % 4);
  }

  function _words(uint256 count, uint256 seed) private pure returns (bytes memory data) {
    data = new bytes(32 * count);
    for (uint256 i = 0; i < count; ++i) _set(data, i, _word(seed, i));
  }

  function _word(uint256 seed, uint256 index) private pure returns (uint256) {
    return uint256(keccak256(abi.encode(seed, index)));
  }

  function _set(bytes memory data, uint256 index, uint256 word) private pure {
    assembly ("memory-safe") {
      mstore(add(add(data, 0x20), mul(index, 0x20)), word)
    }
  }

  // Reads and writes what Solidity does

  function testFuzz_Assess_IsAskedAndReadAsSolidityWould(uint256 quads, uint256 seed) public {
    Book memory book = _book(bound(quads, 0, 24), seed);
    bytes memory data = _assessment(seed);
    bytes memory call = abi.encodeCall(oracle.assess, (kind, book, _capital(seed), _params(seed)));
    vm.mockCall(address(oracle), call, data);
    vm.expectCall(address(oracle), call);
    (bool ok, bytes memory reason, Assessment memory found) = assess(book, _capital(seed), _params(seed));
    assertTrue(ok);
    assertEq(reason, "");
    assertEq(abi.encode(found), data);
  }

  function testFuzz_Quote_IsAskedAndReadAsSolidityWould(uint256 quads, uint256 count, uint256 seed) public {
    Book memory book = _book(bound(quads, 0, 24), seed);
    (Leg[] memory legs, Trade[] memory trades) = _legs(bound(count, 1, 8), seed);
    bytes memory data = _quoteAnswer(legs.length, seed);
    bytes memory call = abi.encodeCall(oracle.quote, (kind, book, _capital(seed), _params(seed), trades));
    vm.mockCall(address(oracle), call, data);
    vm.expectCall(address(oracle), call);
    assertEq(abi.encode(quote(book, _capital(seed), _params(seed), legs)), data);
  }

  function testFuzz_QuoteEach_IsAskedAndReadAsSolidityWould(
    uint256 quads,
    uint256 series,
    uint256 each,
    uint256 seed
  ) public {
    Book memory book = _book(bound(quads, 0, 24), seed);
    (SeriesId[] memory ids, int256[] memory quantities) = _asked(bound(series, 0, 12), bound(each, 0, 12), seed);
    bytes memory data = _eachAnswer(ids.length, quantities.length, seed);
    bytes memory call = abi.encodeCall(oracle.quoteEach, (kind, book, _capital(seed), _params(seed), ids, quantities));
    vm.mockCall(address(oracle), call, data);
    vm.expectCall(address(oracle), call);
    (bool ok, bytes memory reason, EachQuote memory found) = quoteEach(
      book,
      _capital(seed),
      _params(seed),
      ids,
      quantities
    );
    assertTrue(ok);
    assertEq(reason, "");
    assertEq(abi.encode(found), data);
  }

  // The other end, `OracleAnswer` and `ChainAnswer`: writes what Solidity does

  function answerAssessment(bytes memory data) external pure returns (Assessment memory) {
    OracleAnswer.reply(abi.decode(data, (Assessment)));
  }

  function answerQuote(bytes memory data) external pure returns (OrderQuote memory) {
    OracleAnswer.reply(abi.decode(data, (OrderQuote)));
  }

  function answerEach(bytes memory data) external pure returns (EachQuote memory) {
    OracleAnswer.reply(abi.decode(data, (EachQuote)));
  }

  function answerChain(bytes memory data) external pure returns (IQuoter.Chain memory) {
    ChainAnswer.reply(abi.decode(data, (IQuoter.Chain)));
  }

  function _assertAnswers(bytes memory call, bytes memory data) private view {
    (bool ok, bytes memory answer) = address(this).staticcall(call);
    assertTrue(ok);
    assertEq(answer, data);
  }

  function testFuzz_Assessment_IsAnsweredAsSolidityWould(uint256 seed) public view {
    bytes memory data = _assessment(seed);
    _assertAnswers(abi.encodeCall(this.answerAssessment, (data)), data);
  }

  function testFuzz_Quote_IsAnsweredAsSolidityWould(uint256 count, uint256 seed) public view {
    bytes memory data = _quoteAnswer(bound(count, 0, 8), seed);
    _assertAnswers(abi.encodeCall(this.answerQuote, (data)), data);
  }

  function testFuzz_QuoteEach_IsAnsweredAsSolidityWould(uint256 series, uint256 each, uint256 seed) public view {
    bytes memory data = _eachAnswer(bound(series, 0, 12), bound(each, 0, 12), seed);
    _assertAnswers(abi.encodeCall(this.answerEach, (data)), data);
  }

  function testFuzz_Chain_IsAnsweredAsSolidityWould(uint256 seed) public view {
    IQuoter.Chain memory chain;
    (chain.spot, chain.surface) = (_word(seed, 1), SurfaceStatus(seed % 4));
    uint256[] memory counts = new uint256[](7);
    for (uint256 i = 0; i < counts.length; ++i) counts[i] = _word(seed, 10 + i) % 9;
    (chain.ids, chain.nets) = _asked(counts[0], counts[1], seed);
    chain.prices = new SeriesPrice[](counts[2]);
    for (uint256 i = 0; i < counts[2]; ++i) chain.prices[i] = abi.decode(_words(9, seed ^ (i + 1)), (SeriesPrice));
    (chain.asks, chain.bids) = (new uint256[](counts[3]), new uint256[](counts[4]));
    for (uint256 i = 0; i < counts[3]; ++i) chain.asks[i] = _word(seed, 20 + i);
    for (uint256 i = 0; i < counts[4]; ++i) chain.bids[i] = _word(seed, 40 + i);
    (chain.askReasons, chain.bidReasons) = (new bytes4[](counts[5]), new bytes4[](counts[6]));
    for (uint256 i = 0; i < counts[5]; ++i) chain.askReasons[i] = bytes4(bytes32(_word(seed, 60 + i)));
    for (uint256 i = 0; i < counts[6]; ++i) chain.bidReasons[i] = bytes4(bytes32(_word(seed, 80 + i)));
    bytes memory data = abi.encode(chain);
    _assertAnswers(abi.encodeCall(this.answerChain, (data)), data);
  }

  // What the oracle refuses

  function test_QuoteEach_KeepsTheReason() public {
    bytes memory refusal = abi.encodeWithSelector(IPremiumOracle.LegsOutOfRange.selector, 0, 256);
    vm.mockCallRevert(address(oracle), abi.encodeWithSelector(oracle.quoteEach.selector), refusal);
    (SeriesId[] memory ids, int256[] memory quantities) = _asked(1, 2, 1);
    (bool ok, bytes memory reason, EachQuote memory found) = quoteEach(
      _book(1, 1),
      _capital(1),
      _params(1),
      ids,
      quantities
    );
    assertFalse(ok);
    assertEq(reason, refusal);
    EachQuote memory none;
    assertEq(abi.encode(found), abi.encode(none));
  }

  function test_Assess_KeepsTheReason() public {
    bytes memory refusal = abi.encodeWithSelector(IPremiumOracle.SizeOutOfRange.selector, 1, 2);
    vm.mockCallRevert(address(oracle), abi.encodeWithSelector(oracle.assess.selector), refusal);
    (bool ok, bytes memory reason, Assessment memory found) = assess(_book(1, 1), _capital(1), _params(1));
    assertFalse(ok);
    assertEq(reason, refusal);
    Assessment memory none;
    assertEq(abi.encode(found), abi.encode(none));
  }

  function test_RevertWhen_TheOracleHasNoQuote_WithItsError() public {
    bytes memory refusal = abi.encodeWithSelector(IPremiumOracle.ExpiryNotInBook.selector, 7);
    vm.mockCallRevert(address(oracle), abi.encodeWithSelector(oracle.quote.selector), refusal);
    (Leg[] memory legs, ) = _legs(1, 1);
    vm.expectRevert(refusal);
    this.quote(_book(1, 1), _capital(1), _params(1), legs);
  }

  // What no oracle of ours answers

  function _refuseAssessment(bytes memory answer) private {
    vm.mockCall(address(oracle), abi.encodeWithSelector(oracle.assess.selector), answer);
    vm.expectRevert(OracleCall.MalformedAnswer.selector);
    this.assess(_book(1, 1), _capital(1), _params(1));
  }

  function _refuseQuote(bytes memory answer) private {
    vm.mockCall(address(oracle), abi.encodeWithSelector(oracle.quote.selector), answer);
    (Leg[] memory legs, ) = _legs(2, 1);
    vm.expectRevert(OracleCall.MalformedAnswer.selector);
    this.quote(_book(1, 1), _capital(1), _params(1), legs);
  }

  function _refuseEach(bytes memory answer) private {
    vm.mockCall(address(oracle), abi.encodeWithSelector(oracle.quoteEach.selector), answer);
    (SeriesId[] memory ids, int256[] memory quantities) = _asked(2, 3, 1);
    vm.expectRevert(OracleCall.MalformedAnswer.selector);
    this.quoteEach(_book(1, 1), _capital(1), _params(1), ids, quantities);
  }

  function test_RevertWhen_ThereIsNoOracle() public {
    vm.expectRevert(OracleCall.MalformedAnswer.selector);
    this.assess(_book(1, 1), _capital(1), _params(1));
    (Leg[] memory legs, ) = _legs(1, 1);
    vm.expectRevert(OracleCall.MalformedAnswer.selector);
    this.quote(_book(1, 1), _capital(1), _params(1), legs);
  }

  function test_RevertWhen_AnAssessmentIsCutShort() public {
    _refuseAssessment(_words(ASSESSMENT_WORDS - 1, 4));
  }

  function test_RevertWhen_AnAssessmentNamesNoStatus() public {
    bytes memory data = _assessment(4);
    _set(data, 3, 4);
    _refuseAssessment(data);
  }

  function test_RevertWhen_AQuoteIsCutShort() public {
    bytes memory data = _quoteAnswer(2, 4);
    assembly ("memory-safe") {
      mstore(data, sub(mload(data), 0x20))
    }
    _refuseQuote(data);
  }

  function test_RevertWhen_AQuoteHasAnotherNumberOfLegs() public {
    _refuseQuote(_quoteAnswer(1, 4));
    _refuseQuote(_quoteAnswer(3, 4));
    bytes memory data = _quoteAnswer(2, 4);
    _set(data, COUNT_WORD, 1);
    _refuseQuote(data);
  }

  function test_RevertWhen_AQuoteIsElsewhere() public {
    bytes memory data = _quoteAnswer(2, 4);
    _set(data, 0, 0x40);
    _refuseQuote(data);
    data = _quoteAnswer(2, 4);
    _set(data, LEGS_WORD, 0x2e0);
    _refuseQuote(data);
  }

  function test_RevertWhen_AQuoteNamesNoStatus() public {
    bytes memory data = _quoteAnswer(2, 4);
    _set(data, STATUS_WORD, 4);
    _refuseQuote(data);
  }

  function test_RevertWhen_PricesOfManyAreCutShort() public {
    bytes memory data = _eachAnswer(2, 3, 4);
    assembly ("memory-safe") {
      mstore(data, sub(mload(data), 0x20))
    }
    _refuseEach(data);
  }

  function test_RevertWhen_PricesOfManyAreOfOthers() public {
    _refuseEach(_eachAnswer(3, 2, 4));
    _refuseEach(_eachAnswer(1, 3, 4));
    bytes memory data;
    // The number of series, of premiums, of fees.
    for (uint256 i = 0; i < 3; ++i) {
      uint256 length = [uint256(9), 9 + 1 + 18, 9 + 1 + 18 + 7][i];
      data = _eachAnswer(2, 3, 4);
      _set(data, length, 1);
      _refuseEach(data);
    }
  }

  function test_RevertWhen_PricesOfManyAreElsewhere() public {
    bytes memory data = _eachAnswer(2, 3, 4);
    _set(data, 0, 0x40);
    _refuseEach(data);
    for (uint256 i = 0; i < 3; ++i) {
      data = _eachAnswer(2, 3, 4);
      _set(data, EACH_LISTS_WORD + i, 0x120);
      _refuseEach(data);
    }
  }

  function test_RevertWhen_PricesOfManyNameNoStatus() public {
    bytes memory data = _eachAnswer(2, 3, 4);
    _set(data, EACH_STATUS_WORD, 4);
    _refuseEach(data);
  }
}
