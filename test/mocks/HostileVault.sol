// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IBuyCallback} from "../../contracts/interfaces/IBuyCallback.sol";
import {IOptionVault} from "../../contracts/interfaces/IOptionVault.sol";
import {IVaultOrders} from "../../contracts/interfaces/IVaultOrders.sol";
import {IVaultRouter} from "../../contracts/interfaces/IVaultRouter.sol";
import {IVaultSwapRouter} from "../../contracts/interfaces/IVaultSwapRouter.sol";
import {Leg} from "../../contracts/types/Leg.sol";
import {SeriesId} from "../../contracts/types/SeriesId.sol";

/// A vault that tries what a vault must not be able to do to a router's user. It also plays the factory that lists it, so
/// that the router lets it in.
contract HostileVault {
  enum Mode {
    Honest,
    AskTwice,
    Understate,
    AskLater,
    Reenter,
    SwitchToken,
    Bomb,
    Tamper,
    ReenterSwap
  }

  Mode public mode;
  IERC20 public token;
  IERC20 public decoy;
  uint256 public price;
  /// Another one that is made to ask during this one's turn.
  HostileVault public accomplice;
  bool private asked;

  constructor(IERC20 token_, IERC20 decoy_, uint256 price_) {
    (token, decoy, price) = (token_, decoy_, price_);
  }

  function setMode(Mode mode_) external {
    mode = mode_;
  }

  function setAccomplice(HostileVault accomplice_) external {
    accomplice = accomplice_;
  }

  /// The factory's part.
  function collateralOf(HostileVault candidate) external view returns (IERC20) {
    return candidate.collateral();
  }

  function collateral() external view returns (IERC20) {
    return mode == Mode.SwitchToken && asked ? decoy : token;
  }

  function tradeWithCallback(
    Leg[] calldata orders,
    address,
    address,
    address,
    bytes calldata data
  ) external returns (int256) {
    // A sale: says that it paid, without paying.
    if (orders[0].quantity < 0) return -int256(price);
    asked = true;
    if (address(accomplice) != address(0)) accomplice.ask(msg.sender);
    if (mode == Mode.AskLater) return 0;
    if (mode == Mode.Bomb) {
      assembly ("memory-safe") {
        revert(0, 1000000)
      }
    }
    if (mode == Mode.Reenter) {
      IVaultOrders.Leg[] memory legs = new IVaultOrders.Leg[](1);
      legs[0] = IVaultOrders.Leg(IOptionVault(address(this)), SeriesId.wrap(1), 1, type(uint256).max);
      IVaultRouter(msg.sender).execute(legs, new IVaultRouter.TotalLimit[](0), address(this), block.timestamp);
    }
    if (mode == Mode.ReenterSwap) {
      IVaultOrders.Leg[] memory legs = new IVaultOrders.Leg[](0);
      IVaultSwapRouter.Settlement memory settlement;
      IVaultSwapRouter(msg.sender).execute(legs, settlement, address(this), block.timestamp);
    }
    if (mode == Mode.Tamper) IBuyCallback(msg.sender).onPremiumDue(price, _tampered(data));
    else IBuyCallback(msg.sender).onPremiumDue(price, data);
    if (mode == Mode.AskTwice) IBuyCallback(msg.sender).onPremiumDue(price, data);
    return mode == Mode.Understate ? int256(1) : int256(price);
  }

  /// Asks for a premium out of turn.
  function ask(address router) external {
    IBuyCallback(router).onPremiumDue(price, "");
  }

  /// Another collateral than the order was checked with: the decoy.
  function _tampered(bytes memory data) private view returns (bytes memory) {
    uint256 place = 64;
    address other = address(decoy);
    assembly ("memory-safe") {
      mstore(add(data, place), other)
    }
    return data;
  }
}
