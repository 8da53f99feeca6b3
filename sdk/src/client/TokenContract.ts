import { Contract, Interface, type BaseContract, type ContractRunner, type ContractTransactionResponse } from "ethers";

interface View<A extends unknown[], R> {
  (...args: A): Promise<R>;
}

interface Call<A extends unknown[]> {
  (...args: A): Promise<ContractTransactionResponse>;
  staticCall(...args: A): Promise<unknown>;
}

/** A token's signing domain by ERC-5267. */
export type DomainAnswer = readonly [
  fields: string,
  name: string,
  version: string,
  chainId: bigint,
  verifyingContract: string,
  salt: string,
  extensions: readonly bigint[],
];

/** An ERC-20 token with ERC-2612 permits, as far as the SDK uses one; vault shares are one too. */
export interface TokenContract extends BaseContract {
  readonly name: View<[], string>;
  readonly balanceOf: View<[owner: string], bigint>;
  readonly allowance: View<[owner: string, spender: string], bigint>;
  readonly nonces: View<[owner: string], bigint>;
  readonly version: View<[], string>;
  readonly eip712Domain: View<[], DomainAnswer>;
  readonly DOMAIN_SEPARATOR: View<[], string>;
  readonly PERMIT_TYPEHASH: View<[], string>;
  /** Some tokens return nothing, so nothing is read. */
  readonly approve: Call<[spender: string, amount: bigint]>;
  readonly permit: Call<
    [owner: string, spender: string, value: bigint, deadline: bigint, v: number, r: string, s: string]
  >;
}

const ABI = new Interface([
  "function name() view returns (string)",
  "function balanceOf(address owner) view returns (uint256)",
  "function allowance(address owner, address spender) view returns (uint256)",
  "function nonces(address owner) view returns (uint256)",
  "function version() view returns (string)",
  "function eip712Domain() view returns (bytes1, string, string, uint256, address, bytes32, uint256[])",
  "function DOMAIN_SEPARATOR() view returns (bytes32)",
  "function PERMIT_TYPEHASH() view returns (bytes32)",
  "function approve(address spender, uint256 amount)",
  "function permit(address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s)",
]);

/** A token at an address. */
export function tokenContract(address: string, runner: ContractRunner | null): TokenContract {
  return new Contract(address, ABI, runner) as unknown as TokenContract;
}
