// SPDX-License-Identifier: MIT
pragma solidity 0.8.33;

import {VaultState} from "../types/VaultState.sol";
import {BookState} from "./BookStorage.sol";
import {RiskParamsState} from "./RiskParamsStorage.sol";
import {RulesState} from "./RulesStorage.sol";

/// @notice All balances of a vault. Token units in the first two words, WAD collateral in the other two.
/// @dev Word 0: held | reserve. Word 1: feesOwed | escrow. Word 2: riskCapital | lastRiskCharge. Word 3: lock | the time of
/// E's last step (unix seconds) | the block of the last trade | state.
struct Ledger {
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
}

/// @title VaultLayout
/// @notice What a vault remembers, word by word. The first contract in the linearisation of `OptionVault` and of
/// `VaultOperations`, so that both see the same words:
///   0 .. 3   ledger (see `Ledger`)
///   4, 5     book: packed headers, root of the strikes' mapping (see `BookState`)
///   6 .. 8   risk parameters (see `RiskParamsState`)
///   9, 10    series rules (see `RulesState`)
///   11       the redeem queue
///   12       root of the settled prices' mapping
/// OpenZeppelin's follow in the vault alone (ERC20: balances, allowances, supply, name, symbol; EIP712: two fallback
/// strings; Nonces; AccessManaged: authority). No proxy: the layout is fixed with the code.
abstract contract VaultLayout {
  Ledger internal _ledger;
  BookState internal _book;
  RiskParamsState internal _params;
  RulesState internal _rules;
  address internal _queue;
  mapping(uint256 expiry => uint256 price) internal _settledPrices;
}
