import { OrderError } from "../errors/OrderError.ts";
import type { Connection } from "./Connection.ts";

/**
 * The account that signs and sends.
 * @throws OrderError where there is none
 */
export async function accountOf({ provider, account }: Connection): Promise<string> {
  if (account !== undefined) return account;
  const accounts = await provider.request({ method: "eth_accounts", params: [] });
  const first: unknown = Array.isArray(accounts) ? accounts[0] : undefined;
  if (typeof first === "string") return first;
  throw new OrderError({
    expected: "a client bound to a signer",
    got: "one that can only read",
    action: "connect a wallet that was given leave (eth_requestAccounts), fromEthers(signer) or fromViem(walletClient)",
  });
}
