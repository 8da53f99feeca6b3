import { agreeOnSpot, marketOf, toWad, type SignedPrice } from "@bulkhead/sdk";
import { RandomSource } from "@bulkhead/simulation";

import { SignedSpot__factory, type SignedSpot } from "../../typechain-types/index.ts";
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
    const { price, observedAt, signatures } = await this.sign();
    const signedSpot = this.#signedSpot();
    return () => signedSpot.submit({ price, observedAt, signatures: [...signatures] });
  }

  /** The price of the chain's time, signed by all whose own is near enough. */
  async sign(): Promise<SignedPrice> {
    const { client, name } = this.#market.venue;
    const signedSpot = this.#signedSpot();
    const verifyingContract = await signedSpot.getAddress();
    this.#threshold ??= Number((await signedSpot.reporters())[1]);
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

  #signedSpot(): SignedSpot {
    const { signedSpot, name } = marketOf(this.#market.venue.client);
    if (signedSpot === undefined) throw new Error(`Keepers: expected ${name} to have signed prices, got none`);
    return SignedSpot__factory.connect(signedSpot, this.#relayer.signer);
  }
}

export interface SpotReportersSetup {
  readonly chain: Chain;
  readonly people: readonly Person[];
  readonly relayer: Person;
  readonly seed: number;
}
