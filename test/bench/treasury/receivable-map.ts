import { z } from "zod";

const order = z.string().transform((text, context): "mdy" | "dmy" | "ymd" => {
  const letters = [
    ...text
      .toLowerCase()
      .replaceAll(/[^ymdj]/g, "")
      .replaceAll("j", "d"),
  ];
  // Codes of time (%H:%M:%S) come after the date: the first three different letters tell.
  const found = [...new Set(letters)].join("").slice(0, 3);
  if (found === "mdy" || found === "dmy" || found === "ymd") return found;
  context.addIssue({ code: "custom", message: `"${text}" is not an order of year, month and day` });
  return z.NEVER;
});

const column = z.string().min(1);
const named = z.object({
  customer: column,
  issued: column,
  due: column,
  paid: column,
  amount: column,
});
const formats = z.object({ issued: order, due: order, paid: order });
const dateKeys = ["dates", "dateFormat", "dateFormats", "formats", "date_format", "date_formats"];

const rest = z.object({
  delimiter: z.string().length(1).default(","),
  decimal: z.enum([".", ","]).default("."),
  /** Last day of what the models learn from; by default the month's end after 78 % of the rows. */
  cut: z.iso.date().optional(),
});

/** Names of a table's columns and how its dates are written. */
export type ReceivableMap = z.infer<typeof named> &
  z.infer<typeof rest> & { formats: z.infer<typeof formats> };

/**
 * Reads a map of columns: the five names at its top or under `columns`, and the dates as one format
 * for all or one for each of `issued`, `due` and `paid` (`M/D/YYYY`, `%m/%d/%Y`, `mdy`, `YYYYMMDD`).
 */
export function readReceivableMap(text: string): ReceivableMap {
  const raw = z.looseObject({ columns: z.unknown().optional() }).parse(JSON.parse(text));
  const key = dateKeys.find((name) => raw[name] !== undefined);
  if (key === undefined) throw new Error(`The map names no date format; give "dateFormat".`);
  const written = raw[key];
  const all =
    typeof written === "string" ? { issued: written, due: written, paid: written } : written;
  return {
    ...named.parse(raw.columns ?? raw),
    ...rest.parse(raw),
    formats: formats.parse(all),
  };
}
