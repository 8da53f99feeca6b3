import { expect } from "chai";

import { connect, OptionKind, OrderError, type Deployment } from "../../../sdk/src/index.ts";

const A = "0x1111111111111111111111111111111111111111";
const TOKEN = { address: A, symbol: "T", decimals: 18 };
const VAULT = { kind: "put", tier: "wide", name: "puts", symbol: "P", address: A, optionToken: A, queue: A };
const MARKET = { name: "T/Q", underlying: TOKEN, quote: TOKEN, surface: A, oracle: A, vaults: [VAULT] };
const RECORD = {
  chainId: 1,
  factory: A,
  router: A,
  swapRouter: A,
  permit2: A,
  uniswapQuoter: A,
  quoter: A,
  markets: [MARKET],
};
const provider = { request: () => Promise.reject(new Error("expected no question")) };

describe("sdk: connect", () => {
  it("takes a deployment's record as it was imported, and asks nothing of the network", () => {
    const client = connect(provider, RECORD);
    expect(client.market).to.equal("T/Q");
    expect(client.vaults.map(({ kind }) => kind)).to.deep.equal([OptionKind.Put]);
  });

  it("names the first part of a record that is missing or something else", () => {
    const { router, ...without } = RECORD;
    const cases: readonly (readonly [unknown, RegExp])[] = [
      [undefined, /^expected a deployment's record, got none: give what the deployment wrote into addresses\.json/],
      ["addresses.json", /^expected a deployment's record, got "addresses\.json": /],
      [{}, /with its chainId, got none/],
      [{ ...without, chainId: 1 }, /with its router, got none/],
      [{ ...RECORD, router: router.slice(1) }, /with its router, got "x1+": /],
      [{ ...RECORD, markets: {} }, /with its markets, got \{\}/],
      [
        { ...RECORD, markets: [{ ...MARKET, quote: { ...TOKEN, decimals: "6" } }] },
        /markets\.0\.quote\.decimals, got "6"/,
      ],
      [
        { ...RECORD, markets: [{ ...MARKET, vaults: [VAULT, { ...VAULT, kind: "Put" }] }] },
        /vaults\.1\.kind, got "Put"/,
      ],
    ];
    for (const [record, says] of cases) {
      expect(() => connect(provider, record as Deployment), String(says)).to.throw(OrderError, says);
    }
  });
});
