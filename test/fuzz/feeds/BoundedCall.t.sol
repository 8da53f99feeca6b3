// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {BoundedCall} from "../../../contracts/feeds/BoundedCall.sol";
import {BoundedCallTwin} from "../../twins/BoundedCallTwin.sol";

/// Returns or reverts with as many bytes as asked for, and what it was asked with.
contract Echo {
  uint256 public immutable SIZE;
  bool public immutable FAILS;

  constructor(uint256 size, bool fails) {
    (SIZE, FAILS) = (size, fails);
  }

  fallback() external {
    uint256 size = SIZE;
    bytes memory data = new bytes(size < 64 ? 64 : size);
    bytes32 digest = keccak256(msg.data);
    for (uint256 i = 0; i < size; ++i) data[i] = digest[i % 32];
    bool fails = FAILS;
    assembly ("memory-safe") {
      if fails {
        revert(add(data, 0x20), size)
      }
      return(add(data, 0x20), size)
    }
  }
}

contract BoundedCallFuzzTest is Test {
  uint256 private constant GAS_LIMIT = 500_000;

  struct Outcome {
    bool ok;
    uint256[5] words;
    bytes reason;
  }

  function _viaLibrary(
    address target,
    bytes4 selector,
    uint256 argument,
    bool withArgument,
    uint256 words
  ) external view returns (Outcome memory outcome) {
    uint256[5] memory buffer = outcome.words;
    uint256 pointer;
    assembly ("memory-safe") {
      pointer := buffer
    }
    outcome.ok =
      withArgument
        ? BoundedCall.readInto(target, GAS_LIMIT, selector, argument, pointer, words * 32)
        : BoundedCall.readInto(target, GAS_LIMIT, selector, pointer, words * 32);
    outcome.reason = BoundedCall.lastReason();
  }

  function testFuzz_AsItsTwin(
    bytes4 selector,
    uint256 argument,
    bool withArgument,
    uint256 words,
    uint256 size,
    bool fails
  ) public {
    words = bound(words, 1, 5);
    size = bound(size, 0, 400);
    address target = address(new Echo(size, fails));
    bytes memory callData = withArgument ? abi.encodeWithSelector(selector, argument) : abi.encodePacked(selector);
    (bool ok, bytes memory output) = BoundedCallTwin.read(target, GAS_LIMIT, callData, words * 32);
    Outcome memory outcome = this._viaLibrary(target, selector, argument, withArgument, words);

    assertEq(outcome.ok, ok);
    assertEq(ok, !fails && size >= words * 32);
    if (ok) {
      for (uint256 i = 0; i < words; ++i) {
        uint256 expected;
        assembly ("memory-safe") {
          expected := mload(add(add(output, 0x20), mul(i, 0x20)))
        }
        assertEq(outcome.words[i], expected);
      }
      for (uint256 i = words; i < 5; ++i) assertEq(outcome.words[i], 0, "written past the size");
    } else {
      assertEq(outcome.reason.length, size < 256 ? size : 256);
      for (uint256 i = 0; i < outcome.reason.length; ++i) assertEq(outcome.reason[i], output[i]);
    }
  }

  function test_NotOk_GivenNoCode() public view {
    assertFalse(this._viaLibrary(address(0xdead), 0x12345678, 0, false, 1).ok);
  }

  function testFuzz_Starved_AsItsTwin(uint256 gas_) public {
    gas_ = bound(gas_, 30_000, 700_000);
    address target = address(new Echo(10, true));
    try this._viaLibrary{gas: gas_}(target, 0x12345678, 0, false, 1) returns (Outcome memory outcome) {
      assertFalse(outcome.ok);
      assertGt(gas_, (GAS_LIMIT * 64) / 63);
    } catch (bytes memory reason) {
      assertEq(bytes4(reason), BoundedCall.InsufficientGas.selector);
      assertLt(gas_, (GAS_LIMIT * 64) / 63 + 10_000);
    }
  }
}
