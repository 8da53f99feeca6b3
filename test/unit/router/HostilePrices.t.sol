// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {DevToken} from "../../../contracts/devnet/DevToken.sol";
import {IBuyCallback} from "../../../contracts/interfaces/IBuyCallback.sol";
import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {IPermit2} from "../../../contracts/interfaces/IPermit2.sol";
import {IUniswapV3Router} from "../../../contracts/interfaces/IUniswapV3Router.sol";
import {IVaultFactory} from "../../../contracts/interfaces/IVaultFactory.sol";
import {IVaultOrders} from "../../../contracts/interfaces/IVaultOrders.sol";
import {IVaultRouter} from "../../../contracts/interfaces/IVaultRouter.sol";
import {IVaultSwapRouter} from "../../../contracts/interfaces/IVaultSwapRouter.sol";
import {VaultRouter} from "../../../contracts/router/VaultRouter.sol";
import {VaultSwapRouter} from "../../../contracts/router/VaultSwapRouter.sol";
import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {SignedPrice} from "../../../contracts/types/SignedPrice.sol";
import {HostileVault} from "../../mocks/HostileVault.sol";

/// @notice A vault whose market's signed spot is itself: what a router lets run when it brings a price there.
contract HostileMarket is HostileVault {
  enum Move {
    None,
    AskForPremium,
    ReenterPlain,
    ReenterPrices,
    SendTokens,
    Bomb
  }

  Move public move;
  bool public wasAsked;

  constructor(IERC20 token_, uint256 price_) HostileVault(token_, token_, price_) {}

  function setMove(Move move_) external {
    move = move_;
  }

  function oracle() external view returns (address) {
    return address(this);
  }

  function feed() external view returns (address) {
    return address(this);
  }

  function signedSpot() external view returns (address) {
    return address(this);
  }

  function trySubmit(SignedPrice calldata) external returns (uint256) {
    wasAsked = true;
    if (move == Move.AskForPremium) IBuyCallback(msg.sender).onPremiumDue(price, "");
    if (move == Move.ReenterPlain) {
      IVaultRouter(msg.sender).execute(
        new IVaultOrders.Leg[](0),
        new IVaultRouter.TotalLimit[](0),
        address(1),
        block.timestamp
      );
    }
    if (move == Move.ReenterPrices) {
      IVaultSwapRouter.Settlement memory settlement;
      IVaultSwapRouter(msg.sender).executeWithPrices(
        new IVaultOrders.SpotPrice[](0),
        new IVaultOrders.Leg[](0),
        settlement,
        address(1),
        block.timestamp
      );
    }
    if (move == Move.SendTokens) require(token.transfer(msg.sender, 1), "not sent");
    if (move == Move.Bomb) {
      assembly ("memory-safe") {
        return(0, 200000)
      }
    }
    return 0;
  }
}

/// @notice What a hostile market can do by the door through which routers bring prices: run while nothing is there to be taken, and
/// stop the order.
contract HostilePricesTest is Test {
  uint256 private constant PRICE = 100;

  DevToken private token;
  HostileMarket private market;
  VaultRouter private router;
  VaultSwapRouter private swapRouter;
  address private trader = makeAddr("trader");

  function setUp() public {
    token = new DevToken("Token", "TKN", 6);
    market = new HostileMarket(IERC20(address(token)), PRICE);
    IVaultFactory factory = IVaultFactory(address(market));
    router = new VaultRouter(factory);
    swapRouter = new VaultSwapRouter(factory, IUniswapV3Router(address(1)), IPermit2(address(1)));
    token.mint(trader, 10 * PRICE);
    token.mint(address(market), 1);
    vm.startPrank(trader);
    token.approve(address(router), type(uint256).max);
    token.approve(address(swapRouter), type(uint256).max);
    vm.stopPrank();
  }

  function _prices() private view returns (IVaultOrders.SpotPrice[] memory prices) {
    prices = new IVaultOrders.SpotPrice[](1);
    prices[0].vault = IOptionVault(address(market));
  }

  function _legs() private view returns (IVaultOrders.Leg[] memory legs) {
    legs = new IVaultOrders.Leg[](1);
    legs[0] = IVaultOrders.Leg(IOptionVault(address(market)), SeriesId.wrap(1), 1, PRICE);
  }

  function _plain() private {
    vm.prank(trader);
    router.executeWithPrices(
      _prices(),
      new IVaultRouter.Permit[](0),
      _legs(),
      new IVaultRouter.TotalLimit[](0),
      trader,
      block.timestamp
    );
  }

  function _swap() private {
    bytes[] memory paths = new bytes[](0);
    IVaultSwapRouter.Settlement memory settlement = IVaultSwapRouter.Settlement(
      IERC20(address(token)),
      int256(2 * PRICE),
      paths
    );
    vm.prank(trader);
    swapRouter.executeWithPrices(_prices(), _legs(), settlement, trader, block.timestamp);
  }

  function test_I5_AnHonestMove_CostsThePremium() public {
    _plain();
    assertTrue(market.wasAsked());
    assertEq(token.balanceOf(trader), 9 * PRICE);
    _swap();
    assertEq(token.balanceOf(trader), 8 * PRICE);
    assertEq(token.balanceOf(address(swapRouter)), 0);
  }

  function test_A17_RevertWhen_TheSpotAsksForThePremium() public {
    market.setMove(HostileMarket.Move.AskForPremium);
    bytes memory refusal = abi.encodeWithSelector(IVaultOrders.NotPaying.selector, address(market));
    vm.expectRevert(refusal);
    _plain();
    vm.expectRevert(refusal);
    _swap();
  }

  function test_RevertWhen_TheSpotReenters() public {
    market.setMove(HostileMarket.Move.ReenterPlain);
    vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
    _plain();
    market.setMove(HostileMarket.Move.ReenterPrices);
    vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
    _swap();
  }

  function test_I5_WhatTheSpotSends_IsNobodys() public {
    market.setMove(HostileMarket.Move.SendTokens);
    bytes memory refusal = abi.encodeWithSelector(
      IVaultSwapRouter.NotArrived.selector,
      token,
      2 * PRICE + 1,
      2 * PRICE
    );
    vm.expectRevert(refusal);
    _swap();
    _plain();
    assertEq(token.balanceOf(trader), 9 * PRICE);
    assertEq(token.balanceOf(address(router)), 1);
  }

  function test_A26_ABombOfAnAnswer_CostsGasOnly() public {
    market.setMove(HostileMarket.Move.Bomb);
    _plain();
    _swap();
    assertEq(token.balanceOf(trader), 8 * PRICE);
  }
}
