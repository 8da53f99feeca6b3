import { SdkError } from "@bulkhead/sdk/errors";

/** A market scenario that cannot be simulated. */
export class SimulationError extends SdkError {}
