// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {BoundedCall} from "../../feeds/BoundedCall.sol";
import {IOptionVault} from "../../interfaces/IOptionVault.sol";
import {
  CLEARED_FLAG,
  ENTRIES_PER_QUAD,
  LONG_FLAG,
  MAX_EXPIRIES,
  MAX_SERIES,
  MAX_STRIKES,
  hasFlag
} from "../../types/Book.sol";
import {SurfaceStatus} from "../../types/SurfaceStatus.sol";
import {VaultState} from "../../types/VaultState.sol";
import {BookState, BookStorage} from "../core/BookStorage.sol";
import {RulesState, RulesStorage} from "../core/RulesStorage.sol";
import {ExpiryCalendar} from "./ExpiryCalendar.sol";
import {LadderSpan} from "../core/VaultLayout.sol";
import {ParkedSeries} from "./ParkedSeries.sol";
import {Restrike, Strikes} from "./Restrike.sol";
import {StrikeLadder} from "./StrikeLadder.sol";
import {TradingHours} from "./TradingHours.sol";

/// @title SeriesListing
/// @notice Which series exist is decided by rule, not by anyone: expiries come off the calendar, strikes off the ladder, and a
/// ladder that spot has left is laid again. Whoever calls only chooses the moment.
abstract contract SeriesListing is ParkedSeries {
  using BookStorage for BookState;
  using BookStorage for uint256[MAX_STRIKES / ENTRIES_PER_QUAD];
  using RulesStorage for RulesState;

  /// @dev Two sources, two bounded reads of 100,000 each, two words written: an upper bound.
  uint256 private constant CHECKPOINT_GAS = 600_000;

  /// @notice See `IOptionVault`.
  function openExpiry(uint256 expiry) external onlyDelegated nonReentrant returns (uint256[] memory strikes) {
    _checkListing(expiry);
    uint256 packed = _book.expiries;
    (bool open, , ) = BookStorage.find(packed, expiry);
    require(!open, IOptionVault.ExpiryAlreadyOpen(expiry));
    IOptionVault.SeriesRules memory rules = _seriesRules();
    require(
      ExpiryCalendar.isListed(expiry, block.timestamp, rules.dailies, rules.weeklies, rules.monthlies),
      IOptionVault.NotOnCalendar(expiry)
    );
    (uint256 live, uint256 series) = BookStorage.totals(packed);
    uint256 tenor = expiry - block.timestamp;
    require(tenor <= rules.maxTenor, IOptionVault.TenorOutOfBounds(tenor, rules.minTenor, rules.maxTenor));
    require(live < MAX_EXPIRIES, IOptionVault.TooManyExpiries());
    require(series + rules.strikesPerExpiry <= MAX_SERIES, IOptionVault.TooManySeries());

    (, uint256[] memory ticks) = _ladder(rules, expiry);
    _book.insert(expiry, ticks, new int256[](ticks.length));
    _noteLadder(expiry, ticks, ticks);
    strikes = _toStrikes(ticks, rules.tickSize);
    emit IOptionVault.ExpiryOpened(expiry, strikes);
    _checkpoint();
  }

  /// @notice See `IOptionVault`.
  function relist(uint256 expiry) external onlyDelegated nonReentrant {
    _checkListing(expiry);
    uint256 packed = _book.expiries;
    (bool open, uint256 index, uint256 count) = BookStorage.find(packed, expiry);
    require(open, IOptionVault.ExpiryNotOpen(expiry));

    IOptionVault.SeriesRules memory rules = _seriesRules();
    bool isLong = hasFlag(packed, index, LONG_FLAG);
    uint256 worst = isLong ? _worstIn(expiry) : 0;
    Restrike.Result memory result = _restrike(rules, expiry, _roomFor(rules, packed, count), isLong);
    (uint256[] memory added, uint256[] memory retired) = (result.added.ticks, result.retired.ticks);
    require(added.length + retired.length != 0, IOptionVault.NothingToRelist(expiry));

    _book.replace(index, expiry, result.listed.ticks, result.listed.lots);
    if (hasFlag(packed, index, CLEARED_FLAG)) _writeCleared(expiry, result.listed);
    uint256 tickSize = rules.tickSize;
    emit IOptionVault.StrikesRelisted(expiry, _toStrikes(added, tickSize), _toStrikes(retired, tickSize));
    _bookParked(expiry, result, isLong, worst);
  }

  function _seriesRules() private view returns (IOptionVault.SeriesRules memory rules) {
    rules = _rules.load();
    (rules.tickSize, rules.lotSize) = (_tickSize(), _lotSize());
  }

  /// @dev Expiries open often and in good time before others settle, so that a change of a price source's phase is seen without a
  /// keeper, and the expiries after it can be proven. A source that is down must not keep an expiry from opening: no answer is
  /// no harm, since anyone may checkpoint. A caller that supplies too little gas must not make it seem so.
  function _checkpoint() private {
    uint256 available = gasleft();
    try _expiryPrice().checkpoint{gas: CHECKPOINT_GAS}() {} catch {
      BoundedCall.requireWasFunded(available, CHECKPOINT_GAS);
    }
  }

  /// @dev Strikes that one expiry may list: what the others and the calendar's expiries that are not open yet leave it.
  /// Otherwise dust in every strike and one move of the market would keep the next expiries from opening.
  function _roomFor(
    IOptionVault.SeriesRules memory rules,
    uint256 packed,
    uint256 count
  ) private pure returns (uint256) {
    (uint256 live, uint256 series) = BookStorage.totals(packed);
    uint256 calendar = uint256(rules.dailies) + rules.weeklies + rules.monthlies;
    uint256 promised = Math.saturatingSub(calendar, live) * rules.strikesPerExpiry;
    return Math.min(Math.saturatingSub(MAX_SERIES - (series - count), promised), MAX_STRIKES);
  }

  /// @dev Only where the forward has left the middle of the ladder as it was last laid, whatever else is listed: otherwise a few
  /// options far out would make a ladder look wide that has nothing left around the forward.
  function _restrike(
    IOptionVault.SeriesRules memory rules,
    uint256 expiry,
    uint256 room,
    bool isLong
  ) private returns (Restrike.Result memory result) {
    (uint256 forward, uint256[] memory ladder) = _ladder(rules, expiry);
    _requireLeft(expiry, forward);
    Strikes memory listed = _listedIn(expiry);
    Strikes memory parked = _parkedIn(expiry);
    result = Restrike.merge(listed, parked, ladder, room, _dustOf(listed, rules.minOrder, isLong));
    _noteLadder(expiry, result.listed.ticks, ladder);
  }

  /// @dev What accounts owe moves with the strikes; an entry without lots is empty.
  function _writeCleared(uint256 expiry, Strikes memory listed) private {
    for (uint256 i; i < listed.ticks.length; ++i) if (listed.cleared[i] == 0) listed.ticks[i] = 0;
    _clearing.quads[expiry].write(listed.ticks, listed.cleared);
  }

  function _requireLeft(uint256 expiry, uint256 forward) private view {
    LadderSpan memory last = _ladders[expiry];
    bool left = last.high == 0 || StrikeLadder.hasLeft(forward, _tickSize(), last.low, last.high);
    require(left, IOptionVault.NothingToRelist(expiry));
  }

  function _noteLadder(uint256 expiry, uint256[] memory listed, uint256[] memory ladder) private {
    (uint256 low, uint256 high) = Restrike.span(listed, ladder);
    // Ticks are below 2^24.
    _ladders[expiry] = LadderSpan({low: uint24(low), high: uint24(high)});
  }

  /// @dev Strikes are only laid on a fresh surface, while the expiry trades, in a vault that writes options.
  function _checkListing(uint256 expiry) private view {
    VaultState current = _ledger.state;
    require(current < VaultState.CloseOnly, IOptionVault.StateForbids(current));
    TradingHours.check(expiry);
    (SurfaceStatus status, ) = _oracle().surface().status();
    require(status == SurfaceStatus.Fresh, IOptionVault.SurfaceForbids());
  }

  function _ladder(
    IOptionVault.SeriesRules memory rules,
    uint256 expiry
  ) private view returns (uint256 forward, uint256[] memory ticks) {
    uint256 volatility;
    (forward, volatility) = _oracle().forwardAndVolatility(expiry);
    ticks = StrikeLadder.lay(
      StrikeLadder.Terms({
        forward: forward,
        volatility: volatility,
        tenor: expiry - block.timestamp,
        step: rules.ladderStep,
        tickSize: rules.tickSize,
        count: rules.strikesPerExpiry
      })
    );
  }

  function _toStrikes(uint256[] memory ticks, uint256 tickSize) private pure returns (uint256[] memory strikes) {
    strikes = new uint256[](ticks.length);
    for (uint256 i; i < ticks.length; ++i) strikes[i] = ticks[i] * tickSize;
  }
}
