import { ZeroAddress, type Provider } from "ethers";

import { AdminTimelock__factory, type AdminTimelock } from "../typechain-types/index.ts";
import type { Addresses } from "./addresses.ts";

/** Who proposes and who cancels acts of ADMIN, and how long they wait. */
export interface ExpectedTimelock {
  readonly governor: string;
  readonly guardian: string;
  /** Seconds. */
  readonly adminDelay: number;
}

/** Where the timelock that holds ADMIN is other than it should be. One line each. */
export async function timelockProblems(
  provider: Provider,
  { addresses, expected }: { addresses: Addresses; expected: ExpectedTimelock },
): Promise<readonly string[]> {
  const timelock = AdminTimelock__factory.connect(addresses.adminTimelock, provider);
  const [manager, guardian, wait, [next, readyAt]] = await Promise.all([
    timelock.manager(),
    timelock.guardian(),
    timelock.getMinDelay(),
    timelock.guardianReplacement(),
  ]);
  const problems: string[] = [];
  const say = (problem: string): number => problems.push(`AdminTimelock: ${problem}`);
  if (manager !== addresses.accessManager) say(`expected to serve ${addresses.accessManager}, got ${manager}`);
  if (guardian !== expected.guardian) say(`expected the guardian ${expected.guardian}, got ${guardian}`);
  if (wait !== BigInt(expected.adminDelay)) say(`expected a wait of ${expected.adminDelay} s, got ${wait} s`);
  if (next !== ZeroAddress) say(`expected the guardian to stay, got ${next} to replace him from ${readyAt} on`);
  return [...problems, ...(await holderProblems(timelock, expected)), ...(await pendingProblems(timelock))];
}

/** Roles of the timelock in other hands than expected. */
async function holderProblems(
  timelock: AdminTimelock,
  { governor, guardian }: ExpectedTimelock,
): Promise<readonly string[]> {
  const [admin, proposer, canceller, executor, self] = await Promise.all([
    timelock.DEFAULT_ADMIN_ROLE(),
    timelock.PROPOSER_ROLE(),
    timelock.CANCELLER_ROLE(),
    timelock.EXECUTOR_ROLE(),
    timelock.getAddress(),
  ]);
  // The zero address is OpenZeppelin's word for anyone.
  const expected = [
    { name: "DEFAULT_ADMIN", role: admin, holder: self },
    { name: "PROPOSER", role: proposer, holder: governor },
    { name: "CANCELLER", role: canceller, holder: guardian },
    { name: "EXECUTOR", role: executor, holder: ZeroAddress },
  ];
  const granted = await timelock.queryFilter(timelock.filters.RoleGranted());
  const problems = await Promise.all(
    expected.map(async ({ name, role, holder }) => {
      const accounts = new Set(granted.filter(({ args }) => args.role === role).map(({ args }) => args.account));
      const holds = await Promise.all(
        [...accounts].map(async (account) => ((await timelock.hasRole(role, account)) ? [account] : [])),
      );
      const holders = holds.flat();
      return [
        ...holders
          .filter((account) => account !== holder)
          .map((account) => `AdminTimelock: ${name} of ${account}: expected ${holder} alone to hold it`),
        ...(holders.includes(holder) ? [] : [`AdminTimelock: ${name} of ${holder}: expected to hold it, got no grant`]),
      ];
    }),
  );
  return problems.flat();
}

/** Operations that anybody can execute, now or later, whoever scheduled them. */
async function pendingProblems(timelock: AdminTimelock): Promise<readonly string[]> {
  const scheduled = await timelock.queryFilter(timelock.filters.CallScheduled());
  const ids = [...new Set(scheduled.map(({ args }) => args.id))];
  const problems = await Promise.all(
    ids.map(async (id) =>
      (await timelock.isOperationPending(id)) ? [`AdminTimelock: expected no act under way, got operation ${id}`] : [],
    ),
  );
  return problems.flat();
}
