// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SignedMath} from "@openzeppelin/contracts/utils/math/SignedMath.sol";

import {IBuyCallback} from "../interfaces/IBuyCallback.sol";
import {IVaultFactory} from "../interfaces/IVaultFactory.sol";
import {IVaultOrders} from "../interfaces/IVaultOrders.sol";
import {Leg as VaultLeg} from "../types/Leg.sol";

/// @title LegRunner
/// @notice Checks the legs of an order and runs one at a time. Where a premium comes from is the inheriting router's business.
/// @dev No storage but for the length of a call: while a vault is being bought from, transient storage names it. A vault
/// outside that moment cannot make the router pay, and within it can do so once.
abstract contract LegRunner is IVaultOrders, IBuyCallback, ReentrancyGuardTransient {
  /// @notice Most legs an order can have, and of everything else that comes in a list.
  uint256 public constant MAX_LEGS = 32;

  /// @notice Whose vaults the router trades with.
  IVaultFactory public immutable factory;

  /// @dev The vault that may ask for a premium now.
  address private transient _payee;
  /// @dev What the vault asked for, token units.
  uint256 private transient _paid;

  constructor(IVaultFactory factory_) {
    factory = factory_;
  }

  /// @inheritdoc IBuyCallback
  /// @dev Not guarded against reentrancy because it runs inside a guarded call; whom it pays is what guards it.
  function onPremiumDue(uint256 amount, bytes calldata data) external {
    require(msg.sender == _payee, NotPaying(msg.sender));
    _payee = address(0);
    _paid = amount;
    _pay(msg.sender, amount, data);
  }

  /// @dev Everything that can be refused of the legs without touching a token.
  /// @return tokens the collateral of each leg
  function _checkLegs(
    Leg[] calldata legs,
    address receiver,
    uint256 deadline
  ) internal view returns (IERC20[] memory tokens) {
    require(block.timestamp <= deadline, DeadlinePassed(deadline, block.timestamp));
    require(legs.length != 0, NoLegs());
    require(legs.length <= MAX_LEGS, TooManyLegs(legs.length, MAX_LEGS));
    require(receiver != address(0) && receiver != address(this), BadReceiver(receiver));

    tokens = new IERC20[](legs.length);
    for (uint256 i = 0; i < legs.length; ++i) {
      address vault = address(legs[i].vault);
      require(factory.isVault(vault), UnknownVault(vault));
      tokens[i] = legs[i].vault.collateral();
    }
  }

  /// @dev Buys a leg; the vault hands `data` back when it asks to be paid.
  function _buy(Leg calldata leg, address receiver, bytes memory data) internal returns (uint256 premium) {
    _payee = address(leg.vault);
    _paid = 0;
    leg.vault.tradeWithCallback(_alone(leg), msg.sender, receiver, receiver, data);
    // Counted is what the vault took, not what it says; and its right to take ends here, used or not.
    premium = _paid;
    _payee = address(0);
  }

  /// @dev Sells the caller's options. The limit is `_requireWithinLimit`'s, as for purchases; the deadline `_checkLegs`'s.
  function _sell(Leg calldata leg, address receiver) internal returns (uint256 payout) {
    return leg.vault.sell(leg.id, SignedMath.abs(leg.quantity), 0, msg.sender, receiver, block.timestamp);
  }

  function _alone(Leg calldata leg) private pure returns (VaultLeg[] memory legs) {
    legs = new VaultLeg[](1);
    (legs[0].id, legs[0].quantity) = (leg.id, leg.quantity);
  }

  function _requireWithinLimit(Leg calldata leg, uint256 index, uint256 amount) internal pure {
    bool within = leg.quantity > 0 ? amount <= leg.limit : amount >= leg.limit;
    require(within, LegLimitMissed(index, amount, leg.limit));
  }

  function _requireTraded(IERC20 token, IERC20[] memory tokens) internal pure {
    for (uint256 i = 0; i < tokens.length; ++i) if (address(tokens[i]) == address(token)) return;
    revert TokenNotTraded(token);
  }

  /// @dev Sends a premium to the vault, which no argument of the order's names.
  function _pay(address vault, uint256 amount, bytes calldata data) internal virtual;
}
