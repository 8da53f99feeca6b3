import { signatureHash } from "../rpc/abiCoder.ts";
import type { ErrorContext, NamedToken } from "./ErrorContext.ts";

const ADDRESS = /^0x[0-9a-f]{40}$/i;
/** Share units of a vault are so much finer than its collateral's. */
const SHARE_DECIMALS_OFFSET = 6;
/** An address within a call's arguments. */
const WORD_PADDING = "0".repeat(24);
const SELECTOR_LENGTH = 10;
const WORD_DIGITS = 64;

/** Which word of the quoter's calls is the quantity. That of a sale of what somebody holds has no sign. */
const SPLIT_CALLS: Readonly<Record<string, { readonly word: number; readonly isSale: boolean }>> = {
  "bestSplit(address[],uint256,int256,uint256)": { word: 2, isSale: false },
  "bestSale(address,address[],uint256,uint256,uint256)": { word: 3, isSale: true },
};

/** An order to be split. */
interface SplitOrder {
  /** WAD options, above zero. */
  readonly quantity: bigint;
  readonly side: "buy" | "sell";
}

/** Calls of a vault that move its shares; others move collateral. */
const SHARE_CALLS: readonly string[] = [
  "redeem(uint256,address,address)",
  "redeem(uint256,address,address,uint256,uint256)",
  "withdraw(uint256,address,address)",
  "withdraw(uint256,address,address,uint256,uint256)",
  "guaranteedExit(uint256,address,address)",
  "guaranteedExit(uint256,address,address,uint256,uint256)",
  "transfer(address,uint256)",
  "transferFrom(address,address,uint256)",
];

/** What a vault takes and gives. */
interface Units {
  readonly collateral: NamedToken;
  readonly shares: NamedToken;
}

interface Named {
  readonly name: string;
  /** Of a token. */
  readonly token?: NamedToken;
  /** Of a vault. */
  readonly vault?: Units;
  /** Of a vault's queue. */
  readonly queueOf?: Units;
}

/** What a deployment calls things, and whose amounts a call is about. */
export class DeploymentNames {
  readonly #byAddress = new Map<string, Named>();
  readonly #call: ErrorContext["call"];

  constructor({ deployment, call }: ErrorContext) {
    this.#call = call;
    if (isRecord(deployment)) this.#readDeployment(deployment);
  }

  /** "WETH", "bhWETH-P queue". */
  nameOf(address: string): string | undefined {
    return this.#byAddress.get(address.toLowerCase())?.name;
  }

  tokenAt(address: string): NamedToken | undefined {
    const found = this.#byAddress.get(address.toLowerCase());
    return found?.token ?? found?.vault?.shares;
  }

  /** The collateral that the call is about, where it is of one only. */
  get collateral(): NamedToken | undefined {
    return this.#only(({ collateral }) => collateral);
  }

  /** The shares that the call is about. */
  get shares(): NamedToken | undefined {
    return this.#only(({ shares }) => shares);
  }

  /** What the quoter was asked to split, where the call is such a question. */
  get order(): SplitOrder | undefined {
    if (this.#call === undefined) return undefined;
    const data = this.#call.data.toLowerCase();
    const place = quantityPlaces().get(data.slice(0, SELECTOR_LENGTH));
    if (place === undefined) return undefined;
    const start = SELECTOR_LENGTH + WORD_DIGITS * place.word;
    const word = data.slice(start, start + WORD_DIGITS);
    if (word.length < WORD_DIGITS) return undefined;
    const quantity = BigInt.asIntN(256, BigInt(`0x${word}`));
    const isSale = place.isSale || quantity < 0n;
    return { quantity: quantity < 0n ? -quantity : quantity, side: isSale ? "sell" : "buy" };
  }

  /** What an ERC-20 that refuses in the course of the call moves. */
  get moved(): NamedToken | undefined {
    if (this.#call === undefined) return undefined;
    const called = this.#byAddress.get(this.#call.to.toLowerCase());
    if (called?.token !== undefined) return called.token;
    if (called?.queueOf !== undefined) return called.queueOf.shares;
    if (called?.vault === undefined) return this.collateral;
    const selector = this.#call.data.slice(0, SELECTOR_LENGTH).toLowerCase();
    return shareCalls().has(selector) ? called.vault.shares : called.vault.collateral;
  }

  /** Of all vaults that the call goes to or names, what they have in common. */
  #only(of: (units: Units) => NamedToken): NamedToken | undefined {
    if (this.#call === undefined) return undefined;
    const { to, data } = this.#call;
    const called = this.#byAddress.get(to.toLowerCase());
    const direct = called?.vault ?? called?.queueOf;
    if (direct !== undefined) return of(direct);
    const text = data.toLowerCase();
    const named = [...this.#byAddress].flatMap(([address, { vault }]) =>
      vault !== undefined && text.includes(`${WORD_PADDING}${address.slice("0x".length)}`) ? [of(vault)] : [],
    );
    const [first] = named;
    return named.every((one) => one === first) ? first : undefined;
  }

  #readDeployment(deployment: Readonly<Record<string, unknown>>): void {
    this.#readAddresses(deployment, (key) => wordsOf(key));
    for (const market of recordsIn(deployment["markets"])) {
      const name = String(market["name"]);
      this.#readAddresses(market, (key) => `${name} ${wordsOf(key)}`);
      const [underlying, quote] = [tokenIn(market["underlying"]), tokenIn(market["quote"])];
      for (const token of [underlying, quote]) {
        if (token !== undefined) this.#byAddress.set(token.address.toLowerCase(), { name: token.symbol, token });
      }
      for (const vault of recordsIn(market["vaults"])) {
        const collateral = vault["kind"] === "call" ? underlying : quote;
        if (collateral !== undefined) this.#readVault(vault, collateral);
      }
    }
  }

  #readVault(vault: Readonly<Record<string, unknown>>, collateral: NamedToken): void {
    const symbol = String(vault["symbol"]);
    this.#readAddresses(vault, (key) => `${symbol} ${wordsOf(key)}`);
    const units = { collateral, shares: { symbol, decimals: collateral.decimals + SHARE_DECIMALS_OFFSET } };
    this.#byAddress.set(String(vault["address"]).toLowerCase(), { name: symbol, vault: units });
    const queue = String(vault["queue"]).toLowerCase();
    this.#byAddress.set(queue, { name: `${symbol} queue`, queueOf: units });
  }

  #readAddresses(record: Readonly<Record<string, unknown>>, name: (key: string) => string): void {
    for (const [key, value] of Object.entries(record)) {
      if (typeof value === "string" && ADDRESS.test(value)) {
        this.#byAddress.set(value.toLowerCase(), { name: name(key) });
      }
    }
  }
}

let shareSelectors: ReadonlySet<string> | undefined;

function shareCalls(): ReadonlySet<string> {
  return (shareSelectors ??= new Set(SHARE_CALLS.map((call) => signatureHash(call).slice(0, SELECTOR_LENGTH))));
}

let splitSelectors: ReadonlyMap<string, { readonly word: number; readonly isSale: boolean }> | undefined;

function quantityPlaces() {
  return (splitSelectors ??= new Map(
    Object.entries(SPLIT_CALLS).map(([call, place]) => [signatureHash(call).slice(0, SELECTOR_LENGTH), place]),
  ));
}

/** "swapRouter" as "swap router". */
function wordsOf(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function tokenIn(value: unknown): (NamedToken & { readonly address: string }) | undefined {
  if (!isRecord(value)) return undefined;
  const { address, symbol, decimals } = value;
  if (typeof address !== "string" || typeof symbol !== "string" || typeof decimals !== "number") return undefined;
  return { address, symbol, decimals };
}

function recordsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
