import type { ModelVault } from "../model/ModelVault.ts";
import { BLOCK, DAY, HOUR, MINUTE, Best, dipsOf, pauseName, placesOf, type Attack } from "./Attack.ts";

const HALF_HOUR = 30 * MINUTE;

/**
 * Buys early and cheap; others fill the vault; spot dips for a while. Sells once it is back, or inside the dip. Counted is
 * what that pays more than selling at the same time without a dip, moves of fair value left out.
 */
export const dipAndBack: Attack = {
  name: "dip and back",
  run(setup) {
    const best = new Best();
    for (const place of placesOf(setup, { utilisations: [0] })) {
      for (const strike of place.ladder.slice(1)) {
        for (const first of [0.1, 0.3, 0.6]) {
          for (const full of [first, 0.7, 0.88]) {
            if (full < first) continue;
            const vault = place.vault({ strike });
            const quantity = (first * vault.riskCapital) / vault.lockOf(0);
            const paid = quantity * vault.fairOf(0) - vault.buy(0, quantity, true);
            vault.wait(BLOCK);
            const others = (full * vault.riskCapital - vault.lock) / vault.lockOf(0);
            if (others > 0) vault.buy(0, others, true);
            vault.wait(6 * HOUR);
            const result = (at: ModelVault): number => paid + at.sell(0, quantity) - quantity * at.fairOf(0);
            for (const length of [10 * MINUTE, HOUR, 6 * HOUR, DAY, 3 * DAY]) {
              if (length > (place.days - 1) * DAY) continue;
              const calm = vault.copy();
              calm.wait(length + BLOCK);
              const inCalm = refusedAsLoss(result(calm.copy()));
              calm.wait(BLOCK);
              const afterCalm = refusedAsLoss(result(calm));
              for (const spot of dipsOf(place.kind)) {
                const where = (): string => place.at({ first, full, strike, spot });
                const dipped = vault.copy();
                dipped.wait(BLOCK, spot);
                dipped.wait(length);
                best.offer(["sold inside a dip", pauseName(length)], result(dipped.copy()) - inCalm, where);
                dipped.wait(BLOCK, 1);
                best.offer(["sold after a dip", pauseName(length)], result(dipped) - afterCalm, where);
              }
            }
          }
        }
      }
    }
    return best.figures;
  },
};

/** A dip and back within the hour; a holder sells at what it did to E and buys back later. */
export const lagFarmed: Attack = {
  name: "E's lag farmed",
  run(setup) {
    const best = new Best();
    for (const place of placesOf(setup, { utilisations: [0.4, 0.6, 0.8, 0.88] })) {
      for (const strike of place.ladder.slice(1)) {
        const base = place.vault({ strike });
        for (const part of [0.3, 0.9]) {
          for (const pause of [HOUR, 6 * HOUR, DAY, 3 * DAY, 5 * DAY, 10 * DAY]) {
            if (pause > (place.days - 1) * DAY) continue;
            const gainAfter = (spot: number): number => {
              const vault = base.copy();
              vault.wait(HALF_HOUR, spot);
              vault.wait(HALF_HOUR, 1);
              const quantity = vault.amountOf(0) * part;
              const got = vault.sell(0, quantity) - quantity * vault.fairOf(0);
              vault.wait(pause);
              return got + quantity * vault.fairOf(0) - vault.buy(0, quantity);
            };
            const calm = refusedAsLoss(gainAfter(1));
            for (const spot of dipsOf(place.kind)) {
              best.offer(pauseName(pause), gainAfter(spot) - calm, () => place.at({ strike, spot, sold: part }));
            }
          }
        }
      }
    }
    return best.figures;
  },
};

/** Deposits after a dip and back, leaves after a pause. Counted against the same without a dip. */
export const depositAfterDip: Attack = {
  name: "deposit after a dip",
  run(setup) {
    const best = new Best();
    for (const place of placesOf(setup, { utilisations: [0.4, 0.6, 0.7, 0.8, 0.85], tenors: [14, 28, 42, 63] })) {
      const base = place.vault();
      for (const assets of [0.05, 0.3, 1, 3]) {
        for (const pause of [BLOCK, 6 * HOUR, DAY, 3 * DAY, 5 * DAY, 10 * DAY]) {
          if (pause > (place.days - 2) * DAY) continue;
          const gainAfter = (spot: number): number => {
            const vault = base.copy();
            vault.wait(HALF_HOUR, spot);
            vault.wait(HALF_HOUR, 1);
            const shares = vault.deposit(assets);
            vault.wait(pause);
            return vault.redeem(shares) - assets;
          };
          const calm = gainAfter(1);
          if (Number.isNaN(calm)) continue;
          for (const spot of dipsOf(place.kind)) {
            best.offer(pauseName(pause), gainAfter(spot) - calm, () => place.at({ spot, deposit: assets }));
          }
        }
      }
    }
    return best.figures;
  },
};

/** Where a calm market would have refused, anything that a dip pays is its doing. */
function refusedAsLoss(gain: number): number {
  return Number.isNaN(gain) ? 0 : gain;
}
