import { expect } from "chai";
import { id } from "ethers";

import { statisticsOf, type GasRecord } from "../../../scripts/gas-report/GasRecord.ts";

const TOKEN = "project/contracts/devnet/DevToken.sol:DevToken";
const call = (method: string, gas: number) => ({ contract: TOKEN, method, gas, proxyChain: [] });
const mint = (gas: number) => call("mint(address,uint256)", gas);
const mined = (method: string, gas: number) => ({ input: id(method).slice(0, 10), gas });

function functionsIn(record: GasRecord) {
  return statisticsOf(record).contracts[TOKEN]?.functions ?? {};
}

describe("gas report: what counts", () => {
  it("is what was mined, as often as it was, and no call or estimate beside it", () => {
    const record: GasRecord = {
      measured: [mint(50_000), mint(50_000), mint(90_000), mint(40_000), mint(40_000)],
      mined: [mined("mint(address,uint256)", 40_000), mined("mint(address,uint256)", 50_000)],
    };
    expect(functionsIn(record)).to.deep.equal({
      mint: { min: 40_000, max: 50_000, avg: 45_000, median: 45_000, count: 2 },
    });
  });

  it("is a transaction of the same method, not another's of as much gas", () => {
    const record: GasRecord = { measured: [mint(50_000)], mined: [mined("approve(address,uint256)", 50_000)] };
    expect(statisticsOf(record)).to.deep.equal({ contracts: {} });
  });

  it("is a call where a method only reads, which nobody sends", () => {
    const record: GasRecord = { measured: [call("totalSupply()", 2_400), call("totalSupply()", 2_500)], mined: [] };
    expect(functionsIn(record)["totalSupply"]).to.include({ count: 2, min: 2_400, max: 2_500, avg: 2_450 });
  });

  it("is found by its name where Hardhat leaves out arguments that are structs", () => {
    const router = "project/contracts/router/VaultRouter.sol:VaultRouter";
    const record: GasRecord = {
      measured: [{ contract: router, method: "execute()", gas: 300_000, proxyChain: [] }],
      mined: [{ input: "0x4cde2b56", gas: 300_000 }],
    };
    expect(statisticsOf(record).contracts[router]?.functions?.["execute"]?.count).to.equal(1);
  });

  it("is a deployment by its gas", () => {
    const deployment = { contract: TOKEN, method: null, gas: 900_000, proxyChain: [] };
    const record: GasRecord = {
      measured: [deployment, { ...deployment, gas: 900_001 }],
      mined: [{ input: null, gas: 900_000 }],
    };
    expect(statisticsOf(record).contracts[TOKEN]?.deployment).to.include({ count: 1, max: 900_000 });
  });
});
