import type { Guides } from "../Guide.ts";

/** Refusals of vaults, their series, their shares and their factory. */
export const VAULT_ERRORS: Guides = {
  // Orders
  DeadlinePassed: [
    "inclusion by {deadline:time:now_}",
    "a block of {now_:time:now_}",
    "quote again and send with a later deadline",
  ],
  PremiumAboveLimit: [
    "a premium of at most {limit:amount}",
    "{premium:amount}",
    "the price moved: quote again, or raise the limit",
  ],
  PayoutBelowLimit: [
    "a payout of at least {limit:amount}",
    "{payout:amount}",
    "the price moved: quote again, or lower the limit",
  ],
  LegLimitMissed: [
    "the {leg:ordinal} leg within {limit:amount}",
    "{amount:amount}",
    "the price moved: quote again, or loosen that leg's limit",
  ],
  OrderAboveLimit: [
    "an order that costs at most {limit:amount} (negative where it is to bring something)",
    "{premium:amount}",
    "the price moved: quote again, or loosen the order's limit",
  ],
  SeriesNotListed: [
    "a listed series",
    "{id:series}",
    "choose a strike of the option chain, or have the expiry opened or relisted; a parked one is redeemed at its expiry",
  ],
  MalformedSeriesId: [
    "a series id of an expiry and a strike, both above zero",
    "{id:hash}",
    "make ids with toSeriesId(expiry, strike)",
  ],
  SeriesTermsOutOfRange: [
    "an expiry and a strike above zero that a series id can hold",
    "strike {strike:wad} expiring {expiry:time}",
    "choose a strike and an expiry of the option chain",
  ],
  DuplicateSeries: ["each series once for each vault", "{id:series} twice", "put both into one leg"],
  ExpiryNotOpen: [
    "an expiry that is open in the vault",
    "{expiry:time}",
    "choose an expiry of the option chain, or call openExpiry",
  ],
  ExpiryClosed: [
    "an order before trading closed at {cutOff:time}",
    "expiry {expiry:time}",
    "choose a later expiry, or wait and redeem",
  ],
  OrderTooSmall: ["at least {minimum:wad} options", "{quantity:wad}", "order more"],
  OrderTooLarge: [
    "at most {maximum:wad} options (of a sale, those that the vault has sold)",
    "{quantity:wad}",
    "order less, or split a purchase over vaults",
  ],
  NotWholeLots: ["a multiple of {lotSize:wad} options", "{quantity:wad}", "round the quantity to such a multiple"],
  DeltaOutOfBounds: [
    "an absolute delta from {minimum:wad} to {maximum:wad}",
    "{spotDelta:wad}",
    "choose a strike nearer the forward, or not so deep in the money",
  ],
  TenorOutOfBounds: ["a time to expiry from {minimum:span} to {maximum:span}", "{tenor:span}", "choose another expiry"],
  LegsOutOfRange: ["from 1 to {maximum:count} legs", "{legs:count}", "split the order, or leave no order empty"],
  NothingToPay: [
    "an option worth more than the fees of selling it",
    "less",
    "keep it until expiry, or sell more at once",
  ],
  UtilisationAboveLimit: [
    "a lock of at most {limit:percent} of the actual capital of {actualCapital:collateral}",
    "a lock of {lock:collateral}",
    "order or withdraw less, split over vaults, or wait for deposits",
  ],
  LockGrowthAboveLimit: [
    "an order that locks at most {maximum:collateral} more, as the vault is guarded",
    "{added:collateral}",
    "trade less at once",
  ],
  Insolvent: [
    "collateral that covers the lock of {lock:collateral}",
    "{collateral:collateral}",
    "order less, split over vaults, or wait for deposits",
  ],
  TransferShort: [
    "{expected:amount} to arrive at the vault",
    "{received:amount}",
    "pay in full from the callback; tokens that charge a fee on transfers are not taken",
  ],
  // State
  StateForbids: [
    "a vault state that allows this",
    "{state:state}",
    "wait until the vault opens again; redeeming and the guaranteed exit always work",
  ],
  SurfaceForbids: [
    "a fresh volatility surface",
    "a stale or pending one",
    "deliver a new report, or wait; selling back and the guaranteed exit still work",
  ],
  TradedThisBlock: ["a block in which the vault did not trade", "a trade in this one", "send again"],
  NotTightening: [
    "a state stricter than {current:state}",
    "{requested:state}",
    "name a stricter state; loosening is the governor's",
  ],
  NotLoosening: [
    "a state looser than {current:state}",
    "{requested:state}",
    "name a looser state; tightening is the guardian's",
  ],
  NothingTripped: ["a vault that its own rule tripped", "one that nothing tripped", "nothing to do"],
  TripConditionHolds: [
    "the condition of {current:state} to be over",
    "one that still holds",
    "wait until the feeds and the surface have recovered, then call again",
  ],
  TripConditionNotMet: [
    "a condition that trips the vault to {requested:state}",
    "none",
    "nothing to do: feeds and surface are within their limits",
  ],
  TripLasts: ["a trip that has lasted until {until:time}", "an earlier block", "call again after that"],
  // Expiries and series
  NotOnCalendar: [
    "an expiry of the vault's calendar, at 08:00 UTC",
    "{expiry:time}",
    "open one of the next dailies, weeklies or monthlies",
  ],
  ExpiryAlreadyOpen: ["an expiry that is not open yet", "{expiry:time}, which is", "nothing to do"],
  NothingToRelist: [
    "strikes of {expiry:time} that the forward has left",
    "strikes that still surround it",
    "nothing to do until spot has moved on",
  ],
  TooManyExpiries: ["a free place for an expiry", "a full book of expiries", "settle what has expired, then open it"],
  TooManySeries: [
    "room in the book for a whole ladder of strikes",
    "too little of it",
    "settle what has expired, or relist an expiry to retire its empty strikes",
  ],
  ForwardOffGrid: [
    "a forward that the strikes' grid of {tickSize:wad} can hold",
    "{forward:wad}",
    "make a vault with a larger tick size for this market",
  ],
  ExpiryPriceNotFixed: [
    "a fixed settlement price",
    "none yet for {expiry:time}",
    "prove the price after the expiry, then settle",
  ],
  SettlementPending: [
    "no expiry between its averaging window and its settlement",
    "{expiry:time}",
    "have the expiry's price proven and settle it, then try again",
  ],
  NotSettled: ["a settled expiry", "{expiry:time}", "settle it first; anyone may"],
  // Shares
  NoProviders: ["a vault with providers", "no shares in existence", "deposit first, or choose another vault"],
  NavTooLow: [
    "a net asset value of at least {minimum:collateral}",
    "{nav:collateral}",
    "don't deposit into this vault now",
  ],
  SharesBelowLimit: [
    "at least {limit:shares}",
    "{shares:shares}",
    "the share price moved: preview again, or lower the limit",
  ],
  SharesAboveLimit: [
    "at most {limit:shares}",
    "{shares:shares}",
    "preview again, or raise the limit; of shares in custody no more than are held",
  ],
  AssetsBelowLimit: [
    "at least {limit:amount}",
    "{assets:amount}",
    "the share price moved: preview again, lower the limit, or deposit the least first deposit",
  ],
  AssetsAboveLimit: [
    "at most {limit:amount}",
    "{assets:amount}",
    "the share price moved: preview again, raise the limit, or deposit less",
  ],
  NotEnoughFreeCollateral: [
    "at most the {free:amount} that is free",
    "{requested:amount}",
    "withdraw less now, request a redemption, or use the guaranteed exit",
  ],
  BadReceiver: [
    "a receiver that can use what it gets",
    "{receiver:address}",
    "name an account of yours; not a vault, a queue, a router or a token of the protocol",
  ],
  NotQueue: ["the vault's own redeem queue", "{caller:address}", "redeem through the queue: requestRedeem"],
  // Terms and parameters
  ZeroAmount: ["an amount above zero", "zero, or so little that it rounds to zero", "give more"],
  ZeroAddress: ["an address with what it is to be", "the zero address, or one without code", "give its address"],
  UnsupportedDecimals: ["a collateral of at most 18 decimals", "{decimals:count}", "choose another collateral"],
  QueueAlreadyRegistered: ["a vault without a queue", "{queue:address}", "nothing to do: a vault keeps its queue"],
  ParamOutOfBounds: [
    "{name:text} within its hard bounds",
    "{value:parameter:name}",
    "choose a value inside those of VaultLimits, in whole steps of 1e-6",
  ],
  RampDurationOutOfBounds: [
    "a ramp of {minimum:span} to {maximum:span}",
    "{duration:span}",
    "choose a duration between them",
  ],
  RampTooShort: ["a ramp of at least {minimum:span}", "{duration:span}", "ramp more slowly"],
  RampTooSoon: ["a ramp from {earliest:time} on", "an earlier one", "wait seven days after the last ramp's end"],
  "RampTooSteep(bytes32,int256,int256)": [
    "{name:text} to move by no more than one step from {current:parameter:name}",
    "{target:parameter:name}",
    "go there in several steps: the protocol's fee up by 0.05 at a time, others up by a quarter, down by a fifth, or by 2.5 % of their bound",
  ],
  // Modules and factory
  NotDelegated: ["a call through a vault", "a call to its module itself", "call the vault"],
  UnknownSelector: [
    "a function of a vault",
    "{selector:selector}",
    "check the ABI: optionVaultAbi of @bulkhead/sdk/abi",
  ],
  NotVault: ["the option token's own vault", "{caller:address}", "trade and redeem through the vault"],
  CodeMismatch: [
    "creation code of the registered hash {expected:hash}",
    "{given:hash}",
    "pass the code of the version that was registered",
  ],
  NoCode: ["a contract at a module's address", "none at {module:address}", "deploy the module first"],
  UnknownVersion: [
    "a registered version of the vault's code",
    "version {version:count}",
    "register it, or choose another",
  ],
};
