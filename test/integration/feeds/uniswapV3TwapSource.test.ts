import { expect } from "chai";
import { Decimal } from "decimal.js";
import type { Contract } from "ethers";
import { network } from "hardhat";

import { deployUniswapV3, FEE_TIER, poolAt } from "../../helpers/uniswapV3.ts";

const { ethers, networkHelpers } = await network.create();
const Real = Decimal.clone({ precision: 50 });

const WINDOW = 1800;
const MAX_TICK = 887_270;
const CONFIDENCE = 10n ** 16n;
const FOREVER = 10n ** 12n;

/** √(amount1/amount0)·2⁹⁶ for a price of `usdc` USDC per WETH, whichever token comes first. */
function sqrtPriceX96(usdc: number, wethFirst: boolean): bigint {
  const raw = new Real(usdc).times("1e6").div("1e18");
  const price = wethFirst ? raw : new Real(1).div(raw);
  return BigInt(price.sqrt().times(new Real(2).pow(96)).toFixed(0));
}

/** A real pool of WETH and USDC at 2000, full-range liquidity, its record grown. */
async function deployPool(wethFirst: boolean) {
  const [signer] = await ethers.getSigners();
  if (signer === undefined) throw new Error("expected a signer, got none");
  let weth = await ethers.deployContract("DevToken", ["Wrapped Ether", "WETH", 18]);
  const usdc = await ethers.deployContract("DevToken", ["USD Coin", "USDC", 6]);
  const usdcAddress = await usdc.getAddress();
  while (BigInt(await weth.getAddress()) < BigInt(usdcAddress) !== wethFirst) {
    weth = await ethers.deployContract("DevToken", ["Wrapped Ether", "WETH", 18]);
  }
  const wethAddress = await weth.getAddress();
  const uniswap = await deployUniswapV3(signer, wethAddress);
  const spenders = [await uniswap.positions.getAddress(), await uniswap.router.getAddress()];
  for (const token of [weth, usdc]) {
    await token.mint(signer.address, 10n ** 30n);
    for (const spender of spenders) await token.approve(spender, 10n ** 30n);
  }

  const [token0, token1] = wethFirst ? [wethAddress, usdcAddress] : [usdcAddress, wethAddress];
  const price = sqrtPriceX96(2000, wethFirst);
  const create = uniswap.positions.getFunction("createAndInitializePoolIfNecessary");
  await create(token0, token1, FEE_TIER.fee, price);
  const poolAddress = (await uniswap.factory.getFunction("getPool")(token0, token1, FEE_TIER.fee)) as string;
  const pool = await poolAt(poolAddress, signer);
  const amounts = { weth: 10n ** 21n, usdc: 2_000_000n * 10n ** 6n };
  await uniswap.positions.getFunction("mint")({
    token0,
    token1,
    fee: FEE_TIER.fee,
    tickLower: -MAX_TICK,
    tickUpper: MAX_TICK,
    amount0Desired: wethFirst ? amounts.weth : amounts.usdc,
    amount1Desired: wethFirst ? amounts.usdc : amounts.weth,
    amount0Min: 0,
    amount1Min: 0,
    recipient: signer.address,
    deadline: FOREVER,
  });
  await pool.getFunction("increaseObservationCardinalityNext")(64);

  const swap = async (from: string, to: string, amountIn: bigint) => {
    await uniswap.router.getFunction("exactInputSingle")({
      tokenIn: from,
      tokenOut: to,
      fee: FEE_TIER.fee,
      recipient: signer.address,
      deadline: FOREVER,
      amountIn,
      amountOutMinimum: 0,
      sqrtPriceLimitX96: 0,
    });
  };
  const buyWeth = (amountIn: bigint) => swap(usdcAddress, wethAddress, amountIn);
  const sellWeth = (amountIn: bigint) => swap(wethAddress, usdcAddress, amountIn);
  // The record grows with the next observation, which takes a swap that moves the tick.
  await sellWeth(2n * 10n ** 18n);
  return { pool, wethAddress, usdcAddress, buyWeth, sellWeth };
}

const deployWethFirst = () => deployPool(true);
const deployUsdcFirst = () => deployPool(false);

async function deploySource(pool: Contract, underlying: string, overrides: Record<string, unknown> = {}) {
  return await ethers.deployContract("UniswapV3TwapSource", [
    {
      pool: await pool.getAddress(),
      underlying,
      window: WINDOW,
      confidence: CONFIDENCE,
      minLiquidity: 10n ** 15n,
      minCardinality: 64,
      ...overrides,
    },
  ]);
}

/** The mean price by 50 digits, from the pool's own record. */
async function expectedPrice(pool: Contract, invert: boolean, decimalShift: number): Promise<Decimal> {
  const [ticks] = (await pool.getFunction("observe").staticCall([WINDOW, 0])) as [[bigint, bigint]];
  const mean = new Real((ticks[1] - ticks[0]).toString()).div(WINDOW);
  return new Real("1.0001").pow(invert ? mean.neg() : mean).times(new Real(10).pow(decimalShift));
}

function expectClose(actual: bigint, expected: Decimal): void {
  const error = new Real(actual.toString()).div("1e18").div(expected).minus(1).abs();
  expect(error.lte("3e-17"), `${ethers.formatEther(actual)}, expected ${expected.toFixed(24)}`).to.equal(true);
}

for (const [name, deploy, wethFirst] of [
  ["WETH is token0", deployWethFirst, true],
  ["WETH is token1", deployUsdcFirst, false],
] as const) {
  describe(`UniswapV3TwapSource over a real pool in which ${name}`, function () {
    it("is the geometric mean over the window, to 16 digits", async function () {
      const { pool, wethAddress, buyWeth, sellWeth } = await networkHelpers.loadFixture(deploy);
      const source = await deploySource(pool, wethAddress);
      await networkHelpers.time.increase(WINDOW);
      expectClose((await source.read()).price, await expectedPrice(pool, !wethFirst, 12));
      for (const amount of [50_000n, 20_000n, 130_000n]) {
        await buyWeth(amount * 10n ** 6n);
        await networkHelpers.time.increase(421);
      }
      await sellWeth(10n ** 19n);
      await networkHelpers.time.increase(77);
      const reading = await source.read();
      expectClose(reading.price, await expectedPrice(pool, !wethFirst, 12));
      expect(reading.price).to.be.within(2100n * 10n ** 18n, 2420n * 10n ** 18n);
      expect(reading.confidence).to.equal(CONFIDENCE);
      expect(reading.updatedAt).to.equal(BigInt((await networkHelpers.time.latest()) - WINDOW));
      expect(await source.maxAge()).to.equal(BigInt(WINDOW));
    });

    it("prices the other token too", async function () {
      const { pool, usdcAddress } = await networkHelpers.loadFixture(deploy);
      const source = await deploySource(pool, usdcAddress);
      await networkHelpers.time.increase(WINDOW);
      // A price of 0.0005 has 15 digits in WAD.
      const expected = await expectedPrice(pool, wethFirst, -12);
      const { price } = await source.read();
      expect(price).to.be.closeTo(BigInt(expected.times("1e18").toFixed(0)), 1n);
    });

    it("A1: a swap moves nothing in its own block, and little in a minute", async function () {
      const { pool, wethAddress, buyWeth } = await networkHelpers.loadFixture(deploy);
      const source = await deploySource(pool, wethAddress);
      await networkHelpers.time.increase(WINDOW);
      const before = (await source.read()).price;
      // Doubles the price of the moment.
      await buyWeth(830_000n * 10n ** 6n);
      expect((await source.read()).price).to.equal(before);
      await networkHelpers.time.increase(60);
      const after = (await source.read()).price;
      expect(after).to.be.greaterThan(before);
      expect(after).to.be.lessThan((before * 103n) / 100n);
    });
  });
}

describe("UniswapV3TwapSource refuses", function () {
  it("a window that the record does not cover", async function () {
    const { pool, wethAddress } = await networkHelpers.loadFixture(deployWethFirst);
    const source = await deploySource(pool, wethAddress);
    await expect(source.read())
      .to.be.revertedWithCustomError(source, "WindowNotCovered")
      .withArgs(await pool.getAddress(), WINDOW);
  });

  it("a pool with too little liquidity over the window", async function () {
    const { pool, wethAddress } = await networkHelpers.loadFixture(deployWethFirst);
    // √(1000 WETH · 2,000,000 USDC) in smallest units is 4.5e16.
    const source = await deploySource(pool, wethAddress, { minLiquidity: 10n ** 17n });
    await networkHelpers.time.increase(WINDOW + 60);
    await expect(source.read()).to.be.revertedWithCustomError(source, "LiquidityTooLow");
  });

  it("a pool that keeps too few observations", async function () {
    const { pool, wethAddress } = await networkHelpers.loadFixture(deployWethFirst);
    const factory = await ethers.getContractFactory("UniswapV3TwapSource");
    await expect(deploySource(pool, wethAddress, { minCardinality: 65 }))
      .to.be.revertedWithCustomError(factory, "CardinalityTooLow")
      .withArgs(await pool.getAddress(), 64, 65);
  });

  it("a token that is not in the pool", async function () {
    const { pool } = await networkHelpers.loadFixture(deployWethFirst);
    const factory = await ethers.getContractFactory("UniswapV3TwapSource");
    await expect(deploySource(pool, await pool.getAddress())).to.be.revertedWithCustomError(factory, "NotInPool");
  });

  it("a window or a confidence outside its bounds", async function () {
    const { pool, wethAddress } = await networkHelpers.loadFixture(deployWethFirst);
    const factory = await ethers.getContractFactory("UniswapV3TwapSource");
    for (const overrides of [{ window: 299 }, { window: 86_401 }, { confidence: 10n ** 17n + 1n }]) {
      await expect(deploySource(pool, wethAddress, overrides)).to.be.revertedWithCustomError(
        factory,
        "ParameterOutOfRange",
      );
    }
  });

  it("O5: and a feed that has it among others goes on without it", async function () {
    const { pool, wethAddress } = await networkHelpers.loadFixture(deployWethFirst);
    const twap = await deploySource(pool, wethAddress);
    const [owner] = await ethers.getSigners();
    if (owner === undefined) throw new Error("expected a signer, got none");
    const sources = [await twap.getAddress()];
    for (const answer of [1_990n, 2_010n]) {
      const description = "ETH / USD";
      const aggregator = await ethers.deployContract("SettableAggregator", [
        8,
        description,
        answer * 10n ** 8n,
        owner.address,
      ]);
      const terms = { aggregator: await aggregator.getAddress(), maxAge: 3_900, lowest: 0, highest: 10n ** 16n };
      const source = await ethers.deployContract("ChainlinkSource", [terms, 5n * 10n ** 15n]);
      sources.push(await source.getAddress());
    }
    const feed = await ethers.deployContract("PriceFeed", [
      {
        sources,
        quorum: 2,
        disagreementLimit: 2n * 10n ** 16n,
        confidenceFloor: 10n ** 15n,
        sequencerFeed: ethers.ZeroAddress,
        gracePeriod: 0,
        signedSpot: ethers.ZeroAddress,
      },
    ]);
    expect((await feed.read()).price).to.equal(2_000n * 10n ** 18n);
    await networkHelpers.time.increase(WINDOW);
    const { price } = await feed.read();
    expect(price).to.equal((await twap.read()).price);
    expect(price).to.not.equal(2_000n * 10n ** 18n);
  });
});
