import { MULTICALL3 } from "../../deploy/multicall3.ts";
import { ACCOUNTS, allAccounts, MNEMONIC, type KnownAccount } from "./accounts.ts";
import type { NodeRunOptions } from "./options.ts";
import { GIFTS, tokensOf } from "./prepare.ts";
import type { LiveNode } from "./runNode.ts";

/** What a program wants to know of a node, as one line of JSON. */
export function toJson({ url, addresses }: LiveNode): string {
  const accounts = allAccounts().map(({ name, address, wallet }) => ({ name, address, privateKey: wallet.privateKey }));
  return JSON.stringify({ url, mnemonic: MNEMONIC, accounts, multicall3: MULTICALL3, ...addresses });
}

/** What a reader wants to know of it. */
export function describe(node: LiveNode, { speed, still }: NodeRunOptions): string {
  const { url, chainId, addresses, record } = node;
  const place = (name: string, address: string): string => `  ${name.padEnd(22)} ${address}`;
  const line = ({ name, address, wallet }: KnownAccount): string => `${place(name, address)}  ${wallet.privateKey}`;
  const tokens = tokensOf(addresses);
  const gifts = tokens.map(({ symbol }) => `${GIFTS[symbol] ?? "0"} ${symbol}`).join(", ");
  const users: readonly KnownAccount[] = ACCOUNTS.users;
  const others = allAccounts().filter((account) => !users.includes(account));
  return [
    "",
    ...tokens.map(({ symbol, address }) => place(symbol, address)),
    place("router", addresses.router),
    place("swap router", addresses.swapRouter),
    place("Uniswap's SwapRouter02", addresses.uniswapRouter),
    place("Permit2", addresses.permit2),
    place("Multicall3", MULTICALL3),
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
    "  Accounts and their private keys, worth nothing anywhere. Users come first in the mnemonic, each with",
    `  ${gifts} and 10000 ether:`,
    ...users.map(line),
    "",
    ...others.map(line),
    "",
    `  URL        ${url}`,
    `  chain id   ${chainId}`,
    `  mnemonic   ${MNEMONIC}`,
    `  addresses  ${record} (removed when the node ends)`,
    "",
    `Bulkhead is open for trade at ${url}; ${pace(speed, still)}`,
    `Let time pass with make warp ARGS='1d${url.endsWith(":8545") ? "" : ` --url ${url}`}'. Ctrl-C ends the node.`,
  ].join("\n");
}

function pace(speed: number, still: boolean): string {
  const clock =
    speed === 1 ? "its clock is yours until time is made to pass" : `its clock runs ${speed} times as fast as yours`;
  return `${clock}, prices ${still ? "stay" : "move"}.`;
}
