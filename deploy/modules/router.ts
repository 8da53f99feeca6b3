import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/** What users and watchers of every market call: the router, the quoter, the calculator, and the lens that recomputes solvency. */
export const routerModule = ({ factory }: { factory: string }) =>
  buildModule("Router", (m) => ({
    router: m.contract("VaultRouter", [factory]),
    quoter: m.contract("Quoter", [factory]),
    calculator: m.contract("PremiumCalculator"),
    lens: m.contract("SolvencyLens"),
  }));
