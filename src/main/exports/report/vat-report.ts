import { moneyWords } from "#contract/sentence.ts";
import type { StatementRow } from "#contract/statements.ts";
import type { VatReturn } from "#contract/vat.ts";
import type { Report } from "./report.ts";

const SECTIONS = {
  fr: {
    taxed: "Opérations taxées",
    untaxed: "Opérations non taxées",
    gross: "TVA brute",
    deductible: "TVA déductible",
    net: "Solde",
  },
  en: {
    taxed: "Taxed operations",
    untaxed: "Operations not taxed",
    gross: "Gross VAT",
    deductible: "Deductible VAT",
    net: "Balance",
  },
} as const;

/** A VAT return as a sheet of boxes, in whole euros as the form wants them. */
export function vatReport(
  sheet: VatReturn,
  of: Pick<Report, "company" | "language" | "madeOn">,
  period: string,
): Report {
  const isFrench = of.language === "fr";
  const rows: StatementRow[] = [];
  for (const [section, boxes] of Map.groupBy(sheet.boxes, (box) => box.section)) {
    const title = SECTIONS[of.language][section];
    rows.push({ id: section, kind: "heading", cells: [title, null, null, null] });
    for (const box of boxes) {
      const kind = box.isTotal ? "subtotal" : "line";
      const cells = [box.code, box[of.language], box.baseMinor, box.taxMinor];
      rows.push({ id: box.code, kind, cells });
    }
  }
  const state =
    sheet.declared === null
      ? [isFrench ? "Projet, non arrêté" : "Draft, not settled"]
      : [isFrench ? `Arrêtée par ${sheet.declared.by}` : `Settled by ${sheet.declared.by}`];
  const balance =
    sheet.toPayMinor > 0
      ? `${isFrench ? "À payer" : "To pay"} : ${moneyWords(sheet.toPayMinor, of.language)}`
      : `${isFrench ? "Crédit" : "Credit"} : ${moneyWords(sheet.creditAfterMinor, of.language)}`;
  return {
    ...of,
    title: `${isFrench ? "Déclaration de TVA" : "VAT return"} ${sheet.formName}`,
    filter: [period, ...state, balance],
    columns: [
      { key: "code", label: isFrench ? "Case" : "Box", type: "text", share: 0.8 },
      { key: "label", label: isFrench ? "Libellé" : "Label", type: "text", share: 6 },
      { key: "base", label: isFrench ? "Base HT" : "Net base", type: "money", share: 1.5 },
      { key: "tax", label: isFrench ? "Taxe" : "Tax", type: "money", share: 1.5 },
    ],
    rows,
  };
}
