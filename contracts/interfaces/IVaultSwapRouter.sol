// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IVaultOrders} from "./IVaultOrders.sol";

/// @title IVaultSwapRouter
/// @notice Runs many legs over many vaults, all or none, and settles the whole order in one token of the caller's choice,
/// swapping through Uniswap v3 where a vault's collateral is another.
///
/// How an order runs:
/// 1. Where `maxNetPaid` is positive, so much of the token comes from the caller: by ERC-20 allowance, or by a Permit2 signature.
/// 2. Vaults take their turn as their first legs stand, each with all of its legs at once. What one costs is paid from what those
///    before it brought in the same collateral, and for the rest by buying exactly what is missing, from the pool straight to
///    the vault. What one brings waits only for later purchases in the same collateral; the rest of it is swapped at once, and so
///    pays for any later vault: put sales first. It goes pool by pool, and each takes the whole of it or the order fails: what
///    would be left has no price in the bound.
/// 3. What is left of the token goes back to the caller as far as it came from there, and to `receiver` beyond. The net amount
///    paid must be within `maxNetPaid`: the one bound on vaults, pools and fees together.
///
/// What an allowance, an operator's right or a signature given to it can be used for: only the caller's own tokens and options
/// move, only within the caller's own call. The sender is never an argument. Beside the settlement token it speaks only to the factory's
/// vaults with their tokens and their markets' signed spots, and to the Uniswap router and the Permit2 that it was deployed with. Within a call it holds what
/// it is about to swap or give back; between calls it holds nothing and has approved nothing (I5). Tokens that somebody sends to
/// it are counted for nobody: they neither pay for an order nor stop one. It takes no native coin and has no owner.
interface IVaultSwapRouter is IVaultOrders {
  /// @notice How an order is paid.
  /// @param token the one in which the order is paid and pays; a plain ERC-20, without a fee on transfers
  /// @param maxNetPaid token units: the most to pay or, negative, the least to receive. What is to be paid at most must be
  /// the caller's when the order begins.
  /// @param paths one for each collateral of the order other than `token`, in Uniswap's packed form (token, fee, token, …), from
  /// the collateral to `token`, of at most 4 pools. The same path serves both directions.
  struct Settlement {
    IERC20 token;
    int256 maxNetPaid;
    bytes[] paths;
  }

  /// @notice The caller's signature for Permit2 (`PermitTransferFrom`, spender this router, the settlement's token).
  /// @param amount signed for, token units; at least `maxNetPaid`, and no more than that is taken
  /// @param nonce an unused one of Permit2's unordered nonces
  /// @param deadline of the signature, unix seconds
  struct TransferPermit {
    uint256 amount;
    uint256 nonce;
    uint256 deadline;
    bytes signature;
  }

  /// @notice What an order came to. Negative: received.
  event OrderSettled(address indexed trader, IERC20 indexed token, int256 netPaid);

  /// @notice There is no contract at the settlement token's address.
  error NotAToken(IERC20 token);
  error TooManyPaths(uint256 paths, uint256 maximum);
  /// @notice A path is not made of 1 .. 4 pools.
  error BadPathLength(uint256 path, uint256 length);
  /// @notice A path leads to another token than the settlement's.
  error PathEndsElsewhere(uint256 path, address end);
  /// @notice No path begins at this collateral.
  error NoPath(IERC20 collateral);
  /// @notice Less of the settlement token arrived than was sent, here or where it was given back: it charges a fee.
  error NotArrived(IERC20 token, uint256 arrived, uint256 expected);
  /// @notice A premium in the settlement token is more than what is left of it at that vault.
  error FundsExhausted(IERC20 token, uint256 available, uint256 needed);
  /// @notice Uniswap refused: no such pool, not enough liquidity, or more asked for than is left.
  /// @param amount of `to` wanted, where the settlement token is paid; of `from` given, where it is received
  /// @param reason Uniswap's own, for instance "STF": the swap costs more than was there to pay it with
  error SwapFailed(IERC20 from, IERC20 to, uint256 amount, bytes reason);
  /// @notice A pool on the way of a sale's proceeds ran dry with `left` of the amount not taken.
  error SwapIncomplete(IERC20 from, IERC20 to, uint256 amount, uint256 left);

  /// @notice Runs all legs or none, and settles them in one token that the caller has approved to this router.
  /// @param legs 1 .. 32 of them, at most 8 to one vault; each limit in the collateral of its vault
  /// @param receiver of options bought, and of the token where the order pays; neither zero nor the router
  /// @param deadline unix seconds, the last at which the order may run
  /// @return premiums one a vault, in the order of the vaults' first legs: units of its collateral, paid or, negative, received
  /// @return netPaid units of the settlement's token; negative: received
  function execute(
    Leg[] calldata legs,
    Settlement calldata settlement,
    address receiver,
    uint256 deadline
  ) external returns (int256[] memory premiums, int256 netPaid);

  /// @notice `execute`, paid by the caller's Permit2 signature instead of an allowance. Errors of Permit2 reach the caller unchanged.
  function executeWithPermit2(
    TransferPermit calldata permit,
    Leg[] calldata legs,
    Settlement calldata settlement,
    address receiver,
    uint256 deadline
  ) external returns (int256[] memory premiums, int256 netPaid);

  /// @notice `execute` after bringing signed spot prices to the order's markets (`SpotPrice`).
  /// @param prices at most one a market does anything; a market without signed prices takes none
  function executeWithPrices(
    SpotPrice[] calldata prices,
    Leg[] calldata legs,
    Settlement calldata settlement,
    address receiver,
    uint256 deadline
  ) external returns (int256[] memory premiums, int256 netPaid);

  /// @notice `executeWithPermit2` after bringing signed spot prices, as `executeWithPrices` does.
  function executeWithPricesAndPermit2(
    SpotPrice[] calldata prices,
    TransferPermit calldata permit,
    Leg[] calldata legs,
    Settlement calldata settlement,
    address receiver,
    uint256 deadline
  ) external returns (int256[] memory premiums, int256 netPaid);
}
