import { fromWad } from "../units/fromWad.ts";
import type { Capital } from "./types.ts";

/** Capital as a vault's `capital()` returns it (`Capital.sol`): WAD collateral, and unix seconds. */
export type RawCapital = Readonly<Record<keyof Capital, bigint>>;

/** A vault's capital in double precision, as `assessBook` takes it. */
export function decodeCapital(capital: RawCapital): Capital {
  return {
    collateral: fromWad(capital.collateral),
    riskCapital: fromWad(capital.riskCapital),
    actual: fromWad(capital.actual),
    fresh: fromWad(capital.fresh),
    recentCharge: fromWad(capital.recentCharge),
    doublingBase: fromWad(capital.doublingBase),
    claimShare: fromWad(capital.claimShare),
    updatedAt: Number(capital.updatedAt),
  };
}
