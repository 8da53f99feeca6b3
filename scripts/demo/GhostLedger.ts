import { IOptionVault__factory } from "../../typechain-types/index.ts";

/** What moved in and out of one vault since it was made, in token units, by reason. */
export interface Flows {
  deposits: bigint;
  premiums: bigint;
  /** Tokens that nobody accounts for: sent to the vault's address outside of any call to it. */
  donations: bigint;
  withdrawals: bigint;
  guaranteedExits: bigint;
  /** Claimed from what the redeem queue had filled. */
  queuedExits: bigint;
  /** Paid for options sold back. */
  payouts: bigint;
  /** Paid for settled options. */
  redemptions: bigint;
  fees: bigint;
}

/** A log as a receipt carries it. */
export interface LogEntry {
  readonly address: string;
  readonly topics: readonly string[];
  readonly data: string;
}

/** A vault that the ledger follows. */
export interface LedgerVault {
  readonly address: string;
  readonly collateral: string;
}

/** What the ledger knows of one vault. */
interface Books {
  readonly collateral: string;
  readonly flows: Flows;
  /** Options in existence (WAD) of every series that was ever written. */
  readonly options: Map<bigint, bigint>;
  /** What the legs of the order that is being entered say of their own parts, net: the order says what it came to beside them. */
  ownParts: bigint;
}

/** The ledger and a receipt disagree: tokens moved that no event of the vault explains. */
export class UnexplainedTransfer extends Error {
  constructor(vault: string, { transferred, explained }: { transferred: bigint; explained: bigint }) {
    super(`vault ${vault}: token transfers net ${transferred} units, its events explain ${explained}`);
    this.name = "UnexplainedTransfer";
  }
}

/**
 * Keeps books of every vault from the outside, from receipts alone, never asking the vault: what the invariant
 * checker then compares with what the vault says it holds (invariant I4, to the wei).
 *
 * Two sources that know nothing of each other must agree: the token's own Transfer events say what moved, the
 * vault's events say why.
 */
export class GhostLedger {
  readonly #events = IOptionVault__factory.createInterface();
  readonly #vaults = new Map<string, Books>();

  constructor(vaults: readonly LedgerVault[]) {
    for (const { address, collateral } of vaults) {
      this.#vaults.set(address.toLowerCase(), {
        collateral: collateral.toLowerCase(),
        flows: noFlows(),
        options: new Map(),
        ownParts: 0n,
      });
    }
  }

  /** Enters one transaction's logs. */
  record(logs: readonly LogEntry[]): void {
    for (const [address, vault] of this.#vaults) {
      const before = bookedBalance(vault.flows);
      for (const log of logs) {
        if (log.address.toLowerCase() === address) this.#enter(log, vault);
      }
      const explained = bookedBalance(vault.flows) - before;
      const transferred = this.#netTransfer(logs, { holder: address, token: vault.collateral });
      // Whoever sends tokens to a vault without calling it gives them away; nothing else may go unexplained.
      if (transferred < explained) throw new UnexplainedTransfer(address, { transferred, explained });
      vault.flows.donations += transferred - explained;
    }
  }

  /** What the vault's own books must say it holds: everything but donations. */
  heldOf(vault: string): bigint {
    return bookedBalance(this.#of(vault).flows);
  }

  /** What the token must say the vault's address holds. */
  balanceOf(vault: string): bigint {
    const { flows } = this.#of(vault);
    return bookedBalance(flows) + flows.donations;
  }

  /** Every flow of a vault so far. */
  flowsOf(vault: string): Readonly<Flows> {
    return { ...this.#of(vault).flows };
  }

  /** Every series that the vault has ever written. */
  seriesOf(vault: string): readonly bigint[] {
    return [...this.#of(vault).options.keys()];
  }

  /** Those of them of which somebody still holds options. */
  heldSeriesOf(vault: string): readonly bigint[] {
    return [...this.#of(vault).options].flatMap(([id, quantity]) => (quantity === 0n ? [] : [id]));
  }

  #of(vault: string) {
    const found = this.#vaults.get(vault.toLowerCase());
    if (found === undefined) throw new Error(`the ledger does not follow ${vault}`);
    return found;
  }

  #enter(log: LogEntry, books: Books): void {
    const { flows, options } = books;
    const event = this.#events.parseLog(log);
    if (event === null) return;
    const args = event.args;
    const count = (quantity: bigint): void => {
      const id = args["id"] as bigint;
      options.set(id, (options.get(id) ?? 0n) + quantity);
    };
    switch (event.name) {
      case "Deposit":
        flows.deposits += args["assets"] as bigint;
        break;
      case "Withdraw":
        flows.withdrawals += args["assets"] as bigint;
        break;
      case "GuaranteedExit":
        // The vault reports it as an ERC-4626 withdrawal too: it changes columns, it does not leave twice.
        flows.withdrawals -= args["assets"] as bigint;
        flows.guaranteedExits += args["assets"] as bigint;
        break;
      case "EscrowReleased":
        // What the redeem queue had filled was the vault's to hold until it is claimed.
        flows.queuedExits += args["assets"] as bigint;
        break;
      case "BookMarked":
        // Stands before the legs of every order.
        books.ownParts = 0n;
        break;
      case "OptionsBought":
        flows.premiums += args["premium"] as bigint;
        books.ownParts += args["premium"] as bigint;
        count(args["quantity"] as bigint);
        break;
      case "OptionsSold":
        flows.payouts += args["payout"] as bigint;
        books.ownParts -= args["payout"] as bigint;
        count(-(args["quantity"] as bigint));
        break;
      case "OrderTraded":
        // The risk charge that its legs bear together, or save.
        flows.premiums += (args["premium"] as bigint) - books.ownParts;
        break;
      case "OptionsRedeemed":
        flows.redemptions += args["payout"] as bigint;
        count(-(args["quantity"] as bigint));
        break;
      case "FeesCollected":
        flows.fees += args["amount"] as bigint;
        break;
    }
  }

  #netTransfer(logs: readonly LogEntry[], { holder, token }: { holder: string; token: string }): bigint {
    let net = 0n;
    for (const log of logs) {
      if (log.address.toLowerCase() !== token) continue;
      // ERC-20's Transfer is the same event in every token, the vault's own shares included.
      const event = this.#events.parseLog(log);
      if (event?.name !== "Transfer") continue;
      const [from, to, amount] = event.args as unknown as [string, string, bigint];
      if (to.toLowerCase() === holder) net += amount;
      if (from.toLowerCase() === holder) net -= amount;
    }
    return net;
  }
}

function noFlows(): Flows {
  return {
    deposits: 0n,
    premiums: 0n,
    donations: 0n,
    withdrawals: 0n,
    guaranteedExits: 0n,
    queuedExits: 0n,
    payouts: 0n,
    redemptions: 0n,
    fees: 0n,
  };
}

function bookedBalance(flows: Flows): bigint {
  const paidIn = flows.deposits + flows.premiums;
  const left = flows.withdrawals + flows.guaranteedExits + flows.queuedExits;
  return paidIn - left - flows.payouts - flows.redemptions - flows.fees;
}
