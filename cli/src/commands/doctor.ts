import { Command } from "@commander-js/extra-typings";
import {
  batchCall,
  connect,
  explainError,
  formatWad,
  readBatch,
  SdkError,
  toContractError,
  VAULT_STATES,
  type Client,
} from "@bulkhead/sdk";
import { optionVaultAbi, priceFeedAbi, volatilitySurfaceAbi } from "@bulkhead/sdk/abi";
import { fromEthers } from "@bulkhead/sdk/ethers";
import { formatEther } from "ethers";
import { onStdout } from "../colours.ts";

import { openDeployment, type DeploymentRecord } from "../deployment.ts";
import { EXIT, exitCodeOf } from "../failure.ts";
import { formatAmount, formatDuration, formatNumber, formatPercent } from "../format.ts";
import { globalsOf, keySourceOf, type GlobalOptions } from "../globals.ts";
import { addressOfKey, keyFaults, wideFiles } from "../key.ts";
import { NodeUnreachable } from "../NodeUnreachable.ts";
import { NotYetError } from "../NotYetError.ts";
import { Output } from "../Output.ts";
import { nextTime, RpcNode } from "../RpcNode.ts";
import { askingNode, requireUrl } from "../session.ts";
import { allowanceOf, balanceOf, hasPermit, tokensOf } from "../tokens.ts";
import { SURFACE_STATES } from "./surface.ts";

/** Seconds by which the clock here and the chain's may differ. */
const MOST_SKEW = 120;
/** That of `make node`. */
const PLAYGROUND_CHAIN = 31_338;
/** How many names a line has room for. */
const MOST_NAMES = 4;
/** The chain whose record is missing: the node is only asked which one it is of. */
const UNKNOWN_CHAIN = 1;

/** What was found of one thing. */
interface Finding {
  /** What was looked at: "node", "vault bhP-WETH". */
  readonly check: string;
  /** A warning keeps nobody from trading. */
  readonly level: "ok" | "warning" | "fault";
  /** Whether time may mend it. */
  readonly isPassing?: boolean;
  /** What was found, where it is well; else what was expected, what came and what to do. */
  readonly text: string;
}

/** `bulkhead doctor` */
export function doctor() {
  return new Command("doctor")
    .description("looks at everything that a trade needs, and names every fault at once")
    .action(async (_, command) => {
      const globals = globalsOf(command);
      const output = new Output(globals);
      const findings = await examine(globals, output);
      for (const { check, level, text } of findings) {
        if (output.isJson) output.record({ check, level, text });
        else output.line(`${MARKS[level]} ${onStdout.bold(check)}: ${text}`);
      }
      const faults = findings.filter(({ level }) => level === "fault");
      output.line(faults.length === 0 ? "\nready" : `\n${faults.length} fault${faults.length === 1 ? "" : "s"}`);
      if (faults.length === 0) return;
      process.exitCode = faults.every(({ isPassing }) => isPassing === true) ? EXIT.tryAgain : EXIT.stop;
    });
}

const MARKS = { ok: onStdout.green("✓"), warning: onStdout.yellow("!"), fault: onStdout.red("✗") } as const;

async function examine(globals: GlobalOptions, output: Output): Promise<Finding[]> {
  const record = await attempt("deployment", async () =>
    openDeployment(globals.deployment, askingNode(globals, output)),
  );
  const place = record.value;
  const node = await attempt("node", async () => {
    return new RpcNode(requireUrl(globals), { chainId: place?.chainId ?? UNKNOWN_CHAIN, log: output.log });
  });
  const findings = [
    ...(place === undefined
      ? record.findings
      : [ok("deployment", `${place.markets.map(({ name }) => name).join(", ")} on chain ${place.chainId}`)]),
    ...node.findings,
    ...(await examineKey(globals)),
  ];
  if (node.value === undefined) return findings;
  const chain = await examineChain(node.value, place);
  findings.push(...chain.findings);
  if (!chain.isReached || place === undefined) return findings;
  const missing = await missingCode(node.value, place);
  findings.push(
    missing.length === 0
      ? ok("contracts", "code at every address")
      : fault("contracts", {
          expected: "code at every address of the deployment",
          got: `none of ${listed(missing)}`,
          action: "take the addresses of this chain: the record is of another, or of a node that was started anew",
        }),
  );
  if (missing.length > 0) return findings;
  const session = { node: node.value, client: connect(fromEthers(node.value), place) };
  const parts = await Promise.all([
    ...place.markets.map(async (market) => examineMarket(session, market)),
    ...session.client.vaults.map(async (vault) => examineVault(session, vault)),
    examineAccount(session, globals),
  ]);
  return [...findings, ...parts.flat()];
}

/** What is found of a node that answers, or why it does not. */
async function examineChain(node: RpcNode, record: DeploymentRecord | undefined) {
  try {
    const chainId = Number(await node.send("eth_chainId", []));
    const time = await nextTime(node);
    const skew = Math.round(time - Date.now() / 1_000);
    const findings = [ok("node", `answers, chain ${chainId}`)];
    if (record !== undefined && record.chainId !== chainId) {
      findings.push(
        fault("chain", {
          expected: `chain ${record.chainId}, which the deployment is on`,
          got: `chain ${chainId}`,
          action: "take another --url, or the addresses of this chain",
        }),
      );
    }
    findings.push(clockFinding(skew, chainId));
    return { isReached: true, findings };
  } catch (error) {
    return { isReached: false, findings: [failed("node", error)] };
  }
}

/** Seconds by which the chain is ahead of the clock here. A playground's time is moved on purpose, which keeps nobody from trading. */
function clockFinding(skew: number, chainId: number): Finding {
  if (Math.abs(skew) <= MOST_SKEW) return ok("clock", `${formatDuration(skew)} from the chain's`);
  const expected = `the chain's time within ${formatDuration(MOST_SKEW)} of the clock here`;
  const got = `${formatDuration(Math.abs(skew))} ${skew > 0 ? "ahead" : "behind"}`;
  return chainId === PLAYGROUND_CHAIN
    ? warning("clock", {
        expected,
        got,
        action: "nothing, where make warp moved it: count deadlines from the chain's time, as every command here does",
      })
    : fault("clock", { expected, got, action: "set this machine's clock, or take a node in step with its chain" });
}

/** The first of some names, and how many more there are. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(", ");
  return names.length <= MOST_NAMES ? shown : `${shown} and ${names.length - MOST_NAMES} more`;
}

/** Names of what has no code. */
async function missingCode(node: RpcNode, record: DeploymentRecord): Promise<string[]> {
  const { factory, router, swapRouter, quoter, lens, permit2, uniswapQuoter } = record;
  const places = [
    ...Object.entries({
      factory,
      router,
      "swap router": swapRouter,
      quoter,
      lens,
      Permit2: permit2,
      "Uniswap's quoter": uniswapQuoter,
    }),
    ...record.markets.flatMap(({ name, underlying, quote, surface, oracle, priceFeed, expiryPrice, vaults }) => [
      ...Object.entries({ surface, oracle, "price feed": priceFeed, "expiry price": expiryPrice }).map(
        ([what, address]) => [`${name} ${what}`, address] as const,
      ),
      ...[underlying, quote].map(({ symbol, address }) => [symbol, address] as const),
      ...vaults.flatMap(({ symbol, address, optionToken, queue }) =>
        Object.entries({ [symbol]: address, [`${symbol} options`]: optionToken, [`${symbol} queue`]: queue }),
      ),
    ]),
  ];
  const codes = await Promise.all(places.map(async ([, address]) => node.getCode(address)));
  return [...new Set(places.filter((_, index) => codes[index] === "0x").map(([what]) => what))];
}

interface Place {
  readonly node: RpcNode;
  readonly client: Client;
}

async function examineMarket({ client }: Place, market: DeploymentRecord["markets"][number]): Promise<Finding[]> {
  const { name, priceFeed, surface } = market;
  const feed = await findingOf(`${name} feed`, async () => {
    const call = batchCall({ address: priceFeed, abi: priceFeedAbi, functionName: "tryRead", args: [] });
    const { results } = await readBatch(client, { calls: [call] });
    const [isUsable, { price, confidence }, reason] = results[0];
    if (!isUsable) throw toContractError(reason);
    return `${formatWad(price)} ± ${formatPercent(Number(confidence) / 1e18, 2)}`;
  });
  const volatility = await findingOf(`${name} surface`, async () => {
    const call = batchCall({ address: surface, abi: volatilitySurfaceAbi, functionName: "status", args: [] });
    const { results } = await readBatch(client, { calls: [call] });
    const [status, confidence] = results[0];
    const state = SURFACE_STATES[status] ?? "absent";
    if (state === "fresh") return `fresh, ± ${formatPercent(Number(confidence) / 1e18, 2)}`;
    throw new NotYetError({ expected: "a fresh surface", got: state, action: "wait for the reporters' next report" });
  });
  return [feed, volatility];
}

async function examineVault({ client }: Place, { address, symbol }: Client["vaults"][number]): Promise<Finding[]> {
  const finding = await findingOf(`vault ${symbol}`, async () => {
    const call = batchCall({ address, abi: optionVaultAbi, functionName: "state", args: [] });
    const { results } = await readBatch(client, { calls: [call] });
    const state = VAULT_STATES[results[0]] ?? "settleOnly";
    if (state === "open") return state;
    throw new NotYetError({
      expected: "an open vault",
      got: state,
      action: "wait until it opens, or trade with another; settlement and exits work",
    });
  });
  return [finding];
}

async function examineKey(globals: GlobalOptions): Promise<Finding[]> {
  const source = keySourceOf(globals);
  const warnings = wideFiles(source).map((text): Finding => ({ check: "key", level: "warning", text }));
  if (source.keystore === undefined && (source.privateKey ?? "") === "") {
    return [
      {
        check: "key",
        level: "warning",
        text: "none: reading and --dry-run work without, sending needs --keystore or BULKHEAD_PRIVATE_KEY",
      },
    ];
  }
  const faults = await keyFaults(source);
  if (faults.length > 0) return [...warnings, ...faults.map((error) => failed("key", error))];
  return [...warnings, ok("key", `of ${addressOfKey(source) ?? "an account that its keystore does not name"}`)];
}

async function examineAccount({ node, client }: Place, globals: GlobalOptions): Promise<Finding[]> {
  const account = globals.account ?? addressOfKey(keySourceOf(globals));
  if (account === undefined) return [];
  const native = await findingOf("native coin", async () => {
    const balance = await node.getBalance(account);
    if (balance > 0n) return `${formatNumber(Number(formatEther(balance)))} for gas`;
    throw new NotYetError({ expected: `native coin at ${account} for gas`, got: "none", action: "fund the account" });
  });
  const { router } = client.deployment;
  const tokens = await Promise.all(
    tokensOf(client).map(async (token): Promise<Finding[]> => {
      const { address, symbol } = token;
      const [balance, allowance, permits] = await Promise.all([
        balanceOf({ node }, address, account),
        allowanceOf({ node, account }, { token: address, spender: router }),
        hasPermit({ node }, address),
      ]);
      return [
        balance > 0n
          ? ok(symbol, formatAmount(balance, token))
          : warning(symbol, {
              expected: `${symbol} at ${account}`,
              got: "none",
              action: "fund it to buy or to provide",
            }),
        allowance > 0n || permits
          ? ok(
              `${symbol} allowance`,
              allowance > 0n ? formatAmount(allowance, token) : "none yet; given by signature with an order",
            )
          : warning(`${symbol} allowance`, {
              expected: `an allowance of ${symbol} to the router`,
              got: "none",
              action: "nothing: an order approves what it needs, in a transaction before",
            }),
      ];
    }),
  );
  return [{ ...native, isPassing: false }, ...tokens.flat()];
}

function ok(check: string, text: string): Finding {
  return { check, level: "ok", text };
}

type Explained = ConstructorParameters<typeof SdkError>[0];

function fault(check: string, explanation: Explained): Finding {
  return failed(check, new SdkError(explanation));
}

function warning(check: string, explanation: Explained): Finding {
  return { check, level: "warning", text: new SdkError(explanation).message };
}

function failed(check: string, error: unknown): Finding {
  const isPassing = exitCodeOf(error) === EXIT.tryAgain;
  return { check, level: "fault", isPassing, text: explainError(error) };
}

async function findingOf(check: string, look: () => Promise<string>): Promise<Finding> {
  return look().then(
    (text) => ok(check, text),
    (error: unknown) => failed(check, error),
  );
}

async function attempt<T>(
  check: string,
  make: () => Promise<T>,
): Promise<{ value: T | undefined; findings: Finding[] }> {
  try {
    return { value: await make(), findings: [] };
  } catch (error) {
    // That a node does not answer is said of the node, once.
    const isSaid = check !== "node" && error instanceof NodeUnreachable;
    return { value: undefined, findings: isSaid ? [] : [failed(check, error)] };
  }
}
