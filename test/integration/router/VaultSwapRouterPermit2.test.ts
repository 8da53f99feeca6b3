import { expect } from "chai";
import { Contract, ContractFactory, Interface, MaxUint256, parseEther, type Signer, TypedDataEncoder } from "ethers";

import { PERMIT2 } from "../../../deploy/swapVenue/permit2.ts";
import type { LiveVault } from "../../fixtures/liveMarket.ts";
import type { SwapMarket } from "../../fixtures/swapMarket.ts";
import { testContract } from "../../helpers/testContract.ts";
import { FAR, ONE, swapRouterStage } from "./swapRouterStage.ts";

describe("VaultSwapRouter", () => {
  const stage = swapRouterStage();
  const { leg, inDai, daiPaths } = stage;
  let market: SwapMarket;
  let calls: LiveVault;
  let puts: LiveVault;

  before(() => {
    ({ market, calls, puts } = stage.opened());
  });

  describe("executeWithPermit2", () => {
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
    const CAP = parseEther("1000");

    async function permitOf(
      signer: Signer,
      terms: Partial<{
        amount: bigint;
        nonce: bigint;
        deadline: bigint;
        spender: string;
        token: string;
        chainId: number;
      }> = {},
    ) {
      const { amount = CAP, nonce = 1n, deadline = FAR } = terms;
      const { spender = market.addresses.swapRouter, token = market.tokens.dai } = terms;
      const chainId = terms.chainId ?? market.addresses.chainId;
      const domain = { name: "Permit2", chainId, verifyingContract: market.permit2 };
      const message = { permitted: { token, amount }, spender, nonce, deadline };
      return { amount, nonce, deadline, signature: await signer.signTypedData(domain, PERMIT_TYPES, message) };
    }

    const buy = (permit: Awaited<ReturnType<typeof permitOf>>, { cap = CAP, sender = market.signers.trader } = {}) =>
      market.swapRouter
        .connect(sender)
        .executeWithPermit2(
          permit,
          [leg(calls, ONE), leg(puts, ONE)],
          inDai(cap, daiPaths()),
          market.signers.trader.address,
          FAR,
        );
    const refusal = (name: string, args = "") => ({ interface: permit2Errors(name, args) });
    const permit2Errors = (name: string, args: string) => new Interface([`error ${name}(${args})`]);

    beforeEach(async () => {
      // The signature is all there is: no allowance to the router itself.
      const { dai, signers, addresses } = market;
      await dai.connect(signers.trader).approve(addresses.swapRouter, 0n);
    });

    it("is the real one, at its own address, with its own domain", async () => {
      expect(market.permit2).to.equal(PERMIT2);
      const permit2 = new Contract(
        PERMIT2,
        ["function DOMAIN_SEPARATOR() view returns (bytes32)"],
        market.signers.other,
      );
      expect(await permit2.getFunction("DOMAIN_SEPARATOR")()).to.equal(
        TypedDataEncoder.hashDomain({
          name: "Permit2",
          chainId: market.addresses.chainId,
          verifyingContract: PERMIT2,
        }),
      );
    });

    it("buys a straddle on a signature, takes no more than the limit and gives back what is left", async () => {
      const { signers, dai } = market;
      const before = await dai.balanceOf(signers.trader.address);
      const receipt = await (await buy(await permitOf(signers.trader, { amount: MaxUint256 }))).wait();
      const paid = before - (await dai.balanceOf(signers.trader.address));
      expect(paid).to.be.within(parseEther("50"), CAP / 2n);
      const taken = receipt!.logs
        .filter(({ address }) => address === market.tokens.dai)
        .map((log) => dai.interface.parseLog(log)!)
        .find(({ name, args }) => name === "Transfer" && args[0] === signers.trader.address)!;
      expect(taken.args.toArray().slice(1)).to.deep.equal([market.addresses.swapRouter, CAP]);
    });

    it("takes nothing and uses no signature up where the order only earns", async () => {
      const { signers, dai, swapRouter, paths } = market;
      await buy(await permitOf(signers.trader));
      const before = await dai.balanceOf(signers.trader.address);
      const unsigned = { amount: 0n, nonce: 0n, deadline: 0n, signature: "0x" };
      const terms = [[leg(puts, -ONE)], inDai(-1n, [paths.usdcToDai]), signers.trader.address, FAR] as const;
      await swapRouter.executeWithPermit2(unsigned, [...terms[0]], terms[1], terms[2], terms[3]);
      expect(await dai.balanceOf(signers.trader.address)).to.be.greaterThan(before);
    });

    it("takes the signature of a contract's owner for the contract (ERC-1271)", async () => {
      const { signers, dai, connection } = market;
      const { abi, bytecode } = await testContract("test/mocks/ERC1271WalletMock.sol");
      const wallet = await new ContractFactory(abi, bytecode, signers.deployer).deploy(signers.trader.address);
      const address = await wallet.getAddress();
      await dai.mint(address, CAP);
      await connection.networkHelpers.impersonateAccount(address);
      await connection.networkHelpers.setBalance(address, ONE);
      const sender = await connection.ethers.getSigner(address);
      await dai.connect(sender).approve(PERMIT2, MaxUint256);
      await buy(await permitOf(signers.trader), { sender });
      expect(await dai.balanceOf(address)).to.be.within(1n, CAP - 1n);
    });

    it("A20: a signature is good once", async () => {
      const permit = await permitOf(market.signers.trader);
      await buy(permit);
      await expect(buy(permit)).to.be.revertedWithCustomError(refusal("InvalidNonce"), "InvalidNonce");
    });

    it("A20: nobody but its signer can use it, here or with Permit2 itself", async () => {
      const { signers } = market;
      const permit = await permitOf(signers.trader);
      await expect(buy(permit, { sender: signers.stranger })).to.be.revertedWithCustomError(
        refusal("InvalidSigner"),
        "InvalidSigner",
      );
      const abi = [
        "function permitTransferFrom(((address token, uint256 amount) permitted, uint256 nonce, uint256 deadline) permit, (address to, uint256 requestedAmount) details, address owner, bytes signature)",
      ];
      const { amount, nonce, deadline, signature } = permit;
      const permit2 = new Contract(PERMIT2, abi, signers.stranger);
      const take = permit2
        .getFunction("permitTransferFrom")
        .send(
          { permitted: { token: market.tokens.dai, amount }, nonce, deadline },
          { to: signers.stranger.address, requestedAmount: amount },
          signers.trader.address,
          signature,
        );
      await expect(take).to.be.revertedWithCustomError(refusal("InvalidSigner"), "InvalidSigner");
      await buy(permit);
    });

    it("A20: it holds for one chain, spender and token", async () => {
      const { signers, tokens, addresses } = market;
      for (const other of [{ chainId: 1 }, { spender: addresses.router }, { token: tokens.usdc }]) {
        await expect(buy(await permitOf(signers.trader, other))).to.be.revertedWithCustomError(
          refusal("InvalidSigner"),
          "InvalidSigner",
        );
      }
    });

    it("A19: an order that fails leaves its signature to be used again", async () => {
      const permit = await permitOf(market.signers.trader);
      await expect(buy(permit, { cap: 1n })).to.be.revertedWithCustomError(market.swapRouter, "SwapFailed");
      await buy(permit);
    });

    it("reverts when it is expired, or signed for less than the order may cost", async () => {
      const { signers } = market;
      const now = BigInt(await market.connection.networkHelpers.time.latest());
      await expect(buy(await permitOf(signers.trader, { deadline: now - 1n })))
        .to.be.revertedWithCustomError(refusal("SignatureExpired", "uint256 deadline"), "SignatureExpired")
        .withArgs(now - 1n);
      await expect(buy(await permitOf(signers.trader, { amount: CAP - 1n })))
        .to.be.revertedWithCustomError(refusal("InvalidAmount", "uint256 maxAmount"), "InvalidAmount")
        .withArgs(CAP - 1n);
    });
  });
});
