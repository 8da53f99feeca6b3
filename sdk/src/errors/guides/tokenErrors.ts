import type { Guides } from "../Guide.ts";

const AGAIN = "sign again";

/** Refusals of tokens, of option tokens and shares, and of the libraries that contracts are built with. */
export const TOKEN_ERRORS: Guides = {
  ERC20InsufficientBalance: [
    "a balance of {needed:moved} at {sender:address}",
    "{balance:moved}",
    "fund the account, or take less",
  ],
  ERC20InsufficientAllowance: [
    "an allowance of {needed:moved} to {spender:address}",
    "{allowance:moved}",
    "approve the token, or pass a permit",
  ],
  ERC20InvalidApprover: ["an owner to approve for", "{approver:address}", "approve from an account"],
  ERC20InvalidReceiver: ["a receiver of tokens", "{receiver:address}", "name an account that can use them"],
  ERC20InvalidSender: ["a sender of tokens", "{sender:address}", "send from an account"],
  ERC20InvalidSpender: ["a spender to approve", "{spender:address}", "name the contract that is to spend"],
  ERC2612ExpiredSignature: ["a permit used by {deadline:time}", "a later block", `${AGAIN} with a later deadline`],
  ERC2612InvalidSigner: [
    "a permit signed by {owner:address}",
    "one signed by {signer:address}, or over other terms",
    `${AGAIN} as the owner, with signPermit`,
  ],
  InvalidAccountNonce: [
    "a permit with nonce {currentNonce:count} of {account:address}",
    "another",
    `${AGAIN}: a permit is good once`,
  ],
  SafeERC20FailedOperation: [
    "a transfer that {token:address} carries out",
    "its refusal",
    "check balance and allowance, and that the token is not paused",
  ],
  ERC4626ExceededMaxDeposit: [
    "a deposit of at most {max:amount} now",
    "{assets:amount}",
    "deposit less, or wait until the vault takes deposits",
  ],
  ERC4626ExceededMaxMint: [
    "at most {max:shares} to be made now",
    "{shares:shares}",
    "deposit less, or wait until the vault takes deposits",
  ],
  ERC4626ExceededMaxWithdraw: [
    "a withdrawal of at most {max:amount} now",
    "{assets:amount}",
    "withdraw less, request a redemption, or use the guaranteed exit",
  ],
  ERC4626ExceededMaxRedeem: [
    "redeeming at most {max:shares} now",
    "{shares:shares}",
    "redeem less, request a redemption, or use the guaranteed exit",
  ],
  ERC6909InsufficientBalance: [
    "{needed:wad} options of {id:series} at {sender:address}",
    "{balance:wad}",
    "sell no more than is held",
  ],
  ERC6909InsufficientAllowance: [
    "the right to move {needed:wad} options of {id:series}, given to {spender:address}",
    "an allowance of {allowance:wad}",
    "call setOperator on the vault's option token: allowSales does",
  ],
  ERC6909InvalidApprover: ["an owner to approve for", "{approver:address}", "approve from an account"],
  ERC6909InvalidReceiver: ["a receiver of options", "{receiver:address}", "name an account that can redeem them"],
  ERC6909InvalidSender: ["a sender of options", "{sender:address}", "send from an account"],
  ERC6909InvalidSpender: ["a spender to approve", "{spender:address}", "name the contract that is to move them"],
  // Signatures
  ECDSAInvalidSignature: ["a signature that recovers to an account", "one that does not", AGAIN],
  ECDSAInvalidSignatureLength: ["a signature of 65 bytes", "{length:count}", AGAIN],
  ECDSAInvalidSignatureS: ["a signature in the lower half order", "s = {s:hash}", AGAIN],
  // Libraries
  AddressEmptyCode: ["a contract", "none at {target:address}", "check the address and the chain"],
  FailedCall: ["a call that succeeds", "a revert without a reason", "check the called contract and its arguments"],
  InsufficientBalance: [
    "a balance of {needed:wad} native coin in the contract",
    "{balance:wad}",
    "send the value along, or fund the contract",
  ],
  ReentrancyGuardReentrantCall: [
    "a call from outside any running one",
    "a call back into a contract that is at work",
    "call again once the first call is over",
  ],
  SafeCastOverflowedIntDowncast: ["a number of {bits:count} bits", "{value:count}", "use a smaller one"],
  SafeCastOverflowedUintDowncast: ["a number of {bits:count} bits", "{value:count}", "use a smaller one"],
  SafeCastOverflowedUintToInt: ["a number below 2^255", "{value:count}", "use a smaller one"],
  InvalidShortString: ["a short text as it is kept", "something else", "report it: no caller can cause it"],
  StringTooLong: ["a text of at most 31 bytes", '"{str:text}"', "shorten the name"],
  StringsInsufficientHexLength: [
    "{length:count} bytes that hold the number",
    "{value:count}",
    "report it: no caller can cause it",
  ],
  // The language's own
  Error: ["a call that the contract accepts", '"{message:text}"', "see what the contract means by that"],
  Panic: [
    "arithmetic and storage as the contract expects them",
    "{reason:panic}",
    "check the amounts; where they are sound, report it",
  ],
};
