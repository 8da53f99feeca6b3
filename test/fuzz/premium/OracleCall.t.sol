// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {IPremiumOracle} from "../../../contracts/interfaces/IPremiumOracle.sol";
import {OracleCall} from "../../../contracts/premium/OracleCall.sol";
import {Assessment} from "../../../contracts/types/Assessment.sol";
import {Book} from "../../../contracts/types/Book.sol";
import {Capital} from "../../../contracts/types/Capital.sol";
import {Greeks} from "../../../contracts/types/Greeks.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {Quote} from "../../../contracts/types/Quote.sol";
import {RiskParams} from "../../../contracts/types/RiskParams.sol";
import {RiskSums} from "../../../contracts/types/RiskSums.sol";
import {SurfaceStatus} from "../../../contracts/types/SurfaceStatus.sol";
import {Trade} from "../../../contracts/types/Trade.sol";

/// @notice Gives a prepared answer to one question, as it was expected, and to no other.
contract ScriptedOracle {
  error NotTheQuestion();

  bytes32 private _question;
  bytes private _answer;
  bool private _fails;

  function expect(bytes calldata question, bytes calldata answer, bool fails) external {
    (_question, _answer, _fails) = (keccak256(question), answer, fails);
  }

  fallback(bytes calldata question) external returns (bytes memory answer) {
    require(keccak256(question) == _question, NotTheQuestion());
    answer = _answer;
    if (_fails) {
      assembly ("memory-safe") {
        revert(add(answer, 0x20), mload(answer))
      }
    }
  }
}

/// @notice `OracleCall` against Solidity's own encoder and decoder.
contract OracleCallTest is Test {
  ScriptedOracle private scripted = new ScriptedOracle();
  IPremiumOracle private oracle = IPremiumOracle(address(scripted));
  uint256 private seed;

  struct Question {
    OptionKind kind;
    Book book;
    Capital capital;
    RiskParams params;
    Trade trade;
  }

  function testFuzz_Quote_IsTheSolidityCall(uint256 from, uint8 quads) public {
    Question memory q = _question(from, quads);
    Quote memory expected = _quote();
    scripted.expect(_quoteCall(q), abi.encode(expected), false);
    Quote memory actual;
    OracleCall.quote(oracle, q.kind, q.book, q.capital, q.params, q.trade, actual);
    assertEq(abi.encode(actual), abi.encode(expected));
  }

  function testFuzz_Assess_IsTheSolidityCall(uint256 from, uint8 quads) public {
    Question memory q = _question(from, quads);
    Assessment memory expected = _assessment();
    scripted.expect(_assessCall(q), abi.encode(expected), false);
    Assessment memory actual;
    assertTrue(OracleCall.tryAssess(oracle, q.kind, q.book, q.capital, q.params, actual));
    assertEq(abi.encode(actual), abi.encode(expected));
  }

  function testFuzz_Assess_SaysWhyThereIsNone(uint256 from, bytes calldata reason) public {
    Question memory q = _question(from, 3);
    scripted.expect(_assessCall(q), reason, true);
    Assessment memory actual;
    bool priced = OracleCall.tryAssess(oracle, q.kind, q.book, q.capital, q.params, actual);
    // Before anything else is called, and an assertion is a call.
    bytes memory given = OracleCall.reason();
    assertFalse(priced);
    assertEq(given, reason);
  }

  function testFuzz_Quote_RevertsAsTheOracleDoes(uint256 from, bytes4 selector, uint256 argument) public {
    Question memory q = _question(from, 2);
    bytes memory reason = abi.encodeWithSelector(selector, argument);
    scripted.expect(_quoteCall(q), reason, true);
    vm.expectRevert(reason);
    this.ask(q);
  }

  function test_RevertWhen_AnswerIsShort() public {
    Question memory q = _question(1, 2);
    scripted.expect(_quoteCall(q), new bytes(703), false);
    vm.expectRevert(abi.encodeWithSelector(OracleCall.MalformedAnswer.selector, 703));
    this.ask(q);
  }

  function test_RevertWhen_StatusIsNone() public {
    Question memory q = _question(1, 2);
    bytes memory answer = abi.encode(_quote());
    // Word 15 is the surface's status.
    answer[15 * 32 + 31] = 0x04;
    scripted.expect(_quoteCall(q), answer, false);
    vm.expectRevert(abi.encodeWithSelector(OracleCall.MalformedAnswer.selector, 4));
    this.ask(q);
  }

  function ask(Question memory q) external view returns (Quote memory answer) {
    OracleCall.quote(oracle, q.kind, q.book, q.capital, q.params, q.trade, answer);
  }

  function _quoteCall(Question memory q) private pure returns (bytes memory) {
    return abi.encodeCall(IPremiumOracle.quote, (q.kind, q.book, q.capital, q.params, q.trade));
  }

  function _assessCall(Question memory q) private pure returns (bytes memory) {
    return abi.encodeCall(IPremiumOracle.assess, (q.kind, q.book, q.capital, q.params));
  }

  function _question(uint256 from, uint256 quads) private returns (Question memory q) {
    seed = from;
    q.kind = _next() % 2 == 0 ? OptionKind.Call : OptionKind.Put;
    q.book.quads = new uint256[](quads);
    for (uint256 i = 0; i < quads; ++i) q.book.quads[i] = _next();
    (q.book.expiries, q.book.tickSize, q.book.lotSize) = (_next(), _next(), _next());
    q.capital = Capital(_next(), _next(), _next());
    q.trade = Trade(_next(), _next(), int256(_next()));
    q.params = abi.decode(_words(11), (RiskParams));
  }

  function _quote() private returns (Quote memory quote) {
    (quote.premium, quote.fair, quote.fee, quote.clamp) = (_next(), _next(), _next(), _next());
    (quote.moveCharge, quote.rentCharge, quote.spotDelta) = (int256(_next()), int256(_next()), int256(_next()));
    (quote.volatility, quote.spot, quote.forward) = (_next(), _next(), _next());
    quote.greeks = abi.decode(_words(5), (Greeks));
    quote.surface = SurfaceStatus(_next() % 4);
    (quote.bookValue, quote.riskCapital) = (_next(), _next());
    (quote.chargeBefore, quote.chargeAfter, quote.lockBefore, quote.lockAfter) = (_next(), _next(), _next(), _next());
  }

  function _assessment() private returns (Assessment memory found) {
    (found.spot, found.spotConfidence, found.volConfidence) = (_next(), _next(), _next());
    found.surface = SurfaceStatus(_next() % 4);
    (found.value, found.lock, found.riskCapital, found.band) = (_next(), _next(), _next(), _next());
    (found.moveCharge, found.rentCharge, found.nav) = (_next(), _next(), int256(_next()));
    found.greeks = abi.decode(_words(5), (Greeks));
    found.sums = abi.decode(_words(19), (RiskSums));
  }

  function _words(uint256 count) private returns (bytes memory words) {
    for (uint256 i = 0; i < count; ++i) words = bytes.concat(words, bytes32(_next()));
  }

  function _next() private returns (uint256) {
    return seed = uint256(keccak256(abi.encode(seed)));
  }
}
