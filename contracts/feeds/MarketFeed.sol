// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PriceFeed} from "./PriceFeed.sol";
import {RealisedVolatility} from "./RealisedVolatility.sol";

/// @title MarketFeed
/// @notice A market's spot price and its realised volatility at one address. A purchase asks for both, and the second question finds
/// the account warm: 2,500 gas less than of two contracts. Each does what it does by itself; the estimator observes this feed.
contract MarketFeed is PriceFeed, RealisedVolatility {
  /// @notice The estimator's feed is given, and is this one.
  error FeedGiven(address feed);

  /// @param estimator its `feed` is left zero
  constructor(
    PriceFeed.Config memory price,
    RealisedVolatility.EstimatorConfig memory estimator
  ) PriceFeed(price) RealisedVolatility(_observingThis(estimator)) {}

  function _observingThis(
    RealisedVolatility.EstimatorConfig memory estimator
  ) private view returns (RealisedVolatility.EstimatorConfig memory) {
    require(estimator.feed == address(0), FeedGiven(estimator.feed));
    estimator.feed = address(this);
    return estimator;
  }
}
