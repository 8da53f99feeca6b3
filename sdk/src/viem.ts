import type { Eip1193Provider } from "./rpc/Eip1193Provider.ts";

/** What the adapter needs of a viem client: every public and wallet client has it. */
export interface ViemClient {
  readonly request: (...request: never[]) => Promise<unknown>;
  readonly account?: { readonly address: string; readonly type: string } | undefined;
  readonly chain?: unknown;
  /** Of wallet clients. */
  readonly sendTransaction?: (...transaction: never[]) => Promise<string>;
  /** Of wallet clients. */
  readonly signTypedData?: (...data: never[]) => Promise<string>;
}

type Request = (request: { method: string; params: readonly unknown[] }) => Promise<unknown>;
type Act = (parameters: Record<string, unknown>) => Promise<string>;

/**
 * An EIP-1193 provider of a viem client: a public client reads, a wallet client signs and sends as well, with a key of its own or
 * with its node's.
 * @example
 * const client = connect(fromViem(createWalletClient({ account, chain, transport: http(url) })), deployment);
 */
export function fromViem(client: ViemClient): Eip1193Provider {
  const { account, chain, sendTransaction, signTypedData } = client;
  return {
    async request({ method, params = [] }) {
      // A public client reads, whichever accounts its node may have.
      if (method === "eth_accounts" && account !== undefined) return [account.address];
      if (method === "eth_accounts" && sendTransaction === undefined) return [];
      // Asked of the client and not of its node, an account with a key of its own signs with that key.
      if (method === "eth_sendTransaction" && sendTransaction !== undefined && account?.type === "local") {
        const { to, data, accessList, gas } = params[0] as Record<string, unknown> & { gas?: string };
        const most = gas === undefined ? undefined : BigInt(gas);
        return (sendTransaction as Act)({ account, chain: chain ?? null, to, data, accessList, gas: most });
      }
      if (method === "eth_signTypedData_v4" && signTypedData !== undefined && account?.type === "local") {
        const data = JSON.parse(String(params[1])) as Record<string, unknown>;
        return (signTypedData as Act)({ account, ...data });
      }
      return (client.request as Request)({ method, params });
    },
  };
}
