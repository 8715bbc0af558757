import { assetsContract } from "./assets.ts";
import { automationContract } from "./automation.ts";
import { bankingContract } from "./banking.ts";
import { bookContract } from "./book.ts";
import { closingContract } from "./closing.ts";
import { currencyContract } from "./currency.ts";
import { entryContract } from "./entry.ts";
import { exportsContract } from "./exports.ts";
import { fecContract } from "./fec.ts";
import { invoicingContract } from "./invoicing.ts";
import { ledgerContract } from "./ledger.ts";
import { letteringContract } from "./lettering.ts";
import { packContract } from "./pack.ts";
import { purchasesContract } from "./purchases.ts";
import { reconciliationContract } from "./reconciliation.ts";
import { statementsContract } from "./statements.ts";
import { treasuryContract } from "./treasury.ts";
import { vatContract } from "./vat.ts";

/** Everything that may be asked of the office, by domain. */
export const contract = {
  book: bookContract,
  ledger: ledgerContract,
  entry: entryContract,
  invoicing: invoicingContract,
  purchases: purchasesContract,
  banking: bankingContract,
  reconciliation: reconciliationContract,
  treasury: treasuryContract,
  currency: currencyContract,
  lettering: letteringContract,
  vat: vatContract,
  assets: assetsContract,
  statements: statementsContract,
  closing: closingContract,
  fec: fecContract,
  exports: exportsContract,
  pack: packContract,
  automation: automationContract,
};

export type Contract = typeof contract;
