// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../../contracts/interfaces/IOptionVault.sol";
import {SolvencyLens} from "../../contracts/risk/SolvencyLens.sol";
import {RedeemQueue} from "../../contracts/queue/RedeemQueue.sol";
import {QueueHandler} from "./QueueHandler.t.sol";
import {VaultHandler} from "./VaultHandler.t.sol";
import {VaultInvariants} from "./VaultInvariants.sol";

/// @notice A call and a put vault with their redeem queues: the vaults' invariants with escrow, and the queues' own.
contract QueuesInvariantTest is VaultInvariants {
  uint256 private constant EPOCH = 6 hours;
  QueueHandler internal queueHandler;

  function setUp() public override {
    super.setUp();
    IOptionVault[] memory vaults = new IOptionVault[](2);
    (vaults[0], vaults[1]) = (callVault, putVault);
    RedeemQueue[] memory queues = new RedeemQueue[](2);
    for (uint256 i; i < 2; ++i) {
      queues[i] = new RedeemQueue(IOptionVault(address(vaults[i])), EPOCH, 10 ** vaults[i].decimals() / 100);
      vaults[i].registerQueue(address(queues[i]));
    }
    queueHandler = new QueueHandler(vaults, queues, aggregator, expiryPrice, realised, this);
    (handler, lens) = (queueHandler, new SolvencyLens());
    for (uint256 i; i < 2; ++i) {
      for (uint256 j; j < 4; ++j) handler.deposit(i, j, 500 * 10 ** uint256(vaults[i].decimals() - 6));
      handler.openWeekly(i, 0);
      handler.openWeekly(i, 1);
    }
    targetContract(address(queueHandler));
    targetSelector(FuzzSelector({addr: address(queueHandler), selectors: _selectors()}));
  }

  /// @dev All of the queue's, and of the vaults' what changes capacity, price and state.
  function _selectors() private pure returns (bytes4[] memory selectors) {
    selectors = new bytes4[](17);
    selectors[0] = QueueHandler.request.selector;
    selectors[1] = QueueHandler.fill.selector;
    selectors[2] = QueueHandler.fillInTime.selector;
    selectors[3] = QueueHandler.claim.selector;
    selectors[4] = QueueHandler.redeemClaimable.selector;
    selectors[5] = QueueHandler.withdrawClaimable.selector;
    selectors[6] = QueueHandler.renew.selector;
    selectors[7] = QueueHandler.closeBatch.selector;
    selectors[8] = QueueHandler.donateShares.selector;
    selectors[9] = VaultHandler.deposit.selector;
    selectors[10] = VaultHandler.withdraw.selector;
    selectors[11] = VaultHandler.leaveGuaranteed.selector;
    selectors[12] = VaultHandler.buy.selector;
    selectors[13] = VaultHandler.sell.selector;
    selectors[14] = QueueHandler.requestTogether.selector;
    selectors[15] = VaultHandler.crash.selector;
    selectors[16] = VaultHandler.reachExpiry.selector;
  }

  /// @dev Escrow is not the vault's: the lens takes it off the collateral that covers the lock.
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

  function invariant_S1_limitsTellTheTruth() public view {
    _hold("S1");
  }

  function invariant_S2_donationsMoveNothing() public view {
    _hold("S2");
  }

  function invariant_S3_sharePriceNeverFalls() public view {
    _hold("S3");
  }

  function invariant_O2_exitsAndClaimsNeedNoPrice() public view {
    _hold("O2");
  }

  function invariant_S4_fillsAreProRataAndNothingIsOwedTwice() public view {
    _hold("S4");
    for (uint256 i; i < 2; ++i) _checkOwed(handler.vaults(i));
  }

  function invariant_S4_theVaultHeedsWhatClaims() public view {
    for (uint256 i; i < 2; ++i) _checkClaim(handler.vaults(i));
  }

  /// @notice The suite does reach what it is about.
  function test_HandlerReachesEveryCallOfTheQueue() public {
    uint256 seed = 11;
    for (uint256 i; i < 260; ++i) {
      seed = uint256(keccak256(abi.encode(seed)));
      _act(i, seed);
      if (i % 20 == 0) _check();
    }
    _check();
    string[7] memory names = [
      "request",
      "fill",
      "claim",
      "redeemClaimable",
      "withdrawClaimable",
      "renew",
      "closeBatch"
    ];
    for (uint256 i; i < names.length; ++i) assertGt(handler.done(bytes32(bytes(names[i]))), 0, names[i]);
  }

  function _act(uint256 step, uint256 seed) private {
    QueueHandler h = queueHandler;
    uint256 which = step % 10;
    uint256 other = uint256(keccak256(abi.encode(seed, step)));
    if (which < 3) h.request(seed, seed >> 8, other % 3e17, other >> 8);
    else if (which == 3) h.buy(seed, seed >> 8, seed >> 16, other);
    else if (which == 4)
      h.passTime(6 hours, other, 1);
      // Now and then nobody fills in time.
    else if (step % 40 == 15) for (uint256 i; i < 16; ++i) h.closeBatch(i, i / 2);
    else if (which == 5 && step % 40 != 5) for (uint256 i; i < 2; ++i) h.fill(i);
    else if (which == 6) h.redeemClaimable(seed, seed >> 8, other);
    else if (which == 7) h.withdrawClaimable(seed, seed >> 8, other);
    else if (which == 8) for (uint256 i; i < 3; ++i) h.claim(seed >> i, seed >> (8 + i), other);
    else for (uint256 i; i < 4; ++i) h.renew(seed >> i, seed >> (8 + i), other);
  }

  function _check() private view {
    string[] memory broken = _brokenNow();
    if (broken.length != 0) revert(broken[0]);
    for (uint256 i; i < 2; ++i) {
      _checkOwed(handler.vaults(i));
      _checkClaim(handler.vaults(i));
    }
  }

  function _checkOwed(IOptionVault vault) private view {
    RedeemQueue queue = queueHandler.queues(vault);
    (uint256 assets, uint256 pending, uint256 returnable) = _standings(queue);
    uint256 escrow = vault.accounts().escrow;
    assertEq(escrow, queueHandler.setAside(vault) - queueHandler.paid(vault), "I1: escrow is not fills less claims");
    assertLe(assets, escrow, "S4: claims exceed the escrow");
    uint256 custody = queue.custody();
    assertLe(custody, vault.balanceOf(address(queue)), "S4: shares in custody are not there");
    // What waits is in the queue or, where it comes back, with the holder or not yet moved there.
    assertLe(pending, custody, "S4: what is pending is not in custody");
    assertLe(pending + returnable, custody + vault.balanceOf(queue.holder()), "S4: shares are owed twice");
  }

  /// @dev A batch claims from its epoch's close to its first fill, and the vault asks whenever one does.
  function _checkClaim(IOptionVault vault) private view {
    RedeemQueue queue = queueHandler.queues(vault);
    uint256 custody = queue.custody();
    uint256 last = queue.currentEpoch() - 1;
    (uint256 claimed, uint256 epoch) = queue.activeClaim();
    assertEq(epoch, last, "S4: another epoch claims");
    if (queue.batchOf(last).filledAt != 0) assertEq(claimed, 0, "S4: a batch claims after its first fill");
    assertLe(claimed, custody, "S4: what claims is not in custody");
    assertEq(vault.capital().claimShare == 0, claimed == 0, "S4: the vault does not heed what claims");
  }

  function _standings(RedeemQueue queue) private view returns (uint256 assets, uint256 pending, uint256 returnable) {
    for (uint256 i; i < queueHandler.actorCount(); ++i) {
      address actor = queueHandler.actors(i);
      uint256[] memory ids = queue.requestsOf(actor);
      for (uint256 k; k < ids.length; ++k) {
        (, uint256 a, uint256 p, uint256 r) = queue.standingOf(ids[k], actor);
        (assets, pending, returnable) = (assets + a, pending + p, returnable + r);
      }
    }
  }
}
