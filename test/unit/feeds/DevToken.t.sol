// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {DevToken} from "../../../contracts/devnet/DevToken.sol";

contract DevTokenTest is Test {
  function test_Mint_GivenAnyCaller() public {
    DevToken token = new DevToken("USD Coin", "USDC", 6);
    assertEq(token.decimals(), 6);
    vm.prank(address(1));
    token.mint(address(2), 5e6);
    assertEq(token.balanceOf(address(2)), 5e6);
  }

  function test_Permit_GivenASignature() public {
    DevToken token = new DevToken("USD Coin", "USDC", 6);
    (address owner, uint256 key) = makeAddrAndKey("owner");
    bytes32 structHash = keccak256(
      abi.encode(
        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"),
        owner,
        address(this),
        7,
        0,
        block.timestamp
      )
    );
    bytes32 digest = keccak256(abi.encodePacked("\x19\x01", token.DOMAIN_SEPARATOR(), structHash));
    (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
    token.permit(owner, address(this), 7, block.timestamp, v, r, s);
    assertEq(token.allowance(owner, address(this)), 7);
  }
}
