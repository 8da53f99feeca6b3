import { Contract, type ContractTransactionResponse, type Signer } from "ethers";

import { DevToken__factory } from "../../typechain-types/index.ts";
import { npmArtifact } from "./npmArtifact.ts";

/** Fee of a pool in hundredths of a basis point. */
export type PoolFee = 500 | 3_000 | 10_000;

/** Ticks between two at which liquidity may begin or end. */
const SPACING: Readonly<Record<PoolFee, number>> = { 500: 10, 3_000: 60, 10_000: 200 };
const MAX_TICK = 887_272;
const NO_DEADLINE = 2n ** 64n;
const Q192 = 2n ** 192n;

export interface PoolSide {
  readonly token: string;
  /** Token units. */
  readonly amount: bigint;
}

export interface PoolRequest {
  /** Uniswap's SwapRouter02. */
  readonly uniswapRouter: string;
  readonly fee: PoolFee;
  /** What goes in of each token: the ratio is the pool's price. */
  readonly sides: readonly [PoolSide, PoolSide];
  /** How many ticks (each 0.01 %) liquidity reaches either side of the price; over all prices by default. */
  readonly reach?: number;
}

/**
 * Creates a pool of two tokens of a local network and gives it liquidity. The amounts must be the signer's.
 * @returns the pool's address
 */
export async function openPool(signer: Signer, { uniswapRouter, fee, sides, reach }: PoolRequest): Promise<string> {
  const [first, second] = inOrder(sides);
  const positions = await positionManager(uniswapRouter, signer);
  for (const { token, amount } of sides) {
    await (await DevToken__factory.connect(token, signer).approve(positions, amount)).wait();
  }
  const terms = [first.token, second.token, fee] as const;
  const price = squareRootPrice(sides);
  await mined(positions.getFunction("createAndInitializePoolIfNecessary").send(...terms, price));
  const pool = await poolOf(positions, terms);
  const middle = reach === undefined ? 0 : Number(((await pool.getFunction("slot0")()) as { tick: bigint }).tick);
  const ticks = [middle - (reach ?? MAX_TICK), middle + (reach ?? MAX_TICK)] as const;
  await mined(
    positions.getFunction("mint").send({
      token0: first.token,
      token1: second.token,
      fee,
      tickLower: Math.ceil(ticks[0] / SPACING[fee]) * SPACING[fee],
      tickUpper: Math.floor(ticks[1] / SPACING[fee]) * SPACING[fee],
      amount0Desired: first.amount,
      amount1Desired: second.amount,
      amount0Min: 0n,
      amount1Min: 0n,
      recipient: await signer.getAddress(),
      deadline: NO_DEADLINE,
    }),
  );
  return pool.getAddress();
}

/** Uniswap's `sqrtPriceX96` of a pool in which so much of one token is worth so much of the other. */
export function squareRootPrice(sides: PoolRequest["sides"]): bigint {
  const [first, second] = inOrder(sides);
  return squareRoot((second.amount * Q192) / first.amount);
}

/** As pools have their tokens: by address. */
function inOrder([one, other]: PoolRequest["sides"]): PoolRequest["sides"] {
  return BigInt(one.token) < BigInt(other.token) ? [one, other] : [other, one];
}

async function positionManager(uniswapRouter: string, signer: Signer): Promise<Contract> {
  const router = new Contract(uniswapRouter, npmArtifact("SwapRouter02").abi, signer);
  const address = String(await router.getFunction("positionManager")());
  return new Contract(address, npmArtifact("NonfungiblePositionManager").abi, signer);
}

async function poolOf(positions: Contract, terms: readonly [string, string, number]): Promise<Contract> {
  const address = String(await positions.getFunction("factory")());
  const factory = new Contract(address, npmArtifact("UniswapV3Factory").abi, positions.runner);
  const pool = String(await factory.getFunction("getPool")(...terms));
  return new Contract(pool, npmArtifact("UniswapV3Pool").abi, positions.runner);
}

async function mined(sent: Promise<ContractTransactionResponse>): Promise<void> {
  await (await sent).wait();
}

/** Rounded down, by Newton's method from above. */
function squareRoot(value: bigint): bigint {
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
