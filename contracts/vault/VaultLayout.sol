// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";

import {BookState} from "./BookStorage.sol";
import {LedgerState} from "./LedgerStorage.sol";
import {RiskParamsState} from "./RiskParamsStorage.sol";
import {RulesState} from "./RulesStorage.sol";

/// @title VaultLayout
/// @notice What a vault remembers, word by word. The first contract in the linearisation of `OptionVault` and of
/// `VaultOperations`, so that both see the same words:
///   0        the access manager, and its mark of a scheduled call (OpenZeppelin's AccessManaged)
///   1 .. 4   ledger (see `LedgerState`)
///   5, 6     book: packed headers, root of the strikes' mapping (see `BookState`)
///   7 .. 9   risk parameters (see `RiskParamsState`)
///   10, 11   series rules (see `RulesState`)
///   12       the redeem queue
///   13       root of the settled prices' mapping
/// OpenZeppelin's own follow in the vault alone (ERC20: balances, allowances, supply, name, symbol; EIP712: two fallback
/// strings; Nonces). No proxy: the layout is fixed with the code.
abstract contract VaultLayout is AccessManaged {
  LedgerState internal _ledger;
  BookState internal _book;
  RiskParamsState internal _params;
  RulesState internal _rules;
  address internal _queue;
  mapping(uint256 expiry => uint256 price) internal _settledPrices;
}
