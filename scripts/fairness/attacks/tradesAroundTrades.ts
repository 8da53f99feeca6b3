import { Best, placesOf, type Attack } from "./Attack.ts";

const LIMIT = 0.01;

/**
 * In one block: buys in front of somebody's purchase and sells behind it, or sells in front of a sale and buys back. With and
 * without the other's limit of 1 %. It is the potential's own slope, not the rule's doing; limits on every trade close it.
 */
export const aroundTrade: Attack = {
  name: "trades around somebody's trade",
  run(setup) {
    const best = new Best();
    for (const place of placesOf(setup, { utilisations: [0.05, 0.2, 0.4, 0.6, 0.7, 0.8, 0.88] })) {
      const base = place.vault({ listLadder: true });
      const offer = (value: number, loss: number, where: () => string): void => {
        best.offer("without a limit", value, where);
        if (loss <= LIMIT) best.offer("with the other's limit of 1 %", value, where);
      };
      for (let theirs = 1; theirs <= place.ladder.length; theirs++) {
        for (const theirLock of [0.01, 0.05, 0.1, 0.2, 0.4]) {
          const amount = theirLock / base.lockOf(theirs);
          const alone = base.ask(theirs, amount);
          if (Number.isNaN(alone)) continue;
          for (let series = 1; series <= place.ladder.length; series++) {
            for (const lock of [0.003, 0.01, 0.03, 0.1, 0.3]) {
              const vault = base.copy();
              const quantity = lock / vault.lockOf(series);
              const cost = vault.buy(series, quantity);
              const paid = vault.buy(theirs, amount);
              const gain = vault.sell(series, quantity) - cost;
              if (Number.isNaN(paid)) continue;
              offer(gain, paid / alone - 1, () => place.at({ buys: lock, theirs: theirLock }));
            }
          }
        }
      }
      for (const theirPart of [0.05, 0.2, 0.5, 0.8]) {
        const amount = base.amountOf(0) * theirPart;
        const alone = base.bid(0, amount);
        for (const part of [0.005, 0.02, 0.1, 0.19]) {
          const vault = base.copy();
          const quantity = base.amountOf(0) * part;
          const got = vault.sell(0, quantity);
          const paid = vault.sell(0, amount);
          const gain = got - vault.buy(0, quantity);
          if (Number.isNaN(alone + paid)) continue;
          offer(gain, 1 - paid / alone, () => place.at({ sells: part, theirs: theirPart }));
        }
      }
    }
    return best.figures;
  },
};
