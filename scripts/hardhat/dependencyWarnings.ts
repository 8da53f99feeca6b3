import type { HardhatPlugin } from "hardhat/types/plugins";

/** Where the compiler's formatted message says a warning comes from, when that is one of our own files. */
const FROM_OUR_FILES = /--> \.?\/?(contracts|test)\//;

/**
 * Drops the compiler warnings that dependencies cause.
 *
 * From solc 0.8.31 on forge-std and Solady print hundreds of deprecation notes; a warning that is ours to mend would
 * go unseen among them.
 */
export const dependencyWarnings: HardhatPlugin = {
  id: "bulkhead-dependency-warnings",
  hookHandlers: {
    solidity: async () => ({
      default: async () => ({
        getCompilationJobErrors: async (context, job, output, next) => {
          const errors = await next(context, job, output);
          return errors.filter(
            (error) => error.severity === "error" || FROM_OUR_FILES.test(error.formattedMessage ?? error.message),
          );
        },
      }),
    }),
  },
};
