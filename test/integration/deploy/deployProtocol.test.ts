import { expect } from "chai";
import { network } from "hardhat";
import { Interface, type FunctionFragment } from "ethers";

import type { Addresses } from "../../../deploy/addresses.ts";
import { deployProtocol } from "../../../deploy/deploy.ts";
import { localParameters } from "../../../deploy/parameters/local.ts";
import { restrictedInterface } from "../../../deploy/restrictedInterface.ts";
import { FUNCTION_ROLES, RESTRICTED, ROLES, selectorsOf, type RestrictedContract } from "../../../deploy/roles.ts";
import { AccessManager__factory } from "../../../typechain-types/index.ts";

/** What `deployProtocol` leaves behind on a chain of its own. */
async function deployed() {
  const connection = await network.create();
  const [deployer, governor, guardian, feeRecipient, priceKeeper, ...reporters] = await connection.ethers.getSigners();
  const parameters = localParameters({
    governor: governor!.address,
    guardian: guardian!.address,
    feeRecipient: feeRecipient!.address,
    priceKeeper: priceKeeper!.address,
    reporters: reporters.slice(0, 3).map(({ address }) => address),
  });
  const addresses = await deployProtocol(connection, { ...parameters, network: "local-test" });
  const manager = AccessManager__factory.connect(addresses.accessManager, connection.ethers.provider);
  return { connection, parameters, addresses, manager, deployer: deployer!, governor: governor!, guardian: guardian! };
}

/** The selectors that `deploy/roles.ts` names for a contract. */
function restrictedOf(contract: RestrictedContract, abi: Interface): string[] {
  return FUNCTION_ROLES.flatMap((role) => selectorsOf(abi, RESTRICTED[contract][role]));
}

/** What a call reverted with; empty where it went through or said nothing. */
async function revertDataOf(call: Promise<string>): Promise<string> {
  return call.then(
    () => "0x",
    (error: unknown) =>
      error instanceof Error && "data" in error && typeof error.data === "string" ? error.data : "0x",
  );
}

/** Every contract whose functions the AccessManager can restrict. */
function targetsOf({ factory, markets }: Addresses): [RestrictedContract, string][] {
  return [
    ["VaultFactory", factory],
    ...markets.flatMap(({ expiryPrice, signedSpot, surface, oracle, vaults }): [RestrictedContract, string][] => [
      ["ExpiryPrice", expiryPrice],
      ["SignedSpot", signedSpot!],
      ["VolatilitySurface", surface],
      ["PremiumOracle", oracle],
      ...vaults.map(({ address }): [RestrictedContract, string] => ["OptionVault", address]),
    ]),
  ];
}

function writesOf(abi: Interface): FunctionFragment[] {
  const writes: FunctionFragment[] = [];
  abi.forEachFunction((fragment) => {
    // `setAuthority` is the AccessManager's own and nobody's role.
    if (!fragment.constant && fragment.name !== "setAuthority") writes.push(fragment);
  });
  return writes;
}

describe("deployProtocol", () => {
  let world: Awaited<ReturnType<typeof deployed>>;

  before(async () => {
    world = await deployed();
  });

  after(async () => {
    await world.connection.close();
  });

  it("makes a call and a put vault for each tier of each market, known to the factory in the table's order", async () => {
    const { addresses, connection } = world;
    const factory = await connection.ethers.getContractAt("VaultFactory", addresses.factory);
    const vaults = addresses.markets.flatMap((market) =>
      market.vaults.map((vault) => ({ ...vault, market: market.name })),
    );
    const tiers = ["call wide", "put wide", "call tight", "put tight"];
    expect(vaults.map(({ market, kind, tier }) => `${market} ${kind} ${tier}`)).to.deep.equal(
      ["WETH/USDC", "WBTC/USDC"].flatMap((market) => tiers.map((tier) => `${market} ${tier}`)),
    );
    expect(await factory.getFunction("vaultCount")()).to.equal(BigInt(vaults.length));
    for (const [index, { address, symbol }] of vaults.entries()) {
      expect(await factory.getFunction("vaultAt")(index)).to.equal(address);
      const vault = await connection.ethers.getContractAt("OptionVault", address);
      expect(await vault.getFunction("symbol")()).to.equal(symbol);
    }
    expect(new Set(vaults.map(({ symbol }) => symbol)).size).to.equal(vaults.length);
  });

  it("gives each vault its market's series rules, tier and collateral", async () => {
    const { addresses, connection, parameters } = world;
    for (const [index, market] of addresses.markets.entries()) {
      const table = parameters.markets[index]!;
      for (const { kind, tier, address } of market.vaults) {
        const vault = await connection.ethers.getContractAt("IOptionVault", address);
        const risk = await vault.getFunction("riskParams")();
        const expected = table.tiers.find(({ name }) => name === tier)!;
        expect(risk.riskAversion).to.equal(expected.riskAversion);
        expect(risk.volOfVol).to.equal(expected.volOfVol);
        const rules = await vault.getFunction("seriesRules")();
        expect(rules.tickSize).to.equal(table.series.tickSize);
        expect(rules.lotSize).to.equal(table.series.lotSize);
        expect(rules.maxTenor).to.equal(BigInt(table.series.maxTenor));
        expect(await vault.getFunction("leastDeposit")()).to.equal(table.leastDeposit[kind]);
        const collateral = kind === "call" ? market.underlying : market.quote;
        expect(await vault.getFunction("collateral")()).to.equal(collateral.address);
        expect(await vault.getFunction("oracle")()).to.equal(market.oracle);
      }
    }
  });

  it("shares what is not a market's own: the stablecoin, its aggregator, and who governs", async () => {
    const { addresses, connection, parameters } = world;
    const [first, second] = addresses.markets;
    expect(first!.quote).to.deep.equal(second!.quote);
    expect(first!.quoteAggregator).to.equal(second!.quoteAggregator);
    for (const apart of [
      "underlyingAggregator",
      "priceFeed",
      "signedSpot",
      "surface",
      "oracle",
      "expiryPrice",
    ] as const) {
      expect(first![apart]).not.to.equal(second![apart]);
    }
    for (const [index, { underlying, priceFeed }] of addresses.markets.entries()) {
      const token = await connection.ethers.getContractAt("DevToken", underlying.address);
      expect(await token.getFunction("decimals")()).to.equal(BigInt(underlying.decimals));
      const feed = await connection.ethers.getContractAt("PriceFeed", priceFeed);
      const { price } = await feed.getFunction("read")();
      const { initialAnswer, decimals } = parameters.markets[index]!.aggregator;
      expect(price).to.equal(initialAnswer! * 10n ** BigInt(18 - decimals));
    }
  });

  it("G3: leaves no role with anybody but the governor, the guardian and ADMIN's timelock", async () => {
    const { manager, governor, guardian, addresses, parameters } = world;
    const holders = new Map<string, bigint>();
    for (const { args } of await manager.queryFilter(manager.filters.RoleGranted())) {
      const [inForce, delay] = await manager.hasRole(args.roleId, args.account);
      if (inForce) holders.set(`${args.roleId} ${args.account}`, delay);
    }
    expect(Object.fromEntries(holders)).to.deep.equal({
      [`${ROLES.ADMIN} ${addresses.adminTimelock}`]: 0n,
      [`${ROLES.GOVERNOR} ${governor.address}`]: BigInt(parameters.roles.governorDelay),
      [`${ROLES.REGISTRAR} ${governor.address}`]: BigInt(parameters.roles.registrarDelay),
      [`${ROLES.GUARDIAN} ${guardian.address}`]: 0n,
    });
  });

  it("G3: names a role for every restricted function of every contract", async () => {
    const { addresses, connection, manager } = world;
    const stranger = (await connection.ethers.getSigners()).at(-1)!;
    const unauthorized = new Interface(["error AccessManagedUnauthorized(address)"]).getError(
      "AccessManagedUnauthorized",
    )!.selector;

    for (const [contract, target] of targetsOf(addresses)) {
      const abi = await restrictedInterface(contract);
      const named = new Set(restrictedOf(contract, abi));
      for (const fragment of writesOf(abi)) {
        // Zeros decode for every type; what matters is that a restricted function refuses before it looks at them.
        const data = fragment.selector + "00".repeat(32 * 64);
        const reason = await revertDataOf(stranger.call({ to: target, data }));
        const isRestricted = reason.startsWith(unauthorized);
        expect(isRestricted, `${contract}.${fragment.name}`).to.equal(named.has(fragment.selector));
        if (!isRestricted) continue;
        const role = await manager.getTargetFunctionRole(target, fragment.selector);
        expect(role, `${contract}.${fragment.name}`).to.be.oneOf(FUNCTION_ROLES.map((name) => ROLES[name]));
      }
    }
  });

  it("G3: lets the guardian tighten at once, and the governor loosen only after the delay", async () => {
    const { addresses, connection, governor, guardian, manager } = world;
    const { address } = addresses.markets[0]!.vaults[0]!;
    const vault = await connection.ethers.getContractAt("IOptionVault", address);
    const CLOSE_ONLY = 2;
    const GUARDED = 1;
    const { networkHelpers } = connection;
    const snapshot = await networkHelpers.takeSnapshot();

    await (await vault.connect(guardian).getFunction("tighten")(CLOSE_ONLY)).wait();
    expect(await vault.getFunction("state")()).to.equal(BigInt(CLOSE_ONLY));

    const data = vault.interface.encodeFunctionData("loosen", [GUARDED]);
    await expect(guardian.sendTransaction({ to: address, data })).to.be.revert(connection.ethers);
    await expect(governor.sendTransaction({ to: address, data })).to.be.revert(connection.ethers);
    await (await manager.connect(governor).schedule(address, data, 0)).wait();
    await expect(manager.connect(governor).execute(address, data)).to.be.revert(connection.ethers);
    await networkHelpers.time.increase(world.parameters.roles.governorDelay);
    await (await manager.connect(governor).execute(address, data)).wait();
    expect(await vault.getFunction("state")()).to.equal(BigInt(GUARDED));
    await snapshot.restore();
  });

  it("leaves the deployer unable to call any restricted function", async () => {
    const { addresses, manager, deployer } = world;
    for (const [contract, target] of targetsOf(addresses)) {
      const abi = await restrictedInterface(contract);
      for (const selector of restrictedOf(contract, abi)) {
        const [immediate, delay] = await manager.canCall(deployer.address, target, selector);
        expect(immediate, `${contract} ${selector}`).to.equal(false);
        expect(delay, `${contract} ${selector}`).to.equal(0n);
      }
    }
  });
});
