import { existsSync } from "node:fs";
import { readFile, rm, writeFile, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { HDNodeWallet, Interface } from "ethers";
import { artifacts, network } from "hardhat";
import type { NetworkConnection } from "hardhat/types/network";

import { Addresses } from "../../../deploy/addresses.ts";
import { checkHandOver } from "../../../deploy/checkHandOver.ts";
import { deployProtocol } from "../../../deploy/deploy.ts";
import { localParameters } from "../../../deploy/parameters/local.ts";
import type { Parameters } from "../../../deploy/parameters/schema.ts";
import { ROLES } from "../../../deploy/roles.ts";
import { DeployedContract } from "../../../deploy/saveContracts.ts";
import { ExitCode, main } from "../../../scripts/deploy/main.ts";
import { startNode, type Node } from "../../../scripts/node/startNode.ts";
import { AccessManager__factory } from "../../../typechain-types/index.ts";

const NETWORK = "public-test";
const FOLDER = new URL(`../../../deploy/deployments/${NETWORK}/`, import.meta.url);
const REPORTERS = 3;

describe("deployment to a public network", function () {
  this.timeout(300_000);

  let node: Node;
  let connection: NetworkConnection;
  let parameters: Parameters;
  let deployer: string;

  /** A node that others would run, with tokens and aggregators on it: a public network as far as the deployment sees. */
  before(async () => {
    await rm(FOLDER, { recursive: true, force: true });
    node = await startNode({ port: 0, allowUnlimitedContractSize: true });
    connection = await network.create({ network: "localhost", override: { url: node.url, chainId: node.chainId } });
    const accounts = await connection.ethers.getSigners();
    const [first, governor, guardian, feeRecipient, priceKeeper, ...others] = accounts.map(({ address }) => address);
    deployer = first!;
    const local = localParameters({
      governor: governor!,
      guardian: guardian!,
      feeRecipient: feeRecipient!,
      priceKeeper: priceKeeper!,
      reporters: others.slice(0, REPORTERS),
    });
    const venue = await deployProtocol(connection, { ...local, network: "local-venue" });
    const [anyMarket] = venue.markets;
    parameters = {
      ...local,
      network: NETWORK,
      local: false,
      quote: { ...local.quote, address: anyMarket!.quote.address },
      quoteAggregator: { ...local.quoteAggregator, address: anyMarket!.quoteAggregator },
      markets: local.markets.map((market, index) => {
        const { underlying, underlyingAggregator } = venue.markets[index]!;
        return {
          ...market,
          underlying: { ...market.underlying, address: underlying.address },
          aggregator: { ...market.aggregator, address: underlyingAggregator },
        };
      }),
      swapVenue: {
        uniswapRouter: venue.uniswapRouter,
        uniswapQuoter: venue.uniswapQuoter,
        permit2: venue.permit2,
      },
    };
  });

  after(async () => {
    await connection.close();
    await node.close();
    await rm(FOLDER, { recursive: true, force: true });
  });

  const sent = () => connection.ethers.provider.getTransactionCount(deployer);
  const addressesOnDisk = async () =>
    Addresses.parse(JSON.parse(await readFile(new URL("addresses.json", FOLDER), "utf8")));

  /** The same connection, on which the module of that name can't be deployed. */
  function breakingAt(module: string): NetworkConnection {
    const { ignition } = connection;
    const deploy: NetworkConnection["ignition"]["deploy"] = async (what, options) => {
      if (what.id === module) throw new Error("the line is dead");
      return ignition.deploy(what, options);
    };
    const broken: Partial<NetworkConnection> = { ignition: new Proxy(ignition, { get: () => deploy }) };
    return new Proxy(connection, {
      get: (target, key) => Reflect.get(key in broken ? broken : target, key) as unknown,
    });
  }

  it("rehearses on a copy of the chain: nothing is sent, nothing is left on disk", async () => {
    const count = await sent();
    const copy = await network.create({
      network: "default",
      override: { forking: { url: node.url }, allowUnlimitedContractSize: true },
    });
    try {
      const addresses = await deployProtocol(copy, parameters, { rehearsal: true });
      expect(await copy.ethers.provider.getCode(addresses.router)).not.to.equal("0x");
      expect(await checkHandOver(copy.ethers.provider, { addresses, roles: parameters.roles })).to.deep.equal([]);
      expect(await connection.ethers.provider.getCode(addresses.router)).to.equal("0x");
    } finally {
      await copy.close();
    }
    expect(await sent()).to.equal(count);
    expect(existsSync(FOLDER)).to.equal(false);
  });

  it("resumes what was broken off, and changes nothing once it stands", async () => {
    const failure = await deployProtocol(breakingAt("Vault"), parameters).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).to.be.instanceOf(Error).with.property("message", "the line is dead");
    const afterBreak = await sent();

    const addresses = await deployProtocol(connection, parameters);
    expect(await addressesOnDisk()).to.deep.equal(addresses);
    const afterWhole = await sent();
    expect(afterWhole).to.be.greaterThan(afterBreak);

    expect(await deployProtocol(connection, parameters)).to.deep.equal(addresses);
    expect(await sent()).to.equal(afterWhole);
  });

  it("writes every contract with the arguments that its code was made with", async () => {
    const file = await readFile(new URL("contracts.json", FOLDER), "utf8");
    const contracts = DeployedContract.array().parse(JSON.parse(file));
    const names = contracts.map(({ contract }) => contract.split(":")[1]!);
    for (const perVault of ["OptionVault", "OptionToken", "RedeemQueue", "ShareHolder"]) {
      expect(names.filter((name) => name === perVault)).to.have.lengthOf(8);
    }
    expect(names).to.include.members([
      "AccessManager",
      "MarketFeed",
      "VolatilitySurface",
      "PremiumOracle",
      "VaultOperations",
      "VaultShares",
      "VaultViews",
      "VaultRouter",
      "VaultSwapRouter",
    ]);
    const { provider } = connection.ethers;
    for (const { contract, address, constructorArgs, creationTxHash } of contracts) {
      const { abi, bytecode } = await artifacts.readArtifact(contract);
      const data = bytecode + new Interface(abi).encodeDeploy(constructorArgs).slice(2);
      const code = await provider.getCode(address);
      // What the factory or a queue made has no transaction of its own.
      if (/:(OptionVault|OptionToken|ShareHolder)$/.test(contract)) expect(code, contract).not.to.equal("0x");
      else expect((await provider.getTransaction(creationTxHash!))?.data === data, contract).to.equal(true);
    }
  });

  it("G3: finds every right handed over, and says so where one is not", async () => {
    const addresses = await addressesOnDisk();
    const { provider } = connection.ethers;
    const { roles } = parameters;
    expect(await checkHandOver(provider, { addresses, roles })).to.deep.equal([]);
    const other = await checkHandOver(provider, {
      addresses,
      roles: { ...roles, guardian: deployer, governorDelay: 1 },
    });
    expect(other).to.have.members([
      `GOVERNOR of ${roles.governor}: expected a delay of 1 s, got ${roles.governorDelay} s`,
      `GUARDIAN of ${roles.guardian}: expected no right but the timelock's, the governor's and the guardian's, got one`,
      `GUARDIAN of ${deployer}: expected to hold it, got no grant`,
      `AdminTimelock: expected the guardian ${deployer}, got ${roles.guardian}`,
      `AdminTimelock: CANCELLER of ${roles.guardian}: expected ${deployer} alone to hold it`,
      `AdminTimelock: CANCELLER of ${deployer}: expected to hold it, got no grant`,
    ]);

    const [market, ...others] = addresses.markets;
    const [vault, ...rest] = market!.vaults;
    const vaults = [{ ...vault!, queue: rest[0]!.queue }, ...rest];
    const swapped = { ...addresses, markets: [{ ...market!, vaults }, ...others] };
    expect(await checkHandOver(provider, { addresses: swapped, roles })).to.deep.equal([
      `${vault!.symbol}: queue: expected ${rest[0]!.queue}, got ${vault!.queue}`,
    ]);

    const spots = [{ ...market!, signedSpot: others[0]!.signedSpot }, ...others];
    expect(await checkHandOver(provider, { addresses: { ...addresses, markets: spots }, roles })).to.deep.equal([
      `${market!.name}: signed spot: expected ${others[0]!.signedSpot}, got ${market!.signedSpot}`,
    ]);

    const fewer = { ...addresses, permit2: addresses.lens, markets: [{ ...market!, vaults: rest }, ...others] };
    expect(await checkHandOver(provider, { addresses: fewer, roles })).to.deep.equal([
      `VaultSwapRouter: Permit2: expected ${addresses.lens}, got ${addresses.permit2}`,
      `VaultFactory: expected no vault but those listed, got ${vault!.address}`,
    ]);

    const { ethers } = connection;
    const stranger = await ethers.deployContract("AccessManager", [deployer]);
    const manager = AccessManager__factory.connect(await stranger.getAddress(), (await ethers.getSigners())[0]);
    await (await manager.grantRole(ROLES.GOVERNOR, deployer, 0)).wait();
    // The delay that is promised holds only until the second grant takes effect.
    for (const delay of [roles.governorDelay, 0])
      await (await manager.grantRole(ROLES.GOVERNOR, roles.governor, delay)).wait();
    await (await manager.setRoleAdmin(ROLES.GUARDIAN, ROLES.GOVERNOR)).wait();
    const { oracle } = addresses.markets[0]!;
    await (await manager.setTargetClosed(oracle, true)).wait();
    const unfinished = { ...addresses, accessManager: await manager.getAddress() };
    const problems = await checkHandOver(provider, { addresses: unfinished, roles });
    expect(problems.filter((line) => line.includes("expected to obey"))).to.have.lengthOf(17);
    expect(problems).to.include(
      `ADMIN of ${deployer}: expected no right but the timelock's, the governor's and the guardian's, got one`,
    );
    expect(problems).to.include(`ADMIN of ${addresses.adminTimelock}: expected to hold it, got no grant`);
    expect(problems).to.include(`REGISTRAR of ${roles.governor}: expected to hold it, got no grant`);
    expect(problems).to.include(
      `AdminTimelock: expected to serve ${unfinished.accessManager}, got ${addresses.accessManager}`,
    );
    expect(problems).to.include("REGISTRAR: expected GUARDIAN to cancel its acts, got ADMIN");
    expect(problems).to.include(`GUARDIAN of ${roles.guardian}: expected to hold it, got no grant`);
    expect(problems).to.include(`GOVERNOR of ${roles.governor}: expected its delay to stay, got 0 s to come`);
    expect(problems).to.include("GUARDIAN: expected ADMIN to grant it, got GOVERNOR");
    expect(problems).to.include("GOVERNOR: expected GUARDIAN to cancel its acts, got ADMIN");
    expect(problems).to.include(`PremiumOracle at ${oracle}: expected it open to its roles, got closed`);
    expect(problems.some((line) => line.startsWith("OptionVault.tighten at"))).to.equal(true);
  });

  describe("make deploy", () => {
    let folder: string;
    const environment = { ...process.env };

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), "bulkhead-"));
      const { governor, guardian, feeRecipient } = parameters.roles;
      const { addresses: reporters } = parameters.reporters;
      await writeFile(join(folder, "actors.json"), JSON.stringify({ governor, guardian, feeRecipient, reporters }));
      await writeFile(
        join(folder, "alone.json"),
        JSON.stringify({ governor, guardian: governor, feeRecipient, reporters }),
      );
      await writeFile(join(folder, "half.json"), JSON.stringify({ governor, guardian: "0x12" }));
      process.env["SEPOLIA_RPC_URL"] = node.url;
      process.env["DEPLOYER_KEY"] = HDNodeWallet.createRandom().privateKey;
    });

    after(async () => {
      process.env = environment;
      await rm(folder, { recursive: true, force: true });
    });

    async function run(...args: string[]) {
      const [out, err]: [string[], string[]] = [[], []];
      const code = await main(args, {
        out: { write: (text) => out.push(text) },
        err: { write: (text) => err.push(text) },
      });
      return { code, out: out.join(""), err: err.join("") };
    }

    it("prints help", async () => {
      const { code, out } = await run("--help");
      expect(code).to.equal(ExitCode.Done);
      expect(out).to.contain("--dry-run");
    });

    it("refuses to deploy where the URL leads to another chain", async () => {
      const { code, err } = await run("--network", "sepolia", "--actors", join(folder, "actors.json"));
      expect(code).to.equal(ExitCode.Misused);
      expect(err.trim()).to.match(
        /^make deploy: expected chain 11155111 behind the URL of sepolia, got chain \d+: .*keystore$/,
      );
    });

    for (const [what, args, got] of [
      ["no network", ["--actors", "actors.json"], /required option '--network <name>' not specified/],
      ["a network without a table", ["--network", "moon", "--actors", "actors.json"], /got "moon"/],
      ["a file that is not there", ["--network", "sepolia", "--actors", "nowhere.json"], /ENOENT/],
      [
        "actors left out",
        ["--network", "sepolia", "--actors", "half.json"],
        /guardian: expected an address.*reporters: /,
      ],
      [
        "a governor who would be his own guardian",
        ["--network", "sepolia", "--actors", "alone.json"],
        /guardian: expected another than the governor/,
      ],
    ] as const) {
      it(`answers ${what} in one line`, async () => {
        const at = args.map((arg) => (arg.endsWith(".json") ? join(folder, arg) : arg));
        const { code, err } = await run(...at);
        expect(code).to.equal(ExitCode.Misused);
        expect(err.trim()).to.match(got);
        expect(err.trim()).not.to.contain("\n");
      });
    }
  });
});
