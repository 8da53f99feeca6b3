import {
  agreeOnReport,
  connect,
  deposit,
  ETHER_LIKE,
  fromWad,
  OptionKind,
  quoteChain,
  submitReport,
  toAnswer,
  trueSurface,
  type Client,
} from "@bulkhead/sdk";
import { parseUnits, type Signer } from "ethers";

import type { Addresses } from "../../deploy/addresses.ts";
import { IOptionVault__factory, SettableAggregator__factory } from "../../typechain-types/index.ts";

const DAY = 86_400;
const WEEK = 7 * DAY;
/** 1 January 1970 was a Thursday: the first Friday's 08:00 UTC. */
const FIRST_FRIDAY = DAY + 8 * 3_600;

/** Spot in dollars and its variance a year: 65 % volatility. */
const SPOT = 2_000;
const VARIANCE = 0.65 ** 2;
/** Volatility as the reporters see it, and how far a report may be from each one's quotes. */
const CONFIDENCE = 0.01;
const TOLERANCE = 0.03;
const REPORTED_EXPIRIES = 4;
const OPEN_EXPIRIES = 2;
/** What the provider puts into each vault, in whole tokens. */
const DEPOSITS = { [OptionKind.Call]: "200", [OptionKind.Put]: "400000" } as const;

const FOREVER = 2n ** 64n;

export interface LocalMarketSetup {
  readonly addresses: Addresses;
  readonly priceKeeper: Signer;
  readonly reporters: readonly Signer[];
  readonly provider: Signer;
}

/** What keeps a local network's market alive: prices, signed surfaces, first liquidity, open expiries. */
export class LocalMarket {
  readonly #setup: LocalMarketSetup;
  readonly #client: Client;
  #round = 0n;

  constructor(setup: LocalMarketSetup) {
    this.#setup = setup;
    this.#client = connect(setup.provider, setup.addresses);
  }

  /** From a bare deployment to a market that trades. */
  async open(): Promise<void> {
    await this.refresh();
    for (const vault of this.#client.vaults) {
      await deposit(this.#client, {
        vault: vault.address,
        assets: parseUnits(DEPOSITS[vault.kind], vault.collateral.decimals),
        minShares: 1n,
        deadline: FOREVER,
      });
      const contract = IOptionVault__factory.connect(vault.address, this.#setup.provider);
      for (const expiry of fridaysAfter(Date.now() / 1_000 + DAY, OPEN_EXPIRIES)) {
        await (await contract.openExpiry(expiry)).wait();
      }
    }
  }

  /** A round of each aggregator and a signed surface. Call it well within the feeds' heartbeat. */
  async refresh(): Promise<void> {
    const { addresses, priceKeeper, reporters } = this.#setup;
    const push = async (aggregator: string, price: number): Promise<void> => {
      await (await SettableAggregator__factory.connect(aggregator, priceKeeper).push(toAnswer(price))).wait();
    };
    await push(addresses.underlyingAggregator, SPOT);
    await push(addresses.quoteAggregator, 1);

    const time = (await priceKeeper.provider?.getBlock("latest"))?.timestamp ?? Math.floor(Date.now() / 1_000);
    const [rate, yieldRate] = await this.#client.oracle.rates();
    const surface = trueSurface(
      { time, spot: SPOT, variance: VARIANCE },
      { expiries: fridaysAfter(time, REPORTED_EXPIRIES), model: ETHER_LIKE },
    );
    this.#round += 1n;
    const agreement = await agreeOnReport(
      reporters.map((signer, index) => ({
        signer,
        chain: quoteChain(surface, {
          spot: SPOT,
          rate: fromWad(rate),
          yieldRate: fromWad(yieldRate),
          seed: Number(this.#round) * reporters.length + index,
        }),
      })),
      {
        domain: { chainId: BigInt(addresses.chainId), verifyingContract: addresses.surface },
        round: this.#round,
        confidence: CONFIDENCE,
        tolerance: TOLERANCE,
        threshold: Math.floor(reporters.length / 2) + 1,
      },
    );
    await submitReport(this.#client, agreement);
  }
}

/** The coming Fridays at 08:00 UTC, unix seconds. */
function fridaysAfter(time: number, count: number): number[] {
  const first = FIRST_FRIDAY + Math.floor((time - FIRST_FRIDAY) / WEEK + 1) * WEEK;
  return Array.from({ length: count }, (_, index) => first + index * WEEK);
}
