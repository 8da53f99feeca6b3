// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {BlackScholes} from "../../contracts/math/BlackScholes.sol";
import {Gaussian} from "../../contracts/math/Gaussian.sol";
import {ImpliedVolatility} from "../../contracts/math/ImpliedVolatility.sol";
import {Svi} from "../../contracts/math/Svi.sol";
import {OptionKind} from "../../contracts/types/OptionKind.sol";
import {SviParams, SviSlice, packSvi} from "../../contracts/types/SviSlice.sol";

/// @dev Each pair below is a wrapper and an empty function of the same signature, each alone in its contract, so that the
/// difference of two calls is the internal call and nothing of the dispatch.
contract BlackScholesCaller {
  function evaluate(
    uint256 spot,
    uint256 strike,
    uint256 tenor,
    uint256 volatility,
    uint256 rate
  ) external pure returns (uint256 call, uint256 put, uint256 delta, uint256 gamma, uint256 vega, int256 theta) {
    return BlackScholes.evaluate(spot, strike, tenor, volatility, rate);
  }
}

contract BlackScholesEmpty {
  function evaluate(
    uint256,
    uint256,
    uint256,
    uint256,
    uint256
  ) external pure returns (uint256 call, uint256 put, uint256 delta, uint256 gamma, uint256 vega, int256 theta) {}
}

contract NormalCdfCaller {
  function cdf(int256 x) external pure returns (uint256) {
    return Gaussian.cdf(x);
  }
}

contract NormalCdfEmpty {
  function cdf(int256) external pure returns (uint256) {}
}

contract SviVolatilityCaller {
  function volatility(SviSlice slice, int256 k, uint256 tenor) external pure returns (uint256) {
    return Svi.volatility(slice, k, tenor);
  }
}

contract SviVolatilityEmpty {
  function volatility(SviSlice, int256, uint256) external pure returns (uint256) {}
}

contract ImpliedVolatilityCaller {
  function solve(
    OptionKind kind,
    uint256 price,
    uint256 spot,
    uint256 strike,
    uint256 tenor,
    uint256 rate
  ) external pure returns (uint256) {
    return ImpliedVolatility.solve(kind, price, spot, strike, tenor, rate);
  }
}

contract ImpliedVolatilityEmpty {
  function solve(OptionKind, uint256, uint256, uint256, uint256, uint256) external pure returns (uint256) {}
}

/// @notice Gas of the mathematics' internal calls; the largest over a grid where the figure is called a worst case.
contract MathGasTest is Test {
  uint256 private constant SPOT = 2000e18;
  uint256 private constant RATE = 0.05e18;

  BlackScholesCaller private blackScholes;
  BlackScholesEmpty private blackScholesEmpty;
  ImpliedVolatilityCaller private impliedVolatility;
  ImpliedVolatilityEmpty private impliedVolatilityEmpty;

  function setUp() public {
    blackScholes = new BlackScholesCaller();
    blackScholesEmpty = new BlackScholesEmpty();
    impliedVolatility = new ImpliedVolatilityCaller();
    impliedVolatilityEmpty = new ImpliedVolatilityEmpty();
  }

  function test_Gas_BlackScholesZeroRate() public {
    _record("math.blackScholes.zeroRate", _blackScholes(0));
  }

  function test_Gas_BlackScholes() public {
    _record("math.blackScholes", _blackScholes(RATE));
  }

  function test_Gas_NormalCdf() public {
    NormalCdfCaller caller = new NormalCdfCaller();
    NormalCdfEmpty empty = new NormalCdfEmpty();
    caller.cdf(-0.7e18);
    uint256 used = vm.lastCallGas().gasTotalUsed;
    empty.cdf(-0.7e18);
    _record("math.normalCdf", used - vm.lastCallGas().gasTotalUsed);
  }

  function test_Gas_SviVolatility() public {
    SviVolatilityCaller caller = new SviVolatilityCaller();
    SviVolatilityEmpty empty = new SviVolatilityEmpty();
    SviSlice slice = packSvi(SviParams({a: 0.002e12, b: 0.02e12, rho: -0.3e12, m: 0.01e12, sigma: 0.15e12}));
    caller.volatility(slice, -0.1e18, 7 days);
    uint256 used = vm.lastCallGas().gasTotalUsed;
    empty.volatility(slice, -0.1e18, 7 days);
    _record("math.sviVolatility", used - vm.lastCallGas().gasTotalUsed);
  }

  function test_Gas_ImpliedVolatilityWorstCase() public {
    uint256 worst;
    for (uint256 strike = 1000e18; strike <= 4000e18; strike += 500e18) {
      for (uint256 volatility = 0.2e18; volatility <= 1.4e18; volatility += 0.4e18) {
        for (uint256 tenor = 7 days; tenor <= 365 days; tenor *= 7) {
          uint256 used = _impliedVolatility(strike, volatility, tenor);
          if (used > worst) worst = used;
        }
      }
    }
    _record("math.impliedVolatility", worst);
  }

  function _blackScholes(uint256 rate) private view returns (uint256 used) {
    blackScholes.evaluate(SPOT, 2100e18, 30 days, 0.8e18, rate);
    used = vm.lastCallGas().gasTotalUsed;
    blackScholesEmpty.evaluate(SPOT, 2100e18, 30 days, 0.8e18, rate);
    used -= vm.lastCallGas().gasTotalUsed;
  }

  function _impliedVolatility(uint256 strike, uint256 volatility, uint256 tenor) private view returns (uint256 used) {
    (uint256 call, uint256 put, , , , ) = blackScholes.evaluate(SPOT, strike, tenor, volatility, RATE);
    OptionKind kind = strike > SPOT ? OptionKind.Call : OptionKind.Put;
    uint256 price = strike > SPOT ? call : put;
    impliedVolatility.solve(kind, price, SPOT, strike, tenor, RATE);
    used = vm.lastCallGas().gasTotalUsed;
    impliedVolatilityEmpty.solve(kind, price, SPOT, strike, tenor, RATE);
    used -= vm.lastCallGas().gasTotalUsed;
  }

  function _record(string memory key, uint256 gas) private {
    emit log_named_uint(key, gas);
  }
}
