import { expect } from "chai";
import { ContractFactory, id, MaxUint256, parseEther } from "ethers";

import type { IVaultSwapRouter } from "../../../typechain-types/index.ts";
import type { LiveVault } from "../../fixtures/liveMarket.ts";
import { swapMarket, type SwapMarket } from "../../fixtures/swapMarket.ts";
import { testContract } from "../../helpers/testContract.ts";

export const ONE = parseEther("1");
export const FAR = 2n ** 40n;
export const MAX_LEGS = 32;
const SWAP_EVENT = id("Swap(address,address,int256,int256,uint160,uint128,int24)");

export interface Leg {
  vault: string;
  id: bigint;
  quantity: bigint;
  limit: bigint;
}
type Settlement = IVaultSwapRouter.SettlementStruct;

/** What the tests of the swap router trade with. */
export interface SwapRouterStage {
  readonly market: SwapMarket;
  readonly calls: LiveVault;
  readonly puts: LiveVault;
  readonly callId: bigint;
  readonly putId: bigint;
  /** Of the first expiry; the others are of the second. */
  readonly nearPutId: bigint;
}

/**
 * A market with real pools for a `describe`, anew before each test; after each one nothing may rest in the router. What it has
 * is there from the `describe`'s own `before` on (`opened`).
 */
export function swapRouterStage() {
  let stage: SwapRouterStage;
  let restore: () => Promise<void>;
  /** The router under test, and what was in it before a test's orders: nobody's. */
  const watched = { router: "", donated: 0n };

  before(async () => {
    const market = await swapMarket();
    const [calls, puts] = ["call", "put"].map((kind) => market.vaults.find((vault) => vault.kind === kind)!) as [
      LiveVault,
      LiveVault,
    ];
    stage = {
      market,
      calls,
      puts,
      callId: await market.seriesNear(calls, { expiry: market.expiries[1], price: 2000 }),
      putId: await market.seriesNear(puts, { expiry: market.expiries[1], price: 2000 }),
      nearPutId: await market.seriesNear(puts, { expiry: market.expiries[0], price: 2000 }),
    };
  });

  beforeEach(async () => {
    const snapshot = await stage.market.connection.networkHelpers.takeSnapshot();
    restore = () => snapshot.restore();
    Object.assign(watched, { router: stage.market.addresses.swapRouter, donated: 0n });
  });

  afterEach(async () => {
    await expectRouterEmpty();
    await restore();
  });

  after(async () => {
    await stage.market.connection.close();
  });

  /** I5: nothing rests in a router between transactions, and nobody may take anything from it. */
  async function expectRouterEmpty(): Promise<void> {
    const { router, donated } = watched;
    const { dai, underlying, quote, vaults, addresses, connection } = stage.market;
    const spenders = [addresses.uniswapRouter, addresses.permit2, ...vaults.map(({ address }) => address)];
    for (const token of [dai, underlying, quote]) {
      expect(await token.balanceOf(router), "I5: tokens").to.equal(donated);
      for (const spender of spenders) expect(await token.allowance(router, spender), "I5: allowance").to.equal(0n);
    }
    for (const { options } of vaults) {
      for (const series of [stage.callId, stage.putId])
        expect(await options.balanceOf(router, series), "I5: options").to.equal(0n);
    }
    expect(await connection.ethers.provider.getBalance(router), "I5: native coin").to.equal(0n);
  }

  const leg = (
    vault: LiveVault,
    quantity: bigint,
    { series, limit }: { series?: bigint; limit?: bigint } = {},
  ): Leg => ({
    vault: vault.address,
    id: series ?? (vault.kind === "call" ? stage.callId : stage.putId),
    quantity,
    limit: limit ?? (quantity > 0n ? MaxUint256 : 0n),
  });
  const inDai = (maxNetPaid: bigint, paths: string[] = []): Settlement => ({
    token: stage.market.tokens.dai,
    maxNetPaid,
    paths,
  });
  const daiPaths = () => [stage.market.paths.wethToDai, stage.market.paths.usdcToDai];
  const execute = (legs: Leg[], settlement: Settlement, receiver = stage.market.signers.trader.address) =>
    stage.market.swapRouter.execute(legs, settlement, receiver, FAR);
  const outcome = async (legs: Leg[], settlement: Settlement) => {
    const [premiums, netPaid] = await stage.market.swapRouter.execute.staticCall(
      legs,
      settlement,
      stage.market.signers.trader.address,
      FAR,
    );
    return { premiums, netPaid };
  };
  const balances = async (who: { address: string }) => {
    const { dai, underlying, quote } = stage.market;
    const [ofDai, ofWeth, ofUsdc] = await Promise.all(
      [dai, underlying, quote].map((token) => token.balanceOf(who.address)),
    );
    return { dai: ofDai!, weth: ofWeth!, usdc: ofUsdc! };
  };
  const quoted = async (side: "Input" | "Output", path: string, amount: bigint): Promise<bigint> =>
    ((await stage.market.uniswapQuoter.getFunction(`quoteExact${side}`).staticCall(path, amount)) as bigint[])[0]!;
  const swapsIn = async (sent: ReturnType<typeof execute>): Promise<number> =>
    (await (await sent).wait())!.logs.filter(({ topics }) => topics[0] === SWAP_EVENT).length;
  /** Runs at one time what was computed for it. */
  const freeze = async (): Promise<void> => {
    const { time } = stage.market.connection.networkHelpers;
    await time.setNextBlockTimestamp((await time.latest()) + 60);
    await stage.market.connection.networkHelpers.mine();
  };

  async function hostileToken() {
    const { abi, bytecode } = await testContract("test/mocks/HostileToken.sol");
    const deployed = await new ContractFactory(abi, bytecode, stage.market.signers.deployer).deploy();
    return deployed;
  }

  return {
    opened: () => stage,
    watched,
    expectRouterEmpty,
    leg,
    inDai,
    daiPaths,
    execute,
    outcome,
    balances,
    quoted,
    swapsIn,
    freeze,
    hostileToken,
  };
}
