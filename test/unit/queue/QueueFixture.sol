// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOptionVault} from "../../../contracts/interfaces/IOptionVault.sol";
import {IRedeemQueue} from "../../../contracts/interfaces/IRedeemQueue.sol";
import {RedeemQueue} from "../../../contracts/queue/RedeemQueue.sol";
import {OpenVaultFixture} from "../vault/OpenVaultFixture.sol";

/// @notice The put vault with its redeem queue, and three more providers who have allowed it their shares.
abstract contract QueueFixture is OpenVaultFixture {
  uint256 internal constant EPOCH = 1 days;
  /// @dev Share units of a whole share of the put vault.
  uint256 internal constant SHARE = 1e12;
  uint256 internal constant MINIMUM = 100 * SHARE;

  RedeemQueue internal queue;
  address internal holder;
  address internal alice = makeAddr("alice");
  address internal bob = makeAddr("bob");
  address internal carol = makeAddr("carol");

  function setUp() public virtual override {
    super.setUp();
    queue = new RedeemQueue(IOptionVault(address(putVault)), EPOCH, MINIMUM);
    holder = queue.holder();
    _governNow(putVault).registerQueue(address(queue));
    _join(alice, 100_000e6);
    _join(bob, 200_000e6);
    _join(carol, 50_000e6);
    vm.prank(provider);
    putVault.approve(address(queue), FOREVER);
    _tick();
  }

  function _join(address who, uint256 assets) internal {
    _deposit(putVault, who, assets);
    vm.prank(who);
    putVault.approve(address(queue), FOREVER);
  }

  function _request(address who, uint256 shares) internal returns (uint256) {
    return _request(who, shares, 0);
  }

  function _request(address who, uint256 shares, uint256 minimum) internal returns (uint256 requestId) {
    vm.prank(who);
    return queue.requestRedeem(shares, who, who, minimum);
  }

  /// @dev A minute into the next epoch, with price and surface reported anew.
  function _nextEpoch() internal {
    uint256 now_ = vm.getBlockTimestamp();
    _passFresh(EPOCH - (now_ % EPOCH) + 60);
    _tick();
  }

  function _lastEpoch() internal view returns (uint256) {
    return queue.currentEpoch() - 1;
  }

  function _fill() internal returns (uint256 shares, uint256 assets) {
    return queue.fill(_lastEpoch());
  }

  function _claim(address who, uint256 requestId) internal returns (uint256 assets, uint256 shares) {
    vm.prank(who);
    return queue.claim(requestId, who, who);
  }

  /// @dev NAV less the band a whole share, WAD.
  function _price() internal view returns (uint256) {
    uint256 nav = uint256(putVault.assess().nav) - putVault.assess().band;
    return ((nav + 1e12) * SHARE) / (putVault.totalSupply() + 1e6);
  }

  /// @dev Locks nearly all that may be locked, so that only a part of the shares may leave.
  function _lockUp() internal {
    vm.prank(buyer);
    putVault.buy(id, 540e18, FOREVER, buyer, FOREVER);
    _tick();
  }

  function _batch(uint256 epoch) internal view returns (IRedeemQueue.BatchInfo memory) {
    return queue.batchOf(epoch);
  }

  function _standing(
    uint256 requestId,
    address who
  ) internal view returns (uint256 claimable, uint256 assets, uint256 pending, uint256 returnable) {
    return queue.standingOf(requestId, who);
  }

  /// @dev Where nothing comes back from.
  function _traps() internal view returns (address[6] memory) {
    return [address(0), address(putVault), address(queue), holder, address(usdc), address(puts)];
  }
}
