import { applyRateBps, netOfGrossBps } from "#main/base/money.ts";
import { type RefusedRow, refuseRow } from "./refused-row.ts";
import type { VatLine, VatTreatment } from "./vat-document.ts";

/** What a row says of its amounts; absent where the file has no column or an empty cell. */
export interface StatedVat {
  line: number;
  treatment: VatTreatment;
  rateBps: number | undefined;
  netMinor: number | undefined;
  vatMinor: number | undefined;
  grossMinor: number | undefined;
  /** Headers (or titles) to name in a refusal. */
  columns: { rate: string; gross: string };
}

/**
 * Cents by which a row's VAT may differ from rate × net. Rounding once gives at most one; real
 * invoices round per item and then add up, so two are accepted.
 */
export const VAT_TOLERANCE_MINOR = 2;

/** Rates in force in metropolitan France, overseas and Corsica (CGI art. 278 to 298), in bps. */
const FRENCH_RATES = [2000, 1000, 550, 210, 850, 1300, 175, 105, 90];

/**
 * Completes and checks the amounts of a row: two of net, VAT and gross give the third; one of
 * them needs the rate. Net + VAT is gross to the cent; VAT charged is rate × net within
 * `VAT_TOLERANCE_MINOR`; treatments other than domestic charge none.
 */
export function settleVat(stated: StatedVat): VatLine | RefusedRow {
  const { line, treatment, columns } = stated;
  const amounts = completeAmounts(stated);
  if (amounts === undefined) {
    const hasOne = stated.netMinor !== undefined || stated.grossMinor !== undefined;
    const column = hasOne ? columns.rate : columns.gross;
    return refuseRow("files.missing-cell", { line, column });
  }
  const { netMinor, vatMinor, grossMinor } = amounts;
  if (netMinor + vatMinor !== grossMinor) {
    return refuseRow("files.total-mismatch", { line, netMinor, vatMinor, grossMinor });
  }
  if (treatment !== "domestic") {
    if (vatMinor !== 0) return refuseRow("files.vat-not-due", { line, treatment, vatMinor });
    return { rateBps: stated.rateBps ?? 0, netMinor, vatMinor };
  }
  const rateBps = stated.rateBps ?? rateOf(netMinor, vatMinor);
  if (rateBps === undefined) {
    return refuseRow("files.missing-cell", { line, column: columns.rate });
  }
  const expectedMinor = applyRateBps(netMinor, rateBps);
  if (Math.abs(expectedMinor - vatMinor) > VAT_TOLERANCE_MINOR) {
    return refuseRow("files.vat-mismatch", { line, rateBps, vatMinor, expectedMinor });
  }
  return { rateBps, netMinor, vatMinor };
}

interface Amounts {
  netMinor: number;
  vatMinor: number;
  grossMinor: number;
}

function completeAmounts(stated: StatedVat): Amounts | undefined {
  const { netMinor: net, vatMinor: vat, grossMinor: gross } = stated;
  if (net !== undefined && vat !== undefined) {
    return { netMinor: net, vatMinor: vat, grossMinor: gross ?? net + vat };
  }
  if (net !== undefined && gross !== undefined) {
    return { netMinor: net, vatMinor: gross - net, grossMinor: gross };
  }
  if (vat !== undefined && gross !== undefined) {
    return { netMinor: gross - vat, vatMinor: vat, grossMinor: gross };
  }
  const rate = stated.treatment === "domestic" ? stated.rateBps : 0;
  if (rate === undefined) return undefined;
  if (gross !== undefined) {
    const part = netOfGrossBps(gross, rate);
    return { netMinor: part, vatMinor: gross - part, grossMinor: gross };
  }
  if (net === undefined) return undefined;
  const due = applyRateBps(net, rate);
  return { netMinor: net, vatMinor: due, grossMinor: net + due };
}

/** The rate that amounts prove when the file gives none: the nearest of the French ones. */
function rateOf(netMinor: number, vatMinor: number): number | undefined {
  if (vatMinor === 0) return 0;
  const gap = (rate: number) => Math.abs(applyRateBps(netMinor, rate) - vatMinor);
  const nearest = FRENCH_RATES.toSorted((a, b) => gap(a) - gap(b))[0];
  return nearest !== undefined && gap(nearest) <= VAT_TOLERANCE_MINOR ? nearest : undefined;
}
