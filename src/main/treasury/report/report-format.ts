import type { Figure } from "#contract/finding.ts";
import { dateWords, moneyWords } from "#contract/sentence.ts";
import type { NarrativeLanguage } from "#contract/treasury-narrative.ts";

/** How the report writes what the findings hold. */
export interface ReportFormat {
  language: NarrativeLanguage;
  money: (minor: number) => string;
  /** Of a table: a dash for nothing. */
  amount: (minor: number) => string;
  /** With its sign: `+1 200,00 €`. */
  movement: (minor: number) => string;
  /** Of an axis: `12 k€`. */
  short: (minor: number) => string;
  share: (share: number) => string;
  number: (value: number) => string;
  date: (on: string) => string;
  /** `12 mars`, `12 March`. */
  day: (on: string) => string;
  month: (on: string) => string;
  figure: (figure: Pick<Figure, "value" | "unit">) => string;
}

/** The house's way to write numbers and days, with a true minus. */
export function reportFormat(language: NarrativeLanguage): ReportFormat {
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const shares = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const days = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" });
  const months = new Intl.DateTimeFormat(locale, {
    ...{ month: "long", year: "numeric", timeZone: "UTC" },
  });
  const at = (on: string) => Date.parse(`${on}T00:00:00Z`);
  const money = (minor: number) => trueMinus(moneyWords(minor, language));
  const number = (value: number) => trueMinus(numbers.format(value));
  const share = (value: number) => trueMinus(shares.format(value));
  const figure: ReportFormat["figure"] = ({ value, unit }) => {
    if (value === null) return "–";
    if (unit === "minor") return money(value);
    if (unit === "share") return share(value);
    if (unit === "days") return `${number(value)} ${language === "fr" ? "j" : "d"}`;
    return number(value);
  };
  return {
    ...{ language, money, number, share, figure, date: dateWords },
    amount: (minor) => (minor === 0 ? "–" : money(minor)),
    movement: (minor) => `${minor > 0 ? "+" : ""}${money(minor)}`,
    short: (minor) => shortMoney(minor, numbers, language),
    day: (on) => days.format(at(on)),
    month: (on) => months.format(at(on)),
  };
}

function shortMoney(minor: number, numbers: Intl.NumberFormat, language: NarrativeLanguage) {
  const [size, letter] =
    Math.abs(minor) >= 100_000_000
      ? [100_000_000, "M"]
      : Math.abs(minor) >= 100_000
        ? [100_000, "k"]
        : [100, ""];
  const text = trueMinus(numbers.format(minor / size));
  return language === "fr" ? `${text}\u00a0${letter}€` : `€${text}${letter}`.replace("€−", "−€");
}

function trueMinus(text: string): string {
  return text.replace(/^-/, "\u2212");
}
