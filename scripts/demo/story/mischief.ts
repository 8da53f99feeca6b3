import {
  OptionKind,
  orderSignatures,
  parseSeriesId,
  quote,
  signReport,
  toSeriesId,
  toWad,
  type OrderLeg,
  type Report,
} from "@bulkhead/sdk";
import { ContractFactory, keccak256, type Result, type TransactionRequest } from "ethers";
import { artifacts } from "hardhat";

import { VaultFactory__factory, type VaultFactory } from "../../../typechain-types/index.ts";
import type { Account } from "../../markets/Account.ts";
import { DAY, HOUR, MINUTE, WEEK } from "../calendar.ts";
import { formatAmount, formatTime } from "../format.ts";
import type { Market } from "../market.ts";
import type { Attempt } from "../refusals.ts";
import { encodable } from "../../markets/reporters.ts";
import type { Scene } from "../timeline.ts";
import type { Vault } from "../../markets/world.ts";
import { openMarkets } from "./openMarkets.ts";
import type { Demo } from "../Demo.ts";

/** Options that somebody tries to sell who has none. */
const SMALL_SALE = 0.1;
/** What the attacker's token gift to a vault is, in whole tokens: it must change nothing. */
const DONATION = 10;

/** In the first week things are tried that must not work; each has to be refused by exactly the error that names it. */
export function mischiefScenes(demo: Demo): Scene[] {
  const { startsAt } = demo.calendar;
  const attempts = [
    { at: startsAt + DAY + 5 * HOUR, play: () => tryBadReports(demo) },
    { at: startsAt + 2 * DAY + 5 * HOUR, play: () => tryBadOrders(demo) },
    { at: startsAt + 3 * DAY + 5 * HOUR, play: () => tryLookAlike(demo) },
    { at: startsAt + 3 * DAY + 7 * HOUR, play: () => donate(demo) },
    { at: startsAt + WEEK - HOUR - 20 * MINUTE, play: () => tryClosedExpiry(demo) },
    { at: startsAt + WEEK + HOUR, play: () => tryRedeemingTwice(demo) },
  ];
  // In an open market, so that what is refused is refused for its own reason.
  return attempts.map(({ at, play }) => ({
    at,
    play: async () => {
      const { output } = demo;
      if (await openMarkets(demo)) await play();
      else output.story(`${formatTime(at)}  the market stays shut: nothing is tried`);
    },
  }));
}

/** Reports without enough signatures, with calendar arbitrage, altered after signing, for another market, delivered twice. */
async function tryBadReports({ accounts, reporting, refusals }: Demo): Promise<void> {
  const [reporters, others] = reporting.reporters;
  if (reporters === undefined || others === undefined) throw new Error("expected two markets' reporters");
  const { surface } = reporters.venue;
  const submit = (report: Report, signatures: readonly string[]) =>
    surface.submit.populateTransaction(encodable(report), [...signatures]);
  const by = accounts.attacker;
  const { report, signatures } = await reporters.signedNow();

  await refusals.assertRefused({
    what: "report with one signature",
    by,
    transaction: await submit(report, signatures.slice(0, 1)),
    expected: "SignatureCountOutOfBounds",
  });

  // The expiries stay, their smiles change places: a later option would be worth less than an earlier one.
  const reversed: Report = { ...report, slices: report.slices.toReversed() };
  const domain = reporters.domain();
  const signed = await Promise.all(
    accounts.reporters.map(({ signer }) => signReport(signer, { report: reversed, domain })),
  );
  await refusals.assertRefused({
    what: "report with calendar arbitrage, signed by all",
    by,
    transaction: await submit(reversed, orderSignatures(signed)),
    expected: "CalendarArbitrage",
  });

  await refusals.assertRefused({
    what: "report altered after signing",
    by,
    transaction: await submit({ ...report, confidence: 0n }, signatures),
    expected: "NotReporter",
  });

  await refusals.assertRefused({
    what: `report of ${reporters.venue.symbol} brought to ${others.venue.symbol}'s surface`,
    by,
    transaction: await others.venue.surface.submit.populateTransaction(encodable(report), [...signatures]),
    expected: "NotReporter",
  });

  await refusals.assertRefused({
    what: "report of an earlier round",
    by,
    transaction: await submit({ ...report, round: 1n }, signatures),
    expected: "RoundOutOfOrder",
  });
}

/** Orders past their limits, past their deadline, too small, on strikes nobody lists, larger than any vault. */
async function tryBadOrders(demo: Demo): Promise<void> {
  const { accounts, desk, refusals, stage, calendar } = demo;
  const [market, other] = demo.markets;
  const buyer = accountAt(accounts.buyers, 0);
  const expiry = calendar.startsAt - HOUR + 2 * WEEK;
  const vault = firstVault(market, OptionKind.Call);
  const strike = await desk.listedNear(market.now().spot, { vault, expiry });
  const id = toSeriesId(BigInt(expiry), toWad(strike));
  const good: OrderLeg = { vault: vault.address, id, quantity: toWad(1), limit: toWad(10) };
  const { amount } = await quote(market.venue.client, { vault: vault.address, id, quantity: 1 });
  const tick = (await vault.contract.seriesRules()).tickSize;

  const attempts: readonly { what: string; leg: OrderLeg; deadline?: number; expected: string }[] = [
    { what: "order past its limit", leg: { ...good, limit: amount / 2n }, expected: "LegLimitMissed" },
    { what: "order past its deadline", leg: good, deadline: stage.now - 1, expected: "DeadlinePassed" },
    { what: "dust order", leg: { ...good, quantity: 1n }, expected: "OrderTooSmall" },
    {
      what: "WETH's strike at WBTC's vault",
      leg: { ...good, vault: firstVault(other, OptionKind.Call).address },
      expected: "SeriesNotListed",
    },
    { what: "order of a fraction of a lot", leg: { ...good, quantity: toWad(1) + 1n }, expected: "NotWholeLots" },
    {
      what: "order on a strike that is not listed",
      leg: { ...good, id: toSeriesId(BigInt(expiry), toWad(strike) + tick / 2n) },
      expected: "SeriesNotListed",
    },
    {
      what: "order on an expiry that is not open",
      leg: { ...good, id: toSeriesId(BigInt(expiry + 3 * DAY), toWad(strike)) },
      expected: "ExpiryNotOpen",
    },
    {
      what: "order beyond the vault's capacity",
      leg: { ...good, quantity: toWad(1_000_000) },
      expected: "UtilisationAboveLimit",
    },
  ];
  for (const { what, leg, deadline = stage.now + HOUR, expected } of attempts) {
    await refusals.assertRefused(await orderAttempt(demo, { what, leg, deadline, expected, by: buyer }));
  }
  // Of what others hold: who tries it has bought nothing yet.
  const [heldId, writer] = writtenSeries(demo, BigInt(calendar.startsAt - HOUR + WEEK));
  await refusals.assertRefused(
    await orderAttempt(demo, {
      what: "sale of options not held",
      leg: { vault: writer.address, id: heldId, quantity: -toWad(SMALL_SALE), limit: 0n },
      deadline: stage.now + HOUR,
      expected: "ERC6909InsufficientBalance",
      by: accountAt(accounts.buyers, accounts.buyers.length - 1),
    }),
  );
}

/** The transaction that creates a contract of this project. */
async function creationOf(name: string, args: readonly string[]): Promise<TransactionRequest> {
  const { abi, bytecode } = await artifacts.readArtifact(name);
  return new ContractFactory(abi, bytecode).getDeployTransaction(...args);
}

/** A vault of the very same code and settings, made by a factory of the attacker's own. */
async function tryLookAlike(demo: Demo): Promise<void> {
  const { world, accounts, calendar, desk, refusals, stage, output } = demo;
  const [market] = demo.markets;
  const { signer, address } = accounts.attacker;
  const model = firstVault(market, OptionKind.Put);
  const [created] = await world.factory.queryFilter(world.factory.filters.VaultCreated(model.address));
  if (created === undefined) throw new Error(`the factory remembers no vault ${model.address}`);

  const config = (created.args.config as unknown as Result).toObject(true) as Parameters<
    VaultFactory["createVault"]
  >[2];

  const manager = await stage.deploy(await creationOf("AccessManager", [address]), signer);
  const factoryAddress = await stage.deploy(await creationOf("VaultFactory", [manager]), signer);
  const factory = VaultFactory__factory.connect(factoryAddress, signer);
  const { bytecode } = await artifacts.readArtifact("OptionVault");
  const { operations, clearing, shares } = await model.contract.modules();
  const modules = { operations, clearing, shares };
  await stage.send(() => factory.registerVersion(keccak256(bytecode), modules, "as good as the real one"));
  await stage.send(() => factory.createVault(1n, bytecode, config));
  const lookAlike = await factory.vaultAt(0n);
  output.story(
    `${formatTime(stage.now)}  ${accounts.attacker.name} makes a look-alike of "${model.name}" at ${lookAlike}`,
  );

  const expiry = calendar.startsAt - HOUR + 2 * WEEK;
  const strike = await desk.listedNear(market.now().spot, { vault: model, expiry });
  await refusals.assertRefused(
    await orderAttempt(demo, {
      what: "order to a look-alike vault",
      leg: {
        vault: lookAlike,
        id: toSeriesId(BigInt(expiry), toWad(strike)),
        quantity: toWad(1),
        limit: 10n ** 12n,
      },
      deadline: stage.now + HOUR,
      expected: "UnknownVault",
      by: accountAt(accounts.buyers, 1),
    }),
  );
}

/** Tokens sent to a vault without a call are nobody's: no share is worth more for them. */
async function donate(demo: Demo): Promise<void> {
  const { accounts, stage, output } = demo;
  const { attacker } = accounts;
  const [market] = demo.markets;
  const vault = firstVault(market, OptionKind.Call);
  const amount = BigInt(DONATION) * 10n ** BigInt(vault.collateral.decimals);
  const before = (await vault.contract.accounts()).held;
  await stage.send(() => vault.token.connect(attacker.signer).mint(attacker.address, amount));
  await stage.send(() => vault.token.connect(attacker.signer).transfer(vault.address, amount));
  const after = (await vault.contract.accounts()).held;
  if (after !== before) throw new Error(`a donation moved what the vault accounts for from ${before} to ${after}`);
  output.story(
    `${formatTime(stage.now)}  ${attacker.name} gives ${formatAmount(amount, vault.collateral)} ` +
      `to "${vault.name}": nothing moves`,
  );
}

/** In the averaging window: no trade in what expires, no deposit, no proof and no settlement yet. */
async function tryClosedExpiry(demo: Demo): Promise<void> {
  const { accounts, calendar, investors, refusals, stage } = demo;
  const expiry = BigInt(calendar.startsAt - HOUR + WEEK);
  const [id, vault] = writtenSeries(demo, expiry);
  const deadline = stage.now + HOUR;
  const investor = investors.find((candidate) => candidate.vault === vault);
  const keeper = accounts.keeper;
  await refusals.assertRefused(
    await orderAttempt(demo, {
      what: "order half an hour before expiry",
      leg: { vault: vault.address, id, quantity: toWad(1), limit: 10n ** 30n },
      deadline,
      expected: "ExpiryClosed",
      by: accountAt(accounts.buyers, 1),
    }),
  );
  if (investor !== undefined) {
    await refusals.assertRefused({
      what: "deposit just before a settlement",
      by: investor,
      transaction: await vault.contract["deposit(uint256,address,uint256,uint256)"].populateTransaction(
        1_000_000n,
        investor.address,
        0n,
        deadline,
      ),
      expected: "SettlementPending",
    });
  }
  await refusals.assertRefused({
    what: "proof of a price before its expiry",
    by: keeper,
    transaction: await vault.venue.expiryPrice.prove.populateTransaction(expiry, 1n, 1n, 1n),
    expected: "NotExpired",
  });
  await refusals.assertRefused({
    what: "settlement without a price",
    by: keeper,
    transaction: await vault.contract.settle.populateTransaction(expiry),
    expected: "ExpiryPriceNotFixed",
  });
}

/** A settled claim pays once. */
async function tryRedeemingTwice(demo: Demo): Promise<void> {
  const { accounts, calendar, refusals } = demo;
  const [id, vault] = writtenSeries(demo, BigInt(calendar.startsAt - HOUR + WEEK));
  const holder = accountAt(accounts.buyers, 1);
  await refusals.assertRefused({
    what: "redeeming what has been redeemed",
    by: holder,
    transaction: await vault.contract.redeemOptions.populateTransaction(id, toWad(1), holder.address, holder.address),
    expected: "ERC6909InsufficientBalance",
  });
}

async function orderAttempt(
  { world: { router } }: Demo,
  {
    what,
    leg,
    deadline,
    expected,
    by,
  }: { what: string; leg: OrderLeg; deadline: number; expected: string; by: Account },
): Promise<Attempt> {
  const transaction = await router.execute.populateTransaction([leg], [], by.address, deadline);
  return { what, by, transaction, expected };
}

/** A series of that expiry in which options were written, and its vault. */
function writtenSeries({ desk }: Demo, expiry: bigint): [bigint, Vault] {
  for (const { legs } of desk.orders) {
    for (const { id, quantity, parts } of legs) {
      const [part] = parts;
      if (quantity > 0 && parseSeriesId(id).expiry === expiry && part !== undefined) return [id, part.vault];
    }
  }
  throw new Error(`nobody has bought an option of expiry ${expiry}`);
}

function firstVault({ venue }: Market, kind: OptionKind): Vault {
  const vault = venue.vaults.find((candidate) => candidate.kind === kind);
  if (vault === undefined) throw new Error("the market has no vault of this kind");
  return vault;
}

function accountAt(accounts: readonly Account[], index: number): Account {
  const account = accounts[index];
  if (account === undefined)
    throw new Error(`expected an account number ${index + 1}, got ${accounts.length} accounts`);
  return account;
}
