import { i as SdkError, n as ContractError, r as Explanation } from "./revertDataOf-opeQwRm1.cjs";

//#region src/errors/CalibrationError.d.ts
/** Quotes from which no volatility slice can be made. */
declare class CalibrationError extends SdkError {
  readonly expiry: number;
  constructor(expiry: number, {
    expected,
    got
  }: {
    expected: string;
    got: string;
  });
}
//#endregion
//#region src/errors/ChainFileError.d.ts
/** Where in a file of option quotes something is wrong; a line of zero stands for the whole file. */
interface ChainFilePlace {
  /** From 1, the header included. */
  readonly line: number;
  /** The column's header as the file writes it. */
  readonly column?: string;
}
/** A file of option quotes that cannot be read as one. */
declare class ChainFileError extends SdkError {
  readonly line: number;
  readonly column: string | undefined;
  constructor({
    line,
    column
  }: ChainFilePlace, {
    expected,
    got,
    action
  }: {
    expected: string;
    got: string;
    action?: string;
  });
}
//#endregion
//#region src/errors/DomainError.d.ts
/** A number lies outside what a formula is defined for, or is none. */
declare class DomainError extends SdkError {
  readonly parameter: string;
  readonly value: number | bigint | string;
  constructor(parameter: string, {
    value,
    expected,
    action
  }: {
    value: number | bigint | string;
    expected: string;
    action?: string;
  });
}
//#endregion
//#region src/errors/explainError.d.ts
/**
 * Any failure in one line: what was expected, what came, what to do. Never a stack trace.
 * @example
 * const line = explainError(new Error("no route to host"));
 */
declare function explainError(error: unknown): string;
//#endregion
//#region src/errors/NodeError.d.ts
/** A node or a wallet answered with something else than what was asked for. */
declare class NodeError extends SdkError {}
//#endregion
//#region src/errors/NoVolatilityError.d.ts
/** No volatility gives this price: it is at or outside the bounds that hold without arbitrage. */
declare class NoVolatilityError extends SdkError {
  readonly price: number;
  readonly lower: number;
  readonly upper: number;
  constructor(price: number, {
    lower,
    upper
  }: {
    lower: number;
    upper: number;
  });
}
//#endregion
//#region src/errors/OrderError.d.ts
/** An order that cannot be sent as it is. */
declare class OrderError extends SdkError {}
//#endregion
//#region src/errors/PermitError.d.ts
/** A token whose permits cannot be used here. */
declare class PermitError extends SdkError {
  readonly token: string;
  constructor(token: string, explanation: Explanation);
}
//#endregion
//#region src/errors/ReportError.d.ts
/** A surface report that the chain would refuse, or that a reporter will not sign. */
declare class ReportError extends SdkError {
  /** Expiry (unix seconds) at fault, zero where the whole report is. */
  readonly expiry: number;
  constructor(expiry: number, explanation: Explanation);
}
//#endregion
//#region src/errors/SpotError.d.ts
/** A spot price that too few reporters would sign, or that cannot be brought to the chain. */
declare class SpotError extends SdkError {}
//#endregion
//#region src/errors/toContractError.d.ts
/**
 * Revert data as an error with words. Errors that carry another contract's error are named and explained by it.
 * @example
 * const { errorName, message } = toContractError("0x203d82d8");
 */
declare function toContractError(data: string): ContractError;
//#endregion
//#region src/errors/TransactionError.d.ts
/** A transaction that was sent did not do what it was to do. */
declare class TransactionError extends SdkError {
  /** The transaction's. */
  readonly hash: string;
  constructor(hash: string, explanation: Explanation);
}
//#endregion
//#region src/errors/requireWithin.d.ts
/** Refuses a parameter that is not a finite number within [minimum, maximum]. */
declare function requireWithin(parameter: string, {
  value,
  minimum,
  maximum
}: {
  value: number;
  minimum: number;
  maximum: number;
}): void;
//#endregion
//#region src/errors/WrongChainError.d.ts
/** The record of a deployment and the node that is asked are of different chains. */
declare class WrongChainError extends SdkError {
  /** Of the record. */
  readonly expectedChainId: bigint;
  /** Of the node. */
  readonly chainId: bigint;
  constructor({
    expected,
    got
  }: {
    expected: bigint;
    got: bigint;
  });
}
//#endregion
export { SpotError as a, OrderError as c, explainError as d, DomainError as f, CalibrationError as h, toContractError as i, NoVolatilityError as l, ChainFilePlace as m, requireWithin as n, ReportError as o, ChainFileError as p, TransactionError as r, PermitError as s, WrongChainError as t, NodeError as u };