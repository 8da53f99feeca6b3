import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A parameter of a function, an event or an error. */
export interface AbiParameter {
  readonly name: string;
  readonly type: string;
  readonly indexed?: boolean;
  readonly components?: readonly AbiParameter[];
}

/** A function, an event, an error. */
export interface AbiItem {
  readonly type: string;
  readonly name?: string;
  readonly inputs?: readonly AbiParameter[];
  readonly outputs?: readonly AbiParameter[];
}

interface Artifact {
  readonly contractName: string;
  readonly abi: readonly AbiItem[];
}

const ROOT = "artifacts";
const STAND_INS = join(ROOT, "contracts", "devnet");

/** What contracts throw that are not ours: OpenZeppelin's tokens, and Permit2's signed transfers. */
const FOREIGN_ERRORS: readonly AbiItem[] = [
  error("ERC20InsufficientBalance", ["address sender", "uint256 balance", "uint256 needed"]),
  error("ERC20InsufficientAllowance", ["address spender", "uint256 allowance", "uint256 needed"]),
  error("ERC6909InsufficientBalance", ["address sender", "uint256 balance", "uint256 needed", "uint256 id"]),
  error("ERC6909InsufficientAllowance", ["address spender", "uint256 allowance", "uint256 needed", "uint256 id"]),
  error("ERC4626ExceededMaxDeposit", ["address receiver", "uint256 assets", "uint256 max"]),
  error("ERC4626ExceededMaxMint", ["address receiver", "uint256 shares", "uint256 max"]),
  error("ERC4626ExceededMaxWithdraw", ["address owner", "uint256 assets", "uint256 max"]),
  error("ERC4626ExceededMaxRedeem", ["address owner", "uint256 shares", "uint256 max"]),
  error("AccessManagedUnauthorized", ["address caller"]),
  error("SafeERC20FailedOperation", ["address token"]),
  error("InvalidSigner", []),
  error("InvalidSignature", []),
  error("InvalidSignatureLength", []),
  error("InvalidContractSignature", []),
  error("InvalidNonce", []),
  error("InvalidAmount", ["uint256 maxAmount"]),
  error("SignatureExpired", ["uint256 signatureDeadline"]),
];

function error(name: string, inputs: readonly string[]): AbiItem {
  const parameters = inputs.map((input) => {
    const [type = "", parameter = ""] = input.split(" ");
    return { name: parameter, type };
  });
  return { type: "error", name, inputs: parameters };
}

const artifacts: readonly Artifact[] = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .map((name) => join(ROOT, name))
  .filter((path) => /[/\\][A-Z]\w*\.sol[/\\]\w+\.json$/.test(path) && !path.startsWith(STAND_INS))
  .sort()
  .map((path) => JSON.parse(readFileSync(path, "utf8")) as Artifact);

/** The ABI of a contract of `contracts/`, from its artifact. */
export function readAbi(contract: string): readonly AbiItem[] {
  const found = artifacts.find(({ contractName }) => contractName === contract);
  if (found === undefined) throw new Error(`abis: expected an artifact of ${contract}, got none; run make build`);
  return found.abi;
}

/** Without the compiler's own names of types, which nobody needs who is not the compiler. */
export function withoutInternals(abi: readonly AbiItem[]): AbiItem[] {
  return JSON.parse(
    JSON.stringify(abi, (key, value: unknown) => (key === "internalType" ? undefined : value)),
  ) as AbiItem[];
}

/** Errors that carry an answer out of a call that is undone: nobody outside meets them. */
const ANSWERS = new Set(["Simulated"]);

/** Every error once, by name and arguments. */
export function allErrors(): AbiItem[] {
  const found = new Map<string, AbiItem>();
  const all = [...FOREIGN_ERRORS, ...artifacts.flatMap(({ abi }) => withoutInternals(abi))];
  for (const item of all) {
    if (item.type !== "error" || ANSWERS.has(item.name ?? "")) continue;
    const key = `${item.name ?? ""}(${(item.inputs ?? []).map(({ type }) => type).join(",")})`;
    if (!found.has(key)) found.set(key, item);
  }
  return [...found.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, item]) => item);
}
