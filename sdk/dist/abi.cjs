Object.defineProperty(exports, Symbol.toStringTag, { value: "Module" });
const require_errorsAbi = require("./errorsAbi-IFLh4gyP.cjs");
//#region src/abi/expiryPriceAbi.ts
/** Functions, events and errors of `IExpiryPrice`. */
const expiryPriceAbi = [
	{
		inputs: [{
			name: "aggregator",
			type: "address"
		}, {
			name: "reason",
			type: "bytes"
		}],
		name: "AggregatorFailed",
		type: "error"
	},
	{
		inputs: [{
			name: "expiry",
			type: "uint256"
		}, {
			name: "price",
			type: "uint256"
		}],
		name: "AlreadyFixed",
		type: "error"
	},
	{
		inputs: [
			{
				name: "aggregator",
				type: "address"
			},
			{
				name: "roundId",
				type: "uint80"
			},
			{
				name: "answer",
				type: "int256"
			}
		],
		name: "AnswerUnusable",
		type: "error"
	},
	{
		inputs: [
			{
				name: "aggregator",
				type: "address"
			},
			{
				name: "expected",
				type: "uint256"
			},
			{
				name: "actual",
				type: "uint256"
			}
		],
		name: "DecimalsChanged",
		type: "error"
	},
	{
		inputs: [{
			name: "expiry",
			type: "uint256"
		}],
		name: "ExpiryOutOfRange",
		type: "error"
	},
	{
		inputs: [
			{
				name: "price",
				type: "uint256"
			},
			{
				name: "lowest",
				type: "uint256"
			},
			{
				name: "highest",
				type: "uint256"
			}
		],
		name: "FallbackOutOfBand",
		type: "error"
	},
	{
		inputs: [
			{
				name: "expiry",
				type: "uint256"
			},
			{
				name: "earliest",
				type: "uint256"
			},
			{
				name: "timestamp",
				type: "uint256"
			}
		],
		name: "FallbackTooEarly",
		type: "error"
	},
	{
		inputs: [{
			name: "expiry",
			type: "uint256"
		}],
		name: "NoFallback",
		type: "error"
	},
	{
		inputs: [{
			name: "expiry",
			type: "uint256"
		}, {
			name: "timestamp",
			type: "uint256"
		}],
		name: "NotExpired",
		type: "error"
	},
	{
		inputs: [
			{
				name: "roundId",
				type: "uint80"
			},
			{
				name: "since",
				type: "uint256"
			},
			{
				name: "until",
				type: "uint256"
			},
			{
				name: "windowStart",
				type: "uint256"
			}
		],
		name: "NotTheStartRound",
		type: "error"
	},
	{
		inputs: [
			{
				name: "aggregator",
				type: "address"
			},
			{
				name: "phase",
				type: "uint16"
			},
			{
				name: "windowStart",
				type: "uint256"
			},
			{
				name: "firstSeen",
				type: "uint256"
			},
			{
				name: "lastSeen",
				type: "uint256"
			}
		],
		name: "PhaseNotProven",
		type: "error"
	},
	{
		inputs: [{
			name: "expiry",
			type: "uint256"
		}, {
			name: "price",
			type: "uint256"
		}],
		name: "PriceOutOfRange",
		type: "error"
	},
	{
		inputs: [
			{
				name: "aggregator",
				type: "address"
			},
			{
				name: "roundId",
				type: "uint80"
			},
			{
				name: "gap",
				type: "uint256"
			},
			{
				name: "maxGap",
				type: "uint256"
			}
		],
		name: "RoundGap",
		type: "error"
	},
	{
		inputs: [
			{
				name: "aggregator",
				type: "address"
			},
			{
				name: "roundId",
				type: "uint80"
			},
			{
				name: "answeredInRound",
				type: "uint80"
			}
		],
		name: "RoundIncomplete",
		type: "error"
	},
	{
		inputs: [{
			name: "aggregator",
			type: "address"
		}, {
			name: "roundId",
			type: "uint80"
		}],
		name: "RoundMissing",
		type: "error"
	},
	{
		inputs: [
			{
				name: "aggregator",
				type: "address"
			},
			{
				name: "roundId",
				type: "uint80"
			},
			{
				name: "updatedAt",
				type: "uint256"
			},
			{
				name: "previous",
				type: "uint256"
			}
		],
		name: "RoundsOutOfOrder",
		type: "error"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "expiry",
				type: "uint256"
			},
			{
				indexed: false,
				name: "price",
				type: "uint256"
			},
			{
				indexed: false,
				name: "fallbackUsed",
				type: "bool"
			}
		],
		name: "ExpiryPriceFixed",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "expiry",
				type: "uint256"
			},
			{
				indexed: false,
				name: "roundId",
				type: "uint80"
			},
			{
				indexed: false,
				name: "quoteRoundId",
				type: "uint80"
			},
			{
				indexed: false,
				name: "provenUntil",
				type: "uint256"
			}
		],
		name: "ExpiryProofAdvanced",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [{
			indexed: true,
			name: "expiry",
			type: "uint256"
		}, {
			indexed: false,
			name: "price",
			type: "uint256"
		}],
		name: "FallbackCancelled",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "expiry",
				type: "uint256"
			},
			{
				indexed: false,
				name: "price",
				type: "uint256"
			},
			{
				indexed: false,
				name: "executableAt",
				type: "uint256"
			}
		],
		name: "FallbackProposed",
		type: "event"
	},
	{
		inputs: [],
		name: "averagingWindow",
		outputs: [{
			name: "",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "expiry",
			type: "uint256"
		}],
		name: "cancelFallback",
		outputs: [],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [],
		name: "checkpoint",
		outputs: [],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [{
			name: "expiry",
			type: "uint256"
		}],
		name: "cursorOf",
		outputs: [
			{
				name: "roundId",
				type: "uint80"
			},
			{
				name: "quoteRoundId",
				type: "uint80"
			},
			{
				name: "provenUntil",
				type: "uint256"
			}
		],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "expiry",
			type: "uint256"
		}],
		name: "executeFallback",
		outputs: [],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [{
			name: "expiry",
			type: "uint256"
		}],
		name: "fallbackOf",
		outputs: [{
			name: "price",
			type: "uint256"
		}, {
			name: "executableAt",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "expiry",
			type: "uint256"
		}],
		name: "priceOf",
		outputs: [{
			name: "",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "expiry",
			type: "uint256"
		}, {
			name: "price",
			type: "uint256"
		}],
		name: "proposeFallback",
		outputs: [],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [
			{
				name: "expiry",
				type: "uint256"
			},
			{
				name: "roundId",
				type: "uint80"
			},
			{
				name: "quoteRoundId",
				type: "uint80"
			},
			{
				name: "maxRounds",
				type: "uint256"
			}
		],
		name: "prove",
		outputs: [{
			name: "price",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	}
];
//#endregion
//#region src/abi/optionTokenAbi.ts
/** Functions, events and errors of `IOptionToken`. */
const optionTokenAbi = [
	{
		inputs: [{
			name: "caller",
			type: "address"
		}],
		name: "NotVault",
		type: "error"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "owner",
				type: "address"
			},
			{
				indexed: true,
				name: "spender",
				type: "address"
			},
			{
				indexed: true,
				name: "id",
				type: "uint256"
			},
			{
				indexed: false,
				name: "amount",
				type: "uint256"
			}
		],
		name: "Approval",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "owner",
				type: "address"
			},
			{
				indexed: true,
				name: "spender",
				type: "address"
			},
			{
				indexed: false,
				name: "approved",
				type: "bool"
			}
		],
		name: "OperatorSet",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: false,
				name: "caller",
				type: "address"
			},
			{
				indexed: true,
				name: "sender",
				type: "address"
			},
			{
				indexed: true,
				name: "receiver",
				type: "address"
			},
			{
				indexed: true,
				name: "id",
				type: "uint256"
			},
			{
				indexed: false,
				name: "amount",
				type: "uint256"
			}
		],
		name: "Transfer",
		type: "event"
	},
	{
		inputs: [
			{
				name: "owner",
				type: "address"
			},
			{
				name: "spender",
				type: "address"
			},
			{
				name: "id",
				type: "uint256"
			}
		],
		name: "allowance",
		outputs: [{
			name: "",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [
			{
				name: "spender",
				type: "address"
			},
			{
				name: "id",
				type: "uint256"
			},
			{
				name: "amount",
				type: "uint256"
			}
		],
		name: "approve",
		outputs: [{
			name: "",
			type: "bool"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [{
			name: "owner",
			type: "address"
		}, {
			name: "id",
			type: "uint256"
		}],
		name: "balanceOf",
		outputs: [{
			name: "",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [
			{
				name: "owner",
				type: "address"
			},
			{
				name: "id",
				type: "uint256"
			},
			{
				name: "amount",
				type: "uint256"
			},
			{
				name: "spender",
				type: "address"
			}
		],
		name: "burn",
		outputs: [],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [],
		name: "contractURI",
		outputs: [{
			name: "",
			type: "string"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "id",
			type: "uint256"
		}],
		name: "decimals",
		outputs: [{
			name: "",
			type: "uint8"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "owner",
			type: "address"
		}, {
			name: "spender",
			type: "address"
		}],
		name: "isOperator",
		outputs: [{
			name: "",
			type: "bool"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [
			{
				name: "receiver",
				type: "address"
			},
			{
				name: "id",
				type: "uint256"
			},
			{
				name: "amount",
				type: "uint256"
			}
		],
		name: "mint",
		outputs: [],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [{
			name: "id",
			type: "uint256"
		}],
		name: "name",
		outputs: [{
			name: "",
			type: "string"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "spender",
			type: "address"
		}, {
			name: "approved",
			type: "bool"
		}],
		name: "setOperator",
		outputs: [{
			name: "",
			type: "bool"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [{
			name: "interfaceId",
			type: "bytes4"
		}],
		name: "supportsInterface",
		outputs: [{
			name: "",
			type: "bool"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "id",
			type: "uint256"
		}],
		name: "symbol",
		outputs: [{
			name: "",
			type: "string"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "id",
			type: "uint256"
		}],
		name: "tokenURI",
		outputs: [{
			name: "",
			type: "string"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "id",
			type: "uint256"
		}],
		name: "totalSupply",
		outputs: [{
			name: "",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [
			{
				name: "receiver",
				type: "address"
			},
			{
				name: "id",
				type: "uint256"
			},
			{
				name: "amount",
				type: "uint256"
			}
		],
		name: "transfer",
		outputs: [{
			name: "",
			type: "bool"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [
			{
				name: "sender",
				type: "address"
			},
			{
				name: "receiver",
				type: "address"
			},
			{
				name: "id",
				type: "uint256"
			},
			{
				name: "amount",
				type: "uint256"
			}
		],
		name: "transferFrom",
		outputs: [{
			name: "",
			type: "bool"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [],
		name: "vault",
		outputs: [{
			name: "",
			type: "address"
		}],
		stateMutability: "view",
		type: "function"
	}
];
//#endregion
//#region src/abi/optionVaultAbi.ts
/** Functions, events and errors of `IOptionVault`. */
const optionVaultAbi = [
	{
		inputs: [{
			name: "assets",
			type: "uint256"
		}, {
			name: "limit",
			type: "uint256"
		}],
		name: "AssetsAboveLimit",
		type: "error"
	},
	{
		inputs: [{
			name: "assets",
			type: "uint256"
		}, {
			name: "limit",
			type: "uint256"
		}],
		name: "AssetsBelowLimit",
		type: "error"
	},
	{
		inputs: [{
			name: "receiver",
			type: "address"
		}],
		name: "BadReceiver",
		type: "error"
	},
	{
		inputs: [{
			name: "deadline",
			type: "uint256"
		}, {
			name: "now_",
			type: "uint256"
		}],
		name: "DeadlinePassed",
		type: "error"
	},
	{
		inputs: [
			{
				name: "spotDelta",
				type: "int256"
			},
			{
				name: "minimum",
				type: "uint256"
			},
			{
				name: "maximum",
				type: "uint256"
			}
		],
		name: "DeltaOutOfBounds",
		type: "error"
	},
	{
		inputs: [{
			name: "id",
			type: "uint256"
		}],
		name: "DuplicateSeries",
		type: "error"
	},
	{
		inputs: [{
			name: "expiry",
			type: "uint256"
		}],
		name: "ExpiryAlreadyOpen",
		type: "error"
	},
	{
		inputs: [{
			name: "expiry",
			type: "uint256"
		}, {
			name: "cutOff",
			type: "uint256"
		}],
		name: "ExpiryClosed",
		type: "error"
	},
	{
		inputs: [{
			name: "expiry",
			type: "uint256"
		}],
		name: "ExpiryNotOpen",
		type: "error"
	},
	{
		inputs: [{
			name: "expiry",
			type: "uint256"
		}],
		name: "ExpiryPriceNotFixed",
		type: "error"
	},
	{
		inputs: [{
			name: "lock",
			type: "uint256"
		}, {
			name: "collateral",
			type: "uint256"
		}],
		name: "Insolvent",
		type: "error"
	},
	{
		inputs: [
			{
				name: "leg",
				type: "uint256"
			},
			{
				name: "amount",
				type: "uint256"
			},
			{
				name: "limit",
				type: "uint256"
			}
		],
		name: "LegLimitMissed",
		type: "error"
	},
	{
		inputs: [{
			name: "legs",
			type: "uint256"
		}, {
			name: "maximum",
			type: "uint256"
		}],
		name: "LegsOutOfRange",
		type: "error"
	},
	{
		inputs: [{
			name: "added",
			type: "uint256"
		}, {
			name: "maximum",
			type: "uint256"
		}],
		name: "LockGrowthAboveLimit",
		type: "error"
	},
	{
		inputs: [{
			name: "nav",
			type: "int256"
		}, {
			name: "minimum",
			type: "uint256"
		}],
		name: "NavTooLow",
		type: "error"
	},
	{
		inputs: [],
		name: "NoProviders",
		type: "error"
	},
	{
		inputs: [{
			name: "requested",
			type: "uint256"
		}, {
			name: "free",
			type: "uint256"
		}],
		name: "NotEnoughFreeCollateral",
		type: "error"
	},
	{
		inputs: [{
			name: "current",
			type: "uint8"
		}, {
			name: "requested",
			type: "uint8"
		}],
		name: "NotLoosening",
		type: "error"
	},
	{
		inputs: [{
			name: "expiry",
			type: "uint256"
		}],
		name: "NotOnCalendar",
		type: "error"
	},
	{
		inputs: [{
			name: "caller",
			type: "address"
		}],
		name: "NotQueue",
		type: "error"
	},
	{
		inputs: [{
			name: "expiry",
			type: "uint256"
		}],
		name: "NotSettled",
		type: "error"
	},
	{
		inputs: [{
			name: "current",
			type: "uint8"
		}, {
			name: "requested",
			type: "uint8"
		}],
		name: "NotTightening",
		type: "error"
	},
	{
		inputs: [{
			name: "quantity",
			type: "uint256"
		}, {
			name: "lotSize",
			type: "uint256"
		}],
		name: "NotWholeLots",
		type: "error"
	},
	{
		inputs: [],
		name: "NothingToPay",
		type: "error"
	},
	{
		inputs: [{
			name: "expiry",
			type: "uint256"
		}],
		name: "NothingToRelist",
		type: "error"
	},
	{
		inputs: [],
		name: "NothingTripped",
		type: "error"
	},
	{
		inputs: [{
			name: "premium",
			type: "int256"
		}, {
			name: "limit",
			type: "int256"
		}],
		name: "OrderAboveLimit",
		type: "error"
	},
	{
		inputs: [{
			name: "quantity",
			type: "uint256"
		}, {
			name: "maximum",
			type: "uint256"
		}],
		name: "OrderTooLarge",
		type: "error"
	},
	{
		inputs: [{
			name: "quantity",
			type: "uint256"
		}, {
			name: "minimum",
			type: "uint256"
		}],
		name: "OrderTooSmall",
		type: "error"
	},
	{
		inputs: [{
			name: "name",
			type: "bytes32"
		}, {
			name: "value",
			type: "uint256"
		}],
		name: "ParamOutOfBounds",
		type: "error"
	},
	{
		inputs: [{
			name: "payout",
			type: "uint256"
		}, {
			name: "limit",
			type: "uint256"
		}],
		name: "PayoutBelowLimit",
		type: "error"
	},
	{
		inputs: [{
			name: "premium",
			type: "uint256"
		}, {
			name: "limit",
			type: "uint256"
		}],
		name: "PremiumAboveLimit",
		type: "error"
	},
	{
		inputs: [{
			name: "queue",
			type: "address"
		}],
		name: "QueueAlreadyRegistered",
		type: "error"
	},
	{
		inputs: [{
			name: "duration",
			type: "uint256"
		}, {
			name: "minimum",
			type: "uint256"
		}],
		name: "RampTooShort",
		type: "error"
	},
	{
		inputs: [{
			name: "earliest",
			type: "uint256"
		}],
		name: "RampTooSoon",
		type: "error"
	},
	{
		inputs: [
			{
				name: "name",
				type: "bytes32"
			},
			{
				name: "current",
				type: "int256"
			},
			{
				name: "target",
				type: "int256"
			}
		],
		name: "RampTooSteep",
		type: "error"
	},
	{
		inputs: [{
			name: "id",
			type: "uint256"
		}],
		name: "SeriesNotListed",
		type: "error"
	},
	{
		inputs: [{
			name: "expiry",
			type: "uint256"
		}],
		name: "SettlementPending",
		type: "error"
	},
	{
		inputs: [{
			name: "shares",
			type: "uint256"
		}, {
			name: "limit",
			type: "uint256"
		}],
		name: "SharesAboveLimit",
		type: "error"
	},
	{
		inputs: [{
			name: "shares",
			type: "uint256"
		}, {
			name: "limit",
			type: "uint256"
		}],
		name: "SharesBelowLimit",
		type: "error"
	},
	{
		inputs: [{
			name: "state",
			type: "uint8"
		}],
		name: "StateForbids",
		type: "error"
	},
	{
		inputs: [],
		name: "SurfaceForbids",
		type: "error"
	},
	{
		inputs: [
			{
				name: "tenor",
				type: "uint256"
			},
			{
				name: "minimum",
				type: "uint256"
			},
			{
				name: "maximum",
				type: "uint256"
			}
		],
		name: "TenorOutOfBounds",
		type: "error"
	},
	{
		inputs: [],
		name: "TooManyExpiries",
		type: "error"
	},
	{
		inputs: [],
		name: "TooManySeries",
		type: "error"
	},
	{
		inputs: [],
		name: "TradedThisBlock",
		type: "error"
	},
	{
		inputs: [{
			name: "expected",
			type: "uint256"
		}, {
			name: "received",
			type: "uint256"
		}],
		name: "TransferShort",
		type: "error"
	},
	{
		inputs: [{
			name: "current",
			type: "uint8"
		}],
		name: "TripConditionHolds",
		type: "error"
	},
	{
		inputs: [{
			name: "requested",
			type: "uint8"
		}],
		name: "TripConditionNotMet",
		type: "error"
	},
	{
		inputs: [{
			name: "until",
			type: "uint256"
		}],
		name: "TripLasts",
		type: "error"
	},
	{
		inputs: [{
			name: "decimals",
			type: "uint8"
		}],
		name: "UnsupportedDecimals",
		type: "error"
	},
	{
		inputs: [
			{
				name: "lock",
				type: "uint256"
			},
			{
				name: "actualCapital",
				type: "uint256"
			},
			{
				name: "limit",
				type: "uint256"
			}
		],
		name: "UtilisationAboveLimit",
		type: "error"
	},
	{
		inputs: [],
		name: "ZeroAddress",
		type: "error"
	},
	{
		inputs: [],
		name: "ZeroAmount",
		type: "error"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "owner",
				type: "address"
			},
			{
				indexed: true,
				name: "spender",
				type: "address"
			},
			{
				indexed: false,
				name: "value",
				type: "uint256"
			}
		],
		name: "Approval",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: false,
				name: "collateral",
				type: "uint256"
			},
			{
				indexed: false,
				name: "value",
				type: "uint256"
			},
			{
				indexed: false,
				name: "riskCapital",
				type: "uint256"
			},
			{
				indexed: false,
				name: "riskCharge",
				type: "uint256"
			},
			{
				indexed: false,
				name: "lock",
				type: "uint256"
			},
			{
				indexed: false,
				name: "spot",
				type: "uint256"
			}
		],
		name: "BookMarked",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "sender",
				type: "address"
			},
			{
				indexed: true,
				name: "owner",
				type: "address"
			},
			{
				indexed: false,
				name: "assets",
				type: "uint256"
			},
			{
				indexed: false,
				name: "shares",
				type: "uint256"
			}
		],
		name: "Deposit",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [{
			indexed: true,
			name: "receiver",
			type: "address"
		}, {
			indexed: false,
			name: "assets",
			type: "uint256"
		}],
		name: "EscrowReleased",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [{
			indexed: true,
			name: "expiry",
			type: "uint256"
		}, {
			indexed: false,
			name: "strikes",
			type: "uint256[]"
		}],
		name: "ExpiryOpened",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "expiry",
				type: "uint256"
			},
			{
				indexed: false,
				name: "price",
				type: "uint256"
			},
			{
				indexed: false,
				name: "owed",
				type: "uint256"
			}
		],
		name: "ExpirySettled",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [{
			indexed: true,
			name: "recipient",
			type: "address"
		}, {
			indexed: false,
			name: "amount",
			type: "uint256"
		}],
		name: "FeesCollected",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "owner",
				type: "address"
			},
			{
				indexed: true,
				name: "receiver",
				type: "address"
			},
			{
				indexed: false,
				name: "shares",
				type: "uint256"
			},
			{
				indexed: false,
				name: "assets",
				type: "uint256"
			}
		],
		name: "GuaranteedExit",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "id",
				type: "uint256"
			},
			{
				indexed: true,
				name: "buyer",
				type: "address"
			},
			{
				indexed: true,
				name: "receiver",
				type: "address"
			},
			{
				indexed: false,
				name: "quantity",
				type: "uint256"
			},
			{
				indexed: false,
				name: "premium",
				type: "uint256"
			},
			{
				indexed: false,
				name: "fee",
				type: "uint256"
			}
		],
		name: "OptionsBought",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "id",
				type: "uint256"
			},
			{
				indexed: true,
				name: "owner",
				type: "address"
			},
			{
				indexed: true,
				name: "receiver",
				type: "address"
			},
			{
				indexed: false,
				name: "quantity",
				type: "uint256"
			},
			{
				indexed: false,
				name: "payout",
				type: "uint256"
			}
		],
		name: "OptionsRedeemed",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "id",
				type: "uint256"
			},
			{
				indexed: true,
				name: "owner",
				type: "address"
			},
			{
				indexed: true,
				name: "receiver",
				type: "address"
			},
			{
				indexed: false,
				name: "quantity",
				type: "uint256"
			},
			{
				indexed: false,
				name: "payout",
				type: "uint256"
			},
			{
				indexed: false,
				name: "fee",
				type: "uint256"
			}
		],
		name: "OptionsSold",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "trader",
				type: "address"
			},
			{
				indexed: true,
				name: "receiver",
				type: "address"
			},
			{
				indexed: false,
				name: "premium",
				type: "int256"
			},
			{
				indexed: false,
				name: "fee",
				type: "uint256"
			}
		],
		name: "OrderTraded",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [{
			indexed: false,
			name: "share",
			type: "uint256"
		}],
		name: "ProtocolFeeChanged",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [{
			indexed: true,
			name: "queue",
			type: "address"
		}],
		name: "QueueRegistered",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [{
			indexed: false,
			name: "shares",
			type: "uint256"
		}, {
			indexed: false,
			name: "assets",
			type: "uint256"
		}],
		name: "RedeemFilled",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				components: [
					{
						name: "riskAversion",
						type: "uint256"
					},
					{
						name: "capacityRent",
						type: "uint256"
					},
					{
						name: "volOfVol",
						type: "uint256"
					},
					{
						name: "spotVolCorrelation",
						type: "int256"
					},
					{
						name: "horizon",
						type: "uint256"
					},
					{
						name: "notionalFee",
						type: "uint256"
					},
					{
						name: "premiumFeeCap",
						type: "uint256"
					},
					{
						name: "chargeFee",
						type: "uint256"
					},
					{
						name: "lockFee",
						type: "uint256"
					},
					{
						name: "stress",
						type: "uint256"
					},
					{
						name: "confidenceFactor",
						type: "uint256"
					}
				],
				indexed: false,
				name: "target",
				type: "tuple"
			},
			{
				indexed: false,
				name: "rampStart",
				type: "uint256"
			},
			{
				indexed: false,
				name: "rampEnd",
				type: "uint256"
			}
		],
		name: "RiskParamsScheduled",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: false,
				name: "previous",
				type: "uint8"
			},
			{
				indexed: false,
				name: "current",
				type: "uint8"
			},
			{
				indexed: true,
				name: "by",
				type: "address"
			}
		],
		name: "StateChanged",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [{
			indexed: false,
			name: "stress",
			type: "uint256"
		}],
		name: "StressChanged",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "expiry",
				type: "uint256"
			},
			{
				indexed: false,
				name: "added",
				type: "uint256[]"
			},
			{
				indexed: false,
				name: "retired",
				type: "uint256[]"
			}
		],
		name: "StrikesRelisted",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "from",
				type: "address"
			},
			{
				indexed: true,
				name: "to",
				type: "address"
			},
			{
				indexed: false,
				name: "value",
				type: "uint256"
			}
		],
		name: "Transfer",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "sender",
				type: "address"
			},
			{
				indexed: true,
				name: "receiver",
				type: "address"
			},
			{
				indexed: true,
				name: "owner",
				type: "address"
			},
			{
				indexed: false,
				name: "assets",
				type: "uint256"
			},
			{
				indexed: false,
				name: "shares",
				type: "uint256"
			}
		],
		name: "Withdraw",
		type: "event"
	},
	{
		inputs: [],
		name: "DOMAIN_SEPARATOR",
		outputs: [{
			name: "",
			type: "bytes32"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "accounts",
		outputs: [{
			components: [
				{
					name: "held",
					type: "uint256"
				},
				{
					name: "reserve",
					type: "uint256"
				},
				{
					name: "feesOwed",
					type: "uint256"
				},
				{
					name: "escrow",
					type: "uint256"
				},
				{
					name: "pledged",
					type: "uint256"
				},
				{
					name: "lock",
					type: "uint256"
				},
				{
					name: "riskCapital",
					type: "uint256"
				},
				{
					name: "recentCharge",
					type: "uint256"
				}
			],
			name: "",
			type: "tuple"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "owner",
			type: "address"
		}, {
			name: "spender",
			type: "address"
		}],
		name: "allowance",
		outputs: [{
			name: "",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "spender",
			type: "address"
		}, {
			name: "value",
			type: "uint256"
		}],
		name: "approve",
		outputs: [{
			name: "",
			type: "bool"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [],
		name: "assess",
		outputs: [{
			components: [
				{
					name: "spot",
					type: "uint256"
				},
				{
					name: "spotConfidence",
					type: "uint256"
				},
				{
					name: "volConfidence",
					type: "uint256"
				},
				{
					name: "surface",
					type: "uint8"
				},
				{
					name: "value",
					type: "uint256"
				},
				{
					components: [
						{
							name: "delta",
							type: "int256"
						},
						{
							name: "gamma",
							type: "int256"
						},
						{
							name: "vega",
							type: "int256"
						},
						{
							name: "theta",
							type: "int256"
						},
						{
							name: "rho",
							type: "int256"
						}
					],
					name: "greeks",
					type: "tuple"
				},
				{
					name: "lock",
					type: "uint256"
				},
				{
					components: [
						{
							name: "collateral",
							type: "uint256"
						},
						{
							name: "riskCapital",
							type: "uint256"
						},
						{
							name: "actual",
							type: "uint256"
						},
						{
							name: "fresh",
							type: "int256"
						},
						{
							name: "recentCharge",
							type: "uint256"
						},
						{
							name: "doublingBase",
							type: "uint256"
						},
						{
							name: "claimShare",
							type: "uint256"
						},
						{
							name: "updatedAt",
							type: "uint256"
						},
						{
							name: "priceNumber",
							type: "uint256"
						}
					],
					name: "capital",
					type: "tuple"
				},
				{
					name: "lowCapital",
					type: "uint256"
				},
				{
					name: "depositCapital",
					type: "uint256"
				},
				{
					name: "moveCharge",
					type: "uint256"
				},
				{
					name: "rentCharge",
					type: "uint256"
				},
				{
					name: "depositCharge",
					type: "uint256"
				},
				{
					name: "nav",
					type: "int256"
				},
				{
					name: "band",
					type: "uint256"
				},
				{
					name: "claim",
					type: "uint256"
				},
				{
					components: [
						{
							name: "spotMove",
							type: "int256"
						},
						{
							name: "volMove",
							type: "int256"
						},
						{
							name: "gammaMove",
							type: "int256"
						},
						{
							name: "locked",
							type: "uint256[8]"
						},
						{
							name: "interval",
							type: "uint256[8]"
						}
					],
					name: "sums",
					type: "tuple"
				}
			],
			name: "",
			type: "tuple"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "asset",
		outputs: [{
			name: "assetTokenAddress",
			type: "address"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "authority",
		outputs: [{
			name: "",
			type: "address"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "account",
			type: "address"
		}],
		name: "balanceOf",
		outputs: [{
			name: "",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "book",
		outputs: [{
			components: [
				{
					name: "expiries",
					type: "uint256"
				},
				{
					name: "quads",
					type: "uint256[]"
				},
				{
					name: "tickSize",
					type: "uint256"
				},
				{
					name: "lotSize",
					type: "uint256"
				}
			],
			name: "",
			type: "tuple"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [
			{
				name: "id",
				type: "uint256"
			},
			{
				name: "quantity",
				type: "uint256"
			},
			{
				name: "maxPremium",
				type: "uint256"
			},
			{
				name: "receiver",
				type: "address"
			},
			{
				name: "deadline",
				type: "uint256"
			}
		],
		name: "buy",
		outputs: [{
			name: "premium",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [],
		name: "capital",
		outputs: [{
			components: [
				{
					name: "collateral",
					type: "uint256"
				},
				{
					name: "riskCapital",
					type: "uint256"
				},
				{
					name: "actual",
					type: "uint256"
				},
				{
					name: "fresh",
					type: "int256"
				},
				{
					name: "recentCharge",
					type: "uint256"
				},
				{
					name: "doublingBase",
					type: "uint256"
				},
				{
					name: "claimShare",
					type: "uint256"
				},
				{
					name: "updatedAt",
					type: "uint256"
				},
				{
					name: "priceNumber",
					type: "uint256"
				}
			],
			name: "",
			type: "tuple"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			components: [
				{
					name: "id",
					type: "uint256"
				},
				{
					name: "quantity",
					type: "int256"
				},
				{
					name: "limit",
					type: "uint256"
				}
			],
			name: "legs",
			type: "tuple[]"
		}],
		name: "checkOrder",
		outputs: [{
			name: "premium",
			type: "int256"
		}, {
			components: [
				{
					name: "premium",
					type: "int256"
				},
				{
					name: "moveCharge",
					type: "int256"
				},
				{
					name: "rentCharge",
					type: "int256"
				},
				{
					name: "fee",
					type: "uint256"
				},
				{
					name: "clamp",
					type: "uint256"
				},
				{
					name: "spot",
					type: "uint256"
				},
				{
					name: "surface",
					type: "uint8"
				},
				{
					name: "valueBefore",
					type: "uint256"
				},
				{
					name: "valueAfter",
					type: "uint256"
				},
				{
					name: "chargeBefore",
					type: "uint256"
				},
				{
					name: "chargeAfter",
					type: "uint256"
				},
				{
					name: "claim",
					type: "uint256"
				},
				{
					components: [
						{
							name: "collateral",
							type: "uint256"
						},
						{
							name: "riskCapital",
							type: "uint256"
						},
						{
							name: "actual",
							type: "uint256"
						},
						{
							name: "fresh",
							type: "int256"
						},
						{
							name: "recentCharge",
							type: "uint256"
						},
						{
							name: "doublingBase",
							type: "uint256"
						},
						{
							name: "claimShare",
							type: "uint256"
						},
						{
							name: "updatedAt",
							type: "uint256"
						},
						{
							name: "priceNumber",
							type: "uint256"
						}
					],
					name: "capital",
					type: "tuple"
				},
				{
					components: [
						{
							name: "amount",
							type: "uint256"
						},
						{
							name: "fair",
							type: "uint256"
						},
						{
							name: "fee",
							type: "uint256"
						},
						{
							name: "clamp",
							type: "uint256"
						},
						{
							name: "volatility",
							type: "uint256"
						},
						{
							name: "forward",
							type: "uint256"
						},
						{
							name: "spotDelta",
							type: "int256"
						},
						{
							components: [
								{
									name: "delta",
									type: "int256"
								},
								{
									name: "gamma",
									type: "int256"
								},
								{
									name: "vega",
									type: "int256"
								},
								{
									name: "theta",
									type: "int256"
								},
								{
									name: "rho",
									type: "int256"
								}
							],
							name: "greeks",
							type: "tuple"
						}
					],
					name: "legs",
					type: "tuple[]"
				}
			],
			name: "quote",
			type: "tuple"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "collateral",
		outputs: [{
			name: "",
			type: "address"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "collectFees",
		outputs: [{
			name: "amount",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [{
			name: "shares",
			type: "uint256"
		}],
		name: "convertToAssets",
		outputs: [{
			name: "assets",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "assets",
			type: "uint256"
		}],
		name: "convertToShares",
		outputs: [{
			name: "shares",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "decimals",
		outputs: [{
			name: "",
			type: "uint8"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "assets",
			type: "uint256"
		}, {
			name: "receiver",
			type: "address"
		}],
		name: "deposit",
		outputs: [{
			name: "shares",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [
			{
				name: "assets",
				type: "uint256"
			},
			{
				name: "receiver",
				type: "address"
			},
			{
				name: "minShares",
				type: "uint256"
			},
			{
				name: "deadline",
				type: "uint256"
			}
		],
		name: "deposit",
		outputs: [{
			name: "shares",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [],
		name: "expiries",
		outputs: [{
			name: "",
			type: "uint256[]"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "expiryPrice",
		outputs: [{
			name: "",
			type: "address"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "feeRecipient",
		outputs: [{
			name: "",
			type: "address"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "shares",
			type: "uint256"
		}, {
			name: "epoch",
			type: "uint256"
		}],
		name: "fillRedeem",
		outputs: [{
			name: "assets",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [
			{
				name: "shares",
				type: "uint256"
			},
			{
				name: "receiver",
				type: "address"
			},
			{
				name: "owner",
				type: "address"
			}
		],
		name: "guaranteedExit",
		outputs: [{
			name: "assets",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [
			{
				name: "shares",
				type: "uint256"
			},
			{
				name: "receiver",
				type: "address"
			},
			{
				name: "owner",
				type: "address"
			},
			{
				name: "minAssets",
				type: "uint256"
			},
			{
				name: "deadline",
				type: "uint256"
			}
		],
		name: "guaranteedExit",
		outputs: [{
			name: "assets",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [{
			name: "id",
			type: "uint256"
		}],
		name: "isListed",
		outputs: [{
			name: "",
			type: "bool"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "kind",
		outputs: [{
			name: "",
			type: "uint8"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "lapse",
		outputs: [],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [],
		name: "leastDeposit",
		outputs: [{
			name: "",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "state",
			type: "uint8"
		}],
		name: "loosen",
		outputs: [],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [{
			name: "stress",
			type: "uint256"
		}],
		name: "lowerStress",
		outputs: [],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [{
			name: "receiver",
			type: "address"
		}],
		name: "maxDeposit",
		outputs: [{
			name: "maxAssets",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "receiver",
			type: "address"
		}],
		name: "maxMint",
		outputs: [{
			name: "maxShares",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "owner",
			type: "address"
		}],
		name: "maxRedeem",
		outputs: [{
			name: "maxShares",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "owner",
			type: "address"
		}],
		name: "maxWithdraw",
		outputs: [{
			name: "maxAssets",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "shares",
			type: "uint256"
		}, {
			name: "receiver",
			type: "address"
		}],
		name: "mint",
		outputs: [{
			name: "assets",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [
			{
				name: "shares",
				type: "uint256"
			},
			{
				name: "receiver",
				type: "address"
			},
			{
				name: "maxAssets",
				type: "uint256"
			},
			{
				name: "deadline",
				type: "uint256"
			}
		],
		name: "mint",
		outputs: [{
			name: "assets",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [],
		name: "modules",
		outputs: [{
			components: [{
				name: "operations",
				type: "address"
			}, {
				name: "shares",
				type: "address"
			}],
			name: "",
			type: "tuple"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "name",
		outputs: [{
			name: "",
			type: "string"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "id",
			type: "uint256"
		}],
		name: "netOf",
		outputs: [{
			name: "",
			type: "int256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "owner",
			type: "address"
		}],
		name: "nonces",
		outputs: [{
			name: "",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "expiry",
			type: "uint256"
		}],
		name: "openExpiry",
		outputs: [{
			name: "strikes",
			type: "uint256[]"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [],
		name: "optionToken",
		outputs: [{
			name: "",
			type: "address"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "oracle",
		outputs: [{
			name: "",
			type: "address"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [
			{
				name: "owner",
				type: "address"
			},
			{
				name: "spender",
				type: "address"
			},
			{
				name: "value",
				type: "uint256"
			},
			{
				name: "deadline",
				type: "uint256"
			},
			{
				name: "v",
				type: "uint8"
			},
			{
				name: "r",
				type: "bytes32"
			},
			{
				name: "s",
				type: "bytes32"
			}
		],
		name: "permit",
		outputs: [],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [{
			name: "assets",
			type: "uint256"
		}],
		name: "previewDeposit",
		outputs: [{
			name: "shares",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "shares",
			type: "uint256"
		}],
		name: "previewGuaranteedExit",
		outputs: [{
			name: "assets",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "shares",
			type: "uint256"
		}],
		name: "previewMint",
		outputs: [{
			name: "assets",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "shares",
			type: "uint256"
		}],
		name: "previewRedeem",
		outputs: [{
			name: "assets",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "assets",
			type: "uint256"
		}],
		name: "previewWithdraw",
		outputs: [{
			name: "shares",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "protocolFee",
		outputs: [{
			name: "",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "queue",
		outputs: [{
			name: "",
			type: "address"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "ids",
			type: "uint256[]"
		}, {
			name: "quantities",
			type: "int256[]"
		}],
		name: "quoteEach",
		outputs: [{
			components: [
				{
					name: "spot",
					type: "uint256"
				},
				{
					name: "surface",
					type: "uint8"
				},
				{
					name: "riskCapital",
					type: "uint256"
				},
				{
					name: "actualCapital",
					type: "uint256"
				},
				{
					name: "claim",
					type: "uint256"
				},
				{
					components: [
						{
							name: "fair",
							type: "uint256"
						},
						{
							name: "volatility",
							type: "uint256"
						},
						{
							name: "forward",
							type: "uint256"
						},
						{
							name: "spotDelta",
							type: "int256"
						},
						{
							components: [
								{
									name: "delta",
									type: "int256"
								},
								{
									name: "gamma",
									type: "int256"
								},
								{
									name: "vega",
									type: "int256"
								},
								{
									name: "theta",
									type: "int256"
								},
								{
									name: "rho",
									type: "int256"
								}
							],
							name: "greeks",
							type: "tuple"
						}
					],
					name: "series",
					type: "tuple[]"
				},
				{
					name: "premiums",
					type: "int256[]"
				},
				{
					name: "fees",
					type: "uint256[]"
				}
			],
			name: "",
			type: "tuple"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			components: [
				{
					name: "id",
					type: "uint256"
				},
				{
					name: "quantity",
					type: "int256"
				},
				{
					name: "limit",
					type: "uint256"
				}
			],
			name: "legs",
			type: "tuple[]"
		}],
		name: "quoteOrder",
		outputs: [{
			components: [
				{
					name: "premium",
					type: "int256"
				},
				{
					name: "moveCharge",
					type: "int256"
				},
				{
					name: "rentCharge",
					type: "int256"
				},
				{
					name: "fee",
					type: "uint256"
				},
				{
					name: "clamp",
					type: "uint256"
				},
				{
					name: "spot",
					type: "uint256"
				},
				{
					name: "surface",
					type: "uint8"
				},
				{
					name: "valueBefore",
					type: "uint256"
				},
				{
					name: "valueAfter",
					type: "uint256"
				},
				{
					name: "chargeBefore",
					type: "uint256"
				},
				{
					name: "chargeAfter",
					type: "uint256"
				},
				{
					name: "claim",
					type: "uint256"
				},
				{
					components: [
						{
							name: "collateral",
							type: "uint256"
						},
						{
							name: "riskCapital",
							type: "uint256"
						},
						{
							name: "actual",
							type: "uint256"
						},
						{
							name: "fresh",
							type: "int256"
						},
						{
							name: "recentCharge",
							type: "uint256"
						},
						{
							name: "doublingBase",
							type: "uint256"
						},
						{
							name: "claimShare",
							type: "uint256"
						},
						{
							name: "updatedAt",
							type: "uint256"
						},
						{
							name: "priceNumber",
							type: "uint256"
						}
					],
					name: "capital",
					type: "tuple"
				},
				{
					components: [
						{
							name: "amount",
							type: "uint256"
						},
						{
							name: "fair",
							type: "uint256"
						},
						{
							name: "fee",
							type: "uint256"
						},
						{
							name: "clamp",
							type: "uint256"
						},
						{
							name: "volatility",
							type: "uint256"
						},
						{
							name: "forward",
							type: "uint256"
						},
						{
							name: "spotDelta",
							type: "int256"
						},
						{
							components: [
								{
									name: "delta",
									type: "int256"
								},
								{
									name: "gamma",
									type: "int256"
								},
								{
									name: "vega",
									type: "int256"
								},
								{
									name: "theta",
									type: "int256"
								},
								{
									name: "rho",
									type: "int256"
								}
							],
							name: "greeks",
							type: "tuple"
						}
					],
					name: "legs",
					type: "tuple[]"
				}
			],
			name: "",
			type: "tuple"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "id",
			type: "uint256"
		}, {
			name: "quantity",
			type: "int256"
		}],
		name: "quoteTrade",
		outputs: [{
			components: [
				{
					name: "premium",
					type: "uint256"
				},
				{
					name: "fair",
					type: "uint256"
				},
				{
					name: "moveCharge",
					type: "int256"
				},
				{
					name: "rentCharge",
					type: "int256"
				},
				{
					name: "fee",
					type: "uint256"
				},
				{
					name: "clamp",
					type: "uint256"
				},
				{
					name: "volatility",
					type: "uint256"
				},
				{
					name: "spot",
					type: "uint256"
				},
				{
					name: "forward",
					type: "uint256"
				},
				{
					name: "spotDelta",
					type: "int256"
				},
				{
					components: [
						{
							name: "delta",
							type: "int256"
						},
						{
							name: "gamma",
							type: "int256"
						},
						{
							name: "vega",
							type: "int256"
						},
						{
							name: "theta",
							type: "int256"
						},
						{
							name: "rho",
							type: "int256"
						}
					],
					name: "greeks",
					type: "tuple"
				},
				{
					name: "surface",
					type: "uint8"
				},
				{
					name: "bookValue",
					type: "uint256"
				},
				{
					name: "riskCapital",
					type: "uint256"
				},
				{
					name: "actualCapital",
					type: "uint256"
				},
				{
					name: "claim",
					type: "uint256"
				},
				{
					name: "chargeBefore",
					type: "uint256"
				},
				{
					name: "chargeAfter",
					type: "uint256"
				},
				{
					name: "lockBefore",
					type: "uint256"
				},
				{
					name: "lockAfter",
					type: "uint256"
				}
			],
			name: "",
			type: "tuple"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "stress",
			type: "uint256"
		}],
		name: "raiseStress",
		outputs: [],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [
			{
				name: "shares",
				type: "uint256"
			},
			{
				name: "receiver",
				type: "address"
			},
			{
				name: "owner",
				type: "address"
			},
			{
				name: "minAssets",
				type: "uint256"
			},
			{
				name: "deadline",
				type: "uint256"
			}
		],
		name: "redeem",
		outputs: [{
			name: "assets",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [
			{
				name: "shares",
				type: "uint256"
			},
			{
				name: "receiver",
				type: "address"
			},
			{
				name: "owner",
				type: "address"
			}
		],
		name: "redeem",
		outputs: [{
			name: "assets",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [
			{
				name: "id",
				type: "uint256"
			},
			{
				name: "quantity",
				type: "uint256"
			},
			{
				name: "owner",
				type: "address"
			},
			{
				name: "receiver",
				type: "address"
			}
		],
		name: "redeemOptions",
		outputs: [{
			name: "payout",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [{
			name: "queue",
			type: "address"
		}],
		name: "registerQueue",
		outputs: [],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [{
			name: "receiver",
			type: "address"
		}, {
			name: "assets",
			type: "uint256"
		}],
		name: "releaseEscrow",
		outputs: [],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [{
			name: "expiry",
			type: "uint256"
		}],
		name: "relist",
		outputs: [],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [],
		name: "riskParams",
		outputs: [{
			components: [
				{
					name: "riskAversion",
					type: "uint256"
				},
				{
					name: "capacityRent",
					type: "uint256"
				},
				{
					name: "volOfVol",
					type: "uint256"
				},
				{
					name: "spotVolCorrelation",
					type: "int256"
				},
				{
					name: "horizon",
					type: "uint256"
				},
				{
					name: "notionalFee",
					type: "uint256"
				},
				{
					name: "premiumFeeCap",
					type: "uint256"
				},
				{
					name: "chargeFee",
					type: "uint256"
				},
				{
					name: "lockFee",
					type: "uint256"
				},
				{
					name: "stress",
					type: "uint256"
				},
				{
					name: "confidenceFactor",
					type: "uint256"
				}
			],
			name: "",
			type: "tuple"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "scale",
		outputs: [{
			name: "",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			components: [
				{
					name: "riskAversion",
					type: "uint256"
				},
				{
					name: "capacityRent",
					type: "uint256"
				},
				{
					name: "volOfVol",
					type: "uint256"
				},
				{
					name: "spotVolCorrelation",
					type: "int256"
				},
				{
					name: "horizon",
					type: "uint256"
				},
				{
					name: "notionalFee",
					type: "uint256"
				},
				{
					name: "premiumFeeCap",
					type: "uint256"
				},
				{
					name: "chargeFee",
					type: "uint256"
				},
				{
					name: "lockFee",
					type: "uint256"
				},
				{
					name: "stress",
					type: "uint256"
				},
				{
					name: "confidenceFactor",
					type: "uint256"
				}
			],
			name: "target",
			type: "tuple"
		}, {
			name: "duration",
			type: "uint256"
		}],
		name: "scheduleRiskParams",
		outputs: [],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [
			{
				name: "id",
				type: "uint256"
			},
			{
				name: "quantity",
				type: "uint256"
			},
			{
				name: "minPayout",
				type: "uint256"
			},
			{
				name: "owner",
				type: "address"
			},
			{
				name: "receiver",
				type: "address"
			},
			{
				name: "deadline",
				type: "uint256"
			}
		],
		name: "sell",
		outputs: [{
			name: "payout",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [],
		name: "seriesRules",
		outputs: [{
			components: [
				{
					name: "tickSize",
					type: "uint256"
				},
				{
					name: "lotSize",
					type: "uint256"
				},
				{
					name: "minOrder",
					type: "uint256"
				},
				{
					name: "dailies",
					type: "uint8"
				},
				{
					name: "weeklies",
					type: "uint8"
				},
				{
					name: "monthlies",
					type: "uint8"
				},
				{
					name: "strikesPerExpiry",
					type: "uint8"
				},
				{
					name: "ladderStep",
					type: "uint256"
				},
				{
					name: "minDelta",
					type: "uint256"
				},
				{
					name: "maxDelta",
					type: "uint256"
				},
				{
					name: "minTenor",
					type: "uint256"
				},
				{
					name: "maxTenor",
					type: "uint256"
				}
			],
			name: "",
			type: "tuple"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "share",
			type: "uint256"
		}],
		name: "setProtocolFee",
		outputs: [],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [{
			name: "waiting",
			type: "bool"
		}],
		name: "setRequestsWaiting",
		outputs: [],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [{
			name: "expiry",
			type: "uint256"
		}],
		name: "settle",
		outputs: [{
			name: "owed",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [{
			name: "expiry",
			type: "uint256"
		}],
		name: "settledPrice",
		outputs: [{
			name: "",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "state",
		outputs: [{
			name: "",
			type: "uint8"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "expiry",
			type: "uint256"
		}],
		name: "strikesOf",
		outputs: [{
			name: "strikes",
			type: "uint256[]"
		}, {
			name: "nets",
			type: "int256[]"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "symbol",
		outputs: [{
			name: "",
			type: "string"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "state",
			type: "uint8"
		}],
		name: "tighten",
		outputs: [],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [],
		name: "totalAssets",
		outputs: [{
			name: "totalManagedAssets",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "totalSupply",
		outputs: [{
			name: "",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [
			{
				components: [
					{
						name: "id",
						type: "uint256"
					},
					{
						name: "quantity",
						type: "int256"
					},
					{
						name: "limit",
						type: "uint256"
					}
				],
				name: "legs",
				type: "tuple[]"
			},
			{
				name: "maxPremium",
				type: "int256"
			},
			{
				name: "owner",
				type: "address"
			},
			{
				name: "receiver",
				type: "address"
			},
			{
				name: "deadline",
				type: "uint256"
			}
		],
		name: "trade",
		outputs: [{
			name: "premium",
			type: "int256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [
			{
				components: [
					{
						name: "id",
						type: "uint256"
					},
					{
						name: "quantity",
						type: "int256"
					},
					{
						name: "limit",
						type: "uint256"
					}
				],
				name: "legs",
				type: "tuple[]"
			},
			{
				name: "owner",
				type: "address"
			},
			{
				name: "receiver",
				type: "address"
			},
			{
				name: "payee",
				type: "address"
			},
			{
				name: "data",
				type: "bytes"
			}
		],
		name: "tradeWithCallback",
		outputs: [{
			name: "premium",
			type: "int256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [{
			name: "to",
			type: "address"
		}, {
			name: "value",
			type: "uint256"
		}],
		name: "transfer",
		outputs: [{
			name: "",
			type: "bool"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [
			{
				name: "from",
				type: "address"
			},
			{
				name: "to",
				type: "address"
			},
			{
				name: "value",
				type: "uint256"
			}
		],
		name: "transferFrom",
		outputs: [{
			name: "",
			type: "bool"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [{
			name: "state",
			type: "uint8"
		}],
		name: "trip",
		outputs: [],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [
			{
				name: "assets",
				type: "uint256"
			},
			{
				name: "receiver",
				type: "address"
			},
			{
				name: "owner",
				type: "address"
			},
			{
				name: "maxShares",
				type: "uint256"
			},
			{
				name: "deadline",
				type: "uint256"
			}
		],
		name: "withdraw",
		outputs: [{
			name: "shares",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [
			{
				name: "assets",
				type: "uint256"
			},
			{
				name: "receiver",
				type: "address"
			},
			{
				name: "owner",
				type: "address"
			}
		],
		name: "withdraw",
		outputs: [{
			name: "shares",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	}
];
//#endregion
//#region src/abi/premiumOracleAbi.ts
/** Functions, events and errors of `IPremiumOracle`. */
const premiumOracleAbi = [
	{
		inputs: [{
			name: "expiry",
			type: "uint256"
		}],
		name: "ExpiryNotInBook",
		type: "error"
	},
	{
		inputs: [{
			name: "legs",
			type: "uint256"
		}, {
			name: "maximum",
			type: "uint256"
		}],
		name: "LegsOutOfRange",
		type: "error"
	},
	{
		inputs: [{
			name: "price",
			type: "uint256"
		}, {
			name: "maximum",
			type: "uint256"
		}],
		name: "PriceOutOfRange",
		type: "error"
	},
	{
		inputs: [{
			name: "quantity",
			type: "int256"
		}, {
			name: "maximum",
			type: "uint256"
		}],
		name: "QuantityOutOfRange",
		type: "error"
	},
	{
		inputs: [
			{
				name: "duration",
				type: "uint256"
			},
			{
				name: "minimum",
				type: "uint256"
			},
			{
				name: "maximum",
				type: "uint256"
			}
		],
		name: "RampDurationOutOfBounds",
		type: "error"
	},
	{
		inputs: [{
			name: "earliest",
			type: "uint256"
		}],
		name: "RampTooSoon",
		type: "error"
	},
	{
		inputs: [{
			name: "current",
			type: "uint256"
		}, {
			name: "target",
			type: "uint256"
		}],
		name: "RampTooSteep",
		type: "error"
	},
	{
		inputs: [{
			name: "rate",
			type: "uint256"
		}, {
			name: "maximum",
			type: "uint256"
		}],
		name: "RateOutOfBounds",
		type: "error"
	},
	{
		inputs: [{
			name: "size",
			type: "uint256"
		}, {
			name: "maximum",
			type: "uint256"
		}],
		name: "SizeOutOfRange",
		type: "error"
	},
	{
		inputs: [{
			name: "tenor",
			type: "uint256"
		}, {
			name: "maximum",
			type: "uint256"
		}],
		name: "TenorOutOfRange",
		type: "error"
	},
	{
		inputs: [],
		name: "ZeroAddress",
		type: "error"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: false,
				name: "rate",
				type: "uint256"
			},
			{
				indexed: false,
				name: "yield",
				type: "uint256"
			},
			{
				indexed: false,
				name: "rampStart",
				type: "uint256"
			},
			{
				indexed: false,
				name: "rampEnd",
				type: "uint256"
			}
		],
		name: "RatesScheduled",
		type: "event"
	},
	{
		inputs: [
			{
				name: "kind",
				type: "uint8"
			},
			{
				components: [
					{
						name: "expiries",
						type: "uint256"
					},
					{
						name: "quads",
						type: "uint256[]"
					},
					{
						name: "tickSize",
						type: "uint256"
					},
					{
						name: "lotSize",
						type: "uint256"
					}
				],
				name: "book",
				type: "tuple"
			},
			{
				components: [
					{
						name: "collateral",
						type: "uint256"
					},
					{
						name: "riskCapital",
						type: "uint256"
					},
					{
						name: "actual",
						type: "uint256"
					},
					{
						name: "fresh",
						type: "int256"
					},
					{
						name: "recentCharge",
						type: "uint256"
					},
					{
						name: "doublingBase",
						type: "uint256"
					},
					{
						name: "claimShare",
						type: "uint256"
					},
					{
						name: "updatedAt",
						type: "uint256"
					},
					{
						name: "priceNumber",
						type: "uint256"
					}
				],
				name: "capital",
				type: "tuple"
			},
			{
				components: [
					{
						name: "riskAversion",
						type: "uint256"
					},
					{
						name: "capacityRent",
						type: "uint256"
					},
					{
						name: "volOfVol",
						type: "uint256"
					},
					{
						name: "spotVolCorrelation",
						type: "int256"
					},
					{
						name: "horizon",
						type: "uint256"
					},
					{
						name: "notionalFee",
						type: "uint256"
					},
					{
						name: "premiumFeeCap",
						type: "uint256"
					},
					{
						name: "chargeFee",
						type: "uint256"
					},
					{
						name: "lockFee",
						type: "uint256"
					},
					{
						name: "stress",
						type: "uint256"
					},
					{
						name: "confidenceFactor",
						type: "uint256"
					}
				],
				name: "params",
				type: "tuple"
			}
		],
		name: "assess",
		outputs: [{
			components: [
				{
					name: "spot",
					type: "uint256"
				},
				{
					name: "spotConfidence",
					type: "uint256"
				},
				{
					name: "volConfidence",
					type: "uint256"
				},
				{
					name: "surface",
					type: "uint8"
				},
				{
					name: "value",
					type: "uint256"
				},
				{
					components: [
						{
							name: "delta",
							type: "int256"
						},
						{
							name: "gamma",
							type: "int256"
						},
						{
							name: "vega",
							type: "int256"
						},
						{
							name: "theta",
							type: "int256"
						},
						{
							name: "rho",
							type: "int256"
						}
					],
					name: "greeks",
					type: "tuple"
				},
				{
					name: "lock",
					type: "uint256"
				},
				{
					components: [
						{
							name: "collateral",
							type: "uint256"
						},
						{
							name: "riskCapital",
							type: "uint256"
						},
						{
							name: "actual",
							type: "uint256"
						},
						{
							name: "fresh",
							type: "int256"
						},
						{
							name: "recentCharge",
							type: "uint256"
						},
						{
							name: "doublingBase",
							type: "uint256"
						},
						{
							name: "claimShare",
							type: "uint256"
						},
						{
							name: "updatedAt",
							type: "uint256"
						},
						{
							name: "priceNumber",
							type: "uint256"
						}
					],
					name: "capital",
					type: "tuple"
				},
				{
					name: "lowCapital",
					type: "uint256"
				},
				{
					name: "depositCapital",
					type: "uint256"
				},
				{
					name: "moveCharge",
					type: "uint256"
				},
				{
					name: "rentCharge",
					type: "uint256"
				},
				{
					name: "depositCharge",
					type: "uint256"
				},
				{
					name: "nav",
					type: "int256"
				},
				{
					name: "band",
					type: "uint256"
				},
				{
					name: "claim",
					type: "uint256"
				},
				{
					components: [
						{
							name: "spotMove",
							type: "int256"
						},
						{
							name: "volMove",
							type: "int256"
						},
						{
							name: "gammaMove",
							type: "int256"
						},
						{
							name: "locked",
							type: "uint256[8]"
						},
						{
							name: "interval",
							type: "uint256[8]"
						}
					],
					name: "sums",
					type: "tuple"
				}
			],
			name: "",
			type: "tuple"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [
			{
				components: [
					{
						name: "spotMove",
						type: "int256"
					},
					{
						name: "volMove",
						type: "int256"
					},
					{
						name: "gammaMove",
						type: "int256"
					},
					{
						name: "locked",
						type: "uint256[8]"
					},
					{
						name: "interval",
						type: "uint256[8]"
					}
				],
				name: "sums",
				type: "tuple"
			},
			{
				components: [
					{
						name: "riskAversion",
						type: "uint256"
					},
					{
						name: "capacityRent",
						type: "uint256"
					},
					{
						name: "volOfVol",
						type: "uint256"
					},
					{
						name: "spotVolCorrelation",
						type: "int256"
					},
					{
						name: "horizon",
						type: "uint256"
					},
					{
						name: "notionalFee",
						type: "uint256"
					},
					{
						name: "premiumFeeCap",
						type: "uint256"
					},
					{
						name: "chargeFee",
						type: "uint256"
					},
					{
						name: "lockFee",
						type: "uint256"
					},
					{
						name: "stress",
						type: "uint256"
					},
					{
						name: "confidenceFactor",
						type: "uint256"
					}
				],
				name: "params",
				type: "tuple"
			},
			{
				name: "riskCapital",
				type: "uint256"
			}
		],
		name: "chargeAt",
		outputs: [{
			name: "move",
			type: "uint256"
		}, {
			name: "rent",
			type: "uint256"
		}],
		stateMutability: "pure",
		type: "function"
	},
	{
		inputs: [],
		name: "feed",
		outputs: [{
			name: "",
			type: "address"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "expiry",
			type: "uint256"
		}],
		name: "forwardAndVolatility",
		outputs: [{
			name: "forward",
			type: "uint256"
		}, {
			name: "atmVolatility",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [
			{
				name: "kind",
				type: "uint8"
			},
			{
				name: "expiry",
				type: "uint256"
			},
			{
				name: "strike",
				type: "uint256"
			}
		],
		name: "option",
		outputs: [
			{
				name: "fair",
				type: "uint256"
			},
			{
				name: "volatility",
				type: "uint256"
			},
			{
				name: "spotDelta",
				type: "int256"
			},
			{
				components: [
					{
						name: "delta",
						type: "int256"
					},
					{
						name: "gamma",
						type: "int256"
					},
					{
						name: "vega",
						type: "int256"
					},
					{
						name: "theta",
						type: "int256"
					},
					{
						name: "rho",
						type: "int256"
					}
				],
				name: "greeks",
				type: "tuple"
			}
		],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [
			{
				name: "kind",
				type: "uint8"
			},
			{
				components: [
					{
						name: "expiries",
						type: "uint256"
					},
					{
						name: "quads",
						type: "uint256[]"
					},
					{
						name: "tickSize",
						type: "uint256"
					},
					{
						name: "lotSize",
						type: "uint256"
					}
				],
				name: "book",
				type: "tuple"
			},
			{
				components: [
					{
						name: "collateral",
						type: "uint256"
					},
					{
						name: "riskCapital",
						type: "uint256"
					},
					{
						name: "actual",
						type: "uint256"
					},
					{
						name: "fresh",
						type: "int256"
					},
					{
						name: "recentCharge",
						type: "uint256"
					},
					{
						name: "doublingBase",
						type: "uint256"
					},
					{
						name: "claimShare",
						type: "uint256"
					},
					{
						name: "updatedAt",
						type: "uint256"
					},
					{
						name: "priceNumber",
						type: "uint256"
					}
				],
				name: "capital",
				type: "tuple"
			},
			{
				components: [
					{
						name: "riskAversion",
						type: "uint256"
					},
					{
						name: "capacityRent",
						type: "uint256"
					},
					{
						name: "volOfVol",
						type: "uint256"
					},
					{
						name: "spotVolCorrelation",
						type: "int256"
					},
					{
						name: "horizon",
						type: "uint256"
					},
					{
						name: "notionalFee",
						type: "uint256"
					},
					{
						name: "premiumFeeCap",
						type: "uint256"
					},
					{
						name: "chargeFee",
						type: "uint256"
					},
					{
						name: "lockFee",
						type: "uint256"
					},
					{
						name: "stress",
						type: "uint256"
					},
					{
						name: "confidenceFactor",
						type: "uint256"
					}
				],
				name: "params",
				type: "tuple"
			},
			{
				components: [
					{
						name: "expiry",
						type: "uint256"
					},
					{
						name: "strike",
						type: "uint256"
					},
					{
						name: "quantity",
						type: "int256"
					}
				],
				name: "legs",
				type: "tuple[]"
			}
		],
		name: "quote",
		outputs: [{
			components: [
				{
					name: "premium",
					type: "int256"
				},
				{
					name: "moveCharge",
					type: "int256"
				},
				{
					name: "rentCharge",
					type: "int256"
				},
				{
					name: "fee",
					type: "uint256"
				},
				{
					name: "clamp",
					type: "uint256"
				},
				{
					name: "spot",
					type: "uint256"
				},
				{
					name: "surface",
					type: "uint8"
				},
				{
					name: "valueBefore",
					type: "uint256"
				},
				{
					name: "valueAfter",
					type: "uint256"
				},
				{
					name: "chargeBefore",
					type: "uint256"
				},
				{
					name: "chargeAfter",
					type: "uint256"
				},
				{
					name: "claim",
					type: "uint256"
				},
				{
					components: [
						{
							name: "collateral",
							type: "uint256"
						},
						{
							name: "riskCapital",
							type: "uint256"
						},
						{
							name: "actual",
							type: "uint256"
						},
						{
							name: "fresh",
							type: "int256"
						},
						{
							name: "recentCharge",
							type: "uint256"
						},
						{
							name: "doublingBase",
							type: "uint256"
						},
						{
							name: "claimShare",
							type: "uint256"
						},
						{
							name: "updatedAt",
							type: "uint256"
						},
						{
							name: "priceNumber",
							type: "uint256"
						}
					],
					name: "capital",
					type: "tuple"
				},
				{
					components: [
						{
							name: "amount",
							type: "uint256"
						},
						{
							name: "fair",
							type: "uint256"
						},
						{
							name: "fee",
							type: "uint256"
						},
						{
							name: "clamp",
							type: "uint256"
						},
						{
							name: "volatility",
							type: "uint256"
						},
						{
							name: "forward",
							type: "uint256"
						},
						{
							name: "spotDelta",
							type: "int256"
						},
						{
							components: [
								{
									name: "delta",
									type: "int256"
								},
								{
									name: "gamma",
									type: "int256"
								},
								{
									name: "vega",
									type: "int256"
								},
								{
									name: "theta",
									type: "int256"
								},
								{
									name: "rho",
									type: "int256"
								}
							],
							name: "greeks",
							type: "tuple"
						}
					],
					name: "legs",
					type: "tuple[]"
				}
			],
			name: "",
			type: "tuple"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [
			{
				name: "kind",
				type: "uint8"
			},
			{
				components: [
					{
						name: "expiries",
						type: "uint256"
					},
					{
						name: "quads",
						type: "uint256[]"
					},
					{
						name: "tickSize",
						type: "uint256"
					},
					{
						name: "lotSize",
						type: "uint256"
					}
				],
				name: "book",
				type: "tuple"
			},
			{
				components: [
					{
						name: "collateral",
						type: "uint256"
					},
					{
						name: "riskCapital",
						type: "uint256"
					},
					{
						name: "actual",
						type: "uint256"
					},
					{
						name: "fresh",
						type: "int256"
					},
					{
						name: "recentCharge",
						type: "uint256"
					},
					{
						name: "doublingBase",
						type: "uint256"
					},
					{
						name: "claimShare",
						type: "uint256"
					},
					{
						name: "updatedAt",
						type: "uint256"
					},
					{
						name: "priceNumber",
						type: "uint256"
					}
				],
				name: "capital",
				type: "tuple"
			},
			{
				components: [
					{
						name: "riskAversion",
						type: "uint256"
					},
					{
						name: "capacityRent",
						type: "uint256"
					},
					{
						name: "volOfVol",
						type: "uint256"
					},
					{
						name: "spotVolCorrelation",
						type: "int256"
					},
					{
						name: "horizon",
						type: "uint256"
					},
					{
						name: "notionalFee",
						type: "uint256"
					},
					{
						name: "premiumFeeCap",
						type: "uint256"
					},
					{
						name: "chargeFee",
						type: "uint256"
					},
					{
						name: "lockFee",
						type: "uint256"
					},
					{
						name: "stress",
						type: "uint256"
					},
					{
						name: "confidenceFactor",
						type: "uint256"
					}
				],
				name: "params",
				type: "tuple"
			},
			{
				name: "ids",
				type: "uint256[]"
			},
			{
				name: "quantities",
				type: "int256[]"
			}
		],
		name: "quoteEach",
		outputs: [{
			components: [
				{
					name: "spot",
					type: "uint256"
				},
				{
					name: "surface",
					type: "uint8"
				},
				{
					name: "riskCapital",
					type: "uint256"
				},
				{
					name: "actualCapital",
					type: "uint256"
				},
				{
					name: "claim",
					type: "uint256"
				},
				{
					components: [
						{
							name: "fair",
							type: "uint256"
						},
						{
							name: "volatility",
							type: "uint256"
						},
						{
							name: "forward",
							type: "uint256"
						},
						{
							name: "spotDelta",
							type: "int256"
						},
						{
							components: [
								{
									name: "delta",
									type: "int256"
								},
								{
									name: "gamma",
									type: "int256"
								},
								{
									name: "vega",
									type: "int256"
								},
								{
									name: "theta",
									type: "int256"
								},
								{
									name: "rho",
									type: "int256"
								}
							],
							name: "greeks",
							type: "tuple"
						}
					],
					name: "series",
					type: "tuple[]"
				},
				{
					name: "premiums",
					type: "int256[]"
				},
				{
					name: "fees",
					type: "uint256[]"
				}
			],
			name: "",
			type: "tuple"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "rates",
		outputs: [{
			name: "rate",
			type: "uint256"
		}, {
			name: "yield",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "realisedVolatility",
		outputs: [{
			name: "",
			type: "address"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [
			{
				name: "rate",
				type: "uint256"
			},
			{
				name: "yield_",
				type: "uint256"
			},
			{
				name: "duration",
				type: "uint256"
			}
		],
		name: "scheduleRates",
		outputs: [],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [],
		name: "surface",
		outputs: [{
			name: "",
			type: "address"
		}],
		stateMutability: "view",
		type: "function"
	}
];
//#endregion
//#region src/abi/priceFeedAbi.ts
/** Functions, events and errors of `IPriceFeed`. */
const priceFeedAbi = [
	{
		inputs: [{
			name: "source",
			type: "address"
		}],
		name: "DuplicateSource",
		type: "error"
	},
	{
		inputs: [{
			name: "since",
			type: "uint256"
		}],
		name: "SequencerDown",
		type: "error"
	},
	{
		inputs: [{
			name: "sequencerFeed",
			type: "address"
		}, {
			name: "reason",
			type: "bytes"
		}],
		name: "SequencerFeedFailed",
		type: "error"
	},
	{
		inputs: [{
			name: "since",
			type: "uint256"
		}, {
			name: "until",
			type: "uint256"
		}],
		name: "SequencerGracePeriod",
		type: "error"
	},
	{
		inputs: [{
			name: "source",
			type: "address"
		}, {
			name: "reason",
			type: "bytes"
		}],
		name: "SourceFailed",
		type: "error"
	},
	{
		inputs: [{
			name: "spread",
			type: "uint256"
		}, {
			name: "limit",
			type: "uint256"
		}],
		name: "SourcesDisagree",
		type: "error"
	},
	{
		inputs: [{
			name: "usable",
			type: "uint256"
		}, {
			name: "quorum",
			type: "uint256"
		}],
		name: "TooFewSources",
		type: "error"
	},
	{
		inputs: [
			{
				name: "price",
				type: "uint256"
			},
			{
				name: "confidence",
				type: "uint256"
			},
			{
				name: "updatedAt",
				type: "uint256"
			}
		],
		name: "UnusableReading",
		type: "error"
	},
	{
		inputs: [],
		name: "freshUntil",
		outputs: [{
			name: "",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "maxAge",
		outputs: [{
			name: "",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "read",
		outputs: [{
			components: [
				{
					name: "price",
					type: "uint256"
				},
				{
					name: "confidence",
					type: "uint256"
				},
				{
					name: "updatedAt",
					type: "uint256"
				}
			],
			name: "reading",
			type: "tuple"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "number",
			type: "uint256"
		}],
		name: "readAt",
		outputs: [{
			components: [
				{
					name: "price",
					type: "uint256"
				},
				{
					name: "confidence",
					type: "uint256"
				},
				{
					name: "updatedAt",
					type: "uint256"
				},
				{
					name: "number",
					type: "uint256"
				},
				{
					name: "age",
					type: "uint256"
				}
			],
			name: "reading",
			type: "tuple"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "signedSpot",
		outputs: [{
			name: "",
			type: "address"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "sources",
		outputs: [{
			name: "",
			type: "address[]"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "tryRead",
		outputs: [
			{
				name: "ok",
				type: "bool"
			},
			{
				components: [
					{
						name: "price",
						type: "uint256"
					},
					{
						name: "confidence",
						type: "uint256"
					},
					{
						name: "updatedAt",
						type: "uint256"
					}
				],
				name: "reading",
				type: "tuple"
			},
			{
				name: "reason",
				type: "bytes"
			}
		],
		stateMutability: "view",
		type: "function"
	}
];
//#endregion
//#region src/abi/quoterAbi.ts
/** Functions, events and errors of `IQuoter`. */
const quoterAbi = [
	{
		inputs: [{
			name: "vault",
			type: "address"
		}],
		name: "DuplicateVault",
		type: "error"
	},
	{
		inputs: [{
			name: "vault",
			type: "address"
		}],
		name: "MixedMarkets",
		type: "error"
	},
	{
		inputs: [],
		name: "NoVaults",
		type: "error"
	},
	{
		inputs: [{
			name: "quantity",
			type: "uint256"
		}, {
			name: "lotSize",
			type: "uint256"
		}],
		name: "NotWholeLots",
		type: "error"
	},
	{
		inputs: [{
			name: "vaults",
			type: "uint256"
		}, {
			name: "maximum",
			type: "uint256"
		}],
		name: "TooManyVaults",
		type: "error"
	},
	{
		inputs: [{
			name: "data",
			type: "bytes"
		}],
		name: "Unexplained",
		type: "error"
	},
	{
		inputs: [{
			name: "vault",
			type: "address"
		}],
		name: "UnknownVault",
		type: "error"
	},
	{
		inputs: [],
		name: "ZeroQuantity",
		type: "error"
	},
	{
		inputs: [
			{
				name: "holder",
				type: "address"
			},
			{
				name: "vaults",
				type: "address[]"
			},
			{
				name: "id",
				type: "uint256"
			},
			{
				name: "quantity",
				type: "uint256"
			},
			{
				name: "gasCost",
				type: "uint256"
			}
		],
		name: "bestSale",
		outputs: [
			{
				components: [
					{
						name: "vault",
						type: "address"
					},
					{
						name: "quantity",
						type: "int256"
					},
					{
						name: "amount",
						type: "uint256"
					}
				],
				name: "parts",
				type: "tuple[]"
			},
			{
				name: "total",
				type: "uint256"
			},
			{
				name: "best",
				type: "uint256"
			}
		],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [
			{
				name: "vaults",
				type: "address[]"
			},
			{
				name: "id",
				type: "uint256"
			},
			{
				name: "quantity",
				type: "int256"
			},
			{
				name: "gasCost",
				type: "uint256"
			}
		],
		name: "bestSplit",
		outputs: [
			{
				components: [
					{
						name: "vault",
						type: "address"
					},
					{
						name: "quantity",
						type: "int256"
					},
					{
						name: "amount",
						type: "uint256"
					}
				],
				name: "parts",
				type: "tuple[]"
			},
			{
				name: "total",
				type: "uint256"
			},
			{
				name: "best",
				type: "uint256"
			}
		],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "vault",
			type: "address"
		}, {
			name: "quantity",
			type: "uint256"
		}],
		name: "chain",
		outputs: [{
			components: [
				{
					name: "spot",
					type: "uint256"
				},
				{
					name: "surface",
					type: "uint8"
				},
				{
					name: "ids",
					type: "uint256[]"
				},
				{
					name: "nets",
					type: "int256[]"
				},
				{
					components: [
						{
							name: "fair",
							type: "uint256"
						},
						{
							name: "volatility",
							type: "uint256"
						},
						{
							name: "forward",
							type: "uint256"
						},
						{
							name: "spotDelta",
							type: "int256"
						},
						{
							components: [
								{
									name: "delta",
									type: "int256"
								},
								{
									name: "gamma",
									type: "int256"
								},
								{
									name: "vega",
									type: "int256"
								},
								{
									name: "theta",
									type: "int256"
								},
								{
									name: "rho",
									type: "int256"
								}
							],
							name: "greeks",
							type: "tuple"
						}
					],
					name: "prices",
					type: "tuple[]"
				},
				{
					name: "asks",
					type: "uint256[]"
				},
				{
					name: "bids",
					type: "uint256[]"
				},
				{
					name: "askReasons",
					type: "bytes4[]"
				},
				{
					name: "bidReasons",
					type: "bytes4[]"
				}
			],
			name: "",
			type: "tuple"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [
			{
				name: "vault",
				type: "address"
			},
			{
				name: "id",
				type: "uint256"
			},
			{
				name: "quantity",
				type: "int256"
			}
		],
		name: "check",
		outputs: [],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "vault",
			type: "address"
		}],
		name: "freshUntil",
		outputs: [{
			name: "",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [
			{
				name: "vault",
				type: "address"
			},
			{
				name: "id",
				type: "uint256"
			},
			{
				name: "buying",
				type: "bool"
			}
		],
		name: "maxQuantity",
		outputs: [{
			name: "",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [
			{
				name: "vault",
				type: "address"
			},
			{
				name: "id",
				type: "uint256"
			},
			{
				name: "quantity",
				type: "int256"
			}
		],
		name: "offer",
		outputs: [
			{
				components: [
					{
						name: "premium",
						type: "uint256"
					},
					{
						name: "fair",
						type: "uint256"
					},
					{
						name: "moveCharge",
						type: "int256"
					},
					{
						name: "rentCharge",
						type: "int256"
					},
					{
						name: "fee",
						type: "uint256"
					},
					{
						name: "clamp",
						type: "uint256"
					},
					{
						name: "volatility",
						type: "uint256"
					},
					{
						name: "spot",
						type: "uint256"
					},
					{
						name: "forward",
						type: "uint256"
					},
					{
						name: "spotDelta",
						type: "int256"
					},
					{
						components: [
							{
								name: "delta",
								type: "int256"
							},
							{
								name: "gamma",
								type: "int256"
							},
							{
								name: "vega",
								type: "int256"
							},
							{
								name: "theta",
								type: "int256"
							},
							{
								name: "rho",
								type: "int256"
							}
						],
						name: "greeks",
						type: "tuple"
					},
					{
						name: "surface",
						type: "uint8"
					},
					{
						name: "bookValue",
						type: "uint256"
					},
					{
						name: "riskCapital",
						type: "uint256"
					},
					{
						name: "actualCapital",
						type: "uint256"
					},
					{
						name: "claim",
						type: "uint256"
					},
					{
						name: "chargeBefore",
						type: "uint256"
					},
					{
						name: "chargeAfter",
						type: "uint256"
					},
					{
						name: "lockBefore",
						type: "uint256"
					},
					{
						name: "lockAfter",
						type: "uint256"
					}
				],
				name: "parts",
				type: "tuple"
			},
			{
				name: "amount",
				type: "uint256"
			},
			{
				name: "revertData",
				type: "bytes"
			}
		],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [
			{
				name: "vault",
				type: "address"
			},
			{
				name: "id",
				type: "uint256"
			},
			{
				name: "quantity",
				type: "int256"
			}
		],
		name: "price",
		outputs: [{
			components: [
				{
					name: "premium",
					type: "uint256"
				},
				{
					name: "fair",
					type: "uint256"
				},
				{
					name: "moveCharge",
					type: "int256"
				},
				{
					name: "rentCharge",
					type: "int256"
				},
				{
					name: "fee",
					type: "uint256"
				},
				{
					name: "clamp",
					type: "uint256"
				},
				{
					name: "volatility",
					type: "uint256"
				},
				{
					name: "spot",
					type: "uint256"
				},
				{
					name: "forward",
					type: "uint256"
				},
				{
					name: "spotDelta",
					type: "int256"
				},
				{
					components: [
						{
							name: "delta",
							type: "int256"
						},
						{
							name: "gamma",
							type: "int256"
						},
						{
							name: "vega",
							type: "int256"
						},
						{
							name: "theta",
							type: "int256"
						},
						{
							name: "rho",
							type: "int256"
						}
					],
					name: "greeks",
					type: "tuple"
				},
				{
					name: "surface",
					type: "uint8"
				},
				{
					name: "bookValue",
					type: "uint256"
				},
				{
					name: "riskCapital",
					type: "uint256"
				},
				{
					name: "actualCapital",
					type: "uint256"
				},
				{
					name: "claim",
					type: "uint256"
				},
				{
					name: "chargeBefore",
					type: "uint256"
				},
				{
					name: "chargeAfter",
					type: "uint256"
				},
				{
					name: "lockBefore",
					type: "uint256"
				},
				{
					name: "lockAfter",
					type: "uint256"
				}
			],
			name: "parts",
			type: "tuple"
		}, {
			name: "amount",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [
			{
				name: "vault",
				type: "address"
			},
			{
				name: "id",
				type: "uint256"
			},
			{
				name: "quantity",
				type: "int256"
			}
		],
		name: "quote",
		outputs: [{
			components: [
				{
					name: "reason",
					type: "bytes4"
				},
				{
					name: "revertData",
					type: "bytes"
				},
				{
					name: "amount",
					type: "uint256"
				},
				{
					components: [
						{
							name: "premium",
							type: "uint256"
						},
						{
							name: "fair",
							type: "uint256"
						},
						{
							name: "moveCharge",
							type: "int256"
						},
						{
							name: "rentCharge",
							type: "int256"
						},
						{
							name: "fee",
							type: "uint256"
						},
						{
							name: "clamp",
							type: "uint256"
						},
						{
							name: "volatility",
							type: "uint256"
						},
						{
							name: "spot",
							type: "uint256"
						},
						{
							name: "forward",
							type: "uint256"
						},
						{
							name: "spotDelta",
							type: "int256"
						},
						{
							components: [
								{
									name: "delta",
									type: "int256"
								},
								{
									name: "gamma",
									type: "int256"
								},
								{
									name: "vega",
									type: "int256"
								},
								{
									name: "theta",
									type: "int256"
								},
								{
									name: "rho",
									type: "int256"
								}
							],
							name: "greeks",
							type: "tuple"
						},
						{
							name: "surface",
							type: "uint8"
						},
						{
							name: "bookValue",
							type: "uint256"
						},
						{
							name: "riskCapital",
							type: "uint256"
						},
						{
							name: "actualCapital",
							type: "uint256"
						},
						{
							name: "claim",
							type: "uint256"
						},
						{
							name: "chargeBefore",
							type: "uint256"
						},
						{
							name: "chargeAfter",
							type: "uint256"
						},
						{
							name: "lockBefore",
							type: "uint256"
						},
						{
							name: "lockAfter",
							type: "uint256"
						}
					],
					name: "parts",
					type: "tuple"
				},
				{
					name: "maxQuantity",
					type: "uint256"
				},
				{
					name: "validUntil",
					type: "uint256"
				},
				{
					name: "stateHash",
					type: "bytes32"
				}
			],
			name: "",
			type: "tuple"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "vault",
			type: "address"
		}],
		name: "stateHash",
		outputs: [{
			name: "",
			type: "bytes32"
		}],
		stateMutability: "view",
		type: "function"
	}
];
//#endregion
//#region src/abi/realisedVolatilityAbi.ts
/** Functions, events and errors of `IRealisedVolatility`. */
const realisedVolatilityAbi = [
	{
		anonymous: false,
		inputs: [
			{
				indexed: false,
				name: "price",
				type: "uint256"
			},
			{
				indexed: false,
				name: "variance",
				type: "uint256"
			},
			{
				indexed: false,
				name: "volatility",
				type: "uint256"
			}
		],
		name: "VolatilityUpdated",
		type: "event"
	},
	{
		inputs: [],
		name: "lastObservation",
		outputs: [{
			name: "price",
			type: "uint256"
		}, {
			name: "observedAt",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "update",
		outputs: [],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [],
		name: "volatility",
		outputs: [{
			name: "",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	}
];
//#endregion
//#region src/abi/redeemQueueAbi.ts
/** Functions, events and errors of `IRedeemQueue`. */
const redeemQueueAbi = [
	{
		inputs: [{
			name: "epoch",
			type: "uint256"
		}],
		name: "AlreadyClosed",
		type: "error"
	},
	{
		inputs: [{
			name: "assets",
			type: "uint256"
		}, {
			name: "claimable",
			type: "uint256"
		}],
		name: "AssetsAboveClaimable",
		type: "error"
	},
	{
		inputs: [{
			name: "vault",
			type: "address"
		}],
		name: "DepositAtVault",
		type: "error"
	},
	{
		inputs: [
			{
				name: "length",
				type: "uint256"
			},
			{
				name: "minimum",
				type: "uint256"
			},
			{
				name: "maximum",
				type: "uint256"
			}
		],
		name: "EpochLengthOutOfBounds",
		type: "error"
	},
	{
		inputs: [{
			name: "epoch",
			type: "uint256"
		}, {
			name: "current",
			type: "uint256"
		}],
		name: "EpochNotFillable",
		type: "error"
	},
	{
		inputs: [{
			name: "epoch",
			type: "uint256"
		}, {
			name: "current",
			type: "uint256"
		}],
		name: "EpochNotOver",
		type: "error"
	},
	{
		inputs: [{
			name: "blockNumber",
			type: "uint256"
		}],
		name: "FilledThisBlock",
		type: "error"
	},
	{
		inputs: [{
			name: "receiver",
			type: "address"
		}],
		name: "InvalidReceiver",
		type: "error"
	},
	{
		inputs: [{
			name: "minimum",
			type: "uint256"
		}, {
			name: "highest",
			type: "uint256"
		}],
		name: "MinimumAboveRange",
		type: "error"
	},
	{
		inputs: [],
		name: "NoCapacity",
		type: "error"
	},
	{
		inputs: [],
		name: "NoPreview",
		type: "error"
	},
	{
		inputs: [{
			name: "account",
			type: "address"
		}, {
			name: "caller",
			type: "address"
		}],
		name: "NotOperator",
		type: "error"
	},
	{
		inputs: [{
			name: "queue",
			type: "address"
		}],
		name: "NotRegistered",
		type: "error"
	},
	{
		inputs: [{
			name: "caller",
			type: "address"
		}],
		name: "NotSelf",
		type: "error"
	},
	{
		inputs: [{
			name: "requestId",
			type: "uint256"
		}, {
			name: "controller",
			type: "address"
		}],
		name: "NothingToClaim",
		type: "error"
	},
	{
		inputs: [{
			name: "epoch",
			type: "uint256"
		}],
		name: "NothingToFill",
		type: "error"
	},
	{
		inputs: [{
			name: "requestId",
			type: "uint256"
		}, {
			name: "controller",
			type: "address"
		}],
		name: "NothingToReturn",
		type: "error"
	},
	{
		inputs: [{
			name: "price",
			type: "uint256"
		}, {
			name: "minimum",
			type: "uint256"
		}],
		name: "PriceBelowMinimum",
		type: "error"
	},
	{
		inputs: [{
			name: "shares",
			type: "uint256"
		}, {
			name: "minimum",
			type: "uint256"
		}],
		name: "RequestTooSmall",
		type: "error"
	},
	{
		inputs: [{
			name: "shares",
			type: "uint256"
		}, {
			name: "claimable",
			type: "uint256"
		}],
		name: "SharesAboveClaimable",
		type: "error"
	},
	{
		inputs: [],
		name: "ZeroAmount",
		type: "error"
	},
	{
		anonymous: false,
		inputs: [{
			indexed: true,
			name: "epoch",
			type: "uint256"
		}, {
			indexed: false,
			name: "shares",
			type: "uint256"
		}],
		name: "BatchClosed",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "epoch",
				type: "uint256"
			},
			{
				indexed: false,
				name: "shares",
				type: "uint256"
			},
			{
				indexed: false,
				name: "assets",
				type: "uint256"
			},
			{
				indexed: false,
				name: "price",
				type: "uint256"
			},
			{
				indexed: false,
				name: "remaining",
				type: "uint256"
			}
		],
		name: "BatchFilled",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "sender",
				type: "address"
			},
			{
				indexed: true,
				name: "owner",
				type: "address"
			},
			{
				indexed: false,
				name: "assets",
				type: "uint256"
			},
			{
				indexed: false,
				name: "shares",
				type: "uint256"
			}
		],
		name: "Deposit",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "epoch",
				type: "uint256"
			},
			{
				indexed: false,
				name: "level",
				type: "uint256"
			},
			{
				indexed: false,
				name: "shares",
				type: "uint256"
			},
			{
				indexed: false,
				name: "price",
				type: "uint256"
			}
		],
		name: "LevelsExcluded",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "controller",
				type: "address"
			},
			{
				indexed: true,
				name: "operator",
				type: "address"
			},
			{
				indexed: false,
				name: "approved",
				type: "bool"
			}
		],
		name: "OperatorSet",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "controller",
				type: "address"
			},
			{
				indexed: true,
				name: "owner",
				type: "address"
			},
			{
				indexed: true,
				name: "requestId",
				type: "uint256"
			},
			{
				indexed: false,
				name: "sender",
				type: "address"
			},
			{
				indexed: false,
				name: "shares",
				type: "uint256"
			}
		],
		name: "RedeemRequest",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "requestId",
				type: "uint256"
			},
			{
				indexed: true,
				name: "controller",
				type: "address"
			},
			{
				indexed: false,
				name: "receiver",
				type: "address"
			},
			{
				indexed: false,
				name: "shares",
				type: "uint256"
			}
		],
		name: "SharesReturned",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [{
			indexed: false,
			name: "shares",
			type: "uint256"
		}],
		name: "SurplusSwept",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "sender",
				type: "address"
			},
			{
				indexed: true,
				name: "receiver",
				type: "address"
			},
			{
				indexed: true,
				name: "owner",
				type: "address"
			},
			{
				indexed: false,
				name: "assets",
				type: "uint256"
			},
			{
				indexed: false,
				name: "shares",
				type: "uint256"
			}
		],
		name: "Withdraw",
		type: "event"
	},
	{
		inputs: [],
		name: "activeClaim",
		outputs: [{
			name: "shares",
			type: "uint256"
		}, {
			name: "epoch",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "asset",
		outputs: [{
			name: "assetTokenAddress",
			type: "address"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "epoch",
			type: "uint256"
		}],
		name: "batchOf",
		outputs: [{
			components: [
				{
					name: "requested",
					type: "uint256"
				},
				{
					name: "filled",
					type: "uint256"
				},
				{
					name: "assets",
					type: "uint256"
				},
				{
					name: "highestLevel",
					type: "uint256"
				},
				{
					name: "excludedFrom",
					type: "uint256"
				},
				{
					name: "filledAt",
					type: "uint256"
				},
				{
					name: "closed",
					type: "bool"
				}
			],
			name: "",
			type: "tuple"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [
			{
				name: "requestId",
				type: "uint256"
			},
			{
				name: "receiver",
				type: "address"
			},
			{
				name: "controller",
				type: "address"
			}
		],
		name: "claim",
		outputs: [{
			name: "assets",
			type: "uint256"
		}, {
			name: "shares",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [{
			name: "requestId",
			type: "uint256"
		}, {
			name: "controller",
			type: "address"
		}],
		name: "claimableRedeemRequest",
		outputs: [{
			name: "claimableShares",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "epoch",
			type: "uint256"
		}],
		name: "close",
		outputs: [{
			name: "shares",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [{
			name: "shares",
			type: "uint256"
		}],
		name: "convertToAssets",
		outputs: [{
			name: "assets",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "assets",
			type: "uint256"
		}],
		name: "convertToShares",
		outputs: [{
			name: "shares",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "currentEpoch",
		outputs: [{
			name: "",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "custody",
		outputs: [{
			name: "",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "assets",
			type: "uint256"
		}, {
			name: "receiver",
			type: "address"
		}],
		name: "deposit",
		outputs: [{
			name: "shares",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [],
		name: "epochLength",
		outputs: [{
			name: "",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "epoch",
			type: "uint256"
		}],
		name: "fill",
		outputs: [{
			name: "shares",
			type: "uint256"
		}, {
			name: "assets",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [{
			name: "requestId",
			type: "uint256"
		}, {
			name: "controller",
			type: "address"
		}],
		name: "giveBack",
		outputs: [{
			name: "shares",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [],
		name: "holder",
		outputs: [{
			name: "",
			type: "address"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "controller",
			type: "address"
		}, {
			name: "operator",
			type: "address"
		}],
		name: "isOperator",
		outputs: [{
			name: "status",
			type: "bool"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "receiver",
			type: "address"
		}],
		name: "maxDeposit",
		outputs: [{
			name: "maxAssets",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "receiver",
			type: "address"
		}],
		name: "maxMint",
		outputs: [{
			name: "maxShares",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "owner",
			type: "address"
		}],
		name: "maxRedeem",
		outputs: [{
			name: "maxShares",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "owner",
			type: "address"
		}],
		name: "maxWithdraw",
		outputs: [{
			name: "maxAssets",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "requestId",
			type: "uint256"
		}],
		name: "minimumPriceOf",
		outputs: [{
			name: "minimum",
			type: "uint256"
		}],
		stateMutability: "pure",
		type: "function"
	},
	{
		inputs: [],
		name: "minimumRequest",
		outputs: [{
			name: "",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "shares",
			type: "uint256"
		}, {
			name: "receiver",
			type: "address"
		}],
		name: "mint",
		outputs: [{
			name: "assets",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [{
			name: "requestId",
			type: "uint256"
		}, {
			name: "controller",
			type: "address"
		}],
		name: "pendingRedeemRequest",
		outputs: [{
			name: "pendingShares",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "assets",
			type: "uint256"
		}],
		name: "previewDeposit",
		outputs: [{
			name: "shares",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "shares",
			type: "uint256"
		}],
		name: "previewMint",
		outputs: [{
			name: "assets",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "shares",
			type: "uint256"
		}],
		name: "previewRedeem",
		outputs: [{
			name: "assets",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "assets",
			type: "uint256"
		}],
		name: "previewWithdraw",
		outputs: [{
			name: "shares",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [
			{
				name: "shares",
				type: "uint256"
			},
			{
				name: "receiver",
				type: "address"
			},
			{
				name: "owner",
				type: "address"
			}
		],
		name: "redeem",
		outputs: [{
			name: "assets",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [
			{
				name: "requestId",
				type: "uint256"
			},
			{
				name: "controller",
				type: "address"
			},
			{
				name: "minimum",
				type: "uint256"
			}
		],
		name: "renew",
		outputs: [{
			name: "newRequestId",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [
			{
				name: "shares",
				type: "uint256"
			},
			{
				name: "controller",
				type: "address"
			},
			{
				name: "owner",
				type: "address"
			}
		],
		name: "requestRedeem",
		outputs: [{
			name: "requestId",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [
			{
				name: "shares",
				type: "uint256"
			},
			{
				name: "controller",
				type: "address"
			},
			{
				name: "owner",
				type: "address"
			},
			{
				name: "minimum",
				type: "uint256"
			}
		],
		name: "requestRedeem",
		outputs: [{
			name: "requestId",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [{
			name: "controller",
			type: "address"
		}],
		name: "requestsOf",
		outputs: [{
			name: "requestIds",
			type: "uint256[]"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "operator",
			type: "address"
		}, {
			name: "approved",
			type: "bool"
		}],
		name: "setOperator",
		outputs: [{
			name: "",
			type: "bool"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [],
		name: "share",
		outputs: [{
			name: "shareTokenAddress",
			type: "address"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "requestId",
			type: "uint256"
		}, {
			name: "controller",
			type: "address"
		}],
		name: "standingOf",
		outputs: [
			{
				name: "claimable",
				type: "uint256"
			},
			{
				name: "assets",
				type: "uint256"
			},
			{
				name: "pending",
				type: "uint256"
			},
			{
				name: "returnable",
				type: "uint256"
			}
		],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "sweep",
		outputs: [{
			name: "shares",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [],
		name: "totalAssets",
		outputs: [{
			name: "totalManagedAssets",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "vault",
		outputs: [{
			name: "",
			type: "address"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [
			{
				name: "assets",
				type: "uint256"
			},
			{
				name: "receiver",
				type: "address"
			},
			{
				name: "owner",
				type: "address"
			}
		],
		name: "withdraw",
		outputs: [{
			name: "shares",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	}
];
//#endregion
//#region src/abi/signedSpotAbi.ts
/** Functions, events and errors of `ISignedSpot`. */
const signedSpotAbi = [
	{
		inputs: [{
			name: "number",
			type: "uint256"
		}],
		name: "AlreadySubmittedInBlock",
		type: "error"
	},
	{
		inputs: [{
			name: "observedAt",
			type: "uint256"
		}, {
			name: "time",
			type: "uint256"
		}],
		name: "ObservedInFuture",
		type: "error"
	},
	{
		inputs: [{
			name: "observedAt",
			type: "uint256"
		}, {
			name: "latest",
			type: "uint256"
		}],
		name: "ObservedOutOfOrder",
		type: "error"
	},
	{
		inputs: [{
			name: "observedAt",
			type: "uint256"
		}, {
			name: "oldest",
			type: "uint256"
		}],
		name: "ObservedTooLongAgo",
		type: "error"
	},
	{
		inputs: [{
			name: "price",
			type: "uint256"
		}, {
			name: "highest",
			type: "uint256"
		}],
		name: "PriceOutOfRange",
		type: "error"
	},
	{
		inputs: [],
		name: "SignedSpotSuspended",
		type: "error"
	},
	{
		anonymous: false,
		inputs: [{
			indexed: true,
			name: "number",
			type: "uint256"
		}, {
			indexed: false,
			name: "price",
			type: "uint256"
		}],
		name: "SpotSigned",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [{
			indexed: false,
			name: "suspended",
			type: "bool"
		}],
		name: "SuspensionChanged",
		type: "event"
	},
	{
		inputs: [],
		name: "confidenceFloor",
		outputs: [{
			name: "",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "price",
			type: "uint256"
		}, {
			name: "observedAt",
			type: "uint256"
		}],
		name: "digestOf",
		outputs: [{
			name: "",
			type: "bytes32"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "market",
		outputs: [{
			name: "",
			type: "string"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "maxAge",
		outputs: [{
			name: "",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "numbers",
		outputs: [{
			name: "latest",
			type: "uint256"
		}, {
			name: "previous",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "number",
			type: "uint256"
		}],
		name: "readAt",
		outputs: [{
			components: [
				{
					name: "price",
					type: "uint256"
				},
				{
					name: "confidence",
					type: "uint256"
				},
				{
					name: "updatedAt",
					type: "uint256"
				}
			],
			name: "reading",
			type: "tuple"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "resume",
		outputs: [],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [{
			components: [
				{
					name: "price",
					type: "uint256"
				},
				{
					name: "observedAt",
					type: "uint256"
				},
				{
					name: "signatures",
					type: "bytes[]"
				}
			],
			name: "signed",
			type: "tuple"
		}],
		name: "submit",
		outputs: [{
			name: "number",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [],
		name: "suspend",
		outputs: [],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [],
		name: "suspended",
		outputs: [{
			name: "",
			type: "bool"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			components: [
				{
					name: "price",
					type: "uint256"
				},
				{
					name: "observedAt",
					type: "uint256"
				},
				{
					name: "signatures",
					type: "bytes[]"
				}
			],
			name: "signed",
			type: "tuple"
		}],
		name: "trySubmit",
		outputs: [{
			name: "latest",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	}
];
//#endregion
//#region src/abi/solvencyLensAbi.ts
/** Functions, events and errors of `ISolvencyLens`. */
const solvencyLensAbi = [{
	inputs: [
		{
			name: "holder",
			type: "address"
		},
		{
			name: "tokens",
			type: "address[]"
		},
		{
			name: "spenders",
			type: "address[]"
		}
	],
	name: "holdingsOf",
	outputs: [
		{
			name: "balances",
			type: "uint256[]"
		},
		{
			name: "allowances",
			type: "uint256[][]"
		},
		{
			name: "native",
			type: "uint256"
		}
	],
	stateMutability: "view",
	type: "function"
}, {
	inputs: [{
		name: "vaults",
		type: "address[]"
	}, {
		components: [{
			name: "vault",
			type: "uint256"
		}, {
			name: "id",
			type: "uint256"
		}],
		name: "settled",
		type: "tuple[]"
	}],
	name: "solvencyOf",
	outputs: [{
		components: [
			{
				name: "vault",
				type: "address"
			},
			{
				name: "tokenBalance",
				type: "uint256"
			},
			{
				components: [
					{
						name: "held",
						type: "uint256"
					},
					{
						name: "reserve",
						type: "uint256"
					},
					{
						name: "feesOwed",
						type: "uint256"
					},
					{
						name: "escrow",
						type: "uint256"
					},
					{
						name: "pledged",
						type: "uint256"
					},
					{
						name: "lock",
						type: "uint256"
					},
					{
						name: "riskCapital",
						type: "uint256"
					},
					{
						name: "recentCharge",
						type: "uint256"
					}
				],
				name: "accounts",
				type: "tuple"
			},
			{
				name: "worstCase",
				type: "uint256"
			},
			{
				name: "unredeemed",
				type: "uint256"
			},
			{
				name: "shareSupply",
				type: "uint256"
			},
			{
				name: "lockCovered",
				type: "bool"
			},
			{
				name: "reserveCovers",
				type: "bool"
			},
			{
				name: "balanceCovers",
				type: "bool"
			},
			{
				name: "supplyMatches",
				type: "bool"
			}
		],
		name: "",
		type: "tuple[]"
	}],
	stateMutability: "view",
	type: "function"
}];
//#endregion
//#region src/abi/vaultFactoryAbi.ts
/** Functions, events and errors of `IVaultFactory`. */
const vaultFactoryAbi = [
	{
		inputs: [{
			name: "expected",
			type: "bytes32"
		}, {
			name: "given",
			type: "bytes32"
		}],
		name: "CodeMismatch",
		type: "error"
	},
	{
		inputs: [{
			name: "module",
			type: "address"
		}],
		name: "NoCode",
		type: "error"
	},
	{
		inputs: [{
			name: "version",
			type: "uint256"
		}],
		name: "UnknownVersion",
		type: "error"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "vault",
				type: "address"
			},
			{
				indexed: true,
				name: "version",
				type: "uint256"
			},
			{
				indexed: true,
				name: "marketId",
				type: "bytes32"
			},
			{
				components: [
					{
						name: "name",
						type: "string"
					},
					{
						name: "symbol",
						type: "string"
					},
					{
						name: "market",
						type: "string"
					},
					{
						name: "kind",
						type: "uint8"
					},
					{
						name: "collateral",
						type: "address"
					},
					{
						name: "oracle",
						type: "address"
					},
					{
						name: "expiryPrice",
						type: "address"
					},
					{
						name: "authority",
						type: "address"
					},
					{
						name: "feeRecipient",
						type: "address"
					},
					{
						components: [
							{
								name: "tickSize",
								type: "uint256"
							},
							{
								name: "lotSize",
								type: "uint256"
							},
							{
								name: "minOrder",
								type: "uint256"
							},
							{
								name: "dailies",
								type: "uint8"
							},
							{
								name: "weeklies",
								type: "uint8"
							},
							{
								name: "monthlies",
								type: "uint8"
							},
							{
								name: "strikesPerExpiry",
								type: "uint8"
							},
							{
								name: "ladderStep",
								type: "uint256"
							},
							{
								name: "minDelta",
								type: "uint256"
							},
							{
								name: "maxDelta",
								type: "uint256"
							},
							{
								name: "minTenor",
								type: "uint256"
							},
							{
								name: "maxTenor",
								type: "uint256"
							}
						],
						name: "series",
						type: "tuple"
					},
					{
						components: [
							{
								name: "riskAversion",
								type: "uint256"
							},
							{
								name: "capacityRent",
								type: "uint256"
							},
							{
								name: "volOfVol",
								type: "uint256"
							},
							{
								name: "spotVolCorrelation",
								type: "int256"
							},
							{
								name: "horizon",
								type: "uint256"
							},
							{
								name: "notionalFee",
								type: "uint256"
							},
							{
								name: "premiumFeeCap",
								type: "uint256"
							},
							{
								name: "chargeFee",
								type: "uint256"
							},
							{
								name: "lockFee",
								type: "uint256"
							},
							{
								name: "stress",
								type: "uint256"
							},
							{
								name: "confidenceFactor",
								type: "uint256"
							}
						],
						name: "risk",
						type: "tuple"
					},
					{
						name: "leastDeposit",
						type: "uint256"
					}
				],
				indexed: false,
				name: "config",
				type: "tuple"
			}
		],
		name: "VaultCreated",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "version",
				type: "uint256"
			},
			{
				indexed: false,
				name: "codeHash",
				type: "bytes32"
			},
			{
				components: [{
					name: "operations",
					type: "address"
				}, {
					name: "shares",
					type: "address"
				}],
				indexed: false,
				name: "modules",
				type: "tuple"
			},
			{
				indexed: false,
				name: "label",
				type: "string"
			}
		],
		name: "VersionRegistered",
		type: "event"
	},
	{
		inputs: [{
			name: "market",
			type: "string"
		}, {
			name: "kind",
			type: "uint8"
		}],
		name: "createOptionToken",
		outputs: [{
			name: "",
			type: "address"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [
			{
				name: "version",
				type: "uint256"
			},
			{
				name: "creationCode",
				type: "bytes"
			},
			{
				components: [
					{
						name: "name",
						type: "string"
					},
					{
						name: "symbol",
						type: "string"
					},
					{
						name: "market",
						type: "string"
					},
					{
						name: "kind",
						type: "uint8"
					},
					{
						name: "collateral",
						type: "address"
					},
					{
						name: "oracle",
						type: "address"
					},
					{
						name: "expiryPrice",
						type: "address"
					},
					{
						name: "authority",
						type: "address"
					},
					{
						name: "feeRecipient",
						type: "address"
					},
					{
						components: [
							{
								name: "tickSize",
								type: "uint256"
							},
							{
								name: "lotSize",
								type: "uint256"
							},
							{
								name: "minOrder",
								type: "uint256"
							},
							{
								name: "dailies",
								type: "uint8"
							},
							{
								name: "weeklies",
								type: "uint8"
							},
							{
								name: "monthlies",
								type: "uint8"
							},
							{
								name: "strikesPerExpiry",
								type: "uint8"
							},
							{
								name: "ladderStep",
								type: "uint256"
							},
							{
								name: "minDelta",
								type: "uint256"
							},
							{
								name: "maxDelta",
								type: "uint256"
							},
							{
								name: "minTenor",
								type: "uint256"
							},
							{
								name: "maxTenor",
								type: "uint256"
							}
						],
						name: "series",
						type: "tuple"
					},
					{
						components: [
							{
								name: "riskAversion",
								type: "uint256"
							},
							{
								name: "capacityRent",
								type: "uint256"
							},
							{
								name: "volOfVol",
								type: "uint256"
							},
							{
								name: "spotVolCorrelation",
								type: "int256"
							},
							{
								name: "horizon",
								type: "uint256"
							},
							{
								name: "notionalFee",
								type: "uint256"
							},
							{
								name: "premiumFeeCap",
								type: "uint256"
							},
							{
								name: "chargeFee",
								type: "uint256"
							},
							{
								name: "lockFee",
								type: "uint256"
							},
							{
								name: "stress",
								type: "uint256"
							},
							{
								name: "confidenceFactor",
								type: "uint256"
							}
						],
						name: "risk",
						type: "tuple"
					},
					{
						name: "leastDeposit",
						type: "uint256"
					}
				],
				name: "config",
				type: "tuple"
			}
		],
		name: "createVault",
		outputs: [{
			name: "vault",
			type: "address"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [{
			name: "candidate",
			type: "address"
		}],
		name: "isVault",
		outputs: [{
			name: "",
			type: "bool"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "oracle",
			type: "address"
		}, {
			name: "kind",
			type: "uint8"
		}],
		name: "marketIdOf",
		outputs: [{
			name: "",
			type: "bytes32"
		}],
		stateMutability: "pure",
		type: "function"
	},
	{
		inputs: [
			{
				name: "codeHash",
				type: "bytes32"
			},
			{
				components: [{
					name: "operations",
					type: "address"
				}, {
					name: "shares",
					type: "address"
				}],
				name: "modules",
				type: "tuple"
			},
			{
				name: "label",
				type: "string"
			}
		],
		name: "registerVersion",
		outputs: [{
			name: "version",
			type: "uint256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [{
			name: "index",
			type: "uint256"
		}],
		name: "vaultAt",
		outputs: [{
			name: "",
			type: "address"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "vaultCount",
		outputs: [{
			name: "",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "marketId",
			type: "bytes32"
		}],
		name: "vaultsOf",
		outputs: [{
			name: "",
			type: "address[]"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "version",
			type: "uint256"
		}],
		name: "versionAt",
		outputs: [{
			components: [
				{
					name: "codeHash",
					type: "bytes32"
				},
				{
					components: [{
						name: "operations",
						type: "address"
					}, {
						name: "shares",
						type: "address"
					}],
					name: "modules",
					type: "tuple"
				},
				{
					name: "label",
					type: "string"
				}
			],
			name: "",
			type: "tuple"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "vault",
			type: "address"
		}],
		name: "versionOf",
		outputs: [{
			name: "",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	}
];
//#endregion
//#region src/abi/vaultRouterAbi.ts
/** Functions, events and errors of `IVaultRouter`. */
const vaultRouterAbi = [
	{
		inputs: [{
			name: "receiver",
			type: "address"
		}],
		name: "BadReceiver",
		type: "error"
	},
	{
		inputs: [{
			name: "deadline",
			type: "uint256"
		}, {
			name: "now_",
			type: "uint256"
		}],
		name: "DeadlinePassed",
		type: "error"
	},
	{
		inputs: [
			{
				name: "leg",
				type: "uint256"
			},
			{
				name: "amount",
				type: "uint256"
			},
			{
				name: "limit",
				type: "uint256"
			}
		],
		name: "LegLimitMissed",
		type: "error"
	},
	{
		inputs: [],
		name: "NoLegs",
		type: "error"
	},
	{
		inputs: [{
			name: "caller",
			type: "address"
		}],
		name: "NotPaying",
		type: "error"
	},
	{
		inputs: [{
			name: "token",
			type: "address"
		}],
		name: "TokenNotTraded",
		type: "error"
	},
	{
		inputs: [{
			name: "legs",
			type: "uint256"
		}, {
			name: "maximum",
			type: "uint256"
		}],
		name: "TooManyLegs",
		type: "error"
	},
	{
		inputs: [
			{
				name: "vault",
				type: "address"
			},
			{
				name: "legs",
				type: "uint256"
			},
			{
				name: "maximum",
				type: "uint256"
			}
		],
		name: "TooManyLegsForVault",
		type: "error"
	},
	{
		inputs: [{
			name: "permits",
			type: "uint256"
		}, {
			name: "maximum",
			type: "uint256"
		}],
		name: "TooManyPermits",
		type: "error"
	},
	{
		inputs: [{
			name: "prices",
			type: "uint256"
		}, {
			name: "maximum",
			type: "uint256"
		}],
		name: "TooManyPrices",
		type: "error"
	},
	{
		inputs: [{
			name: "totals",
			type: "uint256"
		}, {
			name: "maximum",
			type: "uint256"
		}],
		name: "TooManyTotals",
		type: "error"
	},
	{
		inputs: [
			{
				name: "token",
				type: "address"
			},
			{
				name: "netPaid",
				type: "int256"
			},
			{
				name: "limit",
				type: "int256"
			}
		],
		name: "TotalLimitMissed",
		type: "error"
	},
	{
		inputs: [{
			name: "vault",
			type: "address"
		}],
		name: "UnknownVault",
		type: "error"
	},
	{
		inputs: [{
			name: "vault",
			type: "address"
		}],
		name: "VaultNotTraded",
		type: "error"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "trader",
				type: "address"
			},
			{
				indexed: true,
				name: "vault",
				type: "address"
			},
			{
				indexed: true,
				name: "id",
				type: "uint256"
			},
			{
				indexed: false,
				name: "quantity",
				type: "int256"
			}
		],
		name: "LegTraded",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "trader",
				type: "address"
			},
			{
				indexed: true,
				name: "receiver",
				type: "address"
			},
			{
				indexed: false,
				name: "legs",
				type: "uint256"
			}
		],
		name: "OrderExecuted",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "trader",
				type: "address"
			},
			{
				indexed: true,
				name: "vault",
				type: "address"
			},
			{
				indexed: false,
				name: "premium",
				type: "int256"
			}
		],
		name: "VaultTraded",
		type: "event"
	},
	{
		inputs: [
			{
				components: [
					{
						name: "vault",
						type: "address"
					},
					{
						name: "id",
						type: "uint256"
					},
					{
						name: "quantity",
						type: "int256"
					},
					{
						name: "limit",
						type: "uint256"
					}
				],
				name: "legs",
				type: "tuple[]"
			},
			{
				components: [{
					name: "token",
					type: "address"
				}, {
					name: "maxNetPaid",
					type: "int256"
				}],
				name: "totals",
				type: "tuple[]"
			},
			{
				name: "receiver",
				type: "address"
			},
			{
				name: "deadline",
				type: "uint256"
			}
		],
		name: "execute",
		outputs: [{
			name: "premiums",
			type: "int256[]"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [
			{
				components: [
					{
						name: "token",
						type: "address"
					},
					{
						name: "value",
						type: "uint256"
					},
					{
						name: "deadline",
						type: "uint256"
					},
					{
						name: "v",
						type: "uint8"
					},
					{
						name: "r",
						type: "bytes32"
					},
					{
						name: "s",
						type: "bytes32"
					}
				],
				name: "permits",
				type: "tuple[]"
			},
			{
				components: [
					{
						name: "vault",
						type: "address"
					},
					{
						name: "id",
						type: "uint256"
					},
					{
						name: "quantity",
						type: "int256"
					},
					{
						name: "limit",
						type: "uint256"
					}
				],
				name: "legs",
				type: "tuple[]"
			},
			{
				components: [{
					name: "token",
					type: "address"
				}, {
					name: "maxNetPaid",
					type: "int256"
				}],
				name: "totals",
				type: "tuple[]"
			},
			{
				name: "receiver",
				type: "address"
			},
			{
				name: "deadline",
				type: "uint256"
			}
		],
		name: "executeWithPermits",
		outputs: [{
			name: "premiums",
			type: "int256[]"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [
			{
				components: [{
					name: "vault",
					type: "address"
				}, {
					components: [
						{
							name: "price",
							type: "uint256"
						},
						{
							name: "observedAt",
							type: "uint256"
						},
						{
							name: "signatures",
							type: "bytes[]"
						}
					],
					name: "signed",
					type: "tuple"
				}],
				name: "prices",
				type: "tuple[]"
			},
			{
				components: [
					{
						name: "token",
						type: "address"
					},
					{
						name: "value",
						type: "uint256"
					},
					{
						name: "deadline",
						type: "uint256"
					},
					{
						name: "v",
						type: "uint8"
					},
					{
						name: "r",
						type: "bytes32"
					},
					{
						name: "s",
						type: "bytes32"
					}
				],
				name: "permits",
				type: "tuple[]"
			},
			{
				components: [
					{
						name: "vault",
						type: "address"
					},
					{
						name: "id",
						type: "uint256"
					},
					{
						name: "quantity",
						type: "int256"
					},
					{
						name: "limit",
						type: "uint256"
					}
				],
				name: "legs",
				type: "tuple[]"
			},
			{
				components: [{
					name: "token",
					type: "address"
				}, {
					name: "maxNetPaid",
					type: "int256"
				}],
				name: "totals",
				type: "tuple[]"
			},
			{
				name: "receiver",
				type: "address"
			},
			{
				name: "deadline",
				type: "uint256"
			}
		],
		name: "executeWithPrices",
		outputs: [{
			name: "premiums",
			type: "int256[]"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [],
		name: "factory",
		outputs: [{
			name: "",
			type: "address"
		}],
		stateMutability: "view",
		type: "function"
	}
];
//#endregion
//#region src/abi/vaultSwapRouterAbi.ts
/** Functions, events and errors of `IVaultSwapRouter`. */
const vaultSwapRouterAbi = [
	{
		inputs: [{
			name: "path",
			type: "uint256"
		}, {
			name: "length",
			type: "uint256"
		}],
		name: "BadPathLength",
		type: "error"
	},
	{
		inputs: [{
			name: "receiver",
			type: "address"
		}],
		name: "BadReceiver",
		type: "error"
	},
	{
		inputs: [{
			name: "deadline",
			type: "uint256"
		}, {
			name: "now_",
			type: "uint256"
		}],
		name: "DeadlinePassed",
		type: "error"
	},
	{
		inputs: [
			{
				name: "token",
				type: "address"
			},
			{
				name: "available",
				type: "uint256"
			},
			{
				name: "needed",
				type: "uint256"
			}
		],
		name: "FundsExhausted",
		type: "error"
	},
	{
		inputs: [
			{
				name: "leg",
				type: "uint256"
			},
			{
				name: "amount",
				type: "uint256"
			},
			{
				name: "limit",
				type: "uint256"
			}
		],
		name: "LegLimitMissed",
		type: "error"
	},
	{
		inputs: [],
		name: "NoLegs",
		type: "error"
	},
	{
		inputs: [{
			name: "collateral",
			type: "address"
		}],
		name: "NoPath",
		type: "error"
	},
	{
		inputs: [{
			name: "token",
			type: "address"
		}],
		name: "NotAToken",
		type: "error"
	},
	{
		inputs: [
			{
				name: "token",
				type: "address"
			},
			{
				name: "arrived",
				type: "uint256"
			},
			{
				name: "expected",
				type: "uint256"
			}
		],
		name: "NotArrived",
		type: "error"
	},
	{
		inputs: [{
			name: "caller",
			type: "address"
		}],
		name: "NotPaying",
		type: "error"
	},
	{
		inputs: [{
			name: "path",
			type: "uint256"
		}, {
			name: "end",
			type: "address"
		}],
		name: "PathEndsElsewhere",
		type: "error"
	},
	{
		inputs: [
			{
				name: "from",
				type: "address"
			},
			{
				name: "to",
				type: "address"
			},
			{
				name: "amount",
				type: "uint256"
			},
			{
				name: "reason",
				type: "bytes"
			}
		],
		name: "SwapFailed",
		type: "error"
	},
	{
		inputs: [
			{
				name: "from",
				type: "address"
			},
			{
				name: "to",
				type: "address"
			},
			{
				name: "amount",
				type: "uint256"
			},
			{
				name: "left",
				type: "uint256"
			}
		],
		name: "SwapIncomplete",
		type: "error"
	},
	{
		inputs: [{
			name: "token",
			type: "address"
		}],
		name: "TokenNotTraded",
		type: "error"
	},
	{
		inputs: [{
			name: "legs",
			type: "uint256"
		}, {
			name: "maximum",
			type: "uint256"
		}],
		name: "TooManyLegs",
		type: "error"
	},
	{
		inputs: [
			{
				name: "vault",
				type: "address"
			},
			{
				name: "legs",
				type: "uint256"
			},
			{
				name: "maximum",
				type: "uint256"
			}
		],
		name: "TooManyLegsForVault",
		type: "error"
	},
	{
		inputs: [{
			name: "paths",
			type: "uint256"
		}, {
			name: "maximum",
			type: "uint256"
		}],
		name: "TooManyPaths",
		type: "error"
	},
	{
		inputs: [
			{
				name: "token",
				type: "address"
			},
			{
				name: "netPaid",
				type: "int256"
			},
			{
				name: "limit",
				type: "int256"
			}
		],
		name: "TotalLimitMissed",
		type: "error"
	},
	{
		inputs: [{
			name: "vault",
			type: "address"
		}],
		name: "UnknownVault",
		type: "error"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "trader",
				type: "address"
			},
			{
				indexed: true,
				name: "vault",
				type: "address"
			},
			{
				indexed: true,
				name: "id",
				type: "uint256"
			},
			{
				indexed: false,
				name: "quantity",
				type: "int256"
			}
		],
		name: "LegTraded",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "trader",
				type: "address"
			},
			{
				indexed: true,
				name: "receiver",
				type: "address"
			},
			{
				indexed: false,
				name: "legs",
				type: "uint256"
			}
		],
		name: "OrderExecuted",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "trader",
				type: "address"
			},
			{
				indexed: true,
				name: "token",
				type: "address"
			},
			{
				indexed: false,
				name: "netPaid",
				type: "int256"
			}
		],
		name: "OrderSettled",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "trader",
				type: "address"
			},
			{
				indexed: true,
				name: "vault",
				type: "address"
			},
			{
				indexed: false,
				name: "premium",
				type: "int256"
			}
		],
		name: "VaultTraded",
		type: "event"
	},
	{
		inputs: [
			{
				components: [
					{
						name: "vault",
						type: "address"
					},
					{
						name: "id",
						type: "uint256"
					},
					{
						name: "quantity",
						type: "int256"
					},
					{
						name: "limit",
						type: "uint256"
					}
				],
				name: "legs",
				type: "tuple[]"
			},
			{
				components: [
					{
						name: "token",
						type: "address"
					},
					{
						name: "maxNetPaid",
						type: "int256"
					},
					{
						name: "paths",
						type: "bytes[]"
					}
				],
				name: "settlement",
				type: "tuple"
			},
			{
				name: "receiver",
				type: "address"
			},
			{
				name: "deadline",
				type: "uint256"
			}
		],
		name: "execute",
		outputs: [{
			name: "premiums",
			type: "int256[]"
		}, {
			name: "netPaid",
			type: "int256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [
			{
				components: [
					{
						name: "amount",
						type: "uint256"
					},
					{
						name: "nonce",
						type: "uint256"
					},
					{
						name: "deadline",
						type: "uint256"
					},
					{
						name: "signature",
						type: "bytes"
					}
				],
				name: "permit",
				type: "tuple"
			},
			{
				components: [
					{
						name: "vault",
						type: "address"
					},
					{
						name: "id",
						type: "uint256"
					},
					{
						name: "quantity",
						type: "int256"
					},
					{
						name: "limit",
						type: "uint256"
					}
				],
				name: "legs",
				type: "tuple[]"
			},
			{
				components: [
					{
						name: "token",
						type: "address"
					},
					{
						name: "maxNetPaid",
						type: "int256"
					},
					{
						name: "paths",
						type: "bytes[]"
					}
				],
				name: "settlement",
				type: "tuple"
			},
			{
				name: "receiver",
				type: "address"
			},
			{
				name: "deadline",
				type: "uint256"
			}
		],
		name: "executeWithPermit2",
		outputs: [{
			name: "premiums",
			type: "int256[]"
		}, {
			name: "netPaid",
			type: "int256"
		}],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [],
		name: "factory",
		outputs: [{
			name: "",
			type: "address"
		}],
		stateMutability: "view",
		type: "function"
	}
];
//#endregion
//#region src/abi/volatilitySurfaceAbi.ts
/** Functions, events and errors of `IVolatilitySurface`. */
const volatilitySurfaceAbi = [
	{
		inputs: [{
			name: "blockNumber",
			type: "uint256"
		}],
		name: "AlreadyReportedInBlock",
		type: "error"
	},
	{
		inputs: [{
			name: "expiry",
			type: "uint256"
		}, {
			name: "time",
			type: "uint256"
		}],
		name: "ExpiryOutOfRange",
		type: "error"
	},
	{
		inputs: [{
			name: "observedAt",
			type: "uint256"
		}, {
			name: "time",
			type: "uint256"
		}],
		name: "ObservedInFuture",
		type: "error"
	},
	{
		inputs: [{
			name: "observedAt",
			type: "uint256"
		}, {
			name: "latest",
			type: "uint256"
		}],
		name: "ObservedOutOfOrder",
		type: "error"
	},
	{
		inputs: [{
			name: "observedAt",
			type: "uint256"
		}, {
			name: "oldest",
			type: "uint256"
		}],
		name: "ObservedTooLongAgo",
		type: "error"
	},
	{
		inputs: [{
			name: "round",
			type: "uint256"
		}, {
			name: "latest",
			type: "uint256"
		}],
		name: "RoundOutOfOrder",
		type: "error"
	},
	{
		inputs: [],
		name: "SurfaceAbsent",
		type: "error"
	},
	{
		anonymous: false,
		inputs: [{
			indexed: true,
			name: "round",
			type: "uint64"
		}],
		name: "PendingCleared",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "round",
				type: "uint64"
			},
			{
				indexed: false,
				name: "distance",
				type: "uint256"
			},
			{
				indexed: false,
				name: "allowance",
				type: "uint256"
			}
		],
		name: "SurfacePending",
		type: "event"
	},
	{
		anonymous: false,
		inputs: [
			{
				indexed: true,
				name: "round",
				type: "uint64"
			},
			{
				indexed: false,
				name: "observedAt",
				type: "uint64"
			},
			{
				indexed: false,
				name: "confidence",
				type: "uint256"
			},
			{
				indexed: false,
				name: "expiries",
				type: "uint256[]"
			},
			{
				indexed: false,
				name: "slices",
				type: "uint256[]"
			}
		],
		name: "SurfaceReported",
		type: "event"
	},
	{
		inputs: [{
			name: "expiry",
			type: "uint256"
		}],
		name: "curveOf",
		outputs: [{
			components: [
				{
					name: "near",
					type: "uint256"
				},
				{
					name: "nearWeight",
					type: "uint256"
				},
				{
					name: "far",
					type: "uint256"
				},
				{
					name: "farWeight",
					type: "uint256"
				}
			],
			name: "curve",
			type: "tuple"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "packedExpiries",
			type: "uint256"
		}],
		name: "curvesFor",
		outputs: [
			{
				components: [
					{
						name: "near",
						type: "uint256"
					},
					{
						name: "nearWeight",
						type: "uint256"
					},
					{
						name: "far",
						type: "uint256"
					},
					{
						name: "farWeight",
						type: "uint256"
					}
				],
				name: "curves",
				type: "tuple[]"
			},
			{
				name: "confidence",
				type: "uint256"
			},
			{
				name: "status",
				type: "uint8"
			}
		],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			components: [
				{
					name: "round",
					type: "uint64"
				},
				{
					name: "observedAt",
					type: "uint64"
				},
				{
					name: "confidence",
					type: "uint128"
				},
				{
					name: "expiries",
					type: "uint256[]"
				},
				{
					name: "slices",
					type: "uint256[]"
				}
			],
			name: "report",
			type: "tuple"
		}],
		name: "digestOf",
		outputs: [{
			name: "",
			type: "bytes32"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			components: [
				{
					name: "round",
					type: "uint64"
				},
				{
					name: "observedAt",
					type: "uint64"
				},
				{
					name: "confidence",
					type: "uint128"
				},
				{
					name: "expiries",
					type: "uint256[]"
				},
				{
					name: "slices",
					type: "uint256[]"
				}
			],
			name: "report",
			type: "tuple"
		}],
		name: "preview",
		outputs: [
			{
				name: "admissible",
				type: "bool"
			},
			{
				name: "step",
				type: "uint256"
			},
			{
				name: "drift",
				type: "uint256"
			},
			{
				name: "allowance",
				type: "uint256"
			}
		],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "rounds",
		outputs: [{
			name: "latest",
			type: "uint64"
		}, {
			name: "pending",
			type: "uint64"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [],
		name: "status",
		outputs: [{
			name: "status",
			type: "uint8"
		}, {
			name: "confidence",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			components: [
				{
					name: "round",
					type: "uint64"
				},
				{
					name: "observedAt",
					type: "uint64"
				},
				{
					name: "confidence",
					type: "uint128"
				},
				{
					name: "expiries",
					type: "uint256[]"
				},
				{
					name: "slices",
					type: "uint256[]"
				}
			],
			name: "report",
			type: "tuple"
		}, {
			name: "signatures",
			type: "bytes[]"
		}],
		name: "submit",
		outputs: [],
		stateMutability: "nonpayable",
		type: "function"
	},
	{
		inputs: [],
		name: "surface",
		outputs: [
			{
				name: "observedAt",
				type: "uint256"
			},
			{
				name: "expiries",
				type: "uint256[]"
			},
			{
				name: "slices",
				type: "uint256[]"
			}
		],
		stateMutability: "view",
		type: "function"
	},
	{
		inputs: [{
			name: "k",
			type: "int256"
		}, {
			name: "expiry",
			type: "uint256"
		}],
		name: "volatility",
		outputs: [{
			name: "",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	}
];
//#endregion
exports.errorsAbi = require_errorsAbi.errorsAbi;
exports.expiryPriceAbi = expiryPriceAbi;
exports.optionTokenAbi = optionTokenAbi;
exports.optionVaultAbi = optionVaultAbi;
exports.premiumOracleAbi = premiumOracleAbi;
exports.priceFeedAbi = priceFeedAbi;
exports.quoterAbi = quoterAbi;
exports.realisedVolatilityAbi = realisedVolatilityAbi;
exports.redeemQueueAbi = redeemQueueAbi;
exports.signedSpotAbi = signedSpotAbi;
exports.solvencyLensAbi = solvencyLensAbi;
exports.vaultFactoryAbi = vaultFactoryAbi;
exports.vaultRouterAbi = vaultRouterAbi;
exports.vaultSwapRouterAbi = vaultSwapRouterAbi;
exports.volatilitySurfaceAbi = volatilitySurfaceAbi;
