// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {VaultState} from "../types/VaultState.sol";

/// @notice All balances of a vault, as they are stored.
/// @dev Word 0: held | reserve. Word 1: feesOwed | escrow (token units all four). Word 2: riskCapital | lastRiskCharge (WAD
/// collateral). Word 3: lock (WAD collateral) | the time of E's last step (unix seconds) | the block of the last trade |
/// state | whether a redeem queue is registered (so that its address is read only where there is one).
struct LedgerState {
  uint128 held;
  uint128 reserve;
  uint128 feesOwed;
  uint128 escrow;
  uint128 riskCapital;
  uint128 lastRiskCharge;
  uint128 lock;
  uint40 riskCapitalAt;
  uint40 lastTradeBlock;
  VaultState state;
  bool hasQueue;
}

/// @notice The same, as a call works on it.
struct Ledger {
  uint256 held;
  uint256 reserve;
  uint256 feesOwed;
  uint256 escrow;
  uint256 riskCapital;
  uint256 lastRiskCharge;
  uint256 lock;
  uint256 riskCapitalAt;
  uint256 lastTradeBlock;
  VaultState state;
  bool hasQueue;
}

/// @title LedgerStorage
/// @notice Reads and writes a vault's balances; what does not fit its field reverts.
/// @dev A word at a time, each read and written once: field by field the compiler reads a word anew for every one.
library LedgerStorage {
  using SafeCast for uint256;

  uint256 private constant HALF = 128;
  /// @dev Where the fields of word 3 after the lock begin, bits.
  uint256 private constant RISK_CAPITAL_AT = 128;
  uint256 private constant LAST_TRADE_BLOCK = 168;
  uint256 private constant STATE = 208;
  uint256 private constant HAS_QUEUE = 216;

  function load(LedgerState storage stored) internal view returns (Ledger memory ledger) {
    loadInto(stored, ledger);
  }

  /// @notice `load` into a ledger that is there already.
  function loadInto(LedgerState storage stored, Ledger memory ledger) internal view {
    uint256 word = _word(stored, 0);
    (ledger.held, ledger.reserve) = (uint128(word), word >> HALF);
    word = _word(stored, 1);
    (ledger.feesOwed, ledger.escrow) = (uint128(word), word >> HALF);
    word = _word(stored, 2);
    (ledger.riskCapital, ledger.lastRiskCharge) = (uint128(word), word >> HALF);
    word = _word(stored, 3);
    ledger.lock = uint128(word);
    ledger.riskCapitalAt = uint40(word >> RISK_CAPITAL_AT);
    ledger.lastTradeBlock = uint40(word >> LAST_TRADE_BLOCK);
    ledger.state = VaultState(uint8(word >> STATE));
    ledger.hasQueue = uint8(word >> HAS_QUEUE) != 0;
  }

  function store(LedgerState storage stored, Ledger memory ledger) internal {
    _setWord(stored, 0, _pair(ledger.held, ledger.reserve));
    _setWord(stored, 1, _pair(ledger.feesOwed, ledger.escrow));
    _setWord(stored, 2, _pair(ledger.riskCapital, ledger.lastRiskCharge));
    uint256 word = ledger.lock.toUint128();
    word |= uint256(ledger.riskCapitalAt.toUint40()) << RISK_CAPITAL_AT;
    word |= uint256(ledger.lastTradeBlock.toUint40()) << LAST_TRADE_BLOCK;
    word |= uint256(ledger.state) << STATE;
    if (ledger.hasQueue) word |= 1 << HAS_QUEUE;
    _setWord(stored, 3, word);
  }

  /// @notice C in token units: what is held, less what belongs to others.
  function collateral(Ledger memory ledger) internal pure returns (uint256) {
    // Three amounts below 2^128. Whether they are within what is held stays checked.
    uint256 others;
    unchecked {
      others = ledger.reserve + ledger.feesOwed + ledger.escrow;
    }
    return ledger.held - others;
  }

  function _pair(uint256 low, uint256 high) private pure returns (uint256) {
    return low.toUint128() | (uint256(high.toUint128()) << HALF);
  }

  function _word(LedgerState storage stored, uint256 index) private view returns (uint256 word) {
    assembly ("memory-safe") {
      word := sload(add(stored.slot, index))
    }
  }

  function _setWord(LedgerState storage stored, uint256 index, uint256 word) private {
    assembly ("memory-safe") {
      sstore(add(stored.slot, index), word)
    }
  }
}
