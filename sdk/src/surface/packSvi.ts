import { DomainError } from "../errors/DomainError.ts";
import type { Svi } from "../pricing/svi.ts";

/** The unit of every field of the on-chain word: 1e-12. */
const PICO = 1e12;

/** Where each parameter lies in the word (`SviSlice.sol`). */
const FIELDS = [
  { name: "a", shift: 200n, bits: 56, signed: true },
  { name: "b", shift: 152n, bits: 48, signed: false },
  { name: "rho", shift: 104n, bits: 48, signed: true },
  { name: "m", shift: 56n, bits: 48, signed: true },
  { name: "sigma", shift: 8n, bits: 48, signed: false },
] as const;

/** Rounds a slice to pico units and packs it into the word that the chain takes and a signature covers. */
export function packSvi(slice: Svi): bigint {
  let word = 0n;
  for (const { name, shift, bits, signed } of FIELDS) {
    const value = slice[name];
    if (!Number.isFinite(value)) throw new DomainError(`svi.${name}`, { value, expected: "a finite number" });
    const pico = BigInt(Math.round(value * PICO));
    const fits = signed ? BigInt.asIntN(bits, pico) === pico : BigInt.asUintN(bits, pico) === pico;
    if (!fits) throw new DomainError(`svi.${name}`, { value, expected: `within ${bits} bits of 1e-12` });
    word |= BigInt.asUintN(bits, pico) << shift;
  }
  return word;
}

/** The slice that a word stands for, exactly as the chain reads it. */
export function unpackSvi(word: bigint): Svi {
  const [a, b, rho, m, sigma] = FIELDS.map(({ shift, bits, signed }) => {
    const field = word >> shift;
    return Number(signed ? BigInt.asIntN(bits, field) : BigInt.asUintN(bits, field)) / PICO;
  }) as [number, number, number, number, number];
  return { a, b, rho, m, sigma };
}
