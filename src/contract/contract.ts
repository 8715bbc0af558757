import { automationContract } from "./automation.ts";
import { bankingContract } from "./banking.ts";
import { bookContract } from "./book.ts";
import { closingContract } from "./closing.ts";
import { currencyContract } from "./currency.ts";
import { exportsContract } from "./exports.ts";
import { invoicingContract } from "./invoicing.ts";
import { ledgerContract } from "./ledger.ts";
import { packContract } from "./pack.ts";
import { purchasesContract } from "./purchases.ts";
import { reconciliationContract } from "./reconciliation.ts";
import { treasuryContract } from "./treasury.ts";

/** Everything that may be asked of the office, by domain. */
export const contract = {
  book: bookContract,
  ledger: ledgerContract,
  invoicing: invoicingContract,
  purchases: purchasesContract,
  banking: bankingContract,
  reconciliation: reconciliationContract,
  treasury: treasuryContract,
  currency: currencyContract,
  closing: closingContract,
  exports: exportsContract,
  pack: packContract,
  automation: automationContract,
};

export type Contract = typeof contract;
