import { id, type Interface } from "ethers";

/** Roles of the AccessManager, as in `contracts/governance/Roles.sol`; ADMIN is OpenZeppelin's. */
export const ROLES = { ADMIN: 0n, GOVERNOR: 1n, GUARDIAN: 2n, REGISTRAR: 3n } as const;
export type Role = keyof typeof ROLES;

/** Roles that functions are given to. ADMIN keeps what is nobody's. */
export const FUNCTION_ROLES = ["GOVERNOR", "REGISTRAR", "GUARDIAN"] as const;
export type FunctionRole = (typeof FUNCTION_ROLES)[number];

/**
 * Every restricted function of every contract, and whose it is: the governor loosens and moves parameters behind a delay, and
 * as registrar decides behind a longer one whom and which code the protocol trusts; the guardian tightens at once. A test asks
 * the contracts themselves whether one is missing.
 */
export const RESTRICTED = {
  ExpiryPrice: { GOVERNOR: ["proposeFallback"], REGISTRAR: [], GUARDIAN: ["cancelFallback"] },
  SignedSpot: { GOVERNOR: ["resume"], REGISTRAR: ["setReporters"], GUARDIAN: ["suspend"] },
  VolatilitySurface: {
    GOVERNOR: ["setParameters", "resume"],
    REGISTRAR: ["setReporters", "setRealisedVolatility"],
    GUARDIAN: ["suspend"],
  },
  PremiumOracle: { GOVERNOR: ["scheduleRates"], REGISTRAR: [], GUARDIAN: [] },
  VaultFactory: { GOVERNOR: [], REGISTRAR: ["registerVersion", "createVault"], GUARDIAN: [] },
  OptionVault: {
    GOVERNOR: ["loosen", "lowerStress", "scheduleRiskParams", "setProtocolFee"],
    REGISTRAR: ["registerQueue"],
    GUARDIAN: ["tighten", "raiseStress"],
  },
} as const satisfies Record<string, Record<FunctionRole, readonly string[]>>;

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
