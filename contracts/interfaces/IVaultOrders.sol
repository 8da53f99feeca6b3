// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IOptionVault} from "./IOptionVault.sol";
import {SeriesId} from "../types/SeriesId.sol";

/// @title IVaultOrders
/// @notice What an order is, and why one is refused: common to `IVaultRouter` and `IVaultSwapRouter`.
/// Units: quantities in WAD options; amounts in the token's own decimals; time in unix seconds.
interface IVaultOrders {
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

  /// @notice All legs of an order went through.
  event OrderExecuted(address indexed trader, address indexed receiver, uint256 legs);

  /// @notice The factory did not make this vault.
  error UnknownVault(address vault);
  error NoLegs();
  error TooManyLegs(uint256 legs, uint256 maximum);
  error DeadlinePassed(uint256 deadline, uint256 now_);
  /// @notice Nobody could use what this receiver gets.
  error BadReceiver(address receiver);
  /// @notice A total, a permit or a path names a token that is no leg's collateral.
  error TokenNotTraded(IERC20 token);
  /// @notice A leg costs more, or pays less, than its limit.
  error LegLimitMissed(uint256 leg, uint256 amount, uint256 limit);
  /// @notice The order's net cost in a token is above its limit.
  error TotalLimitMissed(IERC20 token, int256 netPaid, int256 limit);
  /// @notice Somebody asks for a premium that no running order owes.
  error NotPaying(address caller);
}
