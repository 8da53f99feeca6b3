import { Contract, type ContractRunner, type Interface } from "ethers";

/** What the generated types have of a contract. */
interface Factory<C> {
  createInterface(): Interface;
  connect(address: string, runner: ContractRunner): C;
}

/** Parsed once: reading an ABI takes longer than all else that binding a contract does. */
const interfaces = new Map<object, Interface>();

/** A contract at an address, as its factory's `connect` makes one. */
export function bind<C>(
  factory: Factory<C>,
  { address, runner }: { readonly address: string; readonly runner: ContractRunner },
): C {
  const known = interfaces.get(factory) ?? factory.createInterface();
  interfaces.set(factory, known);
  return new Contract(address, known, runner) as unknown as C;
}
