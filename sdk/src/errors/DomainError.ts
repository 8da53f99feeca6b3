import { SdkError } from "./SdkError.ts";
import { shortened } from "./shortened.ts";

/** A number lies outside what a formula is defined for, or is none. */
export class DomainError extends SdkError {
  readonly parameter: string;
  readonly value: number | bigint | string;

  constructor(
    parameter: string,
    {
      value,
      expected,
      action = `correct ${parameter}`,
    }: { value: number | bigint | string; expected: string; action?: string },
  ) {
    const got = typeof value === "string" ? JSON.stringify(shortened(value)) : String(value);
    super({ expected: `${parameter} ${expected}`, got, action });
    this.parameter = parameter;
    this.value = value;
  }
}
