// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccountId} from "../../../contracts/types/AccountId.sol";
import {IVaultClearing} from "../../../contracts/interfaces/IVaultClearing.sol";
import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {MarginEngine} from "../../../contracts/margin/MarginEngine.sol";
import {SeriesId} from "../../../contracts/types/SeriesId.sol";
import {MarginInvariants} from "./MarginInvariants.sol";

/// @notice The proof that the margin suite can fail: its own checks, over books in which one word is wrong.
contract BrokenAccountsTest is MarginInvariants {
  /// @dev Words of a vault (see `VaultLayout`): the lock's, the reserve's and the pledge's.
  uint256 private constant LOCK = 2;
  uint256 private constant RESERVE = 4;
  uint256 private constant PLEDGED = 6;
  uint256 private constant LOCK_MASK = type(uint96).max;
  uint256 private constant HALF_MASK = type(uint128).max;

  function setUp() public override {
    super.setUp();
    _start(new MarginEngine(factory));
    _populate();
    _everythingHolds();
  }

  function _everythingHolds() private view {
    check("I1");
    check("I2");
    check("I4");
    check("I6");
    check("I7");
    check("M4");
    check("M5 lots");
    check("M5 shares");
    check("M5 cover");
  }

  /// @dev External, so that what it reverts with can be caught.
  function check(string memory name) public view {
    bytes32 what = keccak256(bytes(name));
    if (what == keccak256("I1")) assertTrue(_solvencyOf(putVault).lockCovered);
    if (what == keccak256("I2")) assertTrue(_solvencyOf(putVault).reserveCovers);
    if (what == keccak256("I4")) _tokensConserved(putVault);
    if (what == keccak256("I6")) assertTrue(_solvencyOf(putVault).supplyMatches);
    if (what == keccak256("I7")) _pledgeCovers(putVault);
    if (what == keccak256("M4")) _unbroken("M4");
    if (what == keccak256("M5 lots")) _lotsAddUp(putVault);
    if (what == keccak256("M5 shares")) _sharesAddUp(putVault);
    if (what == keccak256("M5 cover")) _sharesCover(putVault);
  }

  function _breaks(string memory name) private view {
    try this.check(name) {
      revert(string.concat(name, " went by unseen"));
    } catch {}
  }

  /// @dev Replaces the bits of a word of the put vault that a mask names.
  function _spoil(uint256 slot, uint256 mask, uint256 value) private {
    uint256 word = uint256(vm.load(address(putVault), bytes32(slot)));
    vm.store(address(putVault), bytes32(slot), bytes32((word & ~mask) | value));
  }

  function test_SoundBooks_BreakNothing() public view {
    _everythingHolds();
  }

  function test_ALockThatIsTooSmall_BreaksI1() public {
    _spoil(LOCK, LOCK_MASK, 1);
    _breaks("I1");
  }

  function test_AReserveThatIsGone_BreaksI2() public {
    for (uint256 i; i < 12; ++i) handler.passTime(10 hours, 100, 1);
    handler.reachExpiry(0, 95);
    handler.settle(0);
    assertGt(putVault.accounts().reserve, 0);
    check("I2");
    _spoil(RESERVE, HALF_MASK, 0);
    _breaks("I2");
  }

  function test_ATokenThatIsGone_BreaksI4() public {
    vm.prank(address(putVault));
    usdc.transfer(address(1), 1);
    _breaks("I4");
  }

  function test_APledgeCountedTwice_BreaksI4() public {
    _spoil(PLEDGED, HALF_MASK, putVault.accounts().pledged + 1);
    _breaks("I4");
  }

  function test_AnOptionOfNobodys_BreaksI6() public {
    SeriesId[] memory ids = handler.tradedOf(address(putVault));
    IOptionVault vault = putVault;
    vm.startPrank(address(vault));
    vault.optionToken().mint(address(1), SeriesId.unwrap(ids[0]), 1);
    vm.stopPrank();
    _breaks("I6");
  }

  function test_APledgeBelowTheWorstCase_BreaksI7() public {
    uint256 needed = IVaultClearing(address(putVault)).clearedLock();
    assertGt(needed, 0);
    _spoil(PLEDGED, HALF_MASK, needed);
    check("I7");
    _spoil(PLEDGED, HALF_MASK, needed - 1);
    _breaks("I7");
  }

  function test_AVaultThatPaysNoPledgeOut_BreaksM4() public {
    for (uint256 i; i < 6; ++i) handler.pledge(0, i, 100e6);
    vm.mockCallRevert(address(putVault), abi.encodeWithSelector(IVaultClearing.unpledge.selector), "shut");
    for (uint256 i; i < 6; ++i) handler.unpledge(0, i, 1e18);
    _breaks("M4");
  }

  /// @dev The last words that a vault reads to say what is cleared are those that say it, two for eight strikes.
  function test_LotsThatTheVaultForgets_BreakM5() public {
    uint256[] memory live = putVault.expiries();
    for (uint256 i; i < live.length; ++i) {
      vm.record();
      IVaultClearing(address(putVault)).clearedOf(live[i]);
      (bytes32[] memory reads, ) = vm.accesses(address(putVault));
      for (uint256 j = 1; j <= 2; ++j) vm.store(address(putVault), reads[reads.length - j], 0);
    }
    _breaks("M5 lots");
  }

  function test_APledgeThatIsOneShort_BreaksM5() public {
    _spoil(PLEDGED, HALF_MASK, putVault.accounts().pledged - 1);
    _breaks("M5 shares");
  }

  function test_APledgeThatIsNobodys_BreaksM5() public {
    _spoil(PLEDGED, HALF_MASK, putVault.accounts().pledged + 1);
    _breaks("M5 shares");
  }

  /// @dev The first word that the engine reads of an account is its head: the vault's index below the share.
  function test_AShareThatDoesNotCover_BreaksM5() public {
    for (uint256 i; i < 6; ++i) {
      AccountId account = handler.accounts(i);
      vm.record();
      engine.accountOf(account);
      (bytes32[] memory reads, ) = vm.accesses(address(engine));
      uint256 head = uint256(vm.load(address(engine), reads[0]));
      vm.store(address(engine), reads[0], bytes32(head & ~(uint256(type(uint104).max) << 16)));
    }
    _breaks("M5 cover");
  }
}
