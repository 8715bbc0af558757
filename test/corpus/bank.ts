import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { refusalSentence } from "#contract/refusals.ts";
import type { ParsedStatement } from "#main/banking/statement/parsed-statement.ts";
import { readStatements } from "#main/banking/statement/read-statements.ts";
import { isRefusal } from "#main/base/refusal.ts";

/** Outcome of the check of a folder of sample statements. */
export interface CorpusOutcome {
  passed: number;
  failed: number;
  /** One line per file: its name and what it gave. */
  report: string[];
}

/**
 * Reads every file of `camt053`, `camt052-054`, `ofx`, `csv`, `mt940`, `qif` and `cfonb120` below
 * a folder. A file passes when it is read, or refused by a sentence in both languages; it fails
 * on a thrown fault, a line outside the contract, or a CAMT balance gap that a naive auditor,
 * adding up the amounts of the text, does not find too (some samples do not balance).
 */
export function runBankCorpus(dir: string): CorpusOutcome {
  const outcome: CorpusOutcome = { passed: 0, failed: 0, report: [] };
  for (const folder of readdirSync(dir, { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    for (const name of readdirSync(join(dir, folder.name)).sort()) {
      if (name.endsWith(".md")) continue;
      const bytes = readFileSync(join(dir, folder.name, name));
      const { ok, words } = check(name, bytes);
      if (ok) outcome.passed++;
      else outcome.failed++;
      outcome.report.push(`${ok ? "ok  " : "FAIL"} ${folder.name}/${name}: ${words}`);
    }
  }
  return outcome;
}

function check(name: string, bytes: Uint8Array): { ok: boolean; words: string } {
  try {
    const reading = readStatements({ name, bytes });
    if (isRefusal(reading)) {
      const words = refusalSentence(reading.code, reading.facts, "fr");
      const both = words !== "" && refusalSentence(reading.code, reading.facts, "en") !== "";
      return { ok: both && !words.includes("undefined"), words };
    }
    const audited = auditCamt(textOf(name, bytes));
    const results = reading.map((statement, i) => checkStatement(statement, audited[i]));
    return { ok: results.every((r) => r.ok), words: results.map((r) => r.words).join(" | ") };
  } catch (fault) {
    return { ok: false, words: `thrown ${String(fault)}` };
  }
}

/** The text of a file, or of every file of an archive. */
function textOf(name: string, bytes: Uint8Array): string {
  const parts = name.endsWith(".zip") ? Object.values(unzipSync(bytes)) : [bytes];
  return parts.map((part) => new TextDecoder().decode(part)).join("\n");
}

/** Closing less opening less entries, per statement, in cents, by plain text search. */
function auditCamt(text: string): (number | undefined)[] {
  return [...text.matchAll(/<Stmt>.*?<\/Stmt>/gs)].map(([statement]) => {
    const balances = [...statement.matchAll(/<Bal>.*?<\/Bal>/gs)].map(([b]) => b);
    const opening = balances.find((b) => /OPBD/.test(b)) ?? balances.find((b) => /PRCD/.test(b));
    const closing = balances.findLast((b) => /CLBD/.test(b));
    const currencies = new Set([opening, closing].map((b) => /Ccy="(\w+)"/.exec(b ?? "")?.[1]));
    if (!opening || !closing || currencies.size > 1) return undefined;
    const entries = [...statement.matchAll(/<Ntry>.*?<\/Ntry>/gs)].map(([n]) => signedCents(n));
    return Math.round(signedCents(closing) - signedCents(opening) - entries.reduce(sum, 0));
  });
}

function signedCents(part: string): number {
  const amount = Number(/<Amt[^>]*>([^<]*)</.exec(part)?.[1]) * 100;
  return part.includes("DBIT") ? -amount : amount;
}

function sum(a: number, b: number): number {
  return a + b;
}

function checkStatement(
  statement: ParsedStatement,
  auditedGap: number | undefined,
): { ok: boolean; words: string } {
  const { format, account, lines, refused, balanceGapMinor: gap } = statement;
  const wrong = lines.filter(
    (l) => !Number.isSafeInteger(l.amountMinor) || l.amountMinor === 0 || l.label === "undefined",
  );
  const excused = format !== "camt.053" || refused.length > 0;
  const whole = gap === undefined || gap === 0 || gap === auditedGap || excused;
  const words = [
    `${format} ${account.iban ?? account.number ?? "?"} ${account.currency}`,
    `${lines.length} lines`,
    gap === undefined ? "no balance check" : `gap ${gap}`,
    ...refused.map((r) => refusalSentence(r.code, r.facts, "fr")),
  ];
  return { ok: wrong.length === 0 && whole, words: words.join(", ") };
}
