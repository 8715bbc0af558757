import "#main/base/require-node.ts";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Verification } from "#contract/book.ts";
import type { BookCalls } from "#main/book/book-calls.ts";
import { documentNames, fillSample, type SampleSteps } from "#main/book/sample-company.ts";
import { officeClient } from "#main/doors/office-client.ts";
import { startOffice } from "#main/doors/office-threads.ts";
import { judgeMatching } from "./demo/judge-matching.ts";
import { lastOf } from "./demo/last-of.ts";

/**
 * The main job, headless, on the sample company: its files go in through the contract; matched
 * and posted books, a forecast, a FEC and the accountant's files come out in `demo-output/`.
 */
const OUTPUT = resolve("demo-output");

const office = startOffice(new URL("../src/main/office.ts", import.meta.url));
const failed = office.failed.then((fault) => {
  throw fault;
});
try {
  await Promise.race([run(officeClient(office)), failed]);
} finally {
  await office.stop();
}

async function run(calls: BookCalls): Promise<void> {
  rmSync(OUTPUT, { recursive: true, force: true });
  mkdirSync(OUTPUT, { recursive: true });
  const fromMs = performance.now();
  const steps = await fill(calls);
  const timings = { ...steps.timingsMs };
  const timed = async <T>(step: string, action: () => Promise<T>): Promise<T> => {
    const at = performance.now();
    const result = await action();
    timings[step] = Math.round(performance.now() - at);
    return result;
  };
  const matching = await timed("judge", () => judgeMatching(calls));
  const forecast = await timed("forecast", () => calls.treasury.forecast({}));
  const verified = await timed("verify", async () => lastOf(await calls.book.verify({})));
  const exported = await timed("exports", () => writeExports(calls));
  timings["total"] = Math.round(performance.now() - fromMs);
  const summary = {
    ...(await counts(calls, steps)),
    matching,
    documents: { read: await documentsRead(calls) },
    forecast: {
      asOn: forecast.asOn,
      balanceMinor: forecast.balanceMinor,
      lowestMinor: forecast.lowest.balanceMinor,
      lowestOn: forecast.lowest.on,
      at: forecast.at,
    },
    fec: exported,
    chains: { verified: verified.sound, entries: verified.entries, actions: verified.auditLines },
    timingsMs: timings,
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  writeFileSync(join(OUTPUT, "summary.json"), `${JSON.stringify(summary, undefined, 2)}\n`);
  report(summary, verified);
}

async function fill(calls: BookCalls): Promise<SampleSteps> {
  const folder = join(OUTPUT, "Ateliers Brindelaire.ecritoire");
  const filling = fillSample(calls, { folder, documents: documentNames().length });
  let stage = "";
  for (;;) {
    const step = await filling.next();
    if (step.done === true) return step.value;
    if (step.value.stage !== stage) say(`… ${step.value.stage}`);
    stage = step.value.stage;
  }
}

async function writeExports(calls: BookCalls) {
  const save = async (file: File) => {
    writeFileSync(join(OUTPUT, file.name), new Uint8Array(await file.arrayBuffer()));
    return file.name;
  };
  const [year] = await calls.ledger.listYears({});
  const { fec, description, check } = await calls.fec.write({ fiscalYearId: year!.id });
  await save(description);
  for (const format of ["xml", "csv", "xlsx"] as const) {
    await save((await calls.exports.invoices({ format })).file);
  }
  const [invoice] = (await calls.invoicing.listInvoices({ limit: 1 })).rows;
  await save((await calls.invoicing.printInvoice({ invoiceId: invoice!.id })).file);
  return {
    file: await save(fec),
    lines: check.lines,
    officialLevel: check.official.conforming ? "conforming" : "not conforming",
    lawLevel: check.law.conforming ? "conforming" : "not conforming",
    findings: [...check.official.findings, ...check.law.findings].length,
  };
}

async function counts(calls: BookCalls, steps: SampleSteps) {
  const inBook = (kind: string) =>
    steps.reports.filter((r) => r.kind === kind).at(-1)?.inBook.rows ?? 0;
  const trialBalance = { debitMinor: 0, creditMinor: 0 };
  for (const { id } of await calls.ledger.listYears({})) {
    const balance = await calls.ledger.trialBalance({ fiscalYearId: id });
    trialBalance.debitMinor += balance.debitMinor;
    trialBalance.creditMinor += balance.creditMinor;
  }
  const entries = await calls.ledger.countEntries({});
  return {
    invoices: inBook("invoices"),
    bills: inBook("bills"),
    bankLines: inBook("statement"),
    ...entries,
    trialBalance,
    refusedRows: steps.reports.flatMap((r) =>
      r.refused.map((row) => ({ file: r.fileName, line: row.line, code: row.code })),
    ),
  };
}

async function documentsRead(calls: BookCalls): Promise<number> {
  const { rows } = await calls.purchases.listDocuments({ state: "read" });
  return rows.length;
}

function report(
  summary: { timingsMs: Record<string, number>; [key: string]: unknown },
  verified: Verification,
): void {
  const failing = verified.checks.filter((c) => !c.sound).map((c) => c.name);
  say(JSON.stringify(summary, undefined, 2));
  say(`Contrôles : ${verified.checks.length - failing.length} sur ${verified.checks.length}`);
  say(`À voir ensuite : ${join(OUTPUT, "summary.json")}, le FEC et sa notice à côté, puis`);
  say("  npm start   (ouvrir l'application et essayer l'entreprise exemple)");
  say(`Next: ${join(OUTPUT, "summary.json")}, the FEC beside it, then npm start.`);
  if (!verified.sound) process.exitCode = 1;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
