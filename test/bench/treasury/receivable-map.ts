import { z } from "zod";

/** How a column's dates are written; `auto` is found out from the dates where only one fits. */
export type DateOrder = "mdy" | "dmy" | "ymd" | "auto";

const order = z.string().transform((text, context): DateOrder => {
  const letters = [...text.toLowerCase().replaceAll("j", "d").replaceAll("a", "y")].filter((one) =>
    "ymd".includes(one),
  );
  // Codes of time (%H:%M:%S) come after the date: the first three different letters tell.
  const found = [...new Set(letters)].join("").slice(0, 3);
  if (found === "mdy" || found === "dmy" || found === "ymd") return found;
  context.addIssue({ code: "custom", message: `"${text}" is not an order of year, month and day` });
  return z.NEVER;
});

/** A column by its name, or by its name and how its dates are written. */
const column = z.union([
  z.string().min(1),
  z.looseObject({ column: z.string().min(1), format: order.optional() }),
]);
const columns = z.looseObject({
  ...{ customer: column, issued: column, due: column, paid: column, amount: column },
});
const byDate = z.looseObject({
  issued: order.optional(),
  due: order.optional(),
  paid: order.optional(),
});
const dateKeys = ["dates", "dateFormat", "dateFormats", "formats", "date_format", "date_formats"];

const rest = z.looseObject({
  columns: z.unknown().optional(),
  delimiter: z.string().length(1).default(","),
  decimal: z.enum([".", ","]).default("."),
  /** Last day of what the models learn from; by default the month's end after 78 % of the rows. */
  cut: z.iso.date().optional(),
});

type Field = "customer" | "issued" | "due" | "paid" | "amount";

/** Names of a table's columns and how its dates are written. */
export interface ReceivableMap extends Record<Field, string> {
  delimiter: string;
  decimal: "." | ",";
  cut?: string | undefined;
  formats: Record<"issued" | "due" | "paid", DateOrder>;
}

/**
 * Reads a map of columns: the five names at its top or under `columns`, and the dates as one format
 * for all, one for each of `issued`, `due` and `paid`, or beside a column's name (`M/D/YYYY`,
 * `%m/%d/%Y`, `mdy`, `YYYYMMDD`); a format that is not given is found out from the dates.
 */
export function readReceivableMap(text: string): ReceivableMap {
  const raw = rest.parse(JSON.parse(text));
  const named = columns.parse(raw.columns ?? raw);
  const written = dateKeys.map((key) => raw[key]).find((one) => one !== undefined);
  const all = typeof written === "string" ? order.parse(written) : undefined;
  const each = typeof written === "object" ? byDate.parse(written) : {};
  const nameOf = (field: Field) => {
    const one = named[field];
    return typeof one === "string" ? one : one.column;
  };
  const formatOf = (field: "issued" | "due" | "paid"): DateOrder => {
    const one = named[field];
    return (typeof one === "string" ? undefined : one.format) ?? each[field] ?? all ?? "auto";
  };
  return {
    ...{ customer: nameOf("customer"), issued: nameOf("issued"), due: nameOf("due") },
    ...{ paid: nameOf("paid"), amount: nameOf("amount") },
    ...{ delimiter: raw.delimiter, decimal: raw.decimal, cut: raw.cut },
    formats: { issued: formatOf("issued"), due: formatOf("due"), paid: formatOf("paid") },
  };
}
