import { SdkError } from "./SdkError.ts";

/** A node or a wallet answered with something else than what was asked for. */
export class NodeError extends SdkError {}
