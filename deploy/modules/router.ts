import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/** What the routers are made with. */
interface RouterContext {
  readonly factory: string;
  readonly uniswapRouter: string;
  readonly permit2: string;
}

/** What users and watchers of every market call: the routers, the quoter, the calculator, and the lens that recomputes solvency. */
export const routerModule = ({ factory, uniswapRouter, permit2 }: RouterContext) =>
  buildModule("Router", (m) => ({
    router: m.contract("VaultRouter", [factory]),
    swapRouter: m.contract("VaultSwapRouter", [factory, uniswapRouter, permit2]),
    quoter: m.contract("Quoter", [factory]),
    calculator: m.contract("PremiumCalculator"),
    lens: m.contract("SolvencyLens"),
  }));
