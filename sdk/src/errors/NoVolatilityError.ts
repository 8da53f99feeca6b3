import { SdkError } from "./SdkError.ts";

/** No volatility gives this price: it is at or outside the bounds that hold without arbitrage. */
export class NoVolatilityError extends SdkError {
  readonly price: number;
  readonly lower: number;
  readonly upper: number;

  constructor(price: number, { lower, upper }: { lower: number; upper: number }) {
    super({
      expected: `a price strictly between ${lower} and ${upper}`,
      got: String(price),
      action: "check the price, its currency and the option's terms",
    });
    this.price = price;
    this.lower = lower;
    this.upper = upper;
  }
}
