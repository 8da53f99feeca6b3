// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IVaultOrders} from "./IVaultOrders.sol";

/// @title IVaultRouter
/// @notice Runs many legs over many vaults, all or none.
///
/// What it can do is all that an allowance to it can be used for: it speaks only to vaults that the factory made, to
/// their collateral and option tokens, and to the signed spot of their markets; it moves only the caller's tokens, premiums straight from the caller to the vault that
/// asks for them and payouts straight to `receiver`, so that it holds nothing and has nothing to refund (I5). It takes no
/// native coin and has no owner.
///
/// To buy, the caller approves the vault's collateral to the router or brings an ERC-2612 permit. To sell, the caller makes
/// the router operator on the vault's option token, or approves the series there (ERC-6909). To pay or to be paid in
/// another token, see `IVaultSwapRouter`.
interface IVaultRouter is IVaultOrders {
  /// @notice A bound on the order's total in one token: net amount paid (positive) or received (negative), token units.
  struct TotalLimit {
    IERC20 token;
    int256 maxNetPaid;
  }

  /// @notice An ERC-2612 permit of the caller to the router, to run first. One that fails, because somebody ran it before
  /// or because the token knows no permits, does no harm: the order then stands or falls by the allowance.
  /// @param token the collateral of a vault in the order
  /// @param value token units
  /// @param deadline of the permit, unix seconds
  struct Permit {
    IERC20 token;
    uint256 value;
    uint256 deadline;
    uint8 v;
    bytes32 r;
    bytes32 s;
  }

  error TooManyTotals(uint256 totals, uint256 maximum);
  error TooManyPermits(uint256 permits, uint256 maximum);

  /// @notice Runs all legs or none, vault by vault as their first legs stand: to pay one vault with what another brings, put
  /// the latter first and be the receiver; within a vault sales pay for purchases by themselves. An error of a vault reaches the
  /// caller unchanged, but for a leg's place.
  /// @param legs 1 .. 32 of them, at most 8 to one vault
  /// @param totals bounds on the order as a whole, each on a token that some leg trades; may be empty
  /// @param receiver of options bought and of payouts; neither zero nor the router
  /// @param deadline unix seconds, the last at which the order may run
  /// @return premiums one a vault, in the order of the vaults' first legs: token units, paid or, negative, received
  function execute(
    Leg[] calldata legs,
    TotalLimit[] calldata totals,
    address receiver,
    uint256 deadline
  ) external returns (int256[] memory premiums);

  /// @notice `execute` after running ERC-2612 permits of the caller.
  function executeWithPermits(
    Permit[] calldata permits,
    Leg[] calldata legs,
    TotalLimit[] calldata totals,
    address receiver,
    uint256 deadline
  ) external returns (int256[] memory premiums);

  /// @notice `executeWithPermits` after bringing signed spot prices to the order's markets (`SpotPrice`).
  /// @param prices at most one a market does anything; a market without signed prices takes none
  function executeWithPrices(
    SpotPrice[] calldata prices,
    Permit[] calldata permits,
    Leg[] calldata legs,
    TotalLimit[] calldata totals,
    address receiver,
    uint256 deadline
  ) external returns (int256[] memory premiums);
}
