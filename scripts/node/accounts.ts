import { HDNodeWallet, Mnemonic } from "ethers";

/** The mnemonic of every local development chain: its keys are public and worth nothing anywhere. */
export const MNEMONIC = "test test test test test test test test test test test junk";
const PATH = "m/44'/60'/0'/0";

/** Somebody on the node, with a key that everybody knows. */
export interface KnownAccount {
  readonly name: string;
  /** Place among the mnemonic's accounts. */
  readonly index: number;
  readonly wallet: HDNodeWallet;
  readonly address: string;
}

const USERS = 8;
const REPORTERS = 3;

/** How many accounts of the mnemonic have ether: all that follow, and some to spare. */
export const FUNDED_ACCOUNTS = 20;

/** The mnemonic's accounts in order. Users come first, so that a wallet that imports the mnemonic shows them. */
export const ACCOUNTS = nameAccounts();

function nameAccounts() {
  const mnemonic = Mnemonic.fromPhrase(MNEMONIC);
  let next = 0;
  const account = (name: string): KnownAccount => {
    const index = next++;
    const wallet = HDNodeWallet.fromMnemonic(mnemonic, `${PATH}/${index}`);
    return { name, index, wallet, address: wallet.address };
  };
  const accounts = (name: string, count: number): readonly KnownAccount[] =>
    Array.from({ length: count }, (_, index) => account(`${name} ${index + 1}`));
  return {
    users: accounts("user", USERS),
    deployer: account("deployer"),
    governor: account("governor"),
    guardian: account("guardian"),
    feeRecipient: account("fee recipient"),
    /** Sets the prices of the aggregators. */
    priceKeeper: account("price keeper"),
    /** Delivers reports and signed prices, opens, proves and settles expiries: what anyone may. */
    keeper: account("keeper"),
    reporters: accounts("reporter", REPORTERS),
    /** The vaults' first liquidity provider, and whose pools Uniswap has. */
    provider: account("provider"),
  };
}

/** All of them, in the mnemonic's order. */
export function allAccounts(): readonly KnownAccount[] {
  return Object.values(ACCOUNTS)
    .flat()
    .sort((a, b) => a.index - b.index);
}
