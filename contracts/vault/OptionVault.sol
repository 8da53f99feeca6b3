// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {Context} from "@openzeppelin/contracts/utils/Context.sol";

import {IBuyCallback} from "../interfaces/IBuyCallback.sol";
import {IExpiryPrice} from "../interfaces/IExpiryPrice.sol";
import {IOptionToken} from "../interfaces/IOptionToken.sol";
import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {IPremiumOracle} from "../interfaces/IPremiumOracle.sol";
import {IVaultClearing} from "../interfaces/IVaultClearing.sol";
import {IVaultFactory} from "../interfaces/IVaultFactory.sol";
import {Leg} from "../types/Leg.sol";
import {OptionKind} from "../types/OptionKind.sol";
import {SeriesId} from "../types/SeriesId.sol";
import {VaultModules} from "../types/VaultModules.sol";
import {VaultOperations} from "./modules/VaultOperations.sol";
import {RiskParamsState, RiskParamsStorage} from "./core/RiskParamsStorage.sol";
import {RulesState, RulesStorage} from "./core/RulesStorage.sol";
import {Orders} from "./core/Order.sol";
import {OrderRules} from "./core/OrderRules.sol";
import {Shares} from "./core/ShareMath.sol";
import {VaultBase} from "./core/VaultBase.sol";
import {VaultLimits} from "./core/VaultLimits.sol";
import {VaultTerms} from "./core/VaultContext.sol";
import {VaultTrading} from "./core/VaultTrading.sol";
import {VaultValuation} from "./core/VaultValuation.sol";

/// @title OptionVault
/// @notice One sealed compartment: the sole counterparty of its own European options, covered to the last unit by its own
/// collateral, its shares priced at what the live book is worth. `IOptionVault` says what each entry does.
///
/// This page shows what is embedded here and what is served by which module, run by delegation in this vault's storage:
///
/// - here: shares (ERC-20 with permit), trading (`VaultTrading`), deposits (`VaultValuation`), and what routers ask of every vault;
/// - `VaultOperations`: listing, states, parameters (see `_moduleOf`);
/// - `VaultClearing`: the margin engine's door, settling;
/// - `VaultShares`: every other way in and out (mint, withdraw, redeem, exit, the redeem queue's entry), payment of settled
///   options, previews, limits; and behind it `VaultViews`: prices of orders, books.
///
/// Assumed: the collateral is a plain ERC-20 of at most 18 decimals, without fee on transfer and without rebasing (short
/// arrivals revert, what arrives unasked is never counted, a balance that shrinks by itself is not survived); the oracle
/// answers for the vault's own market and does not call back; block timestamps are within seconds of the truth.
///
/// What can go wrong, and what then:
///
/// - No price (feed dead, sequencer down, surface absent): no trade, no deposit, no withdrawal at NAV. The guaranteed exit,
///   settlement and redeeming go on: they ask for none.
/// - A stale or pending surface: no opening, no deposit, no withdrawal at NAV; selling back at the bid that its age allows.
/// - The price moves against the book: NAV falls at once. Options stay covered: lock never depends on a price.
/// - A wrong price that the feeds' and the surface's checks let through: whoever trades on it gains at most what their
///   bounds allow; the lock still covers every option.
/// - The expiry price is never proven: that expiry waits for the fallback; deposits and withdrawals at NAV wait with it if it has
///   open interest; the guaranteed exit does not.
/// - The collateral's issuer blocks the vault or a receiver: that transfer reverts, and nobody else's does.
/// - Governance or guardian turn bad: they can shut the vault to all but settlement, redeeming and the guaranteed exit, and
///   move parameters inside the hard bounds. They can't move a token, a price that is fixed, or the terms of an option.
contract OptionVault is VaultTrading, VaultValuation, ERC20Permit {
  using RiskParamsStorage for RiskParamsState;
  using RulesStorage for RulesState;

  uint8 private constant MAX_DECIMALS = 18;

  IERC20 private immutable COLLATERAL;
  IPremiumOracle private immutable ORACLE;
  IExpiryPrice private immutable EXPIRY_PRICE;
  IOptionToken private immutable OPTION_TOKEN;
  address private immutable FEE_RECIPIENT;
  OptionKind private immutable KIND;
  uint256 private immutable SCALE;
  uint8 private immutable SHARE_DECIMALS;
  uint256 private immutable AVERAGING_WINDOW;
  uint256 private immutable TICK_SIZE;
  uint256 private immutable LOT_SIZE;
  uint256 private immutable LEAST_DEPOSIT;
  /// @dev What every purchase asks of the series rules, see `SeriesRules`.
  uint256 private immutable MIN_ORDER;
  /// @dev Tenors and deltas, 64 bits each from the low end.
  uint256 private immutable OPENING_BOUNDS;
  address private immutable OPERATIONS;
  address private immutable CLEARING;
  address private immutable SHARES;

  /// @dev The deployer must be a factory: it makes the option token, whose vault is whoever asks for it.
  constructor(
    IOptionVault.Config memory config,
    VaultModules memory modules_
  ) ERC20(config.name, config.symbol) ERC20Permit(config.name) AccessManaged(config.authority) {
    require(config.authority != address(0) && config.feeRecipient != address(0), IOptionVault.ZeroAddress());
    uint8 tokenDecimals = IERC20Metadata(address(config.collateral)).decimals();
    require(tokenDecimals <= MAX_DECIMALS, IOptionVault.UnsupportedDecimals(tokenDecimals));
    uint256 scale_ = 10 ** (MAX_DECIMALS - tokenDecimals);
    uint256 window = config.expiryPrice.averagingWindow();
    require(window <= VaultLimits.TRADING_CUT_OFF, IOptionVault.ParamOutOfBounds("averagingWindow", window));
    // Revert where there is no such contract.
    config.oracle.surface();
    VaultOperations(modules_.operations).checkRules(config, scale_);

    COLLATERAL = config.collateral;
    ORACLE = config.oracle;
    EXPIRY_PRICE = config.expiryPrice;
    FEE_RECIPIENT = config.feeRecipient;
    KIND = config.kind;
    SCALE = scale_;
    SHARE_DECIMALS = tokenDecimals + VaultLimits.SHARE_DECIMALS_OFFSET;
    AVERAGING_WINDOW = window;
    TICK_SIZE = config.series.tickSize;
    LOT_SIZE = config.series.lotSize;
    LEAST_DEPOSIT = config.leastDeposit;
    (OPERATIONS, CLEARING, SHARES) = (modules_.operations, modules_.clearing, modules_.shares);
    _rules.set(config.series);
    IOptionVault.SeriesRules memory rules = _rules.load();
    MIN_ORDER = rules.minOrder;
    OPENING_BOUNDS = rules.minTenor | (rules.maxTenor << 64) | (rules.minDelta << 128) | (rules.maxDelta << 192);
    _params.schedule(config.risk, block.timestamp, 0);
    _params.setStress(VaultLimits.MIN_STRESS);
    OPTION_TOKEN = IVaultFactory(msg.sender).createOptionToken(config.market, config.kind);
  }

  // Trading

  /// @notice See `IOptionVault`.
  function buy(
    SeriesId id,
    uint256 quantity,
    uint256 maxPremium,
    address receiver,
    uint256 deadline
  ) external nonReentrant returns (uint256 premium) {
    _checkDeadline(deadline);
    premium = uint256(_tradeChecked(_alone(id, _signed(quantity)), msg.sender, receiver));
    require(premium <= maxPremium, IOptionVault.PremiumAboveLimit(premium, maxPremium));
    _pull(msg.sender, premium);
  }

  /// @notice See `IOptionVault`.
  function sell(
    SeriesId id,
    uint256 quantity,
    uint256 minPayout,
    address owner,
    address receiver,
    uint256 deadline
  ) external nonReentrant returns (uint256 payout) {
    _checkDeadline(deadline);
    payout = uint256(-_tradeChecked(_alone(id, -_signed(quantity)), owner, receiver));
    require(payout >= minPayout, IOptionVault.PayoutBelowLimit(payout, minPayout));
    _push(receiver, payout);
  }

  /// @notice See `IOptionVault`.
  function trade(
    Leg[] calldata legs,
    int256 maxPremium,
    address owner,
    address receiver,
    uint256 deadline
  ) external nonReentrant returns (int256 premium) {
    _checkDeadline(deadline);
    premium = _tradeChecked(Orders.copied(legs), owner, receiver);
    require(premium <= maxPremium, IOptionVault.OrderAboveLimit(premium, maxPremium));
    if (premium > 0) _pull(msg.sender, uint256(premium));
    else if (premium < 0) _push(receiver, uint256(-premium));
  }

  /// @notice See `IOptionVault`.
  function tradeWithCallback(
    Leg[] calldata legs,
    address owner,
    address receiver,
    address payee,
    bytes calldata data
  ) external nonReentrant returns (int256 premium) {
    premium = _tradeChecked(Orders.copied(legs), owner, receiver);
    if (premium < 0) {
      _checkReceiver(payee);
      _push(payee, uint256(-premium));
    } else if (premium > 0) {
      uint256 before = _balance();
      IBuyCallback(msg.sender).onPremiumDue(uint256(premium), data);
      _checkArrived(before, uint256(premium));
    }
  }

  // Deposits

  /// @notice See ERC-4626.
  function deposit(uint256 assets, address receiver) external nonReentrant returns (uint256) {
    return _deposit(assets, receiver);
  }

  /// @notice See `IOptionVault`.
  function deposit(
    uint256 assets,
    address receiver,
    uint256 minShares,
    uint256 deadline
  ) external nonReentrant returns (uint256 shares) {
    _checkDeadline(deadline);
    shares = _deposit(assets, receiver);
    require(shares >= minShares, IOptionVault.SharesBelowLimit(shares, minShares));
  }

  // What routers ask of every vault

  /// @notice See `IOptionVault`.
  function collateral() external view returns (IERC20) {
    return COLLATERAL;
  }

  /// @notice See `IOptionVault`.
  function optionToken() external view returns (IOptionToken) {
    return OPTION_TOKEN;
  }

  /// @notice See `IOptionVault`.
  function modules() external view returns (VaultModules memory) {
    return VaultModules({operations: OPERATIONS, clearing: CLEARING, shares: SHARES});
  }

  /// @notice See ERC-20.
  function decimals() public view override returns (uint8) {
    return SHARE_DECIMALS;
  }

  // Modules

  /// @notice Everything else: hands the whole call to the module that serves it, with this vault's terms behind it, and returns or
  /// reverts as it did. Rights are checked and the reentrancy guard is taken there, against this vault's own authority and in
  /// its own transient storage.
  fallback() external {
    (bool ok, bytes memory answer) = _moduleOf(msg.sig).delegatecall(abi.encodePacked(msg.data, abi.encode(_terms())));
    assembly ("memory-safe") {
      switch ok
      case 0 {
        revert(add(answer, 0x20), mload(answer))
      }
      default {
        return(add(answer, 0x20), mload(answer))
      }
    }
  }

  /// @dev Selectors that `VaultOperations` and `VaultClearing` serve; `VaultShares` serves the rest, or passes it on to `VaultViews`.
  function _moduleOf(bytes4 selector) private view returns (address) {
    bool operates =
      selector == IOptionVault.openExpiry.selector ||
        selector == IOptionVault.relist.selector ||
        selector == IOptionVault.trip.selector ||
        selector == IOptionVault.lapse.selector ||
        selector == IOptionVault.tighten.selector ||
        selector == IOptionVault.loosen.selector ||
        selector == IOptionVault.registerQueue.selector ||
        selector == IOptionVault.scheduleRiskParams.selector ||
        selector == IOptionVault.raiseStress.selector ||
        selector == IOptionVault.lowerStress.selector ||
        selector == IOptionVault.setProtocolFee.selector;
    if (operates) return OPERATIONS;
    bool clears =
      selector == IOptionVault.settle.selector ||
        selector == IVaultClearing.clear.selector ||
        selector == IVaultClearing.pledge.selector ||
        selector == IVaultClearing.unpledge.selector ||
        selector == IVaultClearing.surrender.selector ||
        selector == IVaultClearing.issue.selector ||
        selector == IVaultClearing.registerEngine.selector;
    return clears ? CLEARING : SHARES;
  }

  function _terms() private view returns (VaultTerms memory) {
    return
      VaultTerms({
        collateral: COLLATERAL,
        oracle: ORACLE,
        expiryPrice: EXPIRY_PRICE,
        optionToken: OPTION_TOKEN,
        feeRecipient: FEE_RECIPIENT,
        kind: KIND,
        scale: SCALE,
        tickSize: TICK_SIZE,
        lotSize: LOT_SIZE,
        averagingWindow: AVERAGING_WINDOW,
        leastDeposit: LEAST_DEPOSIT
      });
  }

  function _tradeChecked(Leg[] memory legs, address owner, address receiver) private returns (int256) {
    _checkReceiver(receiver);
    return _trade(legs, owner, receiver);
  }

  function _deposit(uint256 assets, address receiver) private returns (uint256 shares) {
    Valuation memory v = _value(Side.Comer);
    _checkDepositOpen(v);
    Shares minted = _sharesForDeposit(v, assets);
    _enter(v, assets, minted, receiver);
    shares = Shares.unwrap(minted);
  }

  /// @dev An order of one leg.
  function _alone(SeriesId id, int256 quantity) private pure returns (Leg[] memory legs) {
    legs = new Leg[](1);
    (legs[0].id, legs[0].quantity) = (id, quantity);
  }

  function _signed(uint256 quantity) private pure returns (int256) {
    require(quantity <= uint256(type(int256).max), IOptionVault.OrderTooLarge(quantity, uint256(type(int256).max)));
    return int256(quantity);
  }

  // Terms

  function _msgData() internal pure override(Context, VaultBase) returns (bytes calldata) {
    return msg.data;
  }

  function _termsBytes() internal pure override returns (uint256) {
    return 0;
  }

  function _collateralToken() internal view override returns (IERC20) {
    return COLLATERAL;
  }

  function _oracle() internal view override returns (IPremiumOracle) {
    return ORACLE;
  }

  function _optionToken() internal view override returns (IOptionToken) {
    return OPTION_TOKEN;
  }

  function _kind() internal view override returns (OptionKind) {
    return KIND;
  }

  function _scale() internal view override returns (uint256) {
    return SCALE;
  }

  function _tickSize() internal view override returns (uint256) {
    return TICK_SIZE;
  }

  function _lotSize() internal view override returns (uint256) {
    return LOT_SIZE;
  }

  function _averagingWindow() internal view override returns (uint256) {
    return AVERAGING_WINDOW;
  }

  function _leastDeposit() internal view override returns (uint256) {
    return LEAST_DEPOSIT;
  }

  function _minOrder() internal view override returns (uint256) {
    return MIN_ORDER;
  }

  function _openingBounds() internal view override returns (OrderRules.OpeningBounds memory bounds) {
    uint256 packed = OPENING_BOUNDS;
    (bounds.minTenor, bounds.maxTenor) = (uint64(packed), uint64(packed >> 64));
    (bounds.minDelta, bounds.maxDelta) = (uint64(packed >> 128), packed >> 192);
  }
}
