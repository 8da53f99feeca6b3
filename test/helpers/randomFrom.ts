/** Repeatable random choices. */
export interface Random {
  /** A whole number from 0 to `bound` − 1. */
  below(bound: number): number;
  pick<Item>(items: readonly Item[]): Item;
}

/** A source of random choices that a text seeds (mulberry32 over an FNV-1a hash): equal texts, equal choices. */
export function randomFrom(text: string): Random {
  let state = 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);

  const below = (bound: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
  return {
    below,
    pick(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("expected something to pick from, got an empty list");
      return item;
    },
  };
}
