import { Contract, Interface, type BaseContract, type ContractRunner, type ContractTransactionResponse } from "ethers";

interface View<A extends unknown[], R> {
  (...args: A): Promise<R>;
}

interface Call<A extends unknown[]> {
  (...args: A): Promise<ContractTransactionResponse>;
}

/** An ERC-20 token with ERC-2612 permits, as far as the SDK uses one; vault shares are one too. */
export interface TokenContract extends BaseContract {
  readonly name: View<[], string>;
  readonly balanceOf: View<[owner: string], bigint>;
  readonly allowance: View<[owner: string, spender: string], bigint>;
  readonly nonces: View<[owner: string], bigint>;
  readonly eip712Domain: View<[], readonly [fields: string, name: string, version: string]>;
  readonly approve: Call<[spender: string, amount: bigint]>;
}

const ABI = new Interface([
  "function name() view returns (string)",
  "function balanceOf(address owner) view returns (uint256)",
  "function allowance(address owner, address spender) view returns (uint256)",
  "function nonces(address owner) view returns (uint256)",
  "function eip712Domain() view returns (bytes1, string, string, uint256, address, bytes32, uint256[])",
  "function approve(address spender, uint256 amount) returns (bool)",
]);

/** A token at an address. */
export function tokenContract(address: string, runner: ContractRunner | null): TokenContract {
  return new Contract(address, ABI, runner) as unknown as TokenContract;
}
