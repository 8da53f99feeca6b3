// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {Assessment} from "../../../contracts/types/Assessment.sol";
import {SeriesId, toSeriesId} from "../../../contracts/types/SeriesId.sol";
import {OpenVaultFixture} from "./OpenVaultFixture.sol";

/// @notice Attack A10, leaving before a loss that one sees coming, and A25, making everyone's calls dear with dust.
contract GriefingTest is OpenVaultFixture {
  uint256 private constant DUST_HOLDERS = 10_000;
  uint256 private constant LOT = 0.01e18;
  /// @dev Gas by which the same call differs between two states of memory and accounts.
  uint256 private constant NEXT_TO_NOTHING = 500;
  /// @dev Gas of one series more in a pass over the book, at most; lines that count coverage included.
  uint256 private constant PASS_PER_SERIES = 80_000;

  address private informed = makeAddr("informed");

  // A10

  /// @dev Half of the vault knows the next round, the other half does not.
  function _informedVault() private returns (uint256 shares) {
    shares = _deposit(putVault, informed, PUT_ASSETS);
    vm.prank(buyer);
    putVault.buy(id, 400e18, FOREVER, buyer, FOREVER);
    _tick();
  }

  /// @dev What `shares` are worth at NAV itself, token units.
  function _worth(uint256 shares) private view returns (uint256) {
    return putVault.convertToAssets(shares);
  }

  /// @dev Leaves now, or with `left` false stays; then `move` happens. What the rest is worth afterwards.
  function _restAfter(uint256 shares, bool left, uint256 spot, uint256 volatility) private returns (uint256 rest) {
    uint256 snapshot = vm.snapshotState();
    if (left) {
      vm.prank(informed);
      putVault.redeem(shares, informed, informed);
    }
    _tick();
    _setSpot(spot);
    if (volatility != 0) _deliver(volatility);
    _tick();
    rest = _worth(putVault.balanceOf(provider));
    vm.revertToState(snapshot);
  }

  function _worthAfter(uint256 shares, uint256 spot, uint256 volatility) private returns (uint256 worth) {
    uint256 snapshot = vm.snapshotState();
    _tick();
    _setSpot(spot);
    if (volatility != 0) _deliver(volatility);
    _tick();
    worth = _worth(shares);
    vm.revertToState(snapshot);
  }

  function test_A10_LeavingBeforeAFallWithinTheConfidence_GainsNothing() public {
    uint256 shares = _informedVault();
    Assessment memory now_ = putVault.assess();
    uint256 fallen = (2000e18 * (WAD - now_.spotConfidence)) / WAD;
    uint256 proceeds = putVault.previewRedeem(shares);
    assertLe(proceeds, _worthAfter(shares, fallen, 0));
    // The move is a loss, so that there was something to run from.
    assertLt(_worthAfter(shares, fallen, 0), _worth(shares));
    // Whoever stays is no worse off for it.
    assertGe(_restAfter(shares, true, fallen, 0), _restAfter(shares, false, fallen, 0));
  }

  function test_A10_LeavingBeforeAReportWithinTheConfidence_GainsNothing() public {
    uint256 shares = _informedVault();
    uint256 higher = VOLATILITY + (putVault.assess().volConfidence * 9) / 10;
    uint256 proceeds = putVault.previewRedeem(shares);
    assertLe(proceeds, _worthAfter(shares, 2000e18, higher));
    assertLt(_worthAfter(shares, 2000e18, higher), _worth(shares));
    assertGe(_restAfter(shares, true, 2000e18, higher), _restAfter(shares, false, 2000e18, higher));
  }

  /// @dev A report beyond the confidence closes the door before it takes effect, and so does an expiry being averaged.
  function test_A10_RevertWhen_LeavingBeforeALossThatIsKnownOnChain() public {
    uint256 shares = _informedVault();
    uint256 snapshot = vm.snapshotState();
    _deliver(1.6e18);
    vm.prank(informed);
    vm.expectRevert(IOptionVault.SurfaceForbids.selector);
    putVault.redeem(shares, informed, informed);
    vm.revertToState(snapshot);

    _passFresh(expiry - 30 minutes - block.timestamp);
    vm.prank(informed);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.SettlementPending.selector, expiry));
    putVault.redeem(shares, informed, informed);
  }

  // A25

  /// @dev Gas of a deposit, a sale, settling and redeeming, each from the same state.
  function _costs() private returns (uint256[4] memory costs) {
    uint256 snapshot = vm.snapshotState();
    _tick();
    vm.startPrank(buyer);
    costs[0] = gasleft();
    putVault.deposit(1_000e6, buyer);
    costs[0] -= gasleft();
    costs[1] = gasleft();
    putVault.sell(id, 1e18, 0, buyer, buyer, FOREVER);
    costs[1] -= gasleft();
    vm.stopPrank();
    _fixExpiry(expiry, 1500e18);
    costs[2] = gasleft();
    putVault.settle(expiry);
    costs[2] -= gasleft();
    vm.prank(buyer);
    costs[3] = gasleft();
    putVault.redeemOptions(id, 1e18, buyer, buyer);
    costs[3] -= gasleft();
    vm.revertToState(snapshot);
  }

  function test_A25_TenThousandDustHolders_CostNobodyMore() public {
    vm.prank(buyer);
    putVault.buy(id, 200e18, FOREVER, buyer, FOREVER);
    uint256[4] memory before = _costs();
    vm.startPrank(buyer);
    for (uint256 i = 1; i <= DUST_HOLDERS; ++i) puts.transfer(address(uint160(i << 64)), SeriesId.unwrap(id), 1);
    vm.stopPrank();
    uint256[4] memory afterwards = _costs();
    for (uint256 i; i < 4; ++i) assertApproxEqAbs(afterwards[i], before[i], NEXT_TO_NOTHING);
  }

  /// @dev The smallest order in every series that the calendar lists: the book's bound, and with it the most that one pass costs.
  function test_A14_A25_DustInEverySeries_StaysWithinTheBooksBound() public {
    uint256[6] memory ahead = [uint256(1), 2, 14, 21, 28, 0];
    for (uint256 i; ahead[i] != 0; ++i) putVault.openExpiry(_expiry(ahead[i]));
    vm.prank(buyer);
    putVault.buy(id, 10e18, FOREVER, buyer, FOREVER);
    uint256[4] memory before = _costs();
    uint256 smallest = putVault.seriesRules().minOrder;
    uint256 series;
    uint256[] memory live = putVault.expiries();
    for (uint256 i; i < live.length; ++i) {
      (uint256[] memory strikes, ) = putVault.strikesOf(live[i]);
      for (uint256 j; j < strikes.length; ++j) {
        vm.prank(buyer);
        try putVault.buy(toSeriesId(live[i], strikes[j]), smallest, FOREVER, buyer, FOREVER) {
          ++series;
        } catch {}
      }
    }
    assertGt(series, 30);
    uint256[4] memory afterwards = _costs();
    for (uint256 i; i < 2; ++i) assertLt(afterwards[i], before[i] + series * PASS_PER_SERIES);
    // What others hold in other series is nothing to a settlement's own loop, nor to redeeming.
    assertLt(afterwards[2], before[2] + 8 * PASS_PER_SERIES);
    assertLt(afterwards[3], before[3] + NEXT_TO_NOTHING);
    // Below the smallest order nothing comes in at all.
    vm.prank(buyer);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.OrderTooSmall.selector, smallest - LOT, smallest));
    putVault.buy(id, smallest - LOT, FOREVER, buyer, FOREVER);
  }
}
