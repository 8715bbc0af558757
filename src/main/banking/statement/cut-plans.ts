import { isRefusal } from "#main/base/refusal.ts";
import { readTable } from "#main/base/table/read-table.ts";
import type { FileKind } from "#main/base/table/sniff-file-kind.ts";
import type { CsvOptions } from "./read-statement-csv.ts";
import { namesOf } from "./read-statement-csv.ts";

/** How a format is cut between two records. Texts are bytes taken as Latin-1 characters. */
export interface CutPlan {
  /** Where the first record starts; -1 when none does yet. */
  firstRecord: (text: string) => number;
  /** Where the last record starts that others stand before; 0 or less when there is none. */
  lastRecord: (text: string) => number;
  /** Where the last statement of an account starts; -1 when the text holds no start. */
  lastSection: (text: string) => number;
  /** What closes a piece that is cut before its end. */
  closing: (head: string) => string;
}

/** The plan for a format; undefined for those that are only read whole. */
export function planFor(
  kind: FileKind,
  head: Uint8Array,
  options: CsvOptions,
): CutPlan | undefined {
  if (isWide(head)) return undefined;
  switch (kind) {
    case "camt.052":
    case "camt.053":
    case "camt.054":
      return {
        ...patternPlan(/<(?:[\w.-]+:)?Ntry[\s>]/g, /<(?:[\w.-]+:)?(?:Stmt|Rpt|Ntfctn)[\s>]/g),
        closing: closingTags,
      };
    case "ofx":
      return {
        ...patternPlan(/<STMTTRN>/gi, /<(?:CC)?STMTRS>/gi),
        closing: () => "</OFX>",
      };
    case "mt940":
      return patternPlan(/(?<=\n):61:/g, /(?:^|(?<=\n)):20:/g);
    case "cfonb120":
      return patternPlan(/(?<=\n)04\d{5}/g, /(?:^|(?<=\n))01\d{5}/g);
    case "qif":
      return patternPlan(/(?<=\n\^\r?\n|!Type:[^\n]*\n)[A-Z]/g, /(?:^|(?<=\n))!Type:/gi);
    case "text":
      return csvPlan(head, options);
    default:
      return undefined;
  }
}

/** UTF-16 has a zero in every other byte: its records are not cut. */
function isWide(head: Uint8Array): boolean {
  return (head[0] ?? 0) >= 0xfe || head.subarray(0, 200).includes(0);
}

function patternPlan(record: RegExp, section: RegExp): CutPlan {
  return {
    firstRecord: (text) => {
      record.lastIndex = 0;
      return record.exec(text)?.index ?? -1;
    },
    lastRecord: (text) => lastMatch(text, record),
    lastSection: (text) => lastMatch(text, section),
    closing: () => "",
  };
}

/** The last match, looked for from the end in ever longer tails. */
function lastMatch(text: string, pattern: RegExp): number {
  for (let tail = 65_536; ; tail *= 16) {
    const from = Math.max(0, text.length - tail);
    const last = [...text.slice(from).matchAll(pattern)].at(-1);
    // A match at the tail's very start may only look like one: what stands before is not seen.
    if (last !== undefined && (last.index > 0 || from === 0)) return from + last.index;
    if (from === 0) return -1;
  }
}

/** The end tags of the elements that the head leaves open. */
function closingTags(head: string): string {
  const open: string[] = [];
  for (const [, slash, name = "", own] of head.matchAll(/<(\/?)([\w.:-]+)[^<>]*?(\/?)>/g)) {
    if (slash === "/") open.pop();
    else if (own !== "/") open.push(name);
  }
  return open
    .reverse()
    .map((name) => `</${name}>`)
    .join("");
}

/** A CSV is one statement under one header; a line end within quotation marks ends no record. */
function csvPlan(head: Uint8Array, options: CsvOptions): CutPlan | undefined {
  const end = head.lastIndexOf(10);
  const table = readTable({ name: "", bytes: head.subarray(0, end + 1) }, namesOf(options));
  if (end < 0 || isRefusal(table)) return undefined;
  return {
    firstRecord: (text) => afterLine(text, table.headerLine),
    lastRecord: lastCsvRecord,
    lastSection: () => -1,
    closing: () => "",
  };
}

function afterLine(text: string, line: number): number {
  let at = 0;
  for (let n = 0; n < line; n++) {
    at = text.indexOf("\n", at) + 1;
    if (at === 0) return -1;
  }
  return at;
}

function lastCsvRecord(text: string): number {
  let isQuoted = false;
  let last = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) isQuoted = !isQuoted;
    else if (code === 10 && !isQuoted) last = at + 1;
  }
  return last;
}
