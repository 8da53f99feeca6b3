import { t as SdkError } from "./SdkError-wrZJ4-1d.mjs";
import { t as NodeError } from "./NodeError-C4IadAaK.mjs";
import { n as OrderError, t as toWad } from "./toWad-qllUekYr.mjs";
import { t as DomainError } from "./DomainError-Cy_vXe16.mjs";
import { decode, encode } from "ox/AbiParameters";
import { keccak256 } from "ox/Hash";
import { fromString } from "ox/Hex";
//#region src/rpc/hex.ts
/** A number as JSON-RPC takes it. */
function toQuantity(value) {
	return `0x${value.toString(16)}`;
}
/** Whether a text is bytes in hexadecimal. */
function isHex(value) {
	return typeof value === "string" && /^0x([0-9a-f]{2})*$/i.test(value);
}
/** Whether two addresses are the same, in whichever letters. */
function isSame(one, other) {
	return one.toLowerCase() === other.toLowerCase();
}
//#endregion
//#region src/rpc/abiCoder.ts
const SELECTOR_LENGTH = 10;
/** A signature as selectors and topics are made from it: `name(type,type)`, structs as tuples of their types. */
function signatureOf({ name, inputs }) {
	return `${name}(${inputs.map(typeOf).join(",")})`;
}
function typeOf(parameter) {
	if (!("components" in parameter)) return parameter.type;
	return `(${parameter.components.map(typeOf).join(",")})${parameter.type.slice(5)}`;
}
/** The hash of a signature: an event's first topic, and in its first four bytes a function's or an error's selector. */
function signatureHash(signature) {
	return keccak256(fromString(signature));
}
/** The selector of a function or an error. */
function selectorOf(item) {
	return signatureHash(signatureOf(item)).slice(0, SELECTOR_LENGTH);
}
/** Values of the types given, addresses with their checksums. */
function decodeValues(types, data) {
	return decode(types, data, { checksumAddress: true });
}
/**
* A call's data.
* @throws OrderError where an argument is not of the function's types: a mistyped address, a number out of range
*/
function encodeCall(call) {
	const item = functionOf(call);
	const selector = selectorOf(item);
	try {
		return `${selector}${encode(item.inputs, call.args).slice(2)}`;
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		if (error instanceof Error && error.name.endsWith("InvalidAddressError")) throw new OrderError({
			expected: "an address of 40 hexadecimal digits",
			got: /"(.*?)"/.exec(message)?.[1] ?? "something else",
			action: "check the addresses that you pass"
		});
		throw new OrderError({
			expected: `arguments as ${call.functionName} takes them`,
			got: message.split("\n")[0] ?? "others",
			action: "correct the argument"
		});
	}
}
/**
* An answer as the function's ABI has it: its one value, or an array of several.
* @throws NodeError where it is none of that function
*/
function decodeAnswer(call, data) {
	const { outputs } = functionOf(call);
	if (outputs.length === 0) return void 0;
	try {
		const values = decodeValues(outputs, data);
		return outputs.length === 1 ? values[0] : values;
	} catch {
		throw new NodeError({
			expected: `an answer to ${call.functionName} from a contract at ${call.address}`,
			got: data === "0x" ? "none" : data,
			action: "check that the addresses belong to this chain"
		});
	}
}
function functionOf({ abi, functionName, args }) {
	const named = abi.filter((item) => item.type === "function").filter(({ name }) => name === functionName);
	const found = named.find(({ inputs }) => inputs.length === args.length);
	if (found !== void 0) return found;
	throw new OrderError({
		expected: `a function ${functionName} of ${args.length} arguments in the ABI`,
		got: named.map(signatureOf).join(", ") || "none of the name",
		action: "check the name and its arguments"
	});
}
//#endregion
//#region src/units/formatWad.ts
const DECIMALS = 18;
/**
* An 18-decimal fixed-point number of the chain as a decimal string with all its digits: `toWad` gives the same number
* back.
*/
function formatWad(value) {
	const digits = String(value < 0n ? -value : value).padStart(DECIMALS + 1, "0");
	const fraction = digits.slice(-DECIMALS).replace(/0+$/, "");
	return `${value < 0n ? "-" : ""}${digits.slice(0, -DECIMALS)}${fraction === "" ? "" : `.${fraction}`}`;
}
//#endregion
//#region src/units/seriesId.ts
const STRIKE_BITS = 128n;
const MAX_STRIKE = (1n << STRIKE_BITS) - 1n;
const MAX_EXPIRY = (1n << 40n) - 1n;
/**
* The ERC-6909 id of a series (`SeriesId.sol`): expiry in unix seconds, strike in quote per underlying (a bigint is
* WAD).
* @throws DomainError where no series can have these terms
*/
function toSeriesId(expiry, strike) {
	const seconds = typeof expiry === "number" && !Number.isInteger(expiry) ? 0n : BigInt(expiry);
	if (seconds <= 0n || seconds > MAX_EXPIRY) throw new DomainError("expiry", {
		value: expiry,
		expected: "unix seconds from 1 to 2^40 - 1"
	});
	const price = toWad(strike, "strike");
	if (price <= 0n || price > MAX_STRIKE) throw new DomainError("strike", {
		value: strike,
		expected: "a WAD price from 1 to 2^128 - 1"
	});
	return seconds << STRIKE_BITS | price;
}
/** The terms that an id carries, refusing ids that `toSeriesId` could not have made. */
function parseSeriesId(id) {
	const terms = {
		expiry: id >> STRIKE_BITS,
		strike: id & MAX_STRIKE
	};
	if (id < 0n || toSeriesId(terms.expiry, terms.strike) !== id) throw new DomainError("series id", {
		value: id,
		expected: "as made by toSeriesId"
	});
	return terms;
}
//#endregion
//#region src/errors/ContractError.ts
/** A contract refused, by one of its named errors. */
var ContractError = class extends SdkError {
	/** The error's name; where it carries another error, both: "SourceFailed/StaleAnswer". */
	errorName;
	/** The revert data. */
	data;
	constructor(errorName, { data, ...explanation }) {
		super(explanation);
		this.message = `${errorName}: ${this.message}`;
		this.errorName = errorName;
		this.data = data;
	}
};
//#endregion
export { decodeAnswer as a, selectorOf as c, isHex as d, isSame as f, formatWad as i, signatureHash as l, parseSeriesId as n, decodeValues as o, toQuantity as p, toSeriesId as r, encodeCall as s, ContractError as t, signatureOf as u };
