// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {SignedMath} from "@openzeppelin/contracts/utils/math/SignedMath.sol";

import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {IPremiumOracle} from "../interfaces/IPremiumOracle.sol";
import {IQuoter} from "../interfaces/IQuoter.sol";
import {IVaultFactory} from "../interfaces/IVaultFactory.sol";
import {IVolatilitySurface} from "../interfaces/IVolatilitySurface.sol";
import {Quote} from "../types/Quote.sol";
import {SeriesId} from "../types/SeriesId.sol";
import {SurfaceStatus} from "../types/SurfaceStatus.sol";
import {SviSlice} from "../types/SviSlice.sol";
import {BestSplit} from "./BestSplit.sol";
import {TradeCheck} from "./TradeCheck.sol";

/// @title Quoter
/// @notice What a trade would do, and where it is cheapest. Holds nothing, changes nothing, and asks only vaults that the
/// factory made.
contract Quoter is IQuoter {
  using SafeCast for uint256;
  using TradeCheck for TradeCheck.Order;

  /// @notice Most vaults that an order is split over.
  uint256 public constant MAX_VAULTS = 8;

  /// @dev Halvings of the search for the largest quantity; more lots than this tells apart do not fit a book's entry.
  uint256 private constant MAX_HALVINGS = 40;

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
    amount = TradeCheck.toUnits(vault, parts.premium, quantity > 0);
  }

  /// @inheritdoc IQuoter
  function check(IOptionVault vault, SeriesId id, int256 quantity) external view {
    _requireKnown(vault);
    TradeCheck.Order memory order = TradeCheck.load(vault, id, quantity);
    order.requireAdmitted();
    order.requireAccepted(vault.quoteTrade(id, quantity));
  }

  /// @inheritdoc IQuoter
  function maxQuantity(IOptionVault vault, SeriesId id, bool buying) external view returns (uint256) {
    _requireKnown(vault);
    uint256 lotSize = vault.seriesRules().lotSize;
    uint256 least = _smallestOrder(vault, buying);
    TradeCheck.Order memory order = TradeCheck.load(vault, id, _signed(least, buying));
    uint256 most = order.room(vault.quoteTrade(id, _signed(least, buying)));
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
  function freshUntil(IOptionVault vault) external view returns (uint256) {
    _requireKnown(vault);
    return vault.oracle().feed().freshUntil();
  }

  /// @inheritdoc IQuoter
  function stateHash(IOptionVault vault) external view returns (bytes32) {
    _requireKnown(vault);
    bytes32 books = keccak256(
      abi.encode(
        vault.book(),
        vault.capital(),
        vault.accounts(),
        vault.riskParams(),
        vault.protocolFee(),
        vault.state()
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

  function _split(BestSplit.Problem memory p) private view returns (Part[] memory parts, uint256 total, uint256 best) {
    best = _bestSingle(p);
    (uint256[] memory lots, ) = BestSplit.solve(p, _costOf);
    uint256 used;
    for (uint256 i = 0; i < lots.length; ++i) if (lots[i] != 0) ++used;
    parts = new Part[](used);
    uint256 next;
    for (uint256 i = 0; i < lots.length; ++i) {
      if (lots[i] == 0) continue;
      uint256 amount = _amountOf(p, i, lots[i]);
      parts[next++] = Part(IOptionVault(p.venues[i]), _signed(lots[i] * p.lotSize, p.buying), amount);
      total += amount;
    }
  }

  /// @dev Checks the vaults and finds what each takes of the order.
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
    p.venueCost = gasCost * TradeCheck.scaleOf(vaults[0]);
    (p.venues, p.floors, p.caps) = (new address[](n), new uint256[](n), new uint256[](n));
    for (uint256 i = 0; i < n; ++i) {
      for (uint256 j = 0; j < i; ++j)
        require(address(vaults[i]) != address(vaults[j]), DuplicateVault(address(vaults[i])));
      _requireSameMarket(vaults[i], vaults[0], p.lotSize);
      p.venues[i] = address(vaults[i]);
      p.floors[i] = _smallestOrder(vaults[i], p.buying) / p.lotSize;
      p.caps[i] = _takes(vaults[i], id, quantity) / p.lotSize;
    }
  }

  /// @dev What a vault takes of an order, WAD.
  function _takes(IOptionVault vault, SeriesId id, int256 quantity) private view returns (uint256) {
    if (_passes(vault, id, quantity)) return SignedMath.abs(quantity);
    try this.maxQuantity(vault, id, quantity > 0) returns (uint256 most) {
      return most;
    } catch {
      return 0;
    }
  }

  function _bestSingle(BestSplit.Problem memory p) private view returns (uint256 best) {
    best = p.buying ? type(uint256).max : 0;
    for (uint256 i = 0; i < p.venues.length; ++i) {
      if (p.caps[i] < p.lots || p.floors[i] > p.lots) continue;
      uint256 amount = _amountOf(p, i, p.lots);
      if (p.buying ? amount < best : amount > best) best = amount;
    }
  }

  /// @dev Cost of a number of lots at one vault, WAD: a premium, or a payout with its sign turned.
  function _costOf(BestSplit.Problem memory p, uint256 i, uint256 lots) private view returns (int256) {
    int256 quantity = _signed(lots * p.lotSize, p.buying);
    try IOptionVault(p.venues[i]).quoteTrade(SeriesId.wrap(p.series), quantity) returns (Quote memory q) {
      return p.buying ? q.premium.toInt256() : -q.premium.toInt256();
    } catch {
      return BestSplit.UNREACHABLE;
    }
  }

  function _amountOf(BestSplit.Problem memory p, uint256 i, uint256 lots) private view returns (uint256) {
    IOptionVault vault = IOptionVault(p.venues[i]);
    Quote memory q = vault.quoteTrade(SeriesId.wrap(p.series), _signed(lots * p.lotSize, p.buying));
    return TradeCheck.toUnits(vault, q.premium, p.buying);
  }

  function _passes(IOptionVault vault, SeriesId id, int256 quantity) private view returns (bool) {
    try this.check(vault, id, quantity) {
      return true;
    } catch {
      return false;
    }
  }

  /// @dev WAD. A sale has no least size but a lot.
  function _smallestOrder(IOptionVault vault, bool buying) private view returns (uint256) {
    IOptionVault.SeriesRules memory rules = vault.seriesRules();
    return buying ? rules.minOrder : rules.lotSize;
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
    (uint256 observedAt, uint256[] memory expiries, SviSlice[] memory slices) = surface.surface();
    (SurfaceStatus status, ) = surface.status();
    bytes32 reported = keccak256(abi.encode(observedAt, expiries, slices, status == SurfaceStatus.Pending));
    (uint256 rate, uint256 yield) = oracle.rates();
    uint256 realised = oracle.realisedVolatility().volatility();
    return keccak256(abi.encode(reported, rate, yield, realised, oracle.feed().read()));
  }

  function _signed(uint256 quantity, bool buying) private pure returns (int256) {
    return buying ? quantity.toInt256() : -quantity.toInt256();
  }
}
