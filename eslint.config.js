import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  globalIgnores([
    "artifacts/",
    "cache/",
    "coverage/",
    "out/",
    "cli/dist/",
    "sdk/dist/",
    "typechain-types/",
    "deploy/deployments/",
  ]),
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Hardhat's hooks and mocha's callbacks are asynchronous by type, whether or not they wait.
      "@typescript-eslint/require-await": "off",
      // Addresses, amounts and counts in messages are numbers and bigints.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      eqeqeq: "error",
      "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
      "max-params": ["error", 4],
      "no-console": "error",
    },
  },
  {
    // Written by scripts/abis.ts, as long as the contracts make them.
    files: ["sdk/src/abi/*.ts", "sdk/src/client/abis.ts"],
    rules: { "max-lines": "off" },
  },
  {
    // Commander hands a command's arguments over one by one.
    files: ["cli/src/commands/*.ts"],
    rules: { "max-params": "off" },
  },
  {
    // Scripts talk to a terminal.
    files: ["scripts/**/*.ts", "deploy/**/*.ts"],
    rules: { "no-console": "off" },
  },
  {
    files: ["test/**/*.ts", "**/*.test.ts"],
    rules: {
      // chai's assertions are property reads.
      "@typescript-eslint/no-unused-expressions": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      // A behaviour tree is as long as the behaviour.
      "max-lines": "off",
      "no-console": "off",
    },
  },
);
