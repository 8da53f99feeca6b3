import { requireWithin } from "../errors/requireWithin.ts";
import { logRatio } from "./logRatio.ts";
import { EXPAND_BELOW, millsPair, pair } from "./millsPair.ts";
import { millsRatio } from "./millsRatio.ts";
import { normalPdf } from "./normalPdf.ts";

/** What `evaluate` reads: spot, strike, volatility, years, rate, yield. One for all calls, so that none allocates. */
export const terms = new Float64Array(6);

/**
 * What it writes: 0 forward, 1 discount, 2 call, 3 put, 4 call delta, 5 put delta, 6 gamma, 7 vega, 8 call theta, 9 put
 * theta, 10 call rho, 11 put rho, 12 vanna, 13 volga.
 */
export const values = new Float64Array(14);

/**
 * Of the expiry last seen: years, rate, yield; √years, and what one unit of the underlying and of the quote asset will
 * be worth today. The options of an expiry mostly come one after the other.
 */
const expiry = Float64Array.of(0, 0, 0, 0, 1, 1);

/** A total volatility of less is none: its inverse would leave a double's range. */
const LEAST_WIDTH = 1e-290;

/** Black-Scholes of the option in `terms`, into `values`. @throws DomainError where one of the terms is outside its bounds */
export function evaluate(): void {
  const spot = terms[0] as number;
  const strike = terms[1] as number;
  const volatility = terms[2] as number;
  const years = terms[3] as number;
  const rate = terms[4] as number;
  const yieldRate = terms[5] as number;
  if (!isWithin(spot, strike, volatility, years) || !isRate(rate) || !isRate(yieldRate)) {
    refuse({ spot, strike, volatility, years, rate, yieldRate });
  }

  if (years !== expiry[0] || rate !== expiry[1] || yieldRate !== expiry[2]) {
    expiry[0] = years;
    expiry[1] = rate;
    expiry[2] = yieldRate;
    expiry[3] = Math.sqrt(years);
    expiry[4] = Math.exp(-yieldRate * years);
    expiry[5] = Math.exp(-rate * years);
  }
  const root = expiry[3] as number;
  const carry = expiry[4] as number;
  const discount = expiry[5] as number;
  const width = volatility * root;
  const v = width > LEAST_WIDTH ? width : 0;
  const held = spot * carry;
  const owed = strike * discount;
  const k = logRatio(strike, spot) - (rate - yieldRate) * years;
  // The out-of-the-money option, its smaller leg as the unit, is a normalised call at |k|, its d₁ -near and its d₂ -far.
  const isCallOutside = k >= 0;
  const distance = isCallOutside ? k : -k;
  const smaller = isCallOutside ? held : owed;
  const larger = isCallOutside ? owed : held;
  const perV = 1 / v;
  const x = distance * perV;
  const h = v / 2;
  const near = x - h;
  const far = x + h;
  const density = v > 0 ? normalPdf(near) : 0;
  // Without density: at v = 0, or out of sight of the strike.
  let nearTail = v > 0 ? (near > 0 ? 0 : 1) : distance > 0 ? 0 : 0.5;
  let farTail = v > 0 ? 0 : nearTail;
  let value = v > 0 ? nearTail : 0;
  let nearBody = 1 - nearTail;
  if (density > 0) {
    // φ(far)·larger = φ(near)·smaller: no second exponential.
    const farDensity = density * (smaller / larger);
    if (near >= 0 || v < EXPAND_BELOW) {
      millsPair(x, h);
      nearTail = density * (pair[0] as number);
      nearBody = 1 - nearTail;
      farTail = farDensity * (pair[1] as number);
      value = density * (pair[2] as number);
    } else {
      const mills = millsRatio(far);
      nearBody = density * millsRatio(-near);
      nearTail = 1 - nearBody;
      farTail = farDensity * mills;
      value = nearTail - density * mills;
    }
  }
  const farBody = 1 - farTail;

  // By formula on this side, by parity on the other: each keeps what precision it can have.
  const outside = smaller * value;
  const parity = held - owed;
  values[0] = held / discount;
  values[1] = discount;
  values[2] = isCallOutside ? outside : parity + outside;
  values[3] = isCallOutside ? outside - parity : outside;

  // Φ(d₁), Φ(-d₁), Φ(d₂), Φ(-d₂)
  const inCall = isCallOutside ? nearTail : farBody;
  const inPut = isCallOutside ? nearBody : farTail;
  const strikeCall = owed * (isCallOutside ? farTail : nearBody);
  const strikePut = owed * (isCallOutside ? farBody : nearTail);
  values[4] = carry * inCall;
  values[5] = -carry * inPut;
  values[10] = years * strikeCall;
  values[11] = -years * strikePut;

  // What has the density, with 1/σ as √τ/v. Where there is none, neither is looked at.
  const weight = smaller * density;
  const perSpot = 1 / spot;
  const d1 = isCallOutside ? -near : far;
  const d2 = isCallOutside ? -far : near;
  const bend = density > 0 ? weight * perV : 0;
  const vega = weight * root;
  const decay = 0.5 * bend * volatility * volatility;
  const turn = density > 0 ? bend * root * d2 : 0;
  values[6] = bend > 0 ? bend * perSpot * perSpot : 0;
  values[7] = vega;
  values[12] = turn === 0 ? 0 : -turn * perSpot;
  values[13] = density > 0 ? turn * root * d1 : 0;
  values[8] = -decay - rate * strikeCall + yieldRate * held * inCall;
  values[9] = -decay + rate * strikePut - yieldRate * held * inPut;
}

const MOST_PRICE = 1e30;
/** Years, and volatility a year. */
const MOST = 1_000;
const MOST_RATE = 10;

function isWithin(spot: number, strike: number, volatility: number, years: number): boolean {
  return (
    spot > 0 &&
    spot <= MOST_PRICE &&
    strike > 0 &&
    strike <= MOST_PRICE &&
    volatility >= 0 &&
    volatility <= MOST &&
    years >= 0 &&
    years <= MOST
  );
}

function isRate(rate: number): boolean {
  return rate >= -MOST_RATE && rate <= MOST_RATE;
}

/** Says which of the terms is at fault. */
function refuse(terms: Readonly<Record<string, number>>): void {
  for (const name of ["spot", "strike"]) {
    requireWithin(name, { value: terms[name] as number, minimum: Number.MIN_VALUE, maximum: MOST_PRICE });
  }
  for (const name of ["volatility", "years"]) {
    requireWithin(name, { value: terms[name] as number, minimum: 0, maximum: MOST });
  }
  for (const name of ["rate", "yieldRate"]) {
    requireWithin(name, { value: terms[name] as number, minimum: -MOST_RATE, maximum: MOST_RATE });
  }
}
