import { encodePath, marketOf, toFixedPoint } from "@bulkhead/sdk";
import { Contract, MaxUint256, type ContractTransactionResponse } from "ethers";

import { npmArtifact } from "../../deploy/swapVenue/npmArtifact.ts";
import { openPool, squareRootPrice, type PoolSide } from "../../deploy/swapVenue/openPool.ts";
import type { DevToken } from "../../typechain-types/index.ts";
import type { Account } from "./Account.ts";
import type { Chain } from "./Chain.ts";
import type { ReferenceMarket } from "./ReferenceMarket.ts";
import type { Venue, World } from "./world.ts";

/** What each side of a market's pool is worth, in USDC, and the pool's fee. */
const DEPTH = 2_000_000;
const FEE = 500;
/** More than moves a pool to any price that a market may come to, in USDC. */
const PLENTY = 10 * DEPTH;

/** A market's two tokens as a pool has them: whole tokens of the underlying at a price are so many units of each. */
function sidesAt({ client }: Venue, { worth, price }: { worth: number; price: number }): [PoolSide, PoolSide] {
  const { underlying, quote } = marketOf(client);
  return [
    { token: underlying.address, amount: toFixedPoint(worth / price, underlying.decimals) },
    { token: quote.address, amount: toFixedPoint(worth, quote.decimals) },
  ];
}

/** Opens a pool on Uniswap for each market, at a price in USDC by the underlying's symbol. */
export async function openPools(
  { venues, addresses, stablecoin }: World,
  { owner: { signer, address }, prices }: { owner: Account; prices: Readonly<Record<Venue["symbol"], number>> },
): Promise<void> {
  for (const venue of venues) {
    const price = prices[venue.symbol];
    const sides = sidesAt(venue, { worth: DEPTH + PLENTY, price });
    for (const [index, { amount }] of sides.entries()) {
      const token = (index === 0 ? venue.underlying : stablecoin).connect(signer);
      await mined(token.mint(address, amount));
    }
    const { uniswapRouter } = addresses;
    await openPool(signer, { uniswapRouter, fee: FEE, sides: sidesAt(venue, { worth: DEPTH, price }) });
    for (const token of [venue.underlying, stablecoin]) {
      await mined(token.connect(signer).approve(uniswapRouter, MaxUint256));
    }
  }
}

/** Uniswap's pools of the markets, and who keeps them at the markets' prices: whoever earns by it. */
export class Pools {
  readonly #chain: Chain;
  readonly #markets: readonly ReferenceMarket[];
  readonly #owner: Account;
  readonly #router: Contract;
  readonly #quoter: Contract;

  constructor({ addresses }: World, { chain, markets, owner }: PoolsSetup) {
    this.#chain = chain;
    this.#markets = markets;
    this.#owner = owner;
    this.#router = new Contract(addresses.uniswapRouter, npmArtifact("SwapRouter02").abi, owner.signer);
    this.#quoter = new Contract(addresses.uniswapQuoter, npmArtifact("QuoterV2").abi, owner.signer);
  }

  /** Trades every pool to its market's price of the moment. */
  async follow(): Promise<void> {
    const trades = await Promise.all(this.#markets.map((market) => this.#tradeTo(market)));
    await this.#chain.together(trades.flat());
  }

  /** Ways from these collaterals to a token: over the one pool that leads there, or over the stablecoin. */
  pathsTo(token: string, collaterals: Iterable<string>): string[] {
    const [first] = this.#markets;
    if (first === undefined) throw new Error("expected markets with pools, got none");
    const stablecoin = first.venue.market.quote.address;
    return [...new Set(collaterals)]
      .filter((from) => from !== token)
      .map((from) => {
        const last = { fee: FEE, token };
        const isDirect = from === stablecoin || token === stablecoin;
        return encodePath(from, isDirect ? [last] : [{ fee: FEE, token: stablecoin }, last]);
      });
  }

  /** The swap that ends at the market's price; none where the pool is there already. */
  async #tradeTo(market: ReferenceMarket): Promise<(() => Promise<ContractTransactionResponse>)[]> {
    const { spot } = market.now();
    const sides = sidesAt(market.venue, { worth: DEPTH, price: spot });
    const amounts = sidesAt(market.venue, { worth: PLENTY, price: spot });
    const limit = squareRootPrice(sides);
    for (const [index, given] of amounts.entries()) {
      const [from, to] = [given.token, amounts[1 - index]?.token ?? ""];
      const swap = {
        tokenIn: from,
        tokenOut: to,
        fee: FEE,
        recipient: this.#owner.address,
        amountIn: given.amount,
        amountOutMinimum: 0n,
        sqrtPriceLimitX96: limit,
      };
      if (await this.#goesThrough(swap)) return [() => this.#send(swap)];
    }
    return [];
  }

  /** A swap goes towards its limit, or is refused: its direction is the other. */
  async #goesThrough({ tokenIn, tokenOut, fee, amountIn, sqrtPriceLimitX96 }: Swap): Promise<boolean> {
    const question = { tokenIn, tokenOut, amountIn, fee, sqrtPriceLimitX96 };
    return this.#quoter
      .getFunction("quoteExactInputSingle")
      .staticCall(question)
      .then(
        () => true,
        () => false,
      );
  }

  #send(swap: Swap): Promise<ContractTransactionResponse> {
    return this.#router.getFunction("exactInputSingle").send(swap);
  }
}

/** `ExactInputSingleParams` of Uniswap's router. */
interface Swap {
  readonly tokenIn: string;
  readonly tokenOut: string;
  readonly fee: number;
  readonly recipient: string;
  readonly amountIn: bigint;
  readonly amountOutMinimum: bigint;
  readonly sqrtPriceLimitX96: bigint;
}

async function mined(sent: ReturnType<DevToken["mint"]>): Promise<void> {
  await (await sent).wait();
}

export interface PoolsSetup {
  readonly chain: Chain;
  readonly markets: readonly ReferenceMarket[];
  readonly owner: Account;
}
