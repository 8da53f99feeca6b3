import { orderSignatures, packSvi, SECONDS_PER_DAY, SECONDS_PER_YEAR, signReport, type Report } from "@bulkhead/sdk";
import { keccak256, MaxUint256, parseEther, parseUnits, ZeroAddress } from "ethers";
import { artifacts } from "hardhat";
import type { NetworkConnection } from "hardhat/types/network";

import { OPTION_KINDS } from "../../deploy/modules/vault.ts";
import {
  DevToken__factory,
  ExpiryPrice__factory,
  IOptionVault__factory,
  RedeemQueue__factory,
  SettableAggregator__factory,
  VaultFactory__factory,
  VaultRouter__factory,
  VolatilitySurface__factory,
  type IOptionVault,
  type RedeemQueue,
} from "../../typechain-types/index.ts";

/** A Friday, 10:00 UTC. */
export const STARTS_AT = Date.UTC(2027, 0, 15, 10) / 1_000;
const HOUR = 3_600;

/** 08:00 UTC some days after the start. */
export const expiryIn = (days: number): number => STARTS_AT - 2 * HOUR + days * SECONDS_PER_DAY;

/** Every expiry that a vault here can open: the coming days, and the Friday after the next. */
export const EXPIRIES = [1, 2, 3, 4, 5, 6, 7, 14].map(expiryIn);

/** In dollars, with the aggregator's eight decimals. */
export const answerOf = (dollars: number): bigint => parseUnits(String(dollars), 8);

const SPOT = 2_000;
const VOLATILITY = 0.8;
const WAD = parseEther("1");

const TIER = {
  riskAversion: parseEther("8"),
  capacityRent: parseEther("0.15"),
  volOfVol: WAD,
  spotVolCorrelation: parseEther("-0.3"),
  horizon: SECONDS_PER_DAY,
  notionalFee: parseEther("0.0003"),
  premiumFeeCap: parseEther("0.125"),
  chargeFee: parseEther("0.1"),
  lockFee: parseEther("0.0003"),
  stress: WAD,
  confidenceFactor: WAD,
};

const SERIES = {
  tickSize: parseEther("10"),
  lotSize: parseEther("0.01"),
  minOrder: parseEther("0.1"),
  dailies: 6,
  weeklies: 2,
  monthlies: 0,
  ladderStep: parseEther("0.5"),
  minDelta: 0n,
  maxDelta: WAD,
  minTenor: 2 * HOUR,
  maxTenor: 60 * SECONDS_PER_DAY,
};

/** Of a put vault that is given ten millions here. */
const LEAST_DEPOSIT = parseUnits("100000", 6);

/**
 * One market as it is deployed but for its single source: WETH/USDC by one aggregator, a surface of three reporters,
 * put vaults in USDC. The artifacts must be those of the production profile.
 */
export async function deployMarket(connection: NetworkConnection) {
  const { ethers, networkHelpers } = connection;
  const [deployer, provider, trader, ...others] = await ethers.getSigners();
  const reporters = others.slice(0, 3);
  if (deployer === undefined || provider === undefined || trader === undefined) {
    throw new Error("Gas: expected a network with accounts, got none");
  }
  const deploy = async (name: string, args: readonly unknown[] = []): Promise<string> =>
    (await ethers.deployContract(name, [...args])).getAddress();

  const authority = await deploy("AccessManager", [deployer.address]);
  const collateral = await deploy("DevToken", ["USD Coin", "USDC", 6]);
  const aggregator = await deploy("SettableAggregator", [8, "ETH / USD", answerOf(SPOT), deployer.address]);
  const terms = { aggregator, maxAge: 25 * HOUR, lowest: 0n, highest: 2n ** 127n - 1n };
  const feed = await deploy("MarketFeed", [
    {
      sources: [await deploy("ChainlinkSource", [terms, parseEther("0.005")])],
      quorum: 1,
      disagreementLimit: parseEther("0.02"),
      confidenceFloor: parseEther("0.001"),
      sequencerFeed: ZeroAddress,
      gracePeriod: 0,
      signedSpot: ZeroAddress,
    },
    {
      feed: ZeroAddress,
      seed: parseEther("0.65"),
      halfLife: SECONDS_PER_DAY,
      minSpacing: HOUR / 12,
      outlier: parseEther("5"),
    },
  ]);
  const surfaceAddress = await deploy("VolatilitySurface", [
    authority,
    {
      confidenceFloor: parseEther("0.01"),
      confidenceGrowth: WAD,
      maxAge: 6 * HOUR,
      hourlyAllowance: parseEther("0.15"),
      dailyAllowance: parseEther("0.6"),
      bandLow: parseEther("0.3"),
      bandHigh: parseEther("4"),
      minExpiries: 2,
    },
    reporters.map(({ address }) => address).sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1)),
    2,
    feed,
  ]);
  const rates = [parseEther("0.04"), parseEther("0.03")] as const;
  const oracle = await deploy("PremiumOracle", [authority, feed, surfaceAddress, feed, ...rates]);
  const expiryPrice = await deploy("ExpiryPrice", [authority, terms, { ...terms, aggregator: ZeroAddress }]);

  const factory = VaultFactory__factory.connect(await deploy("VaultFactory", [authority]), deployer);
  const { bytecode: creationCode } = await artifacts.readArtifact("OptionVault");
  const modules = {
    operations: await deploy("VaultOperations"),
    clearing: await deploy("VaultClearing"),
    shares: await deploy("VaultShares", [await deploy("VaultViews")]),
  };
  await factory.registerVersion(keccak256(creationCode), modules, "OptionVault 2");
  const router = VaultRouter__factory.connect(await deploy("VaultRouter", [await factory.getAddress()]), trader);
  const usdc = DevToken__factory.connect(collateral, trader);
  const surface = VolatilitySurface__factory.connect(surfaceAddress, deployer);
  const { chainId } = await ethers.provider.getNetwork();
  let round = 0n;

  return {
    provider,
    trader,
    usdc,
    router,
    aggregator: SettableAggregator__factory.connect(aggregator, deployer),
    expiryPrice: ExpiryPrice__factory.connect(expiryPrice, deployer),

    /** Signs and delivers a surface for every expiry, in effect from the next block. */
    async report(): Promise<void> {
      const observedAt = await networkHelpers.time.latest();
      const content: Report = {
        round: ++round,
        observedAt: BigInt(observedAt),
        confidence: parseEther("0.005"),
        expiries: EXPIRIES.map(BigInt),
        slices: EXPIRIES.map((expiry) => packSvi(smile((expiry - observedAt) / SECONDS_PER_YEAR))),
      };
      const domain = { chainId, verifyingContract: surfaceAddress };
      const signatures = await Promise.all(reporters.map((signer) => signReport(signer, { report: content, domain })));
      await surface.submit(
        { ...content, expiries: [...content.expiries], slices: [...content.slices] },
        orderSignatures(signatures),
      );
      await networkHelpers.mine();
    },

    /** A put vault with the provider's liquidity, and with approvals of provider and trader. */
    async createVault(strikesPerExpiry: number): Promise<IOptionVault> {
      const config = {
        name: "Bulkhead WETH/USDC",
        symbol: "bWETH",
        market: "WETH/USDC",
        kind: OPTION_KINDS.put,
        collateral,
        oracle,
        expiryPrice,
        authority,
        feeRecipient: deployer.address,
        series: { ...SERIES, strikesPerExpiry },
        risk: TIER,
        leastDeposit: LEAST_DEPOSIT,
      };
      const index = await factory.vaultCount();
      await factory.createVault(1, creationCode, config);
      const vault = IOptionVault__factory.connect(await factory.vaultAt(index), trader);
      for (const who of [provider, trader]) await usdc.connect(who).approve(vault, MaxUint256);
      await vault.connect(provider)["deposit(uint256,address)"](parseUnits("10000000", 6), provider.address);
      return vault;
    },

    /** The vault's redeem queue, with the provider as the caller. */
    async createQueue(
      vault: IOptionVault,
      { epochLength, minimumRequest }: { epochLength: number; minimumRequest: bigint },
    ): Promise<RedeemQueue> {
      const address = await vault.getAddress();
      const queue = await deploy("RedeemQueue", [address, epochLength, minimumRequest]);
      await vault.connect(deployer).registerQueue(queue);
      return RedeemQueue__factory.connect(queue, provider);
    },
  };
}

/** What `deployMarket` deployed. */
export type GasMarket = Awaited<ReturnType<typeof deployMarket>>;

/** A mild smile around one volatility, free of arbitrage: total variance rises in proportion to time. */
function smile(years: number) {
  const b = 0.08 * years;
  const sigma = 0.3;
  return { a: VOLATILITY ** 2 * years - b * sigma, b, rho: -0.2, m: 0, sigma };
}
