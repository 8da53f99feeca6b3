import { readFile } from "node:fs/promises";

import { expect } from "chai";
import { id, Interface, parseEther, ZeroAddress, ZeroHash, type Contract } from "ethers";
import { network } from "hardhat";

import { checkHandOver } from "../../../deploy/checkHandOver.ts";
import { deployProtocol } from "../../../deploy/deploy.ts";
import { localParameters } from "../../../deploy/parameters/local.ts";
import { Parameters } from "../../../deploy/parameters/schema.ts";
import { WAITS } from "../../../deploy/parameters/waits.ts";
import { FUNCTION_ROLES, RESTRICTED, ROLES } from "../../../deploy/roles.ts";
import {
  AccessManager__factory,
  AdminTimelock__factory,
  IOptionVault__factory,
  VolatilitySurface__factory,
} from "../../../typechain-types/index.ts";

const PUBLIC_ROLE = (1n << 64n) - 1n;
/** States of a vault. */
const [OPEN, CLOSE_ONLY, SETTLE_ONLY] = [0, 2, 3];

/** A deployed protocol, with everybody who may or may not touch its rights. */
async function deployed() {
  const connection = await network.create();
  const [deployer, governor, guardian, feeRecipient, priceKeeper, first, second, third, evil, anyone] =
    await connection.ethers.getSigners();
  const parameters = localParameters({
    governor: governor!.address,
    guardian: guardian!.address,
    feeRecipient: feeRecipient!.address,
    priceKeeper: priceKeeper!.address,
    reporters: [first!, second!, third!].map(({ address }) => address),
  });
  const addresses = await deployProtocol(connection, { ...parameters, network: "local-test" });
  const [market] = addresses.markets;
  return {
    connection,
    parameters,
    addresses,
    deployer: deployer!,
    governor: governor!,
    guardian: guardian!,
    evil: evil!,
    anyone: anyone!,
    manager: AccessManager__factory.connect(addresses.accessManager, governor),
    timelock: AdminTimelock__factory.connect(addresses.adminTimelock, governor),
    vault: IOptionVault__factory.connect(market!.vaults[0]!.address, governor),
    surface: VolatilitySurface__factory.connect(market!.surface, governor),
  };
}

describe("who may do what, on the deployed roles", function () {
  this.timeout(300_000);

  type World = Awaited<ReturnType<typeof deployed>>;
  let world: World;
  let pristine: Awaited<ReturnType<World["connection"]["networkHelpers"]["takeSnapshot"]>>;

  before(async () => {
    world = await deployed();
    pristine = await world.connection.networkHelpers.takeSnapshot();
  });

  afterEach(async () => {
    await pristine.restore();
  });

  after(async () => {
    await world.connection.close();
  });

  const problems = (): Promise<readonly string[]> =>
    checkHandOver(world.connection.ethers.provider, {
      addresses: world.addresses,
      roles: world.parameters.roles,
    });
  const wait = (seconds: number): Promise<number> => world.connection.networkHelpers.time.increase(seconds);

  /** Expects a transaction to be refused by an error of that contract. */
  const expectRefused = async (transaction: Promise<unknown>, contract: unknown, error: string): Promise<void> => {
    const known = contract instanceof Interface ? { interface: contract } : contract;
    await expect(transaction).to.be.revertedWithCustomError(known as Contract, error);
  };

  /** What whatever a manager governs is refused with: the vault's own interface leaves out this error of its modules. */
  const managed = new Interface(["error AccessManagedUnauthorized(address caller)"]);

  /** The governor proposes an act of ADMIN to the timelock; the operation's id. */
  async function propose(target: string, data: string): Promise<string> {
    const { timelock, parameters } = world;
    await (await timelock.schedule(target, 0, data, ZeroHash, ZeroHash, parameters.roles.adminDelay)).wait();
    return timelock.hashOperation(target, 0, data, ZeroHash, ZeroHash);
  }

  const execute = (target: string, data: string) =>
    world.timelock.connect(world.anyone).execute(target, 0, data, ZeroHash, ZeroHash);

  it("G3: refuses whoever lacks the role, and the governor who does not wait", async () => {
    const { deployer, anyone, guardian, governor, vault, manager } = world;
    await expectRefused(
      manager.connect(deployer).grantRole(ROLES.ADMIN, deployer.address, 0),
      manager,
      "AccessManagerUnauthorizedAccount",
    );
    await expectRefused(vault.connect(deployer).loosen(OPEN), managed, "AccessManagedUnauthorized");
    await expectRefused(vault.connect(anyone).tighten(CLOSE_ONLY), managed, "AccessManagedUnauthorized");
    await expectRefused(vault.connect(guardian).setProtocolFee(1), managed, "AccessManagedUnauthorized");
    await expectRefused(vault.connect(governor).setProtocolFee(1), manager, "AccessManagerNotScheduled");
  });

  it("G4: leaves the governor no act of ADMIN in the manager, scheduled or not", async () => {
    const { manager, evil } = world;
    const grant = manager.interface.encodeFunctionData("grantRole", [ROLES.GOVERNOR, evil.address, 0]);
    await expectRefused(
      manager.schedule(await manager.getAddress(), grant, 0),
      manager,
      "AccessManagerUnauthorizedCall",
    );
    await expectRefused(
      manager.grantRole(ROLES.GOVERNOR, evil.address, 0),
      manager,
      "AccessManagerUnauthorizedAccount",
    );
  });

  it("G4, A22: lets the guardian cancel any act of ADMIN, which never happens then", async () => {
    const { manager, timelock, vault, guardian, governor, evil } = world;
    const [managerAt, vaultAt] = [await manager.getAddress(), await vault.getAddress()];
    const selector = vault.interface.getFunction("loosen").selector;
    const acts: readonly string[] = [
      manager.interface.encodeFunctionData("grantRole", [ROLES.ADMIN, evil.address, 0]),
      manager.interface.encodeFunctionData("grantRole", [ROLES.GOVERNOR, evil.address, 2 * 86_400]),
      manager.interface.encodeFunctionData("setTargetFunctionRole", [vaultAt, [selector], PUBLIC_ROLE]),
      manager.interface.encodeFunctionData("updateAuthority", [vaultAt, evil.address]),
      manager.interface.encodeFunctionData("setRoleGuardian", [ROLES.GOVERNOR, ROLES.GOVERNOR]),
    ];
    const ids: string[] = [];
    for (const act of acts) ids.push(await propose(managerAt, act));
    await expectRefused(timelock.connect(governor).cancel(ids[0]!), timelock, "AccessControlUnauthorizedAccount");
    for (const operation of ids) await (await timelock.connect(guardian).cancel(operation)).wait();
    await wait(WAITS.adminDelay);
    for (const act of acts) {
      await expectRefused(execute(managerAt, act), timelock, "TimelockUnexpectedOperationState");
    }
    expect(await problems()).to.deep.equal([]);
  });

  it("G4, A22: lets no act end a delay or slip from under the guardian, though nobody cancelled it", async () => {
    const { manager, timelock, vault, evil, guardian } = world;
    const [managerAt, vaultAt, timelockAt] = await Promise.all([
      manager.getAddress(),
      vault.getAddress(),
      timelock.getAddress(),
    ]);
    const { interface: code } = manager;
    const selector = vault.interface.getFunction("loosen").selector;
    const canceller = await timelock.CANCELLER_ROLE();
    const grant = code.encodeFunctionData("grantRole", [ROLES.ADMIN, evil.address, 0]);
    const acts: readonly (readonly [target: string, data: string, error: string])[] = [
      [managerAt, grant, "RoleReserved"],
      [managerAt, code.encodeFunctionData("grantRole", [ROLES.GOVERNOR, evil.address, 0]), "WaitTooShort"],
      [managerAt, code.encodeFunctionData("grantRole", [ROLES.REGISTRAR, evil.address, 2 * 86_400]), "WaitTooShort"],
      [managerAt, code.encodeFunctionData("revokeRole", [ROLES.GUARDIAN, guardian.address]), "RoleReserved"],
      [managerAt, code.encodeFunctionData("setRoleGuardian", [ROLES.GOVERNOR, 9]), "RoleReserved"],
      [managerAt, code.encodeFunctionData("setRoleAdmin", [ROLES.GUARDIAN, ROLES.GOVERNOR]), "ActForbidden"],
      [managerAt, code.encodeFunctionData("multicall", [[grant]]), "ActForbidden"],
      [managerAt, code.encodeFunctionData("execute", [managerAt, grant]), "ActForbidden"],
      [managerAt, code.encodeFunctionData("setTargetClosed", [vaultAt, true]), "ActForbidden"],
      [managerAt, code.encodeFunctionData("updateAuthority", [vaultAt, evil.address]), "ActForbidden"],
      [
        managerAt,
        code.encodeFunctionData("setTargetFunctionRole", [vaultAt, [selector], PUBLIC_ROLE]),
        "FunctionAssigned",
      ],
      [timelockAt, timelock.interface.encodeFunctionData("updateDelay", [0]), "WaitTooShort"],
      [
        timelockAt,
        timelock.interface.encodeFunctionData("revokeRole", [canceller, guardian.address]),
        "TimelockRoleReserved",
      ],
    ];
    for (const [target, data] of acts) await propose(target, data);
    await wait(WAITS.adminDelay);
    for (const [target, data, error] of acts) await expectRefused(execute(target, data), timelock, error);
    await expectRefused(vault.connect(evil).loosen(OPEN), managed, "AccessManagedUnauthorized");
    await (await vault.connect(guardian).tighten(SETTLE_ONLY)).wait();
  });

  it("G4: makes each role wait as the table has it, and lets the guardian cancel", async () => {
    const { manager, vault, surface, governor, guardian, evil } = world;
    const acts = [
      [vault, vault.interface.encodeFunctionData("setProtocolFee", [parseEther("0.5")]), WAITS.governorDelay],
      [surface, surface.interface.encodeFunctionData("setReporters", [[evil.address], 1]), WAITS.registrarDelay],
    ] as const;
    for (const [contract, data, seconds] of acts) {
      const target = await contract.getAddress();
      await (await manager.schedule(target, data, 0)).wait();
      await (await manager.connect(guardian).cancel(governor.address, target, data)).wait();
      await (await manager.schedule(target, data, 0)).wait();
      await wait(seconds - 2);
      await expectRefused(manager.execute(target, data), manager, "AccessManagerNotReady");
      await wait(2);
      await (await manager.execute(target, data)).wait();
    }
    expect(await vault.protocolFee()).to.equal(parseEther("0.5"));
  });

  it("G4: replaces a guardian who cancels everything, after fourteen days", async () => {
    const { manager, timelock, vault, guardian, evil: next, anyone } = world;
    await (await timelock.scheduleGuardianReplacement(next.address)).wait();
    const [, readyAt] = await timelock.guardianReplacement();
    expect(await problems()).to.deep.equal([
      `AdminTimelock: expected the guardian to stay, got ${next.address} to replace him from ${readyAt} on`,
    ]);
    await wait(WAITS.guardianDelay - 2);
    await expectRefused(timelock.connect(anyone).replaceGuardian(next.address), timelock, "ReplacementNotReady");
    await wait(2);
    await (await timelock.connect(anyone).replaceGuardian(next.address)).wait();
    await expectRefused(vault.connect(guardian).tighten(CLOSE_ONLY), managed, "AccessManagedUnauthorized");
    await (await vault.connect(next).tighten(CLOSE_ONLY)).wait();
    const [holds] = await manager.hasRole(ROLES.GUARDIAN, guardian.address);
    expect(holds).to.equal(false);
    const { addresses, parameters, connection } = world;
    const roles = { ...parameters.roles, guardian: next.address };
    expect(await checkHandOver(connection.ethers.provider, { addresses, roles })).to.deep.equal([]);
  });

  it("G3: names what is not as a deployment leaves it in the timelock", async () => {
    const { timelock, governor, evil, manager } = world;
    const timelockAt = await timelock.getAddress();
    const proposer = await timelock.PROPOSER_ROLE();
    const grant = timelock.interface.encodeFunctionData("grantRole", [proposer, evil.address]);
    const revoke = timelock.interface.encodeFunctionData("revokeRole", [proposer, governor.address]);
    const slower = timelock.interface.encodeFunctionData("updateDelay", [30 * 86_400]);
    const acts = [grant, revoke, slower];
    const ids = [];
    for (const act of acts) ids.push(await propose(timelockAt, act));
    const under = (operation: string): string => `AdminTimelock: expected no act under way, got operation ${operation}`;
    expect(await problems()).to.have.members(ids.map(under));
    await wait(WAITS.adminDelay);
    for (const act of acts) await (await execute(timelockAt, act)).wait();
    expect(await problems()).to.have.members([
      `AdminTimelock: expected a wait of ${WAITS.adminDelay} s, got ${30 * 86_400} s`,
      `AdminTimelock: PROPOSER of ${evil.address}: expected ${governor.address} alone to hold it`,
      `AdminTimelock: PROPOSER of ${governor.address}: expected to hold it, got no grant`,
    ]);
    // Whoever answers on behalf of roles that nobody knows here is named, too.
    const label = manager.interface.encodeFunctionData("grantRole", [9, evil.address, 0]);
    await (
      await timelock.connect(evil).schedule(await manager.getAddress(), 0, label, ZeroHash, id("9"), 30 * 86_400)
    ).wait();
    await wait(30 * 86_400);
    await (await timelock.execute(await manager.getAddress(), 0, label, ZeroHash, id("9"))).wait();
    expect(await problems()).to.include(
      `role 9 of ${evil.address}: expected no right but the timelock's, the governor's and the guardian's, got one`,
    );
  });

  it("G4: waits as long as the contracts demand, and refuses a table that waits less", async () => {
    const { timelock, parameters, governor } = world;
    expect(Number(await timelock.minimumWait(ROLES.GOVERNOR))).to.equal(WAITS.governorDelay);
    expect(Number(await timelock.minimumWait(ROLES.REGISTRAR))).to.equal(WAITS.registrarDelay);
    expect(Number(await timelock.minimumWait(ROLES.ADMIN))).to.equal(WAITS.adminDelay);
    expect(await timelock.hasRole(await timelock.EXECUTOR_ROLE(), ZeroAddress)).to.equal(true);
    for (const delay of ["governorDelay", "registrarDelay", "adminDelay"] as const) {
      const roles = { ...parameters.roles, [delay]: WAITS[delay] - 1 };
      expect(Parameters.safeParse({ ...parameters, roles }).success, delay).to.equal(false);
    }
    const roles = { ...parameters.roles, guardian: governor.address };
    expect(Parameters.safeParse({ ...parameters, roles }).success, "guardian").to.equal(false);
  });

  it("says of every restricted function in the documentation how long it waits", async () => {
    const text = await readFile(new URL("../../../docs/architecture.md", import.meta.url), "utf8");
    const section = text.slice(text.indexOf("## Who may do what"), text.indexOf("## What can go wrong"));
    for (const [contract, functions] of Object.entries(RESTRICTED)) {
      for (const role of FUNCTION_ROLES) {
        const row = section.split("\n").find((line) => line.startsWith(`| ${role} `)) ?? "";
        for (const name of functions[role]) expect(row, `${contract}.${name}`).to.include(`\`${name}\``);
      }
    }
  });
});
