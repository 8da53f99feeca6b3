import { expect } from "chai";
import { ContractFactory, MaxUint256 } from "ethers";

import type { VaultRouter } from "../../../typechain-types/index.ts";
import type { LiveMarket, LiveVault } from "../../fixtures/liveMarket.ts";
import { testContract } from "../../helpers/testContract.ts";
import { FAR, ONE, routerStage, type Leg } from "./routerStage.ts";

describe("VaultRouter", () => {
  const stage = routerStage();
  const { expectRouterEmpty, leg, execute } = stage;
  let market: LiveMarket;
  let callVaults: LiveVault[];
  let callId: bigint;

  before(() => {
    ({ market, callVaults, callId } = stage.opened());
  });

  describe("attacks", () => {
    it("A17: an allowance to the router is of use to its giver only", async () => {
      const { router, signers, underlying, addresses } = market;
      await underlying.connect(signers.other).approve(addresses.router, MaxUint256);
      const before = await underlying.balanceOf(signers.other.address);
      const order = [leg(callVaults[0]!, { id: callId, quantity: ONE })];
      await expect(
        router.connect(signers.stranger).execute(order, [], signers.stranger.address, FAR),
      ).to.be.revertedWithCustomError(underlying, "ERC20InsufficientAllowance");
      expect(await underlying.balanceOf(signers.other.address)).to.equal(before);
    });

    it("A17: options of a trader who made it operator are sold by nobody else", async () => {
      const { router, signers } = market;
      const vault = callVaults[0]!;
      await execute([leg(vault, { id: callId, quantity: ONE })]);
      const order = [leg(vault, { id: callId, quantity: -ONE })];
      await expect(router.connect(signers.stranger).execute(order, [], signers.stranger.address, FAR)).to.be.revert(
        market.connection.ethers,
      );
      expect(await vault.options.balanceOf(signers.trader.address, callId)).to.equal(ONE);
    });

    it("A17: nobody is paid outside an order, not even a vault", async () => {
      const { router, signers, connection } = market;
      const vault = callVaults[0]!.address;
      await expect(router.connect(signers.stranger).onPremiumDue(1n, "0x"))
        .to.be.revertedWithCustomError(router, "NotPaying")
        .withArgs(signers.stranger.address);
      const { networkHelpers, ethers } = connection;
      await networkHelpers.impersonateAccount(vault);
      await networkHelpers.setBalance(vault, ONE);
      await expect(router.connect(await ethers.getSigner(vault)).onPremiumDue(1n, "0x"))
        .to.be.revertedWithCustomError(router, "NotPaying")
        .withArgs(vault);
    });

    it("A16: it takes no native coin", async () => {
      const { signers, addresses } = market;
      const send = signers.trader.sendTransaction({ to: addresses.router, value: 1n });
      await expect(send).to.be.revert(market.connection.ethers);
      const { data } = await market.router.execute.populateTransaction([], [], signers.trader.address, FAR);
      const call = signers.trader.sendTransaction({ to: addresses.router, value: 1n, data });
      await expect(call).to.be.revert(market.connection.ethers);
    });

    describe("by a vault that the factory let in", () => {
      const MODES = {
        Honest: 0,
        AskTwice: 1,
        Understate: 2,
        AskLater: 3,
        Reenter: 4,
        SwitchToken: 5,
        Bomb: 6,
      } as const;
      const PRICE = 1_000n;
      let hostile: string;
      let router: VaultRouter;

      const deployHostile = async (mode: keyof typeof MODES) => {
        const { abi, bytecode } = await testContract("test/mocks/HostileVault.sol");
        const factory = new ContractFactory(abi, bytecode, market.signers.deployer);
        const vault = await factory.deploy(market.places.underlying.address, market.places.quote.address, PRICE);
        await vault.getFunction("setMode").send(MODES[mode]);
        return vault;
      };

      const setUp = async (mode: keyof typeof MODES): Promise<void> => {
        const { signers, underlying, quote } = market;
        hostile = await (await deployHostile(mode)).getAddress();
        router = await market.connection.ethers.deployContract("VaultRouter", [hostile], signers.trader);
        for (const token of [underlying, quote]) await token.connect(signers.trader).approve(router, MaxUint256);
      };

      const buy = (limit = MaxUint256): Leg => ({ vault: hostile, id: 1n, quantity: 1n, limit });
      const run = (legs: Leg[]) => router.execute(legs, [], market.signers.trader.address, FAR);

      it("works where it is honest", async () => {
        await setUp("Honest");
        await expect(run([buy()])).to.changeTokenBalance(market.connection.ethers, market.underlying, hostile, PRICE);
        await expectRouterEmpty(await router.getAddress());
      });

      it("A18: it is not paid twice", async () => {
        await setUp("AskTwice");
        await expect(run([buy()])).to.be.revertedWithCustomError(router, "NotPaying");
      });

      it("A18: what it took counts against the limit, not what it says it took", async () => {
        await setUp("Understate");
        await expect(run([buy(PRICE - 1n)]))
          .to.be.revertedWithCustomError(router, "LegLimitMissed")
          .withArgs(0, PRICE, PRICE - 1n);
      });

      it("A18: its right to be paid ends with its leg", async () => {
        await setUp("AskLater");
        // The first one does not ask in its turn; during the second's it does.
        const second = await deployHostile("Honest");
        await second.getFunction("setAccomplice").send(hostile);
        await expect(run([buy(), { ...buy(), vault: await second.getAddress() }]))
          .to.be.revertedWithCustomError(router, "NotPaying")
          .withArgs(hostile);
      });

      it("A7: it cannot enter again while an order runs", async () => {
        await setUp("Reenter");
        await expect(run([buy()])).to.be.revertedWithCustomError(router, "ReentrancyGuardReentrantCall");
      });

      it("A18: it cannot change the token it is paid in between check and payment", async () => {
        await setUp("SwitchToken");
        await expect(run([buy()])).to.changeTokenBalance(market.connection.ethers, market.underlying, hostile, PRICE);
        expect(await market.quote.balanceOf(hostile)).to.equal(0n);
      });

      it("A26: a reverting one stops its own order and nothing else", async () => {
        await setUp("Bomb");
        await expect(run([buy()])).to.be.revert(market.connection.ethers);
        await execute([leg(callVaults[0]!, { id: callId, quantity: ONE })]);
      });
    });

    it("A18: a look-alike that no factory made is refused before it is asked anything", async () => {
      const { signers, router } = market;
      const { abi, bytecode } = await testContract("test/mocks/HostileVault.sol");
      const vault = await new ContractFactory(abi, bytecode, signers.deployer).deploy(
        market.places.underlying.address,
        market.places.quote.address,
        1n,
      );
      const address = await vault.getAddress();
      await expect(execute([{ vault: address, id: callId, quantity: ONE, limit: MaxUint256 }]))
        .to.be.revertedWithCustomError(router, "UnknownVault")
        .withArgs(address);
    });
  });
});
