import { type DatedInvoice, latenessOf } from "./invoice-history.ts";
import { type LateRow, RISING_INPUTS } from "./late-inputs.ts";
import { fitLogistic, type LogisticModel, logisticProbability } from "./logistic.ts";

const RIDGE = 1;
/** The age at which an invoice counts for half, and the days that settle the level. */
const HALF_LIFE_DAYS = 182;
const LEVEL_DAYS = 91;
const BISECTIONS = 40;
const MOST_SHIFT = 3;

/**
 * Learns the chance of being paid more than some days late from invoices due for at least so long
 * (of the others only the early payers are known). Older ones count less; the level is set on
 * those due in the last three months, for it moves faster than what clients differ by.
 */
export function fitLateModel(
  known: readonly { invoice: DatedInvoice; row: LateRow }[],
  { asOnDay, lateBeyondDays }: { asOnDay: number; lateBeyondDays: number },
): LogisticModel {
  const ripe = known.filter(({ invoice }) => invoice.dueDay + lateBeyondDays <= asOnDay);
  const labels = ripe.map(({ invoice }) => latenessOf(invoice) > lateBeyondDays);
  const inputs = ripe.map(({ row }) => row.inputs);
  const rowWeights = ripe.map(
    ({ invoice }) => 0.5 ** ((asOnDay - invoice.issuedDay) / HALF_LIFE_DAYS),
  );
  const model = fitLogistic(inputs, labels, { ridge: RIDGE, rising: RISING_INPUTS, rowWeights });
  const last = ripe.reduce((max, { invoice }) => Math.max(max, invoice.dueDay), 0);
  const recent = ripe.flatMap(({ invoice }, i) => (invoice.dueDay > last - LEVEL_DAYS ? [i] : []));
  const late = recent.filter((i) => labels[i]).length;
  const chances = recent.map((i) => logisticProbability(model, inputs[i] ?? new Float64Array(0)));
  return { ...model, intercept: model.intercept + levelShift(chances, late) };
}

/** What to add to the log-odds so that the chances add up to the late ones that there were. */
function levelShift(chances: readonly number[], late: number): number {
  if (late === 0 || late === chances.length) return 0;
  let [low, high] = [-MOST_SHIFT, MOST_SHIFT];
  for (let step = 0; step < BISECTIONS; step++) {
    const middle = (low + high) / 2;
    const sum = chances.reduce((total, chance) => total + shifted(chance, middle), 0);
    if (sum < late) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function shifted(chance: number, shift: number): number {
  return 1 / (1 + Math.exp(-(Math.log(chance / (1 - chance)) + shift)));
}
