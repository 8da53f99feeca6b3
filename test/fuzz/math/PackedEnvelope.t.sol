// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {PackedEnvelope} from "../../../contracts/math/PackedEnvelope.sol";
import {PayoffEnvelope} from "../../../contracts/math/PayoffEnvelope.sol";
import {ENTRIES_PER_QUAD, withEntry} from "../../../contracts/types/Book.sol";

/// @notice The worst case of packed words is that of the same strikes and quantities as lists, over everything that a book may hold.
contract PackedEnvelopeTest is Test {
  int256 private constant MAX_LOTS = type(int40).max;

  function testFuzz_EqualsTheListsOwn(uint256 seed, uint256 count, uint256 lotSize, uint256 tickSize) public pure {
    count = bound(count, 1, 16);
    // As far as the lists go: quantities below 2^96.
    lotSize = bound(lotSize, 1, 0.1e18);
    tickSize = bound(tickSize, 1, 1e21);
    uint256[] memory quads = new uint256[]((count + 3) / 4);
    (uint256[] memory strikes, int256[] memory quantities) = (new uint256[](count), new int256[](count));
    uint256 tick;
    for (uint256 i; i < count; ++i) {
      seed = uint256(keccak256(abi.encode(seed)));
      tick += (seed % 1_000_000) + 1;
      int256 lots = _lots(seed >> 32);
      quads[i / ENTRIES_PER_QUAD] = withEntry(quads[i / ENTRIES_PER_QUAD], i % ENTRIES_PER_QUAD, tick, lots);
      (strikes[i], quantities[i]) = (tick * tickSize, lots * int256(lotSize));
    }
    assertEq(
      PackedEnvelope.worstOf(quads, 0, quads.length, true, lotSize, tickSize),
      PayoffEnvelope.worstPuts(strikes, quantities),
      "puts"
    );
    assertEq(
      PackedEnvelope.worstOf(quads, 0, quads.length, false, lotSize, tickSize),
      PayoffEnvelope.worstCalls(strikes, quantities),
      "calls"
    );
  }

  /// @dev Small ones, none, and the largest that an entry holds, of either sign.
  function _lots(uint256 seed) private pure returns (int256 lots) {
    uint256 what = seed % 4;
    if (what == 0) return 0;
    lots = what == 1 ? MAX_LOTS : int256((seed >> 2) % (what == 2 ? 1000 : uint256(MAX_LOTS)));
    return (seed >> 60) % 2 == 0 ? lots : -lots;
  }

  function test_EmptyEntries_AreNone() public pure {
    uint256[] memory quads = new uint256[](3);
    quads[1] = withEntry(withEntry(0, 1, 200, 5), 3, 210, -5);
    assertEq(PackedEnvelope.worstOf(quads, 0, 3, true, 1e18, 1e18), 0);
    assertEq(PackedEnvelope.worstOf(quads, 0, 3, false, 1e18, 1e18), uint256(5e18 * 10 + 209) / 210);
    assertEq(PackedEnvelope.worstOf(quads, 0, 1, true, 1e18, 1e18), 0);
  }
}
