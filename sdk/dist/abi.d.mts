//#region src/abi/errorsAbi.d.ts
/** Every error of every contract, and those of tokens and Permit2 that come through. */
declare const errorsAbi: readonly [{
  readonly inputs: readonly [];
  readonly name: "AccessControlBadConfirmation";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "account";
    readonly type: "address";
  }, {
    readonly name: "neededRole";
    readonly type: "bytes32";
  }];
  readonly name: "AccessControlUnauthorizedAccount";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "authority";
    readonly type: "address";
  }];
  readonly name: "AccessManagedInvalidAuthority";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "caller";
    readonly type: "address";
  }, {
    readonly name: "delay";
    readonly type: "uint32";
  }];
  readonly name: "AccessManagedRequiredDelay";
  readonly type: "error";
}, {
  readonly type: "error";
  readonly name: "AccessManagedUnauthorized";
  readonly inputs: readonly [{
    readonly name: "caller";
    readonly type: "address";
  }];
}, {
  readonly inputs: readonly [{
    readonly name: "operationId";
    readonly type: "bytes32";
  }];
  readonly name: "AccessManagerAlreadyScheduled";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "AccessManagerBadConfirmation";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "operationId";
    readonly type: "bytes32";
  }];
  readonly name: "AccessManagerExpired";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "initialAdmin";
    readonly type: "address";
  }];
  readonly name: "AccessManagerInvalidInitialAdmin";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "selector";
    readonly type: "bytes4";
  }];
  readonly name: "AccessManagerLockedFunction";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "roleId";
    readonly type: "uint64";
  }];
  readonly name: "AccessManagerLockedRole";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "operationId";
    readonly type: "bytes32";
  }];
  readonly name: "AccessManagerNotReady";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "operationId";
    readonly type: "bytes32";
  }];
  readonly name: "AccessManagerNotScheduled";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "msgsender";
    readonly type: "address";
  }, {
    readonly name: "roleId";
    readonly type: "uint64";
  }];
  readonly name: "AccessManagerUnauthorizedAccount";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "caller";
    readonly type: "address";
  }, {
    readonly name: "target";
    readonly type: "address";
  }, {
    readonly name: "selector";
    readonly type: "bytes4";
  }];
  readonly name: "AccessManagerUnauthorizedCall";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "msgsender";
    readonly type: "address";
  }, {
    readonly name: "caller";
    readonly type: "address";
  }, {
    readonly name: "target";
    readonly type: "address";
  }, {
    readonly name: "selector";
    readonly type: "bytes4";
  }];
  readonly name: "AccessManagerUnauthorizedCancel";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "target";
    readonly type: "address";
  }];
  readonly name: "AccessManagerUnauthorizedConsume";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "selector";
    readonly type: "bytes4";
  }];
  readonly name: "ActForbidden";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "target";
    readonly type: "address";
  }];
  readonly name: "AddressEmptyCode";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "aggregator";
    readonly type: "address";
  }, {
    readonly name: "reason";
    readonly type: "bytes";
  }];
  readonly name: "AggregatorFailed";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "epoch";
    readonly type: "uint256";
  }];
  readonly name: "AlreadyClosed";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }, {
    readonly name: "price";
    readonly type: "uint256";
  }];
  readonly name: "AlreadyFixed";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "blockNumber";
    readonly type: "uint256";
  }];
  readonly name: "AlreadyReportedInBlock";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "number";
    readonly type: "uint256";
  }];
  readonly name: "AlreadySubmittedInBlock";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "aggregator";
    readonly type: "address";
  }, {
    readonly name: "answer";
    readonly type: "int256";
  }, {
    readonly name: "lowest";
    readonly type: "int256";
  }, {
    readonly name: "highest";
    readonly type: "int256";
  }];
  readonly name: "AnswerClamped";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "aggregator";
    readonly type: "address";
  }, {
    readonly name: "roundId";
    readonly type: "uint80";
  }, {
    readonly name: "answer";
    readonly type: "int256";
  }];
  readonly name: "AnswerUnusable";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }, {
    readonly name: "claimable";
    readonly type: "uint256";
  }];
  readonly name: "AssetsAboveClaimable";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }, {
    readonly name: "limit";
    readonly type: "uint256";
  }];
  readonly name: "AssetsAboveLimit";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }, {
    readonly name: "limit";
    readonly type: "uint256";
  }];
  readonly name: "AssetsBelowLimit";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "path";
    readonly type: "uint256";
  }, {
    readonly name: "length";
    readonly type: "uint256";
  }];
  readonly name: "BadPathLength";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "receiver";
    readonly type: "address";
  }];
  readonly name: "BadReceiver";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "spot";
    readonly type: "uint256";
  }, {
    readonly name: "strike";
    readonly type: "uint256";
  }, {
    readonly name: "tenor";
    readonly type: "uint256";
  }, {
    readonly name: "volatility";
    readonly type: "uint256";
  }, {
    readonly name: "rate";
    readonly type: "uint256";
  }];
  readonly name: "BlackScholesOutOfDomain";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "index";
    readonly type: "uint256";
  }, {
    readonly name: "k";
    readonly type: "int256";
  }, {
    readonly name: "g";
    readonly type: "int256";
  }];
  readonly name: "ButterflyArbitrage";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "index";
    readonly type: "uint256";
  }, {
    readonly name: "k";
    readonly type: "int256";
  }, {
    readonly name: "earlier";
    readonly type: "int256";
  }, {
    readonly name: "later";
    readonly type: "int256";
  }];
  readonly name: "CalendarArbitrage";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "pool";
    readonly type: "address";
  }, {
    readonly name: "cardinality";
    readonly type: "uint256";
  }, {
    readonly name: "minimum";
    readonly type: "uint256";
  }];
  readonly name: "CardinalityTooLow";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expected";
    readonly type: "bytes32";
  }, {
    readonly name: "given";
    readonly type: "bytes32";
  }];
  readonly name: "CodeMismatch";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "confidence";
    readonly type: "uint256";
  }, {
    readonly name: "largest";
    readonly type: "uint256";
  }];
  readonly name: "ConfidenceTooLarge";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "deadline";
    readonly type: "uint256";
  }, {
    readonly name: "now_";
    readonly type: "uint256";
  }];
  readonly name: "DeadlinePassed";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "aggregator";
    readonly type: "address";
  }, {
    readonly name: "expected";
    readonly type: "uint256";
  }, {
    readonly name: "actual";
    readonly type: "uint256";
  }];
  readonly name: "DecimalsChanged";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "spotDelta";
    readonly type: "int256";
  }, {
    readonly name: "minimum";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "DeltaOutOfBounds";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "vault";
    readonly type: "address";
  }];
  readonly name: "DepositAtVault";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "id";
    readonly type: "uint256";
  }];
  readonly name: "DuplicateSeries";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "source";
    readonly type: "address";
  }];
  readonly name: "DuplicateSource";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "vault";
    readonly type: "address";
  }];
  readonly name: "DuplicateVault";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "ECDSAInvalidSignature";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "length";
    readonly type: "uint256";
  }];
  readonly name: "ECDSAInvalidSignatureLength";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "s";
    readonly type: "bytes32";
  }];
  readonly name: "ECDSAInvalidSignatureS";
  readonly type: "error";
}, {
  readonly type: "error";
  readonly name: "ERC20InsufficientAllowance";
  readonly inputs: readonly [{
    readonly name: "spender";
    readonly type: "address";
  }, {
    readonly name: "allowance";
    readonly type: "uint256";
  }, {
    readonly name: "needed";
    readonly type: "uint256";
  }];
}, {
  readonly type: "error";
  readonly name: "ERC20InsufficientBalance";
  readonly inputs: readonly [{
    readonly name: "sender";
    readonly type: "address";
  }, {
    readonly name: "balance";
    readonly type: "uint256";
  }, {
    readonly name: "needed";
    readonly type: "uint256";
  }];
}, {
  readonly inputs: readonly [{
    readonly name: "approver";
    readonly type: "address";
  }];
  readonly name: "ERC20InvalidApprover";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "receiver";
    readonly type: "address";
  }];
  readonly name: "ERC20InvalidReceiver";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "sender";
    readonly type: "address";
  }];
  readonly name: "ERC20InvalidSender";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "spender";
    readonly type: "address";
  }];
  readonly name: "ERC20InvalidSpender";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "deadline";
    readonly type: "uint256";
  }];
  readonly name: "ERC2612ExpiredSignature";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "signer";
    readonly type: "address";
  }, {
    readonly name: "owner";
    readonly type: "address";
  }];
  readonly name: "ERC2612InvalidSigner";
  readonly type: "error";
}, {
  readonly type: "error";
  readonly name: "ERC4626ExceededMaxDeposit";
  readonly inputs: readonly [{
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly name: "assets";
    readonly type: "uint256";
  }, {
    readonly name: "max";
    readonly type: "uint256";
  }];
}, {
  readonly type: "error";
  readonly name: "ERC4626ExceededMaxMint";
  readonly inputs: readonly [{
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly name: "max";
    readonly type: "uint256";
  }];
}, {
  readonly type: "error";
  readonly name: "ERC4626ExceededMaxRedeem";
  readonly inputs: readonly [{
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly name: "max";
    readonly type: "uint256";
  }];
}, {
  readonly type: "error";
  readonly name: "ERC4626ExceededMaxWithdraw";
  readonly inputs: readonly [{
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly name: "assets";
    readonly type: "uint256";
  }, {
    readonly name: "max";
    readonly type: "uint256";
  }];
}, {
  readonly type: "error";
  readonly name: "ERC6909InsufficientAllowance";
  readonly inputs: readonly [{
    readonly name: "spender";
    readonly type: "address";
  }, {
    readonly name: "allowance";
    readonly type: "uint256";
  }, {
    readonly name: "needed";
    readonly type: "uint256";
  }, {
    readonly name: "id";
    readonly type: "uint256";
  }];
}, {
  readonly type: "error";
  readonly name: "ERC6909InsufficientBalance";
  readonly inputs: readonly [{
    readonly name: "sender";
    readonly type: "address";
  }, {
    readonly name: "balance";
    readonly type: "uint256";
  }, {
    readonly name: "needed";
    readonly type: "uint256";
  }, {
    readonly name: "id";
    readonly type: "uint256";
  }];
}, {
  readonly inputs: readonly [{
    readonly name: "approver";
    readonly type: "address";
  }];
  readonly name: "ERC6909InvalidApprover";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "receiver";
    readonly type: "address";
  }];
  readonly name: "ERC6909InvalidReceiver";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "sender";
    readonly type: "address";
  }];
  readonly name: "ERC6909InvalidSender";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "spender";
    readonly type: "address";
  }];
  readonly name: "ERC6909InvalidSpender";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "length";
    readonly type: "uint256";
  }, {
    readonly name: "minimum";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "EpochLengthOutOfBounds";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "epoch";
    readonly type: "uint256";
  }, {
    readonly name: "current";
    readonly type: "uint256";
  }];
  readonly name: "EpochNotFillable";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "epoch";
    readonly type: "uint256";
  }, {
    readonly name: "current";
    readonly type: "uint256";
  }];
  readonly name: "EpochNotOver";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "index";
    readonly type: "uint256";
  }, {
    readonly name: "earlier";
    readonly type: "uint256";
  }, {
    readonly name: "later";
    readonly type: "uint256";
  }];
  readonly name: "ExpiriesNotAscending";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "ExpiryAlreadyOpen";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }, {
    readonly name: "cutOff";
    readonly type: "uint256";
  }];
  readonly name: "ExpiryClosed";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "count";
    readonly type: "uint256";
  }, {
    readonly name: "fewest";
    readonly type: "uint256";
  }, {
    readonly name: "most";
    readonly type: "uint256";
  }];
  readonly name: "ExpiryCountOutOfBounds";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "ExpiryNotInBook";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "ExpiryNotOpen";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "ExpiryOutOfRange";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }, {
    readonly name: "time";
    readonly type: "uint256";
  }];
  readonly name: "ExpiryOutOfRange";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "ExpiryPriceNotFixed";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "exponent";
    readonly type: "uint256";
  }];
  readonly name: "ExponentOutOfDomain";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "FailedCall";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "price";
    readonly type: "uint256";
  }, {
    readonly name: "lowest";
    readonly type: "uint256";
  }, {
    readonly name: "highest";
    readonly type: "uint256";
  }];
  readonly name: "FallbackOutOfBand";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }, {
    readonly name: "earliest";
    readonly type: "uint256";
  }, {
    readonly name: "timestamp";
    readonly type: "uint256";
  }];
  readonly name: "FallbackTooEarly";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "blockNumber";
    readonly type: "uint256";
  }];
  readonly name: "FilledThisBlock";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "forward";
    readonly type: "uint256";
  }, {
    readonly name: "tickSize";
    readonly type: "uint256";
  }];
  readonly name: "ForwardOffGrid";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "target";
    readonly type: "address";
  }, {
    readonly name: "selector";
    readonly type: "bytes4";
  }, {
    readonly name: "role";
    readonly type: "uint64";
  }];
  readonly name: "FunctionAssigned";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "token";
    readonly type: "address";
  }, {
    readonly name: "available";
    readonly type: "uint256";
  }, {
    readonly name: "needed";
    readonly type: "uint256";
  }];
  readonly name: "FundsExhausted";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "aggregator";
    readonly type: "address";
  }, {
    readonly name: "updatedAt";
    readonly type: "uint256";
  }, {
    readonly name: "timestamp";
    readonly type: "uint256";
  }];
  readonly name: "FutureRound";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "candidate";
    readonly type: "address";
  }];
  readonly name: "GuardianUnfit";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "horizon";
    readonly type: "uint256";
  }, {
    readonly name: "low";
    readonly type: "uint256";
  }, {
    readonly name: "high";
    readonly type: "uint256";
  }];
  readonly name: "HorizonOutOfBounds";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "spot";
    readonly type: "uint256";
  }, {
    readonly name: "strike";
    readonly type: "uint256";
  }, {
    readonly name: "tenor";
    readonly type: "uint256";
  }, {
    readonly name: "rate";
    readonly type: "uint256";
  }];
  readonly name: "ImpliedVolatilityOutOfDomain";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "aggregator";
    readonly type: "address";
  }, {
    readonly name: "roundId";
    readonly type: "uint256";
  }, {
    readonly name: "updatedAt";
    readonly type: "uint256";
  }, {
    readonly name: "answeredInRound";
    readonly type: "uint256";
  }];
  readonly name: "IncompleteRound";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "lock";
    readonly type: "uint256";
  }, {
    readonly name: "collateral";
    readonly type: "uint256";
  }];
  readonly name: "Insolvent";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "balance";
    readonly type: "uint256";
  }, {
    readonly name: "needed";
    readonly type: "uint256";
  }];
  readonly name: "InsufficientBalance";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "needed";
    readonly type: "uint256";
  }];
  readonly name: "InsufficientGas";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "account";
    readonly type: "address";
  }, {
    readonly name: "currentNonce";
    readonly type: "uint256";
  }];
  readonly name: "InvalidAccountNonce";
  readonly type: "error";
}, {
  readonly type: "error";
  readonly name: "InvalidAmount";
  readonly inputs: readonly [{
    readonly name: "maxAmount";
    readonly type: "uint256";
  }];
}, {
  readonly type: "error";
  readonly name: "InvalidContractSignature";
  readonly inputs: readonly [];
}, {
  readonly type: "error";
  readonly name: "InvalidNonce";
  readonly inputs: readonly [];
}, {
  readonly inputs: readonly [{
    readonly name: "receiver";
    readonly type: "address";
  }];
  readonly name: "InvalidReceiver";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "InvalidShortString";
  readonly type: "error";
}, {
  readonly type: "error";
  readonly name: "InvalidSignature";
  readonly inputs: readonly [];
}, {
  readonly type: "error";
  readonly name: "InvalidSignatureLength";
  readonly inputs: readonly [];
}, {
  readonly type: "error";
  readonly name: "InvalidSigner";
  readonly inputs: readonly [];
}, {
  readonly inputs: readonly [{
    readonly name: "leg";
    readonly type: "uint256";
  }, {
    readonly name: "amount";
    readonly type: "uint256";
  }, {
    readonly name: "limit";
    readonly type: "uint256";
  }];
  readonly name: "LegLimitMissed";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "legs";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "LegsOutOfRange";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "strikes";
    readonly type: "uint256";
  }, {
    readonly name: "quantities";
    readonly type: "uint256";
  }];
  readonly name: "LengthsDiffer";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "pool";
    readonly type: "address";
  }, {
    readonly name: "liquidity";
    readonly type: "uint256";
  }, {
    readonly name: "minimum";
    readonly type: "uint256";
  }];
  readonly name: "LiquidityTooLow";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "added";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "LockGrowthAboveLimit";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "numerator";
    readonly type: "uint256";
  }, {
    readonly name: "denominator";
    readonly type: "uint256";
  }];
  readonly name: "LogarithmOutOfDomain";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "MalformedAnswer";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "id";
    readonly type: "uint256";
  }];
  readonly name: "MalformedSeriesId";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "index";
    readonly type: "uint256";
  }];
  readonly name: "MalformedSignature";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "minimum";
    readonly type: "uint256";
  }, {
    readonly name: "highest";
    readonly type: "uint256";
  }];
  readonly name: "MinimumAboveRange";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "index";
    readonly type: "uint256";
  }, {
    readonly name: "minimum";
    readonly type: "int256";
  }];
  readonly name: "MinimumVarianceTooLow";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "vault";
    readonly type: "address";
  }];
  readonly name: "MixedMarkets";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "k";
    readonly type: "int256";
  }];
  readonly name: "MoneynessOutOfRange";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "nav";
    readonly type: "int256";
  }, {
    readonly name: "minimum";
    readonly type: "uint256";
  }];
  readonly name: "NavTooLow";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "NoCapacity";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "module";
    readonly type: "address";
  }];
  readonly name: "NoCode";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "NoFallback";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "NoLegs";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "collateral";
    readonly type: "address";
  }];
  readonly name: "NoPath";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "NoPreview";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "NoProviders";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "NoVaults";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "aggregator";
    readonly type: "address";
  }, {
    readonly name: "answer";
    readonly type: "int256";
  }];
  readonly name: "NonPositiveAnswer";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "token";
    readonly type: "address";
  }];
  readonly name: "NotAToken";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "token";
    readonly type: "address";
  }, {
    readonly name: "arrived";
    readonly type: "uint256";
  }, {
    readonly name: "expected";
    readonly type: "uint256";
  }];
  readonly name: "NotArrived";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "previous";
    readonly type: "address";
  }, {
    readonly name: "next";
    readonly type: "address";
  }];
  readonly name: "NotAscending";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "NotDelegated";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "lots";
    readonly type: "uint256";
  }, {
    readonly name: "capacity";
    readonly type: "uint256";
  }];
  readonly name: "NotEnoughCapacity";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "requested";
    readonly type: "uint256";
  }, {
    readonly name: "free";
    readonly type: "uint256";
  }];
  readonly name: "NotEnoughFreeCollateral";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }, {
    readonly name: "timestamp";
    readonly type: "uint256";
  }];
  readonly name: "NotExpired";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "pool";
    readonly type: "address";
  }, {
    readonly name: "token";
    readonly type: "address";
  }];
  readonly name: "NotInPool";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "current";
    readonly type: "uint8";
  }, {
    readonly name: "requested";
    readonly type: "uint8";
  }];
  readonly name: "NotLoosening";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "NotOnCalendar";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "account";
    readonly type: "address";
  }, {
    readonly name: "caller";
    readonly type: "address";
  }];
  readonly name: "NotOperator";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "caller";
    readonly type: "address";
  }];
  readonly name: "NotPaying";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "caller";
    readonly type: "address";
  }];
  readonly name: "NotQueue";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "queue";
    readonly type: "address";
  }];
  readonly name: "NotRegistered";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "index";
    readonly type: "uint256";
  }, {
    readonly name: "signer";
    readonly type: "address";
  }];
  readonly name: "NotReporter";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "caller";
    readonly type: "address";
  }];
  readonly name: "NotSelf";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "NotSettled";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "roundId";
    readonly type: "uint80";
  }, {
    readonly name: "since";
    readonly type: "uint256";
  }, {
    readonly name: "until";
    readonly type: "uint256";
  }, {
    readonly name: "windowStart";
    readonly type: "uint256";
  }];
  readonly name: "NotTheStartRound";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "current";
    readonly type: "uint8";
  }, {
    readonly name: "requested";
    readonly type: "uint8";
  }];
  readonly name: "NotTightening";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "caller";
    readonly type: "address";
  }];
  readonly name: "NotVault";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "quantity";
    readonly type: "uint256";
  }, {
    readonly name: "lotSize";
    readonly type: "uint256";
  }];
  readonly name: "NotWholeLots";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "requestId";
    readonly type: "uint256";
  }, {
    readonly name: "controller";
    readonly type: "address";
  }];
  readonly name: "NothingToClaim";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "epoch";
    readonly type: "uint256";
  }];
  readonly name: "NothingToFill";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "NothingToPay";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "NothingToRelist";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "requestId";
    readonly type: "uint256";
  }, {
    readonly name: "controller";
    readonly type: "address";
  }];
  readonly name: "NothingToReturn";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "NothingTripped";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "observedAt";
    readonly type: "uint256";
  }, {
    readonly name: "time";
    readonly type: "uint256";
  }];
  readonly name: "ObservedInFuture";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "observedAt";
    readonly type: "uint256";
  }, {
    readonly name: "latest";
    readonly type: "uint256";
  }];
  readonly name: "ObservedOutOfOrder";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "observedAt";
    readonly type: "uint256";
  }, {
    readonly name: "oldest";
    readonly type: "uint256";
  }];
  readonly name: "ObservedTooLongAgo";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "premium";
    readonly type: "int256";
  }, {
    readonly name: "limit";
    readonly type: "int256";
  }];
  readonly name: "OrderAboveLimit";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "quantity";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "OrderTooLarge";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "quantity";
    readonly type: "uint256";
  }, {
    readonly name: "minimum";
    readonly type: "uint256";
  }];
  readonly name: "OrderTooSmall";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "name";
    readonly type: "bytes32";
  }, {
    readonly name: "value";
    readonly type: "uint256";
  }];
  readonly name: "ParamOutOfBounds";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "name";
    readonly type: "bytes32";
  }, {
    readonly name: "value";
    readonly type: "uint256";
  }, {
    readonly name: "low";
    readonly type: "uint256";
  }, {
    readonly name: "high";
    readonly type: "uint256";
  }];
  readonly name: "ParameterOutOfBounds";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "parameter";
    readonly type: "bytes32";
  }, {
    readonly name: "value";
    readonly type: "uint256";
  }, {
    readonly name: "lowest";
    readonly type: "uint256";
  }, {
    readonly name: "highest";
    readonly type: "uint256";
  }];
  readonly name: "ParameterOutOfRange";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "path";
    readonly type: "uint256";
  }, {
    readonly name: "end";
    readonly type: "address";
  }];
  readonly name: "PathEndsElsewhere";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "payout";
    readonly type: "uint256";
  }, {
    readonly name: "limit";
    readonly type: "uint256";
  }];
  readonly name: "PayoutBelowLimit";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "aggregator";
    readonly type: "address";
  }, {
    readonly name: "phase";
    readonly type: "uint16";
  }, {
    readonly name: "windowStart";
    readonly type: "uint256";
  }, {
    readonly name: "firstSeen";
    readonly type: "uint256";
  }, {
    readonly name: "lastSeen";
    readonly type: "uint256";
  }];
  readonly name: "PhaseNotProven";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "premium";
    readonly type: "uint256";
  }, {
    readonly name: "limit";
    readonly type: "uint256";
  }];
  readonly name: "PremiumAboveLimit";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "price";
    readonly type: "uint256";
  }, {
    readonly name: "intrinsic";
    readonly type: "uint256";
  }];
  readonly name: "PriceBelowIntrinsic";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "price";
    readonly type: "uint256";
  }, {
    readonly name: "minimum";
    readonly type: "uint256";
  }];
  readonly name: "PriceBelowMinimum";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "price";
    readonly type: "uint256";
  }, {
    readonly name: "bound";
    readonly type: "uint256";
  }];
  readonly name: "PriceNotBelowBound";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }, {
    readonly name: "price";
    readonly type: "uint256";
  }];
  readonly name: "PriceOutOfRange";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "index";
    readonly type: "uint256";
  }];
  readonly name: "QuantityOutOfDomain";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "quantity";
    readonly type: "int256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "QuantityOutOfRange";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "queue";
    readonly type: "address";
  }];
  readonly name: "QueueAlreadyRegistered";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "duration";
    readonly type: "uint256";
  }, {
    readonly name: "minimum";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "RampDurationOutOfBounds";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "duration";
    readonly type: "uint256";
  }, {
    readonly name: "minimum";
    readonly type: "uint256";
  }];
  readonly name: "RampTooShort";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "earliest";
    readonly type: "uint256";
  }];
  readonly name: "RampTooSoon";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "name";
    readonly type: "bytes32";
  }, {
    readonly name: "current";
    readonly type: "int256";
  }, {
    readonly name: "target";
    readonly type: "int256";
  }];
  readonly name: "RampTooSteep";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "current";
    readonly type: "uint256";
  }, {
    readonly name: "target";
    readonly type: "uint256";
  }];
  readonly name: "RampTooSteep";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "rate";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "RateOutOfBounds";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "ReentrancyGuardReentrantCall";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "lapsedAt";
    readonly type: "uint256";
  }];
  readonly name: "ReplacementLapsed";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "readyAt";
    readonly type: "uint256";
  }];
  readonly name: "ReplacementNotReady";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "next";
    readonly type: "address";
  }];
  readonly name: "ReplacementNotScheduled";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "count";
    readonly type: "uint256";
  }, {
    readonly name: "most";
    readonly type: "uint256";
  }];
  readonly name: "ReporterCountOutOfBounds";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly name: "minimum";
    readonly type: "uint256";
  }];
  readonly name: "RequestTooSmall";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "role";
    readonly type: "uint64";
  }];
  readonly name: "RoleReserved";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "aggregator";
    readonly type: "address";
  }, {
    readonly name: "roundId";
    readonly type: "uint80";
  }, {
    readonly name: "gap";
    readonly type: "uint256";
  }, {
    readonly name: "maxGap";
    readonly type: "uint256";
  }];
  readonly name: "RoundGap";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "aggregator";
    readonly type: "address";
  }, {
    readonly name: "roundId";
    readonly type: "uint80";
  }, {
    readonly name: "answeredInRound";
    readonly type: "uint80";
  }];
  readonly name: "RoundIncomplete";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "aggregator";
    readonly type: "address";
  }, {
    readonly name: "roundId";
    readonly type: "uint80";
  }];
  readonly name: "RoundMissing";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "round";
    readonly type: "uint256";
  }, {
    readonly name: "latest";
    readonly type: "uint256";
  }];
  readonly name: "RoundOutOfOrder";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "aggregator";
    readonly type: "address";
  }, {
    readonly name: "roundId";
    readonly type: "uint80";
  }, {
    readonly name: "updatedAt";
    readonly type: "uint256";
  }, {
    readonly name: "previous";
    readonly type: "uint256";
  }];
  readonly name: "RoundsOutOfOrder";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "bits";
    readonly type: "uint8";
  }, {
    readonly name: "value";
    readonly type: "int256";
  }];
  readonly name: "SafeCastOverflowedIntDowncast";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "bits";
    readonly type: "uint8";
  }, {
    readonly name: "value";
    readonly type: "uint256";
  }];
  readonly name: "SafeCastOverflowedUintDowncast";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "value";
    readonly type: "uint256";
  }];
  readonly name: "SafeCastOverflowedUintToInt";
  readonly type: "error";
}, {
  readonly type: "error";
  readonly name: "SafeERC20FailedOperation";
  readonly inputs: readonly [{
    readonly name: "token";
    readonly type: "address";
  }];
}, {
  readonly inputs: readonly [{
    readonly name: "since";
    readonly type: "uint256";
  }];
  readonly name: "SequencerDown";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "sequencerFeed";
    readonly type: "address";
  }, {
    readonly name: "reason";
    readonly type: "bytes";
  }];
  readonly name: "SequencerFeedFailed";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "since";
    readonly type: "uint256";
  }, {
    readonly name: "until";
    readonly type: "uint256";
  }];
  readonly name: "SequencerGracePeriod";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "id";
    readonly type: "uint256";
  }];
  readonly name: "SeriesNotListed";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }, {
    readonly name: "strike";
    readonly type: "uint256";
  }];
  readonly name: "SeriesTermsOutOfRange";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "SettlementPending";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly name: "claimable";
    readonly type: "uint256";
  }];
  readonly name: "SharesAboveClaimable";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly name: "limit";
    readonly type: "uint256";
  }];
  readonly name: "SharesAboveLimit";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly name: "limit";
    readonly type: "uint256";
  }];
  readonly name: "SharesBelowLimit";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "count";
    readonly type: "uint256";
  }, {
    readonly name: "threshold";
    readonly type: "uint256";
  }];
  readonly name: "SignatureCountOutOfBounds";
  readonly type: "error";
}, {
  readonly type: "error";
  readonly name: "SignatureExpired";
  readonly inputs: readonly [{
    readonly name: "signatureDeadline";
    readonly type: "uint256";
  }];
}, {
  readonly inputs: readonly [{
    readonly name: "index";
    readonly type: "uint256";
  }, {
    readonly name: "signer";
    readonly type: "address";
  }];
  readonly name: "SignatureRefused";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "SignedSpotSuspended";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "size";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "SizeOutOfRange";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "slices";
    readonly type: "uint256";
  }, {
    readonly name: "expiries";
    readonly type: "uint256";
  }];
  readonly name: "SliceCountMismatch";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "index";
    readonly type: "uint256";
  }, {
    readonly name: "slice";
    readonly type: "uint256";
  }];
  readonly name: "SliceOutOfDomain";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "lots";
    readonly type: "uint256";
  }, {
    readonly name: "smallestOrders";
    readonly type: "uint256";
  }];
  readonly name: "SmallestOrdersExceed";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "source";
    readonly type: "address";
  }, {
    readonly name: "reason";
    readonly type: "bytes";
  }];
  readonly name: "SourceFailed";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "spread";
    readonly type: "uint256";
  }, {
    readonly name: "limit";
    readonly type: "uint256";
  }];
  readonly name: "SourcesDisagree";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "aggregator";
    readonly type: "address";
  }, {
    readonly name: "updatedAt";
    readonly type: "uint256";
  }, {
    readonly name: "maxAge";
    readonly type: "uint256";
  }];
  readonly name: "StaleAnswer";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "state";
    readonly type: "uint8";
  }];
  readonly name: "StateForbids";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "index";
    readonly type: "uint256";
  }];
  readonly name: "StrikesNotAscending";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "str";
    readonly type: "string";
  }];
  readonly name: "StringTooLong";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "value";
    readonly type: "uint256";
  }, {
    readonly name: "length";
    readonly type: "uint256";
  }];
  readonly name: "StringsInsufficientHexLength";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "SurfaceAbsent";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "SurfaceForbids";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "from";
    readonly type: "address";
  }, {
    readonly name: "to";
    readonly type: "address";
  }, {
    readonly name: "amount";
    readonly type: "uint256";
  }, {
    readonly name: "reason";
    readonly type: "bytes";
  }];
  readonly name: "SwapFailed";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "from";
    readonly type: "address";
  }, {
    readonly name: "to";
    readonly type: "address";
  }, {
    readonly name: "amount";
    readonly type: "uint256";
  }, {
    readonly name: "left";
    readonly type: "uint256";
  }];
  readonly name: "SwapIncomplete";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "tenor";
    readonly type: "uint256";
  }, {
    readonly name: "minimum";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "TenorOutOfBounds";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "tenor";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "TenorOutOfRange";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "spot";
    readonly type: "uint256";
  }, {
    readonly name: "tenor";
    readonly type: "uint256";
  }, {
    readonly name: "yield";
    readonly type: "uint256";
  }];
  readonly name: "TermsOutOfDomain";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "threshold";
    readonly type: "uint256";
  }, {
    readonly name: "reporters";
    readonly type: "uint256";
  }];
  readonly name: "ThresholdOutOfBounds";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "delay";
    readonly type: "uint256";
  }, {
    readonly name: "minDelay";
    readonly type: "uint256";
  }];
  readonly name: "TimelockInsufficientDelay";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "targets";
    readonly type: "uint256";
  }, {
    readonly name: "payloads";
    readonly type: "uint256";
  }, {
    readonly name: "values";
    readonly type: "uint256";
  }];
  readonly name: "TimelockInvalidOperationLength";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "role";
    readonly type: "bytes32";
  }];
  readonly name: "TimelockRoleReserved";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "caller";
    readonly type: "address";
  }];
  readonly name: "TimelockUnauthorizedCaller";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "predecessorId";
    readonly type: "bytes32";
  }];
  readonly name: "TimelockUnexecutedPredecessor";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "operationId";
    readonly type: "bytes32";
  }, {
    readonly name: "expectedStates";
    readonly type: "bytes32";
  }];
  readonly name: "TimelockUnexpectedOperationState";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "token";
    readonly type: "address";
  }];
  readonly name: "TokenNotTraded";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "usable";
    readonly type: "uint256";
  }, {
    readonly name: "quorum";
    readonly type: "uint256";
  }];
  readonly name: "TooFewSources";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "TooManyExpiries";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "legs";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "TooManyLegs";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "vault";
    readonly type: "address";
  }, {
    readonly name: "legs";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "TooManyLegsForVault";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "paths";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "TooManyPaths";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "permits";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "TooManyPermits";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "prices";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "TooManyPrices";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "TooManySeries";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "strikes";
    readonly type: "uint256";
  }];
  readonly name: "TooManyStrikes";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "totals";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "TooManyTotals";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "vaults";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "TooManyVaults";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "token";
    readonly type: "address";
  }, {
    readonly name: "netPaid";
    readonly type: "int256";
  }, {
    readonly name: "limit";
    readonly type: "int256";
  }];
  readonly name: "TotalLimitMissed";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "TradedThisBlock";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expected";
    readonly type: "uint256";
  }, {
    readonly name: "received";
    readonly type: "uint256";
  }];
  readonly name: "TransferShort";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "current";
    readonly type: "uint8";
  }];
  readonly name: "TripConditionHolds";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "requested";
    readonly type: "uint8";
  }];
  readonly name: "TripConditionNotMet";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "until";
    readonly type: "uint256";
  }];
  readonly name: "TripLasts";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "pool";
    readonly type: "address";
  }, {
    readonly name: "lnPriceQ96";
    readonly type: "int256";
  }];
  readonly name: "TwapOutOfRange";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "data";
    readonly type: "bytes";
  }];
  readonly name: "Unexplained";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "selector";
    readonly type: "bytes4";
  }];
  readonly name: "UnknownSelector";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "vault";
    readonly type: "address";
  }];
  readonly name: "UnknownVault";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "version";
    readonly type: "uint256";
  }];
  readonly name: "UnknownVersion";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "decimals";
    readonly type: "uint8";
  }];
  readonly name: "UnsupportedDecimals";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "price";
    readonly type: "uint256";
  }, {
    readonly name: "confidence";
    readonly type: "uint256";
  }, {
    readonly name: "updatedAt";
    readonly type: "uint256";
  }];
  readonly name: "UnusableReading";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "lock";
    readonly type: "uint256";
  }, {
    readonly name: "actualCapital";
    readonly type: "uint256";
  }, {
    readonly name: "limit";
    readonly type: "uint256";
  }];
  readonly name: "UtilisationAboveLimit";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "vault";
    readonly type: "address";
  }];
  readonly name: "VaultNotTraded";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "index";
    readonly type: "uint256";
  }, {
    readonly name: "volatility";
    readonly type: "uint256";
  }];
  readonly name: "VolatilityOutOfBounds";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "wait";
    readonly type: "uint256";
  }, {
    readonly name: "minimum";
    readonly type: "uint256";
  }];
  readonly name: "WaitTooShort";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "pool";
    readonly type: "address";
  }, {
    readonly name: "window";
    readonly type: "uint256";
  }];
  readonly name: "WindowNotCovered";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "index";
    readonly type: "uint256";
  }, {
    readonly name: "slope";
    readonly type: "uint256";
  }];
  readonly name: "WingTooSteep";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "ZeroAddress";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "ZeroAmount";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "ZeroQuantity";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "ZeroTenor";
  readonly type: "error";
}];
//#endregion
//#region src/abi/expiryPriceAbi.d.ts
/** Functions, events and errors of `IExpiryPrice`. */
declare const expiryPriceAbi: readonly [{
  readonly inputs: readonly [{
    readonly name: "aggregator";
    readonly type: "address";
  }, {
    readonly name: "reason";
    readonly type: "bytes";
  }];
  readonly name: "AggregatorFailed";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }, {
    readonly name: "price";
    readonly type: "uint256";
  }];
  readonly name: "AlreadyFixed";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "aggregator";
    readonly type: "address";
  }, {
    readonly name: "roundId";
    readonly type: "uint80";
  }, {
    readonly name: "answer";
    readonly type: "int256";
  }];
  readonly name: "AnswerUnusable";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "aggregator";
    readonly type: "address";
  }, {
    readonly name: "expected";
    readonly type: "uint256";
  }, {
    readonly name: "actual";
    readonly type: "uint256";
  }];
  readonly name: "DecimalsChanged";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "ExpiryOutOfRange";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "price";
    readonly type: "uint256";
  }, {
    readonly name: "lowest";
    readonly type: "uint256";
  }, {
    readonly name: "highest";
    readonly type: "uint256";
  }];
  readonly name: "FallbackOutOfBand";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }, {
    readonly name: "earliest";
    readonly type: "uint256";
  }, {
    readonly name: "timestamp";
    readonly type: "uint256";
  }];
  readonly name: "FallbackTooEarly";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "NoFallback";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }, {
    readonly name: "timestamp";
    readonly type: "uint256";
  }];
  readonly name: "NotExpired";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "roundId";
    readonly type: "uint80";
  }, {
    readonly name: "since";
    readonly type: "uint256";
  }, {
    readonly name: "until";
    readonly type: "uint256";
  }, {
    readonly name: "windowStart";
    readonly type: "uint256";
  }];
  readonly name: "NotTheStartRound";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "aggregator";
    readonly type: "address";
  }, {
    readonly name: "phase";
    readonly type: "uint16";
  }, {
    readonly name: "windowStart";
    readonly type: "uint256";
  }, {
    readonly name: "firstSeen";
    readonly type: "uint256";
  }, {
    readonly name: "lastSeen";
    readonly type: "uint256";
  }];
  readonly name: "PhaseNotProven";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }, {
    readonly name: "price";
    readonly type: "uint256";
  }];
  readonly name: "PriceOutOfRange";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "aggregator";
    readonly type: "address";
  }, {
    readonly name: "roundId";
    readonly type: "uint80";
  }, {
    readonly name: "gap";
    readonly type: "uint256";
  }, {
    readonly name: "maxGap";
    readonly type: "uint256";
  }];
  readonly name: "RoundGap";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "aggregator";
    readonly type: "address";
  }, {
    readonly name: "roundId";
    readonly type: "uint80";
  }, {
    readonly name: "answeredInRound";
    readonly type: "uint80";
  }];
  readonly name: "RoundIncomplete";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "aggregator";
    readonly type: "address";
  }, {
    readonly name: "roundId";
    readonly type: "uint80";
  }];
  readonly name: "RoundMissing";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "aggregator";
    readonly type: "address";
  }, {
    readonly name: "roundId";
    readonly type: "uint80";
  }, {
    readonly name: "updatedAt";
    readonly type: "uint256";
  }, {
    readonly name: "previous";
    readonly type: "uint256";
  }];
  readonly name: "RoundsOutOfOrder";
  readonly type: "error";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "expiry";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "price";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "fallbackUsed";
    readonly type: "bool";
  }];
  readonly name: "ExpiryPriceFixed";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "expiry";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "roundId";
    readonly type: "uint80";
  }, {
    readonly indexed: false;
    readonly name: "quoteRoundId";
    readonly type: "uint80";
  }, {
    readonly indexed: false;
    readonly name: "provenUntil";
    readonly type: "uint256";
  }];
  readonly name: "ExpiryProofAdvanced";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "expiry";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "price";
    readonly type: "uint256";
  }];
  readonly name: "FallbackCancelled";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "expiry";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "price";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "executableAt";
    readonly type: "uint256";
  }];
  readonly name: "FallbackProposed";
  readonly type: "event";
}, {
  readonly inputs: readonly [];
  readonly name: "averagingWindow";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "cancelFallback";
  readonly outputs: readonly [];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "checkpoint";
  readonly outputs: readonly [];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "cursorOf";
  readonly outputs: readonly [{
    readonly name: "roundId";
    readonly type: "uint80";
  }, {
    readonly name: "quoteRoundId";
    readonly type: "uint80";
  }, {
    readonly name: "provenUntil";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "executeFallback";
  readonly outputs: readonly [];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "fallbackOf";
  readonly outputs: readonly [{
    readonly name: "price";
    readonly type: "uint256";
  }, {
    readonly name: "executableAt";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "priceOf";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }, {
    readonly name: "price";
    readonly type: "uint256";
  }];
  readonly name: "proposeFallback";
  readonly outputs: readonly [];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }, {
    readonly name: "roundId";
    readonly type: "uint80";
  }, {
    readonly name: "quoteRoundId";
    readonly type: "uint80";
  }, {
    readonly name: "maxRounds";
    readonly type: "uint256";
  }];
  readonly name: "prove";
  readonly outputs: readonly [{
    readonly name: "price";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}];
//#endregion
//#region src/abi/optionTokenAbi.d.ts
/** Functions, events and errors of `IOptionToken`. */
declare const optionTokenAbi: readonly [{
  readonly inputs: readonly [{
    readonly name: "caller";
    readonly type: "address";
  }];
  readonly name: "NotVault";
  readonly type: "error";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "spender";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "id";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "amount";
    readonly type: "uint256";
  }];
  readonly name: "Approval";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "spender";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "approved";
    readonly type: "bool";
  }];
  readonly name: "OperatorSet";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: false;
    readonly name: "caller";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "sender";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "id";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "amount";
    readonly type: "uint256";
  }];
  readonly name: "Transfer";
  readonly type: "event";
}, {
  readonly inputs: readonly [{
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly name: "spender";
    readonly type: "address";
  }, {
    readonly name: "id";
    readonly type: "uint256";
  }];
  readonly name: "allowance";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "spender";
    readonly type: "address";
  }, {
    readonly name: "id";
    readonly type: "uint256";
  }, {
    readonly name: "amount";
    readonly type: "uint256";
  }];
  readonly name: "approve";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "bool";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly name: "id";
    readonly type: "uint256";
  }];
  readonly name: "balanceOf";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly name: "id";
    readonly type: "uint256";
  }, {
    readonly name: "amount";
    readonly type: "uint256";
  }, {
    readonly name: "spender";
    readonly type: "address";
  }];
  readonly name: "burn";
  readonly outputs: readonly [];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "contractURI";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "string";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "id";
    readonly type: "uint256";
  }];
  readonly name: "decimals";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint8";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly name: "spender";
    readonly type: "address";
  }];
  readonly name: "isOperator";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "bool";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly name: "id";
    readonly type: "uint256";
  }, {
    readonly name: "amount";
    readonly type: "uint256";
  }];
  readonly name: "mint";
  readonly outputs: readonly [];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "id";
    readonly type: "uint256";
  }];
  readonly name: "name";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "string";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "spender";
    readonly type: "address";
  }, {
    readonly name: "approved";
    readonly type: "bool";
  }];
  readonly name: "setOperator";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "bool";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "interfaceId";
    readonly type: "bytes4";
  }];
  readonly name: "supportsInterface";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "bool";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "id";
    readonly type: "uint256";
  }];
  readonly name: "symbol";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "string";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "id";
    readonly type: "uint256";
  }];
  readonly name: "tokenURI";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "string";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "id";
    readonly type: "uint256";
  }];
  readonly name: "totalSupply";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly name: "id";
    readonly type: "uint256";
  }, {
    readonly name: "amount";
    readonly type: "uint256";
  }];
  readonly name: "transfer";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "bool";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "sender";
    readonly type: "address";
  }, {
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly name: "id";
    readonly type: "uint256";
  }, {
    readonly name: "amount";
    readonly type: "uint256";
  }];
  readonly name: "transferFrom";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "bool";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "vault";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "address";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}];
//#endregion
//#region src/abi/optionVaultAbi.d.ts
/** Functions, events and errors of `IOptionVault`. */
declare const optionVaultAbi: readonly [{
  readonly inputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }, {
    readonly name: "limit";
    readonly type: "uint256";
  }];
  readonly name: "AssetsAboveLimit";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }, {
    readonly name: "limit";
    readonly type: "uint256";
  }];
  readonly name: "AssetsBelowLimit";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "receiver";
    readonly type: "address";
  }];
  readonly name: "BadReceiver";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "deadline";
    readonly type: "uint256";
  }, {
    readonly name: "now_";
    readonly type: "uint256";
  }];
  readonly name: "DeadlinePassed";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "spotDelta";
    readonly type: "int256";
  }, {
    readonly name: "minimum";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "DeltaOutOfBounds";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "id";
    readonly type: "uint256";
  }];
  readonly name: "DuplicateSeries";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "ExpiryAlreadyOpen";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }, {
    readonly name: "cutOff";
    readonly type: "uint256";
  }];
  readonly name: "ExpiryClosed";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "ExpiryNotOpen";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "ExpiryPriceNotFixed";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "lock";
    readonly type: "uint256";
  }, {
    readonly name: "collateral";
    readonly type: "uint256";
  }];
  readonly name: "Insolvent";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "leg";
    readonly type: "uint256";
  }, {
    readonly name: "amount";
    readonly type: "uint256";
  }, {
    readonly name: "limit";
    readonly type: "uint256";
  }];
  readonly name: "LegLimitMissed";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "legs";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "LegsOutOfRange";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "added";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "LockGrowthAboveLimit";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "nav";
    readonly type: "int256";
  }, {
    readonly name: "minimum";
    readonly type: "uint256";
  }];
  readonly name: "NavTooLow";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "NoProviders";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "requested";
    readonly type: "uint256";
  }, {
    readonly name: "free";
    readonly type: "uint256";
  }];
  readonly name: "NotEnoughFreeCollateral";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "current";
    readonly type: "uint8";
  }, {
    readonly name: "requested";
    readonly type: "uint8";
  }];
  readonly name: "NotLoosening";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "NotOnCalendar";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "caller";
    readonly type: "address";
  }];
  readonly name: "NotQueue";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "NotSettled";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "current";
    readonly type: "uint8";
  }, {
    readonly name: "requested";
    readonly type: "uint8";
  }];
  readonly name: "NotTightening";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "quantity";
    readonly type: "uint256";
  }, {
    readonly name: "lotSize";
    readonly type: "uint256";
  }];
  readonly name: "NotWholeLots";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "NothingToPay";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "NothingToRelist";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "NothingTripped";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "premium";
    readonly type: "int256";
  }, {
    readonly name: "limit";
    readonly type: "int256";
  }];
  readonly name: "OrderAboveLimit";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "quantity";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "OrderTooLarge";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "quantity";
    readonly type: "uint256";
  }, {
    readonly name: "minimum";
    readonly type: "uint256";
  }];
  readonly name: "OrderTooSmall";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "name";
    readonly type: "bytes32";
  }, {
    readonly name: "value";
    readonly type: "uint256";
  }];
  readonly name: "ParamOutOfBounds";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "payout";
    readonly type: "uint256";
  }, {
    readonly name: "limit";
    readonly type: "uint256";
  }];
  readonly name: "PayoutBelowLimit";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "premium";
    readonly type: "uint256";
  }, {
    readonly name: "limit";
    readonly type: "uint256";
  }];
  readonly name: "PremiumAboveLimit";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "queue";
    readonly type: "address";
  }];
  readonly name: "QueueAlreadyRegistered";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "duration";
    readonly type: "uint256";
  }, {
    readonly name: "minimum";
    readonly type: "uint256";
  }];
  readonly name: "RampTooShort";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "earliest";
    readonly type: "uint256";
  }];
  readonly name: "RampTooSoon";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "name";
    readonly type: "bytes32";
  }, {
    readonly name: "current";
    readonly type: "int256";
  }, {
    readonly name: "target";
    readonly type: "int256";
  }];
  readonly name: "RampTooSteep";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "id";
    readonly type: "uint256";
  }];
  readonly name: "SeriesNotListed";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "SettlementPending";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly name: "limit";
    readonly type: "uint256";
  }];
  readonly name: "SharesAboveLimit";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly name: "limit";
    readonly type: "uint256";
  }];
  readonly name: "SharesBelowLimit";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "state";
    readonly type: "uint8";
  }];
  readonly name: "StateForbids";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "SurfaceForbids";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "tenor";
    readonly type: "uint256";
  }, {
    readonly name: "minimum";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "TenorOutOfBounds";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "TooManyExpiries";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "TooManySeries";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "TradedThisBlock";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expected";
    readonly type: "uint256";
  }, {
    readonly name: "received";
    readonly type: "uint256";
  }];
  readonly name: "TransferShort";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "current";
    readonly type: "uint8";
  }];
  readonly name: "TripConditionHolds";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "requested";
    readonly type: "uint8";
  }];
  readonly name: "TripConditionNotMet";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "until";
    readonly type: "uint256";
  }];
  readonly name: "TripLasts";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "decimals";
    readonly type: "uint8";
  }];
  readonly name: "UnsupportedDecimals";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "lock";
    readonly type: "uint256";
  }, {
    readonly name: "actualCapital";
    readonly type: "uint256";
  }, {
    readonly name: "limit";
    readonly type: "uint256";
  }];
  readonly name: "UtilisationAboveLimit";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "ZeroAddress";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "ZeroAmount";
  readonly type: "error";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "spender";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "value";
    readonly type: "uint256";
  }];
  readonly name: "Approval";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: false;
    readonly name: "collateral";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "value";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "riskCapital";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "riskCharge";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "lock";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "spot";
    readonly type: "uint256";
  }];
  readonly name: "BookMarked";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "sender";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "assets";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly name: "Deposit";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly name: "EscrowReleased";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "expiry";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "strikes";
    readonly type: "uint256[]";
  }];
  readonly name: "ExpiryOpened";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "expiry";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "price";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "owed";
    readonly type: "uint256";
  }];
  readonly name: "ExpirySettled";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "recipient";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "amount";
    readonly type: "uint256";
  }];
  readonly name: "FeesCollected";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly name: "GuaranteedExit";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "id";
    readonly type: "uint256";
  }, {
    readonly indexed: true;
    readonly name: "buyer";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "quantity";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "premium";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "fee";
    readonly type: "uint256";
  }];
  readonly name: "OptionsBought";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "id";
    readonly type: "uint256";
  }, {
    readonly indexed: true;
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "quantity";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "payout";
    readonly type: "uint256";
  }];
  readonly name: "OptionsRedeemed";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "id";
    readonly type: "uint256";
  }, {
    readonly indexed: true;
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "quantity";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "payout";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "fee";
    readonly type: "uint256";
  }];
  readonly name: "OptionsSold";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "trader";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "premium";
    readonly type: "int256";
  }, {
    readonly indexed: false;
    readonly name: "fee";
    readonly type: "uint256";
  }];
  readonly name: "OrderTraded";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: false;
    readonly name: "share";
    readonly type: "uint256";
  }];
  readonly name: "ProtocolFeeChanged";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "queue";
    readonly type: "address";
  }];
  readonly name: "QueueRegistered";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: false;
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly name: "RedeemFilled";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly components: readonly [{
      readonly name: "riskAversion";
      readonly type: "uint256";
    }, {
      readonly name: "capacityRent";
      readonly type: "uint256";
    }, {
      readonly name: "volOfVol";
      readonly type: "uint256";
    }, {
      readonly name: "spotVolCorrelation";
      readonly type: "int256";
    }, {
      readonly name: "horizon";
      readonly type: "uint256";
    }, {
      readonly name: "notionalFee";
      readonly type: "uint256";
    }, {
      readonly name: "premiumFeeCap";
      readonly type: "uint256";
    }, {
      readonly name: "chargeFee";
      readonly type: "uint256";
    }, {
      readonly name: "lockFee";
      readonly type: "uint256";
    }, {
      readonly name: "stress";
      readonly type: "uint256";
    }, {
      readonly name: "confidenceFactor";
      readonly type: "uint256";
    }];
    readonly indexed: false;
    readonly name: "target";
    readonly type: "tuple";
  }, {
    readonly indexed: false;
    readonly name: "rampStart";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "rampEnd";
    readonly type: "uint256";
  }];
  readonly name: "RiskParamsScheduled";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: false;
    readonly name: "previous";
    readonly type: "uint8";
  }, {
    readonly indexed: false;
    readonly name: "current";
    readonly type: "uint8";
  }, {
    readonly indexed: true;
    readonly name: "by";
    readonly type: "address";
  }];
  readonly name: "StateChanged";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: false;
    readonly name: "stress";
    readonly type: "uint256";
  }];
  readonly name: "StressChanged";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "expiry";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "added";
    readonly type: "uint256[]";
  }, {
    readonly indexed: false;
    readonly name: "retired";
    readonly type: "uint256[]";
  }];
  readonly name: "StrikesRelisted";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "from";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "to";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "value";
    readonly type: "uint256";
  }];
  readonly name: "Transfer";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "sender";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "assets";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly name: "Withdraw";
  readonly type: "event";
}, {
  readonly inputs: readonly [];
  readonly name: "DOMAIN_SEPARATOR";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "bytes32";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "accounts";
  readonly outputs: readonly [{
    readonly components: readonly [{
      readonly name: "held";
      readonly type: "uint256";
    }, {
      readonly name: "reserve";
      readonly type: "uint256";
    }, {
      readonly name: "feesOwed";
      readonly type: "uint256";
    }, {
      readonly name: "escrow";
      readonly type: "uint256";
    }, {
      readonly name: "pledged";
      readonly type: "uint256";
    }, {
      readonly name: "lock";
      readonly type: "uint256";
    }, {
      readonly name: "riskCapital";
      readonly type: "uint256";
    }, {
      readonly name: "recentCharge";
      readonly type: "uint256";
    }];
    readonly name: "";
    readonly type: "tuple";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly name: "spender";
    readonly type: "address";
  }];
  readonly name: "allowance";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "spender";
    readonly type: "address";
  }, {
    readonly name: "value";
    readonly type: "uint256";
  }];
  readonly name: "approve";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "bool";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "assess";
  readonly outputs: readonly [{
    readonly components: readonly [{
      readonly name: "spot";
      readonly type: "uint256";
    }, {
      readonly name: "spotConfidence";
      readonly type: "uint256";
    }, {
      readonly name: "volConfidence";
      readonly type: "uint256";
    }, {
      readonly name: "surface";
      readonly type: "uint8";
    }, {
      readonly name: "value";
      readonly type: "uint256";
    }, {
      readonly components: readonly [{
        readonly name: "delta";
        readonly type: "int256";
      }, {
        readonly name: "gamma";
        readonly type: "int256";
      }, {
        readonly name: "vega";
        readonly type: "int256";
      }, {
        readonly name: "theta";
        readonly type: "int256";
      }, {
        readonly name: "rho";
        readonly type: "int256";
      }];
      readonly name: "greeks";
      readonly type: "tuple";
    }, {
      readonly name: "lock";
      readonly type: "uint256";
    }, {
      readonly components: readonly [{
        readonly name: "collateral";
        readonly type: "uint256";
      }, {
        readonly name: "riskCapital";
        readonly type: "uint256";
      }, {
        readonly name: "actual";
        readonly type: "uint256";
      }, {
        readonly name: "fresh";
        readonly type: "int256";
      }, {
        readonly name: "recentCharge";
        readonly type: "uint256";
      }, {
        readonly name: "doublingBase";
        readonly type: "uint256";
      }, {
        readonly name: "claimShare";
        readonly type: "uint256";
      }, {
        readonly name: "updatedAt";
        readonly type: "uint256";
      }, {
        readonly name: "priceNumber";
        readonly type: "uint256";
      }];
      readonly name: "capital";
      readonly type: "tuple";
    }, {
      readonly name: "lowCapital";
      readonly type: "uint256";
    }, {
      readonly name: "depositCapital";
      readonly type: "uint256";
    }, {
      readonly name: "moveCharge";
      readonly type: "uint256";
    }, {
      readonly name: "rentCharge";
      readonly type: "uint256";
    }, {
      readonly name: "depositCharge";
      readonly type: "uint256";
    }, {
      readonly name: "nav";
      readonly type: "int256";
    }, {
      readonly name: "band";
      readonly type: "uint256";
    }, {
      readonly name: "claim";
      readonly type: "uint256";
    }, {
      readonly components: readonly [{
        readonly name: "spotMove";
        readonly type: "int256";
      }, {
        readonly name: "volMove";
        readonly type: "int256";
      }, {
        readonly name: "gammaMove";
        readonly type: "int256";
      }, {
        readonly name: "locked";
        readonly type: "uint256[8]";
      }, {
        readonly name: "interval";
        readonly type: "uint256[8]";
      }];
      readonly name: "sums";
      readonly type: "tuple";
    }];
    readonly name: "";
    readonly type: "tuple";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "asset";
  readonly outputs: readonly [{
    readonly name: "assetTokenAddress";
    readonly type: "address";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "authority";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "address";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "account";
    readonly type: "address";
  }];
  readonly name: "balanceOf";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "book";
  readonly outputs: readonly [{
    readonly components: readonly [{
      readonly name: "expiries";
      readonly type: "uint256";
    }, {
      readonly name: "quads";
      readonly type: "uint256[]";
    }, {
      readonly name: "tickSize";
      readonly type: "uint256";
    }, {
      readonly name: "lotSize";
      readonly type: "uint256";
    }];
    readonly name: "";
    readonly type: "tuple";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "id";
    readonly type: "uint256";
  }, {
    readonly name: "quantity";
    readonly type: "uint256";
  }, {
    readonly name: "maxPremium";
    readonly type: "uint256";
  }, {
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly name: "deadline";
    readonly type: "uint256";
  }];
  readonly name: "buy";
  readonly outputs: readonly [{
    readonly name: "premium";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "capital";
  readonly outputs: readonly [{
    readonly components: readonly [{
      readonly name: "collateral";
      readonly type: "uint256";
    }, {
      readonly name: "riskCapital";
      readonly type: "uint256";
    }, {
      readonly name: "actual";
      readonly type: "uint256";
    }, {
      readonly name: "fresh";
      readonly type: "int256";
    }, {
      readonly name: "recentCharge";
      readonly type: "uint256";
    }, {
      readonly name: "doublingBase";
      readonly type: "uint256";
    }, {
      readonly name: "claimShare";
      readonly type: "uint256";
    }, {
      readonly name: "updatedAt";
      readonly type: "uint256";
    }, {
      readonly name: "priceNumber";
      readonly type: "uint256";
    }];
    readonly name: "";
    readonly type: "tuple";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly components: readonly [{
      readonly name: "id";
      readonly type: "uint256";
    }, {
      readonly name: "quantity";
      readonly type: "int256";
    }, {
      readonly name: "limit";
      readonly type: "uint256";
    }];
    readonly name: "legs";
    readonly type: "tuple[]";
  }];
  readonly name: "checkOrder";
  readonly outputs: readonly [{
    readonly name: "premium";
    readonly type: "int256";
  }, {
    readonly components: readonly [{
      readonly name: "premium";
      readonly type: "int256";
    }, {
      readonly name: "moveCharge";
      readonly type: "int256";
    }, {
      readonly name: "rentCharge";
      readonly type: "int256";
    }, {
      readonly name: "fee";
      readonly type: "uint256";
    }, {
      readonly name: "clamp";
      readonly type: "uint256";
    }, {
      readonly name: "spot";
      readonly type: "uint256";
    }, {
      readonly name: "surface";
      readonly type: "uint8";
    }, {
      readonly name: "valueBefore";
      readonly type: "uint256";
    }, {
      readonly name: "valueAfter";
      readonly type: "uint256";
    }, {
      readonly name: "chargeBefore";
      readonly type: "uint256";
    }, {
      readonly name: "chargeAfter";
      readonly type: "uint256";
    }, {
      readonly name: "claim";
      readonly type: "uint256";
    }, {
      readonly components: readonly [{
        readonly name: "collateral";
        readonly type: "uint256";
      }, {
        readonly name: "riskCapital";
        readonly type: "uint256";
      }, {
        readonly name: "actual";
        readonly type: "uint256";
      }, {
        readonly name: "fresh";
        readonly type: "int256";
      }, {
        readonly name: "recentCharge";
        readonly type: "uint256";
      }, {
        readonly name: "doublingBase";
        readonly type: "uint256";
      }, {
        readonly name: "claimShare";
        readonly type: "uint256";
      }, {
        readonly name: "updatedAt";
        readonly type: "uint256";
      }, {
        readonly name: "priceNumber";
        readonly type: "uint256";
      }];
      readonly name: "capital";
      readonly type: "tuple";
    }, {
      readonly components: readonly [{
        readonly name: "amount";
        readonly type: "uint256";
      }, {
        readonly name: "fair";
        readonly type: "uint256";
      }, {
        readonly name: "fee";
        readonly type: "uint256";
      }, {
        readonly name: "clamp";
        readonly type: "uint256";
      }, {
        readonly name: "volatility";
        readonly type: "uint256";
      }, {
        readonly name: "forward";
        readonly type: "uint256";
      }, {
        readonly name: "spotDelta";
        readonly type: "int256";
      }, {
        readonly components: readonly [{
          readonly name: "delta";
          readonly type: "int256";
        }, {
          readonly name: "gamma";
          readonly type: "int256";
        }, {
          readonly name: "vega";
          readonly type: "int256";
        }, {
          readonly name: "theta";
          readonly type: "int256";
        }, {
          readonly name: "rho";
          readonly type: "int256";
        }];
        readonly name: "greeks";
        readonly type: "tuple";
      }];
      readonly name: "legs";
      readonly type: "tuple[]";
    }];
    readonly name: "quote";
    readonly type: "tuple";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "collateral";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "address";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "collectFees";
  readonly outputs: readonly [{
    readonly name: "amount";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly name: "convertToAssets";
  readonly outputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly name: "convertToShares";
  readonly outputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "decimals";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint8";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }, {
    readonly name: "receiver";
    readonly type: "address";
  }];
  readonly name: "deposit";
  readonly outputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }, {
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly name: "minShares";
    readonly type: "uint256";
  }, {
    readonly name: "deadline";
    readonly type: "uint256";
  }];
  readonly name: "deposit";
  readonly outputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "expiries";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint256[]";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "expiryPrice";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "address";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "feeRecipient";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "address";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly name: "epoch";
    readonly type: "uint256";
  }];
  readonly name: "fillRedeem";
  readonly outputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly name: "owner";
    readonly type: "address";
  }];
  readonly name: "guaranteedExit";
  readonly outputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly name: "minAssets";
    readonly type: "uint256";
  }, {
    readonly name: "deadline";
    readonly type: "uint256";
  }];
  readonly name: "guaranteedExit";
  readonly outputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "id";
    readonly type: "uint256";
  }];
  readonly name: "isListed";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "bool";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "kind";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint8";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "lapse";
  readonly outputs: readonly [];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "leastDeposit";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "state";
    readonly type: "uint8";
  }];
  readonly name: "loosen";
  readonly outputs: readonly [];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "stress";
    readonly type: "uint256";
  }];
  readonly name: "lowerStress";
  readonly outputs: readonly [];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "receiver";
    readonly type: "address";
  }];
  readonly name: "maxDeposit";
  readonly outputs: readonly [{
    readonly name: "maxAssets";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "receiver";
    readonly type: "address";
  }];
  readonly name: "maxMint";
  readonly outputs: readonly [{
    readonly name: "maxShares";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "owner";
    readonly type: "address";
  }];
  readonly name: "maxRedeem";
  readonly outputs: readonly [{
    readonly name: "maxShares";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "owner";
    readonly type: "address";
  }];
  readonly name: "maxWithdraw";
  readonly outputs: readonly [{
    readonly name: "maxAssets";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly name: "receiver";
    readonly type: "address";
  }];
  readonly name: "mint";
  readonly outputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly name: "maxAssets";
    readonly type: "uint256";
  }, {
    readonly name: "deadline";
    readonly type: "uint256";
  }];
  readonly name: "mint";
  readonly outputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "modules";
  readonly outputs: readonly [{
    readonly components: readonly [{
      readonly name: "operations";
      readonly type: "address";
    }, {
      readonly name: "shares";
      readonly type: "address";
    }];
    readonly name: "";
    readonly type: "tuple";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "name";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "string";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "id";
    readonly type: "uint256";
  }];
  readonly name: "netOf";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "int256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "owner";
    readonly type: "address";
  }];
  readonly name: "nonces";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "openExpiry";
  readonly outputs: readonly [{
    readonly name: "strikes";
    readonly type: "uint256[]";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "optionToken";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "address";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "oracle";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "address";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly name: "spender";
    readonly type: "address";
  }, {
    readonly name: "value";
    readonly type: "uint256";
  }, {
    readonly name: "deadline";
    readonly type: "uint256";
  }, {
    readonly name: "v";
    readonly type: "uint8";
  }, {
    readonly name: "r";
    readonly type: "bytes32";
  }, {
    readonly name: "s";
    readonly type: "bytes32";
  }];
  readonly name: "permit";
  readonly outputs: readonly [];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly name: "previewDeposit";
  readonly outputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly name: "previewGuaranteedExit";
  readonly outputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly name: "previewMint";
  readonly outputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly name: "previewRedeem";
  readonly outputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly name: "previewWithdraw";
  readonly outputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "protocolFee";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "queue";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "address";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "ids";
    readonly type: "uint256[]";
  }, {
    readonly name: "quantities";
    readonly type: "int256[]";
  }];
  readonly name: "quoteEach";
  readonly outputs: readonly [{
    readonly components: readonly [{
      readonly name: "spot";
      readonly type: "uint256";
    }, {
      readonly name: "surface";
      readonly type: "uint8";
    }, {
      readonly name: "riskCapital";
      readonly type: "uint256";
    }, {
      readonly name: "actualCapital";
      readonly type: "uint256";
    }, {
      readonly name: "claim";
      readonly type: "uint256";
    }, {
      readonly components: readonly [{
        readonly name: "fair";
        readonly type: "uint256";
      }, {
        readonly name: "volatility";
        readonly type: "uint256";
      }, {
        readonly name: "forward";
        readonly type: "uint256";
      }, {
        readonly name: "spotDelta";
        readonly type: "int256";
      }, {
        readonly components: readonly [{
          readonly name: "delta";
          readonly type: "int256";
        }, {
          readonly name: "gamma";
          readonly type: "int256";
        }, {
          readonly name: "vega";
          readonly type: "int256";
        }, {
          readonly name: "theta";
          readonly type: "int256";
        }, {
          readonly name: "rho";
          readonly type: "int256";
        }];
        readonly name: "greeks";
        readonly type: "tuple";
      }];
      readonly name: "series";
      readonly type: "tuple[]";
    }, {
      readonly name: "premiums";
      readonly type: "int256[]";
    }, {
      readonly name: "fees";
      readonly type: "uint256[]";
    }];
    readonly name: "";
    readonly type: "tuple";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly components: readonly [{
      readonly name: "id";
      readonly type: "uint256";
    }, {
      readonly name: "quantity";
      readonly type: "int256";
    }, {
      readonly name: "limit";
      readonly type: "uint256";
    }];
    readonly name: "legs";
    readonly type: "tuple[]";
  }];
  readonly name: "quoteOrder";
  readonly outputs: readonly [{
    readonly components: readonly [{
      readonly name: "premium";
      readonly type: "int256";
    }, {
      readonly name: "moveCharge";
      readonly type: "int256";
    }, {
      readonly name: "rentCharge";
      readonly type: "int256";
    }, {
      readonly name: "fee";
      readonly type: "uint256";
    }, {
      readonly name: "clamp";
      readonly type: "uint256";
    }, {
      readonly name: "spot";
      readonly type: "uint256";
    }, {
      readonly name: "surface";
      readonly type: "uint8";
    }, {
      readonly name: "valueBefore";
      readonly type: "uint256";
    }, {
      readonly name: "valueAfter";
      readonly type: "uint256";
    }, {
      readonly name: "chargeBefore";
      readonly type: "uint256";
    }, {
      readonly name: "chargeAfter";
      readonly type: "uint256";
    }, {
      readonly name: "claim";
      readonly type: "uint256";
    }, {
      readonly components: readonly [{
        readonly name: "collateral";
        readonly type: "uint256";
      }, {
        readonly name: "riskCapital";
        readonly type: "uint256";
      }, {
        readonly name: "actual";
        readonly type: "uint256";
      }, {
        readonly name: "fresh";
        readonly type: "int256";
      }, {
        readonly name: "recentCharge";
        readonly type: "uint256";
      }, {
        readonly name: "doublingBase";
        readonly type: "uint256";
      }, {
        readonly name: "claimShare";
        readonly type: "uint256";
      }, {
        readonly name: "updatedAt";
        readonly type: "uint256";
      }, {
        readonly name: "priceNumber";
        readonly type: "uint256";
      }];
      readonly name: "capital";
      readonly type: "tuple";
    }, {
      readonly components: readonly [{
        readonly name: "amount";
        readonly type: "uint256";
      }, {
        readonly name: "fair";
        readonly type: "uint256";
      }, {
        readonly name: "fee";
        readonly type: "uint256";
      }, {
        readonly name: "clamp";
        readonly type: "uint256";
      }, {
        readonly name: "volatility";
        readonly type: "uint256";
      }, {
        readonly name: "forward";
        readonly type: "uint256";
      }, {
        readonly name: "spotDelta";
        readonly type: "int256";
      }, {
        readonly components: readonly [{
          readonly name: "delta";
          readonly type: "int256";
        }, {
          readonly name: "gamma";
          readonly type: "int256";
        }, {
          readonly name: "vega";
          readonly type: "int256";
        }, {
          readonly name: "theta";
          readonly type: "int256";
        }, {
          readonly name: "rho";
          readonly type: "int256";
        }];
        readonly name: "greeks";
        readonly type: "tuple";
      }];
      readonly name: "legs";
      readonly type: "tuple[]";
    }];
    readonly name: "";
    readonly type: "tuple";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "id";
    readonly type: "uint256";
  }, {
    readonly name: "quantity";
    readonly type: "int256";
  }];
  readonly name: "quoteTrade";
  readonly outputs: readonly [{
    readonly components: readonly [{
      readonly name: "premium";
      readonly type: "uint256";
    }, {
      readonly name: "fair";
      readonly type: "uint256";
    }, {
      readonly name: "moveCharge";
      readonly type: "int256";
    }, {
      readonly name: "rentCharge";
      readonly type: "int256";
    }, {
      readonly name: "fee";
      readonly type: "uint256";
    }, {
      readonly name: "clamp";
      readonly type: "uint256";
    }, {
      readonly name: "volatility";
      readonly type: "uint256";
    }, {
      readonly name: "spot";
      readonly type: "uint256";
    }, {
      readonly name: "forward";
      readonly type: "uint256";
    }, {
      readonly name: "spotDelta";
      readonly type: "int256";
    }, {
      readonly components: readonly [{
        readonly name: "delta";
        readonly type: "int256";
      }, {
        readonly name: "gamma";
        readonly type: "int256";
      }, {
        readonly name: "vega";
        readonly type: "int256";
      }, {
        readonly name: "theta";
        readonly type: "int256";
      }, {
        readonly name: "rho";
        readonly type: "int256";
      }];
      readonly name: "greeks";
      readonly type: "tuple";
    }, {
      readonly name: "surface";
      readonly type: "uint8";
    }, {
      readonly name: "bookValue";
      readonly type: "uint256";
    }, {
      readonly name: "riskCapital";
      readonly type: "uint256";
    }, {
      readonly name: "actualCapital";
      readonly type: "uint256";
    }, {
      readonly name: "claim";
      readonly type: "uint256";
    }, {
      readonly name: "chargeBefore";
      readonly type: "uint256";
    }, {
      readonly name: "chargeAfter";
      readonly type: "uint256";
    }, {
      readonly name: "lockBefore";
      readonly type: "uint256";
    }, {
      readonly name: "lockAfter";
      readonly type: "uint256";
    }];
    readonly name: "";
    readonly type: "tuple";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "stress";
    readonly type: "uint256";
  }];
  readonly name: "raiseStress";
  readonly outputs: readonly [];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly name: "minAssets";
    readonly type: "uint256";
  }, {
    readonly name: "deadline";
    readonly type: "uint256";
  }];
  readonly name: "redeem";
  readonly outputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly name: "owner";
    readonly type: "address";
  }];
  readonly name: "redeem";
  readonly outputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "id";
    readonly type: "uint256";
  }, {
    readonly name: "quantity";
    readonly type: "uint256";
  }, {
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly name: "receiver";
    readonly type: "address";
  }];
  readonly name: "redeemOptions";
  readonly outputs: readonly [{
    readonly name: "payout";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "queue";
    readonly type: "address";
  }];
  readonly name: "registerQueue";
  readonly outputs: readonly [];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly name: "releaseEscrow";
  readonly outputs: readonly [];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "relist";
  readonly outputs: readonly [];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "riskParams";
  readonly outputs: readonly [{
    readonly components: readonly [{
      readonly name: "riskAversion";
      readonly type: "uint256";
    }, {
      readonly name: "capacityRent";
      readonly type: "uint256";
    }, {
      readonly name: "volOfVol";
      readonly type: "uint256";
    }, {
      readonly name: "spotVolCorrelation";
      readonly type: "int256";
    }, {
      readonly name: "horizon";
      readonly type: "uint256";
    }, {
      readonly name: "notionalFee";
      readonly type: "uint256";
    }, {
      readonly name: "premiumFeeCap";
      readonly type: "uint256";
    }, {
      readonly name: "chargeFee";
      readonly type: "uint256";
    }, {
      readonly name: "lockFee";
      readonly type: "uint256";
    }, {
      readonly name: "stress";
      readonly type: "uint256";
    }, {
      readonly name: "confidenceFactor";
      readonly type: "uint256";
    }];
    readonly name: "";
    readonly type: "tuple";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "scale";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly components: readonly [{
      readonly name: "riskAversion";
      readonly type: "uint256";
    }, {
      readonly name: "capacityRent";
      readonly type: "uint256";
    }, {
      readonly name: "volOfVol";
      readonly type: "uint256";
    }, {
      readonly name: "spotVolCorrelation";
      readonly type: "int256";
    }, {
      readonly name: "horizon";
      readonly type: "uint256";
    }, {
      readonly name: "notionalFee";
      readonly type: "uint256";
    }, {
      readonly name: "premiumFeeCap";
      readonly type: "uint256";
    }, {
      readonly name: "chargeFee";
      readonly type: "uint256";
    }, {
      readonly name: "lockFee";
      readonly type: "uint256";
    }, {
      readonly name: "stress";
      readonly type: "uint256";
    }, {
      readonly name: "confidenceFactor";
      readonly type: "uint256";
    }];
    readonly name: "target";
    readonly type: "tuple";
  }, {
    readonly name: "duration";
    readonly type: "uint256";
  }];
  readonly name: "scheduleRiskParams";
  readonly outputs: readonly [];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "id";
    readonly type: "uint256";
  }, {
    readonly name: "quantity";
    readonly type: "uint256";
  }, {
    readonly name: "minPayout";
    readonly type: "uint256";
  }, {
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly name: "deadline";
    readonly type: "uint256";
  }];
  readonly name: "sell";
  readonly outputs: readonly [{
    readonly name: "payout";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "seriesRules";
  readonly outputs: readonly [{
    readonly components: readonly [{
      readonly name: "tickSize";
      readonly type: "uint256";
    }, {
      readonly name: "lotSize";
      readonly type: "uint256";
    }, {
      readonly name: "minOrder";
      readonly type: "uint256";
    }, {
      readonly name: "dailies";
      readonly type: "uint8";
    }, {
      readonly name: "weeklies";
      readonly type: "uint8";
    }, {
      readonly name: "monthlies";
      readonly type: "uint8";
    }, {
      readonly name: "strikesPerExpiry";
      readonly type: "uint8";
    }, {
      readonly name: "ladderStep";
      readonly type: "uint256";
    }, {
      readonly name: "minDelta";
      readonly type: "uint256";
    }, {
      readonly name: "maxDelta";
      readonly type: "uint256";
    }, {
      readonly name: "minTenor";
      readonly type: "uint256";
    }, {
      readonly name: "maxTenor";
      readonly type: "uint256";
    }];
    readonly name: "";
    readonly type: "tuple";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "share";
    readonly type: "uint256";
  }];
  readonly name: "setProtocolFee";
  readonly outputs: readonly [];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "waiting";
    readonly type: "bool";
  }];
  readonly name: "setRequestsWaiting";
  readonly outputs: readonly [];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "settle";
  readonly outputs: readonly [{
    readonly name: "owed";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "settledPrice";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "state";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint8";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "strikesOf";
  readonly outputs: readonly [{
    readonly name: "strikes";
    readonly type: "uint256[]";
  }, {
    readonly name: "nets";
    readonly type: "int256[]";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "symbol";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "string";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "state";
    readonly type: "uint8";
  }];
  readonly name: "tighten";
  readonly outputs: readonly [];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "totalAssets";
  readonly outputs: readonly [{
    readonly name: "totalManagedAssets";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "totalSupply";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly components: readonly [{
      readonly name: "id";
      readonly type: "uint256";
    }, {
      readonly name: "quantity";
      readonly type: "int256";
    }, {
      readonly name: "limit";
      readonly type: "uint256";
    }];
    readonly name: "legs";
    readonly type: "tuple[]";
  }, {
    readonly name: "maxPremium";
    readonly type: "int256";
  }, {
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly name: "deadline";
    readonly type: "uint256";
  }];
  readonly name: "trade";
  readonly outputs: readonly [{
    readonly name: "premium";
    readonly type: "int256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly components: readonly [{
      readonly name: "id";
      readonly type: "uint256";
    }, {
      readonly name: "quantity";
      readonly type: "int256";
    }, {
      readonly name: "limit";
      readonly type: "uint256";
    }];
    readonly name: "legs";
    readonly type: "tuple[]";
  }, {
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly name: "payee";
    readonly type: "address";
  }, {
    readonly name: "data";
    readonly type: "bytes";
  }];
  readonly name: "tradeWithCallback";
  readonly outputs: readonly [{
    readonly name: "premium";
    readonly type: "int256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "to";
    readonly type: "address";
  }, {
    readonly name: "value";
    readonly type: "uint256";
  }];
  readonly name: "transfer";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "bool";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "from";
    readonly type: "address";
  }, {
    readonly name: "to";
    readonly type: "address";
  }, {
    readonly name: "value";
    readonly type: "uint256";
  }];
  readonly name: "transferFrom";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "bool";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "state";
    readonly type: "uint8";
  }];
  readonly name: "trip";
  readonly outputs: readonly [];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }, {
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly name: "maxShares";
    readonly type: "uint256";
  }, {
    readonly name: "deadline";
    readonly type: "uint256";
  }];
  readonly name: "withdraw";
  readonly outputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }, {
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly name: "owner";
    readonly type: "address";
  }];
  readonly name: "withdraw";
  readonly outputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}];
//#endregion
//#region src/abi/premiumOracleAbi.d.ts
/** Functions, events and errors of `IPremiumOracle`. */
declare const premiumOracleAbi: readonly [{
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "ExpiryNotInBook";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "legs";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "LegsOutOfRange";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "price";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "PriceOutOfRange";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "quantity";
    readonly type: "int256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "QuantityOutOfRange";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "duration";
    readonly type: "uint256";
  }, {
    readonly name: "minimum";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "RampDurationOutOfBounds";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "earliest";
    readonly type: "uint256";
  }];
  readonly name: "RampTooSoon";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "current";
    readonly type: "uint256";
  }, {
    readonly name: "target";
    readonly type: "uint256";
  }];
  readonly name: "RampTooSteep";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "rate";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "RateOutOfBounds";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "size";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "SizeOutOfRange";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "tenor";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "TenorOutOfRange";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "ZeroAddress";
  readonly type: "error";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: false;
    readonly name: "rate";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "yield";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "rampStart";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "rampEnd";
    readonly type: "uint256";
  }];
  readonly name: "RatesScheduled";
  readonly type: "event";
}, {
  readonly inputs: readonly [{
    readonly name: "kind";
    readonly type: "uint8";
  }, {
    readonly components: readonly [{
      readonly name: "expiries";
      readonly type: "uint256";
    }, {
      readonly name: "quads";
      readonly type: "uint256[]";
    }, {
      readonly name: "tickSize";
      readonly type: "uint256";
    }, {
      readonly name: "lotSize";
      readonly type: "uint256";
    }];
    readonly name: "book";
    readonly type: "tuple";
  }, {
    readonly components: readonly [{
      readonly name: "collateral";
      readonly type: "uint256";
    }, {
      readonly name: "riskCapital";
      readonly type: "uint256";
    }, {
      readonly name: "actual";
      readonly type: "uint256";
    }, {
      readonly name: "fresh";
      readonly type: "int256";
    }, {
      readonly name: "recentCharge";
      readonly type: "uint256";
    }, {
      readonly name: "doublingBase";
      readonly type: "uint256";
    }, {
      readonly name: "claimShare";
      readonly type: "uint256";
    }, {
      readonly name: "updatedAt";
      readonly type: "uint256";
    }, {
      readonly name: "priceNumber";
      readonly type: "uint256";
    }];
    readonly name: "capital";
    readonly type: "tuple";
  }, {
    readonly components: readonly [{
      readonly name: "riskAversion";
      readonly type: "uint256";
    }, {
      readonly name: "capacityRent";
      readonly type: "uint256";
    }, {
      readonly name: "volOfVol";
      readonly type: "uint256";
    }, {
      readonly name: "spotVolCorrelation";
      readonly type: "int256";
    }, {
      readonly name: "horizon";
      readonly type: "uint256";
    }, {
      readonly name: "notionalFee";
      readonly type: "uint256";
    }, {
      readonly name: "premiumFeeCap";
      readonly type: "uint256";
    }, {
      readonly name: "chargeFee";
      readonly type: "uint256";
    }, {
      readonly name: "lockFee";
      readonly type: "uint256";
    }, {
      readonly name: "stress";
      readonly type: "uint256";
    }, {
      readonly name: "confidenceFactor";
      readonly type: "uint256";
    }];
    readonly name: "params";
    readonly type: "tuple";
  }];
  readonly name: "assess";
  readonly outputs: readonly [{
    readonly components: readonly [{
      readonly name: "spot";
      readonly type: "uint256";
    }, {
      readonly name: "spotConfidence";
      readonly type: "uint256";
    }, {
      readonly name: "volConfidence";
      readonly type: "uint256";
    }, {
      readonly name: "surface";
      readonly type: "uint8";
    }, {
      readonly name: "value";
      readonly type: "uint256";
    }, {
      readonly components: readonly [{
        readonly name: "delta";
        readonly type: "int256";
      }, {
        readonly name: "gamma";
        readonly type: "int256";
      }, {
        readonly name: "vega";
        readonly type: "int256";
      }, {
        readonly name: "theta";
        readonly type: "int256";
      }, {
        readonly name: "rho";
        readonly type: "int256";
      }];
      readonly name: "greeks";
      readonly type: "tuple";
    }, {
      readonly name: "lock";
      readonly type: "uint256";
    }, {
      readonly components: readonly [{
        readonly name: "collateral";
        readonly type: "uint256";
      }, {
        readonly name: "riskCapital";
        readonly type: "uint256";
      }, {
        readonly name: "actual";
        readonly type: "uint256";
      }, {
        readonly name: "fresh";
        readonly type: "int256";
      }, {
        readonly name: "recentCharge";
        readonly type: "uint256";
      }, {
        readonly name: "doublingBase";
        readonly type: "uint256";
      }, {
        readonly name: "claimShare";
        readonly type: "uint256";
      }, {
        readonly name: "updatedAt";
        readonly type: "uint256";
      }, {
        readonly name: "priceNumber";
        readonly type: "uint256";
      }];
      readonly name: "capital";
      readonly type: "tuple";
    }, {
      readonly name: "lowCapital";
      readonly type: "uint256";
    }, {
      readonly name: "depositCapital";
      readonly type: "uint256";
    }, {
      readonly name: "moveCharge";
      readonly type: "uint256";
    }, {
      readonly name: "rentCharge";
      readonly type: "uint256";
    }, {
      readonly name: "depositCharge";
      readonly type: "uint256";
    }, {
      readonly name: "nav";
      readonly type: "int256";
    }, {
      readonly name: "band";
      readonly type: "uint256";
    }, {
      readonly name: "claim";
      readonly type: "uint256";
    }, {
      readonly components: readonly [{
        readonly name: "spotMove";
        readonly type: "int256";
      }, {
        readonly name: "volMove";
        readonly type: "int256";
      }, {
        readonly name: "gammaMove";
        readonly type: "int256";
      }, {
        readonly name: "locked";
        readonly type: "uint256[8]";
      }, {
        readonly name: "interval";
        readonly type: "uint256[8]";
      }];
      readonly name: "sums";
      readonly type: "tuple";
    }];
    readonly name: "";
    readonly type: "tuple";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly components: readonly [{
      readonly name: "spotMove";
      readonly type: "int256";
    }, {
      readonly name: "volMove";
      readonly type: "int256";
    }, {
      readonly name: "gammaMove";
      readonly type: "int256";
    }, {
      readonly name: "locked";
      readonly type: "uint256[8]";
    }, {
      readonly name: "interval";
      readonly type: "uint256[8]";
    }];
    readonly name: "sums";
    readonly type: "tuple";
  }, {
    readonly components: readonly [{
      readonly name: "riskAversion";
      readonly type: "uint256";
    }, {
      readonly name: "capacityRent";
      readonly type: "uint256";
    }, {
      readonly name: "volOfVol";
      readonly type: "uint256";
    }, {
      readonly name: "spotVolCorrelation";
      readonly type: "int256";
    }, {
      readonly name: "horizon";
      readonly type: "uint256";
    }, {
      readonly name: "notionalFee";
      readonly type: "uint256";
    }, {
      readonly name: "premiumFeeCap";
      readonly type: "uint256";
    }, {
      readonly name: "chargeFee";
      readonly type: "uint256";
    }, {
      readonly name: "lockFee";
      readonly type: "uint256";
    }, {
      readonly name: "stress";
      readonly type: "uint256";
    }, {
      readonly name: "confidenceFactor";
      readonly type: "uint256";
    }];
    readonly name: "params";
    readonly type: "tuple";
  }, {
    readonly name: "riskCapital";
    readonly type: "uint256";
  }];
  readonly name: "chargeAt";
  readonly outputs: readonly [{
    readonly name: "move";
    readonly type: "uint256";
  }, {
    readonly name: "rent";
    readonly type: "uint256";
  }];
  readonly stateMutability: "pure";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "feed";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "address";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "forwardAndVolatility";
  readonly outputs: readonly [{
    readonly name: "forward";
    readonly type: "uint256";
  }, {
    readonly name: "atmVolatility";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "kind";
    readonly type: "uint8";
  }, {
    readonly name: "expiry";
    readonly type: "uint256";
  }, {
    readonly name: "strike";
    readonly type: "uint256";
  }];
  readonly name: "option";
  readonly outputs: readonly [{
    readonly name: "fair";
    readonly type: "uint256";
  }, {
    readonly name: "volatility";
    readonly type: "uint256";
  }, {
    readonly name: "spotDelta";
    readonly type: "int256";
  }, {
    readonly components: readonly [{
      readonly name: "delta";
      readonly type: "int256";
    }, {
      readonly name: "gamma";
      readonly type: "int256";
    }, {
      readonly name: "vega";
      readonly type: "int256";
    }, {
      readonly name: "theta";
      readonly type: "int256";
    }, {
      readonly name: "rho";
      readonly type: "int256";
    }];
    readonly name: "greeks";
    readonly type: "tuple";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "kind";
    readonly type: "uint8";
  }, {
    readonly components: readonly [{
      readonly name: "expiries";
      readonly type: "uint256";
    }, {
      readonly name: "quads";
      readonly type: "uint256[]";
    }, {
      readonly name: "tickSize";
      readonly type: "uint256";
    }, {
      readonly name: "lotSize";
      readonly type: "uint256";
    }];
    readonly name: "book";
    readonly type: "tuple";
  }, {
    readonly components: readonly [{
      readonly name: "collateral";
      readonly type: "uint256";
    }, {
      readonly name: "riskCapital";
      readonly type: "uint256";
    }, {
      readonly name: "actual";
      readonly type: "uint256";
    }, {
      readonly name: "fresh";
      readonly type: "int256";
    }, {
      readonly name: "recentCharge";
      readonly type: "uint256";
    }, {
      readonly name: "doublingBase";
      readonly type: "uint256";
    }, {
      readonly name: "claimShare";
      readonly type: "uint256";
    }, {
      readonly name: "updatedAt";
      readonly type: "uint256";
    }, {
      readonly name: "priceNumber";
      readonly type: "uint256";
    }];
    readonly name: "capital";
    readonly type: "tuple";
  }, {
    readonly components: readonly [{
      readonly name: "riskAversion";
      readonly type: "uint256";
    }, {
      readonly name: "capacityRent";
      readonly type: "uint256";
    }, {
      readonly name: "volOfVol";
      readonly type: "uint256";
    }, {
      readonly name: "spotVolCorrelation";
      readonly type: "int256";
    }, {
      readonly name: "horizon";
      readonly type: "uint256";
    }, {
      readonly name: "notionalFee";
      readonly type: "uint256";
    }, {
      readonly name: "premiumFeeCap";
      readonly type: "uint256";
    }, {
      readonly name: "chargeFee";
      readonly type: "uint256";
    }, {
      readonly name: "lockFee";
      readonly type: "uint256";
    }, {
      readonly name: "stress";
      readonly type: "uint256";
    }, {
      readonly name: "confidenceFactor";
      readonly type: "uint256";
    }];
    readonly name: "params";
    readonly type: "tuple";
  }, {
    readonly components: readonly [{
      readonly name: "expiry";
      readonly type: "uint256";
    }, {
      readonly name: "strike";
      readonly type: "uint256";
    }, {
      readonly name: "quantity";
      readonly type: "int256";
    }];
    readonly name: "legs";
    readonly type: "tuple[]";
  }];
  readonly name: "quote";
  readonly outputs: readonly [{
    readonly components: readonly [{
      readonly name: "premium";
      readonly type: "int256";
    }, {
      readonly name: "moveCharge";
      readonly type: "int256";
    }, {
      readonly name: "rentCharge";
      readonly type: "int256";
    }, {
      readonly name: "fee";
      readonly type: "uint256";
    }, {
      readonly name: "clamp";
      readonly type: "uint256";
    }, {
      readonly name: "spot";
      readonly type: "uint256";
    }, {
      readonly name: "surface";
      readonly type: "uint8";
    }, {
      readonly name: "valueBefore";
      readonly type: "uint256";
    }, {
      readonly name: "valueAfter";
      readonly type: "uint256";
    }, {
      readonly name: "chargeBefore";
      readonly type: "uint256";
    }, {
      readonly name: "chargeAfter";
      readonly type: "uint256";
    }, {
      readonly name: "claim";
      readonly type: "uint256";
    }, {
      readonly components: readonly [{
        readonly name: "collateral";
        readonly type: "uint256";
      }, {
        readonly name: "riskCapital";
        readonly type: "uint256";
      }, {
        readonly name: "actual";
        readonly type: "uint256";
      }, {
        readonly name: "fresh";
        readonly type: "int256";
      }, {
        readonly name: "recentCharge";
        readonly type: "uint256";
      }, {
        readonly name: "doublingBase";
        readonly type: "uint256";
      }, {
        readonly name: "claimShare";
        readonly type: "uint256";
      }, {
        readonly name: "updatedAt";
        readonly type: "uint256";
      }, {
        readonly name: "priceNumber";
        readonly type: "uint256";
      }];
      readonly name: "capital";
      readonly type: "tuple";
    }, {
      readonly components: readonly [{
        readonly name: "amount";
        readonly type: "uint256";
      }, {
        readonly name: "fair";
        readonly type: "uint256";
      }, {
        readonly name: "fee";
        readonly type: "uint256";
      }, {
        readonly name: "clamp";
        readonly type: "uint256";
      }, {
        readonly name: "volatility";
        readonly type: "uint256";
      }, {
        readonly name: "forward";
        readonly type: "uint256";
      }, {
        readonly name: "spotDelta";
        readonly type: "int256";
      }, {
        readonly components: readonly [{
          readonly name: "delta";
          readonly type: "int256";
        }, {
          readonly name: "gamma";
          readonly type: "int256";
        }, {
          readonly name: "vega";
          readonly type: "int256";
        }, {
          readonly name: "theta";
          readonly type: "int256";
        }, {
          readonly name: "rho";
          readonly type: "int256";
        }];
        readonly name: "greeks";
        readonly type: "tuple";
      }];
      readonly name: "legs";
      readonly type: "tuple[]";
    }];
    readonly name: "";
    readonly type: "tuple";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "kind";
    readonly type: "uint8";
  }, {
    readonly components: readonly [{
      readonly name: "expiries";
      readonly type: "uint256";
    }, {
      readonly name: "quads";
      readonly type: "uint256[]";
    }, {
      readonly name: "tickSize";
      readonly type: "uint256";
    }, {
      readonly name: "lotSize";
      readonly type: "uint256";
    }];
    readonly name: "book";
    readonly type: "tuple";
  }, {
    readonly components: readonly [{
      readonly name: "collateral";
      readonly type: "uint256";
    }, {
      readonly name: "riskCapital";
      readonly type: "uint256";
    }, {
      readonly name: "actual";
      readonly type: "uint256";
    }, {
      readonly name: "fresh";
      readonly type: "int256";
    }, {
      readonly name: "recentCharge";
      readonly type: "uint256";
    }, {
      readonly name: "doublingBase";
      readonly type: "uint256";
    }, {
      readonly name: "claimShare";
      readonly type: "uint256";
    }, {
      readonly name: "updatedAt";
      readonly type: "uint256";
    }, {
      readonly name: "priceNumber";
      readonly type: "uint256";
    }];
    readonly name: "capital";
    readonly type: "tuple";
  }, {
    readonly components: readonly [{
      readonly name: "riskAversion";
      readonly type: "uint256";
    }, {
      readonly name: "capacityRent";
      readonly type: "uint256";
    }, {
      readonly name: "volOfVol";
      readonly type: "uint256";
    }, {
      readonly name: "spotVolCorrelation";
      readonly type: "int256";
    }, {
      readonly name: "horizon";
      readonly type: "uint256";
    }, {
      readonly name: "notionalFee";
      readonly type: "uint256";
    }, {
      readonly name: "premiumFeeCap";
      readonly type: "uint256";
    }, {
      readonly name: "chargeFee";
      readonly type: "uint256";
    }, {
      readonly name: "lockFee";
      readonly type: "uint256";
    }, {
      readonly name: "stress";
      readonly type: "uint256";
    }, {
      readonly name: "confidenceFactor";
      readonly type: "uint256";
    }];
    readonly name: "params";
    readonly type: "tuple";
  }, {
    readonly name: "ids";
    readonly type: "uint256[]";
  }, {
    readonly name: "quantities";
    readonly type: "int256[]";
  }];
  readonly name: "quoteEach";
  readonly outputs: readonly [{
    readonly components: readonly [{
      readonly name: "spot";
      readonly type: "uint256";
    }, {
      readonly name: "surface";
      readonly type: "uint8";
    }, {
      readonly name: "riskCapital";
      readonly type: "uint256";
    }, {
      readonly name: "actualCapital";
      readonly type: "uint256";
    }, {
      readonly name: "claim";
      readonly type: "uint256";
    }, {
      readonly components: readonly [{
        readonly name: "fair";
        readonly type: "uint256";
      }, {
        readonly name: "volatility";
        readonly type: "uint256";
      }, {
        readonly name: "forward";
        readonly type: "uint256";
      }, {
        readonly name: "spotDelta";
        readonly type: "int256";
      }, {
        readonly components: readonly [{
          readonly name: "delta";
          readonly type: "int256";
        }, {
          readonly name: "gamma";
          readonly type: "int256";
        }, {
          readonly name: "vega";
          readonly type: "int256";
        }, {
          readonly name: "theta";
          readonly type: "int256";
        }, {
          readonly name: "rho";
          readonly type: "int256";
        }];
        readonly name: "greeks";
        readonly type: "tuple";
      }];
      readonly name: "series";
      readonly type: "tuple[]";
    }, {
      readonly name: "premiums";
      readonly type: "int256[]";
    }, {
      readonly name: "fees";
      readonly type: "uint256[]";
    }];
    readonly name: "";
    readonly type: "tuple";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "rates";
  readonly outputs: readonly [{
    readonly name: "rate";
    readonly type: "uint256";
  }, {
    readonly name: "yield";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "realisedVolatility";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "address";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "rate";
    readonly type: "uint256";
  }, {
    readonly name: "yield_";
    readonly type: "uint256";
  }, {
    readonly name: "duration";
    readonly type: "uint256";
  }];
  readonly name: "scheduleRates";
  readonly outputs: readonly [];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "surface";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "address";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}];
//#endregion
//#region src/abi/priceFeedAbi.d.ts
/** Functions, events and errors of `IPriceFeed`. */
declare const priceFeedAbi: readonly [{
  readonly inputs: readonly [{
    readonly name: "source";
    readonly type: "address";
  }];
  readonly name: "DuplicateSource";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "since";
    readonly type: "uint256";
  }];
  readonly name: "SequencerDown";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "sequencerFeed";
    readonly type: "address";
  }, {
    readonly name: "reason";
    readonly type: "bytes";
  }];
  readonly name: "SequencerFeedFailed";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "since";
    readonly type: "uint256";
  }, {
    readonly name: "until";
    readonly type: "uint256";
  }];
  readonly name: "SequencerGracePeriod";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "source";
    readonly type: "address";
  }, {
    readonly name: "reason";
    readonly type: "bytes";
  }];
  readonly name: "SourceFailed";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "spread";
    readonly type: "uint256";
  }, {
    readonly name: "limit";
    readonly type: "uint256";
  }];
  readonly name: "SourcesDisagree";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "usable";
    readonly type: "uint256";
  }, {
    readonly name: "quorum";
    readonly type: "uint256";
  }];
  readonly name: "TooFewSources";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "price";
    readonly type: "uint256";
  }, {
    readonly name: "confidence";
    readonly type: "uint256";
  }, {
    readonly name: "updatedAt";
    readonly type: "uint256";
  }];
  readonly name: "UnusableReading";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "freshUntil";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "maxAge";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "read";
  readonly outputs: readonly [{
    readonly components: readonly [{
      readonly name: "price";
      readonly type: "uint256";
    }, {
      readonly name: "confidence";
      readonly type: "uint256";
    }, {
      readonly name: "updatedAt";
      readonly type: "uint256";
    }];
    readonly name: "reading";
    readonly type: "tuple";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "number";
    readonly type: "uint256";
  }];
  readonly name: "readAt";
  readonly outputs: readonly [{
    readonly components: readonly [{
      readonly name: "price";
      readonly type: "uint256";
    }, {
      readonly name: "confidence";
      readonly type: "uint256";
    }, {
      readonly name: "updatedAt";
      readonly type: "uint256";
    }, {
      readonly name: "number";
      readonly type: "uint256";
    }, {
      readonly name: "age";
      readonly type: "uint256";
    }];
    readonly name: "reading";
    readonly type: "tuple";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "signedSpot";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "address";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "sources";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "address[]";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "tryRead";
  readonly outputs: readonly [{
    readonly name: "ok";
    readonly type: "bool";
  }, {
    readonly components: readonly [{
      readonly name: "price";
      readonly type: "uint256";
    }, {
      readonly name: "confidence";
      readonly type: "uint256";
    }, {
      readonly name: "updatedAt";
      readonly type: "uint256";
    }];
    readonly name: "reading";
    readonly type: "tuple";
  }, {
    readonly name: "reason";
    readonly type: "bytes";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}];
//#endregion
//#region src/abi/quoterAbi.d.ts
/** Functions, events and errors of `IQuoter`. */
declare const quoterAbi: readonly [{
  readonly inputs: readonly [{
    readonly name: "vault";
    readonly type: "address";
  }];
  readonly name: "DuplicateVault";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "vault";
    readonly type: "address";
  }];
  readonly name: "MixedMarkets";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "NoVaults";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "quantity";
    readonly type: "uint256";
  }, {
    readonly name: "lotSize";
    readonly type: "uint256";
  }];
  readonly name: "NotWholeLots";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "vaults";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "TooManyVaults";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "data";
    readonly type: "bytes";
  }];
  readonly name: "Unexplained";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "vault";
    readonly type: "address";
  }];
  readonly name: "UnknownVault";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "ZeroQuantity";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "holder";
    readonly type: "address";
  }, {
    readonly name: "vaults";
    readonly type: "address[]";
  }, {
    readonly name: "id";
    readonly type: "uint256";
  }, {
    readonly name: "quantity";
    readonly type: "uint256";
  }, {
    readonly name: "gasCost";
    readonly type: "uint256";
  }];
  readonly name: "bestSale";
  readonly outputs: readonly [{
    readonly components: readonly [{
      readonly name: "vault";
      readonly type: "address";
    }, {
      readonly name: "quantity";
      readonly type: "int256";
    }, {
      readonly name: "amount";
      readonly type: "uint256";
    }];
    readonly name: "parts";
    readonly type: "tuple[]";
  }, {
    readonly name: "total";
    readonly type: "uint256";
  }, {
    readonly name: "best";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "vaults";
    readonly type: "address[]";
  }, {
    readonly name: "id";
    readonly type: "uint256";
  }, {
    readonly name: "quantity";
    readonly type: "int256";
  }, {
    readonly name: "gasCost";
    readonly type: "uint256";
  }];
  readonly name: "bestSplit";
  readonly outputs: readonly [{
    readonly components: readonly [{
      readonly name: "vault";
      readonly type: "address";
    }, {
      readonly name: "quantity";
      readonly type: "int256";
    }, {
      readonly name: "amount";
      readonly type: "uint256";
    }];
    readonly name: "parts";
    readonly type: "tuple[]";
  }, {
    readonly name: "total";
    readonly type: "uint256";
  }, {
    readonly name: "best";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "vault";
    readonly type: "address";
  }, {
    readonly name: "quantity";
    readonly type: "uint256";
  }];
  readonly name: "chain";
  readonly outputs: readonly [{
    readonly components: readonly [{
      readonly name: "spot";
      readonly type: "uint256";
    }, {
      readonly name: "surface";
      readonly type: "uint8";
    }, {
      readonly name: "ids";
      readonly type: "uint256[]";
    }, {
      readonly name: "nets";
      readonly type: "int256[]";
    }, {
      readonly components: readonly [{
        readonly name: "fair";
        readonly type: "uint256";
      }, {
        readonly name: "volatility";
        readonly type: "uint256";
      }, {
        readonly name: "forward";
        readonly type: "uint256";
      }, {
        readonly name: "spotDelta";
        readonly type: "int256";
      }, {
        readonly components: readonly [{
          readonly name: "delta";
          readonly type: "int256";
        }, {
          readonly name: "gamma";
          readonly type: "int256";
        }, {
          readonly name: "vega";
          readonly type: "int256";
        }, {
          readonly name: "theta";
          readonly type: "int256";
        }, {
          readonly name: "rho";
          readonly type: "int256";
        }];
        readonly name: "greeks";
        readonly type: "tuple";
      }];
      readonly name: "prices";
      readonly type: "tuple[]";
    }, {
      readonly name: "asks";
      readonly type: "uint256[]";
    }, {
      readonly name: "bids";
      readonly type: "uint256[]";
    }, {
      readonly name: "askReasons";
      readonly type: "bytes4[]";
    }, {
      readonly name: "bidReasons";
      readonly type: "bytes4[]";
    }];
    readonly name: "";
    readonly type: "tuple";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "vault";
    readonly type: "address";
  }, {
    readonly name: "id";
    readonly type: "uint256";
  }, {
    readonly name: "quantity";
    readonly type: "int256";
  }];
  readonly name: "check";
  readonly outputs: readonly [];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "vault";
    readonly type: "address";
  }];
  readonly name: "freshUntil";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "vault";
    readonly type: "address";
  }, {
    readonly name: "id";
    readonly type: "uint256";
  }, {
    readonly name: "buying";
    readonly type: "bool";
  }];
  readonly name: "maxQuantity";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "vault";
    readonly type: "address";
  }, {
    readonly name: "id";
    readonly type: "uint256";
  }, {
    readonly name: "quantity";
    readonly type: "int256";
  }];
  readonly name: "offer";
  readonly outputs: readonly [{
    readonly components: readonly [{
      readonly name: "premium";
      readonly type: "uint256";
    }, {
      readonly name: "fair";
      readonly type: "uint256";
    }, {
      readonly name: "moveCharge";
      readonly type: "int256";
    }, {
      readonly name: "rentCharge";
      readonly type: "int256";
    }, {
      readonly name: "fee";
      readonly type: "uint256";
    }, {
      readonly name: "clamp";
      readonly type: "uint256";
    }, {
      readonly name: "volatility";
      readonly type: "uint256";
    }, {
      readonly name: "spot";
      readonly type: "uint256";
    }, {
      readonly name: "forward";
      readonly type: "uint256";
    }, {
      readonly name: "spotDelta";
      readonly type: "int256";
    }, {
      readonly components: readonly [{
        readonly name: "delta";
        readonly type: "int256";
      }, {
        readonly name: "gamma";
        readonly type: "int256";
      }, {
        readonly name: "vega";
        readonly type: "int256";
      }, {
        readonly name: "theta";
        readonly type: "int256";
      }, {
        readonly name: "rho";
        readonly type: "int256";
      }];
      readonly name: "greeks";
      readonly type: "tuple";
    }, {
      readonly name: "surface";
      readonly type: "uint8";
    }, {
      readonly name: "bookValue";
      readonly type: "uint256";
    }, {
      readonly name: "riskCapital";
      readonly type: "uint256";
    }, {
      readonly name: "actualCapital";
      readonly type: "uint256";
    }, {
      readonly name: "claim";
      readonly type: "uint256";
    }, {
      readonly name: "chargeBefore";
      readonly type: "uint256";
    }, {
      readonly name: "chargeAfter";
      readonly type: "uint256";
    }, {
      readonly name: "lockBefore";
      readonly type: "uint256";
    }, {
      readonly name: "lockAfter";
      readonly type: "uint256";
    }];
    readonly name: "parts";
    readonly type: "tuple";
  }, {
    readonly name: "amount";
    readonly type: "uint256";
  }, {
    readonly name: "revertData";
    readonly type: "bytes";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "vault";
    readonly type: "address";
  }, {
    readonly name: "id";
    readonly type: "uint256";
  }, {
    readonly name: "quantity";
    readonly type: "int256";
  }];
  readonly name: "price";
  readonly outputs: readonly [{
    readonly components: readonly [{
      readonly name: "premium";
      readonly type: "uint256";
    }, {
      readonly name: "fair";
      readonly type: "uint256";
    }, {
      readonly name: "moveCharge";
      readonly type: "int256";
    }, {
      readonly name: "rentCharge";
      readonly type: "int256";
    }, {
      readonly name: "fee";
      readonly type: "uint256";
    }, {
      readonly name: "clamp";
      readonly type: "uint256";
    }, {
      readonly name: "volatility";
      readonly type: "uint256";
    }, {
      readonly name: "spot";
      readonly type: "uint256";
    }, {
      readonly name: "forward";
      readonly type: "uint256";
    }, {
      readonly name: "spotDelta";
      readonly type: "int256";
    }, {
      readonly components: readonly [{
        readonly name: "delta";
        readonly type: "int256";
      }, {
        readonly name: "gamma";
        readonly type: "int256";
      }, {
        readonly name: "vega";
        readonly type: "int256";
      }, {
        readonly name: "theta";
        readonly type: "int256";
      }, {
        readonly name: "rho";
        readonly type: "int256";
      }];
      readonly name: "greeks";
      readonly type: "tuple";
    }, {
      readonly name: "surface";
      readonly type: "uint8";
    }, {
      readonly name: "bookValue";
      readonly type: "uint256";
    }, {
      readonly name: "riskCapital";
      readonly type: "uint256";
    }, {
      readonly name: "actualCapital";
      readonly type: "uint256";
    }, {
      readonly name: "claim";
      readonly type: "uint256";
    }, {
      readonly name: "chargeBefore";
      readonly type: "uint256";
    }, {
      readonly name: "chargeAfter";
      readonly type: "uint256";
    }, {
      readonly name: "lockBefore";
      readonly type: "uint256";
    }, {
      readonly name: "lockAfter";
      readonly type: "uint256";
    }];
    readonly name: "parts";
    readonly type: "tuple";
  }, {
    readonly name: "amount";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "vault";
    readonly type: "address";
  }, {
    readonly name: "id";
    readonly type: "uint256";
  }, {
    readonly name: "quantity";
    readonly type: "int256";
  }];
  readonly name: "quote";
  readonly outputs: readonly [{
    readonly components: readonly [{
      readonly name: "reason";
      readonly type: "bytes4";
    }, {
      readonly name: "revertData";
      readonly type: "bytes";
    }, {
      readonly name: "amount";
      readonly type: "uint256";
    }, {
      readonly components: readonly [{
        readonly name: "premium";
        readonly type: "uint256";
      }, {
        readonly name: "fair";
        readonly type: "uint256";
      }, {
        readonly name: "moveCharge";
        readonly type: "int256";
      }, {
        readonly name: "rentCharge";
        readonly type: "int256";
      }, {
        readonly name: "fee";
        readonly type: "uint256";
      }, {
        readonly name: "clamp";
        readonly type: "uint256";
      }, {
        readonly name: "volatility";
        readonly type: "uint256";
      }, {
        readonly name: "spot";
        readonly type: "uint256";
      }, {
        readonly name: "forward";
        readonly type: "uint256";
      }, {
        readonly name: "spotDelta";
        readonly type: "int256";
      }, {
        readonly components: readonly [{
          readonly name: "delta";
          readonly type: "int256";
        }, {
          readonly name: "gamma";
          readonly type: "int256";
        }, {
          readonly name: "vega";
          readonly type: "int256";
        }, {
          readonly name: "theta";
          readonly type: "int256";
        }, {
          readonly name: "rho";
          readonly type: "int256";
        }];
        readonly name: "greeks";
        readonly type: "tuple";
      }, {
        readonly name: "surface";
        readonly type: "uint8";
      }, {
        readonly name: "bookValue";
        readonly type: "uint256";
      }, {
        readonly name: "riskCapital";
        readonly type: "uint256";
      }, {
        readonly name: "actualCapital";
        readonly type: "uint256";
      }, {
        readonly name: "claim";
        readonly type: "uint256";
      }, {
        readonly name: "chargeBefore";
        readonly type: "uint256";
      }, {
        readonly name: "chargeAfter";
        readonly type: "uint256";
      }, {
        readonly name: "lockBefore";
        readonly type: "uint256";
      }, {
        readonly name: "lockAfter";
        readonly type: "uint256";
      }];
      readonly name: "parts";
      readonly type: "tuple";
    }, {
      readonly name: "maxQuantity";
      readonly type: "uint256";
    }, {
      readonly name: "validUntil";
      readonly type: "uint256";
    }, {
      readonly name: "stateHash";
      readonly type: "bytes32";
    }];
    readonly name: "";
    readonly type: "tuple";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "vault";
    readonly type: "address";
  }];
  readonly name: "stateHash";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "bytes32";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}];
//#endregion
//#region src/abi/realisedVolatilityAbi.d.ts
/** Functions, events and errors of `IRealisedVolatility`. */
declare const realisedVolatilityAbi: readonly [{
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: false;
    readonly name: "price";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "variance";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "volatility";
    readonly type: "uint256";
  }];
  readonly name: "VolatilityUpdated";
  readonly type: "event";
}, {
  readonly inputs: readonly [];
  readonly name: "lastObservation";
  readonly outputs: readonly [{
    readonly name: "price";
    readonly type: "uint256";
  }, {
    readonly name: "observedAt";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "update";
  readonly outputs: readonly [];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "volatility";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}];
//#endregion
//#region src/abi/redeemQueueAbi.d.ts
/** Functions, events and errors of `IRedeemQueue`. */
declare const redeemQueueAbi: readonly [{
  readonly inputs: readonly [{
    readonly name: "epoch";
    readonly type: "uint256";
  }];
  readonly name: "AlreadyClosed";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }, {
    readonly name: "claimable";
    readonly type: "uint256";
  }];
  readonly name: "AssetsAboveClaimable";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "vault";
    readonly type: "address";
  }];
  readonly name: "DepositAtVault";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "length";
    readonly type: "uint256";
  }, {
    readonly name: "minimum";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "EpochLengthOutOfBounds";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "epoch";
    readonly type: "uint256";
  }, {
    readonly name: "current";
    readonly type: "uint256";
  }];
  readonly name: "EpochNotFillable";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "epoch";
    readonly type: "uint256";
  }, {
    readonly name: "current";
    readonly type: "uint256";
  }];
  readonly name: "EpochNotOver";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "blockNumber";
    readonly type: "uint256";
  }];
  readonly name: "FilledThisBlock";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "receiver";
    readonly type: "address";
  }];
  readonly name: "InvalidReceiver";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "minimum";
    readonly type: "uint256";
  }, {
    readonly name: "highest";
    readonly type: "uint256";
  }];
  readonly name: "MinimumAboveRange";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "NoCapacity";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "NoPreview";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "account";
    readonly type: "address";
  }, {
    readonly name: "caller";
    readonly type: "address";
  }];
  readonly name: "NotOperator";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "queue";
    readonly type: "address";
  }];
  readonly name: "NotRegistered";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "caller";
    readonly type: "address";
  }];
  readonly name: "NotSelf";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "requestId";
    readonly type: "uint256";
  }, {
    readonly name: "controller";
    readonly type: "address";
  }];
  readonly name: "NothingToClaim";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "epoch";
    readonly type: "uint256";
  }];
  readonly name: "NothingToFill";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "requestId";
    readonly type: "uint256";
  }, {
    readonly name: "controller";
    readonly type: "address";
  }];
  readonly name: "NothingToReturn";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "price";
    readonly type: "uint256";
  }, {
    readonly name: "minimum";
    readonly type: "uint256";
  }];
  readonly name: "PriceBelowMinimum";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly name: "minimum";
    readonly type: "uint256";
  }];
  readonly name: "RequestTooSmall";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly name: "claimable";
    readonly type: "uint256";
  }];
  readonly name: "SharesAboveClaimable";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "ZeroAmount";
  readonly type: "error";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "epoch";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly name: "BatchClosed";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "epoch";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "assets";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "price";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "remaining";
    readonly type: "uint256";
  }];
  readonly name: "BatchFilled";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "sender";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "assets";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly name: "Deposit";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "epoch";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "level";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "price";
    readonly type: "uint256";
  }];
  readonly name: "LevelsExcluded";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "controller";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "operator";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "approved";
    readonly type: "bool";
  }];
  readonly name: "OperatorSet";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "controller";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "requestId";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "sender";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly name: "RedeemRequest";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "requestId";
    readonly type: "uint256";
  }, {
    readonly indexed: true;
    readonly name: "controller";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly name: "SharesReturned";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: false;
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly name: "SurplusSwept";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "sender";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "assets";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly name: "Withdraw";
  readonly type: "event";
}, {
  readonly inputs: readonly [];
  readonly name: "activeClaim";
  readonly outputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly name: "epoch";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "asset";
  readonly outputs: readonly [{
    readonly name: "assetTokenAddress";
    readonly type: "address";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "epoch";
    readonly type: "uint256";
  }];
  readonly name: "batchOf";
  readonly outputs: readonly [{
    readonly components: readonly [{
      readonly name: "requested";
      readonly type: "uint256";
    }, {
      readonly name: "filled";
      readonly type: "uint256";
    }, {
      readonly name: "assets";
      readonly type: "uint256";
    }, {
      readonly name: "highestLevel";
      readonly type: "uint256";
    }, {
      readonly name: "excludedFrom";
      readonly type: "uint256";
    }, {
      readonly name: "filledAt";
      readonly type: "uint256";
    }, {
      readonly name: "closed";
      readonly type: "bool";
    }];
    readonly name: "";
    readonly type: "tuple";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "requestId";
    readonly type: "uint256";
  }, {
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly name: "controller";
    readonly type: "address";
  }];
  readonly name: "claim";
  readonly outputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }, {
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "requestId";
    readonly type: "uint256";
  }, {
    readonly name: "controller";
    readonly type: "address";
  }];
  readonly name: "claimableRedeemRequest";
  readonly outputs: readonly [{
    readonly name: "claimableShares";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "epoch";
    readonly type: "uint256";
  }];
  readonly name: "close";
  readonly outputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly name: "convertToAssets";
  readonly outputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly name: "convertToShares";
  readonly outputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "currentEpoch";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "custody";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }, {
    readonly name: "receiver";
    readonly type: "address";
  }];
  readonly name: "deposit";
  readonly outputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "epochLength";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "epoch";
    readonly type: "uint256";
  }];
  readonly name: "fill";
  readonly outputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "requestId";
    readonly type: "uint256";
  }, {
    readonly name: "controller";
    readonly type: "address";
  }];
  readonly name: "giveBack";
  readonly outputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "holder";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "address";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "controller";
    readonly type: "address";
  }, {
    readonly name: "operator";
    readonly type: "address";
  }];
  readonly name: "isOperator";
  readonly outputs: readonly [{
    readonly name: "status";
    readonly type: "bool";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "receiver";
    readonly type: "address";
  }];
  readonly name: "maxDeposit";
  readonly outputs: readonly [{
    readonly name: "maxAssets";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "receiver";
    readonly type: "address";
  }];
  readonly name: "maxMint";
  readonly outputs: readonly [{
    readonly name: "maxShares";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "owner";
    readonly type: "address";
  }];
  readonly name: "maxRedeem";
  readonly outputs: readonly [{
    readonly name: "maxShares";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "owner";
    readonly type: "address";
  }];
  readonly name: "maxWithdraw";
  readonly outputs: readonly [{
    readonly name: "maxAssets";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "requestId";
    readonly type: "uint256";
  }];
  readonly name: "minimumPriceOf";
  readonly outputs: readonly [{
    readonly name: "minimum";
    readonly type: "uint256";
  }];
  readonly stateMutability: "pure";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "minimumRequest";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly name: "receiver";
    readonly type: "address";
  }];
  readonly name: "mint";
  readonly outputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "requestId";
    readonly type: "uint256";
  }, {
    readonly name: "controller";
    readonly type: "address";
  }];
  readonly name: "pendingRedeemRequest";
  readonly outputs: readonly [{
    readonly name: "pendingShares";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly name: "previewDeposit";
  readonly outputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly name: "previewMint";
  readonly outputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly name: "previewRedeem";
  readonly outputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly name: "previewWithdraw";
  readonly outputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly name: "owner";
    readonly type: "address";
  }];
  readonly name: "redeem";
  readonly outputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "requestId";
    readonly type: "uint256";
  }, {
    readonly name: "controller";
    readonly type: "address";
  }, {
    readonly name: "minimum";
    readonly type: "uint256";
  }];
  readonly name: "renew";
  readonly outputs: readonly [{
    readonly name: "newRequestId";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly name: "controller";
    readonly type: "address";
  }, {
    readonly name: "owner";
    readonly type: "address";
  }];
  readonly name: "requestRedeem";
  readonly outputs: readonly [{
    readonly name: "requestId";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly name: "controller";
    readonly type: "address";
  }, {
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly name: "minimum";
    readonly type: "uint256";
  }];
  readonly name: "requestRedeem";
  readonly outputs: readonly [{
    readonly name: "requestId";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "controller";
    readonly type: "address";
  }];
  readonly name: "requestsOf";
  readonly outputs: readonly [{
    readonly name: "requestIds";
    readonly type: "uint256[]";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "operator";
    readonly type: "address";
  }, {
    readonly name: "approved";
    readonly type: "bool";
  }];
  readonly name: "setOperator";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "bool";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "share";
  readonly outputs: readonly [{
    readonly name: "shareTokenAddress";
    readonly type: "address";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "requestId";
    readonly type: "uint256";
  }, {
    readonly name: "controller";
    readonly type: "address";
  }];
  readonly name: "standingOf";
  readonly outputs: readonly [{
    readonly name: "claimable";
    readonly type: "uint256";
  }, {
    readonly name: "assets";
    readonly type: "uint256";
  }, {
    readonly name: "pending";
    readonly type: "uint256";
  }, {
    readonly name: "returnable";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "sweep";
  readonly outputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "totalAssets";
  readonly outputs: readonly [{
    readonly name: "totalManagedAssets";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "vault";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "address";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "assets";
    readonly type: "uint256";
  }, {
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly name: "owner";
    readonly type: "address";
  }];
  readonly name: "withdraw";
  readonly outputs: readonly [{
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}];
//#endregion
//#region src/abi/signedSpotAbi.d.ts
/** Functions, events and errors of `ISignedSpot`. */
declare const signedSpotAbi: readonly [{
  readonly inputs: readonly [{
    readonly name: "number";
    readonly type: "uint256";
  }];
  readonly name: "AlreadySubmittedInBlock";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "observedAt";
    readonly type: "uint256";
  }, {
    readonly name: "time";
    readonly type: "uint256";
  }];
  readonly name: "ObservedInFuture";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "observedAt";
    readonly type: "uint256";
  }, {
    readonly name: "latest";
    readonly type: "uint256";
  }];
  readonly name: "ObservedOutOfOrder";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "observedAt";
    readonly type: "uint256";
  }, {
    readonly name: "oldest";
    readonly type: "uint256";
  }];
  readonly name: "ObservedTooLongAgo";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "price";
    readonly type: "uint256";
  }, {
    readonly name: "highest";
    readonly type: "uint256";
  }];
  readonly name: "PriceOutOfRange";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "SignedSpotSuspended";
  readonly type: "error";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "number";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "price";
    readonly type: "uint256";
  }];
  readonly name: "SpotSigned";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: false;
    readonly name: "suspended";
    readonly type: "bool";
  }];
  readonly name: "SuspensionChanged";
  readonly type: "event";
}, {
  readonly inputs: readonly [];
  readonly name: "confidenceFloor";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "price";
    readonly type: "uint256";
  }, {
    readonly name: "observedAt";
    readonly type: "uint256";
  }];
  readonly name: "digestOf";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "bytes32";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "market";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "string";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "maxAge";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "numbers";
  readonly outputs: readonly [{
    readonly name: "latest";
    readonly type: "uint256";
  }, {
    readonly name: "previous";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "number";
    readonly type: "uint256";
  }];
  readonly name: "readAt";
  readonly outputs: readonly [{
    readonly components: readonly [{
      readonly name: "price";
      readonly type: "uint256";
    }, {
      readonly name: "confidence";
      readonly type: "uint256";
    }, {
      readonly name: "updatedAt";
      readonly type: "uint256";
    }];
    readonly name: "reading";
    readonly type: "tuple";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "resume";
  readonly outputs: readonly [];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly components: readonly [{
      readonly name: "price";
      readonly type: "uint256";
    }, {
      readonly name: "observedAt";
      readonly type: "uint256";
    }, {
      readonly name: "signatures";
      readonly type: "bytes[]";
    }];
    readonly name: "signed";
    readonly type: "tuple";
  }];
  readonly name: "submit";
  readonly outputs: readonly [{
    readonly name: "number";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "suspend";
  readonly outputs: readonly [];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "suspended";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "bool";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly components: readonly [{
      readonly name: "price";
      readonly type: "uint256";
    }, {
      readonly name: "observedAt";
      readonly type: "uint256";
    }, {
      readonly name: "signatures";
      readonly type: "bytes[]";
    }];
    readonly name: "signed";
    readonly type: "tuple";
  }];
  readonly name: "trySubmit";
  readonly outputs: readonly [{
    readonly name: "latest";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}];
//#endregion
//#region src/abi/solvencyLensAbi.d.ts
/** Functions, events and errors of `ISolvencyLens`. */
declare const solvencyLensAbi: readonly [{
  readonly inputs: readonly [{
    readonly name: "holder";
    readonly type: "address";
  }, {
    readonly name: "tokens";
    readonly type: "address[]";
  }, {
    readonly name: "spenders";
    readonly type: "address[]";
  }];
  readonly name: "holdingsOf";
  readonly outputs: readonly [{
    readonly name: "balances";
    readonly type: "uint256[]";
  }, {
    readonly name: "allowances";
    readonly type: "uint256[][]";
  }, {
    readonly name: "native";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "vaults";
    readonly type: "address[]";
  }, {
    readonly components: readonly [{
      readonly name: "vault";
      readonly type: "uint256";
    }, {
      readonly name: "id";
      readonly type: "uint256";
    }];
    readonly name: "settled";
    readonly type: "tuple[]";
  }];
  readonly name: "solvencyOf";
  readonly outputs: readonly [{
    readonly components: readonly [{
      readonly name: "vault";
      readonly type: "address";
    }, {
      readonly name: "tokenBalance";
      readonly type: "uint256";
    }, {
      readonly components: readonly [{
        readonly name: "held";
        readonly type: "uint256";
      }, {
        readonly name: "reserve";
        readonly type: "uint256";
      }, {
        readonly name: "feesOwed";
        readonly type: "uint256";
      }, {
        readonly name: "escrow";
        readonly type: "uint256";
      }, {
        readonly name: "pledged";
        readonly type: "uint256";
      }, {
        readonly name: "lock";
        readonly type: "uint256";
      }, {
        readonly name: "riskCapital";
        readonly type: "uint256";
      }, {
        readonly name: "recentCharge";
        readonly type: "uint256";
      }];
      readonly name: "accounts";
      readonly type: "tuple";
    }, {
      readonly name: "worstCase";
      readonly type: "uint256";
    }, {
      readonly name: "unredeemed";
      readonly type: "uint256";
    }, {
      readonly name: "shareSupply";
      readonly type: "uint256";
    }, {
      readonly name: "lockCovered";
      readonly type: "bool";
    }, {
      readonly name: "reserveCovers";
      readonly type: "bool";
    }, {
      readonly name: "balanceCovers";
      readonly type: "bool";
    }, {
      readonly name: "supplyMatches";
      readonly type: "bool";
    }];
    readonly name: "";
    readonly type: "tuple[]";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}];
//#endregion
//#region src/abi/vaultFactoryAbi.d.ts
/** Functions, events and errors of `IVaultFactory`. */
declare const vaultFactoryAbi: readonly [{
  readonly inputs: readonly [{
    readonly name: "expected";
    readonly type: "bytes32";
  }, {
    readonly name: "given";
    readonly type: "bytes32";
  }];
  readonly name: "CodeMismatch";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "module";
    readonly type: "address";
  }];
  readonly name: "NoCode";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "version";
    readonly type: "uint256";
  }];
  readonly name: "UnknownVersion";
  readonly type: "error";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "vault";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "version";
    readonly type: "uint256";
  }, {
    readonly indexed: true;
    readonly name: "marketId";
    readonly type: "bytes32";
  }, {
    readonly components: readonly [{
      readonly name: "name";
      readonly type: "string";
    }, {
      readonly name: "symbol";
      readonly type: "string";
    }, {
      readonly name: "market";
      readonly type: "string";
    }, {
      readonly name: "kind";
      readonly type: "uint8";
    }, {
      readonly name: "collateral";
      readonly type: "address";
    }, {
      readonly name: "oracle";
      readonly type: "address";
    }, {
      readonly name: "expiryPrice";
      readonly type: "address";
    }, {
      readonly name: "authority";
      readonly type: "address";
    }, {
      readonly name: "feeRecipient";
      readonly type: "address";
    }, {
      readonly components: readonly [{
        readonly name: "tickSize";
        readonly type: "uint256";
      }, {
        readonly name: "lotSize";
        readonly type: "uint256";
      }, {
        readonly name: "minOrder";
        readonly type: "uint256";
      }, {
        readonly name: "dailies";
        readonly type: "uint8";
      }, {
        readonly name: "weeklies";
        readonly type: "uint8";
      }, {
        readonly name: "monthlies";
        readonly type: "uint8";
      }, {
        readonly name: "strikesPerExpiry";
        readonly type: "uint8";
      }, {
        readonly name: "ladderStep";
        readonly type: "uint256";
      }, {
        readonly name: "minDelta";
        readonly type: "uint256";
      }, {
        readonly name: "maxDelta";
        readonly type: "uint256";
      }, {
        readonly name: "minTenor";
        readonly type: "uint256";
      }, {
        readonly name: "maxTenor";
        readonly type: "uint256";
      }];
      readonly name: "series";
      readonly type: "tuple";
    }, {
      readonly components: readonly [{
        readonly name: "riskAversion";
        readonly type: "uint256";
      }, {
        readonly name: "capacityRent";
        readonly type: "uint256";
      }, {
        readonly name: "volOfVol";
        readonly type: "uint256";
      }, {
        readonly name: "spotVolCorrelation";
        readonly type: "int256";
      }, {
        readonly name: "horizon";
        readonly type: "uint256";
      }, {
        readonly name: "notionalFee";
        readonly type: "uint256";
      }, {
        readonly name: "premiumFeeCap";
        readonly type: "uint256";
      }, {
        readonly name: "chargeFee";
        readonly type: "uint256";
      }, {
        readonly name: "lockFee";
        readonly type: "uint256";
      }, {
        readonly name: "stress";
        readonly type: "uint256";
      }, {
        readonly name: "confidenceFactor";
        readonly type: "uint256";
      }];
      readonly name: "risk";
      readonly type: "tuple";
    }, {
      readonly name: "leastDeposit";
      readonly type: "uint256";
    }];
    readonly indexed: false;
    readonly name: "config";
    readonly type: "tuple";
  }];
  readonly name: "VaultCreated";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "version";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "codeHash";
    readonly type: "bytes32";
  }, {
    readonly components: readonly [{
      readonly name: "operations";
      readonly type: "address";
    }, {
      readonly name: "shares";
      readonly type: "address";
    }];
    readonly indexed: false;
    readonly name: "modules";
    readonly type: "tuple";
  }, {
    readonly indexed: false;
    readonly name: "label";
    readonly type: "string";
  }];
  readonly name: "VersionRegistered";
  readonly type: "event";
}, {
  readonly inputs: readonly [{
    readonly name: "market";
    readonly type: "string";
  }, {
    readonly name: "kind";
    readonly type: "uint8";
  }];
  readonly name: "createOptionToken";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "address";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "version";
    readonly type: "uint256";
  }, {
    readonly name: "creationCode";
    readonly type: "bytes";
  }, {
    readonly components: readonly [{
      readonly name: "name";
      readonly type: "string";
    }, {
      readonly name: "symbol";
      readonly type: "string";
    }, {
      readonly name: "market";
      readonly type: "string";
    }, {
      readonly name: "kind";
      readonly type: "uint8";
    }, {
      readonly name: "collateral";
      readonly type: "address";
    }, {
      readonly name: "oracle";
      readonly type: "address";
    }, {
      readonly name: "expiryPrice";
      readonly type: "address";
    }, {
      readonly name: "authority";
      readonly type: "address";
    }, {
      readonly name: "feeRecipient";
      readonly type: "address";
    }, {
      readonly components: readonly [{
        readonly name: "tickSize";
        readonly type: "uint256";
      }, {
        readonly name: "lotSize";
        readonly type: "uint256";
      }, {
        readonly name: "minOrder";
        readonly type: "uint256";
      }, {
        readonly name: "dailies";
        readonly type: "uint8";
      }, {
        readonly name: "weeklies";
        readonly type: "uint8";
      }, {
        readonly name: "monthlies";
        readonly type: "uint8";
      }, {
        readonly name: "strikesPerExpiry";
        readonly type: "uint8";
      }, {
        readonly name: "ladderStep";
        readonly type: "uint256";
      }, {
        readonly name: "minDelta";
        readonly type: "uint256";
      }, {
        readonly name: "maxDelta";
        readonly type: "uint256";
      }, {
        readonly name: "minTenor";
        readonly type: "uint256";
      }, {
        readonly name: "maxTenor";
        readonly type: "uint256";
      }];
      readonly name: "series";
      readonly type: "tuple";
    }, {
      readonly components: readonly [{
        readonly name: "riskAversion";
        readonly type: "uint256";
      }, {
        readonly name: "capacityRent";
        readonly type: "uint256";
      }, {
        readonly name: "volOfVol";
        readonly type: "uint256";
      }, {
        readonly name: "spotVolCorrelation";
        readonly type: "int256";
      }, {
        readonly name: "horizon";
        readonly type: "uint256";
      }, {
        readonly name: "notionalFee";
        readonly type: "uint256";
      }, {
        readonly name: "premiumFeeCap";
        readonly type: "uint256";
      }, {
        readonly name: "chargeFee";
        readonly type: "uint256";
      }, {
        readonly name: "lockFee";
        readonly type: "uint256";
      }, {
        readonly name: "stress";
        readonly type: "uint256";
      }, {
        readonly name: "confidenceFactor";
        readonly type: "uint256";
      }];
      readonly name: "risk";
      readonly type: "tuple";
    }, {
      readonly name: "leastDeposit";
      readonly type: "uint256";
    }];
    readonly name: "config";
    readonly type: "tuple";
  }];
  readonly name: "createVault";
  readonly outputs: readonly [{
    readonly name: "vault";
    readonly type: "address";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "candidate";
    readonly type: "address";
  }];
  readonly name: "isVault";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "bool";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "oracle";
    readonly type: "address";
  }, {
    readonly name: "kind";
    readonly type: "uint8";
  }];
  readonly name: "marketIdOf";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "bytes32";
  }];
  readonly stateMutability: "pure";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "codeHash";
    readonly type: "bytes32";
  }, {
    readonly components: readonly [{
      readonly name: "operations";
      readonly type: "address";
    }, {
      readonly name: "shares";
      readonly type: "address";
    }];
    readonly name: "modules";
    readonly type: "tuple";
  }, {
    readonly name: "label";
    readonly type: "string";
  }];
  readonly name: "registerVersion";
  readonly outputs: readonly [{
    readonly name: "version";
    readonly type: "uint256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "index";
    readonly type: "uint256";
  }];
  readonly name: "vaultAt";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "address";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "vaultCount";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "marketId";
    readonly type: "bytes32";
  }];
  readonly name: "vaultsOf";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "address[]";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "version";
    readonly type: "uint256";
  }];
  readonly name: "versionAt";
  readonly outputs: readonly [{
    readonly components: readonly [{
      readonly name: "codeHash";
      readonly type: "bytes32";
    }, {
      readonly components: readonly [{
        readonly name: "operations";
        readonly type: "address";
      }, {
        readonly name: "shares";
        readonly type: "address";
      }];
      readonly name: "modules";
      readonly type: "tuple";
    }, {
      readonly name: "label";
      readonly type: "string";
    }];
    readonly name: "";
    readonly type: "tuple";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "vault";
    readonly type: "address";
  }];
  readonly name: "versionOf";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}];
//#endregion
//#region src/abi/vaultRouterAbi.d.ts
/** Functions, events and errors of `IVaultRouter`. */
declare const vaultRouterAbi: readonly [{
  readonly inputs: readonly [{
    readonly name: "receiver";
    readonly type: "address";
  }];
  readonly name: "BadReceiver";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "deadline";
    readonly type: "uint256";
  }, {
    readonly name: "now_";
    readonly type: "uint256";
  }];
  readonly name: "DeadlinePassed";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "leg";
    readonly type: "uint256";
  }, {
    readonly name: "amount";
    readonly type: "uint256";
  }, {
    readonly name: "limit";
    readonly type: "uint256";
  }];
  readonly name: "LegLimitMissed";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "NoLegs";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "caller";
    readonly type: "address";
  }];
  readonly name: "NotPaying";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "token";
    readonly type: "address";
  }];
  readonly name: "TokenNotTraded";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "legs";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "TooManyLegs";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "vault";
    readonly type: "address";
  }, {
    readonly name: "legs";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "TooManyLegsForVault";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "permits";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "TooManyPermits";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "prices";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "TooManyPrices";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "totals";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "TooManyTotals";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "token";
    readonly type: "address";
  }, {
    readonly name: "netPaid";
    readonly type: "int256";
  }, {
    readonly name: "limit";
    readonly type: "int256";
  }];
  readonly name: "TotalLimitMissed";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "vault";
    readonly type: "address";
  }];
  readonly name: "UnknownVault";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "vault";
    readonly type: "address";
  }];
  readonly name: "VaultNotTraded";
  readonly type: "error";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "trader";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "vault";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "id";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "quantity";
    readonly type: "int256";
  }];
  readonly name: "LegTraded";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "trader";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "legs";
    readonly type: "uint256";
  }];
  readonly name: "OrderExecuted";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "trader";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "vault";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "premium";
    readonly type: "int256";
  }];
  readonly name: "VaultTraded";
  readonly type: "event";
}, {
  readonly inputs: readonly [{
    readonly components: readonly [{
      readonly name: "vault";
      readonly type: "address";
    }, {
      readonly name: "id";
      readonly type: "uint256";
    }, {
      readonly name: "quantity";
      readonly type: "int256";
    }, {
      readonly name: "limit";
      readonly type: "uint256";
    }];
    readonly name: "legs";
    readonly type: "tuple[]";
  }, {
    readonly components: readonly [{
      readonly name: "token";
      readonly type: "address";
    }, {
      readonly name: "maxNetPaid";
      readonly type: "int256";
    }];
    readonly name: "totals";
    readonly type: "tuple[]";
  }, {
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly name: "deadline";
    readonly type: "uint256";
  }];
  readonly name: "execute";
  readonly outputs: readonly [{
    readonly name: "premiums";
    readonly type: "int256[]";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly components: readonly [{
      readonly name: "token";
      readonly type: "address";
    }, {
      readonly name: "value";
      readonly type: "uint256";
    }, {
      readonly name: "deadline";
      readonly type: "uint256";
    }, {
      readonly name: "v";
      readonly type: "uint8";
    }, {
      readonly name: "r";
      readonly type: "bytes32";
    }, {
      readonly name: "s";
      readonly type: "bytes32";
    }];
    readonly name: "permits";
    readonly type: "tuple[]";
  }, {
    readonly components: readonly [{
      readonly name: "vault";
      readonly type: "address";
    }, {
      readonly name: "id";
      readonly type: "uint256";
    }, {
      readonly name: "quantity";
      readonly type: "int256";
    }, {
      readonly name: "limit";
      readonly type: "uint256";
    }];
    readonly name: "legs";
    readonly type: "tuple[]";
  }, {
    readonly components: readonly [{
      readonly name: "token";
      readonly type: "address";
    }, {
      readonly name: "maxNetPaid";
      readonly type: "int256";
    }];
    readonly name: "totals";
    readonly type: "tuple[]";
  }, {
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly name: "deadline";
    readonly type: "uint256";
  }];
  readonly name: "executeWithPermits";
  readonly outputs: readonly [{
    readonly name: "premiums";
    readonly type: "int256[]";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly components: readonly [{
      readonly name: "vault";
      readonly type: "address";
    }, {
      readonly components: readonly [{
        readonly name: "price";
        readonly type: "uint256";
      }, {
        readonly name: "observedAt";
        readonly type: "uint256";
      }, {
        readonly name: "signatures";
        readonly type: "bytes[]";
      }];
      readonly name: "signed";
      readonly type: "tuple";
    }];
    readonly name: "prices";
    readonly type: "tuple[]";
  }, {
    readonly components: readonly [{
      readonly name: "token";
      readonly type: "address";
    }, {
      readonly name: "value";
      readonly type: "uint256";
    }, {
      readonly name: "deadline";
      readonly type: "uint256";
    }, {
      readonly name: "v";
      readonly type: "uint8";
    }, {
      readonly name: "r";
      readonly type: "bytes32";
    }, {
      readonly name: "s";
      readonly type: "bytes32";
    }];
    readonly name: "permits";
    readonly type: "tuple[]";
  }, {
    readonly components: readonly [{
      readonly name: "vault";
      readonly type: "address";
    }, {
      readonly name: "id";
      readonly type: "uint256";
    }, {
      readonly name: "quantity";
      readonly type: "int256";
    }, {
      readonly name: "limit";
      readonly type: "uint256";
    }];
    readonly name: "legs";
    readonly type: "tuple[]";
  }, {
    readonly components: readonly [{
      readonly name: "token";
      readonly type: "address";
    }, {
      readonly name: "maxNetPaid";
      readonly type: "int256";
    }];
    readonly name: "totals";
    readonly type: "tuple[]";
  }, {
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly name: "deadline";
    readonly type: "uint256";
  }];
  readonly name: "executeWithPrices";
  readonly outputs: readonly [{
    readonly name: "premiums";
    readonly type: "int256[]";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "factory";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "address";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}];
//#endregion
//#region src/abi/vaultSwapRouterAbi.d.ts
/** Functions, events and errors of `IVaultSwapRouter`. */
declare const vaultSwapRouterAbi: readonly [{
  readonly inputs: readonly [{
    readonly name: "path";
    readonly type: "uint256";
  }, {
    readonly name: "length";
    readonly type: "uint256";
  }];
  readonly name: "BadPathLength";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "receiver";
    readonly type: "address";
  }];
  readonly name: "BadReceiver";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "deadline";
    readonly type: "uint256";
  }, {
    readonly name: "now_";
    readonly type: "uint256";
  }];
  readonly name: "DeadlinePassed";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "token";
    readonly type: "address";
  }, {
    readonly name: "available";
    readonly type: "uint256";
  }, {
    readonly name: "needed";
    readonly type: "uint256";
  }];
  readonly name: "FundsExhausted";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "leg";
    readonly type: "uint256";
  }, {
    readonly name: "amount";
    readonly type: "uint256";
  }, {
    readonly name: "limit";
    readonly type: "uint256";
  }];
  readonly name: "LegLimitMissed";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "NoLegs";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "collateral";
    readonly type: "address";
  }];
  readonly name: "NoPath";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "token";
    readonly type: "address";
  }];
  readonly name: "NotAToken";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "token";
    readonly type: "address";
  }, {
    readonly name: "arrived";
    readonly type: "uint256";
  }, {
    readonly name: "expected";
    readonly type: "uint256";
  }];
  readonly name: "NotArrived";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "caller";
    readonly type: "address";
  }];
  readonly name: "NotPaying";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "path";
    readonly type: "uint256";
  }, {
    readonly name: "end";
    readonly type: "address";
  }];
  readonly name: "PathEndsElsewhere";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "from";
    readonly type: "address";
  }, {
    readonly name: "to";
    readonly type: "address";
  }, {
    readonly name: "amount";
    readonly type: "uint256";
  }, {
    readonly name: "reason";
    readonly type: "bytes";
  }];
  readonly name: "SwapFailed";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "from";
    readonly type: "address";
  }, {
    readonly name: "to";
    readonly type: "address";
  }, {
    readonly name: "amount";
    readonly type: "uint256";
  }, {
    readonly name: "left";
    readonly type: "uint256";
  }];
  readonly name: "SwapIncomplete";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "token";
    readonly type: "address";
  }];
  readonly name: "TokenNotTraded";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "legs";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "TooManyLegs";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "vault";
    readonly type: "address";
  }, {
    readonly name: "legs";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "TooManyLegsForVault";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "paths";
    readonly type: "uint256";
  }, {
    readonly name: "maximum";
    readonly type: "uint256";
  }];
  readonly name: "TooManyPaths";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "token";
    readonly type: "address";
  }, {
    readonly name: "netPaid";
    readonly type: "int256";
  }, {
    readonly name: "limit";
    readonly type: "int256";
  }];
  readonly name: "TotalLimitMissed";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "vault";
    readonly type: "address";
  }];
  readonly name: "UnknownVault";
  readonly type: "error";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "trader";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "vault";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "id";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "quantity";
    readonly type: "int256";
  }];
  readonly name: "LegTraded";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "trader";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "legs";
    readonly type: "uint256";
  }];
  readonly name: "OrderExecuted";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "trader";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "token";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "netPaid";
    readonly type: "int256";
  }];
  readonly name: "OrderSettled";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "trader";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "vault";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "premium";
    readonly type: "int256";
  }];
  readonly name: "VaultTraded";
  readonly type: "event";
}, {
  readonly inputs: readonly [{
    readonly components: readonly [{
      readonly name: "vault";
      readonly type: "address";
    }, {
      readonly name: "id";
      readonly type: "uint256";
    }, {
      readonly name: "quantity";
      readonly type: "int256";
    }, {
      readonly name: "limit";
      readonly type: "uint256";
    }];
    readonly name: "legs";
    readonly type: "tuple[]";
  }, {
    readonly components: readonly [{
      readonly name: "token";
      readonly type: "address";
    }, {
      readonly name: "maxNetPaid";
      readonly type: "int256";
    }, {
      readonly name: "paths";
      readonly type: "bytes[]";
    }];
    readonly name: "settlement";
    readonly type: "tuple";
  }, {
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly name: "deadline";
    readonly type: "uint256";
  }];
  readonly name: "execute";
  readonly outputs: readonly [{
    readonly name: "premiums";
    readonly type: "int256[]";
  }, {
    readonly name: "netPaid";
    readonly type: "int256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly components: readonly [{
      readonly name: "amount";
      readonly type: "uint256";
    }, {
      readonly name: "nonce";
      readonly type: "uint256";
    }, {
      readonly name: "deadline";
      readonly type: "uint256";
    }, {
      readonly name: "signature";
      readonly type: "bytes";
    }];
    readonly name: "permit";
    readonly type: "tuple";
  }, {
    readonly components: readonly [{
      readonly name: "vault";
      readonly type: "address";
    }, {
      readonly name: "id";
      readonly type: "uint256";
    }, {
      readonly name: "quantity";
      readonly type: "int256";
    }, {
      readonly name: "limit";
      readonly type: "uint256";
    }];
    readonly name: "legs";
    readonly type: "tuple[]";
  }, {
    readonly components: readonly [{
      readonly name: "token";
      readonly type: "address";
    }, {
      readonly name: "maxNetPaid";
      readonly type: "int256";
    }, {
      readonly name: "paths";
      readonly type: "bytes[]";
    }];
    readonly name: "settlement";
    readonly type: "tuple";
  }, {
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly name: "deadline";
    readonly type: "uint256";
  }];
  readonly name: "executeWithPermit2";
  readonly outputs: readonly [{
    readonly name: "premiums";
    readonly type: "int256[]";
  }, {
    readonly name: "netPaid";
    readonly type: "int256";
  }];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "factory";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "address";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}];
//#endregion
//#region src/abi/volatilitySurfaceAbi.d.ts
/** Functions, events and errors of `IVolatilitySurface`. */
declare const volatilitySurfaceAbi: readonly [{
  readonly inputs: readonly [{
    readonly name: "blockNumber";
    readonly type: "uint256";
  }];
  readonly name: "AlreadyReportedInBlock";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }, {
    readonly name: "time";
    readonly type: "uint256";
  }];
  readonly name: "ExpiryOutOfRange";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "observedAt";
    readonly type: "uint256";
  }, {
    readonly name: "time";
    readonly type: "uint256";
  }];
  readonly name: "ObservedInFuture";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "observedAt";
    readonly type: "uint256";
  }, {
    readonly name: "latest";
    readonly type: "uint256";
  }];
  readonly name: "ObservedOutOfOrder";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "observedAt";
    readonly type: "uint256";
  }, {
    readonly name: "oldest";
    readonly type: "uint256";
  }];
  readonly name: "ObservedTooLongAgo";
  readonly type: "error";
}, {
  readonly inputs: readonly [{
    readonly name: "round";
    readonly type: "uint256";
  }, {
    readonly name: "latest";
    readonly type: "uint256";
  }];
  readonly name: "RoundOutOfOrder";
  readonly type: "error";
}, {
  readonly inputs: readonly [];
  readonly name: "SurfaceAbsent";
  readonly type: "error";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "round";
    readonly type: "uint64";
  }];
  readonly name: "PendingCleared";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "round";
    readonly type: "uint64";
  }, {
    readonly indexed: false;
    readonly name: "distance";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "allowance";
    readonly type: "uint256";
  }];
  readonly name: "SurfacePending";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "round";
    readonly type: "uint64";
  }, {
    readonly indexed: false;
    readonly name: "observedAt";
    readonly type: "uint64";
  }, {
    readonly indexed: false;
    readonly name: "confidence";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "expiries";
    readonly type: "uint256[]";
  }, {
    readonly indexed: false;
    readonly name: "slices";
    readonly type: "uint256[]";
  }];
  readonly name: "SurfaceReported";
  readonly type: "event";
}, {
  readonly inputs: readonly [{
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "curveOf";
  readonly outputs: readonly [{
    readonly components: readonly [{
      readonly name: "near";
      readonly type: "uint256";
    }, {
      readonly name: "nearWeight";
      readonly type: "uint256";
    }, {
      readonly name: "far";
      readonly type: "uint256";
    }, {
      readonly name: "farWeight";
      readonly type: "uint256";
    }];
    readonly name: "curve";
    readonly type: "tuple";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "packedExpiries";
    readonly type: "uint256";
  }];
  readonly name: "curvesFor";
  readonly outputs: readonly [{
    readonly components: readonly [{
      readonly name: "near";
      readonly type: "uint256";
    }, {
      readonly name: "nearWeight";
      readonly type: "uint256";
    }, {
      readonly name: "far";
      readonly type: "uint256";
    }, {
      readonly name: "farWeight";
      readonly type: "uint256";
    }];
    readonly name: "curves";
    readonly type: "tuple[]";
  }, {
    readonly name: "confidence";
    readonly type: "uint256";
  }, {
    readonly name: "status";
    readonly type: "uint8";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly components: readonly [{
      readonly name: "round";
      readonly type: "uint64";
    }, {
      readonly name: "observedAt";
      readonly type: "uint64";
    }, {
      readonly name: "confidence";
      readonly type: "uint128";
    }, {
      readonly name: "expiries";
      readonly type: "uint256[]";
    }, {
      readonly name: "slices";
      readonly type: "uint256[]";
    }];
    readonly name: "report";
    readonly type: "tuple";
  }];
  readonly name: "digestOf";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "bytes32";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly components: readonly [{
      readonly name: "round";
      readonly type: "uint64";
    }, {
      readonly name: "observedAt";
      readonly type: "uint64";
    }, {
      readonly name: "confidence";
      readonly type: "uint128";
    }, {
      readonly name: "expiries";
      readonly type: "uint256[]";
    }, {
      readonly name: "slices";
      readonly type: "uint256[]";
    }];
    readonly name: "report";
    readonly type: "tuple";
  }];
  readonly name: "preview";
  readonly outputs: readonly [{
    readonly name: "admissible";
    readonly type: "bool";
  }, {
    readonly name: "step";
    readonly type: "uint256";
  }, {
    readonly name: "drift";
    readonly type: "uint256";
  }, {
    readonly name: "allowance";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "rounds";
  readonly outputs: readonly [{
    readonly name: "latest";
    readonly type: "uint64";
  }, {
    readonly name: "pending";
    readonly type: "uint64";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "status";
  readonly outputs: readonly [{
    readonly name: "status";
    readonly type: "uint8";
  }, {
    readonly name: "confidence";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly components: readonly [{
      readonly name: "round";
      readonly type: "uint64";
    }, {
      readonly name: "observedAt";
      readonly type: "uint64";
    }, {
      readonly name: "confidence";
      readonly type: "uint128";
    }, {
      readonly name: "expiries";
      readonly type: "uint256[]";
    }, {
      readonly name: "slices";
      readonly type: "uint256[]";
    }];
    readonly name: "report";
    readonly type: "tuple";
  }, {
    readonly name: "signatures";
    readonly type: "bytes[]";
  }];
  readonly name: "submit";
  readonly outputs: readonly [];
  readonly stateMutability: "nonpayable";
  readonly type: "function";
}, {
  readonly inputs: readonly [];
  readonly name: "surface";
  readonly outputs: readonly [{
    readonly name: "observedAt";
    readonly type: "uint256";
  }, {
    readonly name: "expiries";
    readonly type: "uint256[]";
  }, {
    readonly name: "slices";
    readonly type: "uint256[]";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}, {
  readonly inputs: readonly [{
    readonly name: "k";
    readonly type: "int256";
  }, {
    readonly name: "expiry";
    readonly type: "uint256";
  }];
  readonly name: "volatility";
  readonly outputs: readonly [{
    readonly name: "";
    readonly type: "uint256";
  }];
  readonly stateMutability: "view";
  readonly type: "function";
}];
//#endregion
export { errorsAbi, expiryPriceAbi, optionTokenAbi, optionVaultAbi, premiumOracleAbi, priceFeedAbi, quoterAbi, realisedVolatilityAbi, redeemQueueAbi, signedSpotAbi, solvencyLensAbi, vaultFactoryAbi, vaultRouterAbi, vaultSwapRouterAbi, volatilitySurfaceAbi };