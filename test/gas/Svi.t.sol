// SPDX-License-Identifier: MIT
pragma solidity 0.8.33;

import {Test} from "forge-std/Test.sol";

import {Curve} from "../../contracts/types/Curve.sol";
import {SviParams, SviSlice, packSvi} from "../../contracts/types/SviSlice.sol";
import {SviHarness} from "../mocks/SviHarness.sol";

/// @notice Gas of `Svi`'s internal calls: an external call less an empty one of the same signature.
contract SviGasTest is Test {
  int256 private constant K = -0.1e18;
  int256 private constant K_Q96 = -7922816251426433759354395033;
  uint256 private constant TENOR = 7 days;

  SviHarness private harness;
  SviSlice private slice;
  Curve private curve;

  function setUp() public {
    harness = new SviHarness();
    slice = packSvi(SviParams({a: 0.002e12, b: 0.02e12, rho: -0.3e12, m: 0.01e12, sigma: 0.15e12}));
    curve = Curve({near: slice, nearWeight: 0.4e18, far: slice, farWeight: 0.6e18});
  }

  function test_Gas_SviVolatility() public {
    vm.snapshotValue(
      "math",
      "math.sviVolatility",
      _less(
        abi.encodeCall(harness.volatility, (slice, K, TENOR)),
        abi.encodeCall(harness.volatilityEmpty, (slice, K, TENOR))
      )
    );
  }

  function test_Gas_SviCurve() public {
    vm.snapshotValue(
      "math",
      "math.sviCurveWithDerivatives",
      _less(
        abi.encodeCall(harness.curveWithDerivatives, (curve, K_Q96)),
        abi.encodeCall(harness.curveWithDerivativesEmpty, (curve, K_Q96))
      )
    );
  }

  function _less(bytes memory call, bytes memory empty) private returns (uint256) {
    (bool done, ) = address(harness).call(call);
    require(done, "the call reverted");
    uint256 full = vm.lastCallGas().gasTotalUsed;
    (done, ) = address(harness).call(empty);
    require(done, "the empty call reverted");
    return full - vm.lastCallGas().gasTotalUsed;
  }
}
