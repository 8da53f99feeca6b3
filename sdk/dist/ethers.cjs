Object.defineProperty(exports, Symbol.toStringTag, { value: "Module" });
const require_NodeError = require("./NodeError-CSp6Xs5y.cjs");
//#region src/ethers.ts
/**
* An EIP-1193 provider of an ethers 6 provider, which reads, or signer, which signs and sends as well.
* @throws NodeError where it has no provider that passes requests on (`send`), as those of one URL and of browsers do
* @example
* const client = connect(fromEthers(wallet.connect(new JsonRpcProvider(url))), deployment);
*/
function fromEthers(runner) {
	const signer = "signTypedData" in runner ? runner : void 0;
	const node = senderOf(runner.provider);
	return { async request({ method, params = [] }) {
		if (method === "eth_accounts" || method === "eth_requestAccounts") return signer === void 0 ? [] : [await signer.getAddress()];
		if (signer !== void 0 && method === "eth_sendTransaction") {
			const { to, data, accessList } = params[0];
			const transaction = {
				to,
				data,
				...accessList === void 0 ? {} : { accessList }
			};
			return (await signer.sendTransaction(transaction)).hash;
		}
		if (signer !== void 0 && method === "eth_signTypedData_v4") {
			const { domain, types, message } = JSON.parse(String(params[1]));
			const own = Object.fromEntries(Object.entries(types).filter(([name]) => name !== "EIP712Domain"));
			return signer.signTypedData(domain, own, message);
		}
		return node.send(method, [...params]);
	} };
}
function senderOf(provider) {
	if (provider !== null && "send" in provider && typeof provider.send === "function") return provider;
	throw new require_NodeError.NodeError({
		expected: "an ethers provider that passes requests on, or a signer that has one",
		got: provider === null ? "a signer without a provider" : "a provider without send()",
		action: "use a JsonRpcProvider, a WebSocketProvider or a BrowserProvider"
	});
}
//#endregion
exports.fromEthers = fromEthers;
