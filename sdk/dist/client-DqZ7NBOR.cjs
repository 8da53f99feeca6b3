const require_ContractError = require("./ContractError-CWQsBQW6.cjs");
const require_PermitError = require("./PermitError-B_qUPC0c.cjs");
const require_NodeError = require("./NodeError-CSp6Xs5y.cjs");
const require_toWad = require("./toWad-CA4nFVt1.cjs");
const require_OptionKind = require("./OptionKind-BUpj3jkS.cjs");
const require_constants = require("./constants-DMXbvM9i.cjs");
const require_fromWad = require("./fromWad-BQqWw-5P.cjs");
const require_SpotError = require("./SpotError-CSpxVHFO.cjs");
let ox_Address = require("ox/Address");
let ox_TypedData = require("ox/TypedData");
//#region src/rpc/explained.ts
/** Waits for a call and turns a contract's refusal into a `ContractError`; other failures pass as they are. */
async function explained(call) {
	try {
		return await call;
	} catch (error) {
		const data = require_PermitError.revertDataOf(error);
		throw data === void 0 ? error : await refusalOf(data);
	}
}
/** Revert data in words. The guide to all errors is loaded when the first one comes: most visits need none of it. */
async function refusalOf(data) {
	const { toContractError } = await Promise.resolve().then(() => require("./toContractError-BCLEOdXq.cjs")).then((n) => n.toContractError_exports);
	return toContractError(data);
}
//#endregion
//#region src/rpc/blockOf.ts
/** A block by its number, the latest by default. */
async function blockOf({ provider }, number) {
	const tag = number === void 0 ? "latest" : require_ContractError.toQuantity(number);
	const answer = await provider.request({
		method: "eth_getBlockByNumber",
		params: [tag, false]
	});
	if (typeof answer === "object" && answer !== null && "number" in answer && "timestamp" in answer) return {
		number: BigInt(String(answer.number)),
		timestamp: BigInt(String(answer.timestamp))
	};
	throw new require_NodeError.NodeError({
		expected: `a node that knows block ${number === void 0 ? "latest" : String(number)}`,
		got: "none",
		action: "connect to a node that is in step with the chain"
	});
}
//#endregion
//#region src/rpc/multicall3Abi.ts
/** Where Multicall3 is, on every chain that has it. */
const MULTICALL3 = "0xcA11bde05977b3631167028862bE2a173976CA11";
/** What is asked of it. */
const multicall3Abi = [{
	type: "function",
	name: "aggregate3",
	stateMutability: "payable",
	inputs: [{
		name: "calls",
		type: "tuple[]",
		components: [
			{
				name: "target",
				type: "address"
			},
			{
				name: "allowFailure",
				type: "bool"
			},
			{
				name: "callData",
				type: "bytes"
			}
		]
	}],
	outputs: [{
		name: "returnData",
		type: "tuple[]",
		components: [{
			name: "success",
			type: "bool"
		}, {
			name: "returnData",
			type: "bytes"
		}]
	}]
}];
//#endregion
//#region src/rpc/read.ts
/**
* What a contract answers, or what a transaction would return, without sending anything.
* @throws ContractError where it refuses
* @throws NodeError where there is no such contract at the address
*/
async function read(connection, call, options = {}) {
	const known = call;
	const data = require_ContractError.encodeCall(known);
	return require_ContractError.decodeAnswer(known, await explained(ask$1(connection, {
		to: call.address,
		data
	}, options)));
}
/** One `eth_call`. */
async function ask$1({ provider }, { to, data }, { from, block }) {
	const transaction = {
		...from === void 0 ? {} : { from },
		to,
		data
	};
	const tag = block === void 0 ? "latest" : require_ContractError.toQuantity(block);
	const answer = await provider.request({
		method: "eth_call",
		params: [transaction, tag]
	});
	if (require_ContractError.isHex(answer)) return answer;
	throw new require_NodeError.NodeError({
		expected: "bytes from eth_call",
		got: String(answer),
		action: "check the node"
	});
}
//#endregion
//#region src/rpc/readBatch.ts
/** Whether a provider's chain has Multicall3: asked once. */
const known$1 = /* @__PURE__ */ new WeakMap();
/**
* A call for `readBatch`, typed by its ABI.
* @example
* const call = batchCall({ address: client.deployment.quoter, abi: quoterAbi, functionName: "freshUntil", args: [vault] });
* const { results } = await readBatch(client, { calls: [call] });
*/
function batchCall(call) {
	return call;
}
/**
* Many reads at one block: one request where the chain has Multicall3, else one each at the same block number. What a batch has
* too little gas for is asked by itself.
* @throws ContractError the first call's that a contract refuses
* @example
* const { results, block } = await readBatch(client, {
*   calls: client.vaults.map(({ address }) => batchCall({ address, abi: optionVaultAbi, functionName: "accounts", args: [] })),
* });
*/
async function readBatch(connection, { calls, block: number }) {
	const [block, hasMulticall] = await Promise.all([blockOf(connection, number), calls.length > 1 ? multicallIn(connection) : false]);
	const data = calls.map(require_ContractError.encodeCall);
	const alone = async (index) => explained(ask$1(connection, {
		to: calls[index]?.address ?? "",
		data: data[index] ?? "0x"
	}, { block: block.number }));
	const answers = hasMulticall ? await together(connection, {
		calls,
		data,
		block: block.number,
		alone
	}) : await Promise.all(calls.map((_, index) => alone(index)));
	return {
		results: calls.map((call, index) => require_ContractError.decodeAnswer(call, answers[index] ?? "0x")),
		block
	};
}
async function together(connection, { calls, data, block, alone }) {
	const answers = await read(connection, {
		address: MULTICALL3,
		abi: multicall3Abi,
		functionName: "aggregate3",
		args: [calls.map(({ address }, index) => ({
			target: address,
			allowFailure: true,
			callData: data[index] ?? "0x"
		}))]
	}, { block }).catch(() => void 0);
	return Promise.all(calls.map(async (_, index) => {
		const answer = answers?.[index];
		if (answer === void 0 || !answer.success && answer.returnData === "0x") return alone(index);
		if (!answer.success) throw await refusalOf(answer.returnData);
		return answer.returnData;
	}));
}
function multicallIn({ provider }) {
	const asked = known$1.get(provider) ?? provider.request({
		method: "eth_getCode",
		params: ["0xcA11bde05977b3631167028862bE2a173976CA11", "latest"]
	}).then((code) => typeof code === "string" && code !== "0x" && code !== require_ContractError.toQuantity(0));
	known$1.set(provider, asked);
	asked.catch(() => known$1.delete(provider));
	return asked;
}
//#endregion
//#region src/units/fromTokenUnits.ts
/**
* The double nearest to an amount in token units, given the token's decimals. For display and double-precision maths,
* not for transfers.
*/
function fromTokenUnits(amount, decimals) {
	return Number(`${amount}e-${decimals}`);
}
//#endregion
//#region src/client/marketOf.ts
/**
* A market by its name; by default the one that the client was connected with, or the deployment's only one.
* @throws OrderError where there is none of the name, or none was named and there are several
* @example
* const { quote, vaults } = marketOf(client, "WETH/USDC");
*/
function marketOf({ markets, market }, name = market) {
	const found = markets.find((candidate) => candidate.name === name);
	if (found !== void 0) return found;
	throw new require_toWad.OrderError({
		expected: `a market of the deployment (${markets.map((known) => known.name).join(", ") || "it has none"})`,
		got: name ?? "none",
		action: "name one of them"
	});
}
//#endregion
//#region src/client/connect.ts
const POLLING_INTERVAL = 1e3;
/**
* A client for all markets of a deployment. Asks nothing of the network.
* @param provider a browser wallet, `fromEthers(signer)`, `fromViem(walletClient)`, or any other that passes requests on
* @throws OrderError where the deployment has no such market
* @example
* const reading = connect(provider, deployment);
* const trading = connect(provider, deployment, { market: "WETH/USDC", account });
*/
function connect(provider, deployment, { market, account, pollingInterval = POLLING_INTERVAL } = {}) {
	const markets = deployment.markets.map(toMarket);
	const client = {
		provider,
		account,
		pollingInterval,
		deployment,
		markets,
		vaults: markets.flatMap(({ vaults }) => vaults),
		market: market ?? (markets.length === 1 ? markets[0]?.name : void 0)
	};
	if (market !== void 0) marketOf(client, market);
	return client;
}
function toMarket(info) {
	return {
		...info,
		vaults: info.vaults.map((vault) => ({
			...vault,
			market: info.name,
			kind: vault.kind === "call" ? require_OptionKind.OptionKind.Call : require_OptionKind.OptionKind.Put,
			collateral: vault.kind === "call" ? info.underlying : info.quote
		}))
	};
}
//#endregion
//#region src/client/vaultAt.ts
/**
* The vault at an address, of those in the deployment.
* @throws OrderError where it has no such vault
* @example
* const { collateral, market } = vaultAt(client, vault.address);
*/
function vaultAt(client, address) {
	const vault = client.vaults.find((candidate) => require_ContractError.isSame(candidate.address, address));
	if (vault !== void 0) return vault;
	throw new require_toWad.OrderError({
		expected: `a vault of the deployment (${client.vaults.map(({ symbol }) => symbol).join(", ")})`,
		got: address,
		action: "take the address from the deployment's addresses"
	});
}
//#endregion
//#region src/client/requireChain.ts
/**
* Requires that the client's node is of the chain that its deployment is on: at the same addresses of another chain
* there may be anything. The node itself is asked each time: a wallet may change its chain.
* @throws WrongChainError where it is not
* @example
* await requireChain(client);
*/
async function requireChain({ provider, deployment }) {
	const expected = BigInt(deployment.chainId);
	const got = BigInt(String(await provider.request({
		method: "eth_chainId",
		params: []
	})));
	if (got !== expected) throw new require_PermitError.WrongChainError({
		expected,
		got
	});
}
//#endregion
//#region src/client/abis.ts
/** What the client calls of `IOptionVault`. */
const optionVaultAbi = [
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
		name: "decimals",
		outputs: [{
			name: "",
			type: "uint8"
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
		inputs: [],
		name: "totalSupply",
		outputs: [{
			name: "",
			type: "uint256"
		}],
		stateMutability: "view",
		type: "function"
	}
];
/** What the client calls of `IOptionToken`. */
const optionTokenAbi = [
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
	}
];
/** What the client calls of `IQuoter`. */
const quoterAbi = [
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
	}
];
/** What the client calls of `IVaultRouter`. */
const vaultRouterAbi = [
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
	}
];
/** What the client calls of `IVaultSwapRouter`. */
const vaultSwapRouterAbi = [{
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
}, {
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
}];
/** What the client calls of `IRedeemQueue`. */
const redeemQueueAbi = [
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
	}
];
/** What the client calls of `ISignedSpot`. */
const signedSpotAbi = [{
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
}];
/** What the client calls of `IVolatilitySurface`. */
const volatilitySurfaceAbi = [{
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
}];
/** What the client calls of `IPremiumOracle`. */
const premiumOracleAbi = [{
	inputs: [],
	name: "feed",
	outputs: [{
		name: "",
		type: "address"
	}],
	stateMutability: "view",
	type: "function"
}];
/** What the client calls of `IPriceFeed`. */
const priceFeedAbi = [{
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
}];
/** What a vault emits. */
const vaultEventsAbi = [
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
	}
];
/** What a redeem queue emits. */
const queueEventsAbi = [
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
	}
];
/** What a surface emits. */
const surfaceEventsAbi = [
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
	}
];
/** What signed spot prices emit. */
const signedSpotEventsAbi = [{
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
}, {
	anonymous: false,
	inputs: [{
		indexed: false,
		name: "suspended",
		type: "bool"
	}],
	name: "SuspensionChanged",
	type: "event"
}];
//#endregion
//#region src/client/optionChain.ts
/**
* All listed series of a market with Greeks, volatility, and the best bid and ask over its vaults, at one block.
* @throws OrderError where the size is not above zero
* @throws ContractError where the market has no price now
* @example
* const rows = await optionChain(client, { market: "WETH/USDC", quantity: "0.5" });
* const puts = rows.filter(({ kind, ask }) => kind === OptionKind.Put && ask !== undefined);
*/
async function optionChain(client, parameters = {}) {
	const quantity = require_toWad.toWad(parameters.quantity ?? require_constants.WAD, "quantity");
	if (quantity <= 0n) throw new require_toWad.OrderError({
		expected: "a size above zero, for which both sides are asked",
		got: require_ContractError.formatWad(quantity),
		action: "give the size without a sign"
	});
	const { vaults } = marketOf(client, parameters.market);
	const { quoter: address } = client.deployment;
	const { results, block } = await readBatch(client, { calls: vaults.map((vault) => batchCall({
		address,
		abi: quoterAbi,
		functionName: "chain",
		args: [vault.address, quantity]
	})) });
	const listed = results.flatMap((chain, index) => {
		const vault = vaults[index];
		return vault === void 0 ? [] : listingsOf(vault, chain);
	});
	const byOption = /* @__PURE__ */ new Map();
	for (const listing of listed) {
		const { id, vault } = listing;
		if (parameters.expiry !== void 0 && require_ContractError.parseSeriesId(id).expiry !== parameters.expiry) continue;
		const key = `${vault.kind}:${id}`;
		byOption.set(key, [...byOption.get(key) ?? [], listing]);
	}
	const now = Number(block.timestamp);
	return [...byOption.values()].map((listings) => rowOf(listings, {
		size: require_fromWad.fromWad(quantity),
		now
	})).filter((row) => row !== void 0).sort((a, b) => compare(a.expiry, b.expiry) || compare(a.strike, b.strike) || a.kind - b.kind);
}
function listingsOf(vault, chain) {
	const taken = (amounts, reasons, row) => BigInt(reasons[row] ?? 0) === 0n ? amounts[row] : void 0;
	return chain.prices.map((price, row) => ({
		vault,
		id: chain.ids[row] ?? 0n,
		spot: chain.spot,
		net: chain.nets[row] ?? 0n,
		price,
		ask: taken(chain.asks, chain.askReasons, row),
		bid: taken(chain.bids, chain.bidReasons, row)
	}));
}
function rowOf(listings, { size, now }) {
	const [first] = listings;
	if (first === void 0) return void 0;
	const { id, vault, price } = first;
	const { expiry, strike } = require_ContractError.parseSeriesId(id);
	const spot = require_fromWad.fromWad(first.spot);
	const unit = vault.kind === require_OptionKind.OptionKind.Call ? spot : 1;
	const sides = (side) => listings.flatMap((listing) => {
		const amount = listing[side];
		if (amount === void 0) return [];
		const { decimals } = listing.vault.collateral;
		return [{
			price: fromTokenUnits(amount, decimals) / size * unit,
			vault: listing.vault
		}];
	});
	const ask = sides("ask").sort((a, b) => a.price - b.price)[0];
	const bid = sides("bid").sort((a, b) => b.price - a.price)[0];
	const volatility = require_fromWad.fromWad(price.volatility);
	const vega = require_fromWad.fromWad(price.greeks.vega) * unit;
	const years = (Number(expiry) - now) / require_constants.SECONDS_PER_YEAR;
	const curvature = spot ** 2 * volatility * years;
	return {
		kind: vault.kind,
		id,
		expiry,
		strike,
		...bid === void 0 ? {} : { bid },
		...ask === void 0 ? {} : { ask },
		fair: require_fromWad.fromWad(price.fair) * unit,
		volatility,
		delta: require_fromWad.fromWad(price.spotDelta),
		gamma: curvature > 0 ? vega / curvature : 0,
		vega,
		theta: require_fromWad.fromWad(price.greeks.theta) * unit,
		openInterest: listings.reduce((sum, { net }) => sum + require_fromWad.fromWad(net), 0)
	};
}
function compare(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
//#endregion
//#region src/client/quote.ts
/**
* Asks the quoter for the price of a trade; a refusal is part of the answer, not an exception.
* @throws DomainError where the quantity is no decimal number
* @example
* const { amount, maxQuantity, refusal } = await quote(client, { vault: vault.address, id, quantity: "0.5" });
*/
async function quote(client, { vault, id, quantity }) {
	const args = [
		vault,
		id,
		require_toWad.toWad(quantity, "quantity")
	];
	const { amount, parts, maxQuantity, validUntil, stateHash, reason, revertData } = await read(client, {
		address: client.deployment.quoter,
		abi: quoterAbi,
		functionName: "quote",
		args
	});
	return {
		amount,
		parts,
		maxQuantity,
		validUntil,
		stateHash,
		...BigInt(reason) === 0n ? {} : { refusal: await refusalOf(revertData) }
	};
}
//#endregion
//#region src/client/offer.ts
const NO_ERROR = "0x";
/**
* As `quote`, without its search for the largest quantity: many times cheaper for the node that is asked.
* @throws DomainError where the quantity is no decimal number
* @example
* const { amount, refusal } = await offer(client, { vault: vault.address, id, quantity: 1 });
*/
async function offer(client, { vault, id, quantity }) {
	const args = [
		vault,
		id,
		require_toWad.toWad(quantity, "quantity")
	];
	const [parts, amount, revertData] = await read(client, {
		address: client.deployment.quoter,
		abi: quoterAbi,
		functionName: "offer",
		args
	});
	return {
		amount,
		parts,
		...revertData === NO_ERROR ? {} : { refusal: await refusalOf(revertData) }
	};
}
//#endregion
//#region src/client/firstRefusal.ts
/** The reason of the first vault that refuses its trade; nothing where all take theirs. */
async function firstRefusal(client, trades) {
	return (await Promise.all(trades.map((trade) => offer(client, trade)))).find(({ refusal }) => refusal !== void 0)?.refusal;
}
/** `NotEnoughCapacity(uint256 lots, uint256 capacity)`: the second word after the selector. */
const CAPACITY_AT = 74;
/**
* How many lots the vaults would take, where a split failed because that is too few: the quoter says how many and not
* why. Nothing where it failed for another reason.
*/
function capacityOf(error) {
	if (!(error instanceof require_ContractError.ContractError) || error.errorName !== "NotEnoughCapacity") return void 0;
	return BigInt(`0x${error.data.slice(CAPACITY_AT)}`);
}
//#endregion
//#region src/client/toSplit.ts
/**
* The quoter's answer, with the vaults that were asked.
* @param none what it says of the best single vault where none takes it all
* @throws OrderError where it names another vault
*/
function toSplit([parts, total, best], { id, vaults, none }) {
	return {
		id,
		parts: parts.map((part) => ({
			vault: known(vaults, part.vault),
			quantity: part.quantity,
			amount: part.amount
		})),
		total,
		...best === none ? {} : { bestSingle: best }
	};
}
function known(vaults, address) {
	const vault = vaults.find((candidate) => require_ContractError.isSame(candidate.address, address));
	if (vault !== void 0) return vault;
	throw new require_toWad.OrderError({
		expected: "a split over the vaults that were asked",
		got: address,
		action: "check the quoter's address"
	});
}
//#endregion
//#region src/client/bestSplit.ts
const NONE_WHEN_BUYING = 2n ** 256n - 1n;
const NONE_WHEN_SELLING = 0n;
/**
* The cheapest split of an order over the vaults of its kind that list the series, as the contracts find it.
* @throws OrderError where none lists it
* @throws ContractError where the vaults do not take the order; where they take none of it, with a vault's own reason
* @example
* const [row] = await optionChain(client);
* const { parts, total, bestSingle } = await bestSplit(client, { ...row, quantity: 2 });
*/
async function bestSplit(client, parameters) {
	const { kind, gasCost = 0n } = parameters;
	const id = require_ContractError.toSeriesId(parameters.expiry, parameters.strike);
	const quantity = require_toWad.toWad(parameters.quantity, "quantity");
	const candidates = marketOf(client, parameters.market).vaults.filter((vault) => vault.kind === kind);
	const { results: listed } = await readBatch(client, { calls: candidates.map(({ address }) => batchCall({
		address,
		abi: optionVaultAbi,
		functionName: "isListed",
		args: [id]
	})) });
	const vaults = candidates.filter((_, index) => listed[index]);
	if (vaults.length === 0) throw new require_toWad.OrderError({
		expected: "a series that some vault lists",
		got: `strike ${require_ContractError.formatWad(require_toWad.toWad(parameters.strike))} expiring ${parameters.expiry}`,
		action: "choose one of the option chain"
	});
	const addresses = vaults.map(({ address }) => address);
	try {
		const args = [
			addresses,
			id,
			quantity,
			gasCost
		];
		const call = {
			address: client.deployment.quoter,
			abi: quoterAbi,
			functionName: "bestSplit",
			args
		};
		const none = quantity > 0n ? NONE_WHEN_BUYING : NONE_WHEN_SELLING;
		return toSplit(await read(client, call), {
			id,
			vaults,
			none
		});
	} catch (error) {
		if (capacityOf(error) !== 0n) throw error;
		throw await firstRefusal(client, addresses.map((vault) => ({
			vault,
			id,
			quantity
		}))) ?? error;
	}
}
//#endregion
//#region src/client/bestSale.ts
const NONE = 0n;
/**
* Where a sale brings most: split over the vaults of its kind as the quoter finds it, within what is held of each.
* Options of different vaults are different tokens, and each goes back to the vault that wrote it.
* @throws OrderError where less is held than is to be sold
* @throws ContractError where the vaults do not take it, with a vault's own reason
* @example
* const { kind, expiry, strike } = held;
* const { parts, total } = await bestSale(client, { holder: account, kind, expiry, strike, quantity: "0.5" });
*/
async function bestSale(client, parameters) {
	const { holder, kind, gasCost = 0n } = parameters;
	const id = require_ContractError.toSeriesId(parameters.expiry, parameters.strike);
	const quantity = require_toWad.toWad(parameters.quantity, "quantity");
	if (quantity <= 0n) throw new require_toWad.OrderError({
		expected: "a quantity above zero to sell",
		got: require_ContractError.formatWad(quantity),
		action: "give the quantity without a sign"
	});
	const stocks = await stocksOf(client, {
		holder,
		vaults: marketOf(client, parameters.market).vaults.filter((vault) => vault.kind === kind),
		id
	});
	const total = stocks.reduce((sum, { balance }) => sum + balance, 0n);
	if (total < quantity) throw new require_toWad.OrderError({
		expected: `${require_ContractError.formatWad(quantity)} options to sell at ${holder}`,
		got: require_ContractError.formatWad(total),
		action: "sell what is held"
	});
	const vaults = stocks.map(({ vault }) => vault);
	try {
		const args = [
			holder,
			vaults.map(({ address }) => address),
			id,
			quantity,
			gasCost
		];
		return toSplit(await read(client, {
			address: client.deployment.quoter,
			abi: quoterAbi,
			functionName: "bestSale",
			args
		}), {
			id,
			vaults,
			none: NONE
		});
	} catch (error) {
		if (capacityOf(error) === void 0) throw error;
		throw await firstRefusal(client, stocks.map(({ vault, balance }) => ({
			vault: vault.address,
			id,
			quantity: balance < quantity ? -balance : -quantity
		}))) ?? error;
	}
}
/** What is held of a series, vault by vault. */
async function stocksOf(client, { holder, vaults, id }) {
	const { results } = await readBatch(client, { calls: vaults.map(({ optionToken }) => batchCall({
		address: optionToken,
		abi: optionTokenAbi,
		functionName: "balanceOf",
		args: [holder, id]
	})) });
	return vaults.map((vault, index) => ({
		vault,
		balance: results[index] ?? 0n
	})).filter(({ balance }) => balance > 0n);
}
//#endregion
//#region src/client/collateralOf.ts
/**
* The address of a vault's collateral, in lower case.
* @throws OrderError where the deployment has no such vault
*/
function collateralOf(client, vault) {
	return vaultAt(client, vault).collateral.address.toLowerCase();
}
//#endregion
//#region src/client/vaultOrders.ts
/** An order's legs grouped by vault, in the order of the vaults' first legs: as the routers run them. */
function vaultOrders(legs) {
	const orders = /* @__PURE__ */ new Map();
	for (const leg of legs) {
		const key = leg.vault.toLowerCase();
		const known = orders.get(key);
		if (known === void 0) orders.set(key, {
			vault: leg.vault,
			legs: [leg]
		});
		else known.legs.push(leg);
	}
	return [...orders.values()];
}
/** What a router says of each vault, with the vaults it speaks of. */
function vaultPremiums(legs, premiums) {
	return vaultOrders(legs).map(({ vault }, index) => ({
		vault,
		premium: premiums[index] ?? 0n
	}));
}
//#endregion
//#region src/client/boundOrder.ts
const BPS$2 = 10000n;
const TOKEN_WAD_DECIMALS = 18;
/**
* Bounds what every vault may take or must pay: a lone leg by its limit, several by their own parts and a total.
* @throws ContractError where a vault does not take its legs together
*/
async function boundOrder(client, { parts, slippageBps }) {
	const bounds = await Promise.all(vaultOrders(merged(parts)).map(async (order) => order.legs.length === 1 ? boundAlone(order, slippageBps) : boundTogether(client, {
		order,
		slippageBps
	})));
	const totals = /* @__PURE__ */ new Map();
	for (const { legs, most } of bounds) {
		const token = collateralOf(client, legs[0]?.vault ?? "");
		totals.set(token, (totals.get(token) ?? 0n) + most);
	}
	const shared = new Set(bounds.filter(({ legs }) => legs.length > 1).map(({ legs }) => collateralOf(client, legs[0]?.vault ?? "")));
	return {
		legs: bounds.flatMap(({ legs }) => legs),
		totals: [...totals].filter(([token]) => shared.has(token)).map(([token, maxNetPaid]) => ({
			token,
			maxNetPaid
		}))
	};
}
/** A vault takes a series once in an order: purchases of the same are one. Limits are what each part costs or pays as it is. */
function merged(parts) {
	const legs = /* @__PURE__ */ new Map();
	for (const { id, vault, quantity, amount } of parts) {
		const key = `${vault.address}:${id}`;
		const known = legs.get(key);
		legs.set(key, {
			vault: vault.address,
			id,
			quantity: quantity + (known?.quantity ?? 0n),
			limit: amount + (known?.limit ?? 0n)
		});
	}
	return [...legs.values()];
}
function boundAlone({ legs }, slippageBps) {
	const bounded = legs.map((leg) => ({
		...leg,
		limit: limitOf(leg, {
			amount: leg.limit,
			slippageBps
		})
	}));
	return {
		legs: bounded,
		most: bounded.reduce((sum, { quantity, limit }) => sum + (quantity > 0n ? limit : -limit), 0n)
	};
}
async function boundTogether(client, { order, slippageBps }) {
	const { address, collateral } = vaultAt(client, order.vault);
	const [premium, quoted] = await read(client, {
		address,
		abi: optionVaultAbi,
		functionName: "checkOrder",
		args: [order.legs.map(({ id, quantity }) => ({
			id,
			quantity,
			limit: 0n
		}))]
	});
	const scale = 10n ** BigInt(TOKEN_WAD_DECIMALS - collateral.decimals);
	const up = (wad) => (wad + scale - 1n) / scale;
	const legs = order.legs.map((leg, index) => {
		const own = quoted.legs[index]?.amount ?? 0n;
		return {
			...leg,
			limit: limitOf(leg, {
				amount: leg.quantity > 0n ? up(own) : own / scale,
				slippageBps
			})
		};
	});
	const charge = quoted.moveCharge + quoted.rentCharge;
	return {
		legs,
		most: premium + up(quoted.legs.reduce((sum, { amount }) => sum + amount, charge < 0n ? -charge : charge)) * slippageBps / BPS$2
	};
}
function limitOf({ quantity }, { amount, slippageBps }) {
	return amount * (quantity > 0n ? BPS$2 + slippageBps : BPS$2 - slippageBps) / BPS$2;
}
//#endregion
//#region src/client/planOrder.ts
const BPS$1 = 10000n;
const ADDRESS = /^0x[0-9a-f]{40}$/i;
/**
* Finds where each leg of a strategy is cheapest or, of what the trader holds, brings most, and bounds every part's
* price. Each leg is split as if it were the only one; legs that meet in one vault are priced there together.
* @throws DomainError where a strike or a quantity is no decimal number of at most 18 decimals
* @throws OrderError where the order cannot be sent as it is
* @throws ContractError where the vaults do not take it
* @example
* const [row] = await optionChain(client);
* const wanted = [{ kind: row.kind, expiry: Number(row.expiry), strike: row.strike, quantity: "1.1" }];
* const { legs, totals, splits } = await planOrder(client, { legs: wanted, trader: account });
*/
async function planOrder(client, parameters) {
	const { trader, slippageBps = 100n, gasCost } = parameters;
	const market = marketOf(client, parameters.market).name;
	if (slippageBps < 0n || slippageBps > BPS$1) throw new require_toWad.OrderError({
		expected: "a slippage from 0 to 10000 basis points",
		got: String(slippageBps),
		action: "100 is one per cent"
	});
	if (!ADDRESS.test(trader)) throw new require_toWad.OrderError({
		expected: "the trader's address",
		got: trader,
		action: "check it for a slip"
	});
	const legs = parameters.legs.map((leg) => ({
		leg,
		...termsOf(leg)
	}));
	requireTrades(legs);
	const splits = await Promise.all(legs.map(async ({ leg, ...terms }) => {
		const request = {
			...terms,
			market,
			gasCost: gasCost?.(leg) ?? 0n
		};
		return {
			...terms.quantity > 0n ? await bestSplit(client, request) : await bestSale(client, {
				...request,
				quantity: -terms.quantity,
				holder: trader
			}),
			leg
		};
	}));
	return {
		splits,
		...await boundOrder(client, {
			parts: splits.flatMap(({ id, parts: found }) => found.map((part) => ({
				...part,
				id
			}))),
			slippageBps
		})
	};
}
function termsOf({ kind, expiry, strike, quantity }) {
	return {
		kind,
		expiry,
		strike: require_toWad.toWad(strike, "strike"),
		quantity: require_toWad.toWad(quantity, "quantity")
	};
}
function requireTrades(legs) {
	const empty = legs.find(({ quantity }) => quantity === 0n);
	if (legs.length === 0 || empty !== void 0) throw new require_toWad.OrderError({
		expected: "legs that each buy or sell something",
		got: empty === void 0 ? "no leg" : "a quantity of 0",
		action: "give every leg a quantity: positive to buy, negative to sell"
	});
	const seen = /* @__PURE__ */ new Map();
	for (const { kind, expiry, strike, quantity } of legs) {
		const series = `${kind}:${expiry}:${strike}`;
		const bought = seen.get(series);
		if (bought === false || bought === true && quantity < 0n) throw new require_toWad.OrderError({
			expected: "at most one sale of each series, and not beside a purchase of it",
			got: `two legs of strike ${require_ContractError.formatWad(strike)} expiring ${expiry}`,
			action: "put them into one leg"
		});
		seen.set(series, quantity > 0n);
	}
}
//#endregion
//#region src/client/netByCollateral.ts
/**
* Units of each collateral (its address in lower case) that an order pays at most; negative where it receives. Its total, where the
* order has one in that token; else each leg at its limit.
*/
function netByCollateral(client, { legs, totals = [] }) {
	const net = /* @__PURE__ */ new Map();
	for (const { vault, quantity, limit } of legs) {
		const collateral = collateralOf(client, vault);
		net.set(collateral, (net.get(collateral) ?? 0n) + (quantity > 0n ? limit : -limit));
	}
	for (const { token, maxNetPaid } of totals) if (net.has(token.toLowerCase())) net.set(token.toLowerCase(), maxNetPaid);
	return net;
}
//#endregion
//#region src/client/joinOrders.ts
/**
* Several plans as one order, such as those of different markets: a total that bounds a token must cover every leg in it.
* @throws OrderError where a leg's vault is none of the deployment
* @example
* const plan = await planOrder(client, { legs, trader: account });
* const { legs: all, totals } = joinOrders(client, [plan]);
*/
function joinOrders(client, orders) {
	const nets = orders.map((order) => netByCollateral(client, order));
	const tokens = new Set(orders.flatMap(({ totals }) => totals.map(({ token }) => token.toLowerCase())));
	return {
		legs: orders.flatMap(({ legs }) => legs),
		totals: [...tokens].map((token) => ({
			token,
			maxNetPaid: nets.reduce((sum, net) => sum + (net.get(token) ?? 0n), 0n)
		}))
	};
}
//#endregion
//#region src/client/requireDeadline.ts
/** In seconds, some three thousand years from now; in milliseconds, in the past. */
const EARLIEST_MILLISECONDS = 10n ** 11n;
/** What is larger is no time in milliseconds, micro- or nanoseconds either, but a way to say "never". */
const NEVER = 10n ** 19n;
/**
* Requires a deadline in unix seconds: one in milliseconds would never come.
* @throws OrderError where it is negative, or looks like a finer unit
*/
function requireDeadline(deadline) {
	if (deadline >= 0n && (deadline < EARLIEST_MILLISECONDS || deadline >= NEVER)) return;
	throw new require_toWad.OrderError({
		expected: "a deadline in unix seconds",
		got: deadline < 0n ? String(deadline) : `${deadline}, which looks like milliseconds`,
		action: "divide Date.now() by 1000: BigInt(Math.floor(Date.now() / 1000) + 3600) is an hour from now"
	});
}
//#endregion
//#region src/rpc/accountOf.ts
/**
* The account that signs and sends.
* @throws OrderError where there is none
*/
async function accountOf({ provider, account }) {
	if (account !== void 0) return account;
	const accounts = await provider.request({
		method: "eth_accounts",
		params: []
	});
	const first = Array.isArray(accounts) ? accounts[0] : void 0;
	if (typeof first === "string") return first;
	throw new require_toWad.OrderError({
		expected: "a client bound to a signer",
		got: "one that can only read",
		action: "connect a wallet that was given leave (eth_requestAccounts), fromEthers(signer) or fromViem(walletClient)"
	});
}
//#endregion
//#region src/client/senderOf.ts
/**
* The account that signs and sends, on the chain that the deployment is on: all that signs or sends asks here first.
* @throws OrderError where the client can only read
* @throws WrongChainError where its node is of another chain
*/
async function senderOf(client) {
	const account = await accountOf(client);
	await requireChain(client);
	return account;
}
//#endregion
//#region src/client/rehearseOrder.ts
/**
* What an order would do if it were sent now, without sending it: unlike quotes of its legs by themselves, with what
* legs to one vault do to each other's price.
* @returns what the legs to each vault come to together
* @throws ContractError where a vault or the router refuses
* @example
* const plan = await planOrder(client, { legs, trader: account });
* const premiums = await rehearseOrder(client, { legs: plan.legs, totals: plan.totals, deadline });
*/
async function rehearseOrder(client, order) {
	const { call, from } = await orderCallOf(client, order);
	return vaultPremiums(order.legs, await read(client, call, { from }));
}
/** An order as the router takes it, and who sends it. */
async function orderCallOf(client, order) {
	const { legs, deadline, totals = [], permits = [], prices = [] } = order;
	if (legs.length === 0) throw new require_toWad.OrderError({
		expected: "at least one leg",
		got: "none",
		action: "plan the order first"
	});
	requireDeadline(deadline);
	const from = await senderOf(client);
	const terms = [
		legs,
		totals,
		order.receiver ?? from,
		deadline
	];
	const router = {
		address: client.deployment.router,
		abi: vaultRouterAbi
	};
	return {
		call: prices.length !== 0 ? {
			...router,
			functionName: "executeWithPrices",
			args: [
				prices,
				permits,
				...terms
			]
		} : permits.length !== 0 ? {
			...router,
			functionName: "executeWithPermits",
			args: [permits, ...terms]
		} : {
			...router,
			functionName: "execute",
			args: terms
		},
		from
	};
}
//#endregion
//#region src/rpc/accessListOf.ts
/**
* The access list with which a transaction takes less gas by the node's own estimates; nothing where there is none, or where the
* node makes none.
*/
async function accessListOf({ provider }, transaction) {
	try {
		const list = listIn(await provider.request({
			method: "eth_createAccessList",
			params: [transaction, "latest"]
		}));
		if (list === void 0 || list.length === 0) return void 0;
		const estimate = async (params) => BigInt(String(await provider.request({
			method: "eth_estimateGas",
			params: [params]
		})));
		const [plain, listed] = await Promise.all([estimate(transaction), estimate({
			...transaction,
			accessList: list
		})]);
		return listed < plain ? list : void 0;
	} catch {
		return;
	}
}
function listIn(answer) {
	if (typeof answer !== "object" || answer === null || !("accessList" in answer)) return void 0;
	if ("error" in answer && answer.error !== void 0 && answer.error !== null) return void 0;
	return Array.isArray(answer.accessList) ? answer.accessList : void 0;
}
//#endregion
//#region src/rpc/sleep.ts
/** Waits; no longer than until the signal is given. */
function sleep(milliseconds, signal) {
	return new Promise((resolve) => {
		if (signal?.aborted === true) {
			resolve();
			return;
		}
		const end = () => {
			clearTimeout(timer);
			signal?.removeEventListener("abort", end);
			resolve();
		};
		const timer = setTimeout(end, milliseconds);
		signal?.addEventListener("abort", end);
	});
}
//#endregion
//#region src/rpc/waitForReceipt.ts
/** After that it is likelier lost or replaced than still to be mined. */
const LONGEST_WAIT = 10 * 6e4;
/** Part of the interval at which the first question is repeated: some nodes mine at once. */
const FIRST_WAIT = 1 / 16;
/**
* Waits until a transaction is mined.
* @throws TransactionError where it is not within ten minutes
*/
async function waitForReceipt(connection, hash) {
	const { provider, pollingInterval } = connection;
	let waited = 0;
	for (let pause = pollingInterval * FIRST_WAIT; waited < LONGEST_WAIT; pause = Math.min(2 * pause, pollingInterval)) {
		const answer = await provider.request({
			method: "eth_getTransactionReceipt",
			params: [hash]
		});
		if (typeof answer === "object" && answer !== null) return receiptOf(answer);
		await sleep(pause);
		waited += pause;
	}
	throw new require_PermitError.TransactionError(hash, {
		expected: `transaction ${hash} to be mined within ${LONGEST_WAIT / 6e4} minutes`,
		got: "no receipt",
		action: "look it up by its hash: it may have been replaced, or still wait"
	});
}
function receiptOf(raw) {
	const text = (key) => {
		const value = raw[key];
		if (typeof value === "string") return value;
		throw new require_NodeError.NodeError({
			expected: `a receipt with its ${key}`,
			got: String(value),
			action: "check the node"
		});
	};
	return {
		hash: text("transactionHash"),
		blockNumber: BigInt(text("blockNumber")),
		blockHash: text("blockHash"),
		from: text("from"),
		to: typeof raw["to"] === "string" ? raw["to"] : void 0,
		status: Number(text("status")),
		gasUsed: BigInt(text("gasUsed")),
		gasPrice: BigInt(text("effectiveGasPrice")),
		logs: Array.isArray(raw["logs"]) ? raw["logs"].map((log) => logOf(log)) : []
	};
}
function logOf({ address, topics, data, logIndex }) {
	return {
		address,
		topics,
		data,
		logIndex: Number(logIndex)
	};
}
//#endregion
//#region src/rpc/send.ts
/**
* Sends a call and waits until it is mined.
* @throws ContractError where the contract refuses it
* @throws TransactionError where it was mined and failed without a reason
*/
async function send(connection, call, { from, accessList = false }) {
	const plain = {
		from,
		to: call.address,
		data: require_ContractError.encodeCall(call)
	};
	const list = accessList ? await accessListOf(connection, plain) : void 0;
	const transaction = list === void 0 ? plain : {
		...plain,
		accessList: list
	};
	const hash = await explained(connection.provider.request({
		method: "eth_sendTransaction",
		params: [transaction]
	}));
	const receipt = await waitForReceipt(connection, String(hash));
	if (receipt.status === 1) return receipt;
	throw await failureOf(connection, {
		receipt,
		transaction
	});
}
/** Rehearses a call, sends it, and waits until it is mined: what it returned in the rehearsal, and its receipt. */
async function rehearseAndSend(connection, call, options) {
	return {
		result: await read(connection, call, { from: options.from }),
		receipt: await send(connection, call, options)
	};
}
/** Why a transaction failed: it changed nothing, so a call to what its block left fails alike. */
async function failureOf(connection, { receipt, transaction }) {
	const { from } = transaction;
	return await explained(ask$1(connection, transaction, {
		from,
		block: receipt.blockNumber
	})).then(() => void 0, (error) => error) ?? new require_PermitError.TransactionError(receipt.hash, {
		expected: `transaction ${receipt.hash} to succeed`,
		got: `a revert in block ${receipt.blockNumber}, whose reason is gone`,
		action: "the market moved before it was mined: plan and send it again"
	});
}
//#endregion
//#region src/client/executeOrder.ts
/**
* Runs an order through the router: all legs within their limits by the deadline, or none. Rehearsed before it is sent.
* @throws OrderError where several legs go to one vault and no total bounds what they bear together
* @throws ContractError where a vault or the router refuses
* @example
* const { legs: bounded, totals } = await planOrder(client, { legs, trader: account });
* const { premiums, receipt } = await executeOrder(client, { legs: bounded, totals, deadline });
*/
async function executeOrder(client, order) {
	requireTotals(client, order);
	const { call, from } = await orderCallOf(client, order);
	const premiums = vaultPremiums(order.legs, await read(client, call, { from }));
	return {
		receipt: await send(client, call, {
			from,
			accessList: order.accessList ?? true
		}),
		premiums
	};
}
/** Where a vault has several legs their limits bound their own parts, and nothing but a total the risk charge that they share. */
function requireTotals(client, { legs, totals = [] }) {
	for (const { vault, legs: several } of vaultOrders(legs)) {
		const token = collateralOf(client, vault);
		if (several.length < 2 || totals.some((total) => total.token.toLowerCase() === token)) continue;
		throw new require_toWad.OrderError({
			expected: `a total in ${token}, for ${several.length} legs to one vault bear a risk charge together`,
			got: "none",
			action: "pass the totals of planOrder along with its legs"
		});
	}
}
//#endregion
//#region src/client/encodePath.ts
const MAX_POOLS = 4;
const MAX_FEE = 2 ** 24 - 1;
const FEE_DIGITS$1 = 6;
/**
* A path over Uniswap's pools as the swap router takes it: from a vault's collateral to the token the order is settled in.
* @throws OrderError where it has no pool or too many, or a token is no address
* @example
* const { underlying, quote } = marketOf(client);
* const path = encodePath(underlying.address, [{ fee: 500, token: quote.address }]);
*/
function encodePath(collateral, pools) {
	if (pools.length === 0 || pools.length > MAX_POOLS) throw new require_toWad.OrderError({
		expected: `a path over 1 to ${MAX_POOLS} pools`,
		got: String(pools.length),
		action: "name each pool by its fee and the token it leads to"
	});
	return `0x${digitsOf(collateral)}${pools.map(({ fee, token }) => feeDigits(fee) + digitsOf(token)).join("")}`;
}
function feeDigits(fee) {
	if (Number.isInteger(fee) && fee >= 0 && fee <= MAX_FEE) return fee.toString(16).padStart(FEE_DIGITS$1, "0");
	throw new require_toWad.OrderError({
		expected: "a pool's fee in hundredths of a basis point",
		got: String(fee),
		action: "500 is 0.05 %"
	});
}
function digitsOf(token) {
	if (/^0x[0-9a-f]{40}$/i.test(token)) return token.slice(2).toLowerCase();
	throw new require_toWad.OrderError({
		expected: "an address of 40 hexadecimal digits",
		got: token,
		action: "check the addresses that you pass"
	});
}
//#endregion
//#region src/rpc/isRevert.ts
/** Whether a call reached a contract that refused it: by its data, by ethers' mark, or by the node's words. */
function isRevert(error) {
	if (error instanceof require_ContractError.ContractError || require_PermitError.revertDataOf(error) !== void 0) return true;
	return error instanceof Error && ("code" in error && error.code === "CALL_EXCEPTION" || /\breverted\b/.test(error.message));
}
//#endregion
//#region src/client/tokensOnPath.ts
const TOKEN_DIGITS = 40;
const FEE_DIGITS = 6;
/** The tokens of a path (`encodePath`) in its order, with their checksums. */
function tokensOnPath(path) {
	const tokens = [];
	for (let at = 2; at + TOKEN_DIGITS <= path.length; at += TOKEN_DIGITS + FEE_DIGITS) tokens.push((0, ox_Address.checksum)(`0x${path.slice(at, at + TOKEN_DIGITS)}`));
	return tokens;
}
//#endregion
//#region src/client/uniswapQuoterAbi.ts
const INPUTS = [{
	name: "path",
	type: "bytes"
}, {
	name: "amount",
	type: "uint256"
}];
const OUTPUTS = [
	{
		name: "amount",
		type: "uint256"
	},
	{
		name: "prices",
		type: "uint160[]"
	},
	{
		name: "ticksCrossed",
		type: "uint32[]"
	},
	{
		name: "gasEstimate",
		type: "uint256"
	}
];
/** What is asked of Uniswap's QuoterV2. */
const uniswapQuoterAbi = [{
	type: "function",
	name: "quoteExactInput",
	stateMutability: "nonpayable",
	inputs: INPUTS,
	outputs: OUTPUTS
}, {
	type: "function",
	name: "quoteExactOutput",
	stateMutability: "nonpayable",
	inputs: INPUTS,
	outputs: OUTPUTS
}];
//#endregion
//#region src/client/quoteSwap.ts
/**
* Where a swap stops that a pool cannot take whole: Uniswap's least and greatest square root of a price, by direction.
*/
const LEAST_PRICE = 4295128740n;
const GREATEST_PRICE = 1461446703485210103287273052203988822378723970341n;
/**
* What a swap over Uniswap's pools would come to now. The pools say it and the node passes it on: neither is checked
* here.
* @returns units of the token of settlement, given for what is bought or received for what is sold
* @throws OrderError where a pool is missing, or would not take the whole amount
* @example
* const { underlying, quote } = marketOf(client);
* const path = encodePath(underlying.address, [{ fee: 500, token: quote.address }]);
* const cost = await quoteSwap(client, { path, amount: 10n ** 15n });
*/
async function quoteSwap(client, { path, amount }) {
	if (amount === 0n) return 0n;
	const [quoted, prices] = await ask(client, {
		path,
		amount
	});
	const dry = prices.findIndex((price) => price <= LEAST_PRICE || price >= GREATEST_PRICE);
	if (dry < 0) return quoted;
	throw new require_toWad.OrderError({
		expected: "pools that take the whole amount, all along the path",
		got: `one that runs dry on the way, of ${tokensOnPath(path).slice(dry, dry + 2).join(" and ")}`,
		action: "choose other pools, or swap less"
	});
}
async function ask(client, { path, amount }) {
	const quoter = {
		address: client.deployment.uniswapQuoter,
		abi: uniswapQuoterAbi
	};
	try {
		return await (amount > 0n ? read(client, {
			...quoter,
			functionName: "quoteExactOutput",
			args: [path, amount]
		}) : read(client, {
			...quoter,
			functionName: "quoteExactInput",
			args: [path, -amount]
		}));
	} catch (error) {
		if (!isRevert(error)) throw error;
		throw new require_toWad.OrderError({
			expected: "pools with enough liquidity all along the path",
			got: path,
			action: "choose other pools, or swap less"
		});
	}
}
//#endregion
//#region src/client/salesFirst.ts
/**
* An order's legs as the swap router can pay for them, vault by vault and otherwise in the order given: vaults that bring something,
* then those that are paid with the proceeds of their own collateral alone, then the others. What a vault brings pays for later
* ones only, and is swapped after the last purchase in its collateral.
* @throws OrderError where a leg's vault is none of the deployment
* @example
* const plan = await planOrder(client, { legs, trader: account });
* const inOrder = salesFirst(client, plan.legs);
*/
function salesFirst(client, legs) {
	const net = netByCollateral(client, { legs });
	const rank = (order) => {
		if (netOf(order) < 0n) return 0;
		return (net.get(collateralOf(client, order.vault)) ?? 0n) <= 0n ? 1 : 2;
	};
	return vaultOrders(legs).sort((one, other) => rank(one) - rank(other)).flatMap((order) => order.legs);
}
/** What a vault's legs pay with each at its limit; negative where they bring something. */
function netOf({ legs }) {
	return legs.reduce((sum, { quantity, limit }) => sum + (quantity > 0n ? limit : -limit), 0n);
}
//#endregion
//#region src/client/oracleValue.ts
/**
* What an amount of one token is worth in another by the price feeds that the deployment's vaults trade by.
* @returns units of `to`, rounded down; nothing where no markets lead from one to the other
* @throws ContractError where a feed on the way gives no price now
*/
async function oracleValue(client, request) {
	const { from, to, amount } = request;
	const steps = stepsBetween(client.deployment.markets, {
		from,
		to
	});
	if (steps === void 0) return void 0;
	let [numerator, denominator] = [amount, 1n];
	for (const { market, to: next } of steps) {
		const whole = require_constants.WAD * 10n ** BigInt(market.underlying.decimals);
		const inQuote = await priceOf(client, market) * 10n ** BigInt(market.quote.decimals);
		const [up, down] = next === market.quote ? [inQuote, whole] : [whole, inQuote];
		[numerator, denominator] = [numerator * up, denominator * down];
	}
	return numerator / denominator;
}
/** Markets that lead from one token to another, the shorter way first: all markets of a deployment share their quote as a rule. */
function stepsBetween(markets, { from, to }) {
	const steps = markets.flatMap((market) => stepFrom(market, from));
	const last = steps.find((step) => require_ContractError.isSame(step.to.address, to));
	if (last !== void 0) return [last];
	for (const step of steps) {
		const rest = stepsBetween(markets.filter((market) => market !== step.market), {
			from: step.to.address,
			to
		});
		if (rest !== void 0) return [step, ...rest];
	}
}
function stepFrom(market, from) {
	if (require_ContractError.isSame(market.underlying.address, from)) return [{
		market,
		to: market.quote
	}];
	return require_ContractError.isSame(market.quote.address, from) ? [{
		market,
		to: market.underlying
	}] : [];
}
/** WAD quote per underlying. */
async function priceOf(client, market) {
	return (await read(client, {
		address: await read(client, {
			address: market.oracle,
			abi: premiumOracleAbi,
			functionName: "feed",
			args: []
		}),
		abi: priceFeedAbi,
		functionName: "read",
		args: []
	})).price;
}
//#endregion
//#region src/client/requirePayable.ts
/**
* Requires that no vault waits for what a later one brings: the swap router pays each with what is there when its turn comes.
* `salesFirst` puts any order so.
* @throws OrderError otherwise
*/
function requirePayable(client, { legs, totals, token }) {
	const net = netByCollateral(client, {
		legs,
		totals
	});
	const orders = vaultOrders(legs);
	/** A vault that brings something, or the last purchase in a collateral of which more is sold: what is left of it is swapped then. */
	const brings = (order) => {
		if (netOf(order) < 0n) return true;
		const collateral = collateralOf(client, order.vault);
		return order.legs.some(({ quantity }) => quantity > 0n) && collateral !== token.toLowerCase() && (net.get(collateral) ?? 0n) < 0n;
	};
	const proceeds = /* @__PURE__ */ new Map();
	for (const [index, order] of orders.entries()) {
		const collateral = collateralOf(client, order.vault);
		const left = (proceeds.get(collateral) ?? 0n) - netOf(order);
		proceeds.set(collateral, left > 0n ? left : 0n);
		const late = left < 0n ? orders.findIndex((other, place) => place > index && brings(other)) : -1;
		const waiting = order.legs[0];
		const later = orders[late]?.legs[0];
		if (waiting === void 0 || later === void 0) continue;
		throw new require_toWad.OrderError({
			expected: "sales before the purchases that they are to pay for",
			got: `leg ${legs.indexOf(waiting)}, which needs what leg ${legs.indexOf(later)} brings`,
			action: "order the legs by salesFirst, for the plan and for the order"
		});
	}
}
//#endregion
//#region src/client/planSettlement.ts
const BPS = 10000n;
/** Units by which a quote may differ from the exact price where the amounts are dust. */
const ROUNDING = 1n;
/**
* Finds what an order comes to in one token, with each leg at its limit and pools as they are, and bounds it.
*
* The pools that are traded say what a swap costs, so whoever moves one just before, or answers for the node, sets the bound,
* too. Where markets of the deployment lead from a collateral to the token, a quote that is worse than their price feeds say by
* more than `maxDeviationBps` is refused. For any other token pools and node are trusted, unless `worst` is given.
*
* It is one bound for all: what the legs leave of their own limits (`planOrder`'s slippage, one per cent by default), whoever
* trades around the order may take in the pools on top of `slippageBps`. Smaller limits leave less. Every swap is quoted
* as if it were the only one; `slippageBps` is to cover what swaps through the same pool do to each other.
* @throws OrderError where a purchase comes before a sale that is to pay for it, a path is missing or ends elsewhere, pools cannot take
* the whole amount, a quote deviates from the feeds, or the bound is above `worst`
* @throws ContractError where a feed that a quote is to be compared with gives no price now
* @example
* const plan = await planOrder(client, { legs, trader: account });
* const { underlying, quote: token } = marketOf(client);
* const paths = [encodePath(underlying.address, [{ fee: 500, token: token.address }])];
* const inOrder = salesFirst(client, plan.legs);
* const settlement = await planSettlement(client, { legs: inOrder, totals: plan.totals, token: token.address, paths });
*/
async function planSettlement(client, parameters) {
	const { legs, totals, token, paths, slippageBps = 50n, maxDeviationBps = 300n, worst } = parameters;
	requireBasisPoints(slippageBps, {
		what: "slippage",
		action: "50 is half a per cent"
	});
	requireBasisPoints(maxDeviationBps, {
		what: "deviation from the price feeds",
		action: "300 is three per cent"
	});
	requirePayable(client, {
		legs,
		totals,
		token
	});
	let maxNetPaid = 0n;
	for (const [collateral, amount] of netByCollateral(client, {
		legs,
		totals
	})) {
		if (collateral === token.toLowerCase()) {
			maxNetPaid += amount;
			continue;
		}
		const quoted = await quoteSwap(client, {
			path: pathBetween(paths, {
				collateral,
				token
			}),
			amount
		});
		await requireFair(client, {
			collateral,
			amount,
			token,
			quoted,
			maxDeviationBps
		});
		maxNetPaid += (amount > 0n ? quoted : -quoted) + quoted * slippageBps / BPS;
	}
	if (worst !== void 0 && maxNetPaid > worst) throw new require_toWad.OrderError({
		expected: `a bound of at most ${worst} units of ${token}`,
		got: `${maxNetPaid} by vaults and pools as they are`,
		action: "try other pools, wait, or accept a worse total"
	});
	return {
		token,
		maxNetPaid,
		paths
	};
}
function requireBasisPoints(value, { what, action }) {
	if (value >= 0n && value <= BPS) return;
	throw new require_toWad.OrderError({
		expected: `a ${what} from 0 to 10000 basis points`,
		got: String(value),
		action
	});
}
function pathBetween(paths, { collateral, token }) {
	const found = paths.map((path) => ({
		path,
		tokens: tokensOnPath(path)
	})).find(({ tokens }) => tokens[0]?.toLowerCase() === collateral);
	const end = found?.tokens.at(-1) ?? "none";
	if (found !== void 0 && end.toLowerCase() === token.toLowerCase()) return found.path;
	throw new require_toWad.OrderError({
		expected: `a path from ${collateral} to ${token}`,
		got: found === void 0 ? "none" : `one to ${end}`,
		action: "add encodePath(collateral, pools) to the paths"
	});
}
/** Only what is worse for the trader is refused: a quote that is better makes the bound tighter, no more. */
async function requireFair(client, swap) {
	const { collateral, amount, token, quoted, maxDeviationBps } = swap;
	if (amount === 0n) return;
	const size = amount < 0n ? -amount : amount;
	const worth = await oracleValue(client, {
		from: collateral,
		to: token,
		amount: size
	});
	if (worth === void 0) return;
	if (amount > 0n ? (quoted - ROUNDING) * BPS <= worth * (BPS + maxDeviationBps) : (quoted + ROUNDING) * BPS >= worth * (BPS - maxDeviationBps)) return;
	throw new require_toWad.OrderError({
		expected: `${amount > 0n ? "at most" : "at least"} ${worth} units of ${token} for ${size} of ${collateral}, within ${maxDeviationBps} basis points`,
		got: `${quoted} by the pools, where the price feeds say otherwise`,
		action: "choose other pools, trade less, or wait; maxDeviationBps sets how far the two may lie apart"
	});
}
//#endregion
//#region src/client/rehearseSwapOrder.ts
/**
* What an order settled in one token would do if it were sent now, without sending it.
* @throws ContractError where a vault, a pool or the router refuses
* @example
* const plan = await planOrder(client, { legs, trader: account });
* const { underlying, quote: token } = marketOf(client);
* const paths = [encodePath(underlying.address, [{ fee: 500, token: token.address }])];
* const inOrder = salesFirst(client, plan.legs);
* const settlement = await planSettlement(client, { legs: inOrder, totals: plan.totals, token: token.address, paths });
* const { netPaid } = await rehearseSwapOrder(client, { legs: inOrder, settlement, deadline });
*/
async function rehearseSwapOrder(client, order) {
	const { call, from } = await swapCallOf(client, order);
	const [premiums, netPaid] = await read(client, call, { from });
	return {
		premiums: vaultPremiums(order.legs, premiums),
		netPaid
	};
}
/** An order as the swap router takes it, and who sends it. */
async function swapCallOf(client, order) {
	const { legs, settlement, deadline, receiver, permit } = order;
	if (legs.length === 0) throw new require_toWad.OrderError({
		expected: "at least one leg",
		got: "none",
		action: "plan the order first"
	});
	requireDeadline(deadline);
	const from = await senderOf(client);
	const terms = [
		legs,
		settlement,
		receiver ?? from,
		deadline
	];
	const router = {
		address: client.deployment.swapRouter,
		abi: vaultSwapRouterAbi
	};
	return {
		call: permit === void 0 ? {
			...router,
			functionName: "execute",
			args: terms
		} : {
			...router,
			functionName: "executeWithPermit2",
			args: [permit, ...terms]
		},
		from
	};
}
//#endregion
//#region src/client/executeSwapOrder.ts
/**
* Runs an order through the swap router, paid or paying in one token: all legs within their limits and the total within its own,
* or none. Vaults take their turn one after the other, each paid with what is there by then, so pass `salesFirst(client, legs)` here
* and to `planSettlement`.
* @throws ContractError where a vault, a pool or the router refuses
* @example
* const plan = await planOrder(client, { legs, trader: account });
* const { underlying, quote: token } = marketOf(client);
* const paths = [encodePath(underlying.address, [{ fee: 500, token: token.address }])];
* const inOrder = salesFirst(client, plan.legs);
* const settlement = await planSettlement(client, { legs: inOrder, totals: plan.totals, token: token.address, paths });
* const amount = settlement.maxNetPaid;
* const permit = await signPermit2(client, { token: token.address, amount, deadline });
* const { netPaid, receipt } = await executeSwapOrder(client, { legs: inOrder, settlement, deadline, permit });
*/
async function executeSwapOrder(client, order) {
	const { call, from } = await swapCallOf(client, order);
	const [premiums, netPaid] = await read(client, call, { from });
	const receipt = await send(client, call, {
		from,
		accessList: order.accessList ?? true
	});
	return {
		premiums: vaultPremiums(order.legs, premiums),
		netPaid,
		receipt
	};
}
//#endregion
//#region src/client/tokenAbi.ts
/** An ERC-20 token with ERC-2612 permits and ERC-5267's domain, as far as the client uses one; vault shares are one too. */
const tokenAbi = [
	{
		type: "function",
		name: "name",
		stateMutability: "view",
		inputs: [],
		outputs: [{
			name: "",
			type: "string"
		}]
	},
	{
		type: "function",
		name: "version",
		stateMutability: "view",
		inputs: [],
		outputs: [{
			name: "",
			type: "string"
		}]
	},
	{
		type: "function",
		name: "DOMAIN_SEPARATOR",
		stateMutability: "view",
		inputs: [],
		outputs: [{
			name: "",
			type: "bytes32"
		}]
	},
	{
		type: "function",
		name: "PERMIT_TYPEHASH",
		stateMutability: "view",
		inputs: [],
		outputs: [{
			name: "",
			type: "bytes32"
		}]
	},
	{
		type: "function",
		name: "eip712Domain",
		stateMutability: "view",
		inputs: [],
		outputs: [
			{
				name: "fields",
				type: "bytes1"
			},
			{
				name: "name",
				type: "string"
			},
			{
				name: "version",
				type: "string"
			},
			{
				name: "chainId",
				type: "uint256"
			},
			{
				name: "verifyingContract",
				type: "address"
			},
			{
				name: "salt",
				type: "bytes32"
			},
			{
				name: "extensions",
				type: "uint256[]"
			}
		]
	},
	{
		type: "function",
		name: "nonces",
		stateMutability: "view",
		inputs: [{
			name: "owner",
			type: "address"
		}],
		outputs: [{
			name: "",
			type: "uint256"
		}]
	},
	{
		type: "function",
		name: "allowance",
		stateMutability: "view",
		inputs: [{
			name: "owner",
			type: "address"
		}, {
			name: "spender",
			type: "address"
		}],
		outputs: [{
			name: "",
			type: "uint256"
		}]
	},
	{
		type: "function",
		name: "approve",
		stateMutability: "nonpayable",
		inputs: [{
			name: "spender",
			type: "address"
		}, {
			name: "amount",
			type: "uint256"
		}],
		outputs: []
	},
	{
		type: "function",
		name: "permit",
		stateMutability: "nonpayable",
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
		outputs: []
	}
];
//#endregion
//#region src/client/ensureAllowance.ts
/** Some tokens keep an allowance in 96 bits, the largest standing for any. */
const LARGEST_KEPT = 2n ** 96n - 1n;
/**
* Lets `spender` take at least `amount` token units of the signer's token; sends nothing where it already may. Tokens
* like USDT let no allowance be replaced by another: theirs is set to zero first.
* @throws OrderError where the token says yes and allows less
* @example
* const { address } = marketOf(client).quote;
* await ensureAllowance(client, { token: address, spender: client.deployment.router, amount: 10n ** 12n });
*/
async function ensureAllowance(client, { token, spender, amount }) {
	const from = await senderOf(client);
	const allowance = async () => read(client, {
		address: token,
		abi: tokenAbi,
		functionName: "allowance",
		args: [from, spender]
	});
	const approval = (units) => ({
		address: token,
		abi: tokenAbi,
		functionName: "approve",
		args: [spender, units]
	});
	const takes = async (units) => read(client, approval(units), { from }).then(() => true, (error) => {
		if (isRevert(error)) return false;
		throw error;
	});
	const allowed = await allowance();
	if (allowed >= amount) return { receipts: [] };
	const steps = allowed > 0n && !await takes(amount) ? [0n, amount] : [amount];
	const receipts = [];
	for (const units of steps) receipts.push(await send(client, approval(units), { from }));
	const least = amount < LARGEST_KEPT ? amount : LARGEST_KEPT;
	const got = await allowance();
	if (got >= least) return { receipts };
	throw new require_toWad.OrderError({
		expected: `an allowance of ${amount} units of ${token} to ${spender} after approving it`,
		got: String(got),
		action: "check the token: it does not do what it was asked"
	});
}
//#endregion
//#region src/client/allowSales.ts
/**
* Lets a router move the signer's options of a vault, as selling through it needs; sends nothing where it already may.
* @throws OrderError where the client can only read
* @example
* await allowSales(client, { vault: vault.address });
*/
async function allowSales(client, parameters) {
	const { vault, router = client.deployment.router } = parameters;
	const from = await senderOf(client);
	const token = {
		address: vaultAt(client, vault).optionToken,
		abi: optionTokenAbi
	};
	if (await read(client, {
		...token,
		functionName: "isOperator",
		args: [from, router]
	})) return {};
	return { receipt: await send(client, {
		...token,
		functionName: "setOperator",
		args: [router, true]
	}, { from }) };
}
//#endregion
//#region src/rpc/ifAnswered.ts
/**
* What a contract answers to a call that it may not know; nothing where it refuses, or answers with something else. A
* node that fails is another matter, and an error.
*/
async function ifAnswered(call) {
	try {
		return await call;
	} catch (error) {
		if (isRevert(error) || error instanceof require_NodeError.NodeError) return void 0;
		throw error;
	}
}
//#endregion
//#region src/rpc/signTypedData.ts
/** The fields that a domain may have, in EIP-712's order. */
const DOMAIN_FIELDS = [
	{
		name: "name",
		type: "string"
	},
	{
		name: "version",
		type: "string"
	},
	{
		name: "chainId",
		type: "uint256"
	},
	{
		name: "verifyingContract",
		type: "address"
	},
	{
		name: "salt",
		type: "bytes32"
	}
];
/** The fields that a domain has. */
function domainFields(domain) {
	return DOMAIN_FIELDS.filter(({ name }) => domain[name] !== void 0);
}
/** An account's signature over typed data (`eth_signTypedData_v4`). */
async function signTypedData({ provider }, { account, data }) {
	const { domain, types, primaryType, message } = data;
	const EIP712Domain = domainFields(domain);
	const json = JSON.stringify({
		domain,
		types: {
			EIP712Domain,
			...types
		},
		primaryType,
		message
	}, (_, value) => typeof value === "bigint" ? String(value) : value);
	return String(await provider.request({
		method: "eth_signTypedData_v4",
		params: [account, json]
	}));
}
//#endregion
//#region src/rpc/domainSeparator.ts
/** The hash of a domain (EIP-712), which tokens answer as their `DOMAIN_SEPARATOR()`. */
function domainSeparator(domain) {
	return (0, ox_TypedData.hashDomain)({
		domain,
		types: { EIP712Domain: domainFields(domain) }
	});
}
//#endregion
//#region src/client/permitDomain.ts
/** Versions that tokens sign under without saying so. */
const USUAL_VERSIONS = ["1", "2"];
/** ERC-5267's bits, in the order of the answer. */
const FIELDS = {
	name: 1,
	version: 2,
	chainId: 4,
	verifyingContract: 8,
	salt: 16
};
const WORD_DIGITS$1 = 64;
/**
* The domain under which a token takes signatures (EIP-712): the one it states by ERC-5267 or, for older tokens, the
* one of the usual domains whose hash is the token's own `DOMAIN_SEPARATOR()`.
* @throws PermitError where none is
* @example
* const domain = await permitDomain(client, { token: marketOf(client).quote.address });
*/
async function permitDomain(client, { token }) {
	const contract = {
		address: token,
		abi: tokenAbi,
		args: []
	};
	const [stated, separator] = await Promise.all([ifAnswered(read(client, {
		...contract,
		functionName: "eip712Domain"
	})), ifAnswered(read(client, {
		...contract,
		functionName: "DOMAIN_SEPARATOR"
	}))]);
	const own = stated === void 0 ? void 0 : statedDomain(stated);
	if (separator === void 0) {
		if (own !== void 0 && isOf(own, {
			client,
			token
		})) return own;
		throw refused(token, stated === void 0 ? "neither eip712Domain() nor DOMAIN_SEPARATOR()" : "another's domain");
	}
	const [name, version] = await Promise.all([ifAnswered(read(client, {
		...contract,
		functionName: "name"
	})), ifAnswered(read(client, {
		...contract,
		functionName: "version"
	}))]);
	const usual = name === void 0 ? [] : usualDomains({
		client,
		token,
		name,
		version
	});
	const found = (own !== void 0 && isOf(own, {
		client,
		token
	}) ? [own, ...usual] : usual).find((domain) => domainSeparator(domain) === separator);
	if (found !== void 0) return found;
	throw refused(token, `DOMAIN_SEPARATOR() ${separator}, which no usual domain of chain ${client.deployment.chainId} has`);
}
/** What ERC-5267 answers; nothing where it asks for more than EIP-712 itself has. */
function statedDomain(answer) {
	const [fields, name, version, chainId, verifyingContract, salt, extensions] = answer;
	if (extensions.length > 0) return void 0;
	const has = (bit) => (Number(fields) & bit) !== 0;
	return {
		...has(FIELDS.name) ? { name } : {},
		...has(FIELDS.version) ? { version } : {},
		...has(FIELDS.chainId) ? { chainId } : {},
		...has(FIELDS.verifyingContract) ? { verifyingContract } : {},
		...has(FIELDS.salt) ? { salt } : {}
	};
}
/** Whether a signature under a domain is good for this token on this chain and for nothing else. */
function isOf(domain, { client, token }) {
	const { chainId, verifyingContract, salt } = domain;
	const here = BigInt(client.deployment.chainId);
	return (chainId === void 0 ? salt === saltOf(here) : chainId === here) && verifyingContract !== void 0 && require_ContractError.isSame(verifyingContract, token);
}
function usualDomains(terms) {
	const { client, token: verifyingContract, name, version } = terms;
	const chainId = BigInt(client.deployment.chainId);
	return [...[...new Set([...version === void 0 ? [] : [version], ...USUAL_VERSIONS])].map((known) => ({
		name,
		version: known
	})), { name }].flatMap((named) => [{
		...named,
		chainId,
		verifyingContract
	}, {
		...named,
		verifyingContract,
		salt: saltOf(chainId)
	}]);
}
function saltOf(chainId) {
	return `0x${require_ContractError.toQuantity(chainId).slice(2).padStart(WORD_DIGITS$1, "0")}`;
}
function refused(token, got) {
	return new require_PermitError.PermitError(token, {
		expected: `a token that says what its permits are signed under`,
		got: `${token} with ${got}`,
		action: "approve it with ensureAllowance, or pay through the swap router with signPermit2"
	});
}
//#endregion
//#region src/client/requireNotNegative.ts
/**
* Requires an amount that counts what is moved, whichever way it goes.
* @param what "shares", named in the error
* @throws OrderError where it is negative
*/
function requireNotNegative(amount, what) {
	if (amount >= 0n) return;
	throw new require_toWad.OrderError({
		expected: `${what} of zero or more`,
		got: String(amount),
		action: `give ${what} without a sign`
	});
}
//#endregion
//#region src/client/splitSignature.ts
const WORD = 64;
const HIGHEST_BIT = 1n << 255n;
const LEAST_V = 27;
/**
* An ECDSA signature in the parts that contracts take, from its 65 bytes, or the 64 of EIP-2098.
* @throws NodeError where a wallet gave something else
*/
function splitSignature(signature) {
	const digits = require_ContractError.isHex(signature) ? signature.slice(2) : "";
	const [r, s, rest] = [
		digits.slice(0, WORD),
		digits.slice(WORD, 2 * WORD),
		digits.slice(2 * WORD)
	];
	if (s.length < WORD || rest.length > 2) throw new require_NodeError.NodeError({
		expected: "a signature of 64 or 65 bytes",
		got: signature,
		action: "sign with an account that has a key: a contract's signature is none that tokens take"
	});
	if (rest === "") {
		const compact = BigInt(`0x${s}`);
		const plain = (compact & HIGHEST_BIT - 1n).toString(16).padStart(WORD, "0");
		return {
			v: LEAST_V + Number(compact >> 255n),
			r: `0x${r}`,
			s: `0x${plain}`
		};
	}
	const v = Number(`0x${rest}`);
	return {
		v: v < LEAST_V ? v + LEAST_V : v,
		r: `0x${r}`,
		s: `0x${s}`
	};
}
//#endregion
//#region src/client/signPermit.ts
const PERMIT_TYPES = { Permit: [
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
		name: "nonce",
		type: "uint256"
	},
	{
		name: "deadline",
		type: "uint256"
	}
] };
/** `PERMIT_TYPEHASH` of the standard, and of the form that DAI had before it. */
const ERC2612_FORM = require_ContractError.signatureHash("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
const DAI_FORM = require_ContractError.signatureHash("Permit(address holder,address spender,uint256 nonce,uint256 expiry,bool allowed)");
const INSTEAD = "approve it with ensureAllowance, or pay through the swap router with signPermit2";
/**
* Signs the caller's ERC-2612 permit of a token to the router, so that an order needs no separate approval.
*
* The router goes on where a permit fails, so one that the token would not take is refused here: for its form or its
* domain before anything is signed, and for anything else once the token, asked without sending, has refused the
* signature.
* @throws PermitError where the token takes no such permits, or not this one
* @example
* const { address: token } = marketOf(client).quote;
* const permit = await signPermit(client, { token, value: 10n ** 9n, deadline });
*/
async function signPermit(client, parameters) {
	const { token, value, deadline, spender = client.deployment.router } = parameters;
	requireDeadline(deadline);
	requireNotNegative(value, "a value");
	const owner = await senderOf(client);
	const contract = {
		address: token,
		abi: tokenAbi
	};
	const [counted, form] = await Promise.all([ifAnswered(read(client, {
		...contract,
		functionName: "nonces",
		args: [owner]
	})), ifAnswered(read(client, {
		...contract,
		functionName: "PERMIT_TYPEHASH",
		args: []
	}))]);
	const nonce = requireForm(token, {
		nonce: counted,
		form
	});
	const { v, r, s } = splitSignature(await signTypedData(client, {
		account: owner,
		data: {
			domain: await permitDomain(client, { token }),
			types: PERMIT_TYPES,
			primaryType: "Permit",
			message: {
				owner,
				spender,
				value,
				nonce,
				deadline
			}
		}
	}));
	try {
		const args = [
			owner,
			spender,
			value,
			deadline,
			v,
			r,
			s
		];
		await read(client, {
			...contract,
			functionName: "permit",
			args
		});
	} catch (error) {
		if (!isRevert(error)) throw error;
		throw new require_PermitError.PermitError(token, {
			expected: `a permit that ${token} takes`,
			got: `its refusal (${error instanceof Error ? error.message : String(error)})`,
			action: INSTEAD
		});
	}
	return {
		token,
		value,
		deadline,
		v,
		r,
		s
	};
}
/**
* The nonce of a token whose permits are of the standard's form: others have other arguments, which the router's call
* does not carry.
*/
function requireForm(token, { nonce, form }) {
	const expected = "a token with permits by ERC-2612";
	if (form === DAI_FORM) throw new require_PermitError.PermitError(token, {
		expected,
		got: `${token}, whose permits are of DAI's form (nonce, expiry, allowed), which the router cannot pass on`,
		action: INSTEAD
	});
	if (form !== void 0 && form !== ERC2612_FORM) throw new require_PermitError.PermitError(token, {
		expected,
		got: `${token}, whose permits are of type ${form}`,
		action: INSTEAD
	});
	if (nonce !== void 0) return nonce;
	throw new require_PermitError.PermitError(token, {
		expected,
		got: `${token}, which has no nonces(owner)`,
		action: INSTEAD
	});
}
//#endregion
//#region src/client/signPermit2.ts
const TRANSFER_TYPES = {
	PermitTransferFrom: [
		{
			name: "permitted",
			type: "TokenPermissions"
		},
		{
			name: "spender",
			type: "address"
		},
		{
			name: "nonce",
			type: "uint256"
		},
		{
			name: "deadline",
			type: "uint256"
		}
	],
	TokenPermissions: [{
		name: "token",
		type: "address"
	}, {
		name: "amount",
		type: "uint256"
	}]
};
const NONCE_BYTES = 32;
/**
* Signs the caller's Permit2 transfer to the swap router, good once and for no other spender. The token must have been
* approved to Permit2 before (`ensureAllowance` with `deployment.permit2`), which most wallets have.
*
* Permit2 asks an account with code whether the signature is its own (ERC-1271), and takes ECDSA from others only.
* Since EIP-7702 an account with a private key may have code, too, by delegation: then it is that code that accepts
* this signature or does not. Where it does not, pay by an allowance to the swap router instead.
* @example
* const { address: token } = marketOf(client).quote;
* const permit = await signPermit2(client, { token, amount: 10n ** 9n, deadline });
*/
async function signPermit2(client, parameters) {
	const { token, amount, deadline, nonce = randomNonce() } = parameters;
	const { chainId, permit2, swapRouter } = client.deployment;
	requireDeadline(deadline);
	requireNotNegative(amount, "an amount");
	return {
		amount,
		nonce,
		deadline,
		signature: await signTypedData(client, {
			account: await senderOf(client),
			data: {
				domain: {
					name: "Permit2",
					chainId: BigInt(chainId),
					verifyingContract: permit2
				},
				types: TRANSFER_TYPES,
				primaryType: "PermitTransferFrom",
				message: {
					permitted: {
						token,
						amount
					},
					spender: swapRouter,
					nonce,
					deadline
				}
			}
		})
	};
}
/** Permit2's nonces have no order: of so many at random none comes twice. */
function randomNonce() {
	const bytes = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
	return BigInt(`0x${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`);
}
//#endregion
//#region src/client/deposit.ts
/**
* Provides collateral to a vault, approving it first where that is needed.
* @throws ContractError where the vault takes no deposit now, or the shares are fewer than `minShares`
* @example
* const assets = 10n ** BigInt(vault.collateral.decimals);
* const { shares } = await deposit(client, { vault: vault.address, assets, minShares: 0n, deadline });
*/
async function deposit(client, { vault, assets, minShares, deadline }) {
	requireNotNegative(assets, "assets");
	requireDeadline(deadline);
	const from = await senderOf(client);
	const { collateral } = vaultAt(client, vault);
	await ensureAllowance(client, {
		token: collateral.address,
		spender: vault,
		amount: assets
	});
	const { result: shares, receipt } = await rehearseAndSend(client, {
		address: vault,
		abi: optionVaultAbi,
		functionName: "deposit",
		args: [
			assets,
			from,
			minShares,
			deadline
		]
	}, { from });
	return {
		shares,
		receipt
	};
}
//#endregion
//#region src/client/withdraw.ts
/**
* Redeems the signer's shares at net asset value less the band.
* @throws ContractError where the vault cannot pay now (`requestRedeem` queues), or pays less than `minAssets`
* @example
* const { assets } = await withdraw(client, { vault: vault.address, shares: 10n ** 15n, minAssets: 0n, deadline });
*/
async function withdraw(client, { vault, shares, minAssets, deadline }) {
	requireNotNegative(shares, "shares");
	requireDeadline(deadline);
	const from = await senderOf(client);
	const args = [
		shares,
		from,
		from,
		minAssets,
		deadline
	];
	const { result: assets, receipt } = await rehearseAndSend(client, {
		address: vaultAt(client, vault).address,
		abi: optionVaultAbi,
		functionName: "redeem",
		args
	}, { from });
	return {
		assets,
		receipt
	};
}
//#endregion
//#region src/client/guaranteedExit.ts
/**
* Leaves a vault without any price: works in every state, frozen feeds included, and pays at most the fair part.
* @throws ContractError where the signer has fewer shares
* @example
* const { assets } = await guaranteedExit(client, { vault: vault.address, shares: 10n ** 15n });
*/
async function guaranteedExit(client, { vault, shares }) {
	requireNotNegative(shares, "shares");
	const from = await senderOf(client);
	const { address } = vaultAt(client, vault);
	const { result: assets, receipt } = await rehearseAndSend(client, {
		address,
		abi: optionVaultAbi,
		functionName: "guaranteedExit",
		args: [
			shares,
			from,
			from
		]
	}, { from });
	return {
		assets,
		receipt
	};
}
//#endregion
//#region src/client/requestRedeem.ts
/**
* Asks a vault's queue to redeem the signer's shares with this epoch's batch, allowing it the shares first where
* needed.
* @throws ContractError where the request is too small, or the minimum beyond the highest level
* @example
* const { requestId } = await requestRedeem(client, { vault: vault.address, shares: 10n ** 18n });
*/
async function requestRedeem(client, { vault, shares, minPrice = 0n }) {
	requireNotNegative(shares, "shares");
	const from = await senderOf(client);
	const { queue } = vaultAt(client, vault);
	await ensureAllowance(client, {
		token: vault,
		spender: queue,
		amount: shares
	});
	const { result: requestId, receipt } = await rehearseAndSend(client, {
		address: queue,
		abi: redeemQueueAbi,
		functionName: "requestRedeem",
		args: [
			shares,
			from,
			from,
			minPrice
		]
	}, { from });
	return {
		requestId,
		receipt
	};
}
//#endregion
//#region src/client/redeemRequests.ts
/**
* What an account has in a vault's queue, oldest first.
* @example
* const requests = await redeemRequests(client, { vault: vault.address, controller: account });
*/
async function redeemRequests(client, { vault, controller }) {
	const queue = {
		address: vaultAt(client, vault).queue,
		abi: redeemQueueAbi
	};
	const ids = await read(client, {
		...queue,
		functionName: "requestsOf",
		args: [controller]
	});
	const standings = ids.map((id) => batchCall({
		...queue,
		functionName: "standingOf",
		args: [id, controller]
	}));
	const minima = ids.map((id) => batchCall({
		...queue,
		functionName: "minimumPriceOf",
		args: [id]
	}));
	const [{ results: stands }, { results: prices }] = await Promise.all([readBatch(client, { calls: standings }), readBatch(client, { calls: minima })]);
	return ids.flatMap((requestId, index) => {
		const standing = stands[index];
		if (standing === void 0) return [];
		const [claimable, assets, pending, returnable] = standing;
		return [{
			requestId,
			minPrice: prices[index] ?? 0n,
			claimable,
			assets,
			pending,
			returnable
		}];
	});
}
//#endregion
//#region src/client/fillRedeem.ts
/**
* Fills the batch of a vault's queue whose epoch has ended, as far as the vault can pay now. Anyone may. No shares where all ask
* for more than the price, or where nothing may leave and those who ask for more than anybody could be paid were left out.
* @throws ContractError where no batch waits, or the vault cannot pay
* @example
* const { shares, assets } = await fillRedeem(client, { vault: vault.address });
*/
async function fillRedeem(client, { vault }) {
	const from = await senderOf(client);
	const queue = {
		address: vaultAt(client, vault).queue,
		abi: redeemQueueAbi
	};
	const epoch = await read(client, {
		...queue,
		functionName: "currentEpoch",
		args: []
	}) - 1n;
	const { result, receipt } = await rehearseAndSend(client, {
		...queue,
		functionName: "fill",
		args: [epoch]
	}, { from });
	const [shares, assets] = result;
	return {
		shares,
		assets,
		receipt
	};
}
//#endregion
//#region src/client/claimRedeem.ts
/**
* Takes what one of the signer's requests has come to: token units of what was filled, and shares of what will not be.
* @throws ContractError where nothing has come of it yet
* @example
* const [request] = await redeemRequests(client, { vault: vault.address, controller: account });
* const { assets, shares } = await claimRedeem(client, { vault: vault.address, requestId: request.requestId });
*/
async function claimRedeem(client, { vault, requestId }) {
	const from = await senderOf(client);
	const args = [
		requestId,
		from,
		from
	];
	const { result, receipt } = await rehearseAndSend(client, {
		address: vaultAt(client, vault).queue,
		abi: redeemQueueAbi,
		functionName: "claim",
		args
	}, { from });
	const [assets, shares] = result;
	return {
		assets,
		shares,
		receipt
	};
}
//#endregion
//#region src/client/renewRedeem.ts
/**
* Puts what one of the signer's requests could not have filled into this epoch's batch.
* @throws ContractError where nothing of it is left over
* @example
* const [request] = await redeemRequests(client, { vault: vault.address, controller: account });
* const { requestId } = await renewRedeem(client, { vault: vault.address, requestId: request.requestId });
*/
async function renewRedeem(client, { vault, requestId, minPrice = 0n }) {
	const from = await senderOf(client);
	const args = [
		requestId,
		from,
		minPrice
	];
	const { result, receipt } = await rehearseAndSend(client, {
		address: vaultAt(client, vault).queue,
		abi: redeemQueueAbi,
		functionName: "renew",
		args
	}, { from });
	return {
		requestId: result,
		receipt
	};
}
//#endregion
//#region src/client/redeemOptions.ts
/**
* Pays out settled options of the signer.
* @throws ContractError where the expiry is not settled, or fewer are held
* @example
* const { options } = await positions(client, { account });
* for (const { vault, id, quantity, payout } of options) {
*   if (payout > 0n) await redeemOptions(client, { vault: vault.address, id, quantity });
* }
*/
async function redeemOptions(client, { vault, id, quantity }) {
	const options = require_toWad.toWad(quantity, "quantity");
	requireNotNegative(options, "a quantity");
	const from = await senderOf(client);
	const { address } = vaultAt(client, vault);
	const { result: payout, receipt } = await rehearseAndSend(client, {
		address,
		abi: optionVaultAbi,
		functionName: "redeemOptions",
		args: [
			id,
			options,
			from,
			from
		]
	}, { from });
	return {
		payout,
		receipt
	};
}
//#endregion
//#region src/rpc/logsOf.ts
/** What contracts said in a range of blocks, in order. */
async function logsOf({ provider }, search) {
	const { addresses, topics = [], fromBlock, toBlock } = search;
	const filter = {
		address: addresses,
		topics,
		fromBlock: require_ContractError.toQuantity(fromBlock),
		toBlock: toBlock === void 0 ? "latest" : require_ContractError.toQuantity(toBlock)
	};
	const answer = await provider.request({
		method: "eth_getLogs",
		params: [filter]
	});
	if (Array.isArray(answer)) return answer;
	throw new require_NodeError.NodeError({
		expected: "logs from eth_getLogs",
		got: String(answer),
		action: "check the node"
	});
}
//#endregion
//#region src/client/positions.ts
/** `Transfer(address caller, address indexed sender, address indexed receiver, uint256 indexed id, uint256 amount)` of ERC-6909. */
const TRANSFER = "0x1b3d7edb2e9c0b0e7c525b20aaaef0f5940d2ed71663c7d39266ecafac728859";
const ID_TOPIC = 3;
const WORD_DIGITS = 64;
/**
* What an account has at a deployment's vaults: options, shares and redeem requests. Options are found by the transfers to the
* account, so that settled ones are among them.
* @throws NodeError where the node does not search as far back as `fromBlock`
* @example
* const { options, shares, requests } = await positions(client, { account });
*/
async function positions(client, parameters) {
	const { account, market, fromBlock } = parameters;
	const vaults = market === void 0 ? client.vaults : marketOf(client, market).vaults;
	const received = await receivedBy(client, {
		account,
		vaults,
		fromBlock
	});
	const held = received.map(({ vault, id }) => batchCall({
		address: vault.optionToken,
		abi: optionTokenAbi,
		functionName: "balanceOf",
		args: [account, id]
	}));
	const settled = received.map(({ vault, id }) => {
		const { expiry } = require_ContractError.parseSeriesId(id);
		return batchCall({
			address: vault.address,
			abi: optionVaultAbi,
			functionName: "settledPrice",
			args: [expiry]
		});
	});
	const owned = vaults.map(({ address }) => batchCall({
		address,
		abi: optionVaultAbi,
		functionName: "balanceOf",
		args: [account]
	}));
	const { results, block } = await readBatch(client, { calls: [
		...held,
		...settled,
		...owned
	] });
	const [quantities, prices] = [results.slice(0, received.length), results.slice(received.length)];
	const found = received.flatMap(({ vault, id }, index) => {
		const quantity = quantities[index] ?? 0n;
		if (quantity === 0n) return [];
		const price = prices[index] ?? 0n;
		const { kind } = vault;
		return [{
			vault,
			id,
			kind,
			...require_ContractError.parseSeriesId(id),
			quantity,
			settledPrice: price === 0n ? void 0 : price
		}];
	});
	const options = await Promise.all(found.map(async (option) => ({
		...option,
		payout: await payoutOf(client, {
			...option,
			account,
			block
		})
	})));
	const requests = await Promise.all(vaults.map(async (vault) => (await redeemRequests(client, {
		vault: vault.address,
		controller: account
	})).map((one) => ({
		vault,
		...one
	}))));
	return {
		block,
		options: options.sort((one, other) => one.id < other.id ? -1 : one.id > other.id ? 1 : 0),
		shares: vaults.map((vault, index) => ({
			vault,
			shares: results[2 * received.length + index] ?? 0n
		})).filter(({ shares }) => shares > 0n),
		requests: requests.flat()
	};
}
/** The series that an account ever got, each once. */
async function receivedBy(client, { account, vaults, fromBlock = 0n }) {
	const receiver = `0x${account.slice(2).toLowerCase().padStart(WORD_DIGITS, "0")}`;
	const logs = await logsOf(client, {
		addresses: vaults.map(({ optionToken }) => optionToken),
		topics: [
			TRANSFER,
			null,
			receiver
		],
		fromBlock
	}).catch((error) => {
		const [reason] = (error instanceof Error ? error.message : String(error)).split("\n");
		throw new require_NodeError.NodeError({
			expected: `a node that finds the options received since block ${fromBlock}`,
			got: reason ?? "none",
			action: "give the block of the account's first purchase as fromBlock, or ask another node"
		});
	});
	const found = /* @__PURE__ */ new Map();
	for (const { address, topics } of logs) {
		const vault = vaults.find(({ optionToken }) => optionToken.toLowerCase() === address.toLowerCase());
		const id = topics[ID_TOPIC];
		if (vault !== void 0 && id !== void 0) found.set(`${address}:${id}`, {
			vault,
			id: BigInt(id)
		});
	}
	return [...found.values()];
}
/** As the vault itself would pay it. */
async function payoutOf(client, { vault, id, quantity, settledPrice, account, block }) {
	if (settledPrice === void 0) return 0n;
	const args = [
		id,
		quantity,
		account,
		account
	];
	return read(client, {
		address: vault.address,
		abi: optionVaultAbi,
		functionName: "redeemOptions",
		args
	}, {
		from: account,
		block: block.number
	});
}
//#endregion
//#region src/client/vaultView.ts
/** How far a vault is shut: `VaultState.sol`, in its order. */
const VAULT_STATES = [
	"open",
	"guarded",
	"closeOnly",
	"settleOnly"
];
/**
* One vault at one block: its state, balances, net asset value, utilisation, Greeks and expiries.
* @throws OrderError where the deployment has no such vault
* @example
* const { state, assessment } = await vaultView(client, { vault: vault.address });
* const price = assessment === undefined ? "none now" : formatWad(assessment.sharePrice ?? 0n);
*/
async function vaultView(client, parameters) {
	const vault = vaultAt(client, parameters.vault);
	const contract = {
		address: vault.address,
		abi: optionVaultAbi,
		args: []
	};
	const { results, block } = await readBatch(client, { calls: [
		batchCall({
			...contract,
			functionName: "state"
		}),
		batchCall({
			...contract,
			functionName: "accounts"
		}),
		batchCall({
			...contract,
			functionName: "totalSupply"
		}),
		batchCall({
			...contract,
			functionName: "expiries"
		}),
		batchCall({
			...contract,
			functionName: "decimals"
		})
	] });
	const [state, { held, reserve, feesOwed, escrow, lock }, totalSupply, expiries, shareDecimals] = results;
	return {
		vault,
		block,
		state: VAULT_STATES[state] ?? "settleOnly",
		totalSupply,
		shareDecimals,
		expiries,
		held,
		reserve,
		feesOwed,
		escrow,
		lock,
		assessment: await assessmentOf(client, {
			vault,
			block,
			totalSupply,
			shareDecimals
		})
	};
}
async function assessmentOf(client, terms) {
	const { vault, block, totalSupply, shareDecimals } = terms;
	const assessed = await ifAnswered(read(client, {
		address: vault.address,
		abi: optionVaultAbi,
		functionName: "assess",
		args: []
	}, { block: block.number }));
	if (assessed === void 0) return void 0;
	const { spot, spotConfidence, volConfidence, value, greeks, moveCharge, rentCharge, nav, band, capital, lock } = assessed;
	return {
		spot,
		spotConfidence,
		volatilityConfidence: volConfidence,
		bookValue: value,
		greeks,
		riskCharge: moveCharge + rentCharge,
		nav,
		band,
		sharePrice: totalSupply === 0n ? void 0 : nav * 10n ** BigInt(shareDecimals) / totalSupply,
		utilisation: capital.actual === 0n ? void 0 : lock * require_constants.WAD / capital.actual
	};
}
//#endregion
//#region src/client/watch.ts
/** Blocks that one question is about at most: many nodes refuse more. */
const LONGEST_RANGE = 1000n;
/**
* What vaults, queues, surfaces and signed spots say, each event once and in the chain's order, until the signal is given or the
* loop is left. Asks the node at the client's polling interval; blocks that are undone later are not reported.
* @example
* for await (const event of watch(client, { events: ["OptionsBought"], fromBlock: 0n })) {
*   console.log(event.vault?.symbol, event.args.quantity);
*   break;
* }
*/
async function* watch(client, parameters = {}) {
	const { market, events, confirmations = 0, signal } = parameters;
	const sources = (market === void 0 ? client.markets : [marketOf(client, market)]).flatMap(sourcesOf);
	const wanted = events === void 0 ? void 0 : new Set(events);
	let next = parameters.fromBlock ?? (await blockOf(client)).number + 1n;
	while (!isOver(signal)) {
		const last = (await blockOf(client)).number - BigInt(confirmations);
		while (next <= last && !isOver(signal)) {
			const end = next + LONGEST_RANGE - 1n < last ? next + LONGEST_RANGE - 1n : last;
			const addresses = sources.map(({ address }) => address);
			for (const log of await logsOf(client, {
				addresses,
				fromBlock: next,
				toBlock: end
			})) {
				const source = sources.find(({ address }) => require_ContractError.isSame(address, log.address));
				const event = source === void 0 ? void 0 : decoded(source, log);
				if (event === void 0 || wanted?.has(event.name) === false) continue;
				if (isOver(signal)) return;
				const { blockNumber, transactionHash, logIndex } = log;
				yield {
					...event,
					blockNumber: BigInt(blockNumber),
					transactionHash,
					logIndex: Number(logIndex)
				};
			}
			next = end + 1n;
		}
		await sleep(client.pollingInterval, signal);
	}
}
/** Asked anew each time: it may be given at any. */
function isOver(signal) {
	return signal?.aborted === true;
}
function sourcesOf({ name, surface, signedSpot, vaults }) {
	const ofMarket = {
		market: name,
		vault: void 0
	};
	return [
		...vaults.flatMap((vault) => [{
			contract: "vault",
			abi: vaultEventsAbi,
			address: vault.address,
			market: name,
			vault
		}, {
			contract: "queue",
			abi: queueEventsAbi,
			address: vault.queue,
			market: name,
			vault
		}]),
		{
			contract: "surface",
			abi: surfaceEventsAbi,
			address: surface,
			...ofMarket
		},
		...signedSpot === void 0 ? [] : [{
			contract: "signedSpot",
			abi: signedSpotEventsAbi,
			address: signedSpot,
			...ofMarket
		}]
	];
}
/** An event by its contract's ABI; nothing where it has none of the kind. */
function decoded({ abi, ...source }, { topics, data }) {
	const item = abi.filter((item) => item.type === "event").find((candidate) => topicOf(candidate) === topics[0]);
	if (item === void 0) return void 0;
	const indexed = topics.slice(1);
	const plain = item.inputs.filter((input) => input.indexed !== true);
	const values = plain.length === 0 ? [] : [...require_ContractError.decodeValues(plain, data)];
	const args = item.inputs.map((input) => {
		if (input.indexed !== true) return [input.name, values.shift()];
		const [value] = require_ContractError.decodeValues([input], indexed.shift() ?? "0x");
		return [input.name, value];
	});
	return {
		...source,
		name: item.name,
		args: Object.fromEntries(args)
	};
}
/** An event's first topic, hashed once. */
function topicOf(event) {
	const known = topicsOf.get(event) ?? require_ContractError.signatureHash(require_ContractError.signatureOf(event));
	topicsOf.set(event, known);
	return known;
}
const topicsOf = /* @__PURE__ */ new WeakMap();
//#endregion
//#region src/client/fetchSpot.ts
/**
* A signed price to bring along with an order: what the fetcher has, if the chain would take it now.
* @returns undefined where the market has no signed spot, nothing was fetched, or the chain would refuse it (it has the same or a
* newer one, it is too old, its signatures are not the reporters'): the order then goes without one
* @example
* const signed = await fetchSpot(client, { fetcher });
* const prices = signed === undefined ? [] : [{ vault: vault.address, signed }];
*/
async function fetchSpot(client, parameters) {
	const { signedSpot, name } = marketOf(client, parameters.market);
	if (signedSpot === void 0) return void 0;
	const signed = await parameters.fetcher(name);
	if (signed === void 0) return void 0;
	try {
		await read(client, {
			address: signedSpot,
			abi: signedSpotAbi,
			functionName: "submit",
			args: [signed]
		});
		return signed;
	} catch (error) {
		if (error instanceof require_ContractError.ContractError) return void 0;
		throw error;
	}
}
//#endregion
//#region src/client/submitSpot.ts
/**
* Delivers a signed spot price by itself, in effect at once. Anyone may; an order can also bring it along.
* @throws SpotError where the market has no signed spot
* @throws ContractError where the chain refuses it
* @example
* const { receipt } = await submitSpot(client, { signed });
*/
async function submitSpot(client, { market, signed }) {
	const { signedSpot: address, name } = marketOf(client, market);
	if (address === void 0) throw new require_SpotError.SpotError({
		expected: "a market with signed spot prices",
		got: `${name}, which has none`,
		action: "trade at the push feed's price"
	});
	const from = await senderOf(client);
	return { receipt: await send(client, {
		address,
		abi: signedSpotAbi,
		functionName: "submit",
		args: [signed]
	}, { from }) };
}
//#endregion
//#region src/client/submitReport.ts
/**
* Delivers a signed report; it takes effect in the next block. Anyone may.
* @throws ContractError where the chain refuses it
* @example
* const { receipt } = await submitReport(client, { report, signatures });
*/
async function submitReport(client, { market, report, signatures }) {
	const { surface: address } = marketOf(client, market);
	const from = await senderOf(client);
	return { receipt: await send(client, {
		address,
		abi: volatilitySurfaceAbi,
		functionName: "submit",
		args: [report, signatures]
	}, { from }) };
}
//#endregion
Object.defineProperty(exports, "VAULT_STATES", {
	enumerable: true,
	get: function() {
		return VAULT_STATES;
	}
});
Object.defineProperty(exports, "allowSales", {
	enumerable: true,
	get: function() {
		return allowSales;
	}
});
Object.defineProperty(exports, "batchCall", {
	enumerable: true,
	get: function() {
		return batchCall;
	}
});
Object.defineProperty(exports, "bestSale", {
	enumerable: true,
	get: function() {
		return bestSale;
	}
});
Object.defineProperty(exports, "bestSplit", {
	enumerable: true,
	get: function() {
		return bestSplit;
	}
});
Object.defineProperty(exports, "claimRedeem", {
	enumerable: true,
	get: function() {
		return claimRedeem;
	}
});
Object.defineProperty(exports, "connect", {
	enumerable: true,
	get: function() {
		return connect;
	}
});
Object.defineProperty(exports, "deposit", {
	enumerable: true,
	get: function() {
		return deposit;
	}
});
Object.defineProperty(exports, "encodePath", {
	enumerable: true,
	get: function() {
		return encodePath;
	}
});
Object.defineProperty(exports, "ensureAllowance", {
	enumerable: true,
	get: function() {
		return ensureAllowance;
	}
});
Object.defineProperty(exports, "executeOrder", {
	enumerable: true,
	get: function() {
		return executeOrder;
	}
});
Object.defineProperty(exports, "executeSwapOrder", {
	enumerable: true,
	get: function() {
		return executeSwapOrder;
	}
});
Object.defineProperty(exports, "explained", {
	enumerable: true,
	get: function() {
		return explained;
	}
});
Object.defineProperty(exports, "fetchSpot", {
	enumerable: true,
	get: function() {
		return fetchSpot;
	}
});
Object.defineProperty(exports, "fillRedeem", {
	enumerable: true,
	get: function() {
		return fillRedeem;
	}
});
Object.defineProperty(exports, "fromTokenUnits", {
	enumerable: true,
	get: function() {
		return fromTokenUnits;
	}
});
Object.defineProperty(exports, "guaranteedExit", {
	enumerable: true,
	get: function() {
		return guaranteedExit;
	}
});
Object.defineProperty(exports, "joinOrders", {
	enumerable: true,
	get: function() {
		return joinOrders;
	}
});
Object.defineProperty(exports, "marketOf", {
	enumerable: true,
	get: function() {
		return marketOf;
	}
});
Object.defineProperty(exports, "offer", {
	enumerable: true,
	get: function() {
		return offer;
	}
});
Object.defineProperty(exports, "optionChain", {
	enumerable: true,
	get: function() {
		return optionChain;
	}
});
Object.defineProperty(exports, "permitDomain", {
	enumerable: true,
	get: function() {
		return permitDomain;
	}
});
Object.defineProperty(exports, "planOrder", {
	enumerable: true,
	get: function() {
		return planOrder;
	}
});
Object.defineProperty(exports, "planSettlement", {
	enumerable: true,
	get: function() {
		return planSettlement;
	}
});
Object.defineProperty(exports, "positions", {
	enumerable: true,
	get: function() {
		return positions;
	}
});
Object.defineProperty(exports, "quote", {
	enumerable: true,
	get: function() {
		return quote;
	}
});
Object.defineProperty(exports, "quoteSwap", {
	enumerable: true,
	get: function() {
		return quoteSwap;
	}
});
Object.defineProperty(exports, "readBatch", {
	enumerable: true,
	get: function() {
		return readBatch;
	}
});
Object.defineProperty(exports, "redeemOptions", {
	enumerable: true,
	get: function() {
		return redeemOptions;
	}
});
Object.defineProperty(exports, "redeemRequests", {
	enumerable: true,
	get: function() {
		return redeemRequests;
	}
});
Object.defineProperty(exports, "rehearseOrder", {
	enumerable: true,
	get: function() {
		return rehearseOrder;
	}
});
Object.defineProperty(exports, "rehearseSwapOrder", {
	enumerable: true,
	get: function() {
		return rehearseSwapOrder;
	}
});
Object.defineProperty(exports, "renewRedeem", {
	enumerable: true,
	get: function() {
		return renewRedeem;
	}
});
Object.defineProperty(exports, "requestRedeem", {
	enumerable: true,
	get: function() {
		return requestRedeem;
	}
});
Object.defineProperty(exports, "requireChain", {
	enumerable: true,
	get: function() {
		return requireChain;
	}
});
Object.defineProperty(exports, "salesFirst", {
	enumerable: true,
	get: function() {
		return salesFirst;
	}
});
Object.defineProperty(exports, "signPermit", {
	enumerable: true,
	get: function() {
		return signPermit;
	}
});
Object.defineProperty(exports, "signPermit2", {
	enumerable: true,
	get: function() {
		return signPermit2;
	}
});
Object.defineProperty(exports, "submitReport", {
	enumerable: true,
	get: function() {
		return submitReport;
	}
});
Object.defineProperty(exports, "submitSpot", {
	enumerable: true,
	get: function() {
		return submitSpot;
	}
});
Object.defineProperty(exports, "vaultAt", {
	enumerable: true,
	get: function() {
		return vaultAt;
	}
});
Object.defineProperty(exports, "vaultOrders", {
	enumerable: true,
	get: function() {
		return vaultOrders;
	}
});
Object.defineProperty(exports, "vaultView", {
	enumerable: true,
	get: function() {
		return vaultView;
	}
});
Object.defineProperty(exports, "watch", {
	enumerable: true,
	get: function() {
		return watch;
	}
});
Object.defineProperty(exports, "withdraw", {
	enumerable: true,
	get: function() {
		return withdraw;
	}
});
