import { dateWords } from "#contract/sentence.ts";
import type { StatementColumn } from "#contract/statements.ts";

const amounts = {
  fr: new Intl.NumberFormat("fr-FR", { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
};
const percents = {
  fr: new Intl.NumberFormat("fr-FR", { style: "percent", maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat("en-GB", { style: "percent", maximumFractionDigits: 1 }),
};

/** A cell as it is printed. */
export function cellWords(
  column: StatementColumn,
  cell: string | number | null | undefined,
  language: "fr" | "en",
): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") {
    return column.type === "percent"
      ? percents[language].format(cell / 10_000)
      : amounts[language].format(cell / 100);
  }
  return /^\d{4}-\d{2}-\d{2}$/.test(cell) ? dateWords(cell) : cell;
}
