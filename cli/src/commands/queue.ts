import { Command, Option } from "@commander-js/extra-typings";
import {
  batchCall,
  claimRedeem,
  ContractError,
  fillRedeem,
  formatWad,
  fromWad,
  readBatch,
  redeemRequests,
  requestRedeem,
  type RedeemRequest,
  type SdkError,
  type Vault,
} from "@bulkhead/sdk";
import { optionVaultAbi, redeemQueueAbi } from "@bulkhead/sdk/abi";

import { rehearseCall } from "../contract.ts";
import { exactAmount, formatAmount, formatNumber, formatTime, NONE } from "../format.ts";
import { globalsOf } from "../globals.ts";
import { parseCount, parsePositive, parseVault } from "../parse.ts";
import { carryOut, openSending, sends } from "../sending.ts";
import { openSession, requireAccount, type Session } from "../session.ts";
import { previewOf, shareToken, sharesOf } from "../shares.ts";
import { allowanceOf } from "../tokens.ts";
import { NotYetError } from "../NotYetError.ts";
import { UsageError } from "../UsageError.ts";

/** `bulkhead queue` */
export function queue() {
  return new Command("queue")
    .description("the way out of a vault that waits its turn: requests of one epoch are redeemed together in the next")
    .addCommand(request())
    .addCommand(cancel())
    .addCommand(claim())
    .addCommand(status())
    .addCommand(fill());
}

/** Of minimum prices: a request's number is its epoch times so many, and its level. */
const LEVELS = 8_192n;
const VAULT = "its symbol or address";
const WAD_DECIMALS = 18;

function request() {
  return sends(
    new Command("request")
      .description("ask for shares to be redeemed with this epoch's batch")
      .argument("<vault>", VAULT)
      .argument("<shares>", "a number, a part like 50%, or all")
      .addOption(
        new Option(
          "--min-price <price>",
          "least collateral a share; rounded up to the queue's grid, by less than 1 %",
        ).argParser((text) => parsePositive(text, "price")),
      ),
  ).action(async (name, text, options, command) => {
    const session = await openSending(command, options);
    const { client, account } = session;
    const vault = parseVault(name, client);
    const { token, shares } = await sharesOf(session, { vault, text });
    const { minPrice } = options;
    await requireEnough(session, { vault, token, shares });
    const now = await sharePriceOf(session, { vault, token });
    if (minPrice !== undefined && now !== undefined && minPrice > now) {
      session.output.warn(
        `--min-price ${formatWad(minPrice)} is above what a share is worth now (${formatNumber(fromWad(now))} ` +
          `${vault.collateral.symbol}): it is filled only if that rises so far within its epoch and the next`,
      );
    }
    const allowed =
      account === undefined ? 0n : await allowanceOf(session, { token: vault.address, spender: vault.queue });
    const args = [shares, account, account, minPrice ?? 0n];
    const signature = "requestRedeem(uint256,address,address,uint256)";
    const call = { address: vault.queue, abi: redeemQueueAbi, name: signature, args };
    await carryOut(
      session,
      {
        action: "queue request",
        facts: [
          [
            "cost",
            `${formatAmount(shares, token)} shares, held by the queue until the batch is filled or its time is over`,
          ],
          [
            "limit",
            minPrice === undefined ? "any price" : `at least ${formatWad(minPrice)} ${vault.collateral.symbol} a share`,
          ],
          ...(now === undefined
            ? []
            : [["a share now", `${formatNumber(fromWad(now))} ${vault.collateral.symbol}`] as const]),
          [
            "worst loss",
            minPrice === undefined
              ? "what a share's worth falls by until it is filled; --min-price bounds it"
              : "none below that limit: what is not filled comes back",
          ],
        ],
        record: {
          vault: vault.symbol,
          shares: exactAmount(shares, token),
          minPrice: minPrice === undefined ? null : formatWad(minPrice),
        },
        rehearse: account !== undefined && allowed >= shares ? () => rehearseCall(session, call) : undefined,
        send: async () => {
          const terms = { vault: vault.address, shares, ...(minPrice === undefined ? {} : { minPrice }) };
          const { requestId, approvals, receipt } = await requestRedeem(client, terms);
          return { requestId, receipts: [...approvals, receipt], approvals: approvals.length };
        },
        outcome: ({ requestId }) => ({ facts: [["request", String(requestId)]], record: { requestId } }),
      },
      options,
    );
  });
}

/** WAD collateral for a share, as withdrawing it now would bring; nothing while the vault has no price, which keeps nobody from asking. */
async function sharePriceOf(
  session: Session,
  { vault, token }: { vault: Vault; token: Standing["token"] },
): Promise<bigint | undefined> {
  try {
    const one = await previewOf(session, { vault, name: "previewRedeem", amount: 10n ** BigInt(token.decimals) });
    return one * 10n ** BigInt(WAD_DECIMALS - vault.collateral.decimals);
  } catch (error) {
    if (error instanceof ContractError) return undefined;
    throw error;
  }
}

/** Said before anybody is asked. */
async function requireEnough(
  { client }: Session,
  { vault, token, shares }: { vault: Vault; token: Standing["token"]; shares: bigint },
): Promise<void> {
  const call = batchCall({ address: vault.queue, abi: redeemQueueAbi, functionName: "minimumRequest", args: [] });
  const { results } = await readBatch(client, { calls: [call] });
  if (shares >= results[0]) return;
  throw new UsageError({
    expected: `a request of at least ${exactAmount(results[0], token)} shares`,
    got: exactAmount(shares, token),
    action: "request more, or withdraw at once",
  });
}

function claim() {
  return sends(
    new Command("claim")
      .description("take what requests have come to: collateral of what was filled, shares of what will not be")
      .argument("<vault>", VAULT)
      .argument("[request]", "its number; by default all that have come to something", parseCount),
  ).action(async (name, id, options, command) => {
    const session = await openSending(command, options);
    const vault = parseVault(name, session.client);
    const open = await requestsOf(session, { vault, id });
    const due = open.filter(({ claimable, returnable }) => claimable > 0n || returnable > 0n);
    if (due.length === 0) throw await nothingYet(session, { vault, open });
    for (const one of due) await takeOut(session, { action: "queue claim", vault, request: one, options });
  });
}

function cancel() {
  return sends(
    new Command("cancel")
      .description("take back shares of a request that was not filled; what may still be filled stays bound")
      .argument("<vault>", VAULT)
      .argument("<request>", "its number", parseCount),
  ).action(async (name, id, options, command) => {
    const session = await openSending(command, options);
    const vault = parseVault(name, session.client);
    const open = await requestsOf(session, { vault, id });
    const [one] = open;
    if (one === undefined || one.returnable === 0n) throw await nothingYet(session, { vault, open });
    await takeOut(session, { action: "queue cancel", vault, request: one, options });
  });
}

/** Of an account's requests the one of a number, or all. */
async function requestsOf(session: Session, { vault, id }: { vault: Vault; id: bigint | undefined }) {
  const controller = requireAccount(session);
  const all = await redeemRequests(session.client, { vault: vault.address, controller });
  const found = all.filter(({ requestId }) => id === undefined || requestId === id);
  if (found.length > 0) return found;
  throw new UsageError({
    expected: `a request of ${controller} in the queue of ${vault.symbol}`,
    got: id === undefined ? "none" : `${id}, which is none of its open ones: claimed already, or never asked`,
    action:
      all.length === 0
        ? `ask for one with bulkhead queue request ${vault.symbol} SHARES, or see bulkhead portfolio`
        : `its own are ${all.map((one) => one.requestId).join(", ")}`,
  });
}

/** Why nothing can be taken out of requests: they are still bound, or nothing of them comes back. */
async function nothingYet(
  session: Session,
  { vault, open }: { vault: Vault; open: readonly RedeemRequest[] },
): Promise<SdkError> {
  const bound = open.find(({ pending }) => pending > 0n);
  if (bound === undefined) {
    return new UsageError({
      expected: "shares that were not filled and come back",
      got: "none: all of it was filled",
      action: `take the collateral: bulkhead queue claim ${vault.symbol}`,
    });
  }
  const { epoch, length } = await epochOf(session, vault);
  const own = bound.requestId / LEVELS;
  // A batch is filled in the epoch after its own.
  const [ends, until] = [(own + 1n) * length, (own + 2n) * length].map((time) => `${formatTime(time)} UTC`);
  const filling = `bulkhead queue fill ${vault.symbol}`;
  return new NotYetError({
    expected: "a request that was filled, or whose time is over",
    got:
      epoch <= own
        ? `${bound.requestId}, whose epoch ends at ${ends}`
        : `${bound.requestId}, whose batch may be filled until ${until}`,
    action:
      epoch <= own
        ? `wait until then, then have it filled: ${filling}`
        : `have it filled: ${filling}; what a minimum price or the vault leaves comes back after that`,
  });
}

interface Taking {
  readonly action: string;
  readonly vault: Vault;
  readonly request: RedeemRequest;
  readonly options: { readonly yes?: true; readonly dryRun?: true };
}

async function takeOut(session: Session, { action, vault, request: one, options }: Taking): Promise<void> {
  const { client } = session;
  const { requestId, assets, returnable } = one;
  const account = requireAccount(session);
  const token = await shareToken(session, vault);
  const call = { address: vault.queue, abi: redeemQueueAbi, name: "claim", args: [requestId, account, account] };
  await carryOut(
    session,
    {
      action,
      facts: [
        ["request", `${requestId} at ${vault.symbol}`],
        ["brings", `${formatAmount(assets, vault.collateral)} and ${formatAmount(returnable, token)} shares`],
        ["limit", "what has come of it is fixed"],
        ["worst loss", "none"],
      ],
      record: { vault: vault.symbol, requestId },
      rehearse: () => rehearseCall(session, call),
      send: async () => {
        const { receipt, ...got } = await claimRedeem(client, { vault: vault.address, requestId });
        return { ...got, receipts: [receipt] };
      },
      outcome: (got) => ({
        facts: [["got", `${formatAmount(got.assets, vault.collateral)} and ${formatAmount(got.shares, token)} shares`]],
        record: { assets: exactAmount(got.assets, vault.collateral), shares: exactAmount(got.shares, token) },
      }),
    },
    options,
  );
}

function fill() {
  return sends(
    new Command("fill")
      .description("redeem the batch whose epoch has ended, as far as the vault can pay; anyone may")
      .argument("<vault>", VAULT),
  ).action(async (name, options, command) => {
    const session = await openSending(command, options);
    const { client } = session;
    const vault = parseVault(name, client);
    const token = await shareToken(session, vault);
    const { epoch } = await epochOf(session, vault);
    const call = { address: vault.queue, abi: redeemQueueAbi, name: "fill", args: [epoch - 1n] };
    await carryOut(
      session,
      {
        action: "queue fill",
        facts: [
          ["cost", "gas alone: what is redeemed is the requesters'"],
          ["limit", "the requests' own minimum prices"],
          ["worst loss", "none"],
        ],
        record: { vault: vault.symbol, epoch: Number(epoch - 1n) },
        rehearse: () => rehearseCall(session, call),
        send: async () => {
          const { receipt, ...got } = await fillRedeem(client, { vault: vault.address });
          return { ...got, receipts: [receipt] };
        },
        outcome: ({ shares, assets }) => ({
          facts: [["filled", `${formatAmount(shares, token)} shares for ${formatAmount(assets, vault.collateral)}`]],
          record: { shares: exactAmount(shares, token), assets: exactAmount(assets, vault.collateral) },
        }),
      },
      options,
    );
  });
}

/** A queue as it stands, with an account's requests in it. */
interface Standing {
  readonly vault: Vault;
  readonly token: { readonly symbol: string; readonly decimals: number };
  readonly epoch: bigint;
  /** Unix seconds. */
  readonly endsAt: bigint;
  /** Shares requested in this epoch, and those of the last one that wait to be filled. */
  readonly gathering: bigint;
  readonly waiting: bigint;
  readonly requests: readonly RedeemRequest[];
}

function status() {
  return new Command("status")
    .description("each queue's epoch and what waits in it, and an account's requests")
    .argument("[vault]", `${VAULT}; all by default`)
    .action(async (name, _, command) => {
      const session = await openSession(globalsOf(command));
      const { client, output } = session;
      const vaults = name === undefined ? client.vaults : [parseVault(name, client)];
      const shown = vaults.filter(
        ({ market }) => client.market === undefined || name !== undefined || market === client.market,
      );
      const rows = await Promise.all(shown.map(async (vault) => standingOf(session, vault)));
      const requests = rows.flatMap(({ requests: own, ...row }) => own.map((one) => ({ ...row, one })));
      output.table(rows, { columns: QUEUES, record: queueRecord });
      if (session.account === undefined || output.isJson) return;
      output.line();
      output.table(requests, {
        columns: {
          request: ({ one }) => String(one.requestId),
          vault: ({ vault }) => vault.symbol,
          "at least": ({ one, vault }) =>
            one.minPrice === 0n ? "any price" : `${formatNumber(fromWad(one.minPrice))} ${vault.collateral.symbol}`,
          waits: ({ one, token }) => formatAmount(one.pending, token),
          "to claim": ({ one, vault }) => formatAmount(one.assets, vault.collateral),
          "comes back": ({ one, token }) => formatAmount(one.returnable, token),
        },
        record: () => ({}),
        none: `no request of ${session.account}`,
      });
    });
}

async function epochOf({ client }: Session, { queue: address }: Vault) {
  const contract = { address, abi: redeemQueueAbi, args: [] } as const;
  const { results } = await readBatch(client, {
    calls: [
      batchCall({ ...contract, functionName: "currentEpoch" }),
      batchCall({ ...contract, functionName: "epochLength" }),
    ],
  });
  const [epoch, length] = results;
  return { epoch, length, endsAt: (epoch + 1n) * length };
}

async function standingOf(session: Session, vault: Vault): Promise<Standing> {
  const { client, account } = session;
  const { epoch, endsAt } = await epochOf(session, vault);
  const batch = (number: bigint) =>
    batchCall({ address: vault.queue, abi: redeemQueueAbi, functionName: "batchOf", args: [number] });
  const { results } = await readBatch(client, {
    calls: [
      batch(epoch),
      batch(epoch - 1n),
      batchCall({ address: vault.address, abi: optionVaultAbi, functionName: "decimals", args: [] }),
    ],
  });
  const [current, last, decimals] = results;
  const requests =
    account === undefined ? [] : await redeemRequests(client, { vault: vault.address, controller: account });
  return {
    vault,
    token: { symbol: vault.symbol, decimals },
    epoch,
    endsAt,
    gathering: current.requested,
    waiting: last.closed ? 0n : last.requested - last.filled,
    requests,
  };
}

const QUEUES = {
  vault: ({ vault }: Standing) => vault.symbol,
  epoch: ({ epoch }: Standing) => String(epoch),
  "ends (UTC)": ({ endsAt }: Standing) => formatTime(endsAt),
  requested: ({ gathering, token }: Standing) => (gathering === 0n ? NONE : formatAmount(gathering, token)),
  "to be filled": ({ waiting, token }: Standing) => (waiting === 0n ? NONE : formatAmount(waiting, token)),
};

function queueRecord({ vault, token, epoch, endsAt, gathering, waiting, requests }: Standing) {
  return {
    vault: vault.symbol,
    queue: vault.queue,
    epoch: Number(epoch),
    endsAt: Number(endsAt),
    requested: exactAmount(gathering, token),
    toBeFilled: exactAmount(waiting, token),
    requests: requests.map(({ requestId, minPrice, claimable, assets, pending, returnable }) => ({
      requestId,
      minPrice: formatWad(minPrice),
      pending: exactAmount(pending, token),
      claimable: exactAmount(claimable, token),
      assets: exactAmount(assets, vault.collateral),
      returnable: exactAmount(returnable, token),
    })),
  };
}
