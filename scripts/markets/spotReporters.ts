import { agreeOnSpot, submitSpot, toWad, type Client, type SignedPrice } from "@bulkhead/sdk";
import { RandomSource } from "@bulkhead/simulation";
import type { Signer } from "ethers";

import type { Chain } from "./Chain.ts";
import type { ReferenceMarket } from "./ReferenceMarket.ts";
import { clientThrough } from "./clientThrough.ts";

/** Standard deviation of what a reporter sees around the market's price, and how far from its own the common price may be. */
const NOISE = 0.00005;
const TOLERANCE = 10n ** 15n;

/** A market's reporters as they sign its spot price every few seconds; a relayer, which might be anyone, brings it. */
export class SpotReporters {
  readonly #market: ReferenceMarket;
  readonly #chain: Chain;
  readonly #signers: readonly Signer[];
  readonly #relayer: Client;
  readonly #random: RandomSource;
  #threshold: number | undefined;

  constructor(market: ReferenceMarket, { chain, signers, relayer, seed }: SpotReportersSetup) {
    this.#market = market;
    this.#chain = chain;
    this.#signers = signers;
    this.#relayer = clientThrough(chain, { venue: market.venue, signer: relayer });
    this.#random = new RandomSource(seed);
  }

  /** Brings the price of the chain's time to the chain. */
  async deliver(): Promise<void> {
    await submitSpot(this.#relayer, { signed: await this.sign() });
  }

  /** The price of the chain's time, signed by all whose own is near enough. */
  async sign(): Promise<SignedPrice> {
    const { client, name, signedSpot } = this.#market.venue;
    if (signedSpot === undefined) throw new Error(`expected ${name} to have signed prices, got none`);
    const verifyingContract = await signedSpot.getAddress();
    this.#threshold ??= Number((await signedSpot.reporters())[1]);
    const { spot } = this.#market.now();
    return agreeOnSpot(
      this.#signers.map((signer) => ({ signer, price: toWad(spot * (1 + NOISE * this.#random.normal())) })),
      {
        scope: { chainId: BigInt(client.deployment.chainId), verifyingContract, market: name },
        observedAt: BigInt(this.#chain.now),
        tolerance: TOLERANCE,
        threshold: this.#threshold,
      },
    );
  }
}

export interface SpotReportersSetup {
  readonly chain: Chain;
  readonly signers: readonly Signer[];
  /** Who delivers: anyone might. */
  readonly relayer: Signer;
  readonly seed: number;
}
