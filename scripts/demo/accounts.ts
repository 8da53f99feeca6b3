import { HDNodeWallet, Mnemonic, type JsonRpcApiProvider } from "ethers";

import type { Account } from "../markets/Account.ts";
import { LocalSigner } from "../node/LocalSigner.ts";

/** Who provides to a market's vaults, by kind. */
export interface ProvidersOf {
  readonly call: readonly Account[];
  readonly put: readonly Account[];
}

/** Everybody who appears in the demo. */
export interface DemoAccounts {
  /** Deploys the protocol and, on this throwaway chain, publishes its prices. */
  readonly deployer: Account;
  readonly reporters: readonly Account[];
  readonly relayer: Account;
  readonly keeper: Account;
  /** By the underlying's symbol. */
  readonly providers: Readonly<Record<"WETH" | "WBTC", ProvidersOf>>;
  readonly buyers: readonly Account[];
  readonly attacker: Account;
  /** Whose pools on Uniswap the markets' tokens trade in, and who keeps them at the markets' prices. */
  readonly poolOwner: Account;
  readonly governor: Account;
  readonly guardian: Account;
}

/** The mnemonic of every local development chain: its keys are public and worth nothing anywhere. */
const DEVELOPMENT_PHRASE = "test test test test test test test test test test test junk";

/** Their names, in the order of the chain's funded accounts. */
const NAMES = {
  deployer: "deployer",
  reporters: ["reporter 1", "reporter 2", "reporter 3"],
  relayer: "relayer",
  keeper: "keeper",
  providers: {
    WETH: { call: ["Alma", "Bruno", "Chiara", "David"], put: ["Edda", "Felix", "Greta", "Henri"] },
    WBTC: { call: ["Pia", "Quirin", "Rosa", "Sami"], put: ["Tara", "Ulf", "Vera", "Willem"] },
  },
  buyers: ["Ines", "Jakob", "Kira", "Leo", "Nora", "Otto"],
  attacker: "Mallory",
  poolOwner: "Yara",
  governor: "governor",
  guardian: "guardian",
} as const;

/** How many funded accounts the chain must have: enough for all of them. */
export const ACCOUNTS = 40;

/**
 * Opens every account on the chain behind `provider`. Reporters sign with keys of their own; for all others
 * the node signs, which knows these accounts and is quicker.
 */
export function openAccounts(provider: JsonRpcApiProvider): DemoAccounts {
  const mnemonic = Mnemonic.fromPhrase(DEVELOPMENT_PHRASE);
  let account = 0;
  const withKey = (name: string): Account => {
    const wallet = HDNodeWallet.fromMnemonic(mnemonic, `m/44'/60'/0'/0/${account++}`);
    return { name, signer: wallet.connect(provider), address: wallet.address };
  };
  const byNode = (name: string): Account => {
    const { address } = withKey(name);
    return { name, signer: new LocalSigner(provider, address), address };
  };
  const providersOf = ({ call, put }: { call: readonly string[]; put: readonly string[] }): ProvidersOf => ({
    call: call.map(byNode),
    put: put.map(byNode),
  });
  return {
    deployer: byNode(NAMES.deployer),
    reporters: NAMES.reporters.map(withKey),
    relayer: byNode(NAMES.relayer),
    keeper: byNode(NAMES.keeper),
    providers: { WETH: providersOf(NAMES.providers.WETH), WBTC: providersOf(NAMES.providers.WBTC) },
    buyers: NAMES.buyers.map(byNode),
    attacker: byNode(NAMES.attacker),
    poolOwner: byNode(NAMES.poolOwner),
    governor: byNode(NAMES.governor),
    guardian: byNode(NAMES.guardian),
  };
}
