// SPDX-License-Identifier: MIT
pragma solidity 0.8.33;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IOptionVault} from "./IOptionVault.sol";
import {SeriesId} from "../types/SeriesId.sol";

/// @title IVaultRouter
/// @notice Runs many legs over many vaults atomically. Holds nothing between transactions; speaks only to vaults that the
/// factory made; moves only the caller's tokens.
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

  /// @notice An ERC-2612 permit to run first; a permit that was front-run does no harm where the allowance is there.
  struct Permit {
    address token;
    uint256 value;
    uint256 deadline;
    uint8 v;
    bytes32 r;
    bytes32 s;
  }

  event OrderExecuted(address indexed trader, address indexed receiver, uint256 legs);

  error UnknownVault(address vault);
  error NoLegs();
  error TooManyLegs(uint256 legs, uint256 maximum);
  error DeadlinePassed(uint256 deadline, uint256 now_);
  error LegLimitMissed(uint256 leg, uint256 amount, uint256 limit);
  error TotalLimitMissed(address token, int256 netPaid, int256 limit);
  error NotPaying(address caller);

  /// @notice Runs all legs or none. Premiums go straight from the caller to the vaults, payouts straight to `receiver`.
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
