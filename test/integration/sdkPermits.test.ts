import { expect } from "chai";
import { ContractFactory, MaxUint256, TypedDataEncoder, parseUnits, type Signer } from "ethers";

import {
  connect,
  ensureAllowance,
  executeOrder,
  explainError,
  OptionKind,
  optionChain,
  permitDomain,
  PermitError,
  planOrder,
  signPermit,
  type Client,
} from "../../sdk/src/index.ts";
import { fromEthers } from "../../sdk/src/ethers.ts";
import { liveMarket, type LiveMarket } from "../fixtures/liveMarket.ts";
import { testContract } from "../helpers/testContract.ts";

const MOCKS = "test/mocks/PermitTokens.sol";
/** As in `LegacyPermitToken`. */
const DOMAINS = {
  VersionTwo: 0,
  VersionTwoUnsaid: 1,
  VersionOneUnsaid: 2,
  NoVersion: 3,
  ChainInSalt: 4,
  Unusual: 5,
} as const;
const VALUE = parseUnits("5000", 6);

describe("SDK: permits and allowances of tokens as they are", function () {
  this.timeout(300_000);

  let market: LiveMarket;
  let client: Client;
  let buyer: string;
  let deadline: bigint;
  /** How often the buyer was asked for a signature. */
  let signatures: number;
  let restore: () => Promise<void>;

  before(async () => {
    market = await liveMarket();
    buyer = market.signers.other.address;
    client = connect(fromEthers(counting(market.signers.other)), market.addresses, { market: "WETH/USDC" });
    deadline = BigInt(await market.connection.networkHelpers.time.latest()) + 6_000n;
  });

  beforeEach(async () => {
    signatures = 0;
    const snapshot = await market.connection.networkHelpers.takeSnapshot();
    restore = () => snapshot.restore();
  });

  afterEach(() => restore());
  after(() => market.connection.close());

  function counting<S extends Signer>(signer: S): S {
    return new Proxy(signer, {
      get(target, property) {
        const value: unknown = Reflect.get(target, property, target);
        if (typeof value !== "function") return value;
        if (property === "signTypedData") signatures += 1;
        return (value as (...args: unknown[]) => unknown).bind(target);
      },
    });
  }

  async function deploy(name: string, args: readonly unknown[] = []): Promise<string> {
    const { abi, bytecode } = await testContract(MOCKS, name);
    const contract = await new ContractFactory(abi, bytecode, market.signers.deployer).deploy(...args);
    await contract.waitForDeployment();
    return contract.getAddress();
  }

  /** Puts a token's code where the market's quote token is; its balances stay. */
  async function replaceQuote(name: string, args: readonly unknown[] = []): Promise<string> {
    const { ethers, networkHelpers } = market.connection;
    const { address } = market.places.quote;
    await networkHelpers.setCode(address, await ethers.provider.getCode(await deploy(name, args)));
    return address;
  }

  const signed = (token: string, change: Partial<Parameters<typeof signPermit>[1]> = {}) =>
    signPermit(client, { token, value: VALUE, deadline, ...change });

  async function refusal(call: Promise<unknown>): Promise<{ error: unknown; message: string }> {
    const error: unknown = await call.then(
      () => expect.fail("expected a refusal"),
      (reason: unknown) => reason,
    );
    return { error, message: explainError(error) };
  }

  /** Buys a put with a permit and no allowance. */
  async function buyByPermit(token: string): Promise<bigint> {
    const rows = await optionChain(client, { expiry: BigInt(market.expiries[1]) });
    const row = rows.find(({ kind, ask }) => kind === OptionKind.Put && ask !== undefined);
    if (row === undefined) throw new Error("expected a put on sale, got none");
    const { kind, expiry, strike } = row;
    const legs = [{ kind, expiry: Number(expiry), strike, quantity: "1.1" }];
    const plan = await planOrder(client, { legs, trader: buyer });
    const { premiums } = await executeOrder(client, { legs: plan.legs, deadline, permits: [await signed(token)] });
    return premiums.reduce((sum, { premium }) => sum + premium, 0n);
  }

  describe("a permit", () => {
    for (const domain of ["VersionTwo", "VersionTwoUnsaid", "VersionOneUnsaid", "NoVersion", "ChainInSalt"] as const) {
      it(`pays where the token signs under ${domain}, which it says by its DOMAIN_SEPARATOR alone`, async () => {
        const token = await replaceQuote("LegacyPermitToken", [DOMAINS[domain]]);
        const before = await market.quote.balanceOf(buyer);
        expect(await market.quote.allowance(buyer, market.addresses.router)).to.equal(0n);
        const paid = await buyByPermit(token);
        expect(paid).to.be.above(0n);
        expect(before - (await market.quote.balanceOf(buyer))).to.be.closeTo(paid, paid / 1_000n + 1n);
      });
    }

    it("pays where the token states its domain by ERC-5267", async () => {
      const token = market.places.quote.address;
      expect(TypedDataEncoder.hashDomain(await permitDomain(client, { token }))).to.equal(
        await market.quote.DOMAIN_SEPARATOR(),
      );
      expect(await buyByPermit(token)).to.be.above(0n);
    });

    it("is refused before it is signed where no usual domain is the token's", async () => {
      const token = await deploy("LegacyPermitToken", [DOMAINS.Unusual]);
      const { error, message } = await refusal(signed(token));
      expect(error).to.be.instanceOf(PermitError).and.include({ token });
      expect(message).to.match(
        /^expected a token that says what its permits are signed under, got 0x\w+ with DOMAIN_SEPARATOR\(\) 0x\w{64}, which no usual domain of chain 31337 has: approve it with ensureAllowance, or pay through the swap router with signPermit2$/,
      );
      expect(signatures).to.equal(0);
    });

    it("is refused before it is signed where it is of DAI's form, which the router cannot pass on", async () => {
      const { error, message } = await refusal(signed(await deploy("DaiLikeToken")));
      expect(error).to.be.instanceOf(PermitError);
      expect(message).to.match(
        /^expected a token with permits by ERC-2612, got 0x\w+, whose permits are of DAI's form \(nonce, expiry, allowed\), which the router cannot pass on: approve it/,
      );
      expect(signatures).to.equal(0);
    });

    it("is refused before it is signed where the token has none, and where it has a fallback that takes every call", async () => {
      for (const token of [await deploy("SilentToken"), await deploy("ResetFirstToken"), market.addresses.router]) {
        const { error, message } = await refusal(signed(token));
        expect(error).to.be.instanceOf(PermitError);
        expect(message).to.match(/got 0x\w+, which has no nonces\(owner\): approve it/);
      }
      expect(signatures).to.equal(0);
    });

    it("is refused before it is signed where the token states another's domain", async () => {
      const token = await deploy("BorrowedDomainToken", [market.places.quote.address]);
      expect((await refusal(signed(token))).message).to.match(/got 0x\w+ with another's domain: approve it/);
      expect(signatures).to.equal(0);
    });

    it("is refused by what the token says of it, where it fits and is still not taken", async () => {
      // Stated of itself, and never taken.
      const itself = market.connection.ethers.getCreateAddress({
        from: market.signers.deployer.address,
        nonce: await market.signers.deployer.getNonce(),
      });
      const token = await deploy("BorrowedDomainToken", [itself]);
      expect(token).to.equal(itself);
      const { error, message } = await refusal(signed(token));
      expect(error).to.be.instanceOf(PermitError);
      expect(message).to.match(/^expected a permit that 0x\w+ takes, got its refusal \(.+\): approve it/);
      const late = await refusal(signed(market.places.quote.address, { deadline: 1n }));
      expect(late.message).to.match(/got its refusal \(ERC2612ExpiredSignature/);
    });

    it("is refused before it is signed where its value is negative or its deadline in milliseconds", async () => {
      const token = market.places.quote.address;
      expect((await refusal(signed(token, { value: -1n }))).message).to.match(
        /^expected a value of zero or more, got -1/,
      );
      expect((await refusal(signed(token, { deadline: deadline * 1_000n }))).message).to.match(/unix seconds, got \d+/);
      expect(signatures).to.equal(0);
    });
  });

  describe("an allowance", () => {
    const spender = () => market.addresses.router;

    async function raised(token: string): Promise<{ sent: number; allowance: bigint }> {
      const before = await market.signers.other.getNonce();
      await ensureAllowance(client, { token, spender: spender(), amount: VALUE });
      const sent = (await market.signers.other.getNonce()) - before;
      return {
        sent,
        allowance: (await market.quote.attach(token).getFunction("allowance")(buyer, spender())) as bigint,
      };
    }

    it("is set to zero first where the token replaces no other", async () => {
      const token = await deploy("ResetFirstToken");
      expect(await raised(token)).to.deep.equal({ sent: 1, allowance: VALUE });
      await ensureAllowance(client, { token, spender: spender(), amount: VALUE * 2n });
      expect(await raised(token)).to.deep.equal({ sent: 0, allowance: VALUE * 2n });
      const { sent } = await (async () => {
        const before = await market.signers.other.getNonce();
        await ensureAllowance(client, { token, spender: spender(), amount: MaxUint256 });
        return { sent: (await market.signers.other.getNonce()) - before };
      })();
      expect(sent).to.equal(2);
    });

    it("is replaced in one transaction where the token lets it be", async () => {
      const token = market.places.quote.address;
      await market.quote.connect(market.signers.other).approve(spender(), 1n);
      expect(await raised(token)).to.deep.equal({ sent: 1, allowance: VALUE });
    });

    it("is refused by name where the token says yes and allows nothing", async () => {
      const call = ensureAllowance(client, { token: await deploy("DeafToken"), spender: spender(), amount: VALUE });
      expect((await refusal(call)).message).to.match(/^expected an allowance of [\d.]+ \S+ to 0x\w+ .*, got 0 \S+: /);
    });
  });
});
