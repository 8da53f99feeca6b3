import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { compareQuotes, type Comparison } from "../../../scripts/quotes/compareQuotes.ts";
import { main } from "../../../scripts/quotes/main.ts";
import { optionsOf, PARTS, QUANTITY, UTILISATIONS } from "../../../scripts/quotes/priceChain.ts";
import { readQuoteMarket, type QuoteMarket } from "../../../scripts/quotes/quoteMarket.ts";
import { CAPITAL, restingVault, withWritten } from "../../../scripts/quotes/restingBook.ts";
import { runQuotes } from "../../../scripts/quotes/runQuotes.ts";
import { assessBook, OptionKind, quoteTrade } from "../../../sdk/src/index.ts";
import { BITCOIN_LIKE } from "@bulkhead/simulation";
import { syntheticChain, toCsv } from "../../helpers/chainCsv.ts";
import { expectClose } from "../../helpers/expectClose.ts";

describe("quotes: a small chain", function () {
  this.timeout(60_000);

  const bitcoin = toCsv(syntheticChain({ spot: 105_000, model: BITCOIN_LIKE }), { underlying: "BTC", spot: 105_000 });
  let folder: string;
  let path: string;
  let market: QuoteMarket;
  let comparison: Comparison;
  let printed = "";

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "quotes-"));
    path = await written("chain.csv", bitcoin);
    const options = { chain: path, signed: true, json: true };
    market = readQuoteMarket(options);
    const streams = { out: { write: (text: string) => (printed += text) }, err: { write: () => true } };
    comparison = await runQuotes(options, { streams, directory: folder });
  });

  after(async () => rm(folder, { recursive: true }));

  async function written(name: string, content: string): Promise<string> {
    const file = join(folder, name);
    await writeFile(file, content);
    return file;
  }

  it("compares options on bitcoin with the deployment's bitcoin market, on ether with ether's", async () => {
    expect(market.name).to.equal("WBTC/USDC");
    const ether = await written("ether.csv", toCsv(syntheticChain()));
    expect(readQuoteMarket({ chain: ether, signed: true, json: false }).name).to.equal("WETH/USDC");
  });

  it("makes every ask out of its parts, to the last cent", () => {
    expect(comparison.quotes.length).to.be.greaterThan(200);
    for (const { ask, parts } of comparison.quotes) {
      const sum = PARTS.reduce((all, part) => all + parts[part], 0);
      expectClose(sum, ask, 1e-9 * ask);
      for (const part of PARTS) expect(parts[part], part).to.be.at.least(part === "move" ? -ask : 0);
    }
  });

  it("quotes each option once for each tier and utilisation, at an ask over its bid", () => {
    const { sold } = comparison.options;
    expect(comparison.quotes).to.have.lengthOf(sold * market.tiers.length * UTILISATIONS.length);
    for (const { ask, bid } of comparison.quotes) expect(ask).to.be.greaterThan(bid);
  });

  it("asks more where more is used, and more in the wide tier", () => {
    for (const { medianAskPremium } of comparison.tiers) {
      const { u10, u50, u80 } = medianAskPremium;
      expect(u50).to.be.greaterThan(u10);
      expect(u80).to.be.greaterThan(u50);
    }
    expect(comparison.tier).to.equal("tight");
    const [wide, tight] = ["wide", "tight"].map((name) => comparison.tiers.find(({ tier }) => tier === name));
    for (const key of ["u10", "u50", "u80"] as const) {
      expect(wide!.medianAskPremium[key]).to.be.greaterThan(tight!.medianAskPremium[key]);
    }
  });

  it("rests a vault at the utilisation that was asked for, its risk capital what it has", () => {
    for (const kind of [OptionKind.Call, OptionKind.Put]) {
      for (const utilisation of UTILISATIONS) {
        const vault = restingVault(market, { kind, utilisation, params: market.tiers[0]!.params });
        const { lock, lowCapital: riskCapital, depositCapital, value, sums } = assessBook(market.state, vault);
        expect(depositCapital).to.equal(riskCapital);
        expectClose(lock / riskCapital, utilisation, 1e-12);
        expectClose(vault.capital.collateral - value, riskCapital, 1e-9 * riskCapital);
        expect(riskCapital).to.equal(kind === OptionKind.Call ? CAPITAL : CAPITAL * market.state.spot);
        // Each expiry locks the same.
        const steps = sums.locked.map((locked, k) => locked - (sums.locked[k + 1] ?? 0));
        for (const step of steps) expectClose(step, lock / market.listed.length, 1e-9 * lock);
      }
    }
  });

  it("writes into the book of a series that is there, and into one that is not", () => {
    const vault = restingVault(market, {
      kind: OptionKind.Put,
      utilisation: 0.5,
      params: market.tiers[0]!.params,
    });
    const [row] = vault.book;
    const [entry] = row!.entries;
    const netIn = (expiry: number, strike: number, net: number) =>
      withWritten(vault, { expiry, strike, net })
        .book.find((candidate) => candidate.expiry === expiry)!
        .entries.filter((candidate) => candidate.strike === strike)
        .map((candidate) => candidate.net);
    expect(netIn(row!.expiry, entry!.strike, 2)).to.deep.equal([entry!.net + 2]);
    expect(netIn(row!.expiry, 1, 2)).to.deep.equal([2]);
    expect(netIn(row!.expiry + 1, 1, 2)).to.deep.equal([2]);
    expect(withWritten(vault, { expiry: 1, strike: 1, net: 0 }).book[0]?.expiry).to.equal(1);
  });

  it("bids what whoever has just bought is paid: a round trip costs the fees of both ways", () => {
    const params = market.tiers[0]!.params;
    const vault = restingVault(market, { kind: OptionKind.Call, utilisation: 0.5, params });
    const quote = comparison.quotes.find(
      ({ tier, utilisation, option }) =>
        tier === market.tiers[0]!.name && utilisation === 0.5 && option.kind === OptionKind.Call && option.delta > 0.4,
    )!;
    const { expiry, strike } = quote.option;
    const held = withWritten(vault, { expiry, strike, net: QUANTITY });
    const sale = quoteTrade(market.state, { vault: held, trade: { expiry, strike, quantity: -QUANTITY } });
    expectClose(quote.bid, (sale.premium * market.state.spot) / QUANTITY, 1e-9 * quote.bid);
    const { notionalFee, lockFee, chargeFee, spotDoubt, volDoubt } = quote.parts;
    expectClose(
      quote.ask - quote.bid,
      2 * (notionalFee + lockFee + chargeFee + spotDoubt + volDoubt),
      1e-6 * quote.ask,
    );
  });

  it("leaves out what nobody trades or offers, and what vaults don't sell", async () => {
    const lines = bitcoin.split("\n");
    const emptied = lines.map((line, index) =>
      index === 0 || index % 3 === 0 ? line : line.replace(/,1,105000,/, index % 3 === 1 ? ",0,105000," : ",1,105000,"),
    );
    const withoutAsks = emptied.map((line, index) =>
      index > 0 && index % 3 === 2 ? line.replace(/^([^,]+,[^,]+,[^,]+),[^,]+/, "$1,") : line,
    );
    const partly = readQuoteMarket({
      chain: await written("partly.csv", withoutAsks.join("\n")),
      signed: true,
      json: false,
    });
    const all = [OptionKind.Call, OptionKind.Put].flatMap((kind) => optionsOf(market, kind));
    const left = [OptionKind.Call, OptionKind.Put].flatMap((kind) => optionsOf(partly, kind));
    const offered = Math.floor((lines.length - 1) / 3);
    expect(left.length).to.be.within(offered - 3, offered);
    expect(all.length).to.be.greaterThan(2 * left.length);
    for (const { option } of comparison.quotes) expect(option.delta).to.be.within(0.05, 0.9);
    expect(comparison.options.refused).to.be.greaterThan(0);
  });

  it("takes the exchange's prices, in units of the underlying, at spot and not at the forward", async () => {
    const spot = 105_000;
    const chain = syntheticChain({ spot, model: BITCOIN_LIKE });
    const dearer = { ...chain, expiries: chain.expiries.map((row) => ({ ...row, forward: 1.004 * row.forward })) };
    const file = await written("forwards.csv", toCsv(dearer, { underlying: "BTC", spot }));
    const listed = optionsOf(readQuoteMarket({ chain: file, signed: true, json: false }), OptionKind.Call);
    expect(listed.length).to.be.greaterThan(30);
    for (const { expiry, strike, ask } of listed) {
      const { forward, quotes } = dearer.expiries.find((row) => row.expiry === expiry)!;
      const quoted = quotes.find((quote) => quote.kind === OptionKind.Call && quote.strike === strike)!;
      expectClose(ask, (quoted.ask! / forward) * spot, 1e-6 * ask);
    }
  });

  it("prices no expiry beyond the longest tenor or before the shortest", async () => {
    const lines = bitcoin.split("\n").filter((line, index) => index === 0 || /-(20JUN25|27JUN25)-/.test(line));
    const late = lines.join("\n").replaceAll("-27JUN25-", "-26SEP25-");
    const soon = lines.join("\n").replaceAll(/,1749\d+$/gm, `,${Date.UTC(2025, 5, 20, 3)}`);
    for (const [name, content, day] of [
      ["late.csv", late, 20],
      ["soon.csv", soon, 27],
    ] as const) {
      const { chain } = readQuoteMarket({ chain: await written(name, content), signed: true, json: false });
      expect(chain.expiries.map(({ expiry }) => new Date(expiry * 1_000).getUTCDate())).to.deep.equal([day]);
    }
  });

  it("charges for the lock at most an eighth of fair value, where the option is cheap just that", () => {
    const shares = comparison.quotes.map(({ parts }) => parts.lockFee / parts.fair);
    expectClose(Math.max(...shares), 0.125, 1e-9);
    expect(shares.filter((share) => share < 0.12).length).to.be.greaterThan(shares.length / 2);
  });

  it("charges for the push feeds' doubt where no price is signed", () => {
    const [signed, push] = [true, false].map((isSigned) =>
      compareQuotes(readQuoteMarket({ chain: path, signed: isSigned, json: false, tier: "tight" })),
    );
    expect(signed!.tiers).to.have.lengthOf(1);
    expect(push!.medianAskPremium.u10).to.be.greaterThan(signed!.medianAskPremium.u10 + 0.03);
    expect(push!.atmSpreadRatio).to.be.greaterThan(2 * signed!.atmSpreadRatio);
  });

  it("lifts asks to realised volatility, and shows it as a clamp", () => {
    const wild = compareQuotes(readQuoteMarket({ chain: path, signed: true, json: false, realised: 150 }));
    const calm = compareQuotes(readQuoteMarket({ chain: path, signed: true, json: false, realised: 10 }));
    expect(wild.medianAskPremium.u10).to.be.greaterThan(1);
    const clamped = wild.quotes.filter(({ parts }) => parts.clamp > 0);
    expect(clamped.length).to.be.greaterThan(0.5 * wild.quotes.length);
    expect(Math.max(...calm.quotes.map(({ parts }) => parts.clamp))).to.be.lessThan(1e-6);
  });

  it("prints one JSON object with the two figures", () => {
    expect(printed.endsWith("\n")).to.equal(true);
    expect(printed.trimEnd()).not.to.contain("\n");
    const record = JSON.parse(printed) as Record<string, unknown> & { medianAskPremium: Record<string, number> };
    expect(record["medianAskPremium"]).to.deep.equal({ ...comparison.medianAskPremium });
    expect(record["atmSpreadRatio"]).to.equal(comparison.atmSpreadRatio);
    expect(Object.keys(record.medianAskPremium)).to.deep.equal(["u10", "u50", "u80"]);
    expect(record["quotes"]).to.have.lengthOf(comparison.quotes.length);
    expect(Object.keys(record)).to.include.members(["tiers", "groups", "signedSpot", "volConfidence", "tier"]);
  });

  it("draws a page that fetches nothing", async () => {
    const page = await readFile(join(folder, "quotes.html"), "utf8");
    expect(page.match(/<svg /g)?.length).to.equal(2 + market.tiers.length * UTILISATIONS.length * 2);
    expect(page).not.to.match(/(src|href)="(?!data:)|@import|url\(http/);
    expect(page).not.to.contain("NaN");
    expect(page).not.to.contain("undefined");
  });

  const [header = "", ...options] = bitcoin.split("\n");
  const mistakes: Readonly<Record<string, { content: string; args?: readonly string[]; says: RegExp }>> = {
    "another underlying": { content: bitcoin.replaceAll("BTC-", "SOL-"), says: /options on BTC or ETH, got SOL/ },
    "too few quotes": { content: [header, options[0]].join("\n"), says: /at least 5 out-of-the-money options/ },
    "expiries that vaults don't list": {
      content: [header, ...options.filter((line) => line.includes("-20JUN25-"))]
        .join("\n")
        .replaceAll("20JUN25", "19JUN25"),
      says: /an expiry that vaults list.* got 2025-06-19/,
    },
    "expiries beyond the longest tenor": {
      content: [header, ...options.filter((line) => line.includes("-20JUN25-"))]
        .join("\n")
        .replaceAll("20JUN25", "26DEC25"),
      says: /an expiry that vaults list.* got 2025-12-26/,
    },
    "a mistake in a line": {
      content: bitcoin.replace(/,1,105000,/, ",x,105000,"),
      says: /^line 2, column "open_interest"/,
    },
    "an unknown tier": { content: bitcoin, args: ["--tier", "cheap"], says: /--tier wide or tight, got "cheap"/ },
  };
  for (const [what, { content, args = [], says }] of Object.entries(mistakes)) {
    it(`answers ${what} in one line`, async () => {
      let said = "";
      const streams = { out: { write: () => true }, err: { write: (text: string) => (said += text) } };
      expect(await main(["--chain", await written("bad.csv", content), ...args], streams)).to.equal(2);
      expect(said.trimEnd()).to.match(says).and.not.to.contain("\n");
    });
  }

  it("answers a file that is missing in one line", async () => {
    let said = "";
    const streams = { out: { write: () => true }, err: { write: (text: string) => (said += text) } };
    expect(await main(["--chain", join(folder, "nowhere.csv")], streams)).to.equal(2);
    expect(said).to.match(/can be read, got ENOENT/);
  });
});
