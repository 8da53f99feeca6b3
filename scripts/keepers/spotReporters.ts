import { agreeOnSpot, RandomSource, signedSpotOf, toWad, type SignedPrice } from "@bulkhead/sdk";

import { SignedSpot__factory } from "../../typechain-types/index.ts";
import type { Chain, Sent } from "./Chain.ts";
import type { OutsideMarket } from "./OutsideMarket.ts";
import type { Person } from "./Person.ts";

/** Standard deviation of what a reporter sees around the market's price, and how far from its own the common price may be. */
const NOISE = 0.00005;
const TOLERANCE = 10n ** 15n;

/** A market's reporters as they sign its spot price every few seconds; a relayer, which might be anyone, brings it. */
export class SpotReporters {
  readonly #market: OutsideMarket;
  readonly #chain: Chain;
  readonly #people: readonly Person[];
  readonly #relayer: Person;
  readonly #random: RandomSource;
  #threshold: number | undefined;

  constructor(market: OutsideMarket, { chain, people, relayer, seed }: SpotReportersSetup) {
    this.#market = market;
    this.#chain = chain;
    this.#people = people;
    this.#relayer = relayer;
    this.#random = new RandomSource(seed);
  }

  /** The transaction that brings the price of the chain's time, from that time on. */
  async delivery(): Promise<() => Promise<Sent>> {
    const { client } = this.#market.venue;
    const { price, observedAt, signatures } = await this.sign();
    const signedSpot = signedSpotOf(client).connect(this.#relayer.signer);
    return () => signedSpot.submit({ price, observedAt, signatures: [...signatures] });
  }

  /** The price of the chain's time, signed by all whose own is near enough. */
  async sign(): Promise<SignedPrice> {
    const { client, name } = this.#market.venue;
    const verifyingContract = await signedSpotOf(client).getAddress();
    this.#threshold ??= Number((await SignedSpot__factory.connect(verifyingContract, client.runner).reporters())[1]);
    const { spot } = this.#market.now();
    return agreeOnSpot(
      this.#people.map(({ signer }) => ({ signer, price: toWad(spot * (1 + NOISE * this.#random.normal())) })),
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
  readonly people: readonly Person[];
  readonly relayer: Person;
  readonly seed: number;
}
