import { t as Eip1193Provider } from "./Eip1193Provider-Ctxqkq3T.cjs";

//#region src/viem.d.ts
/** What the adapter needs of a viem client: every public and wallet client has it. */
interface ViemClient {
  readonly request: (...request: never[]) => Promise<unknown>;
  readonly account?: {
    readonly address: string;
    readonly type: string;
  } | undefined;
  readonly chain?: unknown;
  /** Of wallet clients. */
  readonly sendTransaction?: (...transaction: never[]) => Promise<string>;
  /** Of wallet clients. */
  readonly signTypedData?: (...data: never[]) => Promise<string>;
}
/**
 * An EIP-1193 provider of a viem client: a public client reads, a wallet client signs and sends as well, with a key of its own or
 * with its node's.
 * @example
 * const client = connect(fromViem(createWalletClient({ account, chain, transport: http(url) })), deployment);
 */
declare function fromViem(client: ViemClient): Eip1193Provider;
//#endregion
export { ViemClient, fromViem };