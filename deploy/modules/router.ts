import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/** What users and watchers call: the router, the quoter, and the lens that recomputes solvency. */
export const routerModule = ({ factory }: { factory: string }) =>
  buildModule("Router", (m) => ({
    router: m.contract("VaultRouter", [factory]),
    quoter: m.contract("Quoter", [factory]),
    lens: m.contract("SolvencyLens"),
  }));
