import { OrderError } from "../errors/OrderError.ts";
import type { Client, Market } from "./Client.ts";

/**
 * A market by its name; by default the one that the client was connected with, or the deployment's only one.
 * @throws OrderError where there is none of the name, or none was named and there are several
 * @example
 * const { quote, vaults } = marketOf(client, "WETH/USDC");
 */
export function marketOf({ markets, market }: Pick<Client, "markets" | "market">, name = market): Market {
  const found = markets.find((candidate) => candidate.name === name);
  if (found !== undefined) return found;
  throw new OrderError({
    expected: `a market of the deployment (${markets.map((known) => known.name).join(", ") || "it has none"})`,
    got: name ?? "none",
    action: "name one of them as market",
  });
}
