// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Leg} from "../../../contracts/types/Leg.sol";
import {SurfaceStatus} from "../../../contracts/types/SurfaceStatus.sol";
import {VaultState} from "../../../contracts/types/VaultState.sol";
import {Position} from "../../../contracts/vault/core/BookStorage.sol";
import {Order, Orders} from "../../../contracts/vault/core/Order.sol";
import {MemoryFixture} from "../../fixtures/MemoryFixture.sol";

/// What `Orders` makes is what Solidity makes: the same words when encoded, also in memory that was not clean; and nothing written to
/// one member is read in another, or behind it.
contract OrdersTest is MemoryFixture {
  function ofBlank(Leg[] memory legs) external pure onDirt returns (bytes memory made, bytes memory numbered) {
    uint256 start = _free();
    Order memory order = Orders.blank(legs)[0];
    uint256 end = _free();
    assertTrue(_isDirty(), "written behind its end");
    made = abi.encode(order);
    // Enumerations and flags hold few values.
    (order.ledger.state, order.quote.surface) = (VaultState.Guarded, SurfaceStatus.Stale);
    (order.ledger.hasQueue, order.ledger.hasRequests, order.ledger.hasShares) = (true, true, true);
    (order.ledger.hasParked, order.ledger.hasCleared, order.ledger.traded) = (true, true, true);
    _number(start, end);
    numbered = abi.encode(order);
  }

  function testFuzz_Blank(Leg[8] memory given, uint256 count) public view {
    // Of no legs, the length of the positions would be numbered too.
    count = bound(count, 1, given.length);
    Leg[] memory legs = new Leg[](count);
    for (uint256 i; i < count; ++i) legs[i] = given[i];
    (bytes memory made, bytes memory numbered) = this.ofBlank(legs);
    Order memory plain;
    (plain.legs, plain.positions) = (legs, new Position[](count));
    assertEq(keccak256(made), keccak256(abi.encode(plain)));
    _assertDistinct(numbered, made);
  }

  function ofCopy(Leg[] calldata legs) external pure onDirt returns (Leg[] memory list, bool isDirty) {
    list = Orders.copied(legs);
    isDirty = _isDirty();
  }

  function testFuzz_Copied(Leg[] memory legs) public view {
    (Leg[] memory list, bool isDirty) = this.ofCopy(legs);
    assertEq(keccak256(abi.encode(list)), keccak256(abi.encode(legs)));
    assertTrue(isDirty || legs.length > 80, "written behind its end");
  }
}
