import { OptionKind, type Client } from "@bulkhead/sdk";
import { expect } from "chai";

import {
  parseAddress,
  parseAmount,
  parseCount,
  parseDuration,
  parseExpiry,
  parseKind,
  parseLeg,
  parsePositive,
  parsePositiveCount,
  parseShares,
  parseSlippage,
  parseVault,
} from "../../../cli/src/parse.ts";

const WAD = 10n ** 18n;
const USDC = { symbol: "USDC", decimals: 6 };
const REFUSAL = /^expected .+, got .+: .+/;

function refusals(parse: (text: string) => unknown, texts: readonly string[]): void {
  for (const text of texts) expect(() => parse(text), JSON.stringify(text)).to.throw(REFUSAL);
}

describe("bulkhead: what it takes", () => {
  it("kinds, in words and in letters", () => {
    for (const text of ["call", "calls", "CALL", "c", "C"]) expect(parseKind(text)).to.equal(OptionKind.Call);
    for (const text of ["put", "Put", "p", "P"]) expect(parseKind(text)).to.equal(OptionKind.Put);
    refusals(parseKind, ["", "ca", "putcall", "0"]);
  });

  it("expiries as exchanges, calendars and clocks write them, and the next", () => {
    const time = BigInt(Date.UTC(2025, 5, 27, 8) / 1_000);
    for (const text of ["27JUN25", "27jun25", "2025-06-27", String(time), "2025-06-27T08:00:00Z"]) {
      expect(parseExpiry(text), text).to.equal(time);
    }
    expect(parseExpiry("1JAN27")).to.equal(BigInt(Date.UTC(2027, 0, 1, 8) / 1_000));
    expect(parseExpiry("NEXT")).to.equal("next");
    refusals(parseExpiry, ["", "tomorrow", "31JUN25", "2025-13-01", "12"]);
  });

  it("quantities and strikes exactly, above zero", () => {
    expect(parsePositive("1.1", "quantity")).to.equal((WAD * 11n) / 10n);
    expect(parsePositive("1e-7", "quantity")).to.equal(WAD / 10n ** 7n);
    expect(parsePositive("0.000000000000000001", "quantity")).to.equal(1n);
    refusals((text) => parsePositive(text, "quantity"), ["0", "-1", "", "one", "1,5", "0.0000000000000000001"]);
  });

  it("amounts within the token's decimals", () => {
    expect(parseAmount("1250.5", USDC)).to.equal(1_250_500_000n);
    expect(parseAmount("0", USDC)).to.equal(0n);
    expect(["1e3", "1E-6", ".5", "12."].map((text) => parseAmount(text, USDC))).to.deep.equal([
      10n ** 9n,
      1n,
      500_000n,
      12_000_000n,
    ]);
    refusals((text) => parseAmount(text, USDC), ["-1", "0.0000001", "1e-7", "1e99", "a", "", "0x10", "1e"]);
  });

  it("shares as a number, a part, or all", () => {
    const own = { held: 1_000n, decimals: 0 };
    expect(parseShares("all", own)).to.equal(1_000n);
    expect(parseShares("25%", own)).to.equal(250n);
    expect(parseShares("0.1%", own)).to.equal(1n);
    expect(parseShares("12", own)).to.equal(12n);
    refusals((text) => parseShares(text, own), ["101%", "-5%", "some", "1.5"]);
    refusals((text) => parseShares(text, { held: undefined, decimals: 0 }), ["all", "50%"]);
  });

  it("slippage in per cent, as basis points", () => {
    expect(["1", "0.5", "0.01%", "0", "99.99"].map(parseSlippage)).to.deep.equal([100n, 50n, 1n, 0n, 9_999n]);
    refusals(parseSlippage, ["100", "-1", "0.001", "half", ""]);
  });

  it("spans of time", () => {
    expect(["90", "90s", "10m", "2h", "1d"].map(parseDuration)).to.deep.equal([90n, 90n, 600n, 7_200n, 86_400n]);
    expect(parseDuration("365d")).to.equal(365n * 86_400n);
    refusals(parseDuration, ["0", "-1", "1w", "", "1.5h", "366d", "999999999d"]);
  });

  it("addresses without a slip, and counts", () => {
    const address = "0xa0Ee7A142d267C1f36714E4a8F75612F20a79720";
    expect(parseAddress(address.toLowerCase())).to.equal(address);
    refusals(parseAddress, [address.replace("Ee", "eE"), "0x12", "vitalik.eth"]);
    expect(parseCount("12")).to.equal(12n);
    expect([parseCount("0"), parsePositiveCount("12")]).to.deep.equal([0n, 12n]);
    refusals(parsePositiveCount, ["0", "-1", "1.5", "", "all"]);
    refusals(parseCount, ["-1", "1.5", "all", ""]);
  });

  it("legs, bought and sold", () => {
    expect(parseLeg("C:next:2000:1.5")).to.deep.equal({
      kind: OptionKind.Call,
      expiry: "next",
      strike: 2_000n * WAD,
      quantity: (3n * WAD) / 2n,
    });
    expect(parseLeg("put:2025-06-27:1800:-0.5").quantity).to.equal(-WAD / 2n);
    refusals(parseLeg, ["call:next:2000", "call:next:2000:1:1", "call:next:-1:1", "call:next:2000:x"]);
  });

  it("vaults by symbol or address, in any case", () => {
    const vault = { symbol: "bhWETH-P-w", address: "0x00000000000000000000000000000000000000Aa" };
    const client = { vaults: [vault] } as unknown as Client;
    expect(parseVault("bhweth-p-W", client)).to.equal(vault);
    expect(parseVault(vault.address.toLowerCase(), client)).to.equal(vault);
    expect(() => parseVault("bhWETH", client)).to.throw(/expected a vault \(bhWETH-P-w\), got "bhWETH"/);
  });
});
