// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {AccountId} from "../types/AccountId.sol";
import {Leg} from "../types/Leg.sol";
import {SeriesId} from "../types/SeriesId.sol";
import {IOptionVault} from "./IOptionVault.sol";
import {IVaultFactory} from "./IVaultFactory.sol";

/// @title IMarginEngine
/// @notice Accounts that write options to vaults and hold spreads for exactly what they can lose.
///
/// An account holds signed lots of series (`Position`; positive where it is short) at up to four vaults, eight in all,
/// and a share of the pledge that the engine keeps with each vault. For every vault that share covers the worst case of
/// the account's own positions there, Σ_expiries ⌈max(0, sup_P Σ lots·payoff(P))⌉, after every call. So no price is
/// asked, nothing can be liquidated, and every account ends at settlement by itself: covered calls, cash-secured puts,
/// verticals, condors and boxes cost their worst loss and no more.
///
/// An account exists without being opened, for whoever is its owner by its id. Who is not needs to be his operator
/// (`NotAuthorised`), and an operator can do all that the owner can; an owner can freeze all his operators at once.
/// Calls can run together in a `batch`, with the checks of every account that it touched at its end; a batch can be
/// simulated.
///
/// Only vaults of one factory, and of them those that answer to this engine, can be used: `VaultNotListed`.
///
/// Units: token amounts in the vault's collateral's own decimals, options in WAD, time in unix seconds. Rounding is
/// against the account, by less than a token unit for each expiry.
interface IMarginEngine {
  /// @notice Lots of one series at one vault.
  struct Position {
    IOptionVault vault;
    SeriesId id;
    /// WAD options, positive where the account is short (it owes the payoff), negative where it is long.
    int256 quantity;
  }

  /// @notice What an account has with one vault. Token units.
  struct Pledge {
    IOptionVault vault;
    /// Its share of the engine's pledge there.
    uint256 amount;
    /// Worst case of its positions there, which the share covers.
    uint256 needed;
  }

  struct Account {
    Position[] positions;
    Pledge[] pledges;
  }

  event VaultListed(IOptionVault indexed vault);
  event Deposited(AccountId indexed account, IOptionVault indexed vault, address indexed payer, uint256 amount);
  event Withdrawn(AccountId indexed account, IOptionVault indexed vault, address indexed receiver, uint256 amount);
  /// @notice An order went through.
  /// @param legs positive where the account bought
  /// @param premium token units: out of the account's pledge (positive) or into it
  event Traded(
    AccountId indexed account,
    IOptionVault indexed vault,
    address indexed trader,
    Leg[] legs,
    int256 premium
  );
  event Surrendered(AccountId indexed account, IOptionVault indexed vault, SeriesId indexed id, uint256 quantity);
  event Issued(
    AccountId indexed account,
    IOptionVault indexed vault,
    SeriesId indexed id,
    uint256 quantity,
    address receiver
  );
  /// @notice Positions and pledge went from one account to another.
  event Moved(AccountId indexed from, AccountId indexed to, IOptionVault indexed vault, uint256 pledge, Leg[] legs);
  /// @param owed token units: out of the account's pledge (positive) or into it
  event PositionsSettled(AccountId indexed account, IOptionVault indexed vault, uint256 indexed expiry, int256 owed);
  event OperatorSet(address indexed owner, address indexed operator, bool approved);
  event LockdownSet(address indexed owner, bool locked);

  /// @notice The caller is neither the account's owner nor his operator, or the owner has frozen his operators.
  error NotAuthorised(AccountId account, address caller);
  /// @notice The vault is not this factory's, or does not answer to this engine.
  error VaultNotListed(IOptionVault vault);
  /// @notice The account's share of the pledge would not cover its worst case there, or what is taken out of it. Token
  /// units.
  error PledgeTooSmall(AccountId account, IOptionVault vault, uint256 pledged, uint256 needed);
  /// @notice The share would be more than an account can hold. Token units.
  error PledgeTooLarge(AccountId account, uint256 pledged, uint256 maximum);
  error TooManyPositions(AccountId account, uint256 maximum);
  error TooManyVaults(AccountId account, uint256 maximum);
  /// @notice One batch trades, withdraws, issues and moves for at most so many accounts.
  error TooManyAccounts(uint256 maximum);
  /// @notice The position would be more than an account can hold. Lots.
  error PositionTooLarge(AccountId account, uint256 lots, uint256 maximum);
  /// @notice Options, WAD.
  error NotWholeLots(uint256 quantity, uint256 lotSize);
  /// @notice Only what closes a position whole may be smaller than the vault's smallest order. WAD.
  error OrderTooSmall(uint256 quantity, uint256 minimum);
  /// @notice More is issued, or moved, than the account holds. WAD options, positive where short.
  error PositionTooSmall(AccountId account, SeriesId id, uint256 quantity, int256 held);
  /// @notice Nothing moves from an account to itself.
  error SameAccount(AccountId account);
  /// @notice The expiry has not been settled by the vault, or has no price yet.
  error NotSettled(IOptionVault vault, uint256 expiry);
  /// @notice The account has no position that expires then.
  error NothingToSettle(AccountId account, IOptionVault vault, uint256 expiry);
  error DeadlinePassed(uint256 deadline, uint256 now_);
  /// @notice The permit is not signed by the owner for this chain, this engine and his next nonce.
  error InvalidSignature(address signer);
  /// @notice A batch calls `batch` or `simulate`.
  error NestedBatch();
  /// @notice A batch calls something else than one of the engine's own entries for accounts.
  error NotBatchable(bytes4 selector);
  error ZeroAmount();
  /// @notice Nobody could get back what this receiver gets: zero, the engine, or the vault and what belongs to it.
  error BadReceiver(address receiver);
  /// @notice What `tryBatch` always ends with: see `simulate`.
  error Simulated(bool ok, bytes reason, bytes[] results, Account[] afterwards);

  // ───────────────────────────────────────────── accounts ─────────────────────────────────────────────

  /// @notice Pulls `amount` of the vault's collateral from the caller into the account's pledge there. The caller has
  /// given the engine an allowance. Anyone may where the account has something at that vault; else he needs to be
  /// authorised, so that no stranger takes up one of its four places.
  function deposit(AccountId account, IOptionVault vault, uint256 amount) external;

  /// @notice Pays out of the account's pledge. The caller is authorised.
  /// @param amount token units; `type(uint256).max` for all that its positions leave free, which may be nothing
  /// @param receiver neither zero, nor the engine, nor the vault, its tokens or its queue: `BadReceiver`
  /// @return paid token units
  function withdraw(
    AccountId account,
    IOptionVault vault,
    uint256 amount,
    address receiver
  ) external returns (uint256 paid);

  /// @notice Trades legs with a vault for the account, as one order at one price. The caller is authorised.
  ///
  /// A leg that only makes a position smaller closes, every other one opens, also one that crosses zero
  /// (`IVaultClearing.clear`). Where other accounts hold the other way what is closed, it is an opening to the vault,
  /// which sees all accounts as one, and meets an opening's checks and price. A leg that closes may be below the
  /// vault's smallest order where it closes the position whole: else `OrderTooSmall`.
  /// @param legs 1 .. 8, no series twice; positive where the account buys, negative where it sells or writes
  /// @param maxPremium token units: the most to pay, or, negative, the least to get
  /// @param deadline unix seconds
  /// @return premium token units: out of the account's pledge (positive) or into it (negative)
  function trade(
    AccountId account,
    IOptionVault vault,
    Leg[] calldata legs,
    int256 maxPremium,
    uint256 deadline
  ) external returns (int256 premium);

  /// @notice Takes option tokens of the caller into the account as long lots. The caller is authorised, and has made
  /// the engine his operator on the option token, or given it an allowance.
  /// @param quantity WAD, whole lots
  function surrender(AccountId account, IOptionVault vault, SeriesId id, uint256 quantity) external;

  /// @notice Makes long lots of the account option tokens of `receiver`. The caller is authorised.
  /// @param quantity WAD, whole lots, at most what the account is long
  function issue(AccountId account, IOptionVault vault, SeriesId id, uint256 quantity, address receiver) external;

  /// @notice Moves positions and pledge at one vault from one account to another: a block trade at whatever price the
  /// parties agreed. The caller is authorised for both.
  /// @param legs how many options of each series go over: positive where short ones do, negative where long ones do;
  /// each at most what `from` holds of that sign. Limits are ignored.
  /// @param amount of pledge, token units
  function move(AccountId from, AccountId to, IOptionVault vault, Leg[] calldata legs, uint256 amount) external;

  /// @notice Ends an account's positions of an expiry that the vault has settled. Anyone, at any time, in any order.
  /// @param expiry unix seconds
  /// @return owed token units: out of the account's pledge (positive, rounded up) or into it (negative, rounded down)
  function settleAccount(AccountId account, IOptionVault vault, uint256 expiry) external returns (int256 owed);

  // ───────────────────────────────────────────── batches ─────────────────────────────────────────────

  /// @notice Runs calls of this interface's account entries one after another, and checks every account that they
  /// touched once, at the end.
  /// @param calls calldata of `deposit`, `withdraw`, `trade`, `surrender`, `issue`, `move` and `settleAccount`: else
  /// `NotBatchable`
  /// @return results what each returned, ABI-encoded
  function batch(bytes[] calldata calls) external returns (bytes[] memory results);

  /// @notice What a batch would come to, sent by the caller now; nothing of it stays. Never reverts for what the batch
  /// does.
  /// @param accounts whose state afterwards is wanted
  /// @return ok whether it would go through; then `results` and `afterwards`, else `reason`, the error
  function simulate(
    bytes[] calldata calls,
    AccountId[] calldata accounts
  ) external returns (bool ok, bytes memory reason, bytes[] memory results, Account[] memory afterwards);

  /// @notice What `simulate` runs and undoes: always reverts, with `Simulated`.
  function tryBatch(bytes[] calldata calls, AccountId[] calldata accounts) external;

  // ───────────────────────────────────────────── rights ─────────────────────────────────────────────

  /// @notice Lets somebody act for all accounts of the caller, or no longer.
  function setOperator(address operator, bool approved) external;

  /// @notice `setOperator` by the owner's signature (EIP-712, ERC-1271) over OperatorPermit(address owner,address
  /// operator,bool approved,uint256 nonce,uint256 deadline), nonce as `nonces` says.
  /// @param deadline unix seconds
  function permitOperator(
    address owner,
    address operator,
    bool approved,
    uint256 deadline,
    bytes calldata signature
  ) external;

  /// @notice Freezes all operators of the caller's accounts at once, or lets them act again. Permits that were signed
  /// before are void, also those for later nonces.
  function setLockdown(bool locked) external;

  // ───────────────────────────────────────────── views ─────────────────────────────────────────────

  /// @notice An account's positions and pledges; empty for one that was never used.
  function accountOf(AccountId account) external view returns (Account memory);
  /// @notice Whether `caller` may act for the account.
  function isAuthorised(AccountId account, address caller) external view returns (bool);
  /// @notice Whether an owner has made somebody his operator, frozen or not.
  function isOperator(address owner, address operator) external view returns (bool);
  function isLockedDown(address owner) external view returns (bool);
  /// @notice The nonce of an owner's next permit. Each freeze and thaw begins a new row of them, 2^64 further.
  function nonces(address owner) external view returns (uint256);
  /// @notice Whose vaults can be used.
  function factory() external view returns (IVaultFactory);
}
