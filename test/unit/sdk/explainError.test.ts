import { AbiCoder, Contract, id, Interface, JsonRpcProvider } from "ethers";
import { expect } from "chai";
import { z } from "zod";

import {
  ContractError,
  DomainError,
  explainError,
  lacksAllowance,
  revertDataOf,
  toContractError,
  toSeriesId,
} from "../../../sdk/src/index.ts";
import { ERROR_GUIDE, PLACEHOLDER } from "../../../sdk/src/errors/errorGuide.ts";

const errors = new Interface([
  "error PremiumAboveLimit(uint256 premium, uint256 limit)",
  "error SeriesNotListed(uint256 id)",
  "error SourceFailed(address source, bytes reason)",
  "error StaleAnswer(address aggregator, uint256 updatedAt, uint256 maxAge)",
  "error StateForbids(uint8 state)",
  "error SwapFailed(address from, address to, uint256 amount, bytes reason)",
  "error DeltaOutOfBounds(int256 spotDelta, uint256 minimum, uint256 maximum)",
  "error TotalLimitMissed(address token, int256 netPaid, int256 limit)",
  "error SharesBelowLimit(uint256 shares, uint256 limit)",
  "error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)",
  "error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)",
]);
const encode = (name: string, args: unknown[]): string => errors.encodeErrorResult(name, args);
type Five = [string, string, string, string, string];
const feed = "0x00000000000000000000000000000000000000fe";

describe("sdk: errors in one line", () => {
  it("test_SaysExpectedGotAndDo", () => {
    expect(explainError({ data: encode("PremiumAboveLimit", [105n, 100n]) })).to.equal(
      "PremiumAboveLimit: expected a premium of at most 100 token units, got 105 token units: " +
        "the price moved: quote again, or raise the limit",
    );
    const series = toSeriesId(1_768_032_000n, 2_000n * 10n ** 18n);
    expect(explainError({ data: encode("SeriesNotListed", [series]) })).to.match(
      /got strike 2000 expiring 2026-01-10 08:00:00 UTC \(.+ (ago|ahead)\)/,
    );
    expect(explainError({ data: encode("StateForbids", [2]) })).to.match(/got CloseOnly/);
    expect(
      explainError({ data: encode("DeltaOutOfBounds", [-(10n ** 16n), 5n * 10n ** 16n, 9n * 10n ** 17n]) }),
    ).to.match(/from 0\.05 to 0\.9, got -0\.01/);
  });

  it("test_NamesAnErrorThatWasCutShort", () => {
    const whole = encode("PremiumAboveLimit", [105n, 100n]);
    const error = toContractError(whole.slice(0, 10));
    expect(error.errorName).to.equal("PremiumAboveLimit");
    expect(error.message).to.match(/got it cut short: at least 64 bytes are missing: copy the revert data whole$/);
    expect(toContractError(whole.slice(0, -4)).message).to.match(/at least 2 bytes are missing/);
  });

  it("test_SpeaksOfOptionsNeverOfLots", () => {
    const cases = ["NotEnoughCapacity(uint256,uint256)", "SmallestOrdersExceed(uint256,uint256)"];
    for (const signature of cases) {
      const data =
        id(signature).slice(0, 10) + AbiCoder.defaultAbiCoder().encode(["uint256", "uint256"], [500, 100]).slice(2);
      expect(explainError({ data }))
        .to.match(/20 % of this order.*got 100 % of this order/)
        .and.not.match(/\blots?\b/);
    }
    expect(JSON.stringify(Object.values(ERROR_GUIDE)).replaceAll(PLACEHOLDER, "")).not.to.match(/\blots?\b/);
  });

  it("test_NamesTheErrorInsideTheError", () => {
    const inner = encode("StaleAnswer", [feed, 1_768_032_000n, 3_600n]);
    const error = toContractError(encode("SourceFailed", [feed, inner]));
    expect(error).to.be.instanceOf(ContractError);
    expect(error.errorName).to.equal("SourceFailed/StaleAnswer");
    expect(error.message).to.match(/a price of 0x0{38}fe at most 1 h old, got one of 2026-01-10 08:00:00 UTC/i);
    // A message without a name is left to the guide of the error that carries it.
    const message = `0x08c379a0${AbiCoder.defaultAbiCoder().encode(["string"], ["STF"]).slice(2)}`;
    const swap = toContractError(encode("SwapFailed", [feed, feed, 1n, message]));
    expect(swap.errorName).to.equal("SwapFailed");
    expect(swap.message).to.match(/got Uniswap's refusal "STF": raise maxNetPaid/);
    expect(toContractError(encode("SwapFailed", [feed, feed, 1n, "0x"])).message).to.match(/refusal ""/);
    // Bytes that are no error of ours are left alone.
    expect(toContractError(encode("SourceFailed", [feed, "0x12345678"])).errorName).to.equal("SourceFailed");
  });

  describe("with a deployment", () => {
    const address = (digit: string) => `0x${digit.repeat(40)}`;
    const [weth, usdc, vault, queue, router] = ["1", "2", "3", "4", "5"].map(address) as Five;
    const deployment = {
      router,
      markets: [
        {
          name: "WETH/USDC",
          surface: address("6"),
          underlying: { address: weth, symbol: "WETH", decimals: 18 },
          quote: { address: usdc, symbol: "USDC", decimals: 6 },
          vaults: [
            { kind: "put", symbol: "bhP", address: vault, optionToken: address("7"), queue },
            { kind: "call", symbol: "bhC", address: address("8"), optionToken: address("9"), queue: address("a") },
          ],
        },
      ],
    };
    const now = 1_768_032_000n;
    const said = (data: string, call?: { to: string; data: string }): string =>
      toContractError(data, { deployment, call, now }).message;

    it("test_NamesAddresses", () => {
      const stale = encode("StaleAnswer", [address("6"), now - 7_500n, 3_600n]);
      expect(said(stale)).to.equal(
        `StaleAnswer: expected a price of WETH/USDC surface (${address("6")}) at most 1 h old, got one of ` +
          "2026-01-10 05:55:00 UTC (2 h 5 min ago): wait for the feed; redeeming and the guaranteed exit still work",
      );
    });

    it("test_WritesAmountsInTheTokenThatTheyAreOf", () => {
      const limit = encode("PremiumAboveLimit", [105_250_000n, 100_000_000n]);
      const word = (where: string) => where.slice(2).padStart(64, "0");
      expect(said(limit, { to: vault, data: "0x12345678" })).to.match(/at most 100 USDC, got 105\.25 USDC:/);
      expect(said(limit, { to: queue, data: "0x12345678" })).to.match(/at most 100 USDC/);
      expect(said(limit, { to: router, data: `0x12345678${word(vault)}` })).to.match(/at most 100 USDC/);
      // Where an order goes to vaults of several tokens, it is not known whose units these are.
      const both = `0x12345678${word(vault)}${word(address("8"))}`;
      expect(said(limit, { to: router, data: both })).to.match(/at most 100,000,000 token units/);
      const total = encode("TotalLimitMissed", [weth, -(10n ** 17n), -(2n * 10n ** 17n)]);
      expect(said(total)).to.match(/at most -0\.2 WETH, got -0\.1 WETH/);
      const shares = encode("SharesBelowLimit", [10n ** 12n, 2n * 10n ** 12n]);
      expect(said(shares, { to: vault, data: "0x" })).to.match(/at least 2 bhP, got 1 bhP/);
    });

    it("test_TellsCollateralFromShares", () => {
      const short = encode("ERC20InsufficientBalance", [address("c"), 10n ** 12n, 2n * 10n ** 12n]);
      const call = (signature: string) => ({ to: vault, data: id(signature).slice(0, 10) });
      expect(said(short, call("deposit(uint256,address,uint256,uint256)"))).to.match(/of 2,000,000 USDC at/);
      expect(said(short, call("redeem(uint256,address,address,uint256,uint256)"))).to.match(/of 2 bhP at/);
      expect(said(short, { to: usdc, data: "0x" })).to.match(/of 2,000,000 USDC at/);
      expect(said(short, { to: queue, data: "0x" })).to.match(/of 2 bhP at/);
    });

    it("test_ShowsAsManyDigitsAsItTakes", () => {
      const near = encode("PremiumAboveLimit", [1_234_567_890_124n, 1_234_567_890_123n]);
      expect(said(near, { to: vault, data: "0x" })).to.match(/most 1,234,567\.890123 USDC, got 1,234,567\.890124 USDC/);
    });
  });

  it("test_TellsAMissingAllowanceFromOtherRefusals", () => {
    const other = encode("ERC20InsufficientAllowance", [feed, 0n, 1n]);
    const plain = `0x08c379a0${AbiCoder.defaultAbiCoder().encode(["string"], ["Dai/insufficient-allowance"]).slice(2)}`;
    const nested = encode("SourceFailed", [feed, other]);
    for (const data of [other, plain, nested, id("Unheard()").slice(0, 10)]) {
      expect(lacksAllowance(toContractError(data)), data).to.equal(true);
    }
    // Of a token that says nothing only the node speaks.
    expect(lacksAllowance(new Error("execution reverted"))).to.equal(true);
    for (const data of [encode("StateForbids", [2]), encode("ERC20InsufficientBalance", [feed, 0n, 1n])]) {
      expect(lacksAllowance(toContractError(data)), data).to.equal(false);
    }
    expect(lacksAllowance(new Error("no route to host"))).to.equal(false);
    expect(lacksAllowance(undefined)).to.equal(false);
  });

  it("test_FindsTheDataHoweverWrapped", () => {
    const data = encode("StateForbids", [3]);
    for (const wrapped of [
      { data },
      { data: { data } },
      { error: { data } },
      { info: { error: { code: 3, data } } },
      { cause: new Error("x", { cause: { data } }) },
    ]) {
      expect(revertDataOf(wrapped)).to.equal(data);
    }
    expect(revertDataOf(new Error("plain"))).to.equal(undefined);
    expect(revertDataOf({ data: "0x" })).to.equal(undefined);
    const loop: { cause?: unknown } = {};
    loop.cause = loop;
    expect(revertDataOf(loop)).to.equal(undefined);
  });

  it("test_AMistypedAddressIsNotAboutSigners", async () => {
    // ethers takes it for a name that a chain is to resolve.
    const provider = new JsonRpcProvider("http://127.0.0.1:1", 31_338, { staticNetwork: true });
    const contract = new Contract(feed, ["function of(address) view returns (uint256)"], provider);
    for (const mistyped of ["0x12", `${feed}0`, "alice.eth"]) {
      const error: unknown = await contract
        .getFunction("of")
        .staticCall(mistyped)
        .catch((reason: unknown) => reason);
      expect(explainError(error)).to.match(/^expected an address of 40 hexadecimal digits, got something else/);
    }
    provider.destroy();
    const reading = Object.assign(new Error("x"), { code: "UNSUPPORTED_OPERATION", operation: "sendTransaction" });
    expect(explainError(reading)).to.match(/^expected a signer, got a read-only runner \(sendTransaction\)/);
  });

  it("test_UnknownDataAndPlainFailuresStayOneLine", () => {
    expect(explainError({ data: id("Nobody()").slice(0, 10) })).to.match(/expected an error of a known contract/);
    const reason = `0x08c379a0${AbiCoder.defaultAbiCoder().encode(["string"], ["why"]).slice(2)}`;
    expect(explainError({ data: reason })).to.match(/why/);
    expect(explainError(new DomainError("spot", { value: -1, expected: "above zero" }))).to.equal(
      "expected spot above zero, got -1: correct spot",
    );
    expect(explainError(new Error("first\nsecond"))).to.equal("first");
    const calldata = `0x${"ab".repeat(500)}`;
    expect(explainError(new Error(`could not send ${calldata} now`))).to.equal(
      "could not send 0xabababab… (500 bytes) now",
    );
    const long = Object.assign(new Error(`failed (transaction={"data":"${calldata}"})`), { shortMessage: "it failed" });
    expect(explainError(long)).to.equal("it failed");
    const unfit = z.object({ markets: z.array(z.object({ name: z.string() })) }).safeParse({ markets: [{}] }).error;
    expect(explainError(unfit)).to.match(
      /^expected a record .*, got one that does not fit at markets\.0\.name \(.*\): /,
    );
    const unknown = toContractError(`0x12345678${calldata.slice(2)}`).message;
    expect(unknown).to.equal(
      "0x12345678: expected an error of a known contract, got 0x12345678… (504 bytes): " +
        "check the addresses, and that the SDK is of the deployment's version",
    );
    expect(explainError({ code: "ECONNREFUSED" })).to.match(/a node that answers/);
    expect(explainError(Object.assign(new Error("x"), { code: "INSUFFICIENT_FUNDS" }))).to.match(/fund the account/);
  });
});
