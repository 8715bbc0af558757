import { fecDayReader } from "../fec-day.ts";

const DAY_FIRST = /^(\d{1,2})[./-](\d{1,2})[./-](\d{2}|\d{4})$/;

/** A reader of dates as packages write them; nothing for a blank field or one that is no day. */
export function looseDayReader(): (field: string) => string | undefined {
  const readDay = fecDayReader();
  const known = new Map<string, string | undefined>();
  return (field) => {
    if (field === "") return undefined;
    if (known.has(field)) return known.get(field);
    if (known.size > 20_000) known.clear();
    const { day } = readDay(dayFirst(field.trim()));
    const text = String(day);
    const on = day === 0 ? undefined : `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
    known.set(field, on);
    return on;
  };
}

/** `5.1.25` and `05-01-2025` as `05/01/2025`. */
function dayFirst(text: string): string {
  const match = DAY_FIRST.exec(text);
  if (match === null) return text;
  const [, day = "", month = "", year = ""] = match;
  const century = Number(year) < 70 ? "20" : "19";
  const full = year.length === 2 ? century + year : year;
  return `${day.padStart(2, "0")}/${month.padStart(2, "0")}/${full}`;
}
