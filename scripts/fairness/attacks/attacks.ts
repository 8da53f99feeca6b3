import type { Attack } from "./Attack.ts";
import { depositAfterDip, dipAndBack, lagFarmed } from "./dips.ts";
import { borrowedStart, leastStart } from "./firstDeposit.ts";
import { aroundExit, buyAndUndo } from "./exits.ts";
import {
  beforeDeposit,
  beforeSale,
  behindDeposit,
  comersPrice,
  emptiedReserve,
  emptiedVault,
  movedQuotes,
  smallCharge,
} from "./shareholders.ts";
import { afterDeposit, aroundDeposit, aroundFill, aroundRedeem } from "./tradesAroundFlows.ts";
import { aroundTrade } from "./tradesAroundTrades.ts";

/** All attacks, in the order of the table. */
export const ATTACKS: readonly Attack[] = [
  aroundRedeem,
  aroundFill,
  aroundDeposit,
  afterDeposit,
  dipAndBack,
  lagFarmed,
  depositAfterDip,
  smallCharge,
  beforeDeposit,
  behindDeposit,
  comersPrice,
  beforeSale,
  aroundTrade,
  aroundExit,
  buyAndUndo,
  movedQuotes,
  emptiedVault,
  emptiedReserve,
  borrowedStart,
  leastStart,
];
