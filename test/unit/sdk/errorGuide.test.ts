import { expect } from "chai";
import { AbiCoder, encodeBytes32String, hexlify, id, ZeroAddress } from "ethers";
import fc from "fast-check";

import { allErrors, type AbiItem } from "../../../scripts/abis/readAbi.ts";
import { errorsAbi } from "../../../sdk/src/abi/index.ts";
import { ERROR_GUIDE, GUIDES_BY_STAGE, PLACEHOLDER } from "../../../sdk/src/errors/errorGuide.ts";
import { UNIT_NAMES } from "../../../sdk/src/errors/phrase.ts";
import { toContractError, toSeriesId } from "../../../sdk/src/index.ts";

/** The language's own, which no ABI has. */
const PLAIN = [
  { type: "error", name: "Error", inputs: [{ name: "message", type: "string" }] },
  { type: "error", name: "Panic", inputs: [{ name: "reason", type: "uint256" }] },
] as const;
/** What tokens of 18 decimals, unix times and packed ids look like where nobody read them. */
const RAW = /(?<![0-9a-fx.])\d{10,}/i;
const ADDRESS = /0x[0-9a-f]{40}\b/gi;
/** No hash and no calldata whole. */
const LONG_HEX = /0x[0-9a-f]{41}/i;
const LONGEST = 700;
const ROUNDS = 40;
const NOW = 1_800_000_000n;
const ALICE = "0x1111111111111111111111111111111111111111";

const signatureOf = ({ name = "", inputs = [] }: AbiItem): string =>
  `${name}(${inputs.map(({ type }) => type).join(",")})`;

describe("sdk: a guide to every error", () => {
  const errors: readonly AbiItem[] = [...allErrors(), ...PLAIN];

  it("has every error of every contract, and no other", () => {
    expect(errorsAbi.map(signatureOf)).to.deep.equal(allErrors().map(signatureOf));
    const known = new Set<string>();
    for (const error of errors) {
      const alike = errors.filter(({ name }) => name === error.name);
      const key = alike.length === 1 || !(signatureOf(error) in ERROR_GUIDE) ? error.name! : signatureOf(error);
      expect(ERROR_GUIDE, signatureOf(error)).to.have.property(key);
      expect(known, `${key} serves two errors`).to.not.include(key);
      known.add(key);
    }
    expect(Object.keys(ERROR_GUIDE).filter((key) => !known.has(key))).to.deep.equal([]);
    const all = Object.values(GUIDES_BY_STAGE).flatMap((guides) => Object.keys(guides));
    expect(all, "a guide in two stages").to.have.lengthOf(new Set(all).size);
  });

  it("reads arguments that the errors have, in units that there are", () => {
    for (const error of errors) {
      const guide = ERROR_GUIDE[signatureOf(error)] ?? ERROR_GUIDE[error.name!]!;
      const names = error.inputs!.map(({ name }) => name);
      for (const [placeholder, name, unit, more] of guide.join(" ").matchAll(PLACEHOLDER)) {
        expect(names, `${error.name}: ${placeholder}`).to.include(name);
        if (more !== undefined) expect(names, `${error.name}: ${placeholder}`).to.include(more);
        expect(UNIT_NAMES, `${error.name}: ${placeholder}`).to.include(unit);
      }
      expect(guide.join(" ").replaceAll(PLACEHOLDER, ""), error.name).to.not.match(/[{}]/);
    }
  });

  it("says each in one line and in people's units, whatever its arguments", () => {
    const coder = AbiCoder.defaultAbiCoder();
    for (const error of errors) {
      const types = error.inputs!.map(({ type }) => type);
      const check = (values: unknown[]): void => {
        const data = id(signatureOf(error)).slice(0, 10) + coder.encode(types, values).slice(2);
        const { errorName, message } = toContractError(data, { now: NOW });
        expect(errorName.split("/")[0]).to.equal(error.name);
        expect(message).to.match(/^[\w/]+: expected \S.*, got \S.*: \S.*$/);
        expect(message).to.not.match(/[\n\r\u2028]|\{\w+:|undefined|NaN/);
        expect(message.replaceAll(ADDRESS, "")).to.not.match(RAW);
        expect(message).to.not.match(LONG_HEX);
        expect(message.length).to.be.below(LONGEST);
      };
      fc.assert(fc.property(fc.tuple(...types.map(valueOf)), check), { numRuns: ROUNDS, seed: 7 });
    }
  });
});

/** Of numbers those of every scale: counts, amounts, times, series, and anything that fits the type. */
function valueOf(type: string): fc.Arbitrary<unknown> {
  const [, kind = "", size = ""] = /^([a-z]+)(\d*)$/.exec(type) ?? [];
  const hexOf = (bytes: number) => fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((array) => hexlify(array));
  if (kind === "address") return fc.oneof(hexOf(20), fc.constant(ALICE), fc.constant(ZeroAddress));
  if (kind === "string") return fc.string({ unit: "binary", maxLength: 400 });
  if (kind === "bytes" && size === "") {
    const message = fc.string({ maxLength: 200 }).map(plainRevert);
    return fc.oneof(fc.constant("0x"), hexOf(4), hexOf(256), message, fc.constant(plainRevert("many\nlines")));
  }
  if (kind === "bytes") {
    const names = ["maxAge", "horizon", "quorum", "leastDeposit", "riskAversion"].map((name) =>
      encodeBytes32String(name),
    );
    return Number(size) < 32 ? hexOf(Number(size)) : fc.oneof(hexOf(32), fc.constantFrom(...names));
  }
  const most = (1n << (BigInt(size) - (kind === "int" ? 1n : 0n))) - 1n;
  const up = (max: bigint) => fc.bigInt({ min: 0n, max: max < most ? max : most });
  const times = fc.bigInt({ min: NOW - 10n ** 8n, max: NOW + 10n ** 8n });
  const series = fc
    .tuple(times, fc.bigInt({ min: 1n, max: 10n ** 24n }))
    .map(([time, strike]) => toSeriesId(time, strike));
  const sizes = fc.oneof(up(20n), up(10n ** 9n), up(10n ** 15n), up(10n ** 21n), up(most), times, series);
  const fitting = sizes.map((value) => (value > most ? most : value));
  return kind === "int"
    ? fc.oneof(
        fitting,
        fitting.map((value) => -value),
      )
    : fitting;
}

function plainRevert(message: string): string {
  return `0x08c379a0${AbiCoder.defaultAbiCoder().encode(["string"], [message]).slice(2)}`;
}
