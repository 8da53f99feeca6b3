import type { ModelVault } from "../model/ModelVault.ts";
import { BLOCK, DAY, Best, placesOf, type Attack } from "./Attack.ts";

/** What a guaranteed exit's caller accepts of what he saw. */
const EXIT_MINIMUM = 0.99;

/** In one block: deposits, buys, lets somebody leave by the guaranteed exit with a minimum, undoes both. */
export const aroundExit: Attack = {
  name: "around somebody's guaranteed exit with a minimum",
  run(setup) {
    const best = new Best();
    for (const place of placesOf(setup, { utilisations: [0.05, 0.2, 0.4, 0.6] })) {
      const base = place.vault({ listLadder: true });
      for (const leaver of [0.05, 0.2, 0.5, 0.9]) {
        const leaving = leaver * base.supply;
        const seen = base.exitValue(leaving);
        for (const assets of [0, 0.1, 0.5, 1, 3]) {
          const deposited = base.copy();
          const shares = assets > 0 ? deposited.deposit(assets) : 0;
          if (Number.isNaN(shares)) continue;
          for (let series = 1; series <= place.ladder.length; series++) {
            for (const part of [0, 0.01, 0.05, 0.2, 1]) {
              const vault = deposited.copy();
              const quantity = vault.roomFor(series) * part;
              const cost = quantity > 0 ? vault.buy(series, quantity) : 0;
              if (Number.isNaN(cost) || vault.exitValue(leaving) < EXIT_MINIMUM * seen) continue;
              vault.exit(leaving);
              const back = quantity > 0 ? vault.sell(series, quantity) : 0;
              const out = shares > 0 ? vault.redeem(shares) : 0;
              best.offer(assets > 0 ? "with a deposit" : "trades alone", back - cost + out - assets, () =>
                place.at({ leaver, deposit: assets, strike: place.ladder[series - 1] ?? 1, bought: part }),
              );
            }
          }
        }
      }
    }
    return best.figures;
  },
};

/** Buys to the limit and sells back in one block: Rb keeps the largest R, so everybody's exit pays less for a day. */
export const buyAndUndo: Attack = {
  name: "a buy-and-undo lowers everybody's exit",
  run(setup) {
    const best = new Best();
    for (const place of placesOf(setup, { utilisations: [0.001, 0.2, 0.4, 0.6, 0.7, 0.8] })) {
      const vault = place.vault({ listLadder: true });
      if (place.days > 7) vault.wait(3 * DAY);
      // As it stands after a quiet time: what was noted long ago has faded.
      vault.recentCharge = 0;
      vault.note();
      const before = vault.exitValue(1);
      for (let series = 1; series <= place.ladder.length; series++) {
        const copy = vault.copy();
        const quantity = copy.roomFor(series);
        if (quantity <= 0) continue;
        const cost = copy.buy(series, quantity);
        const bought = copy.copy();
        const loss = cost - copy.sell(series, quantity);
        if (Number.isNaN(loss)) continue;
        copy.wait(BLOCK);
        const where = (): string => place.at({ strike: place.ladder[series - 1] ?? 1, cost: loss });
        best.offer(["the exit falls by", "of itself"], 1 - copy.exitValue(1) / before, where);
        best.offer(["the exit falls short of C − lock by", "where that is over 20 % of C"], shortfall(bought), where);
      }
    }
    return best.figures;
  },
};

/** The part of C − lock that the exit does not pay, where C − lock is over a fifth of C. */
function shortfall(vault: ModelVault): number {
  const free = vault.collateral - vault.lock;
  return free > 0.2 * vault.collateral ? 1 - vault.exitValue(vault.supply) / free : NaN;
}
