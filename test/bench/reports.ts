import {
  type StatementAsked,
  type StatementName,
  statementAskedSchema,
} from "#contract/statements.ts";
import { checkFec } from "#main/exports/fec-check.ts";
import { writeFec } from "#main/exports/fec-write.ts";
import { ledgerEntries } from "#main/exports/ledger-entries.ts";
import { listAccountLines } from "#main/ledger/list-account-lines.ts";
import { statementPage } from "#main/ledger/statements/draw-statement.ts";
import { trialBalance } from "#main/ledger/trial-balance.ts";
import { type CoreBook, coreBook } from "../core/core-book.ts";
import { draftsOf, postAll } from "./ledger-book.ts";
import { type BenchRow, median } from "./rows.ts";

const LINES_PER_ENTRY = 3;
/** Lines written in all for one figure, so that small books are timed warm too. */
const FEC_LINES = 1_000_000;

/** Trial balance, general ledger and FEC over books of growing size. */
export async function benchReports(sizes: readonly number[]): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const lines of sizes) {
    const core = await coreBook();
    await postAll(core, draftsOf(core.customerId, Math.ceil(lines / LINES_PER_ENTRY)));
    rows.push(...reportsOf(core, lines), ...(await fecOf(core, lines)));
    core.remove();
  }
  return rows;
}

function reportsOf(core: CoreBook, lines: number): BenchRow[] {
  const { read } = core.book;
  const balance = times(() => trialBalance(read, { fiscalYearId: 2 }));
  const ledger = times(() => listAccountLines(read, { account: "411000", limit: 200 }));
  const size = lines.toLocaleString("en");
  return [
    {
      name: `trial balance, ${size} lines`,
      value: balance,
      unit: "ms",
      ...(lines >= 1_000_000 ? { target: "< 20 ms", met: balance < 20 } : {}),
    },
    { name: `general ledger, first page, ${size} lines`, value: ledger, unit: "ms" },
    ...STATEMENTS.map((name) => ({
      name: `${name}, first page, ${size} lines`,
      value: times(() => statementPage(read, { ...asked(name), limit: 500 })),
      unit: "ms",
    })),
  ];
}

const STATEMENTS = [
  ...["journal", "ledger", "balance", "party-balance", "balance-sheet", "income-statement"],
] as StatementName[];

function asked(name: StatementName): StatementAsked {
  return statementAskedSchema.parse({ name, fromOn: "2026-01-01", toOn: "2026-12-31" });
}

async function fecOf(core: CoreBook, lines: number): Promise<BenchRow[]> {
  const options = { separator: "\t", charset: "utf-8" } as const;
  const write = () => {
    const from = process.cpuUsage();
    const chunks = [...writeFec(ledgerEntries(core.book.read, 2), options)];
    return { chunks, cpuS: seconds(process.cpuUsage(from)) };
  };
  const { chunks, cpuS: firstS } = write();
  const cpuS = median(Array.from({ length: Math.max(3, FEC_LINES / lines) }, () => write().cpuS));
  const checkFrom = performance.now();
  await checkFec({ name: "732829320FEC20261231.txt", chunks, kind: "BIC" });
  const checkS = (performance.now() - checkFrom) / 1000;
  const size = lines.toLocaleString("en");
  return [
    { name: `FEC export, ${size} lines, first`, value: lines / firstS, unit: "lines/s of CPU" },
    {
      name: `FEC export, ${size} lines`,
      value: lines / cpuS,
      unit: "lines/s of CPU",
      target: "> 500,000",
      met: lines / cpuS > 500_000,
    },
    { name: `FEC check, ${size} lines`, value: lines / checkS, unit: "lines/s" },
  ];
}

function times(work: () => unknown): number {
  work();
  return median(
    Array.from({ length: 7 }, () => {
      const from = performance.now();
      work();
      return performance.now() - from;
    }),
  );
}

function seconds(usage: NodeJS.CpuUsage): number {
  return (usage.user + usage.system) / 1_000_000;
}
