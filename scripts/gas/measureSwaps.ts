import { encodePath } from "@bulkhead/sdk";
import { MaxUint256, parseEther, parseUnits } from "ethers";
import { network } from "hardhat";

import { swapVenueModule } from "../../deploy/modules/swapVenue.ts";
import { openPool } from "../../deploy/swapVenue/openPool.ts";
import { PERMIT2, setPermit2 } from "../../deploy/swapVenue/permit2.ts";
import { DevToken__factory, IOptionToken__factory, VaultSwapRouter__factory } from "../../typechain-types/index.ts";
import { answerOf, deployMarket, EXPIRIES, STARTS_AT } from "./deployMarket.ts";
import type { Figures } from "./Figures.ts";
import { fillBook, FOREVER } from "./fillBook.ts";
import { meterOn } from "./meterOn.ts";

const HOUR = 3_600;
const ONE = parseEther("1");
const POOL_FEE = 500;
const MILLION = "1000000";
/** The most that the purchase may cost: some of it goes back. */
const CAP = parseEther("1000");
const PERMIT_TYPES = {
  PermitTransferFrom: [
    { name: "permitted", type: "TokenPermissions" },
    { name: "spender", type: "address" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
  TokenPermissions: [
    { name: "token", type: "address" },
    { name: "amount", type: "uint256" },
  ],
};

/**
 * Gas of orders settled in another token than the vault's: one leg, a book of 8, one pool of the real Uniswap v3, by a
 * returning user; `buyWithPermit2` pays on a signature to the real Permit2 instead of an allowance.
 */
export async function measureSwaps(): Promise<Figures> {
  const connection = await network.create({ override: { initialDate: new Date(STARTS_AT * 1_000) } });
  const { ethers, networkHelpers } = connection;
  const figures: Figures = {};
  const measure = meterOn(connection, figures);
  try {
    const market = await deployMarket(connection);
    const { provider, trader, usdc, aggregator } = market;
    const me = trader.address;
    await setPermit2(connection);
    const venue = await connection.ignition.deploy(swapVenueModule(await usdc.getAddress()));
    const uniswapRouter = await venue.uniswapRouter.getAddress();
    const dai = DevToken__factory.connect(
      await (await ethers.deployContract("DevToken", ["Dai", "DAI", 18])).getAddress(),
      trader,
    );
    for (const who of [provider, trader]) {
      await usdc.mint(who.address, parseUnits("100000000", 6));
      await dai.mint(who.address, parseEther("100000000"));
    }
    const tokens = { dai: await dai.getAddress(), usdc: await usdc.getAddress() };
    await openPool(provider, {
      uniswapRouter,
      fee: POOL_FEE,
      sides: [
        { token: tokens.dai, amount: parseEther(MILLION) },
        { token: tokens.usdc, amount: parseUnits(MILLION, 6) },
      ],
    });
    const deployed = await ethers.deployContract("VaultSwapRouter", [
      await market.router.factory(),
      uniswapRouter,
      PERMIT2,
    ]);
    const router = VaultSwapRouter__factory.connect(await deployed.getAddress(), trader);

    await market.report();
    const vault = await market.createVault(4);
    const id = await fillBook(vault, me, EXPIRIES.slice(0, 2));
    for (const spender of [router, PERMIT2]) await dai.approve(spender, MaxUint256);
    await IOptionToken__factory.connect(await vault.optionToken(), trader).setOperator(router, true);

    await networkHelpers.time.increaseTo(STARTS_AT + HOUR);
    await aggregator.push(answerOf(2_010));
    await market.report();
    const now = STARTS_AT + HOUR + 600;
    const paths = [encodePath(tokens.usdc, [{ fee: POOL_FEE, token: tokens.dai }])];
    const buy = [{ vault, id, quantity: ONE, limit: MaxUint256 }];
    const paying = { token: tokens.dai, maxNetPaid: CAP, paths };
    // A first order, so that pool and tokens are as a returning user finds them.
    await router.execute(buy, paying, me, FOREVER);

    await measure("router.buyWithSwap", now, () => router.execute(buy, paying, me, FOREVER));
    await measure("router.sellWithSwap", now, () =>
      router.execute([{ vault, id, quantity: -ONE, limit: 0n }], { ...paying, maxNetPaid: -1n }, me, FOREVER),
    );
    const { chainId } = await ethers.provider.getNetwork();
    const domain = { name: "Permit2", chainId, verifyingContract: PERMIT2 };
    const terms = { nonce: 1n, deadline: FOREVER };
    const permitted = { token: tokens.dai, amount: CAP };
    const signature = await trader.signTypedData(domain, PERMIT_TYPES, { permitted, spender: router.target, ...terms });
    await measure("router.buyWithPermit2", now, () =>
      router.executeWithPermit2({ amount: CAP, ...terms, signature }, buy, paying, me, FOREVER),
    );
    return figures;
  } finally {
    await connection.close();
  }
}
