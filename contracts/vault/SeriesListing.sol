// SPDX-License-Identifier: MIT
pragma solidity 0.8.33;

import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {MAX_EXPIRIES, MAX_SERIES, MAX_STRIKES} from "../types/Book.sol";
import {SurfaceStatus} from "../types/SurfaceStatus.sol";
import {VaultState} from "../types/VaultState.sol";
import {BookState, BookStorage} from "./BookStorage.sol";
import {ExpiryCalendar} from "./ExpiryCalendar.sol";
import {Restrike} from "./Restrike.sol";
import {StrikeLadder} from "./StrikeLadder.sol";
import {VaultLimits} from "./VaultLimits.sol";
import {VaultPricing} from "./VaultPricing.sol";

/// @title SeriesListing
/// @notice Which series exist is decided by rule, not by anyone: expiries come off the calendar, strikes off the ladder, and a
/// ladder that spot has left is laid again. Whoever calls only chooses the moment.
abstract contract SeriesListing is VaultPricing {
  using BookStorage for BookState;

  /// @inheritdoc IOptionVault
  function openExpiry(uint256 expiry) external nonReentrant returns (uint256[] memory strikes) {
    _checkListing(expiry);
    uint256 packed = _book.expiries;
    (bool open, , ) = BookStorage.find(packed, expiry);
    require(!open, ExpiryAlreadyOpen(expiry));
    require(ExpiryCalendar.isListed(expiry, block.timestamp, DAILIES, WEEKLIES, MONTHLIES), NotOnCalendar(expiry));
    (uint256 live, uint256 series) = BookStorage.totals(packed);
    require(live < MAX_EXPIRIES, TooManyExpiries());
    require(series + STRIKES_PER_EXPIRY <= MAX_SERIES, TooManySeries());

    (, uint256[] memory ticks) = _ladder(expiry);
    _book.insert(expiry, ticks);
    strikes = _toStrikes(ticks);
    emit ExpiryOpened(expiry, strikes);
  }

  /// @inheritdoc IOptionVault
  function relist(uint256 expiry) external nonReentrant {
    _checkListing(expiry);
    uint256 packed = _book.expiries;
    (bool open, uint256 index, uint256 count) = BookStorage.find(packed, expiry);
    require(open, ExpiryNotOpen(expiry));

    (uint256[] memory ticks, int256[] memory lots) = _book.strikes(expiry, count);
    (uint256 forward, uint256[] memory ladder) = _ladder(expiry);
    require(StrikeLadder.hasLeft(forward, TICK_SIZE, ticks[0], ticks[count - 1]), NothingToRelist(expiry));

    (, uint256 series) = BookStorage.totals(packed);
    uint256 room = MAX_SERIES - (series - count);
    if (room > MAX_STRIKES) room = MAX_STRIKES;
    Restrike.Result memory result = Restrike.merge(ticks, lots, ladder, room);
    require(result.added.length + result.retired.length != 0, NothingToRelist(expiry));

    _book.replace(index, expiry, result.ticks, result.lots);
    emit StrikesRelisted(expiry, _toStrikes(result.added), _toStrikes(result.retired));
  }

  /// @dev Strikes are only laid on a fresh surface, while the expiry trades, in a vault that writes options.
  function _checkListing(uint256 expiry) private view {
    VaultState current = _ledger.state;
    require(current < VaultState.CloseOnly, StateForbids(current));
    _checkTradable(expiry);
    (SurfaceStatus status, ) = ORACLE.surface().status();
    require(status == SurfaceStatus.Fresh, SurfaceForbids());
  }

  function _checkTradable(uint256 expiry) internal view {
    require(
      block.timestamp + VaultLimits.TRADING_CUT_OFF < expiry,
      ExpiryClosed(expiry, expiry < VaultLimits.TRADING_CUT_OFF ? 0 : expiry - VaultLimits.TRADING_CUT_OFF)
    );
  }

  function _ladder(uint256 expiry) private view returns (uint256 forward, uint256[] memory ticks) {
    uint256 volatility;
    (forward, volatility) = ORACLE.forwardAndVolatility(expiry);
    ticks = StrikeLadder.lay(
      StrikeLadder.Terms({
        forward: forward,
        volatility: volatility,
        tenor: expiry - block.timestamp,
        step: LADDER_STEP,
        tickSize: TICK_SIZE,
        count: STRIKES_PER_EXPIRY
      })
    );
  }

  function _toStrikes(uint256[] memory ticks) private view returns (uint256[] memory strikes) {
    strikes = new uint256[](ticks.length);
    for (uint256 i; i < ticks.length; ++i) strikes[i] = ticks[i] * TICK_SIZE;
  }
}
