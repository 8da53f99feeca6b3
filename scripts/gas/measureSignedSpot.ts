import { agreeOnSpot } from "@bulkhead/sdk";
import { parseEther } from "ethers";
import { network } from "hardhat";

import { ascending } from "../../deploy/modules/ascending.ts";
import { SignedSpot__factory } from "../../typechain-types/index.ts";
import { STARTS_AT } from "./deployMarket.ts";
import type { Figures } from "./Figures.ts";
import { meterOn } from "./meterOn.ts";

const MARKET = "WETH/USDC";
const BLOCK_SECONDS = 12;

/** Gas of bringing one price with the signatures of two reporters of three, where two are kept already. */
export async function measureSignedSpot(): Promise<Figures> {
  const connection = await network.create({ override: { initialDate: new Date(STARTS_AT * 1_000) } });
  const { ethers, networkHelpers } = connection;
  const figures: Figures = {};
  const measure = meterOn(connection, figures);
  try {
    const [deployer, ...others] = await ethers.getSigners();
    if (deployer === undefined) throw new Error("Gas: expected a network with accounts, got none");
    const reporters = others.slice(0, 3);
    const addresses = ascending(reporters.map(({ address }) => address));
    const config = { market: MARKET, maxAge: 30, confidenceFloor: parseEther("0.0005") };
    const deployed = await ethers.deployContract("SignedSpot", [deployer.address, config, addresses, 2]);
    const verifyingContract = await deployed.getAddress();
    const spot = SignedSpot__factory.connect(verifyingContract, deployer);
    const { chainId } = await ethers.provider.getNetwork();
    const scope = { chainId, verifyingContract, market: MARKET };
    const signed = async (observedAt: number, dollars: string) => {
      const sight = reporters.slice(0, 2).map((signer) => ({ signer, price: parseEther(dollars) }));
      const agreement = await agreeOnSpot(sight, {
        scope,
        observedAt: BigInt(observedAt),
        tolerance: 0n,
        threshold: 2,
      });
      return { ...agreement, signatures: [...agreement.signatures] };
    };
    let now = STARTS_AT;
    for (const dollars of ["1999.37", "2000.12"]) {
      now += BLOCK_SECONDS;
      await networkHelpers.time.setNextBlockTimestamp(now);
      await spot.submit(await signed(now - 2, dollars));
    }
    now += BLOCK_SECONDS;
    const next = await signed(now - 2, "2000.851274");
    await measure("feeds.signedSpot", now, () => spot.submit(next));
    return figures;
  } finally {
    await connection.close();
  }
}
