import { expect } from "chai";

import { withOneInput } from "../../../scripts/node/requests.ts";

describe("node: a call's bytes by two names", () => {
  const request = (...params: unknown[]) => ({ jsonrpc: "2.0" as const, id: 1, method: "eth_call", params });

  it("are passed on by one where they are the same", () => {
    const { params } = withOneInput(request({ to: "0x01", data: "0xab", input: "0xab" }, "latest"));
    expect(params).to.deep.equal([{ to: "0x01", data: "0xab" }, "latest"]);
  });

  it("are passed on as they came otherwise", () => {
    const others = [
      request({ data: "0xab", input: "0xcd" }),
      request({ data: "0xab" }),
      request({ input: "0xab" }),
      request("0xab", null),
      request(),
    ];
    for (const other of others) expect(withOneInput(other)).to.equal(other);
  });
});
