import { t as Eip1193Provider } from "./Eip1193Provider-BsBXO3w-.mjs";
import { Provider, Signer } from "ethers";

//#region src/ethers.d.ts
/**
 * An EIP-1193 provider of an ethers 6 provider, which reads, or signer, which signs and sends as well.
 * @throws NodeError where it has no provider that passes requests on (`send`), as those of one URL and of browsers do
 * @example
 * const client = connect(fromEthers(wallet.connect(new JsonRpcProvider(url))), deployment);
 */
declare function fromEthers(runner: Provider | Signer): Eip1193Provider;
//#endregion
export { fromEthers };