import { parse } from "csv-parse/sync";
import { SaxesParser } from "saxes";
import type { ExchangeRate } from "#contract/currency.ts";
import { isDate } from "#contract/date.ts";
import type { ImportedFile } from "#main/automation/import-run.ts";
import { decodeText } from "#main/base/decode-text.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { rateMicroOf } from "./convert.ts";

const MONTHS = [
  ...["january", "february", "march", "april", "may", "june", "july"],
  ...["august", "september", "october", "november", "december"],
];

/**
 * Reads the euro reference rates as the European Central Bank publishes them: the CSV of one day
 * (`20 November 2026`) or of the history (`2026-11-20`), or the XML of either (eurofxref). A rate
 * that was not quoted (`N/A`) is left out.
 */
export function readEcbRates(file: ImportedFile): ExchangeRate[] | Refusal {
  const { text } = decodeText(file.bytes);
  const rates = text.trimStart().startsWith("<") ? readXml(file.name, text) : readCsv(file, text);
  if (isRefusal(rates)) return rates;
  return rates.length === 0 ? refuse("currency.not-rates", { file: file.name }) : rates;
}

function readCsv(file: ImportedFile, text: string): ExchangeRate[] | Refusal {
  const rows = parse(text, {
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  }) as string[][];
  const [head, ...days] = rows;
  if (head?.[0]?.toLowerCase() !== "date") return refuse("currency.not-rates", { file: file.name });
  const rates: ExchangeRate[] = [];
  for (const [i, cells] of days.entries()) {
    const line = i + 2;
    const datedOn = dayOf(cells[0] ?? "");
    if (datedOn === undefined) {
      return refuse("currency.bad-date", { file: file.name, line, text: cells[0] ?? "" });
    }
    for (const [column, currency] of head.entries()) {
      const cell = cells[column] ?? "";
      if (column === 0 || !/^[A-Z]{3}$/.test(currency) || /^(N\/A|-|)$/.test(cell)) continue;
      const unitsPerEuroMicro = rateMicroOf(cell);
      if (unitsPerEuroMicro === undefined) {
        return refuse("currency.bad-rate", { file: file.name, line, currency, text: cell });
      }
      rates.push({ currency, datedOn, unitsPerEuroMicro });
    }
  }
  return rates;
}

function readXml(name: string, text: string): ExchangeRate[] | Refusal {
  const rates: ExchangeRate[] = [];
  let datedOn: string | undefined;
  let refused: Refusal | undefined;
  const parser = new SaxesParser();
  parser.on("opentag", (tag) => {
    if (!/(^|:)Cube$/.test(tag.name)) return;
    const { time, currency, rate } = tag.attributes as Record<string, string | undefined>;
    if (time !== undefined) datedOn = dayOf(time);
    if (currency === undefined || rate === undefined) return;
    const unitsPerEuroMicro = rateMicroOf(rate);
    if (datedOn === undefined) {
      refused ??= refuse("currency.bad-date", { file: name, line: parser.line, text: time ?? "" });
    } else if (unitsPerEuroMicro === undefined) {
      const { line } = parser;
      refused ??= refuse("currency.bad-rate", { file: name, line, currency, text: rate });
    } else {
      rates.push({ currency, datedOn, unitsPerEuroMicro });
    }
  });
  try {
    parser.write(text).close();
  } catch {
    return refuse("currency.not-rates", { file: name });
  }
  return refused ?? rates;
}

/** `2026-11-20` or `20 November 2026` as a date. */
function dayOf(text: string): string | undefined {
  const words = /^(\d{1,2}) ([A-Za-z]+) (\d{4})$/.exec(text.trim());
  const month = words === null ? 0 : MONTHS.indexOf((words[2] ?? "").toLowerCase()) + 1;
  const two = (n: number | string) => String(n).padStart(2, "0");
  const day = words === null ? text.trim() : `${words[3]}-${two(month)}-${two(words[1] ?? "")}`;
  return isDate(day) ? day : undefined;
}
