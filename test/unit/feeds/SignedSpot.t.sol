// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";

import {ParameterBounds} from "../../../contracts/feeds/ParameterBounds.sol";
import {ReporterSet} from "../../../contracts/feeds/ReporterSet.sol";
import {SignedSpot} from "../../../contracts/feeds/SignedSpot.sol";
import {ISignedSpot} from "../../../contracts/interfaces/ISignedSpot.sol";
import {PriceReading} from "../../../contracts/types/PriceReading.sol";
import {SignedPrice} from "../../../contracts/types/SignedPrice.sol";
import {NEWEST_SPOT, PUSH_ONLY} from "../../../contracts/types/SpotReading.sol";
import {ERC1271WalletMock} from "../../mocks/ERC1271WalletMock.sol";
import {SignedSpotFixture} from "./SignedSpotFixture.sol";

// Behaviour tree
// submit
//   a timely price with enough signatures: kept under its number, in effect at once; of two kept a third evicts the first
//   out of order, replayed, of the future, too old, the second of a block, suspended, out of range: by name
//   signatures: too few, too many, unsorted, twice the same, malleable, malformed, a stranger's, of another chain, contract,
//   market, price or time, of a removed reporter, a contract's (ERC-1271)
// trySubmit
//   as submit; nothing where only time stands against it; as submit where anything else does
// readAt: newest, by number, on both sides of the last second, never before the first price
// suspend, resume, setReporters: whose they are, what they do
contract SignedSpotTest is SignedSpotFixture {
  function _isKept(uint256 number, uint256 price) private view {
    PriceReading memory reading = spot.readAt(number);
    assertEq(reading.price, price);
    assertEq(reading.confidence, FLOOR);
    if (number != NEWEST_SPOT) assertEq(reading.updatedAt, number);
  }

  function _isNotKept(uint256 number) private view {
    PriceReading memory reading = spot.readAt(number);
    assertEq(reading.price + reading.confidence + reading.updatedAt, 0);
  }

  /// @dev Refused by `submit` and, where not for time's sake, by `trySubmit`; nothing changes.
  function _refused(SignedPrice memory signed, bytes memory reason) private {
    bytes32 before = _storage();
    vm.expectRevert(reason);
    spot.submit(signed);
    vm.expectRevert(reason);
    spot.trySubmit(signed);
    assertEq(_storage(), before);
  }

  /// @dev Refused by `submit` for time's sake, and passed over by `trySubmit`, whatever the signatures.
  function _untimely(SignedPrice memory signed, bytes memory reason) private {
    bytes32 before = _storage();
    (uint256 latest, ) = spot.numbers();
    vm.expectRevert(reason);
    spot.submit(signed);
    assertEq(spot.trySubmit(signed), latest);
    assertEq(spot.trySubmit(SignedPrice(signed.price, signed.observedAt, new bytes[](0))), latest);
    assertEq(_storage(), before);
  }

  function _storage() private view returns (bytes32 digest) {
    for (uint256 i = 0; i < 16; ++i) digest = keccak256(abi.encode(digest, vm.load(address(spot), bytes32(i))));
  }

  // submit

  function test_Submit_IsInEffectAtOnce() public {
    _pass(100);
    uint256 number = vm.getBlockTimestamp() - 3;
    SignedPrice memory signed = _signed(PRICE, number);
    vm.expectEmit(address(spot));
    emit ISignedSpot.SpotSigned(number, PRICE);
    vm.prank(makeAddr("anyone"));
    assertEq(spot.submit(signed), number);
    _isKept(NEWEST_SPOT, PRICE);
    _isKept(number, PRICE);
    (uint256 latest, uint256 previous) = spot.numbers();
    assertEq(latest, number);
    assertEq(previous, PUSH_ONLY);
  }

  function test_Submit_WithEverySignature() public {
    spot.submit(_signedBy(spot, PRICE, START, 3));
    _isKept(START, PRICE);
  }

  function test_Submit_ByTheOtherTwo() public {
    SignedPrice memory signed = _signed(PRICE, START);
    bytes32 digest = spot.digestOf(PRICE, START);
    (signed.signatures[0], signed.signatures[1]) = (_sign(keys[1], digest), _sign(keys[2], digest));
    spot.submit(signed);
    _isKept(START, PRICE);
  }

  function test_A36_TwoAreKept_AndAThirdEvictsTheFirst() public {
    _submit(PRICE, START);
    _pass(2);
    _submit(PRICE + 1, START + 1);
    _isKept(START, PRICE);
    _isKept(START + 1, PRICE + 1);
    _isKept(NEWEST_SPOT, PRICE + 1);
    _pass(2);
    _submit(PRICE + 2, START + 4);
    _isNotKept(START);
    _isKept(START + 1, PRICE + 1);
    _isKept(START + 4, PRICE + 2);
    _isKept(NEWEST_SPOT, PRICE + 2);
    (uint256 latest, uint256 previous) = spot.numbers();
    assertEq(latest, START + 4);
    assertEq(previous, START + 1);
  }

  function test_A36_PricesBetweenAndAroundTheKept_AreNone() public {
    _submit(PRICE, START);
    _pass(5);
    _submit(PRICE + 1, START + 5);
    _isNotKept(PUSH_ONLY);
    _isNotKept(START - 1);
    for (uint256 number = START + 1; number < START + 5; ++number) _isNotKept(number);
    _isNotKept(START + 6);
    _isNotKept(type(uint256).max);
  }

  function test_A36_RevertWhen_Replayed() public {
    SignedPrice memory signed = _signed(PRICE, START);
    spot.submit(signed);
    _pass(1);
    _untimely(signed, abi.encodeWithSelector(ISignedSpot.ObservedOutOfOrder.selector, START, START));
  }

  function test_A36_RevertWhen_Reordered() public {
    SignedPrice memory earlier = _signed(PRICE + 1, START - 1);
    _submit(PRICE, START);
    _pass(1);
    _untimely(earlier, abi.encodeWithSelector(ISignedSpot.ObservedOutOfOrder.selector, START - 1, START));
  }

  function test_A36_RevertWhen_ASecondOneOfTheSameTimeIsSigned() public {
    _submit(PRICE, START);
    _pass(1);
    _untimely(_signed(PRICE + 1, START), abi.encodeWithSelector(ISignedSpot.ObservedOutOfOrder.selector, START, START));
  }

  function test_A36_RevertWhen_ItIsTheBlocksSecond() public {
    SignedPrice memory later = _signed(PRICE + 1, START);
    _submit(PRICE, START - 7);
    _untimely(later, abi.encodeWithSelector(ISignedSpot.AlreadySubmittedInBlock.selector, START - 7));
    _pass(1);
    spot.submit(later);
    _isKept(START - 7, PRICE);
    _isKept(NEWEST_SPOT, PRICE + 1);
  }

  function test_RevertWhen_ItIsOfTheFuture() public {
    SignedPrice memory signed = _signed(PRICE, START + 1);
    _untimely(signed, abi.encodeWithSelector(ISignedSpot.ObservedInFuture.selector, START + 1, START));
    _pass(1);
    spot.submit(signed);
    _isKept(NEWEST_SPOT, PRICE);
  }

  function test_A36_RevertWhen_WithheldForTooLong() public {
    SignedPrice memory signed = _signed(PRICE, START);
    _pass(MAX_AGE + 1);
    _untimely(signed, abi.encodeWithSelector(ISignedSpot.ObservedTooLongAgo.selector, START, START + 1));
    vm.warp(START + MAX_AGE);
    spot.submit(signed);
    _isKept(NEWEST_SPOT, PRICE);
  }

  function test_RevertWhen_ThePriceIsOutOfRange() public {
    uint256 highest = type(uint96).max;
    _refused(_signed(0, START), abi.encodeWithSelector(ISignedSpot.PriceOutOfRange.selector, 0, highest));
    _refused(
      _signed(highest + 1, START),
      abi.encodeWithSelector(ISignedSpot.PriceOutOfRange.selector, highest + 1, highest)
    );
    _submit(highest, START);
    _isKept(START, highest);
  }

  // signatures

  function test_A20_RevertWhen_OneSignatureIsMissing() public {
    _refused(
      _signedBy(spot, PRICE, START, 1),
      abi.encodeWithSelector(ReporterSet.SignatureCountOutOfBounds.selector, 1, 2)
    );
  }

  function test_RevertWhen_ThereAreMoreSignaturesThanReportersCanBe() public {
    SignedPrice memory signed = _signed(PRICE, START);
    signed.signatures = new bytes[](17);
    _refused(signed, abi.encodeWithSelector(ReporterSet.SignatureCountOutOfBounds.selector, 17, 2));
  }

  function test_A20_RevertWhen_OneSignsTwice() public {
    SignedPrice memory signed = _signed(PRICE, START);
    signed.signatures[1] = signed.signatures[0];
    _refused(signed, abi.encodeWithSelector(ReporterSet.NotAscending.selector, reporters[0], reporters[0]));
  }

  function test_A20_RevertWhen_SignersDoNotAscend() public {
    SignedPrice memory signed = _signed(PRICE, START);
    (signed.signatures[0], signed.signatures[1]) = (signed.signatures[1], signed.signatures[0]);
    _refused(signed, abi.encodeWithSelector(ReporterSet.NotAscending.selector, reporters[1], reporters[0]));
  }

  function test_A20_RevertWhen_AStrangerSigns() public {
    (address stranger, uint256 key) = makeAddrAndKey("stranger");
    SignedPrice memory signed = _signed(PRICE, START);
    signed.signatures[1] = _sign(key, spot.digestOf(PRICE, START));
    _refused(signed, abi.encodeWithSelector(ReporterSet.NotReporter.selector, 1, stranger));
  }

  function test_A20_RevertWhen_ASignatureIsMalleable() public {
    SignedPrice memory signed = _signed(PRICE, START);
    (uint8 v, bytes32 r, bytes32 s) = vm.sign(keys[1], spot.digestOf(PRICE, START));
    signed.signatures[1] = abi.encodePacked(r, bytes32(CURVE_ORDER - uint256(s)), v == 27 ? uint8(28) : uint8(27));
    _refused(signed, abi.encodeWithSelector(ReporterSet.MalformedSignature.selector, 1));
  }

  function test_RevertWhen_ASignatureIsEmpty() public {
    SignedPrice memory signed = _signed(PRICE, START);
    signed.signatures[0] = "";
    _refused(signed, abi.encodeWithSelector(ReporterSet.MalformedSignature.selector, 0));
  }

  /// @dev A wrong digest recovers to some address that nobody can foretell, but surely to no reporter's.
  function _refusedAsAStrangers(SignedPrice memory signed) private {
    vm.expectPartialRevert(ReporterSet.NotReporter.selector);
    spot.submit(signed);
    vm.expectPartialRevert(ReporterSet.NotReporter.selector);
    spot.trySubmit(signed);
    _isNotKept(NEWEST_SPOT);
  }

  function test_A20_RevertWhen_SignedForAnotherContract() public {
    _refusedAsAStrangers(_signedBy(_newSpot(MARKET), PRICE, START, 2));
  }

  /// The contract is the same one, so that nothing but the market tells the digests apart.
  function test_A20_RevertWhen_SignedForAnotherMarket() public {
    bytes32 domain = keccak256(
      abi.encode(
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
        keccak256("Bulkhead Signed Spot"),
        keccak256("1"),
        block.chainid,
        address(spot)
      )
    );
    assertEq(_digest(domain, MARKET), spot.digestOf(PRICE, START));
    bytes32 other = _digest(domain, "WBTC/USDC");
    SignedPrice memory signed = _signed(PRICE, START);
    for (uint256 i = 0; i < 2; ++i) signed.signatures[i] = _sign(keys[i], other);
    _refusedAsAStrangers(signed);
  }

  function _digest(bytes32 domain, string memory market) private pure returns (bytes32) {
    bytes32 typeHash = keccak256("SpotPrice(string market,uint256 price,uint256 observedAt)");
    bytes32 content = keccak256(abi.encode(typeHash, keccak256(bytes(market)), PRICE, START));
    return keccak256(abi.encodePacked(hex"1901", domain, content));
  }

  function test_A20_RevertWhen_SignedForAnotherChain() public {
    uint256 here = block.chainid;
    vm.chainId(here + 1);
    SignedPrice memory signed = _signed(PRICE, START);
    vm.chainId(here);
    _refusedAsAStrangers(signed);
  }

  function test_A20_RevertWhen_PriceOrTimeIsAnother() public {
    SignedPrice memory signed = _signed(PRICE, START);
    signed.price += 1;
    _refusedAsAStrangers(signed);
    signed.price -= 1;
    signed.observedAt -= 1;
    _refusedAsAStrangers(signed);
  }

  function test_A20_RevertWhen_AReporterWasRemoved() public {
    SignedPrice memory signed = _signed(PRICE, START);
    (address newcomer, ) = makeAddrAndKey("newcomer");
    address[] memory fewer = new address[](2);
    (fewer[0], fewer[1]) = reporters[1] < newcomer ? (reporters[1], newcomer) : (newcomer, reporters[1]);
    spot.setReporters(fewer, 2);
    _refused(signed, abi.encodeWithSelector(ReporterSet.NotReporter.selector, 0, reporters[0]));
  }

  function _withWallet() private returns (ERC1271WalletMock wallet) {
    wallet = new ERC1271WalletMock(reporters[0]);
    address[] memory two = new address[](2);
    bool first = address(wallet) < reporters[1];
    (two[0], two[1]) = first ? (address(wallet), reporters[1]) : (reporters[1], address(wallet));
    spot.setReporters(two, 2);
  }

  /// @dev The wallet's signature by some key, and the second reporter's, ascending.
  function _walletSigned(ERC1271WalletMock wallet, uint256 key) private view returns (SignedPrice memory signed) {
    bytes32 digest = spot.digestOf(PRICE, START);
    bytes memory contracts = abi.encodePacked(address(wallet), _sign(key, digest));
    signed = _signed(PRICE, START);
    bool first = address(wallet) < reporters[1];
    signed.signatures[first ? 0 : 1] = contracts;
    signed.signatures[first ? 1 : 0] = _sign(keys[1], digest);
  }

  function test_Submit_GivenAContractThatSigns() public {
    ERC1271WalletMock wallet = _withWallet();
    spot.submit(_walletSigned(wallet, keys[0]));
    _isKept(START, PRICE);
  }

  function test_A20_RevertWhen_TheContractRefuses() public {
    ERC1271WalletMock wallet = _withWallet();
    uint256 index = address(wallet) < reporters[1] ? 0 : 1;
    _refused(
      _walletSigned(wallet, keys[2]),
      abi.encodeWithSelector(ReporterSet.SignatureRefused.selector, index, address(wallet))
    );
  }

  // trySubmit

  function test_TrySubmit_AsSubmit() public {
    assertEq(spot.trySubmit(_signed(PRICE, START)), START);
    _isKept(START, PRICE);
    _pass(1);
    // The same again, and what is older, leaves the newest and says so.
    assertEq(spot.trySubmit(_signed(PRICE, START)), START);
    assertEq(spot.trySubmit(_signed(PRICE, START - 1)), START);
    assertEq(spot.trySubmit(_signed(PRICE + 1, START + 1)), START + 1);
    _isKept(NEWEST_SPOT, PRICE + 1);
  }

  function test_TrySubmit_BeforeAnyPrice() public {
    assertEq(spot.trySubmit(_signed(PRICE, START + 1)), PUSH_ONLY);
    assertEq(spot.trySubmit(_signed(PRICE, PUSH_ONLY)), PUSH_ONLY);
    assertEq(spot.trySubmit(_signed(PRICE, 0)), PUSH_ONLY);
  }

  // readAt

  function test_ReadAt_BeforeAnyPrice() public {
    for (uint256 number = 0; number < 4; ++number) _isNotKept(number);
    _isNotKept(START);
    // Even where the clock is as low as the numbers that are none.
    vm.warp(PUSH_ONLY + 5);
    for (uint256 number = 0; number < 4; ++number) _isNotKept(number);
  }

  function test_A2_ReadAt_OnBothSidesOfTheLastSecond() public {
    _submit(PRICE, START);
    _pass(5);
    _submit(PRICE + 1, START + 5);
    vm.warp(START + MAX_AGE);
    _isKept(START, PRICE);
    vm.warp(START + MAX_AGE + 1);
    _isNotKept(START);
    _isKept(START + 5, PRICE + 1);
    vm.warp(START + 5 + MAX_AGE);
    _isKept(NEWEST_SPOT, PRICE + 1);
    vm.warp(START + 5 + MAX_AGE + 1);
    _isNotKept(NEWEST_SPOT);
    _isNotKept(START + 5);
  }

  function test_Numbers_GivenALongSilence() public {
    _submit(PRICE, START);
    _pass(254);
    _submit(PRICE, START + 254);
    (, uint256 previous) = spot.numbers();
    assertEq(previous, START);
    _isNotKept(START);
    _pass(255);
    _submit(PRICE, START + 509);
    (, previous) = spot.numbers();
    assertEq(previous, PUSH_ONLY);
    _isNotKept(START + 254);
  }

  // suspend, resume, setReporters

  function test_G3_Suspend_ShutsOutWhatIsKeptAndWhatComes() public {
    _submit(PRICE, START);
    vm.expectEmit(address(spot));
    emit ISignedSpot.SuspensionChanged(true);
    vm.prank(guardian);
    spot.suspend();
    assertTrue(spot.suspended());
    _isNotKept(NEWEST_SPOT);
    _isNotKept(START);
    _pass(1);
    SignedPrice memory signed = _signed(PRICE + 1, START + 1);
    _untimely(signed, abi.encodeWithSelector(ISignedSpot.SignedSpotSuspended.selector));
    spot.resume();
    _isKept(NEWEST_SPOT, PRICE);
    spot.submit(signed);
    _isKept(NEWEST_SPOT, PRICE + 1);
  }

  function test_G3_RevertWhen_OthersThanTheirRoleCall() public {
    address[3] memory callers = [makeAddr("anyone"), reporters[0], guardian];
    for (uint256 i = 0; i < 3; ++i) {
      bytes memory reason = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, callers[i]);
      vm.startPrank(callers[i]);
      vm.expectRevert(reason);
      spot.setReporters(reporters, 2);
      vm.expectRevert(reason);
      spot.resume();
      if (callers[i] != guardian) {
        vm.expectRevert(reason);
        spot.suspend();
      }
      vm.stopPrank();
    }
  }

  // construction

  function test_Config() public view {
    assertEq(spot.market(), MARKET);
    assertEq(spot.maxAge(), MAX_AGE);
    assertEq(spot.confidenceFloor(), FLOOR);
    (address[] memory list, uint256 threshold) = spot.reporters();
    assertEq(keccak256(abi.encode(list)), keccak256(abi.encode(reporters)));
    assertEq(threshold, 2);
    assertFalse(spot.suspended());
    (uint256 latest, uint256 previous) = spot.numbers();
    assertEq(latest, PUSH_ONLY);
    assertEq(previous, PUSH_ONLY);
  }

  function test_G2_RevertWhen_ConfigIsOutOfBounds() public {
    _outOfRange(SignedSpot.Config(MARKET, 0, FLOOR), "maxAge", [uint256(0), 1, 240]);
    _outOfRange(SignedSpot.Config(MARKET, 241, FLOOR), "maxAge", [uint256(241), 1, 240]);
    uint256[3] memory low = [uint256(0.0001e18 - 1), 0.0001e18, 0.05e18];
    _outOfRange(SignedSpot.Config(MARKET, 30, low[0]), "confidenceFloor", low);
    uint256[3] memory high = [uint256(0.05e18 + 1), 0.0001e18, 0.05e18];
    _outOfRange(SignedSpot.Config(MARKET, 30, high[0]), "confidenceFloor", high);
  }

  function _outOfRange(SignedSpot.Config memory config, bytes32 parameter, uint256[3] memory values) private {
    vm.expectRevert(
      abi.encodeWithSelector(ParameterBounds.ParameterOutOfRange.selector, parameter, values[0], values[1], values[2])
    );
    new SignedSpot(address(manager), config, reporters, 2);
  }
}
