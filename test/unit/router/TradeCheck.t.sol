// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {Quoter} from "../../../contracts/router/Quoter.sol";
import {Quote} from "../../../contracts/types/Quote.sol";
import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {VaultState} from "../../../contracts/types/VaultState.sol";
import {OpenVaultFixture} from "../vault/OpenVaultFixture.sol";

/// @notice What the quoter says of an order at the edge of a vault's capacity, where the protocol takes part of the fee, is what the
/// vault does.
contract TradeCheckTest is OpenVaultFixture {
  uint256 private constant LOT = 0.01e18;
  uint256 private constant PROTOCOL_FEE = 0.5e18;

  Quoter private quoter;
  SeriesId private later;

  function setUp() public override {
    super.setUp();
    quoter = new Quoter(factory);
    putVault.openExpiry(_expiry(14));
    later = _atTheMoneySeries(putVault, _expiry(14));
    _governNow(putVault).setProtocolFee(PROTOCOL_FEE);
  }

  /// @dev Collateral below E, so that it is what binds: an expiry settles far above what its options are worth at spot, within the
  /// second in which E was marked.
  function _settleAbovePriced() private {
    vm.prank(buyer);
    putVault.buy(id, 300e18, FOREVER, buyer, FOREVER);
    _fixExpiry(expiry, 1000e18);
    _setSpot(2000e18);
    _passFresh(1 minutes);
    vm.prank(buyer);
    putVault.buy(later, 1e18, FOREVER, buyer, FOREVER);
    putVault.settle(expiry);
  }

  /// @dev The revert data of a purchase, empty where it goes through; leaves everything as it was.
  function _refusal(uint256 quantity) private returns (bytes memory reason) {
    uint256 snapshot = vm.snapshotState();
    vm.prank(buyer);
    try putVault.buy(later, quantity, FOREVER, buyer, FOREVER) {} catch (bytes memory why) {
      reason = why;
    }
    vm.revertToState(snapshot);
  }

  /// @dev A few lots either side of the largest quantity.
  function _agreesAround(uint256 most) private {
    for (uint256 quantity = most - 3 * LOT; quantity <= most + 3 * LOT; quantity += LOT) {
      (, , bytes memory said) = quoter.offer(putVault, later, int256(quantity));
      bytes memory refusal = _refusal(quantity);
      assertEq(said, refusal);
      assertEq(refusal.length == 0, quantity <= most);
    }
  }

  function test_Capacity_BoundByCollateral_CountsTheProtocolsPart() public {
    _settleAbovePriced();
    uint256 most = quoter.maxQuantity(putVault, later, true);
    _agreesAround(most);
    // By collateral it is refused, and the protocol's part is some lots' worth.
    Quote memory q = putVault.quoteTrade(later, int256(most + LOT));
    assertEq(bytes4(_refusal(most + LOT)), IOptionVault.Insolvent.selector);
    assertGt((q.fee * PROTOCOL_FEE) / WAD, (LOT * 2000e18) / WAD);
  }

  function test_Capacity_BoundByRiskCapital_CountsNoPremium() public {
    uint256 most = quoter.maxQuantity(putVault, later, true);
    _agreesAround(most);
    assertEq(bytes4(_refusal(most + LOT)), IOptionVault.UtilisationAboveLimit.selector);
  }

  function test_Capacity_Guarded_CountsTheProtocolsPart() public {
    _settleAbovePriced();
    _shut(putVault, uint8(VaultState.Guarded));
    uint256 most = quoter.maxQuantity(putVault, later, true);
    _agreesAround(most);
    assertEq(bytes4(_refusal(most + LOT)), IOptionVault.OrderTooLarge.selector);
  }

  function test_StateHash_ChangesWithTheProtocolFee() public {
    bytes32 before = quoter.stateHash(putVault);
    putVault.setProtocolFee(PROTOCOL_FEE / 2);
    assertNotEq(quoter.stateHash(putVault), before);
  }
}
