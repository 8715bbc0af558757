import { AMOUNT_LABELS } from "./amount-labels.ts";
import type { BillReading, Field, ReadingContext } from "./bill-reading.ts";
import { amountsOf } from "./find-amounts.ts";
import { findBillDates } from "./find-bill-dates.ts";
import { findBillNumber } from "./find-bill-number.ts";
import { findCurrency } from "./find-currency.ts";
import { datesOf } from "./find-dates.ts";
import { findIdentifiers } from "./find-identifiers.ts";
import { ratesOf } from "./find-rates.ts";
import { findSupplierIds } from "./find-supplier-ids.ts";
import { findSupplierName } from "./find-supplier-name.ts";
import { confirmTotals, findTotals } from "./find-totals.ts";
import { findVatLines } from "./find-vat-lines.ts";
import { rankAmounts } from "./label-amounts.ts";
import { labelHits } from "./label-hit.ts";
import { rowsOf, type TextRow } from "./text-row.ts";
import type { Word } from "./word.ts";

const EXEMPT = new RegExp(
  "autoliquidation|reverse charge|tva non applicable|293 ?b|exonerat|hors champ|vat exempt|" +
    "exempt(?:ion)? (?:de tva|from vat|of vat)|art(?:icle)?\\.? ?(?:283|262|259|44)",
);

/**
 * Reads a supplier bill out of the words of its pages: supplier, number, dates, totals and VAT by
 * rate, each with a confidence, its place on the page, and the reasons for it. Pure.
 */
export function extractBill(words: readonly Word[], context: ReadingContext = {}): BillReading {
  const rows = rowsOf(words);
  const identifiers = findIdentifiers(rows);
  const dates = rows.flatMap(datesOf);
  const amounts = rows.flatMap(amountsOf);
  const rates = rows.flatMap(ratesOf);
  const ranked = rankAmounts(
    amounts,
    rows.flatMap((row) => labelHits(row, AMOUNT_LABELS)),
  );
  const creditNote = creditNoteOf(rows);
  const clues = {
    creditNote: creditNote.value === true,
    exempt: rows.some((row) => EXEMPT.test(row.folded)),
    ratesBps: [...new Set(rates.filter((r) => !r.second).map((r) => r.value))].filter(
      (bps) => bps <= 2700,
    ),
  };
  const chosen = findTotals(ranked, clues);
  const vatLines = findVatLines({ amounts, rates, totals: chosen });
  const totals = confirmTotals(chosen, vatLines, clues);
  return {
    supplierName: findSupplierName(rows, identifiers, context),
    ...findSupplierIds(rows, identifiers, context),
    number: findBillNumber(rows, dates, context.fileName),
    ...findBillDates(rows, dates),
    netMinor: totals.netMinor,
    vatMinor: totals.vatMinor,
    grossMinor: totals.grossMinor,
    vatLines,
    currency: findCurrency(rows),
    creditNote,
  };
}

const CREDIT_NOTE =
  /^(?:.{0,12}¦ )?(?:facture d'avoir|avoir|note de credit|credit note|gutschrift)(?!\p{L})/u;
const BILL = /^(?:.{0,12}¦ )?(?:votre )?(?:facture|invoice|rechnung)(?! d'avoir)(?!\p{L})/u;

/** An avoir calls itself so at the head of a line, before any line says facture. */
function creditNoteOf(rows: readonly TextRow[]): Field<boolean> {
  const first = rows.find((r) => r.page === 1 && r.y < 0.5 && CREDIT_NOTE.test(r.folded));
  const bill = rows.find((r) => r.page === 1 && BILL.test(r.folded));
  if (first && (!bill || first.index < bill.index)) {
    return { value: true, confidence: 0.9, box: first, reasons: ["labelled"] };
  }
  return { value: false, confidence: bill ? 0.95 : 0.7, reasons: bill ? ["labelled"] : [] };
}
