import { expect } from "chai";
import { ContractFactory, Wallet, type InterfaceAbi, type Signer } from "ethers";
import { artifacts } from "hardhat";

import { GhostLedger } from "../../scripts/demo/GhostLedger.ts";
import { InvariantBroken, InvariantChecker } from "../../scripts/demo/InvariantChecker.ts";
import { Stage } from "../../scripts/demo/Stage.ts";
import { LocalProvider } from "../../scripts/node/LocalProvider.ts";
import { LocalSigner } from "../../scripts/node/LocalSigner.ts";
import { startNode, type Node } from "../../scripts/node/startNode.ts";
import { DevToken__factory, SolvencyLens__factory, type DevToken } from "../../typechain-types/index.ts";

const OWNER = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const STARTS_AT = Date.UTC(2026, 0, 2) / 1_000;

describe("demo stage", function () {
  this.timeout(60_000);

  let node: Node;
  let provider: LocalProvider;
  let owner: Signer;
  let token: DevToken;
  /** Must hold none of the token: whoever sends it some breaks I5. */
  const passThrough = Wallet.createRandom().address;

  before(async () => {
    node = await startNode({ port: 0, startsAt: STARTS_AT - 3_600, allowUnlimitedContractSize: true });
    provider = new LocalProvider(node);
    owner = new LocalSigner(provider, OWNER);
  });

  after(async () => {
    await provider.destroy();
    await node.close();
  });

  async function deployed(name: string, args: readonly unknown[]): Promise<string> {
    const { abi, bytecode } = await artifacts.readArtifact(name);
    const contract = await new ContractFactory(abi as InterfaceAbi, bytecode, owner).deploy(...args);
    return contract.getAddress();
  }

  async function open(): Promise<{ stage: Stage; checker: InvariantChecker }> {
    token = DevToken__factory.connect(await deployed("DevToken", ["Wrapped Ether", "WETH", 18]), owner);
    const lens = SolvencyLens__factory.connect(await deployed("SolvencyLens", []), provider);
    const ledger = new GhostLedger([]);
    const subjects = {
      vaults: [],
      passThrough: [{ name: "router", address: passThrough }],
      tokens: [await token.getAddress()],
    };
    const checker = new InvariantChecker(lens, { ledger, subjects });
    const block = await provider.getBlock("latest");
    const startsAt = Math.max(STARTS_AT, (block?.timestamp ?? 0) + 1);
    return { checker, stage: new Stage(provider, { startsAt, block: block?.number ?? 0, ledger, checker }) };
  }

  it("checks after each block, a second after the last", async () => {
    const { stage, checker } = await open();
    const before = stage.now;
    await stage.send(() => token.mint(OWNER, 5n));
    await stage.send(() => token.mint(OWNER, 5n));
    await stage.settled();
    expect(stage.now).to.equal(before + 2);
    expect((await provider.getBlock("latest"))?.timestamp).to.equal(before + 2);
    expect(checker.passed.I5).to.equal(2);
  });

  it("mines several transactions in one block, in the order given, and checks once", async () => {
    const { stage, checker } = await open();
    const block = await provider.getBlockNumber();
    await stage.together([() => token.mint(OWNER, 5n), () => token.transfer(somebody(), 3n)]);
    await stage.settled();
    expect(await provider.getBlockNumber()).to.equal(block + 1);
    expect([stage.transactions, stage.blocks, checker.passed.I5]).to.deep.equal([2, 1, 1]);
    expect(await token.balanceOf(OWNER)).to.equal(2n);
    // And mines at once again.
    await stage.send(() => token.mint(OWNER, 1n));
    expect(await token.balanceOf(OWNER)).to.equal(3n);
  });

  it("lets no further block come once a check has failed", async () => {
    const { stage } = await open();
    await stage.send(() => token.mint(passThrough, 1n));
    const block = await provider.getBlockNumber();
    for (const next of [
      () => stage.send(() => token.mint(OWNER, 1n)),
      () => stage.together([() => token.mint(OWNER, 1n)]),
      () => stage.pass(),
      () => stage.settled(),
    ]) {
      const error: unknown = await next().then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).to.be.instanceOf(InvariantBroken);
    }
    expect(await provider.getBlockNumber()).to.equal(block);
  });

  it("names the error of a transaction that was to succeed, alone or among others", async () => {
    const { stage } = await open();
    const fails = () => token.transfer(passThrough, 10n ** 30n);
    for (const action of [() => stage.send(fails), () => stage.together([() => token.mint(OWNER, 1n), fails])]) {
      const error: unknown = await action().then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(String(error)).to.match(/ERC20InsufficientBalance/);
    }
  });
});

/** Somebody who is not checked. */
function somebody(): string {
  return Wallet.createRandom().address;
}
