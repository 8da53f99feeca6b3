//#region src/errors/SdkError.d.ts
/** What every error of this SDK says: what was expected, what came instead, and what to do about it. */
interface Explanation {
  readonly expected: string;
  readonly got: string;
  readonly action: string;
}
/** Base of all errors of this SDK. Its message is one line that a person can act on. */
declare class SdkError extends Error {
  readonly expected: string;
  readonly got: string;
  readonly action: string;
  constructor(explanation: Explanation);
}
//#endregion
//#region src/errors/ContractError.d.ts
/** A contract refused, by one of its named errors. */
declare class ContractError extends SdkError {
  /** The error's name; where it carries another error, both: "SourceFailed/StaleAnswer". */
  readonly errorName: string;
  /** The revert data. */
  readonly data: string;
  constructor(errorName: string, {
    data,
    ...explanation
  }: Explanation & {
    data: string;
  });
}
//#endregion
//#region src/rpc/revertDataOf.d.ts
/** The revert data that an error of a library, of Hardhat or of a JSON-RPC provider carries; nothing where it carries none. */
declare function revertDataOf(error: unknown, depth?: number): `0x${string}` | undefined;
//#endregion
export { SdkError as i, ContractError as n, Explanation as r, revertDataOf as t };