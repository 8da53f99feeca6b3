import { SdkError } from "./SdkError.ts";
import { formatTime } from "../units/formatTime.ts";

/** Quotes from which no volatility slice can be made. */
export class CalibrationError extends SdkError {
  readonly expiry: number;

  constructor(expiry: number, { expected, got }: { expected: string; got: string }) {
    super({
      expected,
      got: expiry === 0 ? got : `${got} at expiry ${formatTime(expiry)}`,
      action: "give more or better quotes, or leave the expiry out",
    });
    this.expiry = expiry;
  }
}
