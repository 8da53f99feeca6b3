import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { encryptKeystoreJson, Wallet } from "ethers";

import { addressOfKey, keyFaults, readKey, wideFiles } from "../../../cli/src/key.ts";

/** Worth nothing anywhere. */
const KEY = "0x2a871d0798f97d79848a013d4936a73bf4cc922c825d33c1cf7073dff6d409c6";
const NONE = { keystore: undefined, passphraseFile: undefined, privateKey: undefined };

describe("bulkhead: where keys come from", () => {
  let folder: string;
  let keystore: string;
  let passphraseFile: string;

  const write = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  };
  const failure = async (source: Partial<typeof NONE> | Record<string, string>): Promise<string> =>
    readKey({ ...NONE, ...source }).then(
      () => "none",
      (error: unknown) => String(error),
    );

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "bulkhead-key-"));
    keystore = write("key.json", await encryptKeystoreJson(new Wallet(KEY), "word", { scrypt: { N: 1_024 } }));
    passphraseFile = write("passphrase", "word\n");
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it("the environment", async () => {
    expect((await readKey({ ...NONE, privateKey: KEY })).privateKey).to.equal(KEY);
    expect(addressOfKey({ ...NONE, privateKey: KEY })).to.equal(new Wallet(KEY).address);
  });

  it("a keystore, which goes before, and says whose it is without its passphrase", async () => {
    const source = { keystore, passphraseFile, privateKey: `0x${"1".repeat(64)}` };
    expect((await readKey(source)).privateKey).to.equal(KEY);
    expect(addressOfKey({ ...source, passphraseFile: undefined })).to.equal(new Wallet(KEY).address);
  });

  it("not from what is broken, and no refusal shows a key", async () => {
    const slip = KEY.slice(0, -1);
    expect(await failure({})).to.match(/expected a key: .*got none/);
    expect(await failure({ privateKey: slip }))
      .to.match(/64 hexadecimal digits/)
      .and.not.contain(slip.slice(2));
    expect(await failure({ keystore })).to.match(/--passphrase-file/);
    expect(await failure({ keystore, passphraseFile: write("other", "words") })).to.match(/the passphrase of/);
    expect(await failure({ keystore: write("text", "{}"), passphraseFile })).to.match(/keystore of version 3/);
    expect(await failure({ keystore: join(folder, "gone"), passphraseFile })).to.match(/ENOENT/);
  });

  it("with everything that is wrong at once", async () => {
    const source = { ...NONE, keystore: join(folder, "gone"), passphraseFile: join(folder, "too") };
    expect((await keyFaults(source)).map(({ action }) => action)).to.deep.equal([
      `check the path ${source.keystore}`,
      `check the path ${source.passphraseFile}`,
    ]);
    expect(await keyFaults({ ...NONE, keystore, passphraseFile })).to.deep.equal([]);
  });

  it("with a warning where others may read them", function () {
    if (process.platform === "win32") this.skip();
    expect(wideFiles({ ...NONE, keystore, passphraseFile })).to.deep.equal([]);
    chmodSync(keystore, 0o640);
    expect(wideFiles({ ...NONE, keystore, passphraseFile })).to.deep.equal([
      `expected ${keystore} to be its owner's alone (600), got 640: chmod 600 ${keystore}`,
    ]);
  });
});
