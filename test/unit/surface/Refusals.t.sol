// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC1271DigestMock} from "../../mocks/ERC1271DigestMock.sol";
import {ERC1271WalletMock} from "../../mocks/ERC1271WalletMock.sol";
import {SurfaceFixture} from "../../mocks/SurfaceFixture.sol";
import {IVolatilitySurface} from "../../../contracts/interfaces/IVolatilitySurface.sol";
import {ArbitrageChecks} from "../../../contracts/surface/ArbitrageChecks.sol";
import {ReporterSet} from "../../../contracts/feeds/ReporterSet.sol";
import {ReportShape} from "../../../contracts/surface/ReportShape.sol";
import {SviParams, SviSlice, packSvi} from "../../../contracts/types/SviSlice.sol";

/// @notice Every way a report is refused: by name, with the values, and nothing changes (invariant P7).
contract SurfaceRefusalsTest is SurfaceFixture {
  uint256 private constant SLOTS = 64;

  function setUp() public override {
    super.setUp();
    _deliver(0.8e18);
    _pass(10 minutes);
  }

  function _storage() private view returns (bytes32 digest) {
    for (uint256 i = 0; i < SLOTS; ++i) {
      digest = keccak256(abi.encode(digest, vm.load(address(surface), bytes32(i))));
    }
  }

  function _refused(IVolatilitySurface.Report memory report, bytes[] memory signatures, bytes memory reason) private {
    bytes32 before = _storage();
    vm.expectRevert(reason);
    surface.submit(report, signatures);
    assertEq(_storage(), before);
  }

  function _refused(IVolatilitySurface.Report memory report, bytes memory reason) private {
    _refused(report, _signatures(report, THRESHOLD), reason);
  }

  /// @dev Where the values are the arithmetic's own.
  function _refusedBy(IVolatilitySurface.Report memory report, bytes4 reason) private {
    bytes[] memory signatures = _signatures(report, THRESHOLD);
    bytes32 before = _storage();
    vm.expectPartialRevert(reason);
    surface.submit(report, signatures);
    assertEq(_storage(), before);
  }

  // Order and time

  function test_RevertWhen_RoundIsNotAboveTheLatest() public {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    report.round = 1;
    _refused(report, abi.encodeWithSelector(IVolatilitySurface.RoundOutOfOrder.selector, 1, 1));
  }

  function test_RevertWhen_RoundIsTooFarAbove() public {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    report.round = 2 ** 32 + 2;
    _refused(report, abi.encodeWithSelector(IVolatilitySurface.RoundOutOfOrder.selector, report.round, 1));
  }

  function test_A20_RevertWhen_Replayed() public {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    bytes[] memory signatures = _signatures(report, THRESHOLD);
    surface.submit(report, signatures);
    _nextBlock();
    _refused(report, signatures, abi.encodeWithSelector(IVolatilitySurface.RoundOutOfOrder.selector, 2, 2));
  }

  function test_RevertWhen_ObservedInTheFuture() public {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    report.observedAt += 1;
    _refused(
      report,
      abi.encodeWithSelector(IVolatilitySurface.ObservedInFuture.selector, block.timestamp + 1, block.timestamp)
    );
  }

  function test_RevertWhen_ObservedTooLongAgo() public {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    _pass(15 minutes + 1);
    _refused(
      report,
      abi.encodeWithSelector(
        IVolatilitySurface.ObservedTooLongAgo.selector,
        report.observedAt,
        block.timestamp - 15 minutes
      )
    );
  }

  function test_RevertWhen_ObservedNoLaterThanTheLatest() public {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    report.observedAt = uint64(START);
    _refused(report, abi.encodeWithSelector(IVolatilitySurface.ObservedOutOfOrder.selector, START, START));
  }

  function test_RevertWhen_OneWasDeliveredInThisBlock() public {
    _submit(_report(0.8e18));
    vm.warp(block.timestamp + 1);
    _refused(_report(0.8e18), abi.encodeWithSelector(IVolatilitySurface.AlreadyReportedInBlock.selector, block.number));
  }

  // Shape

  function _resized(uint256 count) private returns (IVolatilitySurface.Report memory report) {
    report = _report(0.8e18);
    report.expiries = new uint256[](count);
    report.slices = new SviSlice[](count);
    for (uint256 i = 0; i < count; ++i) {
      report.expiries[i] = _expiry(7 * (i + 1));
      report.slices[i] = _slice(0.8e18, report.expiries[i] - block.timestamp);
    }
  }

  function test_RevertWhen_ExpiriesAreTooFewOrTooMany() public {
    _refused(_resized(1), abi.encodeWithSelector(ReportShape.ExpiryCountOutOfBounds.selector, 1, 2, 8));
    _refused(_resized(9), abi.encodeWithSelector(ReportShape.ExpiryCountOutOfBounds.selector, 9, 2, 8));
    _submit(_resized(8));
  }

  function test_RevertWhen_SlicesAreNotOneAnExpiry() public {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    report.slices = new SviSlice[](2);
    _refused(report, abi.encodeWithSelector(ReportShape.SliceCountMismatch.selector, 2, 3));
  }

  function test_RevertWhen_ConfidenceIsTooLarge() public {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    report.confidence = 0.15e18 + 1;
    _refused(report, abi.encodeWithSelector(ReportShape.ConfidenceTooLarge.selector, 0.15e18 + 1, 0.15e18));
  }

  function test_RevertWhen_ExpiriesDoNotAscend() public {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    report.expiries[1] = report.expiries[0];
    _refused(
      report,
      abi.encodeWithSelector(ReportShape.ExpiriesNotAscending.selector, 1, report.expiries[0], report.expiries[0])
    );
    report.expiries[0] = report.observedAt;
    _refused(
      report,
      abi.encodeWithSelector(ReportShape.ExpiriesNotAscending.selector, 0, report.observedAt, report.observedAt)
    );
  }

  function test_RevertWhen_HorizonIsOutOfBounds() public {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    for (uint256 i = 0; i < 3; ++i) report.expiries[i] = block.timestamp + i + 1 hours;
    _refused(report, abi.encodeWithSelector(ReportShape.HorizonOutOfBounds.selector, 1 hours + 2, 1 days, 1095 days));
    report.expiries[2] = block.timestamp + 1095 days + 1;
    _refused(report, abi.encodeWithSelector(ReportShape.HorizonOutOfBounds.selector, 1095 days + 1, 1 days, 1095 days));
    // One that would pass a 32-bit truncation.
    report.expiries[2] = 2 ** 32 + block.timestamp + 2 days;
    _refused(
      report,
      abi.encodeWithSelector(ReportShape.HorizonOutOfBounds.selector, 2 ** 32 + 2 days, 1 days, 1095 days)
    );
  }

  // Signatures

  function test_A20_RevertWhen_SignaturesAreTooFew() public {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    _refused(
      report,
      _signatures(report, 1),
      abi.encodeWithSelector(ReporterSet.SignatureCountOutOfBounds.selector, 1, 2)
    );
  }

  function test_A20_RevertWhen_OneReporterSignsTwice() public {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    bytes[] memory signatures = _signatures(report, 2);
    signatures[1] = signatures[0];
    _refused(report, signatures, abi.encodeWithSelector(ReporterSet.NotAscending.selector, reporters[0], reporters[0]));
  }

  function test_A20_RevertWhen_SignersDoNotAscend() public {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    bytes[] memory signatures = _signatures(report, 2);
    (signatures[0], signatures[1]) = (signatures[1], signatures[0]);
    _refused(report, signatures, abi.encodeWithSelector(ReporterSet.NotAscending.selector, reporters[1], reporters[0]));
  }

  function test_A20_RevertWhen_TheSignerIsNoReporter() public {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    bytes[] memory signatures = _signatures(report, 2);
    (address stranger, uint256 key) = makeAddrAndKey("stranger");
    signatures[1] = _sign(key, surface.digestOf(report));
    _refused(report, signatures, abi.encodeWithSelector(ReporterSet.NotReporter.selector, 1, stranger));
    signatures[1] = abi.encodePacked(address(this), signatures[0]);
    _refused(report, signatures, abi.encodeWithSelector(ReporterSet.NotReporter.selector, 1, address(this)));
  }

  function test_A20_RevertWhen_TheSignatureIsMalleable() public {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    bytes[] memory signatures = _signatures(report, 2);
    (uint8 v, bytes32 r, bytes32 s) = vm.sign(keys[1], surface.digestOf(report));
    uint256 order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
    signatures[1] = abi.encodePacked(r, bytes32(order - uint256(s)), v == 27 ? uint8(28) : uint8(27));
    _refused(report, signatures, abi.encodeWithSelector(ReporterSet.MalformedSignature.selector, 1));
  }

  function test_A20_RevertWhen_TheSignatureHasNoSuchLength() public {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    bytes[] memory signatures = _signatures(report, 2);
    signatures[0] = hex"0123";
    _refused(report, signatures, abi.encodeWithSelector(ReporterSet.MalformedSignature.selector, 0));
  }

  function test_A20_RevertWhen_SignedForAnotherChain() public {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    bytes32 here = surface.digestOf(report);
    bytes[] memory signatures = _signatures(report, 2);
    vm.chainId(block.chainid + 1);
    assertNotEq(surface.digestOf(report), here);
    vm.expectPartialRevert(ReporterSet.NotReporter.selector);
    surface.submit(report, signatures);
  }

  function test_A20_RevertWhen_AFieldIsAlteredAfterSigning() public {
    for (uint256 i = 0; i < 4; ++i) {
      IVolatilitySurface.Report memory report = _report(0.8e18);
      bytes[] memory signatures = _signatures(report, 2);
      if (i == 0) report.round += 1;
      if (i == 1) report.confidence += 1;
      if (i == 2) report.expiries[2] += 1;
      if (i == 3) report.slices[2] = _slice(0.81e18, report.expiries[2] - block.timestamp);
      vm.expectPartialRevert(ReporterSet.NotReporter.selector);
      surface.submit(report, signatures);
    }
  }

  function test_A20_ContractReporter_SignsThroughErc1271() public {
    ERC1271WalletMock wallet = new ERC1271WalletMock(vm.addr(keys[0]));
    address[] memory one = new address[](1);
    one[0] = address(wallet);
    surface.setReporters(one, 1);
    IVolatilitySurface.Report memory report = _report(0.8e18);
    bytes[] memory signatures = new bytes[](1);
    bytes32 digest = surface.digestOf(report);
    signatures[0] = abi.encodePacked(address(wallet), _sign(keys[1], digest));
    _refused(report, signatures, abi.encodeWithSelector(ReporterSet.SignatureRefused.selector, 0, address(wallet)));
    signatures[0] = abi.encodePacked(address(wallet), _sign(keys[0], digest));
    surface.submit(report, signatures);
  }

  /// Of any length, 65 bytes with the address among them, and none: a wallet may have approved the digest itself.
  function test_A20_ContractReporter_SignsInAnyLength() public {
    uint256[8] memory lengths = [uint256(0), 1, 20, 45, 64, 65, 66, 1000];
    ERC1271DigestMock wallet = new ERC1271DigestMock();
    address[] memory one = new address[](1);
    one[0] = address(wallet);
    surface.setReporters(one, 1);
    for (uint256 i = 0; i < lengths.length; ++i) {
      _pass(12);
      IVolatilitySurface.Report memory report = _report(0.8e18);
      bytes memory own = new bytes(lengths[i]);
      for (uint256 j = 0; j < own.length; ++j) own[j] = bytes1(uint8(j + 1));
      bytes[] memory signatures = new bytes[](1);
      signatures[0] = abi.encodePacked(address(wallet), own);
      _refused(report, signatures, abi.encodeWithSelector(ReporterSet.SignatureRefused.selector, 0, address(wallet)));
      wallet.approve(surface.digestOf(report), keccak256(own));
      surface.submit(report, signatures);
    }
  }

  /// Each counts once, a wallet beside a key, in the order of their addresses.
  function test_A20_RevertWhen_AContractReporterSignsTwice() public {
    ERC1271DigestMock wallet = new ERC1271DigestMock();
    address[] memory two = new address[](2);
    (two[0], two[1]) =
      address(wallet) < reporters[0] ? (address(wallet), reporters[0]) : (reporters[0], address(wallet));
    surface.setReporters(two, 2);
    IVolatilitySurface.Report memory report = _report(0.8e18);
    wallet.approve(surface.digestOf(report), keccak256(""));
    bytes[] memory signatures = new bytes[](2);
    (signatures[0], signatures[1]) = (abi.encodePacked(wallet), abi.encodePacked(wallet));
    _refused(
      report,
      signatures,
      abi.encodeWithSelector(ReporterSet.NotAscending.selector, address(wallet), address(wallet))
    );
    bytes memory own = _sign(keys[0], surface.digestOf(report));
    (signatures[0], signatures[1]) = two[0] == address(wallet) ? (signatures[0], own) : (own, signatures[0]);
    surface.submit(report, signatures);
  }

  function test_A20_RevertWhen_AContractsSignatureIsOfAnotherReport() public {
    ERC1271DigestMock wallet = new ERC1271DigestMock();
    address[] memory one = new address[](1);
    one[0] = address(wallet);
    surface.setReporters(one, 1);
    IVolatilitySurface.Report memory report = _report(0.8e18);
    wallet.approve(surface.digestOf(report), keccak256(""));
    report.confidence += 1;
    bytes[] memory signatures = new bytes[](1);
    signatures[0] = abi.encodePacked(wallet);
    _refused(report, signatures, abi.encodeWithSelector(ReporterSet.SignatureRefused.selector, 0, address(wallet)));
  }

  function test_A20_RevertWhen_TheSignatureIsCompact() public {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    bytes[] memory signatures = _signatures(report, 2);
    (uint8 v, bytes32 r, bytes32 s) = vm.sign(keys[0], surface.digestOf(report));
    signatures[0] = abi.encodePacked(r, uint256(s) | (uint256(v - 27) << 255));
    // Another form of the same one: its first bytes name nobody.
    _refused(report, signatures, abi.encodeWithSelector(ReporterSet.NotReporter.selector, 0, address(bytes20(r))));
  }

  function test_A20_RevertWhen_AKeyReporterIsClaimedAsAContract() public {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    bytes[] memory signatures = _signatures(report, 2);
    signatures[0] = abi.encodePacked(reporters[0], signatures[0]);
    _refused(report, signatures, abi.encodeWithSelector(ReporterSet.SignatureRefused.selector, 0, reporters[0]));
  }

  // Slices

  function _refusedSlice(SviParams memory p, bytes memory reason) private {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    report.slices[1] = packSvi(p);
    _refused(report, reason);
  }

  function _params() private view returns (SviParams memory) {
    return _slice(0.8e18, _expiry(14) - block.timestamp).unpackSvi();
  }

  function _outOfDomain(SviParams memory p) private pure returns (bytes memory) {
    return abi.encodeWithSelector(ArbitrageChecks.SliceOutOfDomain.selector, 1, packSvi(p));
  }

  function test_RevertWhen_AParameterIsOutOfDomain() public {
    SviParams memory p = _params();
    p.a = 16e12 + 1;
    _refusedSlice(p, _outOfDomain(p));
    p = _params();
    p.rho = -0.9999e12 - 1;
    _refusedSlice(p, _outOfDomain(p));
    p = _params();
    p.m = 4e12 + 1;
    _refusedSlice(p, _outOfDomain(p));
    p = _params();
    p.sigma = 1e7 - 1;
    _refusedSlice(p, _outOfDomain(p));
    p.sigma = 16e12 + 1;
    _refusedSlice(p, _outOfDomain(p));
  }

  function test_RevertWhen_UnusedBitsAreSet() public {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    report.slices[1] = SviSlice.wrap(SviSlice.unwrap(report.slices[1]) | 1);
    _refused(report, abi.encodeWithSelector(ArbitrageChecks.SliceOutOfDomain.selector, 1, report.slices[1]));
  }

  function test_RevertWhen_MinimumVarianceIsTooLow() public {
    SviParams memory p = SviParams({a: -0.01e12, b: 0.1e12, rho: 0, m: 0.3e12, sigma: 0.1e12});
    // a + bσ = 0: total variance touches zero at m.
    _refusedSlice(p, abi.encodeWithSelector(ArbitrageChecks.MinimumVarianceTooLow.selector, 1, 0));
    p.a += 99;
    _refusedSlice(p, abi.encodeWithSelector(ArbitrageChecks.MinimumVarianceTooLow.selector, 1, 99e12));
  }

  function test_RevertWhen_AWingIsTooSteep() public {
    SviParams memory p = SviParams({a: 0.01e12, b: 1.6e12 + 1, rho: -0.25e12, m: 0, sigma: 0.1e12});
    _refusedSlice(p, abi.encodeWithSelector(ArbitrageChecks.WingTooSteep.selector, 1, 1.25e12 * (1.6e12 + 1)));
  }

  function test_RevertWhen_VolatilityIsOutOfBounds() public {
    SviParams memory p = SviParams({a: 1e4, b: 0, rho: 0, m: 0, sigma: 1e12});
    IVolatilitySurface.Report memory report = _report(0.8e18);
    report.slices[0] = packSvi(p);
    _refusedBy(report, ArbitrageChecks.VolatilityOutOfBounds.selector);
    p.a = 4e12;
    report.slices[0] = packSvi(p);
    _refusedBy(report, ArbitrageChecks.VolatilityOutOfBounds.selector);
  }

  /// @dev Axel Vogt's slice (Gatheral and Jacquier 2014, example 3.1): it passes every condition but Durrleman's.
  function test_P7_RevertWhen_TheSliceHasButterflyArbitrage() public {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    report.expiries[0] = block.timestamp + 365 days;
    report.expiries[1] = block.timestamp + 500 days;
    report.expiries[2] = block.timestamp + 700 days;
    SviSlice vogt = packSvi(SviParams({a: -0.041e12, b: 0.1331e12, rho: 0.306e12, m: 0.3586e12, sigma: 0.4153e12}));
    for (uint256 i = 0; i < 3; ++i) report.slices[i] = vogt;
    _refusedBy(report, ArbitrageChecks.ButterflyArbitrage.selector);
  }

  function test_P7_RevertWhen_AnExpiryIsBelowTheEarlierOne() public {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    // 80 % for a week is more total variance than 50 % for two.
    report.slices[1] = _slice(0.5e18, report.expiries[1] - block.timestamp);
    _refusedBy(report, ArbitrageChecks.CalendarArbitrage.selector);
  }

  function test_P7_RevertWhen_OnlyAWingIsBelowTheEarlierOne() public {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    SviParams memory p = report.slices[1].unpackSvi();
    // Flat where the earlier expiry has wings: at the money it is higher, far out lower.
    report.slices[1] = packSvi(SviParams({a: 3 * p.a, b: 1, rho: 0, m: 0, sigma: 1e12}));
    report.slices[2] = packSvi(SviParams({a: 4 * p.a, b: 1e12, rho: 0, m: 0, sigma: 1e12}));
    _refusedBy(report, ArbitrageChecks.CalendarArbitrage.selector);
  }

  function test_Preview_RefusesTheSame() public {
    IVolatilitySurface.Report memory report = _report(0.8e18);
    report.slices[1] = _slice(0.5e18, report.expiries[1] - block.timestamp);
    vm.expectPartialRevert(ArbitrageChecks.CalendarArbitrage.selector);
    surface.preview(report);
  }
}
