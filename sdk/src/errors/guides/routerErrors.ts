import type { Guides } from "../Guide.ts";

/** Refusals of routers and of the quoter. */
export const ROUTER_ERRORS: Guides = {
  NoLegs: ["an order of one leg at least", "none", "plan the order first"],
  TooManyLegs: ["at most {maximum:count} legs", "{legs:count}", "split the order"],
  TooManyLegsForVault: [
    "at most {maximum:count} legs to one vault",
    "{legs:count} to {vault:address}",
    "split the order, or spread it over vaults",
  ],
  TooManyTotals: ["at most {maximum:count} totals", "{totals:count}", "give one a token that the order trades"],
  TooManyPermits: ["at most {maximum:count} permits", "{permits:count}", "give one a token that the order pays"],
  TooManyPrices: ["at most {maximum:count} signed prices", "{prices:count}", "give one a market that the order trades"],
  TooManyPaths: ["at most {maximum:count} paths", "{paths:count}", "give one a collateral that the order trades"],
  TotalLimitMissed: [
    "a net cost of at most {limit:amount:token}",
    "{netPaid:amount:token}",
    "the price moved: quote again, or loosen the order's limit",
  ],
  TokenNotTraded: [
    "totals, permits and paths of tokens that the order trades",
    "{token:address}",
    "leave it out, or add the leg it was meant for",
  ],
  VaultNotTraded: [
    "signed prices for vaults that the order trades with",
    "one for {vault:address}",
    "leave it out, or add the leg it was meant for",
  ],
  UnknownVault: ["a vault that the factory made", "{vault:address}", "take vaults from the deployment's addresses"],
  NotPaying: [
    "a premium that a running order owes",
    "a demand of {caller:address}",
    "call a router's execute; only vaults ask for premiums, while they trade",
  ],
  // Paying in any token
  NotAToken: ["a token to settle in", "no contract at {token:address}", "check the token's address and the chain"],
  NoPath: [
    "a path from the collateral {collateral:address} to the token of settlement",
    "none",
    "add encodePath(collateral, pools) to the settlement's paths",
  ],
  BadPathLength: ["the {path:ordinal} path of 1 to 4 pools", "{length:count} bytes", "encode it with encodePath"],
  PathEndsElsewhere: [
    "the {path:ordinal} path to lead to the token of settlement",
    "one that ends at {end:address}",
    "encode it from the vault's collateral to the token of settlement",
  ],
  NotArrived: [
    "{expected:amount:token} to arrive",
    "{arrived:amount:token}",
    "settle in a token without a fee on transfers",
  ],
  FundsExhausted: [
    "{needed:amount:token} left for a premium",
    "{available:amount:token}",
    "raise maxNetPaid, or put the sales first",
  ],
  SwapFailed: [
    "a swap from {from:address} to {to:address} of {amount:amount} within the order's bound",
    'Uniswap\'s refusal "{reason:reason}"',
    "raise maxNetPaid, choose pools with more liquidity, or put the sales first",
  ],
  SwapIncomplete: [
    "a pool that takes all {amount:amount:from} for {to:address}",
    "one that leaves {left:amount:from}",
    "choose pools with more liquidity, or sell less at once",
  ],
  // Quoter
  NoVaults: ["one vault at least", "none", "name the vaults to ask"],
  TooManyVaults: ["at most {maximum:count} vaults", "{vaults:count}", "ask for fewer at once"],
  DuplicateVault: ["each vault once", "{vault:address} twice", "name it once"],
  MixedMarkets: [
    "vaults with the same options: kind, collateral, settlement price and least step of a quantity",
    "{vault:address}, which has others",
    "ask for the vaults of one market and kind",
  ],
  ZeroQuantity: ["a quantity other than zero", "zero", "give the options to trade; a negative quantity sells"],
  NotEnoughCapacity: ["at most {capacity:lots:lots}, {capacity:room}", "{lots:lots:lots}", "{capacity:makeRoom}"],
  SmallestOrdersExceed: [
    "at least {smallestOrders:lots:lots}, the smallest orders of the vaults that it needs",
    "{lots:lots:lots}",
    "order a little more or less, or name fewer vaults",
  ],
  Unexplained: [
    "an answer of a vault, its oracle or its feed",
    'a failure without a known reason, "{data:reason}"',
    "check that the vault's market is alive: bulkhead doctor",
  ],
  // Paying by signature (Permit2)
  InvalidSigner: [
    "the sender's own Permit2 signature for this router, token, amount and chain",
    "another's, or one over other terms",
    "sign with signPermit2 and send from the same account",
  ],
  InvalidSignature: ["a signature that recovers to an account", "one that does not", "sign again with signPermit2"],
  InvalidSignatureLength: ["a signature of 64 or 65 bytes", "another length", "sign again with signPermit2"],
  InvalidContractSignature: [
    "a signature that the account's contract confirms",
    "its refusal",
    "sign as that wallet's owners do, or approve the router instead",
  ],
  InvalidNonce: ["an unused nonce of Permit2", "one used before", "sign again: a signature is good once"],
  InvalidAmount: ["at most the {maxAmount:units} that was signed for", "more", "sign for at least maxNetPaid"],
  SignatureExpired: [
    "inclusion by {signatureDeadline:time}, the signature's deadline",
    "a later block",
    "sign again with a later deadline",
  ],
};
