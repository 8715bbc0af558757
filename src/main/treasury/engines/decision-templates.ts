import { addMonths, daysBetween } from "#contract/date.ts";
import type { DecisionTemplate, WeighedDecision } from "#contract/treasury-decisions.ts";
import { applyRateBps } from "#main/base/money.ts";
import { loanSchedule } from "#main/ledger/assets/loan-schedule.ts";
import { type DatedFlow, presentValue } from "./decision.ts";

type Of<K extends DecisionTemplate["kind"]> = Extract<DecisionTemplate, { kind: K }>;

/** One way to act that a template stands for, and the figure at which it is worth nothing. */
export interface TemplateOption {
  kind: Exclude<WeighedDecision["kind"], "nothing" | "flows">;
  flows: DatedFlow[];
  breakEven: WeighedDecision["breakEven"];
}

/** The day and the yearly rate by which the sheet is weighed. */
interface Setting {
  asOn: string;
  rate: number;
}

/** Days of a year in short-term bank interest. */
const BANK_YEAR_DAYS = 360;
const HIGHEST_RATE = 10;

/** The dated flows of a template, against doing nothing. A lease gives two options. Pure. */
export function templateOptions(template: DecisionTemplate, setting: Setting): TemplateOption[] {
  switch (template.kind) {
    case "collect":
      return [collect(template, setting)];
    case "factor":
      return [factor(template, setting)];
    case "borrow":
      return [borrow(template)];
    case "lease":
      return leaseOrBuy(template, setting);
    case "discount":
      return [discount(template, setting)];
  }
}

/** The flows alone of one way of a template, for those who ask a hundred times. */
export function templateFlows(
  template: DecisionTemplate,
  kind: TemplateOption["kind"],
  setting: Setting,
): DatedFlow[] {
  if (template.kind === "borrow") return loanFlows(template);
  return templateOptions(template, setting).find((one) => one.kind === kind)?.flows ?? [];
}

/**
 * Chasing an invoice: `−cost` on the day, `+chance × open` on the earlier day, `−chance × open` on the
 * day it would have come. Breaks even at a cost of `chance × open × (v(early) − v(expected))` on
 * the day it is paid, v being the discount factor.
 */
function collect(told: Of<"collect">, setting: Setting): TemplateOption {
  const movedMinor = applyRateBps(told.openMinor, told.chanceBps);
  const receipts = [
    { on: told.earlyOn, amountMinor: movedMinor },
    { on: told.expectedOn, amountMinor: -movedMinor },
  ];
  const gain = presentValue(receipts, setting) / factorOf(told.on, setting);
  return {
    kind: "collect",
    flows: [{ on: told.on, amountMinor: -told.costMinor }, ...receipts],
    breakEven: ofMinor("cost", gain),
  };
}

/**
 * Selling a receivable: the advance less commission and interest (`advance × rate × days / 360`, kept
 * at once) on the day; on the day the customer pays, the factor gives back the reserve and keeps the
 * rest of what would have come. Breaks even at the commission that brings the value to nothing.
 */
function factor(told: Of<"factor">, setting: Setting): TemplateOption {
  const { openMinor, on, expectedOn } = told;
  const advanceMinor = applyRateBps(openMinor, told.advanceBps);
  const commissionMinor = applyRateBps(openMinor, told.commissionBps);
  const days = Math.max(0, daysBetween(on, expectedOn));
  const yearlyMinor = (advanceMinor * told.rateBps) / 10_000;
  const interestMinor = Math.round((yearlyMinor * days) / BANK_YEAR_DAYS);
  const flows = [
    { on, amountMinor: advanceMinor },
    { on, amountMinor: -commissionMinor - interestMinor },
    { on: expectedOn, amountMinor: openMinor - advanceMinor },
    { on: expectedOn, amountMinor: -openMinor },
  ];
  const left = presentValue(flows, setting) / factorOf(on, setting) + commissionMinor;
  return { kind: "factor", flows, breakEven: ofMinor("commission", left) };
}

/**
 * A loan: `amount − fee` on the day, then the constant payments `amount × i / (1 − (1 + i)^−n)` with
 * i a twelfth of the yearly rate. Breaks even at the discount rate that equals what it costs, fee
 * included: a sheet weighed above it gains by borrowing.
 */
function borrow(told: Of<"borrow">): TemplateOption {
  const flows = loanFlows(told);
  const rate = breakEvenRate(flows, told.on);
  return {
    kind: "borrow",
    flows,
    breakEven: rate === null ? null : { of: "rate", unit: "bps", value: Math.round(rate * 10_000) },
  };
}

function loanFlows(told: Of<"borrow">): DatedFlow[] {
  const { amountMinor, on, months, feeMinor } = told;
  const paid = loanSchedule({
    ...{ label: "", account: "164000", principalMinor: amountMinor, rateBps: told.rateBps },
    ...{ kind: "annuity", every: "month", instalments: months, insuranceMinor: 0 },
    firstOn: addMonths(on, 1),
  }).map(({ dueOn, paymentMinor }) => ({ on: dueOn, amountMinor: -paymentMinor }));
  return [{ on, amountMinor: amountMinor - feeMinor }, ...paid];
}

/** The rate at which what is received equals what is paid back: one root, since only the first is positive. */
function breakEvenRate(flows: readonly DatedFlow[], asOn: string): number | null {
  const value = (rate: number) => presentValue(flows, { asOn, rate });
  if (value(0) > 0 || value(HIGHEST_RATE) < 0) return null;
  let [low, high] = [0, HIGHEST_RATE];
  for (let n = 0; n < 100; n++) {
    const middle = (low + high) / 2;
    if (value(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * A lease: rents in advance, the residual price at the end; buying: the price at once. Both bring the
 * same each month and are resold at the same price. The lease breaks even at the rent, and buying at
 * the price, that make one worth the other.
 */
function leaseOrBuy(told: Of<"lease">, setting: Setting): TemplateOption[] {
  const { on, months, rentMinor, residualMinor, priceMinor, resaleMinor, gainMinor } = told;
  const endOn = addMonths(on, months);
  const each = (first: number, amountMinor: number) =>
    Array.from({ length: months }, (_, n) => ({ on: addMonths(on, n + first), amountMinor }));
  const brings = [...each(1, gainMinor), { on: endOn, amountMinor: resaleMinor }];
  const rents = each(0, -rentMinor);
  const residual = { on: endOn, amountMinor: -residualMinor };
  const perEuro = -presentValue(rents, setting) / rentMinor;
  const [priced, closing] = [
    priceMinor * factorOf(on, setting),
    -presentValue([residual], setting),
  ];
  return [
    {
      kind: "lease",
      flows: withoutZero([...rents, residual, ...brings]),
      breakEven: ofMinor("rent", (priced - closing) / perEuro),
    },
    {
      kind: "buy",
      flows: withoutZero([{ on, amountMinor: -priceMinor }, ...brings]),
      breakEven: ofMinor("price", (rentMinor * perEuro + closing) / factorOf(on, setting)),
    },
  ];
}

/**
 * A discount of d: taken, `−(1 − d) × amount` early and `+amount` on the due date that is not paid any
 * more; given, the same the other way. Breaks even at `d = 1 − v(due) / v(early)`.
 */
function discount(told: Of<"discount">, setting: Setting): TemplateOption {
  const { amountMinor, earlyOn, dueOn } = told;
  const earlyMinor = amountMinor - applyRateBps(amountMinor, told.discountBps);
  const sign = told.side === "taken" ? -1 : 1;
  const even = 1 - factorOf(dueOn, setting) / factorOf(earlyOn, setting);
  return {
    kind: "discount",
    flows: [
      { on: earlyOn, amountMinor: sign * earlyMinor },
      { on: dueOn, amountMinor: -sign * amountMinor },
    ],
    breakEven:
      even < 0 ? null : { of: "discount", unit: "bps", value: Math.round(even * 1e6) / 100 },
  };
}

function factorOf(on: string, setting: Setting): number {
  return presentValue([{ on, amountMinor: 1 }], setting);
}

function ofMinor(
  of: NonNullable<TemplateOption["breakEven"]>["of"],
  value: number,
): TemplateOption["breakEven"] {
  return value < 0 ? null : { of, unit: "minor", value: Math.round(value) };
}

function withoutZero(flows: readonly DatedFlow[]): DatedFlow[] {
  return flows.filter((flow) => flow.amountMinor !== 0);
}
