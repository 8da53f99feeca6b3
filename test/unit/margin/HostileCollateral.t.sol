// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IMarginEngine} from "../../../contracts/interfaces/IMarginEngine.sol";
import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {IVaultClearing} from "../../../contracts/interfaces/IVaultClearing.sol";
import {AccountId} from "../../../contracts/types/AccountId.sol";
import {Leg} from "../../../contracts/types/Leg.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {MarginFixture} from "../../fixtures/MarginFixture.sol";
import {HostileToken} from "../../mocks/HostileToken.sol";

/// @notice A7 and A8 at the engine: collateral that calls back while it moves, and collateral that is not what it
/// seems. The token is an operator of the account, so that what stops it is no want of rights.
contract HostileCollateralTest is MarginFixture {
  HostileToken internal token;
  IOptionVault internal vault;
  SeriesId internal series;

  function setUp() public override {
    super.setUp();
    token = new HostileToken();
    IOptionVault.Config memory config = _config(OptionKind.Put, usdc, 8e18, 0.15e18);
    config.collateral = IERC20(address(token));
    vault = _createVault(config);
    _register(vault);
    token.mint(provider, 10_000_000e6);
    token.mint(alice, 10_000_000e6);
    vm.prank(provider);
    token.approve(address(vault), FOREVER);
    vm.startPrank(alice);
    token.approve(address(engine), FOREVER);
    engine.setOperator(address(token), true);
    vm.stopPrank();
    vm.prank(provider);
    vault.deposit(1_000_000e6, provider);
    vault.openExpiry(expiry);
    series = _atTheMoneySeries(vault, expiry);
    _pledge(hers, vault, 100_000e6);
    _write(hers, vault, series, 5e18);
  }

  function _entries() private view returns (bytes[] memory entries) {
    entries = new bytes[](9);
    entries[0] = abi.encodeCall(engine.deposit, (hers, vault, 1));
    entries[1] = abi.encodeCall(engine.withdraw, (hers, vault, 1, alice));
    entries[2] = abi.encodeCall(engine.trade, (hers, vault, _one(_leg(series, 1e18)), type(int256).max, FOREVER));
    entries[3] = abi.encodeCall(engine.surrender, (hers, vault, series, 1e18));
    entries[4] = abi.encodeCall(engine.issue, (hers, vault, series, 1e18, alice));
    entries[5] = abi.encodeCall(engine.move, (hers, his, vault, new Leg[](0), 1));
    entries[6] = abi.encodeCall(engine.settleAccount, (hers, vault, expiry));
    entries[7] = abi.encodeCall(engine.batch, (new bytes[](0)));
    entries[8] = abi.encodeCall(engine.accountOf, (hers));
  }

  function _expectShut() private view {
    assertTrue(token.called());
    assertFalse(token.callSucceeded());
    assertEq(bytes4(token.callResult()), ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
  }

  function test_A7_EveryEntryIsShutWhileAnotherRuns() public {
    bytes[] memory entries = _entries();
    for (uint256 i; i < entries.length; ++i) {
      token.setHook(address(engine), entries[i]);
      _pledge(hers, vault, 1e6);
      _expectShut();
      token.setHook(address(engine), entries[i]);
      vm.prank(alice);
      engine.withdraw(hers, vault, 1e6, alice);
      _expectShut();
    }
    _assertSound(vault);
  }

  /// The mark by which a batch lets its own steps in is gone before a step calls anybody.
  function test_A7_EveryEntryIsShutWhileABatchRuns() public {
    bytes[] memory entries = _entries();
    bytes[] memory calls = new bytes[](3);
    calls[0] = abi.encodeCall(engine.deposit, (hers, vault, 1e6));
    calls[1] = abi.encodeCall(engine.withdraw, (hers, vault, 1e6, alice));
    calls[2] = abi.encodeCall(engine.deposit, (hers, vault, 1e6));
    for (uint256 i; i < entries.length; ++i) {
      token.setHook(address(engine), entries[i]);
      vm.prank(alice);
      engine.batch(calls);
      _expectShut();
    }
    _assertSound(vault);
  }

  /// A simulation that it starts in the middle fails, says so, and leaves nothing.
  function test_A7_ASimulationInTheMiddleFails() public {
    bytes[] memory calls = new bytes[](1);
    calls[0] = abi.encodeCall(engine.withdraw, (hers, vault, 1, address(token)));
    token.setHook(address(engine), abi.encodeCall(engine.simulate, (calls, new AccountId[](0))));
    _pledge(hers, vault, 1e6);
    assertTrue(token.called() && token.callSucceeded());
    (bool ok, bytes memory reason, , ) = abi.decode(
      token.callResult(),
      (bool, bytes, bytes[], IMarginEngine.Account[])
    );
    assertFalse(ok);
    assertEq(bytes4(reason), ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
  }

  /// The owner locks down in the middle of his operator's batch: what comes after is refused.
  function test_A7_ALockdownInTheMiddleHoldsAtOnce() public {
    vm.prank(alice);
    engine.setOperator(bob, true);
    token.mint(bob, 10e6);
    vm.prank(bob);
    token.approve(address(engine), FOREVER);
    LockingWallet wallet = new LockingWallet(engine);
    AccountId its = wallet.account();
    wallet.begin(engine, vault, token, bob);
    bytes[] memory calls = new bytes[](2);
    calls[0] = abi.encodeCall(engine.deposit, (its, vault, 1e6));
    calls[1] = abi.encodeCall(engine.withdraw, (its, vault, 1e6, bob));
    token.setHook(address(wallet), abi.encodeCall(LockingWallet.lock, ()));
    vm.prank(bob);
    vm.expectRevert(abi.encodeWithSelector(IMarginEngine.NotAuthorised.selector, its, bob));
    engine.batch(calls);
  }

  /// What it says about a simulation can't be forged from inside.
  function test_Simulate_IsNotTakenInByAForgedAnswer() public {
    RevertingTokenHook hook = new RevertingTokenHook();
    token.setHook(address(hook), abi.encodeCall(RevertingTokenHook.forge, ()));
    bytes[] memory calls = new bytes[](2);
    calls[0] = abi.encodeCall(engine.deposit, (hers, vault, 1));
    calls[1] = abi.encodeCall(engine.withdraw, (hers, vault, 0, alice));
    vm.prank(alice);
    (bool ok, bytes memory reason, , ) = engine.simulate(calls, new AccountId[](0));
    assertFalse(ok);
    assertEq(reason, abi.encodeWithSelector(IMarginEngine.ZeroAmount.selector));
  }

  // A8

  function test_A8_RevertWhen_TheTokenTakesAFee() public {
    token.setBehaviour(HostileToken.Behaviour.FeeOnTransfer);
    _refused(
      hers,
      abi.encodeCall(engine.deposit, (hers, vault, 100e6)),
      abi.encodeWithSelector(IOptionVault.TransferShort.selector, 100e6, 99e6)
    );
  }

  function test_A8_RevertWhen_TheTokenReturnsFalse() public {
    token.setBehaviour(HostileToken.Behaviour.ReturnsFalse);
    _refused(
      hers,
      abi.encodeCall(engine.deposit, (hers, vault, 100e6)),
      abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, address(token))
    );
  }

  function test_A8_WhenTheTokenReturnsNothing_AllWorks() public {
    token.setBehaviour(HostileToken.Behaviour.ReturnsNothing);
    _pledge(hers, vault, 100e6);
    vm.prank(alice);
    engine.withdraw(hers, vault, 100e6, alice);
  }

  function test_A26_ABlockedOwnerIsPaidElsewhere() public {
    token.setBehaviour(HostileToken.Behaviour.Blocklist);
    token.setBlocked(alice, true);
    _refused(
      hers,
      abi.encodeCall(engine.withdraw, (hers, vault, 1e6, alice)),
      abi.encodeWithSelector(HostileToken.Blocked.selector, alice)
    );
    vm.startPrank(alice);
    engine.withdraw(hers, vault, 1e6, makeAddr("elsewhere"));
    engine.trade(hers, vault, _one(_leg(series, 5e18)), type(int256).max, FOREVER);
    vm.stopPrank();
  }

  /// A6: what is sent to a vault unasked is nobody's pledge.
  function test_A6_DonationsAreNoPledge() public {
    uint256 share = _shareOf(hers, vault);
    token.mint(address(vault), 1_000e6);
    assertEq(_shareOf(hers, vault), share);
    _refused(
      hers,
      abi.encodeCall(engine.withdraw, (hers, vault, share + 1, alice)),
      abi.encodeWithSelector(IMarginEngine.PledgeTooSmall.selector, hers, vault, share, share + 1)
    );
    vm.expectRevert(abi.encodeWithSelector(IVaultClearing.NotEngine.selector, alice));
    vm.prank(alice);
    IVaultClearing(address(vault)).pledge(1_000e6);
  }
}

/// @notice An owner that locks down when it is told to.
contract LockingWallet {
  IMarginEngine private immutable ENGINE;

  constructor(IMarginEngine engine) {
    ENGINE = engine;
  }

  function account() public view returns (AccountId) {
    return AccountId.wrap(bytes32(uint256(uint160(address(this))) << 96));
  }

  function begin(IMarginEngine engine, IOptionVault vault, HostileToken token, address operator) external {
    token.mint(address(this), 100e6);
    token.approve(address(engine), 100e6);
    engine.deposit(account(), vault, 100e6);
    engine.setOperator(operator, true);
  }

  function lock() external {
    ENGINE.setLockdown(true);
  }
}

/// @notice Reverts as a simulation that went well would.
contract RevertingTokenHook {
  function forge() external pure {
    revert IMarginEngine.Simulated(true, "", new bytes[](0), new IMarginEngine.Account[](0));
  }
}
