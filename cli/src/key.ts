import { readFileSync, statSync } from "node:fs";

import { SdkError } from "@bulkhead/sdk";
import { getAddress, isAddress, Wallet, type BaseWallet } from "ethers";

import { UsageError } from "./UsageError.ts";

/** Where a key may come from. */
export interface KeySource {
  /** An Ethereum JSON keystore (version 3), and the file of its passphrase. */
  readonly keystore: string | undefined;
  readonly passphraseFile: string | undefined;
  /** `BULKHEAD_PRIVATE_KEY` */
  readonly privateKey: string | undefined;
}

/** Others than the owner may read or write. */
const WIDE = 0o077;

/**
 * The key that signs.
 * @throws UsageError where there is none, or it cannot be read or decrypted
 */
export async function readKey({ keystore, passphraseFile, privateKey }: KeySource): Promise<BaseWallet> {
  if (keystore !== undefined) return decrypt(keystore, passphraseFile);
  if (privateKey === undefined || privateKey === "") {
    throw new UsageError({
      expected: "a key: --keystore FILE with --passphrase-file FILE, or BULKHEAD_PRIVATE_KEY",
      got: "none",
      action: "give one, or add --dry-run, which needs none",
    });
  }
  try {
    return new Wallet(privateKey);
  } catch {
    // What ethers says of it might hold the key.
    throw new UsageError({
      expected: "BULKHEAD_PRIVATE_KEY to be 64 hexadecimal digits after 0x",
      got: "something else",
      action: "correct it, or use --keystore",
    });
  }
}

/** Whose key it is, as far as it says so without a passphrase; nothing where there is none or it does not say. */
export function addressOfKey({ keystore, privateKey }: KeySource): string | undefined {
  try {
    if (keystore !== undefined) {
      const { address } = JSON.parse(readFileSync(keystore, "utf8")) as { address?: unknown };
      return typeof address === "string" && isAddress(address) ? getAddress(address) : undefined;
    }
    return privateKey === undefined || privateKey === "" ? undefined : new Wallet(privateKey).address;
  } catch {
    return undefined;
  }
}

/** Everything that keeps a key from being read; nothing where it can be. */
export async function keyFaults(source: KeySource): Promise<readonly SdkError[]> {
  const { keystore, passphraseFile } = source;
  const attempts = [
    () => (keystore === undefined ? undefined : textOf(keystore, "--keystore")),
    () =>
      keystore === undefined || passphraseFile === undefined ? undefined : textOf(passphraseFile, "--passphrase-file"),
  ];
  const unreadable = attempts.flatMap((attempt) => {
    try {
      attempt();
      return [];
    } catch (error) {
      return error instanceof SdkError ? [error] : [];
    }
  });
  if (unreadable.length > 0) return unreadable;
  return readKey(source).then(
    () => [],
    (error: unknown) => {
      if (error instanceof SdkError) return [error];
      throw error;
    },
  );
}

/** A line for each file of secrets that others could read. */
export function wideFiles({ keystore, passphraseFile }: KeySource): string[] {
  return [keystore, passphraseFile].flatMap((path) => {
    const mode = path === undefined ? 0 : modeOf(path);
    if (path === undefined || (mode & WIDE) === 0) return [];
    const got = (mode & 0o777).toString(8).padStart(3, "0");
    return [`expected ${path} to be its owner's alone (600), got ${got}: chmod 600 ${path}`];
  });
}

function modeOf(path: string): number {
  // Windows has no such modes and reports all as open.
  if (process.platform === "win32") return 0;
  return statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
}

async function decrypt(keystore: string, passphraseFile: string | undefined): Promise<BaseWallet> {
  if (passphraseFile === undefined) {
    throw new UsageError({
      expected: "--passphrase-file beside --keystore",
      got: "none",
      action: "give the file that holds the keystore's passphrase",
    });
  }
  const json = textOf(keystore, "--keystore");
  // An editor ends a file with a line break.
  const passphrase = textOf(passphraseFile, "--passphrase-file").replace(/\r?\n$/, "");
  try {
    return await Wallet.fromEncryptedJson(json, passphrase);
  } catch (error) {
    const isPassphrase = error instanceof Error && /incorrect password/i.test(error.message);
    throw isPassphrase
      ? new UsageError({
          expected: `the passphrase of ${keystore}`,
          got: "another",
          action: `check what ${passphraseFile} holds`,
        })
      : new UsageError({
          expected: `${keystore} to be an Ethereum JSON keystore of version 3`,
          got: "something else",
          action: "make one with your wallet, or check the path",
        });
  }
}

function textOf(path: string, option: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "something else";
    throw new UsageError({
      expected: `${option} to be a file that can be read`,
      got: code,
      action: `check the path ${path}`,
    });
  }
}
