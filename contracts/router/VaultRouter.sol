// SPDX-License-Identifier: MIT
pragma solidity 0.8.33;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {SignedMath} from "@openzeppelin/contracts/utils/math/SignedMath.sol";

import {IBuyCallback} from "../interfaces/IBuyCallback.sol";
import {IVaultFactory} from "../interfaces/IVaultFactory.sol";
import {IVaultRouter} from "../interfaces/IVaultRouter.sol";

/// @title VaultRouter
/// @notice Runs many legs over many vaults atomically. See `IVaultRouter` for what it can and cannot do.
/// @dev No storage but for the length of a call: while a vault is being bought from, transient storage names it and whoever
/// pays. A vault outside that moment cannot make the router pay, and within it can do so once.
contract VaultRouter is IVaultRouter, IBuyCallback, ReentrancyGuardTransient {
  using SafeERC20 for IERC20;
  using SafeCast for uint256;

  /// @notice Most legs, totals and permits an order can have.
  uint256 public constant MAX_LEGS = 32;

  /// @notice Whose vaults the router trades with.
  IVaultFactory public immutable factory;

  /// @dev The vault that may ask for a premium now.
  address private transient _payee;
  /// @dev The trader whose tokens pay it.
  address private transient _payer;
  /// @dev In what.
  IERC20 private transient _token;
  /// @dev What the vault asked for, token units.
  uint256 private transient _paid;

  constructor(IVaultFactory factory_) {
    factory = factory_;
  }

  /// @inheritdoc IVaultRouter
  function execute(
    Leg[] calldata legs,
    TotalLimit[] calldata totals,
    address receiver,
    uint256 deadline
  ) external nonReentrant returns (uint256[] memory amounts) {
    IERC20[] memory tokens = _checkOrder(legs, totals, receiver, deadline);
    return _run(legs, tokens, totals, receiver);
  }

  /// @inheritdoc IVaultRouter
  function executeWithPermits(
    Permit[] calldata permits,
    Leg[] calldata legs,
    TotalLimit[] calldata totals,
    address receiver,
    uint256 deadline
  ) external nonReentrant returns (uint256[] memory amounts) {
    require(permits.length <= MAX_LEGS, TooManyPermits(permits.length, MAX_LEGS));
    IERC20[] memory tokens = _checkOrder(legs, totals, receiver, deadline);
    for (uint256 i = 0; i < permits.length; ++i) _permit(permits[i], tokens);
    return _run(legs, tokens, totals, receiver);
  }

  /// @inheritdoc IBuyCallback
  /// @dev Not guarded against reentrancy because it runs inside a guarded call; whom it pays is what guards it.
  function onPremiumDue(uint256 amount, bytes calldata) external {
    require(msg.sender == _payee, NotPaying(msg.sender));
    _payee = address(0);
    _paid = amount;
    // The payer is the caller of `execute`, never an argument (A17); the token is the one the order was checked with.
    _token.safeTransferFrom(_payer, msg.sender, amount);
  }

  /// @dev Everything that can be refused without touching a token.
  /// @return tokens the collateral of each leg
  function _checkOrder(
    Leg[] calldata legs,
    TotalLimit[] calldata totals,
    address receiver,
    uint256 deadline
  ) private view returns (IERC20[] memory tokens) {
    require(block.timestamp <= deadline, DeadlinePassed(deadline, block.timestamp));
    require(legs.length != 0, NoLegs());
    require(legs.length <= MAX_LEGS, TooManyLegs(legs.length, MAX_LEGS));
    require(totals.length <= MAX_LEGS, TooManyTotals(totals.length, MAX_LEGS));
    require(receiver != address(0) && receiver != address(this), BadReceiver(receiver));

    tokens = new IERC20[](legs.length);
    for (uint256 i = 0; i < legs.length; ++i) {
      address vault = address(legs[i].vault);
      require(factory.isVault(vault), UnknownVault(vault));
      tokens[i] = legs[i].vault.collateral();
    }
    for (uint256 i = 0; i < totals.length; ++i) _requireTraded(totals[i].token, tokens);
  }

  /// @dev Runs checked legs and holds them against their limits.
  function _run(
    Leg[] calldata legs,
    IERC20[] memory tokens,
    TotalLimit[] calldata totals,
    address receiver
  ) private returns (uint256[] memory amounts) {
    amounts = new uint256[](legs.length);
    for (uint256 i = 0; i < legs.length; ++i) {
      Leg calldata leg = legs[i];
      bool buying = leg.quantity > 0;
      uint256 amount = buying ? _buy(leg, tokens[i], receiver) : _sell(leg, receiver);
      require(buying ? amount <= leg.limit : amount >= leg.limit, LegLimitMissed(i, amount, leg.limit));
      amounts[i] = amount;
    }
    for (uint256 i = 0; i < totals.length; ++i) {
      int256 netPaid = _netPaid(legs, tokens, amounts, totals[i].token);
      require(netPaid <= totals[i].maxNetPaid, TotalLimitMissed(totals[i].token, netPaid, totals[i].maxNetPaid));
    }
    emit OrderExecuted(msg.sender, receiver, legs.length);
  }

  function _buy(Leg calldata leg, IERC20 token, address receiver) private returns (uint256 premium) {
    _payee = address(leg.vault);
    _payer = msg.sender;
    _token = token;
    _paid = 0;
    leg.vault.buyWithCallback(leg.id, SignedMath.abs(leg.quantity), receiver, "");
    // Counted is what the vault took, not what it says; and its right to take ends here, used or not.
    premium = _paid;
    _payee = address(0);
  }

  /// @dev The leg's limit is checked by `_run`, as for purchases; the order's deadline by `_checkOrder`.
  function _sell(Leg calldata leg, address receiver) private returns (uint256 payout) {
    return leg.vault.sell(leg.id, SignedMath.abs(leg.quantity), 0, msg.sender, receiver, block.timestamp);
  }

  function _netPaid(
    Leg[] calldata legs,
    IERC20[] memory tokens,
    uint256[] memory amounts,
    IERC20 token
  ) private pure returns (int256 netPaid) {
    for (uint256 i = 0; i < legs.length; ++i) {
      if (address(tokens[i]) != address(token)) continue;
      int256 amount = amounts[i].toInt256();
      netPaid += legs[i].quantity > 0 ? amount : -amount;
    }
  }

  /// @dev Only to a collateral of the order: the router calls no address of the caller's choosing.
  function _permit(Permit calldata p, IERC20[] memory tokens) private {
    _requireTraded(p.token, tokens);
    try IERC20Permit(address(p.token)).permit(msg.sender, address(this), p.value, p.deadline, p.v, p.r, p.s) {} catch {
      // Run by somebody else first (A19), or unknown to the token: the allowance decides.
    }
  }

  function _requireTraded(IERC20 token, IERC20[] memory tokens) private pure {
    for (uint256 i = 0; i < tokens.length; ++i) if (address(tokens[i]) == address(token)) return;
    revert TokenNotTraded(token);
  }
}
