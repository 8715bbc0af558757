import { addDays, fromDayNumber, toDayNumber } from "#contract/date.ts";
import type {
  DecisionTemplate,
  DecisionTornado,
  MovedInput,
} from "#contract/treasury-decisions.ts";
import { type DatedFlow, presentValue } from "./decision.ts";
import { type TemplateOption, templateFlows } from "./decision-templates.ts";
import { type MovableInput, type TornadoBar, tornado } from "./tornado.ts";

type Name = MovedInput["input"];
type Field = Exclude<Name, "rate" | keyof typeof FLOW_INPUTS>;
type Kind = TemplateOption["kind"];

interface Setting {
  asOn: string;
  rate: number;
}

/** How far a figure is moved: by so much, or by a share of itself, within its ends. */
interface Range {
  unit: MovedInput["unit"];
  step?: number;
  share?: number;
  least: number;
  most: number;
}

const MOST_MINOR = Number.MAX_SAFE_INTEGER;
const WHOLE = 10_000;
const amount = (least: number, share = 0.1): Range => ({
  ...{ unit: "minor", share, least, most: MOST_MINOR },
});
const rate = (step: number): Range => ({ unit: "bps", step, least: 0, most: WHOLE });
/** A day is not moved before the day of the sheet. */
const day = (step: number): Range => ({ unit: "date", step, least: 0, most: MOST_MINOR });

const RANGES: Record<Field | "rate", Range> = {
  rate: rate(200),
  ...{ openMinor: amount(1), amountMinor: amount(1), rentMinor: amount(1), priceMinor: amount(1) },
  ...{ residualMinor: amount(0), resaleMinor: amount(0), gainMinor: amount(0) },
  // Small costs are guessed more often than they are known.
  ...{ costMinor: amount(0, 0.5), feeMinor: amount(0, 0.5) },
  ...{ expectedOn: day(30), dueOn: day(30), on: day(30), earlyOn: day(15) },
  ...{ chanceBps: rate(2000), advanceBps: rate(1000), rateBps: rate(200) },
  ...{ commissionBps: rate(50), discountBps: rate(50) },
  months: { unit: "months", share: 1 / 3, least: 1, most: 480 },
};

/** The inputs of each way to act; an early-payment discount is told by four figures and a rate. */
const INPUTS: Record<Kind, readonly (Field | "rate")[]> = {
  collect: ["openMinor", "expectedOn", "earlyOn", "chanceBps", "costMinor", "rate"],
  factor: ["openMinor", "expectedOn", "advanceBps", "commissionBps", "rateBps", "rate"],
  borrow: ["amountMinor", "on", "rateBps", "months", "feeMinor", "rate"],
  lease: ["months", "rentMinor", "residualMinor", "resaleMinor", "gainMinor", "rate"],
  buy: ["on", "months", "priceMinor", "resaleMinor", "gainMinor", "rate"],
  discount: ["amountMinor", "dueOn", "earlyOn", "discountBps", "rate"],
};
/** Resale and gain are the same either way. */
const BETWEEN = ["on", "months", "rentMinor", "residualMinor", "priceMinor", "rate"] as const;

/** What moves the worth of one way of a template; a lease and a purchase also against each other. */
export function templateTornados(
  template: DecisionTemplate,
  kind: Kind,
  setting: Setting,
): DecisionTornado[] {
  const worthOf = (moved: DecisionTemplate, as: Kind, at: Setting) =>
    presentValue(templateFlows(moved, as, at), at);
  const alone = tornadoOf(template, setting, {
    ...{ against: "nothing", inputs: INPUTS[kind] },
    worth: (moved, at) => worthOf(moved, kind, at),
  });
  if (kind !== "lease" && kind !== "buy") return [alone];
  const other = kind === "lease" ? "buy" : "lease";
  const worth = (moved: DecisionTemplate, at: Setting) =>
    worthOf(moved, kind, at) - worthOf(moved, other, at);
  return [alone, tornadoOf(template, setting, { against: other, inputs: BETWEEN, worth })];
}

interface Measure {
  against: DecisionTornado["against"];
  inputs: readonly (Field | "rate")[];
  worth: (moved: DecisionTemplate, at: Setting) => number;
}

function tornadoOf(
  template: DecisionTemplate,
  setting: Setting,
  { against, inputs, worth }: Measure,
): DecisionTornado {
  const values = template as unknown as Record<string, string | number>;
  const movable = inputs.map((input) => {
    const range = RANGES[input];
    const raw = input === "rate" ? Math.round(setting.rate * WHOLE) : (values[input] ?? 0);
    const worthAt = (value: number) =>
      input === "rate"
        ? worth(template, { ...setting, rate: value / WHOLE })
        : worth({ ...template, [input]: told(value, range.unit) } as DecisionTemplate, setting);
    const typed = typeof raw === "number" ? raw : toDayNumber(raw);
    return { input, typed, worthAt, ...rangeOf(typed, range, setting) };
  });
  return {
    ...{ against, npvMinor: Math.round(worth(template, setting)) },
    inputs: tornado(movable).map((bar) => withUnit(bar, RANGES[bar.input].unit)),
  };
}

function rangeOf(typed: number, { unit, step, share = 0, least, most }: Range, { asOn }: Setting) {
  const by = step ?? Math.max(unit === "months" ? 1 : 0, Math.round(Math.abs(typed) * share));
  const floor = unit === "date" ? Math.min(typed, toDayNumber(asOn)) : least;
  return {
    ...{ least: floor, most },
    low: Math.max(floor, typed - by),
    high: Math.min(most, typed + by),
  };
}

/** Flows given as they are: amounts in hundredths of a percent of themselves, delays in days. */
const FLOW_INPUTS = {
  receipts: { unit: "bps", typed: WHOLE, step: 1000, least: 0 },
  payments: { unit: "bps", typed: WHOLE, step: 1000, least: 0 },
  lastFlow: { unit: "bps", typed: WHOLE, step: 1000, least: 0 },
  receiptsLater: { unit: "days", typed: 0, step: 30, least: -MOST_MINOR },
  paymentsLater: { unit: "days", typed: 0, step: 30, least: -MOST_MINOR },
} as const;

/** What moves the worth of flows given as they are, against doing nothing. */
export function flowTornados(flows: readonly DatedFlow[], setting: Setting): DecisionTornado[] {
  const { asOn } = setting;
  const sorted = flows.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const worth = (moved: readonly DatedFlow[], at = setting) => presentValue(moved, at);
  const has = (sign: number) => sorted.some((flow) => Math.sign(flow.amountMinor) === sign);
  const last = sorted.length > 1 ? sorted.at(-1) : undefined;
  const moves: Record<keyof typeof FLOW_INPUTS, false | ((value: number) => DatedFlow[])> = {
    receipts: has(1) && ((bps) => sorted.map((f) => (f.amountMinor > 0 ? scaled(f, bps) : f))),
    payments: has(-1) && ((bps) => sorted.map((f) => (f.amountMinor < 0 ? scaled(f, bps) : f))),
    lastFlow: last !== undefined && ((bps) => [...sorted.slice(0, -1), scaled(last, bps)]),
    receiptsLater:
      has(1) && ((days) => sorted.map((f) => (f.amountMinor > 0 ? later(f, days, asOn) : f))),
    paymentsLater:
      has(-1) && ((days) => sorted.map((f) => (f.amountMinor < 0 ? later(f, days, asOn) : f))),
  };
  const movable: MovableInput<Name>[] = Object.entries(moves).flatMap(([key, move]) => {
    if (move === false) return [];
    const input = key as keyof typeof FLOW_INPUTS;
    const { typed, step, least } = FLOW_INPUTS[input];
    const ends = { low: typed - step, high: typed + step, least, most: MOST_MINOR };
    return [{ input, typed, ...ends, worthAt: (value: number) => worth(move(value)) }];
  });
  const typed = Math.round(setting.rate * WHOLE);
  movable.push({
    ...{ input: "rate", typed, ...rangeOf(typed, RANGES.rate, setting) },
    worthAt: (bps) => worth(sorted, { asOn, rate: bps / WHOLE }),
  });
  const unitOf = (input: Name) =>
    input in FLOW_INPUTS ? FLOW_INPUTS[input as keyof typeof FLOW_INPUTS].unit : "bps";
  return [
    {
      ...{ against: "nothing", npvMinor: Math.round(worth(sorted)) },
      inputs: tornado(movable).map((bar) => withUnit(bar, unitOf(bar.input))),
    },
  ];
}

function scaled(flow: DatedFlow, bps: number): DatedFlow {
  return { ...flow, amountMinor: (flow.amountMinor * bps) / WHOLE };
}

/** Moved by days; what is brought forward stops at the day of the sheet. */
function later(flow: DatedFlow, days: number, asOn: string): DatedFlow {
  const on = addDays(flow.on, days);
  if (days >= 0 || on >= asOn) return { ...flow, on };
  return { ...flow, on: flow.on < asOn ? flow.on : asOn };
}

function told(value: number, unit: MovedInput["unit"]): number | string {
  return unit === "date" ? fromDayNumber(value) : value;
}

function withUnit(bar: TornadoBar<Name>, unit: MovedInput["unit"]): MovedInput {
  return {
    ...{ ...bar, unit, typed: told(bar.typed, unit) },
    ...{ low: told(bar.low, unit), high: told(bar.high, unit) },
    even: bar.even === null ? null : told(bar.even, unit),
  };
}
