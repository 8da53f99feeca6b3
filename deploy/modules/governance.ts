import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

import { ROLES } from "../roles.ts";
import type { Parameters } from "../parameters/schema.ts";

/** Functions of one contract that become one role's. */
export interface Assignment {
  /** Key of its future in the module. */
  readonly id: string;
  readonly target: string;
  readonly role: bigint;
  readonly selectors: readonly string[];
}

const AT_ONCE = 0;

/**
 * The last stage: every restricted function gets its role, the roles get their holders, ADMIN goes to a timelock of its own, and
 * the deployer's right ends. Until here restricted functions were the admin's, so that the stages before could set up without waiting.
 */
export const governanceModule = (
  { roles }: Parameters,
  { accessManager, assignments }: { accessManager: string; assignments: readonly Assignment[] },
) =>
  buildModule("Governance", (m) => {
    const manager = m.contractAt("AccessManager", accessManager);
    const deployer = m.getAccount(0);
    const { governor, guardian, governorDelay, registrarDelay, adminDelay } = roles;
    const adminTimelock = m.contract("AdminTimelock", [accessManager, governor, guardian, adminDelay]);
    const assigned = assignments.map(({ id, target, role, selectors }) =>
      m.call(manager, "setTargetFunctionRole", [target, [...selectors], role], { id: `assign_${id}` }),
    );
    const granted = [
      m.call(manager, "labelRole", [ROLES.GOVERNOR, "GOVERNOR"], { id: "label_GOVERNOR" }),
      m.call(manager, "labelRole", [ROLES.REGISTRAR, "REGISTRAR"], { id: "label_REGISTRAR" }),
      m.call(manager, "labelRole", [ROLES.GUARDIAN, "GUARDIAN"], { id: "label_GUARDIAN" }),
      // The guardian may cancel what the governor has scheduled: that, too, only tightens.
      m.call(manager, "setRoleGuardian", [ROLES.GOVERNOR, ROLES.GUARDIAN], { id: "cancel_GOVERNOR" }),
      m.call(manager, "setRoleGuardian", [ROLES.REGISTRAR, ROLES.GUARDIAN], { id: "cancel_REGISTRAR" }),
      m.call(manager, "grantRole", [ROLES.GOVERNOR, governor, governorDelay], { id: "grant_GOVERNOR" }),
      m.call(manager, "grantRole", [ROLES.REGISTRAR, governor, registrarDelay], { id: "grant_REGISTRAR" }),
      m.call(manager, "grantRole", [ROLES.GUARDIAN, guardian, AT_ONCE], { id: "grant_GUARDIAN" }),
    ];
    // The manager lets ADMIN act at once: the timelock itself waits, where the guardian can cancel.
    const handedOver = m.call(manager, "grantRole", [ROLES.ADMIN, adminTimelock, AT_ONCE], {
      id: "grant_ADMIN",
      after: [...assigned, ...granted],
    });
    m.call(manager, "renounceRole", [ROLES.ADMIN, deployer], { id: "renounce_ADMIN", after: [handedOver] });
    return { adminTimelock };
  });
