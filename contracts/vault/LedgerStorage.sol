// SPDX-License-Identifier: MIT
pragma solidity 0.8.33;

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
library LedgerStorage {
  using SafeCast for uint256;

  function load(LedgerState storage stored) internal view returns (Ledger memory ledger) {
    ledger.held = stored.held;
    ledger.reserve = stored.reserve;
    ledger.feesOwed = stored.feesOwed;
    ledger.escrow = stored.escrow;
    ledger.riskCapital = stored.riskCapital;
    ledger.lastRiskCharge = stored.lastRiskCharge;
    ledger.lock = stored.lock;
    ledger.riskCapitalAt = stored.riskCapitalAt;
    ledger.lastTradeBlock = stored.lastTradeBlock;
    ledger.state = stored.state;
    ledger.hasQueue = stored.hasQueue;
  }

  function store(LedgerState storage stored, Ledger memory ledger) internal {
    stored.held = ledger.held.toUint128();
    stored.reserve = ledger.reserve.toUint128();
    stored.feesOwed = ledger.feesOwed.toUint128();
    stored.escrow = ledger.escrow.toUint128();
    stored.riskCapital = ledger.riskCapital.toUint128();
    stored.lastRiskCharge = ledger.lastRiskCharge.toUint128();
    stored.lock = ledger.lock.toUint128();
    stored.riskCapitalAt = ledger.riskCapitalAt.toUint40();
    stored.lastTradeBlock = ledger.lastTradeBlock.toUint40();
    stored.state = ledger.state;
    stored.hasQueue = ledger.hasQueue;
  }

  /// @notice C in token units: what is held, less what belongs to others.
  function collateral(Ledger memory ledger) internal pure returns (uint256) {
    return ledger.held - ledger.reserve - ledger.feesOwed - ledger.escrow;
  }
}
