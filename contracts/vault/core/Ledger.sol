// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {Capital} from "../../types/Capital.sol";
import {VaultState} from "../../types/VaultState.sol";

/// @notice All balances of a vault, as they are stored. Token units where nothing else is said.
/// @dev Word 0: what a trade moves. `others` is all that is held for others: reserve, escrow and fees owed. Word 1: its parts but
/// the fees, which are what is left, so that a trade, which earns some, need not read it. Words 2 to 4: the rule of risk
/// capital (WAD collateral, see `RiskCapital`), and what every priced call asks. Word 5: read while redeem requests wait. Word
/// 6: collateral in the vault's balance that belongs to accounts; outside `held`.
struct LedgerState {
  uint128 held;
  uint128 others;
  uint128 reserve;
  uint128 escrow;
  /// Worst case of the book, WAD collateral.
  uint128 lock;
  /// Unix seconds of the risk capital's last step: the moment of the last priced call.
  uint40 steppedAt;
  uint40 lastTradeBlock;
  /// Number of the spot price used first in that block (see `IPriceFeed.readAt`).
  uint32 priceNumber;
  VaultState state;
  /// See `LedgerStorage`.
  uint8 flags;
  uint128 riskCapital;
  uint128 actual;
  int128 fresh;
  uint128 recentCharge;
  /// Least lock since the epoch of the waiting redeem requests closed, WAD collateral, and that epoch.
  uint128 leastLock;
  uint40 leastLockEpoch;
  uint128 pledged;
}

/// @notice The same, as a priced call works on it: words 0, 2, 3 and 4.
struct Ledger {
  uint256 held;
  uint256 others;
  uint256 lock;
  uint256 lastTradeBlock;
  VaultState state;
  /// Whether a redeem queue is registered, and whether requests wait there.
  bool hasQueue;
  bool hasRequests;
  uint256 riskCapital;
  uint256 actual;
  int256 fresh;
  uint256 recentCharge;
  uint256 steppedAt;
  uint256 priceNumber;
}

/// @title LedgerStorage
/// @notice Reads and writes a vault's balances; what does not fit its field reverts.
/// @dev A word at a time, each read and written once: field by field the compiler reads a word anew for every one.
library LedgerStorage {
  using SafeCast for uint256;
  using SafeCast for int256;

  uint8 internal constant HAS_QUEUE = 1;
  uint8 internal constant HAS_REQUESTS = 2;

  uint256 private constant HALF = 128;
  /// @dev Where the fields of word 2 after the lock begin, bits.
  uint256 private constant STEPPED_AT = 128;
  uint256 private constant LAST_TRADE_BLOCK = 168;
  uint256 private constant PRICE_NUMBER = 208;
  uint256 private constant STATE = 240;
  uint256 private constant FLAGS = 248;

  function load(LedgerState storage stored) internal view returns (Ledger memory ledger) {
    loadInto(stored, ledger);
  }

  /// @notice `load` into a ledger that is there already.
  function loadInto(LedgerState storage stored, Ledger memory ledger) internal view {
    uint256 word = _word(stored, 0);
    (ledger.held, ledger.others) = (uint128(word), word >> HALF);
    word = _word(stored, 2);
    ledger.lock = uint128(word);
    ledger.steppedAt = uint40(word >> STEPPED_AT);
    ledger.lastTradeBlock = uint40(word >> LAST_TRADE_BLOCK);
    ledger.priceNumber = uint32(word >> PRICE_NUMBER);
    ledger.state = VaultState(uint8(word >> STATE));
    uint256 flags = word >> FLAGS;
    ledger.hasQueue = flags & HAS_QUEUE != 0;
    ledger.hasRequests = flags & HAS_REQUESTS != 0;
    word = _word(stored, 3);
    (ledger.riskCapital, ledger.actual) = (uint128(word), word >> HALF);
    word = _word(stored, 4);
    (ledger.fresh, ledger.recentCharge) = (int128(uint128(word)), word >> HALF);
  }

  function store(LedgerState storage stored, Ledger memory ledger) internal {
    _setWord(stored, 0, _pair(ledger.held, ledger.others));
    uint256 word = ledger.lock.toUint128();
    word |= uint256(ledger.steppedAt.toUint40()) << STEPPED_AT;
    word |= uint256(ledger.lastTradeBlock.toUint40()) << LAST_TRADE_BLOCK;
    word |= uint256(ledger.priceNumber.toUint32()) << PRICE_NUMBER;
    word |= uint256(ledger.state) << STATE;
    if (ledger.hasQueue) word |= uint256(HAS_QUEUE) << FLAGS;
    if (ledger.hasRequests) word |= uint256(HAS_REQUESTS) << FLAGS;
    _setWord(stored, 2, word);
    _setWord(stored, 3, _pair(ledger.riskCapital, ledger.actual));
    _setWord(stored, 4, uint128(ledger.fresh.toInt128()) | (uint256(ledger.recentCharge.toUint128()) << HALF));
  }

  /// @notice C in token units: what is held, less what belongs to others.
  function collateral(Ledger memory ledger) internal pure returns (uint256) {
    return ledger.held - ledger.others;
  }

  /// @notice F: what of `others` is neither reserve nor escrow, token units.
  function feesOwed(LedgerState storage stored) internal view returns (uint256) {
    return uint256(stored.others) - stored.reserve - stored.escrow;
  }

  /// @notice Books this block's step of the risk capital, as the oracle made it.
  function bookStep(Ledger memory ledger, Capital memory stepped) internal pure {
    ledger.riskCapital = stepped.riskCapital;
    ledger.actual = stepped.actual;
    ledger.fresh = stepped.fresh;
    ledger.recentCharge = stepped.recentCharge;
    ledger.steppedAt = stepped.updatedAt;
    ledger.priceNumber = stepped.priceNumber;
  }

  /// @notice Rb: the largest risk charge lately; nothing for an empty book. WAD collateral.
  function bookCharge(Ledger memory ledger, uint256 charge) internal pure {
    if (ledger.lock == 0) ledger.recentCharge = 0;
    else if (charge > ledger.recentCharge) ledger.recentCharge = charge;
  }

  /// @notice Providers bring `amount`, WAD collateral. Neither E nor any price of this block follows.
  function flowIn(Ledger memory ledger, uint256 amount) internal pure {
    ledger.actual += amount;
    ledger.fresh += int256(amount);
  }

  /// @notice Providers take `amount`, WAD collateral.
  function flowOut(Ledger memory ledger, uint256 amount) internal pure {
    ledger.actual = amount < ledger.actual ? ledger.actual - amount : 0;
    ledger.fresh -= int256(amount);
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
