import { defineConfig } from "tsdown";

/** ES modules and CommonJS, each with declarations of its own; entries share what they have in common. */
export default defineConfig({
  entry: {
    index: "src/index.ts",
    abi: "src/abi/index.ts",
    book: "src/pricing/book.ts",
    client: "src/client/index.ts",
    errors: "src/errors/index.ts",
    ethers: "src/ethers.ts",
    pricing: "src/pricing/index.ts",
    strategy: "src/strategy/index.ts",
    surface: "src/surface/index.ts",
    viem: "src/viem.ts",
  },
  format: ["esm", "cjs"],
  fixedExtension: true,
  platform: "neutral",
  target: "es2022",
  dts: { sourcemap: false },
  sourcemap: false,
  treeshake: true,
  clean: true,
});
