/**
 * Money and dates as people read them, French and English side by side. French follows the
 * Imprimerie nationale: U+202F between thousands, a no-break space before €, a true minus.
 */

type Language = "fr" | "en";

const LOCALES = { fr: "fr-FR", en: "en-GB" } as const;
const MINUS = "\u2212";
const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** `1 234,56 €` · `€1,234.56`. */
export function formatMoney(amountMinor: number, language: Language, currency = "EUR"): string {
  return written(amountMinor, language, { style: "currency", currency });
}

/** `1 234,56` · `1,234.56`: an amount where the column already says the currency. */
export function formatAmount(amountMinor: number, language: Language): string {
  return written(amountMinor, language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** `+1 234,56 €` · `−12,00 €`: a movement, always with its sign (zero has none). */
export function formatMovement(amountMinor: number, language: Language): string {
  const text = formatMoney(amountMinor, language);
  return amountMinor > 0 ? `+${text}` : text;
}

/** `12,3 k€` · `€12.3k`, `1,2 M€` · `€1.2M`: for axes and headlines, never for sheets. */
export function formatShortMoney(amountMinor: number, language: Language): string {
  const size = Math.abs(amountMinor);
  if (size < 1_000_00) return whole(amountMinor / 100, language, "");
  if (size < 999_950_00) return whole(amountMinor / 1_000_00, language, "k");
  return whole(amountMinor / 1_000_000_00, language, "M");
}

/** `1 234`: rows, days, pieces. */
export function formatCount(count: number, language: Language): string {
  return trueMinus(numberFormat(language, {}).format(count));
}

/** `5,5 %` · `5.5%` from basis points. */
export function formatRate(rateBps: number, language: Language): string {
  const options = { style: "percent", maximumFractionDigits: 2 } as const;
  return trueMinus(numberFormat(language, options).format(rateBps / 10_000));
}

/** `5,5` · `5.5`: days, factors; one decimal at most unless told. */
export function formatDecimal(value: number, language: Language, most = 1): string {
  return trueMinus(numberFormat(language, { maximumFractionDigits: most }).format(value));
}

/** `5,5 %` · `5.5%` from a share of one; always one decimal unless told, to line up in a list. */
export function formatShare(share: number, language: Language, digits = 1): string {
  const fixed = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const options = { style: "percent", ...fixed } as const;
  return trueMinus(numberFormat(language, options).format(share));
}

/** `31/12/2026` in both languages: the sheets of a French company are read day first. */
export function formatDate(date: string): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** `12 mars` · `12 March`; the year is added when it differs from the reference's. */
export function formatDay(date: string, language: Language, referenceOn?: string): string {
  const isOtherYear = referenceOn !== undefined && referenceOn.slice(0, 4) !== date.slice(0, 4);
  const options: Intl.DateTimeFormatOptions = { day: "numeric", month: "long" };
  if (isOtherYear) options.year = "numeric";
  const text = dateFormat(language, options).format(Date.parse(`${date.slice(0, 10)}T00:00:00Z`));
  return language === "fr" ? text.replace(/^1 /, "1er ") : text;
}

/** `mars 2026` · `March 2026` from `YYYY-MM` or a date. */
export function formatMonth(month: string, language: Language): string {
  const options = { month: "long", year: "numeric" } as const;
  return dateFormat(language, options).format(Date.parse(`${month.slice(0, 7)}-01T00:00:00Z`));
}

/** `mars` · `Mar`: short month for an axis. */
export function formatShortMonth(month: string, language: Language): string {
  const options = { month: "short" } as const;
  return dateFormat(language, options).format(Date.parse(`${month.slice(0, 7)}-01T00:00:00Z`));
}

/** `12/03/2026 14:05` in the zone of this machine: journals and histories. */
export function formatInstant(atMs: number, language: Language): string {
  const options: Intl.DateTimeFormatOptions = {
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  };
  return new Intl.DateTimeFormat(LOCALES[language], options).format(atMs).replace(",", "");
}

/** `1234567,89`: an amount for a spreadsheet's clipboard, without spaces or currency. */
export function plainAmount(amountMinor: number, language: Language): string {
  const text = decimalText(amountMinor);
  return language === "fr" ? text.replace(".", ",") : text;
}

/** `1,5 Mo` · `1.5 MB` from bytes. */
export function formatBytes(bytes: number, language: Language): string {
  const unit = language === "fr" ? "o" : "B";
  const options = { maximumFractionDigits: 1 } as const;
  if (bytes < 1_000) return `${formatCount(bytes, language)}\u00a0${unit}`;
  const [size, mark] = bytes < 1_000_000 ? [bytes / 1_000, "k"] : [bytes / 1_000_000, "M"];
  return `${numberFormat(language, options).format(size)}\u00a0${mark}${unit}`;
}

/** Cents as an exact decimal text, so that no float ever carries an amount. */
function decimalText(amountMinor: number): `${number}` {
  const digits = String(Math.abs(amountMinor)).padStart(3, "0");
  const text = `${digits.slice(0, -2)}.${digits.slice(-2)}`;
  return `${amountMinor < 0 ? "-" : ""}${text}` as `${number}`;
}

function written(minor: number, language: Language, options: Intl.NumberFormatOptions): string {
  return trueMinus(numberFormat(language, options).format(decimalText(minor)));
}

function whole(amount: number, language: Language, mark: "" | "k" | "M"): string {
  const digits = mark === "" || Math.abs(amount) >= 100 ? 0 : 1;
  const number = numberFormat(language, { maximumFractionDigits: digits });
  const text = trueMinus(number.format(amount));
  if (language === "fr") return `${text}\u00a0${mark}€`;
  return text.startsWith(MINUS) ? `${MINUS}€${text.slice(1)}${mark}` : `€${text}${mark}`;
}

/** Intl writes ASCII hyphens in French; a hyphen beside figures reads as a dash. */
function trueMinus(text: string): string {
  return text.replace("-", MINUS);
}

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  const known = numberFormats.get(key) ?? new Intl.NumberFormat(LOCALES[language], options);
  numberFormats.set(key, known);
  return known;
}

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const known =
    dateFormats.get(key) ??
    new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: "UTC" });
  dateFormats.set(key, known);
  return known;
}
