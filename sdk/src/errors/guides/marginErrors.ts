import type { Guides } from "../Guide.ts";

/** Refusals of the margin engine, and of a vault's door to it. */
export const MARGIN_ERRORS: Guides = {
  // Accounts
  NotAuthorised: [
    "the owner of account {account:hash}, or an operator of his who is not frozen",
    "{caller:address}",
    "sign as the owner, or have him call setOperator",
  ],
  VaultNotListed: [
    "a vault of the factory that answers to this engine",
    "{vault:address}",
    "name a vault as the deployment does, whose engine this is",
  ],
  "PledgeTooSmall(bytes32,address,uint256,uint256)": [
    "a pledge of at least {needed:amount} at {vault:address}, what the account can lose there",
    "{pledged:amount}",
    "deposit the difference in the same batch, take out less, or buy a leg that covers",
  ],
  PledgeTooLarge: [
    "a pledge of at most {maximum:amount} in account {account:hash}",
    "{pledged:amount}",
    "use another account of yours for the rest",
  ],
  TooManyPositions: [
    "at most {maximum:count} positions in account {account:hash}",
    "one more",
    "close or settle one, or use another account of yours",
  ],
  "TooManyVaults(bytes32,uint256)": [
    "positions and pledges at up to {maximum:count} vaults in account {account:hash}",
    "one more",
    "empty one, or use another account of yours",
  ],
  TooManyAccounts: ["a batch that touches at most {maximum:count} accounts", "one more", "split the batch"],
  PositionTooLarge: [
    "a position that account {account:hash} can hold",
    "one larger than an account has room for",
    "use another account of yours for the rest",
  ],
  PositionTooSmall: [
    "{quantity:wad} options of {id:series} in account {account:hash}, or more",
    "{held:wad} (positive where it is short)",
    "move or issue what the account holds",
  ],
  SameAccount: ["two accounts", "{account:hash} twice", "move positions to another account"],
  "NotSettled(address,uint256)": [
    "an expiry that {vault:address} has settled",
    "{expiry:time}, which it has not",
    "have the vault settle it once its price is fixed, and end the account's positions then",
  ],
  NothingToSettle: [
    "positions at {vault:address} that expire {expiry:time}",
    "none in account {account:hash}",
    "nothing is left to do for that expiry",
  ],
  "InvalidSignature(address)": [
    "the signature of {signer:address} over this operator, nonce and deadline",
    "another",
    "sign again for this chain and engine, with the owner's next nonce",
  ],
  NestedBatch: ["calls of accounts in a batch", "a batch in a batch", "put all calls into one"],
  NotBatchable: ["calls of account entries in a batch", "the selector {selector:selector}", "send that one by itself"],
  // The door
  NotEngine: [
    "the vault's margin engine",
    "{caller:address}",
    "write, pledge and settle through the engine that the vault names",
  ],
  EngineAlreadyRegistered: [
    "a vault without a margin engine",
    "one that answers to {engine:address}",
    "an engine is for ever: make a new vault for another",
  ],
  PledgeTooSmall: [
    "a pledge of at least {needed:amount}, what accounts can owe at worst",
    "{pledged:amount}",
    "deposit the difference in the same batch, or write less",
  ],
  PledgeExceeded: ["at most the pledge, {pledged:amount}", "{amount:amount}", "deposit first, or take out less"],
  NotClosing: [
    "a closing trade of {id:series} within what accounts hold the other way, {cleared:wad} (positive where short)",
    "{quantity:wad}",
    "close less, or trade the rest as an opening",
  ],
  LongAboveLimit: [
    "a vault that is long within its bound, {maximum:collateral}",
    "{amount:collateral}",
    "write less, wait until others have bought, or keep long options in the account until they are settled",
  ],
};
