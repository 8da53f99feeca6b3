import { ContractError, OrderError, toContractError, TransactionError, WrongChainError } from "@bulkhead/sdk";
import { errorsAbi } from "@bulkhead/sdk/abi";
import { expect } from "chai";
import { readFileSync } from "node:fs";

import { exitCodeOf, failureOf } from "../../../cli/src/failure.ts";
import { NodeUnreachable } from "../../../cli/src/NodeUnreachable.ts";

const WORDS = { expected: "one", got: "two", action: "three" };

describe("bulkhead: what it ends with", () => {
  it("1 where time or the market may mend it", () => {
    const refusal = (name: string) => new ContractError(name, { ...WORDS, data: "0x" });
    const passing = [
      refusal("StaleAnswer"),
      refusal("SourceFailed/StaleAnswer"),
      refusal("PremiumAboveLimit"),
      refusal("DeadlinePassed"),
      new TransactionError("0x12", WORDS),
      new NodeUnreachable("http://127.0.0.1:1", { got: "ECONNREFUSED", isPassing: true }),
      Object.assign(new Error("nonce too low"), { code: "NONCE_EXPIRED" }),
    ];
    expect(passing.map(exitCodeOf)).to.deep.equal(passing.map(() => 1));
  });

  it("2 where it will be refused again", () => {
    const final = [
      new OrderError(WORDS),
      new ContractError("OrderTooSmall", { ...WORDS, data: "0x" }),
      new WrongChainError({ expected: 1n, got: 2n }),
      new NodeUnreachable("http://127.0.0.1:1", { got: "server response 401 Unauthorized", isPassing: false }),
      toContractError("0x12345678"),
      new TypeError("undefined is not a function"),
      "text",
    ];
    expect(final.map(exitCodeOf)).to.deep.equal(final.map(() => 2));
  });

  it("knows no refusal that no contract has", () => {
    const [, list = ""] = /PASSING: .*?\[(.*?)\]\)/s.exec(readFileSync("cli/src/failure.ts", "utf8")) ?? [];
    const named = [...list.matchAll(/"(\w+)"/g)].map(([, name]) => name!);
    const known = new Set<string>(errorsAbi.map(({ name }) => name));
    expect(named.length).to.be.above(20);
    expect(named.filter((name) => !known.has(name))).to.deep.equal([]);
  });

  it("says it in one line, and in its parts", () => {
    const { message, record } = failureOf(new OrderError({ ...WORDS, got: "two\n  lines" }));
    expect(message).to.equal("expected one, got two lines: three");
    expect(record).to.deep.equal({
      error: "OrderError",
      expected: "one",
      got: "two\n  lines",
      do: "three",
      exitCode: 2,
    });
    expect(failureOf(new Error("broken")).record).to.deep.equal({ error: "Error", message: "broken", exitCode: 2 });
  });
});
