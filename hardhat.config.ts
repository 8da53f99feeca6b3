import { fileURLToPath } from "node:url";

import hardhatToolboxMochaEthers from "@nomicfoundation/hardhat-toolbox-mocha-ethers";
import { configVariable, defineConfig } from "hardhat/config";

import { compilationProgress } from "./scripts/hardhat/compilationProgress.ts";
import { dependencyWarnings } from "./scripts/hardhat/dependencyWarnings.ts";
import { leanOutput } from "./scripts/hardhat/leanOutput.ts";
import { RECORD_GAS, recordGas } from "./scripts/hardhat/recordGas.ts";
import { generateStableTypes } from "./scripts/hardhat/stableTypes.ts";

generateStableTypes();

/** The compiler comes from npm, pinned by the lock file: nothing is downloaded at build time. */
const solc = {
  version: "0.8.37",
  path: fileURLToPath(new URL("node_modules/solc/soljson.js", import.meta.url)),
};

/**
 * What the optimiser weighs: how often code runs for each time that it is deployed. Pricing runs in every trade; what the limit on
 * code size leaves less room for speed runs at fewer. ADR 0018 has the figures.
 */
const MANY_RUNS = 1_000_000;
const FEW_RUNS = 200;
/** What trades and chains run, as far as room is kept for what is to come; the oracle's room takes a little more. */
const SOME_RUNS = 1_200;
const ORACLE_RUNS = 900;
/** Under `contracts/`. The factory carries the token's code. */
const RUNS: Readonly<Record<string, number>> = {
  "premium/PremiumOracle": ORACLE_RUNS,
  "router/Quoter": SOME_RUNS,
  "surface/VolatilitySurface": FEW_RUNS,
  "vault/OptionVault": SOME_RUNS,
  "vault/VaultFactory": FEW_RUNS,
  "vault/modules/VaultOperations": FEW_RUNS,
  "vault/modules/VaultShares": FEW_RUNS,
  "vault/modules/VaultClearing": FEW_RUNS,
  "vault/modules/VaultViews": FEW_RUNS,
  "vault/token/OptionToken": FEW_RUNS,
};
const optimizedFor = (runs: number) => ({ evmVersion: "osaka", viaIR: true, optimizer: { enabled: true, runs } });

/** `make test-deep` sets this: the same tests, run for longer. */
const deep = process.env["BULKHEAD_TEST_PROFILE"] === "deep";

/** `make gas-report` sets this. */
const gasRecord = process.env[RECORD_GAS];

/** Seeds are fixed so that a failure seen once is seen again. */
const SEED = "0x62756c6b68656164";

/** Relative to the project's root. */
const READS_PACKAGES = { readDirectory: ["node_modules/@uniswap"] };

export default defineConfig({
  plugins: [
    hardhatToolboxMochaEthers,
    dependencyWarnings,
    leanOutput,
    compilationProgress,
    ...(gasRecord === undefined ? [] : [recordGas(gasRecord)]),
  ],
  solidity: {
    splitTestsCompilation: true,
    // Deployed as it is, and imported by nothing of ours.
    npmFilesToBuild: ["@openzeppelin/contracts/access/manager/AccessManager.sol"],
    profiles: {
      /** Quick: development, tests, coverage. */
      default: {
        ...solc,
        settings: { evmVersion: "osaka", optimizer: { enabled: true, runs: 200 } },
      },
      /** Slow: gas figures, contract sizes, the demo and every deployment. */
      production: {
        // One job for all: by itself this profile would compile every file alone, each with all that it imports.
        isolated: false,
        compilers: [{ ...solc, settings: optimizedFor(MANY_RUNS) }],
        // More jobs: those that the limit on code size leaves less room for speed.
        overrides: Object.fromEntries(
          Object.entries(RUNS).map(([name, runs]) => [
            `contracts/${name}.sol`,
            { ...solc, settings: optimizedFor(runs) },
          ]),
        ),
      },
    },
  },
  networks: {
    // URL and key are asked of Hardhat's keystore (`make keystore`), or of the environment, only when they are used.
    sepolia: {
      type: "http",
      chainType: "l1",
      url: configVariable("SEPOLIA_RPC_URL"),
      accounts: [configVariable("DEPLOYER_KEY")],
    },
    default: { type: "edr-simulated", chainType: "l1", hardfork: "osaka", allowUnlimitedContractSize: true },
  },
  paths: { ignition: "deploy" },
  verify: { etherscan: { apiKey: configVariable("ETHERSCAN_API_KEY") } },
  typechain: { outDir: "typechain-types" },
  test: {
    mocha: { timeout: 120_000 },
    // Solidity tests deploy Uniswap and Permit2 from what their packages ship.
    solidity: deep
      ? {
          fsPermissions: READS_PACKAGES,
          fuzz: { seed: SEED, runs: 5_000 },
          invariant: { runs: 100, depth: 150, failOnRevert: false },
        }
      : {
          fsPermissions: READS_PACKAGES,
          fuzz: { seed: SEED, runs: 256 },
          invariant: { runs: 24, depth: 60, failOnRevert: false },
        },
  },
});
