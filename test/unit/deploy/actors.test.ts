import { expect } from "chai";
import { getAddress, toBeHex } from "ethers";

import { Actors } from "../../../deploy/parameters/actors.ts";

const account = (index: number): string => getAddress(toBeHex(index, 20));
const file = (reporters: readonly string[]) => ({
  governor: account(1),
  guardian: account(2),
  feeRecipient: account(3),
  reporters,
});
const reporters = (count: number): string[] => Array.from({ length: count }, (_, index) => account(100 + index));

/** What a file is refused for. */
function refusal(content: unknown): string {
  const { success, error } = Actors.safeParse(content);
  expect(success).to.equal(false);
  return error!.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("\n");
}

describe("actors.json", () => {
  it("takes one to sixteen reporters", () => {
    for (const count of [1, 3, 16]) expect(Actors.parse(file(reporters(count))).reporters).to.have.lengthOf(count);
  });

  it("names a reporter that stands there twice, however it is written", () => {
    const [first, second] = reporters(2) as [string, string];
    for (const again of [first, first.toLowerCase()]) {
      expect(refusal(file([first, second, again]))).to.match(
        /^reporters\.2: expected each reporter once, got it twice/,
      );
    }
  });

  it("refuses more than the contracts take, and none", () => {
    expect(refusal(file(reporters(17)))).to.equal("reporters: expected at most 16 reporters");
    expect(refusal(file([]))).to.match(/^reporters: /);
  });
});
