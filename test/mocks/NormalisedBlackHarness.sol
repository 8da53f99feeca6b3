// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Exponential} from "../../contracts/math/Exponential.sol";
import {NormalisedBlack} from "../../contracts/math/NormalisedBlack.sol";

/// @notice `NormalisedBlack` behind an external function, many points a call.
contract NormalisedBlackHarness {
  struct Priced {
    uint256 call;
    uint256 put;
    uint256 n1;
    uint256 kn2;
    uint256 density;
    uint256 root;
    /// e^k as the library has it, Q96.
    uint256 moneyness;
  }

  /// @param ks ln(K/F), Q96
  /// @param ws total variances, Q192
  function priceMany(int256[] calldata ks, uint256[] calldata ws) external pure returns (Priced[] memory priced) {
    priced = new Priced[](ks.length);
    for (uint256 i = 0; i < ks.length; ++i) {
      Priced memory p = priced[i];
      (p.call, p.put, p.n1, p.kn2, p.density, p.root) = NormalisedBlack.price(ks[i], ws[i]);
      p.moneyness = Exponential.expQ96(ks[i]);
    }
  }
}
