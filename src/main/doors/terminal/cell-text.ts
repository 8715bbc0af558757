import type { TerminalLanguage } from "./terminal-language.ts";
import { terminalWords } from "./terminal-words.ts";

/** What could move the cursor, change colours or turn the reading order of a person's screen. */
const UNSAFE = /[\p{Cc}\p{Bidi_Control}]/gu;

/** A text from a book or a bank made safe for a terminal, on one line. */
export function safeText(text: string): string {
  return text.replaceAll(UNSAFE, " ");
}

/** The same for a text of several lines. */
export function safeLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => safeText(line.replaceAll("\t", "  ")))
    .join("\n");
}

/** A value as a person reads it: the end of its name says its unit. */
export function cellText(name: string, value: unknown, lang: TerminalLanguage): string {
  const words = terminalWords[lang];
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number") return numberText(name, value, lang);
  if (typeof value === "string") return safeText(value);
  if (Array.isArray(value) && value.every((item) => typeof item !== "object")) {
    return safeText(value.join(", "));
  }
  return Array.isArray(value) ? `[${value.length}]` : safeText(JSON.stringify(value));
}

/** True when a column of this name is read from its right end. */
export function isRightAligned(value: unknown): boolean {
  return typeof value === "number";
}

function numberText(name: string, value: number, lang: TerminalLanguage): string {
  if (/(^m|M)inor$/.test(name) || /^d\d+$/.test(name)) return centsText(value, lang);
  if (name.endsWith("Bps")) return `${(value / 100).toLocaleString(localeOf(lang))} %`;
  if (/(^a|A)tMs$/.test(name)) return new Date(value).toISOString().slice(0, 19).replace("T", " ");
  return String(value);
}

function centsText(amountMinor: number, lang: TerminalLanguage): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return (amountMinor / 100).toLocaleString(localeOf(lang), digits);
}

function localeOf(lang: TerminalLanguage): string {
  return lang === "fr" ? "fr-FR" : "en-GB";
}
