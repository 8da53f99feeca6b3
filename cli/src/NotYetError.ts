import { SdkError } from "@bulkhead/sdk";

/** A command whose time has not come, or whose market is shut: to be tried again. */
export class NotYetError extends SdkError {}
