import { HDNodeWallet, Mnemonic, type JsonRpcApiProvider, type Signer } from "ethers";

import { LocalSigner } from "../node/LocalSigner.ts";

/** Somebody with a name and a key. */
export interface Person {
  readonly name: string;
  readonly signer: Signer;
  readonly address: string;
}

/** Everybody who appears in the demo. */
export interface Cast {
  /** Deploys the protocol and, on this throwaway chain, governs it and publishes its prices. */
  readonly deployer: Person;
  readonly reporters: readonly Person[];
  readonly relayer: Person;
  readonly keeper: Person;
  readonly callProviders: readonly Person[];
  readonly putProviders: readonly Person[];
  readonly buyers: readonly Person[];
  readonly attacker: Person;
}

/** The mnemonic of every local development chain: its keys are public and worth nothing anywhere. */
const DEVELOPMENT_PHRASE = "test test test test test test test test test test test junk";

/** Who plays, in the order of the chain's funded accounts. */
const NAMES = {
  deployer: "deployer",
  reporters: ["reporter 1", "reporter 2", "reporter 3"],
  relayer: "relayer",
  keeper: "keeper",
  callProviders: ["Alma", "Bruno", "Chiara", "David"],
  putProviders: ["Edda", "Felix", "Greta", "Henri"],
  buyers: ["Ines", "Jakob", "Kira", "Leo"],
  attacker: "Mallory",
} as const;

/**
 * Gives every role its account on the chain behind `provider`. Reporters sign with keys of their own; for all others
 * the node signs, which knows these accounts and is quicker.
 */
export function assembleCast(provider: JsonRpcApiProvider): Cast {
  const mnemonic = Mnemonic.fromPhrase(DEVELOPMENT_PHRASE);
  let account = 0;
  const withKey = (name: string): Person => {
    const wallet = HDNodeWallet.fromMnemonic(mnemonic, `m/44'/60'/0'/0/${account++}`);
    return { name, signer: wallet.connect(provider), address: wallet.address };
  };
  const enter = (name: string): Person => {
    const { address } = withKey(name);
    return { name, signer: new LocalSigner(provider, address), address };
  };
  return {
    deployer: enter(NAMES.deployer),
    reporters: NAMES.reporters.map(withKey),
    relayer: enter(NAMES.relayer),
    keeper: enter(NAMES.keeper),
    callProviders: NAMES.callProviders.map(enter),
    putProviders: NAMES.putProviders.map(enter),
    buyers: NAMES.buyers.map(enter),
    attacker: enter(NAMES.attacker),
  };
}
