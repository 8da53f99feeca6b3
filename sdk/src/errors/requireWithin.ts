import { DomainError } from "./DomainError.ts";

/** Refuses a parameter that is not a finite number within [minimum, maximum]. */
export function requireWithin(
  parameter: string,
  { value, minimum, maximum }: { value: number; minimum: number; maximum: number },
): void {
  if (Number.isFinite(value) && value >= minimum && value <= maximum) return;
  throw new DomainError(parameter, { value, expected: `from ${minimum} to ${maximum}` });
}
