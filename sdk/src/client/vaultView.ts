import type { Block } from "../rpc/blockOf.ts";
import { ifAnswered } from "../rpc/ifAnswered.ts";
import { read } from "../rpc/read.ts";
import { batchCall, readBatch } from "../rpc/readBatch.ts";
import { WAD } from "../units/constants.ts";
import { optionVaultAbi } from "./abis.ts";
import type { Client, Vault } from "./connect.ts";
import type { ChainGreeks } from "./QuoteParts.ts";
import { vaultAt } from "./vaultAt.ts";

/** How far a vault is shut: `VaultState.sol`, in its order. */
export const VAULT_STATES = ["open", "guarded", "closeOnly", "settleOnly"] as const;

export type VaultState = (typeof VAULT_STATES)[number];

export interface VaultViewParameters {
  readonly vault: string;
}

/** What a vault's book is worth at a block's prices. WAD collateral where nothing else is said. */
export interface VaultAssessment {
  /** WAD quote per underlying, and how uncertain it is, a WAD fraction. */
  readonly spot: bigint;
  readonly spotConfidence: bigint;
  /** How uncertain volatility is, WAD a year. */
  readonly volatilityConfidence: bigint;
  /** What the vault owes at fair value. */
  readonly bookValue: bigint;
  /** Of the whole book, from the vault's side. */
  readonly greeks: ChainGreeks;
  /** The risk charge. */
  readonly riskCharge: bigint;
  /** Net asset value, and how far deposits and withdrawals are priced from it. */
  readonly nav: bigint;
  readonly band: bigint;
  /** WAD collateral for one whole share at net asset value; undefined where there are no shares. */
  readonly sharePrice: bigint | undefined;
  /** Part of the actual capital that is locked, WAD; undefined where there is no capital. */
  readonly utilisation: bigint | undefined;
}

export interface VaultViewResult {
  readonly vault: Vault;
  readonly block: Block;
  readonly state: VaultState;
  /** Share units in all, and the decimals of a whole share. */
  readonly totalSupply: bigint;
  readonly shareDecimals: number;
  /** Unix seconds, ascending. */
  readonly expiries: readonly bigint[];
  /** Token units that the vault accounts for, and of these what is owed to holders of settled options, and in fees. */
  readonly held: bigint;
  readonly reserve: bigint;
  readonly feesOwed: bigint;
  /** Token units of filled and not yet paid redeem requests. */
  readonly escrow: bigint;
  /** Worst case of the book, WAD collateral. */
  readonly lock: bigint;
  /** Undefined where a feed or the surface gives no price. */
  readonly assessment: VaultAssessment | undefined;
}

/**
 * One vault at one block: its state, balances, net asset value, utilisation, Greeks and expiries.
 * @throws OrderError where the deployment has no such vault
 * @example
 * const { state, assessment } = await vaultView(client, { vault: vault.address });
 * const price = assessment === undefined ? "none now" : formatWad(assessment.sharePrice ?? 0n);
 */
export async function vaultView(client: Client, parameters: VaultViewParameters): Promise<VaultViewResult> {
  const vault = vaultAt(client, parameters.vault);
  const contract = { address: vault.address, abi: optionVaultAbi, args: [] } as const;
  const { results, block } = await readBatch(client, {
    calls: [
      batchCall({ ...contract, functionName: "state" }),
      batchCall({ ...contract, functionName: "accounts" }),
      batchCall({ ...contract, functionName: "totalSupply" }),
      batchCall({ ...contract, functionName: "expiries" }),
      batchCall({ ...contract, functionName: "decimals" }),
    ],
  });
  const [state, { held, reserve, feesOwed, escrow, lock }, totalSupply, expiries, shareDecimals] = results;
  return {
    vault,
    block,
    state: VAULT_STATES[state] ?? "settleOnly",
    totalSupply,
    shareDecimals,
    expiries,
    held,
    reserve,
    feesOwed,
    escrow,
    lock,
    assessment: await assessmentOf(client, { vault, block, totalSupply, shareDecimals }),
  };
}

async function assessmentOf(
  client: Client,
  terms: Pick<VaultViewResult, "vault" | "block" | "totalSupply" | "shareDecimals">,
): Promise<VaultAssessment | undefined> {
  const { vault, block, totalSupply, shareDecimals } = terms;
  const call = { address: vault.address, abi: optionVaultAbi, functionName: "assess", args: [] } as const;
  const assessed = await ifAnswered(read(client, call, { block: block.number }));
  if (assessed === undefined) return undefined;
  const { spot, spotConfidence, volConfidence, value, greeks, moveCharge, rentCharge, nav, band, capital, lock } =
    assessed;
  return {
    spot,
    spotConfidence,
    volatilityConfidence: volConfidence,
    bookValue: value,
    greeks,
    riskCharge: moveCharge + rentCharge,
    nav,
    band,
    sharePrice: totalSupply === 0n ? undefined : (nav * 10n ** BigInt(shareDecimals)) / totalSupply,
    utilisation: capital.actual === 0n ? undefined : (lock * WAD) / capital.actual,
  };
}
