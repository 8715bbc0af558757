import { addDays } from "#contract/date.ts";

/** A bank's CSV over a year: customers' transfers, some of the same day and amount. */
export function longCsv(lines: number): string {
  const rows = ["Date;Libellé;Montant"];
  for (let i = 0; i < lines; i++) {
    const day = addDays("2026-01-01", i % 365)
      .split("-")
      .reverse()
      .join("/");
    rows.push(`${day};VIR SEPA RECU /DE CLIENT ${i % 700} /MOTIF FA-${i};${(i % 9000) + 1},50`);
  }
  return rows.join("\n");
}
