// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {IQuoter} from "../../../contracts/interfaces/IQuoter.sol";
import {Quoter} from "../../../contracts/router/Quoter.sol";
import {MarginFixture} from "../../fixtures/MarginFixture.sol";

/// @notice What the quoter says of vaults whose lock is less than what their series lock one by one.
contract ClearedQuotesTest is MarginFixture {
  Quoter private quoter;

  function setUp() public override {
    super.setUp();
    quoter = new Quoter(factory);
    _pledge(hers, putVault, 5_000_000e6);
  }

  /// @dev One account writes a smallest order to a vault that nobody has bought from.
  function test_A25_AChainHasPricesWhereTheVaultIsLong() public {
    _write(hers, putVault, id, 0.1e18);
    IQuoter.Chain memory chain = quoter.chain(putVault, 1e18);
    assertGt(chain.asks[4], 0);
  }

  /// @dev Holders' options are covered by what accounts have written: the vault takes all of them back, and so should the quoter say.
  function test_ASaleIsSplitWhereAccountsCoverIt() public {
    _buy(putVault, buyer, id, 100e18);
    _write(hers, putVault, _series(putVault, 3), 100e18);
    _tick();
    uint256 snapshot = vm.snapshotState();
    vm.revertToState(snapshot);
    IOptionVault[] memory vaults = new IOptionVault[](1);
    vaults[0] = putVault;
    (, uint256 total, ) = quoter.bestSale(buyer, vaults, id, 100e18, 0);
    assertGt(total, 0);
  }
}
