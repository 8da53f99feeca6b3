import { z } from "zod";

const Address = z.string().regex(/^0x[0-9a-fA-F]{40}$/);
const Token = z.object({ address: Address, symbol: z.string(), decimals: z.number() });

/** Where everything of one deployment is: what `addresses.json` holds. */
export const Addresses = z.object({
  network: z.string(),
  chainId: z.number(),
  accessManager: Address,
  market: z.string(),
  underlying: Token,
  quote: Token,
  underlyingAggregator: Address,
  quoteAggregator: Address,
  priceSource: Address,
  priceFeed: Address,
  realisedVolatility: Address,
  expiryPrice: Address,
  surface: Address,
  oracle: Address,
  factory: Address,
  /** The `VaultOperations` that the registered version delegates to. */
  vaultOperations: Address,
  vaults: z.array(
    z.object({
      kind: z.enum(["call", "put"]),
      tier: z.string(),
      name: z.string(),
      symbol: z.string(),
      address: Address,
      optionToken: Address,
      /** Its `RedeemQueue`. */
      queue: Address,
    }),
  ),
  router: Address,
  quoter: Address,
  lens: Address,
});

/** Where everything of one deployment is. */
export type Addresses = z.infer<typeof Addresses>;
