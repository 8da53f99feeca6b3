// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";

bytes32 constant USUAL_DOMAIN = keccak256(
  "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
);

error PermitExpired(uint256 deadline);
error WrongPermitSigner(address signer);

/// @title LegacyPermitToken
/// @notice A token with permits by ERC-2612 from before ERC-5267: what it signs under shows in its `DOMAIN_SEPARATOR` alone. Its
/// storage begins as `DevToken`'s does, so that its code can take that one's place.
contract LegacyPermitToken is ERC20 {
  enum Domain {
    VersionTwo,
    VersionTwoUnsaid,
    VersionOneUnsaid,
    NoVersion,
    ChainInSalt,
    Unusual
  }

  bytes32 public constant PERMIT_TYPEHASH = keccak256(
    "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
  );

  Domain private immutable DOMAIN;

  mapping(address owner => uint256) public nonces;

  error Unsaid();

  constructor(Domain domain_) ERC20("Legacy", "OLD") {
    DOMAIN = domain_;
  }

  function decimals() public pure override returns (uint8) {
    return 6;
  }

  /// @notice Circle's tokens say theirs; others don't.
  function version() external view returns (string memory) {
    require(DOMAIN == Domain.VersionTwo || DOMAIN == Domain.Unusual, Unsaid());
    return "2";
  }

  function permit(
    address owner,
    address spender,
    uint256 value,
    uint256 deadline,
    uint8 v,
    bytes32 r,
    bytes32 s
  ) external {
    require(block.timestamp <= deadline, PermitExpired(deadline));
    bytes32 content = keccak256(abi.encode(PERMIT_TYPEHASH, owner, spender, value, nonces[owner]++, deadline));
    address signer = ECDSA.recover(MessageHashUtils.toTypedDataHash(DOMAIN_SEPARATOR(), content), v, r, s);
    require(signer == owner, WrongPermitSigner(signer));
    _approve(owner, spender, value);
  }

  function DOMAIN_SEPARATOR() public view returns (bytes32) {
    bytes32 named = keccak256(bytes(name()));
    if (DOMAIN == Domain.NoVersion) {
      bytes32 kind = keccak256("EIP712Domain(string name,uint256 chainId,address verifyingContract)");
      return keccak256(abi.encode(kind, named, block.chainid, address(this)));
    }
    if (DOMAIN == Domain.ChainInSalt) {
      bytes32 kind = keccak256("EIP712Domain(string name,string version,address verifyingContract,bytes32 salt)");
      return keccak256(abi.encode(kind, named, keccak256("1"), address(this), bytes32(block.chainid)));
    }
    bytes32 version_ = keccak256(
      DOMAIN == Domain.VersionOneUnsaid
        ? bytes("1")
        : DOMAIN == Domain.Unusual
          ? bytes("3.1")
          : bytes("2")
    );
    return keccak256(abi.encode(USUAL_DOMAIN, named, version_, block.chainid, address(this)));
  }
}

/// @title DaiLikeToken
/// @notice Permits with a nonce, an expiry, and all or nothing in place of a value.
contract DaiLikeToken is ERC20 {
  bytes32 public constant PERMIT_TYPEHASH = keccak256(
    "Permit(address holder,address spender,uint256 nonce,uint256 expiry,bool allowed)"
  );
  // Named as the token it is like names it.
  // solhint-disable-next-line const-name-snakecase
  string public constant version = "1";

  mapping(address holder => uint256) public nonces;

  constructor() ERC20("Dai Stablecoin", "DAI") {}

  function permit(
    address holder,
    address spender,
    uint256 nonce,
    uint256 expiry,
    bool allowed,
    uint8 v,
    bytes32 r,
    bytes32 s
  ) external {
    require(expiry == 0 || block.timestamp <= expiry, PermitExpired(expiry));
    bytes32 content = keccak256(abi.encode(PERMIT_TYPEHASH, holder, spender, nonce, expiry, allowed));
    address signer = ECDSA.recover(MessageHashUtils.toTypedDataHash(DOMAIN_SEPARATOR(), content), v, r, s);
    require(signer == holder && nonce == nonces[holder]++, WrongPermitSigner(signer));
    _approve(holder, spender, allowed ? type(uint256).max : 0);
  }

  function DOMAIN_SEPARATOR() public view returns (bytes32) {
    return keccak256(abi.encode(USUAL_DOMAIN, keccak256(bytes(name())), keccak256("1"), block.chainid, address(this)));
  }
}

/// @title SilentToken
/// @notice No permits, and a fallback that takes every call and answers nothing, as wrapped ether's does: a permit "succeeds".
contract SilentToken is ERC20 {
  constructor() ERC20("Wrapped", "WRP") {}

  fallback() external payable {}

  receive() external payable {}
}

/// @title BorrowedDomainToken
/// @notice States the signing domain of another token, and takes no signature that it is given.
contract BorrowedDomainToken is ERC20 {
  address private immutable OTHER;

  error NeverTaken();

  constructor(address other) ERC20("Borrowed", "BRW") {
    OTHER = other;
  }

  function nonces(address) external pure returns (uint256) {
    return 0;
  }

  function eip712Domain()
    external
    view
    returns (bytes1, string memory, string memory, uint256, address, bytes32, uint256[] memory)
  {
    return (hex"0f", name(), "1", block.chainid, OTHER, bytes32(0), new uint256[](0));
  }

  function permit(address, address, uint256, uint256, uint8, bytes32, bytes32) external pure {
    revert NeverTaken();
  }
}

/// @title ResetFirstToken
/// @notice Replaces no allowance but by zero and returns nothing, as USDT on mainnet.
contract ResetFirstToken is ERC20 {
  error NotZero(uint256 allowance);

  constructor() ERC20("Reset", "RST") {}

  function approve(address spender, uint256 value) public override returns (bool) {
    uint256 allowed = allowance(msg.sender, spender);
    require(value == 0 || allowed == 0, NotZero(allowed));
    _approve(msg.sender, spender, value);
    assembly ("memory-safe") {
      return(0, 0)
    }
  }
}

/// @title DeafToken
/// @notice Says yes to an approval and allows nothing.
contract DeafToken is ERC20 {
  constructor() ERC20("Deaf", "DEF") {}

  function approve(address, uint256) public pure override returns (bool) {
    return true;
  }
}

/// @title PlainToken
/// @notice As a `DevToken` of six decimals lies in storage, without permits.
contract PlainToken is ERC20 {
  constructor() ERC20("USD Coin", "USDC") {}

  function decimals() public pure override returns (uint8) {
    return 6;
  }

  function mint(address to, uint256 amount) external {
    _mint(to, amount);
  }
}
