import { DomainError } from "../errors/DomainError.ts";
import { evaluate, terms, values } from "./blackScholesKernel.ts";

/** Terms of many options, a row each; all columns of one length. Units and bounds as in `BlackScholesInput`. */
export interface BlackScholesColumns {
  readonly spot: Float64Array;
  readonly strike: Float64Array;
  readonly volatility: Float64Array;
  readonly years: Float64Array;
  /** Zero where absent. */
  readonly rate?: Float64Array;
  /** Zero where absent. */
  readonly yieldRate?: Float64Array;
}

const COLUMNS = 14;

/**
 * Prices and sensitivities of the call and the put on many rows, priced without an object for each: the numbers of
 * `blackScholes`, to the last bit, with the meanings in `BlackScholesGreeks`. A table is for one number of rows and can
 * be filled as often as needed.
 */
export class BlackScholesTable {
  readonly forward: Float64Array;
  readonly discount: Float64Array;
  readonly call: Float64Array;
  readonly put: Float64Array;
  readonly callDelta: Float64Array;
  readonly putDelta: Float64Array;
  readonly gamma: Float64Array;
  readonly vega: Float64Array;
  readonly callTheta: Float64Array;
  readonly putTheta: Float64Array;
  readonly callRho: Float64Array;
  readonly putRho: Float64Array;
  readonly vanna: Float64Array;
  readonly volga: Float64Array;
  readonly rows: number;
  /** All columns, one after the other. */
  readonly #cells: Float64Array;

  constructor(rows: number) {
    this.rows = rows;
    const cells = new Float64Array(COLUMNS * rows);
    const column = (index: number): Float64Array => cells.subarray(index * rows, (index + 1) * rows);
    this.#cells = cells;
    this.forward = column(0);
    this.discount = column(1);
    this.call = column(2);
    this.put = column(3);
    this.callDelta = column(4);
    this.putDelta = column(5);
    this.gamma = column(6);
    this.vega = column(7);
    this.callTheta = column(8);
    this.putTheta = column(9);
    this.callRho = column(10);
    this.putRho = column(11);
    this.vanna = column(12);
    this.volga = column(13);
  }

  /** @throws DomainError at the first row with terms outside their bounds, or where a column is of another length */
  price(columns: BlackScholesColumns): this {
    for (const [name, column] of Object.entries(columns) as [string, Float64Array | undefined][]) {
      if (column === undefined || column.length === this.rows) continue;
      throw new DomainError(name, { value: column.length, expected: `of ${this.rows} rows, as the table has` });
    }
    const { spot, strike, volatility, years, rate, yieldRate } = columns;
    const rows = this.rows;
    const cells = this.#cells;
    for (let row = 0; row < rows; row++) {
      terms[0] = spot[row] as number;
      terms[1] = strike[row] as number;
      terms[2] = volatility[row] as number;
      terms[3] = years[row] as number;
      terms[4] = rate === undefined ? 0 : (rate[row] as number);
      terms[5] = yieldRate === undefined ? 0 : (yieldRate[row] as number);
      evaluate();
      for (let column = 0, cell = row; column < COLUMNS; column++, cell += rows) cells[cell] = values[column] as number;
    }
    return this;
  }
}
