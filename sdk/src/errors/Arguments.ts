/** Arguments of an error, by name, as text. */
type Reader = (argument: string) => string;

/** How to read an error's arguments. */
export interface Arguments {
  /** As they are: token units, counts, addresses. */
  readonly raw: Reader;
  /** WAD as a decimal number. */
  readonly wad: Reader;
  /** Unix seconds as a date. */
  readonly time: Reader;
  /** A series id as its terms. */
  readonly series: Reader;
  readonly state: Reader;
  /** A revert's message, or its bytes where they are none. */
  readonly reason: Reader;
}
