// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {IERC6909ContentURI, IERC6909Metadata} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {ERC6909TokenSupply} from "@openzeppelin/contracts/token/ERC6909/extensions/ERC6909TokenSupply.sol";

import {IOptionToken} from "../../interfaces/IOptionToken.sol";
import {OptionKind} from "../../types/OptionKind.sol";
import {SeriesId, parseSeriesId} from "../../types/SeriesId.sol";
import {SeriesArt} from "./SeriesArt.sol";
import {SeriesNaming} from "./SeriesNaming.sol";

/// @title OptionToken
/// @notice See `IOptionToken`. Supply is what the vault owes: it mints on a purchase and burns on a sale or redemption,
/// and nothing else can. No hook, no pause, no list of blocked holders.
contract OptionToken is ERC6909TokenSupply, IOptionToken {
  uint8 private constant DECIMALS = 18;

  /// @inheritdoc IOptionToken
  address public immutable vault;
  OptionKind private immutable KIND;
  /// @dev "WETH/USDC".
  string private _market;

  modifier onlyVault() {
    require(msg.sender == vault, NotVault(msg.sender));
    _;
  }

  constructor(address vault_, string memory market, OptionKind kind) {
    vault = vault_;
    _market = market;
    KIND = kind;
  }

  /// @inheritdoc IOptionToken
  function mint(address receiver, uint256 id, uint256 amount) external onlyVault {
    _mint(receiver, id, amount);
  }

  /// @inheritdoc IOptionToken
  function burn(address owner, uint256 id, uint256 amount, address spender) external onlyVault {
    if (spender != owner && !isOperator(owner, spender)) _spendAllowance(owner, spender, id, amount);
    _burn(owner, id, amount);
  }

  /// @inheritdoc IERC6909Metadata
  function name(uint256 id) external view returns (string memory) {
    SeriesId series = parseSeriesId(id);
    return SeriesNaming.nameOf(_market, KIND, series.expiryOf(), series.strikeOf());
  }

  /// @inheritdoc IERC6909Metadata
  function symbol(uint256 id) external view returns (string memory) {
    SeriesId series = parseSeriesId(id);
    return SeriesNaming.symbolOf(_market, KIND, series.expiryOf(), series.strikeOf());
  }

  /// @inheritdoc IERC6909ContentURI
  function tokenURI(uint256 id) external view returns (string memory) {
    SeriesId series = parseSeriesId(id);
    return SeriesArt.tokenURI(SeriesArt.Series(_market, KIND, series.expiryOf(), series.strikeOf()), vault, DECIMALS);
  }

  /// @inheritdoc IERC6909ContentURI
  function contractURI() external view returns (string memory) {
    return SeriesArt.contractURI(_market, KIND, vault);
  }

  /// @inheritdoc IERC6909Metadata
  function decimals(uint256) external pure returns (uint8) {
    return DECIMALS;
  }

  /// @inheritdoc IERC165
  function supportsInterface(bytes4 interfaceId) public view override(ERC6909TokenSupply, IERC165) returns (bool) {
    return
      interfaceId == type(IERC6909Metadata).interfaceId ||
      interfaceId == type(IERC6909ContentURI).interfaceId ||
      super.supportsInterface(interfaceId);
  }
}
