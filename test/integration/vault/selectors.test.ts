import { expect } from "chai";
import { Interface, ZeroAddress, type ParamType } from "ethers";

import { IOptionVault__factory } from "../../../typechain-types/index.ts";
import { liveMarket } from "../../fixtures/liveMarket.ts";

/** Some value of a type: enough to be decoded. */
function anyOf(type: ParamType): unknown {
  if (type.baseType === "array") return [];
  if (type.baseType === "tuple") return type.components!.map(anyOf);
  if (type.type === "address") return ZeroAddress;
  if (type.type === "bool") return false;
  if (type.type === "string") return "";
  if (type.type.startsWith("bytes"))
    return type.type === "bytes" ? "0x" : `0x${"00".repeat(Number(type.type.slice(5)))}`;
  return 0n;
}

const UNKNOWN = new Interface(["error UnknownSelector(bytes4 selector)"]).getError("UnknownSelector")!.selector;

describe("Selectors of a vault", function () {
  this.timeout(300_000);

  it("answers every function of its interface, itself or by a module", async () => {
    const { connection, vaults } = await liveMarket();
    const vault = vaults[0]!;
    const functions = IOptionVault__factory.createInterface().fragments.filter(
      (fragment) => fragment.type === "function",
    );
    expect(functions.length).to.be.greaterThan(80);
    // Untyped: every function alike.
    const face = new Interface(IOptionVault__factory.abi);
    for (const fragment of functions) {
      const called = face.getFunction(fragment.format())!;
      const data = face.encodeFunctionData(called, called.inputs.map(anyOf));
      const said = await connection.provider
        .request({ method: "eth_call", params: [{ to: vault.address, data }, "latest"] })
        .then(String, (error: unknown) => JSON.stringify(error, ["data", "message", "cause"]));
      expect(said, `${fragment.format()} is served by nobody`).to.not.include(UNKNOWN.slice(2));
    }
  });

  it("refuses any other selector by name", async () => {
    const { connection, vaults } = await liveMarket();
    const [signer] = await connection.ethers.getSigners();
    const data = await signer!.call({ to: vaults[0]!.address, data: "0xdeadbeef" }).then(
      () => "",
      (error: unknown) => (error as { data?: string }).data ?? "",
    );
    expect(data.startsWith(UNKNOWN)).to.equal(true);
  });
});
