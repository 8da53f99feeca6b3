import { SdkError } from "../errors/SdkError.ts";

/** A keeper's action that cannot be done as asked: the chain was not even tried. */
export class KeeperError extends SdkError {}
