import { hash } from "node:crypto";
import type { FrozenForecast } from "#contract/treasury-frozen.ts";
import type { Assumption } from "#contract/treasury-plan.ts";
import { bankAccounts, knownBalance } from "#main/banking/bank-accounts.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { Act, Transaction, Written } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { forecastCash } from "./engines/cash-forecast.ts";
import type { CashForecast } from "./engines/forecast-model.ts";
import { compareFrozen, type FrozenDay } from "./engines/frozen-comparison.ts";
import { applyAssumptions } from "./engines/scenario.ts";
import { bankHistory, cashPosition, forecastInput } from "./forecast.ts";
import { scenarioOf } from "./scenarios.ts";

/** What a frozen forecast holds, as the JSON whose SHA-256 is in the audit chain. */
interface FrozenBody {
  asOn: string;
  scenario: string;
  assumptions: readonly Assumption[];
  balanceMinor: number;
  floorMinor: number;
  lowest: { on: string; balanceMinor: number };
  layers: Record<string, number>;
  days: FrozenDay[];
}

interface Row {
  id: number;
  body: string;
  contentHash: Uint8Array;
  atMs: number;
  person: string;
}

const ROWS =
  "SELECT id, body, content_hash AS contentHash, at_ms AS atMs, person FROM frozen_forecast";

/** Keeps the forecast as it is seen now; its digest goes into the audit chain. */
export function freezeForecast(
  tx: Transaction,
  act: Act,
  asked: { scenarioId?: number | undefined; todayOn: string },
): Written<FrozenForecast> | Refusal {
  const chosen =
    asked.scenarioId === undefined
      ? { name: "", assumptions: [] }
      : scenarioOf(tx, asked.scenarioId);
  if (isRefusal(chosen)) return chosen;
  const { name: scenario, assumptions } = chosen;
  const input = applyAssumptions(forecastInput(tx, asked), assumptions);
  const body = bodyOf(forecastCash(input), { scenario, assumptions });
  const text = JSON.stringify(body);
  const contentHash = hash("sha256", text, "buffer");
  const { nowMs: atMs, person } = act;
  const { lastInsertRowid } = tx
    .writing(
      "INSERT INTO frozen_forecast (as_on, scenario, body, content_hash, at_ms, person) " +
        "VALUES (?, ?, ?, ?, ?, ?)",
    )
    .run(body.asOn, scenario, text, contentHash, atMs, person);
  const result = told({ id: Number(lastInsertRowid), body: text, contentHash, atMs, person });
  const { asOn, contentHash: digest } = result;
  const after = { asOn, scenario, digest };
  return { result, audit: { subject: `frozen forecast ${result.frozenId}`, after } };
}

/** The frozen forecasts, the latest first. */
export function frozenForecasts(read: ReadHandle): FrozenForecast[] {
  const rows = read.reading(`${ROWS} ORDER BY id DESC`).all() as Row[];
  return rows.map(told);
}

/** A frozen forecast beside the bank lines that came since; refused when its content was changed. */
export function frozenCompared(read: ReadHandle, frozenId: number) {
  const row = read.reading(`${ROWS} WHERE id = ?`).get(frozenId) as Row | undefined;
  if (row === undefined) return refuse("treasury.unknown-frozen", { frozenId });
  if (!hash("sha256", row.body, "buffer").equals(row.contentHash)) {
    return refuse("treasury.frozen-changed", { frozenId });
  }
  const { days, layers } = JSON.parse(row.body) as FrozenBody;
  const knownOn = cashPosition(read).asOn;
  const accounts = bankAccounts(read);
  const compared = compareFrozen({
    ...{ days, knownOn },
    lines: bankHistory(read, knownOn ?? ""),
    balanceOn: (on) =>
      accounts.reduce((sum, account) => sum + knownBalance(read, account, on).balanceMinor, 0),
  });
  return { frozen: told(row), knownOn, layers, ...compared };
}

function bodyOf(
  forecast: CashForecast,
  told: { scenario: string; assumptions: readonly Assumption[] },
): FrozenBody {
  const counts = (layer: string) => layer !== "run-rate" || forecast.runRate.inHeadline;
  return {
    ...told,
    asOn: forecast.asOn,
    balanceMinor: forecast.openingMinor,
    floorMinor: forecast.floor.minor,
    lowest: forecast.lowest,
    layers: forecast.layers,
    days: forecast.days.map(({ flows, ...day }) => {
      const amounts = flows.filter((f) => counts(f.layer)).map((f) => f.amountMinor);
      const sum = (keep: (minor: number) => boolean) =>
        amounts.filter(keep).reduce((a, minor) => a + minor, 0);
      return { ...day, receiptsMinor: sum((m) => m > 0), paymentsMinor: sum((m) => m < 0) };
    }),
  };
}

function told({ id, body, contentHash, atMs, person }: Row): FrozenForecast {
  const { asOn, scenario, balanceMinor, lowest, days } = JSON.parse(body) as FrozenBody;
  return {
    ...{ frozenId: id, asOn, scenario, atMs, person, balanceMinor, lowest },
    horizonDays: days.length,
    contentHash: Buffer.from(contentHash).toString("hex"),
  };
}
