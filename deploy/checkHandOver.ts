import { Contract, type Provider } from "ethers";

import { AccessManager__factory, type AccessManager } from "../typechain-types/index.ts";
import type { Addresses } from "./addresses.ts";
import { linkProblems } from "./linkProblems.ts";
import { restrictedInterface } from "./restrictedInterface.ts";
import { restrictedTargets } from "./restrictedTargets.ts";
import { WAITS } from "./parameters/waits.ts";
import { FUNCTION_ROLES, RESTRICTED, ROLES, selectorsOf, type Role } from "./roles.ts";
import { timelockProblems } from "./timelockProblems.ts";

/** Who may hold a role, and how long its acts wait, in seconds; what is left out waits as `WAITS` has it. */
export interface ExpectedHolders {
  readonly governor: string;
  readonly guardian: string;
  readonly governorDelay: number;
  readonly registrarDelay?: number;
  readonly adminDelay?: number;
}

/** What is not as it should be, one line each; none where every right has been handed over. */
export async function checkHandOver(
  provider: Provider,
  { addresses, roles }: { addresses: Addresses; roles: ExpectedHolders },
): Promise<readonly string[]> {
  const manager = AccessManager__factory.connect(addresses.accessManager, provider);
  const expected = { ...WAITS, ...roles };
  return [
    ...(await authorityProblems(provider, addresses)),
    ...(await holderProblems(manager, { ...expected, admin: addresses.adminTimelock })),
    ...(await timelockProblems(provider, { addresses, expected })),
    ...(await ruleProblems(manager)),
    ...(await targetProblems(manager, addresses)),
    ...(await functionProblems(manager, addresses)),
    ...(await linkProblems(provider, addresses)),
  ];
}

/** Contracts that obey another manager than the one whose roles are looked at. */
async function authorityProblems(provider: Provider, addresses: Addresses): Promise<string[]> {
  const problems: string[] = [];
  for (const [contract, target] of restrictedTargets(addresses)) {
    const managed = new Contract(target, ["function authority() view returns (address)"], provider);
    const authority: unknown = await managed.getFunction("authority")();
    if (authority !== addresses.accessManager) {
      problems.push(`${contract} at ${target}: expected to obey ${addresses.accessManager}, got ${String(authority)}`);
    }
  }
  return problems;
}

/** Roles in other hands than expected, or with other delays. */
async function holderProblems(
  manager: AccessManager,
  { admin, governor, guardian, governorDelay, registrarDelay }: Required<ExpectedHolders> & { admin: string },
): Promise<string[]> {
  const expected = new Map<string, number>([
    // The timelock waits by itself, where the guardian can cancel.
    [keyOf("ADMIN", admin), 0],
    [keyOf("GOVERNOR", governor), governorDelay],
    [keyOf("REGISTRAR", governor), registrarDelay],
    [keyOf("GUARDIAN", guardian), 0],
  ]);
  const problems: string[] = [];
  const found = new Set<string>();
  for (const { args } of await manager.queryFilter(manager.filters.RoleGranted())) {
    // What has been granted and is not in force yet counts, too.
    const [since, delay, pending, changesAt] = await manager.getAccess(args.roleId, args.account);
    const key = keyOf(nameOf(args.roleId), args.account);
    if (since === 0n || found.has(key)) continue;
    found.add(key);
    const wait = expected.get(key);
    if (wait === undefined)
      problems.push(`${key}: expected no right but the timelock's, the governor's and the guardian's, got one`);
    else if (delay !== BigInt(wait)) problems.push(`${key}: expected a delay of ${wait} s, got ${delay} s`);
    else if (changesAt !== 0n) problems.push(`${key}: expected its delay to stay, got ${pending} s to come`);
  }
  for (const key of expected.keys()) if (!found.has(key)) problems.push(`${key}: expected to hold it, got no grant`);
  return problems;
}

/** Roles that others than the admin grant, or whose operations others may cancel than `governance.ts` says. */
async function ruleProblems(manager: AccessManager): Promise<string[]> {
  const guardians = {
    ADMIN: ROLES.ADMIN,
    GOVERNOR: ROLES.GUARDIAN,
    REGISTRAR: ROLES.GUARDIAN,
    GUARDIAN: ROLES.ADMIN,
  } as const;
  const problems: string[] = [];
  for (const role of Object.keys(ROLES) as Role[]) {
    const [admin, guardian, grantDelay] = await Promise.all([
      manager.getRoleAdmin(ROLES[role]),
      manager.getRoleGuardian(ROLES[role]),
      manager.getRoleGrantDelay(ROLES[role]),
    ]);
    if (admin !== ROLES.ADMIN) problems.push(`${role}: expected ADMIN to grant it, got ${nameOf(admin)}`);
    if (guardian !== guardians[role]) {
      problems.push(`${role}: expected ${nameOf(guardians[role])} to cancel its acts, got ${nameOf(guardian)}`);
    }
    if (grantDelay !== 0n) problems.push(`${role}: expected grants to count at once, got ${grantDelay} s later`);
  }
  return problems;
}

/** Contracts that are shut to every role, or the manager's acts on which wait longer than expected. */
async function targetProblems(manager: AccessManager, addresses: Addresses): Promise<string[]> {
  const problems: string[] = [];
  for (const [contract, target] of restrictedTargets(addresses)) {
    const [closed, delay] = await Promise.all([manager.isTargetClosed(target), manager.getTargetAdminDelay(target)]);
    if (closed) problems.push(`${contract} at ${target}: expected it open to its roles, got closed`);
    if (delay !== 0n) problems.push(`${contract} at ${target}: expected no admin delay of its own, got ${delay} s`);
  }
  return problems;
}

/** Restricted functions that are another role's than `roles.ts` says. */
async function functionProblems(manager: AccessManager, addresses: Addresses): Promise<string[]> {
  const problems: string[] = [];
  for (const [contract, target] of restrictedTargets(addresses)) {
    const functions = await restrictedInterface(contract);
    for (const role of FUNCTION_ROLES) {
      for (const name of RESTRICTED[contract][role]) {
        const [selector = ""] = selectorsOf(functions, [name]);
        const assigned = await manager.getTargetFunctionRole(target, selector);
        if (assigned !== ROLES[role]) {
          problems.push(`${contract}.${name} at ${target}: expected ${role}'s, got ${nameOf(assigned)}'s`);
        }
      }
    }
  }
  return problems;
}

function nameOf(role: bigint): string {
  const known = (Object.keys(ROLES) as Role[]).find((name) => ROLES[name] === role);
  return known ?? `role ${role}`;
}

function keyOf(role: string, account: string): string {
  return `${role} of ${account}`;
}
