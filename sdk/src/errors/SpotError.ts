import { SdkError } from "./SdkError.ts";

/** A spot price that too few reporters would sign, or that cannot be brought to the chain. */
export class SpotError extends SdkError {}
