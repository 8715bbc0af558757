import { amountCell, csvText } from "./csv-text.ts";
import { loan, netPayOf, socialShares } from "./recurring-flows.ts";
import type { VatMonth } from "./vat-return.ts";
import { frenchDate } from "./working-day.ts";

export type Recurrence = "Unique" | "Mensuelle" | "Trimestrielle" | "Annuelle";

/** One certain flow after the sample's end; receipts are positive. */
export type ScheduleRow = {
  on: string;
  label: string;
  amountMinor: number;
  category: string;
  recurrence: Recurrence;
};

/** Flows that come once: date, label, euros, category. */
const ONCE = [
  ["2027-01-20", "Acompte presse numérique", -96_000, "Investissement"],
  ["2027-02-24", "TVA de janvier 2027 (CA3, estimation)", -9_800, "TVA"],
  ["2027-02-26", "Solde presse numérique", -324_000, "Investissement"],
  ["2027-03-15", "Acompte d'impôt sur les sociétés", -8_460, "Impôts"],
  ["2027-03-24", "TVA de février 2027 (CA3, estimation)", -10_400, "TVA"],
  ["2027-05-17", "Solde d'impôt sur les sociétés 2026", -14_300, "Impôts"],
] as const;

/** The certain flows known at the end of 2026, with the press that empties the accounts. */
export function scheduleRows(vat: readonly VatMonth[]): ScheduleRow[] {
  const december = vat.at(-1);
  const urssafMinor = -socialShares("2026-12-01").urssaf;
  const once: ScheduleRow[] = ONCE.map(([on, label, euros, category]) => ({
    on,
    label,
    category,
    recurrence: "Unique",
    amountMinor: euros * 100,
  }));
  once.push(
    {
      on: "2027-01-15",
      label: "URSSAF, paie de décembre (prime)",
      recurrence: "Unique",
      amountMinor: urssafMinor,
      category: "Charges sociales",
    },
    {
      on: december?.payOn ?? "",
      label: "TVA de décembre 2026 (CA3)",
      recurrence: "Unique",
      amountMinor: -(december?.dueMinor ?? 0),
      category: "TVA",
    },
  );
  return [...once, ...monthlyRows()].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function monthlyRows(): ScheduleRow[] {
  const pay = netPayOf("2026-11-01").reduce((sum, p) => sum + p.amountMinor, 0);
  const usual = socialShares("2026-11-01");
  const rows = [
    ["2027-01-28", "Salaires nets", pay, "Salaires"],
    ["2027-02-15", "URSSAF", usual.urssaf, "Charges sociales"],
    ["2027-01-15", "Prélèvement à la source", usual.tax, "Charges sociales"],
    ["2027-01-25", "Retraite complémentaire", usual.pension, "Charges sociales"],
    ["2027-01-05", "Mutuelle santé collective", usual.health, "Charges sociales"],
    [
      "2027-01-10",
      `Échéance ${loan.reference.toLowerCase().replace("pret", "prêt")}`,
      loan.instalmentMinor,
      "Emprunt",
    ],
  ] as const;
  return rows.map(([on, label, amountMinor, category]) => ({
    on,
    label,
    category,
    recurrence: "Mensuelle",
    amountMinor: -amountMinor,
  }));
}

export function scheduleCsv(rows: readonly ScheduleRow[]): string {
  const header = ["Date", "Libellé", "Montant", "Catégorie", "Récurrence"];
  const cells = rows.map((row) => [
    frenchDate(row.on),
    row.label,
    amountCell(row.amountMinor),
    row.category,
    row.recurrence,
  ]);
  return csvText([header, ...cells]);
}
