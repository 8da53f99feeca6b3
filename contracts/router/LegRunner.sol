// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IBuyCallback} from "../interfaces/IBuyCallback.sol";
import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {ISignedSpot} from "../interfaces/ISignedSpot.sol";
import {IVaultFactory} from "../interfaces/IVaultFactory.sol";
import {IVaultOrders} from "../interfaces/IVaultOrders.sol";
import {Leg as VaultLeg} from "../types/Leg.sol";

/// @title LegRunner
/// @notice Checks the legs of an order, groups them by vault, and runs one vault at a time. Where a premium comes from is the
/// inheriting router's business.
/// @dev No storage but for the length of a call: while a vault is being traded with, transient storage names it. A vault
/// outside that moment cannot make the router pay, and within it can do so once.
abstract contract LegRunner is IVaultOrders, IBuyCallback, ReentrancyGuardTransient {
  using SafeCast for uint256;

  /// @notice All legs to one vault: one order to it.
  /// @param vault a vault of the factory
  /// @param token its collateral
  /// @param legs as the vault takes them, in the order in which they were sent
  struct VaultOrder {
    IOptionVault vault;
    IERC20 token;
    VaultLeg[] legs;
  }

  /// @notice Most legs an order can have, and of everything else that comes in a list.
  uint256 public constant MAX_LEGS = 32;

  /// @notice Most legs to one vault: what it takes in one order.
  uint256 public constant MAX_VAULT_LEGS = 8;

  /// @dev A selector and three words.
  uint256 private constant LEG_ERROR_BYTES = 4 + 3 * 32;

  /// @inheritdoc IVaultOrders
  IVaultFactory public immutable factory;

  /// @dev The vault that may ask for a premium now; zero once it has. A whole word: of an address the compiler would read the word anew
  /// whenever it writes it, as of those in `VaultRouter`.
  uint256 private transient _payee;
  /// @dev What the vault asked for, token units.
  uint256 private transient _paid;

  constructor(IVaultFactory factory_) {
    factory = factory_;
  }

  /// @inheritdoc IBuyCallback
  /// @dev Not guarded against reentrancy because it runs inside a guarded call; whom it pays is what guards it.
  function onPremiumDue(uint256 amount, bytes calldata data) external {
    require(uint160(msg.sender) == _payee, NotPaying(msg.sender));
    _payee = 0;
    _paid = amount;
    _pay(msg.sender, amount, data);
  }

  /// @dev Everything that can be refused of the legs without touching a token.
  /// @return orders one a vault, in the order of the vaults' first legs
  function _checkLegs(
    Leg[] calldata legs,
    address receiver,
    uint256 deadline
  ) internal view returns (VaultOrder[] memory orders) {
    require(block.timestamp <= deadline, DeadlinePassed(deadline, block.timestamp));
    require(legs.length != 0, NoLegs());
    require(legs.length <= MAX_LEGS, TooManyLegs(legs.length, MAX_LEGS));
    require(receiver != address(0) && receiver != address(this), BadReceiver(receiver));

    // Room for a vault a leg; what is left over is cut off.
    orders = new VaultOrder[](legs.length);
    uint256 vaults;
    for (uint256 i = 0; i < legs.length; ++i) if (_isFirstTo(legs, i)) _group(legs, i, orders[vaults++]);
    assembly ("memory-safe") {
      mstore(orders, vaults)
    }
  }

  /// @dev Brings signed prices to the order's markets, each only to the signed spot that the vault's own oracle names.
  function _bringPrices(SpotPrice[] calldata prices, VaultOrder[] memory orders) internal {
    require(prices.length <= MAX_LEGS, TooManyPrices(prices.length, MAX_LEGS));
    for (uint256 i = 0; i < prices.length; ++i) {
      IOptionVault vault = prices[i].vault;
      require(_isTraded(vault, orders), VaultNotTraded(address(vault)));
      address spot = vault.oracle().feed().signedSpot();
      if (spot != address(0)) ISignedSpot(spot).trySubmit(prices[i].signed);
    }
  }

  /// @dev Trades all legs to a vault; it hands `data` back where it asks to be paid.
  /// @param legs of the whole order, as they were sent
  /// @param receiver of options that are bought
  /// @param payee of what the order brings
  /// @return paid token units that the vault took: counted is that, not what it says
  /// @return brought token units that the vault says it sent to `payee`
  function _trade(
    VaultOrder memory order,
    Leg[] calldata legs,
    address receiver,
    address payee,
    bytes memory data
  ) internal returns (uint256 paid, uint256 brought) {
    _payee = uint160(address(order.vault));
    try order.vault.tradeWithCallback(order.legs, msg.sender, receiver, payee, data) returns (int256 premium) {
      if (premium < 0) brought = uint256(-premium);
    } catch (bytes memory reason) {
      _bubble(reason, order, legs);
    }
    // The vault's right to take ends here, used or not.
    if (_payee == 0) paid = _paid;
    else _payee = 0;
  }

  /// @dev Holds what a vault's order came to against the limit of a lone leg, and says who traded. What was traded, the vault says itself.
  /// @return premium token units, paid or, negative, received
  function _conclude(
    VaultOrder memory order,
    Leg[] calldata legs,
    uint256 paid,
    uint256 brought
  ) internal returns (int256 premium) {
    if (order.legs.length == 1) {
      VaultLeg memory leg = order.legs[0];
      (uint256 amount, bool within) = leg.quantity > 0 ? (paid, paid <= leg.limit) : (brought, brought >= leg.limit);
      if (!within) revert LegLimitMissed(_placeOf(legs, order.vault, 0), amount, leg.limit);
    }
    premium = paid.toInt256() - brought.toInt256();
    emit VaultTraded(msg.sender, address(order.vault), premium);
  }

  function _requireTraded(IERC20 token, VaultOrder[] memory orders) internal pure {
    for (uint256 i = 0; i < orders.length; ++i) if (address(orders[i].token) == address(token)) return;
    revert TokenNotTraded(token);
  }

  /// @dev Sends a premium to the vault, which no argument of the order's names.
  function _pay(address vault, uint256 amount, bytes calldata data) internal virtual;

  function _isTraded(IOptionVault vault, VaultOrder[] memory orders) private pure returns (bool) {
    for (uint256 i = 0; i < orders.length; ++i) if (address(orders[i].vault) == address(vault)) return true;
    return false;
  }

  /// @dev Whether no leg before this one goes to its vault.
  function _isFirstTo(Leg[] calldata legs, uint256 index) private pure returns (bool) {
    address vault = address(legs[index].vault);
    for (uint256 i = 0; i < index; ++i) if (address(legs[i].vault) == vault) return false;
    return true;
  }

  /// @dev The place, among all legs, of a vault's leg that the vault counts as number `index`; there is one.
  function _placeOf(Leg[] calldata legs, IOptionVault vault, uint256 index) private pure returns (uint256 place) {
    for (uint256 seen = 0; ; ++place) {
      if (address(legs[place].vault) != address(vault)) continue;
      if (seen++ == index) return place;
    }
  }

  /// @dev Gathers all legs to the vault of the leg at `first`, which no earlier one goes to.
  function _group(Leg[] calldata legs, uint256 first, VaultOrder memory order) private view {
    address vault = address(legs[first].vault);
    IERC20 token = factory.collateralOf(vault);
    require(address(token) != address(0), UnknownVault(vault));
    uint256 count = 1;
    for (uint256 i = first + 1; i < legs.length; ++i) if (address(legs[i].vault) == vault) ++count;
    require(count <= MAX_VAULT_LEGS, TooManyLegsForVault(vault, count, MAX_VAULT_LEGS));

    VaultLeg[] memory grouped = new VaultLeg[](count);
    (order.vault, order.token, order.legs) = (IOptionVault(vault), token, grouped);
    for ((uint256 i, uint256 next) = (first, 0); next < count; ++i) {
      Leg calldata leg = legs[i];
      if (address(leg.vault) != vault) continue;
      VaultLeg memory own = grouped[next++];
      (own.id, own.quantity, own.limit) = (leg.id, leg.quantity, leg.limit);
    }
  }

  /// @dev A vault's error as it came, but for a leg's place: the vault counts its own legs only.
  function _bubble(bytes memory reason, VaultOrder memory order, Leg[] calldata legs) private pure {
    if (reason.length == LEG_ERROR_BYTES && bytes4(reason) == LegLimitMissed.selector) {
      uint256 leg;
      assembly ("memory-safe") {
        leg := mload(add(reason, 0x24))
      }
      if (leg < order.legs.length) {
        uint256 place = _placeOf(legs, order.vault, leg);
        assembly ("memory-safe") {
          mstore(add(reason, 0x24), place)
        }
      }
    }
    assembly ("memory-safe") {
      revert(add(reason, 0x20), mload(reason))
    }
  }
}
