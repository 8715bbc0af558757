import { hash } from "node:crypto";
import type { FecCheck } from "#contract/fec.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { resourcePath } from "#main/base/resource-path.ts";
import { readChart } from "#main/ledger/chart.ts";
import type { BookCheck } from "#main/ledger/checks.ts";
import { listYears } from "#main/ledger/list-accounts.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { checkFec, type FecReport } from "./fec-check.ts";
import { fecDescription } from "./fec-description.ts";
import { fecEntries } from "./fec-entries.ts";
import type { FecTotals } from "./fec-entry.ts";
import { fecFileName } from "./fec-file-name.ts";
import { type FecOptions, writeFec } from "./fec-write.ts";
import { software } from "./software.ts";

/** A year's file as it is asked for. */
export interface FecAsked {
  fiscalYearId: number;
  checks: readonly BookCheck[];
  madeOn: string;
  separator?: "tab" | "pipe";
  charset?: FecOptions["charset"];
}

/**
 * The FEC of a fiscal year with its description (LPF art. A47 A-1). Refused when a whole-book
 * check fails; the written text is read back and compared with the ledger before it leaves.
 */
export async function exportFec(
  read: ReadHandle,
  asked: FecAsked,
): Promise<{ fec: File; description: File; check: FecCheck } | Refusal> {
  const year = listYears(read).find((y) => y.id === asked.fiscalYearId);
  if (year === undefined)
    return refuse("exports.unknown-year", { fiscalYearId: asked.fiscalYearId });
  const broken = brokenCheck(read, asked.checks);
  if (isRefusal(broken)) return broken;
  const company = read.reading("SELECT name, siren FROM company").get() as {
    name: string;
    siren: string;
  };
  const fileName = fecFileName(company.siren, year.endsOn);
  const options: FecOptions = {
    separator: asked.separator === "pipe" ? "|" : "\t",
    charset: asked.charset ?? "utf-8",
  };
  const { chunks, totals } = written(read, year.id, options);
  if (totals.entries === 0) return refuse("exports.nothing-posted", year);
  const check = await checkFec({
    name: fileName,
    chunks,
    kind: "BIC",
    fiscalYear: year,
    siren: company.siren,
    knownAccounts: new Set(readChart(year.chart).accounts.map(([number]) => number)),
  });
  const unequal = differsFromLedger(read, { fiscalYearId: year.id, totals, check });
  if (isRefusal(unequal)) return unequal;
  const description = await fecDescription({
    company,
    fiscalYear: year,
    fileName,
    options,
    totals,
    software,
    madeOn: asked.madeOn,
    sha256: hash("sha256", Buffer.concat(chunks), "hex"),
    fonts: {
      regular: resourcePath("fonts", "Inter-Regular.ttf"),
      bold: resourcePath("fonts", "Inter-SemiBold.ttf"),
    },
  });
  return {
    fec: new File(chunks as Uint8Array<ArrayBuffer>[], fileName, { type: "text/plain" }),
    description: new File(
      [new Uint8Array(description)],
      fileName.replace(/\.txt$/, "-description.pdf"),
      { type: "application/pdf" },
    ),
    check: fecCheckView(check),
  };
}

/** A check's report as it crosses the contract. */
export function fecCheckView(report: FecReport): FecCheck {
  const view = ({ conforming, findings }: FecReport["law"]) => ({
    conforming,
    findings: findings.map(({ level: _, lines: __, severity, ...finding }) => ({
      ...finding,
      severity: severity === "error" ? ("error" as const) : ("warning" as const),
    })),
  });
  return { ...report, official: view(report.official), law: view(report.law) };
}

/** The first whole-book check that fails, as a refusal. */
export function brokenCheck(read: ReadHandle, checks: readonly BookCheck[]): Refusal | undefined {
  for (const check of checks) {
    const detail = check.find(read);
    if (detail !== undefined) {
      return refuse("exports.checks-failed", { check: check.name, detail });
    }
  }
  return undefined;
}

function written(
  read: ReadHandle,
  fiscalYearId: number,
  options: FecOptions,
): { chunks: Uint8Array[]; totals: FecTotals } {
  const chunks: Uint8Array[] = [];
  const writing = writeFec(fecEntries(read, fiscalYearId), options);
  for (;;) {
    const step = writing.next();
    if (step.done === true) return { chunks, totals: step.value };
    chunks.push(step.value);
  }
}

/** Compares count and sums of the written text with the balances that the ledger keeps. */
function differsFromLedger(
  read: ReadHandle,
  asked: { fiscalYearId: number; totals: FecTotals; check: FecReport },
): Refusal | undefined {
  const kept = read
    .reading(
      "SELECT coalesce(sum(debit_minor), 0) AS debit, coalesce(sum(credit_minor), 0) AS credit, " +
        "(SELECT count(*) FROM entry WHERE fiscal_year_id = ?) AS entries " +
        "FROM balance WHERE fiscal_year_id = ?",
    )
    .get(asked.fiscalYearId, asked.fiscalYearId) as {
    debit: number;
    credit: number;
    entries: number;
  };
  const { check, totals } = asked;
  const same =
    check.debitMinor === kept.debit &&
    check.creditMinor === kept.credit &&
    totals.entries === kept.entries;
  const detail = `${check.debitMinor}/${kept.debit} ${check.creditMinor}/${kept.credit}`;
  return same ? undefined : refuse("exports.checks-failed", { check: "fec-equals-ledger", detail });
}
