/** One position: strike in dollars, options in hundredths, positive where short. The near expiry unless `far`. */
export interface Leg {
  readonly strike: number;
  readonly short: number;
  readonly far?: boolean;
}

/** A portfolio as textbooks have it, and what it can owe at most: dollars for its puts, underlying for its calls. */
export interface Portfolio {
  readonly name: string;
  readonly puts: readonly Leg[];
  readonly calls: readonly Leg[];
  /** As a fraction of two whole numbers, of one dollar and of one underlying. */
  readonly worst: { readonly puts: readonly [number, number]; readonly calls: readonly [number, number] };
}

const NONE = [0, 1] as const;
const short = (strike: number, options = 1): Leg => ({ strike, short: options * 100 });
const long = (strike: number, options = 1): Leg => ({ strike, short: -options * 100 });
const far = (leg: Leg): Leg => ({ ...leg, far: true });
const ofPuts = (name: string, puts: readonly Leg[], worst: readonly [number, number] = NONE): Portfolio => ({
  name,
  puts,
  calls: [],
  worst: { puts: worst, calls: NONE },
});
const ofCalls = (name: string, calls: readonly Leg[], worst: readonly [number, number] = NONE): Portfolio => ({
  name,
  puts: [],
  calls,
  worst: { puts: NONE, calls: worst },
});

/** A call vault pays in the underlying: what a spread can owe is its width over the price at which it is widest. */
export const PORTFOLIOS: readonly Portfolio[] = [
  ofPuts("cash-secured put", [short(2000)], [2000, 1]),
  ofCalls("covered call", [short(2000)], [1, 1]),
  ofPuts("long put", [long(2000)]),
  ofCalls("long call", [long(2000)]),
  ofPuts("bull put spread", [short(2000), long(1800)], [200, 1]),
  ofPuts("bear put spread", [long(2000), short(1800)]),
  ofCalls("bear call spread", [short(1800), long(2000)], [200, 2000]),
  ofCalls("bull call spread", [long(1800), short(2000)]),
  ofPuts("long put butterfly", [long(1800), short(2000, 2), long(2200)]),
  ofPuts("short put butterfly", [short(1800), long(2000, 2), short(2200)], [200, 1]),
  ofCalls("long call butterfly", [long(1800), short(2000, 2), long(2200)]),
  ofCalls("short call butterfly", [short(1800), long(2000, 2), short(2200)], [200, 2000]),
  ofPuts("broken-wing put butterfly", [long(1700), short(2000, 2), long(2200)], [100, 1]),
  ofCalls("broken-wing call butterfly", [long(1800), short(2000, 2), long(2300)], [100, 2300]),
  ofPuts("long put condor", [long(1700), short(1800), short(2200), long(2300)]),
  ofPuts("short put condor", [short(1700), long(1800), long(2200), short(2300)], [100, 1]),
  ofCalls("long call condor", [long(1700), short(1800), short(2200), long(2300)]),
  // 100 dollars from 1800 to 2200: dearest where the underlying is cheapest.
  ofCalls("short call condor", [short(1700), long(1800), long(2200), short(2300)], [100, 1800]),
  ofPuts("put ratio spread", [long(2000), short(1800, 2)], [1600, 1]),
  ofCalls("call ratio spread", [long(1800), short(2000, 2)], [1, 1]),
  ofPuts("put backspread", [short(2000), long(1800, 2)], [200, 1]),
  ofCalls("call backspread", [short(1800), long(2000, 2)], [200, 2000]),
  ofPuts("put ladder", [long(2200), short(2000), short(1800)], [1600, 1]),
  ofCalls("call ladder", [long(1800), short(2000), short(2200)], [1, 1]),
  ofPuts("put Christmas tree", [long(2200), short(1900, 3), long(1800, 2)]),
  {
    name: "short straddle",
    puts: [short(2000)],
    calls: [short(2000)],
    worst: { puts: [2000, 1], calls: [1, 1] },
  },
  {
    name: "short strangle",
    puts: [short(1700)],
    calls: [short(2300)],
    worst: { puts: [1700, 1], calls: [1, 1] },
  },
  {
    name: "iron condor",
    puts: [long(1700), short(1800)],
    calls: [short(2200), long(2300)],
    worst: { puts: [100, 1], calls: [100, 2300] },
  },
  {
    name: "iron butterfly",
    puts: [long(1800), short(2000)],
    calls: [short(2000), long(2200)],
    worst: { puts: [200, 1], calls: [200, 2200] },
  },
  {
    name: "long box",
    puts: [long(2000), short(1800)],
    calls: [long(1800), short(2000)],
    worst: { puts: NONE, calls: NONE },
  },
  {
    name: "short box",
    puts: [short(2000), long(1800)],
    calls: [short(1800), long(2000)],
    worst: { puts: [200, 1], calls: [200, 2000] },
  },
  // An option that lives longer covers nothing when the nearer one is paid.
  ofPuts("put calendar spread", [short(2000), far(long(2000))], [2000, 1]),
  ofCalls(
    "bear call spreads of two expiries",
    [short(2000), long(2500), far(short(1600)), far(long(2000))],
    [400, 1000],
  ),
];
