import { toDayNumber } from "#contract/date.ts";
import {
  type DatedInvoice,
  latenessOf,
} from "#main/treasury/engines/payment-day/invoice-history.ts";
import { LATE_INPUTS, lateInputs } from "#main/treasury/engines/payment-day/late-inputs.ts";
import { fitLateModel } from "#main/treasury/engines/payment-day/late-model.ts";
import { logisticProbability } from "#main/treasury/engines/payment-day/logistic.ts";
import { refuseFutureFeatures, type Split } from "./protocol.ts";

/** How well one method tells late payments: ranking, squared error, calibration in ten bins. */
export interface LateRow {
  method: string;
  auc: number;
  brier: number;
  ece: number;
}

/** Late by more than some days: how many of the tested rows were, and the methods. */
export interface LateTable {
  lateBeyondDays: number;
  rate: number;
  methods: LateRow[];
}

const LIMITS = [0, 5, 15];
const BINS = 10;

/** Tables of late payment for each limit: client rate, logistic regression, learned model. */
export function lateTable(
  invoices: readonly DatedInvoice[],
  split: Split,
  given: { forest: (days: number) => number[] },
): LateTable[] {
  const inputsOf = (rows: readonly DatedInvoice[]) => lateInputs(rows).map((row) => row.inputs);
  refuseFutureFeatures(invoices, inputsOf, LATE_INPUTS);
  const rows = lateInputs(invoices);
  const known = split.learned.flatMap((i) => {
    const [invoice, row] = [invoices[i], rows[i]];
    return invoice && row ? [{ invoice, row }] : [];
  });
  const lateness = invoices.map(latenessOf);
  const cutDay = toDayNumber(split.cutOn);
  return LIMITS.map((limit, l) => {
    const isLate = split.tested.map((i) => (lateness[i] ?? 0) > limit);
    const model = fitLateModel(known, { asOnDay: cutDay, lateBeyondDays: limit });
    const tested = split.tested.map((i) => rows[i]?.inputs ?? new Float64Array(0));
    const lateOnes = split.learned.filter((i) => (lateness[i] ?? 0) > limit);
    const rate = lateOnes.length / split.learned.length;
    return {
      lateBeyondDays: limit,
      rate: isLate.filter(Boolean).length / isLate.length,
      methods: [
        lateRow(
          "base rate",
          tested.map(() => rate),
          isLate,
        ),
        lateRow(
          "client rate shrunk",
          tested.map((row) => 1 / (1 + Math.exp(-(row[1 + l] ?? 0)))),
          isLate,
        ),
        lateRow(
          "logistic",
          tested.map((row) => logisticProbability(model, row)),
          isLate,
        ),
        lateRow("learned model", given.forest(limit), isLate),
      ],
    };
  });
}

function lateRow(method: string, chances: readonly number[], isLate: readonly boolean[]): LateRow {
  const rows = chances.map((chance, i) => ({ chance, late: isLate[i] === true }));
  const brier = rows.reduce((sum, r) => sum + (r.chance - Number(r.late)) ** 2, 0) / rows.length;
  return { method, auc: rankArea(rows), brier, ece: calibrationError(rows) };
}

/** Chance that a late row is ranked above one that is not; ties count half (Mann and Whitney). */
function rankArea(rows: readonly { chance: number; late: boolean }[]): number {
  const sorted = rows.toSorted((a, b) => a.chance - b.chance);
  let ranks = 0;
  for (let i = 0; i < sorted.length; ) {
    let end = i;
    while (sorted[end + 1]?.chance === sorted[i]?.chance) end += 1;
    const rank = (i + end) / 2 + 1;
    for (let k = i; k <= end; k++) if (sorted[k]?.late) ranks += rank;
    i = end + 1;
  }
  const late = rows.filter((r) => r.late).length;
  const others = rows.length - late;
  if (late === 0 || others === 0) return Number.NaN;
  return (ranks - (late * (late + 1)) / 2) / (late * others);
}

function calibrationError(rows: readonly { chance: number; late: boolean }[]): number {
  const bins = Map.groupBy(rows, (r) => Math.min(BINS - 1, Math.floor(r.chance * BINS)));
  let error = 0;
  for (const bin of bins.values()) {
    const expected = bin.reduce((sum, r) => sum + r.chance, 0);
    error += Math.abs(expected - bin.filter((r) => r.late).length);
  }
  return error / rows.length;
}
