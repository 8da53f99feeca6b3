import { d as isHex } from "./ContractError-vCWJ5zZM.mjs";
import { t as SdkError } from "./SdkError-wrZJ4-1d.mjs";
//#region src/rpc/revertDataOf.ts
/** Where providers and libraries put what they wrap. */
const WRAPPERS = [
	"data",
	"error",
	"info",
	"cause",
	"revert"
];
const MAX_DEPTH = 8;
/** Of `0x` and a selector. */
const LEAST_LENGTH = 10;
/** The revert data that an error of a library, of Hardhat or of a JSON-RPC provider carries; nothing where it carries none. */
function revertDataOf(error, depth = 0) {
	if (typeof error === "string") return isHex(error) && error.length >= LEAST_LENGTH ? error : void 0;
	if (typeof error !== "object" || error === null || depth > MAX_DEPTH) return void 0;
	for (const key of WRAPPERS) {
		const found = revertDataOf(error[key], depth + 1);
		if (found !== void 0) return found;
	}
}
//#endregion
//#region src/errors/WrongChainError.ts
/** The record of a deployment and the node that is asked are of different chains. */
var WrongChainError = class extends SdkError {
	/** Of the record. */
	expectedChainId;
	/** Of the node. */
	chainId;
	constructor({ expected, got }) {
		super({
			expected: `a node of chain ${expected}, which the deployment's addresses are of`,
			got: `one of chain ${got}`,
			action: "connect to that chain, or take the addresses of this one; nothing was signed or sent"
		});
		this.expectedChainId = expected;
		this.chainId = got;
	}
};
//#endregion
//#region src/errors/TransactionError.ts
/** A transaction that was sent did not do what it was to do. */
var TransactionError = class extends SdkError {
	/** The transaction's. */
	hash;
	constructor(hash, explanation) {
		super(explanation);
		this.hash = hash;
	}
};
//#endregion
//#region src/errors/PermitError.ts
/** A token whose permits cannot be used here. */
var PermitError = class extends SdkError {
	token;
	constructor(token, explanation) {
		super(explanation);
		this.token = token;
	}
};
//#endregion
export { revertDataOf as i, TransactionError as n, WrongChainError as r, PermitError as t };
