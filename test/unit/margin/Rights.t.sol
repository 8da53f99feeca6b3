// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";

import {IMarginEngine} from "../../../contracts/interfaces/IMarginEngine.sol";
import {MarginEngine} from "../../../contracts/margin/MarginEngine.sol";
import {AccountId, toAccountId} from "../../../contracts/types/AccountId.sol";
import {MarginFixture} from "../../fixtures/MarginFixture.sol";
import {ERC1271WalletMock} from "../../mocks/ERC1271WalletMock.sol";

/// @notice Owners, operators, permits and lockdown.
contract RightsTest is MarginFixture {
  bytes32 private constant PERMIT = keccak256(
    "OperatorPermit(address owner,address operator,bool approved,uint256 nonce,uint256 deadline)"
  );
  uint256 private constant ROW = 2 ** 64;

  function _digest(
    MarginEngine verifying,
    address owner,
    bool approved,
    uint256 nonce,
    uint256 deadline
  ) private view returns (bytes32) {
    (, string memory name, string memory version, uint256 chainId, address verifier, , ) = verifying.eip712Domain();
    bytes32 domain = keccak256(
      abi.encode(
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
        keccak256(bytes(name)),
        keccak256(bytes(version)),
        chainId,
        verifier
      )
    );
    bytes32 content = keccak256(abi.encode(PERMIT, owner, bob, approved, nonce, deadline));
    return keccak256(abi.encodePacked(hex"1901", domain, content));
  }

  function _signed(bool approved, uint256 nonce, uint256 deadline) private view returns (bytes memory) {
    return _sign(aliceKey, _digest(engine, alice, approved, nonce, deadline));
  }

  function _expectInvalid(bytes memory signature, uint256 deadline) private {
    vm.expectRevert(abi.encodeWithSelector(IMarginEngine.InvalidSignature.selector, alice));
    engine.permitOperator(alice, bob, true, deadline, signature);
  }

  // Ids

  function test_AnAccountIsItsOwnersWithoutBeingOpened() public view {
    AccountId account = toAccountId(alice, type(uint96).max);
    assertEq(account.ownerOf(), alice);
    assertEq(account.numberOf(), type(uint96).max);
    assertTrue(engine.isAuthorised(account, alice));
    assertFalse(engine.isAuthorised(account, bob));
    assertFalse(engine.isAuthorised(toAccountId(address(0), 0), alice));
  }

  // Operators

  function test_Operators_ActForAllAccountsOfTheirOwner() public {
    vm.expectEmit();
    emit IMarginEngine.OperatorSet(alice, bob, true);
    vm.prank(alice);
    engine.setOperator(bob, true);
    assertTrue(engine.isOperator(alice, bob));
    assertTrue(engine.isAuthorised(hers, bob) && engine.isAuthorised(toAccountId(alice, 9), bob));
    assertFalse(engine.isAuthorised(his, alice));
    _pledge(hers, putVault, 50_000e6);
    vm.startPrank(bob);
    engine.trade(hers, putVault, _one(_leg(id, -1e18)), type(int256).max, FOREVER);
    engine.withdraw(hers, putVault, 1e6, bob);
    vm.stopPrank();
    vm.prank(alice);
    engine.setOperator(bob, false);
    vm.prank(bob);
    vm.expectRevert(abi.encodeWithSelector(IMarginEngine.NotAuthorised.selector, hers, bob));
    engine.withdraw(hers, putVault, 1e6, bob);
  }

  // Lockdown

  function test_Lockdown_FreezesOperatorsAtOnceAndNotTheOwner() public {
    _pledge(hers, putVault, 50_000e6);
    vm.startPrank(alice);
    engine.setOperator(bob, true);
    vm.expectEmit();
    emit IMarginEngine.LockdownSet(alice, true);
    engine.setLockdown(true);
    vm.stopPrank();
    assertTrue(engine.isLockedDown(alice) && engine.isOperator(alice, bob));
    assertFalse(engine.isAuthorised(hers, bob));
    // Not in a batch either, whatever else the batch does.
    bytes[] memory calls = new bytes[](2);
    calls[0] = abi.encodeCall(engine.deposit, (hers, putVault, 1));
    calls[1] = abi.encodeCall(engine.withdraw, (hers, putVault, 1e6, bob));
    vm.prank(bob);
    vm.expectRevert(abi.encodeWithSelector(IMarginEngine.NotAuthorised.selector, hers, bob));
    engine.batch(calls);
    vm.startPrank(alice);
    engine.withdraw(hers, putVault, 1e6, alice);
    engine.setLockdown(false);
    vm.stopPrank();
    vm.prank(bob);
    engine.batch(calls);
  }

  function test_Lockdown_VoidsPermitsSignedBefore() public {
    // For this nonce, and for one that the freeze by itself would have come to.
    bytes memory now_ = _signed(true, 0, FOREVER);
    bytes memory next = _signed(true, 1, FOREVER);
    vm.prank(alice);
    engine.setLockdown(true);
    assertEq(engine.nonces(alice), ROW);
    _expectInvalid(now_, FOREVER);
    _expectInvalid(next, FOREVER);
    bytes memory frozen = _signed(true, ROW, FOREVER);
    vm.prank(alice);
    engine.setLockdown(false);
    assertEq(engine.nonces(alice), 2 * ROW);
    _expectInvalid(frozen, FOREVER);
    engine.permitOperator(alice, bob, true, FOREVER, _signed(true, 2 * ROW, FOREVER));
    assertEq(engine.nonces(alice), 2 * ROW + 1);
  }

  /// What is signed while operators are frozen holds, and frozen he stays.
  function test_Lockdown_APermitDoesNotThaw() public {
    vm.prank(alice);
    engine.setLockdown(true);
    engine.permitOperator(alice, bob, true, FOREVER, _signed(true, ROW, FOREVER));
    assertTrue(engine.isOperator(alice, bob));
    assertFalse(engine.isAuthorised(hers, bob));
  }

  // Permits

  function test_Permit_SetsAnOperator() public {
    uint256 deadline = block.timestamp;
    vm.expectEmit();
    emit IMarginEngine.OperatorSet(alice, bob, true);
    vm.prank(stranger);
    engine.permitOperator(alice, bob, true, deadline, _signed(true, 0, deadline));
    assertTrue(engine.isAuthorised(hers, bob));
    engine.permitOperator(alice, bob, false, deadline, _signed(false, 1, deadline));
    assertFalse(engine.isAuthorised(hers, bob));
    assertEq(engine.nonces(alice), 2);
  }

  function test_A20_Permit_RevertWhen_Replayed() public {
    bytes memory signature = _signed(true, 0, FOREVER);
    engine.permitOperator(alice, bob, true, FOREVER, signature);
    vm.prank(alice);
    engine.setOperator(bob, false);
    _expectInvalid(signature, FOREVER);
    assertFalse(engine.isOperator(alice, bob));
  }

  function test_A20_Permit_RevertWhen_ForAnotherEngineOrChain() public {
    MarginEngine other = new MarginEngine(factory);
    bytes memory signature = _signed(true, 0, FOREVER);
    vm.expectRevert(abi.encodeWithSelector(IMarginEngine.InvalidSignature.selector, alice));
    other.permitOperator(alice, bob, true, FOREVER, signature);
    vm.chainId(1);
    _expectInvalid(signature, FOREVER);
    vm.chainId(31337);
    engine.permitOperator(alice, bob, true, FOREVER, signature);
  }

  function test_A20_Permit_RevertWhen_AnythingIsAnother() public {
    bytes memory signature = _signed(true, 0, FOREVER);
    bytes memory invalid = abi.encodeWithSelector(IMarginEngine.InvalidSignature.selector, alice);
    vm.expectRevert(invalid);
    engine.permitOperator(alice, stranger, true, FOREVER, signature);
    vm.expectRevert(invalid);
    engine.permitOperator(alice, bob, false, FOREVER, signature);
    vm.expectRevert(invalid);
    engine.permitOperator(alice, bob, true, FOREVER - 1, signature);
    vm.expectRevert(abi.encodeWithSelector(IMarginEngine.InvalidSignature.selector, bob));
    engine.permitOperator(bob, bob, true, FOREVER, signature);
    _expectInvalid(_sign(uint256(keccak256("another")), _digest(engine, alice, true, 0, FOREVER)), FOREVER);
    _expectInvalid("", FOREVER);
    vm.expectRevert(abi.encodeWithSelector(IMarginEngine.InvalidSignature.selector, address(0)));
    engine.permitOperator(address(0), bob, true, FOREVER, signature);
  }

  /// Its other form, with s above half of the group's order, is refused.
  function test_A20_Permit_RevertWhen_TheSignatureIsMalleated() public {
    (uint8 v, bytes32 r, bytes32 s) = vm.sign(aliceKey, _digest(engine, alice, true, 0, FOREVER));
    uint256 order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
    _expectInvalid(abi.encodePacked(r, bytes32(order - uint256(s)), v == 27 ? uint8(28) : uint8(27)), FOREVER);
  }

  function test_A20_Permit_RevertWhen_DeadlinePassed() public {
    uint256 deadline = block.timestamp - 1;
    bytes memory signature = _signed(true, 0, deadline);
    vm.expectRevert(abi.encodeWithSelector(IMarginEngine.DeadlinePassed.selector, deadline, block.timestamp));
    engine.permitOperator(alice, bob, true, deadline, signature);
  }

  function test_Permit_OfASmartWallet() public {
    address wallet = address(new ERC1271WalletMock(alice));
    bytes memory signature = _sign(aliceKey, _digest(engine, wallet, true, 0, FOREVER));
    engine.permitOperator(wallet, bob, true, FOREVER, signature);
    assertTrue(engine.isAuthorised(toAccountId(wallet, 3), bob));
  }

  function test_TheDomainIsReadable() public view {
    (bytes1 fields, string memory name, string memory version, , address verifier, , ) = IERC5267(address(engine))
      .eip712Domain();
    assertEq(fields, hex"0f");
    assertEq(name, "Bulkhead MarginEngine");
    assertEq(version, "1");
    assertEq(verifier, address(engine));
  }
}
