// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../../contracts/interfaces/IOptionVault.sol";
import {VaultHandler} from "./VaultHandler.t.sol";
import {VaultInvariants} from "./VaultInvariants.sol";

/// @notice Four vaults, called in any order by anyone while price, surface and time move.
contract VaultsInvariantTest is VaultInvariants {
  function setUp() public override {
    super.setUp();
    IOptionVault[] memory vaults = new IOptionVault[](4);
    (vaults[0], vaults[1], vaults[2], vaults[3]) = (callVault, putVault, callVaultTight, putVaultTight);
    _start(vaults);
    targetContract(address(handler));
  }

  function invariant_I1_lockCovered() public view {
    _hold("I1");
  }

  function invariant_I2_settledClaimsArePayable() public view {
    _hold("I2");
  }

  function invariant_I3_othersAreUntouched() public view {
    _hold("I3");
  }

  function invariant_I4_tokensAreConserved() public view {
    _hold("I4");
  }

  function invariant_I6_supplyIsTheObligation() public view {
    _hold("I6");
  }

  function invariant_P4_closedCyclesLose() public view {
    _hold("P4");
  }

  function invariant_P5_premiumsArePositive() public view {
    _hold("P5");
  }

  function invariant_S1_limitsTellTheTruth() public view {
    _hold("S1");
  }

  function invariant_S2_donationsMoveNothing() public view {
    _hold("S2");
  }

  function invariant_S3_sharePriceNeverFalls() public view {
    _hold("S3");
  }

  function invariant_T1_expiriesGoForwardOnly() public view {
    _hold("T1");
  }

  function invariant_T2_wholeWindowsAreProvable() public view {
    _hold("T2");
  }

  function invariant_O2_exitsNeedNoPrice() public view {
    _hold("O2");
  }

  function invariant_G1_outsidersHaveNoRights() public view {
    _hold("G1");
  }

  /// @notice The suite does reach what it is about: without this a handler that always reverts would pass.
  function test_HandlerReachesEveryCall() public {
    uint256 seed = 7;
    // Up and down, so that what the rise parks comes back with the fall.
    for (uint256 i; i < 6; ++i) handler.dustAndMove(2, 1, (2 + i) << 8, i % 2 == 0);
    for (uint256 i; i < 220; ++i) {
      seed = uint256(keccak256(abi.encode(seed)));
      _act(i, seed);
    }
    string[] memory broken = _brokenNow();
    if (broken.length != 0) revert(broken[0]);
    string[12] memory names = [
      "deposit",
      "withdraw",
      "buy",
      "sell",
      "roundTrip",
      "prove",
      "settle",
      "redeemOptions",
      "leaveGuaranteed",
      "strangerCycle",
      "park",
      "unpark"
    ];
    for (uint256 i; i < names.length; ++i) {
      assertGt(handler.done(bytes32(bytes(names[i]))), 0, names[i]);
    }
  }

  function _act(uint256 step, uint256 seed) private {
    VaultHandler h = handler;
    uint256 which = step % 11;
    uint256 other = uint256(keccak256(abi.encode(seed, step)));
    if (which == 0) h.deposit(seed, seed >> 8, other);
    else if (which == 1 || which == 2) h.buy(seed, seed >> 8, seed >> 16, other);
    else if (which == 3) h.sell(seed, seed >> 8, seed >> 16, other);
    else if (which == 4) h.roundTrip(seed, seed >> 8, seed >> 16, other);
    else if (which == 5) h.withdraw(seed, seed >> 8, other % 1e17);
    else if (which == 6) {
      h.passTime(9 hours, other, 1);
      h.strangerCycle(seed, other);
    } else if (which == 7) h.reachExpiry(seed, other);
    else if (which == 8) for (uint256 i; i < 4; ++i) h.settle(i);
    else if (which == 9) for (uint256 i; i < 32; ++i) h.redeemOptions(i % 4, i / 4, other >> i, 1e18);
    else if (step % 4 == 0) h.leaveGuaranteed(seed, seed >> 8, 1e17);
    else h.openWeekly(seed, other);
  }
}
