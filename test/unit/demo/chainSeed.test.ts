import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { readChainSeed } from "../../../scripts/demo/chainSeed.ts";
import { termsOf } from "../../../scripts/demo/market.ts";
import { ChainFileError } from "../../../sdk/src/index.ts";
import { BITCOIN_LIKE } from "@bulkhead/simulation";
import { syntheticChain, toCsv } from "../../helpers/chainCsv.ts";
import { expectClose } from "../../helpers/expectClose.ts";

describe("demo: --chain", () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "chain-"));
  });

  after(() => rmSync(folder, { recursive: true }));

  function written(content: string | Uint8Array): string {
    const path = join(folder, "chain.csv");
    writeFileSync(path, content);
    return path;
  }

  const bitcoin = syntheticChain({ spot: 105_000, model: BITCOIN_LIKE });

  it("seeds ether's market from options on ETH: price, volatility and surface", () => {
    const seed = readChainSeed(written(toCsv(syntheticChain())));
    expect(seed.symbol).to.equal("WETH");
    expect(seed.fit.share).to.be.greaterThan(0.95);
    expect(seed.fit.quotes).to.be.greaterThan(60);
    expectClose(seed.volatility, 0.66, 0.03);
    const { model } = termsOf("WETH", seed);
    expect(model.spot).to.equal(2_600);
    expect(termsOf("WBTC", seed)).to.deep.equal(termsOf("WBTC", undefined));
  });

  it("seeds bitcoin's market from options on BTC", () => {
    const seed = readChainSeed(written(toCsv(bitcoin, { underlying: "BTC", spot: 105_000 })));
    expect([seed.symbol, seed.spot]).to.deep.equal(["WBTC", 105_000]);
    expect(termsOf("WBTC", seed).model.spot).to.equal(105_000);
  });

  it("seeds ether's where the file names no underlying", () => {
    const [header = "", ...lines] = toCsv(syntheticChain()).replaceAll("_eth", "").split("\n");
    const terms = lines.map((line) => line.replace(/^ETH-(\w+)-([\d.]+)-([CP])/, "$1,$2,$3"));
    const seed = readChainSeed(written([header.replace("instrument", "expiry,strike,type"), ...terms].join("\n")));
    expect(seed.symbol).to.equal("WETH");
  });

  it("leaves out expiries that too few quote, and counts them", () => {
    const chain = syntheticChain();
    const [first, ...others] = chain.expiries;
    const thin = {
      ...chain,
      expiries: [...(first ? [{ ...first, quotes: first.quotes.slice(0, 6) }] : []), ...others],
    };
    const { calibration, thinExpiries } = readChainSeed(written(toCsv(thin)));
    expect([calibration.slices.length, thinExpiries]).to.deep.equal([others.length, 1]);
    expect(readChainSeed(written(toCsv(chain))).thinExpiries).to.equal(0);
  });

  const ether = toCsv(syntheticChain());
  const [header = "", line = ""] = ether.split("\n");
  const mistakes: Readonly<Record<string, { content: string | Uint8Array; says: RegExp }>> = {
    "another underlying": { content: ether.replaceAll("ETH-", "SOL-"), says: /options on ETH or BTC, got SOL/ },
    "a price that the story is not made for": {
      content: ether.replaceAll(",2600,1749", ",26,1749"),
      says: /1250 to 5000 dollars.*got 26/,
    },
    "too few quotes": {
      content: [header, line].join("\n"),
      says: /at least 5 out-of-the-money options .* got at most [01]/,
    },
    "an empty file": { content: "", says: /an empty file/ },
    "a file that is no text": { content: Uint8Array.of(0xff, 0xfe, 0x80, 0x81), says: /text file in UTF-8/ },
    "a file with zeros": { content: "a\0b", says: /binary data/ },
    "a huge file": { content: new Uint8Array(10_000_001).fill(65), says: /at most 10000000 bytes, got 10000001/ },
    "a mistake in a line": {
      content: ether.replace(line, line.replace(/,[^,]+/, ",x")),
      says: /^line 2, column "forward_usd": .*got "x"/,
    },
  };
  for (const [what, { content, says }] of Object.entries(mistakes)) {
    it(`answers ${what} in one line`, () => expectAnswer(written(content), says));
  }

  it("answers a file that is missing, or none, in one line", () => {
    expectAnswer(join(folder, "nowhere.csv"), /can be read, got ENOENT: check the path .*nowhere\.csv/);
    expectAnswer(folder, /expected a file, got none/);
  });

  function expectAnswer(path: string, says: RegExp): void {
    try {
      readChainSeed(path);
      expect.fail("the mistake went unseen");
    } catch (error) {
      expect(error).to.be.instanceOf(ChainFileError);
      expect((error as ChainFileError).message).to.match(says);
      expect((error as ChainFileError).message).not.to.contain("\n");
    }
  }
});
