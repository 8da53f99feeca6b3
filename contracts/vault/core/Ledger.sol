// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {Capital} from "../../types/Capital.sol";
import {VaultState} from "../../types/VaultState.sol";
import {VaultLimits} from "./VaultLimits.sol";

/// @notice All balances of a vault, as they are stored. Token units where nothing else is said.
/// @dev Words 0 to 2: what a trade reads and writes; amounts of 96 bits hold 7.9e10 whole units (`VaultLimits.MAX_COLLATERAL` is half of
/// that). `others` is all that is held for others: reserve, escrow and fees owed. Words 1 and 2: lock and the rule of risk capital
/// (WAD collateral, see `RiskCapital`). Word 3: parts of `others` but the fees, which are what is left, so that a trade, which earns some,
/// need not read it. Word 4: read while redeem requests wait. Word 5: collateral in the vault's balance that belongs to accounts;
/// outside `held`.
struct LedgerState {
  uint96 held;
  uint96 others;
  /// Unix seconds of the risk capital's last step: the moment of the last priced call that booked anything.
  uint40 steppedAt;
  VaultState state;
  /// See `LedgerStorage`.
  uint8 flags;
  /// Worst case of the book, WAD collateral.
  uint96 lock;
  uint96 riskCapital;
  /// Number of the spot price that the last step used (see `IPriceFeed.readAt`).
  uint32 priceNumber;
  /// `recentCharge` above its low 64 bits.
  uint32 recentChargeHigh;
  uint96 actual;
  int96 fresh;
  uint64 recentChargeLow;
  uint128 reserve;
  uint128 escrow;
  /// Least lock since the epoch of the waiting redeem requests closed, WAD collateral, and that epoch.
  uint128 leastLock;
  uint40 leastLockEpoch;
  uint128 pledged;
}

/// @notice The same, as a priced call works on it: words 0 to 2.
struct Ledger {
  uint256 held;
  uint256 others;
  uint256 lock;
  VaultState state;
  /// Whether a redeem queue is registered, and whether requests wait there.
  bool hasQueue;
  bool hasRequests;
  /// Whether anybody has shares.
  bool hasShares;
  /// Whether any series is parked.
  bool hasParked;
  /// Whether accounts have lots in any live expiry: only then can the vault be long.
  bool hasCleared;
  /// Whether the vault traded at this very second.
  bool traded;
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
  uint8 internal constant HAS_SHARES = 4;
  /// @dev A trade was booked in the second of the last step.
  uint8 internal constant TRADED = 8;
  /// @dev Parked series lock something: nobody else reads what they do.
  uint8 internal constant HAS_PARKED = 16;
  /// @dev Some header of the book has `CLEARED_FLAG`.
  uint8 internal constant HAS_CLEARED = 32;

  uint256 private constant AMOUNT_BITS = 96;
  /// @dev Where fields of words 0 to 2 begin behind two amounts, bits.
  uint256 private constant STEPPED_AT = 192;
  uint256 private constant STATE = 232;
  uint256 private constant FLAGS = 240;
  uint256 private constant PRICE_NUMBER = 192;
  uint256 private constant CHARGE_HIGH = 224;
  uint256 private constant CHARGE_LOW = 192;
  uint256 private constant CHARGE_LOW_BITS = 64;

  function load(LedgerState storage stored) internal view returns (Ledger memory ledger) {
    loadInto(stored, ledger);
  }

  /// @notice `load` into a ledger that is there already.
  function loadInto(LedgerState storage stored, Ledger memory ledger) internal view {
    uint256 word = _word(stored, 0);
    (ledger.held, ledger.others) = (uint96(word), uint96(word >> AMOUNT_BITS));
    ledger.steppedAt = uint40(word >> STEPPED_AT);
    ledger.state = VaultState(uint8(word >> STATE));
    uint256 flags = word >> FLAGS;
    ledger.hasQueue = flags & HAS_QUEUE != 0;
    ledger.hasRequests = flags & HAS_REQUESTS != 0;
    ledger.hasShares = flags & HAS_SHARES != 0;
    ledger.hasParked = flags & HAS_PARKED != 0;
    ledger.hasCleared = flags & HAS_CLEARED != 0;
    ledger.traded = flags & TRADED != 0 && ledger.steppedAt == block.timestamp;
    word = _word(stored, 1);
    (ledger.lock, ledger.riskCapital) = (uint96(word), uint96(word >> AMOUNT_BITS));
    ledger.priceNumber = uint32(word >> PRICE_NUMBER);
    uint256 chargeHigh = word >> CHARGE_HIGH;
    word = _word(stored, 2);
    (ledger.actual, ledger.fresh) = (uint96(word), int96(uint96(word >> AMOUNT_BITS)));
    ledger.recentCharge = (chargeHigh << CHARGE_LOW_BITS) | (word >> CHARGE_LOW);
  }

  function store(LedgerState storage stored, Ledger memory ledger) internal {
    uint256 word = _pair(ledger.held, ledger.others);
    word |= uint256(ledger.steppedAt.toUint40()) << STEPPED_AT;
    word |= uint256(ledger.state) << STATE;
    if (ledger.hasQueue) word |= uint256(HAS_QUEUE) << FLAGS;
    if (ledger.hasRequests) word |= uint256(HAS_REQUESTS) << FLAGS;
    if (ledger.hasShares) word |= uint256(HAS_SHARES) << FLAGS;
    if (ledger.hasParked) word |= uint256(HAS_PARKED) << FLAGS;
    if (ledger.hasCleared) word |= uint256(HAS_CLEARED) << FLAGS;
    if (ledger.traded) word |= uint256(TRADED) << FLAGS;
    _setWord(stored, 0, word);
    uint256 charge = ledger.recentCharge.toUint96();
    word = _pair(ledger.lock, ledger.riskCapital);
    word |= uint256(ledger.priceNumber.toUint32()) << PRICE_NUMBER;
    _setWord(stored, 1, word | ((charge >> CHARGE_LOW_BITS) << CHARGE_HIGH));
    word = ledger.actual.toUint96() | (uint256(uint96(ledger.fresh.toInt96())) << AMOUNT_BITS);
    _setWord(stored, 2, word | (charge << CHARGE_LOW));
  }

  /// @notice Whether the vault traded at this very second.
  function hasTraded(LedgerState storage stored) internal view returns (bool) {
    return stored.flags & TRADED != 0 && stored.steppedAt == block.timestamp;
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

  /// @notice Whether the book has no lots at all, accounts' included: without longs a lock of zero says so.
  function isEmpty(Ledger memory ledger) internal pure returns (bool) {
    return ledger.lock == 0 && !ledger.hasCleared;
  }

  /// @notice Rb: the largest risk charge lately; nothing for an empty book. WAD collateral.
  function bookCharge(Ledger memory ledger, uint256 charge) internal pure {
    if (isEmpty(ledger)) ledger.recentCharge = 0;
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

  /// @notice E begins: with what is there, and no more than `USUAL_SIZE` of `least`, WAD collateral; the rest is fresh. A constant bounds it,
  /// as whoever comes first need not stay.
  function startCapital(Ledger memory ledger, uint256 least) internal pure {
    ledger.riskCapital = Math.min(ledger.actual, least * VaultLimits.USUAL_SIZE);
    ledger.fresh = int256(ledger.actual - ledger.riskCapital);
  }

  function _pair(uint256 low, uint256 high) private pure returns (uint256) {
    return low.toUint96() | (uint256(high.toUint96()) << AMOUNT_BITS);
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
