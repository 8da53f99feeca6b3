import { toSeriesId } from "@bulkhead/sdk";
import { expect } from "chai";
import { XMLParser } from "fast-xml-parser";
import { SyntaxValidator } from "fast-xml-validator";
import { network } from "hardhat";
import { z } from "zod";

/** What wallets read of a token's document. */
const Document = z.strictObject({
  name: z.string(),
  symbol: z.string(),
  description: z.string(),
  image: z.string(),
  decimals: z.number().int(),
  attributes: z.array(
    z.strictObject({
      trait_type: z.string(),
      display_type: z.string().optional(),
      value: z.union([z.string(), z.number()]),
    }),
  ),
});

const WAD = 10n ** 18n;
const EXPIRY = BigInt(Date.UTC(2026, 11, 25, 8) / 1_000);
const KIND = { call: 0, put: 1 } as const;

/** The content of a data URI, which must be of that media type. */
function decode(uri: string, mediaType: string): string {
  const prefix = `data:${mediaType};base64,`;
  expect(uri.startsWith(prefix), `"${uri.slice(0, 40)}…" begins with ${prefix}`).to.equal(true);
  return Buffer.from(uri.slice(prefix.length), "base64").toString("utf8");
}

describe("OptionToken.tokenURI", () => {
  let connection: Awaited<ReturnType<typeof network.create>>;

  before(async () => {
    connection = await network.create();
  });

  after(() => connection.close());

  async function tokenOf({ market = "WETH/USDC", kind = 0 } = {}) {
    const { ethers } = connection;
    const [vault] = await ethers.getSigners();
    const token = await ethers.deployContract("OptionToken", [vault!.address, market, kind]);
    const describe = async (strike: bigint, expiry = EXPIRY) => {
      const json = decode(await token.tokenURI(toSeriesId(expiry, strike)), "application/json");
      const document = Document.parse(JSON.parse(json));
      return { document, svg: decode(document.image, "image/svg+xml") };
    };
    return { token, describe, vault: vault!.address };
  }

  /** Every text of the picture, in its order. */
  const textsOf = (svg: string): unknown[] => {
    const parsed = new XMLParser({ ignoreAttributes: true, parseTagValue: false }).parse(svg) as {
      svg: { text: unknown[] };
    };
    return parsed.svg.text;
  };

  it("describes a call: name, symbol, what it pays, terms", async () => {
    const { describe, vault } = await tokenOf();
    const { document } = await describe(2_400n * WAD);
    expect(document.name).to.equal("WETH/USDC 25 Dec 2026 2400 Call");
    expect(document.symbol).to.equal("WETH-25DEC26-2400-C");
    expect(document.decimals).to.equal(18);
    expect(document.description).to.equal(
      "European option. Where that is positive, one pays (P - 2400) / P WETH, P being the settlement price of " +
        `25 Dec 2026, 08:00 UTC. Owed by the vault ${vault} and covered by its collateral.`,
    );
    expect(document.attributes).to.deep.equal([
      { trait_type: "Market", value: "WETH/USDC" },
      { trait_type: "Kind", value: "Call" },
      { trait_type: "Strike", value: "2400" },
      { trait_type: "Expiry", display_type: "date", value: Number(EXPIRY) },
    ]);
  });

  it("describes a put in its own collateral", async () => {
    const { describe } = await tokenOf({ kind: KIND.put });
    const { document } = await describe((1_850n * WAD) / 4n);
    expect(document.name).to.equal("WETH/USDC 25 Dec 2026 462.5 Put");
    expect(document.description).to.contain("one pays 462.5 - P USDC,");
  });

  it("draws the payoff: the line rises above the strike for a call, below it for a put", async () => {
    const lineOf = (svg: string): string => /<path d="([^"]*)" fill="none"/.exec(svg)?.[1] ?? "";
    const call = await (await tokenOf()).describe(2_400n * WAD);
    const put = await (await tokenOf({ kind: KIND.put })).describe(2_400n * WAD);
    expect(lineOf(call.svg)).to.equal("M40 328H200L336 192");
    expect(lineOf(put.svg)).to.equal("M360 328H200L64 192");
    expect(textsOf(call.svg)).to.deep.equal(["WETH/USDC", "25 Dec 2026, 08:00 UTC", "2400 Call", "strike 2400"]);
    expect(textsOf(put.svg)).to.deep.equal(["WETH/USDC", "25 Dec 2026, 08:00 UTC", "2400 Put", "strike 2400"]);
  });

  for (const [what, strike] of [
    ["the smallest strike", 1n],
    ["the largest strike", 2n ** 128n - 1n],
    ["a strike of many digits", 1_234_567_890_123n * 10n ** 12n],
  ] as const) {
    it(`is valid JSON with well-formed SVG that keeps inside its frame, given ${what}`, async () => {
      const { svg } = await (await tokenOf()).describe(strike);
      expect(SyntaxValidator.validate(svg)).to.equal(true);
      expect(svg).to.contain('textLength="336"');
    });
  }

  it("is valid whatever the market is called", async () => {
    const { token, describe } = await tokenOf({ market: '"}<script>&\\\n/\u00e9' });
    const { document, svg } = await describe(WAD);
    expect(SyntaxValidator.validate(svg)).to.equal(true);
    expect(svg).not.to.contain("<script>");
    expect(document.attributes[0]?.value).to.match(/^[A-Za-z0-9/.\- _]+$/);
    JSON.parse(decode(await token.contractURI(), "application/json"));
  });

  it("names the contract, and says that it does", async () => {
    const { token } = await tokenOf();
    const { name } = JSON.parse(decode(await token.contractURI(), "application/json")) as { name: string };
    expect(name).to.equal("WETH/USDC calls");
    const selectors = [token.interface.getFunction("tokenURI"), token.interface.getFunction("contractURI")];
    const id = selectors.reduce((bits, { selector }) => bits ^ Number(selector), 0) >>> 0;
    expect(await token.supportsInterface(`0x${id.toString(16).padStart(8, "0")}`)).to.equal(true);
  });

  it("refuses an id that is no series", async () => {
    const { token } = await tokenOf();
    await expect(token.tokenURI(1n)).to.be.revertedWithCustomError(token, "MalformedSeriesId").withArgs(1n);
    await expect(token.tokenURI(2n ** 200n)).to.be.revertedWithCustomError(token, "MalformedSeriesId");
  });
});
