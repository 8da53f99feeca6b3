// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IPriceFeed} from "../../../contracts/interfaces/IPriceFeed.sol";
import {IRealisedVolatility} from "../../../contracts/interfaces/IRealisedVolatility.sol";
import {IVolatilitySurface} from "../../../contracts/interfaces/IVolatilitySurface.sol";
import {PremiumOracle} from "../../../contracts/premium/PremiumOracle.sol";
import {Quote} from "../../../contracts/types/Quote.sol";
import {SviParams} from "../../../contracts/types/SviSlice.sol";
import {PremiumFixture} from "../../fuzz/premium/PremiumFixture.sol";

/// @notice Figures that the formulas were tried with before there was code: average over the whole purchase and at the margin, over fair
/// value, to one more digit than there, for a put with strike 1900 on spot 2000; E = 1,000,000, λ = 6, β = 10 %, σ 80 %, ω = 0, one day's horizon.
contract TrialFigures is PremiumFixture {
  function setUp() public override {
    super.setUp();
    params.volOfVol = 0;
    params.notionalFee = params.chargeFee = params.lockFee = 0;
    (IPriceFeed feed, IVolatilitySurface surface, IRealisedVolatility realised) = market.parts();
    oracle = new PremiumOracle(address(this), feed, surface, realised, 0, 0);
    market.setRealised(0);
    market.setSpot(SPOT, 0);
    book.lotSize = 0.0001e18;
  }

  /// @return average (ΔR of the whole purchase)/(q·v) and margin (ΔR of the last 1e-4 of it)/(v), in 1e-4
  function _loading(uint256 days_, uint256 utilisation) private returns (uint256 average, uint256 margin) {
    vm.warp(expiryAt(1) - days_ * 1 days);
    capital.updatedAt = block.timestamp;
    uint256 year = 365 days;
    market.setSlice(expiryAt(1), SviParams(int256((0.64e12 * days_ * 1 days) / year), 0, 0, 0, 1e10));
    uint256 quantity = (capital.riskCapital * utilisation) / 1900e18;
    uint256 snapshot = vm.snapshotState();
    average = _over(quantity);
    uint256 last = quantity / 10_000;
    book.quads[1] = 190 | (((quantity - last) / book.lotSize) << 24);
    margin = _over(last);
    vm.revertToState(snapshot);
  }

  function _over(uint256 quantity) private view returns (uint256) {
    Quote memory bought = quoteOf(expiryAt(1), 1900e18, int256((quantity / book.lotSize) * book.lotSize));
    return (uint256(bought.moveCharge + bought.rentCharge) * 10_000) / bought.fair;
  }

  function test_SevenDays() public {
    _assertLoading(7, 0.1e18, 67, 138);
    _assertLoading(7, 0.5e18, 432, 1047);
    _assertLoading(7, 0.8e18, 1008, 3609);
  }

  function test_ThirtyDays() public {
    _assertLoading(30, 0.1e18, 75, 154);
    _assertLoading(30, 0.5e18, 513, 1293);
    _assertLoading(30, 0.8e18, 1284, 4898);
  }

  function _assertLoading(uint256 days_, uint256 utilisation, uint256 average, uint256 margin) private {
    (uint256 a, uint256 m) = _loading(days_, utilisation);
    assertApproxEqAbs(a, average, 1, "average");
    assertApproxEqAbs(m, margin, 2, "margin");
  }
}
