// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {DevToken} from "../../../contracts/devnet/DevToken.sol";
import {IVaultOrders} from "../../../contracts/interfaces/IVaultOrders.sol";
import {IVaultSwapRouter} from "../../../contracts/interfaces/IVaultSwapRouter.sol";
import {OptionToken} from "../../../contracts/vault/token/OptionToken.sol";
import {SeriesId, toSeriesId} from "../../../contracts/types/SeriesId.sol";
import {SwapFixture} from "../../fixtures/SwapFixture.sol";

interface IDomain {
  function DOMAIN_SEPARATOR() external view returns (bytes32);
}

/// @notice Orders of any legs in any token, through the real Uniswap v3 and the real Permit2: what they cost, and what stays behind.
contract VaultSwapRouterFuzzTest is SwapFixture {
  uint256 private constant LEGS = 4;
  uint256 private constant LOT = 0.01e18;
  uint256 private constant HELD = 20e18;
  uint256 private constant SIGNER_KEY = 0xb0b;
  bytes32 private constant PERMISSIONS_HASH = keccak256("TokenPermissions(address token,uint256 amount)");
  bytes32 private constant TRANSFER_HASH = keccak256(
    "PermitTransferFrom(TokenPermissions permitted,address spender,uint256 nonce,uint256 deadline)TokenPermissions(address token,uint256 amount)"
  );

  error InvalidAmount(uint256 maxAmount);
  error SignatureExpired(uint256 signatureDeadline);
  error InvalidSigner();

  /// @dev What somebody has, before and after: the three tokens, calls and puts.
  struct Purse {
    uint256[3] tokens;
    uint256 calls;
    uint256 puts;
  }

  /// @dev One series a leg, in each vault: a vault takes a series once in an order.
  SeriesId[LEGS] private callIds;
  SeriesId[LEGS] private putIds;

  function setUp() public override {
    super.setUp();
    (uint256[] memory callStrikes, ) = callVault.strikesOf(callSeries.expiryOf());
    (uint256[] memory putStrikes, ) = putVault.strikesOf(putSeries.expiryOf());
    for (uint256 i = 0; i < LEGS; ++i) {
      callIds[i] = toSeriesId(callSeries.expiryOf(), callStrikes[callStrikes.length / 2 + 2 - i]);
      putIds[i] = toSeriesId(putSeries.expiryOf(), putStrikes[putStrikes.length / 2 + 2 - i]);
      _buy(callVault, buyer, callIds[i], HELD);
      _buy(putVault, buyer, putIds[i], HELD);
    }
    _tick();
  }

  function testFuzz_I5_SettlesAnyOrderToTheUnitAndKeepsNothing(
    uint256 token,
    int256[LEGS] calldata quantities,
    bool[LEGS] calldata calls,
    uint64[3] calldata gifts
  ) public {
    DevToken paying = _token(token);
    for (uint256 i = 0; i < gifts.length; ++i) _token(i).mint(address(router), gifts[i]);
    (IVaultOrders.Leg[] memory legs, bool traded, bool tradedPuts) = _legs(quantities, calls);
    IVaultSwapRouter.Settlement memory settlement = _settlement(paying, _whole(paying, 50_000), traded, tradedPuts);
    Purse memory before = _purse(buyer);
    vm.prank(buyer);
    (int256[] memory premiums, int256 netPaid) = router.execute(legs, settlement, buyer, FOREVER);

    Purse memory later = _purse(buyer);
    for (uint256 i = 0; i < 3; ++i) {
      int256 spent = int256(before.tokens[i]) - int256(later.tokens[i]);
      assertEq(spent, _token(i) == paying ? netPaid : int256(0), "one token moves, by what was said");
    }
    (int256 callsBought, int256 putsBought) = _bought(legs);
    assertEq(int256(later.calls) - int256(before.calls), callsBought, "calls");
    assertEq(int256(later.puts) - int256(before.puts), putsBought, "puts");
    if (settlement.paths.length == 0) assertEq(netPaid, premiums[0], "no swap, no difference");
    _assertNothingKept(gifts);
  }

  /// The cost is the bound at which an order still goes through, and one unit less is too little.
  function testFuzz_BoundIsExact(uint256 token, uint256 quantity, bool call) public {
    DevToken paying = _token(token);
    IVaultOrders.Leg[] memory legs = new IVaultOrders.Leg[](1);
    legs[0] = _leg(call, int256(bound(quantity, 10, 2_000) * LOT));
    IVaultSwapRouter.Settlement memory settlement = _settlement(paying, _whole(paying, 100_000), call, !call);
    uint256 state = vm.snapshotState();
    vm.prank(buyer);
    (, int256 cost) = router.execute(legs, settlement, buyer, FOREVER);
    vm.revertToState(state);

    settlement.maxNetPaid = cost - 1;
    vm.prank(buyer);
    vm.expectPartialRevert(
      paying == (call ? weth : usdc) ? IVaultSwapRouter.FundsExhausted.selector : IVaultSwapRouter.SwapFailed.selector
    );
    router.execute(legs, settlement, buyer, FOREVER);
    settlement.maxNetPaid = cost;
    vm.prank(buyer);
    router.execute(legs, settlement, buyer, FOREVER);
    _assertNothingKept([uint64(0), 0, 0]);

    // And what a sale earns is the least that can be asked for.
    legs[0] = _leg(call, -legs[0].quantity);
    _tick();
    settlement.maxNetPaid = 0;
    state = vm.snapshotState();
    vm.prank(buyer);
    (, int256 earned) = router.execute(legs, settlement, buyer, FOREVER);
    vm.revertToState(state);
    assertLt(earned, 0);
    assertLt(-earned, cost, "P4: a round trip loses");
    settlement.maxNetPaid = earned - 1;
    vm.prank(buyer);
    vm.expectRevert(
      abi.encodeWithSelector(IVaultOrders.TotalLimitMissed.selector, paying, earned, settlement.maxNetPaid)
    );
    router.execute(legs, settlement, buyer, FOREVER);
    settlement.maxNetPaid = earned;
    vm.prank(buyer);
    router.execute(legs, settlement, buyer, FOREVER);
    _assertNothingKept([uint64(0), 0, 0]);
  }

  function testFuzz_RevertWhen_PathIsAnyBytes(bytes calldata path, bool sale) public {
    IVaultOrders.Leg[] memory legs = new IVaultOrders.Leg[](1);
    legs[0] = _leg(true, sale ? -1e18 : int256(1e18));
    IVaultSwapRouter.Settlement memory settlement = _settlement(dai, 1_000e18, true, false);
    settlement.paths[0] = path;
    vm.prank(buyer);
    vm.expectPartialRevert(_refusalOf(path));
    router.execute(legs, settlement, buyer, FOREVER);
    _assertNothingKept([uint64(0), 0, 0]);
  }

  function testFuzz_A20_SignatureBoundsWhatIsTakenAndWhen(uint256 signed, uint256 cap, uint256 deadline) public {
    address signer = vm.addr(SIGNER_KEY);
    dai.mint(signer, 1_000_000e18);
    vm.prank(signer);
    dai.approve(PERMIT2, type(uint256).max);
    signed = bound(signed, 0, 2_000e18);
    cap = bound(cap, 200e18, 2_000e18);
    deadline = bound(deadline, block.timestamp - 5, block.timestamp + 5);
    IVaultSwapRouter.TransferPermit memory permit = _permit(signed, deadline);
    IVaultOrders.Leg[] memory legs = new IVaultOrders.Leg[](1);
    legs[0] = _leg(true, 1e18);
    IVaultSwapRouter.Settlement memory settlement = _settlement(dai, int256(cap), true, false);

    vm.prank(buyer);
    if (block.timestamp > deadline) vm.expectRevert(abi.encodeWithSelector(SignatureExpired.selector, deadline));
    else if (cap > signed) vm.expectRevert(abi.encodeWithSelector(InvalidAmount.selector, signed));
    else vm.expectRevert(InvalidSigner.selector);
    router.executeWithPermit2(permit, legs, settlement, buyer, FOREVER);

    bool good = cap <= signed && block.timestamp <= deadline;
    if (!good) vm.expectRevert();
    vm.prank(signer);
    (, int256 netPaid) = router.executeWithPermit2(permit, legs, settlement, signer, FOREVER);
    assertEq(dai.balanceOf(signer), uint256(1_000_000e18 - netPaid));
    if (good) assertGt(netPaid, 0);
    _assertNothingKept([uint64(0), 0, 0]);
  }

  function _legs(
    int256[LEGS] calldata quantities,
    bool[LEGS] calldata calls
  ) private view returns (IVaultOrders.Leg[] memory legs, bool traded, bool tradedPuts) {
    legs = new IVaultOrders.Leg[](LEGS);
    for (uint256 i = 0; i < LEGS; ++i) {
      int256 lots = int256(bound(uint256(quantities[i] < 0 ? -(quantities[i] / 2) : quantities[i]), 10, 450));
      legs[i] = _leg(calls[i], quantities[i] < 0 ? -lots * int256(LOT) : lots * int256(LOT));
      legs[i].id = calls[i] ? callIds[i] : putIds[i];
      if (calls[i]) traded = true;
      else tradedPuts = true;
    }
  }

  function _purse(address who) private view returns (Purse memory purse) {
    for (uint256 i = 0; i < 3; ++i) purse.tokens[i] = _token(i).balanceOf(who);
    for (uint256 i = 0; i < LEGS; ++i) {
      purse.calls += OptionToken(address(callVault.optionToken())).balanceOf(who, SeriesId.unwrap(callIds[i]));
      purse.puts += OptionToken(address(putVault.optionToken())).balanceOf(who, SeriesId.unwrap(putIds[i]));
    }
  }

  function _bought(IVaultOrders.Leg[] memory legs) private view returns (int256 calls, int256 puts) {
    for (uint256 i = 0; i < legs.length; ++i) {
      if (legs[i].vault == callVault) calls += legs[i].quantity;
      else puts += legs[i].quantity;
    }
  }

  function _whole(DevToken token, uint256 dollars) private view returns (int256) {
    return int256(token == weth ? (dollars * WAD) / SPOT_USD : dollars * 10 ** token.decimals());
  }

  /// @dev I5, but for gifts, which stay to the unit.
  function _assertNothingKept(uint64[3] memory gifts) private view {
    Purse memory kept = _purse(address(router));
    for (uint256 i = 0; i < 3; ++i) {
      assertEq(kept.tokens[i], gifts[i], "I5: tokens");
      assertEq(_token(i).allowance(address(router), uniswapRouter), 0, "I5: allowance");
    }
    assertEq(kept.calls + kept.puts, 0, "I5: options");
    assertEq(address(router).balance, 0, "I5: native coin");
  }

  function _refusalOf(bytes calldata path) private view returns (bytes4) {
    if (path.length < 43 || path.length > 112 || (path.length - 20) % 23 != 0) {
      return IVaultSwapRouter.BadPathLength.selector;
    }
    if (address(bytes20(path[:20])) != address(weth)) return IVaultOrders.TokenNotTraded.selector;
    return IVaultSwapRouter.PathEndsElsewhere.selector;
  }

  function _permit(
    uint256 amount,
    uint256 deadline
  ) private view returns (IVaultSwapRouter.TransferPermit memory permit) {
    (permit.amount, permit.nonce, permit.deadline) = (amount, 7, deadline);
    bytes32 permissions = keccak256(abi.encode(PERMISSIONS_HASH, dai, amount));
    bytes32 content = keccak256(abi.encode(TRANSFER_HASH, permissions, router, permit.nonce, deadline));
    bytes32 digest = keccak256(abi.encodePacked(hex"1901", IDomain(PERMIT2).DOMAIN_SEPARATOR(), content));
    (uint8 v, bytes32 r, bytes32 s) = vm.sign(SIGNER_KEY, digest);
    permit.signature = abi.encodePacked(r, s, v);
  }
}
