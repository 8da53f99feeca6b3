import { explained, type Client, type TokenInfo } from "@bulkhead/sdk";
import { Contract, ZeroAddress } from "ethers";

import type { Session } from "./session.ts";

const ABI = [
  "function balanceOf(address) view returns (uint256)",
  "function allowance(address, address) view returns (uint256)",
  "function DOMAIN_SEPARATOR() view returns (bytes32)",
];

/** Token units, or share units of a vault. */
export async function balanceOf({ node }: Pick<Session, "node">, token: string, account: string): Promise<bigint> {
  return explained(new Contract(token, ABI, node).getFunction("balanceOf")(account) as Promise<bigint>);
}

/** What `spender` may take of an account's tokens. */
export async function allowanceOf(
  { node, account = ZeroAddress }: Pick<Session, "node" | "account">,
  { token, spender }: { readonly token: string; readonly spender: string },
): Promise<bigint> {
  return explained(new Contract(token, ABI, node).getFunction("allowance")(account, spender) as Promise<bigint>);
}

/** Whether a token says under what its permits are signed. */
export async function hasPermit({ node }: Pick<Session, "node">, token: string): Promise<boolean> {
  return new Contract(token, ABI, node)
    .getFunction("DOMAIN_SEPARATOR")()
    .then(
      () => true,
      () => false,
    );
}

/** Every token of every market, once. */
export function tokensOf({ markets }: Pick<Client, "markets">): readonly TokenInfo[] {
  const all = markets.flatMap(({ underlying, quote }) => [underlying, quote]);
  return [...new Map(all.map((token) => [token.address.toLowerCase(), token])).values()];
}

/** A market's token at an address in any case. @throws Error where none has it */
export function tokenAt(client: Pick<Client, "markets">, address: string): TokenInfo {
  const found = tokensOf(client).find((token) => token.address.toLowerCase() === address.toLowerCase());
  if (found === undefined) throw new Error(`no market has the token ${address}`);
  return found;
}
