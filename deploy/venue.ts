import type { IgnitionModule, IgnitionModuleResult } from "@nomicfoundation/ignition-core";

import { devnetKeys, devnetModule } from "./modules/devnet.ts";
import type { Parameters } from "./parameters/schema.ts";

/** Deploys a module's contracts and says where they are. */
export type DeployStage = <Result extends IgnitionModuleResult<string>>(
  module: IgnitionModule<string, string, Result>,
) => Promise<Record<keyof Result, string>>;

/** Where tokens and aggregators are. */
export interface Venue {
  readonly quote: string;
  readonly quoteAggregator: string;
  /** By the market's name. */
  readonly places: ReadonlyMap<string, { readonly underlying: string; readonly aggregator: string }>;
}

/** Tokens and aggregators: those of the table, or new ones where a local table names none. */
export async function venueOf(parameters: Parameters, deploy: DeployStage): Promise<Venue> {
  const { local, markets, priceKeeper } = parameters;
  if (local) {
    if (priceKeeper === undefined)
      throw new Error("Deployment: expected a price keeper of the local aggregators, got none");
    const made = await deploy(devnetModule(parameters, priceKeeper));
    const places = markets.map((market) => {
      const keys = devnetKeys(market);
      return [
        market.name,
        { underlying: required(made[keys.underlying]), aggregator: required(made[keys.aggregator]) },
      ] as const;
    });
    return {
      quote: required(made["quote"]),
      quoteAggregator: required(made["quoteAggregator"]),
      places: new Map(places),
    };
  }
  const places = markets.map(
    ({ name, underlying, aggregator }) =>
      [name, { underlying: required(underlying.address), aggregator: required(aggregator.address) }] as const,
  );
  return {
    quote: required(parameters.quote.address),
    quoteAggregator: required(parameters.quoteAggregator.address),
    places: new Map(places),
  };
}

/** An address that there is: the parameters' schema has refused a table without it already. */
export function required(address: string | undefined): string {
  if (address === undefined) throw new Error("Deployment: expected an address in the parameters, got none");
  return address;
}
