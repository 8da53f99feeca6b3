import { SdkError } from "./SdkError.ts";

/** Where in a file of option quotes something is wrong; a line of zero stands for the whole file. */
export interface ChainFilePlace {
  /** From 1, the header included. */
  readonly line: number;
  /** The column's header as the file writes it. */
  readonly column?: string;
}

/** A file of option quotes that cannot be read as one. */
export class ChainFileError extends SdkError {
  readonly line: number;
  readonly column: string | undefined;

  constructor(
    { line, column }: ChainFilePlace,
    { expected, got, action = "correct the file" }: { expected: string; got: string; action?: string },
  ) {
    super({ expected, got, action });
    const place = [...(line > 0 ? [`line ${line}`] : []), ...(column === undefined ? [] : [`column "${column}"`])];
    if (place.length > 0) this.message = `${place.join(", ")}: ${this.message}`;
    this.line = line;
    this.column = column;
  }
}
