import {
  agreeOnReport,
  connect,
  deposit,
  fromWad,
  marketOf,
  OptionKind,
  submitReport,
  type Client,
} from "@bulkhead/sdk";
import { fromEthers } from "@bulkhead/sdk/ethers";
import { BITCOIN_LIKE, ETHER_LIKE, quoteChain, toAnswer, trueSurface, type MarketModel } from "@bulkhead/simulation";
import { parseUnits, type Signer } from "ethers";

import type { Addresses, MarketAddresses } from "../../deploy/addresses.ts";
import { openPool } from "../../deploy/swapVenue/openPool.ts";
import {
  IOptionVault__factory,
  IPremiumOracle__factory,
  SettableAggregator__factory,
} from "../../typechain-types/index.ts";

const DAY = 86_400;
const WEEK = 7 * DAY;
/** 1 January 1970 was a Thursday: the first Friday's 08:00 UTC. */
const FIRST_FRIDAY = DAY + 8 * 3_600;

/** What a market outside is like, and what the provider puts into each of its vaults, in whole tokens. */
interface MarketTerms {
  readonly model: MarketModel;
  readonly deposits: Readonly<Record<OptionKind, string>>;
}

/** By the underlying's symbol. */
const TERMS: Readonly<Record<string, MarketTerms>> = {
  WETH: { model: ETHER_LIKE, deposits: { [OptionKind.Call]: "200", [OptionKind.Put]: "400000" } },
  WBTC: { model: BITCOIN_LIKE, deposits: { [OptionKind.Call]: "8", [OptionKind.Put]: "800000" } },
};
const STABLECOIN_PRICE = 1;
/** What each side of a market's pool on Uniswap is worth, in dollars, and the pool's fee. */
const POOL_DEPTH = 500_000;
const POOL_FEE = 500;
/** Volatility as the reporters see it, and how far a report may be from each one's quotes. */
const CONFIDENCE = 0.01;
const TOLERANCE = 0.03;
const REPORTED_EXPIRIES = 4;
const OPEN_EXPIRIES = 2;

const FOREVER = 2n ** 64n;

export interface LocalMarketSetup {
  readonly addresses: Addresses;
  /** The market's name. */
  readonly market: string;
  readonly priceKeeper: Signer;
  readonly reporters: readonly Signer[];
  readonly provider: Signer;
}

/** What keeps one market of a local network alive: prices, signed surfaces, first liquidity, open expiries. */
export class LocalMarket {
  readonly #setup: LocalMarketSetup;
  readonly #place: MarketAddresses;
  readonly #terms: MarketTerms;
  readonly #client: Client;
  #round = 0n;

  constructor(setup: LocalMarketSetup) {
    const { addresses, market, provider } = setup;
    this.#setup = setup;
    this.#client = connect(fromEthers(provider), addresses, { market });
    const place = addresses.markets.find(({ name }) => name === market);
    const terms = TERMS[marketOf(this.#client).underlying.symbol];
    if (place === undefined || terms === undefined) {
      throw new Error(`node: expected a market of ${Object.keys(TERMS).join(" or ")}, got ${market}`);
    }
    this.#place = place;
    this.#terms = terms;
  }

  /** From a bare deployment to a market that trades. */
  async open(): Promise<void> {
    await this.refresh();
    await this.#openPool();
    for (const vault of marketOf(this.#client).vaults) {
      await deposit(this.#client, {
        vault: vault.address,
        assets: parseUnits(this.#terms.deposits[vault.kind], vault.collateral.decimals),
        minShares: 1n,
        deadline: FOREVER,
      });
      const contract = IOptionVault__factory.connect(vault.address, this.#setup.provider);
      for (const expiry of fridaysAfter(Date.now() / 1_000 + DAY, OPEN_EXPIRIES)) {
        await (await contract.openExpiry(expiry)).wait();
      }
    }
  }

  /** Uniswap's pool of the market's two tokens, at the spot price. */
  async #openPool(): Promise<void> {
    const { addresses, provider } = this.#setup;
    const { underlying, quote } = marketOf(this.#client);
    const amounts = [
      [underlying, POOL_DEPTH / this.#terms.model.spot],
      [quote, POOL_DEPTH / STABLECOIN_PRICE],
    ] as const;
    const [one, other] = amounts.map(([{ address, decimals }, amount]) => ({
      token: address,
      amount: parseUnits(amount.toFixed(decimals), decimals),
    }));
    if (one === undefined || other === undefined) throw new Error("node: expected two sides of a pool, got fewer");
    await openPool(provider, { uniswapRouter: addresses.uniswapRouter, fee: POOL_FEE, sides: [one, other] });
  }

  /** A round of each aggregator and a signed surface. Call it well within the feeds' heartbeat. */
  async refresh(): Promise<void> {
    const { addresses, priceKeeper, reporters } = this.#setup;
    const { model } = this.#terms;
    const { spot, variance } = model;
    const push = async (aggregator: string, price: number): Promise<void> => {
      await (await SettableAggregator__factory.connect(aggregator, priceKeeper).push(toAnswer(price))).wait();
    };
    await push(this.#place.underlyingAggregator, spot);
    await push(this.#place.quoteAggregator, STABLECOIN_PRICE);

    const time = (await priceKeeper.provider?.getBlock("latest"))?.timestamp ?? Math.floor(Date.now() / 1_000);
    const [rate, yieldRate] = await IPremiumOracle__factory.connect(this.#place.oracle, priceKeeper).rates();
    const surface = trueSurface({ time, spot, variance }, { expiries: fridaysAfter(time, REPORTED_EXPIRIES), model });
    this.#round += 1n;
    const agreement = await agreeOnReport(
      reporters.map((signer, index) => ({
        signer,
        chain: quoteChain(surface, {
          spot,
          rate: fromWad(rate),
          yieldRate: fromWad(yieldRate),
          seed: Number(this.#round) * reporters.length + index,
        }),
      })),
      {
        domain: { chainId: BigInt(addresses.chainId), verifyingContract: this.#place.surface },
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
