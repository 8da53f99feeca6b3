// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title ParameterBounds
/// @notice Hard bounds of constructor arguments, refused by the argument's name.
library ParameterBounds {
  /// @notice A constructor argument lies outside its hard bounds.
  /// @param parameter its name
  error ParameterOutOfRange(bytes32 parameter, uint256 value, uint256 lowest, uint256 highest);

  /// @notice Reverts unless lowest ≤ value ≤ highest.
  function requireWithin(bytes32 parameter, uint256 value, uint256 lowest, uint256 highest) internal pure {
    require(value >= lowest && value <= highest, ParameterOutOfRange(parameter, value, lowest, highest));
  }
}
