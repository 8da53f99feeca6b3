// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Leg} from "../types/Leg.sol";
import {SeriesId} from "../types/SeriesId.sol";

/// @title IVaultClearing
/// @notice The door of a vault for its one margin engine: every vault answers to it.
///
/// Beside what it has written to holders of option tokens (w), a vault keeps its *cleared book* (c): what all accounts of the engine
/// owe it together, signed lots a series, positive where accounts are short. Its own book is the net n = w − c, which may be
/// negative: then the vault holds the option. Value, Greeks, risk charge, NAV and lock are about n; supply = n + c.
///
/// The vault trusts the engine with nothing. It keeps one counterparty's collateral, the *pledge*, in its own balance, apart from its
/// own, and requires after every call that the pledge covers the worst case of the cleared book, Q = Σ_expiries max(0, sup_P Σ c·payoff(P)).
/// So a broken engine, or an account's default anywhere, costs neither providers nor holders anything.
///
/// Units as in `IOptionVault`. Only the engine may call what is not a view or said otherwise: `NotEngine`.
interface IVaultClearing {
  event EngineRegistered(address indexed engine);
  /// @notice One leg of a cleared order.
  /// @param quantity WAD, positive where accounts bought
  /// @param amount its own part, token units
  /// @param fee WAD collateral
  event LegCleared(SeriesId indexed id, int256 quantity, uint256 amount, uint256 fee);
  /// @notice A cleared order went through.
  /// @param premium token units, from the pledge to the vault (positive) or back
  /// @param fee WAD collateral
  event OrderCleared(int256 premium, uint256 fee);
  event Pledged(uint256 amount);
  event Unpledged(address indexed receiver, uint256 amount);
  /// @notice Option tokens became cleared long lots. WAD options.
  event OptionsSurrendered(SeriesId indexed id, address indexed owner, uint256 quantity);
  /// @notice Cleared long lots became option tokens. WAD options.
  event OptionsIssued(SeriesId indexed id, address indexed receiver, uint256 quantity);
  /// @notice The cleared book of an expiry was settled.
  /// @param owed token units, from the pledge to the vault (positive) or back
  event ClearedSettled(uint256 indexed expiry, int256 owed);

  error NotEngine(address caller);
  error EngineAlreadyRegistered(address engine);
  /// @notice The pledge would not cover the worst case of the cleared book. Token units.
  error PledgeTooSmall(uint256 pledged, uint256 needed);
  /// @notice A leg that is said to close is larger than what accounts hold the other way. WAD options, positive where accounts are short.
  error NotClosing(SeriesId id, int256 quantity, int256 cleared);
  /// @notice The vault would be, or could become, long more than its share of min(E, a): of value, of vega and delta over ten
  /// volatility points and ten per cent. WAD collateral.
  error LongAboveLimit(uint256 amount, uint256 maximum);
  /// @notice More than the pledge is taken out. Token units.
  error PledgeExceeded(uint256 amount, uint256 pledged);

  /// @notice Registers the margin engine, once and for ever. ADMIN, behind its timelock.
  function registerEngine(address engine) external;

  /// @notice Trades legs for accounts, at the price of an order (`IOptionVault.trade`): the premium moves between the vault's collateral and
  /// the pledge, and no token moves.
  ///
  /// A leg that opens passes every check of a purchase, whichever its sign; one that opens a sale needs the vault `Open`, leaves what
  /// redeem requests claim (`NotEnoughFreeCollateral`) and bounds what the vault may be long (`LongAboveLimit`). A leg that closes
  /// (`closing`) trades until the vault is `SettleOnly`, whatever its size and without doubled doubt, a purchase on a fresh or pending
  /// surface; where the lock grows it fits what a purchase's does, or a hedge for a moment would make room that nobody else has.
  /// @param legs 1 .. 8, no series twice; positive where accounts buy. A leg's limit bounds its own part where there are several.
  /// @param closing bit i: leg i only makes smaller what the same account holds the other way. The vault checks it against all
  /// accounts together: `NotClosing`.
  /// @param maxPremium token units: the most to pay, or, negative, the least to get; reverts `OrderAboveLimit`
  /// @return premium token units: from the pledge (positive, rounded up) or into it (negative, rounded down)
  function clear(Leg[] calldata legs, uint256 closing, int256 maxPremium) external returns (int256 premium);

  /// @notice Counts `amount` token units, which the caller has sent before in the same transaction, as pledge: `TransferShort` where
  /// they are not there.
  function pledge(uint256 amount) external;

  /// @notice Pays pledge out. In every state.
  function unpledge(uint256 amount, address receiver) external;

  /// @notice Burns option tokens of `owner`, who has made the engine his operator or given it an allowance, and makes them cleared
  /// long lots. In every state, until the expiry is settled; no price is asked.
  /// @param quantity WAD, whole lots
  function surrender(SeriesId id, uint256 quantity, address owner) external;

  /// @notice Makes cleared long lots option tokens. In every state, until the expiry is settled. Where accounts are then short in all, what
  /// holders could sell back is bounded (`LongAboveLimit`): by what it locks, and only beyond that by what it is worth.
  /// @param quantity WAD, whole lots
  function issue(SeriesId id, uint256 quantity, address receiver) external;

  /// @notice The margin engine; zero while none is registered.
  function engine() external view returns (address);

  /// @notice Strikes of a live expiry with what accounts owe together in each (WAD, positive where they are short).
  function clearedOf(uint256 expiry) external view returns (uint256[] memory strikes, int256[] memory cleared);

  /// @notice Q: the worst case of the cleared book, token units.
  function clearedLock() external view returns (uint256);
}
