import { Command } from "@commander-js/extra-typings";
import { fromWad, vaultView, type VaultViewResult } from "@bulkhead/sdk";

import { exactAmount, formatAmount, formatNumber, formatPercent, formatPrice, kindName, NONE } from "../format.ts";
import { globalsOf } from "../globals.ts";
import { openSession } from "../session.ts";

/** `bulkhead markets` */
export function markets() {
  return new Command("markets")
    .description("all markets with their vaults: state, what a share is worth, how much is locked")
    .action(async (_, command) => {
      const { client, output } = await openSession(globalsOf(command));
      const vaults =
        client.market === undefined ? client.vaults : client.vaults.filter(({ market }) => market === client.market);
      const views = await Promise.all(vaults.map(({ address }) => vaultView(client, { vault: address })));
      output.table(views, { columns: COLUMNS, record: recordOf });
    });
}

const COLUMNS = {
  market: ({ vault }: VaultViewResult) => vault.market,
  spot: ({ assessment }: VaultViewResult) => (assessment === undefined ? NONE : formatPrice(fromWad(assessment.spot))),
  vault: ({ vault }: VaultViewResult) => vault.symbol,
  kind: ({ vault }: VaultViewResult) => kindName(vault.kind),
  tier: ({ vault }: VaultViewResult) => vault.tier,
  state: ({ state }: VaultViewResult) => state,
  holds: ({ held, vault }: VaultViewResult) => formatAmount(held, vault.collateral),
  "a share": ({ assessment }: VaultViewResult) =>
    assessment?.sharePrice === undefined ? NONE : formatNumber(fromWad(assessment.sharePrice), 6),
  locked: ({ assessment }: VaultViewResult) =>
    assessment?.utilisation === undefined ? NONE : formatPercent(fromWad(assessment.utilisation)),
};

function recordOf({ vault, block, state, held, assessment }: VaultViewResult) {
  return {
    market: vault.market,
    vault: vault.symbol,
    address: vault.address,
    kind: kindName(vault.kind),
    tier: vault.tier,
    collateral: vault.collateral.symbol,
    state,
    held: exactAmount(held, vault.collateral),
    spot: assessment === undefined ? null : fromWad(assessment.spot),
    sharePrice: assessment?.sharePrice === undefined ? null : fromWad(assessment.sharePrice),
    utilisation: assessment?.utilisation === undefined ? null : fromWad(assessment.utilisation),
    block: Number(block.number),
  };
}
