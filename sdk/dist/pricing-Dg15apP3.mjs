import { t as OptionKind } from "./OptionKind-LUJya0RX.mjs";
import { n as SECONDS_PER_DAY, r as SECONDS_PER_YEAR, t as EXPIRY_SECOND } from "./constants-B68xcMyy.mjs";
import { t as fromWad } from "./fromWad-CltlmqNI.mjs";
import { t as DomainError } from "./DomainError-Cy_vXe16.mjs";
import { t as requireWithin } from "./requireWithin--rAIQSII.mjs";
import { a as normalPdf, i as normalCdf, o as durrleman, r as normalisedBlack, s as sviVariance } from "./impliedVolatility-DaUtkTxT.mjs";
/** Seconds in which half of what E lacks is made up, and in which the recent charge halves. */
const HALF_LIFE = SECONDS_PER_DAY;
/** A step counts no more seconds than these. */
const MAX_STEP = 6 * 3600;
/** E doubles at most once in so many seconds. */
const DOUBLING_TIME = MAX_STEP;
/**
* The block's step, before anything is priced (`RiskCapital.step`): E goes halfway to actual capital a day, at most six
* hours' worth a step, and never more than doubles in six hours.
*
*   d = min(Δ, 6 h),  A = max(C − Σn·v, C/8),  k = 1 − 2^(−d/1 day)
*   E' = min(E + k·(A − E), max(E, m)·2^(d/6 h)),  k' = (E' − E)/(A − E),  p' = p·(1 − k'),  a' = A
*   Rb' = Rb·2^(−Δ/1 day)
*
* @param capital as stored
* @param context `value`, Σ n·v of the book in collateral; `now`, unix seconds
* @returns after the step; the same where no time has passed
*/
function stepRiskCapital(capital, { value, now }) {
	if (now <= capital.updatedAt) return capital;
	const { collateral, riskCapital, fresh, recentCharge, doublingBase } = capital;
	const elapsed = now - capital.updatedAt;
	const counted = Math.min(elapsed, MAX_STEP);
	const actual = Math.max(collateral - value, collateral / 8);
	const gap = actual - riskCapital;
	const share = 1 - 2 ** (-counted / HALF_LIFE);
	const bound = Math.max(riskCapital, doublingBase) * 2 ** (counted / DOUBLING_TIME);
	const unbounded = riskCapital + share * gap;
	const next = gap > 0 ? Math.min(unbounded, bound) : unbounded;
	const taken = next === unbounded ? share : (next - riskCapital) / gap;
	return {
		...capital,
		riskCapital: next,
		actual,
		fresh: fresh * (1 - taken),
		recentCharge: recentCharge * 2 ** (-elapsed / HALF_LIFE),
		updatedAt: now
	};
}
//#endregion
//#region src/pricing/capitalDep.ts
/**
* E_dep = max(E, max(a, C/8) − max(p, 0)), collateral: the capital at which providers come in and at which whoever takes risk
* away is rebated, the larger of E and what was there before fresh deposits (`RiskCapital.forDeposits`).
*
* @param capital after the block's step
*/
function capitalDep({ riskCapital, actual, collateral, fresh }) {
	return Math.max(riskCapital, Math.max(actual, collateral / 8) - Math.max(fresh, 0));
}
//#endregion
//#region src/pricing/capitalLow.ts
/**
* E_low(w) = min(E, max(a − w, (C − w)/8)), collateral: the capital at which whoever adds risk is charged, and at which NAV
* stands (`RiskCapital.low`).
*
* @param capital after the block's step
* @param leaving w, collateral that leaves or has a claim to; zero where left out
*/
function capitalLow({ riskCapital, actual, collateral }, leaving = 0) {
	return Math.min(riskCapital, Math.max(0, actual - leaving, (collateral - leaving) / 8));
}
//#endregion
//#region src/pricing/riskCharge.ts
/** Utilisation from which the tangent continues φ. */
const TANGENT_FROM = .9;
/** φ(u) = -ln(1-u) - u, convex, its slope u/(1-u); from 0.9 on its tangent. */
function capacityPotential(utilisation) {
	if (utilisation <= TANGENT_FROM) return -Math.log1p(-utilisation) - utilisation;
	const slope = TANGENT_FROM / (1 - TANGENT_FROM);
	return capacityPotential(TANGENT_FROM) + slope * (utilisation - TANGENT_FROM);
}
/** The two parts of R at risk capital E: certainty equivalent of the book's move, and rent of the locked capacity. */
function riskCharge(sums, { params, riskCapital }) {
	const { spotMove, volMove, gammaMove } = sums;
	const capital = Math.max(riskCapital, 1e-18);
	const correlation = Math.min(1, Math.max(-1, params.spotVolCorrelation));
	const variance = spotMove ** 2 + 2 * correlation * spotMove * volMove + volMove ** 2 + gammaMove ** 2 / 2;
	const potential = sums.locked.reduce((sum, locked, k) => sum + capital * capacityPotential(locked / capital) * ((sums.interval[k] ?? 0) / SECONDS_PER_YEAR), 0);
	return {
		moveCharge: params.riskAversion * variance / (2 * capital),
		rentCharge: params.capacityRent * potential
	};
}
//#endregion
//#region src/pricing/spotConfidence.ts
/** z: by how many standard deviations of spot since it was signed a signed price is in doubt. */
const SIGNED_DEVIATIONS = 3;
const MINUTE = 60;
/**
* c_S, fraction of spot: what a young signed price leaves uncertain, max(floor, 3·σ̂·√age); without one, the push feed's
* confidence and one minute of volatility.
* @param volatility σ̂, at the money, of the nearest expiry ahead; zero where there is none
*/
function spotConfidenceOf({ feedConfidence, signedSpot }, volatility) {
	const deviationOver = (seconds) => volatility * Math.sqrt(seconds / SECONDS_PER_YEAR);
	if (signedSpot === void 0) return feedConfidence + deviationOver(MINUTE);
	return Math.max(signedSpot.floor, 3 * deviationOver(signedSpot.age));
}
//#endregion
//#region src/pricing/assessTotals.ts
/**
* What a book's totals come to with a vault's capital: the block's step, both charges, NAV, band and claim.
*
* @param context totals of the book in this very market; capital as stored
*/
function assessTotals(market, { totals, capital, params }) {
	const { value, greeks, lock, nearVolatility, sums } = totals;
	const stepped = stepRiskCapital(capital, {
		value,
		now: market.now
	});
	const [lowCapital, depositCapital] = [capitalLow(stepped), capitalDep(stepped)];
	const charge = riskCharge(sums, {
		params,
		riskCapital: lowCapital
	});
	const deposit = riskCharge(sums, {
		params,
		riskCapital: depositCapital
	});
	const nav = stepped.collateral - value - charge.moveCharge - charge.rentCharge;
	const spotConfidence = spotConfidenceOf(market, nearVolatility);
	const band = Math.abs(greeks.delta) * spotConfidence + Math.abs(greeks.vega) * market.volConfidence;
	return {
		spotConfidence,
		value,
		greeks,
		lock,
		capital: stepped,
		lowCapital,
		depositCapital,
		...charge,
		depositCharge: deposit.moveCharge + deposit.rentCharge,
		nav,
		band: band * Math.max(1, params.confidenceFactor),
		claim: Math.max(0, nav) * stepped.claimShare,
		sums
	};
}
//#endregion
//#region src/pricing/lockOf.ts
/** Collateral that one option locks, its worst case: one underlying, or the strike in quote. */
function lockOf(kind, strike) {
	return kind === OptionKind.Call ? 1 : strike;
}
//#endregion
//#region src/pricing/curve.ts
/**
* The curve to an expiry at a time, by the chain's rule (`SurfaceInterpolation.sol`): linear in time between unexpired
* reported expiries, flat volatility before the first and beyond the last; what a slice says decays with the share of its
* life that is left. A slice whose expiry has passed is skipped; once all have, the last one's rate holds.
*/
function curveFor(surface, { expiry, now }) {
	const { observedAt } = surface;
	const last = surface.slices[surface.slices.length - 1];
	if (last === void 0) throw new DomainError("slices", {
		value: 0,
		expected: "at least one slice in the surface"
	});
	const live = surface.slices.filter((slice) => slice.expiry > now);
	const first = live[0] ?? last;
	if (expiry <= now) return single(first.svi, 0);
	const index = Math.max(0, live.findLastIndex((slice) => slice.expiry <= expiry));
	const near = live[index] ?? last;
	const far = live[index + 1];
	if (expiry <= near.expiry || far === void 0) return single(near.svi, (expiry - now) / (near.expiry - observedAt));
	const left = (slice) => (slice.expiry - now) / (slice.expiry - observedAt);
	const span = far.expiry - near.expiry;
	return {
		near: near.svi,
		nearWeight: (far.expiry - expiry) / span * left(near),
		far: far.svi,
		farWeight: (expiry - near.expiry) / span * left(far)
	};
}
/** The curves of a surface at a time, as `MarketState` takes them. */
function curvesOf(surface, now) {
	return (expiry) => curveFor(surface, {
		expiry,
		now
	});
}
/** Total variance of a curve with its derivatives in k. */
function curveVariance(curve, k) {
	const near = sviVariance(curve.near, k);
	if (curve.farWeight === 0) return scaled(near, curve.nearWeight);
	const far = sviVariance(curve.far, k);
	return {
		w: curve.nearWeight * near.w + curve.farWeight * far.w,
		dw: curve.nearWeight * near.dw + curve.farWeight * far.dw,
		d2w: curve.nearWeight * near.d2w + curve.farWeight * far.d2w
	};
}
function single(slice, weight) {
	return {
		near: slice,
		nearWeight: weight,
		far: slice,
		farWeight: 0
	};
}
function scaled({ w, dw, d2w }, by) {
	return {
		w: by * w,
		dw: by * dw,
		d2w: by * d2w
	};
}
//#endregion
//#region src/pricing/movesOf.ts
/** At-the-money volatility to an expiry, a year; zero once it has passed. */
function atmVolatility(market, expiry) {
	const years = (expiry - market.now) / SECONDS_PER_YEAR;
	return years > 0 ? Math.sqrt(curveVariance(market.curveOf(expiry), 0).w / years) : 0;
}
/** The moves of some Greeks of one expiry; they fade out over the last horizon before it, so that settling changes no share price. */
function movesOf(market, { expiry, greeks, params }) {
	const horizon = params.horizon / SECONDS_PER_YEAR;
	const fading = Math.min(1, Math.max(0, expiry - market.now) / params.horizon);
	const variance = atmVolatility(market, expiry) ** 2 * horizon;
	return {
		spotMove: greeks.delta * Math.sqrt(fading * variance),
		volMove: greeks.vega * params.volOfVol * Math.sqrt(fading * horizon),
		gammaMove: greeks.gamma * fading * variance
	};
}
//#endregion
//#region src/pricing/priceOption.ts
/** Values one option at the surface's volatility, or at a given one (flat) where `volatility` is set. */
function priceOption(market, terms) {
	requireWithin("spot", {
		value: market.spot,
		minimum: Number.MIN_VALUE,
		maximum: 1e30
	});
	requireWithin("strike", {
		value: terms.strike,
		minimum: Number.MIN_VALUE,
		maximum: 1e30
	});
	const years = Math.max(0, terms.expiry - market.now) / SECONDS_PER_YEAR;
	const forward = market.spot * Math.exp((market.rate - market.yieldRate) * years);
	const k = Math.log(terms.strike / forward);
	const variance = terms.volatility === void 0 ? curveVariance(market.curveOf(terms.expiry), k) : {
		w: terms.volatility ** 2 * years,
		dw: 0,
		d2w: 0
	};
	return valueAt$1(market, {
		kind: terms.kind,
		strike: terms.strike,
		years,
		forward,
		k,
		variance
	});
}
/**
* With c(k) the normalised call along the smile, a call vault's option is worth e^(-yτ)·c(k) underlying and a put vault's
* DF·F·p(k) quote; ln S enters through k = ln(K/F), dk/d ln S = -1. The density that g carries gives
* c'' = c' + e^k·g·φ(d₂)/√w.
*/
function valueAt$1(market, point) {
	const { kind, years, forward, k, variance } = point;
	const isCall = kind === OptionKind.Call;
	const discount = Math.exp(-market.rate * years);
	const carry = Math.exp(-market.yieldRate * years);
	const unit = isCall ? carry : discount * forward;
	const moneyness = Math.exp(k);
	const v = Math.sqrt(variance.w);
	if (v === 0) return expiredValue(point, {
		unit,
		carry,
		discount
	});
	const d1 = v / 2 - k / v;
	const d2 = d1 - v;
	const inStrike = moneyness * normalCdf(d2);
	const density = normalPdf(d1);
	const slope = -inStrike + density / (2 * v) * variance.dw;
	const bend = slope + density * durrleman(k, variance) / v;
	const call = normalisedBlack(k, v);
	const value = isCall ? call : moneyness * normalisedBlack(-k, v);
	const volatility = v / Math.sqrt(years);
	const vega = unit * density * Math.sqrt(years);
	const decay = vega * volatility / (2 * years);
	const inPut = moneyness * normalCdf(-d2);
	return {
		fair: unit * value,
		volatility,
		forward,
		spotDelta: isCall ? carry * normalCdf(d1) : -carry * normalCdf(-d1),
		greeks: {
			delta: isCall ? -unit * slope : unit * (call - 1 - slope),
			gamma: isCall ? unit * bend : unit * (call - 1 - 2 * slope + bend),
			vega,
			theta: isCall ? -decay - market.rate * unit * inStrike + market.yieldRate * carry * normalCdf(d1) : -decay + market.rate * unit * inPut - market.yieldRate * unit * normalCdf(-d1),
			rho: isCall ? unit * years * inStrike : -unit * years * inPut
		},
		intrinsic: unit * Math.max(0, isCall ? 1 - moneyness : moneyness - 1),
		largest: isCall ? carry : discount * point.strike
	};
}
/** At expiry, or without variance: discounted intrinsic value and its own slope. */
function expiredValue({ kind, forward, k, strike }, { unit, carry, discount }) {
	const isCall = kind === OptionKind.Call;
	const moneyness = Math.exp(k);
	const fair = unit * Math.max(0, isCall ? 1 - moneyness : moneyness - 1);
	const held = fair > 0 ? 1 : 0;
	return {
		fair,
		volatility: 0,
		forward,
		spotDelta: held * (isCall ? carry : -carry),
		greeks: {
			delta: held * unit * (isCall ? moneyness : -1),
			gamma: held * unit * (isCall ? -moneyness : -1),
			vega: 0,
			theta: 0,
			rho: 0
		},
		intrinsic: fair,
		largest: isCall ? carry : discount * strike
	};
}
//#endregion
//#region src/pricing/bookTotals.ts
/** One pass over a book (`BookPass.run`). */
function bookTotals(market, vault) {
	const rows = vault.book.map((row) => expiryTotals(market, {
		row,
		vault
	}));
	const sumOf = (part) => rows.reduce((sum, row) => sum + part(row), 0);
	return {
		value: Math.max(0, sumOf((row) => row.value)),
		greeks: rows.reduce((sum, row) => addGreeks(sum, row.greeks), NO_GREEKS),
		lock: sumOf((row) => row.lock),
		nearVolatility: rows.find(({ volatility }) => volatility > 0)?.volatility ?? 0,
		sums: {
			spotMove: sumOf((row) => row.moves.spotMove),
			volMove: sumOf((row) => row.moves.volMove),
			gammaMove: sumOf((row) => row.moves.gammaMove),
			locked: rows.map((_, k) => rows.slice(k).reduce((sum, row) => sum + row.lock, 0)),
			interval: rows.map((row, k) => Math.max(0, row.expiry - Math.max(market.now, rows[k - 1]?.expiry ?? market.now)))
		}
	};
}
const NO_GREEKS = {
	delta: 0,
	gamma: 0,
	vega: 0,
	theta: 0,
	rho: 0
};
function addGreeks(a, b) {
	return {
		delta: a.delta + b.delta,
		gamma: a.gamma + b.gamma,
		vega: a.vega + b.vega,
		theta: a.theta + b.theta,
		rho: a.rho + b.rho
	};
}
function expiryTotals(market, { row, vault }) {
	const { kind, params } = vault;
	const { expiry } = row;
	let value = 0;
	let greeks = NO_GREEKS;
	for (const { strike, net } of row.entries) {
		if (net === 0) continue;
		const option = priceOption(market, {
			kind,
			expiry,
			strike
		});
		value += net * option.fair;
		greeks = addGreeks(greeks, {
			delta: -net * option.greeks.delta,
			gamma: -net * option.greeks.gamma,
			vega: -net * option.greeks.vega,
			theta: -net * option.greeks.theta,
			rho: -net * option.greeks.rho
		});
	}
	return {
		expiry,
		volatility: atmVolatility(market, expiry),
		value,
		greeks,
		lock: row.entries.reduce((sum, { strike, net }) => sum + Math.max(0, net) * lockOf(kind, strike), 0),
		moves: movesOf(market, {
			expiry,
			greeks,
			params
		})
	};
}
//#endregion
//#region src/pricing/assessBook.ts
/** One pass over a book: value, Greeks, worst case, this block's step of E, risk charge, NAV (`IPremiumOracle.assess`). */
function assessBook(market, vault) {
	return assessTotals(market, {
		totals: bookTotals(market, vault),
		capital: vault.capital,
		params: vault.params
	});
}
//#endregion
//#region src/pricing/decodeBook.ts
const MAX_EXPIRIES = 8;
const ENTRIES_PER_QUAD = 4;
/** Unpacks a vault's book into its listed series, in order. */
function unpackBook({ expiries, quads, tickSize, lotSize }) {
	const series = [];
	let quadIndex = 0;
	for (let row = 0; row < MAX_EXPIRIES; row++) {
		const header = BigInt.asUintN(32, expiries >> BigInt(32 * row));
		if (header === 0n) break;
		const expiry = (header & 65535n) * BigInt(SECONDS_PER_DAY) + BigInt(EXPIRY_SECOND);
		const count = Number(header >> 16n & 255n);
		for (let index = 0; index < count; index++) {
			const entry = (quads[quadIndex + Math.floor(index / ENTRIES_PER_QUAD)] ?? 0n) >> BigInt(64 * (index % ENTRIES_PER_QUAD));
			const lots = BigInt.asIntN(40, entry >> 24n);
			series.push({
				expiry,
				strike: (entry & 16777215n) * tickSize,
				net: lots * lotSize
			});
		}
		quadIndex += Math.ceil(count / ENTRIES_PER_QUAD);
	}
	return series;
}
/** The packed book in double precision, as `assessBook` takes it. */
function decodeBook(packed) {
	const rows = /* @__PURE__ */ new Map();
	for (const { expiry, strike, net } of unpackBook(packed)) {
		const entries = rows.get(Number(expiry)) ?? [];
		entries.push({
			strike: fromWad(strike),
			net: fromWad(net)
		});
		rows.set(Number(expiry), entries);
	}
	return [...rows].map(([expiry, entries]) => ({
		expiry,
		entries
	}));
}
//#endregion
//#region src/pricing/decodeCapital.ts
/** A vault's capital in double precision, as `assessBook` takes it. */
function decodeCapital(capital) {
	return {
		collateral: fromWad(capital.collateral),
		riskCapital: fromWad(capital.riskCapital),
		actual: fromWad(capital.actual),
		fresh: fromWad(capital.fresh),
		recentCharge: fromWad(capital.recentCharge),
		doublingBase: fromWad(capital.doublingBase),
		claimShare: fromWad(capital.claimShare),
		updatedAt: Number(capital.updatedAt)
	};
}
//#endregion
//#region src/pricing/payoffEnvelope.ts
/**
* The most an expiry can cost over all settlement prices P, in collateral: sup Σ n·payoff(P), never below zero.
*
* Between strikes a put book's payoff is linear in P and a call book's is A - B/P, monotone: the strikes and both ends suffice.
*/
function payoffEnvelope(kind, entries) {
	const at = (payoff) => entries.reduce((sum, { strike, net }) => sum + net * payoff(strike), 0);
	if (kind === OptionKind.Put) {
		const prices = [0, ...entries.map(({ strike }) => strike)];
		return Math.max(0, ...prices.map((price) => at((strike) => Math.max(0, strike - price))));
	}
	const inverses = [0, ...entries.map(({ strike }) => 1 / strike)];
	return Math.max(0, ...inverses.map((inverse) => at((strike) => Math.max(0, 1 - strike * inverse))));
}
//#endregion
//#region src/pricing/priceLeg.ts
/** An ask costs at least the smallest amount that a contract knows. */
const SMALLEST = 1e-18;
/**
* A leg's own part (`OrderPricing`):
*
*   buys   max(q·v + fee, q·intrinsic, q·v(realised volatility))
*   sells  min(q·v − fee, lock freed, q·discounted largest payoff)
*/
function priceLeg(market, context) {
	const { kind, trade } = context;
	const { expiry, strike } = trade;
	const option = priceOption(market, {
		kind,
		expiry,
		strike
	});
	const size = Math.abs(trade.quantity);
	const lock = size * lockOf(kind, strike);
	const fair = size * option.fair;
	const staleBid = trade.quantity < 0 && market.surfaceStale === true;
	const feeParts = legFee(market, {
		context,
		option,
		volConfidence: staleBid ? 0 : market.volConfidence
	});
	const fee = feeParts.notional + feeParts.lock + feeParts.spotDoubt + feeParts.volDoubt;
	const parts = {
		fair,
		fee,
		feeParts,
		lock,
		option
	};
	if (trade.quantity > 0) {
		const floor = Math.max(size * option.intrinsic, size * realisedValue(market, {
			context,
			option
		}), SMALLEST);
		const ask = fair + fee;
		const amount = Math.max(ask, floor);
		return {
			...parts,
			amount,
			own: amount,
			least: floor,
			clamp: amount - ask
		};
	}
	const held = staleBid ? Math.min(fair, size * staleValue(market, {
		context,
		option
	})) : fair;
	const ceiling = Math.min(lock, size * option.largest);
	const bid = Math.min(held - fee, ceiling);
	return {
		...parts,
		amount: Math.max(0, bid),
		own: -bid,
		least: -ceiling,
		clamp: fair - fee - bid
	};
}
/** q·min(f·S, g·v), min(f_lock·|Δlock|, g·q·v), q·c_S·|D| and q·c_σ·V */
function legFee(market, { context, option, volConfidence }) {
	const { kind, params, trade, spotConfidence } = context;
	const size = Math.abs(trade.quantity);
	const { fair, greeks } = option;
	const most = params.premiumFeeCap * fair;
	const confidenceFactor = Math.max(1, params.confidenceFactor);
	return {
		notional: size * Math.min(params.notionalFee * (kind === OptionKind.Call ? 1 : market.spot), most),
		lock: size * Math.min(params.lockFee * lockOf(kind, trade.strike), most),
		spotDoubt: size * spotConfidence * Math.abs(greeks.delta) * confidenceFactor,
		volDoubt: size * volConfidence * Math.abs(greeks.vega) * confidenceFactor
	};
}
/** The option at realised volatility where that is above the smile's: no ask goes under it. */
function realisedValue(market, { context, option }) {
	const volatility = market.realisedVolatility ?? 0;
	return volatility <= option.volatility ? 0 : valueAt(market, {
		context,
		volatility
	});
}
/** What a stale surface is trusted for when the vault buys: σ - c_σ. */
function staleValue(market, { context, option }) {
	return valueAt(market, {
		context,
		volatility: Math.max(0, option.volatility - market.volConfidence)
	});
}
function valueAt(market, { context: { kind, trade }, volatility }) {
	return priceOption(market, {
		kind,
		expiry: trade.expiry,
		strike: trade.strike,
		volatility
	}).fair;
}
//#endregion
//#region src/pricing/quoteOrder.ts
/** Most legs of one order to one vault. */
const MAX_ORDER_LEGS = 8;
/**
* The price of an order of one to eight legs against a book (`IPremiumOracle.quote`):
*
*   net = Σ buys' own − Σ sells' own + ΔR (s·ΔR where positive and a leg buys) + ρ_f·|ΔR|
*   at least Σ buys' floors − Σ sells' ceilings
*
* Each of the two parts of ΔR is the larger of its changes at E_low and at E_dep; where redeem requests wait and a leg buys,
* also at E_low once their claim has left.
*/
function quoteOrder(market, { vault, legs: trades }) {
	for (const trade of trades) requireLeg(vault, trade);
	if (trades.length === 0 || trades.length > 8) throw new DomainError("legs", {
		value: trades.length,
		expected: `one to 8`
	});
	const { kind, params } = vault;
	const before = assessBook(market, vault);
	const { spotConfidence } = before;
	const legs = trades.map((trade) => priceLeg(market, {
		kind,
		params,
		trade,
		spotConfidence
	}));
	const sums = trades.reduce((moved, trade, index) => moveSums(market, {
		sums: moved,
		vault,
		trade,
		leg: legs[index]
	}), before.sums);
	const buys = trades.some(({ quantity }) => quantity > 0);
	const { move, rent } = dearestChange({
		vault,
		before,
		sums,
		buys
	});
	const change = move + rent;
	const stress = buys && change > 0 ? Math.max(1, params.stress) : 1;
	const chargeFee = params.chargeFee * Math.abs(change);
	const total = (part) => legs.reduce((sum, leg, index) => sum + part(leg, trades[index]), 0);
	const signed = (of) => total((leg, { quantity }) => Math.sign(quantity) * leg[of]);
	const net = total(({ own }) => own) + change * stress + chargeFee;
	const premium = Math.max(net, total(({ least }) => least));
	const after = riskCharge(sums, {
		params,
		riskCapital: before.lowCapital
	});
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
		legs
	};
}
/** Changes of the two parts of R, each the largest over the capitals at which the order is charged. */
function dearestChange({ vault, before, sums, buys }) {
	const { params } = vault;
	const capitals = [before.lowCapital, before.depositCapital];
	if (buys && before.claim > 0) capitals.push(capitalLow(before.capital, before.claim));
	const changes = capitals.map((riskCapital) => {
		const [from, to] = [before.sums, sums].map((of) => riskCharge(of, {
			params,
			riskCapital
		}));
		return {
			move: to.moveCharge - from.moveCharge,
			rent: to.rentCharge - from.rentCharge
		};
	});
	return {
		move: Math.max(...changes.map(({ move }) => move)),
		rent: Math.max(...changes.map(({ rent }) => rent))
	};
}
/** The book's sums with a leg in them: what it locks until its expiry, and its moves over the horizon. */
function moveSums(market, { sums, vault, trade, leg }) {
	const { expiry, quantity } = trade;
	const index = vault.book.findIndex((row) => row.expiry === expiry);
	const moves = movesOf(market, {
		expiry,
		greeks: leg.option.greeks,
		params: vault.params
	});
	const lock = Math.sign(quantity) * leg.lock;
	return {
		...sums,
		spotMove: sums.spotMove - quantity * moves.spotMove,
		volMove: sums.volMove - quantity * moves.volMove,
		gammaMove: sums.gammaMove - quantity * moves.gammaMove,
		locked: sums.locked.map((locked, k) => k <= index ? Math.max(0, locked + lock) : locked)
	};
}
function requireLeg({ book }, { quantity, expiry }) {
	if (!Number.isFinite(quantity) || quantity === 0) throw new DomainError("quantity", {
		value: quantity,
		expected: "a number other than zero"
	});
	if (!book.some((row) => row.expiry === expiry)) throw new DomainError("expiry", {
		value: expiry,
		expected: "live in the book"
	});
}
//#endregion
//#region src/pricing/quoteTrade.ts
/** The price of one trade against a book: an order of one leg. */
function quoteTrade(market, { vault, trade }) {
	const order = quoteOrder(market, {
		vault,
		legs: [trade]
	});
	const [leg] = order.legs;
	const { moveCharge, rentCharge, fee, before, chargeAfter, lockAfter } = order;
	return {
		premium: Math.max(0, trade.quantity > 0 ? order.premium : -order.premium),
		fair: leg.fair,
		moveCharge,
		rentCharge,
		fee,
		feeParts: {
			...leg.feeParts,
			charge: order.chargeFee
		},
		clamp: order.clamp + leg.clamp,
		option: leg.option,
		before,
		chargeAfter,
		lockAfter
	};
}
//#endregion
export { stepRiskCapital as S, spotConfidenceOf as _, decodeCapital as a, capitalLow as b, assessBook as c, curveFor as d, curveVariance as f, SIGNED_DEVIATIONS as g, assessTotals as h, payoffEnvelope as i, bookTotals as l, lockOf as m, MAX_ORDER_LEGS as n, decodeBook as o, curvesOf as p, quoteOrder as r, unpackBook as s, quoteTrade as t, priceOption as u, capacityPotential as v, capitalDep as x, riskCharge as y };
