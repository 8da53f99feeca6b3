// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {DevToken} from "../../../contracts/devnet/DevToken.sol";
import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {IPermit2} from "../../../contracts/interfaces/IPermit2.sol";
import {IUniswapV3Router} from "../../../contracts/interfaces/IUniswapV3Router.sol";
import {IVaultFactory} from "../../../contracts/interfaces/IVaultFactory.sol";
import {IVaultOrders} from "../../../contracts/interfaces/IVaultOrders.sol";
import {IVaultSwapRouter} from "../../../contracts/interfaces/IVaultSwapRouter.sol";
import {VaultSwapRouter} from "../../../contracts/router/VaultSwapRouter.sol";
import {Leg} from "../../../contracts/types/Leg.sol";
import {SwapFixture} from "../../fixtures/SwapFixture.sol";
import {HostileToken} from "../../mocks/HostileToken.sol";

/// @notice A vault, and the factory that lists it, that pays a fixed amount for any sale.
contract PayingVault {
  IERC20 public immutable collateral;
  uint256 private immutable PAYOUT;

  constructor(IERC20 collateral_, uint256 payout) {
    (collateral, PAYOUT) = (collateral_, payout);
  }

  function collateralOf(PayingVault candidate) external view returns (IERC20) {
    return candidate.collateral();
  }

  function tradeWithCallback(
    Leg[] calldata,
    address,
    address,
    address payee,
    bytes calldata
  ) external returns (int256) {
    require(collateral.transfer(payee, PAYOUT), "not paid");
    return -int256(PAYOUT);
  }
}

/// @notice A dev token that native coin becomes, as wrapped ether is.
contract EtherToken is DevToken {
  constructor() DevToken("Wrapped Ether", "WETH", 18) {}

  function deposit() external payable {
    _mint(msg.sender, msg.value);
  }
}

/// @notice What pools do not take of a sale: the order fails, and nobody finds anything.
// Behaviour tree
// a sale's proceeds
// ├── a pool that runs dry, first or later: refused by name
// ├── dust: worth nothing, and no obstacle
// └── native coin in Uniswap's router: pays for a swap, and the receiver has what it paid for
// a token with a fee on transfers: refused where it goes, too
contract SwapRestsTest is SwapFixture {
  uint24 private constant THIN = 3000;
  int24 private constant REACH = 600;
  uint256 private constant SOLD = 20e18;

  function setUp() public override {
    super.setUp();
    _buy(callVault, buyer, callSeries, SOLD);
    _buy(putVault, buyer, putSeries, SOLD);
    _tick();
  }

  function test_A6_RevertWhen_TheOnlyPoolRunsDry() public {
    _openPool(Side(weth, 0.05e18), Side(dai, 100e18), THIN, REACH);
    _expectIncomplete(abi.encodePacked(weth, THIN, dai), weth, dai);
  }

  function test_A6_RevertWhen_ALaterPoolRunsDry() public {
    _openPool(Side(usdc, 100e6), Side(dai, 100e18), THIN, REACH);
    _expectIncomplete(abi.encodePacked(weth, POOL_FEE, usdc, THIN, dai), usdc, dai);
  }

  function _expectIncomplete(bytes memory path, DevToken from, DevToken to) private {
    (IVaultOrders.Leg[] memory legs, IVaultSwapRouter.Settlement memory settlement) = _sale(true, SOLD, path);
    vm.prank(buyer);
    try router.execute(legs, settlement, buyer, FOREVER) {
      assertTrue(false, "went through");
    } catch (bytes memory reason) {
      assertEq(bytes4(reason), IVaultSwapRouter.SwapIncomplete.selector);
      (address refusedFrom, address refusedTo, uint256 amount, uint256 left) = _decode(reason);
      assertEq(refusedFrom, address(from));
      assertEq(refusedTo, address(to));
      assertGt(left, (amount * 8) / 10);
      assertLt(left, amount);
    }
  }

  function test_A6_Dust_OverTwoPools_IsWorthNothing() public {
    PayingVault vault = new PayingVault(weth, 1e8);
    weth.mint(address(vault), 1e18);
    VaultSwapRouter other = new VaultSwapRouter(
      IVaultFactory(address(vault)),
      IUniswapV3Router(uniswapRouter),
      IPermit2(PERMIT2)
    );
    bytes memory path = abi.encodePacked(weth, POOL_FEE, usdc, POOL_FEE, dai);
    (IVaultOrders.Leg[] memory legs, IVaultSwapRouter.Settlement memory settlement) = _sale(true, 1e18, path);
    legs[0].vault = IOptionVault(address(vault));
    // Were zero handed on, Uniswap's router would swap what it has.
    usdc.mint(uniswapRouter, 1e6);
    (, int256 netPaid) = other.execute(legs, settlement, buyer, FOREVER);
    assertEq(netPaid, 0);
    assertEq(usdc.balanceOf(uniswapRouter), 1e6);
  }

  function test_A6_NativeCoinInUniswapsRouter_PaysForASale() public {
    vm.etch(address(weth), address(new EtherToken()).code);
    vm.deal(uniswapRouter, 10e18);
    uint256 before = weth.balanceOf(buyer);
    (IVaultOrders.Leg[] memory legs, IVaultSwapRouter.Settlement memory settlement) = _sale(
      true,
      5e18,
      abi.encodePacked(weth, POOL_FEE, dai)
    );
    vm.prank(buyer);
    (int256[] memory premiums, int256 netPaid) = router.execute(legs, settlement, buyer, FOREVER);
    assertEq(weth.balanceOf(buyer) - before, uint256(-premiums[0]), "comes back whole");
    assertLt(netPaid, 0, "and is paid for");
    assertEq(weth.allowance(address(router), uniswapRouter), 0);
  }

  function test_A6_NativeCoinInUniswapsRouter_PaysBetweenTwoPools() public {
    vm.etch(address(weth), address(new EtherToken()).code);
    vm.deal(uniswapRouter, 10e18);
    uint256 before = weth.balanceOf(buyer);
    (IVaultOrders.Leg[] memory legs, IVaultSwapRouter.Settlement memory settlement) = _sale(
      false,
      5e18,
      abi.encodePacked(usdc, POOL_FEE, weth, POOL_FEE, dai)
    );
    vm.prank(buyer);
    (, int256 netPaid) = router.execute(legs, settlement, buyer, FOREVER);
    assertLt(netPaid, 0);
    assertEq(weth.balanceOf(buyer) - before, 10e18 - uniswapRouter.balance, "what native coin paid for");
    assertEq(weth.balanceOf(address(router)) + weth.balanceOf(uniswapRouter), 0);
    assertEq(weth.allowance(address(router), uniswapRouter), 0);
  }

  function test_A8_RevertWhen_TheTokenThatIsEarnedTakesAFee() public {
    HostileToken token = new HostileToken();
    _openPool(Side(weth, 1_000e18), Side(DevToken(address(token)), 2_000_000e6), POOL_FEE, MAX_TICK);
    token.setBehaviour(HostileToken.Behaviour.FeeOnTransfer);
    (IVaultOrders.Leg[] memory legs, IVaultSwapRouter.Settlement memory settlement) = _sale(
      true,
      1e18,
      abi.encodePacked(weth, POOL_FEE, token)
    );
    settlement.token = IERC20(address(token));
    vm.prank(buyer);
    vm.expectPartialRevert(IVaultSwapRouter.NotArrived.selector);
    router.execute(legs, settlement, buyer, FOREVER);
  }

  function _sale(
    bool call,
    uint256 quantity,
    bytes memory path
  ) private view returns (IVaultOrders.Leg[] memory legs, IVaultSwapRouter.Settlement memory settlement) {
    legs = new IVaultOrders.Leg[](1);
    legs[0] = _leg(call, -int256(quantity));
    settlement.token = dai;
    settlement.paths = new bytes[](1);
    settlement.paths[0] = path;
  }

  function _decode(bytes memory reason) private pure returns (address, address, uint256, uint256) {
    bytes memory arguments = new bytes(reason.length - 4);
    for (uint256 i; i < arguments.length; ++i) arguments[i] = reason[i + 4];
    return abi.decode(arguments, (address, address, uint256, uint256));
  }
}
