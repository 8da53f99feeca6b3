// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {FarExpiryFixture} from "../../fixtures/FarExpiryFixture.sol";

/// @notice A30: E neither falls nor rises with a dip that passes, so that selling after it pays no more than without it.
contract DipFairnessTest is FarExpiryFixture {
  /// @dev Sold in pieces an hour after the price is back at `spot`, having been at `low` for an hour.
  function _soldAfterADip(uint256 low, uint256 locked, uint256 pieces) private returns (uint256 sum) {
    uint256 snapshot = vm.snapshotState();
    _open();
    SeriesId id = _series(far, 4);
    uint256 n = _locking(id, locked);
    _buy(vault, buyer, id, n);
    _passFresh(1 hours);
    _spotAt(low);
    _poke();
    _passFresh(1 hours);
    _spotAt(2000e18);
    uint256 piece = n / pieces;
    piece -= piece % 0.01e18;
    for (uint256 i = 1; i < pieces; ++i) sum += _sell(vault, buyer, id, piece);
    sum += _sell(vault, buyer, id, n - piece * (pieces - 1));
    vm.revertToState(snapshot);
  }

  function _assertNoMore(uint256 low, uint256 locked) private {
    uint256 calm = _soldAfterADip(2000e18, locked, 8);
    // E moves a 48th of the way in an hour, down and back: what is left of it is within the fees.
    assertLe(_soldAfterADip(low, locked, 8), calm);
    assertLe(_soldAfterADip(low, locked, 1), calm + calm / 100_000);
  }

  function test_A30_SoldAfterADipOf35Percent() public {
    _assertNoMore(1300e18, 850_000e18);
  }

  function test_A30_SoldAfterADipOf50Percent() public {
    _assertNoMore(1000e18, 850_000e18);
  }

  function test_A30_SoldAfterADipOf20Percent_AtModerateUtilisation() public {
    _assertNoMore(1600e18, 600_000e18);
  }

  /// @dev Bought cheap first, others fill the vault, a dip and back within minutes: no more than without the dip.
  function test_A30_BoughtFirst_SoldAfterSomebodyElsesFillAndADip() public {
    uint256[3] memory lows = [uint256(1700e18), 1300e18, 1000e18];
    for (uint256 i; i < 3; ++i) {
      uint256 snapshot = vm.snapshotState();
      _open();
      SeriesId id = _series(far, 4);
      _buy(vault, attacker, id, 150e18);
      _tick();
      _buy(vault, buyer, id, 260e18);
      _passFresh(20 minutes);
      uint256 inner = vm.snapshotState();
      uint256 calm = _sell(vault, attacker, id, 150e18);
      vm.revertToState(inner);
      _spotAt(lows[i]);
      _poke();
      _spotAt(2000e18);
      assertLe(_sell(vault, attacker, id, 150e18), calm);
      vm.revertToState(snapshot);
    }
  }
}
