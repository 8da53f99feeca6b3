// SPDX-License-Identifier: MIT
pragma solidity 0.8.33;

import {PriceReading} from "../types/PriceReading.sol";

/// @title IPriceSource
/// @notice One provider's price of one market, in WAD quote per underlying. One adapter a file, under `feeds/adapters`.
/// @dev `read` reverts by a named error where the provider's answer cannot be trusted; `PriceFeed` bounds the gas and the
/// return data of the call and decides by quorum, so that one broken source cannot block the others.
interface IPriceSource {
  /// @notice The provider's current price.
  /// @return reading price (WAD), the provider's own deviation threshold as confidence (WAD fraction), and the time of
  /// the oldest observation used (unix seconds).
  function read() external view returns (PriceReading memory reading);

  /// @notice Seconds after which a reading of this source is stale.
  function maxAge() external view returns (uint256);
}
