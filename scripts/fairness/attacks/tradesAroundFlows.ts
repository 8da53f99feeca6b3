import { BLOCK, DAY, HOUR, MINUTE, Best, pauseName, placesOf, type Attack } from "./Attack.ts";

const PAUSES = [BLOCK, 10 * MINUTE, HOUR, 6 * HOUR, 12 * HOUR, DAY, 3 * DAY, 7 * DAY];
const BEFORE_LEAVING = [0.001, 0.2, 0.4, 0.6, 0.7, 0.8];
const LEAVERS = [0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5];
const COMERS = [0.05, 0.3, 1, 3];

/** Buys up to what still lets the leaver out, lets him leave a block later, sells after a pause. */
export const aroundRedeem: Attack = {
  name: "trades around a redeem",
  run(setup) {
    const best = new Best();
    for (const place of placesOf(setup, { utilisations: BEFORE_LEAVING })) {
      const base = place.vault({ listLadder: true });
      for (const part of LEAVERS) {
        const shares = part * base.supply;
        const alone = base.copy().redeem(shares);
        if (Number.isNaN(alone)) continue;
        for (let series = 1; series <= place.ladder.length; series++) {
          const vault = base.copy();
          const gross = (shares * Math.max(0, vault.nav - vault.band)) / vault.supply;
          const quantity = ((0.8495 * (vault.rule.room(vault) - gross) - vault.lock) / vault.lockOf(series)) * 0.97;
          if (quantity <= 0) continue;
          const bought = quantity * vault.fairOf(series) - vault.buy(series, quantity);
          vault.wait(BLOCK);
          const paid = vault.redeem(shares);
          if (Number.isNaN(bought + paid)) continue;
          const where = (): string => place.at({ leaver: part, strike: place.ladder[series - 1] ?? 1 });
          best.offer(["the leaver loses", "of what he is worth"], (alone - paid) / alone, where);
          for (const pause of PAUSES) {
            if (pause > place.days * DAY - 6 * HOUR) continue;
            const later = vault.copy();
            later.wait(pause);
            best.offer(
              pauseName(pause),
              bought + later.sell(series, quantity) - quantity * later.fairOf(series),
              where,
            );
          }
        }
      }
    }
    return best.figures;
  },
};

/** The same around a fill of the queue: its claim stands before the purchase, its rent is on the least lock. */
export const aroundFill: Attack = {
  name: "trades around a fill",
  run(setup) {
    const best = new Best();
    for (const place of placesOf(setup, { utilisations: BEFORE_LEAVING })) {
      const base = place.vault({ listLadder: true });
      for (const part of LEAVERS) {
        const shares = part * base.supply;
        const undisturbed = base.copy();
        undisturbed.request(shares);
        const alone = undisturbed.fill();
        if (Number.isNaN(alone)) continue;
        for (let series = 1; series <= place.ladder.length; series++) {
          for (const size of [0.3, 1]) {
            const vault = base.copy();
            vault.request(shares);
            const shareBefore = vault.nav / vault.supply;
            const room = 0.8495 * vault.rule.room(vault) - vault.lock;
            const quantity = (room / vault.lockOf(series)) * 0.97 * size;
            if (quantity <= 0) continue;
            const bought = quantity * vault.fairOf(series) - vault.buy(series, quantity);
            vault.wait(BLOCK);
            const shareBought = vault.nav / vault.supply;
            const paid = vault.fill();
            if (Number.isNaN(bought + paid)) continue;
            const where = (): string => place.at({ leaver: part, strike: place.ladder[series - 1] ?? 1, size });
            const share = vault.nav / vault.supply;
            best.offer(["the leaver loses", "of what he is worth"], (alone - paid) / alone, where);
            best.offer(["NAV a share falls", "at the fill"], 1 - share / shareBought, where);
            best.offer(["NAV a share falls", "against before the purchase"], 1 - share / shareBefore, where);
            for (const pause of PAUSES) {
              if (pause > (place.days - 1) * DAY) continue;
              const later = vault.copy();
              later.wait(pause);
              const gain = bought + later.sell(series, quantity) - quantity * later.fairOf(series);
              best.offer(pauseName(pause), gain, where);
              best.offer(["in league with the leaver", pauseName(pause)], gain + paid - alone, where);
            }
          }
        }
      }
    }
    return best.figures;
  },
};

/** Sells, lets somebody deposit, buys back after a pause. */
export const aroundDeposit: Attack = {
  name: "trades around a deposit",
  run(setup) {
    const best = new Best();
    for (const place of placesOf(setup, { utilisations: [0.4, 0.6, 0.7, 0.8, 0.88] })) {
      for (const strike of place.ladder.slice(1)) {
        const base = place.vault({ strike });
        for (const part of [0.25, 0.6, 1]) {
          const sold = base.copy();
          const quantity = sold.amountOf(0) * part * 0.999999;
          const got = sold.sell(0, quantity) - quantity * sold.fairOf(0);
          if (Number.isNaN(got)) continue;
          for (const assets of COMERS) {
            const vault = sold.copy();
            vault.deposit(assets);
            for (const pause of PAUSES) {
              if (pause > place.days * DAY - 6 * HOUR) continue;
              const later = vault.copy();
              later.wait(pause);
              best.offer(pauseName(pause), got + quantity * later.fairOf(0) - later.buy(0, quantity), () =>
                place.at({ strike, sold: part, deposit: assets }),
              );
            }
          }
        }
      }
    }
    return best.figures;
  },
};

/** Sells when somebody has deposited already (at once, a block or six hours later), buys back after a pause. */
export const afterDeposit: Attack = {
  name: "sold after somebody's deposit, bought back",
  run(setup) {
    const best = new Best();
    for (const place of placesOf(setup, { utilisations: [0.4, 0.6, 0.7, 0.8, 0.88] })) {
      for (const strike of place.ladder.slice(1)) {
        const base = place.vault({ strike });
        for (const assets of [0.5, 1, 3]) {
          const deposited = base.copy();
          if (Number.isNaN(deposited.deposit(assets))) continue;
          for (const delay of [0, BLOCK, 6 * HOUR]) {
            const delayed = deposited.copy();
            delayed.wait(delay);
            for (const part of [0.25, 1]) {
              const sold = delayed.copy();
              const quantity = sold.amountOf(0) * part * 0.999999;
              const got = sold.sell(0, quantity) - quantity * sold.fairOf(0);
              if (Number.isNaN(got)) continue;
              for (const pause of [10 * MINUTE, HOUR, 6 * HOUR, DAY]) {
                if (delay + pause > (place.days - 1) * DAY) continue;
                const later = sold.copy();
                later.wait(pause);
                const gain = got + quantity * later.fairOf(0) - later.buy(0, quantity);
                best.offer([`deposit of ${assets}`, pauseName(pause)], gain, () =>
                  place.at({ strike, sold: part, delay: pauseName(delay) }),
                );
              }
            }
          }
        }
      }
    }
    return best.figures;
  },
};
