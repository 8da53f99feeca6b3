import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";

import { expect } from "chai";
import { Contract, ContractFactory, JsonRpcProvider, MaxUint256, parseEther, parseUnits, Wallet } from "ethers";

import { programOf } from "../../cli/src/program.ts";
import { Addresses } from "../../deploy/addresses.ts";
import { MULTICALL3 } from "../../deploy/multicall3.ts";
import { ACCOUNTS } from "../../scripts/node/accounts.ts";
import { askNode } from "../../scripts/node/askNode.ts";
import { DevToken__factory, OptionToken__factory } from "../../typechain-types/index.ts";
import { RECORD } from "../fixtures/playgroundTerms.ts";
import { spawnPlayground, type Playground } from "../fixtures/spawnPlayground.ts";
import { buildCli, runCli, type CliResult } from "../helpers/runCli.ts";
import { testContract } from "../helpers/testContract.ts";

/** Processes that run side by side. */
const AT_ONCE = 6;
const NOWHERE = "0x000000000000000000000000000000000000dEaD";

describe("bulkhead on the command line, on a playground", function () {
  this.timeout(240_000);

  let playground: Playground;
  let url: string;
  let addresses: Addresses;
  let provider: JsonRpcProvider;
  let environment: Record<string, string>;
  let folder: string;
  /** Of puts of the next expiry that are on sale, the nearest to the money. */
  let strike: string;
  let expiry: number;

  const user = ACCOUNTS.users[0]!.wallet;
  const market = () => addresses.markets[0]!;
  const run = async (...args: string[]): Promise<CliResult> => runCli(args, environment);
  const token = (which: "underlying" | "quote") => DevToken__factory.connect(market()[which].address, provider);
  const sentBy = async (): Promise<number> => provider.getTransactionCount(user.address);
  const buy = (quantity: string, ...more: string[]) => ["buy", "put", "next", strike, quantity, ...more];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "bulkhead-trading-"));
    playground = spawnPlayground("--still");
    const [line] = await Promise.all([playground.line(), buildCli()]);
    if (line === undefined) throw new Error(`expected a node, got: ${playground.said()}`);
    const printed = JSON.parse(line) as { url: string };
    ({ url } = printed);
    addresses = Addresses.parse(printed);
    provider = new JsonRpcProvider(url, addresses.chainId, {
      staticNetwork: true,
      cacheTimeout: -1,
      pollingInterval: 50,
    });
    environment = {
      BULKHEAD_RPC_URL: url,
      BULKHEAD_DEPLOYMENT: RECORD,
      BULKHEAD_MARKET: "WETH/USDC",
      BULKHEAD_PRIVATE_KEY: user.privateKey,
    };
    const { records, stderr } = await run("chain", "--expiry", "next", "--kind", "put", "--json");
    expect(stderr).to.equal("");
    const [nearest] = records
      .filter(({ ask }) => ask !== null)
      .sort((one, next) => Math.abs(Number(one.delta) + 0.5) - Math.abs(Number(next.delta) + 0.5));
    [strike, expiry] = [String(nearest!.strike), Number(nearest!.expiry)];
  });

  after(async () => {
    provider.destroy();
    rmSync(folder, { recursive: true, force: true });
    expect(await playground.interrupt()).to.equal(0);
  });

  /** Requires that a command succeeded; what it said of it. */
  function done({ code, stderr, records }: CliResult): Record<string, unknown> {
    expect(stderr).to.equal("");
    expect(code).to.equal(0);
    return records.at(-1)!;
  }

  /** Requires a refusal in one line, and nothing on stdout. */
  function refused(result: CliResult, says: RegExp): void {
    expect(result.stderr).to.match(says);
    expect(result.stderr.trim().split("\n")).to.have.lengthOf(1);
    expect(result.stderr).to.match(/^bulkhead: .*expected .+, got .+: .+/);
    expect(result.stdout).to.equal("");
    expect(result.code).to.equal(2);
  }

  /** Puts that are traded here, over all vaults, WAD. */
  async function held(): Promise<bigint> {
    const id = (BigInt(expiry) << 128n) | parseUnits(strike, 18);
    const vaults = market().vaults.filter(({ kind }) => kind === "put");
    const balances = await Promise.all(
      vaults.map(({ optionToken }) => OptionToken__factory.connect(optionToken, provider).balanceOf(user, id)),
    );
    return balances.reduce((sum, balance) => sum + balance, 0n);
  }

  /** Waits until the reporters sign a price of a later second than the chain may have. */
  async function signedAnew(): Promise<void> {
    const second = (await provider.getBlock("latest"))!.timestamp;
    const signedAt = async (): Promise<number> =>
      Number(((await askNode(url, "bulkhead_signedSpot", ["WETH/USDC"])) as { observedAt: string }).observedAt);
    while ((await signedAt()) <= second) await sleep(200);
  }

  const balances = async () => ({
    weth: await token("underlying").balanceOf(user),
    usdc: await token("quote").balanceOf(user),
  });

  describe("a signed spot price", () => {
    it("is what the order is planned at: surer than the push feed's, so that a purchase costs less", async () => {
      // Nobody has brought one yet.
      const costOf = ({ nets }: Record<string, unknown>) => Number((nets as { cost: string }[])[0]!.cost);
      for (const more of [[], ["--pay", "WETH"]]) {
        const [signed, pushed] = await Promise.all([
          run(...buy("1", "--dry-run", "--json", ...more)),
          run(...buy("1", "--dry-run", "--json", "--no-spot", ...more)),
        ]);
        expect(costOf(done(signed))).to.be.below(costOf(done(pushed)));
      }
    });

    it("is asked of the node, said before, brought along and said after", async () => {
      const dry = await run(...buy("1", "--dry-run"));
      expect(dry.code, dry.stderr).to.equal(0);
      expect(dry.stdout).to.match(/spot +signed, [\d,.]+ of \d+ s ago, from the node; the latest is brought along/);
      const bought = done(await run(...buy("1", "-y", "--json")));
      expect(bought.spotBrought).to.equal(true);
      expect(Number((bought.spot as { price: string }).price)).to.be.within(500, 20_000);
      expect(bought.transactions).to.have.lengthOf(1);
      expect(await held()).to.equal(parseEther("1"));
      await signedAnew();
      const sold = done(await run("sell", "put", "next", strike, "0.5", "-y", "--json"));
      expect(sold.spotBrought).to.equal(true);
    });

    it("is brought along to an order that was planned without it, where the chain has no Multicall3", async () => {
      const code = await provider.getCode(MULTICALL3);
      await signedAnew();
      await askNode(url, "hardhat_setCode", [MULTICALL3, "0x"]);
      const bought = await run(...buy("0.5", "-y", "--json"));
      await askNode(url, "hardhat_setCode", [MULTICALL3, code]);
      expect(done(bought).spotBrought).to.equal(true);
    });

    it("is the chain's own where that is as new", async () => {
      const known = JSON.stringify({ result: await askNode(url, "bulkhead_signedSpot", ["WETH/USDC"]) });
      await signedAnew();
      expect(done(await run(...buy("0.5", "-y", "--json"))).spotBrought).to.equal(true);
      const server = await answering(async () => Promise.resolve(known));
      const { port } = server.address() as AddressInfo;
      const bought = await run(...buy("0.5", "-y", "--spot-url", `http://127.0.0.1:${port}`));
      server.close();
      expect(bought.code, bought.stderr).to.equal(0);
      expect(bought.stdout).to.match(/spot +the chain's: it has one as new/);
      expect(bought.stdout).to.not.contain("was brought along");
    });

    it("is left out on demand", async () => {
      const { spot, spotBrought } = done(await run(...buy("0.5", "-y", "--json", "--no-spot")));
      expect({ spot, spotBrought }).to.deep.equal({ spot: null, spotBrought: false });
    });

    it("is asked of another place, which may have none, or answer anything", async () => {
      for (const [answer, says] of [
        [async (body: string) => (await fetch(url, { method: "POST", body, headers: JSON_TYPE })).text(), "signed, "],
        [async () => Promise.resolve('{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"?"}}'), "has none"],
      ] as const) {
        const server = await answering(answer);
        const { port } = server.address() as AddressInfo;
        const dry = await run(...buy("1", "--dry-run", "--spot-url", `http://127.0.0.1:${port}`));
        server.close();
        expect(dry.code, dry.stderr).to.equal(0);
        expect(dry.stdout)
          .to.match(new RegExp(`spot +.*${says}`))
          .and.contain(`127.0.0.1:${port}`);
      }
      // Who names a place means its price: one that speaks of something else is a slip in the URL.
      for (const answer of ["<html>", "[]", '{"price":"1"}', '{"result":{"price":"1"}}']) {
        const server = await answering(async () => Promise.resolve(answer));
        const { port } = server.address() as AddressInfo;
        const dry = await run(...buy("1", "--dry-run", "--spot-url", `http://127.0.0.1:${port}`));
        server.close();
        refused(dry, /--spot-url to answer bulkhead_signedSpot over JSON-RPC/);
      }
      const away = await run(...buy("1", "--dry-run", "--spot-url", "http://127.0.0.1:9"));
      expect(away.stdout).to.match(/spot +the push feed's: 127\.0\.0\.1:9 does not answer/);
    });
  });

  describe("another token to pay in", () => {
    it("is swapped for what the vaults take, within what was said", async () => {
      const before = { ...(await balances()), held: await held() };
      await signedAnew();
      const dry = await run(...buy("2", "--pay", "weth", "--dry-run"));
      expect(dry.code, dry.stderr).to.equal(0);
      expect(dry.stdout).to.match(/spot +signed, [\d,.]+ of \d+ s ago, from the node; the latest is brought along/);
      expect(dry.stdout).to.match(/swap +[\d.]+ WETH for at most [\d.,]+ USDC, at pools of 0\.05 %/);
      expect(dry.stdout).to.match(/limit +at most [\d.]+ WETH \(1 % slippage\), swaps within 0\.5 %/);
      expect(dry.stdout).to.match(/worst loss +[\d.]+ WETH, all that is paid/);
      const bought = done(await run(...buy("2", "--pay", "WETH", "-y", "--json")));
      const { weth, usdc } = await balances();
      expect(usdc).to.equal(before.usdc);
      expect(bought).to.include({ settledIn: "WETH", spotBrought: true });
      expect(before.weth - weth).to.equal(parseEther(String(bought.netPaid)));
      expect(before.weth - weth <= parseEther((bought.settlement as { limit: string }).limit)).to.equal(true);
      expect(await held()).to.equal(before.held + parseEther("2"));
      // No allowance was there: it was approved first, and no more than it may cost.
      expect(bought.transactions).to.have.lengthOf(2);
    });

    it("is paid by signature where it was approved to Permit2 before", async () => {
      const weth = token("underlying").connect(user.connect(provider));
      await (await weth.approve(addresses.swapRouter, 0n)).wait();
      await (await weth.approve(addresses.permit2, MaxUint256)).wait();
      await signedAnew();
      const bought = done(await run(...buy("1", "--pay", market().underlying.address, "-y", "--json")));
      expect(bought.transactions).to.have.lengthOf(1);
      expect(bought.spotBrought).to.equal(true);
    });

    it("is what a sale brings", async () => {
      const before = await balances();
      const sale = ["sell", "put", "next", strike, "1", "--pay", "WETH", "-y"];
      refused(await run(...sale, "--worst", "-100"), /a bound of at most -100 WETH, got -0\.\d+ WETH/);
      const sold = done(await run(...sale, "--worst", "-0.000001", "--json"));
      const { weth, usdc } = await balances();
      expect(usdc).to.equal(before.usdc);
      expect(weth - before.weth).to.equal(-parseEther(String(sold.netPaid)));
      expect(weth).to.be.above(before.weth);
    });

    it("pays for a strategy over both kinds of vault", async () => {
      const before = await balances();
      const straddle = done(await run("strategy", "straddle", "next", strike, "0.5", "--pay", "USDC", "-y", "--json"));
      const { weth, usdc } = await balances();
      expect(weth).to.equal(before.weth);
      expect(before.usdc - usdc).to.equal(parseUnits(String(straddle.netPaid), 6));
    });

    it("is refused where it would cost more than the trader's own bound, and nothing is sent", async () => {
      const before = await sentBy();
      refused(
        await run(...buy("1", "--pay", "WETH", "-y", "--worst", "0.000001")),
        /at most 0\.000001 WETH, got 0\.\d+ WETH/,
      );
      refused(await run(...buy("1", "--worst", "1", "--dry-run")), /--pay beside --worst/);
      refused(await run(...buy("1", "--pay", "DOGE", "--dry-run")), /a token to pay in \(WETH, USDC, WBTC\)/);
      refused(await run(...buy("1", "--pay", NOWHERE, "--dry-run")), /an ERC-20 token at 0x0+dEaD/);
      refused(await run(...buy("1", "--pay", "0x12", "--dry-run")), /got "0x12"/);
      expect(await sentBy()).to.equal(before);
    });
  });

  describe("without a deployment", () => {
    const without = (name: string): Record<string, string> =>
      Object.fromEntries(Object.entries(environment).filter(([key]) => key !== name));

    it("asks the node for its own, from any folder, the doctor too", async () => {
      const own = without("BULKHEAD_DEPLOYMENT");
      const [markets, named, doctor] = await Promise.all([
        runCli(["markets", "--json"], own),
        run("markets", "--json"),
        runCli(["doctor", "--json"], own),
      ]);
      expect(markets.stderr).to.equal("");
      expect(markets.records.map(({ address }) => address)).to.deep.equal(named.records.map(({ address }) => address));
      expect(doctor.records.find(({ check }) => check === "deployment")).to.include({ level: "ok" });
      // The playground of this test begins in another year.
      expect(doctor.records.find(({ check }) => check === "clock")).to.include({ level: "warning" });
      expect(doctor.code).to.equal(0);
    });

    it("says what to give where neither says it", async () => {
      refused(await runCli(["markets"]), /got none: give its addresses\.json, .*--url of a make node/);
      const path = join(folder, "answer.json");
      writeFileSync(path, JSON.stringify({ jsonrpc: "2.0", id: 1, result: addresses }));
      refused(await run("markets", "--deployment", path), /a node's whole answer: keep what is in its result/);
    });
  });

  describe("a break-even", () => {
    const pointsOf = async (...args: string[]): Promise<number[]> => {
      const { stdout, stderr } = await run(...args, "--dry-run");
      const [, text] = /^break-even +(.*)$/m.exec(stdout) ?? [];
      if (text === undefined) throw new Error(`expected a break-even, got ${stdout}${stderr}`);
      return text.split(", ").map((point) => Number(point.replaceAll(",", "")));
    };

    it("of a call is one price above its strike, whichever token pays", async () => {
      const calls = (await run("chain", "--expiry", "next", "--kind", "call", "--json")).records;
      const call = calls.find(({ ask, delta }) => ask !== null && Number(delta) < 0.7)!;
      const own = await pointsOf("buy", "call", "next", String(call.strike), "1");
      const paid = await pointsOf("buy", "call", "next", String(call.strike), "1", "--pay", "USDC");
      for (const points of [own, paid]) {
        expect(points).to.have.lengthOf(1);
        expect(points[0]).to.be.above(Number(call.strike));
      }
      const cost = (call.ask as { price: number }).price;
      expect(paid[0]).to.be.within(Number(call.strike) + cost * 0.98, Number(call.strike) + cost * 1.05);
    });
  });

  describe("an order that its account cannot pay", () => {
    it("is refused before anything is approved or signed", async () => {
      const poor = Wallet.createRandom();
      const rich = user.connect(provider);
      await (await rich.sendTransaction({ to: poor.address, value: parseEther("1") })).wait();
      await (await token("quote").connect(rich).transfer(poor.address, 1_000_000n)).wait();
      const environment_ = { ...environment, BULKHEAD_PRIVATE_KEY: poor.privateKey };
      for (const more of [[], ["--pay", "WETH"]]) {
        const result = await runCli(buy("3", "-y", ...more), environment_);
        refused(result, /expected [\d.,]+ (USDC|WETH) at 0x\w+, which the order may cost, got [01] (USDC|WETH): fund/);
      }
      const put = market().vaults.find(({ kind }) => kind === "put")!;
      refused(
        await runCli(["deposit", put.symbol, "1000", "-y"], environment_),
        /an amount above zero that 0x\w+ holds/,
      );
      expect(await provider.getTransactionCount(poor.address)).to.equal(0);
    });
  });

  describe("mistyped", () => {
    const PUT = () => market().vaults.find(({ kind }) => kind === "put")!.symbol;

    /** What each command is given wrong, and what the answer names. */
    const slips = (): readonly (readonly [args: readonly string[], says: RegExp])[] => [
      [["markets", "extra"], /no more arguments/],
      [["chain", "--expiry", "soon"], /an expiry, got "soon"/],
      [["chain", "--kind", "putt"], /a kind of option, got "putt"/],
      [["chain", "--quantity", "much"], /quantity/],
      [["quote", "put", "next"], /every argument/],
      [["quote", "put", "next", "2000,5"], /strike/],
      [["quote", "put", "next", strike, "-1"], /quantity above zero|an option of the command/],
      [["surface", "--wide"], /an option of the command/],
      [["expiries", "all"], /no more arguments/],
      [
        ["risk", "--market", "DOGE/USDC"],
        /--market to be one of the deployment \(WETH\/USDC, WBTC\/USDC\), got "DOGE\/USDC"/,
      ],
      [["portfolio", "--account", "0x12"], /an address of 40 hexadecimal digits/],
      [["portfolio", "--from-block", "x"], /a whole number/],
      [["watch", "--events", "Boom"], /events by name, of \d+ .*, got "Boom": give names like OptionsBought/],
      [["watch", "--limit", "1.5"], /a whole number/],
      [["watch", "--from-block", "-1"], /a whole number|an option/],
      [["buy", "up", "next", strike, "1", "--dry-run"], /a kind of option, got "up"/],
      [["buy", "put", "31FEB27", strike, "1", "--dry-run"], /an expiry, got "31FEB27"/],
      [["buy", "put", "next", "0", "1", "--dry-run"], /strike above zero/],
      [["buy", "put", "next", strike, "1e-30", "--dry-run"], /quantity/],
      [["buy", "put", "next", strike, "0.000001", "--dry-run"], /options/],
      [["buy", "put", "next", strike, "1", "--slippage", "100", "--dry-run"], /a slippage from 0/],
      [["buy", "put", "next", strike, "1", "--deadline", "soon", "--dry-run"], /a time span above zero/],
      [["buy", "put", "next", strike, "1", "--spot-url", "ftp://x", "--dry-run"], /--spot-url to be a URL/],
      [["buy", "put", "next", strike, "1", "--spot-url", "x", "--dry-run"], /--spot-url to be a URL/],
      [["buy", "put", "next", strike, "1", "--spot-url", "wss://x", "--dry-run"], /http or https, got one of wss:/],
      [["buy", "put", "next", strike, "1", "--deadline", "9999999d", "--dry-run"], /of a year at most/],
      [["markets", "--market", "WETH"], /--market to be one of the deployment/],
      [["watch", "--limit", "0"], /above zero/],
      [["chain", "--expiry", "2020-01-01"], /a live expiry of WETH\/USDC \(20.*\), got 2020-01-01/],
      [["portfolio", "--from-block", "99999999"], /a block that is there/],
      [["buy", "put", "next", strike, "1", "--pay", "WETH", "--swap-slippage", "x", "--dry-run"], /a slippage from 0/],
      [["buy", "put", "next", strike, "1", "--pay", "WETH", "--worst", "x", "--dry-run"], /an amount of WETH/],
      [["sell", "put", "next", strike, "all", "--dry-run"], /quantity/],
      [["strategy", "butterfly"], /a command of bulkhead/],
      [["strategy", "straddle", "next", "x", "1", "--dry-run"], /strike/],
      [["strategy", "strangle", "next", "2100", "1900", "1", "--dry-run"], /got put 2100, call 1900/],
      [["strategy", "vertical", "put", "next", strike, strike, "1", "--dry-run"], /two strikes/],
      [["strategy", "ladder", "put", "next,", strike, "1", "--dry-run"], /an expiry, got ""/],
      [["strategy", "legs", "put:next:2000", "--dry-run"], /a leg kind:expiry:strike:quantity/],
      [["strategy", "legs", `put:next:${strike}:0`, "--dry-run"], /legs that each buy or sell something/],
      [["redeem", "NOPE", "--dry-run"], /a vault \(/],
      [["redeem", "--expiry", "x", "--dry-run"], /an expiry/],
      [["deposit", "NOPE", "1", "--dry-run"], /a vault \(/],
      [["deposit", PUT(), "1.2345678", "--dry-run"], /an amount of USDC, zero or above, with at most 6 decimals/],
      [["deposit", PUT(), "1,000", "--dry-run"], /an amount of USDC/],
      [["deposit", PUT(), "1000", "--min-shares", "x", "--dry-run"], /an amount of/],
      [["withdraw", PUT(), "110%", "--dry-run"], /from 0% to 100%|shares/],
      [["withdraw", PUT(), "some", "--dry-run"], /an amount of shares/],
      [["exit", PUT(), "all", "--min", "x", "--dry-run"], /shares|an amount/],
      [["queue"], /a command|Usage/],
      [["queue", "request", PUT(), "half", "--dry-run"], /an amount of shares/],
      [["queue", "request", PUT(), "1", "--min-price", "0", "--dry-run"], /price above zero/],
      [["queue", "cancel", PUT(), "first", "--dry-run"], /a whole number/],
      [["queue", "claim", PUT(), "1", "--dry-run"], /a request of 0x\w+ in the queue/],
      [["queue", "status", "NOPE"], /a vault \(/],
      [["queue", "fill", "NOPE", "--dry-run"], /a vault \(/],
      [["settle", "never", "--dry-run"], /an expiry/],
      [["doctor", "--url"], /a value after the option/],
      [["errors", "0x1234567"], /revert data/],
      [["errors"], /every argument/],
    ];

    it("input is answered by each command in one line, with exit code 2", async () => {
      const tried = new Set(slips().map(([[name, sub = ""]]) => (GROUPED.includes(name!) ? `${name} ${sub}` : name)));
      const all = programOf("0").commands.flatMap((command) =>
        command.commands.length === 0
          ? [command.name()]
          : command.commands.map((one) => `${command.name()} ${one.name()}`),
      );
      expect(all.filter((name) => !tried.has(name))).to.deep.equal([]);
      const wrong = slips();
      for (let next = 0; next < wrong.length; next += AT_ONCE) {
        const some = wrong.slice(next, next + AT_ONCE);
        const results = await Promise.all(some.map(async ([args]) => run(...args)));
        for (const [index, [args, says]] of some.entries()) {
          const result = results[index]!;
          // A command that has only subcommands shows its help.
          if (args.join(" ") === "queue") expect(result.code).to.equal(2);
          else refused(result, says);
        }
      }
    });

    it("deployments are answered so, too", async () => {
      const record = readFileSync(`deploy/deployments/${RECORD}/addresses.json`, "utf8");
      for (const [name, content, says] of [
        ["empty.json", "", /to hold a deployment's addresses/],
        ["list.json", "[", /to hold a deployment's addresses/],
        ["array.json", "[]", /to hold a deployment's addresses/],
        ["short.json", record.replace(/"router": ?"0x..../, '"router":"0x'), /at router/],
      ] as const) {
        const path = join(folder, name);
        writeFileSync(path, content);
        refused(await run("markets", "--deployment", path), says);
      }
    });
  });

  // The last: the market's tokens are not what they were.
  describe("a token without permits", () => {
    it("is approved for what the order may cost, once it is known that nothing else stands against it", async () => {
      const { abi, bytecode } = await testContract("test/mocks/PermitTokens.sol", "PlainToken");
      const plain = await new ContractFactory(abi, bytecode, user.connect(provider)).deploy();
      await plain.waitForDeployment();
      const usdc = token("quote");
      const balance = await usdc.balanceOf(user);
      await askNode(url, "hardhat_setCode", [await usdc.getAddress(), await provider.getCode(plain)]);
      expect(await usdc.balanceOf(user)).to.equal(balance);
      const permits = new Contract(
        await usdc.getAddress(),
        ["function nonces(address) view returns (uint256)"],
        provider,
      );
      expect(await permits.getFunction("nonces")(user.address).catch(String)).to.match(/CALL_EXCEPTION/);

      const order = buy("1.5", "-y", "--json");
      const bought = done(await run(...order));
      expect(bought.transactions).to.have.lengthOf(2);
      const [net] = bought.nets as { limit: string }[];
      const [paid] = [balance - (await usdc.balanceOf(user))];
      const left = await usdc.allowance(user, addresses.router);
      expect(left + paid).to.equal(parseUnits(net!.limit, 6));
    });
  });

  const JSON_TYPE = { "content-type": "application/json" };
  const GROUPED = ["strategy", "queue"];

  async function answering(answer: (body: string) => Promise<string>): Promise<Server> {
    const server = createServer((request, response) => {
      void text(request)
        .then(answer)
        .then((body) => response.writeHead(200, JSON_TYPE).end(body));
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return server;
  }
});
