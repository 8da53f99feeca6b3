import type { Arguments } from "./Arguments.ts";
import type { Explanation } from "./SdkError.ts";

/** Why the chain refuses an observation for its time: of a signed spot price, or of a report. */
export const SPOT_ERRORS = {
  ObservedOutOfOrder: ({ time }) => ({
    expected: `an observation after the latest, of ${time("latest")}`,
    got: `one of ${time("observedAt")}`,
    action: "nothing: the same or a newer one was delivered before",
  }),
  ObservedInFuture: ({ time }) => ({
    expected: `an observation of ${time("time")} or earlier`,
    got: `one of ${time("observedAt")}`,
    action: "deliver it in the next block; check the reporters' clocks",
  }),
  ObservedTooLongAgo: ({ time }) => ({
    expected: `an observation of ${time("oldest")} or later`,
    got: `one of ${time("observedAt")}`,
    action: "fetch a newer one and deliver it at once",
  }),
  AlreadySubmittedInBlock: ({ time }) => ({
    expected: "one signed spot price a block",
    got: `a second one, after that of ${time("number")}`,
    action: "trade at the price that is there, or deliver yours in the next block",
  }),
  SignedSpotSuspended: () => ({
    expected: "signed spot prices to be let in",
    got: "a market that shuts them out",
    action: "trade at the push feed's price until the governor lets them in again",
  }),
} as const satisfies Readonly<Record<string, (read: Arguments) => Explanation>>;
