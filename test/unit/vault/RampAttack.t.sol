// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Roles} from "../../../contracts/governance/Roles.sol";
import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {OptionKind} from "../../../contracts/types/OptionKind.sol";
import {RiskParams} from "../../../contracts/types/RiskParams.sol";
import {SeriesId, toSeriesId} from "../../../contracts/types/SeriesId.sol";
import {VaultFixture} from "../../fixtures/VaultFixture.sol";

/// @notice G4: a governor ramps the risk charge up as steeply as he may, an accomplice deposits at the lower NAV, the governor ramps
/// back. What the others lose is measured against the same deposit at the same time without ramps: they share the earnings with
/// whoever comes in any case.
/// @dev A put vault with the deployed rules that has written three fifths of its collateral, eight weeks out; where the hard bounds
/// were in one day's reach, this took 47 % of the others' equity.
contract RampAttackTest is VaultFixture {
  uint256 private constant STAKE = 2_000_000e6;
  uint256 private constant OTHERS = 1_000_000e6;
  uint256 private constant RAMP = 1 days;
  /// @dev The ramp, and the rest after it.
  uint256 private constant SOONEST_RETURN = 8;
  uint256 private constant LAST_DAY = 10;

  address private accomplice = makeAddr("accomplice");
  address private anyone = makeAddr("anyone");
  IOptionVault private vault;

  function setUp() public override {
    super.setUp();
    _passFresh(7 days);
    _passFresh(7 days);
    uint256 expiry = _expiry(70);
    IOptionVault.Config memory config = _config(OptionKind.Put, usdc, 8e18, 0.15e18);
    (config.series.weeklies, config.series.monthlies, config.series.maxTenor) = (3, 2, 90 days);
    vault = _createVault(config);
    manager.grantRole(Roles.GOVERNOR, address(this), 0);
    _passFresh(7 days);
    _deposit(vault, provider, OTHERS);
    vault.openExpiry(expiry);
    (uint256[] memory strikes, ) = vault.strikesOf(expiry);
    SeriesId id = toSeriesId(expiry, strikes[4]);
    _tick();
    _buy(vault, buyer, id, 300e18);
    _live(1);
  }

  /// @dev On the day that the ramp begins: at its less favourable end, so that there is nothing to share in.
  function test_G4_A22_JoiningAsTheRampBegins_TakesNothing() public {
    _assertOthersLose(0, 1);
  }

  function test_G4_A22_JoiningAtTheTopOfASteepRamp_TakesLittle() public {
    _assertOthersLose(1, 15);
  }

  function test_G4_A22_JoiningInTheWeekOfRest_TakesLittle() public {
    _assertOthersLose(SOONEST_RETURN / 2, 15);
  }

  function test_G4_A22_JoiningJustBeforeTheRampBack_TakesLittle() public {
    _assertOthersLose(SOONEST_RETURN, 15);
  }

  /// @param most hundredths of a per cent of what the others have
  function _assertOthersLose(uint256 joinsOn, uint256 most) private {
    uint256 start = vm.snapshotState();
    uint256 fair = _play(joinsOn, false);
    vm.revertToState(start);
    uint256 left = _play(joinsOn, true);
    int256 lost = int256(fair) - int256(left);
    emit log_named_decimal_int("others lose, %", (lost * 1e6) / int256(fair), 4);
    assertLe(lost, int256((fair * most) / 10_000));
  }

  /// @return what the others have in the end, token units
  function _play(uint256 joinsOn, bool isRamped) private returns (uint256) {
    RiskParams memory tier = vault.riskParams();
    for (uint256 day; day < LAST_DAY; ++day) {
      if (isRamped && day == 0) vault.scheduleRiskParams(_steepest(tier), RAMP);
      if (day == joinsOn) _deposit(vault, accomplice, STAKE);
      if (isRamped && day == SOONEST_RETURN) vault.scheduleRiskParams(tier, RAMP);
      _live(1);
    }
    assertEq(keccak256(abi.encode(vault.riskParams())), keccak256(abi.encode(tier)), "as before");
    return vault.convertToAssets(vault.balanceOf(provider));
  }

  /// @dev All that raises the charge, each as far as one ramp leads.
  function _steepest(RiskParams memory tier) private pure returns (RiskParams memory up) {
    up = abi.decode(abi.encode(tier), (RiskParams));
    up.riskAversion = (up.riskAversion * 5) / 4;
    up.capacityRent = (up.capacityRent * 5) / 4;
    up.volOfVol = (up.volOfVol * 5) / 4;
    up.spotVolCorrelation = (up.spotVolCorrelation * 5) / 4;
  }

  /// @dev Days on which somebody touches the vault, so that E follows.
  function _live(uint256 count) private {
    for (uint256 i; i < 2 * count; ++i) {
      _passFresh(12 hours);
      _deposit(vault, anyone, 1e6);
    }
  }
}
