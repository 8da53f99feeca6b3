import { SdkError } from "@bulkhead/sdk";

/** Told to stop (Ctrl-C) while something was being sent: what may have come of it. */
export class Interrupted extends SdkError {
  constructor({ hashes, isSending }: { readonly hashes: readonly string[]; readonly isSending: boolean }) {
    const sent = hashes.length === 0 ? "" : `${hashes.join(" and ")} sent, which may still be mined`;
    const maybe = isSending ? "one that was just being sent and may still be mined" : "";
    const all = [sent, maybe].filter((part) => part !== "").join(", and ");
    super({
      expected: "to wait until the chain has it",
      got: all === "" ? "an interrupt before anything was sent" : `an interrupt, with ${all}`,
      action: all === "" ? "nothing was sent" : "look there before you send it again",
    });
  }
}
