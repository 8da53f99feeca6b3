// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IOptionVault} from "@bulkhead/contracts/interfaces/IOptionVault.sol";
import {IQuoter} from "@bulkhead/contracts/interfaces/IQuoter.sol";
import {toSeriesId} from "@bulkhead/contracts/types/SeriesId.sol";

/// @notice Buys options for whoever calls, at the price of the moment and no more than the caller says.
contract OptionBuyer {
  function buy(
    IQuoter quoter,
    IOptionVault vault,
    uint256 expiry,
    uint256 strike,
    uint256 quantity,
    uint256 maxPremium
  ) external returns (uint256 premium) {
    IQuoter.TradeQuote memory quote = quoter.quote(vault, toSeriesId(expiry, strike), int256(quantity));
    require(quote.reason == bytes4(0) && quote.amount <= maxPremium, "refused, or too dear");
    IERC20 collateral = vault.collateral();
    collateral.transferFrom(msg.sender, address(this), quote.amount);
    collateral.approve(address(vault), quote.amount);
    premium = vault.buy(toSeriesId(expiry, strike), quantity, quote.amount, msg.sender, block.timestamp);
  }
}
