const require_OptionKind = require("./OptionKind-BUpj3jkS.cjs");
const require_constants = require("./constants-DMXbvM9i.cjs");
const require_DomainError = require("./DomainError-DgbZFjkG.cjs");
const require_toFixedPoint = require("./toFixedPoint-BEeXHqOP.cjs");
const require_SpotError = require("./SpotError-CSpxVHFO.cjs");
const require_ReportError = require("./ReportError-C-_7aT2t.cjs");
const require_NoVolatilityError = require("./NoVolatilityError-DupvUBpe.cjs");
const require_impliedVolatility = require("./impliedVolatility-CbLuzt6F.cjs");
let ox_TypedData = require("ox/TypedData");
let ml_levenberg_marquardt = require("ml-levenberg-marquardt");
let csv_parse_sync = require("csv-parse/sync");
let zod = require("zod");
//#region src/rpc/TypedDataSigner.ts
/** Whose a key is. */
async function addressOf(signer) {
	return "getAddress" in signer ? signer.getAddress() : signer.address;
}
/** A key's signature over typed data. */
async function signWith(signer, data) {
	if (!("getAddress" in signer)) return signer.signTypedData(data);
	const types = Object.fromEntries(Object.entries(data.types).map(([name, fields]) => [name, [...fields]]));
	return signer.signTypedData(data.domain, types, { ...data.message });
}
//#endregion
//#region src/surface/butterflyPoints.ts
/**
* Log-moneyness at which the chain looks for butterflies besides its grid, different for each slice: by its standard deviations,
* and by its widths either side of its place. Always as many; those beyond the grid's end are moved onto it.
*/
function butterflyPoints(slice, rules) {
	const { deviations, widths, grid } = rules;
	const end = Math.max(...grid);
	const deviation = Math.sqrt(Math.max(0, require_impliedVolatility.sviVariance(slice, 0).w));
	return [...deviations.flatMap((distance) => [distance * deviation, -distance * deviation]), ...widths.flatMap((distance) => [slice.m + distance * slice.sigma, slice.m - distance * slice.sigma])].map((k) => Math.min(end, Math.max(-end, k)));
}
//#endregion
//#region src/surface/minimumVariance.ts
/** The least total variance of a slice over all k: a + b·σ·√(1 - ρ²). */
function minimumVariance({ a, b, rho, sigma }) {
	return a + b * sigma * Math.sqrt(Math.max(0, 1 - rho * rho));
}
//#endregion
//#region src/surface/checkSlice.ts
/** Every rule of the chain that a slice would break; empty where it would pass. */
function checkSlice(slice, { rules, earlier, years }) {
	const violations = [];
	const demand = (holds, violation) => {
		if (!holds) violations.push(violation);
	};
	const within = (value, low, high) => demand(value >= low && value <= high, {
		rule: "domain",
		value,
		limit: value < low ? low : high
	});
	within(slice.a, -rules.maxA, rules.maxA);
	within(slice.m, -rules.maxM, rules.maxM);
	within(slice.rho, -rules.maxRho, rules.maxRho);
	within(slice.sigma, rules.minSigma, rules.maxSigma);
	within(slice.b, 0, rules.maxWingSlope);
	const lowest = minimumVariance(slice);
	demand(lowest >= rules.minVariance, {
		rule: "minimum variance",
		value: lowest,
		limit: rules.minVariance
	});
	const slope = slice.b * (1 + Math.abs(slice.rho));
	demand(slope <= rules.maxWingSlope, {
		rule: "wing",
		value: slope,
		limit: rules.maxWingSlope
	});
	if (years !== void 0) {
		const volatility = Math.sqrt(Math.max(0, require_impliedVolatility.sviVariance(slice, 0).w) / years);
		const limit = volatility < rules.minVolatility ? rules.minVolatility : rules.maxVolatility;
		demand(volatility >= rules.minVolatility && volatility <= rules.maxVolatility, {
			rule: "volatility",
			value: volatility,
			limit
		});
	}
	for (const k of rules.grid) {
		const at = require_impliedVolatility.sviVariance(slice, k);
		const g = require_impliedVolatility.durrleman(k, at);
		demand(g >= 0, {
			rule: "butterfly",
			k,
			value: g,
			limit: 0
		});
		if (earlier === void 0) continue;
		const floor = require_impliedVolatility.sviVariance(earlier, k).w;
		demand(at.w >= floor, {
			rule: "calendar",
			k,
			value: at.w,
			limit: floor
		});
	}
	for (const k of butterflyPoints(slice, rules)) {
		const g = require_impliedVolatility.durrleman(k, require_impliedVolatility.sviVariance(slice, k));
		demand(g >= 0, {
			rule: "butterfly",
			k,
			value: g,
			limit: 0
		});
	}
	return violations;
}
//#endregion
//#region src/surface/packSvi.ts
/** The unit of every field of the on-chain word: 1e-12. */
const PICO = 0xe8d4a51000;
/** Where each parameter lies in the word (`SviSlice.sol`). */
const FIELDS = [
	{
		name: "a",
		shift: 200n,
		bits: 56,
		signed: true
	},
	{
		name: "b",
		shift: 152n,
		bits: 48,
		signed: false
	},
	{
		name: "rho",
		shift: 104n,
		bits: 48,
		signed: true
	},
	{
		name: "m",
		shift: 56n,
		bits: 48,
		signed: true
	},
	{
		name: "sigma",
		shift: 8n,
		bits: 48,
		signed: false
	}
];
/** Rounds a slice to pico units and packs it into the word that the chain takes and a signature covers. */
function packSvi(slice) {
	let word = 0n;
	for (const { name, shift, bits, signed } of FIELDS) {
		const value = slice[name];
		if (!Number.isFinite(value)) throw new require_DomainError.DomainError(`svi.${name}`, {
			value,
			expected: "a finite number"
		});
		const pico = BigInt(Math.round(value * PICO));
		if (!(signed ? BigInt.asIntN(bits, pico) === pico : BigInt.asUintN(bits, pico) === pico)) throw new require_DomainError.DomainError(`svi.${name}`, {
			value,
			expected: `within ${bits} bits of 1e-12`
		});
		word |= BigInt.asUintN(bits, pico) << shift;
	}
	return word;
}
/** The slice that a word stands for, exactly as the chain reads it. */
function unpackSvi(word) {
	const [a, b, rho, m, sigma] = FIELDS.map(({ shift, bits, signed }) => {
		const field = word >> shift;
		return Number(signed ? BigInt.asIntN(bits, field) : BigInt.asUintN(bits, field)) / PICO;
	});
	return {
		a,
		b,
		rho,
		m,
		sigma
	};
}
//#endregion
//#region src/surface/SurfaceRules.ts
/** Positive side of the grid in units of 1/64: spaced in proportion to k, as one grid serves tenors from a day to years. */
const GRID_SIDE = [
	1,
	2,
	3,
	4,
	6,
	8,
	12,
	16,
	24,
	32,
	48,
	64,
	96,
	128,
	192
].map((units) => units / 64);
/** The rules of the deployed contract. */
const SURFACE_RULES = {
	grid: [
		...GRID_SIDE.map((k) => -k).reverse(),
		0,
		...GRID_SIDE
	],
	deviations: [
		.5,
		1,
		1.5,
		2
	],
	widths: [
		4,
		16,
		64
	],
	minVariance: 1e-10,
	maxWingSlope: 2,
	maxA: 16,
	maxM: 4,
	maxRho: .9999,
	minSigma: 1e-5,
	maxSigma: 16,
	minVolatility: .01,
	maxVolatility: 10
};
//#endregion
//#region src/surface/buildReport.ts
/** As many expiries as one report may carry. */
const MAX_EXPIRIES = 8;
const WAD_DECIMALS = 18;
/** A report from a calibrated surface; refuses what the chain would refuse. */
function buildReport(surface, { round, confidence, rules = SURFACE_RULES }) {
	const { slices, observedAt } = surface;
	if (slices.length === 0 || slices.length > MAX_EXPIRIES) throw new require_ReportError.ReportError(0, {
		expected: `1 to ${MAX_EXPIRIES} expiries`,
		got: String(slices.length),
		action: "report the live expiries, nearest first"
	});
	let previous = {
		expiry: observedAt,
		svi: void 0
	};
	for (const { expiry, svi } of slices) {
		if (expiry <= previous.expiry) throw new require_ReportError.ReportError(expiry, {
			expected: `expiries after the observation and ascending (after ${previous.expiry})`,
			got: String(expiry),
			action: "sort the expiries and leave out what has expired"
		});
		const signed = unpackSvi(packSvi(svi));
		const years = (expiry - observedAt) / require_constants.SECONDS_PER_YEAR;
		const [violation] = checkSlice(signed, {
			rules,
			earlier: previous.svi,
			years
		});
		if (violation !== void 0) {
			const { rule, k, value, limit } = violation;
			throw new require_ReportError.ReportError(expiry, {
				expected: `a slice within the ${rule} rule (limit ${limit}${k === void 0 ? "" : ` at k = ${k}`})`,
				got: String(value),
				action: "calibrate with calibrateSurface, which repairs such slices"
			});
		}
		previous = {
			expiry,
			svi: signed
		};
	}
	return {
		round,
		observedAt: BigInt(observedAt),
		confidence: require_toFixedPoint.toFixedPoint(confidence, WAD_DECIMALS),
		expiries: slices.map(({ expiry }) => BigInt(expiry)),
		slices: slices.map(({ svi }) => packSvi(svi))
	};
}
//#endregion
//#region src/surface/repairSlice.ts
/** Room left to the chain's own rounding when a slice is lifted over the earlier one. */
const LIFT_MARGIN = 1e-6;
/** Halvings in the search for the least flattening. */
const BISECTIONS = 24;
/**
* The nearest slice, in pico units, that passes every check of the chain.
*
* A slice that passes comes back as it is but for rounding. Otherwise it is lifted until it nowhere undercuts the earlier expiry,
* then blended with its own at-the-money level as little as needed: (1-θ)·w + θ·const is SVI again, and at θ = 1 it is a flat
* smile, on which g = 1. So an answer always exists.
*/
function repairSlice(slice, { rules, earlier }) {
	const passes = (candidate) => checkSlice(candidate, {
		rules,
		earlier
	}).length === 0;
	const finish = (candidate) => rounded(lifted(bounded(candidate, rules), {
		rules,
		earlier
	}));
	const level = require_impliedVolatility.sviVariance(slice, 0).w;
	for (const theta of flattenings()) if (passes(finish(flattened(slice, {
		level,
		theta
	})))) return refine(theta);
	return finish(flattened(slice, {
		level,
		theta: 1
	}));
	/** The least θ below the first that passed, to within the bisection. */
	function refine(theta) {
		if (theta === 0) return finish(slice);
		let low = theta === FIRST_FLATTENING ? 0 : theta / 2;
		let high = theta;
		for (let step = 0; step < BISECTIONS; step++) {
			const middle = (low + high) / 2;
			if (passes(finish(flattened(slice, {
				level,
				theta: middle
			})))) high = middle;
			else low = middle;
		}
		return finish(flattened(slice, {
			level,
			theta: high
		}));
	}
}
const FIRST_FLATTENING = 1 / 128;
/** 0, then doubling from 1/128 to 1. */
function* flattenings() {
	yield 0;
	for (let theta = FIRST_FLATTENING; theta <= 1; theta *= 2) yield theta;
}
function flattened(slice, { level, theta }) {
	return {
		...slice,
		a: (1 - theta) * slice.a + theta * level,
		b: (1 - theta) * slice.b
	};
}
/** Domain, Lee's bound and minimum variance, each met by moving one parameter the least. */
function bounded(slice, rules) {
	const rho = clamp$1(slice.rho, -rules.maxRho, rules.maxRho);
	const sigma = clamp$1(slice.sigma, rules.minSigma, rules.maxSigma);
	const m = clamp$1(slice.m, -rules.maxM, rules.maxM);
	const b = clamp$1(slice.b, 0, rules.maxWingSlope / (1 + Math.abs(rho)) * .999999999);
	const inside = {
		a: clamp$1(slice.a, -rules.maxA, rules.maxA),
		b,
		rho,
		m,
		sigma
	};
	const shortfall = rules.minVariance * (1 + LIFT_MARGIN) + 1e-11 - minimumVariance(inside);
	return shortfall > 0 ? {
		...inside,
		a: inside.a + shortfall
	} : inside;
}
function clamp$1(value, low, high) {
	return Math.min(high, Math.max(low, value));
}
/** `a` raised by the largest shortfall against the earlier expiry, which lifts the slice alike everywhere. */
function lifted(slice, { rules, earlier }) {
	if (earlier === void 0) return slice;
	const shortfall = Math.max(...rules.grid.map((k) => require_impliedVolatility.sviVariance(earlier, k).w * (1 + LIFT_MARGIN) + 1e-11 - require_impliedVolatility.sviVariance(slice, k).w));
	return shortfall > 0 ? {
		...slice,
		a: slice.a + shortfall
	} : slice;
}
function rounded(slice) {
	return unpackSvi(packSvi(slice));
}
//#endregion
//#region src/surface/fitSlice.ts
/** How strongly a breach of the no-arbitrage conditions counts, relative to the whole misfit; raised until none is left. */
const PENALTIES = [
	.3,
	3,
	30,
	300
];
/** Penalties aim this far inside the conditions, so that rounding and the chain's own arithmetic stay inside. */
const DURRLEMAN_MARGIN = .002;
const CALENDAR_MARGIN = .001;
/** The library does not stop by itself where a fit no longer improves: short rounds, until one gains next to nothing. */
const ITERATIONS = 5;
const ROUNDS = 8;
const ROUND_GAIN = .001;
const STARTS = 3;
/** Of the starts, how many are followed until they break no condition. */
const FINALISTS = 1;
/**
* Raw SVI through weighted points by Levenberg-Marquardt.
*
* The search runs over both wing slopes, the minimum variance, and the smile's place and width, each through a map onto its
* own domain: positive variance and Lee's bound then hold for every candidate. Durrleman's and the calendar condition enter as
* residuals on the chain's grid, Durrleman's at each candidate's own points besides. Starts come from a grid over place and width, at each of which the other three parameters
* are a linear least-squares problem (Zeliade's reduction). What the chain would still refuse is repaired, and of all
* candidates the one that lies closest to the points after its repair wins.
*/
function fitSlice(input) {
	const { points, rules, earlier } = input;
	const scale = scaleOf(points);
	const finalists = linearStarts(input, scale).map((start) => descend(start, {
		input,
		scale,
		penalty: PENALTIES[0]
	})).sort((a, b) => a.error - b.error).slice(0, FINALISTS).map(({ slice }) => slice);
	if (earlier !== void 0) finalists.push({
		...earlier,
		a: earlier.a + scale.variance - require_impliedVolatility.sviVariance(earlier, 0).w
	});
	return finalists.flatMap((start) => escalate(start, {
		input,
		scale
	})).map((candidate) => repairSlice(candidate, {
		rules,
		earlier
	})).reduce((a, b) => misfit(b, points) < misfit(a, points) ? b : a);
}
/** Every slice on the way from a start to one that breaks no condition. */
function escalate(start, { input, scale }) {
	const path = [start];
	for (const penalty of PENALTIES) {
		const { slice } = descend(path[path.length - 1] ?? start, {
			input,
			scale,
			penalty
		});
		path.push(slice);
		if (breach(slice, input) <= 0) break;
	}
	return path;
}
function misfit(slice, points) {
	return points.reduce((sum, { k, weight, variance }) => sum + (weight * (require_impliedVolatility.sviVariance(slice, k).w - variance)) ** 2, 0);
}
function scaleOf(points) {
	const nearest = points.reduce((a, b) => Math.abs(b.k) < Math.abs(a.k) ? b : a);
	return {
		variance: nearest.variance,
		width: Math.sqrt(nearest.variance)
	};
}
/** The worst breach of the conditions on the grid, in the penalties' units; at most zero where all hold. */
function breach(slice, { rules, earlier }) {
	return Math.max(...rules.grid.map((k) => {
		const at = require_impliedVolatility.sviVariance(slice, k);
		const calendar = earlier === void 0 ? -1 : require_impliedVolatility.sviVariance(earlier, k).w / at.w - 1;
		return Math.max(-require_impliedVolatility.durrleman(k, at), calendar);
	}), ...butterflyPoints(slice, rules).map((k) => -require_impliedVolatility.durrleman(k, require_impliedVolatility.sviVariance(slice, k))));
}
function descend(start, { input, scale, penalty }) {
	const { points, rules, earlier, later } = input;
	const size = Math.sqrt(points.reduce((sum, { weight, variance }) => sum + (weight * variance) ** 2, 0));
	const penaltyWeight = penalty / Math.sqrt(rules.grid.length);
	const floors = rules.grid.map((k) => earlier === void 0 ? 0 : require_impliedVolatility.sviVariance(earlier, k).w * (1 + CALENDAR_MARGIN));
	const ceilings = rules.grid.map((k) => later === void 0 ? Infinity : require_impliedVolatility.sviVariance(later, k).w);
	const model = (parameters) => {
		const slice = fromFree(parameters, {
			scale,
			rules
		});
		const residuals = points.map(({ k, weight, variance }) => weight * (require_impliedVolatility.sviVariance(slice, k).w - variance) / size);
		rules.grid.forEach((k, index) => {
			const at = require_impliedVolatility.sviVariance(slice, k);
			const under = Math.max(0, (floors[index] ?? 0) - at.w);
			const over = Math.max(0, at.w - (ceilings[index] ?? Infinity));
			residuals.push(penaltyWeight * Math.max(0, DURRLEMAN_MARGIN - require_impliedVolatility.durrleman(k, at)));
			residuals.push(penaltyWeight * (under + over) / scale.variance);
		});
		for (const k of butterflyPoints(slice, rules)) residuals.push(penaltyWeight * Math.max(0, DURRLEMAN_MARGIN - require_impliedVolatility.durrleman(k, require_impliedVolatility.sviVariance(slice, k))));
		return (index) => residuals[index] ?? 0;
	};
	const count = points.length + 2 * rules.grid.length + butterflyPoints(start, rules).length;
	const data = {
		x: Array.from({ length: count }, (_, index) => index),
		y: new Array(count).fill(0)
	};
	let parameters = toFree(start, {
		scale,
		rules
	});
	let error = Infinity;
	for (let round = 0; round < ROUNDS; round++) {
		const result = minimise(data, {
			model,
			parameters
		});
		if (result === void 0) break;
		parameters = result.parameterValues;
		if (!(result.parameterError < error * (1 - ROUND_GAIN))) break;
		error = result.parameterError;
	}
	return {
		slice: fromFree(parameters, {
			scale,
			rules
		}),
		error
	};
}
/** Where the free parameters may go: wing slopes, floor, place, width. Beyond, a slice no longer changes shape. */
const LOWEST = [
	-20,
	-20,
	-14,
	-8,
	-5
];
const HIGHEST = [
	20,
	20,
	3,
	8,
	4
];
/** One run of the library; nothing where its linear system turns singular, so that the caller keeps what it has. */
function minimise(data, { model, parameters }) {
	try {
		return (0, ml_levenberg_marquardt.levenbergMarquardt)(data, model, {
			initialValues: parameters.map((value, index) => clamp(value, LOWEST[index] ?? -20, HIGHEST[index] ?? 20)),
			damping: 1e-4,
			maxIterations: ITERATIONS,
			errorTolerance: 1e-20,
			gradientDifference: 1e-6,
			centralDifference: false,
			minValues: LOWEST,
			maxValues: HIGHEST
		});
	} catch {
		return;
	}
}
const sigmoid = (x) => 1 / (1 + Math.exp(-x));
const logit = (p) => Math.log(p / (1 - p));
const clamp = (x, low, high) => Math.min(high, Math.max(low, x));
/** Five free numbers to a slice that satisfies domain, minimum variance and Lee's bound. */
function fromFree(parameters, { scale, rules }) {
	const [left, right, floor, place, width] = parameters;
	const leftSlope = rules.maxWingSlope * sigmoid(left);
	const rightSlope = rules.maxWingSlope * sigmoid(right);
	const sigma = Math.min(rules.maxSigma, rules.minSigma + scale.width * Math.exp(width));
	return {
		a: rules.minVariance + scale.variance * Math.exp(floor) - sigma * Math.sqrt(leftSlope * rightSlope),
		b: (leftSlope + rightSlope) / 2,
		rho: (rightSlope - leftSlope) / (rightSlope + leftSlope),
		m: clamp(scale.width * place, -rules.maxM, rules.maxM),
		sigma
	};
}
/** The inverse, with what lies outside its domain moved just inside. */
function toFree(slice, { scale, rules }) {
	const slope = (share) => logit(clamp(slice.b * share / rules.maxWingSlope, 1e-8, .99999999));
	return [
		slope(1 - slice.rho),
		slope(1 + slice.rho),
		Math.log(Math.max(1e-6, (minimumVariance(slice) - rules.minVariance) / scale.variance)),
		slice.m / scale.width,
		Math.log(Math.max(1e-6, (slice.sigma - rules.minSigma) / scale.width))
	];
}
/** The best few (m, σ) of a grid with a, b, ρ by weighted linear least squares. */
function linearStarts({ points }, scale) {
	const candidates = [];
	for (const place of [
		-1.5,
		-.75,
		-.25,
		0,
		.25,
		.75,
		1.5
	]) for (const width of [
		.15,
		.4,
		.8,
		1.5,
		3
	]) {
		const shape = {
			m: place * scale.width,
			sigma: width * scale.width
		};
		candidates.push(linearFit(points, shape, scale));
	}
	return candidates.sort((a, b) => a.error - b.error).slice(0, STARTS).map(({ slice }) => slice);
}
/** w = a + c·x + b·√(x² + σ²), c = bρ, by the normal equations; slopes that point the wrong way are flattened. */
function linearFit(points, { m, sigma }, scale) {
	const rows = points.map(({ k, weight, variance }) => ({
		basis: [
			1,
			(k - m) / scale.width,
			Math.hypot(k - m, sigma) / scale.width
		],
		target: variance / scale.variance,
		weight: (weight * scale.variance) ** 2
	}));
	const sum = (f) => rows.reduce((total, row) => total + f(row), 0);
	const moment = (i, j) => sum((row) => row.weight * row.basis[i] * row.basis[j]);
	const image = (i) => sum((row) => row.weight * row.basis[i] * row.target);
	const ridge = 1e-9 * moment(0, 0);
	const [x = 0, y = 0, z = 0] = solve3([
		[
			moment(0, 0) + ridge,
			moment(0, 1),
			moment(0, 2)
		],
		[
			moment(1, 0),
			moment(1, 1) + ridge,
			moment(1, 2)
		],
		[
			moment(2, 0),
			moment(2, 1),
			moment(2, 2) + ridge
		]
	], [
		image(0),
		image(1),
		image(2)
	]);
	const b = Math.max(1e-4, z);
	const rho = clamp(y / b, -.99, .99);
	const unit = scale.variance / scale.width;
	return {
		slice: {
			a: x * scale.variance,
			b: b * unit,
			rho,
			m,
			sigma
		},
		error: sum((row) => row.weight * (x + b * rho * row.basis[1] + b * row.basis[2] - row.target) ** 2)
	};
}
/** Cramer's rule. */
function solve3(matrix, image) {
	const determinant = (rows) => {
		const [[a = 0, b = 0, c = 0] = [], [d = 0, e = 0, f = 0] = [], [g = 0, h = 0, i = 0] = []] = rows;
		return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
	};
	const whole = determinant(matrix);
	return [
		0,
		1,
		2
	].map((column) => determinant(matrix.map((row, r) => row.map((cell, c) => c === column ? image[r] ?? 0 : cell))) / whole);
}
//#endregion
//#region src/surface/observations.ts
/** No quote is trusted more closely than this share of its volatility, so that one tight quote can't decide a fit alone. */
const MIN_RELATIVE_SPREAD = .002;
/** A quote wider than this share of its volatility says nothing. */
const MAX_RELATIVE_SPREAD = 1;
/**
* The two-sided out-of-the-money quotes of an expiry as volatilities, ascending by k. In-the-money options say the same as
* their out-of-the-money twins, with wider spreads.
*/
function observations(chain, observedAt) {
	const years = (chain.expiry - observedAt) / require_constants.SECONDS_PER_YEAR;
	if (years <= 0) return [];
	return chain.quotes.filter(({ kind, strike }) => kind === require_OptionKind.OptionKind.Call ? strike >= chain.forward : strike < chain.forward).map((quote) => observe(quote, {
		chain,
		years
	})).filter((seen) => seen !== void 0).sort((a, b) => a.k - b.k);
}
function observe({ kind, strike, bid = 0, ask = 0 }, { chain, years }) {
	if (!(bid > 0 && ask >= bid)) return void 0;
	const { forward, discount = 1 } = chain;
	const volatilityOf = (price) => require_impliedVolatility.impliedVolatility({
		kind,
		price,
		forward,
		strike,
		years,
		discount
	});
	try {
		const bidVolatility = volatilityOf(bid);
		const askVolatility = volatilityOf(ask);
		const midVolatility = volatilityOf((bid + ask) / 2);
		const spread = askVolatility - bidVolatility;
		if (spread > MAX_RELATIVE_SPREAD * midVolatility) return void 0;
		const halfSpread = Math.max(spread, MIN_RELATIVE_SPREAD * midVolatility) / 2;
		return {
			k: Math.log(strike / forward),
			bidVolatility,
			askVolatility,
			midVolatility,
			variance: midVolatility ** 2 * years,
			weight: 1 / (2 * midVolatility * years * halfSpread)
		};
	} catch (error) {
		if (error instanceof require_NoVolatilityError.NoVolatilityError) return void 0;
		throw error;
	}
}
//#endregion
//#region src/surface/calibrateSurface.ts
/** Five parameters want at least this many two-sided out-of-the-money quotes. */
const MIN_QUOTES = 5;
/**
* A surface that the chain will accept, from option quotes: one SVI slice an expiry, in pico units, each fitted
* by vega over spread under the no-arbitrage conditions and then checked, and repaired where it must be.
*/
function calibrateSurface(chain, rules = SURFACE_RULES) {
	const { observedAt } = chain;
	const slices = [];
	const statistics = [];
	let inside = 0;
	let squares = 0;
	let count = 0;
	const expiries = [...chain.expiries].sort((a, b) => a.expiry - b.expiry).map((quotes) => observed(quotes, observedAt));
	const wishes = [];
	for (const { points } of expiries.toReversed()) wishes.unshift(fitSlice({
		points,
		rules,
		later: wishes[0]
	}));
	for (const [index, { expiry, points }] of expiries.entries()) {
		const earlier = slices[index - 1]?.svi;
		const svi = fitSlice({
			points,
			rules,
			earlier,
			later: wishes[index + 1]
		});
		const fit = statisticsOf(points, {
			expiry,
			years: (expiry - observedAt) / require_constants.SECONDS_PER_YEAR,
			svi,
			wish: wishes[index] ?? svi
		});
		slices.push({
			expiry,
			svi
		});
		statistics.push(fit);
		inside += fit.insideBidAsk * fit.quotes;
		squares += fit.rmse ** 2 * fit.quotes;
		count += fit.quotes;
	}
	if (count === 0) throw new require_ReportError.CalibrationError(0, {
		expected: "at least one expiry",
		got: "none"
	});
	return {
		observedAt,
		slices,
		statistics,
		insideBidAsk: inside / count,
		rmse: Math.sqrt(squares / count)
	};
}
function observed(quotes, observedAt) {
	const { expiry } = quotes;
	const points = observations(quotes, observedAt);
	if (points.length < 5) throw new require_ReportError.CalibrationError(expiry, {
		expected: `at least 5 two-sided out-of-the-money quotes`,
		got: `${points.length}`
	});
	return {
		expiry,
		points
	};
}
function statisticsOf(points, { expiry, years, svi, wish }) {
	const volatility = (slice, k) => Math.sqrt(Math.max(0, require_impliedVolatility.sviVariance(slice, k).w) / years);
	let inside = 0;
	let squares = 0;
	let weightedSquares = 0;
	let weights = 0;
	let calendarShift = 0;
	for (const point of points) {
		const model = volatility(svi, point.k);
		const miss = model - point.midVolatility;
		if (model >= point.bidVolatility && model <= point.askVolatility) inside++;
		squares += miss ** 2;
		weightedSquares += (point.weight * miss) ** 2;
		weights += point.weight ** 2;
		calendarShift = Math.max(calendarShift, Math.abs(model - volatility(wish, point.k)));
	}
	return {
		expiry,
		quotes: points.length,
		insideBidAsk: inside / points.length,
		rmse: Math.sqrt(squares / points.length),
		weightedRmse: Math.sqrt(weightedSquares / weights),
		calendarShift
	};
}
//#endregion
//#region src/surface/orderSignatures.ts
/** Signatures in the order that the chain demands: ascending by signer address, each signer once. */
function orderSignatures(signatures) {
	const sorted = [...signatures].sort((a, b) => BigInt(a.signer) < BigInt(b.signer) ? -1 : 1);
	sorted.forEach(({ signer }, index) => {
		if (index > 0 && BigInt(sorted[index - 1]?.signer ?? 0) === BigInt(signer)) throw new require_ReportError.ReportError(0, {
			expected: "one signature a reporter",
			got: `two of ${signer}`,
			action: "drop the duplicate"
		});
	});
	return sorted.map(({ signature }) => signature);
}
//#endregion
//#region src/rpc/hashTypedData.ts
/** The digest that is signed of typed data (EIP-712). */
function hashTypedData(data) {
	return (0, ox_TypedData.getSignPayload)(data);
}
//#endregion
//#region src/surface/reportTypedData.ts
/** The EIP-712 type of a report. */
const REPORT_TYPES = { Report: [
	{
		name: "round",
		type: "uint64"
	},
	{
		name: "observedAt",
		type: "uint64"
	},
	{
		name: "confidence",
		type: "uint128"
	},
	{
		name: "expiries",
		type: "uint256[]"
	},
	{
		name: "slices",
		type: "uint256[]"
	}
] };
/** The full EIP-712 domain of a surface. */
function reportDomain({ chainId, verifyingContract }) {
	return {
		name: "Bulkhead Volatility Surface",
		version: "1",
		chainId,
		verifyingContract
	};
}
/** A report as it is signed. */
function reportTypedData(report, domain) {
	return {
		domain: reportDomain(domain),
		types: REPORT_TYPES,
		primaryType: "Report",
		message: { ...report }
	};
}
/** The digest that reporters sign, as `VolatilitySurface.digestOf` computes it. */
function reportDigest(report, domain) {
	return hashTypedData(reportTypedData(report, domain));
}
//#endregion
//#region src/surface/signReport.ts
/**
* Signs a report as EIP-712 typed data, by an ethers signer or a viem account.
* @example
* const { signer, signature } = await signReport(reporter, { report, domain });
*/
async function signReport(signer, { report, domain }) {
	const signature = await signWith(signer, reportTypedData(report, domain));
	return {
		signer: await addressOf(signer),
		signature
	};
}
//#endregion
//#region src/surface/decodeReport.ts
/** The surface that a report stands for, in double precision. */
function decodeReport(report) {
	return {
		observedAt: Number(report.observedAt),
		slices: report.expiries.map((expiry, index) => ({
			expiry: Number(expiry),
			svi: unpackSvi(report.slices[index] ?? 0n)
		}))
	};
}
//#endregion
//#region src/surface/verifyReport.ts
/**
* Refuses a report that a reporter should not sign: one that the chain would refuse, one of another moment, one whose expiries are
* not those it sees itself, or one further from its own quotes than the tolerance.
*/
function verifyReport(report, options) {
	const { chain, tolerance, maxClockSkew = 60, rules = SURFACE_RULES } = options;
	const surface = decodeReport(report);
	buildReport(surface, {
		round: report.round,
		confidence: 0,
		rules
	});
	if (Math.abs(surface.observedAt - chain.observedAt) > maxClockSkew) throw new require_ReportError.ReportError(0, {
		expected: `an observation within ${maxClockSkew} s of ${chain.observedAt}`,
		got: String(surface.observedAt),
		action: "ask the leader for a report of this moment"
	});
	for (const quotes of chain.expiries) {
		const slice = surface.slices.find(({ expiry }) => expiry === quotes.expiry);
		if (slice === void 0) throw new require_ReportError.ReportError(quotes.expiry, {
			expected: `a slice for expiry ${quotes.expiry}`,
			got: "none",
			action: "ask the leader for a report with every live expiry"
		});
		const years = (quotes.expiry - surface.observedAt) / require_constants.SECONDS_PER_YEAR;
		const points = observations(quotes, chain.observedAt);
		const weights = points.reduce((sum, { weight }) => sum + weight ** 2, 0);
		const squares = points.reduce((sum, { k, weight, midVolatility }) => {
			return sum + (weight * (Math.sqrt(require_impliedVolatility.sviVariance(slice.svi, k).w / years) - midVolatility)) ** 2;
		}, 0);
		const distance = weights > 0 ? Math.sqrt(squares / weights) : Infinity;
		if (!(distance <= tolerance)) throw new require_ReportError.ReportError(quotes.expiry, {
			expected: `volatility within ${tolerance} of own quotes at expiry ${quotes.expiry}`,
			got: String(distance),
			action: "don't sign; compare market data with the leader"
		});
	}
	if (surface.slices.length !== chain.expiries.length) throw new require_ReportError.ReportError(0, {
		expected: `${chain.expiries.length} expiries`,
		got: String(surface.slices.length),
		action: "don't sign expiries that you can't see"
	});
}
//#endregion
//#region src/surface/agreeOnReport.ts
/**
* Brings reporters with different data to sign one and the same report.
*
* The first reporter leads: it calibrates and proposes. Each other one verifies the proposal against its own quotes and signs or refuses.
* Where a proposal finds fewer than `threshold` signers the next reporter leads, so one bad leader can't stop the rest.
*/
async function agreeOnReport(reporters, options) {
	const { round, confidence, threshold, rules = SURFACE_RULES } = options;
	let most = 0;
	for (const leader of reporters) {
		const proposal = propose(leader, {
			round,
			confidence,
			rules
		});
		if (proposal === void 0) continue;
		const { report, calibration } = proposal;
		const { signatures, refusals } = await collect(reporters, {
			report,
			options
		});
		if (signatures.length >= threshold) return {
			report,
			signatures: orderSignatures(signatures),
			calibration,
			refusals
		};
		most = Math.max(most, signatures.length);
	}
	throw new require_ReportError.ReportError(0, {
		expected: `${threshold} reporters who agree`,
		got: `at most ${most} of ${reporters.length}`,
		action: "compare the reporters' market data"
	});
}
/** The leader's report; nothing where its quotes give none, so that the next one leads. */
function propose({ chain }, { round, confidence, rules }) {
	try {
		const calibration = calibrateSurface(chain, rules);
		return {
			calibration,
			report: buildReport(calibration, {
				round,
				confidence,
				rules
			})
		};
	} catch (error) {
		if (error instanceof require_ReportError.CalibrationError || error instanceof require_ReportError.ReportError) return void 0;
		throw error;
	}
}
async function collect(reporters, { report, options }) {
	const { domain, tolerance, rules = SURFACE_RULES } = options;
	const signatures = [];
	const refusals = [];
	for (const { signer, chain } of reporters) try {
		verifyReport(report, {
			chain,
			tolerance,
			rules
		});
		signatures.push(await signReport(signer, {
			report,
			domain
		}));
	} catch (error) {
		if (!(error instanceof require_ReportError.ReportError)) throw error;
		refusals.push({
			reporter: await addressOf(signer),
			reason: error.message
		});
	}
	return {
		signatures,
		refusals
	};
}
//#endregion
//#region src/surface/chainColumns.ts
/**
* How each field may be called: any case, and any of blank, dot, dash and underscore between words. A unit may follow:
* `_usd`, `_btc` or `_eth` on a price, `_pct` on a volatility, `_ms` or `_s` on a time.
*/
const CHAIN_ALIASES = {
	instrument: [
		"instrument",
		"instrument_name",
		"symbol"
	],
	kind: [
		"type",
		"kind",
		"option_type",
		"right",
		"cp"
	],
	strike: [
		"strike",
		"strike_price",
		"k"
	],
	expiry: [
		"expiry",
		"expiration",
		"expiry_date",
		"expiration_date",
		"maturity"
	],
	years: [
		"years",
		"t",
		"t_years",
		"t_years_act365",
		"tau",
		"time_to_expiry"
	],
	forward: [
		"forward",
		"forward_price",
		"f",
		"future",
		"underlying_price"
	],
	spot: [
		"spot",
		"index",
		"index_price"
	],
	bid: [
		"bid",
		"bid_price",
		"best_bid_price"
	],
	ask: [
		"ask",
		"ask_price",
		"best_ask_price"
	],
	mark: ["mark", "mark_price"],
	markVolatility: [
		"mark_iv",
		"mark_volatility",
		"mark_vol",
		"iv"
	],
	openInterest: ["open_interest", "oi"],
	volume: ["volume", "volume_24h"],
	observedAt: [
		"timestamp",
		"creation_timestamp",
		"observed_at"
	],
	note: ["underlying_index"]
};
const USD = "usd";
const UNDERLYINGS = new Set(["btc", "eth"]);
const OTHER_UNITS = new Set([
	"pct",
	"percent",
	"ms",
	"s"
]);
const FIELD_OF = new Map(Object.entries(CHAIN_ALIASES).flatMap(([field, aliases]) => aliases.map((alias) => [alias, field])));
/** The fields that a header line names. @throws ChainFileError where a header is unknown, or two mean the same */
function chainColumns(headers) {
	const columns = /* @__PURE__ */ new Map();
	headers.forEach((header, index) => {
		const { name, unit } = split(header);
		const field = FIELD_OF.get(name);
		if (field === void 0) throw new require_ReportError.ChainFileError({
			line: 1,
			column: header
		}, {
			expected: `one of ${[...FIELD_OF.keys()].join(", ")}, with or without a unit`,
			got: `"${header}"`,
			action: "rename the column, or leave it out"
		});
		const before = columns.get(field);
		if (before !== void 0 && field !== "note") throw new require_ReportError.ChainFileError({
			line: 1,
			column: header
		}, {
			expected: `one column for ${field}`,
			got: `"${before.header}" and "${header}"`,
			action: "leave out one of them"
		});
		const inUsd = unit === USD;
		columns.set(field, {
			index,
			header,
			inUsd,
			...UNDERLYINGS.has(unit) ? { underlying: unit } : {}
		});
	});
	requireFields(columns);
	return columns;
}
/** A header without its unit, and the unit. A name that is itself an alias has none. */
function split(header) {
	const words = header.trim().toLowerCase().replaceAll(/[\s.\-_]+/g, "_");
	if (FIELD_OF.has(words)) return {
		name: words,
		unit: ""
	};
	const cut = words.lastIndexOf("_");
	const unit = words.slice(cut + 1);
	return cut > 0 && (unit === USD || UNDERLYINGS.has(unit) || OTHER_UNITS.has(unit)) ? {
		name: words.slice(0, cut),
		unit
	} : {
		name: words,
		unit: ""
	};
}
/** Of each of these at least one has to be there. */
const REQUIRED = [
	["kind", "instrument"],
	["strike", "instrument"],
	[
		"expiry",
		"years",
		"instrument"
	],
	["forward"],
	["bid", "markVolatility"]
];
/** One side of the market alone is none. */
const SIDES = [["bid"], ["ask"]];
function requireFields(columns) {
	const isQuoted = columns.has("bid") || columns.has("ask");
	for (const fields of isQuoted ? [...REQUIRED, ...SIDES] : REQUIRED) {
		if (fields.some((field) => columns.has(field))) continue;
		throw new require_ReportError.ChainFileError({ line: 1 }, {
			expected: `a column ${fields.map((field) => `"${CHAIN_ALIASES[field][0] ?? field}"`).join(" or ")}`,
			got: [...columns.values()].map(({ header }) => header).join(", "),
			action: "add it"
		});
	}
}
//#endregion
//#region src/surface/insideBidAsk.ts
/** Of a chain's two-sided out-of-the-money quotes that count, how many there are and which share encloses the surface. */
function insideBidAsk({ slices, observedAt }, { chain, isCounted }) {
	let quotes = 0;
	let inside = 0;
	for (const quoted of chain.expiries) {
		const svi = slices.find(({ expiry }) => expiry === quoted.expiry)?.svi;
		if (svi === void 0) continue;
		const years = (quoted.expiry - observedAt) / require_constants.SECONDS_PER_YEAR;
		for (const { k, bidVolatility, askVolatility } of observations(counted(quoted, isCounted), chain.observedAt)) {
			const volatility = Math.sqrt(require_impliedVolatility.sviVariance(svi, k).w / years);
			quotes += 1;
			if (volatility >= bidVolatility && volatility <= askVolatility) inside += 1;
		}
	}
	return {
		quotes,
		share: quotes === 0 ? 0 : inside / quotes
	};
}
function counted(quoted, isCounted) {
	return {
		...quoted,
		quotes: quoted.quotes.filter((quote) => isCounted(quoted.expiry, quote))
	};
}
//#endregion
//#region src/surface/parseInstrument.ts
const NAME = /^([A-Z]+)(?:_[A-Z]+)?-(\d{1,2}[A-Z]{3}\d{2})-(\d+(?:\.\d+)?|\d+d\d+)-([CP])$/i;
const SHORT_DATE = /^(\d{1,2})([A-Z]{3})(\d{2})$/i;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const ISO_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i;
const UNIX_TIME = /^\d{9,10}$/;
const UNIX_MILLISECONDS = /^\d{12,13}$/;
const MONTHS = [
	"JAN",
	"FEB",
	"MAR",
	"APR",
	"MAY",
	"JUN",
	"JUL",
	"AUG",
	"SEP",
	"OCT",
	"NOV",
	"DEC"
];
const CENTURY = 2e3;
const MS_PER_SECOND$1 = 1e3;
/** The terms in an option's name as exchanges write it; undefined where it is none. */
function parseInstrument(name) {
	const [, underlying = "", date = "", strike = "", side = ""] = NAME.exec(name.trim()) ?? [];
	const expiry = parseExpiry(date);
	if (expiry === void 0) return void 0;
	return {
		underlying: underlying.toUpperCase(),
		expiry,
		strike: Number(strike.replace(/d/i, ".")),
		kind: side.toUpperCase() === "C" ? require_OptionKind.OptionKind.Call : require_OptionKind.OptionKind.Put
	};
}
/**
* An expiry as unix seconds: "27JUN25", "2025-06-27", a time of ISO 8601 (UTC where no zone is given), or unix time in seconds or
* milliseconds. A day alone means 08:00 UTC on it.
*/
function parseExpiry(text) {
	const value = text.trim();
	if (UNIX_TIME.test(value)) return Number(value);
	if (UNIX_MILLISECONDS.test(value)) return Math.round(Number(value) / MS_PER_SECOND$1);
	const [, day = "", month = "", year = ""] = SHORT_DATE.exec(value) ?? [];
	if (day !== "") {
		const index = MONTHS.indexOf(month.toUpperCase());
		return index < 0 ? void 0 : dayAt(CENTURY + Number(year), {
			month: index,
			day: Number(day)
		});
	}
	if (ISO_DATE.test(value)) {
		const [years = 0, months = 0, days = 0] = value.split("-").map(Number);
		return dayAt(years, {
			month: months - 1,
			day: days
		});
	}
	if (!ISO_TIME.test(value)) return void 0;
	const time = Date.parse(/(Z|[+-]\d{2}:?\d{2})$/i.test(value) ? value : `${value}Z`);
	return Number.isNaN(time) ? void 0 : Math.round(time / MS_PER_SECOND$1);
}
/** 08:00 UTC of a day, where the calendar has it. */
function dayAt(year, { month, day }) {
	const midnight = new Date(Date.UTC(year, month, day));
	if (midnight.getUTCMonth() !== month || midnight.getUTCDate() !== day) return void 0;
	return midnight.getTime() / MS_PER_SECOND$1 + require_constants.EXPIRY_SECOND;
}
//#endregion
//#region src/surface/ChainRow.ts
const MS_PER_SECOND = 1e3;
/** Times from here on are in milliseconds: in seconds it would be the year 5138. */
const MILLISECONDS_FROM = 10 ** 11;
const decimal = zod.z.string().regex(/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i, "a number with a decimal point").transform(Number).pipe(zod.z.number("a finite number"));
const positive = decimal.refine((value) => value > 0, "a number above 0");
const atLeastZero = decimal.refine((value) => value >= 0, "a number of at least 0");
const kind = zod.z.string().toLowerCase().pipe(zod.z.enum([
	"c",
	"call",
	"p",
	"put"
], "call, put, C or P")).transform((text) => text.startsWith("c") ? require_OptionKind.OptionKind.Call : require_OptionKind.OptionKind.Put);
const expiryTime = zod.z.string().transform((text, context) => {
	const time = parseExpiry(text);
	if (time !== void 0) return time;
	context.addIssue({
		code: "custom",
		message: "a date such as 27JUN25 or 2025-06-27, or unix seconds"
	});
	return zod.z.NEVER;
});
const instrumentName = zod.z.string().transform((text, context) => {
	const instrument = parseInstrument(text);
	if (instrument !== void 0) return instrument;
	context.addIssue({
		code: "custom",
		message: "a name such as BTC-27JUN25-100000-C"
	});
	return zod.z.NEVER;
});
/** What cells hold. */
const cells = {
	positive,
	atLeastZero,
	kind,
	expiryTime,
	instrumentName
};
/** One option's line. */
var ChainRow = class {
	#record;
	#columns;
	constructor(record, columns) {
		this.#record = record;
		this.#columns = columns;
	}
	get line() {
		return this.#record.line;
	}
	has(field) {
		return this.#columns.has(field);
	}
	column(field) {
		return this.#columns.get(field);
	}
	/** A cell by its schema; undefined where the file has no such column or the cell is empty. */
	read(field, schema) {
		const column = this.#columns.get(field);
		const text = column === void 0 ? "" : this.#record.cells[column.index] ?? "";
		if (text === "") return void 0;
		const { success, data, error } = schema.safeParse(text);
		if (success) return data;
		throw this.mistake(field, {
			expected: error.issues[0]?.message ?? "another value",
			got: `"${text}"`
		});
	}
	/** Complains of a cell that may not be empty. */
	missing(field) {
		const shown = this.has(field) ? field : "instrument";
		throw this.mistake(shown, {
			expected: `a value for ${field}`,
			got: "an empty cell"
		});
	}
	mistake(field, what) {
		const header = this.#columns.get(field)?.header;
		return new require_ReportError.ChainFileError({
			line: this.#record.line,
			...header === void 0 ? {} : { column: header }
		}, what);
	}
	/** Unix seconds at which the line was observed; where only years are given beside a date, what they say. */
	observedAt() {
		const time = this.read("observedAt", positive);
		if (time !== void 0) return Math.round(time >= MILLISECONDS_FROM ? time / MS_PER_SECOND : time);
		const expiry = this.read("expiry", expiryTime) ?? this.read("instrument", instrumentName)?.expiry;
		const years = this.read("years", positive);
		return expiry === void 0 || years === void 0 ? void 0 : Math.round(expiry - years * require_constants.SECONDS_PER_YEAR);
	}
};
//#endregion
//#region src/surface/ChainBook.ts
/** Forwards of one expiry may differ by so much from line to line: they move while a chain is read. */
const FORWARD_TOLERANCE = .01;
const PER_CENT = 100;
const SECONDS_PER_MINUTE = 60;
/** Collects the lines of a file by expiry. */
var ChainBook = class {
	#observedAt;
	#expiries = /* @__PURE__ */ new Map();
	/** The line of each option. */
	#lines = /* @__PURE__ */ new Map();
	#traded = /* @__PURE__ */ new Set();
	#tellsTrades = false;
	#underlying;
	#spot;
	constructor(observedAt) {
		this.#observedAt = observedAt;
	}
	/** Enters a line. @throws ChainFileError at the first of its cells that cannot be */
	enter(row) {
		const named = row.read("instrument", cells.instrumentName);
		const strike = row.read("strike", cells.positive) ?? named?.strike ?? row.missing("strike");
		const kind = row.read("kind", cells.kind) ?? named?.kind ?? row.missing("kind");
		const expiry = this.#expiryOf(row, named?.expiry);
		const forward = row.read("forward", cells.positive) ?? row.missing("forward");
		const known = this.#expiries.get(expiry) ?? {
			forward,
			quotes: []
		};
		if (Math.abs(forward / known.forward - 1) > FORWARD_TOLERANCE) {
			const expected = `about ${known.forward}, as on other lines of that expiry`;
			throw row.mistake("forward", {
				expected,
				got: String(forward)
			});
		}
		this.#noteUnderlying(row, named?.underlying);
		this.#spot ??= row.read("spot", cells.positive);
		const key = keyOf(expiry, {
			kind,
			strike
		});
		const before = this.#lines.get(key);
		if (before !== void 0) {
			const field = named === void 0 ? "strike" : "instrument";
			throw row.mistake(field, {
				expected: "each option once",
				got: `the option of line ${before}`
			});
		}
		this.#lines.set(key, row.line);
		this.#noteTrades(row, key);
		const years = (expiry - this.#observedAt) / require_constants.SECONDS_PER_YEAR;
		known.quotes.push({
			kind,
			strike,
			...pricesOf(row, {
				kind,
				strike,
				forward,
				years
			})
		});
		this.#expiries.set(expiry, known);
	}
	chain() {
		const expiries = [...this.#expiries].map(([expiry, { forward, quotes }]) => ({
			expiry,
			forward,
			quotes
		})).sort((a, b) => a.expiry - b.expiry);
		return {
			observedAt: this.#observedAt,
			expiries,
			spot: this.#spot ?? expiries[0]?.forward ?? 0,
			...this.#underlying === void 0 ? {} : { underlying: this.#underlying },
			isTraded: (expiry, option) => !this.#tellsTrades || this.#traded.has(keyOf(expiry, option))
		};
	}
	/** A date says it exactly; years, which a file may count anew on every line, to the minute. */
	#expiryOf(row, named) {
		const years = row.read("years", cells.positive);
		const dated = row.read("expiry", cells.expiryTime) ?? named;
		const reckoned = years === void 0 ? void 0 : toMinute(this.#observedAt + years * require_constants.SECONDS_PER_YEAR);
		const expiry = dated ?? reckoned ?? row.missing("expiry");
		if (expiry > this.#observedAt) return expiry;
		const field = ["expiry", "instrument"].find((candidate) => row.has(candidate)) ?? "years";
		throw row.mistake(field, {
			expected: `an expiry after ${iso(this.#observedAt)}`,
			got: iso(expiry),
			action: row.has("observedAt") ? "leave the line out" : "say in a timestamp column when the quotes were seen"
		});
	}
	#noteUnderlying(row, named) {
		const underlying = named ?? row.column("bid")?.underlying?.toUpperCase();
		if (underlying === void 0) return;
		if (this.#underlying !== void 0 && this.#underlying !== underlying) throw row.mistake("instrument", {
			expected: `options of one underlying, ${this.#underlying}`,
			got: underlying
		});
		this.#underlying = underlying;
	}
	#noteTrades(row, key) {
		const told = ["openInterest", "volume"].filter((field) => row.has(field));
		const amounts = told.map((field) => row.read(field, cells.atLeastZero) ?? 0);
		if (told.length > 0) this.#tellsTrades = true;
		if (amounts.some((amount) => amount > 0)) this.#traded.add(key);
	}
};
function keyOf(expiry, { kind, strike }) {
	return `${expiry}:${kind}:${strike}`;
}
function toMinute(time) {
	return Math.round(time / SECONDS_PER_MINUTE) * SECONDS_PER_MINUTE;
}
function iso(time) {
	return (/* @__PURE__ */ new Date(time * 1e3)).toISOString();
}
/** Bid and ask in quote; both at the mark volatility where the file has neither column. */
function pricesOf(row, { kind, strike, forward, years }) {
	const inQuote = (field) => {
		const price = row.read(field, cells.atLeastZero);
		return price === void 0 || row.column(field)?.inUsd === true ? price : price * forward;
	};
	const volatility = row.read("markVolatility", cells.atLeastZero);
	if (!row.has("bid")) {
		if (volatility === void 0 || volatility === 0) return {};
		const { call, put } = require_impliedVolatility.blackScholes({
			spot: forward,
			strike,
			years,
			volatility: volatility / PER_CENT
		});
		const price = kind === require_OptionKind.OptionKind.Call ? call : put;
		return {
			bid: price,
			ask: price
		};
	}
	const [bid, ask] = [inQuote("bid"), inQuote("ask")];
	if (bid !== void 0 && ask !== void 0 && ask > 0 && bid > ask) throw row.mistake("bid", {
		expected: `at most the ask, ${ask} dollars`,
		got: `${bid} dollars`
	});
	return {
		...bid === void 0 ? {} : { bid },
		...ask === void 0 || ask === 0 ? {} : { ask }
	};
}
//#endregion
//#region src/surface/readOptionChain.ts
/** More rows than any exchange lists options of one underlying. */
const MOST_ROWS = 2e4;
/**
* Reads option quotes from CSV (comma, semicolon or tab; with a header line; see `CHAIN_ALIASES` for the columns). Bid and ask are
* in units of the underlying unless their column ends in `_usd`; strike, forward and spot always in dollars. A cell without
* bid or ask means that nobody quotes that side; a file without both columns is read at its mark volatilities.
* @throws ChainFileError with the line and column of the first mistake
*/
function readOptionChain(csv, { observedAt }) {
	const [header, ...records] = recordsOf(csv);
	if (header === void 0) throw new require_ReportError.ChainFileError({ line: 0 }, {
		expected: "a header line and option quotes",
		got: "an empty file"
	});
	const columns = chainColumns(header.cells);
	if (records.length === 0 || records.length > MOST_ROWS) throw new require_ReportError.ChainFileError({ line: 0 }, {
		expected: `1 to ${MOST_ROWS} option quotes`,
		got: `${records.length}`
	});
	const rows = records.map((record) => new ChainRow(record, columns));
	const book = new ChainBook(rows[0]?.observedAt() ?? observedAt);
	for (const row of rows) book.enter(row);
	return book.chain();
}
function recordsOf(csv) {
	if (csv.includes("\0")) throw new require_ReportError.ChainFileError({ line: 0 }, {
		expected: "a text file",
		got: "binary data",
		action: "give a CSV file"
	});
	try {
		return (0, csv_parse_sync.parse)(csv, {
			bom: true,
			delimiter: delimiterOf(csv),
			info: true,
			skip_empty_lines: true,
			trim: true
		}).map(({ record, info }) => ({
			line: info.lines,
			cells: record
		}));
	} catch (error) {
		if (!(error instanceof csv_parse_sync.CsvError)) throw error;
		throw new require_ReportError.ChainFileError({ line: Number(error["lines"] ?? 0) }, {
			expected: "a well-formed line of CSV",
			got: error.message
		});
	}
}
/** Whichever of the three the header has most of. */
function delimiterOf(csv) {
	const header = csv.slice(0, csv.search(/[\r\n]|$/));
	const count = (delimiter) => header.split(delimiter).length;
	return [
		",",
		";",
		"	"
	].reduce((most, delimiter) => count(delimiter) > count(most) ? delimiter : most);
}
//#endregion
//#region src/spot/spotTypedData.ts
/** The EIP-712 type of a spot price. */
const SPOT_TYPES = { SpotPrice: [
	{
		name: "market",
		type: "string"
	},
	{
		name: "price",
		type: "uint256"
	},
	{
		name: "observedAt",
		type: "uint256"
	}
] };
/** The full EIP-712 domain of a signed spot. */
function spotDomain({ chainId, verifyingContract }) {
	return {
		name: "Bulkhead Signed Spot",
		version: "1",
		chainId,
		verifyingContract
	};
}
/** A spot price as it is signed. */
function spotTypedData({ price, observedAt }, scope) {
	const message = {
		market: scope.market,
		price,
		observedAt
	};
	return {
		domain: spotDomain(scope),
		types: SPOT_TYPES,
		primaryType: "SpotPrice",
		message
	};
}
/** The digest that reporters sign, as `SignedSpot.digestOf` computes it. */
function spotDigest(spot, scope) {
	return hashTypedData(spotTypedData(spot, scope));
}
//#endregion
//#region src/spot/signSpot.ts
/**
* Signs a market's spot price as EIP-712 typed data, by an ethers signer or a viem account.
* @example
* const signature = await signSpot(reporter, { spot: { price: toWad(2_000), observedAt }, scope });
*/
async function signSpot(signer, { spot, scope }) {
	const signature = await signWith(signer, spotTypedData(spot, scope));
	return {
		signer: await addressOf(signer),
		signature
	};
}
//#endregion
//#region src/spot/agreeOnSpot.ts
const WAD = 10n ** 18n;
/**
* The median of what reporters see, signed by all who find it within their tolerance: a minority can neither move it past what
* the others see nor stop it.
* @throws SpotError where fewer than `threshold` would sign it
*/
async function agreeOnSpot(reporters, { scope, observedAt, tolerance, threshold }) {
	const price = medianPrice(reporters.map((reporter) => reporter.price));
	const willing = reporters.filter((reporter) => distance(reporter.price, price) * WAD <= price * tolerance);
	if (price <= 0n || willing.length < threshold) throw new require_SpotError.SpotError({
		expected: `${threshold} reporters within ${tolerance} (WAD) of a positive median`,
		got: `${willing.length} of ${reporters.length} around ${price}`,
		action: "compare the reporters' market data; until then the push feed's price holds"
	});
	const spot = {
		price,
		observedAt
	};
	const signatures = await Promise.all(willing.map(({ signer }) => signSpot(signer, {
		spot,
		scope
	})));
	return {
		...spot,
		signatures: orderSignatures(signatures)
	};
}
/** The middle one, or the mean of the middle two, rounded down; zero of nothing. */
function medianPrice(prices) {
	const sorted = [...prices].sort((a, b) => a < b ? -1 : 1);
	const middle = sorted.length >> 1;
	const upper = sorted[middle] ?? 0n;
	return ((sorted.length % 2 === 0 ? sorted[middle - 1] ?? 0n : upper) + upper) / 2n;
}
function distance(a, b) {
	return a > b ? a - b : b - a;
}
//#endregion
Object.defineProperty(exports, "CHAIN_ALIASES", {
	enumerable: true,
	get: function() {
		return CHAIN_ALIASES;
	}
});
Object.defineProperty(exports, "MIN_QUOTES", {
	enumerable: true,
	get: function() {
		return MIN_QUOTES;
	}
});
Object.defineProperty(exports, "REPORT_TYPES", {
	enumerable: true,
	get: function() {
		return REPORT_TYPES;
	}
});
Object.defineProperty(exports, "SPOT_TYPES", {
	enumerable: true,
	get: function() {
		return SPOT_TYPES;
	}
});
Object.defineProperty(exports, "SURFACE_RULES", {
	enumerable: true,
	get: function() {
		return SURFACE_RULES;
	}
});
Object.defineProperty(exports, "agreeOnReport", {
	enumerable: true,
	get: function() {
		return agreeOnReport;
	}
});
Object.defineProperty(exports, "agreeOnSpot", {
	enumerable: true,
	get: function() {
		return agreeOnSpot;
	}
});
Object.defineProperty(exports, "buildReport", {
	enumerable: true,
	get: function() {
		return buildReport;
	}
});
Object.defineProperty(exports, "calibrateSurface", {
	enumerable: true,
	get: function() {
		return calibrateSurface;
	}
});
Object.defineProperty(exports, "checkSlice", {
	enumerable: true,
	get: function() {
		return checkSlice;
	}
});
Object.defineProperty(exports, "decodeReport", {
	enumerable: true,
	get: function() {
		return decodeReport;
	}
});
Object.defineProperty(exports, "fitSlice", {
	enumerable: true,
	get: function() {
		return fitSlice;
	}
});
Object.defineProperty(exports, "insideBidAsk", {
	enumerable: true,
	get: function() {
		return insideBidAsk;
	}
});
Object.defineProperty(exports, "minimumVariance", {
	enumerable: true,
	get: function() {
		return minimumVariance;
	}
});
Object.defineProperty(exports, "observations", {
	enumerable: true,
	get: function() {
		return observations;
	}
});
Object.defineProperty(exports, "orderSignatures", {
	enumerable: true,
	get: function() {
		return orderSignatures;
	}
});
Object.defineProperty(exports, "packSvi", {
	enumerable: true,
	get: function() {
		return packSvi;
	}
});
Object.defineProperty(exports, "readOptionChain", {
	enumerable: true,
	get: function() {
		return readOptionChain;
	}
});
Object.defineProperty(exports, "repairSlice", {
	enumerable: true,
	get: function() {
		return repairSlice;
	}
});
Object.defineProperty(exports, "reportDigest", {
	enumerable: true,
	get: function() {
		return reportDigest;
	}
});
Object.defineProperty(exports, "reportDomain", {
	enumerable: true,
	get: function() {
		return reportDomain;
	}
});
Object.defineProperty(exports, "signReport", {
	enumerable: true,
	get: function() {
		return signReport;
	}
});
Object.defineProperty(exports, "signSpot", {
	enumerable: true,
	get: function() {
		return signSpot;
	}
});
Object.defineProperty(exports, "spotDigest", {
	enumerable: true,
	get: function() {
		return spotDigest;
	}
});
Object.defineProperty(exports, "spotDomain", {
	enumerable: true,
	get: function() {
		return spotDomain;
	}
});
Object.defineProperty(exports, "unpackSvi", {
	enumerable: true,
	get: function() {
		return unpackSvi;
	}
});
Object.defineProperty(exports, "verifyReport", {
	enumerable: true,
	get: function() {
		return verifyReport;
	}
});
