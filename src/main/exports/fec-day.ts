import { isRealDay } from "#contract/date.ts";

/** What a date field says. */
export interface FecDay {
  /** The day as the number AAAAMMJJ, or 0 when there is none or it cannot be read. */
  day: number;
  /** `none`: blank, `0`, `-` or `00000000`, which the tool counts as no date. */
  official: "ok" | "none" | "year" | "calendar" | "format";
  /** Only eight digits AAAAMMJJ of a day that exists satisfy the law. */
  law: "ok" | "none" | "format" | "unreal";
}

const NONE: FecDay = { day: 0, official: "none", law: "none" };
const PLACEHOLDER: FecDay = { day: 0, official: "none", law: "format" };
const YEAR_FIRST = /^(\d{4})[-/]?(\d\d)[-/]?(\d\d)$/;
const DAY_FIRST = /^(\d\d)\/(\d\d)\/(\d{4})$/;
const DAY_FIRST_BARE = /^(\d\d)(\d\d)((?:19|20)\d\d)$/;
const TIME = /[T ]\d\d:\d\d(:\d\d([.,]\d+)?)?Z?$/;
const REMEMBERED = 20_000;

/** A reader of date fields that remembers what it read: a file has few distinct days. */
export function fecDayReader(): (field: string) => FecDay {
  const known = new Map<string, FecDay>();
  return (field) => {
    if (field === "") return NONE;
    const hit = known.get(field);
    if (hit !== undefined) return hit;
    if (known.size >= REMEMBERED) known.clear();
    const day = readDay(field.trim());
    known.set(field, day);
    return day;
  };
}

function readDay(text: string): FecDay {
  if (text === "") return NONE;
  if (/^(0+|-+)$/.test(text)) return PLACEHOLDER;
  const bare = text.replace(TIME, "");
  const parts = readParts(bare);
  if (parts === undefined) return { day: 0, official: "format", law: "format" };
  const [year, month, day] = parts;
  const plausible = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  const real = isRealDay(year, month, day);
  return {
    day: real ? year * 10_000 + month * 100 + day : 0,
    official: officialDay(year, plausible),
    law: lawDay(/^\d{8}$/.test(text) && text.startsWith(String(year)), real),
  };
}

function officialDay(year: number, plausible: boolean): FecDay["official"] {
  if (!plausible) return "calendar";
  return year >= 1900 && year <= 2099 ? "ok" : "year";
}

function lawDay(written: boolean, real: boolean): FecDay["law"] {
  if (!written) return "format";
  return real ? "ok" : "unreal";
}

/** Year, month, day of the ways the tool reads; eight bare digits are year first if they can. */
function readParts(text: string): [number, number, number] | undefined {
  const yearFirst = YEAR_FIRST.exec(text);
  const century = text.slice(0, 2);
  if (yearFirst !== null && (century === "19" || century === "20")) return numbers(yearFirst);
  const dayFirst = DAY_FIRST.exec(text) ?? DAY_FIRST_BARE.exec(text);
  if (dayFirst !== null) {
    const [day, month, year] = numbers(dayFirst);
    return [year, month, day];
  }
  return yearFirst === null ? undefined : numbers(yearFirst);
}

function numbers(match: RegExpExecArray): [number, number, number] {
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}
