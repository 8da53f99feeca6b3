// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {PriceReading} from "../types/PriceReading.sol";
import {SignedPrice} from "../types/SignedPrice.sol";

/// @title ISignedSpot
/// @notice A market's spot price between two updates of its push feed: signed by k of n reporters every few seconds, brought
/// along by whoever wants it used, in the same transaction if he likes.
///
/// @dev **Signing.** EIP-712, domain name "Bulkhead Signed Spot", version "1", this chain, this contract; type
/// `SpotPrice(string market,uint256 price,uint256 observedAt)`. Signatures are those of `IVolatilitySurface`: 65 bytes of
/// ECDSA (s in the lower half order), or a reporter contract's address followed by what its ERC-1271 takes; signers ascend
/// strictly by address.
///
/// **Numbers.** A signed price's number is the second at which it was seen. It is known before the price is delivered, rises
/// strictly, and is never `NEWEST_SPOT` (0) or `PUSH_ONLY` (1).
///
/// **One a block.** Within one block's time at most one price is taken, and the last two are kept: so whatever price was the
/// newest at any moment of a block is kept until the block ends, and nobody can push it out.
///
/// **What counts.** This contract knows who signed and how old a price is. Whether it counts is for `IPriceFeed.readAt` to
/// say, which holds it against the push feed.
interface ISignedSpot {
  /// @notice A signed price was taken.
  /// @param number unix seconds at which it was seen
  /// @param price quote per underlying, WAD
  event SpotSigned(uint256 indexed number, uint256 price);
  /// @notice Signed prices were shut out by hand, or let in again.
  event SuspensionChanged(bool suspended);

  /// @notice The price is zero or above what can be kept (`type(uint96).max`).
  error PriceOutOfRange(uint256 price, uint256 maximum);
  /// @notice Seen later than now.
  error ObservedInFuture(uint256 observedAt, uint256 time);
  /// @notice Seen too long ago to be delivered.
  /// @param oldest the earliest time that would do
  error ObservedTooLongAgo(uint256 observedAt, uint256 oldest);
  /// @notice Seen no later than the latest price: an older one, or the same again.
  error ObservedOutOfOrder(uint256 observedAt, uint256 latest);
  /// @notice A price was taken in this block already.
  /// @param number that price's
  error AlreadySubmittedInBlock(uint256 number);
  /// @notice Signed prices are shut out until the governor lets them in again.
  error SignedSpotSuspended();

  /// @notice Delivers a signed price, in effect at once. Anyone may.
  /// @dev Reverts with a named error and changes nothing unless the price is newer than every earlier one, neither from the
  /// future nor older than `maxAge`, the first of its block, and signed (`ReporterSet`'s errors).
  /// @return number the price's, its `observedAt`
  function submit(SignedPrice calldata signed) external returns (uint256 number);

  /// @notice Delivers a signed price if it can still be of use: for routers, which bring it along with an order.
  /// @dev Does nothing, without looking at the signatures, where only time and other people's transactions stand against it:
  /// the same or a newer price is there, this block has had one, it is too old or not yet due, or signed prices are
  /// suspended. The order then meets whatever price counts, under its own limits. What no delay can cause reverts as
  /// `submit` does: a price out of range, signatures that are missing, malformed, unordered or not the reporters'.
  /// @return latest the newest price's number afterwards, `PUSH_ONLY` where there was never one; the price brought is the
  /// newest exactly if this is its `observedAt`
  function trySubmit(SignedPrice calldata signed) external returns (uint256 latest);

  /// @notice Shuts signed prices out, those kept included, at once. For the guardian: the push feed's price then holds.
  function suspend() external;

  /// @notice Lets signed prices in again. For the governor.
  function resume() external;

  /// @notice A kept price that is at most `maxAge` seconds old; zeros where there is none.
  /// @dev Never reverts. It says nothing about the push feed: prices are read through `IPriceFeed.readAt`.
  /// @param number `NEWEST_SPOT`, or a signed price's number
  /// @return reading price, WAD; the floor of confidence for signed prices, WAD; the second at which the price was seen,
  /// which is its number
  function readAt(uint256 number) external view returns (PriceReading memory reading);

  /// @notice The numbers of the two prices kept, whatever their age; `PUSH_ONLY` for what is not there. A price seen 255
  /// seconds or more before the next one is not kept beside it: it could not count any more.
  function numbers() external view returns (uint256 latest, uint256 previous);

  /// @notice Whether signed prices are shut out.
  function suspended() external view returns (bool);

  /// @notice The market's name as reporters sign it, for instance "WETH/USDC".
  function market() external view returns (string memory);

  /// @notice The largest age, in seconds, at which a signed price is taken and read.
  function maxAge() external view returns (uint256);

  /// @notice The confidence of a signed price of age zero, WAD fraction.
  function confidenceFloor() external view returns (uint256);

  /// @notice The EIP-712 digest that reporters sign.
  function digestOf(uint256 price, uint256 observedAt) external view returns (bytes32);
}
