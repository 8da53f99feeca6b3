const require_OptionKind = require("./OptionKind-BUpj3jkS.cjs");
const require_NoVolatilityError = require("./NoVolatilityError-DupvUBpe.cjs");
const require_requireWithin = require("./requireWithin-DBcyKmhr.cjs");
//#region src/pricing/svi.ts
/** w, w' and w'' of a raw SVI slice. Source: Gatheral, 2004. */
function sviVariance(slice, k) {
	const x = k - slice.m;
	const root = Math.sqrt(x * x + slice.sigma * slice.sigma);
	return {
		w: slice.a + slice.b * (slice.rho * x + root),
		dw: slice.b * (slice.rho + x / root),
		d2w: slice.b * slice.sigma * slice.sigma / (root * root * root)
	};
}
//#endregion
//#region src/pricing/durrleman.ts
/**
* Durrleman's function g(k): the risk-neutral density at k is g times a positive factor, so g ≥ 0 is the absence of
* butterfly arbitrage. g = (1 - k·w'/2w)² - w'²/4·(1/w + 1/4) + w''/2. Source: Gatheral and Jacquier, 2014, (2.1).
*/
function durrleman(k, { w, dw, d2w }) {
	const tilt = 1 - k * dw / (2 * w);
	return tilt * tilt - dw * dw / 4 * (1 / w + .25) + d2w / 2;
}
//#endregion
//#region src/pricing/normalPdf.ts
const INVERSE_SQRT_TWO_PI = .3989422804014327;
/** Density of the standard normal distribution. */
function normalPdf(x) {
	return INVERSE_SQRT_TWO_PI * Math.exp(-.5 * x * x);
}
//#endregion
//#region src/pricing/millsTail.ts
/** Below this the power series is used, above it the continued fraction: both keep full precision at the joint. */
const SERIES_LIMIT = 1.5;
/** Terms after which the fraction's error, exp(x²/2 - 2x√n), is under a double's precision. */
const termsOf = (x) => Math.ceil((20 / x + x / 4) ** 2);
/**
* Mills ratio of the normal distribution, for x ≥ 0 and a little below (where the series' terms all turn negative).
*
* Near zero Φ(x) - ½ = φ(x)·(x + x³/3 + x⁵/(3·5) + …), a series of positive terms. Beyond, Laplace's continued fraction
* M(x) = 1/(x + 1/(x + 2/(x + 3/(x + …)))), evaluated from the far end. Both: Abramowitz and Stegun, 26.2.11 and 26.2.14.
*/
function millsTail(x) {
	if (x < SERIES_LIMIT) {
		let term = x;
		let sum = x;
		for (let n = 3; Math.abs(term) > Math.abs(sum) * 1e-18; n += 2) {
			term *= x * x / n;
			sum += term;
		}
		const mills = .5 / normalPdf(x) - sum;
		return {
			mills,
			decay: 1 - x * mills
		};
	}
	let fraction = 0;
	for (let n = termsOf(x); n >= 1; n--) fraction = n / (x + fraction);
	return {
		mills: 1 / (x + fraction),
		decay: fraction / (x + fraction)
	};
}
//#endregion
//#region src/pricing/normalCdf.ts
/** Beyond this Φ is zero or one in double precision. */
const SATURATED = 38.6;
/** Standard normal distribution function, to full relative precision in the lower tail. */
function normalCdf(x) {
	if (x < -SATURATED) return 0;
	if (x > SATURATED) return 1;
	return x < 0 ? millsTail(-x).mills * normalPdf(x) : 1 - millsTail(x).mills * normalPdf(x);
}
//#endregion
//#region src/pricing/normalisedBlack.ts
/** Under this total volatility the difference of Mills ratios is integrated instead of subtracted. */
const INTEGRATE_BELOW = .1;
/** Four-point Gauss-Legendre rule on [-1, 1]. */
const GAUSS_NODES = [
	{
		at: -.8611363115940526,
		weight: .34785484513745385
	},
	{
		at: -.33998104358485626,
		weight: .6521451548625461
	},
	{
		at: .33998104358485626,
		weight: .6521451548625461
	},
	{
		at: .8611363115940526,
		weight: .34785484513745385
	}
];
/**
* Undiscounted Black call on a forward of one and a strike of e^k.
*
* At and out of the money (k ≥ 0) the result keeps relative precision: it is φ(d₁)·(M(-d₁) - M(-d₂)), M the Mills ratio,
* which for small v is the integral of -M' over [-d₁, -d₂]. Only where v is not small and d₁ is positive do the two
* distribution values differ enough to be subtracted.
*
* @param k log-moneyness ln(K/F)
* @param v total volatility σ√τ, zero or more
*/
function normalisedBlack(k, v) {
	if (v <= 0) return Math.max(0, -Math.expm1(k));
	if (k < 0) return Math.exp(k) * normalisedBlack(-k, v) - Math.expm1(k);
	const near = k / v - v / 2;
	const far = near + v;
	if (near < 0 && v >= INTEGRATE_BELOW) return normalCdf(-near) - Math.exp(k) * normalCdf(-far);
	const density = normalPdf(near);
	if (density === 0) return 0;
	return density * (v < INTEGRATE_BELOW ? integratedDecay(near, v) : millsTail(near).mills - millsTail(far).mills);
}
/** M(x) - M(x + v) for small v and x ≥ -v/2. */
function integratedDecay(x, v) {
	let sum = 0;
	for (const node of GAUSS_NODES) sum += node.weight * millsTail(x + v / 2 * (1 + node.at)).decay;
	return sum * v / 2;
}
//#endregion
//#region src/pricing/blackScholes.ts
/**
* Black-Scholes prices and sensitivities of the call and the put on one strike, in quote.
*
* At zero volatility or zero time the limits: discounted intrinsic value, and at the forward a delta of one half.
*/
function blackScholes(input) {
	const { spot, strike, volatility, years } = input;
	const { rate = 0, yieldRate = 0 } = input;
	require_requireWithin.requireWithin("spot", {
		value: spot,
		minimum: Number.MIN_VALUE,
		maximum: 1e30
	});
	require_requireWithin.requireWithin("strike", {
		value: strike,
		minimum: Number.MIN_VALUE,
		maximum: 1e30
	});
	require_requireWithin.requireWithin("volatility", {
		value: volatility,
		minimum: 0,
		maximum: 1e3
	});
	require_requireWithin.requireWithin("years", {
		value: years,
		minimum: 0,
		maximum: 1e3
	});
	require_requireWithin.requireWithin("rate", {
		value: rate,
		minimum: -10,
		maximum: 10
	});
	require_requireWithin.requireWithin("yieldRate", {
		value: yieldRate,
		minimum: -10,
		maximum: 10
	});
	const carry = Math.exp(-yieldRate * years);
	const discount = Math.exp(-rate * years);
	const forward = spot * Math.exp((rate - yieldRate) * years);
	const k = Math.log(strike / spot) - (rate - yieldRate) * years;
	const v = volatility * Math.sqrt(years);
	const d1 = v > 0 ? -k / v + v / 2 : k === 0 ? 0 : -Math.sign(k) * Infinity;
	const d2 = d1 - v;
	const inCall = normalCdf(d1);
	const inPut = normalCdf(-d1);
	const density = v > 0 ? normalPdf(d1) : 0;
	const parity = spot * carry - strike * discount;
	const outside = k >= 0 ? spot * carry * normalisedBlack(k, v) : strike * discount * normalisedBlack(-k, v);
	const call = k >= 0 ? outside : parity + outside;
	const put = k >= 0 ? outside - parity : outside;
	const vega = spot * carry * density * Math.sqrt(years);
	const shared = {
		gamma: v > 0 ? carry * density / (spot * v) : 0,
		vega,
		vanna: v > 0 ? -carry * density * d2 / volatility : 0,
		volga: v > 0 ? vega * d1 * d2 / volatility : 0
	};
	const decay = years > 0 ? vega * volatility / (2 * years) : 0;
	const strikeCall = strike * discount * normalCdf(d2);
	const strikePut = strike * discount * normalCdf(-d2);
	return {
		forward,
		discount,
		call,
		put,
		callGreeks: {
			...shared,
			delta: carry * inCall,
			theta: -decay - rate * strikeCall + yieldRate * spot * carry * inCall,
			rho: years * strikeCall
		},
		putGreeks: {
			...shared,
			delta: -carry * inPut,
			theta: -decay + rate * strikePut - yieldRate * spot * carry * inPut,
			rho: -years * strikePut
		}
	};
}
//#endregion
//#region src/pricing/impliedVolatility.ts
/** The bracket halves at least every other step from a width below 2^7 down to the precision of a double. */
const MAX_STEPS = 128;
const MAX_TOTAL_VOLATILITY = 64;
/**
* The volatility at which Black-Scholes gives `price`; `NoVolatilityError` where none does.
*
* The price is reduced to its out-of-the-money side, where its logarithm is a concave function of total volatility, and
* solved by Halley's method inside a bracket that shrinks on every step.
*/
function impliedVolatility(input) {
	const { kind, price, forward, strike, years, discount = 1 } = input;
	for (const [name, value] of Object.entries({
		forward,
		strike,
		years,
		discount
	})) require_requireWithin.requireWithin(name, {
		value,
		minimum: Number.MIN_VALUE,
		maximum: 1e30
	});
	const intrinsic = discount * Math.max(0, kind === require_OptionKind.OptionKind.Call ? forward - strike : strike - forward);
	const upper = discount * (kind === require_OptionKind.OptionKind.Call ? forward : strike);
	if (!(price > intrinsic && price < upper)) throw new require_NoVolatilityError.NoVolatilityError(price, {
		lower: intrinsic,
		upper
	});
	const normal = (price - intrinsic) / (discount * Math.min(forward, strike));
	const total = normal < 1 ? solveTotalVolatility(Math.abs(logRatio(strike, forward)), normal) : NaN;
	if (Number.isNaN(total)) throw new require_NoVolatilityError.NoVolatilityError(price, {
		lower: intrinsic,
		upper
	});
	return total / Math.sqrt(years);
}
/** ln(a/b): near 1 the quotient has lost what the difference still has, and small volatilities see it. */
function logRatio(a, b) {
	const excess = (a - b) / b;
	return Math.abs(excess) < .5 ? Math.log1p(excess) : Math.log(a / b);
}
/** v with normalisedBlack(k, v) = price, for k ≥ 0 and 0 < price < 1; NaN where doubles cannot tell it. */
function solveTotalVolatility(k, price) {
	let low = 0;
	let high = MAX_TOTAL_VOLATILITY;
	let v = Math.max(Math.sqrt(2 * k), Math.min(2, price * 2.5));
	for (let step = 0; step < MAX_STEPS; step++) {
		const { error, slope, curvature } = price < .5 ? logError(k, v, price) : logComplementError(k, v, price);
		if (error === 0) return v;
		if (error < 0) low = v;
		else high = v;
		const newton = error / slope;
		let next = v - newton / (1 - .5 * newton * (curvature / slope));
		if (!(next > low && next < high)) next = (low + high) / 2;
		if (Math.abs(next - v) <= 2e-16 * v || next === low || next === high) return next;
		v = next;
	}
	return high - low < 1e-9 * high ? v : NaN;
}
/** ln(b(v)/price) with its first two derivatives; b' is normalised vega, b''/b' = k²/v³ - v/4. */
function logError(k, v, price) {
	const value = normalisedBlack(k, v);
	if (value <= 0) return {
		error: -Infinity,
		slope: 1,
		curvature: 0
	};
	const slope = normalPdf(v / 2 - k / v) / value;
	const curvature = slope * (k * k / (v * v * v) - v / 4) - slope * slope;
	return {
		error: Math.log(value / price),
		slope,
		curvature
	};
}
/** The same for -ln((1 - b)/(1 - price)), which stays steep where b nears its bound. */
function logComplementError(k, v, price) {
	const d1 = v / 2 - k / v;
	const complement = normalCdf(-d1) + Math.exp(k) * normalCdf(d1 - v);
	if (complement <= 0) return {
		error: Infinity,
		slope: 1,
		curvature: 0
	};
	const slope = normalPdf(d1) / complement;
	const curvature = slope * (k * k / (v * v * v) - v / 4) + slope * slope;
	return {
		error: -Math.log(complement / (1 - price)),
		slope,
		curvature
	};
}
//#endregion
Object.defineProperty(exports, "blackScholes", {
	enumerable: true,
	get: function() {
		return blackScholes;
	}
});
Object.defineProperty(exports, "durrleman", {
	enumerable: true,
	get: function() {
		return durrleman;
	}
});
Object.defineProperty(exports, "impliedVolatility", {
	enumerable: true,
	get: function() {
		return impliedVolatility;
	}
});
Object.defineProperty(exports, "normalCdf", {
	enumerable: true,
	get: function() {
		return normalCdf;
	}
});
Object.defineProperty(exports, "normalPdf", {
	enumerable: true,
	get: function() {
		return normalPdf;
	}
});
Object.defineProperty(exports, "normalisedBlack", {
	enumerable: true,
	get: function() {
		return normalisedBlack;
	}
});
Object.defineProperty(exports, "sviVariance", {
	enumerable: true,
	get: function() {
		return sviVariance;
	}
});
