import { t as Eip1193Provider } from "./Eip1193Provider-Ctxqkq3T.cjs";
import { i as SignedPrice, n as TypedDataDomain, o as Connection, t as Report } from "./Report-D-7m-mCO.cjs";
import { n as ContractError } from "./revertDataOf-opeQwRm1.cjs";
import { t as OptionKind } from "./OptionKind-DqAqz37k.cjs";
import { i as Decimal, n as StrategyLeg } from "./StrategyLeg-_BW4sII-.cjs";
import { Abi, AbiParameter, AbiParameterToPrimitiveType, AbiParametersToPrimitiveTypes, ExtractAbiEvent, ExtractAbiEventNames, ExtractAbiFunction, ExtractAbiFunctionNames } from "abitype";

//#region src/rpc/blockOf.d.ts
/** A block, as far as reads need it. */
interface Block {
  readonly number: bigint;
  /** Unix seconds. */
  readonly timestamp: bigint;
}
//#endregion
//#region src/rpc/Receipt.d.ts
/** What a contract said in a transaction. */
interface Log {
  readonly address: string;
  readonly topics: readonly string[];
  readonly data: string;
  readonly logIndex: number;
}
/** A transaction as it was mined. */
interface Receipt {
  readonly hash: string;
  readonly blockNumber: bigint;
  readonly blockHash: string;
  readonly from: string;
  readonly to: string | undefined;
  /** 1 where it did what it was to do; 0 where it reverted. */
  readonly status: number;
  readonly gasUsed: bigint;
  /** Wei for a unit of gas, as paid. */
  readonly gasPrice: bigint;
  readonly logs: readonly Log[];
}
//#endregion
//#region src/rpc/explained.d.ts
/** Waits for a call and turns a contract's refusal into a `ContractError`; other failures pass as they are. */
declare function explained<T>(call: Promise<T>): Promise<T>;
//#endregion
//#region src/rpc/abiCoder.d.ts
/** As the ABI has it, with plain strings for addresses and bytes. */
type Loose<T> = T extends `0x${string}` ? string : T extends bigint | number | boolean | string ? T : { readonly [K in keyof T]: Loose<T[K]> };
/** The name of a function of an ABI. */
type FunctionName<abi extends Abi> = ExtractAbiFunctionNames<abi>;
/** A function of a contract with its arguments. Of several functions of one name it is the one with as many arguments. */
interface ContractCall<abi extends Abi, name extends FunctionName<abi>> {
  readonly address: string;
  readonly abi: abi;
  readonly functionName: name;
  readonly args: Loose<AbiParametersToPrimitiveTypes<ExtractAbiFunction<abi, name>["inputs"], "inputs">>;
}
type Returned<outputs extends readonly AbiParameter[]> = outputs extends readonly [] ? undefined : outputs extends readonly [infer only extends AbiParameter] ? AbiParameterToPrimitiveType<only, "outputs"> : AbiParametersToPrimitiveTypes<outputs, "outputs">;
type ReturnedBy<item> = item extends {
  readonly outputs: infer outputs extends readonly AbiParameter[];
} ? Returned<outputs> : never;
/** What a function returns: its one value, or a tuple of several. */
type CallResult<abi extends Abi, name extends FunctionName<abi>> = ReturnedBy<ExtractAbiFunction<abi, name>>;
/** A call as any ABI may have it. */
interface AnyCall {
  readonly address: string;
  readonly abi: Abi;
  readonly functionName: string;
  readonly args: readonly unknown[];
}
//#endregion
//#region src/rpc/readBatch.d.ts
/** A call for a batch, with its type kept for the batch's result. */
interface BatchCall<Result> extends AnyCall {
  /** Never there: it carries the type. */
  readonly result?: Result;
}
interface ReadBatchParameters<Calls extends readonly BatchCall<unknown>[]> {
  readonly calls: Calls;
  /** The block's number; the latest by default. */
  readonly block?: bigint;
}
interface ReadBatchResult<Calls extends readonly BatchCall<unknown>[]> {
  /** In the order of the calls. */
  readonly results: { readonly [Index in keyof Calls]: Calls[Index] extends BatchCall<infer Result> ? Result : never };
  /** The block that all of them are of. */
  readonly block: Block;
}
/**
 * A call for `readBatch`, typed by its ABI.
 * @example
 * const call = batchCall({ address: client.deployment.quoter, abi: quoterAbi, functionName: "freshUntil", args: [vault] });
 * const { results } = await readBatch(client, { calls: [call] });
 */
declare function batchCall<const abi extends Abi, name extends FunctionName<abi>>(call: ContractCall<abi, name>): BatchCall<CallResult<abi, name>>;
/**
 * Many reads at one block: one request where the chain has Multicall3, else one each at the same block number. What a batch has
 * too little gas for is asked by itself.
 * @throws ContractError the first call's that a contract refuses
 * @example
 * const { results, block } = await readBatch(client, {
 *   calls: client.vaults.map(({ address }) => batchCall({ address, abi: optionVaultAbi, functionName: "accounts", args: [] })),
 * });
 */
declare function readBatch<const Calls extends readonly BatchCall<unknown>[]>(connection: Connection, {
  calls,
  block: number
}: ReadBatchParameters<Calls>): Promise<ReadBatchResult<Calls>>;
//#endregion
//#region src/units/constants.d.ts
/** 1.0 in the chain's 18-decimal fixed point. */
declare const WAD: bigint;
/** Years are 365 days, on the chain and here. */
declare const SECONDS_PER_YEAR: number;
declare const SECONDS_PER_DAY = 86400;
/** Every expiry is at this second of its UTC day (08:00). */
declare const EXPIRY_SECOND: number;
//#endregion
//#region src/units/formatWad.d.ts
/**
 * An 18-decimal fixed-point number of the chain as a decimal string with all its digits: `toWad` gives the same number
 * back.
 */
declare function formatWad(value: bigint): string;
//#endregion
//#region src/units/fromTokenUnits.d.ts
/**
 * The double nearest to an amount in token units, given the token's decimals. For display and double-precision maths,
 * not for transfers.
 */
declare function fromTokenUnits(amount: bigint, decimals: number): number;
//#endregion
//#region src/units/fromWad.d.ts
/**
 * The double nearest to an 18-decimal fixed-point number of the chain. `toWad` gives the same fixed-point number back
 * wherever it has at most 15 significant digits; `formatWad` keeps all of them.
 */
declare function fromWad(value: bigint): number;
//#endregion
//#region src/units/seriesId.d.ts
/**
 * The ERC-6909 id of a series (`SeriesId.sol`): expiry in unix seconds, strike in quote per underlying (a bigint is
 * WAD).
 * @throws DomainError where no series can have these terms
 */
declare function toSeriesId(expiry: bigint | number, strike: Decimal): bigint;
/** The terms that an id carries, refusing ids that `toSeriesId` could not have made. */
declare function parseSeriesId(id: bigint): {
  expiry: bigint;
  strike: bigint;
};
//#endregion
//#region src/units/toFixedPoint.d.ts
/**
 * The whole number of 10^-decimals nearest to the decimal that `value` prints as, halves away from zero: 8 decimals for
 * a price aggregator's answer. It rounds, so it is for what has been measured or computed; a quantity or strike goes
 * through `toWad`.
 */
declare function toFixedPoint(value: number, decimals: number): bigint;
//#endregion
//#region src/units/toWad.d.ts
/**
 * A quantity or a price as the chain's 18-decimal fixed point, exactly. A number is taken at the decimal that it prints
 * as: 1.1 is 1.1, not the binary fraction next to it. A bigint is in fixed point already and stays as it is.
 * @param what named in errors
 * @throws DomainError where it is no number, has more than 18 decimals, or is too large for the chain
 * @example
 * toWad("101500.25"); // 101500250000000000000000n
 * toWad(1.1); // 1100000000000000000n
 * toWad(1100000000000000000n); // the same
 */
declare function toWad(value: Decimal, what?: string): bigint;
//#endregion
//#region src/client/Deployment.d.ts
/** A token of a deployment. */
interface TokenInfo {
  readonly address: string;
  readonly symbol: string;
  readonly decimals: number;
}
/** A vault of a deployment. */
interface VaultInfo {
  readonly kind: "call" | "put";
  /** "wide", "tight". */
  readonly tier: string;
  readonly name: string;
  readonly symbol: string;
  readonly address: string;
  readonly optionToken: string;
  /** Its redeem queue. */
  readonly queue: string;
}
/** A market of a deployment. */
interface MarketInfo {
  /** "WETH/USDC" */
  readonly name: string;
  readonly underlying: TokenInfo;
  readonly quote: TokenInfo;
  readonly surface: string;
  /** Its `SignedSpot`, where it has one. */
  readonly signedSpot?: string | undefined;
  readonly oracle: string;
  readonly vaults: readonly VaultInfo[];
}
/** Where everything is: what `deploy/deployments/<network>/addresses.json` holds, as far as the SDK needs it. */
interface Deployment {
  readonly chainId: number;
  readonly factory: string;
  readonly router: string;
  /** The router that settles an order in any token. */
  readonly swapRouter: string;
  readonly permit2: string;
  /** Uniswap's QuoterV2. */
  readonly uniswapQuoter: string;
  readonly quoter: string;
  readonly markets: readonly MarketInfo[];
}
//#endregion
//#region src/client/connect.d.ts
/** One vault of a deployment. */
interface Vault extends Omit<VaultInfo, "kind"> {
  /** Its market's name. */
  readonly market: string;
  readonly kind: OptionKind;
  readonly collateral: TokenInfo;
}
/** One market of a deployment. */
interface Market extends Omit<MarketInfo, "vaults"> {
  readonly vaults: readonly Vault[];
}
/** A deployment and a way to ask for it: what every action takes first. */
interface Client extends Connection {
  readonly deployment: Deployment;
  readonly markets: readonly Market[];
  /** Of all markets. */
  readonly vaults: readonly Vault[];
  /** The market that actions concern which name none. */
  readonly market: string | undefined;
}
interface ConnectParameters {
  /**
   * The market that actions concern which name none, "WBTC/USDC". Without it there is one only where the deployment has no more
   * than one.
   */
  readonly market?: string;
  /** Who signs and sends; the provider's first account by default. */
  readonly account?: string;
  /** Milliseconds between two questions whether a transaction was mined or an event has come; 1000 by default. */
  readonly pollingInterval?: number;
}
/**
 * A client for all markets of a deployment. Asks nothing of the network.
 * @param provider a browser wallet, `fromEthers(signer)`, `fromViem(walletClient)`, or any other that passes requests on
 * @throws OrderError where the deployment has no such market
 * @example
 * const reading = connect(provider, deployment);
 * const trading = connect(provider, deployment, { market: "WETH/USDC", account });
 */
declare function connect(provider: Eip1193Provider, deployment: Deployment, {
  market,
  account,
  pollingInterval
}?: ConnectParameters): Client;
//#endregion
//#region src/client/marketOf.d.ts
/**
 * A market by its name; by default the one that the client was connected with, or the deployment's only one.
 * @throws OrderError where there is none of the name, or none was named and there are several
 * @example
 * const { quote, vaults } = marketOf(client, "WETH/USDC");
 */
declare function marketOf({
  markets,
  market
}: Pick<Client, "markets" | "market">, name?: string | undefined): Market;
//#endregion
//#region src/client/vaultAt.d.ts
/**
 * The vault at an address, of those in the deployment.
 * @throws OrderError where it has no such vault
 * @example
 * const { collateral, market } = vaultAt(client, vault.address);
 */
declare function vaultAt(client: Client, address: string): Vault;
//#endregion
//#region src/client/requireChain.d.ts
/**
 * Requires that the client's node is of the chain that its deployment is on: at the same addresses of another chain
 * there may be anything. The node itself is asked each time: a wallet may change its chain.
 * @throws WrongChainError where it is not
 * @example
 * await requireChain(client);
 */
declare function requireChain({
  provider,
  deployment
}: Client): Promise<void>;
//#endregion
//#region src/client/optionChain.d.ts
/** The best price on one side and who gives it, in quote for one option. */
interface Side {
  readonly price: number;
  readonly vault: Vault;
}
/** One listed option of a market. Prices and Greeks in quote, for one option, whichever collateral its vaults hold. */
interface ChainRow {
  readonly kind: OptionKind;
  readonly id: bigint;
  /** Unix seconds. */
  readonly expiry: bigint;
  /** WAD quote per underlying. */
  readonly strike: bigint;
  /** Absent where no vault trades that side now. */
  readonly bid?: Side;
  readonly ask?: Side;
  /** Fair value. */
  readonly fair: number;
  /** A year. */
  readonly volatility: number;
  /** Black-Scholes delta at fixed volatility. */
  readonly delta: number;
  /** Black-Scholes gamma at fixed volatility, as delta and vega are: ∂²/∂S². */
  readonly gamma: number;
  /** For 1.0 of volatility. */
  readonly vega: number;
  /** A year. */
  readonly theta: number;
  /** Options written and not yet bought back, over all vaults. */
  readonly openInterest: number;
}
interface OptionChainParameters {
  /** The market's name; the client's by default. */
  readonly market?: string | undefined;
  /** Unix seconds; all live expiries by default. */
  readonly expiry?: bigint;
  /** Size for which bid and ask are asked (a bigint is WAD); one option by default. */
  readonly quantity?: Decimal;
}
/** By expiry, strike and kind. */
type OptionChainResult = readonly ChainRow[];
/**
 * All listed series of a market with Greeks, volatility, and the best bid and ask over its vaults, at one block.
 * @throws OrderError where the size is not above zero
 * @throws ContractError where the market has no price now
 * @example
 * const rows = await optionChain(client, { market: "WETH/USDC", quantity: "0.5" });
 * const puts = rows.filter(({ kind, ask }) => kind === OptionKind.Put && ask !== undefined);
 */
declare function optionChain(client: Client, parameters?: OptionChainParameters): Promise<OptionChainResult>;
//#endregion
//#region src/client/offer.d.ts
type OfferParameters = QuoteParameters;
/** The price of one trade with one vault, and whether the vault would take it. */
interface OfferResult {
  /** Why the vault would refuse; absent where it would take the trade. */
  readonly refusal?: ContractError;
  /** Token units of the vault's collateral: premium to pay or payout to get; zero where there is no price. */
  readonly amount: bigint;
  readonly parts: QuoteParts;
}
/**
 * As `quote`, without its search for the largest quantity: many times cheaper for the node that is asked.
 * @throws DomainError where the quantity is no decimal number
 * @example
 * const { amount, refusal } = await offer(client, { vault: vault.address, id, quantity: 1 });
 */
declare function offer(client: Client, {
  vault,
  id,
  quantity
}: OfferParameters): Promise<OfferResult>;
//#endregion
//#region src/client/quote.d.ts
interface QuoteParameters {
  readonly vault: string;
  /** `toSeriesId(expiry, strike)` */
  readonly id: bigint;
  /** A bigint is WAD; positive buys, negative sells back. */
  readonly quantity: Decimal;
}
/** Sensitivities of one option held, WAD collateral (`Greeks.sol`). */
interface ChainGreeks {
  /** For 1.0 of ln S. */
  readonly delta: bigint;
  readonly gamma: bigint;
  /** For 1.0 of volatility. */
  readonly vega: bigint;
  /** A year. */
  readonly theta: bigint;
  /** For 1.0 of the rate. */
  readonly rho: bigint;
}
/** The price of a trade and what it is made of, WAD collateral (`Quote.sol`). */
interface QuoteParts {
  /** Buying: what the trader pays, rounded up. Selling: what the trader gets, rounded down. */
  readonly premium: bigint;
  /** Quantity times fair value. */
  readonly fair: bigint;
  /** What the trade changes in the charge for the book's move, and in the rent of capacity. */
  readonly moveCharge: bigint;
  readonly rentCharge: bigint;
  /** All fees, before clamps. */
  readonly fee: bigint;
  /** What the clamps in the vault's favour added to an ask or took from a bid. */
  readonly clamp: bigint;
  /** Fair volatility of the series, a year. */
  readonly volatility: bigint;
  /** Quote per underlying. */
  readonly spot: bigint;
  readonly forward: bigint;
  /** Black-Scholes spot delta of one option at fixed volatility: 0 to 1 for a call, −1 to 0 for a put. */
  readonly spotDelta: bigint;
  readonly greeks: ChainGreeks;
  /** `SurfaceStatus.sol` */
  readonly surface: number;
  /** What the book is worth before the trade. */
  readonly bookValue: bigint;
  readonly riskCapital: bigint;
  readonly actualCapital: bigint;
  /** What of net asset value redeem requests claim. */
  readonly claim: bigint;
  /** The risk charge before and after, without stress. */
  readonly chargeBefore: bigint;
  readonly chargeAfter: bigint;
  /** Worst case of the whole book before and after. */
  readonly lockBefore: bigint;
  readonly lockAfter: bigint;
}
/** What one trade with one vault would do now. */
interface QuoteResult extends OfferResult {
  /** Largest quantity (WAD) in this direction that the vault would take now. */
  readonly maxQuantity: bigint;
  /** Unix seconds until which the spot price behind it is fresh. */
  readonly validUntil: bigint;
  /** Changes when anything but time changes that the price depends on. */
  readonly stateHash: string;
}
/**
 * Asks the quoter for the price of a trade; a refusal is part of the answer, not an exception.
 * @throws DomainError where the quantity is no decimal number
 * @example
 * const { amount, maxQuantity, refusal } = await quote(client, { vault: vault.address, id, quantity: "0.5" });
 */
declare function quote(client: Client, {
  vault,
  id,
  quantity
}: QuoteParameters): Promise<QuoteResult>;
//#endregion
//#region src/client/toSplit.d.ts
/** Where an order goes, vault by vault. */
interface Split {
  readonly id: bigint;
  /** Quantities in WAD, with the order's sign. */
  readonly parts: readonly {
    readonly vault: Vault;
    readonly quantity: bigint;
    readonly amount: bigint;
  }[];
  /** Token units, over all parts. */
  readonly total: bigint;
  /** What the best single vault would take or pay for all of it; absent where none can. */
  readonly bestSingle?: bigint;
}
//#endregion
//#region src/client/bestSplit.d.ts
interface BestSplitParameters {
  /** The market's name; the client's by default. */
  readonly market?: string | undefined;
  readonly kind: OptionKind;
  /** Unix seconds. */
  readonly expiry: bigint | number;
  /** Quote per underlying; a bigint is WAD. */
  readonly strike: Decimal;
  /** A bigint is WAD; positive buys, negative sells back (`bestSale` keeps within what somebody holds). */
  readonly quantity: Decimal;
  /** What one more vault costs in gas, in token units of the collateral; zero by default. */
  readonly gasCost?: bigint;
}
type BestSplitResult = Split;
/**
 * The cheapest split of an order over the vaults of its kind that list the series, as the contracts find it.
 * @throws OrderError where none lists it
 * @throws ContractError where the vaults do not take the order; where they take none of it, with a vault's own reason
 * @example
 * const [row] = await optionChain(client);
 * const { parts, total, bestSingle } = await bestSplit(client, { ...row, quantity: 2 });
 */
declare function bestSplit(client: Client, parameters: BestSplitParameters): Promise<BestSplitResult>;
//#endregion
//#region src/client/bestSale.d.ts
interface BestSaleParameters {
  /** The market's name; the client's by default. */
  readonly market?: string | undefined;
  /** Whose options are sold. */
  readonly holder: string;
  readonly kind: OptionKind;
  /** Unix seconds. */
  readonly expiry: bigint | number;
  /** Quote per underlying; a bigint is WAD. */
  readonly strike: Decimal;
  /** How much to sell, above zero; a bigint is WAD. */
  readonly quantity: Decimal;
  /** What one more vault costs in gas, in token units of the collateral; zero by default. */
  readonly gasCost?: bigint;
}
type BestSaleResult = Split;
/**
 * Where a sale brings most: split over the vaults of its kind as the quoter finds it, within what is held of each.
 * Options of different vaults are different tokens, and each goes back to the vault that wrote it.
 * @throws OrderError where less is held than is to be sold
 * @throws ContractError where the vaults do not take it, with a vault's own reason
 * @example
 * const { kind, expiry, strike } = held;
 * const { parts, total } = await bestSale(client, { holder: account, kind, expiry, strike, quantity: "0.5" });
 */
declare function bestSale(client: Client, parameters: BestSaleParameters): Promise<BestSaleResult>;
//#endregion
//#region src/client/TotalLimit.d.ts
/** A bound on what an order comes to in one token. */
interface TotalLimit {
  readonly token: string;
  /** Token units: the most to pay or, negative, the least to receive. */
  readonly maxNetPaid: bigint;
}
//#endregion
//#region src/client/boundOrder.d.ts
/** An order's legs with their limits, and what they come to where these do not say it. */
interface BoundOrder {
  readonly legs: readonly OrderLeg[];
  /** One for each collateral of which some vault has several legs: they bear a risk charge together. */
  readonly totals: readonly TotalLimit[];
}
//#endregion
//#region src/client/planOrder.d.ts
/** A leg as the router takes it. */
interface OrderLeg {
  readonly vault: string;
  readonly id: bigint;
  /** WAD; positive buys, negative sells back. */
  readonly quantity: bigint;
  /** Token units of the vault's collateral: the most to pay, or the least to get; of the leg's own part where its vault has several. */
  readonly limit: bigint;
}
interface PlanOrderParameters<Leg extends StrategyLeg<Decimal> = StrategyLeg> {
  /** The market's name; the client's by default. */
  readonly market?: string | undefined;
  readonly legs: readonly Leg[];
  /** Whose options a sale takes. */
  readonly trader: string;
  /** How far each part's price may move before the order fails, in basis points; 100 by default. */
  readonly slippageBps?: bigint;
  /** What one more vault costs in gas, in token units of the leg's collateral; zero by default. */
  readonly gasCost?: (leg: Leg) => bigint;
}
/** A strategy laid out over vaults: `legs` and `totals` go to `executeOrder`. */
interface PlanOrderResult<Leg extends StrategyLeg<Decimal> = StrategyLeg> extends BoundOrder {
  /** One a strategy leg. */
  readonly splits: readonly (Split & {
    readonly leg: Leg;
  })[];
}
/**
 * Finds where each leg of a strategy is cheapest or, of what the trader holds, brings most, and bounds every part's
 * price. Each leg is split as if it were the only one; legs that meet in one vault are priced there together.
 * @throws DomainError where a strike or a quantity is no decimal number of at most 18 decimals
 * @throws OrderError where the order cannot be sent as it is
 * @throws ContractError where the vaults do not take it
 * @example
 * const [row] = await optionChain(client);
 * const wanted = [{ kind: row.kind, expiry: Number(row.expiry), strike: row.strike, quantity: "1.1" }];
 * const { legs, totals, splits } = await planOrder(client, { legs: wanted, trader: account });
 */
declare function planOrder<Leg extends StrategyLeg<Decimal>>(client: Client, parameters: PlanOrderParameters<Leg>): Promise<PlanOrderResult<Leg>>;
//#endregion
//#region src/client/joinOrders.d.ts
/**
 * Several plans as one order, such as those of different markets: a total that bounds a token must cover every leg in it.
 * @throws OrderError where a leg's vault is none of the deployment
 * @example
 * const plan = await planOrder(client, { legs, trader: account });
 * const { legs: all, totals } = joinOrders(client, [plan]);
 */
declare function joinOrders(client: Client, orders: readonly BoundOrder[]): BoundOrder;
//#endregion
//#region src/client/vaultOrders.d.ts
/** The legs of an order that go to one vault: one order to it. */
interface VaultOrder {
  readonly vault: string;
  /** One leg alone is bounded by its limit; where there are several, each limit bounds the leg's own part. */
  readonly legs: readonly OrderLeg[];
}
/** What the legs to one vault came to together. */
interface VaultPremium {
  readonly vault: string;
  /** Units of the vault's collateral; negative where the legs brought something. */
  readonly premium: bigint;
}
/** An order's legs grouped by vault, in the order of the vaults' first legs: as the routers run them. */
declare function vaultOrders(legs: readonly OrderLeg[]): VaultOrder[];
//#endregion
//#region src/client/signPermit.d.ts
/** An ERC-2612 permit as the router takes it. */
interface Permit {
  readonly token: string;
  readonly value: bigint;
  readonly deadline: bigint;
  readonly v: number;
  readonly r: string;
  readonly s: string;
}
type SignPermitResult = Permit;
interface SignPermitParameters {
  readonly token: string;
  /** Token units. */
  readonly value: bigint;
  /** Unix seconds. */
  readonly deadline: bigint;
  /** The router by default. */
  readonly spender?: string;
}
/**
 * Signs the caller's ERC-2612 permit of a token to the router, so that an order needs no separate approval.
 *
 * The router goes on where a permit fails, so one that the token would not take is refused here: for its form or its
 * domain before anything is signed, and for anything else once the token, asked without sending, has refused the
 * signature.
 * @throws PermitError where the token takes no such permits, or not this one
 * @example
 * const { address: token } = marketOf(client).quote;
 * const permit = await signPermit(client, { token, value: 10n ** 9n, deadline });
 */
declare function signPermit(client: Client, parameters: SignPermitParameters): Promise<SignPermitResult>;
//#endregion
//#region src/client/rehearseOrder.d.ts
interface RehearseOrderParameters {
  readonly legs: readonly OrderLeg[];
  /** Unix seconds, the last at which the order may run. */
  readonly deadline: bigint;
  /** Of options bought and of payouts; the signer by default. */
  readonly receiver?: string;
  /** Bounds on the order's net cost, one a token (`planOrder`). */
  readonly totals?: readonly TotalLimit[];
  /** ERC-2612 permits to run first (`signPermit`). */
  readonly permits?: readonly Permit[];
  /** Signed spot prices to bring to the markets of vaults that the order trades with (`fetchSpot`). */
  readonly prices?: readonly BroughtPrice[];
}
/** What the legs to each vault come to together. */
type RehearseOrderResult = readonly VaultPremium[];
/** A signed spot price for the market of one of an order's vaults. */
interface BroughtPrice {
  readonly vault: string;
  readonly signed: SignedPrice;
}
/**
 * What an order would do if it were sent now, without sending it: unlike quotes of its legs by themselves, with what
 * legs to one vault do to each other's price.
 * @returns what the legs to each vault come to together
 * @throws ContractError where a vault or the router refuses
 * @example
 * const plan = await planOrder(client, { legs, trader: account });
 * const premiums = await rehearseOrder(client, { legs: plan.legs, totals: plan.totals, deadline });
 */
declare function rehearseOrder(client: Client, order: RehearseOrderParameters): Promise<RehearseOrderResult>;
//#endregion
//#region src/client/executeOrder.d.ts
interface ExecuteOrderParameters extends RehearseOrderParameters {
  /** Whether to attach an access list (EIP-2930) where the node makes one and the order takes less gas with it; true by default. */
  readonly accessList?: boolean;
}
interface ExecuteOrderResult {
  readonly receipt: Receipt;
  /** What the legs to each vault came to, as the rehearsal just before sending said; within the order's limits. */
  readonly premiums: readonly VaultPremium[];
}
/**
 * Runs an order through the router: all legs within their limits by the deadline, or none. Rehearsed before it is sent.
 * @throws OrderError where several legs go to one vault and no total bounds what they bear together
 * @throws ContractError where a vault or the router refuses
 * @example
 * const { legs: bounded, totals } = await planOrder(client, { legs, trader: account });
 * const { premiums, receipt } = await executeOrder(client, { legs: bounded, totals, deadline });
 */
declare function executeOrder(client: Client, order: ExecuteOrderParameters): Promise<ExecuteOrderResult>;
//#endregion
//#region src/client/encodePath.d.ts
/** One pool on the way: its fee in hundredths of a basis point, and the token it leads to. */
interface PoolStep {
  readonly fee: number;
  readonly token: string;
}
/**
 * A path over Uniswap's pools as the swap router takes it: from a vault's collateral to the token the order is settled in.
 * @throws OrderError where it has no pool or too many, or a token is no address
 * @example
 * const { underlying, quote } = marketOf(client);
 * const path = encodePath(underlying.address, [{ fee: 500, token: quote.address }]);
 */
declare function encodePath(collateral: string, pools: readonly PoolStep[]): string;
//#endregion
//#region src/client/quoteSwap.d.ts
interface QuoteSwapParameters {
  /** From the collateral to the token of settlement (`encodePath`). */
  readonly path: string;
  /** Units of the collateral; positive buys so much of it, negative sells it. */
  readonly amount: bigint;
}
/** Units of the token of settlement, given for what is bought or received for what is sold. */
type QuoteSwapResult = bigint;
/**
 * What a swap over Uniswap's pools would come to now. The pools say it and the node passes it on: neither is checked
 * here.
 * @returns units of the token of settlement, given for what is bought or received for what is sold
 * @throws OrderError where a pool is missing, or would not take the whole amount
 * @example
 * const { underlying, quote } = marketOf(client);
 * const path = encodePath(underlying.address, [{ fee: 500, token: quote.address }]);
 * const cost = await quoteSwap(client, { path, amount: 10n ** 15n });
 */
declare function quoteSwap(client: Client, {
  path,
  amount
}: QuoteSwapParameters): Promise<QuoteSwapResult>;
//#endregion
//#region src/client/salesFirst.d.ts
/**
 * An order's legs as the swap router can pay for them, vault by vault and otherwise in the order given: vaults that bring something,
 * then those that are paid with the proceeds of their own collateral alone, then the others. What a vault brings pays for later
 * ones only, and is swapped after the last purchase in its collateral.
 * @throws OrderError where a leg's vault is none of the deployment
 * @example
 * const plan = await planOrder(client, { legs, trader: account });
 * const inOrder = salesFirst(client, plan.legs);
 */
declare function salesFirst(client: Client, legs: readonly OrderLeg[]): OrderLeg[];
//#endregion
//#region src/client/planSettlement.d.ts
/** How an order is paid in one token, as the swap router takes it. */
interface PlanSettlementResult {
  readonly token: string;
  /** Token units: the most to pay or, negative, the least to receive. */
  readonly maxNetPaid: bigint;
  /** From each other collateral to the token (`encodePath`). */
  readonly paths: readonly string[];
}
interface PlanSettlementParameters {
  /** Of `planOrder`, each sale before the purchases that it is to pay for (`salesFirst`). */
  readonly legs: readonly OrderLeg[];
  /** Of `planOrder`, too: what vaults with several legs come to in their collateral. */
  readonly totals?: readonly TotalLimit[];
  /** In which the order is to be paid. */
  readonly token: string;
  /** One from each collateral that is another (`encodePath`). */
  readonly paths: readonly string[];
  /** How far the price of each swap may move, in basis points of that swap; 50 by default. The vaults' may by the legs' limits. */
  readonly slippageBps?: bigint;
  /**
   * How much worse than by the deployment's price feeds a swap may be quoted, pools' fees and all, in basis points; 300 by
   * default. It says nothing of tokens that no market has.
   */
  readonly maxDeviationBps?: bigint;
  /**
   * The caller's own bound, in the settlement's token and with the sign of `maxNetPaid`, which is not to be above it. By default
   * there is none.
   */
  readonly worst?: bigint;
}
/**
 * Finds what an order comes to in one token, with each leg at its limit and pools as they are, and bounds it.
 *
 * The pools that are traded say what a swap costs, so whoever moves one just before, or answers for the node, sets the bound,
 * too. Where markets of the deployment lead from a collateral to the token, a quote that is worse than their price feeds say by
 * more than `maxDeviationBps` is refused. For any other token pools and node are trusted, unless `worst` is given.
 *
 * It is one bound for all: what the legs leave of their own limits (`planOrder`'s slippage, one per cent by default), whoever
 * trades around the order may take in the pools on top of `slippageBps`. Smaller limits leave less. Every swap is quoted
 * as if it were the only one; `slippageBps` is to cover what swaps through the same pool do to each other.
 * @throws OrderError where a purchase comes before a sale that is to pay for it, a path is missing or ends elsewhere, pools cannot take
 * the whole amount, a quote deviates from the feeds, or the bound is above `worst`
 * @throws ContractError where a feed that a quote is to be compared with gives no price now
 * @example
 * const plan = await planOrder(client, { legs, trader: account });
 * const { underlying, quote: token } = marketOf(client);
 * const paths = [encodePath(underlying.address, [{ fee: 500, token: token.address }])];
 * const inOrder = salesFirst(client, plan.legs);
 * const settlement = await planSettlement(client, { legs: inOrder, totals: plan.totals, token: token.address, paths });
 */
declare function planSettlement(client: Client, parameters: PlanSettlementParameters): Promise<PlanSettlementResult>;
//#endregion
//#region src/client/signPermit2.d.ts
/** A Permit2 signature as the swap router takes it. */
interface SignPermit2Result {
  /** Token units. */
  readonly amount: bigint;
  readonly nonce: bigint;
  /** Unix seconds. */
  readonly deadline: bigint;
  readonly signature: string;
}
interface SignPermit2Parameters {
  readonly token: string;
  /** The most that may be taken, token units: at least the settlement's `maxNetPaid`. */
  readonly amount: bigint;
  /** Unix seconds. */
  readonly deadline: bigint;
  /** One that the signer has not used with Permit2; a random one by default. */
  readonly nonce?: bigint;
}
/**
 * Signs the caller's Permit2 transfer to the swap router, good once and for no other spender. The token must have been
 * approved to Permit2 before (`ensureAllowance` with `deployment.permit2`), which most wallets have.
 *
 * Permit2 asks an account with code whether the signature is its own (ERC-1271), and takes ECDSA from others only.
 * Since EIP-7702 an account with a private key may have code, too, by delegation: then it is that code that accepts
 * this signature or does not. Where it does not, pay by an allowance to the swap router instead.
 * @example
 * const { address: token } = marketOf(client).quote;
 * const permit = await signPermit2(client, { token, amount: 10n ** 9n, deadline });
 */
declare function signPermit2(client: Client, parameters: SignPermit2Parameters): Promise<SignPermit2Result>;
//#endregion
//#region src/client/rehearseSwapOrder.d.ts
interface RehearseSwapOrderParameters {
  /** In the order in which they run (`salesFirst`), the same as the settlement was planned for. */
  readonly legs: readonly OrderLeg[];
  /** The token it is paid in, and its bound (`planSettlement`). */
  readonly settlement: PlanSettlementResult;
  /** Unix seconds, the last at which the order may run. */
  readonly deadline: bigint;
  /** Of options bought and of what the order earns; the signer by default. */
  readonly receiver?: string;
  /** Pays by signature (`signPermit2`); without it, by the token's allowance to the swap router. */
  readonly permit?: SignPermit2Result;
}
/** What an order came to. */
interface RehearseSwapOrderResult {
  /** What the legs to each vault come to together. */
  readonly premiums: readonly VaultPremium[];
  /** Units of the settlement's token; negative where the order earned. */
  readonly netPaid: bigint;
}
/**
 * What an order settled in one token would do if it were sent now, without sending it.
 * @throws ContractError where a vault, a pool or the router refuses
 * @example
 * const plan = await planOrder(client, { legs, trader: account });
 * const { underlying, quote: token } = marketOf(client);
 * const paths = [encodePath(underlying.address, [{ fee: 500, token: token.address }])];
 * const inOrder = salesFirst(client, plan.legs);
 * const settlement = await planSettlement(client, { legs: inOrder, totals: plan.totals, token: token.address, paths });
 * const { netPaid } = await rehearseSwapOrder(client, { legs: inOrder, settlement, deadline });
 */
declare function rehearseSwapOrder(client: Client, order: RehearseSwapOrderParameters): Promise<RehearseSwapOrderResult>;
//#endregion
//#region src/client/executeSwapOrder.d.ts
interface ExecuteSwapOrderParameters extends RehearseSwapOrderParameters {
  /** Whether to attach an access list (EIP-2930) where the node makes one and the order takes less gas with it; true by default. */
  readonly accessList?: boolean;
}
/** What the rehearsal just before sending said; the order keeps within its limits all the same. */
interface ExecuteSwapOrderResult extends RehearseSwapOrderResult {
  readonly receipt: Receipt;
}
/**
 * Runs an order through the swap router, paid or paying in one token: all legs within their limits and the total within its own,
 * or none. Vaults take their turn one after the other, each paid with what is there by then, so pass `salesFirst(client, legs)` here
 * and to `planSettlement`.
 * @throws ContractError where a vault, a pool or the router refuses
 * @example
 * const plan = await planOrder(client, { legs, trader: account });
 * const { underlying, quote: token } = marketOf(client);
 * const paths = [encodePath(underlying.address, [{ fee: 500, token: token.address }])];
 * const inOrder = salesFirst(client, plan.legs);
 * const settlement = await planSettlement(client, { legs: inOrder, totals: plan.totals, token: token.address, paths });
 * const amount = settlement.maxNetPaid;
 * const permit = await signPermit2(client, { token: token.address, amount, deadline });
 * const { netPaid, receipt } = await executeSwapOrder(client, { legs: inOrder, settlement, deadline, permit });
 */
declare function executeSwapOrder(client: Client, order: ExecuteSwapOrderParameters): Promise<ExecuteSwapOrderResult>;
//#endregion
//#region src/client/ensureAllowance.d.ts
interface EnsureAllowanceParameters {
  readonly token: string;
  readonly spender: string;
  /** Token units. */
  readonly amount: bigint;
}
interface EnsureAllowanceResult {
  /** None where it was allowed already, and two where the token wanted its allowance set to zero first. */
  readonly receipts: readonly Receipt[];
}
/**
 * Lets `spender` take at least `amount` token units of the signer's token; sends nothing where it already may. Tokens
 * like USDT let no allowance be replaced by another: theirs is set to zero first.
 * @throws OrderError where the token says yes and allows less
 * @example
 * const { address } = marketOf(client).quote;
 * await ensureAllowance(client, { token: address, spender: client.deployment.router, amount: 10n ** 12n });
 */
declare function ensureAllowance(client: Client, {
  token,
  spender,
  amount
}: EnsureAllowanceParameters): Promise<EnsureAllowanceResult>;
//#endregion
//#region src/client/allowSales.d.ts
interface AllowSalesParameters {
  readonly vault: string;
  /** The router by default; the swap router is the other that sells. */
  readonly router?: string;
}
interface AllowSalesResult {
  /** Absent where it was allowed already, and nothing was sent. */
  readonly receipt?: Receipt;
}
/**
 * Lets a router move the signer's options of a vault, as selling through it needs; sends nothing where it already may.
 * @throws OrderError where the client can only read
 * @example
 * await allowSales(client, { vault: vault.address });
 */
declare function allowSales(client: Client, parameters: AllowSalesParameters): Promise<AllowSalesResult>;
//#endregion
//#region src/client/permitDomain.d.ts
interface PermitDomainParameters {
  readonly token: string;
}
type PermitDomainResult = TypedDataDomain;
/**
 * The domain under which a token takes signatures (EIP-712): the one it states by ERC-5267 or, for older tokens, the
 * one of the usual domains whose hash is the token's own `DOMAIN_SEPARATOR()`.
 * @throws PermitError where none is
 * @example
 * const domain = await permitDomain(client, { token: marketOf(client).quote.address });
 */
declare function permitDomain(client: Client, {
  token
}: PermitDomainParameters): Promise<PermitDomainResult>;
//#endregion
//#region src/client/deposit.d.ts
interface DepositParameters {
  readonly vault: string;
  /** Token units of the vault's collateral. */
  readonly assets: bigint;
  /** Least shares to get; zero for any. */
  readonly minShares: bigint;
  /** Unix seconds. */
  readonly deadline: bigint;
}
interface DepositResult {
  /** As rehearsed just before sending; at least `minShares`. */
  readonly shares: bigint;
  readonly receipt: Receipt;
}
/**
 * Provides collateral to a vault, approving it first where that is needed.
 * @throws ContractError where the vault takes no deposit now, or the shares are fewer than `minShares`
 * @example
 * const assets = 10n ** BigInt(vault.collateral.decimals);
 * const { shares } = await deposit(client, { vault: vault.address, assets, minShares: 0n, deadline });
 */
declare function deposit(client: Client, {
  vault,
  assets,
  minShares,
  deadline
}: DepositParameters): Promise<DepositResult>;
//#endregion
//#region src/client/withdraw.d.ts
interface WithdrawParameters {
  readonly vault: string;
  readonly shares: bigint;
  /** Least token units to get; zero for any. */
  readonly minAssets: bigint;
  /** Unix seconds. */
  readonly deadline: bigint;
}
interface WithdrawResult {
  /** Token units, as rehearsed just before sending; at least `minAssets`. */
  readonly assets: bigint;
  readonly receipt: Receipt;
}
/**
 * Redeems the signer's shares at net asset value less the band.
 * @throws ContractError where the vault cannot pay now (`requestRedeem` queues), or pays less than `minAssets`
 * @example
 * const { assets } = await withdraw(client, { vault: vault.address, shares: 10n ** 15n, minAssets: 0n, deadline });
 */
declare function withdraw(client: Client, {
  vault,
  shares,
  minAssets,
  deadline
}: WithdrawParameters): Promise<WithdrawResult>;
//#endregion
//#region src/client/guaranteedExit.d.ts
interface GuaranteedExitParameters {
  readonly vault: string;
  readonly shares: bigint;
}
interface GuaranteedExitResult {
  /** Token units. */
  readonly assets: bigint;
  readonly receipt: Receipt;
}
/**
 * Leaves a vault without any price: works in every state, frozen feeds included, and pays at most the fair part.
 * @throws ContractError where the signer has fewer shares
 * @example
 * const { assets } = await guaranteedExit(client, { vault: vault.address, shares: 10n ** 15n });
 */
declare function guaranteedExit(client: Client, {
  vault,
  shares
}: GuaranteedExitParameters): Promise<GuaranteedExitResult>;
//#endregion
//#region src/client/requestRedeem.d.ts
interface RequestRedeemParameters {
  readonly vault: string;
  readonly shares: bigint;
  /**
   * Least price to leave at, WAD collateral a whole share; rounded up to the next level of a fixed grid, by less than 1 %
   * (`redeemRequests` tells). May be above today's price. Any price where absent.
   */
  readonly minPrice?: bigint;
}
interface RequestRedeemResult {
  readonly requestId: bigint;
  readonly receipt: Receipt;
}
/**
 * Asks a vault's queue to redeem the signer's shares with this epoch's batch, allowing it the shares first where
 * needed.
 * @throws ContractError where the request is too small, or the minimum beyond the highest level
 * @example
 * const { requestId } = await requestRedeem(client, { vault: vault.address, shares: 10n ** 18n });
 */
declare function requestRedeem(client: Client, {
  vault,
  shares,
  minPrice
}: RequestRedeemParameters): Promise<RequestRedeemResult>;
//#endregion
//#region src/client/redeemRequests.d.ts
/** One request to leave a vault, as it stands. */
interface RedeemRequest {
  readonly requestId: bigint;
  /** Least price, WAD collateral a whole share, as the queue keeps it: at least what was asked for; zero for none. */
  readonly minPrice: bigint;
  /** Shares redeemed and not claimed, and the token units for them. */
  readonly claimable: bigint;
  readonly assets: bigint;
  /** Shares that wait to be redeemed. */
  readonly pending: bigint;
  /** Shares that will not be redeemed: claimed back, or renewed. */
  readonly returnable: bigint;
}
interface RedeemRequestsParameters {
  readonly vault: string;
  /** Whose requests. */
  readonly controller: string;
}
/** Oldest first. */
type RedeemRequestsResult = readonly RedeemRequest[];
/**
 * What an account has in a vault's queue, oldest first.
 * @example
 * const requests = await redeemRequests(client, { vault: vault.address, controller: account });
 */
declare function redeemRequests(client: Client, {
  vault,
  controller
}: RedeemRequestsParameters): Promise<RedeemRequestsResult>;
//#endregion
//#region src/client/fillRedeem.d.ts
interface FillRedeemParameters {
  readonly vault: string;
}
interface FillRedeemResult {
  /** Redeemed. */
  readonly shares: bigint;
  /** Token units set aside for them. */
  readonly assets: bigint;
  readonly receipt: Receipt;
}
/**
 * Fills the batch of a vault's queue whose epoch has ended, as far as the vault can pay now. Anyone may. No shares where all ask
 * for more than the price, or where nothing may leave and those who ask for more than anybody could be paid were left out.
 * @throws ContractError where no batch waits, or the vault cannot pay
 * @example
 * const { shares, assets } = await fillRedeem(client, { vault: vault.address });
 */
declare function fillRedeem(client: Client, {
  vault
}: FillRedeemParameters): Promise<FillRedeemResult>;
//#endregion
//#region src/client/claimRedeem.d.ts
interface ClaimRedeemParameters {
  readonly vault: string;
  readonly requestId: bigint;
}
interface ClaimRedeemResult {
  /** Token units of what was filled. */
  readonly assets: bigint;
  /** Shares that will not be filled. */
  readonly shares: bigint;
  readonly receipt: Receipt;
}
/**
 * Takes what one of the signer's requests has come to: token units of what was filled, and shares of what will not be.
 * @throws ContractError where nothing has come of it yet
 * @example
 * const [request] = await redeemRequests(client, { vault: vault.address, controller: account });
 * const { assets, shares } = await claimRedeem(client, { vault: vault.address, requestId: request.requestId });
 */
declare function claimRedeem(client: Client, {
  vault,
  requestId
}: ClaimRedeemParameters): Promise<ClaimRedeemResult>;
//#endregion
//#region src/client/renewRedeem.d.ts
interface RenewRedeemParameters {
  readonly vault: string;
  readonly requestId: bigint;
  /** As in `requestRedeem`. */
  readonly minPrice?: bigint;
}
interface RenewRedeemResult {
  /** Of the new request. */
  readonly requestId: bigint;
  readonly receipt: Receipt;
}
/**
 * Puts what one of the signer's requests could not have filled into this epoch's batch.
 * @throws ContractError where nothing of it is left over
 * @example
 * const [request] = await redeemRequests(client, { vault: vault.address, controller: account });
 * const { requestId } = await renewRedeem(client, { vault: vault.address, requestId: request.requestId });
 */
declare function renewRedeem(client: Client, {
  vault,
  requestId,
  minPrice
}: RenewRedeemParameters): Promise<RenewRedeemResult>;
//#endregion
//#region src/client/redeemOptions.d.ts
interface RedeemOptionsParameters {
  readonly vault: string;
  /** `toSeriesId(expiry, strike)` */
  readonly id: bigint;
  /** A bigint is WAD. */
  readonly quantity: Decimal;
}
interface RedeemOptionsResult {
  /** Token units; zero of an option that ended worthless. */
  readonly payout: bigint;
  readonly receipt: Receipt;
}
/**
 * Pays out settled options of the signer.
 * @throws ContractError where the expiry is not settled, or fewer are held
 * @example
 * const { options } = await positions(client, { account });
 * for (const { vault, id, quantity, payout } of options) {
 *   if (payout > 0n) await redeemOptions(client, { vault: vault.address, id, quantity });
 * }
 */
declare function redeemOptions(client: Client, {
  vault,
  id,
  quantity
}: RedeemOptionsParameters): Promise<RedeemOptionsResult>;
//#endregion
//#region src/client/positions.d.ts
interface PositionsParameters {
  /** Whose. */
  readonly account: string;
  /** The market's name; all of the deployment by default. */
  readonly market?: string;
  /** The first block at which the account may have got options, for nodes that search no more than so many; the first by default. */
  readonly fromBlock?: bigint;
}
/** Options of one series of one vault. */
interface OptionPosition {
  readonly vault: Vault;
  readonly id: bigint;
  readonly kind: OptionKind;
  /** Unix seconds. */
  readonly expiry: bigint;
  /** WAD quote per underlying. */
  readonly strike: bigint;
  /** WAD. */
  readonly quantity: bigint;
  /** WAD quote per underlying at which the vault settled the expiry; undefined before. */
  readonly settledPrice: bigint | undefined;
  /** Token units of the collateral that `redeemOptions` pays; zero before the expiry is settled. */
  readonly payout: bigint;
}
/** Shares of one vault. */
interface SharePosition {
  readonly vault: Vault;
  /** Share units. */
  readonly shares: bigint;
}
/** A redeem request at one vault's queue. */
interface RequestPosition extends RedeemRequest {
  readonly vault: Vault;
}
interface PositionsResult {
  readonly block: Block;
  /** By expiry and strike. */
  readonly options: readonly OptionPosition[];
  readonly shares: readonly SharePosition[];
  readonly requests: readonly RequestPosition[];
}
/**
 * What an account has at a deployment's vaults: options, shares and redeem requests. Options are found by the transfers to the
 * account, so that settled ones are among them.
 * @throws NodeError where the node does not search as far back as `fromBlock`
 * @example
 * const { options, shares, requests } = await positions(client, { account });
 */
declare function positions(client: Client, parameters: PositionsParameters): Promise<PositionsResult>;
//#endregion
//#region src/client/vaultView.d.ts
/** How far a vault is shut: `VaultState.sol`, in its order. */
declare const VAULT_STATES: readonly ["open", "guarded", "closeOnly", "settleOnly"];
type VaultState = (typeof VAULT_STATES)[number];
interface VaultViewParameters {
  readonly vault: string;
}
/** What a vault's book is worth at a block's prices. WAD collateral where nothing else is said. */
interface VaultAssessment {
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
interface VaultViewResult {
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
declare function vaultView(client: Client, parameters: VaultViewParameters): Promise<VaultViewResult>;
//#endregion
//#region src/client/abis.d.ts
/** What a vault emits. */
declare const vaultEventsAbi: readonly [{
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "spender";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "value";
    readonly type: "uint256";
  }];
  readonly name: "Approval";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: false;
    readonly name: "collateral";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "value";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "riskCapital";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "riskCharge";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "lock";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "spot";
    readonly type: "uint256";
  }];
  readonly name: "BookMarked";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "sender";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "assets";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly name: "Deposit";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly name: "EscrowReleased";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "expiry";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "strikes";
    readonly type: "uint256[]";
  }];
  readonly name: "ExpiryOpened";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "expiry";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "price";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "owed";
    readonly type: "uint256";
  }];
  readonly name: "ExpirySettled";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "recipient";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "amount";
    readonly type: "uint256";
  }];
  readonly name: "FeesCollected";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly name: "GuaranteedExit";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "id";
    readonly type: "uint256";
  }, {
    readonly indexed: true;
    readonly name: "buyer";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "quantity";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "premium";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "fee";
    readonly type: "uint256";
  }];
  readonly name: "OptionsBought";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "id";
    readonly type: "uint256";
  }, {
    readonly indexed: true;
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "quantity";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "payout";
    readonly type: "uint256";
  }];
  readonly name: "OptionsRedeemed";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "id";
    readonly type: "uint256";
  }, {
    readonly indexed: true;
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "quantity";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "payout";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "fee";
    readonly type: "uint256";
  }];
  readonly name: "OptionsSold";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "trader";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "premium";
    readonly type: "int256";
  }, {
    readonly indexed: false;
    readonly name: "fee";
    readonly type: "uint256";
  }];
  readonly name: "OrderTraded";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: false;
    readonly name: "share";
    readonly type: "uint256";
  }];
  readonly name: "ProtocolFeeChanged";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "queue";
    readonly type: "address";
  }];
  readonly name: "QueueRegistered";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: false;
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "assets";
    readonly type: "uint256";
  }];
  readonly name: "RedeemFilled";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly components: readonly [{
      readonly name: "riskAversion";
      readonly type: "uint256";
    }, {
      readonly name: "capacityRent";
      readonly type: "uint256";
    }, {
      readonly name: "volOfVol";
      readonly type: "uint256";
    }, {
      readonly name: "spotVolCorrelation";
      readonly type: "int256";
    }, {
      readonly name: "horizon";
      readonly type: "uint256";
    }, {
      readonly name: "notionalFee";
      readonly type: "uint256";
    }, {
      readonly name: "premiumFeeCap";
      readonly type: "uint256";
    }, {
      readonly name: "chargeFee";
      readonly type: "uint256";
    }, {
      readonly name: "lockFee";
      readonly type: "uint256";
    }, {
      readonly name: "stress";
      readonly type: "uint256";
    }, {
      readonly name: "confidenceFactor";
      readonly type: "uint256";
    }];
    readonly indexed: false;
    readonly name: "target";
    readonly type: "tuple";
  }, {
    readonly indexed: false;
    readonly name: "rampStart";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "rampEnd";
    readonly type: "uint256";
  }];
  readonly name: "RiskParamsScheduled";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: false;
    readonly name: "previous";
    readonly type: "uint8";
  }, {
    readonly indexed: false;
    readonly name: "current";
    readonly type: "uint8";
  }, {
    readonly indexed: true;
    readonly name: "by";
    readonly type: "address";
  }];
  readonly name: "StateChanged";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: false;
    readonly name: "stress";
    readonly type: "uint256";
  }];
  readonly name: "StressChanged";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "expiry";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "added";
    readonly type: "uint256[]";
  }, {
    readonly indexed: false;
    readonly name: "retired";
    readonly type: "uint256[]";
  }];
  readonly name: "StrikesRelisted";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "from";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "to";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "value";
    readonly type: "uint256";
  }];
  readonly name: "Transfer";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "sender";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "assets";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly name: "Withdraw";
  readonly type: "event";
}];
/** What a redeem queue emits. */
declare const queueEventsAbi: readonly [{
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "epoch";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly name: "BatchClosed";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "epoch";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "assets";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "price";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "remaining";
    readonly type: "uint256";
  }];
  readonly name: "BatchFilled";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "sender";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "assets";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly name: "Deposit";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "epoch";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "level";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "shares";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "price";
    readonly type: "uint256";
  }];
  readonly name: "LevelsExcluded";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "controller";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "operator";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "approved";
    readonly type: "bool";
  }];
  readonly name: "OperatorSet";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "controller";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "requestId";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "sender";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly name: "RedeemRequest";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "requestId";
    readonly type: "uint256";
  }, {
    readonly indexed: true;
    readonly name: "controller";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly name: "SharesReturned";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: false;
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly name: "SurplusSwept";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "sender";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "receiver";
    readonly type: "address";
  }, {
    readonly indexed: true;
    readonly name: "owner";
    readonly type: "address";
  }, {
    readonly indexed: false;
    readonly name: "assets";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "shares";
    readonly type: "uint256";
  }];
  readonly name: "Withdraw";
  readonly type: "event";
}];
/** What a surface emits. */
declare const surfaceEventsAbi: readonly [{
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "round";
    readonly type: "uint64";
  }];
  readonly name: "PendingCleared";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "round";
    readonly type: "uint64";
  }, {
    readonly indexed: false;
    readonly name: "distance";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "allowance";
    readonly type: "uint256";
  }];
  readonly name: "SurfacePending";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "round";
    readonly type: "uint64";
  }, {
    readonly indexed: false;
    readonly name: "observedAt";
    readonly type: "uint64";
  }, {
    readonly indexed: false;
    readonly name: "confidence";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "expiries";
    readonly type: "uint256[]";
  }, {
    readonly indexed: false;
    readonly name: "slices";
    readonly type: "uint256[]";
  }];
  readonly name: "SurfaceReported";
  readonly type: "event";
}];
/** What signed spot prices emit. */
declare const signedSpotEventsAbi: readonly [{
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: true;
    readonly name: "number";
    readonly type: "uint256";
  }, {
    readonly indexed: false;
    readonly name: "price";
    readonly type: "uint256";
  }];
  readonly name: "SpotSigned";
  readonly type: "event";
}, {
  readonly anonymous: false;
  readonly inputs: readonly [{
    readonly indexed: false;
    readonly name: "suspended";
    readonly type: "bool";
  }];
  readonly name: "SuspensionChanged";
  readonly type: "event";
}];
//#endregion
//#region src/client/watch.d.ts
/** Which of a deployment's contracts said something. */
type WatchedContract = "vault" | "queue" | "surface" | "signedSpot";
interface Abis {
  readonly vault: typeof vaultEventsAbi;
  readonly queue: typeof queueEventsAbi;
  readonly surface: typeof surfaceEventsAbi;
  readonly signedSpot: typeof signedSpotEventsAbi;
}
/** An event's arguments by name. */
type ArgumentsOf<Inputs extends readonly AbiParameter[]> = { readonly [Input in Inputs[number] as Input extends {
  readonly name: infer Name extends string;
} ? Name : never]: AbiParameterToPrimitiveType<Input, "outputs"> };
type Named<Contract extends WatchedContract, Name> = Name extends ExtractAbiEventNames<Abis[Contract]> ? {
  readonly contract: Contract;
  readonly name: Name;
  readonly args: ArgumentsOf<ExtractAbiEvent<Abis[Contract], Name>["inputs"]>;
} : never;
type EventOf<Contract extends WatchedContract> = Contract extends WatchedContract ? Named<Contract, ExtractAbiEventNames<Abis[Contract]>> : never;
/** An event with its arguments, and where it comes from: `event.name` tells what `event.args` are. */
type WatchedEvent = EventOf<WatchedContract> & {
  /** The market's name. */readonly market: string; /** Of vaults and queues. */
  readonly vault: Vault | undefined;
  readonly address: string;
  readonly blockNumber: bigint;
  readonly transactionHash: string;
  readonly logIndex: number;
};
/** The name of an event. */
type WatchedEventName = EventOf<WatchedContract>["name"];
interface WatchParameters<Name extends WatchedEventName = WatchedEventName> {
  /** The market's name; all of the deployment by default. */
  readonly market?: string;
  /** Names of events; all by default. */
  readonly events?: readonly Name[];
  /** The first block to look at; the one after the latest by default. */
  readonly fromBlock?: bigint;
  /** How many blocks an event must be deep: those of fewer may still be undone. None by default. */
  readonly confirmations?: number;
  /** Ends the watch. */
  readonly signal?: AbortSignal;
}
type WatchResult<Name extends WatchedEventName = WatchedEventName> = AsyncGenerator<Extract<WatchedEvent, {
  readonly name: Name;
}>, void, undefined>;
/**
 * What vaults, queues, surfaces and signed spots say, each event once and in the chain's order, until the signal is given or the
 * loop is left. Asks the node at the client's polling interval; blocks that are undone later are not reported.
 * @example
 * for await (const event of watch(client, { events: ["OptionsBought"], fromBlock: 0n })) {
 *   console.log(event.vault?.symbol, event.args.quantity);
 *   break;
 * }
 */
declare function watch<const Name extends WatchedEventName = WatchedEventName>(client: Client, parameters?: WatchParameters<Name>): WatchResult<Name>;
//#endregion
//#region src/client/fetchSpot.d.ts
/** Asks somebody, a reporter's server for instance, for a market's latest signed price. */
type SpotFetcher = (market: string) => Promise<SignedPrice | undefined>;
interface FetchSpotParameters {
  /** The market's name; the client's by default. */
  readonly market?: string | undefined;
  readonly fetcher: SpotFetcher;
}
type FetchSpotResult = SignedPrice | undefined;
/**
 * A signed price to bring along with an order: what the fetcher has, if the chain would take it now.
 * @returns undefined where the market has no signed spot, nothing was fetched, or the chain would refuse it (it has the same or a
 * newer one, it is too old, its signatures are not the reporters'): the order then goes without one
 * @example
 * const signed = await fetchSpot(client, { fetcher });
 * const prices = signed === undefined ? [] : [{ vault: vault.address, signed }];
 */
declare function fetchSpot(client: Client, parameters: FetchSpotParameters): Promise<FetchSpotResult>;
//#endregion
//#region src/client/submitSpot.d.ts
interface SubmitSpotParameters {
  /** The market's name; the client's by default. */
  readonly market?: string | undefined;
  readonly signed: SignedPrice;
}
interface SubmitSpotResult {
  readonly receipt: Receipt;
}
/**
 * Delivers a signed spot price by itself, in effect at once. Anyone may; an order can also bring it along.
 * @throws SpotError where the market has no signed spot
 * @throws ContractError where the chain refuses it
 * @example
 * const { receipt } = await submitSpot(client, { signed });
 */
declare function submitSpot(client: Client, {
  market,
  signed
}: SubmitSpotParameters): Promise<SubmitSpotResult>;
//#endregion
//#region src/client/submitReport.d.ts
interface SubmitReportParameters {
  /** The market's name; the client's by default. */
  readonly market?: string | undefined;
  readonly report: Report;
  /** In the chain's order (`agreeOnReport`, `orderSignatures`). */
  readonly signatures: readonly string[];
}
interface SubmitReportResult {
  readonly receipt: Receipt;
}
/**
 * Delivers a signed report; it takes effect in the next block. Anyone may.
 * @throws ContractError where the chain refuses it
 * @example
 * const { receipt } = await submitReport(client, { report, signatures });
 */
declare function submitReport(client: Client, {
  market,
  report,
  signatures
}: SubmitReportParameters): Promise<SubmitReportResult>;
//#endregion
export { withdraw as $, bestSale as $t, RedeemOptionsResult as A, toFixedPoint as An, ExecuteOrderParameters as At, fillRedeem as B, BatchCall as Bn, signPermit as Bt, OptionPosition as C, Vault as Cn, planSettlement as Ct, SharePosition as D, TokenInfo as Dn, quoteSwap as Dt, RequestPosition as E, MarketInfo as En, QuoteSwapResult as Et, ClaimRedeemParameters as F, formatWad as Fn, RehearseOrderResult as Ft, RequestRedeemParameters as G, explained as Gn, OrderLeg as Gt, RedeemRequestsParameters as H, ReadBatchResult as Hn, VaultPremium as Ht, ClaimRedeemResult as I, EXPIRY_SECOND as In, rehearseOrder as It, GuaranteedExitParameters as J, Block as Jn, planOrder as Jt, RequestRedeemResult as K, Log as Kn, PlanOrderParameters as Kt, claimRedeem as L, SECONDS_PER_DAY as Ln, Permit as Lt, RenewRedeemParameters as M, toSeriesId as Mn, executeOrder as Mt, RenewRedeemResult as N, fromWad as Nn, BroughtPrice as Nt, positions as O, VaultInfo as On, PoolStep as Ot, renewRedeem as P, fromTokenUnits as Pn, RehearseOrderParameters as Pt, WithdrawResult as Q, BestSaleResult as Qt, FillRedeemParameters as R, SECONDS_PER_YEAR as Rn, SignPermitParameters as Rt, vaultView as S, Market as Sn, PlanSettlementResult as St, PositionsResult as T, Deployment as Tn, QuoteSwapParameters as Tt, RedeemRequestsResult as U, batchCall as Un, vaultOrders as Ut, RedeemRequest as V, ReadBatchParameters as Vn, VaultOrder as Vt, redeemRequests as W, readBatch as Wn, joinOrders as Wt, guaranteedExit as X, TotalLimit as Xt, GuaranteedExitResult as Y, BoundOrder as Yt, WithdrawParameters as Z, BestSaleParameters as Zt, VAULT_STATES as _, requireChain as _n, rehearseSwapOrder as _t, SubmitSpotResult as a, QuoteParameters as an, permitDomain as at, VaultViewParameters as b, Client as bn, signPermit2 as bt, FetchSpotResult as c, quote as cn, allowSales as ct, WatchParameters as d, offer as dn, ensureAllowance as dt, BestSplitParameters as en, DepositParameters as et, WatchResult as f, ChainRow as fn, ExecuteSwapOrderParameters as ft, watch as g, optionChain as gn, RehearseSwapOrderResult as gt, WatchedEventName as h, Side as hn, RehearseSwapOrderParameters as ht, SubmitSpotParameters as i, ChainGreeks as in, PermitDomainResult as it, redeemOptions as j, parseSeriesId as jn, ExecuteOrderResult as jt, RedeemOptionsParameters as k, toWad as kn, encodePath as kt, SpotFetcher as l, OfferParameters as ln, EnsureAllowanceParameters as lt, WatchedEvent as m, OptionChainResult as mn, executeSwapOrder as mt, SubmitReportResult as n, bestSplit as nn, deposit as nt, submitSpot as o, QuoteParts as on, AllowSalesParameters as ot, WatchedContract as p, OptionChainParameters as pn, ExecuteSwapOrderResult as pt, requestRedeem as q, Receipt as qn, PlanOrderResult as qt, submitReport as r, Split as rn, PermitDomainParameters as rt, FetchSpotParameters as s, QuoteResult as sn, AllowSalesResult as st, SubmitReportParameters as t, BestSplitResult as tn, DepositResult as tt, fetchSpot as u, OfferResult as un, EnsureAllowanceResult as ut, VaultAssessment as v, vaultAt as vn, SignPermit2Parameters as vt, PositionsParameters as w, connect as wn, salesFirst as wt, VaultViewResult as x, ConnectParameters as xn, PlanSettlementParameters as xt, VaultState as y, marketOf as yn, SignPermit2Result as yt, FillRedeemResult as z, WAD as zn, SignPermitResult as zt };