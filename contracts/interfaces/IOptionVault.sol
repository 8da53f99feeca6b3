// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

import {Assessment} from "../types/Assessment.sol";
import {Book} from "../types/Book.sol";
import {Capital} from "../types/Capital.sol";
import {EachQuote} from "../types/EachQuote.sol";
import {Leg} from "../types/Leg.sol";
import {OptionKind} from "../types/OptionKind.sol";
import {OrderQuote} from "../types/OrderQuote.sol";
import {Quote} from "../types/Quote.sol";
import {RiskParams} from "../types/RiskParams.sol";
import {SeriesId} from "../types/SeriesId.sol";
import {VaultModules} from "../types/VaultModules.sol";
import {VaultState} from "../types/VaultState.sol";
import {IExpiryPrice} from "./IExpiryPrice.sol";
import {IOptionToken} from "./IOptionToken.sol";
import {IPremiumOracle} from "./IPremiumOracle.sol";

/// @title IOptionVault
/// @notice One sealed compartment: the sole counterparty of its own European options on one market, always solvent from
/// its own collateral. Its shares are ERC-4626 with permit.
///
/// Assumptions: the collateral is a plain ERC-20 of at most 18 decimals (no fee on transfer, no rebasing); the premium oracle
/// answers for the vault's own market; block timestamps are within seconds of the truth.
///
/// Units: token amounts in the collateral's own decimals; options, prices, ratios in WAD; time in unix seconds.
/// Rounding always favours the vault.
interface IOptionVault is IERC4626, IERC20Permit {
  // ───────────────────────────────────────────── configuration ─────────────────────────────────────────────

  /// @notice How expiries and strikes are laid out and what may be opened. Fixed at construction.
  struct SeriesRules {
    /// WAD quote per underlying; strikes are whole multiples.
    uint256 tickSize;
    /// WAD options; quantities are whole multiples.
    uint256 lotSize;
    /// Smallest order, WAD options; a multiple of lotSize.
    uint256 minOrder;
    /// How many of the coming daily, weekly (Friday) and monthly (last Friday) 08:00 UTC expiries are on the calendar.
    uint8 dailies;
    uint8 weeklies;
    uint8 monthlies;
    /// Strikes listed when an expiry opens, 1 .. 16.
    uint8 strikesPerExpiry;
    /// Ladder step in units of σ√τ, WAD.
    uint256 ladderStep;
    /// Opening is allowed while the absolute spot delta lies within, WAD.
    uint256 minDelta;
    uint256 maxDelta;
    /// Opening is allowed while the time to expiry lies within, seconds.
    uint256 minTenor;
    uint256 maxTenor;
  }

  /// @notice What a vault is made from. The factory passes it to the constructor.
  struct Config {
    string name;
    string symbol;
    /// Readable market, for the option token ("WETH/USDC").
    string market;
    OptionKind kind;
    IERC20 collateral;
    IPremiumOracle oracle;
    IExpiryPrice expiryPrice;
    /// The AccessManager.
    address authority;
    /// Receives the protocol's part of fees.
    address feeRecipient;
    SeriesRules series;
    RiskParams risk;
    /// m: the least first deposit, token units: 1 % of what the vault is meant to hold. Risk capital starts from 100·m at most, and
    /// doubles from at least m in six hours at the fastest.
    uint256 leastDeposit;
  }

  // ───────────────────────────────────────────── events ─────────────────────────────────────────────

  /// @notice Options were written. Amounts are those that resulted: of an order of one leg all that it cost, else the leg's own
  /// part, with `OrderTraded` for the whole.
  event OptionsBought(
    SeriesId indexed id,
    address indexed buyer,
    address indexed receiver,
    uint256 quantity,
    uint256 premium,
    uint256 fee
  );
  /// @notice Options were bought back by the vault.
  event OptionsSold(
    SeriesId indexed id,
    address indexed owner,
    address indexed receiver,
    uint256 quantity,
    uint256 payout,
    uint256 fee
  );
  /// @notice An order of several legs went through.
  /// @param premium token units: paid (positive) or received (negative)
  /// @param fee WAD collateral
  event OrderTraded(address indexed trader, address indexed receiver, int256 premium, uint256 fee);
  /// @notice What the vault's books say after a priced call. WAD collateral, `collateral` is C.
  event BookMarked(
    uint256 collateral,
    int256 value,
    uint256 riskCapital,
    uint256 riskCharge,
    uint256 lock,
    uint256 spot
  );
  event ExpiryOpened(uint256 indexed expiry, uint256[] strikes);
  /// @notice An expiry was struck again. With each strike that is added and was parked, or is retired and has holders, comes
  /// `SeriesUnparked` or `SeriesParked`.
  event StrikesRelisted(uint256 indexed expiry, uint256[] added, uint256[] retired);
  /// @notice A series is no longer listed and waits for settlement; what it locks lies in the reserve. WAD options.
  event SeriesParked(SeriesId indexed id, uint256 quantity);
  /// @notice A parked series is listed again, as it was.
  event SeriesUnparked(SeriesId indexed id, uint256 quantity);
  /// @notice An expiry was settled: of the reserve, `owed` tokens are its holders', parked series' included.
  event ExpirySettled(uint256 indexed expiry, uint256 price, uint256 owed);
  event OptionsRedeemed(
    SeriesId indexed id,
    address indexed owner,
    address indexed receiver,
    uint256 quantity,
    uint256 payout
  );
  event GuaranteedExit(address indexed owner, address indexed receiver, uint256 shares, uint256 assets);
  event StateChanged(VaultState previous, VaultState current, address indexed by);
  event StressChanged(uint256 stress);
  event RiskParamsScheduled(RiskParams target, uint256 rampStart, uint256 rampEnd);
  event ProtocolFeeChanged(uint256 share);
  event FeesCollected(address indexed recipient, uint256 amount);
  event QueueRegistered(address indexed queue);
  event RedeemFilled(uint256 shares, uint256 assets);
  event EscrowReleased(address indexed receiver, uint256 assets);

  // ───────────────────────────────────────────── errors ─────────────────────────────────────────────

  /// @notice Nobody could get back what this receiver gets: zero, the vault, its option token, its collateral or its queue.
  error BadReceiver(address receiver);
  error DeadlinePassed(uint256 deadline, uint256 now_);
  error ZeroAmount();
  error ZeroAddress();
  /// @notice The collateral has more than 18 decimals.
  error UnsupportedDecimals(uint8 decimals);
  /// @notice The collateral did not arrive in full: fee on transfer, or a callback that did not pay.
  error TransferShort(uint256 expected, uint256 received);
  /// @notice Never was, is no longer, or is parked (see `parkedOf`): then it can be redeemed once it is settled.
  error SeriesNotListed(SeriesId id);
  error ExpiryNotOpen(uint256 expiry);
  error ExpiryClosed(uint256 expiry, uint256 cutOff);
  error OrderTooSmall(uint256 quantity, uint256 minimum);
  error NotWholeLots(uint256 quantity, uint256 lotSize);
  error OrderTooLarge(uint256 quantity, uint256 maximum);
  error LegsOutOfRange(uint256 legs, uint256 maximum);
  /// @notice An order has a series twice.
  error DuplicateSeries(SeriesId id);
  /// @notice A leg's own part costs more, or pays less, than its limit. Token units.
  error LegLimitMissed(uint256 leg, uint256 amount, uint256 limit);
  /// @notice The order costs more, or pays less (negative), than its limit. Token units.
  error OrderAboveLimit(int256 premium, int256 limit);
  /// @notice In `Guarded` one order may add this much to the lock at most, WAD collateral.
  error LockGrowthAboveLimit(uint256 added, uint256 maximum);
  error DeltaOutOfBounds(int256 spotDelta, uint256 minimum, uint256 maximum);
  error TenorOutOfBounds(uint256 tenor, uint256 minimum, uint256 maximum);
  error PremiumAboveLimit(uint256 premium, uint256 limit);
  error PayoutBelowLimit(uint256 payout, uint256 limit);
  /// @notice Fees exceed what the option is worth; keep it instead.
  error NothingToPay();
  error StateForbids(VaultState state);
  error SurfaceForbids();
  error NoProviders();
  /// @notice The lock would exceed its allowed share of actual capital.
  error UtilisationAboveLimit(uint256 lock, uint256 actualCapital, uint256 limit);
  /// @notice The collateral would not cover the lock.
  error Insolvent(uint256 lock, uint256 collateral);
  error NotEnoughFreeCollateral(uint256 requested, uint256 free);
  /// @notice From the averaging window's start until the price is fixed and settled, with open interest in that expiry.
  error SettlementPending(uint256 expiry);
  error NavTooLow(int256 nav, uint256 minimum);
  error SharesBelowLimit(uint256 shares, uint256 limit);
  error SharesAboveLimit(uint256 shares, uint256 limit);
  error AssetsBelowLimit(uint256 assets, uint256 limit);
  error AssetsAboveLimit(uint256 assets, uint256 limit);
  error NotOnCalendar(uint256 expiry);
  error ExpiryAlreadyOpen(uint256 expiry);
  error TooManyExpiries();
  error TooManySeries();
  error NothingToRelist(uint256 expiry);
  error ExpiryPriceNotFixed(uint256 expiry);
  error NotSettled(uint256 expiry);
  error NotTightening(VaultState current, VaultState requested);
  error NotLoosening(VaultState current, VaultState requested);
  error TripConditionNotMet(VaultState requested);
  /// @notice The condition of the tripped state still holds.
  error TripConditionHolds(VaultState current);
  error TripLasts(uint256 until);
  error NothingTripped();
  error ParamOutOfBounds(bytes32 name, uint256 value);
  error RampTooShort(uint256 duration, uint256 minimum);
  /// @notice The last ramp ended, or the vault was made, less than seven days ago. Unix seconds.
  error RampTooSoon(uint256 earliest);
  /// @notice More than a quarter above or a fifth below what is in effect, and more than 2.5 % of the parameter's hard bound away from it.
  error RampTooSteep(bytes32 name, int256 current, int256 target);
  error NotQueue(address caller);
  error QueueAlreadyRegistered(address queue);
  error TradedThisBlock();

  // ───────────────────────────────────────────── trading ─────────────────────────────────────────────

  /// @notice Buys `quantity` (WAD) of a listed series; pulls the premium from the caller.
  /// @param maxPremium token units; reverts `PremiumAboveLimit` beyond
  /// @param deadline unix seconds
  /// @return premium paid, token units, rounded up
  function buy(
    SeriesId id,
    uint256 quantity,
    uint256 maxPremium,
    address receiver,
    uint256 deadline
  ) external returns (uint256 premium);

  /// @notice Sells `quantity` (WAD) of `owner`'s options back to the vault; the caller is the owner, or has allowance or is
  /// operator on the option token.
  /// @param minPayout token units; reverts `PayoutBelowLimit` below
  /// @return payout token units, rounded down
  function sell(
    SeriesId id,
    uint256 quantity,
    uint256 minPayout,
    address owner,
    address receiver,
    uint256 deadline
  ) external returns (uint256 payout);

  /// @notice Trades the legs of an order together: one pass over the book, one change of the risk charge, one check. Pulls what
  /// it costs from the caller, or pays what it brings to `receiver`.
  /// @param legs 1 .. 8, no series twice. A leg's limit bounds its own part where there are several.
  /// @param maxPremium token units: the most to pay, or, negative, the least to get; reverts `OrderAboveLimit`
  /// @param owner whose options are sold: the caller, or someone whose allowance or operator right on the option token he has
  /// @param receiver of options that are bought, and of what the order brings
  /// @param deadline unix seconds
  /// @return premium token units: paid (positive, rounded up) or received (negative, rounded down)
  function trade(
    Leg[] calldata legs,
    int256 maxPremium,
    address owner,
    address receiver,
    uint256 deadline
  ) external returns (int256 premium);

  /// @notice As `trade`, but the caller is asked to send what the order costs (`IBuyCallback.onPremiumDue`), and bounds it himself.
  /// @param payee of what the order brings
  function tradeWithCallback(
    Leg[] calldata legs,
    address owner,
    address receiver,
    address payee,
    bytes calldata data
  ) external returns (int256 premium);

  /// @notice The price of buying (`quantity` > 0) or selling back (< 0), in WAD, as the oracle says it now. Checks listing but none
  /// of the limits; reverts only where there is no price.
  function quoteTrade(SeriesId id, int256 quantity) external view returns (Quote memory);

  /// @notice `quoteTrade` of an order of several legs, with its parts.
  function quoteOrder(Leg[] calldata legs) external view returns (OrderQuote memory);

  /// @notice `quoteTrade` of every quantity of every series, each trade as if it were the only one, in one pass over the book. At most
  /// 256 of them. Checks listing but none of the limits; what a trade locks follows from its terms.
  function quoteEach(SeriesId[] calldata ids, int256[] calldata quantities) external view returns (EachQuote memory);

  /// @notice Reverts with the error that an order would meet; else what it would cost or bring now. What depends on the trader
  /// (balance, allowance, limits) is not looked at.
  /// @return premium token units: to pay (positive) or to get (negative)
  function checkOrder(Leg[] calldata legs) external view returns (int256 premium, OrderQuote memory quote);

  // ───────────────────────────────────────────── series ─────────────────────────────────────────────

  /// @notice Opens an expiry on the calendar and lays out its strikes by rule. Anyone.
  function openExpiry(uint256 expiry) external returns (uint256[] memory strikes);

  /// @notice Re-strikes an expiry whose forward has left the middle of its ladder. Anyone. Strikes are added by rule. Of those outside
  /// the new ladder, empty ones are retired, and series that hold only dust are parked: they wait for settlement outside the
  /// book, all that they lock in the reserve, until a later ladder has their strike again. Dust is what four smallest orders and
  /// 0.1 % of actual capital lock at most; at most 16 series an expiry are parked, and all of them lock at most 1.5 % of it.
  function relist(uint256 expiry) external;

  /// @notice Moves what an expiry owes to the reserve, once its price is fixed. Anyone; nobody can pause it.
  /// @return owed token units, parked series included
  function settle(uint256 expiry) external returns (uint256 owed);

  /// @notice Pays settled options out of the reserve. The caller is the owner, or has allowance or is operator.
  /// @return payout token units, rounded down
  function redeemOptions(
    SeriesId id,
    uint256 quantity,
    address owner,
    address receiver
  ) external returns (uint256 payout);

  // ───────────────────────────────────────────── shares ─────────────────────────────────────────────

  /// @notice ERC-4626 deposit with limits.
  function deposit(
    uint256 assets,
    address receiver,
    uint256 minShares,
    uint256 deadline
  ) external returns (uint256 shares);

  /// @notice ERC-4626 mint with limits.
  function mint(
    uint256 shares,
    address receiver,
    uint256 maxAssets,
    uint256 deadline
  ) external returns (uint256 assets);

  /// @notice ERC-4626 withdraw with limits.
  function withdraw(
    uint256 assets,
    address receiver,
    address owner,
    uint256 maxShares,
    uint256 deadline
  ) external returns (uint256 shares);

  /// @notice ERC-4626 redeem with limits.
  function redeem(
    uint256 shares,
    address receiver,
    address owner,
    uint256 minAssets,
    uint256 deadline
  ) external returns (uint256 assets);

  /// @notice Leaves without any price: shares / (supply + virtual shares) × max(0, C − lock − Rb), Rb the largest risk charge
  /// lately. Works in every state. Somebody's purchase in front of it lowers what it pays: hence the minimum; the form
  /// without one is for contracts that checked for themselves in the same transaction.
  /// @param minAssets token units; reverts `AssetsBelowLimit` below
  function guaranteedExit(
    uint256 shares,
    address receiver,
    address owner,
    uint256 minAssets,
    uint256 deadline
  ) external returns (uint256 assets);

  function guaranteedExit(uint256 shares, address receiver, address owner) external returns (uint256 assets);

  /// @notice What `guaranteedExit` would pay now.
  function previewGuaranteedExit(uint256 shares) external view returns (uint256 assets);

  // ───────────────────────────────────────────── redeem queue's entry ─────────────────────────────────────────────

  /// @notice Whether redeem requests wait: while they do, every trade asks the queue what they claim. Queue only.
  function setRequestsWaiting(bool waiting) external;

  /// @notice Redeems shares that the registered queue holds at NAV and sets the assets aside as escrow. Queue only; not in a
  /// block in which the vault traded.
  /// @param epoch in which the requests were made: they bear no rent of what was locked after it closed
  function fillRedeem(uint256 shares, uint256 epoch) external returns (uint256 assets);

  /// @notice Pays escrow out. Queue only.
  function releaseEscrow(address receiver, uint256 assets) external;

  // ───────────────────────────────────────────── state and parameters ─────────────────────────────────────────────

  /// @notice Shuts further, at once. Guardian.
  function tighten(VaultState state) external;

  /// @notice Shuts further where the published condition holds (see `VaultStates`); not in a block in which the vault traded.
  /// Anyone.
  function trip(VaultState state) external;

  /// @notice Ends what was tripped, a day later or more, once its condition is gone. Anyone; not in a block in which the vault
  /// traded.
  function lapse() external;

  /// @notice Opens again. Governor, behind the access manager's delay.
  function loosen(VaultState state) external;

  /// @notice Sets the stress multiplier of asks (WAD, 1 .. 5). Raising is the guardian's, at once; lowering the governor's.
  function raiseStress(uint256 stress) external;
  function lowerStress(uint256 stress) external;

  /// @notice Moves the risk parameters to `target`: those that move NAV linearly over `duration`, the others at once. Governor.
  ///
  /// One ramp moves each parameter up by a quarter or down by a fifth of what is in effect, or by 2.5 % of its hard bound where that
  /// is more (from zero, or across it): `RampTooSteep`. The next may begin seven days after its end, and a new vault's first seven
  /// days after its creation: `RampTooSoon`. So nothing moves further than one such step within any seven days.
  /// @param target each within its hard bound: `ParamOutOfBounds`; `stress` and `confidenceFactor` are ignored
  /// @param duration seconds, one day (`RampTooShort`) to ninety (`ParamOutOfBounds`)
  function scheduleRiskParams(RiskParams calldata target, uint256 duration) external;

  /// @notice Sets the protocol's share of fees (WAD, ≤ 0.5). Governor. Down at once; up by 0.05 at most (`RampTooSteep`), seven days after
  /// the last rise at the earliest (`RampTooSoon`). While nobody has shares, as far as the bound.
  function setProtocolFee(uint256 share) external;

  /// @notice Pays the owed protocol fees to the fee recipient. Anyone.
  function collectFees() external returns (uint256 amount);

  /// @notice Registers the redeem queue, once. Governor.
  function registerQueue(address queue) external;

  // ───────────────────────────────────────────── views ─────────────────────────────────────────────

  /// @notice The access manager that governs the vault.
  function authority() external view returns (address);
  function kind() external view returns (OptionKind);
  function collateral() external view returns (IERC20);
  /// @notice WAD per token unit: 10^(18 − decimals).
  function scale() external view returns (uint256);
  /// @notice Whose code this vault runs by delegation.
  function modules() external view returns (VaultModules memory);
  /// @notice m: the least first deposit, token units.
  function leastDeposit() external view returns (uint256);
  function oracle() external view returns (IPremiumOracle);
  function expiryPrice() external view returns (IExpiryPrice);
  function optionToken() external view returns (IOptionToken);
  function feeRecipient() external view returns (address);
  /// @notice The redeem queue; zero while none is registered.
  function queue() external view returns (address);
  function seriesRules() external view returns (SeriesRules memory);

  /// @notice The parameters in effect now (on the ramp, where one runs).
  function riskParams() external view returns (RiskParams memory);

  /// @notice The protocol's share of fees, WAD.
  function protocolFee() external view returns (uint256);

  /// @notice The book as stored.
  function book() external view returns (Book memory);

  /// @notice Capital as stored, before this block's step.
  function capital() external view returns (Capital memory);

  /// @notice NAV, Greeks and risk charge now, with this block's step of the risk capital. Reverts where there is no price. NAV and band
  /// count parked series, all else the book alone.
  function assess() external view returns (Assessment memory);

  /// @notice The state that is stored; trading also heeds the surface's and the feed's.
  function state() external view returns (VaultState);

  /// @notice All balances of the vault's books. Token units but for the WAD ones.
  struct Accounts {
    /// Collateral the vault accounts for; what is donated on top is never counted.
    uint256 held;
    /// U: owed to holders of settled options, and what parked series lock.
    uint256 reserve;
    /// F: owed to the fee recipient.
    uint256 feesOwed;
    /// Filled and not yet paid redeem requests.
    uint256 escrow;
    /// Collateral in the vault's balance that belongs to accounts; outside `held`.
    uint256 pledged;
    /// Worst case of the book, WAD.
    uint256 lock;
    /// E as stored, WAD.
    uint256 riskCapital;
    /// Rb: the largest risk charge lately, as stored, WAD.
    uint256 recentCharge;
  }

  function accounts() external view returns (Accounts memory);

  /// @notice Net short amount of a series, WAD; zero where it is not listed, also if it is parked.
  function netOf(SeriesId id) external view returns (int256);
  /// @notice Whether a series is listed in a live expiry.
  function isListed(SeriesId id) external view returns (bool);
  /// @notice Live expiries, ascending.
  function expiries() external view returns (uint256[] memory);
  /// @notice Strikes of a live expiry with their net short amounts (WAD).
  function strikesOf(uint256 expiry) external view returns (uint256[] memory strikes, int256[] memory nets);
  /// @notice Strikes of a live expiry's parked series, ascending, with their net short amounts (WAD); none where there are none.
  function parkedOf(uint256 expiry) external view returns (uint256[] memory strikes, int256[] memory nets);
  /// @notice The price at which an expiry was settled here; zero before.
  function settledPrice(uint256 expiry) external view returns (uint256);
}
