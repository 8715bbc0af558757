import { hash } from "node:crypto";
import type { FecCheck } from "#contract/fec.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { resourcePath } from "#main/base/resource-path.ts";
import { software } from "#main/base/software.ts";
import { readChart } from "#main/ledger/chart.ts";
import type { BookCheck } from "#main/ledger/checks.ts";
import { listYears } from "#main/ledger/list-accounts.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { draftFecEntries } from "./draft-fec-entries.ts";
import { checkFec, type FecReport } from "./fec-check.ts";
import type { FecKind } from "./fec-columns.ts";
import { fecDescription } from "./fec-description.ts";
import { fecEntries } from "./fec-entries.ts";
import type { FecEntry, FecTotals } from "./fec-entry.ts";
import { extrasOfKind, isFecExtra } from "./fec-extra.ts";
import { fecFileName } from "./fec-file-name.ts";
import { type FecProfile, fecProfiles, inProfile } from "./fec-profile.ts";
import { type FecOptions, writeFec } from "./fec-write.ts";

/** A year's file as it is asked for. */
export interface FecAsked {
  fiscalYearId: number;
  checks: readonly BookCheck[];
  madeOn: string;
  separator?: "tab" | "pipe";
  charset?: FecOptions["charset"];
  /** Which income the company declares; commercial when it is not said. */
  kind?: FecKind;
  /** Shows the drafts too: the file is then provisional, and its name says so. */
  withDrafts?: boolean;
  /** Name of an accountants' package profile, which shapes the file after it was checked. */
  profile?: string | undefined;
}

/** A year's file, its description, what its check says, and the drafts it could not show. */
export interface FecExport {
  fec: File;
  description: File;
  check: FecCheck;
  draftsLeftOut: number;
}

/**
 * The FEC of a fiscal year with its description (LPF art. A47 A-1). Refused when a whole-book
 * check fails; the written text is read back and compared with the ledger before it leaves.
 */
export async function exportFec(read: ReadHandle, asked: FecAsked): Promise<FecExport | Refusal> {
  const year = listYears(read).find((y) => y.id === asked.fiscalYearId);
  if (year === undefined)
    return refuse("exports.unknown-year", { fiscalYearId: asked.fiscalYearId });
  const broken = brokenCheck(read, asked.checks);
  if (isRefusal(broken)) return broken;
  const company = read.reading("SELECT name, siren FROM company").get() as {
    name: string;
    siren: string;
  };
  const plan = planOf(read, asked, { year, siren: company.siren });
  if (isRefusal(plan)) return plan;
  const { kind, profile, drafts, fileName, options } = plan;
  const { chunks, totals } = written(read, { year, options, drafts: drafts.entries });
  if (totals.entries === 0) return refuse("exports.nothing-posted", year);
  const check = await checkFec({
    name: fileName,
    chunks,
    kind,
    fiscalYear: year,
    siren: company.siren,
    knownAccounts: new Set(readChart(year.chart).accounts.map(([number]) => number)),
  });
  const posted = { totals, check, drafts: drafts.entries };
  const unequal = differsFromLedger(read, year.id, posted);
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
    ...(asked.withDrafts === true ? { drafts: drafts.entries.length } : {}),
    fonts: {
      regular: resourcePath("fonts", "Inter-Regular.ttf"),
      bold: resourcePath("fonts", "Inter-SemiBold.ttf"),
    },
  });
  return {
    fec: shaped({ chunks, fileName }, options, profile),
    draftsLeftOut: drafts.leftOut,
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

/** What the file is to be: its kind, layout, name and columns, and the drafts that it shows. */
function planOf(
  read: ReadHandle,
  asked: FecAsked,
  of: { year: { id: number; startsOn: string; endsOn: string }; siren: string },
) {
  const { kind = "BIC", withDrafts = false } = asked;
  const profile = fecProfiles().find((one) => one.name === asked.profile);
  if (asked.profile !== undefined && profile === undefined) {
    return refuse("fec.unknown-profile", { profile: asked.profile });
  }
  const drafts = withDrafts ? draftFecEntries(read, of.year) : { entries: [], leftOut: 0 };
  const official = fecFileName(of.siren, of.year.endsOn);
  const fileName = withDrafts ? `PROVISOIRE-${official}` : official;
  return { kind, profile, drafts, fileName, options: optionsOf(asked, kind, profile) };
}

function optionsOf(asked: FecAsked, kind: FecKind, profile: FecProfile | undefined): FecOptions {
  const owed = extrasOfKind(kind);
  const wanted = profile?.columns.map(([ours]) => ours).filter(isFecExtra) ?? [];
  return {
    separator: asked.separator === "pipe" ? "|" : "\t",
    charset: asked.charset ?? "utf-8",
    extras: [...owed, ...wanted.filter((extra) => !owed.includes(extra))],
  };
}

/** The file as a package wants it, else as it was written. */
function shaped(
  { chunks, fileName }: { chunks: Uint8Array[]; fileName: string },
  { charset, separator }: FecOptions,
  profile: FecProfile | undefined,
): File {
  const type = { type: "text/plain" };
  if (profile === undefined) {
    return new File(chunks as Uint8Array<ArrayBuffer>[], fileName, type);
  }
  const encoding = charset === "utf-8" ? "utf8" : "latin1";
  const text = inProfile(Buffer.concat(chunks).toString(encoding), profile, separator);
  const name = fileName.replace(/\.txt$/, `-${profile.name}.txt`);
  return new File([Buffer.from(text, encoding)], name, type);
}

function written(
  read: ReadHandle,
  asked: { year: { id: number }; options: FecOptions; drafts: readonly FecEntry[] },
): { chunks: Uint8Array[]; totals: FecTotals } {
  const chunks: Uint8Array[] = [];
  const writing = writeFec(postedThenDrafts(read, asked), asked.options);
  for (;;) {
    const step = writing.next();
    if (step.done === true) return { chunks, totals: step.value };
    chunks.push(step.value);
  }
}

function* postedThenDrafts(
  read: ReadHandle,
  asked: { year: { id: number }; drafts: readonly FecEntry[] },
): Generator<FecEntry, void, void> {
  yield* fecEntries(read, asked.year.id);
  yield* asked.drafts;
}

/**
 * Compares the text, read back, with the balances that the ledger keeps: count and sums, and the
 * balance of each entry. The drafts of a provisional file come on top.
 */
function differsFromLedger(
  read: ReadHandle,
  fiscalYearId: number,
  asked: { totals: FecTotals; check: FecReport; drafts: readonly FecEntry[] },
): Refusal | undefined {
  const kept = read
    .reading(
      "SELECT coalesce(sum(debit_minor), 0) AS debit, coalesce(sum(credit_minor), 0) AS credit, " +
        "(SELECT count(*) FROM entry WHERE fiscal_year_id = ?) AS entries " +
        "FROM balance WHERE fiscal_year_id = ?",
    )
    .get(fiscalYearId, fiscalYearId) as {
    debit: number;
    credit: number;
    entries: number;
  };
  const { check, totals, drafts } = asked;
  const draftMinor = drafts.flatMap((d) => d.lines).reduce((sum, l) => sum + l.debitMinor, 0);
  const debitMinor = kept.debit + draftMinor;
  const creditMinor = kept.credit + draftMinor;
  const same =
    check.debitMinor === debitMinor &&
    check.creditMinor === creditMinor &&
    check.lines === totals.lines &&
    check.entries === totals.entries &&
    totals.entries === kept.entries + drafts.length &&
    !check.law.findings.some((found) => found.rule === "law.entry-unbalanced");
  const detail = `${check.debitMinor}/${debitMinor} ${check.creditMinor}/${creditMinor}`;
  return same ? undefined : refuse("exports.checks-failed", { check: "fec-equals-ledger", detail });
}
