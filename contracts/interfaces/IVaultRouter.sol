// SPDX-License-Identifier: MIT
pragma solidity 0.8.33;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IOptionVault} from "./IOptionVault.sol";
import {SeriesId} from "../types/SeriesId.sol";

/// @title IVaultRouter
/// @notice Runs many legs over many vaults, all or none.
///
/// What it can do is all that an allowance to it can be used for: it speaks only to vaults that the factory made and to
/// their collateral and option tokens; it moves only the caller's tokens, premiums straight from the caller to the vault that
/// asks for them and payouts straight to `receiver`, so that it holds nothing and has nothing to refund (I5). It takes no
/// native coin and has no owner.
///
/// To buy, the caller approves the vault's collateral to the router or brings an ERC-2612 permit. To sell, the caller makes
/// the router operator on the vault's option token, or approves the series there (ERC-6909).
/// Units: quantities in WAD options; amounts in the collateral's own decimals; time in unix seconds.
interface IVaultRouter {
  /// @notice One trade with one vault.
  /// @param vault a vault of the factory
  /// @param id the series
  /// @param quantity WAD; positive buys, negative sells back
  /// @param limit token units of the vault's collateral: the most to pay, or the least to get
  struct Leg {
    IOptionVault vault;
    SeriesId id;
    int256 quantity;
    uint256 limit;
  }

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

  /// @notice All legs of an order went through.
  event OrderExecuted(address indexed trader, address indexed receiver, uint256 legs);

  /// @notice The factory did not make this vault.
  error UnknownVault(address vault);
  error NoLegs();
  error TooManyLegs(uint256 legs, uint256 maximum);
  error TooManyTotals(uint256 totals, uint256 maximum);
  error TooManyPermits(uint256 permits, uint256 maximum);
  error DeadlinePassed(uint256 deadline, uint256 now_);
  /// @notice Nobody could use what this receiver gets.
  error BadReceiver(address receiver);
  /// @notice A total or a permit names a token that is no leg's collateral.
  error TokenNotTraded(IERC20 token);
  /// @notice A leg costs more, or pays less, than its limit.
  error LegLimitMissed(uint256 leg, uint256 amount, uint256 limit);
  /// @notice The order's net cost in a token is above its limit.
  error TotalLimitMissed(IERC20 token, int256 netPaid, int256 limit);
  /// @notice Somebody asks for a premium that no running order owes.
  error NotPaying(address caller);

  /// @notice Runs all legs or none, in the caller's order: to pay for a purchase with a sale, put the sale first and be the
  /// receiver. An error of a vault reaches the caller unchanged.
  /// @param legs 1 .. 32 of them
  /// @param totals bounds on the order as a whole, each on a token that some leg trades; may be empty
  /// @param receiver of options bought and of payouts; neither zero nor the router
  /// @param deadline unix seconds, the last at which the order may run
  /// @return amounts one a leg, token units, paid or received
  function execute(
    Leg[] calldata legs,
    TotalLimit[] calldata totals,
    address receiver,
    uint256 deadline
  ) external returns (uint256[] memory amounts);

  /// @notice `execute` after running ERC-2612 permits of the caller.
  function executeWithPermits(
    Permit[] calldata permits,
    Leg[] calldata legs,
    TotalLimit[] calldata totals,
    address receiver,
    uint256 deadline
  ) external returns (uint256[] memory amounts);
}
