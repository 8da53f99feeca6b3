/**
 * An error in words: what was expected, what came and what to do. `{limit:amount}` stands for the argument `limit` as a
 * person reads it (`phrase`): `amount` is what it is. A third part names another argument that says more: the token of an
 * amount, the block's time beside a time, the name of a parameter.
 */
export type Guide = readonly [expected: string, got: string, action: string];

/** Guides by the error's name; by its signature where several errors share a name. */
export type Guides = Readonly<Record<string, Guide>>;
