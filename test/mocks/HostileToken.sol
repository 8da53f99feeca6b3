// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title HostileToken
/// @notice Collateral that misbehaves in each way that attack A8 names, one at a time, and can call back while it moves (A7).
contract HostileToken is ERC20 {
  enum Behaviour {
    Plain,
    FeeOnTransfer,
    ReturnsFalse,
    ReturnsNothing,
    RevertsOnZero,
    Blocklist
  }

  uint256 private constant FEE_DIVISOR = 100;

  Behaviour public behaviour;
  mapping(address account => bool) public blocked;

  address private _target;
  bytes private _call;
  bool public called;
  bool public callSucceeded;
  bytes public callResult;

  error ZeroTransfer();
  error Blocked(address account);

  constructor() ERC20("Hostile", "HOST") {}

  function decimals() public pure override returns (uint8) {
    return 6;
  }

  function mint(address to, uint256 amount) external {
    _mint(to, amount);
  }

  function setBehaviour(Behaviour behaviour_) external {
    behaviour = behaviour_;
  }

  function setBlocked(address account, bool value) external {
    blocked[account] = value;
  }

  /// @notice What to call in the middle of the next transfer.
  function setHook(address target, bytes calldata data) external {
    (_target, _call, called) = (target, data, false);
  }

  function transfer(address to, uint256 amount) public override returns (bool) {
    _misbehave();
    bool result = super.transfer(to, amount);
    return _answer(result);
  }

  function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
    _misbehave();
    bool result = super.transferFrom(from, to, amount);
    return _answer(result);
  }

  function _update(address from, address to, uint256 amount) internal override {
    if (behaviour == Behaviour.RevertsOnZero) require(amount != 0, ZeroTransfer());
    if (behaviour == Behaviour.Blocklist) {
      require(!blocked[from], Blocked(from));
      require(!blocked[to], Blocked(to));
    }
    super._update(from, to, amount);
    if (behaviour == Behaviour.FeeOnTransfer && from != address(0)) super._update(to, address(1), amount / FEE_DIVISOR);
  }

  function _misbehave() private {
    address target = _target;
    if (target == address(0)) return;
    _target = address(0);
    called = true;
    (callSucceeded, callResult) = target.call(_call);
  }

  /// @dev Some tokens return nothing at all, some return false instead of reverting.
  function _answer(bool result) private view returns (bool) {
    if (behaviour == Behaviour.ReturnsNothing) {
      assembly ("memory-safe") {
        return(0, 0)
      }
    }
    return behaviour == Behaviour.ReturnsFalse ? false : result;
  }
}
