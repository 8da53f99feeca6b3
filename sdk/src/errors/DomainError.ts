import { SdkError } from "./SdkError.ts";

/** A number lies outside what a formula is defined for. */
export class DomainError extends SdkError {
  readonly parameter: string;
  readonly value: number | bigint;

  constructor(parameter: string, { value, expected }: { value: number | bigint; expected: string }) {
    super({ expected: `${parameter} ${expected}`, got: String(value), action: `correct ${parameter}` });
    this.parameter = parameter;
    this.value = value;
  }
}
