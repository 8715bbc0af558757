import { hash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { daysBetween } from "#contract/date.ts";
import type { AnalyseOutcome } from "#contract/treasury-memory.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { Act, Transaction, WritableBook } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { type Analysis, engineRegistry, type RegisteredEngine } from "./engine-registry.ts";
import { inputsHash } from "./inputs-hash.ts";

/** What one engine found, beside the last analysis that is kept of it. */
interface Found {
  engine: RegisteredEngine;
  analysis: Analysis | Refusal;
  inputs: Buffer;
}

/**
 * Runs the named engines (all of them when none is named) and keeps what is new: the same rows and
 * engine as in the last kept analysis write nothing, not even a line of the audit chain.
 */
export async function keepAnalyses(
  book: WritableBook,
  act: Act,
  asked: { asOn: string; engines?: readonly string[] | undefined },
): Promise<AnalyseOutcome[] | Refusal> {
  const named = enginesNamed(asked.engines);
  if (isRefusal(named)) return named;
  const isNamed = asked.engines !== undefined;
  const engines = named.filter((one) => isNamed || isDue(book.read, one, asked.asOn));
  const found: Found[] = [];
  for (const [done, engine] of engines.entries()) {
    act.progress?.({ stage: "analysing", done, total: engines.length });
    const analysis = await analysed(book, act, { engine, asOn: asked.asOn });
    if (isRefusal(analysis) && analysis.code === "office.cancelled") return analysis;
    found.push({
      ...{ engine, analysis },
      inputs: inputsHash(isRefusal(analysis) ? null : analysis.inputs),
    });
  }
  const outcomes = found.map((one) => outcomeOf(book.read, one, asked.asOn));
  if (outcomes.every((one) => one.outcome !== "kept")) return outcomes;
  return book.transact<AnalyseOutcome[]>(act, (tx) =>
    keepAll(tx, act, { found, asOn: asked.asOn }),
  );
}

/**
 * One engine's analysis. It reads in a turn of its own that is rolled back, so that no command is
 * half done while it reads; commands have their turn between two engines, and between the steps of
 * a long one.
 */
async function analysed(
  book: WritableBook,
  act: Act,
  { engine, asOn }: { engine: RegisteredEngine; asOn: string },
): Promise<Analysis | Refusal> {
  const reading = { ...act, preview: true };
  const audit = { subject: "analyses" };
  if ("run" in engine) {
    return book.transact<Analysis>(reading, (tx) => {
      const analysis = engine.run(tx, asOn);
      return isRefusal(analysis) ? analysis : { result: analysis, audit };
    });
  }
  const steps = await book.transact<ReturnType<typeof engine.steps>>(reading, (tx) => ({
    result: engine.steps(tx, asOn),
    audit,
  }));
  if (isRefusal(steps)) return steps;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    act.progress?.({ stage: "analysing", ...step.value });
    await nextTurn();
    if (act.signal?.aborted === true) return refuse("office.cancelled", {});
  }
}

/** Whether the last kept analysis of an engine has stood its time. */
function isDue(read: ReadHandle, engine: RegisteredEngine, asOn: string): boolean {
  if ("run" in engine) return true;
  const { lastOn } = read
    .reading("SELECT max(as_on) AS lastOn FROM analysis WHERE engine = ?")
    .get(engine.name) as { lastOn: string | null };
  return lastOn === null || daysBetween(lastOn, asOn) >= engine.everyDays;
}

function enginesNamed(names: readonly string[] | undefined): readonly RegisteredEngine[] | Refusal {
  if (names === undefined) return engineRegistry;
  const unknown = names.find((name) => engineRegistry.every((one) => one.name !== name));
  if (unknown !== undefined) return refuseUnknown(unknown);
  return engineRegistry.filter((one) => names.includes(one.name));
}

/** The refusal of an engine that the registry does not hold, with those that it does. */
export function refuseUnknown(engine: string): Refusal {
  const known = engineRegistry.map((one) => one.name).join(", ");
  return refuse("treasury.unknown-engine", { engine, known });
}

/** What is to be done with a finding; `kept` has no id before it is written. */
function outcomeOf(read: ReadHandle, one: Found, askedOn: string): AnalyseOutcome {
  const { engine, analysis, inputs } = one;
  const { name } = engine;
  if (isRefusal(analysis)) {
    const refusal = { code: analysis.code, facts: { ...analysis.facts } };
    return { engine: name, outcome: "refused", analysisId: null, asOn: askedOn, refusal };
  }
  const last = read
    .reading(
      "SELECT id, version, inputs_sha256 AS inputs FROM analysis WHERE engine = ? " +
        "ORDER BY id DESC LIMIT 1",
    )
    .get(name) as { id: number; version: number; inputs: Uint8Array } | undefined;
  const { asOn } = analysis;
  const isSame =
    last !== undefined && last.version === engine.version && inputs.equals(last.inputs);
  return isSame
    ? { engine: name, outcome: "same", analysisId: last.id, asOn, refusal: null }
    : { engine: name, outcome: "kept", analysisId: null, asOn, refusal: null };
}

function keepAll(tx: Transaction, act: Act, asked: { found: readonly Found[]; asOn: string }) {
  const after: object[] = [];
  const result = asked.found.map((one): AnalyseOutcome => {
    const outcome = outcomeOf(tx, one, asked.asOn);
    if (outcome.outcome !== "kept" || isRefusal(one.analysis)) return outcome;
    const { engine, inputs } = one;
    const { asOn } = one.analysis;
    const [kept, figures] = [one.analysis.result, one.analysis.figures].map((v) =>
      JSON.stringify(v ?? null),
    ) as [string, string];
    const { lastInsertRowid } = tx
      .writing(
        "INSERT INTO analysis (engine, version, as_on, inputs_sha256, result, figures, at_ms, " +
          "person) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      )
      .run(engine.name, engine.version, asOn, inputs, kept, figures, act.nowMs, act.person);
    const analysisId = Number(lastInsertRowid);
    const found = analysisDigest(kept, figures);
    after.push({ analysisId, engine: engine.name, version: engine.version, asOn, found });
    return { ...outcome, analysisId };
  });
  return { result, audit: { subject: `analyses ${asked.asOn}`, after } };
}

/** What the audit chain holds of an analysis, so that its figures cannot be changed unseen. */
export function analysisDigest(result: string, figures: string): string {
  return hash("sha256", `${result}\n${figures}`, "hex");
}
