import { t as OptionKind } from "./OptionKind-DqAqz37k.cjs";
import { i as Decimal, n as StrategyLeg, r as Widened, t as StrategyCost } from "./StrategyLeg-_BW4sII-.cjs";

//#region src/strategy/breakEvens.d.ts
/**
 * Settlement prices at which legs of one expiry neither win nor lose, ascending. Where profit is zero along a stretch,
 * its ends.
 */
declare function breakEvens(legs: readonly StrategyLeg<Decimal>[], cost?: StrategyCost): number[];
//#endregion
//#region src/strategy/ladder.d.ts
/** Equal quantities of one kind over several strikes and expiries. */
declare function ladder<Strike extends Decimal, Quantity extends Decimal>(terms: {
  kind: OptionKind;
  expiries: readonly number[];
  strikes: readonly Strike[];
  quantity: Quantity;
}): StrategyLeg<Widened<Strike | Quantity>>[];
//#endregion
//#region src/strategy/maxProfitLoss.d.ts
/** The best and worst profit in quote over all settlement prices of legs with one expiry; ±Infinity where unbounded. */
declare function maxProfitLoss(legs: readonly StrategyLeg<Decimal>[], cost?: StrategyCost): {
  maxProfit: number;
  maxLoss: number;
};
//#endregion
//#region src/strategy/opposite.d.ts
/**
 * The legs that undo a strategy: they sell what it buys and buy what it sells. Exact for every kind of quantity, which
 * a minus before a decimal string would not be.
 */
declare function opposite<Leg extends StrategyLeg<Decimal>>(legs: readonly Leg[]): Leg[];
//#endregion
//#region src/strategy/payoff.d.ts
/** What legs pay at a settlement price, by the collateral that pays it. */
interface Payoff {
  /** From put vaults, in quote. */
  readonly quote: number;
  /** From call vaults, in underlying: max(0, P - K)/P an option. */
  readonly underlying: number;
  /** Both, in quote at the settlement price. */
  readonly total: number;
}
/** The payoff of legs that all settle at `price` (quote per underlying). */
declare function payoff(legs: readonly StrategyLeg<Decimal>[], price: number): Payoff;
//#endregion
//#region src/strategy/profileOf.d.ts
/** Profit in quote as a function of the settlement price: linear between knots, then with `slope` beyond the last. */
interface Profile {
  readonly knots: readonly {
    readonly price: number;
    readonly profit: number;
  }[];
  readonly slope: number;
}
/** The profit of legs with one expiry, cost included; what was paid in underlying is valued at the settlement price. */
declare function profileOf(strategy: readonly StrategyLeg<Decimal>[], cost?: StrategyCost): Profile;
//#endregion
//#region src/strategy/straddle.d.ts
/** A call and a put on one strike: gains from a large move either way. */
declare function straddle<Strike extends Decimal, Quantity extends Decimal>(terms: {
  expiry: number;
  strike: Strike;
  quantity: Quantity;
}): StrategyLeg<Widened<Strike | Quantity>>[];
//#endregion
//#region src/strategy/strangle.d.ts
/** A put below and a call above: cheaper than a straddle, gains from a larger move. */
declare function strangle<Put extends Decimal, Call extends Decimal, Quantity extends Decimal>(terms: {
  expiry: number;
  putStrike: Put;
  callStrike: Call;
  quantity: Quantity;
}): StrategyLeg<Widened<Put | Call | Quantity>>[];
//#endregion
//#region src/strategy/vertical.d.ts
/**
 * One strike bought and another sold, same kind and expiry: profit and loss are both bounded. The sold option must be
 * held.
 */
declare function vertical<Bought extends Decimal, Sold extends Decimal, Quantity extends Decimal>(terms: {
  kind: OptionKind;
  expiry: number;
  boughtStrike: Bought;
  soldStrike: Sold;
  quantity: Quantity;
}): StrategyLeg<Widened<Bought | Sold | Quantity>>[];
//#endregion
export { profileOf as a, opposite as c, breakEvens as d, Profile as i, maxProfitLoss as l, strangle as n, Payoff as o, straddle as r, payoff as s, vertical as t, ladder as u };