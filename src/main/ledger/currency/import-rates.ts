import type { ImportReport } from "#contract/procedure.ts";
import { closeImport, type ImportedFile, openImport } from "#main/automation/import-run.ts";
import { isRefusal } from "#main/base/refusal.ts";
import type { Act, Work } from "#main/store/book.ts";
import { readEcbRates } from "./read-ecb-rates.ts";

/**
 * Brings the ECB's rates into the book. A rate that is there already stays as it was booked with;
 * the reference rates of a day are published once.
 */
export function importRates(
  act: Act,
  file: ImportedFile,
  options: { preview: boolean },
): Work<ImportReport> {
  return (tx) => {
    const rates = readEcbRates(file);
    if (isRefusal(rates)) return rates;
    const importRunId = openImport(tx, act, { kind: "exchange-rates", file });
    const insert = tx.writing(
      "INSERT INTO exchange_rate (currency, dated_on, units_per_euro_micro, import_run_id) " +
        "VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
    );
    let added = 0;
    for (const rate of rates) {
      const values = [rate.currency, rate.datedOn, rate.unitsPerEuroMicro, importRunId];
      added += insert.run(...values).changes;
    }
    const { rows } = tx.reading("SELECT count(*) AS rows FROM exchange_rate").get() as {
      rows: number;
    };
    return closeImport(tx, importRunId, {
      kind: "exchange-rates",
      fileName: file.name,
      preview: options.preview,
      found: rates.length,
      added,
      already: rates.length - added,
      refused: [],
      inBook: { rows, totalMinor: 0 },
      notes: [],
    });
  };
}
