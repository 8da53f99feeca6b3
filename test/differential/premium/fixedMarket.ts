import { network } from "hardhat";

import type { PremiumOracle } from "../../../typechain-types/index.ts";
import { testContract } from "../../helpers/testContract.ts";
import type { PicoSvi, Scenario } from "./scenario.ts";

const { ethers, networkHelpers } = await network.create();

/** How a surface answers, as `SurfaceStatus` numbers it. */
export const STATUS = { fresh: 1, stale: 3 } as const;

/** As `SpotReading.sol` numbers prices: whatever counts now, and the push feed's. */
export const NEWEST_SPOT = 0n;
export const PUSH_ONLY = 1n;

/** A premium oracle on a scenario's market, and the vault's capital for it. */
export interface PricedMarket {
  readonly oracle: PremiumOracle;
  readonly capital: Scenario["capital"] & { readonly updatedAt: bigint; readonly priceNumber: bigint };
}

/** Brings a chain to unix second `now`, in the scenario's market: every figure of it is set. */
export async function openFixedMarket(
  scenario: Scenario,
  { now, status }: { now: number; status: number },
): Promise<PricedMarket> {
  const { set, oracleFor } = await networkHelpers.loadFixture(deploy);
  const oracle = await oracleFor(scenario);
  await set("setSpot", scenario.spot, scenario.feedConfidence);
  await set("setSurface", status, scenario.volConfidence);
  await set("setRealised", scenario.realised);
  if (scenario.signed !== undefined) await set("setSigned", scenario.signed.age, scenario.signed.floor);
  for (const { expiry, near, nearWeight, far, farWeight } of scenario.expiries) {
    await set("setCurve", expiry, { near: packed(near), nearWeight, far: packed(far), farWeight });
  }
  await networkHelpers.time.increaseTo(now);
  const updatedAt = BigInt(now - scenario.sinceUpdate);
  return { oracle, capital: { ...scenario.capital, updatedAt, priceNumber: NEWEST_SPOT } };
}

async function deploy() {
  const { abi, bytecode } = await testContract("test/mocks/FixedMarket.sol");
  const [owner] = await ethers.getSigners();
  if (owner === undefined) throw new Error("expected a signer, got none");
  const market = await new ethers.ContractFactory(abi, bytecode, owner).deploy();
  const address = await market.getAddress();
  const Oracle = await ethers.getContractFactory("PremiumOracle");
  const set = async (name: string, ...args: unknown[]): Promise<unknown> => market.getFunction(name)(...args);
  const oracleFor = async (scenario: Scenario) =>
    Oracle.deploy(owner.address, address, address, address, scenario.rate, scenario.yield);
  return { set, oracleFor };
}

/** A slice in the surface's word: a, b, ρ, m, σ from the top, by the layout in `contracts/types/SviSlice.sol`. */
function packed(slice: PicoSvi): bigint {
  return (
    (BigInt.asUintN(56, slice.a) << 200n) |
    (slice.b << 152n) |
    (BigInt.asUintN(48, slice.rho) << 104n) |
    (BigInt.asUintN(48, slice.m) << 56n) |
    (slice.sigma << 8n)
  );
}
