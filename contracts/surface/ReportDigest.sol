// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {IVolatilitySurface} from "../interfaces/IVolatilitySurface.sol";

/// @title ReportDigest
/// @notice What reporters sign of a surface: see `IVolatilitySurface`.
abstract contract ReportDigest is EIP712 {
  bytes32 private constant REPORT_TYPEHASH = keccak256(
    "Report(uint64 round,uint64 observedAt,uint128 confidence,uint256[] expiries,uint256[] slices)"
  );

  constructor() EIP712("Bulkhead Volatility Surface", "1") {}

  /// @dev The digest of a report: a slice is hashed as the word it is packed into.
  function _digest(IVolatilitySurface.Report calldata report) internal view returns (bytes32) {
    return
      _hashTypedDataV4(
        keccak256(
          abi.encode(
            REPORT_TYPEHASH,
            report.round,
            report.observedAt,
            report.confidence,
            keccak256(abi.encodePacked(report.expiries)),
            keccak256(abi.encodePacked(report.slices))
          )
        )
      );
  }
}
