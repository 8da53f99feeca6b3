// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {ExpiryPrice} from "../../../contracts/feeds/ExpiryPrice.sol";
import {IExpiryPrice} from "../../../contracts/interfaces/IExpiryPrice.sol";
import {AggregatorConfig} from "../../../contracts/types/AggregatorConfig.sol";
import {MockAggregator} from "../../mocks/MockAggregator.sol";

/// The expiry price against an average taken second by second, over random rounds, cut into random calls.
contract ExpiryPriceFuzzTest is Test {
  uint256 private constant EXPIRY = 1_700_121_600;
  uint256 private constant WINDOW = 1800;
  uint256 private constant WINDOW_START = EXPIRY - WINDOW;
  uint256 private constant HISTORY = 3000;

  struct Rounds {
    uint256[] times;
    uint256[] answers;
    uint80 firstId;
  }

  MockAggregator private aggregator;
  MockAggregator private rate;
  ExpiryPrice private single;
  ExpiryPrice private ratio;

  function setUp() public {
    vm.warp(WINDOW_START - HISTORY - 1);
    aggregator = new MockAggregator(8, 2000e8);
    rate = new MockAggregator(6, 1e6);
    AggregatorConfig memory underlying = AggregatorConfig(address(aggregator), 2 hours, 0, type(int128).max);
    AggregatorConfig memory quote = AggregatorConfig(address(rate), 2 hours, 0, type(int128).max);
    single = new ExpiryPrice(address(this), underlying, AggregatorConfig(address(0), 0, 0, 0));
    ratio = new ExpiryPrice(address(this), underlying, quote);
  }

  function testFuzz_T2_Prove_AsAnAverageBySeconds(uint256 seed, uint256 cuts, bool absentReverts) public {
    if (absentReverts) aggregator.setAbsentRound(MockAggregator.AbsentRound.Revert);
    Rounds memory rounds = _bring(aggregator, seed, 2000e8);
    vm.warp(EXPIRY + 1);
    uint256 sum;
    for (uint256 t = WINDOW_START; t < EXPIRY; ++t) sum += _answerAt(rounds, t) * 1e10;
    assertEq(_proveIn(single, cuts, _startId(rounds), 0), sum / WINDOW);
    assertEq(single.priceOf(EXPIRY), sum / WINDOW);
  }

  function testFuzz_T2_Prove_AsAnAverageBySeconds_GivenARatio(uint256 seed, uint256 cuts) public {
    Rounds memory rounds = _bring(aggregator, seed, 2000e8);
    Rounds memory rates = _bring(rate, uint256(keccak256(abi.encode(seed))), 1e6);
    vm.warp(EXPIRY + 1);
    uint256 sum;
    for (uint256 t = WINDOW_START; t < EXPIRY; ++t) sum += (_answerAt(rounds, t) * 1e16) / _answerAt(rates, t);
    assertEq(_proveIn(ratio, cuts, _startId(rounds), _startId(rates)), sum / WINDOW);
  }

  /// No other round opens a proof, and no other opens one that gives another price.
  function testFuzz_A12_RevertWhen_TheProofStartsElsewhere(uint256 seed, uint256 pick) public {
    Rounds memory rounds = _bring(aggregator, seed, 2000e8);
    vm.warp(EXPIRY + 1);
    uint80 start = _startId(rounds);
    uint80 id = rounds.firstId + uint80(bound(pick, 0, rounds.times.length - 1));
    vm.assume(id != start);
    vm.expectPartialRevert(IExpiryPrice.NotTheStartRound.selector);
    single.prove(EXPIRY, id, 0, 1000);
  }

  /// Rounds at random times from before the window until after it, some in the same second.
  function _bring(MockAggregator to, uint256 seed, uint256 around) private returns (Rounds memory rounds) {
    uint256 count = 2 + (seed % 40);
    rounds.times = new uint256[](count);
    rounds.answers = new uint256[](count);
    uint256 time = WINDOW_START - (HISTORY / 2);
    uint256 meanStep = (2 * (WINDOW + HISTORY)) / count;
    for (uint256 i = 0; i < count; ++i) {
      uint256 word = uint256(keccak256(abi.encode(seed, i)));
      rounds.times[i] = time;
      rounds.answers[i] = around / 2 + (word % around);
      uint80 id = to.pushAt(int256(rounds.answers[i]), time);
      if (i == 0) rounds.firstId = id;
      // At the edges of the window and within one second now and then.
      uint256 step = (word >> 64) % 5 == 0 ? 0 : (word >> 128) % meanStep;
      if ((word >> 200) % 8 == 0 && time < WINDOW_START) step = WINDOW_START - time;
      if ((word >> 208) % 8 == 0 && time < EXPIRY) step = EXPIRY - time;
      time += step;
    }
  }

  function _proveIn(ExpiryPrice prices, uint256 cuts, uint80 start, uint80 quoteStart) private returns (uint256 price) {
    while (price == 0) {
      price = prices.prove(EXPIRY, start, quoteStart, 1 + (cuts % 7));
      cuts = uint256(keccak256(abi.encode(cuts)));
      (start, quoteStart) = (uint80(cuts), uint80(cuts >> 80));
    }
  }

  function _startId(Rounds memory rounds) private pure returns (uint80) {
    return rounds.firstId + uint80(_indexAt(rounds, WINDOW_START));
  }

  function _answerAt(Rounds memory rounds, uint256 time) private pure returns (uint256) {
    return rounds.answers[_indexAt(rounds, time)];
  }

  function _indexAt(Rounds memory rounds, uint256 time) private pure returns (uint256 index) {
    while (index + 1 < rounds.times.length && rounds.times[index + 1] <= time) ++index;
  }
}
