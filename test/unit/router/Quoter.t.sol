// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {IPremiumOracle} from "../../../contracts/interfaces/IPremiumOracle.sol";
import {IQuoter} from "../../../contracts/interfaces/IQuoter.sol";
import {Quoter} from "../../../contracts/router/Quoter.sol";
import {EachQuote, SeriesPrice} from "../../../contracts/types/EachQuote.sol";
import {Leg} from "../../../contracts/types/Leg.sol";
import {OrderQuote} from "../../../contracts/types/OrderQuote.sol";
import {Quote} from "../../../contracts/types/Quote.sol";
import {SeriesId, toSeriesId} from "../../../contracts/types/SeriesId.sol";
import {VaultState} from "../../../contracts/types/VaultState.sol";
import {OpenVaultFixture} from "../vault/OpenVaultFixture.sol";

/// @notice What the quoter says of many trades at once is what the vault says of each by itself.
// Behaviour tree
// quoteEach
// ├── each trade as `quoteTrade` prices it by itself, whatever its neighbours in the list
// ├── no trade, or more than 256: refused
// └── a series that is not listed: refused
// chain
// ├── prices, volatility and Greeks of every series as `quoteTrade` says them
// ├── reason of each side as `checkOrder` says it, for any quantity, in every state, at the edge of capacity, on a stale surface
// └── nothing listed: empty; quantity zero, unknown vault: refused
// maxQuantity
// └── it passes, and a lot more does not; whatever binds
contract QuoterTest is OpenVaultFixture {
  uint256 private constant LOT = 0.01e18;
  uint256 private constant PROTOCOL_FEE = 0.05e18;

  struct Side {
    uint256 amount;
    bytes4 reason;
  }

  Quoter private quoter;
  SeriesId private later;

  function setUp() public override {
    super.setUp();
    quoter = new Quoter(factory);
    for (uint256 i = 1; i < 3; ++i) {
      putVault.openExpiry(_expiry(7 + 7 * i));
      callVault.openExpiry(_expiry(7 + 7 * i));
    }
    putVault.openExpiry(_expiry(1));
    later = _atTheMoneySeries(putVault, _expiry(14));
    vm.startPrank(buyer);
    putVault.buy(id, 40e18, FOREVER, buyer, FOREVER);
    putVault.buy(later, 25e18, FOREVER, buyer, FOREVER);
    callVault.buy(callId, 30e18, FOREVER, buyer, FOREVER);
    vm.stopPrank();
    _governNow(putVault).setProtocolFee(PROTOCOL_FEE);
    // E falls behind or is ahead, so that the charge is looked at more than once.
    _passFresh(1 hours);
    _deposit(putVault, provider, PUT_ASSETS / 4);
    _tick();
  }

  // quoteEach

  function testFuzz_QuoteEach_IsQuoteTradeOfEach(int256 first, int256 second, bool call) public {
    IOptionVault vault = call ? callVault : putVault;
    SeriesId[] memory ids = new SeriesId[](3);
    (ids[0], ids[1], ids[2]) = (call ? callId : id, _series(vault, 14, 1), _series(vault, 21, 6));
    int256[] memory quantities = new int256[](3);
    quantities[0] = bound(first, -30e18, 60e18);
    quantities[1] = bound(second, -30e18, 60e18);
    quantities[2] = quantities[0];
    EachQuote memory each = vault.quoteEach(ids, quantities);
    for (uint256 i = 0; i < 3; ++i) {
      for (uint256 j = 0; j < 3; ++j) {
        Quote memory q = vault.quoteTrade(ids[i], quantities[j]);
        int256 premium = each.premiums[3 * i + j];
        if (quantities[j] < 0) premium = premium > 0 ? int256(0) : -premium;
        assertEq(premium, int256(q.premium), "premium");
        assertEq(each.fees[3 * i + j], q.fee, "fee");
        assertEq(each.series[i].volatility, q.volatility);
        assertEq(each.series[i].forward, q.forward);
        assertEq(each.series[i].spotDelta, q.spotDelta);
        assertEq(keccak256(abi.encode(each.series[i].greeks)), keccak256(abi.encode(q.greeks)), "Greeks");
        assertEq(each.riskCapital, q.riskCapital);
        assertEq(each.actualCapital, q.actualCapital);
      }
    }
  }

  function test_QuoteEach_RevertGiven_NoTrade() public {
    vm.expectRevert(abi.encodeWithSelector(IPremiumOracle.LegsOutOfRange.selector, 0, 256));
    putVault.quoteEach(new SeriesId[](0), new int256[](1));
    SeriesId[] memory ids = new SeriesId[](1);
    ids[0] = id;
    vm.expectRevert(abi.encodeWithSelector(IPremiumOracle.LegsOutOfRange.selector, 0, 256));
    putVault.quoteEach(ids, new int256[](0));
    putVault.quoteEach(ids, new int256[](256));
    vm.expectRevert(abi.encodeWithSelector(IPremiumOracle.LegsOutOfRange.selector, 257, 256));
    putVault.quoteEach(ids, new int256[](257));
  }

  function test_QuoteEach_RevertGiven_SeriesNotListed() public {
    SeriesId[] memory ids = new SeriesId[](2);
    (ids[0], ids[1]) = (id, toSeriesId(expiry, 1e18));
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.SeriesNotListed.selector, ids[1]));
    putVault.quoteEach(ids, new int256[](1));
    ids[1] = toSeriesId(_expiry(5), 2000e18);
    vm.expectRevert(abi.encodeWithSelector(IOptionVault.ExpiryNotOpen.selector, _expiry(5)));
    putVault.quoteEach(ids, new int256[](1));
  }

  // chain

  function test_Chain_SaysOfEachSeriesWhatTheVaultSays() public {
    _assertChain(putVault, 1e18);
    _assertChain(callVault, 2e18);
  }

  function test_Chain_SmallAndLargeOrders_HaveTheirReasons() public {
    assertGt(_assertChain(putVault, LOT), 0);
    assertGt(_assertChain(putVault, LOT / 2), 0);
    assertGt(_assertChain(putVault, 600e18), 0);
    assertGt(_assertChain(callVault, 1000e18), 0);
  }

  function test_Chain_EveryState() public {
    for (uint8 state = uint8(VaultState.Guarded); state <= uint8(VaultState.SettleOnly); ++state) {
      _shut(putVault, state);
      assertGt(_assertChain(putVault, state == uint8(VaultState.Guarded) ? 50e18 : 1e18), 0);
    }
  }

  function test_Chain_StaleSurface() public {
    _staleSurface();
    assertGt(_assertChain(putVault, 1e18), 0);
  }

  function test_Chain_AfterTheCutOffAndPastAnExpiry() public {
    vm.warp(_expiry(1) - 30 minutes);
    _setSpot(2000e18);
    _deliver(VOLATILITY);
    assertGt(_assertChain(putVault, 1e18), 0);
    vm.warp(_expiry(1) + 30 minutes);
    _setSpot(2000e18);
    _deliver(VOLATILITY);
    assertGt(_assertChain(putVault, 1e18), 0);
  }

  function testFuzz_Chain_AnyQuantity_HasTheVaultsReasons(uint256 lots, uint256 state) public {
    state = bound(state, 0, 2);
    if (state != 0) _shut(putVault, uint8(state));
    // The largest purchase in one series, a lot either side of it, what a series has, and anything.
    uint256 most = quoter.maxQuantity(putVault, later, true);
    if (most == 0) most = 2 * LOT;
    uint256[5] memory edges = [most - LOT, most, most + LOT, 25e18 + LOT, bound(lots, 1, 60_000) * LOT];
    uint256 quantity = edges[lots % 5];
    if (quantity == 0 || quantity > 1000e18) quantity = 25e18;
    _assertChain(putVault, quantity);
  }

  function test_Chain_NothingListed_IsEmpty() public {
    assertEq(quoter.chain(putVaultTight, 1e18).ids.length, 0);
  }

  function test_Chain_RevertGiven_NothingToAskAbout() public {
    vm.expectRevert(IQuoter.ZeroQuantity.selector);
    quoter.chain(putVault, 0);
    vm.expectRevert(abi.encodeWithSelector(IQuoter.UnknownVault.selector, address(this)));
    quoter.chain(IOptionVault(address(this)), 1e18);
  }

  // maxQuantity

  function test_MaxQuantity_BoundByCollateral_CountsTheProtocolsPart() public {
    _settleAbovePriced();
    uint256 most = quoter.maxQuantity(putVault, later, true);
    _agreesAround(most);
    assertEq(bytes4(_refusal(most + LOT)), IOptionVault.Insolvent.selector);
  }

  function test_MaxQuantity_BoundByActualCapital_CountsNoPremium() public {
    uint256 most = quoter.maxQuantity(putVault, later, true);
    _agreesAround(most);
    assertEq(bytes4(_refusal(most + LOT)), IOptionVault.UtilisationAboveLimit.selector);
  }

  function test_MaxQuantity_Guarded() public {
    _shut(putVault, uint8(VaultState.Guarded));
    uint256 most = quoter.maxQuantity(putVault, later, true);
    _agreesAround(most);
    assertEq(bytes4(_refusal(most + LOT)), IOptionVault.LockGrowthAboveLimit.selector);
  }

  function test_MaxQuantity_OfASale_IsWhatTheBookHas() public {
    assertEq(quoter.maxQuantity(putVault, later, false), 25e18);
    assertEq(quoter.maxQuantity(putVault, _series(putVault, 21, 0), false), 0);
  }

  function test_StateHash_ChangesWithTheProtocolFee() public {
    bytes32 before = quoter.stateHash(putVault);
    putVault.setProtocolFee(PROTOCOL_FEE / 2);
    assertNotEq(quoter.stateHash(putVault), before);
  }

  /// @dev Compares a vault's chain with the vault, and counts the sides that are refused.
  function _assertChain(IOptionVault vault, uint256 quantity) private view returns (uint256 refused) {
    IQuoter.Chain memory chain = quoter.chain(vault, quantity);
    uint256 next;
    uint256[] memory live = vault.expiries();
    for (uint256 i = 0; i < live.length; ++i) {
      (uint256[] memory strikes, int256[] memory nets) = vault.strikesOf(live[i]);
      for (uint256 j = 0; j < strikes.length; ++j) {
        assertEq(SeriesId.unwrap(chain.ids[next]), SeriesId.unwrap(toSeriesId(live[i], strikes[j])));
        assertEq(chain.nets[next], nets[j]);
        refused += _assertRow(vault, chain, next++, int256(quantity));
      }
    }
    assertEq(chain.ids.length, next, "every series, once");
    assertEq(chain.prices.length, next);
  }

  function _assertRow(
    IOptionVault vault,
    IQuoter.Chain memory chain,
    uint256 row,
    int256 quantity
  ) private view returns (uint256) {
    Side memory ask = Side(chain.asks[row], chain.askReasons[row]);
    Side memory bid = Side(chain.bids[row], chain.bidReasons[row]);
    return
      _assertSide(vault, chain.ids[row], chain.prices[row], ask, quantity) +
      _assertSide(vault, chain.ids[row], chain.prices[row], bid, -quantity);
  }

  function _assertSide(
    IOptionVault vault,
    SeriesId listed,
    SeriesPrice memory price,
    Side memory side,
    int256 quantity
  ) private view returns (uint256 refused) {
    Quote memory q = vault.quoteTrade(listed, quantity);
    uint256 scale = vault.scale();
    assertEq(side.amount, quantity > 0 ? Math.ceilDiv(q.premium, scale) : q.premium / scale, "amount");
    assertEq(price.volatility, q.volatility, "volatility");
    assertEq(price.forward, q.forward, "forward");
    assertEq(price.spotDelta, q.spotDelta, "delta");
    assertEq(keccak256(abi.encode(price.greeks)), keccak256(abi.encode(q.greeks)), "Greeks");
    (bytes4 reason, int256 premium) = _vaultSays(vault, listed, quantity);
    assertEq(side.reason, reason, "reason");
    if (reason != 0) return 1;
    assertEq(int256(side.amount), quantity > 0 ? premium : -premium, "what the order would cost");
  }

  function _vaultSays(
    IOptionVault vault,
    SeriesId series,
    int256 quantity
  ) private view returns (bytes4 reason, int256 premium) {
    Leg[] memory legs = new Leg[](1);
    (legs[0].id, legs[0].quantity) = (series, quantity);
    try vault.checkOrder(legs) returns (int256 cost, OrderQuote memory) {
      premium = cost;
    } catch (bytes memory data) {
      reason = bytes4(data);
    }
  }

  /// @dev Collateral below actual capital, so that it is what binds: an expiry settles far above what its options are worth at
  /// spot, within the second in which capital was marked.
  function _settleAbovePriced() private {
    vm.prank(buyer);
    putVault.buy(id, 300e18, FOREVER, buyer, FOREVER);
    _fixExpiry(expiry, 1000e18);
    _setSpot(2000e18);
    _passFresh(1 minutes);
    vm.prank(buyer);
    putVault.buy(later, 1e18, FOREVER, buyer, FOREVER);
    putVault.settle(expiry);
  }

  /// @dev The revert data of a purchase, empty where it goes through; leaves everything as it was.
  function _refusal(uint256 quantity) private returns (bytes memory reason) {
    uint256 snapshot = vm.snapshotState();
    vm.prank(buyer);
    try putVault.buy(later, quantity, FOREVER, buyer, FOREVER) {} catch (bytes memory why) {
      reason = why;
    }
    vm.revertToState(snapshot);
  }

  /// @dev A few lots either side of the largest quantity.
  function _agreesAround(uint256 most) private {
    for (uint256 quantity = most - 3 * LOT; quantity <= most + 3 * LOT; quantity += LOT) {
      (, , bytes memory said) = quoter.offer(putVault, later, int256(quantity));
      bytes memory refusal = _refusal(quantity);
      assertEq(said, refusal);
      assertEq(refusal.length == 0, quantity <= most);
    }
  }

  function _series(IOptionVault vault, uint256 daysAhead, uint256 index) private view returns (SeriesId) {
    (uint256[] memory strikes, ) = vault.strikesOf(_expiry(daysAhead));
    return toSeriesId(_expiry(daysAhead), strikes[index]);
  }
}
