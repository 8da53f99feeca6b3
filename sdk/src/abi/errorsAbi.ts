// Written by scripts/abis.ts from the compiled contracts; not to be edited.

/** Every error of every contract, and those of tokens and Permit2 that come through. */
export const errorsAbi = [
  { inputs: [], name: "AccessControlBadConfirmation", type: "error" },
  {
    inputs: [
      { name: "account", type: "address" },
      { name: "neededRole", type: "bytes32" },
    ],
    name: "AccessControlUnauthorizedAccount",
    type: "error",
  },
  { inputs: [{ name: "authority", type: "address" }], name: "AccessManagedInvalidAuthority", type: "error" },
  {
    inputs: [
      { name: "caller", type: "address" },
      { name: "delay", type: "uint32" },
    ],
    name: "AccessManagedRequiredDelay",
    type: "error",
  },
  { type: "error", name: "AccessManagedUnauthorized", inputs: [{ name: "caller", type: "address" }] },
  { inputs: [{ name: "operationId", type: "bytes32" }], name: "AccessManagerAlreadyScheduled", type: "error" },
  { inputs: [], name: "AccessManagerBadConfirmation", type: "error" },
  { inputs: [{ name: "operationId", type: "bytes32" }], name: "AccessManagerExpired", type: "error" },
  { inputs: [{ name: "initialAdmin", type: "address" }], name: "AccessManagerInvalidInitialAdmin", type: "error" },
  { inputs: [{ name: "selector", type: "bytes4" }], name: "AccessManagerLockedFunction", type: "error" },
  { inputs: [{ name: "roleId", type: "uint64" }], name: "AccessManagerLockedRole", type: "error" },
  { inputs: [{ name: "operationId", type: "bytes32" }], name: "AccessManagerNotReady", type: "error" },
  { inputs: [{ name: "operationId", type: "bytes32" }], name: "AccessManagerNotScheduled", type: "error" },
  {
    inputs: [
      { name: "msgsender", type: "address" },
      { name: "roleId", type: "uint64" },
    ],
    name: "AccessManagerUnauthorizedAccount",
    type: "error",
  },
  {
    inputs: [
      { name: "caller", type: "address" },
      { name: "target", type: "address" },
      { name: "selector", type: "bytes4" },
    ],
    name: "AccessManagerUnauthorizedCall",
    type: "error",
  },
  {
    inputs: [
      { name: "msgsender", type: "address" },
      { name: "caller", type: "address" },
      { name: "target", type: "address" },
      { name: "selector", type: "bytes4" },
    ],
    name: "AccessManagerUnauthorizedCancel",
    type: "error",
  },
  { inputs: [{ name: "target", type: "address" }], name: "AccessManagerUnauthorizedConsume", type: "error" },
  { inputs: [{ name: "selector", type: "bytes4" }], name: "ActForbidden", type: "error" },
  { inputs: [{ name: "target", type: "address" }], name: "AddressEmptyCode", type: "error" },
  {
    inputs: [
      { name: "aggregator", type: "address" },
      { name: "reason", type: "bytes" },
    ],
    name: "AggregatorFailed",
    type: "error",
  },
  { inputs: [{ name: "epoch", type: "uint256" }], name: "AlreadyClosed", type: "error" },
  {
    inputs: [
      { name: "expiry", type: "uint256" },
      { name: "price", type: "uint256" },
    ],
    name: "AlreadyFixed",
    type: "error",
  },
  { inputs: [{ name: "blockNumber", type: "uint256" }], name: "AlreadyReportedInBlock", type: "error" },
  { inputs: [{ name: "number", type: "uint256" }], name: "AlreadySubmittedInBlock", type: "error" },
  {
    inputs: [
      { name: "aggregator", type: "address" },
      { name: "answer", type: "int256" },
      { name: "lowest", type: "int256" },
      { name: "highest", type: "int256" },
    ],
    name: "AnswerClamped",
    type: "error",
  },
  {
    inputs: [
      { name: "aggregator", type: "address" },
      { name: "roundId", type: "uint80" },
      { name: "answer", type: "int256" },
    ],
    name: "AnswerUnusable",
    type: "error",
  },
  {
    inputs: [
      { name: "assets", type: "uint256" },
      { name: "claimable", type: "uint256" },
    ],
    name: "AssetsAboveClaimable",
    type: "error",
  },
  {
    inputs: [
      { name: "assets", type: "uint256" },
      { name: "limit", type: "uint256" },
    ],
    name: "AssetsAboveLimit",
    type: "error",
  },
  {
    inputs: [
      { name: "assets", type: "uint256" },
      { name: "limit", type: "uint256" },
    ],
    name: "AssetsBelowLimit",
    type: "error",
  },
  {
    inputs: [
      { name: "path", type: "uint256" },
      { name: "length", type: "uint256" },
    ],
    name: "BadPathLength",
    type: "error",
  },
  { inputs: [{ name: "receiver", type: "address" }], name: "BadReceiver", type: "error" },
  {
    inputs: [
      { name: "spot", type: "uint256" },
      { name: "strike", type: "uint256" },
      { name: "tenor", type: "uint256" },
      { name: "volatility", type: "uint256" },
      { name: "rate", type: "uint256" },
    ],
    name: "BlackScholesOutOfDomain",
    type: "error",
  },
  {
    inputs: [
      { name: "index", type: "uint256" },
      { name: "k", type: "int256" },
      { name: "g", type: "int256" },
    ],
    name: "ButterflyArbitrage",
    type: "error",
  },
  {
    inputs: [
      { name: "index", type: "uint256" },
      { name: "k", type: "int256" },
      { name: "earlier", type: "int256" },
      { name: "later", type: "int256" },
    ],
    name: "CalendarArbitrage",
    type: "error",
  },
  {
    inputs: [
      { name: "pool", type: "address" },
      { name: "cardinality", type: "uint256" },
      { name: "minimum", type: "uint256" },
    ],
    name: "CardinalityTooLow",
    type: "error",
  },
  {
    inputs: [
      { name: "expected", type: "bytes32" },
      { name: "given", type: "bytes32" },
    ],
    name: "CodeMismatch",
    type: "error",
  },
  {
    inputs: [
      { name: "confidence", type: "uint256" },
      { name: "largest", type: "uint256" },
    ],
    name: "ConfidenceTooLarge",
    type: "error",
  },
  {
    inputs: [
      { name: "deadline", type: "uint256" },
      { name: "now_", type: "uint256" },
    ],
    name: "DeadlinePassed",
    type: "error",
  },
  {
    inputs: [
      { name: "aggregator", type: "address" },
      { name: "expected", type: "uint256" },
      { name: "actual", type: "uint256" },
    ],
    name: "DecimalsChanged",
    type: "error",
  },
  {
    inputs: [
      { name: "spotDelta", type: "int256" },
      { name: "minimum", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "DeltaOutOfBounds",
    type: "error",
  },
  { inputs: [{ name: "vault", type: "address" }], name: "DepositAtVault", type: "error" },
  { inputs: [{ name: "id", type: "uint256" }], name: "DuplicateSeries", type: "error" },
  { inputs: [{ name: "source", type: "address" }], name: "DuplicateSource", type: "error" },
  { inputs: [{ name: "vault", type: "address" }], name: "DuplicateVault", type: "error" },
  { inputs: [], name: "ECDSAInvalidSignature", type: "error" },
  { inputs: [{ name: "length", type: "uint256" }], name: "ECDSAInvalidSignatureLength", type: "error" },
  { inputs: [{ name: "s", type: "bytes32" }], name: "ECDSAInvalidSignatureS", type: "error" },
  {
    type: "error",
    name: "ERC20InsufficientAllowance",
    inputs: [
      { name: "spender", type: "address" },
      { name: "allowance", type: "uint256" },
      { name: "needed", type: "uint256" },
    ],
  },
  {
    type: "error",
    name: "ERC20InsufficientBalance",
    inputs: [
      { name: "sender", type: "address" },
      { name: "balance", type: "uint256" },
      { name: "needed", type: "uint256" },
    ],
  },
  { inputs: [{ name: "approver", type: "address" }], name: "ERC20InvalidApprover", type: "error" },
  { inputs: [{ name: "receiver", type: "address" }], name: "ERC20InvalidReceiver", type: "error" },
  { inputs: [{ name: "sender", type: "address" }], name: "ERC20InvalidSender", type: "error" },
  { inputs: [{ name: "spender", type: "address" }], name: "ERC20InvalidSpender", type: "error" },
  { inputs: [{ name: "deadline", type: "uint256" }], name: "ERC2612ExpiredSignature", type: "error" },
  {
    inputs: [
      { name: "signer", type: "address" },
      { name: "owner", type: "address" },
    ],
    name: "ERC2612InvalidSigner",
    type: "error",
  },
  {
    type: "error",
    name: "ERC4626ExceededMaxDeposit",
    inputs: [
      { name: "receiver", type: "address" },
      { name: "assets", type: "uint256" },
      { name: "max", type: "uint256" },
    ],
  },
  {
    type: "error",
    name: "ERC4626ExceededMaxMint",
    inputs: [
      { name: "receiver", type: "address" },
      { name: "shares", type: "uint256" },
      { name: "max", type: "uint256" },
    ],
  },
  {
    type: "error",
    name: "ERC4626ExceededMaxRedeem",
    inputs: [
      { name: "owner", type: "address" },
      { name: "shares", type: "uint256" },
      { name: "max", type: "uint256" },
    ],
  },
  {
    type: "error",
    name: "ERC4626ExceededMaxWithdraw",
    inputs: [
      { name: "owner", type: "address" },
      { name: "assets", type: "uint256" },
      { name: "max", type: "uint256" },
    ],
  },
  {
    type: "error",
    name: "ERC6909InsufficientAllowance",
    inputs: [
      { name: "spender", type: "address" },
      { name: "allowance", type: "uint256" },
      { name: "needed", type: "uint256" },
      { name: "id", type: "uint256" },
    ],
  },
  {
    type: "error",
    name: "ERC6909InsufficientBalance",
    inputs: [
      { name: "sender", type: "address" },
      { name: "balance", type: "uint256" },
      { name: "needed", type: "uint256" },
      { name: "id", type: "uint256" },
    ],
  },
  { inputs: [{ name: "approver", type: "address" }], name: "ERC6909InvalidApprover", type: "error" },
  { inputs: [{ name: "receiver", type: "address" }], name: "ERC6909InvalidReceiver", type: "error" },
  { inputs: [{ name: "sender", type: "address" }], name: "ERC6909InvalidSender", type: "error" },
  { inputs: [{ name: "spender", type: "address" }], name: "ERC6909InvalidSpender", type: "error" },
  { inputs: [{ name: "engine", type: "address" }], name: "EngineAlreadyRegistered", type: "error" },
  {
    inputs: [
      { name: "length", type: "uint256" },
      { name: "minimum", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "EpochLengthOutOfBounds",
    type: "error",
  },
  {
    inputs: [
      { name: "epoch", type: "uint256" },
      { name: "current", type: "uint256" },
    ],
    name: "EpochNotFillable",
    type: "error",
  },
  {
    inputs: [
      { name: "epoch", type: "uint256" },
      { name: "current", type: "uint256" },
    ],
    name: "EpochNotOver",
    type: "error",
  },
  {
    inputs: [
      { name: "index", type: "uint256" },
      { name: "earlier", type: "uint256" },
      { name: "later", type: "uint256" },
    ],
    name: "ExpiriesNotAscending",
    type: "error",
  },
  { inputs: [{ name: "expiry", type: "uint256" }], name: "ExpiryAlreadyOpen", type: "error" },
  {
    inputs: [
      { name: "expiry", type: "uint256" },
      { name: "cutOff", type: "uint256" },
    ],
    name: "ExpiryClosed",
    type: "error",
  },
  {
    inputs: [
      { name: "count", type: "uint256" },
      { name: "fewest", type: "uint256" },
      { name: "most", type: "uint256" },
    ],
    name: "ExpiryCountOutOfBounds",
    type: "error",
  },
  { inputs: [{ name: "expiry", type: "uint256" }], name: "ExpiryNotInBook", type: "error" },
  { inputs: [{ name: "expiry", type: "uint256" }], name: "ExpiryNotOpen", type: "error" },
  { inputs: [{ name: "expiry", type: "uint256" }], name: "ExpiryOutOfRange", type: "error" },
  {
    inputs: [
      { name: "expiry", type: "uint256" },
      { name: "time", type: "uint256" },
    ],
    name: "ExpiryOutOfRange",
    type: "error",
  },
  { inputs: [{ name: "expiry", type: "uint256" }], name: "ExpiryPriceNotFixed", type: "error" },
  {
    inputs: [
      { name: "expiry", type: "uint256" },
      { name: "price", type: "uint256" },
    ],
    name: "ExpiryPriceOutOfRange",
    type: "error",
  },
  { inputs: [{ name: "exponent", type: "uint256" }], name: "ExponentOutOfDomain", type: "error" },
  { inputs: [], name: "FailedCall", type: "error" },
  {
    inputs: [
      { name: "price", type: "uint256" },
      { name: "lowest", type: "uint256" },
      { name: "highest", type: "uint256" },
    ],
    name: "FallbackOutOfBand",
    type: "error",
  },
  {
    inputs: [
      { name: "expiry", type: "uint256" },
      { name: "earliest", type: "uint256" },
      { name: "timestamp", type: "uint256" },
    ],
    name: "FallbackTooEarly",
    type: "error",
  },
  { inputs: [{ name: "feed", type: "address" }], name: "FeedGiven", type: "error" },
  { inputs: [{ name: "blockNumber", type: "uint256" }], name: "FilledThisBlock", type: "error" },
  {
    inputs: [
      { name: "forward", type: "uint256" },
      { name: "tickSize", type: "uint256" },
    ],
    name: "ForwardOffGrid",
    type: "error",
  },
  {
    inputs: [
      { name: "target", type: "address" },
      { name: "selector", type: "bytes4" },
      { name: "role", type: "uint64" },
    ],
    name: "FunctionAssigned",
    type: "error",
  },
  {
    inputs: [
      { name: "token", type: "address" },
      { name: "available", type: "uint256" },
      { name: "needed", type: "uint256" },
    ],
    name: "FundsExhausted",
    type: "error",
  },
  {
    inputs: [
      { name: "aggregator", type: "address" },
      { name: "updatedAt", type: "uint256" },
      { name: "timestamp", type: "uint256" },
    ],
    name: "FutureRound",
    type: "error",
  },
  { inputs: [{ name: "candidate", type: "address" }], name: "GuardianUnfit", type: "error" },
  {
    inputs: [
      { name: "horizon", type: "uint256" },
      { name: "low", type: "uint256" },
      { name: "high", type: "uint256" },
    ],
    name: "HorizonOutOfBounds",
    type: "error",
  },
  {
    inputs: [
      { name: "spot", type: "uint256" },
      { name: "strike", type: "uint256" },
      { name: "tenor", type: "uint256" },
      { name: "rate", type: "uint256" },
    ],
    name: "ImpliedVolatilityOutOfDomain",
    type: "error",
  },
  {
    inputs: [
      { name: "aggregator", type: "address" },
      { name: "roundId", type: "uint256" },
      { name: "updatedAt", type: "uint256" },
      { name: "answeredInRound", type: "uint256" },
    ],
    name: "IncompleteRound",
    type: "error",
  },
  {
    inputs: [
      { name: "lock", type: "uint256" },
      { name: "collateral", type: "uint256" },
    ],
    name: "Insolvent",
    type: "error",
  },
  {
    inputs: [
      { name: "balance", type: "uint256" },
      { name: "needed", type: "uint256" },
    ],
    name: "InsufficientBalance",
    type: "error",
  },
  { inputs: [{ name: "needed", type: "uint256" }], name: "InsufficientGas", type: "error" },
  {
    inputs: [
      { name: "account", type: "address" },
      { name: "currentNonce", type: "uint256" },
    ],
    name: "InvalidAccountNonce",
    type: "error",
  },
  { type: "error", name: "InvalidAmount", inputs: [{ name: "maxAmount", type: "uint256" }] },
  { type: "error", name: "InvalidContractSignature", inputs: [] },
  { type: "error", name: "InvalidNonce", inputs: [] },
  { inputs: [{ name: "receiver", type: "address" }], name: "InvalidReceiver", type: "error" },
  { inputs: [], name: "InvalidShortString", type: "error" },
  { type: "error", name: "InvalidSignature", inputs: [] },
  { inputs: [{ name: "signer", type: "address" }], name: "InvalidSignature", type: "error" },
  { type: "error", name: "InvalidSignatureLength", inputs: [] },
  { type: "error", name: "InvalidSigner", inputs: [] },
  {
    inputs: [
      { name: "leg", type: "uint256" },
      { name: "amount", type: "uint256" },
      { name: "limit", type: "uint256" },
    ],
    name: "LegLimitMissed",
    type: "error",
  },
  {
    inputs: [
      { name: "legs", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "LegsOutOfRange",
    type: "error",
  },
  {
    inputs: [
      { name: "strikes", type: "uint256" },
      { name: "quantities", type: "uint256" },
    ],
    name: "LengthsDiffer",
    type: "error",
  },
  {
    inputs: [
      { name: "pool", type: "address" },
      { name: "liquidity", type: "uint256" },
      { name: "minimum", type: "uint256" },
    ],
    name: "LiquidityTooLow",
    type: "error",
  },
  {
    inputs: [
      { name: "added", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "LockGrowthAboveLimit",
    type: "error",
  },
  {
    inputs: [
      { name: "numerator", type: "uint256" },
      { name: "denominator", type: "uint256" },
    ],
    name: "LogarithmOutOfDomain",
    type: "error",
  },
  {
    inputs: [
      { name: "amount", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "LongAboveLimit",
    type: "error",
  },
  { inputs: [], name: "MalformedAnswer", type: "error" },
  { inputs: [{ name: "id", type: "uint256" }], name: "MalformedSeriesId", type: "error" },
  { inputs: [{ name: "index", type: "uint256" }], name: "MalformedSignature", type: "error" },
  {
    inputs: [
      { name: "minimum", type: "uint256" },
      { name: "highest", type: "uint256" },
    ],
    name: "MinimumAboveRange",
    type: "error",
  },
  {
    inputs: [
      { name: "index", type: "uint256" },
      { name: "minimum", type: "int256" },
    ],
    name: "MinimumVarianceTooLow",
    type: "error",
  },
  {
    inputs: [
      { name: "index", type: "uint256" },
      { name: "place", type: "address" },
    ],
    name: "MisplacedSurface",
    type: "error",
  },
  { inputs: [{ name: "vault", type: "address" }], name: "MixedMarkets", type: "error" },
  { inputs: [{ name: "k", type: "int256" }], name: "MoneynessOutOfRange", type: "error" },
  {
    inputs: [
      { name: "nav", type: "int256" },
      { name: "minimum", type: "uint256" },
    ],
    name: "NavTooLow",
    type: "error",
  },
  { inputs: [], name: "NestedBatch", type: "error" },
  { inputs: [], name: "NoCapacity", type: "error" },
  { inputs: [{ name: "module", type: "address" }], name: "NoCode", type: "error" },
  { inputs: [{ name: "expiry", type: "uint256" }], name: "NoFallback", type: "error" },
  { inputs: [], name: "NoLegs", type: "error" },
  { inputs: [{ name: "collateral", type: "address" }], name: "NoPath", type: "error" },
  { inputs: [], name: "NoPreview", type: "error" },
  { inputs: [], name: "NoProviders", type: "error" },
  { inputs: [], name: "NoVaults", type: "error" },
  {
    inputs: [
      { name: "aggregator", type: "address" },
      { name: "answer", type: "int256" },
    ],
    name: "NonPositiveAnswer",
    type: "error",
  },
  { inputs: [{ name: "token", type: "address" }], name: "NotAToken", type: "error" },
  {
    inputs: [
      { name: "token", type: "address" },
      { name: "arrived", type: "uint256" },
      { name: "expected", type: "uint256" },
    ],
    name: "NotArrived",
    type: "error",
  },
  {
    inputs: [
      { name: "previous", type: "address" },
      { name: "next", type: "address" },
    ],
    name: "NotAscending",
    type: "error",
  },
  {
    inputs: [
      { name: "account", type: "bytes32" },
      { name: "caller", type: "address" },
    ],
    name: "NotAuthorised",
    type: "error",
  },
  { inputs: [{ name: "selector", type: "bytes4" }], name: "NotBatchable", type: "error" },
  {
    inputs: [
      { name: "id", type: "uint256" },
      { name: "quantity", type: "int256" },
      { name: "cleared", type: "int256" },
    ],
    name: "NotClosing",
    type: "error",
  },
  { inputs: [], name: "NotDelegated", type: "error" },
  { inputs: [{ name: "caller", type: "address" }], name: "NotEngine", type: "error" },
  {
    inputs: [
      { name: "lots", type: "uint256" },
      { name: "capacity", type: "uint256" },
    ],
    name: "NotEnoughCapacity",
    type: "error",
  },
  {
    inputs: [
      { name: "requested", type: "uint256" },
      { name: "free", type: "uint256" },
    ],
    name: "NotEnoughFreeCollateral",
    type: "error",
  },
  {
    inputs: [
      { name: "expiry", type: "uint256" },
      { name: "timestamp", type: "uint256" },
    ],
    name: "NotExpired",
    type: "error",
  },
  {
    inputs: [
      { name: "pool", type: "address" },
      { name: "token", type: "address" },
    ],
    name: "NotInPool",
    type: "error",
  },
  {
    inputs: [
      { name: "current", type: "uint8" },
      { name: "requested", type: "uint8" },
    ],
    name: "NotLoosening",
    type: "error",
  },
  { inputs: [{ name: "expiry", type: "uint256" }], name: "NotOnCalendar", type: "error" },
  {
    inputs: [
      { name: "account", type: "address" },
      { name: "caller", type: "address" },
    ],
    name: "NotOperator",
    type: "error",
  },
  { inputs: [{ name: "caller", type: "address" }], name: "NotPaying", type: "error" },
  { inputs: [{ name: "caller", type: "address" }], name: "NotQueue", type: "error" },
  { inputs: [{ name: "queue", type: "address" }], name: "NotRegistered", type: "error" },
  {
    inputs: [
      { name: "index", type: "uint256" },
      { name: "signer", type: "address" },
    ],
    name: "NotReporter",
    type: "error",
  },
  { inputs: [{ name: "caller", type: "address" }], name: "NotSelf", type: "error" },
  {
    inputs: [
      { name: "vault", type: "address" },
      { name: "expiry", type: "uint256" },
    ],
    name: "NotSettled",
    type: "error",
  },
  { inputs: [{ name: "expiry", type: "uint256" }], name: "NotSettled", type: "error" },
  {
    inputs: [
      { name: "roundId", type: "uint80" },
      { name: "since", type: "uint256" },
      { name: "until", type: "uint256" },
      { name: "windowStart", type: "uint256" },
    ],
    name: "NotTheStartRound",
    type: "error",
  },
  {
    inputs: [
      { name: "current", type: "uint8" },
      { name: "requested", type: "uint8" },
    ],
    name: "NotTightening",
    type: "error",
  },
  { inputs: [{ name: "caller", type: "address" }], name: "NotVault", type: "error" },
  {
    inputs: [
      { name: "quantity", type: "uint256" },
      { name: "lotSize", type: "uint256" },
    ],
    name: "NotWholeLots",
    type: "error",
  },
  {
    inputs: [
      { name: "requestId", type: "uint256" },
      { name: "controller", type: "address" },
    ],
    name: "NothingToClaim",
    type: "error",
  },
  { inputs: [{ name: "epoch", type: "uint256" }], name: "NothingToFill", type: "error" },
  { inputs: [], name: "NothingToPay", type: "error" },
  { inputs: [{ name: "expiry", type: "uint256" }], name: "NothingToRelist", type: "error" },
  {
    inputs: [
      { name: "requestId", type: "uint256" },
      { name: "controller", type: "address" },
    ],
    name: "NothingToReturn",
    type: "error",
  },
  {
    inputs: [
      { name: "account", type: "bytes32" },
      { name: "vault", type: "address" },
      { name: "expiry", type: "uint256" },
    ],
    name: "NothingToSettle",
    type: "error",
  },
  { inputs: [], name: "NothingTripped", type: "error" },
  {
    inputs: [
      { name: "observedAt", type: "uint256" },
      { name: "time", type: "uint256" },
    ],
    name: "ObservedInFuture",
    type: "error",
  },
  {
    inputs: [
      { name: "observedAt", type: "uint256" },
      { name: "latest", type: "uint256" },
    ],
    name: "ObservedOutOfOrder",
    type: "error",
  },
  {
    inputs: [
      { name: "observedAt", type: "uint256" },
      { name: "oldest", type: "uint256" },
    ],
    name: "ObservedTooLongAgo",
    type: "error",
  },
  {
    inputs: [
      { name: "premium", type: "int256" },
      { name: "limit", type: "int256" },
    ],
    name: "OrderAboveLimit",
    type: "error",
  },
  {
    inputs: [
      { name: "quantity", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "OrderTooLarge",
    type: "error",
  },
  {
    inputs: [
      { name: "quantity", type: "uint256" },
      { name: "minimum", type: "uint256" },
    ],
    name: "OrderTooSmall",
    type: "error",
  },
  {
    inputs: [
      { name: "name", type: "bytes32" },
      { name: "value", type: "uint256" },
    ],
    name: "ParamOutOfBounds",
    type: "error",
  },
  {
    inputs: [
      { name: "name", type: "bytes32" },
      { name: "value", type: "uint256" },
      { name: "low", type: "uint256" },
      { name: "high", type: "uint256" },
    ],
    name: "ParameterOutOfBounds",
    type: "error",
  },
  {
    inputs: [
      { name: "parameter", type: "bytes32" },
      { name: "value", type: "uint256" },
      { name: "lowest", type: "uint256" },
      { name: "highest", type: "uint256" },
    ],
    name: "ParameterOutOfRange",
    type: "error",
  },
  {
    inputs: [
      { name: "name", type: "bytes32" },
      { name: "current", type: "uint256" },
      { name: "target", type: "uint256" },
    ],
    name: "ParameterStepTooLarge",
    type: "error",
  },
  { inputs: [{ name: "earliest", type: "uint256" }], name: "ParametersTooSoon", type: "error" },
  {
    inputs: [
      { name: "path", type: "uint256" },
      { name: "end", type: "address" },
    ],
    name: "PathEndsElsewhere",
    type: "error",
  },
  {
    inputs: [
      { name: "payout", type: "uint256" },
      { name: "limit", type: "uint256" },
    ],
    name: "PayoutBelowLimit",
    type: "error",
  },
  {
    inputs: [
      { name: "aggregator", type: "address" },
      { name: "phase", type: "uint16" },
      { name: "windowStart", type: "uint256" },
      { name: "firstSeen", type: "uint256" },
      { name: "lastSeen", type: "uint256" },
    ],
    name: "PhaseNotProven",
    type: "error",
  },
  {
    inputs: [
      { name: "amount", type: "uint256" },
      { name: "pledged", type: "uint256" },
    ],
    name: "PledgeExceeded",
    type: "error",
  },
  {
    inputs: [
      { name: "account", type: "bytes32" },
      { name: "pledged", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "PledgeTooLarge",
    type: "error",
  },
  {
    inputs: [
      { name: "account", type: "bytes32" },
      { name: "vault", type: "address" },
      { name: "pledged", type: "uint256" },
      { name: "needed", type: "uint256" },
    ],
    name: "PledgeTooSmall",
    type: "error",
  },
  {
    inputs: [
      { name: "pledged", type: "uint256" },
      { name: "needed", type: "uint256" },
    ],
    name: "PledgeTooSmall",
    type: "error",
  },
  {
    inputs: [
      { name: "account", type: "bytes32" },
      { name: "lots", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "PositionTooLarge",
    type: "error",
  },
  {
    inputs: [
      { name: "account", type: "bytes32" },
      { name: "id", type: "uint256" },
      { name: "quantity", type: "uint256" },
      { name: "held", type: "int256" },
    ],
    name: "PositionTooSmall",
    type: "error",
  },
  {
    inputs: [
      { name: "premium", type: "uint256" },
      { name: "limit", type: "uint256" },
    ],
    name: "PremiumAboveLimit",
    type: "error",
  },
  {
    inputs: [
      { name: "price", type: "uint256" },
      { name: "intrinsic", type: "uint256" },
    ],
    name: "PriceBelowIntrinsic",
    type: "error",
  },
  {
    inputs: [
      { name: "price", type: "uint256" },
      { name: "minimum", type: "uint256" },
    ],
    name: "PriceBelowMinimum",
    type: "error",
  },
  {
    inputs: [
      { name: "price", type: "uint256" },
      { name: "bound", type: "uint256" },
    ],
    name: "PriceNotBelowBound",
    type: "error",
  },
  {
    inputs: [
      { name: "price", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "PriceOutOfRange",
    type: "error",
  },
  { inputs: [{ name: "index", type: "uint256" }], name: "QuantityOutOfDomain", type: "error" },
  {
    inputs: [
      { name: "quantity", type: "int256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "QuantityOutOfRange",
    type: "error",
  },
  { inputs: [{ name: "queue", type: "address" }], name: "QueueAlreadyRegistered", type: "error" },
  {
    inputs: [
      { name: "duration", type: "uint256" },
      { name: "minimum", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "RampDurationOutOfBounds",
    type: "error",
  },
  {
    inputs: [
      { name: "duration", type: "uint256" },
      { name: "minimum", type: "uint256" },
    ],
    name: "RampTooShort",
    type: "error",
  },
  { inputs: [{ name: "earliest", type: "uint256" }], name: "RampTooSoon", type: "error" },
  {
    inputs: [
      { name: "name", type: "bytes32" },
      { name: "current", type: "int256" },
      { name: "target", type: "int256" },
    ],
    name: "RampTooSteep",
    type: "error",
  },
  {
    inputs: [
      { name: "current", type: "uint256" },
      { name: "target", type: "uint256" },
    ],
    name: "RampTooSteep",
    type: "error",
  },
  {
    inputs: [
      { name: "rate", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "RateOutOfBounds",
    type: "error",
  },
  { inputs: [], name: "ReentrancyGuardReentrantCall", type: "error" },
  { inputs: [{ name: "lapsedAt", type: "uint256" }], name: "ReplacementLapsed", type: "error" },
  { inputs: [{ name: "readyAt", type: "uint256" }], name: "ReplacementNotReady", type: "error" },
  { inputs: [{ name: "next", type: "address" }], name: "ReplacementNotScheduled", type: "error" },
  {
    inputs: [
      { name: "count", type: "uint256" },
      { name: "most", type: "uint256" },
    ],
    name: "ReporterCountOutOfBounds",
    type: "error",
  },
  {
    inputs: [
      { name: "shares", type: "uint256" },
      { name: "minimum", type: "uint256" },
    ],
    name: "RequestTooSmall",
    type: "error",
  },
  { inputs: [{ name: "role", type: "uint64" }], name: "RoleReserved", type: "error" },
  {
    inputs: [
      { name: "aggregator", type: "address" },
      { name: "roundId", type: "uint80" },
      { name: "gap", type: "uint256" },
      { name: "maxGap", type: "uint256" },
    ],
    name: "RoundGap",
    type: "error",
  },
  {
    inputs: [
      { name: "aggregator", type: "address" },
      { name: "roundId", type: "uint80" },
      { name: "answeredInRound", type: "uint80" },
    ],
    name: "RoundIncomplete",
    type: "error",
  },
  {
    inputs: [
      { name: "aggregator", type: "address" },
      { name: "roundId", type: "uint80" },
    ],
    name: "RoundMissing",
    type: "error",
  },
  {
    inputs: [
      { name: "round", type: "uint256" },
      { name: "latest", type: "uint256" },
    ],
    name: "RoundOutOfOrder",
    type: "error",
  },
  {
    inputs: [
      { name: "aggregator", type: "address" },
      { name: "roundId", type: "uint80" },
      { name: "updatedAt", type: "uint256" },
      { name: "previous", type: "uint256" },
    ],
    name: "RoundsOutOfOrder",
    type: "error",
  },
  {
    inputs: [
      { name: "bits", type: "uint8" },
      { name: "value", type: "int256" },
    ],
    name: "SafeCastOverflowedIntDowncast",
    type: "error",
  },
  {
    inputs: [
      { name: "bits", type: "uint8" },
      { name: "value", type: "uint256" },
    ],
    name: "SafeCastOverflowedUintDowncast",
    type: "error",
  },
  { inputs: [{ name: "value", type: "uint256" }], name: "SafeCastOverflowedUintToInt", type: "error" },
  { type: "error", name: "SafeERC20FailedOperation", inputs: [{ name: "token", type: "address" }] },
  { inputs: [{ name: "account", type: "bytes32" }], name: "SameAccount", type: "error" },
  { inputs: [{ name: "since", type: "uint256" }], name: "SequencerDown", type: "error" },
  {
    inputs: [
      { name: "sequencerFeed", type: "address" },
      { name: "reason", type: "bytes" },
    ],
    name: "SequencerFeedFailed",
    type: "error",
  },
  {
    inputs: [
      { name: "since", type: "uint256" },
      { name: "until", type: "uint256" },
    ],
    name: "SequencerGracePeriod",
    type: "error",
  },
  { inputs: [{ name: "id", type: "uint256" }], name: "SeriesNotListed", type: "error" },
  {
    inputs: [
      { name: "expiry", type: "uint256" },
      { name: "strike", type: "uint256" },
    ],
    name: "SeriesTermsOutOfRange",
    type: "error",
  },
  { inputs: [{ name: "expiry", type: "uint256" }], name: "SettlementPending", type: "error" },
  {
    inputs: [
      { name: "shares", type: "uint256" },
      { name: "claimable", type: "uint256" },
    ],
    name: "SharesAboveClaimable",
    type: "error",
  },
  {
    inputs: [
      { name: "shares", type: "uint256" },
      { name: "limit", type: "uint256" },
    ],
    name: "SharesAboveLimit",
    type: "error",
  },
  {
    inputs: [
      { name: "shares", type: "uint256" },
      { name: "limit", type: "uint256" },
    ],
    name: "SharesBelowLimit",
    type: "error",
  },
  {
    inputs: [
      { name: "count", type: "uint256" },
      { name: "threshold", type: "uint256" },
    ],
    name: "SignatureCountOutOfBounds",
    type: "error",
  },
  { type: "error", name: "SignatureExpired", inputs: [{ name: "signatureDeadline", type: "uint256" }] },
  {
    inputs: [
      { name: "index", type: "uint256" },
      { name: "signer", type: "address" },
    ],
    name: "SignatureRefused",
    type: "error",
  },
  { inputs: [], name: "SignedSpotSuspended", type: "error" },
  {
    inputs: [
      { name: "size", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "SizeOutOfRange",
    type: "error",
  },
  {
    inputs: [
      { name: "slices", type: "uint256" },
      { name: "expiries", type: "uint256" },
    ],
    name: "SliceCountMismatch",
    type: "error",
  },
  {
    inputs: [
      { name: "index", type: "uint256" },
      { name: "slice", type: "uint256" },
    ],
    name: "SliceOutOfDomain",
    type: "error",
  },
  {
    inputs: [
      { name: "lots", type: "uint256" },
      { name: "smallestOrders", type: "uint256" },
    ],
    name: "SmallestOrdersExceed",
    type: "error",
  },
  {
    inputs: [
      { name: "source", type: "address" },
      { name: "reason", type: "bytes" },
    ],
    name: "SourceFailed",
    type: "error",
  },
  {
    inputs: [
      { name: "spread", type: "uint256" },
      { name: "limit", type: "uint256" },
    ],
    name: "SourcesDisagree",
    type: "error",
  },
  {
    inputs: [
      { name: "aggregator", type: "address" },
      { name: "updatedAt", type: "uint256" },
      { name: "maxAge", type: "uint256" },
    ],
    name: "StaleAnswer",
    type: "error",
  },
  { inputs: [{ name: "state", type: "uint8" }], name: "StateForbids", type: "error" },
  { inputs: [{ name: "index", type: "uint256" }], name: "StrikesNotAscending", type: "error" },
  { inputs: [{ name: "str", type: "string" }], name: "StringTooLong", type: "error" },
  {
    inputs: [
      { name: "value", type: "uint256" },
      { name: "length", type: "uint256" },
    ],
    name: "StringsInsufficientHexLength",
    type: "error",
  },
  { inputs: [], name: "SurfaceAbsent", type: "error" },
  { inputs: [], name: "SurfaceForbids", type: "error" },
  {
    inputs: [
      { name: "from", type: "address" },
      { name: "to", type: "address" },
      { name: "amount", type: "uint256" },
      { name: "reason", type: "bytes" },
    ],
    name: "SwapFailed",
    type: "error",
  },
  {
    inputs: [
      { name: "from", type: "address" },
      { name: "to", type: "address" },
      { name: "amount", type: "uint256" },
      { name: "left", type: "uint256" },
    ],
    name: "SwapIncomplete",
    type: "error",
  },
  {
    inputs: [
      { name: "tenor", type: "uint256" },
      { name: "minimum", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "TenorOutOfBounds",
    type: "error",
  },
  {
    inputs: [
      { name: "tenor", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "TenorOutOfRange",
    type: "error",
  },
  {
    inputs: [
      { name: "spot", type: "uint256" },
      { name: "tenor", type: "uint256" },
      { name: "yield", type: "uint256" },
    ],
    name: "TermsOutOfDomain",
    type: "error",
  },
  {
    inputs: [
      { name: "threshold", type: "uint256" },
      { name: "reporters", type: "uint256" },
    ],
    name: "ThresholdOutOfBounds",
    type: "error",
  },
  {
    inputs: [
      { name: "delay", type: "uint256" },
      { name: "minDelay", type: "uint256" },
    ],
    name: "TimelockInsufficientDelay",
    type: "error",
  },
  {
    inputs: [
      { name: "targets", type: "uint256" },
      { name: "payloads", type: "uint256" },
      { name: "values", type: "uint256" },
    ],
    name: "TimelockInvalidOperationLength",
    type: "error",
  },
  { inputs: [{ name: "role", type: "bytes32" }], name: "TimelockRoleReserved", type: "error" },
  { inputs: [{ name: "caller", type: "address" }], name: "TimelockUnauthorizedCaller", type: "error" },
  { inputs: [{ name: "predecessorId", type: "bytes32" }], name: "TimelockUnexecutedPredecessor", type: "error" },
  {
    inputs: [
      { name: "operationId", type: "bytes32" },
      { name: "expectedStates", type: "bytes32" },
    ],
    name: "TimelockUnexpectedOperationState",
    type: "error",
  },
  { inputs: [{ name: "token", type: "address" }], name: "TokenNotTraded", type: "error" },
  {
    inputs: [
      { name: "usable", type: "uint256" },
      { name: "quorum", type: "uint256" },
    ],
    name: "TooFewSources",
    type: "error",
  },
  { inputs: [{ name: "maximum", type: "uint256" }], name: "TooManyAccounts", type: "error" },
  { inputs: [], name: "TooManyExpiries", type: "error" },
  {
    inputs: [
      { name: "legs", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "TooManyLegs",
    type: "error",
  },
  {
    inputs: [
      { name: "vault", type: "address" },
      { name: "legs", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "TooManyLegsForVault",
    type: "error",
  },
  {
    inputs: [
      { name: "paths", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "TooManyPaths",
    type: "error",
  },
  {
    inputs: [
      { name: "permits", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "TooManyPermits",
    type: "error",
  },
  {
    inputs: [
      { name: "account", type: "bytes32" },
      { name: "maximum", type: "uint256" },
    ],
    name: "TooManyPositions",
    type: "error",
  },
  {
    inputs: [
      { name: "prices", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "TooManyPrices",
    type: "error",
  },
  { inputs: [], name: "TooManySeries", type: "error" },
  { inputs: [{ name: "strikes", type: "uint256" }], name: "TooManyStrikes", type: "error" },
  {
    inputs: [
      { name: "totals", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "TooManyTotals",
    type: "error",
  },
  {
    inputs: [
      { name: "account", type: "bytes32" },
      { name: "maximum", type: "uint256" },
    ],
    name: "TooManyVaults",
    type: "error",
  },
  {
    inputs: [
      { name: "vaults", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "TooManyVaults",
    type: "error",
  },
  {
    inputs: [
      { name: "token", type: "address" },
      { name: "netPaid", type: "int256" },
      { name: "limit", type: "int256" },
    ],
    name: "TotalLimitMissed",
    type: "error",
  },
  { inputs: [], name: "TradedThisBlock", type: "error" },
  {
    inputs: [
      { name: "expected", type: "uint256" },
      { name: "received", type: "uint256" },
    ],
    name: "TransferShort",
    type: "error",
  },
  { inputs: [{ name: "current", type: "uint8" }], name: "TripConditionHolds", type: "error" },
  { inputs: [{ name: "requested", type: "uint8" }], name: "TripConditionNotMet", type: "error" },
  { inputs: [{ name: "until", type: "uint256" }], name: "TripLasts", type: "error" },
  {
    inputs: [
      { name: "pool", type: "address" },
      { name: "lnPriceQ96", type: "int256" },
    ],
    name: "TwapOutOfRange",
    type: "error",
  },
  { inputs: [{ name: "data", type: "bytes" }], name: "Unexplained", type: "error" },
  { inputs: [{ name: "selector", type: "bytes4" }], name: "UnknownSelector", type: "error" },
  { inputs: [{ name: "vault", type: "address" }], name: "UnknownVault", type: "error" },
  { inputs: [{ name: "version", type: "uint256" }], name: "UnknownVersion", type: "error" },
  { inputs: [{ name: "decimals", type: "uint8" }], name: "UnsupportedDecimals", type: "error" },
  {
    inputs: [
      { name: "price", type: "uint256" },
      { name: "confidence", type: "uint256" },
      { name: "updatedAt", type: "uint256" },
    ],
    name: "UnusableReading",
    type: "error",
  },
  {
    inputs: [
      { name: "lock", type: "uint256" },
      { name: "actualCapital", type: "uint256" },
      { name: "limit", type: "uint256" },
    ],
    name: "UtilisationAboveLimit",
    type: "error",
  },
  { inputs: [{ name: "vault", type: "address" }], name: "VaultNotListed", type: "error" },
  { inputs: [{ name: "vault", type: "address" }], name: "VaultNotTraded", type: "error" },
  {
    inputs: [
      { name: "index", type: "uint256" },
      { name: "volatility", type: "uint256" },
    ],
    name: "VolatilityOutOfBounds",
    type: "error",
  },
  {
    inputs: [
      { name: "wait", type: "uint256" },
      { name: "minimum", type: "uint256" },
    ],
    name: "WaitTooShort",
    type: "error",
  },
  {
    inputs: [
      { name: "pool", type: "address" },
      { name: "window", type: "uint256" },
    ],
    name: "WindowNotCovered",
    type: "error",
  },
  {
    inputs: [
      { name: "index", type: "uint256" },
      { name: "slope", type: "uint256" },
    ],
    name: "WingTooSteep",
    type: "error",
  },
  { inputs: [], name: "ZeroAddress", type: "error" },
  { inputs: [], name: "ZeroAmount", type: "error" },
  { inputs: [], name: "ZeroQuantity", type: "error" },
  { inputs: [], name: "ZeroTenor", type: "error" },
] as const;
