// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {OpenVaultFixture} from "../../unit/vault/OpenVaultFixture.sol";

/// @notice Share properties S1 to S5 over random sizes, books and prices.
contract ShareFuzzTest is OpenVaultFixture {
  address internal second = makeAddr("second provider");

  function setUp() public override {
    super.setUp();
    _fund(second);
  }

  function _market(uint256 quantity, uint256 spot) private {
    quantity = bound(quantity, 10, 30_000) * 0.01e18;
    vm.prank(buyer);
    putVault.buy(id, quantity, FOREVER, buyer, FOREVER);
    _tick();
    _setSpot(bound(spot, 1500e8, 3000e8) * 1e10);
  }

  /// @dev A deposit and its redemption in one block return less than they brought, and who stays loses nothing.
  function testFuzz_S1_S3_DepositThenRedeemNeverProfits(uint256 assets, uint256 quantity, uint256 spot) public {
    _market(quantity, spot);
    assets = bound(assets, 1e6, 5_000_000e6);
    int256 before = _navPerShare(putVault);
    vm.startPrank(second);
    uint256 shares = putVault.deposit(assets, second);
    assertGe(_navPerShare(putVault), before, "S3 on the way in");
    uint256 back = putVault.redeem(shares, second, second);
    vm.stopPrank();
    assertLe(back, assets, "S1");
    assertGe(_navPerShare(putVault), before, "S3 on the way out");
  }

  function testFuzz_S1_MintThenWithdrawNeverProfits(uint256 shares, uint256 quantity, uint256 spot) public {
    _market(quantity, spot);
    shares = bound(shares, 1e12, 5_000_000e12);
    vm.startPrank(second);
    uint256 paid = putVault.mint(shares, second);
    uint256 most = putVault.maxWithdraw(second);
    if (most != 0) {
      uint256 burned = putVault.withdraw(most, second, second);
      assertLe(burned, shares);
    }
    vm.stopPrank();
    assertLe(most, paid, "S1");
  }

  function testFuzz_S3_WithdrawalLeavesNobodyWorse(uint256 part, uint256 quantity, uint256 spot) public {
    _deposit(putVault, second, 700_000e6);
    _market(quantity, spot);
    uint256 most = putVault.maxRedeem(provider);
    vm.assume(most != 0);
    uint256 shares = bound(part, (most + 99) / 100, most);
    int256 before = _navPerShare(putVault);
    vm.prank(provider);
    putVault.redeem(shares, provider, provider);
    assertGe(_navPerShare(putVault), before, "S3");
  }

  function testFuzz_S1_LimitsAreTrue(uint256 quantity, uint256 spot, uint256 exit) public {
    _market(quantity, spot);
    exit = bound(exit, 0, putVault.balanceOf(provider) - 1e12);
    if (exit > 1e9) {
      vm.prank(provider);
      putVault.guaranteedExit(exit, provider, provider);
    }
    uint256 snapshot = vm.snapshotState();
    vm.startPrank(provider);
    uint256 most = putVault.maxWithdraw(provider);
    if (most != 0) putVault.withdraw(most, provider, provider);
    vm.revertToState(snapshot);
    most = putVault.maxRedeem(provider);
    if (most != 0) putVault.redeem(most, provider, provider);
    vm.stopPrank();
  }

  /// @dev S2, A6: whoever deposits first and donates gains nothing from who deposits next.
  function testFuzz_S2_A6_FirstDepositorCannotInflate(uint256 first, uint256 donation, uint256 next) public {
    IOptionVault vault = putVaultTight;
    first = bound(first, vault.leastDeposit(), 1_000_000e6);
    next = bound(next, 1, 1_000_000e6);
    donation = bound(donation, 0, 10_000_000e6);
    uint256 firstShares = _deposit(vault, second, first);
    usdc.mint(address(vault), donation);
    uint256 nextShares = _deposit(vault, provider, next);
    assertApproxEqAbs(vault.convertToAssets(nextShares), next, 1, "the next one has what they brought");
    assertLe(vault.convertToAssets(firstShares), first, "the first one has no more");
  }

  /// @dev S5: what exits left behind at zero supply goes to the fees, not to the next depositor.
  function testFuzz_S5_FirstDepositAfterZeroSupplyCapturesNothing(uint256 quantity, uint256 assets) public {
    quantity = bound(quantity, 10, 40_000) * 0.01e18;
    assets = bound(assets, putVault.leastDeposit(), 5_000_000e6);
    vm.prank(buyer);
    putVault.buy(id, quantity, FOREVER, buyer, FOREVER);
    vm.warp(expiry - 90 minutes);
    uint256 shares = putVault.balanceOf(provider);
    vm.prank(provider);
    putVault.guaranteedExit(shares, provider, provider);
    assertEq(putVault.totalSupply(), 0);
    _fixExpiry(expiry, 3000e18);
    putVault.settle(expiry);
    _passFresh(1 minutes);
    assertEq(putVault.capital().collateral, 0, "nothing is left that is anybody's");
    assertGt(putVault.accounts().feesOwed, 0, "the lock and the charge were left behind");

    vm.startPrank(second);
    uint256 minted = putVault.deposit(assets, second);
    assertLe(putVault.redeem(minted, second, second), assets, "S5");
    vm.stopPrank();
  }

  /// @dev P4 with shares: deposit, trade, and leave in one block.
  function testFuzz_P4_DepositTradeLeaveNeverProfits(uint256 assets, uint256 quantity, uint256 spot) public {
    _market(1000, spot);
    assets = bound(assets, 1000e6, 5_000_000e6);
    quantity = bound(quantity, 10, 10_000) * 0.01e18;
    SeriesId series = id;
    uint256 wallet = usdc.balanceOf(second);
    vm.startPrank(second);
    uint256 shares = putVault.deposit(assets, second);
    try putVault.buy(series, quantity, FOREVER, second, FOREVER) {
      putVault.sell(series, quantity, 0, second, second, FOREVER);
    } catch {}
    putVault.redeem(shares, second, second);
    vm.stopPrank();
    assertLe(usdc.balanceOf(second), wallet, "P4");
  }
}
