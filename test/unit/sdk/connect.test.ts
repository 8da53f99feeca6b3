import { expect } from "chai";

import {
  connect,
  NodeError,
  optionChain,
  OptionKind,
  OrderError,
  positions,
  ProviderError,
  requireChain,
  type Deployment,
} from "../../../sdk/src/index.ts";

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

  it("says that there is no wallet before anything is asked of it", () => {
    for (const none of [undefined, null, {}, "0x"]) {
      expect(() => connect(none as typeof provider, RECORD)).to.throw(
        NodeError,
        /^expected an EIP-1193 provider: .*, got (none|something without request\(\)): install or unlock a wallet/,
      );
    }
  });
});

describe("sdk: failures of nodes and wallets", () => {
  const failing = (error: Error) => connect({ request: () => Promise.reject(error) }, RECORD);
  const failure = async (call: Promise<unknown>): Promise<unknown> =>
    call.then(
      () => expect.fail("expected a failure"),
      (error: unknown) => error,
    );
  /** viem's, of many lines, with what the node said in its details. */
  const viems = (name: string, details?: string): Error =>
    Object.assign(new Error(`HTTP request failed.\n\nURL: http://…\nRequest body: {}\n\nVersion: 2`), {
      name,
      details,
    });

  it("are one line each, with the original as the cause and its code", async () => {
    const cases: readonly (readonly [Error, RegExp])[] = [
      [viems("HttpRequestError", "fetch failed"), /^expected a node that answers, got no connection: /],
      [viems("TimeoutError"), /^expected a node that answers, got nothing in time: /],
      [viems("ChainMismatchError"), /^expected a wallet on the deployment's chain, got another: .*viem/],
      [Object.assign(new Error("no"), { code: 4001 }), /^expected consent in the wallet, got a refusal/],
      [
        viems("UnknownRpcError", "header not found"),
        /^expected a node or a wallet that does eth_\w+, got "header not found"/,
      ],
      ["a plain text" as unknown as Error, /got "a plain text"/],
    ];
    for (const [cause, says] of cases) {
      const error = await failure(requireChain(failing(cause)));
      expect(error).to.be.instanceOf(ProviderError);
      expect((error as Error).message)
        .to.match(says)
        .and.not.match(/\n/);
      expect((error as Error).cause).to.equal(cause);
    }
    const refused = (await failure(
      requireChain(failing(Object.assign(new Error("no"), { code: 4001 }))),
    )) as ProviderError;
    expect(refused.code).to.equal(4001);
  });

  it("are told by positions as what they are: no earlier block helps a node that is down", async () => {
    const down = await failure(positions(failing(viems("HttpRequestError")), { account: A }));
    expect((down as Error).message).to.match(/^expected a node that answers, got no connection/);
    const narrow = await failure(positions(failing(viems("RpcRequestError", "block range too large")), { account: A }));
    expect(narrow).to.be.instanceOf(NodeError);
    expect((narrow as Error).message).to.match(
      /got "block range too large": give the block of the account's first purchase/,
    );
  });

  it("leave no promise behind that nobody looks at", async () => {
    const unhandled: unknown[] = [];
    const note = (error: unknown): void => void unhandled.push(error);
    process.on("unhandledRejection", note);
    try {
      await failure(optionChain(failing(viems("HttpRequestError"))));
      await new Promise((resolve) => setTimeout(resolve, 20));
    } finally {
      process.off("unhandledRejection", note);
    }
    expect(unhandled).to.deep.equal([]);
  });
});
