/**
 * Prices options with this SDK and with `@uqee/black-scholes` (double precision) in one run, and backs volatilities out
 * of prices. Speeds are medians over rounds in which all take turns, after a warm-up, in processor time; errors are
 * against 50 digits. Fails where this SDK is the slower or the less exact, or finds no volatility.
 *
 * Usage: make bench (tsx scripts/bench.ts)
 */
import { BlackScholes } from "@uqee/black-scholes";
import Table from "cli-table3";

import {
  blackScholes,
  BlackScholesTable,
  impliedVolatility,
  OptionKind,
  type BlackScholesInput,
} from "../sdk/src/index.ts";
import { referenceBlackScholes } from "../test/unit/sdk/decimalReference.ts";

const ROUNDS = 31;
const WARM_UP_ROUNDS = 6;
/** How often a round goes through all options. */
const REPEATS = 100;
const SPOT = 2_000;
const RATE = 0.03;
const STRIKES = 16;
const TENORS = [1, 7, 30, 91, 365].map((days) => days / 365);
const VOLATILITIES = [0.2, 0.5, 0.8, 1.2];
/** How far from the money strikes go, in standard deviations. */
const REACH = 3;
/** Found volatilities further off than this are none. */
const TOLERANCE = 0.01;

interface Option extends BlackScholesInput {
  readonly rate: number;
}

/** Five tenors, four volatilities, sixteen strikes. */
const options: readonly Option[] = TENORS.flatMap((years) =>
  VOLATILITIES.flatMap((volatility) =>
    Array.from({ length: STRIKES }, (_, index) => {
      const deviations = ((2 * index) / (STRIKES - 1) - 1) * REACH;
      const strike = SPOT * Math.exp(deviations * volatility * Math.sqrt(years));
      return { spot: SPOT, strike, volatility, years, rate: RATE };
    }),
  ),
);

/** Takes what is computed, so that no compiler leaves it out. */
let sum = 0;

/**
 * Options a second of each contender: the median over rounds in which they take turns. In processor time, collecting
 * garbage included, so that what else runs on the machine matters little.
 */
function speeds(contenders: Readonly<Record<string, () => void>>): Map<string, number> {
  const seconds = new Map(Object.keys(contenders).map((name) => [name, [] as number[]]));
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(contenders)) {
      const start = process.cpuUsage();
      for (let repeat = 0; repeat < REPEATS; repeat++) run();
      const { user, system } = process.cpuUsage(start);
      if (round >= 0) seconds.get(name)?.push((user + system) / 1e6);
    }
  }
  return new Map([...seconds].map(([name, times]) => [name, (REPEATS * options.length) / median(times)]));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

const theirs = new BlackScholes({ sigmaToPricePrecision: "double" });
const theirOptions = options.map(({ spot, strike, volatility, years, rate }) => ({
  underlying: spot,
  strike,
  sigma: volatility,
  time: years,
  rate,
  type: "call" as const,
}));
const column = (name: keyof Option): Float64Array => Float64Array.from(options, (option) => option[name] ?? 0);
const columns = {
  spot: column("spot"),
  strike: column("strike"),
  volatility: column("volatility"),
  years: column("years"),
  rate: column("rate"),
};
const table = new BlackScholesTable(options.length);

const TABLE = "BlackScholesTable: calls and puts, 7 Greeks each";
const ONE = "blackScholes: a call and a put, 7 Greeks each";
const THEIRS = "@uqee/black-scholes: a call, 5 Greeks";

function pricingSpeeds(): Map<string, number> {
  return speeds({
    [TABLE]: () => {
      const { call, put, callDelta, gamma, vega, volga } = table.price(columns);
      for (let row = 0; row < table.rows; row++) {
        sum += at(call, row) + at(put, row) + at(callDelta, row) + at(gamma, row) + at(vega, row) + at(volga, row);
      }
    },
    [ONE]: () => {
      for (const option of options) {
        const { call, put, callGreeks } = blackScholes(option);
        const { delta, gamma, vega, theta, rho, vanna, volga } = callGreeks;
        sum += call + put + delta + gamma + vega + theta + rho + vanna + volga;
      }
    },
    [THEIRS]: () => {
      for (const option of theirOptions) {
        const { price, delta, gamma, vega, theta, rho } = theirs.option(option);
        sum += price + delta + gamma + vega + theta + rho;
      }
    },
  });
}

function at(values: Float64Array, row: number): number {
  return values[row] ?? NaN;
}

/** Largest departures from 50 digits: of a price, over the larger of spot and strike; of a delta. */
interface Errors {
  price: number;
  delta: number;
}

function pricingErrors(): Map<string, Errors> {
  const ours: Errors = { price: 0, delta: 0 };
  const others: Errors = { price: 0, delta: 0 };
  const note = (errors: Errors, price: number, delta: number): void => {
    errors.price = Math.max(errors.price, price);
    errors.delta = Math.max(errors.delta, delta);
  };
  options.forEach((option, index) => {
    const exact = referenceBlackScholes({ ...option, yieldRate: 0 });
    const scale = Math.max(option.spot, option.strike);
    const { call, callGreeks } = blackScholes(option);
    const theirOption = theirOptions[index];
    if (theirOption === undefined) return;
    const { price, delta } = theirs.option(theirOption);
    const off = (value: number): number => exact.call.minus(value).abs().toNumber() / scale;
    const deltaOff = (value: number): number => exact.callDelta.minus(value).abs().toNumber();
    note(ours, off(call), deltaOff(callGreeks.delta));
    note(others, off(price), deltaOff(delta));
  });
  return new Map([
    [TABLE, ours],
    [ONE, ours],
    [THEIRS, others],
  ]);
}

/**
 * The same options by their prices. The out-of-the-money side, whose price holds its volatility; the package's has to
 * be a call.
 */
const quotes = options.map((option) => {
  const { call, put, forward, discount } = blackScholes(option);
  const kind = option.strike >= forward ? OptionKind.Call : OptionKind.Put;
  const { strike, years, rate, spot, volatility } = option;
  return {
    volatility,
    ours: { kind, price: kind === OptionKind.Call ? call : put, forward, discount, strike, years },
    theirs: { price: call, rate, strike, time: years, type: "call" as const, underlying: spot },
  };
});
const newton = new BlackScholes({ sigmaToPricePrecision: "double", priceToSigmaMethod: "newton-raphson" });
const bisection = new BlackScholes({ sigmaToPricePrecision: "double", priceToSigmaBRight: 5 });

interface Solver {
  readonly name: string;
  readonly solve: (quote: (typeof quotes)[number]) => number;
}

const OURS = "impliedVolatility";
const SOLVERS: readonly Solver[] = [
  { name: OURS, solve: (quote) => impliedVolatility(quote.ours) },
  { name: "@uqee/black-scholes, Newton", solve: (quote) => newton.sigma(quote.theirs) },
  { name: "@uqee/black-scholes, bisection", solve: (quote) => bisection.sigma(quote.theirs) },
];

function solverSpeeds(): Map<string, number> {
  return speeds(
    Object.fromEntries(
      SOLVERS.map(({ name, solve }) => [
        name,
        () => {
          for (const quote of quotes) sum += solve(quote);
        },
      ]),
    ),
  );
}

/** How many of a solver's volatilities are none, and the largest relative error of the others. */
function solverErrors({ solve }: Solver): { failures: number; error: number } {
  const errors = quotes.map((quote) => Math.abs(solve(quote) / quote.volatility - 1));
  const found = errors.filter((error) => error <= TOLERANCE);
  return { failures: errors.length - found.length, error: Math.max(...found) };
}

const millions = (perSecond: number): string => (perSecond / 1e6).toFixed(2);

function report(): boolean {
  const prices = pricingSpeeds();
  const errors = pricingErrors();
  const priced = new Table({ head: ["prices", "million rows a second", "largest error", "of delta"] });
  for (const [name, speed] of prices) {
    const { price = NaN, delta = NaN } = errors.get(name) ?? {};
    priced.push([name, millions(speed), price.toExponential(1), delta.toExponential(1)]);
  }
  console.log(priced.toString());

  const solved = new Table({ head: ["implied volatilities", "million a second", "none found", "largest error"] });
  const solvers = solverSpeeds();
  for (const solver of SOLVERS) {
    const { failures, error } = solverErrors(solver);
    const count = `${failures} of ${quotes.length}`;
    solved.push([solver.name, millions(solvers.get(solver.name) ?? NaN), count, error.toExponential(1)]);
  }
  console.log(solved.toString());
  console.log(
    `${options.length} options; errors of prices over the larger of spot and strike. Node ${process.version}.`,
  );

  const [own = NaN, other = NaN] = [prices.get(TABLE), prices.get(THEIRS)];
  const [ownError, otherError] = [errors.get(TABLE), errors.get(THEIRS)];
  const isExact = ownError !== undefined && otherError !== undefined && ownError.price <= otherError.price;
  const failures = SOLVERS.filter(({ name }) => name === OURS).reduce(
    (all, one) => all + solverErrors(one).failures,
    0,
  );
  return own > other && isExact && failures === 0 && (solvers.get(OURS) ?? 0) >= 1e6 && Number.isFinite(sum);
}

process.exitCode = report() ? 0 : 1;
