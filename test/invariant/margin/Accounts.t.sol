// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISolvencyLens} from "../../../contracts/interfaces/ISolvencyLens.sol";
import {MarginEngine} from "../../../contracts/margin/MarginEngine.sol";
import {MarginHandler} from "./MarginHandler.t.sol";
import {MarginInvariants} from "./MarginInvariants.sol";

/// @notice A put vault in 6 decimals and a call vault in 18, six accounts, traders and providers beside them, in any
/// order, while price, surface and time move, and fail.
contract AccountsInvariantTest is MarginInvariants {
  function setUp() public override {
    super.setUp();
    _start(new MarginEngine(factory));
    _populate();
    bytes4[] memory calls = new bytes4[](20);
    calls[0] = handler.deposit.selector;
    calls[1] = handler.withdraw.selector;
    calls[2] = handler.leaveGuaranteed.selector;
    calls[3] = handler.buy.selector;
    calls[4] = handler.sell.selector;
    calls[5] = handler.redeemOptions.selector;
    calls[6] = handler.relist.selector;
    calls[7] = handler.passTime.selector;
    calls[8] = handler.crash.selector;
    calls[9] = handler.endExpiry.selector;
    calls[10] = handler.fallSilent.selector;
    calls[11] = handler.pledge.selector;
    calls[12] = handler.unpledge.selector;
    calls[13] = handler.takeTooMuch.selector;
    calls[14] = handler.tradeAccount.selector;
    calls[15] = handler.closeOut.selector;
    calls[16] = handler.surrenderTokens.selector;
    calls[17] = handler.issueTokens.selector;
    calls[18] = handler.moveAcross.selector;
    calls[19] = handler.settleOne.selector;
    targetSelector(FuzzSelector({addr: address(handler), selectors: calls}));
    targetContract(address(handler));
  }

  function invariant_I1_lockCovered() public view {
    for (uint256 i; i < 2; ++i) {
      ISolvencyLens.VaultSolvency memory s = _solvencyOf(ours[i]);
      assertTrue(s.lockCovered, "I1: the lock is not covered");
    }
  }

  function invariant_I2_settledClaimsArePayable() public view {
    for (uint256 i; i < 2; ++i) {
      assertTrue(_solvencyOf(ours[i]).reserveCovers, "I2: the reserve does not cover what is unredeemed");
      assertTrue(handler.settledPricesKept(ours[i]), "I2: a settled price changed");
    }
    _unbroken("I2");
  }

  function invariant_I3_othersAreUntouched() public view {
    _unbroken("I3");
  }

  function invariant_I4_tokensAreConserved() public view {
    for (uint256 i; i < 2; ++i) _tokensConserved(ours[i]);
  }

  function invariant_I6_supplyIsNetPlusCleared() public view {
    for (uint256 i; i < 2; ++i) {
      assertTrue(_solvencyOf(ours[i]).supplyMatches, "I6: option supply is not net plus cleared");
    }
  }

  function invariant_I7_pledgeCoversWhatAccountsOwe() public view {
    for (uint256 i; i < 2; ++i) _pledgeCovers(ours[i]);
  }

  function invariant_M4_noPriceIsNeededToLeave() public view {
    _unbroken("M4");
  }

  function invariant_M5_lotsAddUpToWhatIsCleared() public view {
    for (uint256 i; i < 2; ++i) _lotsAddUp(ours[i]);
  }

  function invariant_M5_sharesAddUpToThePledge() public view {
    for (uint256 i; i < 2; ++i) _sharesAddUp(ours[i]);
    _unbroken("M5");
  }

  function invariant_M5_sharesCoverTheirAccounts() public view {
    for (uint256 i; i < 2; ++i) _sharesCover(ours[i]);
  }

  function invariant_S3_sharePriceNeverFalls() public view {
    _unbroken("S3");
  }

  /// @notice The suite does reach what it is about: without this a handler that always reverts would pass.
  function test_HandlerReachesEveryCall() public {
    uint256 seed = 11;
    for (uint256 i; i < 240; ++i) {
      seed = uint256(keccak256(abi.encode(seed)));
      _act(i, seed);
    }
    invariant_I1_lockCovered();
    invariant_I2_settledClaimsArePayable();
    invariant_I3_othersAreUntouched();
    invariant_I4_tokensAreConserved();
    invariant_I6_supplyIsNetPlusCleared();
    invariant_I7_pledgeCoversWhatAccountsOwe();
    invariant_M4_noPriceIsNeededToLeave();
    invariant_M5_lotsAddUpToWhatIsCleared();
    invariant_M5_sharesAddUpToThePledge();
    invariant_M5_sharesCoverTheirAccounts();
    string[11] memory names = [
      "pledge",
      "unpledge",
      "tradeAccount",
      "closeOut",
      "surrender",
      "issue",
      "move",
      "settle",
      "settleAccount",
      "buy",
      "fallSilent"
    ];
    for (uint256 i; i < names.length; ++i) assertGt(handler.done(bytes32(bytes(names[i]))), 0, names[i]);
  }

  function _act(uint256 step, uint256 seed) private {
    MarginHandler h = handler;
    uint256 other = uint256(keccak256(abi.encode(seed, step)));
    uint256 which = step % 12;
    if (which == 0) h.pledge(seed, seed >> 8, other);
    else if (which == 1) h.unpledge(seed, seed >> 8, other);
    else if (which < 5) h.tradeAccount(seed, seed >> 8, seed >> 16, other);
    else if (which == 5) for (uint256 i; i < 6; ++i) h.closeOut(i, other >> i);
    else if (which == 6) h.surrenderTokens(seed, seed >> 8, seed >> 16, other);
    else if (which == 7) h.issueTokens(seed, other, other >> 8);
    else if (which == 8) h.moveAcross(seed, seed >> 8, other, other >> 8);
    else if (which == 9) {
      h.buy(seed, seed >> 8, seed >> 16, other);
      if (step % 5 == 0) h.fallSilent(0);
      h.passTime(9 hours, other, 1);
    } else if (which == 10) {
      h.endExpiry(seed, other);
      h.takeTooMuch(seed);
    } else for (uint256 i; i < 8; ++i) h.settleOne(other >> i, other >> (8 + i));
  }
}
