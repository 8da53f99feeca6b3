// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IPremiumOracle} from "../interfaces/IPremiumOracle.sol";
import {Assessment} from "../types/Assessment.sol";
import {Book, MAX_EXPIRIES} from "../types/Book.sol";
import {Capital} from "../types/Capital.sol";
import {Greeks} from "../types/Greeks.sol";
import {OptionKind} from "../types/OptionKind.sol";
import {Quote} from "../types/Quote.sol";
import {RiskParams} from "../types/RiskParams.sol";
import {RiskSums} from "../types/RiskSums.sol";
import {SurfaceStatus} from "../types/SurfaceStatus.sol";
import {Trade} from "../types/Trade.sol";

/// @title OracleCall
/// @notice `IPremiumOracle.quote` and `assess` for a caller that has room for the answer.
/// @dev A Solidity call writes and reads each of these structs word by word, and decodes into new memory: 6,000 gas for an
/// assessment. Here whole structs are copied: what has no dynamic part lies in a call as it lies in memory, but for pointers
/// to nested structs, which are followed. `test/fuzz/premium/OracleCall.t.sol` holds both ends against the Solidity call.
library OracleCall {
  /// @notice The oracle returned something else than its answer.
  error MalformedAnswer(uint256 size);

  uint256 private constant QUOTE_BYTES = 22 * 32;
  uint256 private constant ASSESSMENT_BYTES = 35 * 32;
  /// @dev Where the book begins, after the words before it: kind, pointer to the book, capital, params, and of a quote the
  /// trade.
  uint256 private constant ASSESS_HEAD_BYTES = 16 * 32;
  uint256 private constant QUOTE_HEAD_BYTES = 19 * 32;

  /// @notice The price of a trade; reverts as the oracle does.
  /// @param answer to fill
  function quote(
    IPremiumOracle oracle,
    OptionKind kind,
    Book memory book,
    Capital memory capital,
    RiskParams memory params,
    Trade memory trade,
    Quote memory answer
  ) internal view {
    uint256 question = _write(IPremiumOracle.quote.selector, QUOTE_HEAD_BYTES, kind, capital, params);
    assembly ("memory-safe") {
      mcopy(add(question, 0x204), trade, 0x60)
    }
    if (!_ask(oracle, question, QUOTE_HEAD_BYTES, book)) _bubble();
    _requireSize(QUOTE_BYTES);
    Greeks memory greeks = answer.greeks;
    uint256 surface;
    // Ten words, the five of the Greeks, seven words. In memory the pointer to the Greeks lies between.
    assembly ("memory-safe") {
      returndatacopy(answer, 0, 0x140)
      returndatacopy(greeks, 0x140, 0xa0)
      returndatacopy(add(answer, 0x160), 0x1e0, 0xe0)
      surface := mload(add(answer, 0x160))
    }
    _requireStatus(surface);
  }

  /// @notice One pass over a book.
  /// @param answer to fill
  /// @return ok false where the oracle reverted: the reason is the return data
  function tryAssess(
    IPremiumOracle oracle,
    OptionKind kind,
    Book memory book,
    Capital memory capital,
    RiskParams memory params,
    Assessment memory answer
  ) internal view returns (bool ok) {
    uint256 question = _write(IPremiumOracle.assess.selector, ASSESS_HEAD_BYTES, kind, capital, params);
    if (!_ask(oracle, question, ASSESS_HEAD_BYTES, book)) return false;
    _requireSize(ASSESSMENT_BYTES);
    Greeks memory greeks = answer.greeks;
    RiskSums memory sums = answer.sums;
    uint256[MAX_EXPIRIES] memory locked = sums.locked;
    uint256[MAX_EXPIRIES] memory interval = sums.interval;
    uint256 surface;
    // Five words, the five of the Greeks, six words, the three moves and twice eight words of the sums.
    assembly ("memory-safe") {
      returndatacopy(answer, 0, 0xa0)
      returndatacopy(greeks, 0xa0, 0xa0)
      returndatacopy(add(answer, 0xc0), 0x140, 0xc0)
      returndatacopy(sums, 0x200, 0x60)
      returndatacopy(locked, 0x260, 0x100)
      returndatacopy(interval, 0x360, 0x100)
      surface := mload(add(answer, 0x60))
    }
    _requireStatus(surface);
    return true;
  }

  /// @notice Why the last call reverted.
  function reason() internal pure returns (bytes memory data) {
    assembly ("memory-safe") {
      data := mload(0x40)
      let size := returndatasize()
      mstore(data, size)
      returndatacopy(add(data, 0x20), 0, size)
      mstore(0x40, add(data, and(add(size, 0x3f), not(0x1f))))
    }
  }

  /// @dev Writes the question's head behind the memory in use, where nothing may be allocated before `_ask`.
  function _write(
    bytes4 selector,
    uint256 headBytes,
    OptionKind kind,
    Capital memory capital,
    RiskParams memory params
  ) private pure returns (uint256 question) {
    assembly ("memory-safe") {
      question := mload(0x40)
      mstore(question, selector)
      mstore(add(question, 0x04), kind)
      mstore(add(question, 0x24), headBytes)
      mcopy(add(question, 0x44), capital, 0x60)
      mcopy(add(question, 0xa4), params, 0x160)
    }
  }

  /// @dev Writes the book behind the head, and asks.
  function _ask(
    IPremiumOracle oracle,
    uint256 question,
    uint256 headBytes,
    Book memory book
  ) private view returns (bool ok) {
    uint256[] memory quads = book.quads;
    // The book's four words, its pointer to the quads turned into their place behind them, then the quads with their length.
    assembly ("memory-safe") {
      let start := add(add(question, 0x04), headBytes)
      mcopy(start, book, 0x80)
      mstore(add(start, 0x20), 0x80)
      let size := shl(5, add(mload(quads), 1))
      mcopy(add(start, 0x80), quads, size)
      ok := staticcall(gas(), oracle, question, sub(add(add(start, 0x80), size), question), 0, 0)
    }
  }

  function _bubble() private pure {
    assembly ("memory-safe") {
      let free := mload(0x40)
      returndatacopy(free, 0, returndatasize())
      revert(free, returndatasize())
    }
  }

  function _requireSize(uint256 expected) private pure {
    uint256 size;
    assembly ("memory-safe") {
      size := returndatasize()
    }
    require(size >= expected, MalformedAnswer(size));
  }

  function _requireStatus(uint256 surface) private pure {
    require(surface <= uint256(type(SurfaceStatus).max), MalformedAnswer(surface));
  }
}
