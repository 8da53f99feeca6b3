import { SdkError } from "./SdkError.ts";

/** A market scenario that cannot be simulated. */
export class SimulationError extends SdkError {}
