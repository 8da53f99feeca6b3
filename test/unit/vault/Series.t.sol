// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IExpiryPrice} from "../../../contracts/interfaces/IExpiryPrice.sol";
import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {SeriesId, toSeriesId} from "../../../contracts/types/SeriesId.sol";
import {VaultState} from "../../../contracts/types/VaultState.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {OpenVaultFixture} from "./OpenVaultFixture.sol";

/// @notice Takes most of the gas that a checkpoint is given, as one over many slow sources would.
contract SlowCheckpoint {
  uint256 private constant WORK = 450_000;

  /// @dev Past the storage of the contract whose place it takes.
  uint256[100] private _taken;
  bool public seen;

  function checkpoint() external {
    uint256 start = gasleft();
    while (start - gasleft() < WORK) {}
    seen = true;
  }
}

/// @notice openExpiry and relist: anyone calls, the rule decides.
contract SeriesTest is OpenVaultFixture {
  function test_Open_LaysTheLadderAroundTheForward() public view {
    (uint256[] memory strikes, int256[] memory nets) = putVault.strikesOf(expiry);
    assertEq(strikes.length, 8);
    assertLt(strikes[3], 2000e18);
    assertGt(strikes[4], 2000e18);
    for (uint256 i; i < 8; ++i) {
      assertEq(strikes[i] % 10e18, 0);
      assertEq(nets[i], 0);
      assertTrue(putVault.isListed(toSeriesId(expiry, strikes[i])));
      if (i != 0) assertGt(strikes[i], strikes[i - 1]);
    }
    // Neighbours stand σ·√τ/2 apart: 0.8·√(7/365)/2 = 5.5 %.
    assertApproxEqRel(strikes[7], (strikes[0] * 1474) / 1000, 0.02e18);
  }

  function test_Open_KeepsExpiriesInOrder() public {
    vm.prank(stranger);
    putVault.openExpiry(_expiry(21));
    putVault.openExpiry(_expiry(1));
    putVault.openExpiry(_expiry(14));
    uint256[] memory live = putVault.expiries();
    assertEq(live.length, 4);
    assertEq(live[0], _expiry(1));
    assertEq(live[1], expiry);
    assertEq(live[2], _expiry(14));
    assertEq(live[3], _expiry(21));
  }

  /// @dev The aggregator changes its phase; nobody but the vault's next opening looks before the window.
  function test_A3_Open_SeesAPhaseChange_SoThatTheExpiryIsProven() public {
    aggregator.newPhase();
    _setSpot(2000e18);
    putVault.openExpiry(_expiry(2));
    _fixExpiry(_expiry(2), 1900e18);
    assertEq(expiryPrice.priceOf(_expiry(2)), 1900e18);
  }

  /// @dev Somebody opens with as little gas as works, so that a look at the phases that takes much runs dry.
  function test_A3_Open_StarvedOfGas_FailsRatherThanSkipThePhases() public {
    vm.etch(address(expiryPrice), address(new SlowCheckpoint()).code);
    bytes memory call = abi.encodeCall(putVault.openExpiry, (_expiry(2)));
    bool opened;
    for (uint256 gasLimit = 100_000; !opened && gasLimit < 2_000_000; gasLimit += 5_000) {
      (opened, ) = address(putVault).call{gas: gasLimit}(call);
    }
    assertTrue(opened);
    assertTrue(SlowCheckpoint(address(expiryPrice)).seen());
  }

  function test_O5_Open_WorksWithoutACheckpoint() public {
    bytes memory call = abi.encodeCall(IExpiryPrice.checkpoint, ());
    vm.mockCallRevert(address(expiryPrice), call, "no answer");
    assertEq(putVault.openExpiry(_expiry(14)).length, 8);
    vm.clearMockedCalls();
    // One that burns whatever it is given: the rest is enough, and what it is given is bounded.
    vm.etch(address(expiryPrice), hex"fe");
    uint256 before = gasleft();
    assertEq(putVault.openExpiry(_expiry(21)).length, 8);
    assertLt(before - gasleft(), 1_200_000);
  }

  function test_RevertWhen_NotOnTheCalendar() public {
    uint256[4] memory wrong = [_expiry(3), _expiry(7) + 1, _expiry(35), _expiry(7) + 4 hours];
    for (uint256 i; i < wrong.length; ++i) {
      vm.expectRevert(abi.encodeWithSelector(IOptionVault.NotOnCalendar.selector, wrong[i]));
      putVault.openExpiry(wrong[i]);
    }
  }

  function test_RevertWhen_PastOrWithinTheCutOff() public {
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.ExpiryClosed.selector, _expiry(0), _expiry(0) - 1 hours));
    putVault.openExpiry(_expiry(0));
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.ExpiryClosed.selector, 0, 0));
    putVault.openExpiry(0);
    _passFresh(_expiry(1) - 1 hours - 12 - block.timestamp);
    vm.warp(_expiry(1) - 1 hours);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.ExpiryClosed.selector, _expiry(1), _expiry(1) - 1 hours));
    putVault.openExpiry(_expiry(1));
  }

  function test_RevertWhen_AlreadyOpen() public {
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.ExpiryAlreadyOpen.selector, expiry));
    putVault.openExpiry(expiry);
  }

  function test_O1_RevertWhen_SurfaceStaleOrVaultShut() public {
    uint256 next = _expiry(14);
    _shut(callVault, uint8(VaultState.CloseOnly));
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.StateForbids.selector, VaultState.CloseOnly));
    callVault.openExpiry(next);
    _staleSurface();
    vm.expectRevert(IOptionVault.SurfaceForbids.selector);
    putVault.openExpiry(next);
  }

  function test_A25_RevertWhen_TooManyExpiriesOrSeries() public {
    IOptionVault deep = _wide(16, 7);
    for (uint256 day = 1; day <= 4; ++day) deep.openExpiry(_expiry(day));
    vm.expectRevert(IOptionVault.TooManySeries.selector);
    deep.openExpiry(_expiry(5));

    IOptionVault wide = _wide(4, 7);
    for (uint256 day = 1; day <= 7; ++day) wide.openExpiry(_expiry(day));
    // Two that have passed and wait for their price still take room.
    _passFresh(2 days);
    wide.openExpiry(_expiry(8));
    vm.expectRevert(IOptionVault.TooManyExpiries.selector);
    wide.openExpiry(_expiry(9));
  }

  function test_RevertWhen_SpotIsStillInTheMiddle() public {
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.NothingToRelist.selector, expiry));
    putVault.relist(expiry);
    _setSpot(2100e18);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.NothingToRelist.selector, expiry));
    putVault.relist(expiry);
  }

  function test_RevertWhen_RelistingWhatIsNotOpen() public {
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.ExpiryNotOpen.selector, _expiry(14)));
    putVault.relist(_expiry(14));
  }

  function test_Relist_AddsTheNewLadderAndKeepsOpenInterest() public {
    vm.prank(buyer);
    putVault.buy(id, 2e18, FOREVER, buyer, FOREVER);
    (uint256[] memory before, ) = putVault.strikesOf(expiry);
    _setSpot(3000e18);
    vm.prank(stranger);
    putVault.relist(expiry);

    (uint256[] memory strikes, int256[] memory nets) = putVault.strikesOf(expiry);
    assertEq(strikes.length, 9);
    assertEq(strikes[0], id.strikeOf());
    assertEq(nets[0], 2e18);
    assertGt(strikes[8], 3400e18);
    assertFalse(putVault.isListed(toSeriesId(expiry, before[0])));
    assertEq(putVault.netOf(id), 2e18);
    // The series that stayed still trades.
    _setSpot(2000e18);
    vm.prank(buyer);
    putVault.sell(id, 1e18, 0, buyer, buyer, FOREVER);
    assertEq(putVault.netOf(id), 1e18);
  }

  function test_Relist_TwiceIsRefusedOnceTheForwardIsInTheMiddle() public {
    _setSpot(3000e18);
    putVault.relist(expiry);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.NothingToRelist.selector, expiry));
    putVault.relist(expiry);
  }

  function test_A25_Relist_NeverListsMoreThanSixteen() public {
    IOptionVault deep = _wide(16, 2);
    _deposit(deep, provider, PUT_ASSETS);
    deep.openExpiry(expiry);
    (uint256[] memory strikes, ) = deep.strikesOf(expiry);
    for (uint256 i; i < 12; ++i) _buy(deep, buyer, toSeriesId(expiry, strikes[i]), 0.5e18);
    _setSpot(4500e18);
    deep.relist(expiry);
    int256[] memory nets;
    (strikes, nets) = deep.strikesOf(expiry);
    assertEq(strikes.length, 16);
    uint256 held;
    for (uint256 i; i < 16; ++i) if (nets[i] != 0) ++held;
    assertEq(held, 12, "open interest stays listed");
    assertGt(strikes[15], 4000e18);
  }

  function test_Lookups_OfWhatIsNotListed() public {
    assertFalse(putVault.isListed(toSeriesId(_expiry(14), 2000e18)));
    assertFalse(putVault.isListed(toSeriesId(expiry, id.strikeOf() + 1)));
    assertFalse(putVault.isListed(SeriesId.wrap(SeriesId.unwrap(id) | (1 << 255))));
    assertEq(putVault.netOf(toSeriesId(expiry, 10e18)), 0);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.ExpiryNotOpen.selector, _expiry(14)));
    putVault.strikesOf(_expiry(14));
  }

  function _wide(uint8 strikesPerExpiry, uint8 dailies) private returns (IOptionVault) {
    IOptionVault.Config memory config = _config(OptionKind.Put, usdc, 8e18, 0.15e18);
    config.series.strikesPerExpiry = strikesPerExpiry;
    config.series.dailies = dailies;
    config.series.weeklies = 1;
    config.series.monthlies = 0;
    config.series.minDelta = 0;
    config.series.maxDelta = 1e18;
    config.series.ladderStep = 0.25e18;
    return _createVault(config);
  }
}
