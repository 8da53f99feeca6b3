import { expect } from "chai";
import { MaxUint256, ZeroHash, type BigNumberish } from "ethers";

import { WAITS } from "../../deploy/parameters/waits.ts";
import { fromEthers } from "../../sdk/src/ethers.ts";
import {
  allowSales,
  connect,
  ensureAllowance,
  executeOrder,
  OptionKind,
  planOrder,
  rehearseOrder,
  signPermit,
  toContractError,
  type Client,
  type OrderLeg,
} from "../../sdk/src/index.ts";
import { revertDataOf } from "../../sdk/src/rpc/revertDataOf.ts";
import { AdminTimelock__factory } from "../../typechain-types/index.ts";
import { liveMarket, type LiveMarket, type LiveVault } from "../fixtures/liveMarket.ts";

const WAD = 10n ** 18n;
/** Of the protocol, one step up from none. */
const FEE = WAD / 20n;
const CLOSE_ONLY = 2;
const DAY = 86_400;

describe("what the guide to errors says to do, done", function () {
  this.timeout(300_000);

  let market: LiveMarket;
  let restore: () => Promise<void>;
  let deadline: bigint;

  before(async () => {
    market = await liveMarket();
  });

  beforeEach(async () => {
    const snapshot = await market.connection.networkHelpers.takeSnapshot();
    restore = () => snapshot.restore();
    deadline = BigInt(await now()) + 6_000n;
  });

  afterEach(() => restore());

  after(() => market.connection.close());

  type Who = keyof LiveMarket["signers"];
  const clientOf = (who: Who): Client =>
    connect(fromEthers(market.signers[who]), market.addresses, { market: "WETH/USDC" });
  const now = (): Promise<number> => market.connection.networkHelpers.time.latest();
  const wait = (seconds: number): Promise<number> => market.connection.networkHelpers.time.increase(seconds);
  const put = (): LiveVault => market.vaults.find(({ kind }) => kind === "put")!;

  /** Requires a refusal by an error whose guide says to do that, in people's words. */
  async function refused(call: Promise<unknown>, { error, says }: { error: string; says: RegExp }): Promise<void> {
    const reason: unknown = await call.then(
      () => expect.fail(`expected ${error}, got no refusal`),
      (failure: unknown) => failure,
    );
    const data = revertDataOf(reason) ?? (reason as { data?: string }).data;
    const { errorName, action, message } = toContractError(String(data));
    expect(errorName, message).to.equal(error);
    expect(action).to.match(says);
  }

  /** One put near the money, as an order's leg. */
  async function legOf(quantity: bigint): Promise<OrderLeg> {
    const id = await market.seriesNear(put(), { expiry: market.expiries[1], price: 2_000 });
    return { vault: put().address, id, quantity, limit: quantity > 0n ? 10n ** 12n : 0n };
  }

  async function planOf(who: Who): Promise<readonly OrderLeg[]> {
    const strike = await market.strikeNear(put(), { expiry: market.expiries[1], price: 2_000 });
    const legs = [{ kind: OptionKind.Put, expiry: market.expiries[1], strike, quantity: 1 }];
    return (await planOrder(clientOf(who), { legs, trader: market.signers[who].address })).legs;
  }

  describe("tokens", () => {
    it("ERC20InsufficientAllowance: approve the token", async () => {
      const client = clientOf("other");
      const legs = await planOf("other");
      await refused(rehearseOrder(client, { legs, deadline }), {
        error: "ERC20InsufficientAllowance",
        says: /approve the token, or pass a permit/,
      });
      const token = await market.quote.getAddress();
      await ensureAllowance(client, { token, spender: market.addresses.router, amount: 10n ** 9n });
      expect((await executeOrder(client, { legs, deadline })).receipt.status).to.equal(1);
    });

    it("ERC20InsufficientAllowance: ... or pass a permit", async () => {
      const client = clientOf("other");
      const legs = await planOf("other");
      const permit = await signPermit(client, { token: await market.quote.getAddress(), value: 10n ** 9n, deadline });
      expect((await executeOrder(client, { legs, deadline, permits: [permit] })).receipt.status).to.equal(1);
    });

    it("ERC20InsufficientBalance: fund the account", async () => {
      const client = clientOf("stranger");
      const legs = await planOf("stranger");
      await market.quote.connect(market.signers.stranger).approve(market.addresses.router, MaxUint256);
      await refused(rehearseOrder(client, { legs, deadline }), {
        error: "ERC20InsufficientBalance",
        says: /fund the account, or take less/,
      });
      await market.quote.mint(market.signers.stranger.address, 10n ** 9n);
      expect((await executeOrder(client, { legs, deadline })).receipt.status).to.equal(1);
    });

    it("ERC2612ExpiredSignature and ERC2612InvalidSigner: sign again", async () => {
      const client = clientOf("other");
      const token = await market.quote.getAddress();
      const { other, stranger } = market.signers;
      const { v, r, s } = await signPermit(client, { token, value: 5n, deadline });
      const { router } = market.addresses;
      const permit = (value: BigNumberish, until: bigint, parts: { v: number; r: string; s: string }) =>
        market.quote.connect(stranger).permit(other.address, router, value, until, parts.v, parts.r, parts.s);
      await refused(permit(6n, deadline, { v, r, s }), {
        error: "ERC2612InvalidSigner",
        says: /sign again as the owner, with signPermit/,
      });
      await wait(6_001);
      await refused(permit(5n, deadline, { v, r, s }), {
        error: "ERC2612ExpiredSignature",
        says: /sign again with a later deadline/,
      });
      const later = deadline + 6_000n;
      const again = await signPermit(client, { token, value: 6n, deadline: later });
      await permit(6n, later, again);
      expect(await market.quote.allowance(other.address, router)).to.equal(6n);
      // Good once: the same again is of another nonce.
      await refused(permit(6n, later, again), { error: "ERC2612InvalidSigner", says: /sign again/ });
    });

    it("ERC6909InsufficientAllowance: allowSales; ERC6909InsufficientBalance: sell no more than is held", async () => {
      const client = clientOf("other");
      const { router } = market.addresses;
      await market.quote.connect(market.signers.other).approve(router, MaxUint256);
      // Somebody else holds some as well: the vault could take back two.
      for (const who of [client, clientOf("trader")]) await executeOrder(who, { legs: [await legOf(WAD)], deadline });
      const sale = await legOf(-WAD);
      await refused(rehearseOrder(client, { legs: [sale], deadline }), {
        error: "ERC6909InsufficientAllowance",
        says: /call setOperator on the vault's option token: allowSales does/,
      });
      await allowSales(client, { vault: put().address });
      await refused(rehearseOrder(client, { legs: [{ ...sale, quantity: -2n * WAD }], deadline }), {
        error: "ERC6909InsufficientBalance",
        says: /sell no more than is held/,
      });
      expect((await executeOrder(client, { legs: [sale], deadline })).receipt.status).to.equal(1);
    });

    it("NotEnoughFreeCollateral: withdraw less now", async () => {
      const { provider } = market.signers;
      const vault = put().contract.connect(provider);
      const withdraw = (assets: bigint) =>
        vault["withdraw(uint256,address,address)"](assets, provider.address, provider.address);
      const most = await vault.maxWithdraw(provider.address);
      await refused(withdraw(2n * most), { error: "NotEnoughFreeCollateral", says: /withdraw less now/ });
      await withdraw(most / 2n);
      expect(await vault.maxWithdraw(provider.address)).to.be.below(most);
    });
  });

  describe("governance", () => {
    const act = () => {
      const { contract, address } = put();
      return { target: address, data: contract.interface.encodeFunctionData("setProtocolFee", [FEE]) };
    };
    const fee = (): Promise<bigint> => put().contract.protocolFee();

    it("AccessManagedUnauthorized: schedule the call as governor, or call as guardian where it tightens", async () => {
      const { stranger, guardian } = market.signers;
      const says = /schedule the call as governor, or call as guardian where it tightens/;
      const error = "AccessManagedUnauthorized";
      await refused(put().contract.connect(stranger).tighten(CLOSE_ONLY), { error, says });
      await put().contract.connect(guardian).tighten(CLOSE_ONLY);
      await refused(put().contract.connect(guardian).setProtocolFee(FEE), { error, says });
      const { target, data } = act();
      await market.manager.schedule(target, data, 0);
      await wait(WAITS.governorDelay);
      await market.manager.execute(target, data);
      expect(await fee()).to.equal(FEE);
    });

    it("AccessManagerNotScheduled, AlreadyScheduled, NotReady and Expired: schedule it, wait, and do it in time", async () => {
      const { manager } = market;
      const { target, data } = act();
      const { governor } = market.signers;
      await refused(put().contract.connect(governor).setProtocolFee(FEE), {
        error: "AccessManagerNotScheduled",
        says: /schedule it first/,
      });
      await manager.schedule(target, data, 0);
      await refused(manager.schedule(target, data, 0), {
        error: "AccessManagerAlreadyScheduled",
        says: /execute or cancel that one first/,
      });
      await refused(manager.execute(target, data), {
        error: "AccessManagerNotReady",
        says: /execute it once it is due: getSchedule tells when/,
      });
      const due = await manager.getSchedule(await manager.hashOperation(governor.address, target, data));
      expect(due).to.be.above(0n);
      await wait(30 * DAY);
      await refused(manager.execute(target, data), { error: "AccessManagerExpired", says: /schedule it again/ });
      await manager.schedule(target, data, 0);
      const again = await manager.getSchedule(await manager.hashOperation(governor.address, target, data));
      await market.connection.networkHelpers.time.increaseTo(again);
      await manager.execute(target, data);
      expect(await fee()).to.equal(FEE);
    });

    it("RampTooSteep: go there in several steps", async () => {
      const { manager } = market;
      const { target } = act();
      const dataOf = (share: bigint) => put().contract.interface.encodeFunctionData("setProtocolFee", [share]);
      for (const share of [2n * FEE, FEE]) {
        await manager.schedule(target, dataOf(share), 0);
        await wait(WAITS.governorDelay);
        if (share === FEE) await manager.execute(target, dataOf(share));
        else {
          await refused(manager.execute(target, dataOf(share)), {
            error: "RampTooSteep",
            says: /the protocol's fee up by 0\.05 at a time/,
          });
        }
      }
      // What was refused lapses a week after it was due, when the next step may begin.
      await wait(7 * DAY);
      await manager.schedule(target, dataOf(2n * FEE), 0);
      await wait(WAITS.governorDelay);
      await manager.execute(target, dataOf(2n * FEE));
      expect(await fee()).to.equal(2n * FEE);
    });

    it("AccessManagerUnauthorizedCall and UnauthorizedCancel: have who has the role do it", async () => {
      const { manager } = market;
      const { target, data } = act();
      const { governor, guardian, stranger } = market.signers;
      await refused(manager.connect(stranger).schedule(target, data, 0), {
        error: "AccessManagerUnauthorizedCall",
        says: /have an account with the role call it/,
      });
      await manager.connect(governor).schedule(target, data, 0);
      await refused(manager.connect(stranger).cancel(governor.address, target, data), {
        error: "AccessManagerUnauthorizedCancel",
        says: /cancel as one of them/,
      });
      await manager.connect(guardian).cancel(governor.address, target, data);
      expect(await manager.getSchedule(await manager.hashOperation(governor.address, target, data))).to.equal(0n);
    });

    it("of the timelock: propose as the governor, far enough ahead, and execute what is due", async () => {
      const { governor, stranger } = market.signers;
      const timelock = AdminTimelock__factory.connect(market.addresses.adminTimelock, governor);
      const target = await market.manager.getAddress();
      const data = market.manager.interface.encodeFunctionData("labelRole", [77n, "KEEPER"]);
      const schedule = (who: typeof governor, delay: number) =>
        timelock.connect(who).schedule(target, 0, data, ZeroHash, ZeroHash, delay);
      const execute = () => timelock.connect(stranger).execute(target, 0, data, ZeroHash, ZeroHash);
      await refused(schedule(stranger, WAITS.adminDelay), {
        error: "AccessControlUnauthorizedAccount",
        says: /propose as the governor; anyone may execute what is due/,
      });
      await refused(schedule(governor, DAY), { error: "TimelockInsufficientDelay", says: /schedule it further ahead/ });
      await schedule(governor, WAITS.adminDelay);
      await refused(execute(), {
        error: "TimelockUnexpectedOperationState",
        says: /look at getOperationState: it may be waiting, done or unknown/,
      });
      const operation = await timelock.hashOperation(target, 0, data, ZeroHash, ZeroHash);
      expect(await timelock.getOperationState(operation)).to.equal(1n);
      await wait(WAITS.adminDelay);
      await execute();
      expect(await timelock.getOperationState(operation)).to.equal(3n);
    });
  });
});
