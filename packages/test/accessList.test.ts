import { spawn, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";

import { expect } from "chai";
import { ContractFactory, JsonRpcProvider, type InterfaceAbi } from "ethers";
import solc from "solc";

import { fromEthers } from "../../sdk/src/ethers.ts";
import type { Connection } from "../../sdk/src/rpc/Connection.ts";
import { send } from "../../sdk/src/rpc/send.ts";
import { Consumer } from "./consumer.ts";

/** Reads many words of another contract, or one of its own: a list saves gas on the first, and costs some on the second. */
const SOURCE = `
// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;
contract Words {
  mapping(uint256 => uint256) public at;
  function set(uint256 count) external { for (uint256 i; i < count; ++i) at[i] = i + 1; }
}
contract Reader {
  Words public immutable words;
  uint256 public sum;
  constructor(Words words_) { words = words_; }
  function readMany(uint256 count) external { uint256 s; for (uint256 i; i < count; ++i) s += words.at(i); sum = s; }
  function readOwn() external { sum += 1; }
}`;
const MANY = 120n;

const readerAbi = [
  {
    type: "function",
    name: "readMany",
    stateMutability: "nonpayable",
    inputs: [{ name: "count", type: "uint256" }],
    outputs: [],
  },
  { type: "function", name: "readOwn", stateMutability: "nonpayable", inputs: [], outputs: [] },
] as const;

interface Compiled {
  readonly contracts: Record<string, Record<string, { abi: InterfaceAbi; evm: { bytecode: { object: string } } }>>;
}

/** Hardhat's node makes no access lists; Foundry's does. */
describe("access lists, on a node that makes them", function () {
  this.timeout(300_000);

  let consumer: Consumer;
  let node: ChildProcess;
  let provider: JsonRpcProvider;

  before(async () => {
    consumer = new Consumer();
    consumer.install(["@foundry-rs/anvil@1.7.1"]);
    const port = await freePort();
    const anvil = `${consumer.folder}/node_modules/.bin/anvil`;
    node = spawn(process.execPath, [anvil, "--host", "127.0.0.1", "--port", String(port), "--silent"], {
      stdio: "ignore",
      detached: true,
    });
    provider = new JsonRpcProvider(`http://127.0.0.1:${port}`, 31_337, { staticNetwork: true, cacheTimeout: -1 });
    while (!(await provider.send("eth_chainId", []).then(Boolean, () => false))) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });

  after(() => {
    provider.destroy();
    // The launcher and the node that it started.
    if (node.pid !== undefined) process.kill(-node.pid);
    consumer.remove();
  });

  it("are attached where the transaction takes less gas with them, and not where it takes more", async () => {
    const signer = await provider.getSigner(0);
    const deploy = async (name: string, args: readonly unknown[]): Promise<string> => {
      const { abi, evm } = compiled(name);
      const contract = await new ContractFactory(abi, evm.bytecode.object, signer).deploy(...args);
      await contract.waitForDeployment();
      return contract.getAddress();
    };
    const words = await deploy("Words", []);
    const reader = await deploy("Reader", [words]);
    const { abi } = compiled("Words");
    const set = new ContractFactory(abi, "0x", signer).attach(words).getFunction("set");
    await provider.waitForTransaction(((await set(MANY)) as { hash: string }).hash);

    const sent: { accessList?: unknown }[] = [];
    const inner = fromEthers(signer);
    const connection: Connection = {
      account: undefined,
      pollingInterval: 20,
      provider: {
        request: (request) => {
          if (request.method === "eth_sendTransaction") sent.push(request.params?.[0] as object);
          return inner.request(request);
        },
      },
    };
    const from = signer.address;
    const many = { address: reader, abi: readerAbi, functionName: "readMany", args: [MANY] } as const;
    await send(connection, many, { from });
    const plain = await send(connection, many, { from });
    const listed = await send(connection, many, { from, accessList: true });
    expect(sent[1]).to.not.have.property("accessList");
    expect(sent[2]!.accessList).to.be.an("array").that.is.not.empty;
    const type = await provider
      .send("eth_getTransactionByHash", [listed.hash])
      .then((found: { type: string }) => found.type);
    expect(type).to.be.oneOf(["0x1", "0x2"]);
    console.log(`      ${plain.gasUsed} gas without a list, ${listed.gasUsed} with it`);
    expect(listed.gasUsed < plain.gasUsed).to.equal(true);

    const own = { address: reader, abi: readerAbi, functionName: "readOwn", args: [] } as const;
    await send(connection, own, { from, accessList: true });
    expect(sent[3]).to.not.have.property("accessList");
  });
});

function compiled(name: string) {
  const input = {
    language: "Solidity",
    sources: { "Words.sol": { content: SOURCE } },
    settings: { evmVersion: "cancun", outputSelection: { "*": { "*": ["abi", "evm.bytecode.object"] } } },
  };
  const { contracts } = JSON.parse(
    (solc as { compile(text: string): string }).compile(JSON.stringify(input)),
  ) as Compiled;
  const found = contracts["Words.sol"]?.[name];
  if (found === undefined) throw new Error(`expected ${name} to compile`);
  return found;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
