// SPDX-License-Identifier: MIT
pragma solidity 0.8.33;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IBuyCallback} from "../../contracts/interfaces/IBuyCallback.sol";
import {IOptionVault} from "../../contracts/interfaces/IOptionVault.sol";
import {IVaultRouter} from "../../contracts/interfaces/IVaultRouter.sol";
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
    Bomb
  }

  Mode public mode;
  IERC20 public token;
  IERC20 public decoy;
  uint256 public price;
  bool private asked;

  constructor(IERC20 token_, IERC20 decoy_, uint256 price_) {
    (token, decoy, price) = (token_, decoy_, price_);
  }

  function setMode(Mode mode_) external {
    mode = mode_;
  }

  /// The factory's part.
  function isVault(address) external pure returns (bool) {
    return true;
  }

  function collateral() external view returns (IERC20) {
    return mode == Mode.SwitchToken && asked ? decoy : token;
  }

  function buyWithCallback(SeriesId, uint256, address, bytes calldata) external returns (uint256) {
    asked = true;
    if (mode == Mode.AskLater) return 0;
    if (mode == Mode.Bomb) {
      assembly ("memory-safe") {
        revert(0, 1000000)
      }
    }
    if (mode == Mode.Reenter) {
      IVaultRouter.Leg[] memory legs = new IVaultRouter.Leg[](1);
      legs[0] = IVaultRouter.Leg(IOptionVault(address(this)), SeriesId.wrap(1), 1, type(uint256).max);
      IVaultRouter(msg.sender).execute(legs, new IVaultRouter.TotalLimit[](0), address(this), block.timestamp);
    }
    IBuyCallback(msg.sender).onPremiumDue(price, "");
    if (mode == Mode.AskTwice) IBuyCallback(msg.sender).onPremiumDue(price, "");
    return mode == Mode.Understate ? 1 : price;
  }

  /// Asks for a premium in the transaction of an order, after it.
  function sell(SeriesId, uint256, uint256, address, address, uint256) external returns (uint256) {
    if (mode == Mode.AskLater) IBuyCallback(msg.sender).onPremiumDue(price, "");
    return 0;
  }
}
