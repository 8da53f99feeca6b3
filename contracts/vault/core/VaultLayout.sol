// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";

import {ENTRIES_PER_QUAD, MAX_STRIKES} from "../../types/Book.sol";
import {VaultState} from "../../types/VaultState.sol";
import {BookState} from "./BookStorage.sol";
import {LedgerState} from "./Ledger.sol";
import {RiskParamsState} from "./RiskParamsStorage.sol";
import {RulesState} from "./RulesStorage.sol";

/// @notice A state that was tripped by anyone, and since when: it lapses after a while if its condition is gone.
struct TripState {
  VaultState state;
  uint40 since;
}

/// @notice The strikes of an expiry's ladder that its last laying listed: lowest and highest tick; zeros where it listed none.
struct LadderSpan {
  uint24 low;
  uint24 high;
}

/// @notice Series of live expiries that wait for settlement outside the book (see `ParkedSeries`): what they lock lies in the reserve.
/// @dev Slot 0: the sum of their locks, WAD collateral. Slots 1, 2: the series, packed as in the book; no empty ones, and no expiry
/// without any.
struct ParkedState {
  uint256 lock;
  BookState series;
}

/// @notice What accounts owe the vault together (see `IVaultClearing`), packed beside the book's words: each entry at the place of its
/// series, positive where accounts are short. Zero where no entry of an expiry has lots, and past an expiry's count.
struct ClearingState {
  address engine;
  mapping(uint256 expiry => uint256[MAX_STRIKES / ENTRIES_PER_QUAD]) quads;
}

/// @title VaultLayout
/// @notice What a vault remembers, word by word. First in the linearisation of `OptionVault` and of its modules, which run in its
/// storage by delegation, so that all see the same words:
///   0         the access manager, and its mark of a scheduled call (OpenZeppelin's AccessManaged)
///   1 .. 6    ledger (see `LedgerState`)
///   7, 8      book: packed headers, root of the strikes' mapping (see `BookState`)
///   9 .. 11   risk parameters (see `RiskParamsState`)
///   12, 13    series rules (see `RulesState`)
///   14        the redeem queue
///   15        root of the settled prices' mapping
///   16        the tripped state
///   17 .. 19  parked series (see `ParkedState`)
///   20        root of the ladders' mapping
///   21, 22    the margin engine, root of the cleared book's mapping (see `ClearingState`)
///   23 .. 27  shares (OpenZeppelin's ERC20: balances, allowances, supply, name, symbol)
/// What the vault alone has follows (EIP712: two fallback strings; Nonces). No proxy: the layout is fixed with the code.
abstract contract VaultLayout is AccessManaged {
  LedgerState internal _ledger;
  BookState internal _book;
  RiskParamsState internal _params;
  RulesState internal _rules;
  address internal _queue;
  mapping(uint256 expiry => uint256 price) internal _settledPrices;
  TripState internal _tripped;
  ParkedState internal _parked;
  mapping(uint256 expiry => LadderSpan span) internal _ladders;
  ClearingState internal _clearing;
}
