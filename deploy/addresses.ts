import { z } from "zod";

const Address = z.string().regex(/^0x[0-9a-fA-F]{40}$/);
const Token = z.object({ address: Address, symbol: z.string(), decimals: z.number() });

const Vault = z.object({
  kind: z.enum(["call", "put"]),
  tier: z.string(),
  name: z.string(),
  symbol: z.string(),
  address: Address,
  optionToken: Address,
  /** Its `RedeemQueue`. */
  queue: Address,
});

const Market = z.object({
  /** "WETH/USDC" */
  name: z.string(),
  underlying: Token,
  quote: Token,
  underlyingAggregator: Address,
  /** The same in every market that is quoted in the same token. */
  quoteAggregator: Address,
  priceSource: Address,
  priceFeed: Address,
  /** Where the market has signed spot prices. */
  signedSpot: Address.optional(),
  realisedVolatility: Address,
  expiryPrice: Address,
  surface: Address,
  oracle: Address,
  vaults: z.array(Vault),
});

/** Where everything of one deployment is: what `addresses.json` holds. */
export const Addresses = z.object({
  network: z.string(),
  chainId: z.number(),
  accessManager: Address,
  /** The `AdminTimelock` that holds its ADMIN. */
  adminTimelock: Address,
  markets: z.array(Market).min(1),
  factory: Address,
  /** The modules that the registered version delegates to; `VaultShares` passes on to `VaultViews`. */
  vaultOperations: Address,
  vaultClearing: Address,
  vaultShares: Address,
  vaultViews: Address,
  router: Address,
  /** The `VaultSwapRouter`, and what it was made with. */
  swapRouter: Address,
  uniswapRouter: Address,
  permit2: Address,
  /** Uniswap's QuoterV2. */
  uniswapQuoter: Address,
  quoter: Address,
  /** Black-Scholes for anyone. */
  calculator: Address,
  lens: Address,
});

/** Where everything of one deployment is. */
export type Addresses = z.infer<typeof Addresses>;
/** Where one market of it is. */
export type MarketAddresses = z.infer<typeof Market>;
