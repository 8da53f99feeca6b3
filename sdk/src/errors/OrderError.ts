import { SdkError } from "./SdkError.ts";

/** An order that cannot be sent as it is. */
export class OrderError extends SdkError {}
