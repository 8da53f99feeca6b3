// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {SignedMath} from "@openzeppelin/contracts/utils/math/SignedMath.sol";

import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {IPremiumOracle} from "../interfaces/IPremiumOracle.sol";
import {IPriceFeed} from "../interfaces/IPriceFeed.sol";
import {IQuoter} from "../interfaces/IQuoter.sol";
import {IRealisedVolatility} from "../interfaces/IRealisedVolatility.sol";
import {IVaultFactory} from "../interfaces/IVaultFactory.sol";
import {IVolatilitySurface} from "../interfaces/IVolatilitySurface.sol";
import {
  Book,
  CLEARED_FLAG,
  CLEARED_FLAGS,
  ENTRIES_PER_QUAD,
  MAX_EXPIRIES,
  entryAt,
  hasFlag,
  headerAt
} from "../types/Book.sol";
import {Capital} from "../types/Capital.sol";
import {EachQuote} from "../types/EachQuote.sol";
import {Leg} from "../types/Leg.sol";
import {Quote} from "../types/Quote.sol";
import {RiskParams} from "../types/RiskParams.sol";
import {SeriesId, toSeriesId} from "../types/SeriesId.sol";
import {NEWEST_SPOT, SpotReading} from "../types/SpotReading.sol";
import {SurfaceStatus} from "../types/SurfaceStatus.sol";
import {BookStorage, Position} from "../vault/core/BookStorage.sol";
import {OracleCall} from "../vault/core/OracleCall.sol";
import {OrderRules} from "../vault/core/OrderRules.sol";
import {BestSplit} from "./BestSplit.sol";
import {ChainAnswer} from "./ChainAnswer.sol";
import {PricedOrder} from "./PricedOrder.sol";

/// @title Quoter
/// @notice What a trade would do, and where it is cheapest. Holds nothing, changes nothing, and asks only vaults that the
/// factory made.
contract Quoter is IQuoter {
  using SafeCast for uint256;
  using OracleCall for EachQuote;
  using PricedOrder for PricedOrder.Books;

  /// @notice What a vault hands to its oracle, and what else it looks at.
  struct Facts {
    IPremiumOracle oracle;
    Book book;
    Capital capital;
    RiskParams params;
    PricedOrder.Books books;
  }

  /// @notice Most vaults that an order is split over.
  uint256 public constant MAX_VAULTS = 8;

  /// @dev Halvings of the search for the largest quantity; more lots than this tells apart do not fit a book's entry.
  uint256 private constant MAX_HALVINGS = 40;

  /// @dev What a book's entry holds, in lots.
  uint256 private constant MAX_LOTS = uint256(uint40(type(int40).max));

  /// @dev Sizes that one round of the search for what a vault takes of an order looks at.
  uint256 private constant ROUND_SIZES = 16;

  /// @notice Whose vaults are asked.
  IVaultFactory public immutable factory;

  constructor(IVaultFactory factory_) {
    factory = factory_;
  }

  /// @inheritdoc IQuoter
  function quote(IOptionVault vault, SeriesId id, int256 quantity) external view returns (TradeQuote memory q) {
    (q.parts, q.amount, q.revertData) = offer(vault, id, quantity);
    q.reason = bytes4(q.revertData);
    try this.maxQuantity(vault, id, quantity > 0) returns (uint256 most) {
      q.maxQuantity = most;
    } catch {
      // Zero: it takes none.
    }
    try this.freshUntil(vault) returns (uint256 until) {
      q.validUntil = until;
    } catch {
      // Zero: there is no price.
    }
    try this.stateHash(vault) returns (bytes32 hash) {
      q.stateHash = hash;
    } catch {
      // Zero: there is no price.
    }
  }

  /// @inheritdoc IQuoter
  function offer(
    IOptionVault vault,
    SeriesId id,
    int256 quantity
  ) public view returns (Quote memory parts, uint256 amount, bytes memory revertData) {
    try this.price(vault, id, quantity) returns (Quote memory priced, uint256 units) {
      (parts, amount) = (priced, units);
    } catch {
      // `check` meets the same error, or one that stands before it.
    }
    try this.check(vault, id, quantity) {} catch (bytes memory data) {
      revertData = data.length < 4 ? abi.encodeWithSelector(Unexplained.selector, data) : data;
    }
  }

  /// @inheritdoc IQuoter
  function price(
    IOptionVault vault,
    SeriesId id,
    int256 quantity
  ) external view returns (Quote memory parts, uint256 amount) {
    _requireKnown(vault);
    parts = vault.quoteTrade(id, quantity);
    amount = SignedMath.abs(PricedOrder.toUnits(_signed(parts.premium, quantity > 0), vault.scale()));
  }

  /// @inheritdoc IQuoter
  function check(IOptionVault vault, SeriesId id, int256 quantity) external view {
    _requireKnown(vault);
    Leg[] memory legs = new Leg[](1);
    (legs[0].id, legs[0].quantity) = (id, quantity);
    // What it would cost is not asked here: its answer is not decoded.
    _ask(address(vault), abi.encodeCall(IOptionVault.checkOrder, (legs)));
  }

  /// @inheritdoc IQuoter
  function maxQuantity(IOptionVault vault, SeriesId id, bool buying) external view returns (uint256) {
    Facts memory facts = _factsOf(vault);
    uint256 lotSize = facts.books.lotSize;
    uint256 least = _smallestOrder(facts, buying);
    Quote memory q = vault.quoteTrade(id, _signed(least, buying));
    (facts.books.actual, facts.books.claim) = (q.actualCapital, q.claim);
    uint256 most = _room(facts, id, buying);
    if (most < least) return 0;
    if (_passes(vault, id, _signed(most, buying))) return most;
    if (!_passes(vault, id, _signed(least, buying))) return 0;
    // `least` passes and `most` does not.
    for (uint256 i = 0; i < MAX_HALVINGS && most - least > lotSize; ++i) {
      uint256 middle = least + ((most - least) / lotSize / 2) * lotSize;
      if (_passes(vault, id, _signed(middle, buying))) least = middle;
      else most = middle;
    }
    return least;
  }

  /// @inheritdoc IQuoter
  function chain(IOptionVault vault, uint256 quantity) external view returns (Chain memory found) {
    require(quantity != 0, ZeroQuantity());
    Facts memory facts = _factsOf(vault);
    (found.ids, found.nets) = _listed(facts.book);
    if (found.ids.length != 0) _priceChain(facts, found, quantity);
    ChainAnswer.reply(found);
  }

  /// @inheritdoc IQuoter
  function freshUntil(IOptionVault vault) external view returns (uint256) {
    _requireKnown(vault);
    return vault.oracle().feed().freshUntil();
  }

  /// @inheritdoc IQuoter
  /// @dev Answers are hashed as they come: what they say does not matter here.
  function stateHash(IOptionVault vault) external view returns (bytes32) {
    _requireKnown(vault);
    bytes32 books = keccak256(
      abi.encode(
        _read(address(vault), IOptionVault.book.selector),
        _read(address(vault), IOptionVault.capital.selector),
        _read(address(vault), IOptionVault.accounts.selector),
        _read(address(vault), IOptionVault.riskParams.selector),
        _read(address(vault), IOptionVault.protocolFee.selector),
        _read(address(vault), IOptionVault.state.selector)
      )
    );
    return keccak256(abi.encode(books, _marketHash(vault.oracle())));
  }

  /// @inheritdoc IQuoter
  function bestSplit(
    IOptionVault[] calldata vaults,
    SeriesId id,
    int256 quantity,
    uint256 gasCost
  ) external view returns (Part[] memory parts, uint256 total, uint256 best) {
    return _split(_problem(vaults, id, quantity, gasCost));
  }

  /// @inheritdoc IQuoter
  function bestSale(
    address holder,
    IOptionVault[] calldata vaults,
    SeriesId id,
    uint256 quantity,
    uint256 gasCost
  ) external view returns (Part[] memory parts, uint256 total, uint256 best) {
    BestSplit.Problem memory p = _problem(vaults, id, -quantity.toInt256(), gasCost);
    for (uint256 i = 0; i < vaults.length; ++i) {
      uint256 held = vaults[i].optionToken().balanceOf(holder, SeriesId.unwrap(id)) / p.lotSize;
      if (held < p.caps[i]) p.caps[i] = held;
    }
    return _split(p);
  }

  /// @dev Ask and bid of every series of a chain that has its ids, and lots in place of its amounts.
  function _priceChain(Facts memory facts, Chain memory found, uint256 quantity) private view {
    int256[] memory quantities = new int256[](2);
    (quantities[0], quantities[1]) = (_signed(quantity, true), _signed(quantity, false));
    uint256 count = found.ids.length;
    EachQuote memory quoted = _quoteEach(facts, found.ids, quantities);
    (found.spot, found.surface, found.prices) = (quoted.spot, quoted.surface, quoted.series);
    (found.asks, found.askReasons) = (new uint256[](count), new bytes4[](count));
    (found.bids, found.bidReasons) = (new uint256[](count), new bytes4[](count));
    PricedOrder.Books memory books = facts.books;
    PricedOrder.Order memory order;
    int256 lotSize = int256(books.lotSize);
    bool hasCleared = facts.book.expiries & CLEARED_FLAGS != 0;
    // At most 64 series, two prices each; lots < 2^40 and their size < 2^64.
    unchecked {
      for (uint256 i = 0; i < count; ++i) {
        (order.id, order.lots, order.spotDelta) = (found.ids[i], found.nets[i], quoted.series[i].spotDelta);
        if (hasCleared) order.cleared = _isCleared(facts.book, order.id);
        found.nets[i] = order.lots * lotSize;
        order.premium = PricedOrder.toUnits(quoted.premiums[2 * i], books.scale);
        (order.quantity, order.fee) = (quantities[0], quoted.fees[2 * i]);
        found.asks[i] = SignedMath.abs(order.premium);
        found.askReasons[i] = books.reasonOf(order);
        order.premium = PricedOrder.toUnits(quoted.premiums[2 * i + 1], books.scale);
        (order.quantity, order.fee) = (quantities[1], quoted.fees[2 * i + 1]);
        // A sale whose fees exceed its value pays nothing.
        if (order.premium < 0) found.bids[i] = SignedMath.abs(order.premium);
        found.bidReasons[i] = books.reasonOf(order);
      }
    }
  }

  function _split(BestSplit.Problem memory p) private view returns (Part[] memory parts, uint256 total, uint256 best) {
    uint256 scale = IOptionVault(p.venues[0]).scale();
    best = _bestSingle(p, scale);
    (uint256[] memory lots, int256[] memory costs) = BestSplit.solve(p, _costsOf);
    uint256 used;
    for (uint256 i = 0; i < lots.length; ++i) if (lots[i] != 0) ++used;
    parts = new Part[](used);
    uint256 next;
    for (uint256 i = 0; i < lots.length; ++i) {
      if (lots[i] == 0) continue;
      uint256 amount = SignedMath.abs(PricedOrder.toUnits(costs[i], scale));
      parts[next++] = Part(IOptionVault(p.venues[i]), _signed(lots[i] * p.lotSize, p.buying), amount);
      total += amount;
    }
  }

  /// @dev Checks the vaults and finds what each takes of the order, and at what cost.
  function _problem(
    IOptionVault[] calldata vaults,
    SeriesId id,
    int256 quantity,
    uint256 gasCost
  ) private view returns (BestSplit.Problem memory p) {
    uint256 n = vaults.length;
    require(quantity != 0, ZeroQuantity());
    require(n != 0, NoVaults());
    require(n <= MAX_VAULTS, TooManyVaults(n, MAX_VAULTS));
    uint256 size = SignedMath.abs(quantity);
    _requireKnown(vaults[0]);
    p.series = SeriesId.unwrap(id);
    p.buying = quantity > 0;
    p.lotSize = vaults[0].seriesRules().lotSize;
    require(size % p.lotSize == 0, NotWholeLots(size, p.lotSize));
    p.lots = size / p.lotSize;
    p.venueCost = gasCost * vaults[0].scale();
    (p.venues, p.floors, p.caps) = (new address[](n), new uint256[](n), new uint256[](n));
    (p.grid, p.context) = (new int256[][](n), new uint256[](n));
    uint256[] memory points = BestSplit.pointsOf(p.lots);
    for (uint256 i = 0; i < n; ++i) {
      for (uint256 j = 0; j < i; ++j)
        require(address(vaults[i]) != address(vaults[j]), DuplicateVault(address(vaults[i])));
      _requireSameMarket(vaults[i], vaults[0], p.lotSize);
      p.venues[i] = address(vaults[i]);
      _explore(p, i, points);
    }
  }

  /// @dev Costs at one vault, as far as it takes the order; nothing where it takes none of it.
  function _explore(BestSplit.Problem memory p, uint256 i, uint256[] memory points) private view {
    Facts memory facts = _factsOf(IOptionVault(p.venues[i]));
    p.context[i] = _pointerTo(facts);
    p.floors[i] = _smallestOrder(facts, p.buying) / p.lotSize;
    (bool answered, EachQuote memory quoted) = _tryQuote(p, i, points);
    if (!answered) return;
    p.grid[i] = quoted.premiums;
    p.caps[i] = _capOf(p, i, points, quoted);
  }

  /// @dev Lots that a vault takes at most of the order: the largest of `points`, or more by looking between it and the next. What
  /// its capacity or its book leaves room for is tried first, and is nearly always the answer.
  function _capOf(
    BestSplit.Problem memory p,
    uint256 i,
    uint256[] memory points,
    EachQuote memory quoted
  ) private view returns (uint256 least) {
    uint256 k = _taken(p, i, points, quoted);
    if (k == points.length) return p.lots;
    uint256 most = points[k];
    least = k == 0 ? 0 : points[k - 1];
    // A vault may take less than the first point, and refuses less than its smallest order.
    if (least == 0 && p.floors[i] != 0) least = p.floors[i] - 1;
    uint256 hint = _room(_factsIn(p.context)[i], SeriesId.wrap(p.series), p.buying) / p.lotSize;
    // `most` is refused; `least` is taken, or below what can be.
    while (most > least + 1) {
      uint256[] memory sizes = _sizesBetween(least, most, hint);
      hint = 0;
      (bool answered, EachQuote memory told) = _tryQuote(p, i, sizes);
      if (!answered) break;
      k = _taken(p, i, sizes, told);
      if (k != sizes.length) most = sizes[k];
      if (k != 0) least = sizes[k - 1];
    }
    return least < p.floors[i] ? 0 : least;
  }

  /// @dev How many of the sizes, ascending, stand before the ones at the end that the vault refuses.
  function _taken(
    BestSplit.Problem memory p,
    uint256 i,
    uint256[] memory lots,
    EachQuote memory quoted
  ) private view returns (uint256 count) {
    Facts memory facts = _factsIn(p.context)[i];
    facts.books.heed(quoted);
    PricedOrder.Order memory order;
    order.id = SeriesId.wrap(p.series);
    order.spotDelta = quoted.series[0].spotDelta;
    (, order.lots) = _lotsOf(facts.book, order.id);
    order.cleared = _isCleared(facts.book, order.id);
    for (count = lots.length; count != 0; --count) {
      order.quantity = _signed(lots[count - 1] * p.lotSize, p.buying);
      order.premium = PricedOrder.toUnits(quoted.premiums[count - 1], facts.books.scale);
      order.fee = quoted.fees[count - 1];
      if (facts.books.reasonOf(order) == 0) break;
    }
  }

  /// @dev Sizes strictly between two: `hint` and the one above it where they lie there, or evenly spread ones.
  function _sizesBetween(uint256 least, uint256 most, uint256 hint) private pure returns (uint256[] memory sizes) {
    if (hint > least && hint < most) {
      sizes = new uint256[](hint + 1 < most ? 2 : 1);
      sizes[0] = hint;
      if (sizes.length == 2) sizes[1] = hint + 1;
      return sizes;
    }
    uint256 step = (most - least) / (ROUND_SIZES + 1) + 1;
    sizes = new uint256[]((most - least - 1) / step);
    for (uint256 k = 0; k < sizes.length; ++k) sizes[k] = least + (k + 1) * step;
  }

  function _bestSingle(BestSplit.Problem memory p, uint256 scale) private pure returns (uint256 best) {
    best = p.buying ? type(uint256).max : 0;
    for (uint256 i = 0; i < p.venues.length; ++i) {
      if (p.caps[i] < p.lots || p.floors[i] > p.lots) continue;
      uint256 amount = SignedMath.abs(PricedOrder.toUnits(p.grid[i][p.grid[i].length - 1], scale));
      if (p.buying ? amount < best : amount > best) best = amount;
    }
  }

  /// @dev Costs of numbers of lots at one vault, WAD: premiums, or payouts with their sign turned.
  function _costsOf(
    BestSplit.Problem memory p,
    uint256 i,
    uint256[] memory lots
  ) private view returns (int256[] memory costs) {
    (bool answered, EachQuote memory quoted) = _tryQuote(p, i, lots);
    if (answered) return quoted.premiums;
    costs = new int256[](lots.length);
    for (uint256 k = 0; k < lots.length; ++k) costs[k] = BestSplit.UNREACHABLE;
  }

  /// @dev Not answered where the vault does not list the series, or has no price.
  function _tryQuote(
    BestSplit.Problem memory p,
    uint256 i,
    uint256[] memory lots
  ) private view returns (bool answered, EachQuote memory quoted) {
    int256[] memory quantities = new int256[](lots.length);
    for (uint256 k = 0; k < lots.length; ++k) quantities[k] = _signed(lots[k] * p.lotSize, p.buying);
    Facts memory facts = _factsIn(p.context)[i];
    SeriesId id = SeriesId.wrap(p.series);
    (bool listed, ) = _lotsOf(facts.book, id);
    if (!listed) return (false, quoted);
    (answered, ) = _tryQuoteEach(facts, _alone(id), quantities, quoted);
  }

  function _quoteEach(
    Facts memory facts,
    SeriesId[] memory ids,
    int256[] memory quantities
  ) private view returns (EachQuote memory quoted) {
    (bool answered, bytes memory reason) = _tryQuoteEach(facts, ids, quantities, quoted);
    if (!answered) OrderRules.requireNone(reason);
    require(answered, Unexplained(reason));
    facts.books.heed(quoted);
  }

  function _tryQuoteEach(
    Facts memory facts,
    SeriesId[] memory ids,
    int256[] memory quantities,
    EachQuote memory found
  ) private view returns (bool answered, bytes memory reason) {
    return
      found.tryQuoteEachInto(facts.oracle, facts.books.kind, facts.book, facts.capital, facts.params, ids, quantities);
  }

  /// @dev What prices and checks of many orders follow from, asked of a vault once. None of it rests on a price.
  function _factsOf(IOptionVault vault) private view returns (Facts memory facts) {
    _requireKnown(vault);
    facts.books = PricedOrder.load(vault);
    (facts.oracle, facts.book) = (vault.oracle(), vault.book());
    (facts.capital, facts.params) = (vault.capital(), vault.riskParams());
    facts.books.collateral = facts.capital.collateral;
  }

  /// @dev A book's lots of a series, where it lists it.
  function _lotsOf(Book memory book, SeriesId id) private pure returns (bool listed, int256 lots) {
    if (SeriesId.unwrap(id) >> 168 != 0 || id.strikeOf() % book.tickSize != 0) return (false, 0);
    Position memory position;
    (, listed, position) = BookStorage.locate(book, id.expiryOf(), id.strikeOf() / book.tickSize);
    lots = position.lots;
  }

  function _alone(SeriesId id) private pure returns (SeriesId[] memory ids) {
    ids = new SeriesId[](1);
    ids[0] = id;
  }

  /// @dev Where facts are in memory: what `BestSplit` keeps of each venue without knowing it.
  function _pointerTo(Facts memory facts) private pure returns (uint256 pointer) {
    assembly ("memory-safe") {
      pointer := facts
    }
  }

  /// @dev A list of pointers is a list of what they point to.
  function _factsIn(uint256[] memory pointers) private pure returns (Facts[] memory facts) {
    assembly ("memory-safe") {
      facts := pointers
    }
  }

  /// @dev What the vault has room for in one direction at most, WAD: in the series' entry of its book and, for a purchase, by its
  /// capacity before what the purchase itself pays.
  function _room(Facts memory facts, SeriesId id, bool buying) private pure returns (uint256) {
    (, int256 lots) = _lotsOf(facts.book, id);
    if (!buying) return uint256(lots) * facts.books.lotSize;
    uint256 left = (MAX_LOTS - uint256(lots)) * facts.books.lotSize;
    uint256 room = facts.books.roomFor(id);
    return room < left ? room : left;
  }

  function _passes(IOptionVault vault, SeriesId id, int256 quantity) private view returns (bool) {
    try this.check(vault, id, quantity) {
      return true;
    } catch {
      return false;
    }
  }

  /// @dev WAD. A sale has no least size but a lot.
  function _smallestOrder(Facts memory facts, bool buying) private pure returns (uint256) {
    return buying ? facts.books.minOrder : facts.books.lotSize;
  }

  function _requireKnown(IOptionVault vault) private view {
    require(factory.isVault(address(vault)), UnknownVault(address(vault)));
  }

  function _requireSameMarket(IOptionVault vault, IOptionVault first, uint256 lotSize) private view {
    _requireKnown(vault);
    bool same =
      vault.kind() == first.kind() &&
        address(vault.collateral()) == address(first.collateral()) &&
        address(vault.expiryPrice()) == address(first.expiryPrice()) &&
        vault.seriesRules().lotSize == lotSize;
    require(same, MixedMarkets(address(vault)));
  }

  /// @dev Everything outside the vault that its prices rest on.
  function _marketHash(IPremiumOracle oracle) private view returns (bytes32) {
    IVolatilitySurface surface = oracle.surface();
    (SurfaceStatus status, ) = surface.status();
    IPriceFeed feed = oracle.feed();
    SpotReading memory spot = feed.readAt(NEWEST_SPOT);
    return
      keccak256(
        abi.encode(
          status == SurfaceStatus.Pending,
          _read(address(surface), IVolatilitySurface.surface.selector),
          _read(address(oracle), IPremiumOracle.rates.selector),
          _read(address(oracle.realisedVolatility()), IRealisedVolatility.volatility.selector),
          _read(address(feed), IPriceFeed.read.selector),
          spot.number,
          spot.price
        )
      );
  }

  /// @dev What a getter answers; reverts as it does.
  function _read(address target, bytes4 getter) private view returns (bytes memory answer) {
    return _ask(target, abi.encodePacked(getter));
  }

  function _ask(address target, bytes memory question) private view returns (bytes memory answer) {
    bool ok;
    (ok, answer) = target.staticcall(question);
    if (!ok) OrderRules.requireNone(answer);
    require(ok, Unexplained(answer));
  }

  /// @dev Every series of a book, with the lots that it is short.
  function _listed(Book memory book) private pure returns (SeriesId[] memory ids, int256[] memory lots) {
    // At most eight expiries of 255 series; ticks < 2^24 and their size < 2^73.
    unchecked {
      uint256 total;
      for (uint256 i = 0; i < MAX_EXPIRIES; ++i) {
        (, uint256 count) = headerAt(book.expiries, i);
        total += count;
      }
      (ids, lots) = (new SeriesId[](total), new int256[](total));
      (uint256 next, uint256 quad) = (0, 0);
      for (uint256 i = 0; i < MAX_EXPIRIES; ++i) {
        (uint256 expiry, uint256 count) = headerAt(book.expiries, i);
        for (uint256 j = 0; j < count; ++j) {
          uint256 tick;
          (tick, lots[next]) = entryAt(book.quads[quad + j / ENTRIES_PER_QUAD], j % ENTRIES_PER_QUAD);
          ids[next++] = toSeriesId(expiry, tick * book.tickSize);
        }
        quad += (count + ENTRIES_PER_QUAD - 1) / ENTRIES_PER_QUAD;
      }
    }
  }

  /// @dev Whether accounts have lots in a series' expiry: then its holders may have more than the book is short.
  function _isCleared(Book memory book, SeriesId id) private pure returns (bool) {
    (, uint256 index, ) = BookStorage.find(book.expiries, id.expiryOf());
    return hasFlag(book.expiries, index, CLEARED_FLAG);
  }

  function _signed(uint256 quantity, bool buying) private pure returns (int256) {
    return buying ? quantity.toInt256() : -quantity.toInt256();
  }
}
