import { expect } from "chai";

import { drawdowns, worstDrawdown } from "../../../scripts/replay/drawdowns.ts";
import { expectClose } from "../../helpers/expectClose.ts";

describe("replay: drawdowns", () => {
  it("measures each point against the highest before it", () => {
    const depths = drawdowns([1, 2, 1.5, 3, 2.4]);
    [0, 0, 0.25, 0, 0.2].forEach((depth, i) => expectClose(depths[i] ?? NaN, depth, 1e-12, `point ${i}`));
  });

  it("finds the deepest by share of its own peak, not by amount", () => {
    // 0.5 lost of 1 is more than 4 lost of 10.
    expect(worstDrawdown([1, 0.5, 10, 6, 12])).to.deep.equal({ depth: 0.5, peak: 0, trough: 1 });
  });

  it("counts a fall that goes on after a partial recovery as one", () => {
    const { depth, peak, trough } = worstDrawdown([4, 3, 3.5, 2, 5]);
    expect([depth, peak, trough]).to.deep.equal([0.5, 0, 3]);
  });

  it("is zero on a path that never falls", () => {
    expect(worstDrawdown([1, 1, 2, 3]).depth).to.equal(0);
  });
});
