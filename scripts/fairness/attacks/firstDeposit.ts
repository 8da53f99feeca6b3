import { LEAST_DEPOSIT } from "../model/CapitalRule.ts";
import { Listing } from "../model/Listing.ts";
import { ModelVault } from "../model/ModelVault.ts";
import { BLOCK, DAY, Best, pauseName, placesOf, worthAt, type Attack, type Place, type Setup } from "./Attack.ts";

const PAUSES = [DAY, 6 * DAY, 10 * DAY];
/** What can be borrowed within a transaction. */
const BORROWED = 500;
/** What whoever takes a first deposit back leaves behind. */
const DUST_SHARE = 1e-9;
const TENORS = [14, 28, 63];
const UTILISATIONS = [0.2, 0.6, 0.85];

/** The first provider brings five hundred vaults more than stay; a buyer sells later, or somebody else deposits. */
export const borrowedStart: Attack = {
  name: "a first deposit of 500 vaults more, taken back in the block",
  run(setup) {
    const best = new Best();
    for (const place of placesOf(setup, { utilisations: UTILISATIONS, tenors: TENORS })) {
      for (const stake of [1, 0.3, 0.1, LEAST_DEPOSIT]) {
        const calm = written(vaultOf(setup, place, stake), place);
        const large = vaultOf(setup, place, stake + BORROWED);
        large.redeem((large.supply * BORROWED) / (stake + BORROWED));
        const flash = written(large, place);
        const size = stake === 1 ? "a vault" : `${stake} vaults`;
        for (const pause of PAUSES) {
          const [alone, vault] = [calm.copy(), flash.copy()];
          alone.wait(pause);
          vault.wait(pause);
          const where = (): string => place.at({ stake });
          best.offer([`from a buyer who sells; in ${size}`, pauseName(pause)], soldOut(vault) - soldOut(alone), where);
          best.offer([`from a newcomer; in ${size}`, pauseName(pause)], joined(vault) - joined(alone), where);
        }
      }
    }
    return best.figures;
  },
};

/** A least deposit comes first and leaves in the block, or stays; the real provider comes then, and a tenth is written in a day. */
export const leastStart: Attack = {
  name: "a least first deposit before the provider's: asks a day later rise",
  run(setup) {
    const best = new Best();
    for (const place of placesOf(setup, { utilisations: [0.1], tenors: TENORS })) {
      const calm = vaultOf(setup, place, 1);
      for (const stays of [false, true]) {
        const vault = vaultOf(setup, place, LEAST_DEPOSIT);
        if (!stays) vault.redeem(vault.supply * (1 - DUST_SHARE));
        vault.wait(BLOCK);
        vault.deposit(1);
        const [alone, after] = [calm.copy(), vault];
        alone.wait(DAY);
        after.wait(DAY);
        const ask = (each: ModelVault): number => each.ask(0, place.utilisation / each.lockOf(0));
        best.offer(stays ? "and stays" : "and is taken back", ask(after) / ask(alone) - 1, () => place.at({}));
      }
    }
    return best.figures;
  },
};

/** A vault of one series at the money that begins with a deposit. */
function vaultOf({ market, rule }: Setup, { kind, tier, days }: Place, deposit: number): ModelVault {
  const series = [{ expiry: days * DAY, strike: 1 }];
  return new ModelVault(new Listing({ kind, params: tier.params, market }, series), { rule, deposit });
}

/** Somebody buys what the place says, of the capital that is there. */
function written(vault: ModelVault, { utilisation }: Place): ModelVault {
  vault.buy(0, (utilisation * vault.actual) / vault.lockOf(0));
  return vault;
}

/** What is left to the provider once the buyer has sold, of what it was. */
function soldOut(vault: ModelVault): number {
  vault = vault.copy();
  vault.sell(0, vault.amountOf(0));
  return vault.collateral / vault.supply;
}

/** What a share of the provider is worth once somebody has deposited as much as there is; R at that capital. */
function joined(vault: ModelVault): number {
  vault = vault.copy();
  const capital = vault.available;
  vault.deposit(capital);
  return worthAt(vault, capital) / vault.supply;
}
