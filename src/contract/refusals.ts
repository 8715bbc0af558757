import { assetsRefusals } from "./refusals/assets.ts";
import { bankingRefusals } from "./refusals/banking.ts";
import { bookRefusals } from "./refusals/book.ts";
import { closingRefusals } from "./refusals/closing.ts";
import { currencyRefusals } from "./refusals/currency.ts";
import { documentRefusals } from "./refusals/documents.ts";
import { entryRefusals } from "./refusals/entry.ts";
import { exportsRefusals } from "./refusals/exports.ts";
import { fecRefusals } from "./refusals/fec.ts";
import { fileRefusals } from "./refusals/files.ts";
import { ledgerRefusals } from "./refusals/ledger.ts";
import { letteringRefusals } from "./refusals/lettering.ts";
import { packRefusals } from "./refusals/pack.ts";
import { providerRefusals } from "./refusals/providers.ts";
import { rulesRefusals } from "./refusals/rules.ts";
import { statementsRefusals } from "./refusals/statements.ts";
import { terminalRefusals } from "./refusals/terminal.ts";
import { tradeRefusals } from "./refusals/trade.ts";
import { treasuryRefusals } from "./refusals/treasury.ts";
import { planRefusals } from "./refusals/treasury-plan.ts";
import { vatRefusals } from "./refusals/vat.ts";
import type { Sentence } from "./sentence.ts";

/** Every refusal of the office, with its sentence in French and English. */
export const refusals = {
  ...assetsRefusals,
  ...tradeRefusals,
  ...bankingRefusals,
  ...closingRefusals,
  ...currencyRefusals,
  ...documentRefusals,
  ...entryRefusals,
  ...exportsRefusals,
  ...fecRefusals,
  ...fileRefusals,
  ...bookRefusals,
  ...ledgerRefusals,
  ...letteringRefusals,
  ...packRefusals,
  ...providerRefusals,
  ...rulesRefusals,
  ...statementsRefusals,
  ...terminalRefusals,
  ...treasuryRefusals,
  ...planRefusals,
  ...vatRefusals,
} as const;

export type RefusalCode = keyof typeof refusals;

/** The facts that the sentence of a code needs. */
export type RefusalFacts<C extends RefusalCode> =
  (typeof refusals)[C] extends Sentence<infer F> ? F : never;

/** The sentence of a refusal as it travels through the contract. */
export function refusalSentence(code: RefusalCode, facts: object, locale: "fr" | "en"): string {
  const words = refusals[code] as Sentence<object>;
  return words[locale](facts);
}
