import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import type { Future } from "@nomicfoundation/ignition-core";
import { keccak256 } from "ethers";

import type { MarketParameters, Parameters, Tier } from "../parameters/schema.ts";
import { marketId } from "./marketId.ts";

/** `OptionKind` of the contracts. */
export const OPTION_KINDS = { call: 0, put: 1 } as const;
export type OptionKind = keyof typeof OPTION_KINDS;

/** Where a market's vaults find what they need. */
export interface MarketContext {
  readonly oracle: string;
  readonly expiryPrice: string;
  readonly underlying: string;
  readonly quote: string;
}

/** Where vaults find what they need. */
export interface VaultContext {
  readonly accessManager: string;
  /** The vault's creation code, without constructor arguments. */
  readonly creationCode: string;
  /** By the market's name. */
  readonly markets: ReadonlyMap<string, MarketContext>;
}

/** One vault of a market. */
export interface VaultPlan {
  /** Key of its future in the module. */
  readonly id: string;
  readonly market: MarketParameters;
  readonly kind: OptionKind;
  readonly tier: Tier;
  readonly name: string;
  readonly symbol: string;
}

const WAD = 10n ** 18n;

/** A call and a put vault for each tier of each market. A share's name also signs its permits (EIP-712) and has at most 31 bytes. */
export function vaultPlans({ markets }: Parameters): VaultPlan[] {
  return markets.flatMap((market) =>
    market.tiers.flatMap((tier) =>
      (["call", "put"] as const).map((kind) => ({
        id: `${marketId(market)}_${kind}_${tier.name}`,
        market,
        kind,
        tier,
        name: `${market.name} ${kind}s, ${tier.name}`,
        symbol: `bh${market.underlying.symbol}-${kind === "call" ? "C" : "P"}-${tier.suffix}`,
      })),
    ),
  );
}

/** The factory, the code it may make vaults of, and every market's vaults. */
export const vaultModule = (parameters: Parameters, context: VaultContext) =>
  buildModule("Vault", (m) => {
    const factory = m.contract("VaultFactory", [context.accessManager]);
    const views = m.contract("VaultViews");
    const modules = {
      operations: m.contract("VaultOperations"),
      clearing: m.contract("VaultClearing"),
      shares: m.contract("VaultShares", [views]),
    };
    const registered = m.call(factory, "registerVersion", [
      keccak256(context.creationCode),
      modules,
      parameters.version,
    ]);
    const version = m.readEventArgument(registered, "VersionRegistered", "version");

    // One after another, so that the order in the factory's registry is the table's.
    let previous: Future = registered;
    const vaults = vaultPlans(parameters).map((plan) => {
      const created = m.call(
        factory,
        "createVault",
        [version, context.creationCode, configOf(parameters, context, plan)],
        {
          id: `create_${plan.id}`,
          after: [previous],
        },
      );
      previous = created;
      const address = m.readEventArgument(created, "VaultCreated", "vault", { id: `address_${plan.id}` });
      return [plan.id, m.contractAt("IOptionVault", address, { id: plan.id })] as const;
    });
    return { factory, ...modules, views, ...Object.fromEntries(vaults) };
  });

/** `IOptionVault.Config`. */
function configOf(parameters: Parameters, context: VaultContext, { market, kind, tier, name, symbol }: VaultPlan) {
  const place = context.markets.get(market.name);
  if (place === undefined) throw new Error(`Deployment: expected the oracle of ${market.name}, got none`);
  return {
    name,
    symbol,
    market: market.name,
    kind: OPTION_KINDS[kind],
    collateral: kind === "call" ? place.underlying : place.quote,
    oracle: place.oracle,
    expiryPrice: place.expiryPrice,
    authority: context.accessManager,
    feeRecipient: parameters.roles.feeRecipient,
    series: market.series,
    // Only what `RiskParams` knows of the tier is encoded. The vault itself decides the two at the end: stress through its
    // guardian, confidence through its state.
    risk: { ...tier, stress: WAD, confidenceFactor: WAD },
    leastDeposit: market.leastDeposit[kind],
  };
}
