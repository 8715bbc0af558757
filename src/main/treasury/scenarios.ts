import type { Assumption, Scenario } from "#contract/treasury-plan.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { Act, Transaction, Written } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { compareScenarios } from "./engines/scenario-comparison.ts";
import { forecastInput } from "./forecast.ts";

interface ScenarioDraft {
  name: string;
  assumptions: readonly Assumption[];
}

type Saved = Written<{ scenarioId: number }> | Refusal;

/** Every scenario by name, its assumptions in their order. */
export function listScenarios(read: ReadHandle): Scenario[] {
  const assumptions = read
    .reading("SELECT scenario_id AS id, body FROM scenario_assumption ORDER BY scenario_id, rank")
    .all() as { id: number; body: string }[];
  const byScenario = Map.groupBy(assumptions, (row) => row.id);
  const rows = read
    .reading("SELECT id, name, changed_at_ms AS changedAtMs FROM scenario ORDER BY name")
    .all() as { id: number; name: string; changedAtMs: number }[];
  return rows.map(({ id, name, changedAtMs }) => ({
    ...{ scenarioId: id, name, changedAtMs },
    assumptions: (byScenario.get(id) ?? []).map((row) => JSON.parse(row.body) as Assumption),
  }));
}

/** One scenario, or the refusal that says that there is none. */
export function scenarioOf(read: ReadHandle, scenarioId: number): Scenario | Refusal {
  const found = listScenarios(read).find((one) => one.scenarioId === scenarioId);
  return found ?? refuse("treasury.unknown-scenario", { scenarioId });
}

/** Makes a scenario. */
export function createScenario(tx: Transaction, act: Act, draft: ScenarioDraft): Saved {
  const refusal = faultOf(tx, draft);
  if (refusal !== undefined) return refusal;
  const { lastInsertRowid } = tx
    .writing("INSERT INTO scenario (name, changed_at_ms) VALUES (?, ?)")
    .run(draft.name, act.nowMs);
  const scenarioId = Number(lastInsertRowid);
  writeAssumptions(tx, scenarioId, draft);
  return { result: { scenarioId }, audit: { subject: `scenario ${scenarioId}`, after: draft } };
}

/** Changes the name and all the assumptions of a scenario. */
export function changeScenario(
  tx: Transaction,
  act: Act,
  { scenarioId, ...draft }: ScenarioDraft & { scenarioId: number },
): Saved {
  const before = scenarioOf(tx, scenarioId);
  if (isRefusal(before)) return before;
  const refusal = faultOf(tx, { ...draft, scenarioId });
  if (refusal !== undefined) return refusal;
  tx.writing("UPDATE scenario SET name = ?, changed_at_ms = ? WHERE id = ?").run(
    ...[draft.name, act.nowMs, scenarioId],
  );
  tx.writing("DELETE FROM scenario_assumption WHERE scenario_id = ?").run(scenarioId);
  writeAssumptions(tx, scenarioId, draft);
  const { name, assumptions } = before;
  const subject = `scenario ${scenarioId}`;
  return {
    result: { scenarioId },
    audit: { subject, before: { name, assumptions }, after: draft },
  };
}

/** Takes a scenario away; what was frozen with it keeps its assumptions. */
export function removeScenario(tx: Transaction, scenarioId: number): Saved {
  const before = scenarioOf(tx, scenarioId);
  if (isRefusal(before)) return before;
  tx.writing("DELETE FROM scenario WHERE id = ?").run(scenarioId);
  return { result: { scenarioId }, audit: { subject: `scenario ${scenarioId}`, before } };
}

/** The plain forecast and the scenarios asked for, or all of them, side by side. */
export function scenariosCompared(
  read: ReadHandle,
  asked: { scenarioIds?: number[] | undefined; todayOn: string },
) {
  const chosen: Scenario[] = [];
  const ids = asked.scenarioIds ?? listScenarios(read).map((one) => one.scenarioId);
  for (const id of ids) {
    const found = scenarioOf(read, id);
    if (isRefusal(found)) return found;
    chosen.push(found);
  }
  const input = forecastInput(read, asked);
  const { asOn, balanceMinor, floorMinor } = input;
  return { asOn, balanceMinor, floorMinor, scenarios: compareScenarios(input, chosen) };
}

function writeAssumptions(tx: Transaction, scenarioId: number, draft: ScenarioDraft): void {
  const insert = tx.writing(
    "INSERT INTO scenario_assumption (scenario_id, rank, kind, body) VALUES (?, ?, ?, ?)",
  );
  draft.assumptions.forEach((one, i) => {
    insert.run(scenarioId, i + 1, one.kind, JSON.stringify(one));
  });
}

function faultOf(
  read: ReadHandle,
  { name, assumptions, scenarioId = 0 }: ScenarioDraft & { scenarioId?: number },
): Refusal | undefined {
  const taken = read
    .reading("SELECT 1 FROM scenario WHERE name = ? AND id <> ?")
    .get(name, scenarioId);
  if (taken !== undefined) return refuse("treasury.scenario-name-taken", { name });
  for (const [i, one] of assumptions.entries()) {
    const refusal = assumptionFault(read, one, i + 1);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function assumptionFault(read: ReadHandle, one: Assumption, place: number): Refusal | undefined {
  if ("partyId" in one && one.partyId !== null) {
    const { partyId } = one;
    const known = read
      .reading("SELECT 1 FROM party WHERE id = ? AND kind = 'customer'")
      .get(partyId);
    if (known === undefined) return refuse("treasury.unknown-client", { place, partyId });
  }
  if ("untilOn" in one && one.untilOn !== null) {
    const { untilOn } = one;
    const fromOn = one.kind === "hire" ? one.fromOn : one.dueOn;
    if (untilOn < fromOn)
      return refuse("treasury.assumption-backwards", { place, fromOn, untilOn });
  }
  return changesNothing(one) ? refuse("treasury.assumption-empty", { place }) : undefined;
}

function changesNothing(one: Assumption): boolean {
  if (one.kind === "client-delay") return one.days === 0;
  if (one.kind === "price-change") return one.bps === 0;
  return one.kind === "new-flow" && one.amountMinor === 0;
}
