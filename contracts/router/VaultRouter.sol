// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {IVaultFactory} from "../interfaces/IVaultFactory.sol";
import {IVaultRouter} from "../interfaces/IVaultRouter.sol";
import {LegRunner} from "./LegRunner.sol";

/// @title VaultRouter
/// @notice Runs many legs over many vaults atomically. See `IVaultRouter` for what it can and cannot do.
contract VaultRouter is IVaultRouter, LegRunner {
  using SafeERC20 for IERC20;

  /// @dev The trader whose tokens pay the premium that is due: an address.
  uint256 private transient _payer;
  /// @dev In what: a token's address.
  uint256 private transient _token;

  constructor(IVaultFactory factory_) LegRunner(factory_) {}

  /// @inheritdoc IVaultRouter
  function execute(
    Leg[] calldata legs,
    TotalLimit[] calldata totals,
    address receiver,
    uint256 deadline
  ) external nonReentrant returns (int256[] memory premiums) {
    VaultOrder[] memory orders = _checkOrder(legs, totals, receiver, deadline);
    premiums = _run(orders, legs, totals, receiver);
    emit OrderExecuted(msg.sender, receiver, legs.length);
  }

  /// @inheritdoc IVaultRouter
  function executeWithPermits(
    Permit[] calldata permits,
    Leg[] calldata legs,
    TotalLimit[] calldata totals,
    address receiver,
    uint256 deadline
  ) external nonReentrant returns (int256[] memory premiums) {
    VaultOrder[] memory orders = _checkOrder(legs, totals, receiver, deadline);
    _permitAll(permits, orders);
    premiums = _run(orders, legs, totals, receiver);
    emit OrderExecuted(msg.sender, receiver, legs.length);
  }

  /// @inheritdoc IVaultRouter
  function executeWithPrices(
    SpotPrice[] calldata prices,
    Permit[] calldata permits,
    Leg[] calldata legs,
    TotalLimit[] calldata totals,
    address receiver,
    uint256 deadline
  ) external nonReentrant returns (int256[] memory premiums) {
    VaultOrder[] memory orders = _checkOrder(legs, totals, receiver, deadline);
    _bringPrices(prices, orders);
    _permitAll(permits, orders);
    premiums = _run(orders, legs, totals, receiver);
    emit OrderExecuted(msg.sender, receiver, legs.length);
  }

  /// @dev The payer is the caller of `execute`, never an argument (A17); the token is the one the order was checked with.
  function _pay(address vault, uint256 amount, bytes calldata) internal override {
    IERC20(address(uint160(_token))).safeTransferFrom(address(uint160(_payer)), vault, amount);
  }

  /// @dev Everything that can be refused without touching a token.
  function _checkOrder(
    Leg[] calldata legs,
    TotalLimit[] calldata totals,
    address receiver,
    uint256 deadline
  ) private view returns (VaultOrder[] memory orders) {
    orders = _checkLegs(legs, receiver, deadline);
    require(totals.length <= MAX_LEGS, TooManyTotals(totals.length, MAX_LEGS));
    for (uint256 i = 0; i < totals.length; ++i) _requireTraded(totals[i].token, orders);
  }

  /// @dev Runs checked orders and holds them against their limits. What an order brings goes straight to the receiver.
  function _run(
    VaultOrder[] memory orders,
    Leg[] calldata legs,
    TotalLimit[] calldata totals,
    address receiver
  ) private returns (int256[] memory premiums) {
    premiums = new int256[](orders.length);
    _payer = uint160(msg.sender);
    for (uint256 i = 0; i < orders.length; ++i) {
      VaultOrder memory order = orders[i];
      _token = uint160(address(order.token));
      (uint256 paid, uint256 brought) = _trade(order, legs, receiver, receiver, "");
      premiums[i] = _conclude(order, legs, paid, brought);
    }
    for (uint256 i = 0; i < totals.length; ++i) {
      int256 netPaid = _netPaid(orders, premiums, totals[i].token);
      require(netPaid <= totals[i].maxNetPaid, TotalLimitMissed(totals[i].token, netPaid, totals[i].maxNetPaid));
    }
  }

  function _netPaid(
    VaultOrder[] memory orders,
    int256[] memory premiums,
    IERC20 token
  ) private pure returns (int256 netPaid) {
    for (uint256 i = 0; i < orders.length; ++i) {
      if (address(orders[i].token) == address(token)) netPaid += premiums[i];
    }
  }

  function _permitAll(Permit[] calldata permits, VaultOrder[] memory orders) private {
    require(permits.length <= MAX_LEGS, TooManyPermits(permits.length, MAX_LEGS));
    for (uint256 i = 0; i < permits.length; ++i) _permit(permits[i], orders);
  }

  /// @dev Only to a collateral of the order: the router calls no address of the caller's choosing.
  function _permit(Permit calldata p, VaultOrder[] memory orders) private {
    _requireTraded(p.token, orders);
    try IERC20Permit(address(p.token)).permit(msg.sender, address(this), p.value, p.deadline, p.v, p.r, p.s) {} catch {
      // Run by somebody else first (A19), or unknown to the token: the allowance decides.
    }
  }
}
