// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PriceFeed} from "../../../contracts/feeds/PriceFeed.sol";
import {RealisedVolatility} from "../../../contracts/feeds/RealisedVolatility.sol";
import {SignedSpot} from "../../../contracts/feeds/SignedSpot.sol";
import {ChainlinkSource} from "../../../contracts/feeds/adapters/ChainlinkSource.sol";
import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {PremiumOracle} from "../../../contracts/premium/PremiumOracle.sol";
import {SurfaceParameters} from "../../../contracts/surface/SurfaceParameters.sol";
import {AggregatorConfig} from "../../../contracts/types/AggregatorConfig.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {SignedPrice} from "../../../contracts/types/SignedPrice.sol";
import {FarExpiryFixture} from "../../fixtures/FarExpiryFixture.sol";

/// @notice The market with the deployment's figures: a surface that leaves half a point in doubt, a push feed that leaves 0.75 %, and
/// beside it prices that the reporters sign.
abstract contract SignedMarketFixture is FarExpiryFixture {
  SignedSpot internal signedSpot;
  PriceFeed internal signedFeed;
  PremiumOracle internal signedOracle;

  function setUp() public virtual override {
    super.setUp();
    signedSpot = new SignedSpot(address(manager), SignedSpot.Config("WETH/USDC", 30, 0.0005e18), reporters, THRESHOLD);
    PriceFeed.Config memory config;
    config.sources = new address[](1);
    AggregatorConfig memory terms = AggregatorConfig(address(aggregator), 25 hours, 0, type(int128).max);
    config.sources[0] = address(new ChainlinkSource(terms, 0.0075e18));
    config.quorum = 1;
    config.disagreementLimit = 0.02e18;
    config.confidenceFloor = 0.001e18;
    config.signedSpot = address(signedSpot);
    signedFeed = new PriceFeed(config);
    realised = new RealisedVolatility(
      RealisedVolatility.EstimatorConfig(address(signedFeed), 0.35e18, 1 days, 5 minutes, 5e18)
    );
    signedOracle = new PremiumOracle(address(manager), signedFeed, surface, realised, 0.04e18, 0.03e18);
    vault = _signedVault(OptionKind.Put, 8e18, 0.15e18);
  }

  function _parameters() internal pure virtual override returns (SurfaceParameters memory p) {
    p = super._parameters();
    (p.confidenceFloor, p.confidenceGrowth, p.maxAge) = (0.005e18, 1e18, 6 hours);
  }

  function _signedVault(OptionKind kind, uint256 riskAversion, uint256 capacityRent) internal returns (IOptionVault) {
    IOptionVault.Config memory config = _config(kind, kind == OptionKind.Put ? usdc : weth, riskAversion, capacityRent);
    config.oracle = signedOracle;
    (config.series.weeklies, config.series.monthlies) = (3, 2);
    (config.series.minDelta, config.series.maxDelta) = (0.05e18, 0.9e18);
    (config.series.minTenor, config.series.maxTenor) = (6 hours, 90 days);
    config.leastDeposit = kind == OptionKind.Put ? 10_000e6 : 5e18;
    return _createVault(config);
  }

  /// @dev What two reporters sign now, brought by anyone.
  function _sign(uint256 price) internal {
    uint256 now_ = vm.getBlockTimestamp();
    bytes32 digest = signedSpot.digestOf(price, now_);
    SignedPrice memory signed = SignedPrice(price, now_, new bytes[](THRESHOLD));
    for (uint256 i; i < THRESHOLD; ++i) signed.signatures[i] = _sign(keys[i], digest);
    signedSpot.submit(signed);
  }
}
