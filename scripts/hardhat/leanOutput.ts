import type { HardhatPlugin } from "hardhat/types/plugins";

/**
 * Has the compiler leave out the code as a list of opcodes, which nothing reads: of the tests that is half of the output, 125 of 240
 * megabytes, and all of it is written, read again and kept. Hardhat's runner wants the fields to be there, so they are empty.
 */
export const leanOutput: HardhatPlugin = {
  id: "bulkhead-lean-output",
  hookHandlers: {
    solidity: async () => ({
      default: async () => ({
        // eslint-disable-next-line max-params -- the hook's own
        invokeSolc: async (context, compiler, input, config, next) => {
          const all = input.settings.outputSelection["*"] ?? {};
          const selectors = (all["*"] ?? []).filter((selector) => !selector.endsWith(".opcodes"));
          const outputSelection = { ...input.settings.outputSelection, "*": { ...all, "*": selectors } };
          const lean = { ...input, settings: { ...input.settings, outputSelection } };
          const output = await next(context, compiler, lean, config);
          for (const file of Object.values(output.contracts ?? {})) {
            for (const { evm } of Object.values(file)) {
              if (evm?.bytecode) evm.bytecode.opcodes = "";
              if (evm?.deployedBytecode) evm.deployedBytecode.opcodes = "";
            }
          }
          return output;
        },
      }),
    }),
  },
};
