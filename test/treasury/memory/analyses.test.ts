import { afterEach, beforeEach, expect, test } from "vitest";
import type { AnalyseOutcome, KeptFigure } from "#contract/treasury-memory.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { bookChecks } from "#main/book/book-checks.ts";
import { readAuditChain } from "#main/security/audit-chain.ts";
import { engineRegistry } from "#main/treasury/analyses/engine-registry.ts";
import { inputsHash } from "#main/treasury/analyses/inputs-hash.ts";
import { analysisDigest, keepAnalyses } from "#main/treasury/analyses/keep-analyses.ts";
import { listAnalyses, openAnalysis } from "#main/treasury/analyses/kept-analyses.ts";
import { movedFigures, whatChanged } from "#main/treasury/analyses/what-changed.ts";
import { type MemoryDesk, memoryDesk, TODAY_ON } from "./memory-desk.ts";

let desk: MemoryDesk;
beforeEach(async () => {
  desk = await memoryDesk();
});
afterEach(() => desk.core.remove());

async function keep(asOn: string, engines?: string[]): Promise<AnalyseOutcome[]> {
  const act = { ...desk.core.act, command: "treasury.analyse" };
  const done = await keepAnalyses(desk.core.book, act, { asOn, engines });
  if (isRefusal(done)) throw new Error(done.code);
  return done;
}

const auditLines = () =>
  desk.core.book.read.reading("SELECT count(*) AS n FROM audit").get() as { n: number };

test("the same rows keep one analysis and write no audit line; a new bank line keeps another", async () => {
  const engines = engineRegistry.flatMap((one) => ("run" in one ? [one.name] : []));
  const first = await keep(TODAY_ON, engines);
  expect(first.map((one) => one.outcome)).toEqual(engines.map(() => "kept"));
  const lines = auditLines().n;
  const again = await keep(TODAY_ON, engines);
  expect(again.map((one) => one.outcome)).toEqual(engines.map(() => "same"));
  expect(again.map((one) => one.analysisId)).toEqual(first.map((one) => one.analysisId));
  expect(auditLines().n).toBe(lines);
  await desk.bankLine("2026-06-15", -1_000);
  const later = await keep(TODAY_ON, ["forecast"]);
  expect(later).toMatchObject([{ engine: "forecast", outcome: "kept", asOn: "2026-06-15" }]);
  const { rows, total } = listAnalyses(desk.core.book.read, { limit: 2 });
  expect([rows.length, total]).toEqual([2, engines.length + 1]);
});

test("the chain holds what was found, and nothing kept can be changed or deleted", async () => {
  await keep(TODAY_ON);
  const { database, book } = desk.core;
  const row = book.read.reading("SELECT result, figures FROM analysis WHERE id = 1").get() as {
    result: string;
    figures: string;
  };
  const audit = book.read
    .reading("SELECT after FROM audit WHERE command = 'treasury.analyse'")
    .get() as { after: string };
  const [noted] = JSON.parse(audit.after) as { found: string }[];
  expect(noted?.found).toBe(analysisDigest(row.result, row.figures));
  expect(() => database.exec("UPDATE analysis SET result = '{}'")).toThrow("only added to");
  expect(() => database.exec("DELETE FROM analysis")).toThrow("only added to");
  let step = readAuditChain(book.read).next();
  for (const chain = readAuditChain(book.read); step.done !== true; step = chain.next());
  expect(step.value).toMatchObject({ sound: true });
});

test.each([
  ["changed by a cent", "UPDATE analysis SET figures = replace(figures, '240000', '240001')"],
  ["taken out", "DELETE FROM analysis WHERE id = 1"],
])("an analysis %s behind the triggers is found by the book's checks", async (_name, forgery) => {
  await keep(TODAY_ON);
  const { database, book } = desk.core;
  const found = () => bookChecks.flatMap((check) => check.find(book.read) ?? []);
  expect(found()).toEqual([]);
  database.exec(`DROP TRIGGER analysis_no_update; DROP TRIGGER analysis_no_delete; ${forgery}`);
  expect(found()).toEqual(["analysis 1"]);
});

test("what changed since last week is what was planted: a receipt, most moved first", async () => {
  await keep("2026-06-07", ["indicators"]);
  await keep("2026-06-14", ["indicators"]);
  await desk.bankLine("2026-06-15", 120_000, desk.late);
  await keep(TODAY_ON, ["indicators"]);
  const found = whatChanged(desk.core.book.read, { engine: "indicators", limit: 50 });
  if (isRefusal(found)) throw new Error(found.code);
  expect(found.from?.asOn).toBe("2026-06-07");
  const cash = found.moved.find((one) => one.key === "net-cash");
  expect(cash).toMatchObject({ change: 120_000, unit: "minor" });
  const owed = found.moved.find((one) => one.key === "receivable");
  expect(owed).toMatchObject({ from: 240_000, to: 120_000, change: -120_000 });
  expect(owed?.refs).toEqual([{ kind: "invoice", id: String(desk.prompt) }]);
  const why = found.why.find((one) => one.kpi === "cash");
  expect(why).toMatchObject({ fromOn: "2026-06-07", toOn: TODAY_ON });
  const parts = (why?.bridge ?? []).map(({ factor, figure }) => [factor, figure.value]);
  expect(parts).toContainEqual(["customers", 120_000]);
  const moved = (why?.closing?.value ?? 0) - (why?.opening?.value ?? 0);
  expect(parts.reduce((sum, [, value]) => sum + Number(value), 0)).toBe(moved);
});

test("each engine keeps the figures that were planted for it", async () => {
  const outcomes = await keep(TODAY_ON);
  const figures = (engine: string) => {
    const { analysisId } = outcomes.find((one) => one.engine === engine) ?? {};
    const found = openAnalysis(desk.core.book.read, analysisId ?? 0);
    if (isRefusal(found)) throw new Error(found.code);
    return new Map(found.figures.map((one) => [`${one.name ?? ""} ${one.key}`, one.value]));
  };
  const worthOf = (engine: string, end: string) =>
    [...figures(engine)].find(([key]) => key.endsWith(end))?.[1];
  const scores = [...figures("risk")].filter(([key]) => key.endsWith(":risk-score"));
  const score = (name: string) => scores.find(([key]) => key.startsWith(name))?.[1] ?? 0;
  expect(score("Tardif")).toBeLessThan(score("Prompt"));
  expect([...figures("risk")].filter(([key]) => key.endsWith(":late")).map(([, v]) => v)).toEqual(
    expect.arrayContaining([120_000, 0]),
  );
  expect(worthOf("warnings", " alerts")).toBeTypeOf("number");
  // Twenty-two invoices of 1 000,00 € before tax, two a month, the current month left out.
  expect(worthOf("seasonality", "billing:year")).toBeGreaterThanOrEqual(2_000_000);
  expect(worthOf("margins", " margin")).toBe(worthOf("margins", " sales"));
  expect(worthOf("costDrift", " ratchet")).toBeNull();
});

test("an analysis is compared with nothing before there are two; an unknown engine is named", async () => {
  const asked = { engine: "indicators", limit: 9 };
  const { read } = desk.core.book;
  expect(whatChanged(read, asked)).toMatchObject({ code: "treasury.nothing-kept" });
  await keep(TODAY_ON);
  expect(whatChanged(read, asked)).toMatchObject({ from: null, moved: [] });
  expect(whatChanged(read, { ...asked, toId: 3 })).toMatchObject({
    code: "treasury.unknown-analysis",
  });
  expect(whatChanged(read, { ...asked, engine: "oracle" })).toMatchObject({
    code: "treasury.unknown-engine",
  });
});

test("figures are ordered against the largest of their unit; equal ones are not named", () => {
  const figure = (key: string, value: number | null, unit: KeptFigure["unit"] = "minor") => ({
    ...{ key, name: null, value, unit, refs: [] },
    reliability: { grade: "A" as const, observations: 1, periodDays: 1 },
  });
  const from = [figure("cash", 1_000_000), figure("tip", 2), figure("dso", 40, "days")];
  const to = [figure("cash", 900_000), figure("tip", 4), figure("dso", 50, "days")];
  const moved = movedFigures(
    [...from, figure("gone", 7), figure("same", 5)],
    [...to, figure("same", 5), figure("come", null)],
  );
  expect(moved.map((one) => [one.key, one.change])).toEqual([
    ["dso", 10],
    ["cash", -100_000],
    ["gone", null],
    ["tip", 2],
  ]);
});

test("the hash of inputs does not depend on the order of rows or keys, but on that of values", () => {
  const rows = [
    { a: 1, b: 2 },
    { a: 3, b: 4 },
  ];
  const hashed = (value: unknown) => inputsHash(value).toString("hex");
  expect(hashed({ rows })).toBe(hashed({ rows: [{ b: 4, a: 3 }, rows[0]] }));
  expect(hashed({ rows })).not.toBe(hashed({ rows: [rows[0], { b: 5, a: 3 }] }));
  expect(hashed([1, 2])).not.toBe(hashed([2, 1]));
});
