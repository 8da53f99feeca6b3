// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IPermit2} from "../interfaces/IPermit2.sol";
import {IUniswapV3Router} from "../interfaces/IUniswapV3Router.sol";
import {IVaultFactory} from "../interfaces/IVaultFactory.sol";
import {IVaultSwapRouter} from "../interfaces/IVaultSwapRouter.sol";
import {LegRunner} from "./LegRunner.sol";
import {SwapPath} from "./SwapPath.sol";

/// @title VaultSwapRouter
/// @notice Runs many legs over many vaults atomically, settled in one token. See `IVaultSwapRouter` for what it can and cannot do.
/// @dev Apart from `VaultRouter`, so that no allowance to that one is ever within reach of code that calls a venue and tokens of the
/// caller's choosing. Everything is measured by what arrived and left since the call began: a balance from before is nobody's.
contract VaultSwapRouter is IVaultSwapRouter, LegRunner {
  using SafeERC20 for IERC20;
  using SafeCast for uint256;
  using SwapPath for bytes;

  /// @notice Uniswap's SwapRouter02.
  IUniswapV3Router public immutable uniswapRouter;

  IPermit2 public immutable permit2;

  /// @dev One order on its way through its vaults.
  /// @param receiver of options, and of what is earned
  /// @param token it is settled in
  /// @param foreign what the router held of that token when the order began: not the order's
  /// @param parts one a vault
  /// @param proceeds in the collateral of the part at that place, not yet spent; kept at a collateral's first part
  struct Order {
    address receiver;
    IERC20 token;
    uint256 foreign;
    VaultOrder[] parts;
    uint256[] proceeds;
  }

  /// @dev How the premium that is due is paid: handed to the vault, and handed back by it.
  struct Payment {
    IERC20 collateral;
    uint256 proceeds;
    IERC20 token;
    uint256 foreign;
    bytes path;
  }

  /// @dev Hash of the payment that the running purchase was begun with: what a vault hands back is not believed.
  bytes32 private transient _payment;

  constructor(IVaultFactory factory_, IUniswapV3Router uniswapRouter_, IPermit2 permit2_) LegRunner(factory_) {
    (uniswapRouter, permit2) = (uniswapRouter_, permit2_);
  }

  /// @inheritdoc IVaultSwapRouter
  function execute(
    Leg[] calldata legs,
    Settlement calldata settlement,
    address receiver,
    uint256 deadline
  ) external nonReentrant returns (int256[] memory premiums, int256 netPaid) {
    Order memory order = _checkOrder(legs, settlement, receiver, deadline);
    return _runByAllowance(settlement, order, legs);
  }

  /// @inheritdoc IVaultSwapRouter
  function executeWithPermit2(
    TransferPermit calldata permit,
    Leg[] calldata legs,
    Settlement calldata settlement,
    address receiver,
    uint256 deadline
  ) external nonReentrant returns (int256[] memory premiums, int256 netPaid) {
    Order memory order = _checkOrder(legs, settlement, receiver, deadline);
    return _runBySignature(permit, settlement, order, legs);
  }

  /// @inheritdoc IVaultSwapRouter
  function executeWithPrices(
    SpotPrice[] calldata prices,
    Leg[] calldata legs,
    Settlement calldata settlement,
    address receiver,
    uint256 deadline
  ) external nonReentrant returns (int256[] memory premiums, int256 netPaid) {
    Order memory order = _checkOrder(legs, settlement, receiver, deadline);
    _bringPrices(prices, order.parts);
    return _runByAllowance(settlement, order, legs);
  }

  /// @inheritdoc IVaultSwapRouter
  function executeWithPricesAndPermit2(
    SpotPrice[] calldata prices,
    TransferPermit calldata permit,
    Leg[] calldata legs,
    Settlement calldata settlement,
    address receiver,
    uint256 deadline
  ) external nonReentrant returns (int256[] memory premiums, int256 netPaid) {
    Order memory order = _checkOrder(legs, settlement, receiver, deadline);
    _bringPrices(prices, order.parts);
    return _runBySignature(permit, settlement, order, legs);
  }

  /// @dev Pays out of the order's own money only: first what sales brought in the collateral, then the settlement token.
  function _pay(address vault, uint256 amount, bytes calldata data) internal override {
    require(keccak256(data) == _payment, NotPaying(vault));
    Payment memory payment = abi.decode(data, (Payment));
    (IERC20 collateral, IERC20 token) = (payment.collateral, payment.token);
    uint256 available = token.balanceOf(address(this)) - payment.foreign;
    if (address(collateral) == address(token)) {
      require(amount <= available, FundsExhausted(token, available, amount));
      token.safeTransfer(vault, amount);
      return;
    }
    uint256 own = Math.min(payment.proceeds, amount);
    if (own != 0) collateral.safeTransfer(vault, own);
    if (own == amount) return;

    require(payment.path.length != 0, NoPath(collateral));
    uint256 missing = amount - own;
    token.forceApprove(address(uniswapRouter), available);
    IUniswapV3Router.ExactOutputParams memory swap = IUniswapV3Router.ExactOutputParams({
      path: payment.path,
      recipient: vault,
      amountOut: missing,
      amountInMaximum: available
    });
    try uniswapRouter.exactOutput(swap) {} catch (bytes memory reason) {
      revert SwapFailed(token, collateral, missing, reason);
    }
    token.forceApprove(address(uniswapRouter), 0);
  }

  /// @dev Everything that can be refused without moving a token.
  function _checkOrder(
    Leg[] calldata legs,
    Settlement calldata settlement,
    address receiver,
    uint256 deadline
  ) private view returns (Order memory order) {
    order.receiver = receiver;
    order.parts = _checkLegs(legs, receiver, deadline);
    order.proceeds = new uint256[](order.parts.length);
    order.token = settlement.token;
    require(address(order.token).code.length != 0, NotAToken(order.token));

    bytes[] calldata paths = settlement.paths;
    require(paths.length <= MAX_LEGS, TooManyPaths(paths.length, MAX_LEGS));
    for (uint256 i = 0; i < paths.length; ++i) {
      require(paths[i].isWhole(), BadPathLength(i, paths[i].length));
      _requireTraded(paths[i].first(), order.parts);
      address end = address(paths[i].last());
      require(end == address(order.token), PathEndsElsewhere(i, end));
    }
    order.foreign = order.token.balanceOf(address(this));
  }

  function _runByAllowance(
    Settlement calldata settlement,
    Order memory order,
    Leg[] calldata legs
  ) private returns (int256[] memory premiums, int256 netPaid) {
    uint256 funds = _fundsOf(settlement);
    if (funds != 0) order.token.safeTransferFrom(msg.sender, address(this), funds);
    return _runFunded(settlement, order, funds, legs);
  }

  function _runBySignature(
    TransferPermit calldata permit,
    Settlement calldata settlement,
    Order memory order,
    Leg[] calldata legs
  ) private returns (int256[] memory premiums, int256 netPaid) {
    uint256 funds = _fundsOf(settlement);
    if (funds != 0) _takeBySignature(permit, order.token, funds);
    return _runFunded(settlement, order, funds, legs);
  }

  /// @param legs how many the order has
  function _runFunded(
    Settlement calldata settlement,
    Order memory order,
    uint256 funds,
    Leg[] calldata legs
  ) private returns (int256[] memory premiums, int256 netPaid) {
    _requireArrived(order, funds);
    (premiums, netPaid) = _run(settlement, order, legs, funds);
    emit OrderExecuted(msg.sender, order.receiver, legs.length);
    emit OrderSettled(msg.sender, order.token, netPaid);
  }

  function _fundsOf(Settlement calldata settlement) private pure returns (uint256) {
    return settlement.maxNetPaid > 0 ? uint256(settlement.maxNetPaid) : 0;
  }

  /// @dev The owner is the caller, never an argument (A17), so that nobody else can use a signature that leaks. It needs no
  /// witness of the order for that: who signs it sends the order, too.
  function _takeBySignature(TransferPermit calldata permit, IERC20 token, uint256 funds) private {
    permit2.permitTransferFrom(
      IPermit2.PermitTransferFrom({
        permitted: IPermit2.TokenPermissions({token: address(token), amount: permit.amount}),
        nonce: permit.nonce,
        deadline: permit.deadline
      }),
      IPermit2.SignatureTransferDetails({to: address(this), requestedAmount: funds}),
      msg.sender,
      permit.signature
    );
  }

  function _requireArrived(Order memory order, uint256 funds) private view {
    uint256 arrived = order.token.balanceOf(address(this)) - order.foreign;
    require(arrived == funds, NotArrived(order.token, arrived, funds));
  }

  /// @dev Runs checked and funded orders, and settles.
  function _run(
    Settlement calldata settlement,
    Order memory order,
    Leg[] calldata legs,
    uint256 funds
  ) private returns (int256[] memory premiums, int256 netPaid) {
    premiums = new int256[](order.parts.length);
    for (uint256 i = 0; i < order.parts.length; ++i) {
      premiums[i] = _tradePart(i, order, legs, _preparePayment(i, order, settlement.paths));
      if (!_isBoughtLater(order.parts, i)) _swapProceeds(i, order, settlement.paths);
    }
    netPaid = _settle(order, funds, settlement.maxNetPaid);
  }

  /// @dev How a vault's premium will be paid, noted by its hash. Proceeds in the settlement token need no note: all of it that is here
  /// is the order's.
  function _preparePayment(
    uint256 index,
    Order memory order,
    bytes[] calldata paths
  ) private returns (bytes memory data) {
    IERC20 collateral = order.parts[index].token;
    Payment memory payment;
    (payment.collateral, payment.token, payment.foreign) = (collateral, order.token, order.foreign);
    if (address(collateral) != address(order.token)) {
      payment.proceeds = order.proceeds[_firstOf(order.parts, index)];
      payment.path = _pathFrom(collateral, paths);
    }
    data = abi.encode(payment);
    _payment = keccak256(data);
  }

  /// @dev Trades with one vault.
  /// @param payment as prepared
  function _tradePart(
    uint256 index,
    Order memory order,
    Leg[] calldata legs,
    bytes memory payment
  ) private returns (int256 premium) {
    VaultOrder memory part = order.parts[index];
    uint256 before = part.token.balanceOf(address(this));
    (uint256 paid, uint256 brought) = _trade(part, legs, order.receiver, address(this), payment);
    // Counted is what came, not what the vault says.
    brought = paid == 0 ? part.token.balanceOf(address(this)) - before : 0;
    if (address(part.token) != address(order.token)) {
      uint256 place = _firstOf(order.parts, index);
      uint256 proceeds = order.proceeds[place];
      order.proceeds[place] = proceeds + brought - Math.min(proceeds, paid);
    }
    return _conclude(part, legs, paid, brought);
  }

  /// @dev Swaps what is left of a collateral's proceeds, pool by pool: what a pool further on does not take would stay in Uniswap's
  /// router, for anybody. The price is bounded by the order's total.
  function _swapProceeds(uint256 index, Order memory order, bytes[] calldata paths) private {
    uint256 place = _firstOf(order.parts, index);
    uint256 amount = order.proceeds[place];
    if (amount == 0) return;
    order.proceeds[place] = 0;

    bytes calldata path = _pathFrom(order.parts[index].token, paths);
    require(path.length != 0, NoPath(order.parts[index].token));
    uint256 pools = path.pools();
    // Dust may be worth nothing at some pool, and Uniswap's router takes an amount of zero for all that it has.
    for (uint256 i = 0; i < pools && amount != 0; ++i) amount = _swap(path.pool(i), amount, order.receiver);
  }

  /// @dev Swaps the whole amount in one pool, or fails: a rest would have no price in the order's total, so that somebody could
  /// offer next to nothing for it.
  /// @param hop the path of that pool alone
  /// @return received of its other token
  function _swap(bytes calldata hop, uint256 amount, address receiver) private returns (uint256 received) {
    (IERC20 from, IERC20 to) = (hop.first(), hop.last());
    uint256 fromBefore = from.balanceOf(address(this));
    uint256 toBefore = to.balanceOf(address(this));
    from.forceApprove(address(uniswapRouter), amount);
    IUniswapV3Router.ExactInputParams memory swap = IUniswapV3Router.ExactInputParams({
      path: hop,
      recipient: address(this),
      amountIn: amount,
      amountOutMinimum: 0
    });
    try uniswapRouter.exactInput(swap) {} catch (bytes memory reason) {
      revert SwapFailed(from, to, amount, reason);
    }
    received = to.balanceOf(address(this)) - toBefore;
    uint256 left = amount - (fromBefore - from.balanceOf(address(this)));
    if (left == 0) return received;
    // Native coin that lies in Uniswap's router pays for wrapped coin, the whole of a swap or nothing of it: somebody's gift.
    require(left == amount, SwapIncomplete(from, to, amount, left));
    from.forceApprove(address(uniswapRouter), 0);
    from.safeTransfer(receiver, left);
  }

  /// @dev Gives everything back that is left of the settlement token, and holds the order against its total.
  function _settle(Order memory order, uint256 funds, int256 maxNetPaid) private returns (int256 netPaid) {
    IERC20 token = order.token;
    uint256 left = token.balanceOf(address(this)) - order.foreign;
    netPaid = funds.toInt256() - left.toInt256();
    require(netPaid <= maxNetPaid, TotalLimitMissed(token, netPaid, maxNetPaid));
    uint256 unspent = order.receiver == msg.sender ? left : Math.min(left, funds);
    _giveBack(token, msg.sender, unspent);
    _giveBack(token, order.receiver, left - unspent);
  }

  function _giveBack(IERC20 token, address to, uint256 amount) private {
    if (amount == 0) return;
    uint256 before = token.balanceOf(to);
    token.safeTransfer(to, amount);
    uint256 arrived = token.balanceOf(to) - before;
    require(arrived == amount, NotArrived(token, arrived, amount));
  }

  /// @dev Whether a later vault of the same collateral has anything to sell.
  function _isBoughtLater(VaultOrder[] memory parts, uint256 index) private pure returns (bool) {
    for (uint256 i = index + 1; i < parts.length; ++i) {
      if (address(parts[i].token) != address(parts[index].token)) continue;
      for (uint256 j = 0; j < parts[i].legs.length; ++j) if (parts[i].legs[j].quantity > 0) return true;
    }
    return false;
  }

  /// @dev The first part with the collateral of this one.
  function _firstOf(VaultOrder[] memory parts, uint256 index) private pure returns (uint256 first) {
    while (address(parts[first].token) != address(parts[index].token)) ++first;
  }

  /// @dev The path that begins at a collateral; an empty one where there is none.
  function _pathFrom(IERC20 collateral, bytes[] calldata paths) private pure returns (bytes calldata) {
    for (uint256 i = 0; i < paths.length; ++i) {
      if (address(paths[i].first()) == address(collateral)) return paths[i];
    }
    return msg.data[:0];
  }
}
