/**
 * A JSON-RPC node on loopback with the protocol deployed and accounts funded, until it is interrupted.
 *
 * Usage: make node ARGS='--port 8545'
 * Prints one JSON line with the node's URL and every address on stdout, and what a reader wants to know on stderr.
 */
import { Command } from "commander";
import {
  JsonRpcProvider,
  Mnemonic,
  NonceManager,
  parseUnits,
  type HDNodeWallet,
  HDNodeWallet as Wallets,
} from "ethers";
import { network } from "hardhat";

import type { Addresses } from "../deploy/addresses.ts";
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
const USER_UNDERLYING = "1000";
const USER_QUOTE = "5000000";
/** The first user is also the market's first liquidity provider. */
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
  return Wallets.fromMnemonic(Mnemonic.fromPhrase(MNEMONIC), `${ACCOUNT_PATH}/${index}`);
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
    for (const [{ address, decimals }, amount] of [
      [addresses.underlying, USER_UNDERLYING],
      [addresses.quote, USER_QUOTE],
    ] as const) {
      const token = DevToken__factory.connect(address, deployer);
      for (let user = FIRST_USER; user < FIRST_USER + USERS; user++) {
        await (await token.mint(addressOf(user), parseUnits(amount, decimals))).wait();
      }
    }
    return addresses;
  } finally {
    await connection.close();
  }
}

function describe({ url, chainId }: Node, addresses: Addresses): string {
  const place = (name: string, address: string): string => `  ${name.padEnd(22)} ${address}`;
  const { governor, guardian, feeRecipient, priceKeeper, reporters } = ACTORS;
  const users = Array.from({ length: USERS }, (_, index) => FIRST_USER + index);
  return [
    `Bulkhead on ${url} (chain ${chainId}); addresses also in deploy/deployments/${addresses.network}/addresses.json`,
    "",
    place(addresses.underlying.symbol, addresses.underlying.address),
    place(addresses.quote.symbol, addresses.quote.address),
    place("router", addresses.router),
    place("quoter", addresses.quoter),
    place("factory", addresses.factory),
    place("oracle", addresses.oracle),
    place("surface", addresses.surface),
    ...addresses.vaults.map(({ symbol, address }) => place(symbol, address)),
    "",
    `  accounts of the development mnemonic "${MNEMONIC}":`,
    place("governor", accountAt(governor).address),
    place("guardian", accountAt(guardian).address),
    place("fee recipient", accountAt(feeRecipient).address),
    place("price keeper", accountAt(priceKeeper).address),
    ...reporters.map((index) => place("reporter", accountAt(index).address)),
    ...users.map((index) => place(`user ${index - FIRST_USER + 1}`, accountAt(index).address)),
    "",
    `  each user was given ${USER_UNDERLYING} ${addresses.underlying.symbol} and ${USER_QUOTE} ${addresses.quote.symbol}; user 1 provides to the vaults. Ctrl-C ends the node.`,
  ].join("\n");
}

/** The market as its keepers see it: prices, reporters, a provider. */
function marketOn({ url, chainId }: Node, addresses: Addresses): LocalMarket {
  const provider = new JsonRpcProvider(url, chainId, { staticNetwork: true, pollingInterval: 50 });
  const signerAt = (index: number): NonceManager => new NonceManager(accountAt(index).connect(provider));
  return new LocalMarket({
    addresses,
    priceKeeper: signerAt(ACTORS.priceKeeper),
    reporters: ACTORS.reporters.map((index) => accountAt(index).connect(provider)),
    provider: signerAt(PROVIDER),
  });
}

/** Keeps prices and surface fresh until the process is told to stop. */
async function keepUntilInterrupted(market: LocalMarket): Promise<void> {
  const refresh = setInterval(() => {
    market.refresh().catch((error: unknown) => {
      console.error("the market was not refreshed:", error);
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
    const market = marketOn(node, addresses);
    await market.open();
    console.log(JSON.stringify({ url: node.url, ...addresses }));
    console.error(describe(node, addresses));
    await keepUntilInterrupted(market);
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
