// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccountRisk} from "../../contracts/margin/AccountRisk.sol";
import {AccountState, AccountStorage, Holdings} from "../../contracts/margin/AccountStorage.sol";
import {VaultTerms} from "../../contracts/margin/VaultListing.sol";
import {AccountId} from "../../contracts/types/AccountId.sol";

/// @notice One account behind external functions: each reads it, changes it and writes it, as an engine's call does.
contract AccountHarness {
  using AccountRisk for Holdings;
  using AccountStorage for AccountState;
  using AccountStorage for Holdings;

  AccountId private constant ID = AccountId.wrap(bytes32(uint256(7)));

  /// @dev Slots 0 to 4.
  AccountState private _state;

  function open(uint256 index) external returns (uint256 slot) {
    Holdings memory held = _state.load(ID);
    slot = held.open(index);
    // A slot of nothing is none.
    held.shares[slot] += 1;
    _state.store(held);
  }

  function setShare(uint256 slot, uint256 share) external {
    Holdings memory held = _state.load(ID);
    held.shares[slot] = share;
    _state.store(held);
  }

  function add(uint256 slot, uint256 expiry, uint256 tick, int256 lots) external returns (int256 before) {
    Holdings memory held = _state.load(ID);
    uint256 key = keyFor(slot, expiry, tick);
    int256 said = held.lotsAt(key);
    before = held.add(key, lots);
    require(said == before, "lotsAt says otherwise than add");
    _state.store(held);
  }

  function removeGroup(uint256 slot, uint256 expiry) external {
    Holdings memory held = _state.load(ID);
    held.removeGroup(keyFor(slot, expiry, 0) >> 64);
    _state.store(held);
  }

  function holdings() external view returns (Holdings memory) {
    return _state.load(ID);
  }

  /// @notice Worst case of positions of one vault, token units.
  /// @param lots positive where short
  function needed(
    uint256[] calldata expiries,
    uint256[] calldata ticks,
    int256[] calldata lots,
    VaultTerms terms
  ) external pure returns (uint256) {
    return _held(expiries, ticks, lots).neededAt(0, terms);
  }

  /// @notice What positions of one vault owe at a price, those of one expiry. Token units.
  function owed(
    uint256[] calldata expiries,
    uint256[] calldata ticks,
    int256[] calldata lots,
    VaultTerms terms,
    uint256 expiry,
    uint256 price
  ) external pure returns (int256 units, bool found) {
    return _held(expiries, ticks, lots).owedAt(keyFor(0, expiry, 0) >> 64, terms, price);
  }

  function keyFor(uint256 slot, uint256 expiry, uint256 tick) public pure returns (uint256) {
    return (slot << 80) | ((expiry / 1 days) << 64) | tick;
  }

  function _held(
    uint256[] calldata expiries,
    uint256[] calldata ticks,
    int256[] calldata lots
  ) private pure returns (Holdings memory held) {
    for (uint256 i; i < ticks.length; ++i) held.add(keyFor(0, expiries[i], ticks[i]), lots[i]);
  }
}
