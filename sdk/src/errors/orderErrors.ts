import type { Arguments } from "./Arguments.ts";
import type { Explanation } from "./SdkError.ts";

/** What was expected, what came and what to do, where an order of several legs does not fit a vault. */
export const ORDER_ERRORS: Readonly<Record<string, (read: Arguments) => Explanation>> = {
  TooManyLegsForVault: ({ raw }) => ({
    expected: `at most ${raw("maximum")} legs to one vault`,
    got: `${raw("legs")} to ${raw("vault")}`,
    action: "split the order, or spread it over vaults",
  }),
  DuplicateSeries: ({ series }) => ({
    expected: "each series once for each vault",
    got: `${series("id")} twice`,
    action: "put both into one leg",
  }),
  LockGrowthAboveLimit: ({ wad }) => ({
    expected: `an order that locks at most ${wad("maximum")} more, as the vault is guarded`,
    got: wad("added"),
    action: "trade less at once",
  }),
};
