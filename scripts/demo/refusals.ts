import { revertDataOf, toContractError, type ContractError } from "@bulkhead/sdk";
import type { TransactionRequest } from "ethers";

import type { Account } from "../markets/Account.ts";
import type { Results } from "../report/Output.ts";
import type { Stage } from "./Stage.ts";

/** Something that must be refused. */
export interface Attempt {
  /** What is tried, for people. */
  readonly what: string;
  readonly by: Account;
  readonly transaction: TransactionRequest;
  /** The error's name in the contract; where it carries another error, both: "SourceFailed/StaleAnswer". */
  readonly expected: string;
}

/** The protocol let something through that it must refuse, or refused it for another reason. */
export class RefusalFailed extends Error {
  constructor({ what, expected }: Attempt, got: string) {
    super(`${what}: expected to be refused with ${expected}, got ${got}`);
    this.name = "RefusalFailed";
  }
}

/** Tries what must not work, and remembers by which name it was refused. */
export class Refusals {
  readonly #stage: Stage;
  readonly #seen: (Attempt & { error: ContractError })[] = [];

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /**
   * Reads the reason from a call, then sends the transaction nevertheless: it must be mined as failed and leave
   * every invariant standing.
   * @throws RefusalFailed where it goes through or another error comes back
   */
  async assertRefused(attempt: Attempt): Promise<void> {
    await this.#stage.pass();
    const error = await reasonOf(attempt);
    if (error.errorName !== attempt.expected) throw new RefusalFailed(attempt, error.message);
    if (await this.#stage.succeeds(attempt.transaction, attempt.by.signer)) {
      throw new RefusalFailed(attempt, "a success");
    }
    this.#seen.push({ ...attempt, error });
  }

  /** The table of all of them. */
  results(): Results {
    return {
      name: "refusals",
      title: `Refused by name: ${this.#seen.length} attempts`,
      // The words of the errors are in the records (`--json`); beside their names they would make the table too wide.
      columns: ["tried", "by", "refused with"],
      rows: this.#seen.map(({ what, by, error }) => ({
        cells: [what, by.name, error.errorName],
        record: {
          tried: what,
          by: by.address,
          error: error.errorName,
          expected: error.expected,
          got: error.got,
          data: error.data,
        },
      })),
    };
  }
}

async function reasonOf(attempt: Attempt): Promise<ContractError> {
  try {
    await attempt.by.signer.call(attempt.transaction);
  } catch (error) {
    const data = revertDataOf(error);
    if (data !== undefined) return toContractError(data);
    throw error;
  }
  throw new RefusalFailed(attempt, "a success");
}
