import type { ContractError } from "../errors/ContractError.ts";
import { blockOf } from "./blockOf.ts";
import type { Connection } from "./Connection.ts";
import { revertDataOf } from "./revertDataOf.ts";

/** A call that may be refused. */
export interface RefusedCall {
  readonly to: string;
  readonly data: string;
}

export interface ExplainedParameters {
  /** A client, by whose deployment a refusal is put in names and tokens. */
  readonly connection: Connection & { readonly deployment?: object };
  readonly call?: RefusedCall;
}

/** Waits for a call and turns a contract's refusal into a `ContractError`; other failures pass as they are. */
export async function explained<T>(call: Promise<T>, parameters?: ExplainedParameters): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const data = revertDataOf(error);
    throw data === undefined ? error : await refusalOf(data, parameters);
  }
}

/** Revert data in words. The guide to all errors is loaded when the first one comes: most visits need none of it. */
export async function refusalOf(data: string, parameters?: ExplainedParameters): Promise<ContractError> {
  const { tellsTimes, toContractError } = await import("../errors/toContractError.ts");
  if (parameters === undefined) return toContractError(data);
  const { connection, call } = parameters;
  // A chain's time need not be that of the clock here.
  const now = tellsTimes(data) ? await timeOf(connection) : undefined;
  return toContractError(data, { deployment: connection.deployment, call, now });
}

async function timeOf(connection: Connection): Promise<bigint | undefined> {
  return blockOf(connection).then(
    ({ timestamp }) => timestamp,
    () => undefined,
  );
}
