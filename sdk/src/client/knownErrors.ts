import { Interface, type ErrorFragment, type Fragment } from "ethers";

import * as contracts from "../../../typechain-types/index.ts";

/** Every named error of every contract, and what the compiler, ERC-20 tokens and Permit2 throw. */
export const KNOWN_ERRORS = new Interface([
  "error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)",
  "error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)",
  "error ERC6909InsufficientBalance(address sender, uint256 balance, uint256 needed, uint256 id)",
  "error ERC6909InsufficientAllowance(address spender, uint256 allowance, uint256 needed, uint256 id)",
  "error ERC4626ExceededMaxDeposit(address receiver, uint256 assets, uint256 max)",
  "error ERC4626ExceededMaxMint(address receiver, uint256 shares, uint256 max)",
  "error ERC4626ExceededMaxWithdraw(address owner, uint256 assets, uint256 max)",
  "error ERC4626ExceededMaxRedeem(address owner, uint256 shares, uint256 max)",
  "error AccessManagedUnauthorized(address caller)",
  "error SafeERC20FailedOperation(address token)",
  // Permit2's, of signed transfers.
  "error InvalidSigner()",
  "error InvalidSignature()",
  "error InvalidSignatureLength()",
  "error InvalidContractSignature()",
  "error InvalidNonce()",
  "error InvalidAmount(uint256 maxAmount)",
  "error SignatureExpired(uint256 signatureDeadline)",
  ...errorsOfContracts(),
]);

function errorsOfContracts(): Fragment[] {
  const found = new Map<string, Fragment>();
  for (const contract of Object.values(contracts)) {
    if (!("createInterface" in contract)) continue;
    for (const fragment of contract.createInterface().fragments) {
      if (isError(fragment)) found.set(fragment.selector, fragment);
    }
  }
  return [...found.values()];
}

function isError(fragment: Fragment): fragment is ErrorFragment {
  return fragment.type === "error";
}
