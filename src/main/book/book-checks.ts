import { ledgerChecks } from "#main/ledger/checks.ts";
import { reconciliationChecks, tradeChecks } from "#main/reconciliation/checks.ts";
import { treasuryChecks } from "#main/treasury/checks.ts";

/** Every whole-book check, in the order in which they are run. */
export const bookChecks = [
  ...ledgerChecks,
  ...tradeChecks,
  ...reconciliationChecks,
  ...treasuryChecks,
];
