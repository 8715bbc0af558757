import { addMonths } from "#contract/date.ts";
import type { DecisionTemplate } from "#contract/treasury-decisions.ts";
import { decide, internalRates, presentValue } from "../engines/decision.ts";
import { templateTornados } from "../engines/decision-inputs.ts";
import { templateOptions } from "../engines/decision-templates.ts";
import type { PlantedTruth } from "./planted-truth.ts";

const euros = (on: string, amount: number) => ({ on, amountMinor: amount * 100 });
const twoRoots = [
  euros("2025-01-01", -1000),
  euros("2026-01-01", 2500),
  euros("2027-01-01", -1540),
];

const setting = { asOn: "2026-01-01", rate: 0.08 };
const worthOf = (template: DecisionTemplate, at = 0) =>
  presentValue(templateOptions(template, setting)[at]?.flows ?? [], setting);
const evenOf = (template: DecisionTemplate, at = 0) =>
  templateOptions(template, setting)[at]?.breakEven?.value ?? Number.NaN;

const discounted: DecisionTemplate = {
  ...{ kind: "discount", side: "taken", amountMinor: 10_000_000, discountBps: 200 },
  ...{ earlyOn: "2026-01-11", dueOn: "2026-01-31" },
};
const chased: DecisionTemplate = {
  ...{ kind: "collect", openMinor: 50_000_000, on: "2026-01-02", chanceBps: 6000 },
  ...{ earlyOn: "2026-01-20", expectedOn: "2026-04-20", costMinor: 0 },
};
const sold: DecisionTemplate = {
  ...{ kind: "factor", openMinor: 50_000_000, on: "2026-01-02", expectedOn: "2026-06-30" },
  ...{ advanceBps: 9000, commissionBps: 0, rateBps: 400 },
};
const leased: DecisionTemplate = {
  ...{ kind: "lease", on: "2026-01-01", months: 36, rentMinor: 60_000, residualMinor: 100_000 },
  ...{ priceMinor: 2_000_000, resaleMinor: 300_000, gainMinor: 80_000 },
};
const free: DecisionTemplate = {
  ...{ kind: "borrow", amountMinor: 1_200_000, on: "2026-01-01", rateBps: 0 },
  ...{ months: 12, feeMinor: 0 },
};

/** What the decision arbiter must find. */
export const decisionTruths: PlantedTruth[] = [
  {
    name: "flows with rates of 10 % and 40 %, and no other",
    isFound: () =>
      internalRates(twoRoots)
        .map((rate) => rate.toFixed(4))
        .join() === "0.1000,0.4000",
  },
  {
    name: "a better option that breaks the floor comes after a lesser one that keeps it",
    isFound: () => {
      const balances = [{ on: "2026-02-01", balanceMinor: 50_000 }];
      const [first, second] = decide({
        ...{ asOn: "2026-01-01", rate: 0.05, floorMinor: 0, balances },
        options: [
          { name: "large", flows: [euros("2026-01-15", -1000), euros("2026-12-31", 3000)] },
          { name: "small", flows: [euros("2026-01-15", -100), euros("2026-12-31", 120)] },
        ],
      });
      return first?.name === "small" && second?.breaksFloor === true;
    },
  },
  {
    name: "2 % for paying twenty days early is worth 44.6 % a year",
    isFound: () =>
      internalRates(templateOptions(discounted, setting)[0]?.flows ?? [])
        .map((rate) => rate.toFixed(3))
        .join() === (0.98 ** (-365 / 20) - 1).toFixed(3),
  },
  {
    name: "at its break-even a discount, a chase and a commission are worth nothing to the euro",
    isFound: () =>
      [
        worthOf({ ...discounted, discountBps: Math.round(evenOf(discounted)) }),
        worthOf({ ...chased, costMinor: evenOf(chased) }),
        worthOf({
          ...sold,
          commissionBps: Math.round((evenOf(sold) / sold.openMinor) * 10_000),
        }),
      ].every((value, i) => Math.abs(value) <= ([600, 1, 2600][i] ?? 0)),
  },
  {
    name: "leasing at its break-even rent is worth what buying is",
    isFound: () => {
      const even = { ...leased, rentMinor: evenOf(leased) };
      return Math.abs(worthOf(even) - worthOf(even, 1)) <= 36;
    },
  },
  {
    name: "a loan without interest goes back in twelve equal months and costs nothing a year",
    isFound: () => {
      const [, ...paid] = templateOptions(free, setting)[0]?.flows ?? [];
      const isEqual = paid.every(
        (flow, n) => flow.amountMinor === -100_000 && flow.on === addMonths(free.on, n + 1),
      );
      return isEqual && paid.length === 12 && evenOf(free) === 0 && worthOf(free) > 0;
    },
  },
  {
    name: "nothing gained: chasing an invoice for a receipt on the same day is worth its cost",
    isFound: () => {
      const told = { ...chased, on: setting.asOn, expectedOn: chased.earlyOn, costMinor: 5000 };
      return worthOf(told) === -5000 && evenOf({ ...told, costMinor: 0 }) === 0;
    },
  },
  {
    name: "what weighs most on a chase is the day it moves; it turns at its break-even cost",
    isFound: () => {
      const told = { ...chased, chanceBps: 10_000, costMinor: 400_000 };
      const inputs = templateTornados(told, "collect", setting)[0]?.inputs ?? [];
      const cost = inputs.find((one) => one.input === "costMinor");
      const isTurning = Math.abs(Number(cost?.even) - evenOf(told)) <= 1;
      return inputs[0]?.input === "expectedOn" && inputs.length === 6 && isTurning;
    },
  },
  {
    name: "resale and gain are the same either way: they do not move a lease against a purchase",
    isFound: () => {
      const named = templateTornados(leased, "lease", setting).map((one) =>
        one.inputs.map(({ input }) => input),
      );
      return named[0]?.includes("gainMinor") === true && named[1]?.includes("gainMinor") === false;
    },
  },
];
