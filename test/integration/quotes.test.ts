import { existsSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { compareQuotes, type Comparison } from "../../scripts/quotes/compareQuotes.ts";
import { GOALS } from "../../scripts/quotes/comparison.ts";
import { readQuoteMarket } from "../../scripts/quotes/quoteMarket.ts";

/** A real exchange's options on bitcoin, where the machine has them. */
const CHAIN = join(import.meta.dirname, "../../../shared/data/deribit_btc_2025-06-14.csv");

describe("quotes beside a real exchange's", function () {
  this.timeout(60_000);

  let comparison: Comparison;

  before(function () {
    if (!existsSync(CHAIN)) this.skip();
    comparison = compareQuotes(readQuoteMarket({ chain: CHAIN, signed: true, json: false }));
  });

  it("compares more than two hundred options, of every expiry that vaults may sell", () => {
    expect(comparison.options.sold).to.be.greaterThan(200);
    expect(comparison.market.chain.expiries).to.have.lengthOf(8);
    expect(comparison.market.calibration.insideBidAsk).to.be.greaterThan(0.9);
  });

  it("asks in the better tier at most 5, 12 and 25 % over the exchange's ask at 10, 50 and 80 % utilisation", () => {
    const { medianAskPremium } = comparison;
    for (const key of ["u10", "u50", "u80"] as const) {
      expect(medianAskPremium[key], key).to.be.at.most(GOALS.askPremium[key]);
    }
  });

  it("has a spread at the money of at most three times the exchange's, 5 to 40 days ahead", () => {
    expect(comparison.tiers[0]?.atTheMoney).to.have.lengthOf(4);
    expect(comparison.atmSpreadRatio).to.be.at.most(GOALS.spreadRatio);
  });

  it("has tiers whose asks differ by half or more once vaults fill up", () => {
    const of = (name: string) => comparison.tiers.find(({ tier }) => tier === name)!.medianAskPremium;
    const [wide, tight] = [of("wide"), of("tight")];
    for (const key of ["u50", "u80"] as const) expect(wide[key]).to.be.greaterThan(1.5 * tight[key]);
  });
});
