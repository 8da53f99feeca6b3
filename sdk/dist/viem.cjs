Object.defineProperty(exports, Symbol.toStringTag, { value: "Module" });
//#region src/viem.ts
/**
* An EIP-1193 provider of a viem client: a public client reads, a wallet client signs and sends as well, with a key of its own or
* with its node's.
* @example
* const client = connect(fromViem(createWalletClient({ account, chain, transport: http(url) })), deployment);
*/
function fromViem(client) {
	const { account, chain, sendTransaction, signTypedData } = client;
	return { async request({ method, params = [] }) {
		if (method === "eth_accounts" && account !== void 0) return [account.address];
		if (method === "eth_accounts" && sendTransaction === void 0) return [];
		if (method === "eth_sendTransaction" && sendTransaction !== void 0 && account?.type === "local") {
			const { to, data, accessList } = params[0];
			return sendTransaction({
				account,
				chain: chain ?? null,
				to,
				data,
				accessList
			});
		}
		if (method === "eth_signTypedData_v4" && signTypedData !== void 0 && account?.type === "local") return signTypedData({
			account,
			...JSON.parse(String(params[1]))
		});
		return client.request({
			method,
			params
		});
	} };
}
//#endregion
exports.fromViem = fromViem;
