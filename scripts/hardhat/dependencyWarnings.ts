import type { HardhatPlugin } from "hardhat/types/plugins";

/** Where the compiler's formatted message says a warning comes from, when that is one of our own files. */
const FROM_OUR_FILES = /--> \.?\/?(contracts|test)\//;

/** "Contract code size exceeds …": the quick profile's sizes mean nothing; `scripts/check-sizes.ts` judges production's. */
const CODE_SIZE = "5574";

/**
 * Drops the compiler warnings that dependencies cause, and those about size, which is checked where it counts.
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
            (error) =>
              error.severity === "error" ||
              (error.errorCode !== CODE_SIZE && FROM_OUR_FILES.test(error.formattedMessage ?? error.message)),
          );
        },
      }),
    }),
  },
};
