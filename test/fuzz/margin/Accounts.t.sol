// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {AccountRisk} from "../../../contracts/margin/AccountRisk.sol";
import {AccountStorage, Holdings, Position} from "../../../contracts/margin/AccountStorage.sol";
import {VaultTerms} from "../../../contracts/margin/VaultListing.sol";
import {PayoffEnvelope} from "../../../contracts/math/PayoffEnvelope.sol";
import {packTerms} from "../../fixtures/packTerms.sol";
import {AccountHarness} from "../../mocks/AccountHarness.sol";

/// @notice What an account can owe, against brute force over prices and against `PayoffEnvelope`; and an account's
/// words against a plain list.
contract AccountsFuzzTest is Test {
  using AccountRisk for Holdings;
  using AccountStorage for Holdings;

  uint256 private constant WAD = 1e18;
  uint256 private constant EXPIRY = 20_000 days + 8 hours;
  uint256 private constant GRID = 200;
  /// @dev A price at which no strike matters any more.
  uint256 private constant FAR = 1e45;

  AccountHarness private account;

  function setUp() public {
    account = new AccountHarness();
  }

  /// @dev 6, 8 and 18 decimals, calls and puts, lots and ticks that make a lock a whole number of units.
  function _terms(uint256 seed) private pure returns (VaultTerms) {
    uint256 exponent = [uint256(12), 10, 0][seed % 3];
    return packTerms((seed >> 8) % 2 == 0, exponent, 10e18, (seed >> 16) % 2 == 0 ? 0.01e18 : 0.5e18, 1);
  }

  /// @dev One to eight positions of up to three expiries of the vault at slot 1; beside them one of another vault.
  function _positions(uint256 seed) private pure returns (Holdings memory held) {
    uint256 count = 1 + (seed % 7);
    for (uint256 i; i < count; ++i) {
      uint256 word = uint256(keccak256(abi.encode(seed, i)));
      uint256 day = EXPIRY / 1 days + ((seed >> 40) % 3) * ((word >> 96) % 3);
      int256 lots = int256((word >> 64) % 200_001) - 100_000;
      held.add((1 << 80) | (day << 64) | (1 + (word % 500)), lots);
    }
    held.add((2 << 80) | ((EXPIRY / 1 days) << 64) | 5, 1_000_000);
  }

  /// @dev Σ lots·payoff(P) of an expiry, a numerator over `unit`: exact.
  function _paidAt(
    Holdings memory held,
    VaultTerms terms,
    uint256 day,
    uint256 price
  ) private pure returns (int256 sum, uint256 unit) {
    unit = (terms.isPut() ? WAD : price) * terms.scaleOf();
    for (uint256 i; i < held.count; ++i) {
      Position position = held.positions[i];
      if (position.slotOf() != 1 || position.expiryOf() / 1 days != day) continue;
      int256 strike = int256(position.tickOf() * terms.tickSizeOf());
      int256 inside = terms.isPut() ? strike - int256(price) : int256(price) - strike;
      if (inside > 0) sum += position.lotsOf() * int256(terms.lotSizeOf()) * inside;
    }
  }

  /// @dev The largest ⌈payoff⌉ over a grid, all strikes and both ends.
  function _bruteForce(Holdings memory held, VaultTerms terms, uint256 day) private pure returns (uint256 worst) {
    for (uint256 i; i < GRID + held.count + 2; ++i) {
      uint256 price;
      if (i < GRID) price = ((i + 1) * 6000e18) / GRID + i;
      else if (i < GRID + held.count) price = held.positions[i - GRID].tickOf() * terms.tickSizeOf();
      else price = i == GRID + held.count && terms.isPut() ? 0 : FAR;
      (int256 sum, uint256 unit) = _paidAt(held, terms, day, price);
      if (sum <= 0) continue;
      uint256 paid = (uint256(sum) + unit - 1) / unit;
      if (paid > worst) worst = paid;
    }
  }

  function testFuzz_NeededIsTheWorstOfEveryPrice(uint256 seed) public pure {
    (Holdings memory held, VaultTerms terms) = (_positions(seed), _terms(seed >> 128));
    uint256 worst;
    for (uint256 i; i < 5; ++i) worst += _bruteForce(held, terms, EXPIRY / 1 days + i);
    uint256 needed = held.neededAt(1, terms);
    assertGe(needed, worst);
    // Reached at a strike or an end, and those are among the prices. For calls the far end is only approached: a unit
    // an expiry.
    assertLe(needed, worst + 3);
  }

  function testFuzz_NeededIsWhatTheEnvelopeSays(uint256 seed) public pure {
    (Holdings memory held, VaultTerms terms) = (_positions(seed), _terms(seed >> 128));
    uint256 expected;
    for (uint256 day = EXPIRY / 1 days; day <= EXPIRY / 1 days + 4; ++day) {
      (uint256[] memory strikes, int256[] memory quantities) = _lists(held, terms, day);
      uint256 worst =
        terms.isPut() ? PayoffEnvelope.worstPuts(strikes, quantities) : PayoffEnvelope.worstCalls(strikes, quantities);
      expected += (worst + terms.scaleOf() - 1) / terms.scaleOf();
    }
    assertEq(held.neededAt(1, terms), expected);
  }

  function _lists(
    Holdings memory held,
    VaultTerms terms,
    uint256 day
  ) private pure returns (uint256[] memory strikes, int256[] memory quantities) {
    (strikes, quantities) = (new uint256[](held.count), new int256[](held.count));
    uint256 count;
    for (uint256 i; i < held.count; ++i) {
      Position position = held.positions[i];
      if (position.slotOf() != 1 || position.expiryOf() / 1 days != day) continue;
      strikes[count] = position.tickOf() * terms.tickSizeOf();
      quantities[count++] = position.lotsOf() * int256(terms.lotSizeOf());
    }
    assembly ("memory-safe") {
      mstore(strikes, count)
      mstore(quantities, count)
    }
  }

  /// What is owed at a price is the exact sum, rounded once against the account, and no more than is needed.
  function testFuzz_OwedIsTheSumRoundedUpOnce(uint256 seed, uint256 priceSeed) public pure {
    (Holdings memory held, VaultTerms terms) = (_positions(seed), _terms(seed >> 128));
    uint256 price = bound(priceSeed, 1, 2 ** 112 - 1);
    if (priceSeed % 4 != 0) price = 1 + (price % 6000e18);
    uint256 day = EXPIRY / 1 days;
    (int256 owed, bool found) = held.owedAt((1 << 16) | day, terms, price);
    (int256 sum, uint256 unit) = _paidAt(held, terms, day, price);
    if (!found) assertEq(sum, 0);
    // ⌈sum/unit⌉ of a signed sum.
    assertLt((owed - 1) * int256(unit), sum);
    assertGe(owed * int256(unit), sum);
    if (owed > 0) assertLe(uint256(owed), held.neededAt(1, terms));
  }

  /// M5: what accounts owe one by one, each rounded, covers what they owe together.
  function testFuzz_M5_AccountsCoverTheirSum(uint256 seed, uint256 priceSeed) public pure {
    VaultTerms terms = _terms(seed >> 128);
    uint256 price = bound(priceSeed, 1, 6000e18);
    uint256 day = EXPIRY / 1 days;
    int256 each;
    int256 sum;
    uint256 unit;
    for (uint256 i; i < 5; ++i) {
      Holdings memory held = _positions(uint256(keccak256(abi.encode(seed, i))));
      (int256 owed, ) = held.owedAt((1 << 16) | day, terms, price);
      each += owed;
      int256 part;
      (part, unit) = _paidAt(held, terms, day, price);
      sum += part;
    }
    assertGe(each * int256(unit), sum);
    assertLe((each - 5) * int256(unit), sum);
  }

  /// An account's words against a plain mapping, through any order of changes.
  function testFuzz_AccountHoldsWhatAMapHolds(uint256 seed) public {
    int256[2][4] memory plain;
    account.open(9);
    account.open(3);
    for (uint256 i; i < 24; ++i) {
      uint256 word = uint256(keccak256(abi.encode(seed, i)));
      (uint256 slot, uint256 which) = (word % 2, (word >> 8) % 4);
      int256 lots = int256((word >> 16) % 5) - 2;
      uint256 share = (word >> 32) % 3;
      assertEq(account.add(slot, EXPIRY + (which % 2) * 1 days, 10 + which, lots), plain[which][slot]);
      plain[which][slot] += lots;
      account.setShare(slot, 1 + share);
      _same(account.holdings(), plain);
    }
  }

  function _same(Holdings memory held, int256[2][4] memory plain) private pure {
    uint256 count;
    for (uint256 slot; slot < 2; ++slot) {
      for (uint256 which; which < 4; ++which) {
        uint256 key = (slot << 80) | ((EXPIRY / 1 days + (which % 2)) << 64) | (10 + which);
        assertEq(held.lotsAt(key), plain[which][slot]);
        if (plain[which][slot] != 0) ++count;
      }
    }
    assertEq(held.count, count);
    for (uint256 i = 1; i < held.count; ++i) assertLt(held.positions[i - 1].keyOf(), held.positions[i].keyOf());
  }
}
