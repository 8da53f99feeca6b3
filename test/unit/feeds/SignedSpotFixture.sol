// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {Test} from "forge-std/Test.sol";

import {SignedSpot} from "../../../contracts/feeds/SignedSpot.sol";
import {Roles} from "../../../contracts/governance/Roles.sol";
import {SignedPrice} from "../../../contracts/types/SignedPrice.sol";

/// @notice A signed spot with three reporters, two of whom must sign, and prices to hand it.
abstract contract SignedSpotFixture is Test {
  uint256 internal constant START = 1_800_000_000;
  uint256 internal constant MAX_AGE = 30;
  uint256 internal constant FLOOR = 0.0005e18;
  uint256 internal constant PRICE = 2000e18;
  string internal constant MARKET = "WETH/USDC";
  /// @dev Order of the curve of ECDSA.
  uint256 internal constant CURVE_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;

  AccessManager internal manager;
  SignedSpot internal spot;
  /// @dev Ascending by address.
  uint256[] internal keys;
  address[] internal reporters;
  address internal guardian = makeAddr("guardian");

  function setUp() public virtual {
    vm.warp(START);
    _makeReporters(3);
    manager = new AccessManager(address(this));
    spot = _newSpot(MARKET);
    bytes4[] memory tightening = new bytes4[](1);
    tightening[0] = SignedSpot.suspend.selector;
    manager.setTargetFunctionRole(address(spot), tightening, Roles.GUARDIAN);
    manager.grantRole(Roles.GUARDIAN, guardian, 0);
  }

  function _newSpot(string memory market) internal returns (SignedSpot) {
    return new SignedSpot(address(manager), SignedSpot.Config(market, MAX_AGE, FLOOR), reporters, 2);
  }

  function _makeReporters(uint256 count) private {
    for (uint256 i = 1; i <= count; ++i) {
      uint256 key = uint256(keccak256(abi.encode("reporter", i)));
      uint256 j = keys.length;
      keys.push(key);
      while (j > 0 && vm.addr(keys[j - 1]) > vm.addr(key)) {
        keys[j] = keys[j - 1];
        --j;
      }
      keys[j] = key;
    }
    for (uint256 i = 0; i < count; ++i) reporters.push(vm.addr(keys[i]));
  }

  function _sign(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
    (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
    return abi.encodePacked(r, s, v);
  }

  /// @dev Signed by the first two reporters.
  function _signed(uint256 price, uint256 observedAt) internal view returns (SignedPrice memory) {
    return _signedBy(spot, price, observedAt, 2);
  }

  /// @dev Signed by the first `count` reporters for one contract.
  function _signedBy(
    SignedSpot for_,
    uint256 price,
    uint256 observedAt,
    uint256 count
  ) internal view returns (SignedPrice memory signed) {
    signed = SignedPrice(price, observedAt, new bytes[](count));
    bytes32 digest = for_.digestOf(price, observedAt);
    for (uint256 i = 0; i < count; ++i) signed.signatures[i] = _sign(keys[i], digest);
  }

  function _submit(uint256 price, uint256 observedAt) internal {
    spot.submit(_signed(price, observedAt));
  }

  /// @dev Moves on; the time is asked of the cheat codes, since the IR compiler takes it to be constant in a call.
  function _pass(uint256 time) internal {
    vm.warp(vm.getBlockTimestamp() + time);
    vm.roll(vm.getBlockNumber() + 1);
  }
}
