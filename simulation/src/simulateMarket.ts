import { SimulationError } from "./SimulationError.ts";
import { requireWithin } from "@bulkhead/sdk/errors";
import { normalCdf } from "@bulkhead/sdk/pricing";
import { SECONDS_PER_YEAR } from "@bulkhead/sdk";
import { ETHER_LIKE, type MarketEvent, type MarketModel, type MarketPoint } from "./MarketModel.ts";
import { RandomSource } from "./RandomSource.ts";

export interface Scenario {
  readonly seed: number;
  /** Unix seconds. */
  readonly start: number;
  /** Seconds. */
  readonly duration: number;
  /** Seconds between points, five minutes by default. */
  readonly step?: number;
  readonly model?: MarketModel;
  readonly events?: readonly MarketEvent[];
  /**
   * Another market that this one moves with: that market's seed (and the same step), and how closely. Jumps come at its times; their sizes,
   * and the diffusions of price and variance, correlate so.
   */
  readonly follows?: { readonly seed: number; readonly correlation: number };
}

/** As many points as one path may have. */
const MAX_POINTS = 2_000_000;

/**
 * A seeded path of spot and variance.
 *
 * Variance moves by Andersen's quadratic-exponential scheme (2008), so that it never turns negative at any step; the log price by his
 * drift-interpolated step with compensated lognormal jumps. Events are then laid over: within its window an event's path is the model's
 * own, bridged so that the move over the window is exact.
 */
export function simulateMarket(scenario: Scenario): MarketPoint[] {
  const { seed, start, duration, step = 300, model = ETHER_LIKE, events = [], follows } = scenario;
  requireWithin("step", { value: step, minimum: 1, maximum: 86_400 });
  requireWithin("duration", { value: duration, minimum: step, maximum: step * MAX_POINTS });
  requireEvents(events, { start, end: start + duration });
  const draw = drawsOf(seed, follows);
  const points: { time: number; logSpot: number; variance: number }[] = [
    { time: start, logSpot: Math.log(model.spot), variance: model.variance },
  ];
  for (let time = start + step; time <= start + duration; time += step) {
    const previous = points[points.length - 1];
    if (previous === undefined) break;
    const next = advance(previous, { model, draws: draw(), years: step / SECONDS_PER_YEAR });
    points.push({ time, logSpot: next.logSpot, variance: shocked(next.variance, { time, step, events }) });
  }
  for (const event of events) bridge(points, event);
  return points.map(({ time, logSpot, variance }) => ({ time, spot: Math.exp(logSpot), variance }));
}

function requireEvents(events: readonly MarketEvent[], { start, end }: { start: number; end: number }): void {
  let previousEnd = start;
  for (const event of events) {
    const last = event.start + event.duration;
    if (!(event.start >= previousEnd && last <= end && event.duration > 0 && event.move > -1)) {
      throw new SimulationError({
        expected: `event "${event.name}" after ${previousEnd}, ending by ${end}, with a move above -100 %`,
        got: `${event.start} to ${last}, move ${event.move}`,
        action: "order the events in time without overlap, inside the scenario",
      });
    }
    previousEnd = last;
  }
}

/** What chance gives to one step: standard normal numbers, and a uniform one that says whether a jump comes. */
interface Draws {
  readonly variance: number;
  readonly price: number;
  readonly arrival: number;
  readonly size: number;
}

/** Each step takes as many numbers, so that markets of one seed stay in step whatever their models. */
function drawsOf(seed: number, follows: Scenario["follows"]): () => Draws {
  const own = drawsFrom(new RandomSource(seed));
  if (follows === undefined) return own;
  const { correlation } = follows;
  requireWithin("correlation", { value: correlation, minimum: -1, maximum: 1 });
  const theirs = drawsFrom(new RandomSource(follows.seed));
  const mixed = (common: number, apart: number): number =>
    correlation * common + Math.sqrt(1 - correlation ** 2) * apart;
  return () => {
    const [first, second] = [theirs(), own()];
    return {
      variance: mixed(first.variance, second.variance),
      price: mixed(first.price, second.price),
      arrival: first.arrival,
      size: mixed(first.size, second.size),
    };
  };
}

function drawsFrom(random: RandomSource): () => Draws {
  return () => ({
    variance: random.normal(),
    price: random.normal(),
    arrival: random.uniform(),
    size: random.normal(),
  });
}

interface State {
  readonly logSpot: number;
  readonly variance: number;
}

function advance(state: State, { model, draws, years }: { model: MarketModel; draws: Draws; years: number }): State {
  const { meanReversion, volOfVariance, correlation } = model;
  const variance = nextVariance(state.variance, { model, normal: draws.variance, years });
  // Andersen (2008), (33): the variance path's part of the log price exactly, the integral by the trapezium.
  const average = (state.variance + variance) / 2;
  const leverage =
    (correlation / volOfVariance) *
    (variance - state.variance - meanReversion * (model.meanVariance - average) * years);
  const own = Math.sqrt((1 - correlation ** 2) * average * years) * draws.price;
  const drift = (model.drift - average / 2) * years;
  return { logSpot: state.logSpot + drift + leverage + own + jump(model, { draws, years }), variance };
}

/** Switching point between the squared-normal and the exponential branch. */
const QE_SWITCH = 1.5;

function nextVariance(
  variance: number,
  { model, normal, years }: { model: MarketModel; normal: number; years: number },
): number {
  const { meanReversion, meanVariance, volOfVariance } = model;
  const decay = Math.exp(-meanReversion * years);
  const mean = meanVariance + (variance - meanVariance) * decay;
  const deviation =
    (variance * volOfVariance ** 2 * decay * (1 - decay)) / meanReversion +
    (meanVariance * volOfVariance ** 2 * (1 - decay) ** 2) / (2 * meanReversion);
  const psi = deviation / mean ** 2;
  if (psi <= QE_SWITCH) {
    const inverse = 2 / psi;
    const square = inverse - 1 + Math.sqrt(inverse * (inverse - 1));
    return (mean / (1 + square)) * (Math.sqrt(square) + normal) ** 2;
  }
  const atZero = (psi - 1) / (psi + 1);
  const uniform = normalCdf(normal);
  return uniform <= atZero ? 0 : (mean / (1 - atZero)) * Math.log((1 - atZero) / (1 - uniform));
}

/** Lognormal jumps of a step, compensated so that they add no drift. At most one a step: steps are short. */
function jump(model: MarketModel, { draws, years }: { draws: Draws; years: number }): number {
  const { jumpRate, jumpMean, jumpDeviation } = model;
  const compensation = jumpRate * (Math.exp(jumpMean + jumpDeviation ** 2 / 2) - 1) * years;
  const arrives = draws.arrival < 1 - Math.exp(-jumpRate * years);
  return (arrives ? jumpMean + jumpDeviation * draws.size : 0) - compensation;
}

/** The share of an event's shock that falls into a step, added to volatility. */
function shocked(
  variance: number,
  { time, step, events }: { time: number; step: number; events: readonly MarketEvent[] },
): number {
  const shock = events.reduce((sum, { start, duration, volatilityShock = 0 }) => {
    const inside = time > start && time <= start + duration;
    return inside ? sum + (volatilityShock * step) / duration : sum;
  }, 0);
  return shock === 0 ? variance : (Math.sqrt(variance) + shock) ** 2;
}

/** Adds what the window's own move lacks, by a smooth ramp, and carries it on to the end. */
function bridge(points: { time: number; logSpot: number; variance: number }[], event: MarketEvent): void {
  const end = event.start + event.duration;
  const last = (limit: number) => points.findLast(({ time }) => time <= limit) ?? points[0];
  const from = last(event.start)?.logSpot ?? 0;
  const to = last(end)?.logSpot ?? 0;
  const missing = Math.log1p(event.move) - (to - from);
  for (const point of points) {
    const share = Math.min(1, Math.max(0, (point.time - event.start) / event.duration));
    point.logSpot += missing * share * share * (3 - 2 * share);
  }
}
