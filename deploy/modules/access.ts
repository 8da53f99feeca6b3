import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/** Stage 0: who may do what. The deployer is admin until the last stage hands that over. */
export default buildModule("Access", (m) => ({
  accessManager: m.contract("AccessManager", [m.getAccount(0)]),
}));
