// SPDX-License-Identifier: MIT
pragma solidity 0.8.33;

import {IOptionVault} from "./IOptionVault.sol";
import {Quote} from "../types/Quote.sol";
import {SeriesId} from "../types/SeriesId.sol";

/// @title IQuoter
/// @notice Reads for wallets and bots; a view, used off chain. `quote` never reverts.
interface IQuoter {
  /// @notice What one trade with one vault would do now.
  struct TradeQuote {
    /// Zero where the trade would go through; otherwise the selector of the error it would meet.
    bytes4 reason;
    /// The full revert data for that error.
    bytes revertData;
    /// Token units of the vault's collateral: premium to pay or payout to get.
    uint256 amount;
    /// The parts, in WAD (zeros where there is no price).
    Quote parts;
    /// Largest quantity (WAD) that the vault's limits would let through.
    uint256 maxQuantity;
    /// Unix seconds until which the reading that it rests on is fresh.
    uint256 validUntil;
    /// Changes when anything that the price depends on changes.
    bytes32 stateHash;
  }

  /// @notice One part of a split order.
  struct Part {
    IOptionVault vault;
    int256 quantity;
    uint256 amount;
  }

  /// @notice The price of a trade, with its reason where it would be refused. Never reverts.
  function quote(IOptionVault vault, SeriesId id, int256 quantity) external view returns (TradeQuote memory);

  /// @notice The cheapest split of an order over vaults that list the series: costs are convex, so marginal prices are equal
  /// at the optimum; a vault that saves less than `gasCost` is dropped.
  /// @param quantity WAD; positive buys, negative sells back
  /// @param gasCost token units of collateral that one more vault costs in gas
  /// @return parts what to trade where
  /// @return total token units
  /// @return best token units for the best single vault (`type(uint256).max` when buying and none can take it all, 0 when selling)
  function bestSplit(
    IOptionVault[] calldata vaults,
    SeriesId id,
    int256 quantity,
    uint256 gasCost
  ) external view returns (Part[] memory parts, uint256 total, uint256 best);
}
