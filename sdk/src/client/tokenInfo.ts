import { OrderError } from "../errors/OrderError.ts";
import { isSame } from "../rpc/hex.ts";
import { ifAnswered } from "../rpc/ifAnswered.ts";
import { read } from "../rpc/read.ts";
import { formatUnits } from "../units/formatUnits.ts";
import type { Client } from "./connect.ts";
import type { TokenInfo } from "./Deployment.ts";
import { tokenAbi } from "./tokenAbi.ts";

export interface TokenInfoParameters {
  /** Its address. */
  readonly token: string;
}

export type TokenInfoResult = TokenInfo;

/**
 * A token's symbol and decimals: the deployment's where it has the token, else what the token says of itself.
 * @throws OrderError where there is no ERC-20 token with decimals at the address
 * @example
 * const { symbol, decimals } = await tokenInfo(client, { token: marketOf(client).quote.address });
 */
export async function tokenInfo(client: Client, { token }: TokenInfoParameters): Promise<TokenInfoResult> {
  const known = knownToken(client, token);
  if (known !== undefined) return known;
  const contract = { address: token, abi: tokenAbi, args: [] } as const;
  const [symbol, decimals] = await Promise.all([
    ifAnswered(read(client, { ...contract, functionName: "symbol" })),
    ifAnswered(read(client, { ...contract, functionName: "decimals" })),
  ]);
  if (decimals !== undefined) return { address: token, symbol: symbol ?? token, decimals };
  throw new OrderError({
    expected: `an ERC-20 token at ${token}`,
    got: "none that says its decimals",
    action: "check the token's address and the chain",
  });
}

/** For messages: an amount in the token's own decimals and by its symbol. */
export async function amountText(client: Client, token: string, units: bigint): Promise<string> {
  const known = await tokenInfo(client, { token }).catch(() => undefined);
  return known === undefined ? `units of ${token}` : `${formatUnits(units, known.decimals)} ${known.symbol}`;
}

/** For messages: a token's symbol, or its address where the deployment does not know it. */
export function symbolText(client: Pick<Client, "markets">, token: string): string {
  return knownToken(client, token)?.symbol ?? token;
}

function knownToken({ markets }: Pick<Client, "markets">, token: string): TokenInfo | undefined {
  const all = markets.flatMap(({ underlying, quote }) => [underlying, quote]);
  return all.find(({ address }) => isSame(address, token));
}
