import { n as OrderError, t as toWad } from "./toWad-qllUekYr.mjs";
import { t as OptionKind } from "./OptionKind-LUJya0RX.mjs";
import { t as fromWad } from "./fromWad-CltlmqNI.mjs";
import { t as requireWithin } from "./requireWithin--rAIQSII.mjs";
//#region src/strategy/toNumbers.ts
/** Legs with their strikes and quantities as doubles, for maths and charts. */
function toNumbers(legs) {
	return legs.map((leg) => ({
		...leg,
		strike: numberOf(leg.strike, "strike"),
		quantity: numberOf(leg.quantity, "quantity")
	}));
}
/** A number stays what it is: maths may use strikes that no chain could list. */
function numberOf(value, what) {
	return typeof value === "number" ? value : fromWad(toWad(value, what));
}
//#endregion
//#region src/strategy/profileOf.ts
/** The profit of legs with one expiry, cost included; what was paid in underlying is valued at the settlement price. */
function profileOf(strategy, cost = {}) {
	const legs = toNumbers(strategy);
	const { quote = 0, underlying = 0 } = cost;
	const prices = [...new Set([0, ...legs.map(({ strike }) => strike)])].sort((a, b) => a - b);
	const profitAt = (price) => legs.reduce((sum, { kind, strike, quantity }) => {
		const intrinsic = kind === OptionKind.Call ? price - strike : strike - price;
		return sum + quantity * Math.max(0, intrinsic);
	}, -quote - underlying * price);
	const calls = legs.reduce((sum, { kind, quantity }) => kind === OptionKind.Call ? sum + quantity : sum, 0);
	return {
		knots: prices.map((price) => ({
			price,
			profit: profitAt(price)
		})),
		slope: calls - underlying
	};
}
//#endregion
//#region src/strategy/breakEvens.ts
/**
* Settlement prices at which legs of one expiry neither win nor lose, ascending. Where profit is zero along a stretch,
* its ends.
*/
function breakEvens(legs, cost = {}) {
	const { knots, slope } = profileOf(legs, cost);
	const roots = /* @__PURE__ */ new Set();
	knots.forEach(({ price, profit }, index) => {
		if (profit === 0) roots.add(price);
		const next = knots[index + 1];
		if (next === void 0) {
			if (slope !== 0 && -profit / slope > 0) roots.add(price - profit / slope);
		} else if (profit * next.profit < 0) roots.add(price + (next.price - price) * profit / (profit - next.profit));
	});
	return [...roots].sort((a, b) => a - b);
}
//#endregion
//#region src/strategy/ladder.ts
function ladder(terms) {
	const { kind, expiries, strikes, quantity } = terms;
	if (expiries.length === 0 || strikes.length === 0) throw new OrderError({
		expected: "at least one expiry and one strike",
		got: `${expiries.length} expiries, ${strikes.length} strikes`,
		action: "name the rungs of the ladder"
	});
	return expiries.flatMap((expiry) => strikes.map((strike) => ({
		kind,
		expiry,
		strike,
		quantity
	})));
}
//#endregion
//#region src/strategy/maxProfitLoss.ts
/** The best and worst profit in quote over all settlement prices of legs with one expiry; ±Infinity where unbounded. */
function maxProfitLoss(legs, cost = {}) {
	const { knots, slope } = profileOf(legs, cost);
	const profits = knots.map(({ profit }) => profit);
	return {
		maxProfit: slope > 0 ? Infinity : Math.max(...profits),
		maxLoss: slope < 0 ? Infinity : -Math.min(0, ...profits)
	};
}
//#endregion
//#region src/strategy/opposite.ts
/**
* The legs that undo a strategy: they sell what it buys and buy what it sells. Exact for every kind of quantity, which
* a minus before a decimal string would not be.
*/
function opposite(legs) {
	return legs.map((leg) => ({
		...leg,
		quantity: negated(leg.quantity)
	}));
}
/** A quantity with its sign turned, of the same type. */
function negated(quantity) {
	if (typeof quantity !== "string") return -quantity;
	return quantity.startsWith("-") ? quantity.slice(1) : `-${quantity.replace(/^\+/, "")}`;
}
//#endregion
//#region src/strategy/payoff.ts
/** The payoff of legs that all settle at `price` (quote per underlying). */
function payoff(legs, price) {
	requireWithin("price", {
		value: price,
		minimum: Number.MIN_VALUE,
		maximum: 1e30
	});
	let quote = 0;
	let calls = 0;
	for (const { kind, strike, quantity } of toNumbers(legs)) if (kind === OptionKind.Put) quote += quantity * Math.max(0, strike - price);
	else calls += quantity * Math.max(0, price - strike);
	return {
		quote,
		underlying: calls / price,
		total: quote + calls
	};
}
//#endregion
//#region src/strategy/straddle.ts
function straddle(terms) {
	return [{
		kind: OptionKind.Call,
		...terms
	}, {
		kind: OptionKind.Put,
		...terms
	}];
}
//#endregion
//#region src/strategy/strangle.ts
function strangle(terms) {
	const { expiry, putStrike, callStrike, quantity } = terms;
	if (toWad(putStrike, "putStrike") >= toWad(callStrike, "callStrike")) throw new OrderError({
		expected: "a put strike below the call strike",
		got: `put ${putStrike}, call ${callStrike}`,
		action: "swap them, or use straddle for one strike"
	});
	return [{
		kind: OptionKind.Put,
		expiry,
		strike: putStrike,
		quantity
	}, {
		kind: OptionKind.Call,
		expiry,
		strike: callStrike,
		quantity
	}];
}
//#endregion
//#region src/strategy/vertical.ts
function vertical(terms) {
	const { kind, expiry, boughtStrike, soldStrike, quantity } = terms;
	if (toWad(boughtStrike, "boughtStrike") === toWad(soldStrike, "soldStrike")) throw new OrderError({
		expected: "two strikes",
		got: `${boughtStrike} twice`,
		action: "choose another strike"
	});
	return [{
		kind,
		expiry,
		strike: boughtStrike,
		quantity
	}, {
		kind,
		expiry,
		strike: soldStrike,
		quantity: negated(quantity)
	}];
}
//#endregion
export { opposite as a, breakEvens as c, payoff as i, profileOf as l, strangle as n, maxProfitLoss as o, straddle as r, ladder as s, vertical as t };
