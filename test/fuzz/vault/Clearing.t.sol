// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {PayoffEnvelope} from "../../../contracts/math/PayoffEnvelope.sol";
import {CLEARED_FLAG, LONG_FLAG, hasFlag} from "../../../contracts/types/Book.sol";
import {EachQuote} from "../../../contracts/types/EachQuote.sol";
import {Leg} from "../../../contracts/types/Leg.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {OrderQuote} from "../../../contracts/types/OrderQuote.sol";
import {SeriesId, toSeriesId} from "../../../contracts/types/SeriesId.sol";
import {BareEngine} from "../../mocks/BareEngine.sol";
import {ClearingFixture} from "../../unit/vault/ClearingFixture.sol";

/// @notice Whatever holders and accounts do, in whatever order: the lock is the book's own worst case, the pledge covers the cleared
/// one, flags say what is there, and nobody earns by going round in a block.
contract ClearingFuzzTest is ClearingFixture {
  uint256 private constant SERIES = 8;
  uint256 private second;

  function setUp() public override {
    super.setUp();
    second = _expiry(14);
    putVault.openExpiry(second);
    callVault.openExpiry(second);
    engine.pledge(9_000_000e6);
    callEngine.pledge(9_000e18);
    vm.startPrank(buyer);
    putVault.optionToken().setOperator(address(engine), true);
    callVault.optionToken().setOperator(address(callEngine), true);
    vm.stopPrank();
    _tick();
  }

  // Solvency

  function testFuzz_I1_I6_I7_HoldAfterAnything_Puts(uint256 seed) public {
    _live(putVault, engine, seed);
  }

  function testFuzz_I1_I6_I7_HoldAfterAnything_Calls(uint256 seed) public {
    _live(callVault, callEngine, seed);
  }

  function _live(IOptionVault vault, BareEngine door, uint256 seed) private {
    uint256 done;
    for (uint256 i; i < 12; ++i) {
      seed = uint256(keccak256(abi.encode(seed)));
      if (_act(vault, door, seed)) ++done;
      _assertSound(vault);
      _assertBooks(vault);
      if (seed >> 250 == 0) _tick();
    }
    assertGt(done, 0, "nothing went through");
  }

  /// @return ok whether it went through
  function _act(IOptionVault vault, BareEngine door, uint256 seed) private returns (bool ok) {
    SeriesId series = _any(vault, seed);
    uint256 quantity = (((seed >> 64) % 600) + 10) * 0.01e18;
    uint256 what = (seed >> 32) % 7;
    bytes memory call;
    if (what == 0) return this.tryBuy(vault, series, quantity);
    if (what == 1) return this.trySell(vault, series, quantity);
    if (what == 2) call = abi.encodeCall(BareEngine.clear, (_one(_leg(series, int256(quantity))), 0, type(int256).max));
    if (what == 3)
      call = abi.encodeCall(BareEngine.clear, (_one(_leg(series, -int256(quantity))), 0, type(int256).max));
    if (what == 4) call = abi.encodeCall(BareEngine.clear, (_several(vault, seed), 0, type(int256).max));
    if (what == 5) call = abi.encodeCall(BareEngine.surrender, (series, quantity, buyer));
    if (what == 6) call = abi.encodeCall(BareEngine.issue, (series, quantity, buyer));
    (ok, ) = address(door).call(call);
  }

  function tryBuy(IOptionVault vault, SeriesId series, uint256 quantity) external returns (bool) {
    vm.prank(buyer);
    try vault.buy(series, quantity, FOREVER, buyer, FOREVER) {
      return true;
    } catch {
      return false;
    }
  }

  function trySell(IOptionVault vault, SeriesId series, uint256 quantity) external returns (bool) {
    uint256 balance = vault.optionToken().balanceOf(buyer, SeriesId.unwrap(series));
    if (balance == 0) return false;
    if (quantity > balance) quantity = balance;
    vm.prank(buyer);
    // Whoever holds an option can sell it back.
    vault.sell(series, quantity, 0, buyer, buyer, FOREVER);
    return true;
  }

  /// @dev The lock to the unit, and the flags of each expiry.
  function _assertBooks(IOptionVault vault) private view {
    uint256[2] memory expiries = [expiry, second];
    uint256 unit = vault.scale();
    uint256 lock;
    for (uint256 i; i < 2; ++i) {
      (uint256[] memory strikes, int256[] memory nets) = vault.strikesOf(expiries[i]);
      (, int256[] memory cleared) = _clearing(vault).clearedOf(expiries[i]);
      uint256 worst =
        vault.kind() == OptionKind.Put
          ? PayoffEnvelope.worstPuts(strikes, nets)
          : PayoffEnvelope.worstCalls(strikes, nets);
      lock += ((worst + unit - 1) / unit) * unit;
      uint256 packed = vault.book().expiries;
      assertEq(hasFlag(packed, i, LONG_FLAG), _any(nets, -1), "LONG_FLAG");
      assertEq(hasFlag(packed, i, CLEARED_FLAG), _any(cleared, 0), "CLEARED_FLAG");
    }
    assertEq(vault.accounts().lock, lock, "I8: the lock is the worst case of the net book");
  }

  /// @dev Whether any entry is negative (`sign` −1) or not zero.
  function _any(int256[] memory list, int256 sign) private pure returns (bool) {
    for (uint256 i; i < list.length; ++i) if (sign < 0 ? list[i] < 0 : list[i] != 0) return true;
    return false;
  }

  // Prices

  function testFuzz_P4_NobodyEarnsByGoingRound_Puts(uint256 seed) public {
    _goRound(putVault, engine, seed, 1e6);
  }

  function testFuzz_P4_NobodyEarnsByGoingRound_Calls(uint256 seed) public {
    _goRound(callVault, callEngine, seed, 0.001e18);
  }

  /// @dev Accounts write and buy some, somebody else trades in between, and they take all of it back, in one block.
  function _goRound(IOptionVault vault, BareEngine door, uint256 seed, uint256 unit) private {
    _live(vault, door, uint256(keccak256(abi.encode(seed, "before"))));
    _tick();
    Leg[] memory there = _several(vault, seed);
    Leg[] memory back = new Leg[](there.length);
    for (uint256 i; i < there.length; ++i) back[i] = _leg(there[i].id, -there[i].quantity);
    try door.clear(there, 0, type(int256).max) returns (int256 paid) {
      bool others = seed >> 255 != 0;
      if (others) _act(vault, door, (uint256(keccak256(abi.encode(seed, "between"))) >> 34) << 34);
      for (uint256 i; i < back.length; ++i) {
        // Leg by leg, or together.
        if ((seed >> 254) & 1 != 0) break;
        try door.clear(_one(back[i]), 0, type(int256).max) returns (int256 leg) {
          paid += leg;
        } catch {
          return;
        }
      }
      if ((seed >> 254) & 1 != 0) {
        try door.clear(back, 0, type(int256).max) returns (int256 all) {
          paid += all;
        } catch {
          return;
        }
      }
      assertGe(paid, others ? -int256(unit) : int256(0), "gained by going round");
    } catch {}
  }

  function testFuzz_P3_EachPriceOfManyIsTheOrdersOwn(uint256 seed) public {
    _live(putVault, engine, seed);
    (SeriesId[] memory ids, int256[] memory quantities) = (new SeriesId[](4), new int256[](3));
    for (uint256 i; i < 4; ++i) ids[i] = _series(putVault, ((seed >> (8 * i)) % 2) + 2 * i);
    for (uint256 i; i < 3; ++i) {
      int256 size = int256((((seed >> (16 * i + 32)) % 900) + 1) * 0.01e18);
      quantities[i] = i == 0 ? size : -size;
    }
    EachQuote memory many = putVault.quoteEach(ids, quantities);
    bool isCleared = hasFlag(putVault.book().expiries, 0, CLEARED_FLAG);
    for (uint256 i; i < 12; ++i) {
      // Where accounts have nothing, nobody can sell more than was bought.
      if (!isCleared && putVault.netOf(ids[i / 3]) + quantities[i % 3] < 0) continue;
      OrderQuote memory one = putVault.quoteOrder(_one(_leg(ids[i / 3], quantities[i % 3])));
      assertEq(many.premiums[i], one.premium);
      assertEq(many.fees[i], one.fee);
    }
  }

  function testFuzz_QuotedOrder_IsWhatIsCharged(uint256 seed) public {
    _live(putVault, engine, seed);
    _tick();
    Leg[] memory legs = _several(putVault, uint256(keccak256(abi.encode(seed, "quoted"))));
    int256 quoted = putVault.quoteOrder(legs).premium;
    try engine.clear(legs, 0, type(int256).max) returns (int256 premium) {
      int256 expected = quoted > 0 ? (quoted + 1e12 - 1) / 1e12 : quoted / 1e12;
      assertEq(premium, expected);
    } catch {}
  }

  // Ladders

  function testFuzz_Relist_KeepsWhatAccountsHaveLotsIn(uint256 seed) public {
    _live(putVault, engine, seed);
    (uint256[] memory strikes, ) = putVault.strikesOf(expiry);
    (, int256[] memory cleared) = _clearing(putVault).clearedOf(expiry);
    uint256 needed = _clearing(putVault).clearedLock();
    _setSpot(seed % 2 == 0 ? 1500e18 : 2700e18);
    _tick();
    putVault.relist(expiry);
    (uint256[] memory struck, ) = putVault.strikesOf(expiry);
    (, int256[] memory kept) = _clearing(putVault).clearedOf(expiry);
    for (uint256 i; i < strikes.length; ++i) {
      if (cleared[i] == 0) continue;
      uint256 place;
      while (place < struck.length && struck[place] != strikes[i]) ++place;
      assertLt(place, struck.length, "a strike with cleared lots is gone");
      assertEq(kept[place], cleared[i]);
    }
    assertEq(_clearing(putVault).clearedLock(), needed);
    _assertSound(putVault);
    _assertBooks(putVault);
  }

  // Series

  function _any(IOptionVault vault, uint256 seed) private view returns (SeriesId) {
    uint256 listed = seed % 2 == 0 ? expiry : second;
    (uint256[] memory strikes, ) = vault.strikesOf(listed);
    return toSeriesId(listed, strikes[(seed >> 1) % strikes.length]);
  }

  /// @dev Two to four legs of different series and signs.
  function _several(IOptionVault vault, uint256 seed) private view returns (Leg[] memory legs) {
    legs = new Leg[](((seed >> 100) % 3) + 2);
    for (uint256 i; i < legs.length; ++i) {
      uint256 listed = (seed >> (104 + i)) % 2 == 0 ? expiry : second;
      (uint256[] memory strikes, ) = vault.strikesOf(listed);
      // Apart from each other by their place.
      SeriesId series = toSeriesId(listed, strikes[(2 * i + ((seed >> (108 + i)) % 2)) % SERIES]);
      int256 size = int256((((seed >> (112 + 8 * i)) % 600) + 10) * 0.01e18);
      legs[i] = _leg(series, (seed >> (160 + i)) % 2 == 0 ? size : -size);
    }
  }
}
