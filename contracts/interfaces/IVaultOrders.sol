// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IOptionVault} from "./IOptionVault.sol";
import {IVaultFactory} from "./IVaultFactory.sol";
import {SeriesId} from "../types/SeriesId.sol";
import {SignedPrice} from "../types/SignedPrice.sol";

/// @title IVaultOrders
/// @notice What an order is, and why one is refused: common to `IVaultRouter` and `IVaultSwapRouter`.
///
/// The legs to one vault are one order to it, priced in one pass with one change of the risk charge: what a spread's legs save
/// each other, they save here. Vaults take their turn as their first legs stand; within a vault all legs trade at once.
///
/// Limits: what a lone leg costs or pays is bounded by its limit. Where several legs go to one vault, each limit bounds the leg's own
/// part (`LegQuote.amount`), and the risk charge that they bear together is bounded by the order's total alone: give one.
///
/// Units: quantities in WAD options; amounts in the token's own decimals; time in unix seconds.
interface IVaultOrders {
  /// @notice One trade with one vault.
  /// @param vault a vault of the factory
  /// @param id the series, once for each vault
  /// @param quantity WAD; positive buys, negative sells back
  /// @param limit token units of the vault's collateral: the most to pay, or the least to get; of the leg's own part where
  /// the vault has several
  struct Leg {
    IOptionVault vault;
    SeriesId id;
    int256 quantity;
    uint256 limit;
  }

  /// @notice A spot price that a market's reporters signed, for the market of one of the order's vaults: its legs are then priced
  /// with a few seconds' doubt instead of the push feed's. A price that came too late, or that somebody else brought,
  /// changes nothing (see `ISignedSpot.trySubmit`); one that is not signed as it must be reverts.
  struct SpotPrice {
    IOptionVault vault;
    SignedPrice signed;
  }

  /// @notice All legs to one vault went through: they are the vault's own events just before this one (`OptionsBought`, `OptionsSold`),
  /// which know the router as who sent them. Token units of its collateral, paid or, negative, received.
  event VaultTraded(address indexed trader, address indexed vault, int256 premium);
  /// @notice All legs of an order went through.
  event OrderExecuted(address indexed trader, address indexed receiver, uint256 legs);

  /// @notice The factory did not make this vault.
  error UnknownVault(address vault);
  error NoLegs();
  error TooManyLegs(uint256 legs, uint256 maximum);
  /// @notice More legs to one vault than it takes in one order.
  error TooManyLegsForVault(address vault, uint256 legs, uint256 maximum);
  error DeadlinePassed(uint256 deadline, uint256 now_);
  /// @notice Nobody could use what this receiver gets.
  error BadReceiver(address receiver);
  /// @notice A total, a permit or a path names a token that is no leg's collateral.
  error TokenNotTraded(IERC20 token);
  /// @notice A price is for a vault that no leg goes to.
  error VaultNotTraded(address vault);
  error TooManyPrices(uint256 prices, uint256 maximum);
  /// @notice A leg costs more, or pays less, than its limit.
  /// @param leg its place in the order as it was sent, whoever refused
  error LegLimitMissed(uint256 leg, uint256 amount, uint256 limit);
  /// @notice The order's net cost in a token is above its limit.
  error TotalLimitMissed(IERC20 token, int256 netPaid, int256 limit);
  /// @notice Somebody asks for a premium that no running order owes.
  error NotPaying(address caller);

  /// @notice Whose vaults the router trades with.
  function factory() external view returns (IVaultFactory);
}
