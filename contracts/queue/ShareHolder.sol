// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @title ShareHolder
/// @notice Where a redeem queue keeps shares that it will give back. The vault sets aside what its queue holds before anyone
/// else may withdraw; what lies here stands before nobody. Only the queue, which made it, can take from it.
contract ShareHolder {
  constructor(IERC20 share) {
    share.approve(msg.sender, type(uint256).max);
  }
}
