/**
 * A JSON-RPC node on loopback with the protocol deployed and accounts funded, until it is interrupted.
 *
 * Usage: make node ARGS='--port 8545'
 * Prints one JSON line with the node's URL and every address on stdout, and what a reader wants to know on stderr.
 */
import { Command } from "commander";
import { JsonRpcProvider, Mnemonic, NonceManager, parseUnits, HDNodeWallet } from "ethers";
import { network } from "hardhat";

import type { Addresses, MarketAddresses } from "../deploy/addresses.ts";
import { deployProtocol } from "../deploy/deploy.ts";
import { localParameters } from "../deploy/parameters/local.ts";
import { DevToken__factory } from "../typechain-types/index.ts";
import { LocalMarket } from "./node/LocalMarket.ts";
import { startNode, type Node } from "./node/startNode.ts";
import { isUsageError, UsageError } from "./node/UsageError.ts";

const DEFAULT_PORT = 8_545;
const MAX_PORT = 65_535;

/** Hardhat's well-known development accounts: worth nothing anywhere. */
const MNEMONIC = "test test test test test test test test test test test junk";
const ACCOUNT_PATH = "m/44'/60'/0'/0";

/** What each account is, by its index; those from `FIRST_USER` on are for whoever plays. */
const ACTORS = {
  deployer: 0,
  governor: 1,
  guardian: 2,
  feeRecipient: 3,
  priceKeeper: 4,
  reporters: [5, 6, 7],
} as const;
const FIRST_USER = 8;
const USERS = 8;
/** What each user is given, in whole tokens, by symbol. */
const GIFTS: Readonly<Record<string, string>> = { WETH: "1000", WBTC: "25", USDC: "5000000" };
/** The first user is also the markets' first liquidity provider. */
const PROVIDER = FIRST_USER;

/** How often prices and surface are reported anew: well within the feeds' heartbeat of an hour. */
const REFRESH_EVERY_MS = 20 * 60 * 1_000;

function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 0 && port <= MAX_PORT) return port;
  throw new UsageError({
    expected: `--port to be a whole number from 0 to ${MAX_PORT}`,
    got: `"${text}"`,
    action: "see make node ARGS='--help'",
  });
}

function accountAt(index: number): HDNodeWallet {
  return HDNodeWallet.fromMnemonic(Mnemonic.fromPhrase(MNEMONIC), `${ACCOUNT_PATH}/${index}`);
}

/** Deploys over JSON-RPC, as on any other network, and hands tokens out. */
async function prepare({ url, chainId }: Node): Promise<Addresses> {
  const connection = await network.create({ network: "localhost", override: { url, chainId } });
  try {
    const addressOf = (index: number): string => accountAt(index).address;
    const addresses = await deployProtocol(
      connection,
      localParameters({
        governor: addressOf(ACTORS.governor),
        guardian: addressOf(ACTORS.guardian),
        feeRecipient: addressOf(ACTORS.feeRecipient),
        priceKeeper: addressOf(ACTORS.priceKeeper),
        reporters: ACTORS.reporters.map(addressOf),
      }),
    );
    const [deployer] = await connection.ethers.getSigners();
    for (const { address, decimals, symbol } of tokensOf(addresses)) {
      const token = DevToken__factory.connect(address, deployer);
      const amount = GIFTS[symbol] ?? "0";
      for (let user = FIRST_USER; user < FIRST_USER + USERS; user++) {
        await (await token.mint(addressOf(user), parseUnits(amount, decimals))).wait();
      }
    }
    return addresses;
  } finally {
    await connection.close();
  }
}

/** Every token of every market, once. */
function tokensOf({ markets }: Addresses): readonly MarketAddresses["quote"][] {
  const all = markets.flatMap(({ underlying, quote }) => [underlying, quote]);
  return [...new Map(all.map((token) => [token.address, token])).values()];
}

function describe({ url, chainId }: Node, addresses: Addresses): string {
  const place = (name: string, address: string): string => `  ${name.padEnd(22)} ${address}`;
  const { governor, guardian, feeRecipient, priceKeeper, reporters } = ACTORS;
  const users = Array.from({ length: USERS }, (_, index) => FIRST_USER + index);
  const gifts = tokensOf(addresses)
    .map(({ symbol }) => `${GIFTS[symbol] ?? "0"} ${symbol}`)
    .join(", ");
  return [
    `Bulkhead on ${url} (chain ${chainId}); addresses also in deploy/deployments/${addresses.network}/addresses.json`,
    "",
    ...tokensOf(addresses).map(({ symbol, address }) => place(symbol, address)),
    place("router", addresses.router),
    place("swap router", addresses.swapRouter),
    place("Uniswap's SwapRouter02", addresses.uniswapRouter),
    place("Permit2", addresses.permit2),
    place("quoter", addresses.quoter),
    place("factory", addresses.factory),
    place("access manager", addresses.accessManager),
    place("admin timelock", addresses.adminTimelock),
    place("calculator", addresses.calculator),
    ...addresses.markets.flatMap(({ name, oracle, surface, vaults }) => [
      "",
      `  ${name}`,
      place("oracle", oracle),
      place("surface", surface),
      ...vaults.map(({ symbol, address }) => place(symbol, address)),
    ]),
    "",
    `  accounts of the development mnemonic "${MNEMONIC}":`,
    place("governor", accountAt(governor).address),
    place("guardian", accountAt(guardian).address),
    place("fee recipient", accountAt(feeRecipient).address),
    place("price keeper", accountAt(priceKeeper).address),
    ...reporters.map((index) => place("reporter", accountAt(index).address)),
    ...users.map((index) => place(`user ${index - FIRST_USER + 1}`, accountAt(index).address)),
    "",
    `  each user was given ${gifts}; user 1 provides to the vaults. Ctrl-C ends the node.`,
  ].join("\n");
}

/** Every market as its keepers see it: prices, reporters, a provider. */
function marketsOn({ url, chainId }: Node, addresses: Addresses): LocalMarket[] {
  const provider = new JsonRpcProvider(url, chainId, { staticNetwork: true, pollingInterval: 50 });
  const signerAt = (index: number): NonceManager => new NonceManager(accountAt(index).connect(provider));
  const [priceKeeper, firstProvider] = [signerAt(ACTORS.priceKeeper), signerAt(PROVIDER)];
  const reporters = ACTORS.reporters.map((index) => accountAt(index).connect(provider));
  return addresses.markets.map(
    ({ name: market }) => new LocalMarket({ addresses, market, priceKeeper, reporters, provider: firstProvider }),
  );
}

/** One market after the other: they share accounts, whose transactions have an order. */
async function refreshAll(markets: readonly LocalMarket[]): Promise<void> {
  for (const market of markets) await market.refresh();
}

/** Keeps prices and surfaces fresh until the process is told to stop. */
async function keepUntilInterrupted(markets: readonly LocalMarket[]): Promise<void> {
  const refresh = setInterval(() => {
    refreshAll(markets).catch((error: unknown) => {
      console.error("the markets were not refreshed:", error);
    });
  }, REFRESH_EVERY_MS);
  await new Promise<void>((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  clearInterval(refresh);
}

async function main(): Promise<void> {
  const command = new Command("make node")
    .usage("ARGS='[options]'")
    .description("Starts a JSON-RPC node on loopback with Bulkhead deployed and accounts funded, until interrupted.")
    .option("--port <number>", "port on loopback, 0 for any free one", parsePort, DEFAULT_PORT);
  const { port } = command.parse().opts<{ port: number }>();

  const node = await startNode({ port });
  try {
    const addresses = await prepare(node);
    const markets = marketsOn(node, addresses);
    for (const market of markets) await market.open();
    console.log(JSON.stringify({ url: node.url, ...addresses }));
    console.error(describe(node, addresses));
    await keepUntilInterrupted(markets);
  } finally {
    await node.close();
  }
}

try {
  await main();
} catch (error) {
  console.error(isUsageError(error) ? `make node: ${error.message}` : error);
  process.exitCode = 2;
}
