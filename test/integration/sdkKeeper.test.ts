import { ContractError, OrderError } from "@bulkhead/sdk";
import {
  comingExpiries,
  connect,
  dueFills,
  dueLapses,
  dueOpenings,
  dueProofs,
  dueRelistings,
  dueSettlements,
  dueTrips,
  dueVolatilityUpdates,
  fillQueues,
  KeeperError,
  lapseTrips,
  openExpiries,
  proveExpiry,
  rehearseProof,
  relistStrikes,
  settleExpiries,
  settleExpiry,
  submitSpot,
  tripVaults,
  updateVolatility,
  type Client,
} from "@bulkhead/sdk/keeper";
import { expect } from "chai";
import { ContractFactory, MaxUint256, type BaseContract, type ContractTransactionResponse } from "ethers";

import { fromEthers } from "../../sdk/src/ethers.ts";
import { startRound } from "../../sdk/src/keeper/startRound.ts";
import { IRedeemQueue__factory } from "../../typechain-types/index.ts";
import { liveMarket, type LiveMarket, type LiveVault } from "../fixtures/liveMarket.ts";
import { signedSpotNow } from "../helpers/signedSpotNow.ts";
import { testContract } from "../helpers/testContract.ts";

/** What is used of the contract. */
interface MockAggregator extends BaseContract {
  setAbsentRound(answer: number): Promise<ContractTransactionResponse>;
  setPhase(phase: number): Promise<ContractTransactionResponse>;
  pushRaw(answer: bigint, startedAt: number, updatedAt: number, in_: number): Promise<ContractTransactionResponse>;
  latestRoundId(): Promise<bigint>;
}

const WAD = 10n ** 18n;
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const EXPIRY_HOUR = 8 * HOUR;

describe("SDK: what keepers do", function () {
  this.timeout(300_000);

  let market: LiveMarket;
  let client: Client;
  let restore: () => Promise<void>;

  before(async () => {
    market = await liveMarket();
    client = clientOf(market.signers.stranger);
  });

  beforeEach(async () => {
    const snapshot = await market.connection.networkHelpers.takeSnapshot();
    restore = () => snapshot.restore();
  });

  afterEach(() => restore());

  after(() => market.connection.close());

  const clientOf = (runner: Parameters<typeof fromEthers>[0]): Client =>
    connect(fromEthers(runner), market.addresses, { market: market.places.name, pollingInterval: 20 });
  const reading = (): Client => clientOf(market.connection.ethers.provider);
  const now = (): Promise<number> => market.connection.networkHelpers.time.latest();
  const passTo = (time: number): Promise<void> => market.connection.networkHelpers.time.increaseTo(time);
  const pass = (seconds: number): Promise<number> => market.connection.networkHelpers.time.increase(seconds);

  /** Rounds of both aggregators, the underlying's times `percent`. */
  async function push(percent = 100n): Promise<void> {
    const [, price] = await market.underlyingAggregator.latestRoundData();
    const [, dollar] = await market.quoteAggregator.latestRoundData();
    await market.underlyingAggregator.push((price * percent) / 100n);
    await market.quoteAggregator.push(dollar);
  }

  const failureOf = async (call: Promise<unknown>): Promise<unknown> =>
    call.then(
      () => undefined,
      (error: unknown) => error,
    );

  describe("expiries on the calendar", () => {
    it("are those that the vaults count, for months ahead and on both sides of 08:00", async () => {
      const vault = market.vaults[0]!.contract;
      const rules = await vault.seriesRules();
      const calendar = {
        dailies: Number(rules.dailies),
        weeklies: Number(rules.weeklies),
        monthlies: Number(rules.monthlies),
      };
      for (let step = 0; step < 8; step++) {
        const time = await now();
        const first = Math.floor(time / DAY) * DAY + EXPIRY_HOUR;
        const days = Array.from({ length: 75 }, (_, index) => first + index * DAY).filter((expiry) => expiry > time);
        const listed = await Promise.all(
          days.map(async (expiry) => {
            const refusal = await failureOf(vault.openExpiry.staticCall(expiry));
            return !String(refusal).includes("NotOnCalendar");
          }),
        );
        const expected = comingExpiries(time, calendar).filter((expiry) => expiry <= days.at(-1)!);
        // So near its end an expiry is refused for that before the calendar is asked.
        const isTooNear = (expiry: number): boolean => expiry - time <= HOUR;
        expect(days.filter((expiry, index) => listed[index] && !isTooNear(expiry))).to.deep.equal(
          expected.filter((expiry) => !isTooNear(expiry)),
        );
        await pass(5 * HOUR);
        await push();
        await market.report();
      }
    });

    it("count last Fridays of a month beside the others", () => {
      const at = (...date: [number, number, number, number]): number => Date.UTC(...date) / 1_000;
      expect(comingExpiries(at(2027, 0, 29, 8), { dailies: 1, weeklies: 1, monthlies: 2 })).to.deep.equal([
        at(2027, 0, 30, 8),
        at(2027, 1, 5, 8),
        at(2027, 1, 26, 8),
        at(2027, 2, 26, 8),
      ]);
      expect(comingExpiries(at(2027, 0, 29, 7), { weeklies: 1, monthlies: 1 })).to.deep.equal([at(2027, 0, 29, 8)]);
    });
  });

  describe("openExpiries", () => {
    it("opens what is on the calendar in every vault, and then finds nothing due", async () => {
      const due = await dueOpenings(reading());
      const { done, refused } = await openExpiries(client);
      expect(done.map(({ vault, expiry }) => `${vault.address} ${expiry}`)).to.deep.equal(
        due.filter(({ refusal }) => refusal === undefined).map(({ vault, expiry }) => `${vault.address} ${expiry}`),
      );
      expect(refused).to.deep.equal([]);
      expect(new Set(done.map(({ vault }) => vault.address)).size).to.equal(market.vaults.length);
      for (const { vault, expiry, strikes, receipt } of done) {
        const { contract } = market.vaults.find(({ address }) => address === vault.address)!;
        expect([...(await contract.strikesOf(expiry))[0]]).to.deep.equal([...strikes]);
        expect(receipt.status).to.equal(1);
      }
      expect(await openExpiries(client)).to.deep.equal({ done: [], refused: [] });
    });

    it("opens the named ones alone, and says why the chain refuses another", async () => {
      const [third] = comingExpiries(market.expiries[1], { weeklies: 1 });
      const never = market.expiries[1] + DAY;
      const { done, refused } = await openExpiries(client, { expiries: [third!, never] });
      expect(done.map(({ expiry }) => Number(expiry))).to.deep.equal(market.vaults.map(() => third));
      expect(refused.map(({ expiry }) => Number(expiry))).to.deep.equal(market.vaults.map(() => never));
      expect(refused[0]!.refusal.errorName).to.equal("NotOnCalendar");
    });

    it("sends nothing where the surface is stale, and needs an account only where something is due", async () => {
      expect(await failureOf(openExpiries(reading()))).to.be.instanceOf(OrderError);
      const block = await market.connection.ethers.provider.getBlockNumber();
      await pass(DAY);
      const { done, refused } = await openExpiries(client);
      expect(done).to.deep.equal([]);
      expect(refused.length).to.be.above(0);
      expect(await market.connection.ethers.provider.getBlockNumber()).to.equal(block + 1);
      await restore();
      await openExpiries(client);
      expect((await openExpiries(reading())).done).to.deep.equal([]);
    });

    it("leaves to another keeper what he was first with", async () => {
      const [third] = comingExpiries(market.expiries[1], { weeklies: 1 });
      const due = await dueOpenings(client, { expiries: [third!] });
      await market.vaults[0]!.contract.openExpiry(third!);
      const { done } = await openExpiries(client, { expiries: [third!] });
      expect(done.length).to.equal(due.length - 1);
    });
  });

  describe("relistStrikes", () => {
    it("lays new strikes where the forward has left the old ones, and then finds nothing due", async () => {
      expect(await dueRelistings(client)).to.deep.equal([]);
      await pass(10 * MINUTE);
      await push(120n);
      await market.report();
      const { done, refused } = await relistStrikes(client);
      expect(done.length).to.equal(market.vaults.length * market.expiries.length);
      expect(refused).to.deep.equal([]);
      for (const { vault, expiry } of done) {
        const { contract } = market.vaults.find(({ address }) => address === vault.address)!;
        const [strikes] = await contract.strikesOf(expiry);
        expect(strikes.some((strike) => strike > 2_300n * WAD)).to.equal(true);
      }
      expect(await relistStrikes(client)).to.deep.equal({ done: [], refused: [] });
    });
  });

  describe("updateVolatility", () => {
    it("takes an observation where the last one is old", async () => {
      await updateVolatility(client);
      expect(await dueVolatilityUpdates(client)).to.deep.equal([]);
      await pass(HOUR / 2);
      await push(103n);
      expect(await dueVolatilityUpdates(client)).to.deep.equal([]);
      const { done } = await updateVolatility(client, { every: HOUR / 2 });
      expect(done.map((one) => one.market)).to.deep.equal([market.places.name]);
      expect(await updateVolatility(client, { every: HOUR / 2 })).to.deep.equal({ done: [], refused: [] });
    });

    it("sends nothing where there is no price", async () => {
      await pass(3 * DAY);
      const { done, refused } = await updateVolatility(client);
      expect(done).to.deep.equal([]);
      expect(refused[0]!.refusal).to.be.instanceOf(ContractError);
      expect(refused[0]!.refusal.errorName).to.match(/^SourceFailed/);
    });
  });

  describe("tripVaults and lapseTrips", () => {
    it("shut vaults as far as anyone may while a condition holds, and open them a day later", async () => {
      expect(await tripVaults(client)).to.deep.equal({ done: [], refused: [] });
      // Reporters sign far from the push price: its doubt grows to that distance.
      await submitSpot(client, { signed: await signedSpotNow(market, (4n * WAD) / 100n) });
      const { done } = await tripVaults(client);
      expect(done.map(({ from, to }) => [from, to])).to.deep.equal(market.vaults.map(() => ["open", "guarded"]));
      for (const { contract } of market.vaults) expect(await contract.state()).to.equal(1n);
      expect(await dueTrips(client)).to.deep.equal([]);

      expect(await dueLapses(client)).to.deep.equal([]);
      await pass(DAY + MINUTE);
      await push();
      await market.report();
      const lapsed = await lapseTrips(client);
      expect(lapsed.done.length).to.equal(market.vaults.length);
      for (const { contract } of market.vaults) expect(await contract.state()).to.equal(0n);
      expect(await lapseTrips(client)).to.deep.equal({ done: [], refused: [] });
    });
  });

  describe("fillQueues", () => {
    it("fills the batch of an epoch that has ended, and then finds nothing due", async () => {
      const vault = market.vaults[0]!;
      const { provider } = market.signers;
      const place = client.vaults.find(({ address }) => address === vault.address)!;
      const queue = IRedeemQueue__factory.connect(place.queue, provider);
      const shares = (await vault.contract.balanceOf(provider.address)) / 10n;
      await vault.contract.connect(provider).approve(place.queue, shares);
      await queue["requestRedeem(uint256,address,address)"](shares, provider.address, provider.address);
      expect(await dueFills(client)).to.deep.equal([]);

      const length = Number(await queue.epochLength());
      await passTo((Math.floor((await now()) / length) + 1) * length + MINUTE);
      expect((await dueFills(client)).map(({ waiting, refusal }) => [waiting, refusal?.errorName])).to.deep.equal([
        [shares, "SourceFailed/StaleAnswer"],
      ]);
      await push();
      await market.report();
      const { done, refused } = await fillQueues(client);
      expect(done.map((fill) => [fill.vault.address, fill.shares])).to.deep.equal([[vault.address, shares]]);
      expect(done[0]!.assets).to.be.above(0n);
      expect(refused).to.deep.equal([]);
      expect(await fillQueues(client)).to.deep.equal({ done: [], refused: [] });
    });
  });

  describe("proveExpiry and settleExpiries", () => {
    /** Lives through an averaging window with rounds every five minutes. */
    async function liveThrough(expiry: number): Promise<void> {
      const prices = [101n, 99n, 102n, 100n, 98n, 101n, 100n, 103n];
      for (const [index, percent] of prices.entries()) {
        await passTo(expiry - 40 * MINUTE + index * 5 * MINUTE);
        await push(percent);
      }
      await passTo(expiry + MINUTE);
    }

    /** Has somebody hold an option of each of some vaults. */
    async function hold(vaults: readonly LiveVault[], expiry: number): Promise<void> {
      for (const vault of vaults) {
        const id = await market.seriesNear(vault, { expiry, price: 2_000 });
        await vault.token.connect(market.signers.trader).approve(vault.address, MaxUint256);
        await vault.contract.buy(id, WAD, MaxUint256, market.signers.trader.address, MaxUint256);
      }
    }

    it("prove a price in one walk, settle every vault at it, and then find nothing due", async () => {
      const [expiry] = market.expiries;
      await hold(market.vaults, expiry);
      expect(await dueProofs(client)).to.deep.equal([]);
      await liveThrough(expiry);
      const [proof, ...others] = await dueProofs(client);
      expect([Number(proof?.expiry), others]).to.deep.equal([expiry, []]);
      expect(proof?.vaults.map(({ address }) => address)).to.deep.equal(market.vaults.map(({ address }) => address));
      expect(await dueSettlements(client)).to.deep.equal([]);

      const rehearsed = await rehearseProof(reading(), { expiry });
      expect(await market.expiryPrice.priceOf(expiry)).to.equal(0n);
      const { price, receipts } = await proveExpiry(client, { expiry });
      expect(receipts.length).to.equal(1);
      expect(price).to.equal(await market.expiryPrice.priceOf(expiry));
      expect(rehearsed).to.equal(price);
      expect(await rehearseProof(reading(), { expiry })).to.equal(price);
      expect(await dueProofs(client)).to.deep.equal([]);
      expect(await proveExpiry(reading(), { expiry })).to.deep.equal({ price, receipts: [] });

      const { done, refused } = await settleExpiries(client);
      expect(done.map((one) => one.price)).to.deep.equal(market.vaults.map(() => price));
      expect(refused).to.deep.equal([]);
      for (const { contract } of market.vaults) expect(await contract.settledPrice(expiry)).to.equal(price);
      expect(await settleExpiries(client)).to.deep.equal({ done: [], refused: [] });
    });

    it("ask for a price only where somebody holds options, and settle the other vaults without", async () => {
      const [expiry] = market.expiries;
      const [holding, ...empty] = market.vaults;
      await hold([holding!], expiry);
      await liveThrough(expiry);
      const [proof] = await dueProofs(client);
      expect(proof?.vaults.map(({ address }) => address)).to.deep.equal([holding!.address]);
      const { done, refused } = await settleExpiries(client);
      expect(done.map(({ vault, price, owed }) => [vault.address, price, owed])).to.deep.equal(
        empty.map(({ address }) => [address, 0n, 0n]),
      );
      expect(refused).to.deep.equal([]);
      for (const { contract } of empty) expect(await contract.expiries()).to.not.include(BigInt(expiry));

      const { price } = await proveExpiry(client, { expiry });
      expect((await settleExpiries(client)).done.map((one) => one.price)).to.deep.equal([price]);
      expect(await dueProofs(client)).to.deep.equal([]);
    });

    it("ask for no price where nobody holds anything", async () => {
      const [expiry] = market.expiries;
      await liveThrough(expiry);
      expect(await dueProofs(client)).to.deep.equal([]);
      expect((await settleExpiries(client)).done.length).to.equal(market.vaults.length);
      expect(await market.expiryPrice.priceOf(expiry)).to.equal(0n);
      expect(await dueSettlements(client)).to.deep.equal([]);
    });

    it("settle one vault at a time, once", async () => {
      const [expiry] = market.expiries;
      const [first, ...others] = market.vaults;
      const { address: vault, contract } = first!;
      const early = await failureOf(settleExpiry(client, { vault, expiry }));
      expect((early as ContractError).errorName).to.equal("ExpiryPriceNotFixed");
      await liveThrough(expiry);
      const { price } = await proveExpiry(client, { expiry });
      const { owed, receipt } = await settleExpiry(client, { vault, expiry });
      const [settled] = await contract.queryFilter(contract.filters.ExpirySettled(), Number(receipt.blockNumber));
      expect(owed).to.equal(settled!.args.owed);
      expect(await contract.settledPrice(expiry)).to.equal(price);
      for (const other of others) expect(await other.contract.settledPrice(expiry)).to.equal(0n);
      const twice = await failureOf(settleExpiry(client, { vault, expiry }));
      expect((twice as ContractError).errorName).to.equal("ExpiryNotOpen");
    });

    it("come to the same price in any number of walks, also from where somebody else has stopped", async () => {
      const [expiry] = market.expiries;
      await liveThrough(expiry);
      const { networkHelpers } = market.connection;
      const snapshot = await networkHelpers.takeSnapshot();
      const { price } = await proveExpiry(client, { expiry });
      await snapshot.restore();

      expect(await rehearseProof(reading(), { expiry, maxRounds: 2n })).to.equal(0n);
      const piecewise = await proveExpiry(client, { expiry, maxRounds: 2n });
      expect(piecewise.receipts.length).to.be.above(3);
      expect(piecewise.price).to.equal(price);
      await snapshot.restore();

      await proveExpiryPartly(expiry);
      const [, , provenUntil] = await market.expiryPrice.cursorOf(expiry);
      expect(provenUntil).to.be.above(0n);
      expect((await proveExpiry(client, { expiry })).price).to.equal(price);
    });

    /** As a keeper who gives up after one transaction of three rounds. */
    async function proveExpiryPartly(expiry: number): Promise<void> {
      const start = BigInt(expiry - 30 * MINUTE);
      const roundBefore = async (aggregator: LiveMarket["quoteAggregator"]): Promise<bigint> => {
        let round = await aggregator.latestRoundId();
        while ((await aggregator.getRoundData(round))[3] > start) round--;
        return round;
      };
      const rounds = await Promise.all([roundBefore(market.underlyingAggregator), roundBefore(market.quoteAggregator)]);
      await market.expiryPrice.prove(expiry, ...rounds, 3n);
    }

    it("are refused by name before the expiry has passed, and where no round is old enough", async () => {
      const block = await market.connection.ethers.provider.getBlockNumber();
      const early = await failureOf(proveExpiry(client, { expiry: market.expiries[0] }));
      expect(early).to.be.instanceOf(ContractError);
      expect((early as ContractError).errorName).to.equal("NotExpired");
      const ancient = await failureOf(proveExpiry(client, { expiry: market.expiries[0] - 365 * DAY }));
      expect(ancient).to.be.instanceOf(KeeperError);
      expect(String(ancient)).to.match(/expected a round of the aggregator 0x\w{40} dated 2026-01-08T07:30:00.000Z/);
      const none = await failureOf(proveExpiry(client, { expiry: market.expiries[0], maxRounds: 0n }));
      expect(String(none)).to.match(/^KeeperError: expected 1 to 512 rounds a transaction, got 0: /);
      expect(await market.connection.ethers.provider.getBlockNumber()).to.equal(block);
    });
  });

  describe("the round that was in effect at a time", () => {
    const DECIMALS = 8;
    const SPACING = 100;
    /** Rounds of each phase, whose number stands before: no phase 2, a long one, one of a single round. */
    const PHASES = [
      [1, 9],
      [3, 40],
      [4, 1],
      [6, 5],
    ] as const;

    for (const absent of ["zeros", "a revert"]) {
      it(`is found in every phase, where rounds that are not there answer with ${absent}`, async () => {
        const { abi, bytecode } = await testContract("test/mocks/MockAggregator.sol");
        const factory = new ContractFactory<[number, bigint], MockAggregator>(abi, bytecode, market.signers.deployer);
        const aggregator = await factory.deploy(DECIMALS, 1n);
        await aggregator.waitForDeployment();
        await aggregator.setAbsentRound(absent === "zeros" ? 0 : 1);
        const rounds: { id: bigint; at: number }[] = [];
        for (const [phase, count] of PHASES) {
          await aggregator.setPhase(phase);
          for (let round = 1; round <= count; round++) {
            const at = 1_000_000 + rounds.length * SPACING;
            await aggregator.pushRaw(1n, at, at, round);
            rounds.push({ id: await aggregator.latestRoundId(), at });
          }
        }
        const address = await aggregator.getAddress();
        for (const { id, at } of rounds) {
          for (const time of [at, at + SPACING - 1]) {
            expect(await startRound(client, { aggregator: address, time: BigInt(time) })).to.equal(id);
          }
        }
        const early = await failureOf(startRound(client, { aggregator: address, time: 999_999n }));
        expect(early).to.be.instanceOf(KeeperError);
      });
    }
  });
});
