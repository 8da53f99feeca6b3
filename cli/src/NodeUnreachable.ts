import { NodeError } from "@bulkhead/sdk";

/** Whoever was asked did not answer as a node does. */
export class NodeUnreachable extends NodeError {
  /** Whether it may answer later; a node that wants another URL or a password will not. */
  readonly isPassing: boolean;

  constructor(
    url: string,
    {
      got,
      isPassing,
      action = isPassing ? "start it (make node), or try again later, or check --url" : "check --url",
    }: { readonly got: string; readonly isPassing: boolean; readonly action?: string },
  ) {
    super({ expected: `a node that answers at ${url}`, got, action });
    this.isPassing = isPassing;
  }
}
