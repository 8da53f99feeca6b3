import {
  claimRedeem,
  deposit,
  ensureAllowance,
  fromTokenUnits,
  guaranteedExit,
  OptionKind,
  requestRedeem,
  withdraw,
} from "@bulkhead/sdk";

import type { Account } from "../markets/Account.ts";
import { formatAmount, formatNumber, formatPercent, formatSigned, shortNameOfVault, TIER_LEGEND } from "./format.ts";
import type { Results } from "../report/Output.ts";
import type { Stage } from "./Stage.ts";
import type { Vault, Venue } from "../markets/world.ts";

/** Someone who provides collateral to one vault. */
export interface Provider extends Account {
  readonly vault: Vault;
}

/** What a provider put in and got out, token units. */
interface Investment {
  deposited: bigint;
  withdrawn: bigint;
  /** In which ways the provider has left, for people. */
  readonly exits: string[];
}

/** What a provider's way out is called who left without a price. */
export const GUARANTEED_EXIT = "guaranteed exit";

const GOOD_FOR = 300;
/** Shares and assets may come out this much below their preview before the call fails. */
const SLIPPAGE_BPS = 100n;
const BPS = 10_000n;

/** The providers of all vaults, and what became of their money. */
export class Providers {
  readonly #stage: Stage;
  readonly #investments = new Map<Provider, Investment>();

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** Puts `assets` (token units) into the provider's vault. */
  async deposit(provider: Provider, assets: bigint): Promise<void> {
    const { vault, signer } = provider;
    await this.#stage.together([
      () => vault.token.connect(signer).mint(provider.address, assets),
      () => vault.token.connect(signer).approve(vault.address, assets),
    ]);
    const minShares = atLeast(await vault.contract.previewDeposit(assets));
    await this.#stage.act(() =>
      deposit(provider.vault.venue.as(provider), {
        vault: vault.address,
        assets,
        minShares,
        deadline: this.#deadline(),
      }),
    );
    this.#investmentOf(provider).deposited += assets;
  }

  /** Leaves at NAV with `share` (0 .. 1) of what is held, or with as much as the vault can let go at once. */
  async leaveAtNav(provider: Provider, share: number): Promise<bigint> {
    const { vault, address } = provider;
    await this.#stage.pass();
    const held = await vault.contract.balanceOf(address);
    const most = await vault.contract.maxRedeem(address);
    const wanted = share === 1 ? held : BigInt(Math.floor(Number(held) * share));
    const shares = wanted < most ? wanted : most;
    if (shares === 0n) return 0n;
    const minAssets = atLeast(await vault.contract.previewRedeem(shares));
    const before = await vault.token.balanceOf(address);
    await this.#stage.act(() =>
      withdraw(provider.vault.venue.as(provider), {
        vault: vault.address,
        shares,
        minAssets,
        deadline: this.#deadline(),
      }),
    );
    return this.#noteExit(provider, { before, how: shares === held ? "all at NAV" : "part at NAV" });
  }

  /** Asks the vault's queue to redeem `share` (0 .. 1) of what is held with this epoch's batch. The request's id. */
  async requestExit(provider: Provider, share: number): Promise<bigint> {
    const { vault, address } = provider;
    const client = provider.vault.venue.as(provider);
    const held = await vault.contract.balanceOf(address);
    const shares = share === 1 ? held : BigInt(Math.floor(Number(held) * share));
    const spender = vault.queue;
    await this.#stage.act(() => ensureAllowance(client, { token: vault.address, spender, amount: shares }));
    const { requestId } = await this.#stage.act(() => requestRedeem(client, { vault: vault.address, shares }));
    return requestId;
  }

  /** Takes what a request has come to. Token units. */
  async claimExit(provider: Provider, requestId: bigint): Promise<bigint> {
    const { vault, address } = provider;
    const before = await vault.token.balanceOf(address);
    await this.#stage.act(() => claimRedeem(provider.vault.venue.as(provider), { vault: vault.address, requestId }));
    return this.#noteExit(provider, { before, how: "by the queue" });
  }

  /** What a provider's shares are worth at NAV. Reverts where there is no price. */
  async worthAtNav({ vault, address }: Provider): Promise<bigint> {
    await this.#stage.pass();
    return vault.contract.convertToAssets(await vault.contract.balanceOf(address));
  }

  /** Leaves with every share through the guaranteed exit, which needs no price. */
  async leaveThroughGuaranteedExit(provider: Provider): Promise<bigint> {
    const { vault, address } = provider;
    const shares = await vault.contract.balanceOf(address);
    const before = await vault.token.balanceOf(address);
    // Nobody moves between the look and the act here; elsewhere the minimum would be some per cent less.
    const minAssets = await vault.contract.previewGuaranteedExit(shares);
    const exit = { vault: vault.address, shares, minAssets, deadline: this.#deadline() };
    await this.#stage.act(() => guaranteedExit(provider.vault.venue.as(provider), exit));
    return this.#noteExit(provider, { before, how: GUARANTEED_EXIT });
  }

  /** Each provider's result beside having kept the tokens, at today's price. */
  async results(spots: ReadonlyMap<Venue, number>): Promise<Results> {
    await this.#stage.pass();
    const rows = await Promise.all([...this.#investments].map((entry) => this.#row(entry, spots)));
    const prices = [...spots].map(([{ symbol }, spot]) => `${symbol} at ${formatNumber(spot)}`).join(", ");
    return {
      name: "providers",
      title:
        `Providers beside holding, ${prices} USDC; what is still in counts at NAV (${TIER_LEGEND}).\n` +
        "What a guaranteed exit leaves behind is the gain of those who stay.",
      columns: ["provider", "vault", "put in", "got out", "still in", "gain %", "gain USDC", "left"],
      rows,
    };
  }

  async #row(
    [provider, investment]: [Provider, Investment],
    spots: ReadonlyMap<Venue, number>,
  ): Promise<Results["rows"][number]> {
    const { name, address, vault } = provider;
    const { collateral, contract } = vault;
    const shares = await contract.balanceOf(address);
    const remaining = shares === 0n ? 0n : await contract.convertToAssets(shares);
    const gain = investment.withdrawn + remaining - investment.deposited;
    const price = vault.kind === OptionKind.Call ? (spots.get(vault.venue) ?? 0) : 1;
    const inQuote = (units: bigint) => fromTokenUnits(units, collateral.decimals) * price;
    const worth = inQuote(investment.withdrawn + remaining);
    const held = inQuote(investment.deposited);
    return {
      cells: [
        name,
        shortNameOfVault(vault),
        formatAmount(investment.deposited, collateral),
        formatAmount(investment.withdrawn, collateral),
        formatAmount(remaining, collateral),
        formatPercent(Number(gain) / Number(investment.deposited), 2),
        formatSigned(worth - held, 0),
        [...new Set(investment.exits)].join(", ") || "-",
      ],
      record: {
        provider: address,
        vault: vault.address,
        token: collateral.symbol,
        deposited: investment.deposited,
        withdrawn: investment.withdrawn,
        remaining,
        gain,
        worthUsdc: worth,
        heldUsdc: held,
        exits: investment.exits,
      },
    };
  }

  #deadline(): bigint {
    return BigInt(this.#stage.now + GOOD_FOR);
  }

  async #noteExit(provider: Provider, { before, how }: { before: bigint; how: string }): Promise<bigint> {
    const assets = (await provider.vault.token.balanceOf(provider.address)) - before;
    const investment = this.#investmentOf(provider);
    investment.withdrawn += assets;
    investment.exits.push(how);
    return assets;
  }

  #investmentOf(provider: Provider): Investment {
    const investment = this.#investments.get(provider) ?? { deposited: 0n, withdrawn: 0n, exits: [] };
    this.#investments.set(provider, investment);
    return investment;
  }
}

function atLeast(preview: bigint): bigint {
  return (preview * (BPS - SLIPPAGE_BPS)) / BPS;
}
