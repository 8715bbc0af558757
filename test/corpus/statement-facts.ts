import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { refusalSentence } from "#contract/refusals.ts";
import type { ParsedStatement } from "#main/banking/statement/parsed-statement.ts";
import { readStatements } from "#main/banking/statement/read-statements.ts";
import { isRefusal } from "#main/base/refusal.ts";

/** What a statement file was found to hold, for comparing with another reader. */
export interface StatementFacts {
  file: string;
  format: string | null;
  accounts: {
    id: string;
    lines: number;
    debitMinor: number;
    creditMinor: number;
    openingMinor: number | null;
    closingMinor: number | null;
    /** Opening and lines give the closing; null when the file says too little. */
    balances: boolean | null;
  }[];
  refusal: { code: string; fr: string; en: string } | null;
}

/** The facts of every file below a folder, in the order of their paths. */
export function statementFacts(dir: string): StatementFacts[] {
  const paths = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".md"))
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)))
    .sort();
  return paths.map((path) => factsOf(path, readFileSync(join(dir, path))));
}

function factsOf(file: string, bytes: Uint8Array): StatementFacts {
  const read = readStatements({ name: file, bytes });
  if (isRefusal(read)) {
    const said = (language: "fr" | "en") => refusalSentence(read.code, read.facts, language);
    const refusal = { code: read.code, fr: said("fr"), en: said("en") };
    return { file, format: null, accounts: [], refusal };
  }
  return { file, format: read[0]?.format ?? null, accounts: read.map(accountOf), refusal: null };
}

function accountOf(statement: ParsedStatement) {
  const { account, lines, openingMinor, closingMinor, balanceGapMinor: gap } = statement;
  const sum = (sign: 1 | -1) =>
    lines.reduce((total, line) => total + Math.max(0, sign * line.amountMinor), 0);
  return {
    id: account.iban ?? account.number ?? "",
    lines: lines.length,
    debitMinor: sum(-1),
    creditMinor: sum(1),
    openingMinor: openingMinor ?? null,
    closingMinor: closingMinor ?? null,
    balances: gap === undefined ? null : gap === 0,
  };
}
