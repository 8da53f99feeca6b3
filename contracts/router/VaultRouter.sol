// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IVaultFactory} from "../interfaces/IVaultFactory.sol";
import {IVaultRouter} from "../interfaces/IVaultRouter.sol";
import {LegRunner} from "./LegRunner.sol";

/// @title VaultRouter
/// @notice Runs many legs over many vaults atomically. See `IVaultRouter` for what it can and cannot do.
contract VaultRouter is IVaultRouter, LegRunner {
  using SafeERC20 for IERC20;
  using SafeCast for uint256;

  /// @dev The trader whose tokens pay the premium that is due.
  address private transient _payer;
  /// @dev In what.
  IERC20 private transient _token;

  constructor(IVaultFactory factory_) LegRunner(factory_) {}

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

  /// @dev The payer is the caller of `execute`, never an argument (A17); the token is the one the order was checked with.
  function _pay(address vault, uint256 amount, bytes calldata) internal override {
    _token.safeTransferFrom(_payer, vault, amount);
  }

  /// @dev Everything that can be refused without touching a token.
  /// @return tokens the collateral of each leg
  function _checkOrder(
    Leg[] calldata legs,
    TotalLimit[] calldata totals,
    address receiver,
    uint256 deadline
  ) private view returns (IERC20[] memory tokens) {
    tokens = _checkLegs(legs, receiver, deadline);
    require(totals.length <= MAX_LEGS, TooManyTotals(totals.length, MAX_LEGS));
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
    _payer = msg.sender;
    for (uint256 i = 0; i < legs.length; ++i) {
      Leg calldata leg = legs[i];
      _token = tokens[i];
      amounts[i] = leg.quantity > 0 ? _buy(leg, receiver, "") : _sell(leg, receiver);
      _requireWithinLimit(leg, i, amounts[i]);
    }
    for (uint256 i = 0; i < totals.length; ++i) {
      int256 netPaid = _netPaid(legs, tokens, amounts, totals[i].token);
      require(netPaid <= totals[i].maxNetPaid, TotalLimitMissed(totals[i].token, netPaid, totals[i].maxNetPaid));
    }
    emit OrderExecuted(msg.sender, receiver, legs.length);
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
}
