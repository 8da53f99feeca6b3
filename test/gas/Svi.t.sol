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
    SviSlice s = slice;
    harness.volatility(s, K, TENOR);
    uint256 full = vm.snapshotGasLastCall("math", "full");
    harness.volatilityEmpty(s, K, TENOR);
    uint256 empty = vm.snapshotGasLastCall("math", "empty");
    vm.snapshotValue("math", "math.sviVolatility", full - empty);
    emit log_named_uint("math.sviVolatility", full - empty);
  }

  function test_Gas_Others() public {
    SviSlice s = slice;
    Curve memory c = curve;
    emit log_named_uint(
      "var",
      _less(abi.encodeCall(harness.totalVariance, (s, K_Q96)), abi.encodeCall(harness.totalVarianceEmpty, (s, K_Q96)))
    );
    emit log_named_uint(
      "der",
      _less(
        abi.encodeCall(harness.withDerivatives, (s, K_Q96)),
        abi.encodeCall(harness.withDerivativesEmpty, (s, K_Q96))
      )
    );
    emit log_named_uint(
      "cvar",
      _less(
        abi.encodeCall(harness.curveTotalVariance, (c, K_Q96)),
        abi.encodeCall(harness.curveTotalVarianceEmpty, (c, K_Q96))
      )
    );
    emit log_named_uint(
      "cder",
      _less(
        abi.encodeCall(harness.curveWithDerivatives, (c, K_Q96)),
        abi.encodeCall(harness.curveWithDerivativesEmpty, (c, K_Q96))
      )
    );
    c.farWeight = 0;
    emit log_named_uint(
      "cvar1",
      _less(
        abi.encodeCall(harness.curveTotalVariance, (c, K_Q96)),
        abi.encodeCall(harness.curveTotalVarianceEmpty, (c, K_Q96))
      )
    );
    emit log_named_uint(
      "cder1",
      _less(
        abi.encodeCall(harness.curveWithDerivatives, (c, K_Q96)),
        abi.encodeCall(harness.curveWithDerivativesEmpty, (c, K_Q96))
      )
    );
  }

  function _less(bytes memory call, bytes memory empty) private returns (uint256) {
    (bool ok, ) = address(harness).call(call);
    uint256 full = vm.lastCallGas().gasTotalUsed;
    (ok, ) = address(harness).call(empty);
    return full - vm.lastCallGas().gasTotalUsed;
  }
}
