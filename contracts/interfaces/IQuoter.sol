// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IOptionVault} from "./IOptionVault.sol";
import {SeriesPrice} from "../types/EachQuote.sol";
import {Quote} from "../types/Quote.sol";
import {SeriesId} from "../types/SeriesId.sol";
import {SurfaceStatus} from "../types/SurfaceStatus.sol";

/// @title IQuoter
/// @notice Reads for wallets and bots. Views that ask many prices: made to be called off chain.
/// @dev Units: quantities in WAD options; amounts in token units of the vault's collateral.
interface IQuoter {
  /// @notice What one trade with one vault would do now.
  struct TradeQuote {
    /// Zero where the vault would take the trade; otherwise the selector of the error that it would revert with. What depends
    /// on the trader (balance, allowance) is not looked at.
    bytes4 reason;
    /// The full revert data for that error.
    bytes revertData;
    /// Token units of the vault's collateral: premium to pay or payout to get; zero where there is no price.
    uint256 amount;
    /// The parts, in WAD (zeros where there is no price). A refused trade may still have a price.
    Quote parts;
    /// Largest quantity (WAD) in this direction that the vault would take now; zero where it takes none.
    uint256 maxQuantity;
    /// Unix seconds until which the spot price that it rests on is fresh; zero where there is none.
    uint256 validUntil;
    /// Changes when anything that the price depends on changes, other than time itself.
    bytes32 stateHash;
  }

  /// @notice All listed series of a vault, by expiry and strike: one of each list a series.
  /// @param spot WAD quote per underlying; zero where nothing is listed
  /// @param nets amount that the vault is short, WAD
  /// @param asks token units of the vault's collateral: premium to pay for the quantity that was asked about, whether or not the
  /// vault writes it
  /// @param bids payout to get for it, likewise
  /// @param askReasons selector of the error that the purchase would meet; zero where the vault would take it
  /// @param bidReasons of the sale
  struct Chain {
    uint256 spot;
    SurfaceStatus surface;
    SeriesId[] ids;
    int256[] nets;
    SeriesPrice[] prices;
    uint256[] asks;
    uint256[] bids;
    bytes4[] askReasons;
    bytes4[] bidReasons;
  }

  /// @notice One part of a split order.
  struct Part {
    IOptionVault vault;
    /// WAD, with the order's sign.
    int256 quantity;
    /// Token units.
    uint256 amount;
  }

  /// @notice The factory did not make this vault.
  error UnknownVault(address vault);
  /// @notice A vault, its oracle or its feed failed without saying why.
  error Unexplained(bytes data);
  error ZeroQuantity();
  error NoVaults();
  error TooManyVaults(uint256 vaults, uint256 maximum);
  error DuplicateVault(address vault);
  /// @notice The vault's options are not those of the first vault: another kind, collateral, settlement price or lot size.
  error MixedMarkets(address vault);
  error NotWholeLots(uint256 quantity, uint256 lotSize);

  /// @notice The price of a trade, with its reason where it would be refused. Never reverts, given gas.
  /// @param quantity WAD; positive buys, negative sells back
  function quote(IOptionVault vault, SeriesId id, int256 quantity) external view returns (TradeQuote memory);

  /// @notice The price and the reason of `quote`, without its search for the largest quantity: for whoever asks about many
  /// series at once. Never reverts, given gas.
  /// @param quantity WAD; positive buys, negative sells back
  /// @return parts in WAD; zeros where there is no price
  /// @return amount token units; zero where there is no price
  /// @return revertData of the error that the trade would meet; empty where the vault would take it
  function offer(
    IOptionVault vault,
    SeriesId id,
    int256 quantity
  ) external view returns (Quote memory parts, uint256 amount, bytes memory revertData);

  /// @notice The price by itself, whether or not the vault would take the trade.
  /// @dev Reverts with the vault's or the oracle's error where there is none.
  /// @return parts in WAD
  /// @return amount token units, rounded for the vault
  function price(
    IOptionVault vault,
    SeriesId id,
    int256 quantity
  ) external view returns (Quote memory parts, uint256 amount);

  /// @notice Reverts with the error that the vault would revert with; returns where it would take the trade.
  function check(IOptionVault vault, SeriesId id, int256 quantity) external view;

  /// @notice Largest quantity (WAD) that the vault would take now in one trade; zero where it takes none.
  function maxQuantity(IOptionVault vault, SeriesId id, bool buying) external view returns (uint256);

  /// @notice Bid and ask of `quantity` for every listed series of a vault, from one pass over its book.
  /// @dev Reverts with the oracle's error where there is no price.
  /// @param quantity WAD, above zero; each trade as if it were the only one
  function chain(IOptionVault vault, uint256 quantity) external view returns (Chain memory);

  /// @notice The last second (unix) at which the vault's spot price is fresh if its sources bring nothing new.
  function freshUntil(IOptionVault vault) external view returns (uint256);

  /// @notice Changes when anything that the vault's prices depend on changes, other than time itself.
  function stateHash(IOptionVault vault) external view returns (bytes32);

  /// @notice The cheapest split of an order over vaults of one market and kind: costs are convex, so marginal prices are equal
  /// at the optimum; a vault that saves less than `gasCost` is dropped. Vaults that would refuse are left out.
  /// @dev Reverts `NotEnoughCapacity` where the vaults together do not take the order (see `BestSplit`).
  /// @param vaults 1 .. 8 different vaults
  /// @param quantity WAD, whole lots; positive buys, negative sells back
  /// @param gasCost token units of collateral that one more vault costs in gas
  /// @return parts what to trade where, in the order of `vaults`
  /// @return total token units
  /// @return best token units for the best single vault; where none takes it all, `type(uint256).max` when buying and 0 when selling
  function bestSplit(
    IOptionVault[] calldata vaults,
    SeriesId id,
    int256 quantity,
    uint256 gasCost
  ) external view returns (Part[] memory parts, uint256 total, uint256 best);

  /// @notice `bestSplit` of a sale, bounded by what `holder` has in each vault's options: those of different vaults are
  /// different tokens.
  /// @param quantity WAD, whole lots, to be sold
  function bestSale(
    address holder,
    IOptionVault[] calldata vaults,
    SeriesId id,
    uint256 quantity,
    uint256 gasCost
  ) external view returns (Part[] memory parts, uint256 total, uint256 best);
}
