import { expect } from "chai";
import fc from "fast-check";

import { minimiseSquares, type SquaresProblem } from "../../../sdk/src/surface/minimiseSquares.ts";
import { expectClose } from "../../helpers/expectClose.ts";

const free = { lowest: [-10, -10], highest: [10, 10] };

/** Rosenbrock's valley: its minimum, zero, lies at (1, 1). */
const valley: SquaresProblem = {
  residuals: ([x = 0, y = 0], into) => {
    into[0] = 10 * (y - x * x);
    into[1] = 1 - x;
  },
  count: 2,
  start: [-1.2, 1],
  ...free,
};

describe("sdk: least squares", () => {
  it("finds the end of a curved valley", () => {
    const { parameters, error } = minimiseSquares(valley);
    expectClose(parameters[0] ?? 0, 1, 1e-5);
    expectClose(parameters[1] ?? 0, 1, 1e-5);
    expect(error).to.be.lessThan(1e-10);
  });

  it("solves linear problems as the normal equations do", () => {
    const number = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.array(number, { minLength: 3, maxLength: 3 }), (slope, level, noise) => {
        const xs = [-1, 0, 2];
        const ys = xs.map((x, index) => slope * x + level + 0.1 * (noise[index] ?? 0));
        const { parameters } = minimiseSquares({
          residuals: ([a = 0, b = 0], into) => xs.forEach((x, index) => (into[index] = a * x + b - (ys[index] ?? 0))),
          count: 3,
          start: [0, 0],
          ...free,
        });
        const [meanX, meanY] = [1 / 3, ys.reduce((sum, y) => sum + y, 0) / 3];
        const covariance = xs.reduce((sum, x, index) => sum + (x - meanX) * ((ys[index] ?? 0) - meanY), 0);
        const expected = covariance / xs.reduce((sum, x) => sum + (x - meanX) ** 2, 0);
        expectClose(parameters[0] ?? 0, expected, 1e-3);
        expectClose(parameters[1] ?? 0, meanY - expected * meanX, 1e-3);
      }),
    );
  });

  it("stays in its box, at the edge where the minimum lies beyond", () => {
    const { parameters } = minimiseSquares({ ...valley, start: [-1.2, 1], highest: [0.5, 10] });
    expectClose(parameters[0] ?? 0, 0.5, 1e-9);
    expectClose(parameters[1] ?? 0, 0.25, 1e-4);
  });

  it("starts inside the box", () => {
    const seen: number[] = [];
    minimiseSquares({
      residuals: ([x = 0], into) => {
        seen.push(x);
        into[0] = x;
      },
      count: 1,
      start: [50],
      lowest: [-1],
      highest: [2],
    });
    expect(seen[0]).to.equal(2);
    expect(Math.max(...seen)).to.be.at.most(2);
  });

  it("leaves alone what moves nothing, and what is not a number", () => {
    const flat = minimiseSquares({ ...valley, residuals: ([x = 0], into) => into.fill(x - 3) });
    expectClose(flat.parameters[0] ?? 0, 3, 1e-5);
    expect(flat.parameters[1]).to.equal(1);
    const lost = minimiseSquares({ ...valley, residuals: (_, into) => into.fill(NaN) });
    expect(lost.parameters).to.deep.equal([-1.2, 1]);
  });
});
