/**
 * What the SDK asks a node or a wallet through (EIP-1193): `window.ethereum` is one, `fromEthers` and `fromViem` make one of what
 * an application has.
 */
export interface Eip1193Provider {
  request(request: { readonly method: string; readonly params?: readonly unknown[] }): Promise<unknown>;
}
