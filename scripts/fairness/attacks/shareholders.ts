import { OptionKind } from "../../../sdk/src/pricing/OptionKind.ts";
import { SINGLE_E, slowRule } from "../model/capitalRules.ts";
import type { ModelVault } from "../model/ModelVault.ts";
import {
  BLOCK,
  DAY,
  HOUR,
  Best,
  pauseName,
  placesOf,
  worthAt,
  type Attack,
  type Figure,
  type Setup,
} from "./Attack.ts";

const UTILISATIONS = [0.4, 0.6, 0.7, 0.8, 0.85, 0.89];
const PAUSES = [0, HOUR, 6 * HOUR, DAY];
const SELLERS_LIMIT = 0.01;
const CRASHES = [0.9, 0.7, 0.5, 0.35, 0.2, 0.1, 0.05];
const RALLIES = [1.1, 1.5, 2, 3, 4, 6, 8, 10, 12, 15];

/** Deposits in front of somebody's deposit, leaves after a pause. */
export const beforeDeposit: Attack = {
  name: "deposit before somebody's deposit",
  run(setup) {
    const best = new Best();
    for (const place of placesOf(setup, { utilisations: UTILISATIONS })) {
      const base = place.vault();
      for (const assets of [0.05, 0.3, 1, 3, 30]) {
        for (const theirs of [0.1, 0.5, 1, 3]) {
          const vault = base.copy();
          const shares = vault.deposit(assets);
          if (Number.isNaN(shares)) continue;
          vault.deposit(theirs);
          for (const pause of PAUSES) {
            const later = vault.copy();
            later.wait(pause);
            const size = assets <= 3 ? "to 3 vaults" : "30 vaults";
            best.offer([size, pauseName(pause)], later.redeem(shares) - assets, () =>
              place.at({ deposit: assets, theirs }),
            );
          }
        }
      }
    }
    return best.figures;
  },
};

/** Deposits behind somebody's deposit (at once to a day later), leaves after a pause. */
export const behindDeposit: Attack = {
  name: "deposit after somebody's deposit",
  run(setup) {
    const best = new Best();
    for (const place of placesOf(setup, { utilisations: UTILISATIONS })) {
      const base = place.vault();
      for (const theirs of [0.1, 0.5, 1]) {
        for (const delay of [0, BLOCK, HOUR, 6 * HOUR]) {
          const deposited = base.copy();
          if (Number.isNaN(deposited.deposit(theirs))) continue;
          deposited.wait(delay);
          for (const assets of [0.05, 0.3, 1, 3]) {
            const vault = deposited.copy();
            const shares = vault.deposit(assets);
            for (const pause of [BLOCK, HOUR, 6 * HOUR, DAY]) {
              if (delay + pause > (place.days - 1) * DAY) continue;
              const later = vault.copy();
              later.wait(pause);
              best.offer(pauseName(pause), later.redeem(shares) - assets, () =>
                place.at({ deposit: assets, theirs, delay: pauseName(delay) }),
              );
            }
          }
        }
      }
    }
    return best.figures;
  },
};

/** What a comer pays over NAV, of his deposit: at rest, and right after a big holder has left. */
export const comersPrice: Attack = {
  name: "a comer pays over NAV, of his deposit",
  run(setup) {
    const best = new Best();
    for (const place of placesOf(setup, { utilisations: UTILISATIONS })) {
      const base = place.vault();
      for (const theirs of [0.1, 0.5, 1]) {
        const overpaid = (vault: ModelVault): number => {
          const share = vault.nav / vault.supply;
          return 1 - (vault.deposit(theirs) * share) / theirs;
        };
        best.offer("at rest", overpaid(base.copy()), () => place.at({ theirs }));
        for (const holder of [0.09, 0.3, 0.6, 0.95]) {
          const left = base.copy();
          if (Number.isNaN(left.redeem(holder * left.supply * 0.9))) continue;
          best.offer("right after a big holder left", overpaid(left), () => place.at({ theirs, holder }));
        }
      }
    }
    return best.figures;
  },
};

/** A deep move, a big deposit, a tiny one that has a small R noted, the guaranteed exit; alone and with shares held before. */
export const smallCharge: Attack = {
  name: "deposit, small R noted, guaranteed exit",
  run(setup) {
    const best = new Best();
    for (const place of placesOf(setup, { utilisations: [0.5, 0.7, 0.89], tenors: [14, 30, 60, 89] })) {
      const base = place.vault();
      for (const spot of place.kind === OptionKind.Put ? CRASHES : RALLIES) {
        const moved = base.copy();
        moved.wait(6 * HOUR, spot);
        moved.note();
        const held = 0.3 * moved.supply;
        for (const assets of [1, 10, 100, 1_000]) {
          for (const pause of [0, BLOCK, HOUR, DAY]) {
            const vault = moved.copy();
            const shares = vault.deposit(assets);
            vault.wait(pause);
            const dust = vault.deposit(assets * 1e-6);
            if (Number.isNaN(shares + dust)) continue;
            const passive = moved.copy();
            passive.wait(pause);
            const cost = assets * (1 + 1e-6);
            const where = (): string => place.at({ spot, deposit: assets, pause: pauseName(pause) });
            best.offer("alone", vault.copy().exit(shares + dust) - cost, where);
            best.offer("with 30 % held", vault.exit(shares + dust + held) - cost - passive.exit(held), where);
          }
        }
      }
    }
    return best.figures;
  },
};

/** Deposits in front of somebody's sale, leaves after it, alone or with shares held before. */
export const beforeSale: Attack = {
  name: "deposit before somebody's sale",
  run(setup) {
    const best = new Best();
    for (const place of placesOf(setup, { utilisations: [0.4, 0.6, 0.7, 0.8, 0.88] })) {
      const base = place.vault();
      for (const assets of [0.3, 1, 5, 30]) {
        for (const gap of [0, BLOCK, HOUR]) {
          const deposited = base.copy();
          const shares = deposited.deposit(assets);
          if (Number.isNaN(shares)) continue;
          const untouched = base.copy();
          deposited.wait(gap);
          untouched.wait(gap);
          for (const part of [0.1, 0.5, 1]) {
            const quantity = base.amountOf(0) * part * 0.9999;
            const alone = untouched.copy();
            const vault = deposited.copy();
            const fair = alone.sell(0, quantity);
            const got = vault.sell(0, quantity);
            const gain = vault.redeem(shares) - assets;
            if (Number.isNaN(fair + got + gain)) continue;
            const capital = Math.min(alone.available, vault.available);
            const shareGain = worthAt(vault, capital) / vault.supply - worthAt(alone, capital) / alone.supply;
            const loss = 1 - got / fair;
            const where = (): string => place.at({ deposit: assets, sold: part });
            best.offer(["the seller loses", pauseName(gap)], loss, where);
            const limited = loss <= SELLERS_LIMIT;
            for (const own of [0, 0.3, 0.9]) {
              const total = gain + own * base.supply * shareGain;
              const whose = (): string => `${where()}, own ${own}`;
              best.offer(pauseName(gap), total, whose);
              if (limited) best.offer(["within the seller's limit of 1 %", pauseName(gap)], total, whose);
            }
          }
        }
      }
    }
    return best.figures;
  },
};

/** The only holder empties the book; somebody deposits; what was sold is bought back a block later. */
export const emptiedVault: Attack = { name: "a vault emptied, somebody's deposit, bought back", run: emptied };

/** The same in a vault that its rules mark as a reserve: E becomes actual capital once the book has been empty for a day. */
export const emptiedReserve: Attack = {
  name: "a reserve vault emptied, somebody's deposit, bought back",
  run: (setup) => emptied({ ...setup, rule: setup.rule === SINGLE_E ? setup.rule : slowRule({ reserve: true }) }),
};

function emptied(setup: Setup): Figure[] {
  const best = new Best();
  for (const place of placesOf(setup, { utilisations: [0.4, 0.6, 0.8, 0.88] })) {
    for (const strike of place.ladder.slice(1)) {
      const base = place.vault({ strike });
      const quantity = base.amountOf(0);
      const got = base.sell(0, quantity) - quantity * base.fairOf(0);
      for (const rest of [BLOCK, 6 * HOUR, DAY, 3 * DAY]) {
        for (const theirs of [0.3, 1, 3]) {
          const vault = base.copy();
          vault.wait(rest);
          vault.deposit(theirs);
          vault.wait(BLOCK);
          const gain = got + quantity * vault.fairOf(0) - vault.buy(0, quantity);
          best.offer(["deposit after", pauseName(rest)], gain, () => place.at({ strike, theirs }));
        }
      }
    }
  }
  return best.figures;
}

/** Deposits x and takes it out a block later, to move what others are quoted: changes in points of fair value. */
export const movedQuotes: Attack = {
  name: "deposit and withdraw to move quotes",
  run(setup) {
    const best = new Best();
    for (const place of placesOf(setup, { utilisations: [0.2, 0.4, 0.7, 0.8] })) {
      const base = place.vault();
      const held = 0.1 * base.amountOf(0);
      const ask = (vault: ModelVault): number => vault.ask(0, 0.01, true) / (0.01 * vault.fairOf(0));
      const bid = (vault: ModelVault): number => vault.bid(0, held) / (held * vault.fairOf(0));
      for (const assets of [1, 10, 100]) {
        const vault = base.copy();
        const shares = vault.deposit(assets);
        vault.wait(BLOCK);
        const cost = assets - vault.redeem(shares);
        if (Number.isNaN(cost)) continue;
        const calm = base.copy();
        calm.wait(BLOCK);
        const where = (): string => place.at({ deposit: assets, cost });
        best.offer(["of fair value", "asks move by"], Math.abs(ask(vault) - ask(calm)), where);
        best.offer(["of fair value", "bids move by"], Math.abs(bid(vault) - bid(calm)), where);
        best.offer("he gains", -cost, where);
      }
    }
    return best.figures;
  },
};
