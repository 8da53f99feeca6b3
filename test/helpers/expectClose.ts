import { expect } from "chai";

/** Two doubles within a tolerance. Hardhat's chai matchers make chai's own `closeTo` refuse fractions. */
export function expectClose(actual: number, expected: number, tolerance: number, what = ""): void {
  expect(Math.abs(actual - expected), `${what} ${actual}, expected ${expected} ± ${tolerance}`.trim()).to.be.at.most(
    tolerance,
  );
}
