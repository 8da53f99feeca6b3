import type { GuaranteedExit, MarketStory, Story, VaultStory } from "./Story.ts";

/** What a share of those who stayed was worth, over what it was at first, before and after a guaranteed exit. */
export interface Leap {
  readonly vault: VaultStory;
  readonly exit: GuaranteedExit;
  readonly before: number;
  readonly after: number;
}

/** The leaps of a market's vaults, one a guaranteed exit between two looks at its vault. */
export function leapsOf({ moments, exits }: Story, { vaults }: MarketStory): Leap[] {
  return exits.flatMap((exit): Leap[] => {
    const vault = vaults.find(({ address }) => address === exit.vault);
    const shares = moments.flatMap(({ at, vaults: seen }) => {
      const share = seen[exit.vault]?.share;
      return share === undefined ? [] : [{ at, share }];
    });
    const before = shares.findLast(({ at }) => at < exit.at)?.share;
    const after = shares.find(({ at }) => at >= exit.at)?.share;
    return vault === undefined || before === undefined || after === undefined ? [] : [{ vault, exit, before, after }];
  });
}
