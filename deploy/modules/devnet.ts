import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import type { NamedArtifactContractDeploymentFuture } from "@nomicfoundation/ignition-core";

import type { AggregatorParameters, Parameters, TokenParameters } from "../parameters/schema.ts";
import { marketId } from "./marketId.ts";

/** Keys of a market's token and aggregator among the module's results. */
export const devnetKeys = (market: Parameters["markets"][number]) => ({
  underlying: `${marketId(market)}_underlying`,
  aggregator: `${marketId(market)}_aggregator`,
});

/** Tokens and aggregators of a local network, where the real ones are missing: those of the quote, then each market's. */
export const devnetModule = ({ quote, quoteAggregator, markets }: Parameters, priceKeeper: string) =>
  buildModule("Devnet", (m) => {
    const token = ({ name, symbol, decimals }: TokenParameters, id: string) =>
      m.contract("DevToken", [name, symbol, decimals], { id });
    const aggregator = ({ decimals, description, initialAnswer }: AggregatorParameters, id: string) =>
      m.contract("SettableAggregator", [decimals, description, initialAnswer ?? 0n, priceKeeper], { id });
    const made: Record<string, NamedArtifactContractDeploymentFuture<string>> = {
      quote: token(quote, "Quote"),
      quoteAggregator: aggregator(quoteAggregator, "QuoteAggregator"),
    };
    for (const market of markets) {
      const keys = devnetKeys(market);
      made[keys.underlying] = token(market.underlying, keys.underlying);
      made[keys.aggregator] = aggregator(market.aggregator, keys.aggregator);
    }
    return made;
  });
