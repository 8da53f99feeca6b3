import { SdkError } from "./SdkError.ts";

/** Quotes from which no volatility slice can be made. */
export class CalibrationError extends SdkError {
  readonly expiry: number;

  constructor(expiry: number, { expected, got }: { expected: string; got: string }) {
    super({
      expected,
      got: `${got} at expiry ${expiry}`,
      action: "give more or better quotes, or leave the expiry out",
    });
    this.expiry = expiry;
  }
}
