import { id, type Interface } from "ethers";

/** Roles of the AccessManager, as in `contracts/governance/Roles.sol`; ADMIN is OpenZeppelin's. */
export const ROLES = { ADMIN: 0n, GOVERNOR: 1n, GUARDIAN: 2n } as const;
export type Role = keyof typeof ROLES;

/**
 * Every restricted function of every contract, and whose it is: the governor loosens and configures behind a delay, the
 * guardian tightens at once. A test asks the contracts themselves whether one is missing.
 */
export const RESTRICTED = {
  ExpiryPrice: { GOVERNOR: ["proposeFallback"], GUARDIAN: ["cancelFallback"] },
  SignedSpot: { GOVERNOR: ["setReporters", "resume"], GUARDIAN: ["suspend"] },
  VolatilitySurface: {
    GOVERNOR: ["setReporters", "setParameters", "setRealisedVolatility", "resume"],
    GUARDIAN: ["suspend"],
  },
  PremiumOracle: { GOVERNOR: ["scheduleRates"], GUARDIAN: [] },
  VaultFactory: { GOVERNOR: ["registerVersion", "createVault"], GUARDIAN: [] },
  OptionVault: {
    GOVERNOR: ["loosen", "lowerStress", "scheduleRiskParams", "setProtocolFee", "registerQueue"],
    GUARDIAN: ["tighten", "raiseStress"],
  },
} as const satisfies Record<string, Record<Exclude<Role, "ADMIN">, readonly string[]>>;

/** A contract with restricted functions. */
export type RestrictedContract = keyof typeof RESTRICTED;

/** Selectors of functions by name. */
export function selectorsOf(contract: Interface, names: readonly string[]): string[] {
  return names.map((name) => {
    const fragment = contract.getFunction(name);
    if (fragment === null) throw new Error(`roles: expected a function ${name}, got none; mend deploy/roles.ts`);
    return id(fragment.format("sighash")).slice(0, 10);
  });
}
