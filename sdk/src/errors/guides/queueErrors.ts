import type { Guides } from "../Guide.ts";

/** Refusals of redeem queues. */
export const QUEUE_ERRORS: Guides = {
  RequestTooSmall: ["a request of at least {minimum:shares}", "{shares:shares}", "request more, or withdraw at once"],
  MinimumAboveRange: [
    "a minimum of at most {highest:wad} a share",
    "{minimum:wad}",
    "give it in WAD collateral a whole share",
  ],
  InvalidReceiver: [
    "a receiver or controller that can use what it gets",
    "{receiver:address}",
    "name an account of yours; not a vault, queue or token of the protocol",
  ],
  NotOperator: [
    "{account:address} or an operator of it",
    "{caller:address}",
    "sign as that account, or have it call setOperator",
  ],
  NotRegistered: [
    "the queue that the vault takes requests from",
    "another: the vault's is {queue:address}",
    "ask at the vault's own queue, as the deployment names it",
  ],
  NotSelf: ["the queue itself", "{caller:address}", "call fill, which calls it in turn"],
  DepositAtVault: [
    "redemptions only at the queue",
    "a deposit or mint",
    "deposit at the vault itself, {vault:address}",
  ],
  NoPreview: [
    "a question that has an answer before the fill",
    "a preview of a request",
    "requests are priced when they are filled: see what redeemRequests says of it",
  ],
  AlreadyClosed: ["an epoch with requests that wait", "epoch {epoch:count}, which is closed", "nothing to do"],
  EpochLengthOutOfBounds: [
    "epochs of {minimum:span} to {maximum:span}",
    "{length:span}",
    "choose a length between them",
  ],
  EpochNotFillable: [
    "a batch of the epoch before {current:count}",
    "epoch {epoch:count}",
    "fill in the epoch after the requests' own; later they are taken back or renewed",
  ],
  EpochNotOver: [
    "an epoch that is over",
    "epoch {epoch:count}, with the present one {current:count}",
    "wait until nothing of it can be filled any more",
  ],
  FilledThisBlock: [
    "one fill of a batch in a block",
    "a second one in block {blockNumber:count}",
    "fill again in the next block",
  ],
  NothingToFill: ["a batch with requests that wait", "none in epoch {epoch:count}", "nothing to do"],
  NoCapacity: ["collateral that no option locks", "none", "fill again once options have come back or expired"],
  PriceBelowMinimum: [
    "a price of at least {minimum:wad} a share, as a participant of the batch asked",
    "{price:wad}",
    "fill again at a better price within the epoch",
  ],
  NothingToClaim: [
    "a request that has been filled, or has ended",
    "neither yet, or all claimed, for request {requestId:count} of {controller:address}",
    "see what redeemRequests says of it",
  ],
  NothingToReturn: [
    "a request that has ended with shares not filled",
    "none left, or not ended yet, for request {requestId:count} of {controller:address}",
    "see what redeemRequests says of it",
  ],
  AssetsAboveClaimable: [
    "at most the {claimable:amount} to be claimed",
    "{assets:amount}",
    "claim less, or the rest later",
  ],
  SharesAboveClaimable: [
    "at most the {claimable:shares} to be claimed",
    "{shares:shares}",
    "claim less, or the rest later",
  ],
};
