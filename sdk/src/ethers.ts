import type { Provider, Signer, TransactionRequest } from "ethers";

import { NodeError } from "./errors/NodeError.ts";
import type { Eip1193Provider } from "./rpc/Eip1193Provider.ts";

interface TypedDataJson {
  readonly domain: Record<string, unknown>;
  readonly types: Record<string, { name: string; type: string }[]>;
  readonly message: Record<string, unknown>;
}

interface RawTransaction {
  readonly to: string;
  readonly data: string;
  readonly accessList?: { address: string; storageKeys: string[] }[];
  readonly gas?: string;
}

/**
 * An EIP-1193 provider of an ethers 6 provider, which reads, or signer, which signs and sends as well.
 * @throws NodeError where it has no provider that passes requests on (`send`), as those of one URL and of browsers do
 * @example
 * const client = connect(fromEthers(wallet.connect(new JsonRpcProvider(url))), deployment);
 */
export function fromEthers(runner: Provider | Signer): Eip1193Provider {
  const signer = "signTypedData" in runner ? runner : undefined;
  const node = senderOf(runner.provider);
  return {
    async request({ method, params = [] }) {
      if (method === "eth_accounts" || method === "eth_requestAccounts") {
        return signer === undefined ? [] : [await signer.getAddress()];
      }
      if (signer !== undefined && method === "eth_sendTransaction") {
        const { to, data, accessList, gas } = params[0] as RawTransaction;
        const transaction: TransactionRequest = {
          to,
          data,
          ...(accessList === undefined ? {} : { accessList }),
          ...(gas === undefined ? {} : { gasLimit: gas }),
        };
        return (await signer.sendTransaction(transaction)).hash;
      }
      if (signer !== undefined && method === "eth_signTypedData_v4") {
        const { domain, types, message } = JSON.parse(String(params[1])) as TypedDataJson;
        // ethers adds the domain's type by itself.
        const own = Object.fromEntries(Object.entries(types).filter(([name]) => name !== "EIP712Domain"));
        return signer.signTypedData(domain, own, message);
      }
      return node.send(method, [...params]);
    },
  };
}

interface Sender {
  send(method: string, params: unknown[]): Promise<unknown>;
}

function senderOf(provider: Provider | null): Sender {
  if (provider !== null && "send" in provider && typeof provider.send === "function")
    return provider as unknown as Sender;
  throw new NodeError({
    expected: "an ethers provider that passes requests on, or a signer that has one",
    got: provider === null ? "a signer without a provider" : "a provider without send()",
    action: "use a JsonRpcProvider, a WebSocketProvider or a BrowserProvider",
  });
}
