// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IExpiryPrice} from "../interfaces/IExpiryPrice.sol";
import {IOptionToken} from "../interfaces/IOptionToken.sol";
import {IOptionVault} from "../interfaces/IOptionVault.sol";
import {IPremiumOracle} from "../interfaces/IPremiumOracle.sol";
import {IVaultFactory} from "../interfaces/IVaultFactory.sol";
import {OptionKind} from "../types/OptionKind.sol";
import {Payoff} from "./Payoff.sol";
import {RiskParamsState, RiskParamsStorage} from "./RiskParamsStorage.sol";
import {RulesState, RulesStorage} from "./RulesStorage.sol";
import {Ledger, LedgerStorage} from "./LedgerStorage.sol";
import {VaultLayout} from "./VaultLayout.sol";
import {VaultLimits} from "./VaultLimits.sol";
import {VaultOperations} from "./VaultOperations.sol";

/// @title VaultStorage
/// @notice What a vault is made of, and the one boundary at which tokens cross.
abstract contract VaultStorage is VaultLayout, IOptionVault, IERC4626, ERC20Permit, ReentrancyGuardTransient {
  using RiskParamsStorage for RiskParamsState;
  using RulesStorage for RulesState;
  using SafeERC20 for IERC20;

  uint256 internal constant WAD = 1e18;
  uint8 private constant MAX_DECIMALS = 18;

  IERC20 internal immutable COLLATERAL;
  IPremiumOracle internal immutable ORACLE;
  IExpiryPrice internal immutable EXPIRY_PRICE;
  IOptionToken internal immutable OPTION_TOKEN;
  /// @dev The code of what is done rarely, run by delegation (see `VaultForwarding`).
  VaultOperations internal immutable OPERATIONS;
  address internal immutable FEE_RECIPIENT;
  OptionKind internal immutable KIND;
  /// @dev WAD per token unit: 10^(18 − decimals).
  uint256 internal immutable SCALE;
  uint8 private immutable SHARE_DECIMALS;
  /// @dev Seconds before expiry from which the settlement price is being averaged.
  uint256 internal immutable AVERAGING_WINDOW;

  uint256 internal immutable TICK_SIZE;
  uint256 internal immutable LOT_SIZE;

  /// @dev The deployer must be a factory: it makes the option token, whose vault is whoever asks for it.
  constructor(
    Config memory config,
    VaultOperations operations
  ) ERC20(config.name, config.symbol) ERC20Permit(config.name) AccessManaged(config.authority) {
    require(config.authority != address(0) && config.feeRecipient != address(0), ZeroAddress());
    uint8 tokenDecimals = IERC20Metadata(address(config.collateral)).decimals();
    require(tokenDecimals <= MAX_DECIMALS, UnsupportedDecimals(tokenDecimals));
    uint256 scale = 10 ** (MAX_DECIMALS - tokenDecimals);
    uint256 window = config.expiryPrice.averagingWindow();
    require(window <= VaultLimits.TRADING_CUT_OFF, ParamOutOfBounds("averagingWindow", window));
    // Revert where there is no such contract.
    config.oracle.surface();
    operations.checkRules(config.series, config.kind, scale, config.risk);

    COLLATERAL = config.collateral;
    ORACLE = config.oracle;
    EXPIRY_PRICE = config.expiryPrice;
    OPERATIONS = operations;
    FEE_RECIPIENT = config.feeRecipient;
    KIND = config.kind;
    SCALE = scale;
    SHARE_DECIMALS = tokenDecimals + VaultLimits.SHARE_DECIMALS_OFFSET;
    AVERAGING_WINDOW = window;
    TICK_SIZE = config.series.tickSize;
    LOT_SIZE = config.series.lotSize;
    _rules.set(config.series);
    _params.schedule(config.risk, block.timestamp, 0);
    _params.setStress(VaultLimits.MIN_STRESS);
    OPTION_TOKEN = IVaultFactory(msg.sender).createOptionToken(config.market, config.kind);
  }

  /// @inheritdoc ERC20
  function decimals() public view override(ERC20, IERC20Metadata) returns (uint8) {
    return SHARE_DECIMALS;
  }

  /// @notice C, WAD.
  function _collateralWad(Ledger memory ledger) internal view returns (uint256) {
    return LedgerStorage.collateral(ledger) * SCALE;
  }

  /// @notice WAD collateral to token units, rounded down: what the vault pays.
  function _toUnitsDown(uint256 wad) internal view returns (uint256) {
    return wad / SCALE;
  }

  /// @notice WAD collateral to token units, rounded up: what the vault gets.
  function _toUnitsUp(uint256 wad) internal view returns (uint256) {
    return Math.ceilDiv(wad, SCALE);
  }

  /// @notice What `quantity` options struck at `strike` lock in the worst case, WAD. Whole token units, by `checkSeries`.
  function _lockOf(uint256 quantity, uint256 strike) internal view returns (uint256) {
    return Payoff.lockOf(KIND, quantity, strike);
  }

  /// @notice Pulls `amount` token units from `from`; short arrivals revert, since `held` has already counted them.
  function _pull(address from, uint256 amount) internal {
    uint256 before = _balance();
    COLLATERAL.safeTransferFrom(from, address(this), amount);
    _checkArrived(before, amount);
  }

  /// @notice Requires that `amount` token units came in since the balance was `before`.
  function _checkArrived(uint256 before, uint256 amount) internal view {
    uint256 received = _balance() - before;
    require(received >= amount, TransferShort(amount, received));
  }

  /// @notice Token units at this address, donations included.
  function _balance() internal view returns (uint256) {
    return COLLATERAL.balanceOf(address(this));
  }

  function _push(address to, uint256 amount) internal {
    COLLATERAL.safeTransfer(to, amount);
  }

  function _checkDeadline(uint256 deadline) internal view {
    require(block.timestamp <= deadline, DeadlinePassed(deadline, block.timestamp));
  }
}
