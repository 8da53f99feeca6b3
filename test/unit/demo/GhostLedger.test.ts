import { expect } from "chai";

import { GhostLedger, UnexplainedTransfer, type LogEntry } from "../../../scripts/demo/GhostLedger.ts";
import { IOptionVault__factory } from "../../../typechain-types/index.ts";

const address = (digit: string) => `0x${digit.repeat(40)}`;
const [VAULT, TOKEN, USER] = [address("a"), address("b"), address("c")] as const;
const ID = 5n;

describe("demo: ghost ledger (I4)", () => {
  const events = IOptionVault__factory.createInterface();
  let ledger: GhostLedger;

  beforeEach(() => {
    ledger = new GhostLedger([{ address: VAULT, collateral: TOKEN }]);
  });

  function transfer(from: string, to: string, amount: bigint): LogEntry {
    return { address: TOKEN, ...events.encodeEventLog("Transfer", [from, to, amount]) };
  }
  function deposited(assets: bigint): LogEntry {
    return { address: VAULT, ...events.encodeEventLog("Deposit", [USER, USER, assets, 1n]) };
  }
  function bought(premium: bigint): LogEntry {
    return { address: VAULT, ...events.encodeEventLog("OptionsBought", [ID, USER, USER, 1n, premium, 0n]) };
  }
  function redeemed(payout: bigint): LogEntry {
    return { address: VAULT, ...events.encodeEventLog("OptionsRedeemed", [ID, USER, USER, 1n, payout]) };
  }

  it("adds what came in and takes off what went out, by reason", () => {
    ledger.record([transfer(USER, VAULT, 100n), deposited(100n)]);
    ledger.record([transfer(USER, VAULT, 7n), bought(7n)]);
    ledger.record([transfer(VAULT, USER, 30n), redeemed(30n)]);
    expect(ledger.heldOf(VAULT)).to.equal(77n);
    expect(ledger.balanceOf(VAULT)).to.equal(77n);
    expect(ledger.flowsOf(VAULT)).to.include({ deposits: 100n, premiums: 7n, redemptions: 30n, donations: 0n });
    expect(ledger.seriesOf(VAULT)).to.deep.equal([ID]);
  });

  it("counts what an order of several legs came to, beside its legs' own parts", () => {
    const marked = (): LogEntry => ({
      address: VAULT,
      ...events.encodeEventLog("BookMarked", [0n, 0n, 0n, 0n, 0n, 0n]),
    });
    const traded = (premium: bigint): LogEntry => ({
      address: VAULT,
      ...events.encodeEventLog("OrderTraded", [USER, USER, premium, 0n]),
    });
    const sold = (payout: bigint): LogEntry => ({
      address: VAULT,
      ...events.encodeEventLog("OptionsSold", [ID, USER, USER, 1n, payout, 0n]),
    });
    ledger.record([transfer(USER, VAULT, 100n), deposited(100n)]);
    // Alone first, then two legs that cost 7 by themselves and 9 together.
    ledger.record([marked(), bought(5n), transfer(USER, VAULT, 5n)]);
    ledger.record([marked(), bought(20n), sold(13n), traded(9n), transfer(USER, VAULT, 9n)]);
    expect(ledger.heldOf(VAULT)).to.equal(114n);
    expect(ledger.flowsOf(VAULT)).to.include({ premiums: 27n, payouts: 13n });
    // And two that bring in more together.
    ledger.record([marked(), bought(20n), sold(33n), traded(-11n), transfer(VAULT, USER, 11n)]);
    expect(ledger.heldOf(VAULT)).to.equal(103n);
  });

  it("knows of which series options are still held: bought, less sold back and redeemed", () => {
    const sold = (): LogEntry => ({
      address: VAULT,
      ...events.encodeEventLog("OptionsSold", [ID, USER, USER, 1n, 0n, 0n]),
    });
    ledger.record([bought(0n), bought(0n), bought(0n), sold(), redeemed(0n)]);
    expect(ledger.heldSeriesOf(VAULT)).to.deep.equal([ID]);
    ledger.record([redeemed(0n)]);
    expect(ledger.heldSeriesOf(VAULT)).to.deep.equal([]);
    expect(ledger.seriesOf(VAULT)).to.deep.equal([ID]);
  });

  it("counts tokens that nobody accounts for as a donation: in the balance, not in what is held", () => {
    ledger.record([transfer(USER, VAULT, 9n)]);
    expect(ledger.heldOf(VAULT)).to.equal(0n);
    expect(ledger.balanceOf(VAULT)).to.equal(9n);
  });

  it("counts a guaranteed exit once, though the vault reports a withdrawal too", () => {
    ledger.record([transfer(USER, VAULT, 10n), deposited(10n)]);
    const exit = events.encodeEventLog("GuaranteedExit", [USER, USER, 1n, 4n]);
    const withdrawal = events.encodeEventLog("Withdraw", [USER, USER, USER, 4n, 1n]);
    ledger.record([{ address: VAULT, ...exit }, { address: VAULT, ...withdrawal }, transfer(VAULT, USER, 4n)]);
    expect(ledger.heldOf(VAULT)).to.equal(6n);
    expect(ledger.flowsOf(VAULT)).to.include({ withdrawals: 0n, guaranteedExits: 4n });
  });

  it("counts an exit by the queue when it is claimed: until then the vault holds it", () => {
    ledger.record([transfer(USER, VAULT, 10n), deposited(10n)]);
    ledger.record([{ address: VAULT, ...events.encodeEventLog("RedeemFilled", [3n, 6n]) }]);
    expect(ledger.heldOf(VAULT)).to.equal(10n);
    const released = events.encodeEventLog("EscrowReleased", [USER, 6n]);
    ledger.record([{ address: VAULT, ...released }, transfer(VAULT, USER, 6n)]);
    expect(ledger.heldOf(VAULT)).to.equal(4n);
    expect(ledger.flowsOf(VAULT)).to.include({ queuedExits: 6n });
  });

  it("refuses an event without its tokens, and tokens that leave without an event", () => {
    expect(() => ledger.record([deposited(100n)])).to.throw(UnexplainedTransfer);
    expect(() => ledger.record([transfer(VAULT, USER, 1n)])).to.throw(UnexplainedTransfer);
  });

  it("knows addresses in any case, and heeds no other vault and no other token", () => {
    ledger.record([
      { ...transfer(USER, VAULT, 5n), address: TOKEN.toUpperCase().replace("0X", "0x") },
      { ...deposited(5n), address: VAULT.toUpperCase().replace("0X", "0x") },
      { ...transfer(USER, VAULT, 3n), address: address("d") },
      { ...deposited(3n), address: address("e") },
    ]);
    expect(ledger.heldOf(VAULT)).to.equal(5n);
  });
});
