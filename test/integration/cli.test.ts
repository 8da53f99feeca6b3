import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { expect } from "chai";
import { encryptKeystoreJson, parseUnits, toQuantity, Wallet } from "ethers";

import { ACCOUNTS } from "../../scripts/node/accounts.ts";
import {
  DevToken__factory,
  IOptionVault__factory,
  OptionToken__factory,
  VaultRouter__factory,
} from "../../typechain-types/index.ts";
import { localNode, type LocalNode } from "../fixtures/localNode.ts";
import { buildCli, runCli, startCli, type CliResult } from "../helpers/runCli.ts";

const DAY = 86_400;
/** Before the half hour over which an expiry's price is averaged. */
const BEFORE_WINDOW = 40 * 60;
const NOBODY = "0x000000000000000000000000000000000000dEaD";
/** Scrypt as quick as a test wants it; a wallet's own takes a second. */
const QUICK = { scrypt: { N: 1_024 } };

describe("bulkhead on the command line", function () {
  this.timeout(240_000);

  let node: LocalNode;
  let folder: string;
  let environment: Record<string, string>;
  /** The two puts of the next expiry that are nearest to the money. */
  let strike: string;
  let other: string;
  let expiry: number;

  const run = async (...args: string[]): Promise<CliResult> => runCli(args, environment);
  const runs = async (...commands: string[][]): Promise<CliResult[]> =>
    Promise.all(commands.map(async (args) => runCli(args, environment)));
  const vaultOf = (kind: "call" | "put") => node.market.vaults.find((vault) => vault.kind === kind)!;
  const token = (kind: "call" | "put") =>
    DevToken__factory.connect(
      kind === "call" ? node.market.underlying.address : node.market.quote.address,
      node.provider,
    );
  const withoutKey = (): Record<string, string> =>
    Object.fromEntries(Object.entries(environment).filter(([name]) => name !== "BULKHEAD_PRIVATE_KEY"));
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  };

  /** Requires that a command succeeded and sent something; what it said of it. */
  function sent({ code, stderr, records }: CliResult): Record<string, unknown> {
    expect(stderr).to.equal("");
    expect(code).to.equal(0);
    expect(records.at(-1)!.transactions).to.not.have.lengthOf(0);
    return records.at(-1)!;
  }

  /** Requires a refusal in one line, and nothing on stdout. */
  function refused(result: CliResult, { code, says }: { code: number; says: RegExp }): void {
    expect(result.stderr).to.match(says);
    expect(result.stderr.trim().split("\n")).to.have.lengthOf(1);
    expect(result.stderr).to.match(/^bulkhead: .*expected .+, got .+: .+/);
    expect(result.stdout).to.equal("");
    expect(result.code).to.equal(code);
  }

  /** The options held of the put that is traded here, over all vaults, WAD. */
  async function held(): Promise<bigint> {
    const id = (BigInt(expiry) << 128n) | parseUnits(strike, 18);
    const balances = node.market.vaults
      .filter(({ kind }) => kind === "put")
      .map(async ({ optionToken }) =>
        OptionToken__factory.connect(optionToken, node.provider).balanceOf(node.user, id),
      );
    return (await Promise.all(balances)).reduce((sum, balance) => sum + balance, 0n);
  }

  async function passTo(time: number): Promise<void> {
    await node.provider.send("evm_setNextBlockTimestamp", [toQuantity(time)]);
    await node.provider.send("evm_mine", []);
  }

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "bulkhead-cli-"));
    [node] = await Promise.all([localNode({ name: "local-cli" }), buildCli()]);
    environment = {
      BULKHEAD_RPC_URL: node.url,
      BULKHEAD_DEPLOYMENT: "local-cli",
      BULKHEAD_PRIVATE_KEY: node.user.privateKey,
    };
    const { records } = await run("chain", "--expiry", "next", "--kind", "put", "--json");
    const nearest = records
      .filter(({ ask }) => ask !== null)
      .sort((one, next) => Math.abs(Number(one.delta) + 0.5) - Math.abs(Number(next.delta) + 0.5));
    [strike, other, expiry] = [String(nearest[0]!.strike), String(nearest[1]!.strike), Number(nearest[0]!.expiry)];
  });

  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await node.close();
  });

  describe("looking", () => {
    it("shows markets, expiries, surface, risk and quotes, as tables and as JSON lines", async () => {
      const [markets, tables, expiries, surface, risk, quote] = (await runs(
        ["markets", "--json"],
        ["markets"],
        ["expiries", "--json"],
        ["surface", "--json"],
        ["risk", "--json"],
        ["quote", "p", String(expiry), strike, "2", "--json"],
      )) as [CliResult, CliResult, CliResult, CliResult, CliResult, CliResult];
      expect(markets.records.map(({ vault }) => vault)).to.deep.equal(node.market.vaults.map(({ symbol }) => symbol));
      expect(markets.records.every(({ state, spot }) => state === "open" && spot === 2_000)).to.equal(true);
      expect(tables.stdout).to.contain(node.market.vaults[0]!.symbol);
      // eslint-disable-next-line no-control-regex -- nobody asked for colours
      expect(tables.stdout).to.not.match(/\u001b/);
      expect(expiries.records.map((row) => [row.state, row.market])).to.deep.include(["trades", node.market.name]);
      expect(expiries.records[0]!.expiry).to.equal(expiry);
      expect(surface.records[0]).to.include({ state: "fresh", expiry });
      expect(risk.records.every(({ solvent }) => solvent === true)).to.equal(true);
      const parts = quote.records[0]!.parts as { quantity: string; amount: string }[];
      const sum = parts.reduce((total, { amount }) => total + parseUnits(amount, 6), 0n);
      expect(sum).to.equal(parseUnits(String(quote.records[0]!.total), 6));
    });

    it("refuses what is not there, with what is", async () => {
      const [unlisted, past, nobody, mistyped, option, kind] = (await runs(
        ["quote", "put", "next", "1"],
        ["quote", "put", "27JUN25", strike],
        ["withdraw", "nothing", "1", "--dry-run"],
        ["markts"],
        ["markets", "--jsn"],
        ["buy", "puts!", "next", strike, "1", "--dry-run"],
      )) as [CliResult, CliResult, CliResult, CliResult, CliResult, CliResult];
      refused(unlisted, { code: 2, says: new RegExp(`listed \\(.*${strike}.*\\), got 1:`) });
      refused(past, { code: 2, says: /a live expiry of WETH\/USDC \(20.*\), got 2025-06-27/ });
      refused(nobody, { code: 2, says: new RegExp(vaultOf("put").symbol) });
      refused(mistyped, { code: 2, says: /did you mean markets\?/ });
      refused(option, { code: 2, says: /did you mean --json\?/ });
      refused(kind, { code: 2, says: /call or put, C or P/ });
    });

    it("decodes revert data", async () => {
      const data = VaultRouter__factory.createInterface().encodeErrorResult("DeadlinePassed", [1n, 2n]);
      const [known, json, none] = (await runs(["errors", data], ["errors", data, "--json"], ["errors", "0x12"])) as [
        CliResult,
        CliResult,
        CliResult,
      ];
      expect(known.code).to.equal(0);
      expect(known.stdout).to.match(/DeadlinePassed[\s\S]*later deadline/);
      expect(json.records[0]).to.include({ error: "DeadlinePassed", isKnown: true });
      refused(none, { code: 2, says: /revert data/ });
    });
  });

  describe("trading", () => {
    const order = (...more: string[]) => ["buy", "put", "next", strike, "2.5", ...more];

    it("says what a purchase would be without a key, and asks before it sends", async () => {
      const keyless = withoutKey();
      const before = await node.provider.getBlockNumber();
      const [dry, asking, refusing] = await Promise.all([
        runCli(order("--dry-run", "--json"), keyless),
        run(...order()),
        runCli(order("--yes"), keyless),
      ]);
      expect(dry.code).to.equal(0);
      const { dryRun, nets, account } = dry.records[0]!;
      expect({ dryRun, account }).to.deep.equal({ dryRun: true, account: null });
      const [net] = nets as { token: string; cost: string; limit: string; worstLoss: string }[];
      expect(net!.token).to.equal("USDC");
      const [cost, limit] = [parseUnits(net!.cost, 6), parseUnits(net!.limit, 6)];
      // One per cent over each part, each rounded down.
      expect(limit > cost && limit <= (cost * 101n) / 100n && limit >= (cost * 101n) / 100n - 2n).to.equal(true);
      expect(net!.worstLoss).to.equal(net!.limit);
      refused(asking, { code: 2, says: /a terminal to ask before sending, or --yes/ });
      refused(refusing, { code: 2, says: /a key/ });
      expect(await node.provider.getBlockNumber()).to.equal(before);
    });

    it("buys by permit, with a keystore, for what it says", async () => {
      const keystore = file("key.json", await encryptKeystoreJson(new Wallet(node.user.privateKey), "s3cret", QUICK));
      const passphrase = file("passphrase", "s3cret\n");
      chmodSync(passphrase, 0o644);
      const before = await token("put").balanceOf(node.user);
      const keyless = withoutKey();
      const args = order("--yes", "--json", "--keystore", keystore, "--passphrase-file", passphrase);
      const result = await runCli(args, keyless);
      expect(result.stderr).to.match(/passphrase to be its owner's alone \(600\), got 644/);
      const { paid, transactions } = sent({ ...result, stderr: "" });
      expect(transactions).to.have.lengthOf(1);
      const amounts = (paid as { amount: string }[]).map(({ amount }) => parseUnits(amount, 6));
      expect(before - (await token("put").balanceOf(node.user))).to.equal(amounts.reduce((sum, one) => sum + one, 0n));
      expect(await held()).to.equal(parseUnits("2.5", 18));
    });

    it("sells, and refuses to sell what is not held", async () => {
      const { paid } = sent(await run("sell", "P", String(expiry), strike, "0.5", "-y", "--json"));
      expect(Number((paid as { amount: string }[])[0]!.amount)).to.be.below(0);
      expect(await held()).to.equal(parseUnits("2", 18));
      const [rehearsed, more] = (await runs(
        ["sell", "put", "next", strike, "1", "--dry-run", "--json"],
        ["sell", "put", "next", strike, "3", "-y"],
      )) as [CliResult, CliResult];
      expect(rehearsed.records[0]).to.include({ dryRun: true, rehearsed: true });
      refused(more, { code: 2, says: /3 options to sell .* got 2/ });
    });

    it("opens and closes strategies as one order", async () => {
      const straddle = sent(await run("strategy", "straddle", "next", strike, "0.4", "-y", "--json"));
      expect((straddle.legs as { kind: string }[]).map(({ kind }) => kind)).to.deep.equal(["call", "put"]);
      expect(await held()).to.equal(parseUnits("2.4", 18));
      sent(await run("strategy", "straddle", "next", strike, "0.4", "-y", "--close", "--json"));
      expect(await held()).to.equal(parseUnits("2", 18));
    });

    it("rolls into other strikes, bounded together where one vault has several legs", async () => {
      const before = await token("put").balanceOf(node.user);
      const legs = [`P:next:${strike}:-0.5`, `P:next:${other}:1.5`];
      const rolled = sent(await run("strategy", "legs", ...legs, "-y", "--json"));
      const paid = before - (await token("put").balanceOf(node.user));
      const [net] = rolled.nets as { limit: string }[];
      expect(paid <= parseUnits(net!.limit, 6)).to.equal(true);
      const sum = (rolled.paid as { amount: string }[]).reduce(
        (total, { amount }) => total + parseUnits(amount, 6),
        0n,
      );
      expect(sum).to.equal(paid);
      sent(await run("strategy", "legs", ...legs, "-y", "--close", "--json"));
      expect(await held()).to.equal(parseUnits("2", 18));
    });
  });

  describe("told to stop while it sends", () => {
    it("says what was sent and may still be mined", async () => {
      const snapshot: unknown = await node.provider.send("evm_snapshot", []);
      // Nobody keeps this node, so that nothing is mined until it is asked for.
      await node.provider.send("evm_setAutomine", [false]);
      try {
        const { child, result } = startCli(["buy", "put", String(expiry), strike, "1", "--yes"], environment);
        for (let waited = 0; waited < 300; waited++) {
          const waiting: unknown = await node.provider.send("eth_getBlockTransactionCountByNumber", ["pending"]);
          if (Number(waiting) > 0) break;
          await sleep(100);
        }
        await sleep(1_000);
        child.kill("SIGINT");
        const { code, stderr } = await result;
        expect(stderr).to.match(
          /^bulkhead: expected to wait until the chain has it, got an interrupt, with 0x\w{64} sent, which may still be mined: look there before you send it again\n$/,
        );
        expect(code).to.equal(130);
        const [, hash = ""] = /(0x\w{64})/.exec(stderr) ?? [];
        await node.provider.send("evm_mine", []);
        expect((await node.provider.getTransactionReceipt(hash))?.from).to.equal(node.user.address);
      } finally {
        await node.provider.send("evm_setAutomine", [true]);
        await node.provider.send("evm_revert", [snapshot]);
      }
    });
  });

  describe("providing", () => {
    it("deposits, withdraws and takes the guaranteed exit, never without a minimum", async () => {
      const vault = vaultOf("put");
      const contract = IOptionVault__factory.connect(vault.address, node.provider);
      const deposited = sent(await run("deposit", vault.symbol, "2000", "-y", "--json"));
      const shares = await contract.balanceOf(node.user);
      expect(parseUnits(String(deposited.shares), await contract.decimals())).to.equal(shares);

      const [late, naked] = (await runs(
        ["withdraw", vault.symbol, "all", "--min", "1000000", "-y"],
        ["exit", vault.address, "all", "--min", "0", "-y"],
      )) as [CliResult, CliResult];
      refused(late, { code: 1, says: /AssetsBelowLimit/ });
      refused(naked, { code: 2, says: /a minimum above zero/ });

      const before = await token("put").balanceOf(node.user);
      const withdrawn = sent(await run("withdraw", vault.symbol, "25%", "-y", "--json"));
      expect(await contract.balanceOf(node.user)).to.equal(shares - shares / 4n);
      const left = sent(await run("exit", vault.symbol, "500", "-y", "--json"));
      expect(Number(left.minAssets)).to.be.above(0);
      const got = [withdrawn, left].map(({ assets }) => parseUnits(String(assets), 6));
      expect((await token("put").balanceOf(node.user)) - before).to.equal(got[0]! + got[1]!);
    });

    it("queues requests, fills a batch and claims it", async () => {
      const vault = vaultOf("put");
      const { requestId } = sent(await run("queue", "request", vault.symbol, "400", "-y", "--json"));
      const [status, early, small] = (await runs(
        ["queue", "status", vault.symbol, "--json"],
        ["queue", "cancel", vault.symbol, String(requestId), "-y"],
        ["queue", "request", vault.symbol, "0.001", "-y"],
      )) as [CliResult, CliResult, CliResult];
      const { requests, endsAt } = status.records[0]!;
      expect((requests as object[])[0]).to.include({ requestId, pending: "400", claimable: "0" });
      refused(early, {
        code: 1,
        says: /whose epoch ends at 20.* UTC: wait until then, .*: bulkhead queue fill bhWETH/,
      });
      refused(small, { code: 2, says: /a request of at least/ });

      await passTo(Number(endsAt) + 60);
      await node.refresh();
      const due = await run("queue", "claim", vault.symbol, "-y");
      refused(due, {
        code: 1,
        says: new RegExp(`may be filled until 20.* UTC: have it filled: .* fill ${vault.symbol};`),
      });
      const filled = sent(await run("queue", "fill", vault.symbol, "-y", "--json"));
      expect(filled.shares).to.equal("400");
      const claimed = sent(await run("queue", "claim", vault.symbol, "-y", "--json"));
      expect(claimed).to.include({ requestId, assets: filled.assets, shares: "0" });
      const again = await run("queue", "cancel", vault.symbol, String(requestId), "-y");
      refused(again, { code: 2, says: /none of its open ones: claimed already, or never asked: ask for one with/ });
    });

    it("says what a request at any price may lose, and that one at five times the price is not filled", async () => {
      const { symbol } = vaultOf("put");
      const [any, high] = (await runs(
        ["queue", "request", symbol, "100", "--dry-run"],
        ["queue", "request", symbol, "100", "--dry-run", "--min-price", "5"],
      )) as [CliResult, CliResult];
      expect([any.code, any.stderr]).to.deep.equal([0, ""]);
      expect(any.stdout).to.match(
        /^worst loss +what a share's worth falls by until it is filled; --min-price bounds it$/m,
      );
      expect(high.stdout).to.match(/^worst loss +none below that limit/m);
      expect(high.stderr).to.match(
        /^warning: --min-price 5 is above what a share is worth now \([\d.]+ USDC\)[^\n]+\n$/,
      );
    });

    it("says that nothing is held where all of nothing is to be withdrawn", async () => {
      const args = ["withdraw", vaultOf("call").symbol, "all", "--account", NOBODY, "--dry-run"];
      refused(await runCli(args, withoutKey()), { code: 2, says: /shares of \S+ at 0x\w+, got none: deposit first/ });
    });
  });

  describe("a portfolio", () => {
    it("has options, shares and tokens", async () => {
      const { records, code } = await run("portfolio", "--json");
      expect(code).to.equal(0);
      const options = records.filter(({ position }) => position === "option");
      const sum = options.reduce((total, { quantity }) => total + parseUnits(String(quantity), 18), 0n);
      expect(sum).to.equal(parseUnits("2", 18));
      expect(options.every(({ fair }) => Number(fair) > 0)).to.equal(true);
      const [shares] = records.filter(({ position }) => position === "shares");
      expect(shares).to.include({ vault: vaultOf("put").symbol, shares: "600" });
      const [nobody] = await runs(["portfolio", "--account", NOBODY, "--json"]);
      expect(nobody!.records.filter(({ position }) => position !== "token")).to.deep.equal([]);
    });
  });

  describe("the doctor", () => {
    interface Finding {
      readonly check: string;
      readonly level: string;
      readonly text: string;
    }

    async function faults(args: string[], env: Record<string, string> = {}) {
      const { code, records } = await runCli(["doctor", "--json", ...args], { ...environment, ...env });
      const found = (records as unknown as Finding[]).filter(({ level }) => level === "fault");
      for (const { text } of found) expect(text).to.match(/expected .+, got .+: .+/);
      return { code, checks: found.map(({ check }) => check), records: records as unknown as Finding[] };
    }

    it("names every fault of a node that is away and a key that is not there", async () => {
      const { code, checks } = await faults(["--keystore", "/nowhere/key", "--passphrase-file", "/nowhere/word"], {
        BULKHEAD_RPC_URL: "http://127.0.0.1:9",
      });
      expect(checks).to.deep.equal(["key", "key", "node"]);
      expect(code).to.equal(2);
    });

    it("names a deployment that is missing beside a key that is none", async () => {
      const { code, checks } = await faults([], { BULKHEAD_DEPLOYMENT: "nothing", BULKHEAD_PRIVATE_KEY: "0x12" });
      expect(checks).to.include.members(["deployment", "key"]);
      expect(code).to.equal(2);
    });

    it("names another chain and addresses without code", async () => {
      const elsewhere = file(
        "other.json",
        JSON.stringify({ ...node.addresses, chainId: 1, quoter: NOBODY, router: NOBODY }),
      );
      const { code, checks, records } = await faults(["--deployment", elsewhere]);
      expect(checks).to.include.members(["chain", "contracts"]);
      expect(records.find(({ check }) => check === "contracts")!.text).to.contain("none of router, quoter:");
      expect(code).to.equal(2);
      const [reading] = await runs(["markets", "--deployment", elsewhere]);
      refused(reading!, { code: 2, says: /a node of chain 1/ });
    });

    it("names a wrong passphrase", async () => {
      const keystore = file(
        "other-key.json",
        await encryptKeystoreJson(new Wallet(node.user.privateKey), "right", QUICK),
      );
      const { code, checks } = await faults(["--keystore", keystore, "--passphrase-file", file("wrong", "wrong")]);
      expect(checks).to.include("key");
      expect(code).to.equal(2);
    });

    it("names an account that has nothing", async () => {
      const { code, checks, records } = await faults([], { BULKHEAD_PRIVATE_KEY: node.pauper.privateKey });
      expect(checks).to.include("native coin");
      expect(
        records.flatMap(({ level, check }) => (level === "warning" && check !== "clock" ? [check] : [])),
      ).to.deep.equal(["WETH", "USDC"]);
      expect(code).to.equal(2);
    });

    it("names a clock that is off, a stale feed, a stale surface and a closed vault", async () => {
      const snapshot: unknown = await node.provider.send("evm_snapshot", []);
      const guardian = await node.provider.getSigner(ACCOUNTS.guardian.index);
      const vault = vaultOf("call");
      await (await IOptionVault__factory.connect(vault.address, guardian).tighten(2)).wait();
      await passTo((await node.provider.getBlock("latest"))!.timestamp + 2 * DAY);
      const [{ code, checks, records }, quoted] = await Promise.all([
        faults([]),
        run("quote", "put", String(expiry), strike),
      ]);
      expect(checks).to.have.members(["WETH/USDC feed", "WETH/USDC surface", `vault ${vault.symbol}`]);
      // Time was moved, as on a playground it may be: all of it passes.
      expect(records.find(({ check }) => check === "clock")).to.include({ level: "warning" });
      expect(records.find(({ check }) => check === "clock")!.text).to.match(
        /got \d+ d.* ahead: nothing, where make warp/,
      );
      expect(code).to.equal(1);
      refused(quoted, { code: 1, says: /StaleAnswer/ });
      await node.provider.send("evm_revert", [snapshot]);
    });
  });

  describe("after an expiry", () => {
    it("proves its price, settles it in every vault, pays the options, and gives back what the queue did not fill", async () => {
      const vault = vaultOf("put");
      const { requestId } = sent(await run("queue", "request", vault.symbol, "300", "-y", "--json"));
      const early = await run("settle", String(expiry), "-y");
      refused(early, { code: 1, says: /an expiry that has passed/ });

      await passTo(expiry - BEFORE_WINDOW);
      await node.refresh();
      await passTo(expiry + 60);
      const id = (BigInt(expiry) << 128n) | parseUnits(strike, 18);
      const holding = [];
      for (const { optionToken } of node.market.vaults) {
        if ((await OptionToken__factory.connect(optionToken, node.provider).totalSupply(id)) > 0n)
          holding.push(optionToken);
      }
      const dry = await run("settle", "--dry-run", "--json");
      expect(dry.records.map(({ action, rehearsed }) => [action, rehearsed])).to.deep.equal([
        ["settle: prove", true],
        ...holding.map(() => ["settle", false]),
        // Nobody holds options of theirs: they need no price.
        ...node.market.vaults.slice(holding.length).map(() => ["settle", true]),
      ]);
      const settled = await run("settle", "-y", "--json");
      sent(settled);
      expect(settled.records.map(({ action }) => action)).to.deep.equal([
        "settle: prove",
        ...node.market.vaults.map(() => "settle"),
      ]);
      expect(settled.records[0]).to.include({ price: "2000" });
      const again = await run("settle", "-y");
      expect([again.code, again.stdout.trim()]).to.deep.equal([0, "nothing to settle"]);

      const before = await token("put").balanceOf(node.user);
      const redeemed = await run("redeem", "-y", "--json");
      const price = parseUnits("2000", 6);
      const intrinsic = parseUnits(strike, 6) > price ? 2n * (parseUnits(strike, 6) - price) : 0n;
      expect((await token("put").balanceOf(node.user)) - before).to.equal(intrinsic);
      expect(redeemed.records.length > 0).to.equal(intrinsic > 0n);
      expect(redeemed.code).to.equal(0);

      const cancelled = sent(await run("queue", "cancel", vault.symbol, String(requestId), "-y", "--json"));
      expect(cancelled).to.include({ requestId, assets: "0", shares: "300" });
    });
  });

  describe("watching", () => {
    it("tells events as JSON lines, and goes on where it was told to start", async () => {
      const [watched] = await runs([
        "watch",
        "--json",
        "--from-block",
        "0",
        "--limit",
        "2",
        "--events",
        "OptionsBought",
        "OptionsSold",
      ]);
      expect(watched!.code).to.equal(0);
      expect(watched!.records.map(({ event }) => event)).to.deep.equal(["OptionsBought", "OptionsSold"]);
    });
  });
});
