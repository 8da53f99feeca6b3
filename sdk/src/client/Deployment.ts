/** A token of a deployment. */
export interface TokenInfo {
  readonly address: string;
  readonly symbol: string;
  readonly decimals: number;
}

/** A vault of a deployment. */
export interface VaultInfo {
  /** "call" or "put"; wider, so that `addresses.json` can be imported as it is. */
  readonly kind: string;
  /** "wide", "tight". */
  readonly tier: string;
  readonly name: string;
  readonly symbol: string;
  readonly address: string;
  readonly optionToken: string;
  /** Its redeem queue. */
  readonly queue: string;
}

/** A market of a deployment. */
export interface MarketInfo {
  /** "WETH/USDC" */
  readonly name: string;
  readonly underlying: TokenInfo;
  readonly quote: TokenInfo;
  readonly surface: string;
  /** Its `SignedSpot`, where it has one. */
  readonly signedSpot?: string | undefined;
  readonly oracle: string;
  readonly vaults: readonly VaultInfo[];
}

/** Where everything is: what `deploy/deployments/<network>/addresses.json` holds, as far as the SDK needs it. */
export interface Deployment {
  readonly chainId: number;
  readonly factory: string;
  readonly router: string;
  /** The router that settles an order in any token. */
  readonly swapRouter: string;
  readonly permit2: string;
  /** Uniswap's QuoterV2. */
  readonly uniswapQuoter: string;
  readonly quoter: string;
  readonly markets: readonly MarketInfo[];
}
