import { DomainError } from "../errors/DomainError.ts";
import { assessBook } from "./assessBook.ts";
import { capitalLow } from "./capitalLow.ts";
import { movesOf } from "./movesOf.ts";
import { priceLeg, type LegPrice } from "./priceLeg.ts";
import { riskCharge } from "./riskCharge.ts";
import type { Assessment, MarketState, RiskSums, Trade, VaultBooks } from "./types.ts";

/** Most legs of one order to one vault. */
export const MAX_ORDER_LEGS = 8;

/** The price of an order: its legs' own parts, and one risk charge for all of them (`OrderQuote.sol`). In collateral. */
export interface OrderPrice {
  /** What the trader pays (positive) or gets (negative). */
  readonly premium: number;
  /**
   * Change of the certainty-equivalent part of R, as charged: the dearer of its changes at E_low and E_dep, and with the stress
   * multiplier where the total change is positive and a leg buys.
   */
  readonly moveCharge: number;
  /** Change of the rent part of R, likewise. */
  readonly rentCharge: number;
  /** ρ_f·|ΔR| */
  readonly chargeFee: number;
  /** That and the legs' own fees. */
  readonly fee: number;
  /** What the order's clamp in the vault's favour added, beyond those of the legs. */
  readonly clamp: number;
  /** Σ n·v after the order, in the same market. */
  readonly valueAfter: number;
  /** R(E_low) after the order, without stress. */
  readonly chargeAfter: number;
  /** Worst case of the whole book after the order. */
  readonly lockAfter: number;
  /** The book before the order, with the block's step, which an order does not move. */
  readonly before: Assessment;
  readonly legs: readonly LegPrice[];
}

/**
 * The price of an order of one to eight legs against a book (`IPremiumOracle.quote`):
 *
 *   net = Σ buys' own − Σ sells' own + ΔR (s·ΔR where positive and a leg buys) + ρ_f·|ΔR|
 *   at least Σ buys' floors − Σ sells' ceilings
 *
 * Each of the two parts of ΔR is the larger of its changes at E_low and at E_dep; where redeem requests wait and a leg buys,
 * also at E_low once their claim has left.
 */
export function quoteOrder(
  market: MarketState,
  { vault, legs: trades }: { vault: VaultBooks; legs: readonly Trade[] },
): OrderPrice {
  for (const trade of trades) requireLeg(vault, trade);
  if (trades.length === 0 || trades.length > MAX_ORDER_LEGS) {
    throw new DomainError("legs", { value: trades.length, expected: `one to ${MAX_ORDER_LEGS}` });
  }
  const { kind, params } = vault;
  const before = assessBook(market, vault);
  const { spotConfidence } = before;
  const legs = trades.map((trade) => priceLeg(market, { kind, params, trade, spotConfidence }));
  const sums = trades.reduce(
    (moved, trade, index) => moveSums(market, { sums: moved, vault, trade, leg: legs[index] as LegPrice }),
    before.sums,
  );

  const buys = trades.some(({ quantity }) => quantity > 0);
  const { move, rent } = dearestChange({ vault, before, sums, buys });
  const change = move + rent;
  const stress = buys && change > 0 ? Math.max(1, params.stress) : 1;
  const chargeFee = params.chargeFee * Math.abs(change);
  const total = (part: (leg: LegPrice, trade: Trade) => number): number =>
    legs.reduce((sum, leg, index) => sum + part(leg, trades[index] as Trade), 0);
  const signed = (of: "fair" | "lock"): number => total((leg, { quantity }) => Math.sign(quantity) * leg[of]);
  const net = total(({ own }) => own) + change * stress + chargeFee;
  const premium = Math.max(
    net,
    total(({ least }) => least),
  );
  const after = riskCharge(sums, { params, riskCapital: before.lowCapital });
  return {
    premium,
    moveCharge: move * stress,
    rentCharge: rent * stress,
    chargeFee,
    fee: chargeFee + total(({ fee }) => fee),
    clamp: premium - net,
    valueAfter: Math.max(0, before.value + signed("fair")),
    chargeAfter: after.moveCharge + after.rentCharge,
    lockAfter: before.lock + signed("lock"),
    before,
    legs,
  };
}

/** Changes of the two parts of R, each the largest over the capitals at which the order is charged. */
function dearestChange({
  vault,
  before,
  sums,
  buys,
}: {
  vault: VaultBooks;
  before: Assessment;
  sums: RiskSums;
  buys: boolean;
}): { move: number; rent: number } {
  const { params } = vault;
  const capitals = [before.lowCapital, before.depositCapital];
  if (buys && before.claim > 0) capitals.push(capitalLow(before.capital, before.claim));
  const changes = capitals.map((riskCapital) => {
    const [from, to] = [before.sums, sums].map((of) => riskCharge(of, { params, riskCapital })) as [Charge, Charge];
    return { move: to.moveCharge - from.moveCharge, rent: to.rentCharge - from.rentCharge };
  });
  return {
    move: Math.max(...changes.map(({ move }) => move)),
    rent: Math.max(...changes.map(({ rent }) => rent)),
  };
}

type Charge = ReturnType<typeof riskCharge>;

/** The book's sums with a leg in them: what it locks until its expiry, and its moves over the horizon. */
function moveSums(
  market: MarketState,
  { sums, vault, trade, leg }: { sums: RiskSums; vault: VaultBooks; trade: Trade; leg: LegPrice },
): RiskSums {
  const { expiry, quantity } = trade;
  const index = vault.book.findIndex((row) => row.expiry === expiry);
  const moves = movesOf(market, { expiry, greeks: leg.option.greeks, params: vault.params });
  const lock = Math.sign(quantity) * leg.lock;
  return {
    ...sums,
    spotMove: sums.spotMove - quantity * moves.spotMove,
    volMove: sums.volMove - quantity * moves.volMove,
    gammaMove: sums.gammaMove - quantity * moves.gammaMove,
    locked: sums.locked.map((locked, k) => (k <= index ? Math.max(0, locked + lock) : locked)),
  };
}

function requireLeg({ book }: VaultBooks, { quantity, expiry }: Trade): void {
  if (!Number.isFinite(quantity) || quantity === 0) {
    throw new DomainError("quantity", { value: quantity, expected: "a number other than zero" });
  }
  if (!book.some((row) => row.expiry === expiry)) {
    throw new DomainError("expiry", { value: expiry, expected: "live in the book" });
  }
}
